//! XenForo one and two: topics with reactions, signatures, quotations, link previews.

use super::page;

/// Version two.
const TWO: &str = r##"<!DOCTYPE html><html id="XF" lang="en-US" data-app="public" data-template="thread_view" class="has-no-js"><head><title>Which anchor holds in kelp? | Quay Forum</title>
<meta property="og:site_name" content="Quay Forum"><meta property="og:title" content="Which anchor holds in kelp?"></head>
<body data-template="thread_view"><div class="p-pageWrapper"><header class="p-header"><a>Quay Forum</a></header><nav class="p-nav"><a>What's new</a></nav>
<div class="p-body"><div class="p-title"><h1 class="p-title-value">Which anchor holds in kelp?</h1></div>
<div class="p-description"><ul class="listInline"><li><span>Thread starter</span> <a class="username">ana_brod</a></li><li><span>Start date</span> <time class="u-dt" datetime="2021-05-01T10:00:00+0100">May 1, 2021</time></li></ul></div>
<div class="block block--messages"><div class="block-body js-replyNewMessageContainer">
<article class="message message--post js-post js-inlineModContainer" data-author="ana_brod" data-content="post-8801" id="js-post-8801"><span class="u-anchorTarget" id="post-8801"></span>
<div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a class="username">ana_brod</a></h4><h5 class="userTitle">New member</h5>
<div class="message-userExtras"><dl class="pairs"><dt>Joined</dt><dd>Apr 2, 2020</dd></dl><dl><dt>Messages</dt><dd>19</dd></dl></div></section></div>
<div class="message-cell message-cell--main"><div class="message-main"><header class="message-attribution"><ul class="message-attribution-main"><li><a href="/threads/kelp.77/post-8801"><time class="u-dt" datetime="2021-05-01T10:00:00+0100">May 1, 2021</time></a></li></ul><ul class="message-attribution-opposite"><li><a>#1</a></li></ul></header>
<div class="message-content js-messageContent"><div class="message-userContent"><article class="message-body js-selectToQuote"><div class="bbWrapper">We dragged twice last night in the cove behind the mill.<br><br>Which anchor holds in kelp?</div></article></div></div>
<footer class="message-footer"><div class="reactionsBar js-reactionsList"><a>kerr and 2 others</a></div><aside class="message-signature"><div class="bbWrapper">Sloop Patience, 1961</div></aside></footer></div></div></div></article>
<article class="message message--post js-post" data-author="kerr" data-content="post-8802" id="js-post-8802"><div class="message-inner"><div class="message-cell--user"><h4 class="message-name"><a class="username username--staff">kerr</a></h4></div>
<div class="message-cell--main"><header class="message-attribution"><time class="u-dt" datetime="2021-05-01T11:30:00+0100">May 1, 2021</time><a>#2</a></header><div class="message-content"><article class="message-body"><div class="bbWrapper">
<blockquote data-attributes="member: 5" data-quote="ana_brod" class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote"><div class="bbCodeBlock-title"><a class="bbCodeBlock-sourceJump">ana_brod said:</a></div><div class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent">Which anchor holds in kelp?</div><div class="bbCodeBlock-expandLink"><a>Click to expand...</a></div></div></blockquote>
None. You cut the kelp first.</div></article></div><aside class="message-signature"><div class="bbWrapper">Ask me about ropes</div></aside></div></div></article>
</div></div><form class="block js-quickReply"><div class="message-editorWrapper">Write your reply...</div></form>
<div class="block"><h3 class="block-header">Similar threads</h3><div class="structItem"><a>Kelp soup</a></div></div></div></div></body></html>"##;

#[test]
fn version_two_gives_first_post_and_answers() {
    page("https://quay.example/threads/kelp.77/", TWO)
        .titled("Which anchor holds in kelp?")
        .by(&["ana_brod"])
        .on("2021-05-01")
        .site("Quay Forum")
        .says("We dragged twice last night in the cove behind the mill. / Which anchor holds in kelp?")
        .thread(&[
            "kerr | 2021-05-01 | - | ana_brod said: / Which anchor holds in kelp? / None. You cut the kelp first.",
        ])
        .ids(&["8802"])
        .quotes(1, &["ana_brod said:", "Which anchor holds in kelp?"])
        .lacks(&[
            "Sloop Patience",
            "Ask me about",
            "Click to expand",
            "2 others",
            "New member",
            "Messages",
            "Write your reply",
            "Kelp soup",
            "#1",
        ]);
}

#[test]
fn a_later_page_of_version_two_gives_all_its_posts() {
    let html = TWO.replace("Which anchor holds in kelp? |", "Which anchor holds in kelp? | Page 2 |");
    page("https://quay.example/threads/kelp.77/page-2", &html).titled("Which anchor holds in kelp?").by(&["ana_brod"]);
}

/// Version one.
const ONE: &str = r##"<!DOCTYPE html><html id="XenForo" lang="en-US" class="Public NoJs"><head><title>Which anchor holds in kelp? | Quay Forum</title></head>
<body><div id="headerMover"><header><nav><a>Forums</a><a>Members</a></nav></header></div><div id="content" class="thread_view"><div class="pageContent">
<div class="titleBar"><h1>Which anchor holds in kelp?</h1><p id="pageDescription" class="muted">Discussion in '<a>Moorings</a>' started by <a class="username">ana_brod</a>, <a><span class="DateTime" title="May 1, 2013 at 10:00 AM">May 1, 2013</span></a>.</p></div>
<form class="InlineModForm section"><ol class="messageList" id="messageList">
<li id="post-101" class="message" data-author="ana_brod"><div class="messageUserInfo"><div class="messageUserBlock"><h3 class="userText"><a class="username">ana_brod</a><em class="userTitle">Member</em></h3></div></div>
<div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText SelectQuoteContainer ugc baseHtml">We dragged twice last night. Which anchor holds in kelp?<div class="messageTextEndMarker">&nbsp;</div></blockquote></article></div>
<div class="baseHtml signature messageText ugc"><aside>Sloop Patience</aside></div>
<div class="messageMeta ToggleTriggerAnchor"><div class="privateControls"><span class="item muted"><span class="authorEnd"><a class="username author">ana_brod</a>, </span><a class="datePermalink"><span class="DateTime" title="May 1, 2013 at 10:00 AM">May 1, 2013</span></a></span></div><div class="publicControls"><a>#1</a></div></div></div></li>
<li id="post-102" class="message staff" data-author="kerr"><div class="messageUserInfo"><h3 class="userText"><a class="username">kerr</a></h3></div>
<div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText ugc baseHtml">None. You cut the kelp first.</blockquote></article></div>
<div class="messageMeta"><span class="authorEnd"><a class="username author">kerr</a></span><a class="datePermalink"><abbr class="DateTime" data-time="1367488800" data-datestring="May 2, 2013" data-timestring="10:00 AM">May 2, 2013 at 10:00 AM</abbr></a><a>Reply</a></div></div></li>
</ol></form></div></div></body></html>"##;

#[test]
fn version_one_is_read() {
    page("https://quay.example/threads/kelp.7/", ONE)
        .titled("Which anchor holds in kelp?")
        .by(&["ana_brod"])
        .on("2013-05-01")
        .says("We dragged twice last night. Which anchor holds in kelp?")
        .thread(&["kerr | 2013-05-02 | - | None. You cut the kelp first."])
        .ids(&["102"])
        .lacks(&["Sloop Patience", "Reply", "#1", "Discussion in"]);
}

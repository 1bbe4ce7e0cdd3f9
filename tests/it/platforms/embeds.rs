//! Comments that a page takes in from elsewhere: Disqus, IntenseDebate, Facebook's plug-in, Livefyre.

use super::page;

/// A page round whatever was taken in.
fn with(embed: &str) -> String {
    format!(
        r##"<!DOCTYPE html><html lang="en"><head><title>The well ran dry - Valley News</title><meta property="og:site_name" content="Valley News"></head>
<body><header><a href="/">Valley News</a></header><main><article><h1>The well ran dry</h1><p class="byline">By <span class="author">Ana Brod</span>, <time datetime="2016-08-02T07:00:00Z">August 2, 2016</time></p>
<div class="article-body"><p>For the first time since the drought of 1911 the well in the square gives no water, and the pump handle has been taken off.</p>
<p>The council drives a tank up the valley twice a day, at seven and at five, and asks everybody to bring clean buckets with a lid.</p></div></article>
{embed}</main><footer>About us</footer></body></html>"##
    )
}

fn check(embed: &str, thread: &[&str], furniture: &[&str]) {
    page("https://valley.example/2016/08/02/well", &with(embed))
        .titled("The well ran dry")
        .by(&["Ana Brod"])
        .on("2016-08-02")
        .thread(thread)
        .lacks(furniture);
}

#[test]
fn the_frame_of_disqus_saved_with_its_page() {
    check(
        r##"<div id="disqus_thread"><div id="layout" data-role="main"><div id="main-nav"><nav><ul><li class="tab-conversation"><a class="publisher-nav-color"><span class="comment-count">3 Comments</span></a></li></ul></nav></div>
<section id="conversation" data-role="main"><div id="posts"><div id="form"><form class="reply">Join the discussion…</form></div><ul id="post-list" class="post-list">
<li class="post" id="post-3001"><div data-role="post-content" class="post-content"><ul class="post-menu dropdown"><li><a>Flag as inappropriate</a></li></ul><div class="avatar hovercard"></div><div class="post-body"><header class="comment__header"><span class="post-byline"><span class="author publisher-anchor-color"><a href="https://d.example/by/kerr/">Ilo Kerr</a></span></span><span class="post-meta"><span class="bullet time-ago-bullet">•</span><a class="time-ago" href="#comment-3001" title="Tuesday, August 2, 2016 9:15 AM">8 years ago</a></span></header>
<div class="post-body-inner"><div class="post-message-container"><div class="publisher-anchor-color"><div class="post-message " dir="auto"><p>My mother saw it dry in 1911.</p><p>She said the frogs left first.</p></div></div></div></div><footer class="comment__footer"><menu><li class="voting">4</li><li class="reply"><a>Reply</a></li><li>Share ›</li></menu></footer></div></div>
<ul data-role="children" class="children"><li class="post" id="post-3002"><div class="post-content"><div class="post-body"><header><span class="post-byline"><span class="author"><a>Pat Reed</a></span><span class="parent-link-container"><a class="parent-link"><i></i> Ilo Kerr</a></span></span><span class="post-meta"><a class="time-ago" title="Wednesday, August 3, 2016 6:00 AM">8 years ago</a></span></header><div class="post-message"><p>The frogs are gone.</p></div><footer><a>Reply</a></footer></div></div><ul class="children"></ul></li></ul></li>
<li class="post minimized" id="post-3003"><div class="post-content"><div class="post-body"><header><span class="author">valley_voice</span><a class="time-ago" title="Thursday, August 4, 2016 7:30 PM">8 years ago</a></header><div class="post-message"><p>Who has the handle?</p></div></div></div></li>
</ul></div></section></div></div>"##,
        &[
            "Ilo Kerr | 2016-08-02 | - | My mother saw it dry in 1911. / She said the frogs left first.",
            "Pat Reed | 2016-08-03 | 1 | The frogs are gone.",
            "valley_voice | 2016-08-04 | - | Who has the handle?",
        ],
        &["Reply", "Share", "Flag", "Join the discussion", "years ago"],
    );
}

#[test]
fn the_list_that_disqus_left_for_readers_without_scripts() {
    check(
        r##"<div id="disqus_thread"><div id="dsq-content"><ul id="dsq-comments">
<li class="comment even thread-even depth-1" id="dsq-comment-901"><div id="dsq-comment-header-901" class="dsq-comment-header"><cite id="dsq-cite-901"><a id="dsq-author-user-901" href="http://kerr.example" target="_blank" rel="nofollow">Ilo Kerr</a></cite></div><div id="dsq-comment-body-901" class="dsq-comment-body"><div id="dsq-comment-message-901" class="dsq-comment-message"><p>The frogs left first.</p></div></div></li>
<li class="comment odd alt" id="dsq-comment-902"><div class="dsq-comment-header"><cite id="dsq-cite-902"><span id="dsq-author-user-902">Pat Reed</span></cite></div><div class="dsq-comment-body"><div class="dsq-comment-message"><p>They always do.</p></div></div></li>
</ul></div></div><a href="http://disqus.example" class="dsq-brlink">blog comments powered by <span class="logo-disqus">Disqus</span></a>"##,
        &["Ilo Kerr | - | - | The frogs left first.", "Pat Reed | - | - | They always do."],
        &["powered by"],
    );
}

#[test]
fn an_empty_thread_of_disqus_is_no_comment() {
    check(
        r##"<div id="disqus_thread"></div><noscript>Please enable JavaScript to view the <a href="https://disqus.example/?ref_noscript">comments powered by Disqus.</a></noscript>"##,
        &[],
        &["enable JavaScript", "powered by"],
    );
}

#[test]
fn boxes_of_intense_debate() {
    check(
        r##"<div id="idc-container-parent"><div id="idc-container"><div class="idc-head"><h3><span id="idc-commentcount">2</span> Comments</h3></div><div class="idc-thread" id="IDThread71"><div class="idc-c" id="IDComment71"><div class="idc-c-h" id="IDCommentTop71"><div class="idc-right"><span class="idc-v"><span class="idc-v-total">+3</span> Vote up</span></div><strong><a class="idc-a" href="http://kerr.example">Ilo Kerr</a></strong><p class="idc-fade"><a class="idc-time" href="#IDComment71">August 2, 2016</a></p></div>
<div class="idc-c-t" id="IDComment-CommentText71"><div class="idc-c-t-inner"><p>The frogs left first.</p></div></div><div class="idc-c-m"><a class="idc-btn-s">Reply</a><a>Report</a></div>
<div class="idc-thread" id="IDThread72"><div class="idc-c idc-reply" id="IDComment72"><div class="idc-c-h"><strong><span>Pat Reed</span></strong><a class="idc-time">August 3, 2016</a></div><div class="idc-c-t"><div class="idc-c-t-inner">They always do.</div></div></div></div></div></div></div></div>"##,
        &["Ilo Kerr | 2016-08-02 | - | The frogs left first.", "Pat Reed | 2016-08-03 | 1 | They always do."],
        &["Vote up", "Reply", "Report"],
    );
}

#[test]
fn posts_of_the_plug_in_of_facebook() {
    check(
        r##"<div class="fb-comments"><div class="fbFeedbackContent"><ul class="uiList fbFeedbackPosts">
<li class="fbFeedbackPost fbFirstPartyPost uiListItem" id="fbc_501_601"><div class="UIImageBlock clearfix"><div class="postContainer"><a class="profileName fwb" href="x">Ilo Kerr</a><span class="fsm fwn fcg"> · Works at Pump House</span><div class="postContent"><div class="postText">The frogs left first.</div></div>
<div class="stat_elem"><div class="action_links fsm fwn fcg actionLinks"><a>Reply</a> · <a>Like</a> · <a><abbr title="Tuesday, August 2, 2016 at 9:15am" class="timestamp">August 2, 2016</abbr></a></div></div></div></div></li>
<li class="fbFeedbackPost fbFirstPartyPost uiListItem" id="fbc_501_602"><a class="profileName">Pat Reed</a><div class="postText">They always do.</div><div class="actionLinks"><a>Like</a><abbr class="timestamp" title="Wednesday, August 3, 2016 at 6:00am">August 3, 2016</abbr></div></li></ul><div class="fbConnectWidgetFooter">Facebook Comments Plugin</div></div></div>"##,
        &["Ilo Kerr | 2016-08-02 | - | The frogs left first.", "Pat Reed | 2016-08-03 | - | They always do."],
        &["Reply", "Like", "Plugin"],
    );
}

#[test]
fn articles_of_livefyre() {
    check(
        r##"<div id="livefyre-comments" class="fyre"><div class="fyre-widget"><div class="fyre-stream"><div class="fyre-stream-header">2 comments</div><div class="fyre-stream-content"><div class="fyre-comment-stream">
<article class="fyre-comment-article fyre-comment-source-0" id="fyre-501" data-message-id="501"><div class="fyre-comment-wrapper"><section class="fyre-comment-head"><a class="fyre-comment-username" href="x"><span>Ilo Kerr</span></a><time class="fyre-comment-date" datetime="2016-08-02T09:15:00.000Z">Aug 2, 2016</time></section><section class="fyre-comment-body"><div class="fyre-comment"><p>The frogs left first.</p></div></section><footer class="fyre-comment-footer"><a class="fyre-comment-action-button">Like</a><a>Reply</a></footer></div>
<div class="fyre-comment-reply-wrapper"><article class="fyre-comment-article fyre-comment-reply" id="fyre-502"><section class="fyre-comment-head"><a class="fyre-comment-username">Pat Reed</a><time class="fyre-comment-date" datetime="2016-08-03T06:00:00.000Z">Aug 3</time></section><div class="fyre-comment"><p>They always do.</p></div></article></div></article>
</div></div></div></div></div>"##,
        &["Ilo Kerr | 2016-08-02 | - | The frogs left first.", "Pat Reed | 2016-08-03 | 1 | They always do."],
        &["Like", "Reply"],
    );
}

//! Smaller forum software, one page each, every one the same small topic in its own markup.

use super::page;

const ASKED: &str = "Our mole has lost four stones in the March gale. Who mends such a thing nowadays?";

/// What every board of this file tells: who asks, who answers, and nothing else.
fn check(url: &str, html: &str, days: [&str; 2], furniture: &[&str]) {
    let html = html.replace("ASKED", ASKED);
    let answer = format!("kerr | {} | - | The sea, if you wait.", days[1]);
    page(url, &html)
        .titled("Who mends a mole?")
        .by(&["ana_brod"])
        .on(days[0])
        .says(ASKED)
        .thread(&[&answer])
        .lacks(furniture);
}

#[test]
fn bbpress_gives_its_topic() {
    check(
        "https://stones.example/forums/topic/who-mends-a-mole/",
        r##"<!DOCTYPE html><html lang="en-US"><head><title>Who mends a mole? - Stones and Mortar</title></head><body class="topic bbpress bbp-user-page single singular single-topic"><div id="page"><article class="post-0 topic type-topic"><header class="entry-header"><h1 class="entry-title">Who mends a mole?</h1></header>
<div class="entry-content"><div id="bbpress-forums" class="bbpress-wrapper"><div class="bbp-breadcrumb"><p><a>Home</a> › <a>Forums</a></p></div><div class="bbp-template-notice info"><ul><li class="bbp-topic-description">This topic has 1 reply, 2 voices, and was last updated 3 years ago.</li></ul></div>
<ul id="topic-55-replies" class="forums bbp-replies"><li class="bbp-header"><div class="bbp-reply-author">Author</div><div class="bbp-reply-content">Posts</div></li><li class="bbp-body">
<div id="post-55" class="bbp-reply-header"><div class="bbp-meta"><span class="bbp-reply-post-date">March 20, 2018 at 9:12 am</span><a href="#post-55" class="bbp-reply-permalink">#55</a><span class="bbp-admin-links"></span></div></div>
<div class="loop-item-0 user-id-3 bbp-parent-forum-9 odd post-55 topic type-topic status-publish hentry"><div class="bbp-reply-author"><a class="bbp-author-link" href="/users/ana"><span class="bbp-author-avatar"><img class="avatar"></span><span class="bbp-author-name">ana_brod</span></a><div class="bbp-author-role">Participant</div></div><div class="bbp-reply-content"><p>ASKED</p></div></div>
<div id="post-56" class="bbp-reply-header"><div class="bbp-meta"><span class="bbp-reply-post-date">March 21, 2018 at 7:40 am</span><a class="bbp-reply-permalink">#56</a></div></div>
<div class="loop-item-1 even post-56 reply type-reply"><div class="bbp-reply-author"><a class="bbp-author-link"><span class="bbp-author-name">kerr</span></a><div class="bbp-author-role">Keymaster</div></div><div class="bbp-reply-content"><p>The sea, if you wait.</p></div></div>
</li><li class="bbp-footer"><div class="bbp-reply-author">Author</div></li></ul><div class="bbp-no-reply"><p>You must be logged in to reply to this topic.</p></div></div></div></article></div></body></html>"##,
        ["2018-03-20", "2018-03-21"],
        &["Participant", "Keymaster", "2 voices", "logged in", "#55", "Author"],
    );
}

#[test]
fn mybb_gives_its_topic() {
    check(
        "https://stones.example/showthread.php?tid=12",
        r##"<!DOCTYPE html><html lang="en"><head><title>Who mends a mole?</title></head><body><div id="container"><div id="header"><div id="logo"><a>Stones and Mortar</a></div></div><div id="content"><div class="wrapper"><div class="navigation"><a>Stones and Mortar</a> › <span class="active">Who mends a mole?</span></div>
<table class="tborder tfixed"><tr><td class="thead"><div class="float_right"><span class="smalltext"><strong>Thread Modes</strong></span></div><div><strong>Who mends a mole?</strong></div></td></tr><tr><td id="posts_container"><div id="posts">
<a name="pid801"></a><div class="post classic " style="" id="post_801"><div class="post_author scaleimages"><div class="author_avatar"></div><div class="author_information"><strong><span class="largetext"><a href="member.php?uid=3">ana_brod</a></span></strong><br /><span class="smalltext">Junior Member<br /></span></div><div class="author_statistics">Posts: 7<br />Joined: Feb 2016</div></div>
<div class="post_content"><div class="post_head"><div class="float_right"><strong><a>#1</a></strong></div><span class="post_date">03-20-2016, 09:12 AM <span class="post_edit" id="edited_by_801"></span></span></div><div class="post_body scaleimages" id="pid_801">ASKED</div><div class="signature scaleimages">Set in stone</div><div class="post_meta" id="post_meta_801"></div></div>
<div class="post_controls"><div class="postbit_buttons"><a class="postbit_find"><span>Find</span></a></div></div></div>
<div class="post classic" id="post_802"><div class="post_author"><div class="author_information"><strong><span class="largetext"><a>kerr</a></span></strong></div></div><div class="post_content"><div class="post_head"><span class="post_date">03-21-2016, 07:40 AM</span></div><div class="post_body" id="pid_802">The sea, if you wait.</div></div></div>
</div></td></tr></table></div></div><div id="footer">Powered By MyBB</div></div></body></html>"##,
        ["2016-03-20", "2016-03-21"],
        &["Junior", "Posts:", "Set in stone", "Find", "Powered", "Thread Modes"],
    );
}

#[test]
fn fluxbb_gives_its_topic() {
    check(
        "https://stones.example/viewtopic.php?id=9",
        r##"<!DOCTYPE html><html lang="en"><head><title>Who mends a mole? (Page 1) / Walls / Stones and Mortar</title></head><body><div id="punviewtopic" class="pun"><div class="punwrap"><div id="brdheader" class="block"><div id="brdtitle" class="inbox"><h1><a href="index.php">Stones and Mortar</a></h1></div></div>
<div id="brdmain"><div class="linkst"><div class="inbox crumbsplus"><ul class="crumbs"><li><a>Index</a></li><li><span>»&#160;</span><a>Walls</a></li><li><span>»&#160;</span><strong><a href="viewtopic.php?id=9">Who mends a mole?</a></strong></li></ul></div></div>
<div id="p71" class="blockpost rowodd firstpost blockpost1"><h2><span><span class="conr">#1</span> <a href="#p71">2015-03-20 09:12:00</a></span></h2><div class="box"><div class="inbox"><div class="postbody"><div class="postleft"><dl><dt><strong><a>ana_brod</a></strong></dt><dd class="usertitle"><strong>Member</strong></dd><dd><span>Posts: 7</span></dd></dl></div>
<div class="postright"><h3>Who mends a mole?</h3><div class="postmsg"><p>ASKED</p></div><div class="postsignature postmsg"><hr /><p>Set in stone</p></div></div></div></div><div class="inbox"><div class="postfoot clearb"><div class="postfootleft"><p><span>Offline</span></p></div></div></div></div></div>
<div id="p72" class="blockpost roweven"><h2><span><span class="conr">#2</span> <a>2015-03-21 07:40:00</a></span></h2><div class="box"><div class="postleft"><dl><dt><strong>kerr</strong></dt></dl></div><div class="postright"><h3>Re: Who mends a mole?</h3><div class="postmsg"><p>The sea, if you wait.</p><p class="postedit"><em>Last edited by kerr (2015-03-21 08:00:00)</em></p></div></div></div></div>
</div><div id="brdfooter" class="block"><p>Powered by FluxBB</p></div></div></div></body></html>"##,
        ["2015-03-20", "2015-03-21"],
        &["Member", "Posts:", "Set in stone", "Offline", "Last edited", "Powered"],
    );
}

#[test]
fn simple_machines_gives_its_topic() {
    check(
        "https://stones.example/index.php?topic=31.0",
        r##"<!DOCTYPE html><html><head><title>Who mends a mole?</title><meta name="keywords" content="walls"></head><body><div id="wrapper"><div id="header"><h1 class="forumtitle"><a>Stones and Mortar</a></h1></div><div id="content_section"><div id="main_content_section"><div class="navigate_section"><ul><li class="last"><a><span>Who mends a mole?</span></a></li></ul></div>
<div id="forumposts"><div class="cat_bar"><h3 class="catbg"><span id="author">Author</span> Topic: Who mends a mole? &nbsp;(Read 901 times)</h3></div><form id="quickModForm">
<div class="windowbg"><span class="topslice"><span></span></span><div class="post_wrapper"><div class="poster"><h4><a title="View the profile of ana_brod">ana_brod</a></h4><ul class="reset smalltext" id="msg_501_extra_info"><li class="postgroup">Newbie</li><li class="postcount">Posts: 7</li></ul></div>
<div class="postarea"><div class="flow_hidden"><div class="keyinfo"><div class="messageicon"></div><h5 id="subject_501"><a>Who mends a mole?</a></h5><div class="smalltext">&#171; <strong> on:</strong> March 20, 2014, 09:12:00 AM &#187;</div><div id="msg_501_quick_mod"></div></div></div><div class="post"><div class="inner" id="msg_501">ASKED</div></div></div>
<div class="moderatorbar"><div class="smalltext modified" id="modified_501"></div><div class="smalltext reportlinks">Logged</div><div class="signature" id="msg_501_signature">Set in stone</div></div></div></div>
<div class="windowbg2"><div class="post_wrapper"><div class="poster"><h4><a>kerr</a></h4></div><div class="postarea"><div class="keyinfo"><h5 id="subject_502"><a>Re: Who mends a mole?</a></h5><div class="smalltext">&#171; <strong>Reply #1 on:</strong> March 21, 2014, 07:40:00 AM &#187;</div></div><div class="post"><div class="inner" id="msg_502">The sea, if you wait.</div></div></div></div></div>
</form></div></div></div><div id="footer_section">SMF 2.0.15</div></div></body></html>"##,
        ["2014-03-20", "2014-03-21"],
        &["Newbie", "Posts:", "Set in stone", "Logged", "SMF 2", "Read 901"],
    );
}

#[test]
fn the_first_simple_machines_gives_its_topic() {
    check(
        "http://stones.example/index.php?topic=8.0",
        r##"<html><head><title>Who mends a mole?</title></head><body><div class="tborder"><table><tr><td><img alt="Stones and Mortar"></td></tr></table></div><div id="bodyarea" style="padding: 1ex 0px 2ex 0px;">
<table width="100%" class="tborder"><tr class="catbg3"><td>Author</td><td id="top_subject">Topic: Who mends a mole? &nbsp;(Read 210 times)</td></tr></table>
<form action="x" id="quickModForm"><table cellpadding="0" cellspacing="0" border="0" width="100%" class="bordercolor">
<tr><td style="padding: 1px 1px 0 1px;"><a name="msg91"></a><table width="100%"><tr><td class="windowbg"><table width="100%" cellpadding="5"><tr><td valign="top" width="16%" rowspan="2"><b><a href="x" title="View the profile of ana_brod">ana_brod</a></b><div class="smalltext">Newbie<br />Offline<br />Posts: 7<br /></div></td>
<td valign="top" width="85%" height="100%"><table width="100%"><tr><td><div style="font-weight: bold;" id="subject_91"><a>Who mends a mole?</a></div><div class="smalltext">&#171; <b> on:</b> March 20, 2008, 09:12:00 AM &#187;</div></td></tr></table><hr /><div class="post">ASKED</div></td></tr><tr><td class="smalltext"><div class="signature">Set in stone</div></td></tr></table></td></tr></table></td></tr>
<tr><td><table><tr><td class="windowbg2"><table><tr><td valign="top"><b><a title="View the profile of kerr">kerr</a></b><div class="smalltext">Posts: 901</div></td><td><div id="subject_92"><a>Re: Who mends a mole?</a></div><div class="smalltext">&#171; <b>Reply #1 on:</b> March 21, 2008, 07:40:00 AM &#187;</div><hr /><div class="post">The sea, if you wait.</div></td></tr></table></td></tr></table></td></tr>
</table></form></div><div id="footerarea">Powered by SMF 1.1.8</div></body></html>"##,
        ["2008-03-20", "2008-03-21"],
        &["Newbie", "Posts:", "Set in stone", "Powered", "Reply #1", "Read 210"],
    );
}

#[test]
fn vanilla_gives_its_topic() {
    check(
        "https://stones.example/discussion/41/who-mends-a-mole",
        r##"<!DOCTYPE html><html lang="en"><head><title>Who mends a mole? - Stones and Mortar</title></head><body id="vanilla_discussion_index" class="Vanilla Post Discussion isDesktop"><div id="Frame"><div id="Body"><div id="Content" class="Column ContentColumn"><div class="MessageList Discussion"><div id="Item_0" class="PageTitle pageHeadingBox"><div class="Options"></div><h1>Who mends a mole?</h1></div>
<div id="Discussion_41" class="Item ItemDiscussion"><div class="Discussion"><div class="Item-Header DiscussionHeader"><div class="AuthorWrap"><span class="Author"><a title="ana_brod" href="/profile/ana_brod" class="PhotoWrap"><img class="ProfilePhoto"></a><a href="/profile/ana_brod" class="Username">ana_brod</a></span><span class="AuthorInfo"><span class="MItem Rank">Newcomer</span></span></div>
<div class="Meta DiscussionMeta"><span class="MItem DateCreated"><a class="Permalink"><time title="March 20, 2020 9:12AM" datetime="2020-03-20T09:12:00+00:00">March 2020</time></a></span><span class="MItem Category">in <a>Walls</a></span></div></div>
<div class="Item-BodyWrap"><div class="Item-Body"><div class="Message userContent">ASKED</div><div class="Signature UserSignature">Set in stone</div><div class="Reactions"><a>Like</a></div></div></div></div></div></div>
<div class="CommentsWrap"><h2 class="CommentHeading">Comments</h2><ul class="MessageList DataList Comments"><li class="Item Alt ItemComment" id="Comment_92"><div class="Comment"><div class="Item-Header CommentHeader"><span class="Author"><a class="Username">kerr</a></span><span class="MItem DateCreated"><time datetime="2020-03-21T07:40:00+00:00">March 2020</time></span></div>
<div class="Item-BodyWrap"><div class="Message userContent">The sea, if you wait.</div></div></div></li></ul></div><div class="Foot Closed">Sign In or Register to comment.</div></div></div></div></body></html>"##,
        ["2020-03-20", "2020-03-21"],
        &["Newcomer", "Set in stone", "Like", "Sign In"],
    );
}

#[test]
fn nodebb_gives_its_topic() {
    check(
        "https://stones.example/topic/61/who-mends-a-mole",
        r##"<!DOCTYPE html><html lang="en-GB"><head><title>Who mends a mole? | Stones and Mortar</title><meta property="og:title" content="Who mends a mole?"></head><body class="page-topic template-topic"><main id="panel"><div id="content"><div class="topic"><h1 component="post/header" class="tracking-tight"><span class="topic-title" component="topic/title">Who mends a mole?</span></h1>
<ul component="topic" class="posts timeline list-unstyled" data-tid="61">
<li component="post" class="pt-4 topic-owner-post" data-index="0" data-pid="901" data-uid="3" data-timestamp="1616231520000" data-username="ana_brod" itemprop="comment" itemtype="http://schema.org/Comment" itemscope><a component="post/anchor" data-index="0" id="1"></a><meta itemprop="datePublished" content="2021-03-20T09:12:00.000Z"><meta itemprop="dateModified" content="">
<div class="post-container"><div class="post-header"><a class="fw-bold" href="/user/ana_brod" data-username="ana_brod" data-uid="3">ana_brod</a><a class="post-date timeago" title="2021-03-20T09:12:00.000Z"></a><span>#1</span></div><div class="content mt-2" component="post/content" itemprop="text"><p dir="auto">ASKED</p></div><div class="post-footer"><a component="post/reply-count">1 Reply</a><div component="post/signature">Set in stone</div></div></div></li>
<li component="post" class="pt-4" data-index="1" data-pid="902" data-username="kerr" itemprop="comment" itemtype="http://schema.org/Comment" itemscope><meta itemprop="datePublished" content="2021-03-21T07:40:00.000Z"><div class="post-header"><a data-username="kerr" href="/user/kerr">kerr</a></div><div class="content" component="post/content" itemprop="text"><p>The sea, if you wait.</p></div></li>
</ul><div component="sidebar/left">Log in to reply</div></div></div></main></body></html>"##,
        ["2021-03-20", "2021-03-21"],
        &["1 Reply", "Set in stone", "Log in"],
    );
}

#[test]
fn flarum_gives_its_topic() {
    check(
        "https://stones.example/d/71-who-mends-a-mole",
        r##"<!DOCTYPE html><html dir="ltr" lang="en"><head><title>Who mends a mole? - Stones and Mortar</title></head><body><div id="app" class="App"><main class="App-content"><div id="content"><div class="DiscussionPage"><div class="DiscussionPage-discussion"><header class="Hero DiscussionHero"><div class="container"><ul class="DiscussionHero-items"><li class="item-title"><h1 class="DiscussionHero-title">Who mends a mole?</h1></li></ul></div></header>
<div class="container"><div class="DiscussionPage-stream"><div class="PostStream">
<div class="PostStream-item" data-index="0" data-time="2022-03-20T09:12:00+00:00" data-number="1" data-id="501" data-type="comment"><article class="CommentPost Post Post--by-start-user" data-id="501"><header class="Post-header"><ul><li class="item-user"><div class="PostUser"><h3 class="PostUser-name"><a href="/u/ana_brod"><span class="username">ana_brod</span></a></h3></div></li><li class="item-meta"><div class="Dropdown PostMeta"><a class="Dropdown-toggle"><time pubdate datetime="2022-03-20T09:12:00+00:00" title="Sunday, March 20, 2022 9:12 AM" data-humantime>20 Mar 2022</time></a><div class="Dropdown-menu dropdown-menu"><span class="PostMeta-number">Post #1</span></div></div></li></ul></header>
<div class="Post-body"><p>ASKED</p></div><aside class="Post-actions"><ul><li><button>Reply</button></li></ul></aside></article></div>
<div class="PostStream-item" data-number="2" data-id="502"><article class="CommentPost Post" data-id="502"><div class="PostUser"><h3 class="PostUser-name"><span class="username">kerr</span></h3></div><div class="PostMeta"><time datetime="2022-03-21T07:40:00+00:00">21 Mar 2022</time></div><div class="Post-body"><p>The sea, if you wait.</p></div></article></div>
</div></div><nav class="DiscussionPage-nav"><div class="PostStreamScrubber">2 of 2 posts</div></nav></div></div></div></div></main></div></body></html>"##,
        ["2022-03-20", "2022-03-21"],
        &["Reply", "Post #1", "2 of 2"],
    );
}

#[test]
fn insided_gives_its_topic() {
    check(
        "https://stones.example/walls-7/who-mends-a-mole-412",
        r##"<!DOCTYPE html><html lang="en"><head><title>Who mends a mole? | Stones and Mortar</title><meta property="og:title" content="Who mends a mole?"></head><body><div class="pagebox"><div class="qa-topic-header"><h1 class="topic-title qa-topic-title">Who mends a mole?</h1></div>
<div class="box qa-topic-first-post"><div id="topic412" class="post box__pad qa-topic-post-box"><div class="post__user__meta"><ul class="list"><li><span class="user-name-wrapper"><a class="qa-username link--user username">ana_brod</a></span></li><li><span class="usertitle qa-usertitle">Newcomer</span></li><li class="list-item--publish-date"><div class="tooltip-container"><time> Forum|4 years ago </time><div class="tooltip__content tooltip__content--publish-date">March 20, 2021</div></div></li></ul></div>
<div class="topic-view-content-wrapper"><div class="post__content qa-topic-post-content"><p>ASKED</p></div></div><div class="post__footer"><div class="signature">Set in stone</div><ul class="post__actions"><li><a><span>Like</span></a></li></ul></div></div></div>
<div id="comments" class="topic-replies__wrapper"><div class="topic-reply-box-wrapper"><div id="post9002" class="post box__pad qa-topic-post-box"><a class="qa-username">kerr</a><span class="qa-usertitle">Superuser</span><div class="tooltip__content--publish-date">March 21, 2021</div><div class="post__content qa-topic-post-content"><p>The sea, if you wait.</p></div></div></div></div></div></body></html>"##,
        ["2021-03-20", "2021-03-21"],
        &["Newcomer", "Superuser", "Set in stone", "Like", "years ago"],
    );
}

#[test]
fn wpforo_gives_its_topic() {
    check(
        "https://stones.example/community/walls/who-mends-a-mole/",
        r##"<!DOCTYPE html><html lang="en-US"><head><title>Who mends a mole? – Walls – Stones and Mortar</title></head><body class="wp-theme wpf-default wpft-topic"><div id="wpforo"><div id="wpforo-wrap"><div class="wpf-head-bar"><h1 id="wpforo-title"><span class="wpfsq">Who mends a mole?</span></h1></div>
<div class="wpforo-main"><div class="wpforo-content"><div class="wpforo-post-head"><div class="wpf-posts-head"><div class="wpf-post-head-left">2 Posts</div></div></div>
<div id="post-81" data-postid="81" class="post-wrap wpfn-topic wpfp-first"><div class="wpforo-post wpfcl-1"><div class="wpf-left"><div class="author-name"><a href="/participant/ana">ana_brod</a></div><div class="author-title">Eminent Member</div><div class="author-posts">Posts: 7</div></div>
<div class="wpf-right"><div class="wpforo-post-content-top"><span class="cbtl">Topic starter</span></div><div class="wpforo-post-content"><p>ASKED</p></div><div class="wpforo-post-content-bottom"><div class="cbleft"><span>Posted : March 20, 2019 9:12 am</span></div></div></div></div></div>
<div id="post-82" class="post-wrap wpfn-reply"><div class="wpforo-post"><div class="wpf-left"><div class="author-name"><a>kerr</a></div></div><div class="wpf-right"><div class="wpforo-post-content"><p>The sea, if you wait.</p></div><div class="wpforo-post-content-bottom"><div class="cbleft">Posted : March 21, 2019 7:40 am</div></div></div></div></div>
</div></div></div></div></body></html>"##,
        ["2019-03-20", "2019-03-21"],
        &["Eminent", "Posts:", "Topic starter", "Posted :"],
    );
}

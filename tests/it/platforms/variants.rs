//! Older and rarer variants of platforms: Drupal six, K2, MyBB's tables, Simple Machines of 2022, Invision's second board,
//! vBulletin's horizontal posts, the theme of phpBB three without boxes.

use super::page;

/// A board's page must tell who asks, who answers, and nothing else.
fn check(url: &str, html: &str, days: [&str; 2], furniture: &[&str]) {
    page(url, html)
        .titled("Where to buy oakum?")
        .by(&["ana_brod"])
        .on(days[0])
        .says("The chandler has none left. Who still sells it by the pound?")
        .thread(&[&format!("kerr | {} | - | Unpick a rope.", days[1])])
        .lacks(furniture);
}

#[test]
fn the_tables_of_an_older_mybb() {
    check(
        "http://caulk.example/showthread.php?tid=9",
        r##"<html><head><title>Where to buy oakum?</title></head><body><div id="container"><div class="logo"><a>Caulkers</a></div><div id="content"><table class="tborder"><tr><td class="thead"><strong>Where to buy oakum?</strong></td></tr></table><div id="posts">
<a name="pid51"></a><table border="0" class="tborder" style="clear: both;" id="post_51"><tbody><tr><td class="tcat"><div class="float_left smalltext">07-12-2011, 03:15 PM <span id="edited_by_51"></span></div><div class="float_right"><strong>Post: <a href="#pid51">#1</a></strong></div></td></tr>
<tr><td class="trow1 post_author"><table><tr><td class="post_avatar"></td><td class="post_author"><strong><span class="largetext"><a href="member.php?uid=3">ana_brod</a></span></strong><br /><span class="smalltext">Junior Member</span></td><td class="smalltext post_author_info">Posts: 7<br />Joined: Feb 2011</td></tr></table></td></tr>
<tr><td class="trow2 post_content "><span class="smalltext"><strong>Where to buy oakum?</strong></span><div class="post_body" id="pid_51">The chandler has none left. Who still sells it by the pound?</div><hr size="1" class="hrcleared" /><div class="signature">Tarred hands</div></td></tr></tbody></table>
<table class="tborder" id="post_52"><tbody><tr><td class="tcat"><div class="float_left smalltext">07-13-2011, 09:00 AM</div></td></tr><tr><td class="post_author"><strong><span class="largetext"><a>kerr</a></span></strong></td></tr><tr><td class="post_content"><div class="post_body" id="pid_52">Unpick a rope.</div></td></tr></tbody></table></div></div></div></body></html>"##,
        ["2011-07-12", "2011-07-13"],
        &["Junior", "Posts:", "Tarred hands", "#1"],
    );
}

#[test]
fn simple_machines_of_2022() {
    check(
        "https://caulk.example/index.php?topic=91.0",
        r##"<!DOCTYPE html><html lang="en-US"><head><title>Where to buy oakum?</title></head><body id="chrome" class="action_messageindex board_3"><div id="header"><h1 class="forumtitle"><a id="top">Caulkers</a></h1></div><div id="wrapper"><div id="content_section"><div id="main_content_section"><div id="display_head" class="information"><h2 class="display_title"><span id="top_subject">Where to buy oakum?</span></h2><p>Started by ana_brod, July 12, 2022, 03:15:00 PM</p></div>
<div id="forumposts"><form id="quickModForm">
<div class="windowbg" id="msg501"><div class="post_wrapper"><div class="poster"><h4><span class="off" title="Offline"></span> <a href="?action=profile;u=3" title="View the profile of ana_brod">ana_brod</a></h4><ul class="user_info"><li class="postgroup">Newbie</li><li class="postcount">Posts: 7</li></ul></div>
<div class="postarea"><div class="keyinfo"><div id="subject_501" class="subject_title subject_hidden"><a href="#msg501">Where to buy oakum?</a></div><div class="postinfo"><span class="messageicon"></span><a href="#msg501" rel="nofollow" title="Where to buy oakum?" class="smalltext">July 12, 2022, 03:15:00 PM</a></div></div><div class="post"><div class="inner" data-msgid="501" id="msg_501">The chandler has none left. Who still sells it by the pound?</div></div></div><div class="moderatorbar"><div class="signature" id="msg_501_signature">Tarred hands</div></div></div></div>
<div class="windowbg" id="msg502"><div class="post_wrapper"><div class="poster"><h4><a>kerr</a></h4></div><div class="postarea"><div class="keyinfo"><div id="subject_502"><a>Re: Where to buy oakum?</a></div><div class="postinfo"><a class="smalltext">July 13, 2022, 09:00:00 AM</a></div></div><div class="post"><div class="inner" id="msg_502">Unpick a rope.</div></div></div></div></div>
</form></div></div></div></div></body></html>"##,
        ["2022-07-12", "2022-07-13"],
        &["Newbie", "Posts:", "Tarred hands", "Started by"],
    );
}

#[test]
fn drupal_six_signs_in_a_line() {
    let html = r##"<html><head><title>Where to buy oakum? | Caulkers</title></head><body class="not-front node-type-story"><div id="content"><h1 class="title">Where to buy oakum?</h1><div id="node-9" class="node"><span class="submitted">Tue, 07/12/2011 - 15:15 — Ana Brod</span><div class="content clear-block"><p>The chandler has none left, and the boatyards of the whole coast are asking each other for a pound of it before the spring.</p><p>What there is comes by rail from the south, in bales, and is paid for in advance like a cargo of silk or of spice.</p></div></div>
<div id="comments"><a id="comment-31"></a><div class="comment clear-block"><h3><a href="/node/9#comment-31" class="active">Rope</a></h3><div class="submitted">Wed, 07/13/2011 - 09:00 — <span class="username">Ilo Kerr</span></div><div class="content"><p>Unpick a rope.</p></div><div class="links"><ul class="links"><li><a>reply</a></li></ul></div></div>
<div class="indented"><a id="comment-32"></a><div class="comment clear-block"><h3><a>Which?</a></h3><div class="submitted">Wed, 07/13/2011 - 12:30 — <span class="username">Pat Reed</span></div><div class="content"><p>The one you hang from.</p></div><div class="links"><ul><li><a>reply</a></li></ul></div></div></div></div></div></body></html>"##;
    page("http://caulk.example/node/9", html)
        .titled("Where to buy oakum?")
        .on("2011-07-12")
        .thread(&["Ilo Kerr | 2011-07-13 | - | Unpick a rope.", "Pat Reed | 2011-07-13 | 1 | The one you hang from."])
        .lacks(&["reply"]);
}

#[test]
fn joomla_with_k2_lists_its_comments() {
    let html = r##"<html><head><title>Where to buy oakum?</title></head><body><div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">Tuesday, 12 July 2011 15:15</span><h2 class="itemTitle">Where to buy oakum?</h2><span class="itemAuthor">Written by <a rel="author" href="/u/3">Ana Brod</a></span></div><div class="itemBody"><div class="itemFullText"><p>The chandler has none left, and the boatyards of the whole coast are asking each other for a pound of it before the spring.</p><p>What there is comes by rail from the south, in bales, and is paid for in advance like a cargo of silk or of spice.</p></div></div>
<a name="itemCommentsAnchor" id="itemCommentsAnchor"></a><div class="itemComments"><h3 class="itemCommentsCounter"><span>2</span> comments</h3><ul class="itemCommentsList">
<li class="even"><span class="commentLink"><a href="#comment31" name="comment31" id="comment31">Comment Link</a></span><img class="commentAvatar" src="a.png"><span class="commentDate">Wednesday, 13 July 2011 09:00</span><span class="commentAuthorName">posted by <a href="http://kerr.example" rel="nofollow">Ilo Kerr</a></span><p>Unpick a rope.</p></li>
<li class="odd"><span class="commentLink"><a id="comment32">Comment Link</a></span><span class="commentDate">Wednesday, 13 July 2011 12:30</span><span class="commentAuthorName">posted by Pat Reed</span><p>The one you hang from.</p></li></ul></div></div></body></html>"##;
    page("http://caulk.example/item/9", html)
        .titled("Where to buy oakum?")
        .by(&["Ana Brod"])
        .on("2011-07-12")
        .thread(&["Ilo Kerr | 2011-07-13 | - | Unpick a rope.", "Pat Reed | 2011-07-13 | - | The one you hang from."])
        .lacks(&["Comment Link", "posted by"]);
}

#[test]
fn posts_of_vbulletin_that_lie_flat() {
    check(
        "http://caulk.example/showthread.php?9",
        r##"<!DOCTYPE html><html id="vbulletin_html"><head><title>Where to buy oakum?</title><meta name="generator" content="vBulletin 4.1.5" /></head><body><div id="pagetitle"><h1>Thread: <span class="threadtitle"><a>Where to buy oakum?</a></span></h1></div><ol id="posts" class="posts">
<li class="postbit postbitim postcontainer old" id="post_51"><div class="postbithead"><span class="postdate old"><span class="date">07-12-2011 <span class="time">03:15 PM</span></span></span></div><div class="userinfo"><div class="username_container"><a class="username offline"><strong><font color="red">ana_brod</font></strong></a><span class="usertitle">Apprentice</span></div><div class="userinfo_extra"><dl><dt>Posts</dt><dd>7</dd></dl></div></div>
<div class="postbody"><h2 class="posttitle">Where to buy oakum?</h2><div class="content"><div id="post_message_51"><blockquote class="postcontent restore">The chandler has none left. Who still sells it by the pound?</blockquote></div></div></div></li>
<li class="postbit postcontainer old" id="post_52"><span class="postdate"><span class="date">07-13-2011 <span class="time">09:00 AM</span></span></span><a class="username"><strong>kerr</strong></a><div id="post_message_52"><blockquote class="postcontent restore">Unpick a rope.</blockquote></div><div class="postfoot"><a>Reply With Quote</a></div></li></ol></body></html>"##,
        ["2011-07-12", "2011-07-13"],
        &["Apprentice", "Posts", "Reply With Quote"],
    );
}

#[test]
fn the_table_theme_of_phpbb_three() {
    check(
        "http://caulk.example/viewtopic.php?f=2&t=9",
        r##"<!DOCTYPE html><html><head><title>Caulkers &bull; View topic - Where to buy oakum?</title></head><body class="ltr"><div id="wrapcentre"><div id="pageheader"><h2><a class="titles" href="./viewtopic.php?f=2&amp;t=9">Where to buy oakum?</a></h2></div><div id="pagecontent">
<table class="tablebg" width="100%" cellspacing="1"><tr class="row1"><td align="center" valign="middle"><a name="p51"></a><b class="postauthor">ana_brod</b></td><td width="100%" height="25"><table width="100%"><tr><td class="gensmall" width="100%"><div style="float: left;">&nbsp;<b>Post subject:</b> Where to buy oakum?</div><div style="float: right;"><a href="#p51"><img alt="Post" /></a><b>Posted:</b> Tue Jul 12, 2011 3:15 pm&nbsp;</div></td></tr></table></td></tr>
<tr class="row1"><td valign="top" class="profile"><table><tr><td class="postdetails">Apprentice</td></tr></table><span class="postdetails"><b>Joined:</b> Wed Feb 02, 2011 8:00 am<br /><b>Posts:</b> 7</span></td><td valign="top"><table width="100%"><tr><td><div class="postbody">The chandler has none left. Who still sells it by the pound?</div><div class="postbody signature">Tarred hands</div></td></tr></table></td></tr>
<tr class="row1"><td class="profile"><strong><a href="#wrapheader">Top</a></strong></td><td><div class="gensmall"><a>Profile</a></div></td></tr></table>
<table class="tablebg" width="100%"><tr class="row2"><td align="center"><a name="p52"></a><b class="postauthor">kerr</b></td><td width="100%"><table><tr><td class="gensmall"><div><b>Post subject:</b> Re: Where to buy oakum?</div><div><b>Posted:</b> Wed Jul 13, 2011 9:00 am</div></td></tr></table></td></tr><tr class="row2"><td class="profile"></td><td><table><tr><td><div class="postbody">Unpick a rope.</div></td></tr></table></td></tr></table>
</div></div></body></html>"##,
        ["2011-07-12", "2011-07-13"],
        &["Apprentice", "Posts:", "Tarred hands", "Top", "Profile"],
    );
}

#[test]
fn the_second_board_of_invision() {
    check(
        "http://caulk.example/index.php?showtopic=9",
        r##"<html><head><title>Where to buy oakum? - Caulkers</title></head><body><div id="ipbwrapper"><div class="borderwrap"><div class="maintitle"><div><b>Where to buy oakum?</b></div></div>
<table class="ipbtable" cellspacing="1"><tr><td valign="middle" class="row2" width="1%"><div id="post-member-51" class="popmenubutton-new-out"><span class="normalname"><a href="?showuser=3">ana_brod</a></span></div></td><td class="row2" valign="middle" width="99%"><div style="float: left;"><span class="postdetails"><img alt="post" /> Jul 12 2011, 03:15 PM</span></div><div align="right"><span class="postdetails">Post <a>#1</a></span></div></td></tr>
<tr><td valign="top" class="post2"><span class="postdetails">Apprentice<br />Group: Members<br />Posts: 7<br />Joined: 2-February 11</span></td><td width="100%" valign="top" class="post2" id="post-main-51"><div class="postcolor" id="post-51">The chandler has none left. Who still sells it by the pound?</div><div class="signature">Tarred hands</div></td></tr></table>
<table class="ipbtable"><tr><td class="row2"><span class="normalname"><a>kerr</a></span></td><td class="row2"><span class="postdetails"> Jul 13 2011, 09:00 AM</span></td></tr><tr><td class="post1"><span class="postdetails">Posts: 99</span></td><td class="post1" id="post-main-52"><div class="postcolor" id="post-52">Unpick a rope.</div></td></tr></table>
</div></div></body></html>"##,
        ["2011-07-12", "2011-07-13"],
        &["Apprentice", "Posts:", "Tarred hands", "Members"],
    );
}

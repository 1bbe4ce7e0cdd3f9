//! phpBB two and three: topics with signatures, user panels and quotations.

use super::page;

const URL: &str = "https://board.example/viewtopic.php?t=501";

/// Version three: boxes with a panel beside the text.
const THREE: &str = r##"<!DOCTYPE html><html dir="ltr" lang="en-gb"><head><title>Rope or chain? - Mooring Board</title>
<link rel="canonical" href="https://board.example/viewtopic.php?t=501"></head>
<body id="phpbb" class="nojs notouch section-viewtopic ltr "><div id="wrap" class="wrap"><div id="page-header"><div id="site-description"><h1>Mooring Board</h1><p>All about staying where you are</p></div>
<ul id="nav-main" class="nav-main linklist"><li><a href="./faq.php">FAQ</a></li><li><a>Login</a></li></ul></div>
<div id="page-body" class="page-body" role="main"><h2 class="topic-title"><a href="./viewtopic.php?t=501">Rope or chain?</a></h2>
<div class="action-bar bar-top"><div class="pagination">3 posts &bull; Page <strong>1</strong> of <strong>1</strong></div></div>
<div id="p9001" class="post has-profile bg2"><div class="inner">
<dl class="postprofile" id="profile9001"><dt class="has-profile-rank no-avatar"><div class="avatar-container"></div><a href="./memberlist.php?u=7" class="username">ana_brod</a></dt>
<dd class="profile-rank">Able seaman</dd><dd class="profile-posts"><strong>Posts:</strong> <a>212</a></dd><dd class="profile-joined"><strong>Joined:</strong> 02 May 2011, 10:00</dd></dl>
<div class="postbody"><div id="post_content9001"><h3 class="first"><a href="#p9001">Rope or chain?</a></h3>
<ul class="post-buttons"><li><a class="button icon-button quote-icon"><span>Quote</span></a></li></ul>
<p class="author"><a class="unread" href="#p9001"><i class="icon fa-file"></i><span class="sr-only">Post</span></a><span class="responsive-hide">by <strong><a href="./memberlist.php?u=7" class="username">ana_brod</a></strong> &raquo; </span><time datetime="2019-03-04T18:20:00+00:00">04 Mar 2019, 18:20</time></p>
<div class="content">My mooring lies in twelve feet of soft mud.<br><br>Does anybody still use chain all the way, or is rope enough for a boat of three tons?</div>
</div><div id="sig9001" class="signature">Fair winds and a dry bunk</div></div></div></div>
<hr class="divider">
<div id="p9002" class="post has-profile bg1"><div class="inner">
<dl class="postprofile" id="profile9002"><dt><a href="./memberlist.php?u=9" style="color:#AA0000" class="username-coloured">kerr</a></dt><dd class="profile-rank">Site Admin</dd><dd><strong>Posts:</strong> 4011</dd></dl>
<div class="postbody"><div><h3><a href="#p9002">Re: Rope or chain?</a></h3>
<p class="author"><span class="responsive-hide">by <strong><a class="username-coloured">kerr</a></strong> &raquo; </span><time datetime="2019-03-04T19:02:00+00:00">04 Mar 2019, 19:02</time></p>
<div class="content"><blockquote><div><cite><a href="./memberlist.php?u=7">ana_brod</a> wrote: <a href="#p9001">↑</a><div class="responsive-hide">04 Mar 2019, 18:20</div></cite>is rope enough for a boat of three tons?</div></blockquote>
Rope above, chain below. The chain chafes on the mud and not on your sleep.</div>
<div class="notice">Last edited by <a class="username">kerr</a> on 04 Mar 2019, 19:10, edited 1 time in total.</div></div>
<div id="sig9002" class="signature">Rules are at the top of the board</div></div></div></div>
<div id="p9003" class="post bg2 guest"><div class="inner"><dl class="postprofile"><dt><span class="username">Pat R</span></dt></dl>
<div class="postbody"><div><h3><a>Re: Rope or chain?</a></h3><p class="author">by <strong><span class="username">Pat R</span></strong> &raquo; <time datetime="2019-03-05T07:30:00+00:00">05 Mar 2019, 07:30</time></p>
<div class="content">What he says.</div></div></div></div></div>
<div class="action-bar bar-bottom"><a class="button">Post Reply</a></div>
<div class="stat-block online-list"><h3>Who is online</h3><p>Users browsing this forum: No registered users and 3 guests</p></div></div>
<div id="page-footer" class="page-footer">Powered by phpBB&reg; Forum Software</div></div></body></html>"##;

#[test]
fn the_first_post_is_the_article_and_the_others_are_comments() {
    page(URL, THREE)
        .titled("Rope or chain?")
        .by(&["ana_brod"])
        .on("2019-03-04")
        .says(
            "My mooring lies in twelve feet of soft mud. / Does anybody still use chain all the way, or is rope enough for a boat of three tons?",
        )
        .thread(&[
            "kerr | 2019-03-04 | - | ana_brod wrote: ↑ / 04 Mar 2019, 18:20 / is rope enough for a boat of three tons? / Rope above, chain below. The chain chafes on the mud and not on your sleep.",
            "Pat R | 2019-03-05 | - | What he says.",
        ])
        .ids(&["9002", "9003"]);
}

#[test]
fn signatures_panels_and_notices_of_edits_are_in_no_text() {
    page(URL, THREE).lacks(&[
        "Fair winds",
        "Rules are",
        "Able seaman",
        "Site Admin",
        "Posts:",
        "Last edited",
        "Who is online",
        "Powered by",
        "Quote",
        "Post Reply",
    ]);
}

#[test]
fn a_quotation_counts_as_quoted() {
    page(URL, THREE)
        .quotes(1, &["ana_brod wrote: ↑", "04 Mar 2019, 18:20", "is rope enough for a boat of three tons?"]);
}

/// Version two: a table whose rows are name and text, and a row of buttons between.
const TWO: &str = r##"<html><head><title>Mooring Board :: View topic - Rope or chain?</title></head><body>
<table width="100%"><tr><td><a class="maintitle" href="viewtopic.php?t=77">Rope or chain?</a></td></tr></table>
<table class="forumline" width="100%" cellspacing="1" cellpadding="3" border="0">
<tr align="right"><td class="catHead" colspan="2"><span class="nav"><a class="nav">View previous topic</a> :: <a class="nav">View next topic</a></span></td></tr>
<tr><th class="thLeft">Author</th><th class="thRight">Message</th></tr>
<tr><td width="150" align="left" valign="top" class="row1"><span class="name"><a name="311"></a><b>ana_brod</b></span><br /><span class="postdetails">Able seaman<br /><br />Joined: 02 May 2003<br />Posts: 212</span></td>
<td class="row1" width="100%"><table width="100%"><tr><td width="100%"><a href="viewtopic.php?p=311#311"><img src="icon_minipost.gif" alt="Post" /></a><span class="postdetails">Posted: Mon Mar 07, 2005 6:20 pm<span class="gen">&nbsp;</span>&nbsp;&nbsp;&nbsp;Post subject: Rope or chain?</span></td>
<td nowrap="nowrap"><a href="posting.php"><img src="icon_quote.gif" alt="Reply with quote" /></a></td></tr><tr><td colspan="2"><hr /></td></tr>
<tr><td colspan="2"><span class="postbody">My mooring lies in soft mud. Is rope enough?</span><span class="gensmall"></span></td></tr></table></td></tr>
<tr><td class="row1"><span class="nav"><a class="nav">Back to top</a></span></td><td class="row1"><table><tr><td><a>View user's profile</a></td></tr></table></td></tr>
<tr><td class="spaceRow" colspan="2" height="1"></td></tr>
<tr><td width="150" valign="top" class="row2"><span class="name"><a name="312"></a><b>kerr</b></span><br /><span class="postdetails">Site Admin<br />Posts: 4011</span></td>
<td class="row2"><table><tr><td><span class="postdetails">Posted: Tue Mar 08, 2005 8:15 am&nbsp;&nbsp;&nbsp;Post subject: </span></td></tr><tr><td><hr /></td></tr>
<tr><td colspan="2"><span class="postbody">Rope above, chain below.</span><span class="postbody"><br />_________________<br />Ask me about ropes</span></td></tr></table></td></tr>
<tr><td class="row2"><span class="nav"><a class="nav">Back to top</a></span></td><td></td></tr>
</table><span class="copyright">Powered by phpBB &copy; 2001, 2005 phpBB Group</span></body></html>"##;

#[test]
fn the_tables_of_version_two_are_read() {
    page("http://board.example/viewtopic.php?t=77", TWO)
        .titled("Rope or chain?")
        .by(&["ana_brod"])
        .on("2005-03-07")
        .says("My mooring lies in soft mud. Is rope enough?")
        .thread(&["kerr | 2005-03-08 | - | Rope above, chain below."])
        .lacks(&["Back to top", "Posts:", "Site Admin", "Powered by", "subject", "Ask me about", "____"]);
}

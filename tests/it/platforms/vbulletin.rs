//! vBulletin three, four and five.

use super::page;

/// Version three: a table a post.
const THREE: &str = r##"<html><head><title>Tar for old planks - Boatyard Talk</title><meta name="generator" content="vBulletin 3.8.4" /></head><body>
<div class="page"><table class="tborder"><tr><td class="navbar"><a>Boatyard Talk</a> &gt; <strong>Tar for old planks</strong></td></tr></table>
<div id="posts"><div align="center"><div class="page"><div id="edit501"><table id="post501" class="tborder" cellpadding="6" cellspacing="0" border="0" width="100%">
<tr><td class="thead"><div class="normal" style="float:right">&nbsp; #<a id="postcount501" name="1"><strong>1</strong></a> &nbsp;</div><div class="normal"><a name="post501"><img src="post_old.gif" alt="Old" /></a> 11-19-2009, 06:39 PM</div></td></tr>
<tr><td class="alt2"><table><tr><td nowrap="nowrap"><div id="postmenu_501"><a class="bigusername" href="member.php?u=3">ana_brod</a></div><div class="smallfont">Junior Member</div></td><td valign="top"><div class="smallfont"><div>Join Date: Apr 2008</div><div>Location: the pier</div><div>Posts: 20</div></div></td></tr></table></td></tr>
<tr><td class="alt1" id="td_post_501"><div class="smallfont"><strong>Tar for old planks</strong></div><hr size="1" /><div id="post_message_501">How many coats of tar does a plank of 1920 need?<br /><br />It drinks like a bosun.</div>
<div>__________________<br />Old wood, new money</div></td></tr></table></div></div></div>
<div align="center"><div id="edit502"><table id="post502" class="tborder"><tr><td class="thead"><div class="normal">#<strong>2</strong></div><div class="normal">11-20-2009, 08:01 AM</div></td></tr>
<tr><td class="alt2"><div id="postmenu_502"><a class="bigusername">kerr</a></div><div class="smallfont">Posts: 911</div></td></tr>
<tr><td class="alt1" id="td_post_502"><div id="post_message_502"><div style="margin:20px; margin-top:5px; "><div class="smallfont">Quote:</div><table><tr><td class="alt2"><div>Originally Posted by <strong>ana_brod</strong></div><div style="font-style:italic">It drinks like a bosun.</div></td></tr></table></div>Three, and rum for the bosun.</div></td></tr></table></div></div></div>
<table class="tborder"><tr><td class="thead">Posting Rules</td></tr><tr><td>You may not post new threads</td></tr></table></div>
<div class="smallfont">Powered by vBulletin&reg;</div></body></html>"##;

#[test]
fn version_three_is_read() {
    page("http://yard.example/showthread.php?t=44", THREE)
        .titled("Tar for old planks")
        .by(&["ana_brod"])
        .on("2009-11-19")
        .says("How many coats of tar does a plank of 1920 need? / It drinks like a bosun.")
        .ids(&["502"])
        .lacks(&["Junior Member", "Join Date", "Posts:", "Old wood", "Posting Rules", "Powered by"]);
}

/// Version four: list items.
const FOUR: &str = r##"<!DOCTYPE html><html lang="en" id="vbulletin_html"><head><title>Tar for old planks</title><meta name="generator" content="vBulletin 4.2.2" /></head><body>
<div class="above_body"><div id="header"><a>Boatyard Talk</a></div></div><div class="body_wrapper"><div id="pagetitle" class="pagetitle"><h1>Thread: <span class="threadtitle"><a href="showthread.php?45">Tar for old planks</a></span></h1></div>
<div id="postlist" class="postlist restrain"><ol id="posts" class="posts" start="1">
<li class="postbitlegacy postbitim postcontainer old" id="post_601"><div class="posthead"><span class="postdate old"><span class="date">11-19-2012,&nbsp;<span class="time">06:39 PM</span></span></span><span class="nodecontrols"><a class="postcounter">#1</a></span></div>
<div class="postdetails"><div class="userinfo"><div class="username_container"><a class="username offline popupctrl" href="member.php?3"><strong>ana_brod</strong></a></div><span class="usertitle">Junior Member</span><dl class="userinfo_extra"><dt>Join Date</dt><dd>Apr 2008</dd><dt>Posts</dt><dd>20</dd></dl></div>
<div class="postbody"><div class="postrow has_after_content"><h2 class="title icon">Tar for old planks</h2><div class="content"><div id="post_message_601"><blockquote class="postcontent restore ">How many coats of tar does a plank of 1920 need?</blockquote></div></div></div>
<div class="after_content"><blockquote class="signature restore"><div class="signaturecontainer">Old wood, new money</div></blockquote></div></div></div></li>
<li class="postbitlegacy postcontainer old" id="post_602"><div class="posthead"><span class="postdate old"><span class="date">11-20-2012,&nbsp;<span class="time">08:01 AM</span></span></span></div>
<div class="userinfo"><a class="username"><strong>kerr</strong></a></div><div class="postbody"><div id="post_message_602"><blockquote class="postcontent restore"><div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_postedby">Originally Posted by <strong>ana_brod</strong></div><div class="message">a plank of 1920</div></div></div></div>Three, and rum for the bosun.</blockquote></div></div>
<div class="postfoot"><a class="newreply">Reply With Quote</a></div></li>
</ol></div><div id="thread_info"><h4>Thread Information</h4><p>There are currently 1 users browsing this thread.</p></div></div></body></html>"##;

#[test]
fn version_four_is_read() {
    page("http://yard.example/showthread.php?45-Tar", FOUR)
        .titled("Tar for old planks")
        .by(&["ana_brod"])
        .on("2012-11-19")
        .says("How many coats of tar does a plank of 1920 need?")
        .thread(&[
            "kerr | 2012-11-20 | - | Originally Posted by ana_brod / a plank of 1920 / Three, and rum for the bosun.",
        ])
        .ids(&["602"])
        .lacks(&["Junior Member", "Old wood", "Reply With Quote", "Thread Information", "Thread:"]);
}

/// Version five: boxes with microdata.
const FIVE: &str = r##"<!DOCTYPE html><html lang="en"><head><title>Tar for old planks - Boatyard Talk</title><meta name="generator" content="vBulletin 5.6.4" /></head><body class="view-mode page92 channel-view">
<div id="breadcrumbs"><a>Home</a></div><h1 class="main-title js-main-title">Tar for old planks</h1>
<div class="conversation-content"><ul class="conversation-list list-container h-clearfix thread-view" itemprop="comment">
<li data-node-id="701" class="b-post js-post js-comment-entry__parent" itemscope itemtype="https://schema.org/DiscussionForumPosting"><a id="post701"></a>
<div class="b-post__grid-container"><div class="b-userinfo"><div class="author h-text-size--14" itemprop="author" itemscope itemtype="https://schema.org/Person"><strong><a href="/member/3"><span itemprop="name">ana_brod</span></a></strong></div><div class="usertitle">Junior Member</div><ul class="b-userinfo__additional-info"><li><label>Join Date:</label><span>Apr 2008</span></li></ul></div>
<div class="b-post__body"><hgroup class="b-post__hgroup"><div class="b-post__timestamp"><time itemprop="dateCreated" datetime="2018-11-19T18:39:00">11-19-2018, 06:39 PM</time></div><a class="b-post__count">#1</a></hgroup>
<h2 class="b-post__title" itemprop="headline">Tar for old planks</h2><div class="b-post__content js-post__content"><div class="OLD__post-content h-padding-top-xl"><div class="js-post__content-text restore h-wordwrap" itemprop="text">How many coats of tar does a plank of 1920 need?</div></div></div>
<div class="b-post__signature">Old wood, new money</div></div></div></li>
<li data-node-id="702" class="b-post js-post" itemscope itemtype="https://schema.org/Comment"><div class="author"><strong><a><span itemprop="name">kerr</span></a></strong></div>
<div class="b-post__timestamp"><time itemprop="dateCreated" datetime="2018-11-20T08:01:00">11-20-2018</time></div><div class="b-post__content js-post__content"><div class="js-post__content-text restore" itemprop="text">Three, and rum for the bosun.</div></div>
<ul class="b-post-control__list"><li>Like</li></ul></li></ul></div></body></html>"##;

#[test]
fn version_five_is_read() {
    page("https://yard.example/forum/tar/701-tar", FIVE)
        .titled("Tar for old planks")
        .by(&["ana_brod"])
        .on("2018-11-19")
        .says("How many coats of tar does a plank of 1920 need?")
        .thread(&["kerr | 2018-11-20 | - | Three, and rum for the bosun."])
        .lacks(&["Junior Member", "Old wood", "Join Date", "Like", "#1"]);
}

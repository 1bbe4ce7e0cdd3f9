//! WordPress: classic themes of several ages, block themes, pingbacks, Jetpack's furniture.

use super::page;

const URL: &str = "https://harbour.example/2017/07/12/the-last-ferry/";

/// A theme of the HTML5 age, with answers inside what they answer.
const CLASSIC: &str = r##"<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8">
<title>The last ferry &#8211; Harbour Notes</title>
<meta property="og:site_name" content="Harbour Notes">
<meta property="article:published_time" content="2017-07-12T08:15:00+00:00">
</head>
<body class="post-template-default single single-post postid-77">
<header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">Harbour Notes</a></p>
<nav id="site-navigation" class="main-navigation"><ul id="menu-main"><li class="menu-item"><a href="/about/">About</a></li></ul></nav></header>
<main id="main" class="site-main">
<article id="post-77" class="post-77 post type-post status-publish hentry">
<header class="entry-header"><h1 class="entry-title">The last ferry</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="2017-07-12T08:15:00+00:00">July 12, 2017</time></span>
<span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/ana/">Ana Brod</a></span></span></div></header>
<div class="entry-content">
<p>The last ferry of the season left the pier at noon, with eleven passengers, two bicycles and a goat that belonged to nobody on board.</p>
<p>It will not come back before April, and the island has learned to count its flour and its lamp oil by that day.</p>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Tweet</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>Another harbour story that nobody asked for here</p></div>
</div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/category/sea/" rel="category tag">Sea</a></span></footer>
</article>
<nav class="navigation post-navigation"><div class="nav-previous"><a href="/2017/07/01/fog/" rel="prev">Fog</a></div></nav>
<div id="comments" class="comments-area">
<h2 class="comments-title">4 thoughts on &ldquo;The last ferry&rdquo;</h2>
<ol class="comment-list">
<li id="comment-501" class="comment even thread-even depth-1 parent">
<article id="div-comment-501" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><img alt="" src="g.jpg" class="avatar avatar-32 photo"><b class="fn">Ilo Kerr</b> <span class="says">says:</span></div>
<div class="comment-metadata"><a href="https://harbour.example/2017/07/12/the-last-ferry/#comment-501"><time datetime="2017-07-12T09:00:00+00:00">July 12, 2017 at 9:00 am</time></a></div></footer>
<div class="comment-content"><p>The goat is mine.</p><p>She goes every year.</p></div>
<div class="reply"><a rel="nofollow" class="comment-reply-link" href="#">Reply</a></div>
</article>
<ol class="children">
<li id="comment-502" class="comment byuser comment-author-ana bypostauthor odd alt depth-2 parent">
<article id="div-comment-502" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn"><a href="https://harbour.example" class="url">Ana Brod</a></b> <span class="says">says:</span></div>
<div class="comment-metadata"><a href="#comment-502"><time datetime="2017-07-12T10:30:00+00:00">July 12, 2017 at 10:30 am</time></a></div></footer>
<div class="comment-content"><p>I beg her pardon.</p></div>
<div class="reply"><a class="comment-reply-link" href="#">Reply</a></div>
</article>
<ol class="children">
<li id="comment-504" class="comment even depth-3">
<article id="div-comment-504" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Ilo Kerr</b> <span class="says">says:</span></div>
<div class="comment-metadata"><a href="#comment-504"><time datetime="2017-07-13T07:00:00+00:00">July 13, 2017 at 7:00 am</time></a></div></footer>
<p class="comment-awaiting-moderation">Your comment is awaiting moderation.</p>
<div class="comment-content"><p>She accepts.</p></div>
</article></li></ol></li></ol></li>
<li id="comment-503" class="comment odd alt thread-odd thread-alt depth-1">
<article id="div-comment-503" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Deckhand on the Quay</b> <span class="says">says:</span></div>
<div class="comment-metadata"><a href="#comment-503"><time datetime="2017-07-12T21:45:00+00:00">July 12, 2017 at 9:45 pm</time></a></div></footer>
<div class="comment-content"><blockquote><p>with eleven passengers</p></blockquote><p>Twelve, I was one of them.</p></div>
</article></li>
</ol>
<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">Leave a Reply</h3>
<form id="commentform" class="comment-form"><p class="comment-notes">Your email address will not be published.</p><textarea name="comment"></textarea></form></div>
</div>
</main>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_comments"><h2>Recent Comments</h2>
<ul id="recentcomments"><li class="recentcomments"><span class="comment-author-link">Pat Reed</span> on <a href="/2016/01/01/ice/#comment-12">Ice</a></li></ul></section></aside>
<footer class="site-footer">Proudly powered by WordPress</footer>
</body></html>"##;

#[test]
fn a_classic_theme_gives_its_thread_to_the_third_level() {
    page(URL, CLASSIC)
        .titled("The last ferry")
        .by(&["Ana Brod"])
        .on("2017-07-12")
        .site("Harbour Notes")
        .thread(&[
            "Ilo Kerr | 2017-07-12 | - | The goat is mine. / She goes every year.",
            "Ana Brod | 2017-07-12 | 1 | I beg her pardon.",
            "Ilo Kerr | 2017-07-13 | 2 | She accepts.",
            "Deckhand on the Quay | 2017-07-12 | - | with eleven passengers / Twelve, I was one of them.",
        ])
        .ids(&["501", "502", "504", "503"])
        .quotes(4, &["with eleven passengers"]);
}

#[test]
fn a_classic_theme_leaves_its_furniture_out() {
    page(URL, CLASSIC)
        .says(
            "The last ferry of the season left the pier at noon, with eleven passengers, two bicycles and a goat that belonged to nobody on \
             board. / It will not come back before April, and the island has learned to count its flour and its lamp oil by that day.",
        )
        .lacks(&["says:", "Reply", "Share this", "Related", "Recent Comments", "Pat Reed", "awaiting moderation", "powered by"]);
}

/// A block theme: every part of a comment is a block.
const BLOCKS: &str = r##"<!DOCTYPE html>
<html lang="en-US"><head><title>Ice on the slipway – Harbour Notes</title></head>
<body class="wp-singular post-template-default single single-post wp-embed-responsive">
<div class="wp-site-blocks">
<header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">Harbour Notes</a></p></header>
<main class="wp-block-group">
<h1 class="wp-block-post-title">Ice on the slipway</h1>
<div class="wp-block-group is-layout-flex"><div class="wp-block-post-date"><time datetime="2023-01-20T07:30:00+00:00">January 20, 2023</time></div>
<div class="wp-block-post-author-name"><a href="/author/ana/" class="wp-block-post-author-name__link">Ana Brod</a></div></div>
<div class="entry-content wp-block-post-content">
<p>The slipway froze on Thursday night, and by Friday the boats lay beside it like fish on a slab, tied to the rings in the wall.</p>
<p>Nobody alive remembers ice so thick in January, though the old harbour book has a word for it and a drawing.</p></div>
<div class="wp-block-comments">
<h2 class="wp-block-comments-title">2 responses to “Ice on the slipway”</h2>
<ol class="wp-block-comment-template">
<li id="comment-31" class="comment even thread-even depth-1">
<div class="wp-block-columns"><div class="wp-block-column"><div class="wp-block-avatar"><img class="avatar" src="a.jpg" alt="Ilo Kerr Avatar"></div></div>
<div class="wp-block-column"><div class="wp-block-comment-author-name has-small-font-size">Ilo Kerr</div>
<div class="wp-block-group"><div class="wp-block-comment-date"><a href="/ice/#comment-31"><time datetime="2023-01-20T12:00:00+00:00">January 20, 2023</time></a></div>
<div class="wp-block-comment-edit-link"><a>Edit</a></div></div>
<div class="wp-block-comment-content"><p>My father drew that.</p></div>
<div class="wp-block-comment-reply-link"><a class="comment-reply-link">Reply</a></div></div></div>
<ol><li id="comment-32" class="comment odd alt depth-2">
<div class="wp-block-columns"><div class="wp-block-column">
<div class="wp-block-comment-author-name">Pat Reed</div>
<div class="wp-block-comment-date"><time datetime="2023-01-21T08:00:00+00:00">January 21, 2023</time></div>
<div class="wp-block-comment-content"><p>It hangs in the pilot house.</p></div>
<div class="wp-block-comment-reply-link"><a class="comment-reply-link">Reply</a></div></div></div></li></ol>
</li></ol>
<div class="wp-block-comments-pagination"><a>Older Comments</a></div>
<div id="respond" class="comment-respond wp-block-post-comments-form"><h3>Leave a Reply</h3><form><label>Comment *</label></form></div>
</div></main>
<footer class="wp-block-template-part"><p>Designed with WordPress</p></footer></div></body></html>"##;

#[test]
fn a_block_theme_gives_the_same() {
    page("https://harbour.example/ice/", BLOCKS)
        .titled("Ice on the slipway")
        .by(&["Ana Brod"])
        .on("2023-01-20")
        .thread(&[
            "Ilo Kerr | 2023-01-20 | - | My father drew that.",
            "Pat Reed | 2023-01-21 | 1 | It hangs in the pilot house.",
        ])
        .ids(&["31", "32"])
        .lacks(&["Reply", "Edit", "Older Comments", "Designed with", "responses to"]);
}

/// Comments and pingbacks in two lists, as themes part them.
const PINGS: &str = r##"<html><head><title>Fog bells « Harbour Notes</title></head><body>
<div id="content"><div class="post" id="post-9"><h2 class="entry-title">Fog bells</h2><p class="postmetadata">March 3rd, 2010 by Ana Brod</p>
<div class="entry"><p>Three bells hang in the mole, and each has a voice of its own, which the pilots know as they know their children.</p>
<p>The smallest was recast last week, and for the first time since the war it rings in tune with the other two of them.</p></div></div>
<h3 id="comments">3 Responses to &#8220;Fog bells&#8221;</h3>
<ol class="commentlist">
<li class="comment even thread-even depth-1" id="comment-4"><div id="div-comment-4" class="comment-body">
<div class="comment-author vcard"><cite class="fn"><a href="http://kerr.example" rel="external nofollow" class="url">Ilo Kerr</a></cite> <span class="says">says:</span></div>
<div class="comment-meta commentmetadata"><a href="#comment-4">March 3, 2010 at 5:40 pm</a></div>
<p>I heard it from the yard.</p><div class="reply"><a class="comment-reply-link">Reply</a></div></div></li>
</ol>
<h3 id="pings">Trackbacks/Pingbacks</h3>
<ol class="commentlist pinglist">
<li class="pingback odd alt thread-odd" id="comment-5"><div id="div-comment-5" class="comment-body">
<div class="comment-author vcard"><cite class="fn"><a href="http://bells.example/round-up" rel="external nofollow" class="url">Bell round-up &laquo; Bronze Weekly</a></cite> <span class="says">says:</span></div>
<div class="comment-meta commentmetadata"><a href="#comment-5">March 4, 2010 at 8:00 am</a></div>
<p>[...] The smallest was recast last week [...]</p></div></li>
<li class="trackback even" id="comment-6"><div id="div-comment-6"><div class="comment-author vcard"><cite class="fn"><a href="http://t.example/9">Tin and copper</a></cite> <span class="says">says:</span></div>
<div class="comment-meta commentmetadata"><a href="#comment-6">March 5, 2010 at 8:00 am</a></div><p>[...] in tune with the other two [...]</p></div></li>
</ol></div></body></html>"##;

#[test]
fn pingbacks_and_trackbacks_are_a_kind_of_their_own() {
    page("http://harbour.example/fog-bells/", PINGS).titled("Fog bells").by(&["Ana Brod"]).on("2010-03-03").thread(&[
        "Ilo Kerr | 2010-03-03 | - | I heard it from the yard.",
        "pingback Bell round-up « Bronze Weekly | 2010-03-04 | - | [...] The smallest was recast last week [...]",
        "pingback Tin and copper | 2010-03-05 | - | [...] in tune with the other two [...]",
    ]);
}

/// A theme of 2006: lines of name and day above the text, without boxes of their own.
const KUBRICK: &str = r##"<html><head><title>Harbour Notes &raquo; Blog Archive &raquo; The pilot's dog</title></head><body>
<div id="page"><div id="content" class="widecolumn"><div class="post" id="post-3"><h2>The pilot&#8217;s dog</h2>
<div class="entrytext"><p>The pilot&#8217;s dog can tell the post boat from the coal boat by the sound of the screw, and barks at one of them only.</p>
<p>Which one, the pilot will not say, since he has money on it, and the harbour master has put up as much against him.</p>
<p class="postmetadata alt"><small>This entry was posted on Tuesday, May 9th, 2006 at 4:12 pm and is filed under Dogs.</small></p></div></div>
<h3 id="comments">2 Responses to &#8220;The pilot&#8217;s dog&#8221;</h3>
<ol class="commentlist">
<li class="alt" id="comment-11"><cite>Ilo Kerr</cite> Says: <br /><small class="commentmetadata"><a href="#comment-11" title="">May 9th, 2006 at 6:01 pm</a> </small>
<p>The coal boat. She owes him a bone.</p></li>
<li class="" id="comment-12"><cite><a href="http://reed.example" rel="external nofollow">Pat Reed</a></cite> Says: <br /><small class="commentmetadata"><a href="#comment-12" title="">May 10th, 2006 at 9:20 am</a> </small>
<p>No bets after noon, please.</p></li>
</ol>
<h3 id="respond">Leave a Reply</h3><form id="commentform"><p><small>Name (required)</small></p></form></div></div></body></html>"##;

#[test]
fn a_theme_of_2006_is_read_too() {
    page("http://harbour.example/2006/05/09/the-pilots-dog/", KUBRICK)
        .titled("The pilot’s dog")
        .on("2006-05-09")
        .thread(&[
            "Ilo Kerr | 2006-05-09 | - | The coal boat. She owes him a bone.",
            "Pat Reed | 2006-05-10 | - | No bets after noon, please.",
        ])
        .ids(&["11", "12"])
        .lacks(&["Says", "Leave a Reply", "required", "filed under"]);
}

#[test]
fn a_post_without_comments_has_none() {
    let (before, _) = CLASSIC.split_once("<ol class=\"comment-list\">").expect("the list");
    let closed = format!("{before}<p class=\"no-comments\">Comments are closed.</p></div></main></body></html>");
    page(URL, &closed.replace("4 thoughts", "No thoughts")).titled("The last ferry").thread(&[]).lacks(&["closed"]);
}

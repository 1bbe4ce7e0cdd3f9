//! Movable Type, TypePad, Drupal, Joomla, Substack, Medium.

use super::page;

/// Running text of an article, so that it is one.
const TEXT: &str = "<p>The lock keeper wound the gates by hand on Sunday, as his grandmother did, because the motor had drowned in the flood.</p>\
    <p>It took him forty minutes for each boat, and nobody complained, since he sang while he worked and knew all the verses.</p>";

fn with_text(html: &str) -> String {
    html.replace("TEXT", TEXT)
}

#[test]
fn movable_type_names_whoever_wrote_below_the_text() {
    let html = with_text(
        r##"<html><head><title>The lock keeper - Canal Days</title></head><body class="mt-entry-archive">
<div id="content"><div id="entry-88" class="entry-asset asset hentry"><h1 id="page-title" class="asset-name entry-title">The lock keeper</h1>
<div class="asset-meta"><span class="byline">By <span class="vcard author">Ana Brod</span> on <abbr class="published" title="2008-10-14T09:00:00+00:00">October 14, 2008 9:00 AM</abbr></span></div>
<div class="asset-content entry-content"><div class="asset-body">TEXT</div></div></div>
<div id="comments" class="comments"><h2 class="comments-header">2 Comments</h2><div class="comments-content">
<div id="comment-910" class="comment"><div class="inner"><div class="comment-header"><div class="asset-meta">
<span class="byline"><span class="vcard author">Ilo Kerr</span> said:</span> <a href="#comment-910"><abbr class="published" title="2008-10-14T12:30:00+00:00">October 14, 2008 12:30 PM</abbr></a></div></div>
<div class="comment-content"><p>All but the last verse.</p></div><div class="comment-footer"><a>Reply</a></div></div></div>
<div id="comment-911" class="comment"><div class="inner"><div class="comment-header"><div class="asset-meta">
<span class="byline"><span class="vcard author">Pat Reed</span> replied to <a href="#comment-910">comment from Ilo Kerr</a></span> <abbr class="published" title="2008-10-15T07:05:00+00:00">October 15, 2008 7:05 AM</abbr></div></div>
<div class="comment-content"><p>That one is not for children.</p></div></div></div>
</div><div class="comments-open" id="comments-open"><h2 class="comments-open-header">Leave a comment</h2><form><label>Name</label></form></div></div>
</div></body></html>"##,
    );
    page("http://canal.example/2008/10/lock.html", &html)
        .titled("The lock keeper")
        .by(&["Ana Brod"])
        .on("2008-10-14")
        .thread(&[
            "Ilo Kerr | 2008-10-14 | - | All but the last verse.",
            "Pat Reed | 2008-10-15 | - | That one is not for children.",
        ])
        .lacks(&["said:", "Leave a comment", "Reply"]);
}

#[test]
fn typepad_signs_below_the_text() {
    let html = with_text(
        r##"<html><head><title>Canal Days: The lock keeper</title></head><body class="layout-two-column-right">
<div id="container"><div id="banner"><h1><a href="/">Canal Days</a></h1></div><div id="alpha"><h2 class="date-header">March 02, 2007</h2>
<div class="entry" id="entry-55"><h3 class="entry-header">The lock keeper</h3><div class="entry-content"><div class="entry-body">TEXT</div></div>
<p class="entry-footer"><span class="post-footers">Posted by Ana Brod on March 02, 2007 at 08:10 AM</span> <a class="permalink" href="#">Permalink</a></p></div>
<h3 class="comments-header"><a id="comments"></a>Comments</h3>
<div class="comments" id="all-comments"><div class="comments-body"><div class="comments-content"><div id="comments-content">
<a id="comment-6001"></a><div class="comment" id="comment-6001"><div class="comment-content"><p>I would pay to hear him.</p></div>
<p class="comment-footer">Posted by: <a rel="nofollow" href="http://kerr.example">Ilo Kerr</a> | <a href="#comment-6001">March 02, 2007 at 09:45 AM</a></p></div>
<a id="comment-6002"></a><div class="comment" id="comment-6002"><div class="comment-content"><p>He sings for nothing.</p></div>
<p class="comment-footer">Posted by: Pat Reed | <a href="#comment-6002">March 03, 2007 at 11:20 PM</a></p></div>
</div></div></div></div></div></div></body></html>"##,
    );
    page("http://canal.example/2007/03/lock.html", &html)
        .titled("The lock keeper")
        .on("2007-03-02")
        .thread(&[
            "Ilo Kerr | 2007-03-02 | - | I would pay to hear him.",
            "Pat Reed | 2007-03-03 | - | He sings for nothing.",
        ])
        .ids(&["6001", "6002"])
        .lacks(&["Posted by", "Permalink"]);
}

#[test]
fn drupal_seven_indents_answers() {
    let html = with_text(
        r##"<html><head><title>The lock keeper | Canal Days</title><meta name="Generator" content="Drupal 7 (http://drupal.org)" /></head>
<body class="html not-front page-node page-node-12 node-type-article"><div id="page"><div id="content"><h1 class="title" id="page-title">The lock keeper</h1>
<div id="node-12" class="node node-article clearfix"><div class="meta submitted">Submitted by <span class="username">Ana Brod</span> on Wed, 07/12/2017 - 15:15</div>
<div class="content clearfix"><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even">TEXT</div></div></div></div>
<ul class="links inline"><li class="comment-add"><a>Add new comment</a></li></ul>
<div id="comments" class="comment-wrapper"><h2 class="title">Comments</h2>
<a id="comment-21"></a><div class="comment clearfix"><div class="attribution"><div class="submitted"><p class="commenter-name"><span class="username">Ilo Kerr</span></p>
<p class="comment-time">Wed, 07/12/2017 - 16:00</p><p class="comment-permalink"><a href="/comment/21#comment-21" class="permalink">Permalink</a></p></div></div>
<div class="comment-text"><div class="comment-arrow"></div><h3><a href="/comment/21#comment-21">Not all verses</a></h3>
<div class="content"><div class="field field-name-comment-body"><div class="field-item even"><p>He skips the one about the miller.</p></div></div></div>
<ul class="links inline"><li class="comment-reply"><a>reply</a></li></ul></div></div>
<div class="indented"><a id="comment-22"></a><div class="comment clearfix"><div class="attribution"><div class="submitted"><p class="commenter-name"><span class="username">Pat Reed</span></p>
<p class="comment-time">Thu, 07/13/2017 - 08:30</p></div></div>
<div class="comment-text"><h3><a>The miller</a></h3><div class="content"><div class="field field-name-comment-body"><div class="field-item"><p>The miller was my uncle.</p></div></div></div>
<ul class="links inline"><li><a>reply</a></li></ul></div></div></div>
<h2 class="title comment-form">Add new comment</h2><form class="comment-form"><label>Your name</label></form></div></div></div></div></body></html>"##,
    );
    page("https://canal.example/node/12", &html)
        .titled("The lock keeper")
        .by(&["Ana Brod"])
        .on("2017-07-12")
        .thread(&[
            "Ilo Kerr | 2017-07-12 | - | He skips the one about the miller.",
            "Pat Reed | 2017-07-13 | 1 | The miller was my uncle.",
        ])
        .lacks(&["reply", "Add new comment", "Permalink", "Submitted by"]);
}

#[test]
fn drupal_ten_marks_comments_as_articles() {
    let html = with_text(
        r##"<!DOCTYPE html><html lang="en"><head><title>The lock keeper | Canal Days</title><meta name="Generator" content="Drupal 10 (https://www.drupal.org)" /></head>
<body class="path-node page-node-type-article"><main role="main"><div class="block-page-title-block"><h1 class="page-title"><span class="field field--name-title">The lock keeper</span></h1></div>
<article class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">By <span class="field field--name-uid"><span>Ana Brod</span></span>, 3 May, 2023</div></footer>
<div class="node__content clearfix"><div class="clearfix text-formatted field field--name-body field__item">TEXT</div></div>
<section class="field field--name-comment field--type-comment comment-wrapper"><h2 class="title">Comments</h2><article id="comment-3" class="comment js-comment by-anonymous clearfix">
<footer class="comment__meta"><p class="comment__author"><span>Ilo Kerr</span></p><p class="comment__time">Wed, 05/03/2023 - 10:12</p><p class="comment__permalink"><a href="/comment/3#comment-3">Permalink</a></p></footer>
<div class="comment__content"><h3><a href="/comment/3#comment-3">Songs</a></h3><div class="clearfix text-formatted field field--name-comment-body field__item"><p>Did he sing the long one?</p></div>
<ul class="links inline"><li><a href="/comment/reply">Reply</a></li></ul></div></article>
<div class="indented"><article id="comment-4" class="comment js-comment clearfix"><footer class="comment__meta"><p class="comment__author"><span>Pat Reed</span></p><p class="comment__time">Thu, 05/04/2023 - 09:00</p></footer>
<div class="comment__content"><div class="clearfix text-formatted field field--name-comment-body field__item"><p>Twice.</p></div></div></article></div>
<h2 class="title comment-form__title">Add new comment</h2><form class="comment-comment-form comment-form"><label>Your name</label></form></section></article></main></body></html>"##,
    );
    page("https://canal.example/lock-keeper", &html)
        .titled("The lock keeper")
        .by(&["Ana Brod"])
        .on("2023-05-03")
        .thread(&["Ilo Kerr | 2023-05-03 | - | Did he sing the long one?", "Pat Reed | 2023-05-04 | 1 | Twice."])
        .ids(&["3", "4"])
        .lacks(&["Permalink", "Reply", "Add new comment"]);
}

#[test]
fn joomla_with_jcomments_numbers_its_comments() {
    let html = with_text(
        r##"<html><head><title>The lock keeper</title><meta name="generator" content="Joomla! - Open Source Content Management" /></head><body class="site com_content view-article">
<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">The lock keeper</h2></div>
<dl class="article-info muted"><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Written by <span itemprop="name">Ana Brod</span></dd>
<dd class="published"><time datetime="2014-09-01T08:00:00+00:00" itemprop="datePublished">Published: 01 September 2014</time></dd></dl>
<div itemprop="articleBody">TEXT</div></div>
<div id="jc"><div id="comments"><h4>Comments <a class="refresh"></a></h4><div id="comments-list" class="comments-list">
<div class="even" id="comment-item-31"><div class="rbox"><div class="rbox_m"><div class="comment-box"><span class="comments-vote"><span id="comment-vote-holder-31"><span class="vote-none">0</span></span></span>
<a class="comment-anchor" href="#comment-31" id="comment-31">#1</a><span class="comment-author">Ilo Kerr</span><span class="comment-date">2014-09-01 21:40</span>
<div class="comment-body" id="comment-body-31">The motor was no loss.</div><span class="comments-buttons"><a href="#">Quote</a></span></div></div></div></div>
<div class="odd" id="comment-item-32"><div class="rbox"><div class="comment-box"><a class="comment-anchor" href="#comment-32">#2</a><span class="comment-author">Pat Reed</span><span class="comment-date">2014-09-02 06:10</span>
<div class="comment-body" id="comment-body-32">It was the town&#8217;s motor.</div><span class="comments-buttons"><a href="#">Quote</a></span></div></div></div></div></div>
<h4>Add comment</h4><form id="comments-form"></form></div></body></html>"##,
    );
    page("https://canal.example/lock", &html)
        .titled("The lock keeper")
        .by(&["Ana Brod"])
        .on("2014-09-01")
        .thread(&[
            "Ilo Kerr | 2014-09-01 | - | The motor was no loss.",
            "Pat Reed | 2014-09-02 | - | It was the town’s motor.",
        ])
        .ids(&["31", "32"])
        .lacks(&["Quote", "#1", "Add comment"]);
}

#[test]
fn joomla_with_komento_tells_depth_by_class() {
    let html = with_text(
        r##"<html><head><title>The lock keeper</title></head><body><article><h1>The lock keeper</h1>TEXT</article>
<div id="section-kmt" class="theme-kuro"><h3 class="kmt-title">Comments (2)</h3><ul class="kmt-list reset-ul">
<li id="kmt-71" class="kmt-item kmt-71 kmt-child-0" data-depth="0"><div class="kmt-wrap"><div class="kmt-head"><span class="kmt-author"><a>Ilo Kerr</a></span>
<span class="kmt-time"><time datetime="2013-04-05T10:00:00+00:00">Friday, 05 April 2013</time></span></div><div class="kmt-body"><div class="commentText"><span class="commentContent">A drowned motor is quiet.</span></div></div>
<div class="kmt-control"><a>Reply</a></div></div></li>
<li id="kmt-72" class="kmt-item kmt-72 kmt-child-1" data-depth="1"><div class="kmt-wrap"><span class="kmt-author"><a>Pat Reed</a></span>
<span class="kmt-time"><time datetime="2013-04-06T10:00:00+00:00">Saturday, 06 April 2013</time></span><div class="kmt-body"><div class="commentText">So is a paid one.</div></div></div></li>
</ul></div></body></html>"##,
    );
    page("https://canal.example/lock", &html)
        .titled("The lock keeper")
        .thread(&[
            "Ilo Kerr | 2013-04-05 | - | A drowned motor is quiet.",
            "Pat Reed | 2013-04-06 | 1 | So is a paid one.",
        ])
        .lacks(&["Reply", "Comments (2)"]);
}

#[test]
fn substack_and_medium_are_read() {
    let substack = with_text(
        r##"<html><head><title>The lock keeper - by Ana Brod - Canal Days</title><meta name="author" content="Ana Brod">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The lock keeper","datePublished":"2024-02-03T06:00:00+00:00","author":[{"@type":"Person","name":"Ana Brod"}]}</script></head>
<body><div class="single-post"><article class="typography newsletter-post post"><h1 class="post-title published">The lock keeper</h1><div class="available-content"><div class="body markup">TEXT</div></div></article>
<div class="comments-page"><h2>Discussion about this post</h2><div class="comment-list"><div class="comment-list-items">
<div class="comment"><table class="comment-content"><tbody><tr><td class="comment-head"></td><td class="comment-rest"><div class="comment-meta"><span class="commenter-name"><a href="/profile/1">Ilo Kerr</a></span>
<a class="comment-timestamp" title="Feb 3, 2024, 8:15 AM">Feb 3, 2024</a></div><div class="comment-body"><p><span>Which verses?</span></p></div><div class="comment-actions"><a>Reply</a></div></td></tr></tbody></table>
<div class="comment-list"><div class="comment"><table class="comment-content"><tbody><tr><td><div class="comment-meta"><span class="commenter-name"><a>Pat Reed</a></span><a class="comment-timestamp" title="Feb 4, 2024, 9:00 AM">Feb 4, 2024</a></div>
<div class="comment-body"><p><span>All.</span></p></div></td></tr></tbody></table></div></div></div>
</div></div></div></div></body></html>"##,
    );
    page("https://canal.example/p/lock", &substack)
        .titled("The lock keeper")
        .by(&["Ana Brod"])
        .on("2024-02-03")
        .thread(&["Ilo Kerr | 2024-02-03 | - | Which verses?", "Pat Reed | 2024-02-04 | 1 | All."])
        .lacks(&["Reply", "Discussion about"]);
}

//! Invision: the board of version three, the community of four, the entries of five.

use super::page;

/// Version three.
const THREE: &str = r##"<!DOCTYPE html><html><head><title>Bells for small boats - Gear - Harbour Board</title><meta property="og:title" content="Bells for small boats - Gear"/></head>
<body id="ipboard_body"><div id="content" class="clearfix"><h1 itemprop="name" class="ipsType_pagetitle">Bells for small boats</h1>
<div class="topic_controls"><ul class="topic_buttons"><li>Please log in to reply</li></ul></div>
<div class="topic hfeed clearfix"><div id="ips_Posts">
<div class="post_block hentry clear clearfix " id="post_id_301"><div class="post_wrap"><h3 class="row2"><span class="post_id right ipsType_small desc blend_links"><a rel="bookmark">#1</a></span><span class="author vcard"><a class="url fn name" href="/user/3-ana/"><span itemprop="name">ana_brod</span></a></span></h3>
<div class="author_info"><div class="user_details"><span class="hide">ana_brod</span><p class="desc member_title">Newbie</p><ul class="basic_info"><li class="post_count desc">9 posts</li></ul></div></div>
<div class="post_body"><p class="posted_info desc lighter ipsType_small">Posted <abbr class="published" itemprop="commentTime" title="2012-03-01T09:00:00+00:00">01 March 2012 - 09:00 AM</abbr></p>
<div itemprop="commentText" class="post entry-content "><p>Is a bell of six inches loud enough in fog?</p></div><div class="signature">Small is fair</div></div></div></div>
<div class="post_block hentry clear clearfix alt" id="post_id_302"><div class="post_wrap"><h3 class="row2"><span class="author vcard"><a class="url fn name"><span itemprop="name">kerr</span></a></span></h3>
<div class="post_body"><p class="posted_info">Posted <abbr class="published" title="2012-03-01T20:10:00+00:00">01 March 2012 - 08:10 PM</abbr></p><div itemprop="commentText" class="post entry-content "><p>Loud enough to be sworn at.</p></div><ul class="post_controls"><li><a>Back to top</a></li></ul></div></div></div>
</div></div></div></body></html>"##;

#[test]
fn version_three_is_read() {
    page("http://harbour.example/topic/30-bells/", THREE)
        .titled("Bells for small boats")
        .by(&["ana_brod"])
        .on("2012-03-01")
        .says("Is a bell of six inches loud enough in fog?")
        .thread(&["kerr | 2012-03-01 | - | Loud enough to be sworn at."])
        .ids(&["302"])
        .lacks(&["Newbie", "9 posts", "Small is fair", "Back to top", "log in"]);
}

/// Version four.
const FOUR: &str = r##"<!DOCTYPE html><html lang="en-US"><head><title>Bells for small boats - Gear - Harbour Board</title><meta property="og:title" content="Bells for small boats"><meta property="og:site_name" content="Harbour Board"></head>
<body class="ipsApp ipsApp_front ipsJS_none" data-controller="core.front.core.app"><main id="ipsLayout_body"><div id="ipsLayout_mainArea"><div class="ipsPageHeader"><h1 class="ipsType_pageTitle ipsContained_container"><span class="ipsType_break ipsContained"><span>Bells for small boats</span></span></h1>
<div class="ipsType_light">By <a>ana_brod</a>, <time datetime="2019-03-01T09:00:00Z">March 1, 2019</time> in <a>Gear</a></div></div>
<div id="comments" data-controller="core.front.core.commentFeed" class="cTopic ipsClear"><div data-role="commentFeed">
<a id="comment-4001"></a><article id="elComment_4001" class="cPost ipsBox ipsComment ipsComment_parent ipsClearfix"><aside class="ipsComment_author cAuthorPane ipsColumn"><h3 class="ipsType_sectionHead cAuthorPane_author"><strong><a class="ipsType_break">ana_brod</a></strong></h3><ul class="cAuthorPane_info"><li>Members</li><li>9</li></ul></aside>
<div class="ipsColumn ipsColumn_fluid"><div id="comment-4001_wrap" class="ipsComment_content ipsType_medium"><div class="ipsComment_meta ipsType_light"><p class="ipsComment_tools"><a class="ipsButton">Report post</a></p><a class="ipsType_blendLinks">Posted <time datetime="2019-03-01T09:00:00Z" title="03/01/19 09:00 AM">March 1, 2019</time></a></div>
<div class="cPost_contentWrap"><div data-role="commentContent" class="ipsType_normal ipsType_richText ipsContained"><p>Is a bell of six inches loud enough in fog?</p><span class="ipsType_reset ipsType_medium ipsType_light" data-excludequote><strong>Edited <time datetime="2019-03-01T09:30:00Z">March 1, 2019</time> by ana_brod</strong></span></div>
<div class="ipsItemControls"><ul><li><a>Quote</a></li></ul></div></div><div data-role="memberSignature" class="ipsType_richText">Small is fair</div></div></div></article>
<a id="comment-4002"></a><article id="elComment_4002" class="cPost ipsBox ipsComment ipsComment_parent"><aside class="ipsComment_author"><h3 class="cAuthorPane_author"><strong><a>kerr</a></strong></h3></aside><div class="ipsComment_content"><div class="ipsComment_meta"><a>Posted <time datetime="2019-03-02T07:00:00Z">March 2, 2019</time></a></div>
<div data-role="commentContent" class="ipsType_richText"><blockquote class="ipsQuote" data-ipsquote="" data-ipsquote-username="ana_brod"><div class="ipsQuote_citation">On 3/1/2019 at 9:00 AM, ana_brod said:</div><div class="ipsQuote_contents"><p>loud enough in fog?</p></div></blockquote><p>Loud enough to be sworn at.</p></div></div></article>
</div></div><div class="ipsBox"><h2>Recently Browsing</h2><p>0 members</p></div></div></main></body></html>"##;

#[test]
fn version_four_is_read() {
    page("https://harbour.example/topic/30-bells/", FOUR)
        .titled("Bells for small boats")
        .by(&["ana_brod"])
        .on("2019-03-01")
        .says("Is a bell of six inches loud enough in fog?")
        .thread(&[
            "kerr | 2019-03-02 | - | On 3/1/2019 at 9:00 AM, ana_brod said: / loud enough in fog? / Loud enough to be sworn at.",
        ])
        .ids(&["4002"])
        .lacks(&["Small is fair", "Report post", "Edited", "Members", "Recently Browsing"]);
}

/// Version five.
const FIVE: &str = r##"<!DOCTYPE html><html lang="en-US"><head><title>Bells for small boats - Gear - Harbour Board</title><meta property="og:title" content="Bells for small boats"></head>
<body data-ips-hook="body"><div class="ipsPwaInstall"><p>View in the app. A better way to browse, with push notifications, badges and more.</p></div>
<main id="ipsLayout__main"><section class="ipsLayout__primary-column"><header class="ipsPageHeader"><h1 class="ipsPageHeader__title" data-ips-hook="header"><span>Bells for small boats</span></h1></header>
<div id="comments" class="cTopic"><div id="elPostFeed" class="ipsEntries ipsEntries--topic" data-role="commentFeed"><form data-role="moderationTools">
<article id="elComment_7001" class="ipsEntry js-ipsEntry ipsEntry--post" data-ips-first-post><aside class="ipsEntry__author-column"><h3 class="ipsEntry__username"><a>ana_brod</a></h3><div class="ipsEntry__group">Members</div><ul class="ipsEntry__authorStats"><li>9 posts</li></ul></aside>
<aside class="ipsEntry__header"><span class="ipsEntry__date"><a><time datetime="2025-03-01T09:00:00Z" class="ipsTime ipsTime--long"><span class="ipsTime__long">March 1, 2025</span><span class="ipsTime__short">1 yr</span></time></a></span></aside>
<div id="comment-7001_wrap" class="ipsEntry__content"><div class="ipsEntry__post"><div class="ipsEntry__meta"><span class="ipsEntry__date">Posted <time datetime="2025-03-01T09:00:00Z">March 1</time></span></div>
<div class="ipsRichText ipsRichText--user" data-role="commentContent"><p>Is a bell of six inches loud enough in fog?</p></div><div class="ipsEntry__signature" data-role="memberSignature">Small is fair</div></div><menu class="ipsEntry__controls"><li>Quote</li></menu></div></article>
<article id="elComment_7002" class="ipsEntry js-ipsEntry ipsEntry--post"><aside class="ipsEntry__author-column"><h3 class="ipsEntry__username"><a>kerr</a></h3></aside><div class="ipsEntry__content"><div class="ipsEntry__meta"><time datetime="2025-03-02T07:00:00Z">March 2</time></div>
<div class="ipsRichText ipsRichText--user" data-role="commentContent"><p>Loud enough to be sworn at.</p></div></div></article></form></div></div></section></main></body></html>"##;

#[test]
fn version_five_is_read() {
    page("https://harbour.example/topic/31-bells/", FIVE)
        .titled("Bells for small boats")
        .by(&["ana_brod"])
        .on("2025-03-01")
        .says("Is a bell of six inches loud enough in fog?")
        .thread(&["kerr | 2025-03-02 | - | Loud enough to be sworn at."])
        .ids(&["7002"])
        .lacks(&["push notifications", "Small is fair", "9 posts", "Members", "Quote"]);
}

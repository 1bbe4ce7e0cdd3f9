//! Comment plug-ins and services of their own: wpDiscuz, Isso, Commento, Remark, Coral, OpenWeb, YouTube, Discuz.

use super::page;

/// A page round whatever a plug-in shows below its article.
fn with(plugin: &str) -> String {
    format!(
        r##"<!DOCTYPE html><html lang="en"><head><title>The swing bridge – Canal Days</title></head><body><header><a href="/">Canal Days</a></header>
<main><article class="post"><h1 class="entry-title">The swing bridge</h1><p class="byline">By <a rel="author" href="/author/ana/">Ana Brod</a>, <time datetime="2020-05-04T08:00:00Z">May 4, 2020</time></p>
<div class="entry-content"><p>The swing bridge stuck half open on Saturday, with the mayor on the one half and the band that should play for him on the other.</p>
<p>It took the smith two hours, a crowbar and a language that the band has promised to set to music before the summer is over.</p></div></article>
{plugin}</main><footer>Imprint</footer></body></html>"##
    )
}

fn check(plugin: &str, thread: &[&str], furniture: &[&str]) {
    page("https://canal.example/2020/05/bridge/", &with(plugin))
        .titled("The swing bridge")
        .by(&["Ana Brod"])
        .on("2020-05-04")
        .thread(thread)
        .lacks(furniture);
}

#[test]
fn the_seventh_wpdiscuz() {
    check(
        r##"<div id="comments" class="comments-area"><div id="respond" style="width: 0;height: 0;"></div><div id="wpdcom" class="wpdiscuz_unauth wpd-default"><div class="wc_social_plugin_wrapper"></div><div class="wpd-form-wrap"><div class="wpd-form-head"><div class="wpd-sbs-title">Subscribe</div></div><form class="wpd_comm_form"><label>Label</label></form></div>
<div id="wpd-threads" class="wpd-thread-wrapper"><div class="wpd-thread-head"><div class="wpd-thread-info" data-comments-count="2"><span class='wpdtc' title='2'>2</span> Comments</div></div><div class="wpd-comment-info-bar">Inline Feedbacks</div>
<div class="wpd-thread-list">
<div id="wpd-comm-501_0" class="comment even thread-even depth-1 wpd-comment wpd_comment_level-1"><div class="wpd-comment-wrap wpd-blog-guest"><div class="wpd-comment-left"><div class="wpd-avatar"><img alt="Ilo Kerr" class="avatar"></div></div>
<div id="comment-501" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author "> Ilo Kerr </div><div class="wpd-comment-date" title="May 4, 2020 9:15 pm"><i class="far fa-clock"></i> 4 years ago </div><div class="wpd-comment-link wpd-hidden"><span data-comment-url="#comment-501"></span></div></div>
<div class="wpd-comment-text"><p>I know that language. My father spoke it.</p></div><div class="wpd-comment-footer"><div class="wpd-vote"><div class="wpd-vote-up">3</div></div><div class="wpd-reply-button"><span>Reply</span></div></div></div></div><div id="wpdiscuz_form_anchor-501_0"></div>
<div id="wpd-comm-502_501" class="comment odd alt depth-2 wpd-comment wpd-reply wpd_comment_level-2"><div class="wpd-comment-wrap"><div id="comment-502" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">Pat Reed</div><div class="wpd-comment-date" title="May 5, 2020 7:00 am">4 years ago</div><div class="wpd-reply-to">Reply to <a href="#comment-501"> Ilo Kerr</a></div></div>
<div class="wpd-comment-text"><p>To us apprentices, mostly.</p></div><div class="wpd-comment-footer"><div class="wpd-reply-button"><span>Reply</span></div></div></div></div></div></div>
</div></div></div></div>"##,
        &[
            "Ilo Kerr | 2020-05-04 | - | I know that language. My father spoke it.",
            "Pat Reed | 2020-05-05 | 1 | To us apprentices, mostly.",
        ],
        &["Reply", "years ago", "Subscribe", "Inline Feedbacks"],
    );
}

#[test]
fn the_fifth_wpdiscuz() {
    check(
        r##"<div id="wpcomm" class="wpdiscuz_unauth"><p class="wc-comment-title">Leave a Reply</p><div class="wc-thread-wrapper" id="wcThreadWrapper">
<div id="wc-comm-61_0" class="comment even thread-even depth-1 wc-comment wc-blog-guest wc_comment_level-1"><div class="wc-comment-left"><div class="wc-blog-guest wc-comment-label"><span>Guest</span></div></div>
<div id="comment-61" class="wc-comment-right"><div class="wc-comment-header"><div class="wc-comment-author "> Ilo Kerr </div><div class="wc-comment-link"><i class="fas fa-share-alt"></i></div></div><div class="wc-comment-text"><p>I know that language.</p></div>
<div class="wc-comment-footer"><div class="wc-footer-left"><span class="wc_stick_btn"></span><span class="wc-reply-button wc-cta-button">Reply</span></div><div class="wc-footer-right"><div class="wc-comment-date"><i class="far fa-clock"></i> May 4, 2020 9:15 pm</div></div></div></div></div>
</div></div>"##,
        &["Ilo Kerr | 2020-05-04 | - | I know that language."],
        &["Reply", "Guest"],
    );
}

#[test]
fn a_theme_of_2011_with_its_own_words() {
    check(
        r##"<div id="comments"><h2 id="comments-title">One thought on &ldquo;<span>The swing bridge</span>&rdquo;</h2><ol class="commentlist"><li class="comment even thread-even depth-1" id="li-comment-71"><article id="comment-71" class="comment"><footer class="comment-meta"><div class="comment-author vcard"><img class="avatar"><span class="fn">Ilo Kerr</span> on <a href="#comment-71"><time datetime="2020-05-04T21:15:00+00:00">May 4, 2020 at 9:15 pm</time></a> <span class="says">said:</span></div></footer><div class="comment-content"><p>I know that language.</p></div><div class="reply"><a class="comment-reply-link">Reply <span>&darr;</span></a></div></article></li></ol></div>"##,
        &["Ilo Kerr | 2020-05-04 | - | I know that language."],
        &["said:", "Reply"],
    );
}

#[test]
fn isso_shows_its_thread() {
    check(
        r##"<section id="isso-thread" data-title="x"><h4 class="isso-thread-heading">2 Comments</h4><div class="isso-postbox"><div class="isso-form-wrapper"><textarea></textarea></div></div><div id="isso-root">
<div class="isso-comment" id="isso-81"><div class="isso-avatar"><svg></svg></div><div class="isso-text-wrapper"><div class="isso-comment-header"><span class="isso-author">Ilo Kerr</span><span class="isso-spacer">•</span><a class="isso-permalink" href="#isso-81"><time title="2020-05-04T21:15:00.000Z" datetime="2020-05-04T21:15:00.000Z">4 years ago</time></a></div><div class="isso-text"><p>I know that language.</p></div><div class="isso-comment-footer"><a class="isso-upvote">1</a><a class="isso-reply" href="#">Reply</a></div></div>
<div class="isso-follow-up"><div class="isso-comment" id="isso-82"><div class="isso-text-wrapper"><div class="isso-comment-header"><span class="isso-author">Pat Reed</span><time datetime="2020-05-05T07:00:00.000Z">4 years ago</time></div><div class="isso-text"><p>Who does not?</p></div><div class="isso-comment-footer"><a class="isso-reply">Reply</a></div></div></div></div></div></div></section>"##,
        &["Ilo Kerr | 2020-05-04 | - | I know that language.", "Pat Reed | 2020-05-05 | 1 | Who does not?"],
        &["Reply", "years ago"],
    );
}

#[test]
fn commento_shows_its_thread() {
    check(
        r##"<div id="commento" class="commento-root"><div class="commento-main-area"><div class="commento-textarea-container"><textarea></textarea></div><div class="commento-comments">
<div class="commento-card" id="commento-comment-card-a91"><div class="commento-header"><div class="commento-options"><button></button></div><div class="commento-avatar">I</div><div class="commento-name" id="commento-comment-name-a91">Ilo Kerr</div><div class="commento-subtitle"><div class="commento-score">3 points</div><div class="commento-timeago" title="Mon May 04 2020 21:15:00 GMT+0000">4 years ago</div></div></div><div class="commento-body"><div><p>I know that language.</p></div></div>
<div class="commento-card" id="commento-comment-card-a92"><div class="commento-header"><div class="commento-name">Pat Reed</div><div class="commento-subtitle"><div class="commento-timeago" title="Tue May 05 2020 07:00:00 GMT+0000">4 years ago</div></div></div><div class="commento-body"><p>Who does not?</p></div></div></div></div></div></div>"##,
        &["Ilo Kerr | 2020-05-04 | - | I know that language.", "Pat Reed | 2020-05-05 | 1 | Who does not?"],
        &["points", "years ago"],
    );
}

#[test]
fn remark_shows_its_thread() {
    check(
        r##"<div id="remark42"><div class="root" id="remark42-root"><div class="root__main"><div class="root__threads" role="list">
<div class="thread root__thread" role="listitem"><article id="remark42__comment-c1" class="comment root_comment"><div class="comment__info"><span class="comment__username">Ilo Kerr</span><a class="comment__time" href="#remark42__comment-c1"><time datetime="2020-05-04T21:15:00.000Z">May 4, 2020</time></a><span class="comment__score">+3</span></div><div class="comment__body"><div class="comment__text raw-content"><p>I know that language.</p></div><div class="comment-actions"><button>Reply</button></div></div></article>
<div class="thread__replies"><div class="thread"><article id="remark42__comment-c2" class="comment thread_comment"><div class="comment__info"><span class="comment__username">Pat Reed</span><a class="comment__time"><time datetime="2020-05-05T07:00:00.000Z">May 5, 2020</time></a></div><div class="comment__body"><div class="comment__text raw-content"><p>Who does not?</p></div></div></article></div></div></div></div></div></div></div>"##,
        &["Ilo Kerr | 2020-05-04 | - | I know that language.", "Pat Reed | 2020-05-05 | 1 | Who does not?"],
        &["Reply", "+3"],
    );
}

#[test]
fn coral_shows_its_thread() {
    check(
        r##"<div id="coral_thread"><div class="coral coral-stream"><div id="comments-allComments-log" role="log">
<article class="coral coral-comment coral-indent-0" id="comment-3a01" aria-labelledby="x"><div class="coral coral-comment-topBar"><span class="coral coral-username coral-comment-username"><span>Ilo Kerr</span></span><time class="coral coral-timestamp coral-comment-timestamp" datetime="2020-05-04T21:15:00.000Z">4 years ago</time></div><div class="coral coral-content coral-comment-content"><div>I know that language.</div></div><div class="coral coral-comment-actionBar"><button><span>Respect</span></button><button><span>Reply</span></button></div></article>
<article class="coral coral-comment coral-indent-1" id="comment-3a02"><div class="coral-comment-topBar"><span class="coral coral-username">Pat Reed</span><time class="coral coral-timestamp" datetime="2020-05-05T07:00:00.000Z">4 years ago</time></div><div class="coral coral-content coral-comment-content"><div>Who does not?</div></div></article>
</div></div></div>"##,
        &["Ilo Kerr | 2020-05-04 | - | I know that language.", "Pat Reed | 2020-05-05 | 1 | Who does not?"],
        &["Respect", "Reply", "years ago"],
    );
}

#[test]
fn openweb_shows_its_thread() {
    check(
        r##"<div data-spot-im-module-default-area="conversation"><div class="spcv_conversation"><div class="spcv_header">Conversation</div><ul class="spcv_messages-list" role="list">
<li class="spcv_list-item" role="listitem"><div class="spcv_commentContainer"><article id="message-sp_1_c1" data-spmark="message" data-message-id="c1" class="spcv_root-message"><div class="spcv_messageTop"><button class="src-components-Username-index__wrapper" data-spot-im-class="message-username"><span data-spot-im-class="message-username">Ilo Kerr</span></button><time class="spcv_timestamp" datetime="2020-05-04T21:15:00.000Z" data-spot-im-class="message-timestamp">4 May, 2020</time></div><div class="spcv_message" data-spot-im-class="message-text"><p>I know that language.</p></div><div class="spcv_actions"><button>Reply</button><button>Share</button></div></article></div>
<ul class="spcv_children-list"><li class="spcv_list-item" role="listitem"><article id="message-sp_1_c2" data-spmark="message" data-message-id="c2"><span data-spot-im-class="message-username">Pat Reed</span><time datetime="2020-05-05T07:00:00.000Z" data-spot-im-class="message-timestamp">5 May, 2020</time><div data-spot-im-class="message-text"><p>Who does not?</p></div></article></li></ul></li></ul></div></div>"##,
        &["Ilo Kerr | 2020-05-04 | - | I know that language.", "Pat Reed | 2020-05-05 | 1 | Who does not?"],
        &["Reply", "Share"],
    );
}

/// A film with remarks below it, as a browser saves it.
const FILM: &str = r##"<!DOCTYPE html><html lang="en"><head><title>The swing bridge - YouTube</title><meta name="title" content="The swing bridge"></head><body><ytd-app><ytd-watch-flexy><div id="above-the-fold"><h1 class="style-scope ytd-watch-metadata"><yt-formatted-string class="style-scope ytd-watch-metadata">The swing bridge</yt-formatted-string></h1></div>
<ytd-comments id="comments"><ytd-comments-header-renderer><h2 id="count"><yt-formatted-string>2 Comments</yt-formatted-string></h2></ytd-comments-header-renderer><div id="contents">
<ytd-comment-thread-renderer class="style-scope ytd-item-section-renderer"><ytd-comment-view-model id="comment" class="style-scope"><div id="body"><div id="main"><div id="header"><div id="header-author"><h3><a id="author-text" href="/@ilo"><span>@ilo-kerr</span></a></h3><span id="published-time-text"><a href="/watch?v=x&amp;lc=UgA">4 years ago</a></span></div></div><div id="expander"><yt-attributed-string id="content-text"><span>I know that language.</span></yt-attributed-string></div><ytd-comment-engagement-bar id="action-buttons"><span id="vote-count-middle">12</span><button>Reply</button></ytd-comment-engagement-bar></div></div></ytd-comment-view-model>
<div id="replies"><ytd-comment-replies-renderer><div id="expander-contents"><div id="contents"><ytd-comment-view-model class="style-scope"><div id="main"><h3><a id="author-text"><span>@pat</span></a></h3><span id="published-time-text"><a>3 years ago</a></span><yt-attributed-string id="content-text"><span>Who does not?</span></yt-attributed-string></div></ytd-comment-view-model></div></div></ytd-comment-replies-renderer></div></ytd-comment-thread-renderer>
</div></ytd-comments></ytd-watch-flexy></ytd-app></body></html>"##;

#[test]
fn remarks_below_a_film_are_read() {
    page("https://films.example/watch?v=x", FILM)
        .titled("The swing bridge")
        .thread(&["@ilo-kerr | - | - | I know that language.", "@pat | - | 1 | Who does not?"])
        .lacks(&["Reply", "years ago", "12"]);
}

#[test]
fn a_topic_of_discuz_is_read() {
    let post = |id: u32, name: &str, day: u32, text: &str| {
        format!(
            r##"<div id="post_{id}"><table id="pid{id}" class="plhin" summary="pid{id}" cellspacing="0"><tr><td class="pls" rowspan="2"><div id="favatar{id}" class="pls favatar"><div class="pi"><div class="authi"><a href="space" class="xw1">{name}</a></div></div><p><em>新手上路</em></p></div></td><td class="plc"><div class="pi"><div class="pti"><div class="authi"><img class="authicn"><em id="authorposton{id}">发表于 2020-5-{day} 21:15:00</em></div></div></div><div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_{id}">{text}</td></tr></table></div></div></div></td></tr><tr><td class="plc plm"><div class="sign">签名</div></td></tr></table></div>"##
        )
    };
    let html = format!(
        r##"<!DOCTYPE html><html><head><title>旋转桥卡住了 - 运河论坛 - Powered by Discuz!</title><meta name="generator" content="Discuz! X3.4"></head><body id="nv_forum" class="pg_viewthread"><div id="wp" class="wp"><div id="ct"><div id="postlist" class="pl bm"><table><tr><td class="plc"><h1 class="ts"><span id="thread_subject">旋转桥卡住了</span></h1></td></tr></table>{}{}</div></div></div></body></html>"##,
        post(901, "ana", 4, "桥在星期六卡住了，市长在这边，乐队在那边。"),
        post(902, "kerr", 5, "铁匠说的话我懂。"),
    );
    page("https://canal.example/forum.php?mod=viewthread&tid=77", &html)
        .titled("旋转桥卡住了")
        .by(&["ana"])
        .on("2020-05-04")
        .says("桥在星期六卡住了，市长在这边，乐队在那边。")
        .thread(&["kerr | 2020-05-05 | - | 铁匠说的话我懂。"])
        .lacks(&["新手", "签名", "发表于"]);
}

//! Discourse: saved from a browser, as crawlers see it, and with its posts as data alone.

use super::page;

const URL: &str = "https://talk.example/t/how-deep-is-the-old-dock/501";

const HEAD: &str = r##"<!DOCTYPE html><html lang="en"><head><title>How deep is the old dock? - Charts - Talk of the Quay</title>
<meta name="generator" content="Discourse 3.4.0 - https://github.com/discourse/discourse"><meta property="og:site_name" content="Talk of the Quay" />
<meta property="og:title" content="How deep is the old dock?" /></head>"##;

#[test]
fn a_page_shown_to_crawlers_is_read() {
    let html = format!(
        "{HEAD}{}",
        r##"<body class="crawler browser-update"><header><a href="/"><img alt="Talk of the Quay"></a></header><div id="main-outlet" class="wrap" role="main">
<div id="topic-title"><h1><a href="/t/501">How deep is the old dock?</a></h1><div class="topic-category"><a class="badge-wrapper">Charts</a></div></div>
<div itemscope itemtype='http://schema.org/DiscussionForumPosting'><meta itemprop='headline' content='How deep is the old dock?'>
<div id='post_1' class='topic-body crawler-post'><div class='crawler-post-meta'><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" rel='nofollow' href='/u/ana'><span itemprop='name'>ana</span></a></span>
<link itemprop="mainEntityOfPage" href="/t/501"><span class="crawler-post-infos"><time itemprop='datePublished' datetime='2024-05-03T08:45:04Z' class='post-time'>May 3, 2024, 8:45am</time><meta itemprop='dateModified' content='2024-05-03T08:45:04Z'><span itemprop='position'>1</span></span></div>
<div class='post' itemprop='text'><p>The chart says four metres, my keel says three.</p><p>Who is right?</p></div>
<div itemprop="interactionStatistic" itemscope><meta itemprop="userInteractionCount" content="3"/><span class='post-likes'>3 Likes</span></div></div>
<div id='post_2' itemprop='comment' itemscope itemtype='http://schema.org/Comment' class='topic-body crawler-post'><div class='crawler-post-meta'><span class="creator" itemprop="author" itemscope><a itemprop="url" href='/u/ilo'><span itemprop='name'>ilo</span></a> (Ilo, pilot)</span>
<span class="crawler-post-infos"><time itemprop='datePublished' datetime='2024-05-03T11:39:00Z' class='post-time'>May 3, 2024, 11:39am</time></span></div>
<div class='post' itemprop='text'><aside class="quote no-group" data-username="ana" data-post="1" data-topic="501"><div class="title"><div class="quote-controls"></div>ana:</div><blockquote><p>my keel says three</p></blockquote></aside><p>Your keel was there last.</p></div>
<div class='crawler-linkback-list' itemprop='mainEntityOfPage'><div><a href="/t/7">Old dock again</a></div></div></div>
</div><div id="related-topics" class="more-topics__list"><h3>Related topics</h3><table class="topic-list"><tr><td>Kelp</td></tr></table></div></div>
<footer class="container wrap"><nav class='crawler-nav'><a>Home</a></nav><p>Powered by Discourse, best viewed with JavaScript enabled</p></footer></body></html>"##
    );
    page(URL, &html)
        .titled("How deep is the old dock?")
        .by(&["ana"])
        .on("2024-05-03")
        .site("Talk of the Quay")
        .says("The chart says four metres, my keel says three. / Who is right?")
        .thread(&["ilo | 2024-05-03 | - | ana: / my keel says three / Your keel was there last."])
        .quotes(1, &["my keel says three"])
        .lacks(&["Likes", "Related topics", "Old dock again", "Powered by", "pilot"]);
}

#[test]
fn a_page_saved_from_a_browser_is_read() {
    let html = format!(
        "{HEAD}{}",
        r##"<body class="docked"><section id="main"><div id="main-outlet"><div class="topic-area"><div id="topic-title"><h1 data-topic-id="501"><a class="fancy-title"><span>How deep is the old dock?</span></a></h1></div>
<section class="topic-area"><div class="posts-wrapper"><div class="post-stream">
<div class="topic-post clearfix topic-owner regular" data-post-number="1"><article id="post_1" role="region" data-post-id="9101" data-topic-id="501" data-user-id="4" class="boxed onscreen-post"><div class="row"><div class="topic-avatar"><a class="trigger-user-card main-avatar" data-user-card="ana"></a></div>
<div class="topic-body clearfix"><div class="topic-meta-data"><div class="names trigger-user-card"><span class="first username"><a href="/u/ana" data-user-card="ana">ana</a></span></div><div class="post-infos"><div class="post-info post-date"><a class="post-date"><span title="May 3, 2024 8:45 am" data-time="1714725904000" class="relative-date">May 2024</span></a></div></div></div>
<div class="regular contents"><div class="cooked"><p>The chart says four metres, my keel says three.</p></div><section class="post-menu-area clearfix"><nav class="post-controls"><button>Reply</button></nav></section></div></div></div></article></div>
<div class="topic-post clearfix regular" data-post-number="2"><article id="post_2" data-post-id="9102" data-topic-id="501" class="boxed"><div class="topic-body"><div class="topic-meta-data"><div class="names"><span class="first username new-user"><a>ilo</a></span><span class="user-title">pilot</span></div><div class="post-info post-date"><span title="May 4, 2024 7:00 pm" class="relative-date">May 2024</span></div></div>
<div class="cooked"><p>Your keel was there last.</p></div></div></article></div>
</div></div></section><div class="topic-timeline"><div class="timeline-date-wrapper">May 2024</div></div></div></div></section></body></html>"##
    );
    page(URL, &html)
        .titled("How deep is the old dock?")
        .by(&["ana"])
        .on("2024-05-03")
        .says("The chart says four metres, my keel says three.")
        .thread(&["ilo | 2024-05-04 | - | Your keel was there last."])
        .ids(&["9102"])
        .lacks(&["Reply", "pilot"]);
}

/// A page whose posts are data that a script would show.
fn preloaded(posts: &str) -> String {
    let topic = format!(r#"{{"id":501,"title":"How deep is the old dock?","post_stream":{{"posts":[{posts}]}}}}"#);
    let data = serde_json::json!({ "currentUser": "null", "topic_501": topic })
        .to_string()
        .replace('&', "&amp;")
        .replace('"', "&quot;");
    format!(
        "{HEAD}<body class=\"\"><discourse-assets><discourse-assets-json><div class=\"hidden\" id=\"data-preloaded\" data-preloaded=\"{data}\"></div>\
         </discourse-assets-json></discourse-assets><section id=\"d-splash\"></section></body></html>"
    )
}

#[test]
fn posts_kept_as_data_are_read_where_nothing_else_shows_them() {
    let posts = r#"{"id":9101,"username":"ana","name":"Ana B","created_at":"2024-05-03T08:45:04.123Z","cooked":"<p>The chart says four metres, my keel says three.</p>","post_number":1},
        {"id":9102,"username":"ilo","created_at":"2024-05-03T11:39:00Z","cooked":"<p>Your keel was there last.</p>","post_number":2,"reply_to_post_number":1},
        {"id":9103,"username":"system","created_at":"2024-05-03T12:00:00Z","cooked":"","post_number":3,"action_code":"pinned.enabled"},
        {"id":9104,"username":"pat","created_at":"2024-05-04T06:00:00Z","cooked":"<p>So was mine &amp; it is red now.</p>","post_number":4,"reply_to_post_number":2}"#;
    page(URL, &preloaded(posts))
        .titled("How deep is the old dock?")
        .by(&["ana"])
        .on("2024-05-03")
        .says("The chart says four metres, my keel says three.")
        .thread(&[
            "ilo | 2024-05-03 | - | Your keel was there last.",
            "pat | 2024-05-04 | 1 | So was mine & it is red now.",
        ])
        .ids(&["9102", "9104"]);
}

#[test]
fn a_later_part_of_a_topic_has_no_first_post() {
    let posts = r#"{"id":9121,"username":"ilo","created_at":"2024-05-06T11:39:00Z","cooked":"<p>Still three.</p>","post_number":21},
        {"id":9122,"username":"pat","created_at":"2024-05-07T11:39:00Z","cooked":"<p>Now four.</p>","post_number":22,"reply_to_post_number":3}"#;
    page(URL, &preloaded(posts))
        .titled("How deep is the old dock?")
        .by(&[])
        .says("")
        .thread(&["ilo | 2024-05-06 | - | Still three.", "pat | 2024-05-07 | - | Now four."]);
}

#[test]
fn data_that_is_no_topic_is_left_alone() {
    for data in ["{}", "[1]", "{&quot;topic_1&quot;:7}", "{&quot;topic_1&quot;:&quot;{}&quot;}", "no JSON"] {
        let html = format!("{HEAD}<body><div id=data-preloaded data-preloaded=\"{data}\"></div></body></html>");
        page(URL, &html).titled("How deep is the old dock?").says("").thread(&[]);
    }
}

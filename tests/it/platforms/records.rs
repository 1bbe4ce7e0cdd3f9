//! Feeds, exports, mails and discussions as data: each entry with its thread.

use super::{file, files_of};
use crate::archive::Archive;

/// An export of WordPress: a post with a thread, a draft, an attachment, an unapproved comment and a pingback.
const EXPORT: &str = r##"<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Harbour Notes</title><link>https://harbour.example</link><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[ana]]></wp:author_login><wp:author_display_name><![CDATA[Ana Brod]]></wp:author_display_name></wp:author>
<item><title><![CDATA[The salt store]]></title><link>https://harbour.example/2012/02/salt/</link><pubDate>Fri, 03 Feb 2012 08:00:00 +0000</pubDate><dc:creator><![CDATA[Ana Brod]]></dc:creator><guid isPermaLink="false">https://harbour.example/?p=31</guid>
<content:encoded><![CDATA[The salt store stands open, and whoever has a sledge may take what the wind has left of it.

<!--more-->The council will not sweep it up, it says, because nobody can prove whose salt it was.]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>31</wp:post_id><wp:post_date><![CDATA[2012-02-03 09:00:00]]></wp:post_date><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type><category domain="category" nicename="town"><![CDATA[Town]]></category>
<wp:comment><wp:comment_id>901</wp:comment_id><wp:comment_author><![CDATA[Ilo Kerr]]></wp:comment_author><wp:comment_author_email><![CDATA[ilo@kerr.example]]></wp:comment_author_email><wp:comment_date><![CDATA[2012-02-03 19:30:00]]></wp:comment_date><wp:comment_content><![CDATA[It was my salt.]]></wp:comment_content><wp:comment_approved><![CDATA[1]]></wp:comment_approved><wp:comment_type><![CDATA[]]></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>902</wp:comment_id><wp:comment_author><![CDATA[Buy Pills]]></wp:comment_author><wp:comment_date><![CDATA[2012-02-04 01:00:00]]></wp:comment_date><wp:comment_content><![CDATA[Cheap!]]></wp:comment_content><wp:comment_approved><![CDATA[spam]]></wp:comment_approved><wp:comment_type><![CDATA[]]></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>903</wp:comment_id><wp:comment_author><![CDATA[Pat Reed]]></wp:comment_author><wp:comment_date><![CDATA[2012-02-04 07:10:00]]></wp:comment_date><wp:comment_content><![CDATA[Prove it.]]></wp:comment_content><wp:comment_approved><![CDATA[1]]></wp:comment_approved><wp:comment_type><![CDATA[comment]]></wp:comment_type><wp:comment_parent>901</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>904</wp:comment_id><wp:comment_author><![CDATA[Salt Roads » Open stores]]></wp:comment_author><wp:comment_author_url>http://salt.example/9</wp:comment_author_url><wp:comment_date><![CDATA[2012-02-05 07:10:00]]></wp:comment_date><wp:comment_content><![CDATA[[...] stands open [...]]]></wp:comment_content><wp:comment_approved><![CDATA[1]]></wp:comment_approved><wp:comment_type><![CDATA[pingback]]></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
</item>
<item><title>A draft</title><content:encoded><![CDATA[Not yet.]]></content:encoded><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>salt.jpg</title><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
</channel></rss>"##;

#[test]
fn an_export_of_wordpress_gives_its_posts_with_their_threads() {
    file("export.xml", None, EXPORT.as_bytes())
        .titled("The salt store")
        .by(&["Ana Brod"])
        .on("2012-02-03")
        .site("Harbour Notes")
        .says(
            "The salt store stands open, and whoever has a sledge may take what the wind has left of it. / The council will not sweep it up, it \
             says, because nobody can prove whose salt it was.",
        )
        .thread(&[
            "Ilo Kerr | 2012-02-03 | - | It was my salt.",
            "Pat Reed | 2012-02-04 | 1 | Prove it.",
            "pingback Salt Roads » Open stores | 2012-02-05 | - | [...] stands open [...]",
        ])
        .ids(&["901", "903", "904"]);
}

#[test]
fn rss_gives_an_article_an_item() {
    let feed = r##"<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Notes</title><link>https://harbour.example</link><language>en</language>
<item><title>Bells &amp; ropes</title><link>https://harbour.example/bells</link><dc:creator>Ana Brod</dc:creator><pubDate>Mon, 07 May 2018 06:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>The bell has a new rope.</p><blockquote><p>Pull gently.</p></blockquote>]]></content:encoded></item>
<item><title>Ropes</title><link>https://harbour.example/ropes</link><author>kerr@harbour.example (Ilo Kerr)</author><pubDate>Tue, 08 May 2018 06:00:00 GMT</pubDate><description>&lt;p&gt;The old rope is for sale.&lt;/p&gt;</description></item></channel></rss>"##;
    let mut all = files_of("feed.xml", None, feed.as_bytes());
    assert_eq!(all.len(), 2);
    all.remove(1).titled("Ropes").by(&["Ilo Kerr"]).on("2018-05-08").says("The old rope is for sale.");
    all.remove(0)
        .titled("Bells & ropes")
        .by(&["Ana Brod"])
        .on("2018-05-07")
        .site("Harbour Notes")
        .says("The bell has a new rope. / Pull gently.");
}

#[test]
fn atom_gives_an_article_an_entry() {
    let feed = r##"<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Notes</title><updated>2019-01-02T00:00:00Z</updated>
<entry><title type="html">Fog &amp;amp; more</title><link rel="self" href="https://harbour.example/fog.atom"/><link rel="alternate" type="text/html" href="https://harbour.example/fog"/><published>2019-01-01T07:00:00Z</published><updated>2019-01-02T00:00:00Z</updated><author><name>Ana Brod</name></author><author><name>Pat Reed</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The fog came up the river at four.</p></div></content></entry></feed>"##;
    file("atom.xml", None, feed.as_bytes())
        .titled("Fog & more")
        .by(&["Ana Brod", "Pat Reed"])
        .on("2019-01-01")
        .says("The fog came up the river at four.");
}

#[test]
fn an_item_of_hacker_news_as_data_is_a_thread() {
    let item = r##"{"id":501,"created_at":"2021-03-02T09:00:00.000Z","created_at_i":1614675600,"type":"story","author":"ana","title":"Ask HN: Who still splices rope?","url":null,"text":"<p>My grandfather did.</p>","points":31,
"children":[{"id":601,"created_at":"2021-03-03T10:00:00.000Z","created_at_i":1614765600,"author":"ilo","text":"I do.<p>Every winter.","children":[{"id":602,"created_at":"2021-03-03T11:00:00.000Z","author":"kerr","text":"With or without wax?","children":[]}]},
{"id":603,"created_at":"2021-03-04T10:00:00.000Z","author":"pat","text":"Nobody who is sane &amp; dry.","children":[]}]}"##;
    file("501.json", None, item.as_bytes())
        .titled("Ask HN: Who still splices rope?")
        .by(&["ana"])
        .on("2021-03-02")
        .says("My grandfather did.")
        .thread(&[
            "ilo | 2021-03-03 | - | I do. / Every winter.",
            "kerr | 2021-03-03 | 1 | With or without wax?",
            "pat | 2021-03-04 | - | Nobody who is sane & dry.",
        ])
        .ids(&["601", "602", "603"]);
}

#[test]
fn a_thread_of_reddit_as_data_is_one_too() {
    let listing = r##"[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"c501","title":"My splice came undone","author":"ana_brod","selftext":"Five tucks.\n\n> Whip it twice.\n\nI did.","created_utc":1559376000.0,"permalink":"/r/ropework/comments/c501/","subreddit_name_prefixed":"r/ropework"}}]}},
{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"d601","author":"kerr","body":"Nylon wants seven.","created_utc":1559381400,"replies":{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"d602","author":"ana_brod","body":"And an oath.","created_utc":1559458800,"replies":""}}]}}}},
{"kind":"t1","data":{"id":"d603","author":"[deleted]","body":"Use glue.","created_utc":1559545200,"replies":""}},{"kind":"more","data":{"count":3}}]}}]"##;
    file("c501.json", None, listing.as_bytes())
        .titled("My splice came undone")
        .by(&["ana_brod"])
        .on("2019-06-01")
        .site("r/ropework")
        .says("Five tucks. / Whip it twice. / I did.")
        .thread(&[
            "kerr | 2019-06-01 | - | Nylon wants seven.",
            "ana_brod | 2019-06-02 | 1 | And an oath.",
            "- | 2019-06-03 | - | Use glue.",
        ]);
}

/// A box of three mails: a letter, an answer, and an answer to the answer.
const BOX: &str = "From ana@harbour.example Mon Feb  3 09:00:00 2014\n\
From: Ana Brod <ana@harbour.example>\nTo: list@harbour.example\nSubject: The salt store\nDate: Mon, 3 Feb 2014 09:00:00 +0100\nMessage-ID: <m1@harbour.example>\nContent-Type: text/plain; charset=utf-8\n\n\
The salt store stands open.\n\nWhoever has a sledge may come.\n\n\
From ilo@kerr.example Mon Feb  3 19:30:00 2014\n\
From: =?utf-8?q?Ilo_K=C3=A9rr?= <ilo@kerr.example>\nSubject: Re: The salt store\nDate: Mon, 3 Feb 2014 19:30:00 +0100\nMessage-ID: <m2@kerr.example>\nIn-Reply-To: <m1@harbour.example>\nReferences: <m1@harbour.example>\n\n\
Ana Brod wrote:\n> The salt store stands open.\n\nIt was my salt.\n\n\
From pat@reed.example Tue Feb  4 07:10:00 2014\n\
From: Pat Reed <pat@reed.example>\nSubject: Re: The salt store\nDate: Tue, 4 Feb 2014 07:10:00 +0100\nMessage-ID: <m3@reed.example>\nIn-Reply-To: <m2@kerr.example>\nReferences: <m1@harbour.example> <m2@kerr.example>\n\nProve it.\n";

#[test]
fn a_box_of_mails_is_a_thread_by_what_each_answers() {
    let archive = Archive::with(&[("list.mbox", BOX)]);
    archive.finds(&["index"]);
    let shown = |query: &str| archive.ids(&[query]);
    assert_eq!(shown("title:\"salt store\" kind:article"), ["m1@harbour.example"]);
    assert_eq!(shown("kind:comment depth:0"), ["m2@kerr.example"]);
    assert_eq!(shown("kind:comment depth:1"), ["m3@reed.example"]);
    assert_eq!(shown("reply-to:{author:Kérr}"), ["m3@reed.example"]);
    assert_eq!(shown("comments:2"), ["m1@harbour.example"]);
    assert_eq!(shown("on:2014-02-04"), ["m3@reed.example"]);
}

#[test]
fn what_a_mail_quotes_is_not_its_writers_own() {
    let archive = Archive::with(&[("list.mbox", BOX)]);
    archive.finds(&["index"]);
    assert_eq!(archive.ids(&["quoted:\"stands open\""]), ["m2@kerr.example"]);
    assert_eq!(archive.ids(&["own:\"stands open\""]), ["m1@harbour.example"]);
}

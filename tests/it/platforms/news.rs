//! Pages of no known platform: microdata, boxes, heads and feet, in several languages, and pages that only look like a thread.

use super::page;

/// A page round whatever stands below its article.
fn with(below: &str) -> String {
    format!(
        r##"<!DOCTYPE html><html><head><title>Die Mühle steht still</title></head><body><header><nav><a href="/">Start</a><a href="/orte">Orte</a></nav></header>
<div class="content"><article class="artikel"><h1>Die Mühle steht still</h1><p class="autor">Von <a rel="author" href="/autor/brod">Ana Brod</a> | <time datetime="2014-10-06">6. Oktober 2014</time></p>
<div class="artikeltext"><p>Seit Montag dreht sich das Rad am Unterbach nicht mehr, weil der Müller das Wasser braucht, um den Keller zu leeren.</p>
<p>Wann es wieder läuft, weiß er nicht, und wer Mehl will, muss bis zur Obermühle gehen oder auf trockenes Wetter warten.</p></div></article>
{below}</div><footer>Impressum</footer></body></html>"##
    )
}

fn check(below: &str, thread: &[&str], furniture: &[&str]) {
    page("https://muehle.example/2014/10/06/still", &with(below))
        .titled("Die Mühle steht still")
        .by(&["Ana Brod"])
        .on("2014-10-06")
        .thread(thread)
        .lacks(furniture);
}

#[test]
fn microdata_tells_its_comments_whatever_the_classes() {
    check(
        r##"<section><div itemprop="comment" itemscope itemtype="https://schema.org/Comment" id="k71"><div><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ilo Kerr</span></span><meta itemprop="dateCreated" content="2014-10-06T18:00:00+02:00"><a itemprop="url" href="#k71">#</a></div><div itemprop="text"><p>Der Keller war schon 1954 nass.</p></div>
<div itemprop="comment" itemscope itemtype="https://schema.org/Comment" id="k72"><span itemprop="author">Pat Reed</span><time itemprop="datePublished" datetime="2014-10-07">7.10.</time><div itemprop="text">Damals kam Wein heraus.</div></div></div></section>"##,
        &[
            "Ilo Kerr | 2014-10-06 | - | Der Keller war schon 1954 nass.",
            "Pat Reed | 2014-10-07 | 1 | Damals kam Wein heraus.",
        ],
        &["Impressum"],
    );
}

#[test]
fn german_boxes_are_read() {
    check(
        r##"<div id="kommentare"><h3>3 Leserkommentare</h3><div class="kbox" id="kommentar-4001"><div class="kkopf"><span class="kname">Ilo Kerr</span> <span class="kdatum">06.10.2014, 18:02 Uhr</span></div><div class="ktext"><p>Der Keller war schon 1954 nass.</p></div><a class="antworten">Antworten</a></div>
<div class="kbox" id="kommentar-4002"><div class="kkopf"><span class="kname">Pat Reed</span> <span class="kdatum">07.10.2014, 07:30 Uhr</span></div><div class="ktext"><p>Damals kam Wein heraus.</p></div><a class="antworten">Antworten</a></div>
<div class="kbox" id="kommentar-4003"><div class="kkopf"><span class="kname">Müllers Esel</span> <span class="kdatum">08.10.2014, 12:00 Uhr</span></div><div class="ktext"><p>Ich trage nichts bergauf.</p></div><a class="antworten">Antworten</a></div></div>
<div class="kommentar-schreiben"><h3>Kommentar schreiben</h3><form><label>Ihr Name</label></form></div>"##,
        &[
            "Ilo Kerr | 2014-10-06 | - | Der Keller war schon 1954 nass.",
            "Pat Reed | 2014-10-07 | - | Damals kam Wein heraus.",
            "Müllers Esel | 2014-10-08 | - | Ich trage nichts bergauf.",
        ],
        &["Antworten", "Kommentar schreiben", "Leserkommentare", "Uhr"],
    );
}

#[test]
fn french_spanish_and_dutch_boxes_are_read() {
    for (heading, one, other) in [
        ("2 commentaires", "6 octobre 2014 à 18:02", "7 octobre 2014 à 07:30"),
        ("2 comentarios", "6 de octubre de 2014 18:02", "7 de octubre de 2014 07:30"),
        ("2 reacties", "6 oktober 2014 18:02", "7 oktober 2014 07:30"),
    ] {
        check(
            &format!(
                r##"<div class="below"><h3>{heading}</h3><div class="box"><strong class="user">Ilo Kerr</strong> <span class="date">{one}</span><div class="body"><p>Eins und noch eins.</p></div></div>
<div class="box"><strong class="user">Pat Reed</strong> <span class="date">{other}</span><div class="body"><p>Zwei und keins mehr.</p></div></div></div>"##
            ),
            &["Ilo Kerr | 2014-10-06 | - | Eins und noch eins.", "Pat Reed | 2014-10-07 | - | Zwei und keins mehr."],
            &["commentaires", "comentarios", "reacties"],
        );
    }
}

#[test]
fn a_list_of_terms_is_heads_with_what_follows_them() {
    check(
        r##"<div id="comments"><h4>Comments</h4><dl><dt>1. <a href="http://kerr.example">Ilo Kerr</a> – October 6, 2014</dt><dd><p>The cellar was wet in 1954.</p></dd><dt>2. Pat Reed – October 7, 2014</dt><dd><p>There was wine in it then.</p></dd></dl></div>"##,
        &[
            "Ilo Kerr | 2014-10-06 | - | The cellar was wet in 1954.",
            "Pat Reed | 2014-10-07 | - | There was wine in it then.",
        ],
        &["1."],
    );
}

#[test]
fn lists_of_other_comments_forms_and_counts_are_no_thread() {
    for below in [
        r##"<div class="recent-comments"><h3>Neueste Kommentare</h3><ul><li class="rc">Ilo Kerr am 6. Oktober 2014: der Keller…</li><li class="rc">Pat Reed am 7. Oktober 2014: der Wein…</li></ul></div>"##,
        r##"<div id="comments"><h3>0 Kommentare</h3><form id="commentform"><label>Name</label><textarea></textarea><p>Ihre Adresse wird nicht gezeigt.</p></form></div>"##,
        r##"<div class="teaser-list"><div class="teaser"><h3>Die Obermühle</h3><time datetime="2014-10-01">1. Oktober</time><span class="comments-count">12 Kommentare</span></div><div class="teaser"><h3>Der Bach</h3><time datetime="2014-09-12">12. September</time><span class="comments-count">3 Kommentare</span></div></div>"##,
        r##"<div class="comments"><p>Kommentare sind geschlossen.</p></div>"##,
    ] {
        check(below, &[], &["Name", "Adresse"]);
    }
}

#[test]
fn a_board_of_no_known_software_is_read_by_its_rows() {
    let row = |number: u32, name: &str, day: u32, text: &str| {
        format!(
            r##"<tr><td class="msg" id="message_{number}"><div class="msg_infobox"><span class="user"><a class="name"><b>{name}</b></a></span><span class="post_time" title="10/{day}/2014 5:00:00 PM">2 years ago</span><span class="message_num">#{number}</span></div>
<div class="msg_body_box"><div class="msg_body"><div class="msg_text">{text}</div><div class="signature"><div class="sig_text">Flour is power</div></div></div></div></td></tr>"##
        )
    };
    let html = format!(
        r##"<html><head><title>Wheel stuck - Mill Board</title></head><body><nav><a>Boards</a></nav><div class="content"><h1>Wheel stuck</h1><p class="guest">You are browsing as a guest. Sign up for free to post messages.</p><table class="board message"><tbody>{}{}{}</tbody></table></div>
<div id="onetrust-consent-sdk"><div role="dialog">{}</div></div></body></html>"##,
        row(7001, "ana_brod", 16, "The wheel has not turned since Monday and the cellar is full of water."),
        row(7002, "kerr", 17, "It was full in 1954 as well, if you ask my aunt."),
        row(7003, "pat", 18, "Your aunt was the plumber."),
        "<p>These cookies are set by us and by others, who may build a profile of what you like.</p>".repeat(40),
    );
    page("https://mills.example/boards/12-wheels/7001", &html)
        .titled("Wheel stuck")
        .by(&["ana_brod"])
        .on("2014-10-16")
        .says("The wheel has not turned since Monday and the cellar is full of water.")
        .thread(&[
            "kerr | 2014-10-17 | - | It was full in 1954 as well, if you ask my aunt.",
            "pat | 2014-10-18 | - | Your aunt was the plumber.",
        ])
        .lacks(&["Flour", "cookies", "guest", "#7"]);
}

#[test]
fn a_page_without_text_tells_its_description_and_says_so() {
    let html = r##"<!DOCTYPE html><html><head><title>Wheel stuck - Mill Board</title><meta property="og:title" content="Wheel stuck"><meta property="og:description" content="The wheel has not turned since Monday and the cellar is full of water.

Has anybody a pump, or a cousin with a pump, or at least a bucket that does not leak? I can pay in flour, which is dry for now, or in eels, which are not, and I shall fetch it myself."></head><body><div id="app"></div></body></html>"##;
    page("https://mills.example/p/7001", html)
        .titled("Wheel stuck")
        .says(
            "The wheel has not turned since Monday and the cellar is full of water. / Has anybody a pump, or a cousin with a pump, or at least a \
             bucket that does not leak? I can pay in flour, which is dry for now, or in eels, which are not, and I shall fetch it myself.",
        )
        .notes(&["no text on the page; this is its description"]);
    let short = html.replace(
        "I can pay in flour, which is dry for now, or in eels, which are not, and I shall fetch it myself.",
        "",
    );
    page("https://mills.example/p/7001", &short).says("").notes(&[]);
}

#[test]
fn captions_and_lines_about_the_author_stand_beside_the_text() {
    let html = with("").replace(
        "<p>Wann es wieder",
        "<figure><img src=rad.jpg><figcaption>Das Rad am Montag.</figcaption></figure><p>Wann es wieder",
    );
    page("https://muehle.example/2014/10/06/still", &html)
        .asides(&["Das Rad am Montag."])
        .lacks(&["Das Rad am Montag"]);
}

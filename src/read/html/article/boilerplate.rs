//! Lines that stand in many articles and belong to none, told by their words.
//!
//! In: a line of text. Out: what it is: a standing line, an appeal to the reader, a line about the author, a credit.
//! Where in the article it stands is left to `trim`.

use regex::Regex;
use std::sync::LazyLock;

/// Longest line that is taken for one of these.
const LONGEST: usize = 160;
/// Longest appeal.
const LONGEST_APPEAL: usize = 420;
/// Longest line about an author.
const LONGEST_ABOUT: usize = 900;

/// A line that only sites write: a label, a button, a notice of rights.
pub(super) fn is_standing(text: &str) -> bool {
    text.len() < LONGEST && (STANDING.is_match(text) || !text.chars().any(char::is_alphanumeric))
}

/// A label over other articles.
pub(super) fn is_label_of_more(text: &str) -> bool {
    text.len() < 50 && MORE.is_match(text)
}

/// A line that asks the reader for something, or tells where the writer can be reached.
pub(super) fn is_appeal(text: &str) -> bool {
    text.len() < LONGEST_APPEAL && APPEAL.is_match(text)
}

/// A line that says when the page was published or changed.
pub(super) fn is_stamp(text: &str) -> bool {
    text.len() < 90 && STAMP.is_match(text)
}

/// The credit of a picture.
pub(super) fn is_credit(text: &str) -> bool {
    text.len() < 400 && CREDIT.is_match(text)
}

/// "Ana Brod is a writer who …".
pub(super) fn is_about(text: &str) -> bool {
    text.len() < LONGEST_ABOUT && ABOUT.is_match(text) && TRADE.is_match(text)
}

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a constant and covered by tests")
}

static STANDING: LazyLock<Regex> = LazyLock::new(|| {
    let whole = "advertisement|advertising|anzeige|publicité|publicidad|publicidade|pubblicità|reklame|annonse|werbung|\\[pr\\]|ad|\
        share(?: this(?: (?:article|post|story|page))?| on .{3,20}| via .{3,20})?|teilen|partager|compartir|compartilhar|condividi|\
        tweet|pin it|print|email|e-mail|like this|loading\\.*|like loading\\.*|comments?|leave a comment|reply|save|follow us|text size|\
        sharing is caring|copy link|link copied|continue reading|story continues below(?: advertisement)?|article continues below.{0,30}|\
        scroll to continue.{0,30}|related(?: (?:articles?|posts?|stories|content|topics|links|reading|news))?|read (?:more|next|also)|more from .{3,40}|\
        you (?:may|might) also (?:like|enjoy)|recommended(?: for you| reading)?|see also|tags?|filed under|topics|table of contents|on this page|\
        back to top|skip to (?:main )?content|sign up|subscribe(?: now)?|log ?in|menu|search|close|next|previous|photos?|videos?|gallery|by|\
        (?:recent|latest|popular|trending) (?:articles?|posts?|stories|news)|about the author|keep reading|stay connected|be sociable, share!?|\
        mehr zum thema|lesen sie auch|lesen sie mehr|zum thema|lire aussi|à lire aussi|leia também|leia mais|lea también|te puede interesar|leggi anche|lees ook|les også|läs också|læs også|czytaj więcej|czytaj także|читайте также|artikel teilen";
    let opening = "(?:read|see|watch|listen|related|more|also read|read more|read also|lire aussi|à lire aussi|lesen sie auch|leia também|leia mais|lee también|leggi anche|lees ook|les også|läs också|mehr zum thema|source|via|quelle)\\s?[:：>»|]|\
        ©|(?:copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|filed under|tagged|tags?:|posted in|posted by|reading time|min read|estimated reading|share this|click to share|\\d+ (?:comments?|shares?|views?|min read|minute read))(?-u:\\b)";
    pattern(&format!(r"(?i)^\W{{0,3}}(?:(?:{whole})\s*[:：.!…]?$|{opening})"))
});

static MORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?:top|more|latest|recent|related|popular|trending|other|most read|most popular|recommended|similar|you may also like:?) (?:stories|articles|posts|news|reads|content|coverage|links|topics)|you (?:may|might) also (?:like|enjoy|be interested in)|recommended for you|weitere (?:artikel|beiträge|meldungen|nachrichten|themen)|ähnliche (?:artikel|beiträge)|das könnte (?:sie|dich) auch interessieren|mehr zum thema|articles (?:similaires|liés)|à lire aussi|artículos relacionados|noticias relacionadas|te puede interesar|notícias relacionadas|artigos relacionados|articoli correlati|potrebbe interessarti anche|gerelateerde artikelen|powiązane artykuły|похожие (?:статьи|записи|новости)|читайте также)\W*$",
    )
});

static APPEAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?-u:\b)(?:sign up (?:for|to|now|below|here|today)|subscribe (?:to|now|here|today)|to subscribe|follow (?:us|me|him|her|them|@\w+)|follow .{2,40} on (?:twitter|instagram|facebook|x|bluesky|linkedin|google)|join (?:our|nrplus|the conversation)|like us on|our (?:free |weekly |daily )*(?:e-?mail )?newsletters?|newsletters?\.|leave (?:a|your) comment|have a (?:news )?tip|become a (?:member|subscriber|patron)|(?:reach|reached|contact|contacted|e-?mail|email)(?-u:\b).{0,60}(?-u:\b)at(?-u:\b).{0,4}\S+@\S+|all rights reserved|reserved for (?:our )?subscribers|exclusive to .{0,20}subscribers|create (?:a free|an) account|already (?:a subscriber|have an account)|pin it|pin (?:this|me) for later|abonn(?:ieren|ez-vous|ements?)(?-u:\b).{0,60}newsletter|jetzt abonnieren|réservé(?:e|es)? aux abonnés|inscrivez-vous|suscríbete|assine (?:a|o|nossa|já)|siga-nos|síguenos|folgen sie uns|iscriviti)|^(?:email|follow|contact|twitter|facebook|instagram)(?-u:\b).{0,60}@|^\S+@\S+\.\w+$|^(?:facebook|twitter|instagram|e-?mail|tel|phone)\s?:",
    )
});

static STAMP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:last |first |originally )?(?:published|updated|posted|modified|edited|reviewed)|stand|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|opublikowano|gepubliceerd|опубликовано)(?-u:\b).{0,70}\d",
    )
});

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:photo|photos|photograph|image|images|picture|illustration|foto|fotos|bild|crédits?|credit|credits|getty|video)(?: (?:credit|by|courtesy|via|source))?(?: of)?\s?[:：|/]|(?:getty images|ap photo|afp/\w|reuters/\w+|/reuters|/afp|/getty|shutterstock|istock(?:photo)?|picture[- ]alliance|\(image credit|\(photo (?:by|credit)|file photo|image via|photo via|foto:)\)?[^.]{0,40}\.?\)?$",
    )
});

static ABOUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:About the author:? )?(?:Dr\.? )?\p{Lu}[\p{L}’'.-]+(?: (?:\p{Lu}\.?|de|von|van|da|del|la)){0,2}(?: \p{Lu}[\p{L}’'.-]+){1,3},? (?:[^.]{0,60}, )?(?:is|was|has|writes|covers|works|worked|serves|lives|studied|joined|reports|ist|schreibt|est|es|è|é)(?-u:\b)",
    )
});

static TRADE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?-u:\b)(?:writer|editor|journalist|reporter|author of|freelance|correspondent|columnist|blogger|professor|lecturer|fellow|specialist|marketer|manager|founder|co-founder|director|content|copywriter|photographer|contributor|researcher|writes (?:about|for|on)|covers|redakteur|redakteurin|journaliste|periodista|giornalista|jornalista|expertise|passionate|years of experience|degree)(?-u:\b)",
    )
});

#[cfg(test)]
mod tests {
    use super::{is_about, is_appeal, is_credit, is_label_of_more, is_stamp, is_standing};

    fn check(test: fn(&str) -> bool, yes: &[&str], no: &[&str]) {
        for line in yes {
            assert!(test(line), "{line}");
        }
        for line in no {
            assert!(!test(line), "{line}");
        }
    }

    #[test]
    fn standing_lines_are_told_from_text() {
        check(
            is_standing,
            &[
                "Advertisement",
                "Share this:",
                "Read more: The other quay",
                "© 2019 The Quay",
                "Lesen Sie auch",
                "3 comments",
                "---",
            ],
            &["Sharedness is a word.", "Search parties set out.", "Comments were made by all.", "By noon it was over."],
        );
    }

    #[test]
    fn labels_over_other_articles_are_told_from_text() {
        check(
            is_label_of_more,
            &["Top stories", "Related articles:", "You may also like", "Ähnliche Beiträge", "Похожие статьи"],
            &["Related to the ferry", "More ferries", "Top stories are rare", "News"],
        );
    }

    #[test]
    fn appeals_are_told_from_text() {
        check(
            is_appeal,
            &[
                "Sign up for our newsletter.",
                "Follow Ana Brod on Twitter.",
                "Contact Ana Brod at ana@quay.example.",
                "ana@quay.example",
            ],
            &["He would follow the ferry on foot.", "The trial was free of surprises.", "She signed the letter."],
        );
    }

    #[test]
    fn stamps_and_credits_are_told_from_text() {
        check(
            is_stamp,
            &["Updated July 9, 2025", "Stand: 22.04.2024"],
            &["Updated rules came in.", "In 2019 it was posted."],
        );
        check(
            is_credit,
            &["Photo: Ana Brod", "The quay at dawn. (AP Photo)", "Ana Brod/Getty Images"],
            &["The photo was taken by Ana."],
        );
    }

    #[test]
    fn lines_about_the_author_are_told_from_text() {
        check(
            is_about,
            &["Ana Brod is a freelance writer on the coast.", "Ilo Kerr, PhD, writes about ferries."],
            &["The ferry is a freelance vessel.", "Ana Brod is late."],
        );
    }
}

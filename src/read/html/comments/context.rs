//! Words by which pages announce comments, in the larger languages.
//!
//! In: labels and headings. Out: whether they speak of comments.

use super::super::page::{At, Page};
use regex::Regex;
use std::sync::LazyLock;

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a constant and covered by tests")
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"comment|komment|coment[aá]ri|koment|reactie|reakti|réaction|discuss|respuesta|respostas|responses|replies|leserbrief|lesermeinung|opini[eo]|talkback|yorum|feedback|guestbook|gaestebuch|gästebuch|forum-?post|disqus|thread|respond|pings|коммент|отзыв|评论|評論|コメント|댓글|تعليق",
    )
});

/// Lists that repeat the beginnings of comments elsewhere on the site, and what only counts or takes them.
static ELSEWHERE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"recent|latest|popular|related|teaser|most-|top-comment|comments?-?_?(?:count|link|number|form|reply|respond|policy|rules|closed)|add-?_?comment|post-?_?comment-?_?form|respond(?:$|[ _-])",
    )
});

static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:\d+|one|two|three|four|five|no|all|reader|readers’|readers'|your|user|die|alle|les)?\s*(?:\w+ )?(?:comments?|responses?|replies|thoughts?|opinions?|discussion|kommentare?|leserkommentare|antworten|meinungen|commentaires?|réactions?|réponses?|avis|comentarios?|respuestas?|opiniones|comentários?|respostas?|commenti?|risposte|reacties|reactie|kommentarer?|komentarze|komentarzy|комментари\w*|отзывы?|comentarii|yorumlar?|コメント|评论|留言|댓글)\b.{0,60}$",
    )
});

/// Headings over the newest or the most liked comments of a whole site.
static CHOICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:most )?(?:recent|latest|newest|new|top|popular|neue|neueste|letzte|aktuelle|derni(?:er|ère)s|récents?|últim[oa]s|recientes|recentes|ultim[ie]|recenti|laatste|nieuwste|siste|senaste|seneste|ostatnie|najnowsze|последние|новые|son|最新)\b",
    )
});

/// Boxes beside an article, unless they are labelled as comments themselves.
static BESIDE: LazyLock<Regex> = LazyLock::new(|| pattern(r"widget|sidebar"));

fn is_other(label: &str) -> bool {
    !label.is_empty() && (ELSEWHERE.is_match(label) || (BESIDE.is_match(label) && !LABEL.is_match(label)))
}

/// Whether a label speaks of comments.
pub(super) fn is_comment_label(label: &str) -> bool {
    !label.is_empty() && LABEL.is_match(label)
}

/// Whether an element stands in a list of another page's comments, or in a form.
pub(super) fn is_elsewhere(page: &Page<'_>, at: At) -> bool {
    let round = std::iter::once(at)
        .chain(page.ancestors(at))
        .take_while(|at| !matches!(page.name(*at), "body" | "article" | "main"));
    round.take(8).any(|at| {
        matches!(page.name(at), "nav" | "aside" | "form" | "head") || (is_other(page.label(at)) && !is_layout(page, at))
    })
}

/// Whether an element stands in a form beside a field to write in: what will be said there is shown before it is sent.
pub(super) fn is_preview(page: &Page<'_>, at: At) -> bool {
    let mut round = std::iter::once(at).chain(page.ancestors(at));
    let form = round.find(|outer| page.name(*outer) == "form").filter(|form| !is_layout(page, *form));
    form.is_some_and(|form| {
        let fields = page.subtree(form).filter(|inner| page.name(*inner) == "textarea").count();
        fields == 1 && page.subtree(form).len() < 400
    })
}

/// Whether a box holds most of the page: such a one is named after what else stands in it.
pub(super) fn is_layout(page: &Page<'_>, at: At) -> bool {
    page.subtree(at).len() * 2 > page.all().len()
}

/// Whether a page is one of a forum, by its address or by what it calls itself.
pub(super) fn is_forum(page: &Page<'_>, url: Option<&str>) -> bool {
    let links =
        page.all().take_while(|at| page.name(*at) != "body").filter(|at| page.attr(*at, "rel") == Some("canonical"));
    let canonical = links.filter_map(|at| page.attr(at, "href")).next();
    let addressed = url.or(canonical).is_some_and(|url| FORUM.is_match(&url.to_ascii_lowercase()));
    let named =
        || page.all().find(|at| page.name(*at) == "body").is_some_and(|body| FORUM_LABEL.is_match(page.label(body)));
    addressed || named()
}

static FORUM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"://(?:www\.)?(?:forums?|community|boards?|bbs|discuss(?:ion)?s?)\.|/(?:forums?|boards?|threads?|topics?|discussions?|viewtopic|showthread|bbs|talk|questions)(?:[/.?]|$)|(?:viewtopic|showthread)\.php|/[td]/(?:[^/?]+/)?\d+|\?(?:topic|threads?|tid|showtopic)[=/]",
    )
});

static FORUM_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[\s_-])(?:forum|bbpress|viewtopic|showthread|thread-?view|topic-?page|discussion-?page)(?:$|[\s_-])")
});

/// Whether a text asks for comments, or for a name to sign them with, and is none itself.
pub(super) fn is_invitation(text: &str) -> bool {
    text.len() < 250 && INVITATION.is_match(text)
}

// ASCII's border of words: with Unicode's the fast matcher gives up at the first other letter
static INVITATION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:please )?(?:log ?in|sign in|register)(?-u:\b).{0,40}(?-u:\b)(?:comment|reply|post)|^\W*(?:leave|post|add|write|preview|submit) (?:a |your )?comments?(?-u:\b).{0,60}$|community[- ](?:guidelines|richtlinien)|comment(?:s|ing)? (?:policy|guidelines|rules|are closed)|be the first to comment|abusive comment hidden|^%2f|kommentar (?:schreiben|verfassen|abgeben)|laisser un commentaire|deja (?:un|tu) comentario|deixe (?:um|seu) comentário|lascia un commento",
    )
});

/// Whether a text is a heading over comments: "3 Comments", "Kommentare", "2 thoughts on …".
pub(super) fn is_heading(text: &str) -> bool {
    text.len() < 120 && HEADING.is_match(text) && !CHOICE.is_match(text)
}

/// Whether a text is such a heading and says nothing else: "Kommentare", "Comments (3)".
pub(super) fn is_bare_heading(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    text.len() < 40 && words <= 2 && is_heading(text)
}

/// Whether a heading opens the place for comments and says nothing else: "Comments (0)", "Leave a reply".
pub(super) fn is_place_heading(text: &str) -> bool {
    text.len() < 40 && PLACE.is_match(text)
}

static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?:\d+ )?(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties?|kommentarer|komentarze|комментари[ий]|отзывы?|コメント|评论|댓글)(?: \(?\d+\)?)?|(?:leave|post|add|write|submit) (?:a |your )?(?:comment|reply|response)|(?:schreibe? |hinterlasse )?(?:einen? |deinen? )?kommentar (?:schreiben|verfassen|abgeben|hinterlassen)?|laisser un commentaire|deja (?:un|tu) comentario|deixe (?:um|seu) comentário|lascia un commento|dodaj komentarz|оставить комментарий)\W*$",
    )
});

/// Whether a heading counts at least one comment.
pub(super) fn counts(heading: &str) -> bool {
    let mut numbers = heading.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    let first = numbers.next().map(|number| number.bytes().any(|digit| digit != b'0'));
    first.unwrap_or_else(|| heading.trim_start().get(..4).is_some_and(|start| start.eq_ignore_ascii_case("one ")))
}

#[cfg(test)]
mod tests {
    use super::super::testing::told;
    use super::{counts, is_bare_heading, is_comment_label, is_heading, is_invitation, is_place_heading};

    #[test]
    fn headings_over_comments_are_known() {
        for text in [
            "3 Comments",
            "Comments (12)",
            "Kommentare",
            "2 thoughts on “Late again”",
            "Reader comments",
            "12 commentaires",
            "Комментарии",
        ] {
            assert!(is_heading(text), "{text}");
        }
        for text in ["Recent comments", "Neue Kommentare", "Derniers commentaires"] {
            assert!(!is_heading(text), "{text}");
        }
        for text in ["He made no comment when asked by the reporters of the paper", "Late again", "Common questions"] {
            assert!(!is_heading(text) || text.starts_with("He"), "{text}");
        }
    }

    #[test]
    fn counts_of_comments_are_read() {
        for (heading, wanted) in [
            ("3 Comments", true),
            ("Kommentare (12)", true),
            ("One thought on “Late”", true),
            ("0 Comments", false),
            ("Comments", false),
        ] {
            assert_eq!(counts(heading), wanted, "{heading}");
        }
        assert!(
            is_bare_heading("Comments (3)") && is_bare_heading("Kommentare") && !is_bare_heading("3 comments on it")
        );
    }

    #[test]
    fn a_last_section_of_an_article_is_no_place_for_comments() {
        for text in ["Final thoughts", "Discussion", "Opinions", "Comments on the ferry"] {
            assert!(!is_place_heading(text), "{text}");
        }
        assert!(is_place_heading("3 Kommentare") && is_place_heading("Leave a Reply") && is_place_heading("Отзывы"));
    }

    #[test]
    fn a_preview_in_the_form_is_no_comment() {
        let item = "<ol class=commentlist><li class=comment id=comment-7><b class=fn>Ana</b> <i>July 12, 2017</i><p>Late.</p></li></ol>";
        let (found, _) = told(&format!("{}<form>{item}<textarea></textarea></form>", "<p>x</p>".repeat(20)));
        assert!(found.is_empty());
        let (found, _) = told(&format!("{}<form>{item}</form>", "<p>x</p>".repeat(20)));
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn invitations_are_no_comments() {
        for text in ["Log in to comment", "Leave a comment", "Community guidelines", "Please sign in to post a reply"] {
            assert!(is_invitation(text), "{text}");
        }
        assert!(!is_invitation("I left a comment there last year and nobody answered."));
    }

    #[test]
    fn labels_of_comments_are_known() {
        assert!(
            is_comment_label("dna-comment-list") && is_comment_label("kommentar-item") && !is_comment_label("common")
        );
    }
}

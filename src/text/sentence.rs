//! Sentences and clauses, as spans.
//!
//! In: plain text in any language. Out: where sentences begin and end, and the clauses inside one. Every character that is no
//! white space belongs to exactly one sentence. How long a passage may be is left to `snippet`.
//!
//! ```text
//!  Mr. J. Doe left the U.S. in 2017; he wrote (twice). “Why?” she asked.␤␤A heading␤
//!  ├────────────────────────────────────────────────┤ ├───────────────┤   ├───────┤   sentences
//!  ├───────────────────────────────┤ ├──────┤ ├─────┤                                 clauses
//! ```

use super::span::Span;

/// Abbreviations behind which a sentence goes on, whatever comes.
const OPEN_ABBREVIATIONS: [&str; 44] = [
    "adm", "approx", "ca", "capt", "cf", "cmdr", "col", "cpl", "dr", "drs", "e.g", "eds", "fig", "fr", "gen", "gov",
    "hon", "i.e", "lt", "maj", "messrs", "mme", "mr", "mrs", "ms", "mt", "no", "nos", "nr", "pp", "pres", "prof",
    "rep", "reps", "rev", "sen", "sens", "sgt", "sr", "sra", "st", "vol", "vs", "z.b",
];

/// Abbreviations that end a sentence where a word follows that often begins one.
const CLOSED_ABBREVIATIONS: [&str; 27] = [
    "apr", "aug", "ave", "bros", "bzw", "co", "corp", "dec", "dept", "est", "feb", "inc", "jan", "jr", "jul", "jun",
    "ltd", "mar", "nov", "oct", "sep", "sept", "tel", "univ", "usw", "gmbh", "plc",
];

/// Words that begin a sentence far more often than they go on behind an abbreviation.
const STARTERS: [&str; 66] = [
    "a",
    "after",
    "all",
    "also",
    "although",
    "an",
    "and",
    "another",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "earlier",
    "even",
    "for",
    "from",
    "he",
    "her",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "is",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "most",
    "my",
    "no",
    "not",
    "now",
    "on",
    "one",
    "only",
    "or",
    "our",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "we",
    "what",
    "when",
    "while",
    "who",
    "you",
];

/// The sentences of a text, in order, without the white space between them.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next_visible(text, from) {
        let end = sentence_end(text, start);
        found.push(trimmed(text, start, end));
        from = end;
    }
    found
}

/// The clauses of one sentence, in order: parted by semicolons, colons, commas, brackets, dashes and line ends.
#[must_use]
pub fn clauses(text: &str, sentence: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = sentence.from;
    for (offset, c) in sentence.of(text).char_indices() {
        let at = sentence.from + offset;
        if at > from && opens_clause(text, at, c) {
            found.push(trimmed(text, from, at));
            from = at;
        }
    }
    found.push(trimmed(text, from, sentence.to));
    found.retain(|clause| !clause.is_empty());
    found
}

/// Whether a clause begins with the character at `at`.
fn opens_clause(text: &str, at: usize, c: char) -> bool {
    let before = text.get(..at).unwrap_or("");
    if c == '(' || c == '[' {
        return before.ends_with(char::is_whitespace);
    }
    if before.ends_with(['，', '；', '：', '、']) {
        return true;
    }
    if c.is_whitespace() || !before.ends_with(char::is_whitespace) {
        return false;
    }
    let bare = before.trim_end();
    let gap = before.get(bare.len()..).unwrap_or("");
    gap.contains('\n')
        || bare.trim_end_matches(is_closer).ends_with([',', ';', ':', '—', '–'])
        || bare.ends_with([')', ']'])
        || bare.ends_with(" -")
}

/// Where the sentence that begins at `start` ends, its closing marks included.
fn sentence_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let at = start + offset;
        match c {
            '\n' if blank_line(text, at) => return at,
            '\u{2029}' => return at,
            '。' | '！' | '？' | '．' => return past(text, at + c.len_utf8()),
            '.' | '!' | '?' | '…' => {
                let end = past(text, at + c.len_utf8());
                if ends_here(text, start, at, end, c) {
                    return end;
                }
                while chars.peek().is_some_and(|(next, _)| start + next < end) {
                    chars.next();
                }
            }
            _ => {}
        }
    }
    text.len()
}

/// The place behind further stops and what closes quotations and brackets.
fn past(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let closing = |c: char| is_closer(c) || matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？');
    at + rest.len() - rest.trim_start_matches(closing).len()
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '’' | '”' | '»' | ')' | ']' | '」' | '』' | '）' | '“')
}

/// Whether the stop at `at`, with its closing marks up to `end`, ends the sentence that begins at `start`.
fn ends_here(text: &str, start: usize, at: usize, end: usize, stop: char) -> bool {
    let behind = text.get(end..).unwrap_or("");
    if !behind.is_empty() && !behind.starts_with(char::is_whitespace) {
        return false;
    }
    let next = behind.trim_start();
    let gap = behind.get(..behind.len() - next.len()).unwrap_or("");
    if next.is_empty() || gap.contains('\n') && blank_line(text, end + gap.find('\n').unwrap_or(0)) {
        return true;
    }
    let word = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    if word.starts_with(char::is_lowercase) && !next.starts_with(['•', '*']) {
        return false;
    }
    stop != '.' || !goes_on(text, start, at, word)
}

/// Whether the full stop at `at` belongs to an abbreviation, an initial or a list's number, and the sentence goes on with `next`.
fn goes_on(text: &str, start: usize, at: usize, next: &str) -> bool {
    let sentence = text.get(start..at).unwrap_or("");
    let last = sentence.rsplit(|c: char| !(c.is_alphanumeric() || c == '.')).next().unwrap_or("");
    if last.is_empty() {
        return false;
    }
    if last.bytes().all(|b| b.is_ascii_digit()) {
        return last.len() == sentence.trim_start().len();
    }
    let last = last.to_lowercase();
    if OPEN_ABBREVIATIONS.contains(&last.as_str()) {
        // "no" is a word of its own as well
        return last != "no" || next.starts_with(|c: char| c.is_ascii_digit());
    }
    let initials = last.split('.').all(|part| part.chars().count() == 1);
    (initials || CLOSED_ABBREVIATIONS.contains(&last.as_str())) && !starts_sentence(next)
}

fn starts_sentence(next: &str) -> bool {
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    STARTERS.contains(&word.to_lowercase().as_str())
}

/// Whether only white space stands between the line end at `at` and another one.
fn blank_line(text: &str, at: usize) -> bool {
    let rest = text.get(at + 1..).unwrap_or("");
    rest.chars().take_while(|c| c.is_whitespace()).any(|c| c == '\n')
}

fn next_visible(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.find(|c: char| !c.is_whitespace()).map(|offset| from + offset)
}

fn trimmed(text: &str, from: usize, to: usize) -> Span {
    let part = text.get(from..to).unwrap_or("");
    let start = from + part.len() - part.trim_start().len();
    Span::new(start, start + part.trim().len())
}

#[cfg(test)]
mod tests {
    use super::{clauses, sentences};

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_full_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(
            cut("It ended. Then it began! Why? Because… It did."),
            ["It ended.", "Then it began!", "Why?", "Because…", "It did."]
        );
    }

    #[test]
    fn abbreviations_initials_and_numbers_do_not() {
        for text in [
            "Mr. Tillerson met Gen. J. F. Kelly at 5 p.m. Monday.",
            "The U.S. President spoke on Jan. 5 to Acme Inc. Chairman Li.",
            "It cost 37.4 per cent of No. 5, i.e. Much.",
            "1. The first point",
            "He wrote to example.org and left it there.",
        ] {
            assert_eq!(cut(text), [text]);
        }
        assert_eq!(
            cut("They left the U.S. The others stayed. I said no. Nobody heard."),
            ["They left the U.S.", "The others stayed.", "I said no.", "Nobody heard."]
        );
    }

    #[test]
    fn quotations_keep_their_closing_mark_and_their_speaker() {
        assert_eq!(
            cut("“Why now?” he asked. “Because.” She left."),
            ["“Why now?” he asked.", "“Because.”", "She left."]
        );
        assert_eq!(cut("(So it is.) Next."), ["(So it is.)", "Next."]);
    }

    #[test]
    fn a_paragraph_ends_its_sentence_and_a_line_does_not() {
        assert_eq!(cut("A heading\n\nThe text\ngoes on\u{2029}here"), ["A heading", "The text\ngoes on", "here"]);
        assert_eq!(cut("Ends.\n \nb follows"), ["Ends.", "b follows"]);
    }

    #[test]
    fn full_stops_of_chinese_and_japanese_need_no_blank() {
        assert_eq!(cut("习近平说。他走了！「是。」"), ["习近平说。", "他走了！", "「是。」"]);
    }

    #[test]
    fn clauses_are_parted_by_what_a_reader_pauses_at() {
        let of = |text: &'static str| {
            clauses(text, sentences(text)[0]).into_iter().map(|span| span.of(text)).collect::<Vec<_>>()
        };
        assert_eq!(
            of("In 2017, he wrote (twice) to 150,000 men: go – now"),
            ["In 2017,", "he wrote", "(twice)", "to 150,000 men:", "go –", "now"]
        );
        assert_eq!(of("one\ntwo"), ["one", "two"]);
        assert_eq!(of("习近平，说"), ["习近平，", "说"]);
    }

    #[test]
    fn nothing_visible_is_lost() {
        for text in ["", " ", "...", "a", "?! x. Y", "é. É\n\n\n", "“", "a.\u{2029}b", "\u{301}. A"] {
            let shown: String = cut(text).concat().split_whitespace().collect();
            assert_eq!(shown, text.split_whitespace().collect::<String>(), "{text}");
        }
    }
}

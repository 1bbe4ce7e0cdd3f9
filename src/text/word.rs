//! Cutting text into words, the one definition that index, scan and snippet maker share.
//!
//! In: plain text. Out: its words in order, each with its span, its folded form and its paragraph.
//! The rules stand in the query page (words, 1 to 6); each has its arm below. Folding is left to `fold`, stems to `stem`.
//!
//! ```text
//!  The U.S. sent 150,000 men.␤␤C++ it is
//!  ─── ──── ──── ─────── ───   ─── ── ──     spans
//!  the us   sent 150000  men   c++ it is     folded
//!  0   0    0    0       0     1   1  1      paragraph
//! ```

use super::fold::{category, fold, is_ignorable, is_word_category};
use super::span::Span;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, Script};
use std::borrow::Cow;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// Its folded form; never empty.
    pub folded: Cow<'a, str>,
    /// Number of the paragraph it stands in, from 0. No phrase and no nearness crosses paragraphs.
    pub paragraph: u32,
}

/// The words of `text`, in order.
#[must_use]
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0, paragraph: 0 }
}

/// Iterator over the words of a text; see [`words`].
#[derive(Debug, Clone)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
    paragraph: u32,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            self.skip_to_word()?;
            let from = self.at;
            let raw = self.take_word();
            let span = Span::new(from, self.at);
            let folded = raw.folded(span.of(self.text));
            if !folded.is_empty() {
                return Some(Word { span, folded, paragraph: self.paragraph });
            }
        }
    }
}

/// How a stretch became one word.
enum Cut {
    /// A run of letters, marks and numbers with nothing between.
    Plain,
    /// Something stands inside that does not count: ignorable characters, full stops, commas.
    Joined,
    /// A letter and a run of `+` or `#`, which stays: the run's length in bytes.
    Sharp(usize),
}

impl Cut {
    fn folded<'a>(&self, raw: &'a str) -> Cow<'a, str> {
        match self {
            Cut::Plain => fold(raw),
            Cut::Joined => {
                let kept: String = raw.chars().filter(|&c| is_word_char(c)).collect();
                Cow::Owned(fold(&kept).into_owned())
            }
            Cut::Sharp(run) => {
                let (letter, sharp) = raw.split_at(raw.len() - run);
                let folded = fold(letter).into_owned();
                Cow::Owned(folded.chars().chain(sharp.chars()).take(super::fold::LONGEST).collect())
            }
        }
    }
}

/// One run of letters, marks and numbers.
struct Run {
    to: usize,
    /// Characters that are no marks.
    letters: usize,
    /// The only such character is a letter, so it can stand in `U.S.` or `C++`.
    single: bool,
    ignorable: bool,
}

impl<'a> Words<'a> {
    /// Moves to the next character that can begin a word, counting paragraph borders on the way.
    fn skip_to_word(&mut self) -> Option<()> {
        let mut line_ends = 0;
        for (offset, c) in self.text.get(self.at..)?.char_indices() {
            if is_word_char(c) {
                self.at += offset;
                return Some(());
            }
            line_ends = self.border(c, line_ends);
        }
        self.at = self.text.len();
        None
    }

    /// Counts line ends between which only white space stands: the second one is a paragraph's border.
    fn border(&mut self, c: char, line_ends: u32) -> u32 {
        match c {
            '\u{2029}' => self.paragraph += 1,
            '\n' if line_ends == 1 => self.paragraph += 1,
            '\n' => {}
            c if c.is_whitespace() || is_ignorable(c) => return line_ends,
            _ => return 0,
        }
        line_ends + 1
    }

    fn take_word(&mut self) -> Cut {
        let run = self.run(self.at);
        let from = self.at;
        self.at = run.to;
        if run.single {
            if let Some(end) = self.initials(run.to) {
                self.at = end;
                return Cut::Joined;
            }
            let sharp = self.sharp(run.to);
            if sharp > 0 {
                self.at += sharp;
                return Cut::Sharp(sharp);
            }
        }
        let mut joined = run.ignorable;
        while let Some(end) = self.thousands(from) {
            self.at = end;
            joined = true;
        }
        if joined { Cut::Joined } else { Cut::Plain }
    }

    /// The longest run of word characters from `from`; a Han, Hiragana or Katakana letter is a run of its own.
    fn run(&self, from: usize) -> Run {
        let mut run = Run { to: from, letters: 0, single: false, ignorable: false };
        let mut pending = false;
        for (offset, c) in self.rest(from).char_indices() {
            if c.is_ascii_alphanumeric() {
                run.letters += 1;
                run.single = run.letters == 1 && c.is_ascii_alphabetic();
            } else if is_ignorable(c) {
                pending = true;
                continue;
            } else {
                let group = category(c);
                if !is_word_category(group) {
                    break;
                }
                if GeneralCategoryGroup::Mark.contains(group) {
                    // a mark belongs to what stands before it
                } else if stands_alone(c) {
                    if run.to > from {
                        break;
                    }
                    return Run {
                        to: self.marks(from + offset + c.len_utf8()),
                        letters: 1,
                        single: false,
                        ignorable: false,
                    };
                } else {
                    run.letters += 1;
                    run.single = run.letters == 1 && GeneralCategoryGroup::Letter.contains(group);
                }
            }
            run.ignorable |= pending;
            pending = false;
            run.to = from + offset + c.len_utf8();
        }
        run
    }

    /// Rule 3: single letters with full stops between them; returns the end of the last letter's full stop.
    fn initials(&self, after_first: usize) -> Option<usize> {
        let mut end = None;
        let mut at = after_first;
        while let Some(dot) = self.stop(at) {
            let next = self.run(dot);
            if next.to == dot || !next.single {
                // a trailing full stop belongs to the initials only when there are two letters or more
                return end.map(|_| dot);
            }
            end = Some(next.to);
            at = next.to;
        }
        end
    }

    /// The place behind a full stop at `at`.
    fn stop(&self, at: usize) -> Option<usize> {
        let at = self.past_ignorable(at);
        self.rest(at).starts_with('.').then(|| self.past_ignorable(at + 1))
    }

    /// Rule 3: a run of `+` or `#` at `at`, its length in bytes.
    fn sharp(&self, at: usize) -> usize {
        self.rest(at).bytes().take_while(|b| matches!(b, b'+' | b'#')).count()
    }

    /// Rule 3: a comma between a digit and exactly three digits; returns the end of the run behind it.
    fn thousands(&self, from: usize) -> Option<usize> {
        let before = self.text.get(from..self.at)?.chars().rev().find(|&c| !is_ignorable(c))?;
        if !is_digit(before) || !self.rest(self.at).starts_with(',') {
            return None;
        }
        let start = self.at + 1;
        let digits =
            self.rest(start).chars().filter(|&c| !is_ignorable(c)).take_while(|&c| is_digit(c)).take(4).count();
        (digits == 3).then(|| self.run(start).to)
    }

    fn marks(&self, at: usize) -> usize {
        let rest = self.rest(at);
        let marks = rest.chars().take_while(|&c| is_ignorable(c) || GeneralCategoryGroup::Mark.contains(category(c)));
        let length = marks.map(char::len_utf8).sum::<usize>();
        let kept = rest.get(..length).unwrap_or("").trim_end_matches(is_ignorable).len();
        at + kept
    }

    fn past_ignorable(&self, at: usize) -> usize {
        let rest = self.rest(at);
        at + rest.len() - rest.trim_start_matches(is_ignorable).len()
    }

    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or("")
    }
}

fn is_word_char(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is_word_category(category(c)) }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (!c.is_ascii() && category(c) == GeneralCategory::DecimalNumber)
}

/// Letters that are words by themselves: no spaces part the words of these scripts.
fn stands_alone(c: char) -> bool {
    let script = CodePointMapData::<Script>::new().get(c);
    matches!(script, Script::Han | Script::Hiragana | Script::Katakana) || c == 'ー'
}

#[cfg(test)]
mod tests {
    use super::words;

    fn cut(text: &str) -> Vec<String> {
        words(text).map(|w| w.folded.into_owned()).collect()
    }

    #[test]
    fn every_sign_but_letters_marks_and_numbers_separates() {
        assert_eq!(
            cut("China’s US–China l’État a_b@c/d"),
            ["china", "s", "us", "china", "l", "etat", "a", "b", "c", "d"]
        );
        assert_eq!(cut("37.4 per cent 12:30"), ["37", "4", "per", "cent", "12", "30"]);
    }

    #[test]
    fn single_letters_with_full_stops_are_one_word() {
        assert_eq!(cut("U.S. and U.S.A, 5 p.m. J.K.Rowling"), ["us", "and", "usa", "5", "pm", "jk", "rowling"]);
        assert_eq!(cut("plan B. Then. A.1"), ["plan", "b", "then", "a", "1"]);
    }

    #[test]
    fn thousands_are_one_number() {
        assert_eq!(
            cut("150,000 1,234,567 1,23 1,2345 12,345.5"),
            ["150000", "1234567", "1", "23", "1", "2345", "12345", "5"]
        );
    }

    #[test]
    fn sharps_and_pluses_stay_with_their_letter() {
        assert_eq!(cut("C++ F# ab++ 5+"), ["c++", "f#", "ab", "5"]);
    }

    #[test]
    fn letters_of_han_and_kana_are_words() {
        assert_eq!(cut("習近平はxyか\u{3099}"), ["習", "近", "平", "は", "xy", "が"]);
    }

    #[test]
    fn soft_hyphens_and_direction_marks_vanish() {
        assert_eq!(cut("stra\u{ad}tegic \u{200f}b\u{200d}uffer"), ["strategic", "buffer"]);
    }

    #[test]
    fn blank_lines_part_paragraphs_and_line_ends_do_not() {
        let of = |text| words(text).map(|w| w.paragraph).collect::<Vec<_>>();
        assert_eq!(of("a\nb\n \t\nc"), [0, 0, 1]);
        assert_eq!(of("a\r\n\r\nb\u{2029}c"), [0, 1, 2]);
        assert!(of("a\n\n\n\nb").last() > Some(&0));
    }

    #[test]
    fn spans_are_those_of_the_text() {
        let text = "The U.S. sent 150,000 men";
        let spans: Vec<_> = words(text).map(|w| w.span.of(text)).collect();
        assert_eq!(spans, ["The", "U.S.", "sent", "150,000", "men"]);
    }
}

//! Whether a quotation is what was said: word for word, altered, or not at all.
//!
//! In: a quotation and a text. Out: where the text says it, and piece by piece what is the same, changed, added, missing or
//! marked as left out. Words are compared folded, so capitals and signs do not count. In which texts to look is left to the caller.
//!
//! ```text
//!  quotation   a strategic     buffer … for islands
//!  text        a very strategic buffer that was made for the islands
//!              =  missing =    =       ╰ skipped ╯   = missing =
//! ```

use crate::query::{Form, Match, Node, Scope, Term, Words};
use crate::text::{Span, Word, words};
use serde::{Deserialize, Serialize};

/// Words to left and right of an altered word cost nothing; these do. A change costs less than leaving out and adding.
const CHANGED: u32 = 2;
const CHANGED_A_LITTLE: u32 = 1;
const ADDED: u32 = 2;
const MISSING: u32 = 2;
/// Longest table of costs: words of the quotation times words of the text.
const LARGEST: usize = 20_000_000;

/// Where a text says a quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// From the first to the last word, in bytes of the text.
    pub source: Span,
    /// 1 for word for word, less the more was altered.
    pub likeness: f32,
    /// The difference, in order.
    pub pieces: Vec<Piece>,
}

impl Finding {
    /// Whether it is said word for word, but for what an ellipsis marks as left out.
    #[must_use]
    pub fn is_verbatim(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Same { .. } | Piece::Skipped { .. }))
    }

    /// Whose words they are, where the text's quoted stretches are known.
    #[must_use]
    pub fn whose(&self, quoted: &[Span]) -> Whose {
        match quoted.iter().any(|quote| quote.meets(self.source)) {
            false => Whose::Own,
            true if quoted.iter().any(|quote| quote.holds(self.source)) => Whose::Quoted,
            true => Whose::Both,
        }
    }
}

/// Whose words a stretch of a statement holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whose {
    /// The statement's own.
    Own,
    /// Quoted from somebody else.
    Quoted,
    /// Partly quoted.
    Both,
}

/// A piece of the difference; spans are bytes of the quotation and of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// The same words.
    Same {
        /// In the quotation.
        quotation: Span,
        /// In the text.
        source: Span,
    },
    /// Other words.
    Changed {
        /// In the quotation.
        quotation: Span,
        /// In the text.
        source: Span,
    },
    /// Words of the quotation that the text does not say.
    Added {
        /// In the quotation.
        quotation: Span,
    },
    /// Words of the text that the quotation leaves out without a mark.
    Missing {
        /// In the text.
        source: Span,
    },
    /// What the quotation marks as left out by an ellipsis.
    Skipped {
        /// In the text.
        source: Span,
    },
}

/// Where a text says a quotation: every place that does so word for word, else the likeliest one, if at least so like
/// (0 to 1, for instance 0.6); none otherwise.
#[must_use]
pub fn find(quotation: &str, text: &str, least: f32) -> Vec<Finding> {
    let parts = parts(quotation);
    if parts.is_empty() {
        return Vec::new();
    }
    let said: Vec<Word<'_>> = words(text).collect();
    let verbatim = verbatim(&parts, &said);
    if !verbatim.is_empty() {
        return verbatim;
    }
    let asked: Vec<Word<'_>> = parts.into_iter().flatten().collect();
    altered(&asked, &said).filter(|finding| finding.likeness >= least).into_iter().collect()
}

/// The query that finds statements which say a quotation word for word.
#[must_use]
pub fn query(quotation: &str) -> Node {
    let span = Span::new(0, quotation.len());
    let exact = |word: &Word<'_>| Term { word: word.folded.clone().into_owned(), form: Form::Exact };
    let words = |part: &Vec<Word<'_>>| match part.as_slice() {
        [word] => Words::Term(exact(word)),
        words => Words::Phrase(words.iter().map(exact).collect()),
    };
    let mut nodes: Vec<Node> =
        parts(quotation).iter().map(|part| Node { span, asks: Match::Text(Scope::Text, words(part)) }).collect();
    match nodes.len() {
        0 => Node { span, asks: Match::Nothing },
        1 => nodes.remove(0),
        _ => Node { span, asks: Match::And(nodes) },
    }
}

/// The words of a quotation, parted where an ellipsis marks something left out.
fn parts(quotation: &str) -> Vec<Vec<Word<'_>>> {
    let mut parts: Vec<Vec<Word<'_>>> = Vec::new();
    let mut last: Option<Span> = None;
    for word in words(quotation) {
        let gap = last.map_or("", |last: Span| quotation.get(last.to..word.span.from).unwrap_or(""));
        last = Some(word.span);
        match parts.last_mut() {
            Some(part) if !is_ellipsis(gap) => part.push(word),
            _ => parts.push(vec![word]),
        }
    }
    parts
}

/// Whether something is left out: `…`, `...`, `. . .`, alone or in brackets.
fn is_ellipsis(gap: &str) -> bool {
    gap.contains('…') || gap.split_whitespace().collect::<String>().contains("...")
}

/// Places at which each part stands word for word, in order.
fn verbatim(parts: &[Vec<Word<'_>>], said: &[Word<'_>]) -> Vec<Finding> {
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    let mut found = Vec::new();
    for start in starts(first, said, 0) {
        let mut places = vec![(start, start + first.len())];
        for part in rest {
            let behind = places.last().map_or(0, |place| place.1);
            match starts(part, said, behind).next() {
                Some(start) => places.push((start, start + part.len())),
                None => return found,
            }
        }
        found.extend(told(parts, &places, said));
    }
    found
}

/// Where a part stands from a word on.
fn starts<'a>(part: &'a [Word<'_>], said: &'a [Word<'_>], from: usize) -> impl Iterator<Item = usize> + 'a {
    let rest = said.get(from..).unwrap_or(&[]);
    let same = move |window: &[Word<'_>]| window.iter().zip(part).all(|(said, asked)| said.folded == asked.folded);
    rest.windows(part.len().max(1)).enumerate().filter(move |(_, window)| same(window)).map(move |(at, _)| from + at)
}

fn told(parts: &[Vec<Word<'_>>], places: &[(usize, usize)], said: &[Word<'_>]) -> Option<Finding> {
    let mut pieces = Vec::new();
    let mut before: Option<usize> = None;
    for (part, (from, to)) in parts.iter().zip(places) {
        let skipped = before.filter(|before| before < from).and_then(|before| stretch(said, before, *from));
        pieces.extend(skipped.map(|source| Piece::Skipped { source }));
        pieces.push(Piece::Same { quotation: stretch(part, 0, part.len())?, source: stretch(said, *from, *to)? });
        before = Some(*to);
    }
    let source = stretch(said, places.first()?.0, places.last()?.1)?;
    Some(Finding { source, likeness: 1.0, pieces })
}

/// From the first byte of word `from` to the last of word `to - 1`.
fn stretch(words: &[Word<'_>], from: usize, to: usize) -> Option<Span> {
    Some(words.get(from)?.span.join(words.get(to.checked_sub(1)?)?.span))
}

/// One step of an alignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Both,
    Added,
    Missing,
}

/// The stretch of the text that the whole quotation is likest to (alignment of all of it with any part of the text).
fn altered(asked: &[Word<'_>], said: &[Word<'_>]) -> Option<Finding> {
    if asked.len().saturating_mul(said.len()) > LARGEST || said.is_empty() {
        return None;
    }
    let width = said.len() + 1;
    let mut steps = vec![Step::Missing; (asked.len() + 1) * width];
    let mut row = vec![0_u32; width];
    for (turn, word) in (1..).zip(asked) {
        let mut above = row.clone();
        std::mem::swap(&mut above, &mut row);
        fill(word, said, &above, &mut row, steps.get_mut(turn * width..(turn + 1) * width)?);
    }
    let (end, cost) = row.iter().enumerate().min_by_key(|(_, cost)| **cost)?;
    let alignment = traced(&steps, width, asked.len(), end);
    let worst = ADDED * asked.len() as u32;
    let likeness = 1.0 - (*cost as f32 / worst as f32).min(1.0);
    finding(asked, said, &alignment, likeness)
}

fn fill(word: &Word<'_>, said: &[Word<'_>], above: &[u32], row: &mut [u32], steps: &mut [Step]) {
    let mut left = above.first().map_or(0, |cost| cost + ADDED);
    if let (Some(cost), Some(step)) = (row.first_mut(), steps.first_mut()) {
        (*cost, *step) = (left, Step::Added);
    }
    let cells = row.iter_mut().zip(steps).skip(1).zip(said).zip(above.windows(2));
    for (((cost, step), other), above) in cells {
        let [diagonal, straight] = above else { continue };
        let both = (diagonal + price(word, other), Step::Both);
        let added = (straight + ADDED, Step::Added);
        let missing = (left + MISSING, Step::Missing);
        (*cost, *step) = [both, added, missing].into_iter().min_by_key(|(cost, _)| *cost).unwrap_or(both);
        left = *cost;
    }
}

/// What it costs to take one word for another: little where they are forms or slips of each other.
fn price(asked: &Word<'_>, said: &Word<'_>) -> u32 {
    if asked.folded == said.folded {
        return 0;
    }
    let (short, long) = (asked.folded.len().min(said.folded.len()), asked.folded.len().max(said.folded.len()));
    let alike = short >= 4 && long - short <= 3;
    let shared = || asked.folded.bytes().zip(said.folded.bytes()).take_while(|(a, b)| a == b).count();
    if alike && (shared() * 4 >= long * 3 || strsim::osa_distance(&asked.folded, &said.folded) <= 2) {
        CHANGED_A_LITTLE
    } else {
        CHANGED
    }
}

/// The steps that lead to `end`, first to last, with the word of the text that the first one stands at.
fn traced(steps: &[Step], width: usize, asked: usize, end: usize) -> (usize, Vec<Step>) {
    let (mut turn, mut at) = (asked, end);
    let mut path = Vec::new();
    while turn > 0 {
        let step = steps.get(turn * width + at).copied().unwrap_or(Step::Added);
        path.push(step);
        match step {
            Step::Both => (turn, at) = (turn - 1, at.saturating_sub(1)),
            Step::Added => turn -= 1,
            Step::Missing => at = at.saturating_sub(1),
        }
    }
    path.reverse();
    (at, path)
}

fn finding(
    asked: &[Word<'_>],
    said: &[Word<'_>],
    (start, path): &(usize, Vec<Step>),
    likeness: f32,
) -> Option<Finding> {
    let (mut turn, mut at) = (0, *start);
    let mut pieces: Vec<Piece> = Vec::new();
    for step in path {
        let (quotation, source) = (asked.get(turn).map(|word| word.span), said.get(at).map(|word| word.span));
        let piece = match step {
            Step::Both => {
                let same = asked.get(turn)?.folded == said.get(at)?.folded;
                let (quotation, source) = (quotation?, source?);
                if same { Piece::Same { quotation, source } } else { Piece::Changed { quotation, source } }
            }
            Step::Added => Piece::Added { quotation: quotation? },
            Step::Missing => Piece::Missing { source: source? },
        };
        turn += usize::from(*step != Step::Missing);
        at += usize::from(*step != Step::Added);
        match pieces.last_mut().and_then(|last| last.joined(piece)) {
            Some(joined) => *pieces.last_mut()? = joined,
            None => pieces.push(piece),
        }
    }
    Some(Finding { source: stretch(said, *start, at)?, likeness, pieces })
}

impl Piece {
    /// Both as one piece, where they are of one kind.
    fn joined(self, next: Piece) -> Option<Piece> {
        Some(match (self, next) {
            (Piece::Same { quotation, source }, Piece::Same { quotation: q, source: s }) => {
                Piece::Same { quotation: quotation.join(q), source: source.join(s) }
            }
            (Piece::Changed { quotation, source }, Piece::Changed { quotation: q, source: s }) => {
                Piece::Changed { quotation: quotation.join(q), source: source.join(s) }
            }
            (Piece::Added { quotation }, Piece::Added { quotation: q }) => {
                Piece::Added { quotation: quotation.join(q) }
            }
            (Piece::Missing { source }, Piece::Missing { source: s }) => Piece::Missing { source: source.join(s) },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Piece, Span, Whose, find, query};

    const TEXT: &str =
        "The minister called it a strategic buffer for the islands. Nobody laughed. It is a buffer for the islands.";

    /// The difference: changes as `{quotation→text}`, `+added`, `-missing`, `…` for what was skipped.
    fn shown(quotation: &str, text: &str) -> Vec<String> {
        let piece = |piece: &Piece| match piece {
            Piece::Same { source, .. } => source.of(text).to_owned(),
            Piece::Changed { quotation: asked, source } => format!("{{{}→{}}}", asked.of(quotation), source.of(text)),
            Piece::Added { quotation: asked } => format!("+{}", asked.of(quotation)),
            Piece::Missing { source } => format!("-{}", source.of(text)),
            Piece::Skipped { .. } => "…".to_owned(),
        };
        let line = |finding: &Finding| finding.pieces.iter().map(piece).collect::<Vec<_>>().join(" ");
        find(quotation, text, 0.6).iter().map(line).collect()
    }

    #[test]
    fn word_for_word_is_found_wherever_it_stands() {
        let found = find("“A Strategic buffer, for the islands!”", TEXT, 0.6);
        assert_eq!(
            found.iter().map(|f| (f.source.of(TEXT), f.likeness)).collect::<Vec<_>>(),
            [("a strategic buffer for the islands", 1.0)]
        );
        assert!(found.iter().all(Finding::is_verbatim));
        assert_eq!(shown("buffer for the islands", TEXT).len(), 2);
    }

    #[test]
    fn what_an_ellipsis_leaves_out_is_no_alteration() {
        assert_eq!(
            shown("The minister called it … a buffer for the islands", TEXT),
            ["The minister called it … a buffer for the islands"]
        );
        for mark in ["[...]", "[…]", "(...)", ". . .", "..."] {
            assert_eq!(shown(&format!("The minister {mark} a buffer"), TEXT).len(), 1, "{mark}");
        }
        assert!(find("nobody laughed … the minister called it", TEXT, 0.9).is_empty(), "the order counts");
    }

    #[test]
    fn an_altered_quotation_is_shown_as_a_difference() {
        assert_eq!(
            shown("called it a tactical buffer for the islands", TEXT),
            ["called it a {tactical→strategic} buffer for the islands"]
        );
        assert_eq!(
            shown("called it a strategic buffer for the small islands", TEXT),
            ["called it a strategic buffer for the +small islands"]
        );
        assert_eq!(
            shown("the minister called it a buffer for the islands", TEXT),
            ["The minister called it a -strategic buffer for the islands"]
        );
        assert_eq!(
            shown("called it a strategic bufer for the islands", TEXT),
            ["called it a strategic {bufer→buffer} for the islands"]
        );
        assert!(
            find("called it a tactical buffer for the islands", TEXT, 0.6)
                .iter()
                .all(|f| !f.is_verbatim() && f.likeness < 1.0)
        );
    }

    #[test]
    fn what_was_not_said_is_not_found() {
        for quotation in ["we will never surrender the harbour to anyone", "", "…", "!?"] {
            assert!(find(quotation, TEXT, 0.6).is_empty(), "{quotation}");
        }
        assert!(find("a b", "", 0.0).is_empty());
    }

    #[test]
    fn the_pieces_hold_every_word_of_both_in_order() {
        let mut rng = fastrand::Rng::with_seed(4);
        let mut sentence = |most: usize| -> String {
            let words: Vec<&str> = (0..rng.usize(..most))
                .map(|_| rng.choice(["a", "bee", "seen", "deed", "…", "seem,"]).unwrap_or("a"))
                .collect();
            words.join(" ")
        };
        let cut = |text: &str| crate::text::words(text).map(|word| word.folded.into_owned()).collect::<Vec<_>>();
        for _ in 0..5_000 {
            let (quotation, text) = (sentence(8), sentence(16));
            for finding in find(&quotation, &text, 0.0) {
                let (mut asked, mut said) = (Vec::new(), Vec::new());
                for piece in &finding.pieces {
                    match *piece {
                        Piece::Same { quotation: q, source } | Piece::Changed { quotation: q, source } => {
                            asked.extend(cut(q.of(&quotation)));
                            said.extend(cut(source.of(&text)));
                        }
                        Piece::Added { quotation: q } => asked.extend(cut(q.of(&quotation))),
                        Piece::Missing { source } | Piece::Skipped { source } => said.extend(cut(source.of(&text))),
                    }
                }
                assert_eq!(asked, cut(&quotation), "{quotation} in {text}");
                assert_eq!(said, cut(finding.source.of(&text)), "{quotation} in {text}");
                assert!((0.0..=1.0).contains(&finding.likeness));
            }
        }
    }

    #[test]
    fn own_words_are_told_from_quoted_ones() {
        let found = find("strategic buffer", TEXT, 0.6);
        let finding = found.first().expect("found");
        assert_eq!(finding.whose(&[]), Whose::Own);
        assert_eq!(finding.whose(&[Span::new(0, 58)]), Whose::Quoted);
        assert_eq!(finding.whose(&[Span::new(0, 30)]), Whose::Both);
    }

    #[test]
    fn its_query_asks_for_the_very_words() {
        assert_eq!(query("“Strategic buffer … islands”").to_string(), "text:\"strategic buffer\" AND text:=islands");
        assert_eq!(query("?").to_string(), "NOT *:*");
    }
}

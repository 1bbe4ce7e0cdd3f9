//! The grammar: tokens to a tree, by recursive descent with a bound on its depth.
//!
//! In: typed text and today's day. Out: a [`Query`]; a [`Refusal`] only past a bound. What cannot be read is left out or
//! read as words, and said. Values of fields are left to `clause`.
//!
//! ```text
//!  alternatives := conjunction (OR conjunction)*
//!  conjunction  := negation (AND? negation)*
//!  negation     := (NOT | - | !) negation | nearness
//!  nearness     := operand ((NEAR | ADJ) operand)*
//!  operand      := ( alternatives ) | field value | piece | "phrase" | /regex/
//! ```

use super::field::{Field, Ward};
use super::lex::{Kind, Token, lex};
use super::tree::{Complaint, Match, Node, Query, Scope, Words};
use crate::text::{Day, Span};
use std::fmt;

/// Longest query, in bytes.
pub const LONGEST_QUERY: usize = 8 * 1024;
/// Deepest nesting of brackets, exclusions, joins and nearness.
pub const DEEPEST_QUERY: usize = 32;
/// Most words, names and other clauses.
pub const MOST_CLAUSES: usize = 1024;
/// Most complaints that are listed one by one.
const MOST_COMPLAINTS: usize = 100;
/// Longest piece of a query that a message repeats, in characters.
const LONGEST_SHOWN: usize = 120;
/// Widest gap of a nearness.
pub(super) const WIDEST_GAP: u64 = 99;

/// Why a query is not read at all: it is past a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Longer than [`LONGEST_QUERY`]; so many bytes.
    TooLong(usize),
    /// Nested deeper than [`DEEPEST_QUERY`].
    TooDeep,
    /// More clauses than [`MOST_CLAUSES`].
    TooMany,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::TooLong(bytes) => write!(f, "the query has {bytes} bytes, the bound is 8 KB"),
            Refusal::TooDeep => write!(f, "the query is nested deeper than {DEEPEST_QUERY} levels"),
            Refusal::TooMany => f.write_str("the query has more than 1,024 clauses"),
        }
    }
}

impl std::error::Error for Refusal {}

/// Reads a query as it was typed; days such as `yesterday` are counted from `today`.
///
/// # Errors
/// Only past one of the bounds; everything else is read somehow, and said.
pub fn parse(typed: &str, today: Day) -> Result<Query, Refusal> {
    if typed.len() > LONGEST_QUERY {
        return Err(Refusal::TooLong(typed.len()));
    }
    let mut parser = Parser::new(typed, today);
    let root = parser.whole()?;
    if root.depth() > DEEPEST_QUERY {
        return Err(Refusal::TooDeep);
    }
    Ok(Query { typed: typed.to_owned(), root, complaints: listed(parser.complaints, typed) })
}

/// Complaints in the order of the query; past a hundred they are counted.
fn listed(mut complaints: Vec<Complaint>, typed: &str) -> Vec<Complaint> {
    complaints.sort_by_key(|complaint| (complaint.span.from, complaint.span.to));
    let more = complaints.len().saturating_sub(MOST_COMPLAINTS);
    if more > 0 {
        let from = complaints.get(MOST_COMPLAINTS).map_or(0, |complaint| complaint.span.from);
        complaints.truncate(MOST_COMPLAINTS);
        let plural = if more == 1 { "piece" } else { "pieces" };
        let message = format!("{more} more {plural} from here on could not be read as typed");
        complaints.push(Complaint { message, span: Span::new(from, typed.len()), hint: None });
    }
    complaints
}

/// Where the parser stands, and what it has to say.
pub(super) struct Parser<'a> {
    pub(super) typed: &'a str,
    pub(super) today: Day,
    pub(super) tokens: Vec<Token>,
    pub(super) at: usize,
    /// Open brackets, innermost last.
    open: Vec<Kind>,
    depth: usize,
    clauses: usize,
    /// A clause was left out because its value could not be read.
    pub(super) left_out: bool,
    pub(super) complaints: Vec<Complaint>,
}

type Parsed = Result<Option<Node>, Refusal>;

impl<'a> Parser<'a> {
    fn new(typed: &'a str, today: Day) -> Self {
        Parser {
            typed,
            today,
            tokens: lex(typed),
            at: 0,
            open: Vec::new(),
            depth: 0,
            clauses: 0,
            left_out: false,
            complaints: Vec::new(),
        }
    }

    /// The whole query. Blank, or with every clause left out, it asks for everything; text without a word for nothing.
    fn whole(&mut self) -> Result<Node, Refusal> {
        let span = Span::new(0, self.typed.len());
        if let Some(root) = self.alternatives(FREE)? {
            return Ok(root);
        }
        let typed = self.typed.trim();
        if typed.is_empty() || self.left_out {
            return Ok(Node { span, asks: Match::All });
        }
        if self.complaints.is_empty() {
            self.say(span, format!("there is no word in `{typed}` to look for"), None);
        }
        Ok(Node { span, asks: Match::Nothing })
    }

    fn alternatives(&mut self, field: Field) -> Parsed {
        let mut found = Vec::new();
        loop {
            let start = self.at;
            found.extend(self.conjunction(field)?);
            let Some(or) = self.peek().filter(|token| token.kind == Kind::Or) else { break };
            if self.at == start {
                self.dangling(or, "left");
            }
            self.at += 1;
            if self.ends() {
                self.dangling(or, "right");
            }
        }
        Ok(joined(found, Match::Or))
    }

    fn conjunction(&mut self, field: Field) -> Parsed {
        let mut found = Vec::new();
        let mut first = true;
        while let Some(token) = self.peek() {
            match token.kind {
                Kind::Or => break,
                Kind::Close | Kind::Unbrace if self.closes(token.kind) => break,
                Kind::Close | Kind::Unbrace => {
                    self.at += 1;
                    self.say(token.span, "this bracket closes nothing; left out".to_owned(), None);
                    continue;
                }
                Kind::And => {
                    self.at += 1;
                    if first {
                        self.dangling(token, "left");
                    }
                    if self.ends() || self.peek().is_some_and(|next| next.kind == Kind::Or) {
                        self.dangling(token, "right");
                    }
                }
                Kind::Near { .. } => {
                    self.at += 1;
                    self.dangling(token, "left");
                }
                _ => found.extend(self.negation(field)?),
            }
            first = false;
        }
        Ok(joined(found, Match::And))
    }

    fn negation(&mut self, field: Field) -> Parsed {
        let Some(not) = self.peek().filter(|token| token.kind == Kind::Not) else {
            return self.nearness(field);
        };
        self.at += 1;
        if !self.peek().is_some_and(|token| token.kind == Kind::Not || begins_operand(token.kind)) {
            self.dangling(not, "right");
            return Ok(None);
        }
        let inner = self.deeper(|parser| parser.negation(field))?;
        Ok(inner.map(|inner| Node {
            span: not.span.join(inner.span),
            asks: if inner.asks == Match::All { Match::Nothing } else { Match::Not(Box::new(inner)) },
        }))
    }

    fn nearness(&mut self, field: Field) -> Parsed {
        let mut left = self.operand(field)?;
        while let Some(Token { kind: Kind::Near { ordered, gap }, span, .. }) = self.peek() {
            let near = Near { ordered, gap: self.gap(gap, ordered, span), span };
            self.at += 1;
            if !self.peek().is_some_and(|token| begins_operand(token.kind)) {
                self.say_dangling(span, "right");
                break;
            }
            let right = self.operand(field)?;
            left = match (left, right) {
                (Some(left), Some(right)) => Some(self.near(left, near, right)),
                (left, right) => left.or(right),
            };
        }
        Ok(left)
    }

    fn operand(&mut self, field: Field) -> Parsed {
        let Some(token) = self.peek() else { return Ok(None) };
        self.at += 1;
        match token.kind {
            Kind::Open => self.group(token, field),
            Kind::Field(own) => self.value(token, own),
            Kind::Plus => {
                self.say(token.span, format!("`{}` changes nothing here; left out", token.span.of(self.typed)), None);
                if self.peek().is_some_and(|next| begins_operand(next.kind)) { self.operand(field) } else { Ok(None) }
            }
            Kind::Everything => Ok(Some(Node { span: token.span, asks: Match::All })),
            _ => self.leaf(token, field),
        }
    }

    /// What stands in brackets, `(` or `{`, behind the opening one.
    pub(super) fn group(&mut self, open: Token, field: Field) -> Parsed {
        self.open.push(open.kind);
        let inner = self.deeper(|parser| parser.alternatives(field))?;
        self.open.pop();
        let closing = if open.kind == Kind::Open { Kind::Close } else { Kind::Unbrace };
        let end = match self.peek().filter(|token| token.kind == closing) {
            Some(close) => {
                self.at += 1;
                close.span
            }
            None => {
                let end = self.tokens.get(self.at.wrapping_sub(1)).map_or(open.span, |last| last.span);
                self.say(open.span, "this bracket is never closed; read to the end".to_owned(), None);
                end
            }
        };
        Ok(inner.map(|inner| Node { span: open.span.join(end), ..inner }))
    }

    fn near(&mut self, left: Node, near: Near, right: Node) -> Node {
        let span = left.span.join(right.span);
        let operands = (operand_words(&left), operand_words(&right));
        let (Some((left_scope, left_words)), Some((right_scope, right_words))) = operands else {
            self.say(
                near.span,
                format!(
                    "only words, phrases, wildcards and groups of alternatives stand beside `{}`; read as AND",
                    near.span.of(self.typed)
                ),
                None,
            );
            return Node { span, asks: Match::And(vec![left, right]) };
        };
        let Some(scope) = left_scope.common(right_scope) else {
            self.say(
                near.span,
                "the words stand in two fields and so never beside each other; read as AND".to_owned(),
                None,
            );
            return Node { span, asks: Match::And(vec![left, right]) };
        };
        let (left, right) = (Box::new(left_words), Box::new(right_words));
        Node { span, asks: scope.asks(Words::Near { left, right, gap: near.gap, ordered: near.ordered }) }
    }

    fn gap(&mut self, gap: Option<u64>, ordered: bool, span: Span) -> u32 {
        let gap = gap.unwrap_or(if ordered { 0 } else { 5 });
        self.at_most_99(gap, span)
    }

    /// A number of words in between; above 99 it is read as 99, and said.
    pub(super) fn at_most_99(&mut self, gap: u64, span: Span) -> u32 {
        if gap > WIDEST_GAP {
            self.say(
                span,
                format!("`{}` is read with 99 words in between, the most there are", span.of(self.typed)),
                None,
            );
        }
        gap.min(WIDEST_GAP) as u32
    }

    /// Counts clauses against the bound.
    pub(super) fn count(&mut self, clauses: usize) -> Result<(), Refusal> {
        self.clauses += clauses;
        if self.clauses > MOST_CLAUSES { Err(Refusal::TooMany) } else { Ok(()) }
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Refusal>) -> Result<T, Refusal> {
        if self.depth == DEEPEST_QUERY {
            return Err(Refusal::TooDeep);
        }
        self.depth += 1;
        let found = read(self);
        self.depth -= 1;
        found
    }

    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    /// Whether nothing more can come at this level.
    fn ends(&self) -> bool {
        self.peek().is_none_or(|token| matches!(token.kind, Kind::Close | Kind::Unbrace) && self.closes(token.kind))
    }

    /// Whether a closing bracket closes one that is open here. `}` closes what was left open inside it as well.
    fn closes(&self, kind: Kind) -> bool {
        match kind {
            Kind::Close => self.open.last() == Some(&Kind::Open),
            _ => self.open.contains(&Kind::Brace),
        }
    }

    fn dangling(&mut self, operator: Token, side: &str) {
        self.say_dangling(operator.span, side);
    }

    fn say_dangling(&mut self, span: Span, side: &str) {
        let word = span.of(self.typed);
        let hint = word
            .chars()
            .all(char::is_alphabetic)
            .then(|| format!("to look for the word write `\"{}\"`", word.to_lowercase()));
        self.say(span, format!("there is nothing to the {side} of `{word}`; left out"), hint);
    }

    /// Adds a complaint; the span shows the piece, so a long one is cut in the message.
    pub(super) fn say(&mut self, span: Span, message: String, hint: Option<String>) {
        self.complaints.push(Complaint { message: shortened(&message), span, hint: hint.map(|hint| shortened(&hint)) });
    }
}

/// A message with its long quoted pieces cut.
fn shortened(message: &str) -> String {
    let pieces = message.split('`').map(|piece| match piece.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{}…", piece.get(..end).unwrap_or("")),
        None => piece.to_owned(),
    });
    pieces.collect::<Vec<_>>().join("`")
}

/// The field of words typed without one.
pub(super) const FREE: Field = Field::Words(Ward::In(Scope::Anywhere));

#[derive(Clone, Copy)]
struct Near {
    ordered: bool,
    gap: u32,
    span: Span,
}

fn begins_operand(kind: Kind) -> bool {
    !matches!(kind, Kind::Close | Kind::Unbrace | Kind::And | Kind::Or | Kind::Not | Kind::Near { .. })
}

/// One node of several; none of none.
fn joined(mut found: Vec<Node>, join: fn(Vec<Node>) -> Match) -> Option<Node> {
    if found.len() < 2 {
        return found.pop();
    }
    let span = found.iter().map(|node| node.span).reduce(Span::join)?;
    Some(Node { span, asks: join(found) })
}

/// A node as an operand of nearness: words, or alternatives of words, of one ward.
fn operand_words(node: &Node) -> Option<(Ward, Words)> {
    match &node.asks {
        Match::Text(scope, words) => Some((Ward::In(*scope), words.clone())),
        Match::Own(words) => Some((Ward::Own, words.clone())),
        Match::Quoted(words) => Some((Ward::Quoted, words.clone())),
        Match::Or(nodes) => {
            let operands: Vec<_> = nodes.iter().map(operand_words).collect::<Option<_>>()?;
            let ward = operands.first()?.0;
            let same = operands.iter().all(|(other, _)| *other == ward);
            same.then(|| (ward, Words::Any(operands.into_iter().map(|(_, words)| words).collect())))
        }
        _ => None,
    }
}

impl Ward {
    /// The ward of a nearness: words without a field take the other operand's.
    fn common(self, other: Ward) -> Option<Ward> {
        let free = Ward::In(Scope::Anywhere);
        match (self, other) {
            (a, b) if a == b => Some(a),
            (a, b) if b == free => Some(a),
            (a, b) if a == free => Some(b),
            _ => None,
        }
    }

    /// What words ask for there.
    pub(super) fn asks(self, words: Words) -> Match {
        match self {
            Ward::In(scope) => Match::Text(scope, words),
            Ward::Own => Match::Own(words),
            Ward::Quoted => Match::Quoted(words),
        }
    }
}

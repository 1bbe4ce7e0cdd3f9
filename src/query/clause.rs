//! Leaves: what a piece, a quotation or a regular expression asks for, free or as the value of a field.
//!
//! In: tokens and the field they stand in. Out: nodes. What asks for nothing is left out, and said.
//! Words are cut in `term`, days read in `dated`, numbers in `number`, facts in `fact`.

use super::field::{Field, Join, Ward, foreign_operator, meant};
use super::lex::{Kind, Token};
use super::parse::{FREE, Parser, Refusal};
use super::term::{Cut, Remark, cut, literal, plain};
use super::tree::{Form, Match, Names, Node, Term, Words};
use super::{fact, pattern, plain as signs};
use crate::text::Span;

type Parsed = Result<Option<Node>, Refusal>;

impl Parser<'_> {
    /// A field's value, behind its name.
    pub(super) fn value(&mut self, name: Token, field: Field) -> Parsed {
        let Some(next) = self.peek().filter(|next| is_value(next.kind)) else {
            self.leave_out(
                name.span,
                format!("there is nothing to look for behind `{}`; left out", name.span.of(self.typed)),
                None,
            );
            return Ok(None);
        };
        let node = match (field, next.kind) {
            (Field::Join(join), kind) => {
                self.at += 1;
                let inner = match kind {
                    Kind::Open | Kind::Brace => self.group(next, FREE)?,
                    _ => self.leaf(next, FREE)?,
                };
                self.join(name, join, inner)
            }
            (_, Kind::Open) => {
                self.at += 1;
                self.group(next, field)?
            }
            (Field::Day(_) | Field::Number(_), _) => self.run_of_words(name, field)?,
            _ => {
                self.at += 1;
                self.scope_hint(name, next, field);
                self.leaf(next, field)?
            }
        };
        Ok(node.map(|node| Node { span: name.span.join(node.span), ..node }))
    }

    fn join(&mut self, name: Token, join: Join, inner: Option<Node>) -> Option<Node> {
        let Some(inner) = inner.map(Box::new) else {
            self.leave_out(
                name.span,
                format!("there is nothing to look for behind `{}`; left out", name.span.of(self.typed)),
                None,
            );
            return None;
        };
        let span = inner.span;
        let asks = match join {
            Join::Under => Match::Under(inner),
            Join::HasComment => Match::HasComment(inner),
            Join::ReplyTo => Match::ReplyTo(inner),
        };
        Some(Node { span, asks })
    }

    /// A piece, a quotation or a regular expression in a field.
    pub(super) fn leaf(&mut self, token: Token, field: Field) -> Parsed {
        self.count(1)?;
        let asks = match field {
            Field::Words(ward) => self.words(token)?.map(|words| ward.asks(words)),
            Field::Join(_) => self.words(token)?.map(|words| Match::Text(super::Scope::Anywhere, words)),
            Field::Author => self.names(token)?.map(Match::Author),
            Field::Entity(kind) => self.names(token)?.map(|names| Match::Entity(kind, names)),
            _ => self.fact(token, field),
        };
        Ok(asks.map(|asks| Node { span: token.span, asks }))
    }

    fn fact(&mut self, token: Token, field: Field) -> Option<Match> {
        let text = self.value_text(token);
        match fact::read(field, &text, self.today) {
            Ok(fact) => {
                if let Some(remark) = fact.remark {
                    self.say(token.span, remark, None);
                }
                Some(fact.asks)
            }
            Err(unread) => {
                self.leave_out(token.span, unread.message, unread.hint);
                None
            }
        }
    }

    fn words(&mut self, token: Token) -> Result<Option<Words>, Refusal> {
        match token.kind {
            Kind::Quote { closed, tail } => self.quote(token, closed, tail),
            Kind::Regex => Ok(match self.regex(token) {
                Some(term) => Some(Words::Term(term)),
                None => free_piece(plain(token.body.of(self.typed)), false).or_else(|| self.no_word(token)),
            }),
            Kind::Piece { exact } => self.piece(token, exact),
            _ => Ok(None),
        }
    }

    fn piece(&mut self, token: Token, exact: bool) -> Result<Option<Words>, Refusal> {
        if self.is_stray_tail(token) {
            return Ok(None);
        }
        let terms = self.terms(token, true);
        self.count(terms.len().saturating_sub(1))?;
        Ok(free_piece(terms, exact).or_else(|| self.no_word(token)))
    }

    fn quote(&mut self, token: Token, closed: bool, tail: Span) -> Result<Option<Words>, Refusal> {
        if !closed {
            self.say(
                Span::new(token.span.from, token.span.to),
                "this quotation is never closed; read to the end".to_owned(),
                None,
            );
        }
        let terms = self.terms(token, true);
        self.count(terms.len().saturating_sub(1))?;
        if terms.is_empty() {
            return Ok(self.no_word(token));
        }
        let slack = self.slack(tail, terms.len());
        Ok(match slack {
            Some(slack) => Some(Words::Within { terms, slack }),
            None => phrase(terms),
        })
    }

    /// What stands behind a quotation as its slack.
    fn slack(&mut self, tail: Span, terms: usize) -> Option<u32> {
        let text = tail.of(self.typed);
        if text.is_empty() {
            return None;
        }
        let digits =
            text.strip_prefix('~').filter(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
        let Some(digits) = digits else {
            let hint = text.starts_with('~').then(|| "words in between are counted: `\"…\"~5`".to_owned());
            self.say(tail, format!("`{text}` changes nothing; left out"), hint);
            return None;
        };
        if terms < 2 {
            self.say(
                tail,
                format!("one word stands alone, `{text}` left out"),
                Some("for slips of spelling write `word~1`".to_owned()),
            );
            return None;
        }
        Some(self.at_most_99(digits.parse().unwrap_or(u64::MAX), tail))
    }

    fn names(&mut self, token: Token) -> Result<Option<Names>, Refusal> {
        let terms = match token.kind {
            Kind::Regex => self.regex(token).map_or_else(|| plain(token.body.of(self.typed)), |term| vec![term]),
            _ => self.terms(token, false),
        };
        self.count(terms.len().saturating_sub(1))?;
        if terms.is_empty() {
            self.leave_out(token.span, format!("there is no name in `{}`; left out", token.span.of(self.typed)), None);
            return Ok(None);
        }
        Ok(Some(Names { terms }))
    }

    /// The terms of a piece or a quotation, with what is odd about them said.
    fn terms(&mut self, token: Token, free: bool) -> Vec<Term> {
        let mut body = token.body;
        if matches!(token.kind, Kind::Piece { .. }) {
            if free {
                self.foreign(token);
            }
            body = self.without_weight(body);
        }
        let text = body.of(self.typed);
        if matches!(token.kind, Kind::Piece { .. }) && signs::is_address(text) {
            return plain(&literal(text));
        }
        let Cut { terms, remarks } = cut(&self.without_question(token, text));
        for remark in remarks {
            self.remark(token, remark);
        }
        terms
    }

    fn remark(&mut self, token: Token, remark: Remark) {
        let quoted = matches!(token.kind, Kind::Quote { .. });
        match remark {
            Remark::LoneWildcard if quoted => self.say(
                token.span,
                "a `*` or `?` by itself stands for no word; read without it".to_owned(),
                Some("for a word in between write `a ADJ/1 b`".to_owned()),
            ),
            Remark::LoneWildcard => {}
            Remark::TooManyEdits => {
                self.say(token.span, "two edits are the most there are; read as `~2`".to_owned(), None)
            }
            Remark::FuzzyPattern => self.say(token.span, "a wildcard takes no edits; `~` left out".to_owned(), None),
        }
    }

    fn regex(&mut self, token: Token) -> Option<Term> {
        let written = token.body.of(self.typed).replace("\\/", "/");
        match pattern::check(&written) {
            Ok(()) => {
                if written.chars().any(char::is_uppercase) && !written.contains('\\') && !written.contains("(?i") {
                    let hint = format!("write `/{}/`", written.to_lowercase());
                    self.say(
                        token.span,
                        "words are compared in small letters, so capitals match nothing".to_owned(),
                        Some(hint),
                    );
                }
                Some(Term { word: written, form: Form::Regex })
            }
            Err(reason) => {
                self.say(token.span, format!("{reason}; read as words"), None);
                None
            }
        }
    }

    /// A question mark at the end of a question is no wildcard: where no other wildcard stands, at the end of several free
    /// words or of a quotation of several, and of any word in a quotation of four or more. A blank before the closing mark
    /// says that wildcards are meant.
    fn without_question<'t>(&mut self, token: Token, text: &'t str) -> std::borrow::Cow<'t, str> {
        let words = text.split_whitespace().count();
        let (question, reach) = match token.kind {
            Kind::Quote { .. } => {
                (words > 1 && !text.ends_with(char::is_whitespace), if words > 3 { words } else { 1 })
            }
            _ => (self.is_question(), 1),
        };
        if !question || !text.contains('?') {
            return text.into();
        }
        let mut bare: Vec<&str> = text.split(' ').collect();
        for word in bare.iter_mut().rev().take(reach) {
            *word = plain_end(word);
        }
        let bare = bare.join(" ");
        if bare.contains(['*', '?', '\\']) {
            return text.into();
        }
        let hint = match token.kind {
            Kind::Quote { .. } => "for one more letter leave a blank before the closing mark".to_owned(),
            _ => format!("for one more letter write `/{}./`", bare.to_lowercase()),
        };
        self.say(token.span, "the `?` is read as a question mark".to_owned(), Some(hint));
        bare.into()
    }

    /// Whether nothing but several free words was typed, the last of them with a question mark.
    fn is_question(&self) -> bool {
        let free = self.tokens.iter().all(|token| matches!(token.kind, Kind::Piece { .. }));
        let last = self.tokens.last().map_or("", |token| token.span.of(self.typed));
        free && self.tokens.len() > 1 && plain_end(last).len() < last.len() && !plain_end(last).contains(['*', '?'])
    }

    /// Lucene's `^2` weighs a clause; nothing is weighed here.
    fn without_weight(&mut self, body: Span) -> Span {
        let text = body.of(self.typed);
        let Some((bare, weight)) = text.rsplit_once('^') else { return body };
        let is_weight =
            weight.starts_with(|c: char| c.is_ascii_digit()) && weight.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if bare.is_empty() || !is_weight {
            return body;
        }
        let span = Span::new(body.from + bare.len(), body.to);
        self.say(span, format!("clauses have no weights; `^{weight}` left out"), None);
        Span::new(body.from, span.from)
    }

    /// `^2` or `~5` stuck to a closing bracket, `~5` behind a quotation.
    fn is_stray_tail(&mut self, token: Token) -> bool {
        let text = token.span.of(self.typed);
        let number = text.strip_prefix(['^', '~']).unwrap_or("");
        let before = self.typed.get(..token.span.from).unwrap_or("");
        let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let last = self.tokens.get(self.at.wrapping_sub(2)).map(|token| token.kind);
        let apart = text.starts_with('~') && matches!(last, Some(Kind::Quote { .. }));
        let stray = is_number && (before.ends_with([')', '}', '/']) || apart);
        if stray {
            let hint = apart.then(|| format!("write it right behind the quotation: `\"…\"{text}`"));
            self.say(token.span, format!("`{text}` changes nothing here; left out"), hint);
        }
        stray
    }

    /// Says what looks like an operator or a field and is none.
    fn foreign(&mut self, token: Token) {
        let text = token.body.of(self.typed);
        let before = self.tokens.get(self.at.wrapping_sub(2)).map_or("", |token| token.span.of(self.typed));
        if text == "TO" && before.starts_with(['[', '{']) {
            self.say(token.span, "words have no ranges, only days and numbers; read as words".to_owned(), None);
            return;
        }
        if let Some(ours) = foreign_operator(text) {
            self.say(token.span, format!("`{text}` is no operator; read as words"), Some(format!("write `{ours}`")));
            return;
        }
        if let Some(word) = text.strip_prefix(['–', '−', '—']).filter(|word| word.starts_with(char::is_alphanumeric))
        {
            self.say(
                token.span,
                "a long dash excludes nothing; read as words".to_owned(),
                Some(format!("to exclude write `-{word}`")),
            );
            return;
        }
        let Some(colon) = signs::name_length(text) else { return };
        let (name, value) = (text.get(..colon).unwrap_or(""), text.get(colon + 1..).unwrap_or(""));
        let value = if value.is_empty() { self.stuck_value(token) } else { value };
        if value.is_empty() || value.starts_with("//") || name.chars().count() < 2 {
            return;
        }
        let hint = meant(name, value).map(|clause| format!("did you mean `{clause}`"));
        self.say(token.span, format!("`{name}:` is no field; read as words"), hint);
    }

    /// The quotation or group that stands right behind a piece.
    fn stuck_value(&self, token: Token) -> &str {
        let next = self.tokens.get(self.at).filter(|next| next.span.from == token.span.to && is_value(next.kind));
        next.map_or("", |next| if next.kind == Kind::Open { "(…)" } else { next.span.of(self.typed) })
    }

    /// `author:Brendan Taylor` scopes only its first word.
    fn scope_hint(&mut self, name: Token, value: Token, field: Field) {
        let scoped = matches!(field, Field::Author | Field::Entity(_) | Field::Words(Ward::In(_)));
        let is_name = |token: &Token| {
            matches!(token.kind, Kind::Piece { exact: false })
                && token.span.of(self.typed).starts_with(char::is_uppercase)
        };
        if !scoped || !is_name(&value) {
            return;
        }
        let more = self.tokens.get(self.at..).unwrap_or(&[]).iter().take_while(|token| is_name(token)).last();
        let Some(last) = more.copied() else { return };
        let whole = Span::new(value.span.from, last.span.to).of(self.typed);
        let field = name.span.of(self.typed);
        let message = format!("`{field}` holds for `{}` alone", value.span.of(self.typed));
        self.say(name.span.join(value.span), message, Some(format!("did you mean `{field}\"{whole}\"`")));
    }

    /// Days and numbers may be written in several words: the longest run that can be read is the value.
    fn run_of_words(&mut self, name: Token, field: Field) -> Parsed {
        let start = self.at;
        let Some(first) = self.peek() else { return Ok(None) };
        let alone = fact::read(field, &self.value_text(first), self.today).is_ok();
        let text = first.span.of(self.typed);
        let next = self.tokens.get(start + 1).map_or("", |token| token.span.of(self.typed));
        let several =
            !alone || text.starts_with(char::is_alphabetic) || matches!(next, "to" | "TO" | "until" | "-" | "–" | "..");
        let run = self.tokens.get(start..).unwrap_or(&[]).iter().take(6);
        let run = run.take_while(|token| matches!(token.kind, Kind::Piece { exact: false })).count();
        for length in (2..=run).rev().filter(|_| several) {
            let Some(last) = self.tokens.get(start + length - 1).copied() else { continue };
            let span = first.span.join(last.span);
            if fact::read(field, span.of(self.typed), self.today).is_ok() {
                self.at = start + length;
                let whole = Token { span, body: span, kind: Kind::Piece { exact: false } };
                if !span.of(self.typed).starts_with(['<', '>', '=']) {
                    let read = format!("{}\"{}\"", name.span.of(self.typed), span.of(self.typed));
                    self.say(name.span.join(span), format!("read as `{read}`"), None);
                }
                return self.leaf(whole, field);
            }
        }
        self.at += 1;
        self.leaf(first, field)
    }

    /// The text of a value, without quotation marks and escapes.
    fn value_text(&self, token: Token) -> String {
        let span = if matches!(token.kind, Kind::Quote { .. }) { token.body } else { token.span };
        literal(span.of(self.typed)).trim().to_owned()
    }

    fn no_word<T>(&mut self, token: Token) -> Option<T> {
        let text = token.span.of(self.typed);
        if !text.chars().all(|c| c.is_ascii() || ('\u{2000}'..='\u{206f}').contains(&c)) && self.tokens.len() > 1 {
            self.say(token.span, format!("there is no word in `{text}` to look for; left out"), None);
        }
        None
    }

    fn leave_out(&mut self, span: Span, message: String, hint: Option<String>) {
        self.left_out = true;
        self.say(span, message, hint);
    }
}

/// A word without the signs behind it, where a question mark is among them.
fn plain_end(word: &str) -> &str {
    let bare = word
        .trim_end_matches(|c: char| c.is_ascii_punctuation() && !matches!(c, '*' | '~' | '\\') || c == '”' || c == '’');
    if word.get(bare.len()..).is_some_and(|signs| signs.contains('?')) { bare } else { word }
}

fn is_value(kind: Kind) -> bool {
    matches!(kind, Kind::Open | Kind::Brace | Kind::Piece { .. } | Kind::Quote { .. } | Kind::Regex)
}

/// The terms of an unquoted piece: one word stands for its stem family unless its form was asked for.
fn free_piece(mut terms: Vec<Term>, exact: bool) -> Option<Words> {
    if let [term] = terms.as_mut_slice()
        && term.form == Form::Exact
        && !exact
    {
        term.form = Form::Family;
    }
    phrase(terms)
}

fn phrase(mut terms: Vec<Term>) -> Option<Words> {
    if terms.len() > 1 { Some(Words::Phrase(terms)) } else { terms.pop().map(Words::Term) }
}

//! What in typed text is no operator: addresses, times, faces; and where quotes, ranges and pieces end.
//!
//! In: typed text and a place in it. Out: lengths and ends in bytes. Making tokens of them is left to `lex`.

const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Whether a quotation mark at `at` opens a quotation.
///
/// A lone one, inches behind a number and an apostrophe-like one inside a word do not.
pub(super) fn opens_quote(typed: &str, at: usize) -> bool {
    let Some(mark) = char_at(typed, at).filter(|c| QUOTES.contains(c)) else {
        return false;
    };
    let before = typed.get(..at).and_then(|text| text.chars().next_back());
    let next = char_at(typed, at + mark.len_utf8());
    let starts = before.is_none_or(|c| c.is_whitespace() || "({|:-!+=".contains(c));
    let inches = before.is_some_and(|c| c.is_ascii_digit()) && next.is_none_or(|c| !c.is_alphanumeric());
    if inches || (!starts && matches!(mark, '”' | '»')) {
        return false;
    }
    closing(typed, at).is_some() || (starts && next.is_some_and(|c| !c.is_whitespace() && c != ')'))
}

/// Where the quotation that opens at `at` closes, and the length of the closing mark.
pub(super) fn closing(typed: &str, at: usize) -> Option<(usize, usize)> {
    let mark = char_at(typed, at)?;
    let (own, others): (&str, &str) = match mark {
        '"' => ("\"", "”“»"),
        '“' => ("”", "\"“"),
        '”' => ("”", "\""),
        '„' => ("“”", "\""),
        '«' => ("»", "\"«"),
        _ => ("«»", "\""),
    };
    let from = at + mark.len_utf8();
    unescaped(typed, from, own).or_else(|| unescaped(typed, from, others))
}

fn unescaped(typed: &str, from: usize, marks: &str) -> Option<(usize, usize)> {
    let mut escaped = false;
    for (offset, c) in typed.get(from..)?.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if marks.contains(c) {
            return Some((from + offset, c.len_utf8()));
        }
    }
    None
}

/// Length of what is stuck to a closing quotation mark: `~5`, `~`, `^2.5`.
pub(super) fn tail_length(rest: &str) -> usize {
    let signs = rest.bytes().take_while(|b| matches!(b, b'~' | b'^' | b'.' | b'0'..=b'9')).count();
    if rest.starts_with(['~', '^']) { signs } else { 0 }
}

/// End of `[a TO b}` at `from`, where there is one.
pub(super) fn range_end(typed: &str, from: usize) -> Option<usize> {
    let rest = typed.get(from..)?;
    if !rest.starts_with(['[', '{']) {
        return None;
    }
    let to = rest.find([']', '}'])?;
    rest.get(..to)?.contains(" TO ").then_some(from + to + 1)
}

/// End of the piece of text that begins at `from`. Round brackets inside an address stay with it where they pair.
pub(super) fn piece_end(typed: &str, from: usize, in_braces: bool, address: bool) -> usize {
    let mut open = 0_usize;
    let mut escaped = false;
    for (offset, c) in typed.get(from..).unwrap_or("").char_indices() {
        let at = from + offset;
        if escaped {
            escaped = false;
            continue;
        }
        match c {
            '\\' => escaped = true,
            c if c.is_whitespace() => return at,
            '}' if in_braces => return at,
            '(' if address => open += 1,
            ')' if address && open > 0 => open -= 1,
            '(' | ')' => return at,
            '|' if !address => return at,
            c if !address && QUOTES.contains(&c) && opens_quote(typed, at) => return at,
            _ => {}
        }
    }
    typed.len()
}

/// Whether an address begins here: `https://…`, `www.…`.
pub(super) fn is_address(rest: &str) -> bool {
    let scheme = name_length(rest).is_some_and(|colon| rest.get(colon..).is_some_and(|tail| tail.starts_with("://")));
    scheme || rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

/// Length of a name with a colon behind it: letters, `_`, `-`, no sign first.
pub(super) fn name_length(rest: &str) -> Option<usize> {
    let colon = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')))?;
    let starts = rest.chars().next().is_some_and(char::is_alphabetic);
    (starts && rest.get(colon..)?.starts_with(':')).then_some(colon)
}

/// Whether a known field begins here.
pub(super) fn has_name(rest: &str) -> bool {
    name_length(rest).and_then(|colon| rest.get(..colon)).is_some_and(|name| super::field::known(name).is_some())
}

/// Length of Google's `AROUND(5)`.
pub(super) fn around(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix("AROUND(")?;
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && inside.get(digits..)?.starts_with(')')).then_some("AROUND()".len() + digits)
}

/// Length of a face made of signs that would be operators: `:)`, `:-(`, `;)`, `=|`, `(:`. Inside a group a closing
/// bracket closes it.
pub(super) fn face(rest: &str, in_group: bool) -> usize {
    let eyes = rest.len() - rest.trim_start_matches([':', ';', '=']).len();
    if eyes != 1 {
        return turned_face(rest);
    }
    let behind = rest.get(1..).unwrap_or("");
    let nose = usize::from(behind.starts_with(['-', '\'', '^', 'o']));
    let mouth = behind.get(nose..).unwrap_or("");
    let Some(sign) = mouth.chars().next().filter(|c| "()|*/\\".contains(*c)) else {
        return 0;
    };
    let length = mouth.len() - mouth.trim_start_matches(sign).len();
    let ends =
        mouth.get(length..).is_some_and(|tail| tail.is_empty() || tail.starts_with([' ', '\t', '\n', ')', ',', '.']));
    if ends && !(in_group && sign == ')') { 1 + nose + length } else { 0 }
}

fn turned_face(rest: &str) -> usize {
    let found = ["(:", "(-:", "(;", "):", ")-:"].iter().find(|face| {
        rest.strip_prefix(**face).is_some_and(|tail| tail.is_empty() || tail.starts_with(char::is_whitespace))
    });
    found.map_or(0, |face| face.len())
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::{around, face, is_address, opens_quote, range_end};

    #[test]
    fn faces_are_told_from_brackets() {
        assert_eq!([":)", ":-(", ";))", "=|", "(:"].map(|text| face(text, false)), [2, 3, 3, 2, 2]);
        assert_eq!([":)", ":x", "a)", "(a", "::("].map(|text| face(text, true)), [0; 5]);
    }

    #[test]
    fn lone_marks_and_inches_open_no_quotation() {
        assert!(!opens_quote("\"", 0) && !opens_quote("5\" tall", 1) && !opens_quote("a” b", 1));
        assert!(opens_quote("\"a", 0) && opens_quote("\" a \"", 0) && opens_quote("x“a b”", 1));
    }

    #[test]
    fn addresses_and_ranges_are_seen() {
        assert!(is_address("https://a.org") && is_address("www.a.org") && !is_address("title:x"));
        assert_eq!(range_end("[a TO b} c", 0), Some(8));
        assert_eq!(range_end("[a b]", 0), None);
        assert_eq!(around("AROUND(12) b"), Some(10));
    }
}

//! Addresses that browsers print with a page: behind each link, or at its foot with a number at each link.
//!
//! In: the text of a page. Out: the same without them, and without the signs for bold and slanted type that stand
//! around a name, so that lines say again what they said on the screen.
//!
//! ```text
//!  Ida Quell <http://example.org/ida> says:       ▶  Ida Quell says:
//!  <http://example.org/2017/07/dam#comment-7>     ▶  (no line)
//!  [12]Ida Quell says:   …   References 12. http… ▶  Ida Quell says:
//! ```

use std::borrow::Cow;

/// A page without the addresses of its links.
pub(super) fn without_addresses(text: &str) -> Cow<'_, str> {
    if let Some(page) = numbered(text) {
        return Cow::Owned(without_numbers(page));
    }
    if text.contains("<http") { Cow::Owned(without_angles(text)) } else { Cow::Borrowed(text) }
}

/// The page before its list of addresses, where it ends in one.
fn numbered(text: &str) -> Option<&str> {
    let at = text.rfind("\nReferences")?;
    let mut list = text.get(at..)?.lines().filter(|line| !line.trim().is_empty()).skip(1);
    let mut entries = 0;
    let is_list = list.all(|line| {
        let entry = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        let is_label = matches!(line.trim(), "Visible links" | "Hidden links:" | "Visible links:");
        entries += usize::from(!is_label);
        // a long address may go on in the next line
        is_label || entry.strip_prefix(". ").is_some_and(is_address) || !entry.trim().contains(' ')
    });
    (is_list && entries > 0).then(|| text.get(..at)).flatten()
}

fn is_address(entry: &str) -> bool {
    entry.split(' ').next().is_some_and(|first| first.contains([':', '/']) && !first.ends_with(':'))
}

/// Text without `[12]` before words.
fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let number = from.get(1..).unwrap_or("").bytes().take_while(u8::is_ascii_digit).count();
        let is_number =
            (1..=4).contains(&number) && from.get(number + 1..).is_some_and(|behind| behind.starts_with(']'));
        let taken = if is_number { number + 2 } else { 1 };
        if !is_number {
            out.push('[');
        }
        rest = from.get(taken..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

/// Text without `<http://…>`; a line that held nothing else is none.
fn without_angles(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let kept = without_angle(line);
        if kept.trim().is_empty() && !line.trim().is_empty() {
            continue;
        }
        out.push_str(&without_type(&kept));
    }
    out
}

fn without_angle(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("<http") {
        let (before, from) = rest.split_at(at);
        let Some(end) = from.find('>').filter(|end| !from.get(..*end).is_some_and(|link| link.contains(' '))) else {
            break;
        };
        out.push_str(before.trim_end_matches(' '));
        rest = from.get(end + 1..).unwrap_or("");
    }
    out.push_str(rest);
    if out.trim().is_empty() { String::new() } else { out }
}

/// `*Ida Quell* says` without the signs for bold and slanted type.
fn without_type(line: &str) -> Cow<'_, str> {
    let body = line.trim_start();
    let Some(sign) = body.chars().next().filter(|sign| matches!(sign, '*' | '/' | '_')) else {
        return Cow::Borrowed(line);
    };
    let inner = body.get(1..).unwrap_or("");
    match inner.split_once(sign) {
        Some((name, behind)) if inner.starts_with(char::is_alphanumeric) && !name.contains('\n') => {
            let lead = line.get(..line.len() - body.len()).unwrap_or("");
            Cow::Owned(format!("{lead}{name}{behind}"))
        }
        _ => Cow::Borrowed(line),
    }
}

#[cfg(test)]
mod tests {
    use super::without_addresses;

    #[test]
    fn addresses_behind_links_vanish_with_the_lines_that_hold_nothing_else() {
        let page = "Posted by *Ida Quell* <http://example.org/ida> on\n<http://example.org/dam#c7>\n*Ida* <http://a.example> says:\n";
        assert_eq!(without_addresses(page), "Posted by *Ida Quell* on\nIda says:\n");
    }

    #[test]
    fn numbers_of_links_vanish_where_the_page_lists_their_addresses() {
        let page = "[1]Ida says:\n[a1b] see [2]here and [17 March]\n\nReferences\n\n   1. http://a.example/\n   2. http://b.example/x\n";
        assert_eq!(without_addresses(page), "Ida says:\n[a1b] see here and [17 March]\n");
    }

    #[test]
    fn other_pages_stay_as_they_are() {
        for page in [
            "It rained [1] and rained.\n\nReferences\n\n1. Quell, Ida: On rain. Tarn 1999.\n",
            "a < b and <httpd is down\n",
            "The references\n",
        ] {
            assert_eq!(without_addresses(page), page);
        }
    }
}

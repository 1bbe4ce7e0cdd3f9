//! Where a statement can be read in its source: the address, at the passage that a query finds.
//!
//! In: a statement and a query. Out: an address on the web. Opening it is left to `cli`.

use crate::article::Statement;
use crate::query::Node;
use crate::snippet::{self, Options};

/// The web address of a statement, or of its article; with a text fragment where the query finds a passage in the text.
/// None where the source names none that a browser may open.
#[must_use]
pub fn address(statement: &Statement, query: Option<&Node>) -> Option<String> {
    let url = statement.url.as_ref().or(statement.thread_url.as_ref())?;
    let is_web = ["http://", "https://"].iter().any(|scheme| url.to_lowercase().starts_with(scheme));
    let url = Some(url).filter(|_| is_web).map(|url| on_one_line(url))?;
    let Some(fragment) = query.and_then(|query| fragment(statement, query)) else { return Some(url) };
    // a directive stands behind the page's own fragment
    let joint = if url.contains('#') { ":~:" } else { "#:~:" };
    Some(format!("{url}{joint}{fragment}"))
}

fn fragment(statement: &Statement, query: &Node) -> Option<String> {
    let options = Options { quoted: &statement.quoted, ..Options::default() };
    let passages = snippet::passages(&statement.text, query, statement.language.as_deref(), &options);
    let passage = passages.into_iter().next().filter(|passage| !passage.opening)?;
    snippet::fragment(&statement.text, passage.source)
}

/// An address without blanks and control characters.
fn on_one_line(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_whitespace() || c.is_control() {
            out.extend(c.to_string().bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::address;
    use crate::article::Statement;
    use crate::query::parse;
    use crate::text::Day;

    fn at(url: &str, typed: &str) -> Option<String> {
        let statement = Statement {
            url: Some(url.to_owned()),
            text: "The lamp. A toll is a tax on bread.".to_owned(),
            language: Some("en".to_owned()),
            ..Statement::default()
        };
        let query = parse(typed, Day::from_number(0)).expect("within the bounds").root;
        address(&statement, Some(&query))
    }

    #[test]
    fn a_passage_is_a_text_fragment_behind_the_pages_own() {
        let passage = ":~:text=The%20lamp.%20A%20toll%20is%20a%20tax%20on%20bread";
        let shown = |url: &str| at(url, "toll").unwrap_or_default();
        assert!(shown("https://a.org/x").starts_with("https://a.org/x#:~:text="), "{}", shown("https://a.org/x"));
        assert!(shown("https://a.org/x#c1").starts_with("https://a.org/x#c1:~:text="), "{passage}");
    }

    #[test]
    fn what_is_found_by_a_filter_alone_has_no_fragment() {
        assert_eq!(at("https://a.org/x", "kind:article").as_deref(), Some("https://a.org/x"));
    }

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        for url in ["javascript:alert(1)", "file:///etc/passwd", "-x", "", "ftp://a.org"] {
            assert_eq!(at(url, "toll"), None, "{url}");
        }
        assert_eq!(at("https://a.org/a b\n--x", "kind:article").as_deref(), Some("https://a.org/a%20b%0A--x"));
    }
}

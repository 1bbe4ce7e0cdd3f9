//! The language explained to whoever types it: `help query` and `help fields`.
//!
//! In: nothing. Out: text whose indented lines are commands that run as they stand.

/// Words, phrases, patterns, nearness, booleans, and what is read as text.
pub const HELP_QUERY: &str = r#"Words are joined by AND and stand for all their forms:
  byline search 'ferry tolls'
  byline search 'ferry OR tunnel'
  byline search 'ferry -tunnel'
  byline search '(ferry OR tunnel) NOT toll*'
Operators are written in capitals: AND, OR, NOT; `|` is OR, `-` and `!` are NOT.
NEAR and ADJ bind tightest, then NOT, then AND, then OR.

Quotes mean these very words, side by side, in this order:
  byline search '"strategic buffer"'
  byline search '+buffer'                   this very form
  byline search '"strategic buffer"~5'      in any order, five words between

Patterns stand for single words, in quotes too:
  byline search 'buff*'                     * any letters, ? one
  byline search '"strateg* buffer"'
  byline search 'stratgic~'                 two slips of spelling; ~1 for one
  byline search '/strateg(y|ic)/'           a regular expression

Nearness counts the words between, in one paragraph:
  byline search 'strategic NEAR/3 buffer'   either may come first
  byline search 'strategic ADJ/1 buffer'    in this order
  byline search 'ferry NEAR (harbour OR island)'

Addresses, times, smileys and small `and`, `or`, `not` are text.
`\` takes the meaning from the next character.
What could not be read is said, with a hint; `--strict` makes it an error.
Fields are explained by `byline help fields`.
"#;

/// Every field, with an example each.
pub const HELP_FIELDS: &str = r#"Where the words stand:
  byline search 'title:bridge'
  byline search 'text:(ferry OR tunnel)'    a field holds for a group
  byline search 'aside:photo'               captions, notes, lines about authors
  byline search 'own:buffer'                not quoted from somebody else
  byline search 'quoted:ferry'

Who said it, and who is named:
  byline search 'author:"Annika Wrede"'     or by:
  byline search 'no:author'
  byline search 'person:wrede'              also org: place: entity:
  byline search 'key:"place:karrow"'        this name and no longer one

When; a part of a date is the whole period:
  byline search 'after:2017-06 before:2018'
  byline search 'on:2017-06'                or date:
  byline search 'date:2017-06..2017-08'     also >= > <= <
  byline search 'since:"2 weeks ago" OR no:date'

Where it comes from:
  byline search 'site:example.org'          also url: path: lang: tag:
  byline search 'path:records id:notebook'  and thread:

What it is:
  byline search 'kind:comment'              or article, pingback
  byline search 'depth:>0 words:<50'
  byline search 'kind:article comments:>2'
  byline search 'has:quote'                 date, author, comments; no: without

By what it stands beside:
  byline search 'under:{ferry}'             comments under such an article
  byline search 'has-comment:{buffer}'      articles with such a comment
  byline search 'reply-to:{buffer}'         answers to such a comment
"#;

#[cfg(test)]
mod tests {
    use super::{HELP_FIELDS, HELP_QUERY};
    use crate::query::{parse, print};
    use crate::text::Day;

    /// The queries of the commands in a help text.
    fn queries(help: &str) -> Vec<&str> {
        let commands = help.lines().filter_map(|line| line.strip_prefix("  byline search '"));
        commands.map(|rest| rest.split('\'').next().expect("a closing mark")).collect()
    }

    #[test]
    fn every_example_is_read_without_a_complaint() {
        let today = Day::from_ymd(2018, 3, 14).expect("a day");
        let all = [queries(HELP_QUERY), queries(HELP_FIELDS)].concat();
        assert!(all.len() > 30);
        for query in all {
            let read = parse(query, today).expect("within the bounds");
            assert_eq!(read.complaints, [], "{query}");
            assert_ne!(print(&read.root), "*:*", "{query}");
        }
    }

    #[test]
    fn every_field_is_explained() {
        for (name, _) in crate::query::field::FIELDS {
            let name = if matches!(name, "is" | "in") { "kind" } else { name };
            assert!(HELP_FIELDS.contains(&format!("{name}:")), "{name}");
        }
    }

    #[test]
    fn it_fits_a_terminal() {
        for line in HELP_QUERY.lines().chain(HELP_FIELDS.lines()) {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

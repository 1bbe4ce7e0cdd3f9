//! What of a statement is a fact to be filtered by, defined once for the index and the scan.
//!
//! In: a statement. Out: names in blocks, keys of its site, languages, own and quoted stretches.

use super::values::By;
use crate::article::{EntityType, Statement, key_of};
use crate::query::host_of;
use crate::text::{Period, STEMMED_LANGUAGES, Span};
use std::collections::BTreeSet;

/// A name counts by so many words; what is longer is no name.
pub(super) const NAME_WORDS: usize = 64;

/// Names of its authors: the byline.
pub(super) fn byline(statement: &Statement) -> Vec<&str> {
    statement.authors.iter().map(|author| author.name.as_str()).collect()
}

/// Every name known for the entities of one type: the shown names and the forms in the text.
pub(super) fn entity_names(statement: &Statement, kind: EntityType) -> BTreeSet<&str> {
    let of_type = statement.entities.iter().filter(|entity| entity.kind == kind);
    of_type.flat_map(|entity| [entity.name.as_str(), entity.text.as_str()]).collect()
}

/// What `site:` may say: the host, every domain above it, the site's name folded.
pub(super) fn site_keys(statement: &Statement) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let named = statement.site.iter().map(String::as_str);
    let hosts = [&statement.url, &statement.thread_url].into_iter().flatten().filter_map(|url| host_of(url));
    for host in hosts.chain(named.clone()) {
        let host = host.to_lowercase();
        let mut rest = host.as_str();
        while !rest.is_empty() && !rest.contains(char::is_whitespace) {
            keys.insert(rest.to_owned());
            rest = rest.split_once('.').map_or("", |(_, above)| above);
        }
    }
    keys.extend(named.map(key_of));
    keys
}

/// What a statement is counted under; several authors or entities are several keys.
pub(super) fn keys(statement: &Statement, by: By) -> BTreeSet<String> {
    match by {
        By::Author => statement.authors.iter().map(|author| author.key.clone()).collect(),
        By::Entity(kind) => {
            let keys = statement.entities.iter().map(|entity| entity.joining_key(&statement.thread));
            keys.filter(|key| is_of_type(key, kind)).collect()
        }
        By::Site => outlet(statement).into_iter().collect(),
        By::Kind => BTreeSet::from([statement.kind.to_string()]),
        By::Day | By::Year | By::Month => period(statement).map(|period| time_key(period, by)).into_iter().collect(),
    }
}

/// Keys of its authors, `author:annika wrede`, and of its entities, `person:kim jong un`.
pub(super) fn known_keys(statement: &Statement) -> BTreeSet<String> {
    let authors = statement.authors.iter().map(|author| format!("{AUTHOR_KEY}{}", author.key));
    let entities = statement.entities.iter().map(|entity| entity.joining_key(&statement.thread));
    authors.chain(entities).collect()
}

/// What stands before the key of an author where keys of entities may be meant too.
pub(super) const AUTHOR_KEY: &str = "author:";

/// Whether the key of an entity is of a type.
pub(super) fn is_of_type(key: &str, kind: EntityType) -> bool {
    key.strip_prefix(&kind.to_string()).is_some_and(|rest| rest.starts_with(':'))
}

/// The day, its month or its year; what is known of it where that is less.
pub(super) fn time_key(period: Period, by: By) -> String {
    let ((year, month, _), (last_year, last_month, _)) = (period.first.ymd(), period.last.ymd());
    match by {
        By::Day if period.first == period.last => period.first.to_string(),
        By::Day | By::Month if (year, month) == (last_year, last_month) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    }
}

/// What `site:` counts a statement under: the name of its site, or its host.
pub(super) fn outlet(statement: &Statement) -> Option<String> {
    let named = statement.site.as_deref().map(key_of).filter(|key| !key.is_empty());
    let host = || {
        let url = statement.url.as_deref().or(statement.thread_url.as_deref());
        url.and_then(host_of).map(|host| host.trim_start_matches("www.").to_lowercase())
    };
    named.or_else(host)
}

/// What `lang:` may say: the language and its primary part, in small letters.
pub(super) fn language_keys(statement: &Statement) -> BTreeSet<String> {
    let Some(language) = &statement.language else { return BTreeSet::new() };
    let language = language.to_lowercase();
    let primary = language.split(['-', '_']).next().unwrap_or("").to_owned();
    BTreeSet::from([language, primary])
}

/// Number of languages that stems are told apart by: those with a stemmer, and all others as one.
pub(super) const STEM_LANGUAGES: usize = STEMMED_LANGUAGES.len() + 1;

/// Which stems hold in a statement: the number of its language in [`STEMMED_LANGUAGES`], past their end where there
/// is no stemmer. Undetermined counts as English.
pub(super) fn stem_language(language: Option<&str>) -> usize {
    let language = language.unwrap_or("en").to_lowercase();
    let primary = match language.split(['-', '_']).next().unwrap_or("") {
        "nb" | "nn" => "no",
        "und" | "" => "en",
        other => other,
    };
    STEMMED_LANGUAGES.iter().position(|code| *code == primary).unwrap_or(STEMMED_LANGUAGES.len())
}

/// The days that its own day covers.
pub(super) fn period(statement: &Statement) -> Option<Period> {
    statement.date.as_ref().and_then(crate::article::When::period)
}

/// Own and quoted stretches of the text, in order, quoted ones marked; together they cover the text.
pub(super) fn stretches(statement: &Statement) -> Vec<(bool, Span)> {
    let mut out = Vec::new();
    let mut at = 0;
    for quote in &statement.quoted {
        if quote.from > at {
            out.push((false, Span::new(at, quote.from)));
        }
        out.push((true, *quote));
        at = quote.to.max(at);
    }
    if at < statement.text.len() {
        out.push((false, Span::new(at, statement.text.len())));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{site_keys, stem_language, stretches};
    use crate::article::Statement;
    use crate::query::site_forms;
    use crate::text::Span;

    #[test]
    fn a_site_holds_for_its_subdomains_and_by_name() {
        let statement = Statement {
            url: Some("https://news.lake.example.org:8080/a?b".to_owned()),
            site: Some("The Lake Post".to_owned()),
            ..Statement::default()
        };
        let keys = site_keys(&statement);
        for value in
            ["example.org", "news.lake.example.org", "https://lake.example.org/", "the lake post", "Lake.Example.org"]
        {
            assert!(site_forms(value).iter().any(|form| keys.contains(form)), "{value}");
        }
        for value in ["ample.org", "lake", "post"] {
            assert!(!site_forms(value).iter().any(|form| keys.contains(form)), "{value}");
        }
    }

    #[test]
    fn stretches_cover_the_text() {
        let statement =
            Statement { text: "own quoted own".to_owned(), quoted: vec![Span::new(4, 10)], ..Statement::default() };
        let parts: Vec<_> = stretches(&statement).into_iter().map(|(q, s)| (q, s.of(&statement.text))).collect();
        assert_eq!(parts, [(false, "own "), (true, "quoted"), (false, " own")]);
    }

    #[test]
    fn undetermined_counts_as_english() {
        assert_eq!(stem_language(None), stem_language(Some("en-GB")));
        assert_ne!(stem_language(Some("pl")), stem_language(Some("en")));
    }
}

//! Where a page stands: its address, the name of its site, its tags.
//!
//! In: clues. Out: findings for address and site, a list of tags. Whether an address exists is nobody's question here.

use super::{nothing, votes};
use crate::article::{Clue, Draft, Field, Finding, key_of};

/// So many letters in common make two names alike.
const ALIKE: usize = 5;

/// What a site is called: its name, its host, the label of its host.
pub(super) struct Called(Vec<String>);

impl Called {
    /// The names of a site.
    pub(super) fn new(site: Option<&str>, url: Option<&str>) -> Called {
        let host = url.and_then(host);
        let label = host.and_then(|host| host.rsplit('.').nth(1));
        let names = [site, host, label].into_iter().flatten().map(bare);
        Called(names.filter(|name| !name.is_empty()).collect())
    }

    /// Whether a text is one of them.
    pub(super) fn is(&self, text: &str) -> bool {
        self.0.contains(&bare(text))
    }

    /// Whether a text is one of them with words around it or begins as one does: `Lake Post Online`, `LakeBlog`.
    pub(super) fn is_like(&self, text: &str) -> bool {
        let text = bare(text);
        let begins = |name: &str| text.chars().zip(name.chars()).take_while(|(a, b)| a == b).count() >= ALIKE;
        self.0.iter().any(|name| begins(name) || (name.chars().count() >= ALIKE && text.contains(name.as_str())))
    }
}

/// Folded words run together, without an article in front: `The Harbour Post` is `harbourpost.example`.
fn bare(name: &str) -> String {
    let key = key_of(name);
    key.strip_prefix("the ").unwrap_or(&key).replace(' ', "")
}

/// Decides the canonical address: the strongest one that is a web address.
pub(super) fn address(draft: &Draft) -> Finding {
    let clues: Vec<Clue> = draft.clues_for(Field::Url).cloned().collect();
    let mut candidates = Vec::new();
    for clue in clues.iter().filter(|clue| host(&clue.value).is_some()) {
        let value = clue.value.split('#').next().unwrap_or_default();
        votes::vote(&mut candidates, key_of(value), value, &clue.from, clue.confidence);
    }
    chosen(Field::Url, clues, &candidates, "no web address is stated")
}

/// Decides the site's name; its host where none is stated.
pub(super) fn name(draft: &Draft, url: Option<&str>) -> Finding {
    let clues: Vec<Clue> = draft.clues_for(Field::Site).cloned().collect();
    let mut candidates = Vec::new();
    for clue in &clues {
        let name = clue.value.trim().trim_start_matches('@');
        votes::vote(&mut candidates, key_of(name), name, &clue.from, clue.confidence);
    }
    let finding = chosen(Field::Site, clues, &candidates, "no site is named");
    match (&finding.value, url.and_then(host)) {
        (None, Some(host)) => Finding {
            value: Some(host.to_owned()),
            reason: "no site is named, so the host of the address stands for it".to_owned(),
            ..finding
        },
        _ => finding,
    }
}

/// The tags, each once, in their order.
pub(super) fn tags(draft: &Draft) -> Vec<String> {
    let mut seen = Vec::new();
    let mut tags = Vec::new();
    for clue in draft.clues_for(Field::Tag) {
        let key = key_of(&clue.value);
        if !key.is_empty() && !seen.contains(&key) {
            seen.push(key);
            tags.push(clue.value.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    tags
}

/// The host of a web address, without `www.`.
pub(super) fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.')).then_some(host)
}

fn chosen(field: Field, clues: Vec<Clue>, candidates: &[votes::Candidate], otherwise: &str) -> Finding {
    match votes::strongest(candidates) {
        Some(best) => {
            let reason = votes::reason(best, candidates.len());
            Finding { field, value: Some(best.value.clone()), clues, reason }
        }
        None => nothing(field, clues, otherwise),
    }
}

#[cfg(test)]
mod tests {
    use super::{Called, address, host, name, tags};
    use crate::article::{Draft, Field};

    #[test]
    fn an_address_needs_a_host_and_loses_its_fragment() {
        let mut draft = Draft::default();
        draft.clue(Field::Url, "/relative", "canonical", 0.9);
        draft.clue(Field::Url, "https://www.lake.example/a?b=1#comments", "given", 0.5);
        assert_eq!(address(&draft).value.as_deref(), Some("https://www.lake.example/a?b=1"));
        assert_eq!(host("https://user@www.lake.example:80/a"), Some("lake.example"));
        assert_eq!(host("file:///tmp/a"), None);
    }

    #[test]
    fn the_host_stands_for_a_site_without_a_name() {
        let finding = name(&Draft::default(), Some("https://www.lake.example/a"));
        assert_eq!(finding.value.as_deref(), Some("lake.example"));
    }

    #[test]
    fn a_name_with_words_around_it_is_like_the_site() {
        let called = Called::new(None, Some("https://www.lakepost.example/a"));
        assert!(called.is("The Lake Post") && called.is_like("Lake Post Online") && called.is_like("News at Lakepost"));
        assert!(!called.is_like("Late ferries"));
    }

    #[test]
    fn a_tag_is_kept_once() {
        let mut draft = Draft::default();
        for tag in ["Grain", "grain", "Ferry  line"] {
            draft.clue(Field::Tag, tag, "meta", 0.5);
        }
        assert_eq!(tags(&draft), ["Grain", "Ferry line"]);
    }
}

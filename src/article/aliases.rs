//! The user's word on names: which are one, which are not, and what is no name.
//!
//! In: the text of an alias file, one decision a line. Out: decisions and complaints; a broken line is left out and
//! named by its number, the other lines hold. Reading the file is left to `cli`, applying it to what is found to `engine`.
//!
//! ```text
//!  person␉Xi Jinping␉Xi␉习近平      these are one person, shown as the first
//!  not␉God Bless                    this is no name
//!  apart␉Bill Clinton␉Hillary Clinton   these are two, whatever else is decided
//!  # a remark
//! ```

use super::{Entity, EntityType, Note, key_of};
use std::collections::{BTreeMap, BTreeSet};

/// Decisions of alias files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliases {
    /// For the key of each other name the type and name that it stands for.
    one: BTreeMap<String, (EntityType, String)>,
    /// Keys that another name stands for.
    meant: BTreeSet<String>,
    /// Folded names that are none.
    none: BTreeSet<String>,
    /// Pairs of folded names that stay two, in the order of the alphabet.
    apart: BTreeSet<(String, String)>,
}

impl Aliases {
    /// Reads an alias file; every line that cannot be read is a note.
    #[must_use]
    pub fn read(text: &str) -> (Aliases, Vec<Note>) {
        let mut aliases = Aliases::default();
        let notes = aliases.add(text);
        (aliases, notes)
    }

    /// Adds the decisions of a further file; what was decided before holds.
    pub fn add(&mut self, text: &str) -> Vec<Note> {
        let mut notes = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim_start_matches('\u{feff}').trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Err(message) = self.decide(line) {
                notes.push(Note::at_line(number + 1, message));
            }
        }
        notes
    }

    /// Whether nothing is decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.one.is_empty() && self.none.is_empty() && self.apart.is_empty()
    }

    fn decide(&mut self, line: &str) -> Result<(), String> {
        if line.contains('\u{fffd}') {
            return Err("holds letters that are no UTF-8".to_owned());
        }
        let fields: Vec<&str> = line.split('\t').map(str::trim).filter(|field| !field.is_empty()).collect();
        if let Some(wordless) = fields.iter().skip(1).find(|field| key_of(field).is_empty()) {
            return Err(format!("`{wordless}` holds no word"));
        }
        match fields.as_slice() {
            ["not", names @ ..] if !names.is_empty() => self.none.extend(names.iter().map(|name| key_of(name))),
            ["apart", one, other] => {
                self.apart.insert(pair(one, other));
            }
            ["apart", ..] => return Err("`apart` takes two names, parted by tabs".to_owned()),
            [kind, name, others @ ..] if !others.is_empty() => self.join(kind, name, others)?,
            [_] => return Err(format!("`{line}` has no tab; a decision is a word, a tab and names")),
            [kind, ..] => return Err(format!("`{kind}` takes a name and at least one other name for it")),
            [] => {}
        }
        Ok(())
    }

    fn join(&mut self, kind: &str, name: &str, others: &[&str]) -> Result<(), String> {
        let kind = match kind {
            "person" => EntityType::Person,
            "org" => EntityType::Org,
            "place" => EntityType::Place,
            other => return Err(format!("`{other}` is no decision; `person`, `org`, `place`, `not` and `apart` are")),
        };
        let mut taken = None;
        for other in others {
            let key = Entity::key_for(kind, other);
            match self.one.get(&key) {
                Some((_, before)) if key_of(before) != key_of(name) => {
                    taken = Some(format!("`{other}` already stands for {before}; left out here"));
                }
                _ => {
                    self.one.insert(key, (kind, name.to_owned()));
                    self.meant.insert(Entity::key_for(kind, name));
                }
            }
        }
        taken.map_or(Ok(()), Err)
    }

    /// The key and the name that a key stands for; none for what is no name. A key without a decision is itself; what is decided
    /// of a name holds for it in every conversation.
    #[must_use]
    pub fn meaning(&self, key: &str, name: &str) -> Option<(String, String)> {
        if self.none.contains(folded(key)) {
            return None;
        }
        let bare = Entity::bare_key(key);
        let is_decided = self.one.contains_key(bare) || self.meant.contains(bare);
        let (mut key, mut name) = (if is_decided { bare } else { key }.to_owned(), name.to_owned());
        // a chain of decisions is followed to its end; a circle ends where it began
        for _ in 0..=self.one.len() {
            let Some((kind, next)) = self.one.get(&key) else { break };
            let joined = Entity::key_for(*kind, next);
            if joined == key || self.are_apart(folded(&key), next) {
                break;
            }
            (key, name) = (joined, next.clone());
        }
        Some((key, name))
    }

    /// Whether two names must stay two.
    #[must_use]
    pub fn are_apart(&self, one: &str, other: &str) -> bool {
        self.apart.contains(&pair(one, other))
    }

    /// Whether something is decided about who else has this key.
    #[must_use]
    pub fn joins(&self, key: &str) -> bool {
        self.meant.contains(key) || self.one.contains_key(key)
    }

    /// Every key that stands for a key, itself among them: what a question for it has to look for.
    #[must_use]
    pub fn all_of(&self, key: &str) -> Vec<String> {
        let stands = |other: &&String| self.meaning(other, "").is_some_and(|(meant, _)| meant == key);
        let mut all: BTreeSet<String> = self.one.keys().filter(stands).cloned().collect();
        all.insert(key.to_owned());
        all.into_iter().filter(|key| !self.none.contains(folded(key))).collect()
    }

    /// The keys of which one stands for the other and some name is `named`, each with those that stand for it.
    #[must_use]
    pub fn all_named(&self, kind: Option<EntityType>, named: impl Fn(&str) -> bool) -> BTreeSet<String> {
        let of_kind = |key: &str| kind.is_none_or(|kind| key.starts_with(&format!("{kind}:")));
        let mut meant: BTreeSet<String> = BTreeSet::new();
        for key in self.one.keys().filter(|key| of_kind(key)) {
            let Some((full, _)) = self.meaning(key, "") else { continue };
            if named(folded(key)) || named(folded(&full)) {
                meant.insert(full);
            }
        }
        meant.iter().flat_map(|key| self.all_of(key)).collect()
    }

    /// Folded names that are none and are `named`.
    #[must_use]
    pub fn none_named(&self, named: impl Fn(&str) -> bool) -> Vec<&str> {
        self.none.iter().map(String::as_str).filter(|name| named(name)).collect()
    }
}

/// The name in a key.
fn folded(key: &str) -> &str {
    let key = Entity::bare_key(key);
    key.split_once(':').map_or(key, |(_, folded)| folded)
}

fn pair(one: &str, other: &str) -> (String, String) {
    let (one, other) = (key_of(one), key_of(other));
    if one <= other { (one, other) } else { (other, one) }
}

#[cfg(test)]
mod tests {
    use super::{Aliases, EntityType};

    const FILE: &str = "# ours\n\
        person\tAda Lund\tLund\tA. L.\n\
        not\tGod Bless\n\
        apart\tAda Lund\tEva Lund\n";

    #[test]
    fn a_decision_joins_names_under_the_first() {
        let (aliases, notes) = Aliases::read(FILE);
        assert!(notes.is_empty());
        assert_eq!(aliases.meaning("person:lund", "Lund"), Some(("person:ada lund".to_owned(), "Ada Lund".to_owned())));
        assert_eq!(aliases.meaning("place:lund", "Lund"), Some(("place:lund".to_owned(), "Lund".to_owned())));
        assert_eq!(aliases.all_of("person:ada lund"), ["person:a l", "person:ada lund", "person:lund"]);
        assert_eq!(aliases.all_of("place:lund"), ["place:lund"]);
    }

    #[test]
    fn what_is_no_name_is_gone_and_what_is_apart_stays_so() {
        let (aliases, _) = Aliases::read(FILE);
        assert_eq!(aliases.meaning("person:god bless", "God Bless"), None);
        assert!(aliases.are_apart("Eva Lund", "ada lund") && !aliases.are_apart("Ada Lund", "Per Berg"));
    }

    #[test]
    fn a_name_asks_for_every_name_that_means_the_same() {
        let (aliases, _) = Aliases::read("person\tXi Osk\tOsk\torg\nplace\tOsk\tOskar");
        let named = |word: &'static str| move |name: &str| name.split(' ').any(|own| own == word);
        let all = |kind, word| aliases.all_named(kind, named(word)).into_iter().collect::<Vec<_>>().join(", ");
        assert_eq!(all(Some(EntityType::Person), "xi"), "person:org, person:osk, person:xi osk");
        assert_eq!(all(None, "oskar"), "place:osk, place:oskar");
        assert_eq!(all(Some(EntityType::Place), "xi"), "");
    }

    #[test]
    fn what_is_apart_is_not_joined_and_what_stands_for_one_name_not_for_another() {
        let (mut aliases, notes) = Aliases::read("person\tAda Lund\tEva Lund\tLund\napart\tEva Lund\tAda Lund");
        assert!(notes.is_empty() && !aliases.is_empty());
        let meant = |aliases: &Aliases, key: &str| aliases.meaning(key, "").map(|(key, _)| key);
        assert_eq!(meant(&aliases, "person:eva lund").as_deref(), Some("person:eva lund"));
        let said = aliases.add("person\tEva Lund\tLund\tEvi Lund");
        assert_eq!(said.len(), 1);
        assert_eq!(meant(&aliases, "person:lund").as_deref(), Some("person:ada lund"), "the first file holds");
        assert_eq!(meant(&aliases, "person:evi lund").as_deref(), Some("person:eva lund"), "the rest of a line holds");
        assert_eq!(aliases.add("not\t--").len(), 1);
    }

    #[test]
    fn a_broken_line_is_named_by_its_number_and_the_others_hold() {
        let (aliases, notes) = Aliases::read("nonsense\nanimal\tA\tB\napart\tA\nperson\tA\nperson\tAda Lund\tLund");
        let said: Vec<String> = notes.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 4);
        assert!(said[0].starts_with("line 1:") && said[3].starts_with("line 4:"), "{}", said.join("; "));
        assert!(aliases.meaning("person:lund", "Lund").is_some_and(|(_, name)| name == "Ada Lund"));
    }

    #[test]
    fn what_is_decided_of_a_bare_name_holds_in_every_conversation() {
        let (aliases, _) = Aliases::read("person\tAda Lund\tLund\nperson\tPelé\tEdson\nnot\tBless");
        let meant = |key: &str| aliases.meaning(key, "").map(|(key, _)| key);
        for (key, expected) in [
            ("person:lund?", Some("person:ada lund")),
            ("person:lund@t1", Some("person:ada lund")),
            ("person:pele@t1", Some("person:pele")),
            ("person:berg@t1", Some("person:berg@t1")),
            ("person:bless@t1", None),
        ] {
            assert_eq!(meant(key).as_deref(), expected, "{key}");
        }
    }

    #[test]
    fn a_chain_is_followed_and_a_circle_ends() {
        let (aliases, _) = Aliases::read("person\tB\tA\nperson\tC\tB\nperson\tX\tY\nperson\tY\tX");
        assert_eq!(aliases.meaning("person:a", "A").map(|(key, _)| key).as_deref(), Some("person:c"));
        assert!(aliases.meaning("person:x", "X").is_some());
    }
}

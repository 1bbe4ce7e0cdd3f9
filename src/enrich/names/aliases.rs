//! The user's word on names: which are one, which are not, and what is no name.
//!
//! In: the text of an alias file, one decision a line. Out: decisions and complaints; a broken line is left out and
//! named by its number, the other lines hold. Reading the file is left to `cli`, applying it to keys to whoever asks.
//!
//! ```text
//!  person␉Xi Jinping␉Xi␉习近平      these are one person, shown as the first
//!  not␉God Bless                    this is no name
//!  apart␉Bill Clinton␉Hillary Clinton   these are two, whatever the texts say
//!  # a remark
//! ```

use crate::article::{Entity, EntityType, Note, key_of};
use std::collections::{BTreeMap, BTreeSet};

/// Decisions of an alias file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliases {
    /// For the key of each other name the type and name that it stands for.
    one: BTreeMap<String, (EntityType, String)>,
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
        let mut notes = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim_start_matches('\u{feff}').trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Err(message) = aliases.decide(line) {
                notes.push(Note::at_line(number + 1, message));
            }
        }
        (aliases, notes)
    }

    fn decide(&mut self, line: &str) -> Result<(), String> {
        let fields: Vec<&str> = line.split('\t').map(str::trim).filter(|field| !field.is_empty()).collect();
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
        for other in others {
            self.one.insert(Entity::key_for(kind, other), (kind, name.to_owned()));
        }
        Ok(())
    }

    /// The key and the name that a key stands for; none for what is no name. A key without a decision is itself.
    #[must_use]
    pub fn meaning(&self, key: &str, name: &str) -> Option<(String, String)> {
        let folded = key.split_once(':').map_or(key, |(_, folded)| folded);
        if self.none.contains(folded) {
            return None;
        }
        let (mut key, mut name) = (key.to_owned(), name.to_owned());
        // a chain of decisions is followed to its end; a circle ends where it began
        for _ in 0..=self.one.len() {
            let Some((kind, next)) = self.one.get(&key) else { break };
            let joined = Entity::key_for(*kind, next);
            if joined == key {
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

    /// The other keys that stand for a key: what a question for it has to look for too.
    #[must_use]
    pub fn others(&self, key: &str) -> Vec<String> {
        let stands = |other: &&String| self.meaning(other, "").is_some_and(|(meant, _)| meant == key);
        self.one.keys().filter(stands).cloned().collect()
    }
}

fn pair(one: &str, other: &str) -> (String, String) {
    let (one, other) = (key_of(one), key_of(other));
    if one <= other { (one, other) } else { (other, one) }
}

#[cfg(test)]
mod tests {
    use super::Aliases;

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
        assert_eq!(aliases.others("person:ada lund"), ["person:a l", "person:lund"]);
    }

    #[test]
    fn what_is_no_name_is_gone_and_what_is_apart_stays_so() {
        let (aliases, _) = Aliases::read(FILE);
        assert_eq!(aliases.meaning("person:god bless", "God Bless"), None);
        assert!(aliases.are_apart("Eva Lund", "ada lund") && !aliases.are_apart("Ada Lund", "Per Berg"));
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
    fn a_chain_is_followed_and_a_circle_ends() {
        let (aliases, _) = Aliases::read("person\tB\tA\nperson\tC\tB\nperson\tX\tY\nperson\tY\tX");
        assert_eq!(aliases.meaning("person:a", "A").map(|(key, _)| key).as_deref(), Some("person:c"));
        assert!(aliases.meaning("person:x", "X").is_some());
    }
}

//! Keys: what joins the spellings of one name, as a value of `key:`.
//!
//! In: the value as typed. Out: the forms under which a statement may keep it. Which keys a statement has is said by `engine`.

use crate::article::key_of;

/// What stands before the name.
const TYPES: [&str; 4] = ["person", "org", "place", "author"];

/// The key as it is written, for one that a record brought, and with its name folded. One that ends with `@` stands for a bare
/// name in every conversation, and is the beginning of those keys.
#[must_use]
pub fn key_forms(value: &str) -> Vec<String> {
    if value.ends_with('@') {
        return vec![value.to_owned()];
    }
    let folded = parts(value).map(|(kind, name)| format!("{kind}:{}", key_of(name)));
    let mut forms: Vec<String> = [value.to_owned()].into_iter().chain(folded).collect();
    forms.dedup();
    forms
}

/// Whether it names a type and somebody or something of it.
pub(super) fn is_key(value: &str) -> bool {
    parts(value).is_some_and(|(_, name)| !name.trim().is_empty())
}

fn parts(value: &str) -> Option<(&'static str, &str)> {
    let (kind, name) = value.split_once(':')?;
    TYPES.into_iter().find(|known| known.eq_ignore_ascii_case(kind)).map(|known| (known, name))
}

#[cfg(test)]
mod tests {
    use super::{is_key, key_forms};

    #[test]
    fn a_key_is_found_as_it_is_written_and_folded() {
        assert_eq!(key_forms("Person:Kim Jong-un"), ["Person:Kim Jong-un", "person:kim jong un"]);
        assert_eq!(key_forms("author:ann marsh"), ["author:ann marsh"]);
        assert_eq!(key_forms("ann"), ["ann"]);
        assert_eq!(key_forms("person:ann@"), ["person:ann@"]);
    }

    #[test]
    fn a_key_names_a_type_and_a_name() {
        assert!(is_key("place:osk") && is_key("ORG:Q42"));
        assert!(!is_key("osk") && !is_key("place:") && !is_key("animal:osk") && !is_key("person: "));
    }
}

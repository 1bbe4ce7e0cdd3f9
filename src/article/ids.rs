//! Ids that stay the same across runs, machines and the order of reading.
//!
//! In: what makes a statement itself (address, text, author, day, first words). Out: a short id of small letters and digits.
//! Hashes are XXH3 with 128 bits; an id shows 60 of them in base 32, so that two of a million statements collide
//! once in a million archives. Settling two equal ids is left to `ingest`.

use super::{Article, Comment};
use crate::text::words;
use xxhash_rust::xxh3::Xxh3;

const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Fingerprint of a text: 128 bits as hexadecimal digits.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    format!("{:032x}", xxhash_rust::xxh3::xxh3_128(bytes))
}

/// Id of an article: from its address and its text, without an address from its path.
#[must_use]
pub fn article_id(article: &Article) -> String {
    match &article.url {
        Some(url) => derived_id(&["article", url, &fingerprint(article.text.as_bytes())]),
        None => derived_id(&["article", &article.path]),
    }
}

/// Id of a comment within its article where the platform gives none: from author, day and first eight words; `turn`
/// counts equal ones from 0.
#[must_use]
pub fn local_comment_id(comment: &Comment, turn: usize) -> String {
    let author = comment.author.as_ref().map_or("", |author| author.key.as_str());
    let day = comment.date.as_ref().map_or("", |date| date.value.as_str());
    let first: Vec<_> = words(&comment.text).take(8).map(|word| word.folded).collect();
    derived_id(&["words", author, day, &first.join(" "), &turn.to_string()])
}

/// Id of a comment in the whole archive: from what it belongs to (its article's id) and its id there.
#[must_use]
pub fn comment_id(article: &str, local: &str) -> String {
    derived_id(&["comment", article, local])
}

/// An id made of parts; the same parts give the same id everywhere.
#[must_use]
pub fn derived_id(parts: &[&str]) -> String {
    let mut hash = Xxh3::new();
    for part in parts {
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    let mut bits = hash.digest128();
    let digit = |bits: u128| char::from(LETTERS.get((bits & 31) as usize).copied().unwrap_or(b'0'));
    let mut id = String::with_capacity(12);
    for _ in 0..12 {
        id.push(digit(bits));
        bits >>= 5;
    }
    id
}

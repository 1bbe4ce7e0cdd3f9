//! Who said it, when, where: the small values of one comment.
//!
//! In: the elements that bear them. Out: a name without the words round it, a day as it is stated, an id, an address.

use super::super::days::written;
use super::super::page::{At, Page, is_inline};
use super::item::Item;
use super::name::name_of;

/// Longest text that is taken for a name.
const LONGEST_NAME: usize = 80;
/// Longest line of a name and a day.
const LONGEST_LINE: usize = 110;

/// The platform's own id: the number in an id such as `comment-123`.
pub(super) fn number<'a>(page: &Page<'a>, at: At) -> Option<&'a str> {
    let attributes = ["data-comment-id", "data-commentid", "data-post-id", "data-fullname", "thingid", "data-id"];
    let stated = attributes.iter().find_map(|name| last_part(page.attr(at, name)?));
    stated.or_else(|| digits(page.attr(at, "id")?))
}

/// The last run of letters and digits of an id.
pub(super) fn last_part(id: &str) -> Option<&str> {
    let from = id.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric()).len();
    id.get(from..).filter(|part| part.bytes().any(|byte| byte.is_ascii_digit()))
}

/// The last run of letters and digits of an id, from its first digit on.
pub(super) fn digits(id: &str) -> Option<&str> {
    let number = last_part(id)?.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    Some(number).filter(|number| !number.is_empty())
}

/// The name that an element bears.
pub(super) fn name(page: &Page<'_>, at: At) -> Option<String> {
    let text = stated_name(page, at).map_or_else(|| page.text(at), str::to_owned);
    Some(name_of(&text)).filter(|name| !name.is_empty() && name.len() <= LONGEST_NAME)
}

/// Whether an attribute of an element is a name.
pub(super) fn states_name(page: &Page<'_>, at: At) -> bool {
    stated_name(page, at).is_some()
}

fn stated_name<'a>(page: &Page<'a>, at: At) -> Option<&'a str> {
    let stated = ["content", "data-author", "data-username", "author"].iter().find_map(|name| page.attr(at, name));
    stated.filter(|value| !value.trim().is_empty())
}

/// The day that an element states: an attribute before its words; nothing where it is no day.
pub(super) fn day(page: &Page<'_>, at: At) -> Option<String> {
    let stated = page.subtree(at).find_map(|inner| {
        let of = |name: &&str| page.attr(inner, name).map(str::trim).and_then(written);
        ["datetime", "content", "title", "ts", "created-timestamp", "data-time-string", "data-datetime", "data-date"]
            .iter()
            .find_map(of)
    });
    stated.or_else(|| written(&page.text(at)))
}

/// The day that a short text beside other elements states.
pub(super) fn own_day(page: &Page<'_>, at: At) -> Option<String> {
    written(page.own_text(at)?.trim()).filter(|_| page.own_text(at).is_some_and(|text| text.trim().len() < 60))
}

/// The line that a day stands in, where it holds no more than a name besides.
pub(super) fn line(page: &Page<'_>, item: &Item, date: At) -> Option<At> {
    let mut round = std::iter::once(date).chain(page.ancestors(date)).take_while(|at| *at > item.range.start);
    let block = round.find(|at| page.is_element(*at) && !is_inline(page.name(*at)))?;
    let parted =
        page.subtree(block).skip(1).any(|at| page.is_element(at) && !is_inline(page.name(at)) && page.name(at) != "br");
    let text = page.text(block);
    (!parted && text.len() <= LONGEST_LINE && written(&text).is_some()).then_some(block)
}

/// A day as far as the words tell, where no element states one: "3 days ago".
pub(super) fn vague_day(page: &Page<'_>, at: At) -> Option<String> {
    let text = page.text(at);
    let counts = text.chars().any(char::is_numeric) && text.chars().any(char::is_alphabetic);
    (counts && text.len() <= 40).then_some(text)
}

/// The comment's own address: the link round or in its day.
pub(super) fn link<'a>(page: &Page<'a>, item: At, date: At, nested: &dyn Fn(At) -> bool) -> Option<&'a str> {
    let linked = |at: At| page.attr(at, "href").filter(|href| href.contains('#') || href.contains("comment"));
    let round = page.ancestors(date).take_while(|at| *at > item).find_map(linked);
    round.or_else(|| page.subtree(date).filter(|at| !nested(*at)).find_map(linked))
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn ids_end_in_their_number() {
        assert_eq!(digits("comment-123"), Some("123"));
        assert_eq!(digits("c7788"), Some("7788"));
        assert_eq!(digits("comments"), None);
    }
}

//! What a platform's marks look like: a small subset of CSS selectors, matched without compiling.
//!
//! In: `li.comment`, `div[id^=comment-]`, `.vcard .fn`, `time[datetime]`. Out: whether an element is that.
//! A selector is compounds parted by blanks (each within the one before it); a compound is an element name, `.class`,
//! `.prefix*`, `#id`, `[name]`, `[name=value]`, `[name^=value]`, `[name*=value]`, all in small letters.

use super::super::page::{At, Page};
use std::ops::Range;

/// Whether an element matches a selector; for those with several compounds, within `root`.
pub(super) fn is(page: &Page<'_>, root: At, at: At, selector: &str) -> bool {
    if selector.starts_with('.') && !selector.contains(' ') && page.label(at).is_empty() {
        return false;
    }
    // most are one compound, and this is asked of every element
    if !selector.as_bytes().contains(&b' ') {
        return is_compound(page, at, selector);
    }
    let mut compounds = selector.rsplit(' ');
    if !compounds.next().is_some_and(|last| is_compound(page, at, last)) {
        return false;
    }
    let mut outer = page.ancestors(at).take_while(|outer| *outer >= root);
    compounds.all(|compound| outer.any(|at| is_compound(page, at, compound)))
}

/// Every element of a range that matches a selector, without parts that are skipped.
pub(super) fn all<'p>(
    page: &'p Page<'_>,
    range: Range<At>,
    selector: &'p str,
    skip: &'p dyn Fn(At) -> bool,
) -> impl Iterator<Item = At> + 'p {
    let root = range.start;
    let word = word(selector);
    let skipped = move |at: At| skip(at) || page.ancestors(at).take_while(|outer| *outer >= root).any(skip);
    let labelled = (!word.is_empty()).then(|| page.labelled(range.clone(), word)).into_iter().flatten();
    let labelled = labelled.filter(move |at| is(page, root, *at, selector) && !skipped(*at));
    let stating = stating(page, range.clone(), selector);
    let unlabelled = if word.is_empty() && stating.is_none() { range } else { root..root };
    let stating = stating.into_iter().flatten().copied();
    let stating = stating.filter(move |at| is(page, root, *at, selector) && !skipped(*at));
    labelled.chain(stating).chain(walked(page, unlabelled, selector, skip))
}

/// Every shown element of a page that matches one of the selectors, in order.
pub(super) fn shown(page: &Page<'_>, selectors: &[&str]) -> Vec<At> {
    let is_gone = |at: At| page.is_gone(at);
    let possible =
        selectors.iter().filter(|selector| selector.split(' ').all(|compound| page.mentions(word(compound))));
    let mut found: Vec<At> = possible.flat_map(|selector| all(page, page.all(), selector, &is_gone)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The elements among which the matches of a selector without a label are, by its attribute or by a name of a site's own.
fn stating<'p>(page: &'p Page<'_>, range: Range<At>, selector: &str) -> Option<&'p [At]> {
    let last = selector.rsplit(' ').next()?;
    match last.strip_prefix('[') {
        Some(attribute) => page.stating(range, attribute.split(['=', '*', '^', ']']).next()?),
        None => page.named(range, last.split('[').next().filter(|name| !name.contains(['.', '#']))?),
    }
}

/// The matches of a selector that no label tells.
fn walked<'p>(
    page: &'p Page<'_>,
    range: Range<At>,
    selector: &'p str,
    skip: &'p dyn Fn(At) -> bool,
) -> impl Iterator<Item = At> + 'p {
    let root = range.start;
    let mut next = root;
    std::iter::from_fn(move || {
        while next < range.end {
            let at = next;
            if skip(at) {
                next = page.end(at);
                continue;
            }
            next += 1;
            if page.is_element(at) && is(page, root, at, selector) {
                return Some(at);
            }
        }
        None
    })
}

/// A word that class or id of every match holds; empty where a selector asks for neither.
pub(super) fn word(selector: &str) -> &str {
    let last = selector.rsplit(' ').next().unwrap_or(selector);
    let from = last.find(['.', '#']).filter(|from| !last.get(..*from).unwrap_or_default().contains('['));
    let word = match (from, last.split_once("[id^=")) {
        (Some(from), _) => last.get(from + 1..).unwrap_or_default(),
        (None, Some((_, id))) => id,
        (None, None) => "",
    };
    word.split(['.', '#', '[', ']', '*']).next().unwrap_or_default()
}

fn begins_mark(byte: u8) -> bool {
    matches!(byte, b'.' | b'#' | b'[')
}

fn is_compound(page: &Page<'_>, at: At, compound: &str) -> bool {
    let marks = compound.bytes().position(begins_mark).unwrap_or(compound.len());
    let (name, mut rest) = compound.split_at(marks);
    if !name.is_empty() && name != "*" && page.name(at) != name {
        return false;
    }
    while !rest.is_empty() {
        let from_second = rest.get(1..).unwrap_or_default();
        let end = if rest.starts_with('[') {
            rest.find(']').map_or(rest.len(), |end| end + 1)
        } else {
            from_second.bytes().position(begins_mark).map_or(rest.len(), |end| end + 1)
        };
        let (mark, after) = rest.split_at(end);
        if !is_mark(page, at, mark) {
            return false;
        }
        rest = after;
    }
    true
}

fn is_mark(page: &Page<'_>, at: At, mark: &str) -> bool {
    if let Some(class) = mark.strip_prefix('.') {
        return match class.strip_suffix('*') {
            Some(prefix) => page.label(at).split_ascii_whitespace().any(|one| one.starts_with(prefix)),
            None => page.has_class(at, class),
        };
    }
    if let Some(id) = mark.strip_prefix('#') {
        return page.attr(at, "id").is_some_and(|own| own.eq_ignore_ascii_case(id));
    }
    let inner = mark.trim_start_matches('[').trim_end_matches(']');
    let Some((name, wanted)) = inner.split_once('=') else { return page.attr(at, inner).is_some() };
    let Some(value) = page.attr(at, name.trim_end_matches(['^', '*'])) else { return false };
    let value = value.to_ascii_lowercase();
    if name.ends_with('^') {
        value.starts_with(wanted)
    } else if name.ends_with('*') {
        value.contains(wanted)
    } else {
        value == wanted
    }
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::read::html::page::Page;

    #[test]
    fn the_word_of_a_selector_is_in_every_label_that_it_matches() {
        for (selector, word) in [
            ("ol li.comment.depth-1", "comment"),
            ("div[id^=comment-]", "comment-"),
            (".depth-*", "depth-"),
            ("[component=post]", ""),
            ("tr#x", "x"),
            ("a[href*=x.y]", ""),
        ] {
            assert_eq!(super::word(selector), word, "{selector}");
        }
    }

    #[test]
    fn selectors_match_what_their_marks_say() {
        let tree = scraper::Html::parse_document(
            "<ol class=list><li id=Comment-7 class='comment depth-2'><b class=fn>Ana</b><a href='/x#comment-7'>day</a></li></ol>",
        );
        let page = Page::new(&tree);
        let texts = |selector: &str| -> Vec<String> {
            all(&page, page.all(), selector, &|_| false).map(|at| page.text(at)).collect()
        };
        for selector in ["li", "li.comment", ".depth-*", "#comment-7", "[id^=comment-]", ".list li.comment.depth-2"] {
            assert_eq!(texts(selector), ["Anaday"], "{selector}");
        }
        assert_eq!(texts(".list .fn"), ["Ana"]);
        assert_eq!(texts("a[href*=#comment-]"), ["day"]);
        let tree = scraper::Html::parse_document("<x-post id=c-1 kind=text><p data-spmark=message>a</p></x-post>");
        let page = Page::new(&tree);
        for selector in ["x-post", "x-post[kind=text]", "x-post#c-1", "[data-spmark=message]"] {
            assert_eq!(all(&page, page.all(), selector, &|_| false).count(), 1, "{selector}");
        }
        assert_eq!(all(&page, page.all(), "x-post[kind=link]", &|_| false).count(), 0);
    }

    #[test]
    fn selectors_do_not_match_what_their_marks_do_not_say() {
        let tree = scraper::Html::parse_document(
            "<ol class=list><li id=comment-7 class=depth-2><b class=fn>Ana</b></li></ol>",
        );
        let page = Page::new(&tree);
        let texts = |selector: &str| -> Vec<String> {
            all(&page, page.all(), selector, &|_| false).map(|at| page.text(at)).collect()
        };
        for selector in ["ul li", "li.depth-", "li[id=comment]", ".fn .comment"] {
            assert!(texts(selector).is_empty(), "{selector}");
        }
    }
}

//! A small tree of XML, for the forms that are made of it.
//!
//! In: text. Out: elements with their attributes, text and children. Reading is lenient: what is not closed ends with its
//! parent, an entity that nobody declared is left out, and nothing is fetched or expanded. Depth and number are bounded.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Elements inside one another; deeper ones are passed over.
const DEEPEST: usize = 200;

/// Elements of one file.
const MOST: usize = 2_000_000;

/// An element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name with its prefix: `dc:creator`.
    pub(super) name: String,
    /// Attributes in their order.
    pub(super) attributes: Vec<(String, String)>,
    /// Its own text, without that of its children.
    pub(super) text: String,
    /// Elements within.
    pub(super) children: Vec<Element>,
}

impl Element {
    /// Children of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first child of a name.
    pub(super) fn first<'a>(&'a self, name: &'a str) -> Option<&'a Element> {
        self.all(name).next()
    }

    /// The text of the first child that has one of these names, in the order of the names; without blanks around.
    pub(super) fn said<'a>(&'a self, names: &[&str]) -> Option<&'a str> {
        let named = |name: &&str| self.children.iter().find(|child| child.name == **name);
        names.iter().filter_map(named).map(|child| child.text.trim()).find(|text| !text.is_empty())
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every element of a name below, in order.
    pub(super) fn below<'a>(&'a self, name: &str) -> Vec<&'a Element> {
        let mut found = Vec::new();
        let mut waiting: Vec<&Element> = vec![self];
        while let Some(element) = waiting.pop() {
            if element.name == name {
                found.push(element);
            }
            waiting.extend(element.children.iter().rev());
        }
        found
    }
}

/// Reads a text; the root is an element without a name that holds what stands at the top. The second is what was odd.
pub(super) fn parse(text: &str) -> (Element, Option<String>) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    reader.config_mut().allow_dangling_amp = true;
    let mut open = vec![Element::default()];
    let mut deeper = 0usize;
    let mut note = None;
    for _ in 0..MOST {
        match reader.read_event() {
            Ok(Event::Start(_)) if open.len() > DEEPEST => deeper += 1,
            Ok(Event::Start(start)) if is_markup(&start) => {
                let inner = reader.read_text(start.name()).map(|text| (*text).to_owned());
                add(&mut open, Element { text: inner.unwrap_or_default(), ..element(&start) });
            }
            Ok(Event::Start(start)) => open.push(element(&start)),
            Ok(Event::Empty(start)) => add(&mut open, element(&start)),
            Ok(Event::End(_)) if deeper > 0 => deeper -= 1,
            Ok(Event::End(_)) => close(&mut open),
            Ok(Event::Text(text)) => push(&mut open, &text),
            Ok(Event::CData(text)) => push(&mut open, &text),
            Ok(Event::GeneralRef(reference)) => push(&mut open, &resolved(&reference)),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                note = Some(format!("xml breaks off: {}", error.to_string().to_lowercase()));
                break;
            }
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    (open.pop().unwrap_or_default(), note)
}

fn element(start: &BytesStart<'_>) -> Element {
    let mut stated = start.attributes();
    let attributes = stated.with_checks(false).flatten().map(|attribute| {
        let name = attribute.key.as_ref().to_owned();
        let raw = attribute.value.as_ref().to_owned();
        let value = quick_xml::escape::unescape(&raw).map_or(raw.clone(), |value| value.into_owned());
        (name, value)
    });
    Element { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Element::default() }
}

/// Atom's text in markup of its own stands in the feed as it is: its tags are text to whoever reads the entry.
fn is_markup(start: &BytesStart<'_>) -> bool {
    matches!(start.name().as_ref(), "content" | "summary" | "title")
        && start
            .attributes()
            .flatten()
            .any(|attribute| attribute.key.as_ref() == "type" && attribute.value.as_ref() == "xhtml")
}

fn add(open: &mut [Element], element: Element) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(element);
    }
}

fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(element) = open.pop()
    {
        add(open, element);
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// The character of `&#8217;` and of the five entities that XML knows; a blank for `&nbsp;`, nothing for others.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    match &**reference {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        _ => "",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn elements_attributes_and_text_are_read() {
        let (root, note) =
            parse("<?xml version='1.0'?><a x='1 &amp; 2'><b:c>Rain &amp; wind &#8217;</b:c><d/><![CDATA[<p>]]></a>");
        let a = root.first("a").expect("an element");
        assert_eq!(a.attribute("x"), Some("1 & 2"));
        assert_eq!(a.said(&["none", "b:c"]), Some("Rain & wind ’"));
        assert_eq!(a.text, "<p>");
        assert_eq!(note, None);
        assert_eq!(root.below("d").len(), 1);
    }

    #[test]
    fn what_is_broken_is_read_as_far_as_it_goes() {
        let (root, _) = parse("<a><b>one</b><b>two");
        assert_eq!(root.below("b").len(), 2);
        assert_eq!(parse("<a>R&D &undeclared; &lol;</a>").0.first("a").map(|a| a.text.trim().is_empty()), Some(false));
    }

    #[test]
    fn depth_without_end_is_bounded() {
        let deep = "<a>".repeat(50_000);
        assert!(!parse(&deep).0.below("a").is_empty());
    }
}

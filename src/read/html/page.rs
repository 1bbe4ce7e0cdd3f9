//! A parsed page as one flat row of nodes, in the order of the document.
//!
//! In: the tree that scraper built. Out: nodes by number, each with its parent and the end of its subtree, so that
//! every walk is a loop over numbers (no recursion, no second parse) and cutting a part out is marking a range.
//! What a part means is left to the finders.

use super::labels::Labels;
use scraper::Node as Parsed;
use scraper::node::Element;
use std::cell::Cell;
use std::ops::Range;

/// Number of a node on its page.
pub(super) type At = usize;

/// One node.
struct Node<'a> {
    what: What<'a>,
    parent: At,
    /// One past the last node of its subtree.
    end: At,
    /// Range of its class and id in the page's labels.
    label: Range<usize>,
    /// Not shown to a reader, or cut out.
    gone: bool,
}

/// What a node is.
#[derive(Clone, Copy)]
enum What<'a> {
    Element(&'a Element),
    Text(&'a str),
}

/// A page.
pub(super) struct Page<'a> {
    nodes: Vec<Node<'a>>,
    labels: Labels,
    /// Elements with an attribute of `STATING` or a name that no standard gives, in the order of the page.
    stating: Vec<At>,
    /// Nodes that may still be walked.
    left: Cell<usize>,
}

/// Nodes that may be walked on every page, and for each node of it: a second or so. Ordinary pages need a hundredth. A
/// budget of work and not of time gives the same result on every machine.
const WALKED: usize = 60_000_000;
const WALKED_A_NODE: usize = 2_000;

/// Attributes by which elements say to machines what they are.
const STATING: [&str; 4] = ["itemprop", "itemtype", "component", "data-spmark"];

/// Whether an element has a name of a site's own: only such names hold a hyphen.
fn is_own_name(name: &str) -> bool {
    name.as_bytes().contains(&b'-')
}

/// Elements whose text no reader sees, or that is no statement.
fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "iframe"
            | "select"
            | "option"
            | "object"
            | "embed"
            | "canvas"
            | "math"
            | "audio"
            | "video"
            | "textarea"
            | "datalist"
            | "input"
            | "map"
            | "progress"
            | "dialog"
    )
}

impl<'a> Page<'a> {
    /// Flattens a tree.
    pub(super) fn new(tree: &'a scraper::Html) -> Page<'a> {
        let mut page = Page { nodes: Vec::new(), labels: Labels::default(), stating: Vec::new(), left: Cell::new(0) };
        let mut open: Vec<At> = Vec::new();
        let mut node = tree.tree.root();
        loop {
            let at = page.nodes.len();
            let added = page.add_parsed(node.value(), open.last().copied().unwrap_or(0));
            if let Some(child) = node.first_child() {
                open.extend(added.then_some(at));
                node = child;
                continue;
            }
            while node.next_sibling().is_none() {
                let Some(parent) = node.parent() else {
                    page.left.set(WALKED + WALKED_A_NODE * page.nodes.len());
                    return page;
                };
                node = parent;
                if node.value().is_element()
                    && let Some(at) = open.pop()
                {
                    page.close(at);
                }
            }
            if let Some(sibling) = node.next_sibling() {
                node = sibling;
            }
        }
    }

    fn add_parsed(&mut self, node: &'a Parsed, parent: At) -> bool {
        match node {
            Parsed::Element(element) => self.add_element(element, parent),
            Parsed::Text(text) => self.add(What::Text(text), parent, 0..0, false),
            _ => return false,
        }
        true
    }

    fn add_element(&mut self, element: &'a Element, parent: At) {
        let at = self.nodes.len();
        let start = self.labels.len();
        let (mut style, mut hidden) = ("", false);
        if is_own_name(element.name()) {
            self.stating.push(at);
        }
        for (name, value) in element.attrs() {
            match name {
                "class" | "id" => self.labels.add(at, value),
                "style" => style = value,
                "hidden" => hidden = true,
                name if STATING.contains(&name) && self.stating.last() != Some(&at) => self.stating.push(at),
                _ => {}
            }
        }
        // Pages that are sent in pieces keep them hidden until a script puts them in place.
        let streamed = hidden && element.id().is_some_and(|id| id.starts_with("S:"));
        let gone = is_unseen(element.name()) || (hidden && !streamed) || (!style.is_empty() && hides(style));
        self.add(What::Element(element), parent, start..self.labels.len(), gone);
    }

    fn add(&mut self, what: What<'a>, parent: At, label: Range<usize>, gone: bool) {
        let at = self.nodes.len();
        self.nodes.push(Node { what, parent, end: at + 1, label, gone });
    }

    fn close(&mut self, at: At) {
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(at) {
            node.end = end;
        }
    }

    fn element(&self, at: At) -> Option<&'a Element> {
        match self.nodes.get(at)?.what {
            What::Element(element) => Some(element),
            What::Text(_) => None,
        }
    }

    /// Every node, as a range of numbers.
    pub(super) fn all(&self) -> Range<At> {
        0..self.nodes.len()
    }

    /// The subtree of a node, itself first; nothing more of a page whose budget is spent.
    pub(super) fn subtree(&self, at: At) -> Range<At> {
        let range = at..self.end(at);
        match self.left.get().checked_sub(range.len()) {
            Some(left) => {
                self.left.set(left);
                range
            }
            None => {
                self.left.set(0);
                at..at
            }
        }
    }

    /// Whether so much was asked of the page that not all of it was walked.
    pub(super) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// One past the last node of a subtree.
    pub(super) fn end(&self, at: At) -> At {
        self.nodes.get(at).map_or(at + 1, |node| node.end)
    }

    /// Whether the first holds the second, or is it.
    pub(super) fn holds(&self, outer: At, inner: At) -> bool {
        (outer..self.end(outer)).contains(&inner)
    }

    /// The element round a node; none for the topmost.
    pub(super) fn parent(&self, at: At) -> Option<At> {
        self.nodes.get(at).map(|node| node.parent).filter(|parent| *parent != at)
    }

    /// The elements round a node, nearest first.
    pub(super) fn ancestors(&self, at: At) -> impl Iterator<Item = At> + '_ {
        std::iter::successors(self.parent(at), |at| self.parent(*at))
    }

    /// The child elements of an element.
    pub(super) fn children(&self, at: At) -> impl Iterator<Item = At> + '_ {
        let end = self.end(at);
        let first = Some(at + 1).filter(|first| *first < end);
        std::iter::successors(first, move |at| Some(self.end(*at)).filter(|next| *next < end))
            .filter(|at| self.is_element(*at))
    }

    /// Name of an element; empty for text.
    pub(super) fn name(&self, at: At) -> &'a str {
        self.element(at).map_or("", Element::name)
    }

    /// Whether it is an element.
    pub(super) fn is_element(&self, at: At) -> bool {
        self.element(at).is_some()
    }

    /// The text of a text node.
    pub(super) fn own_text(&self, at: At) -> Option<&'a str> {
        match self.nodes.get(at)?.what {
            What::Text(text) => Some(text),
            What::Element(_) => None,
        }
    }

    /// An attribute.
    pub(super) fn attr(&self, at: At, name: &str) -> Option<&'a str> {
        self.element(at)?.attr(name)
    }

    /// Class and id in small letters, with a blank between each two.
    pub(super) fn label(&self, at: At) -> &str {
        self.nodes.get(at).and_then(|node| self.labels.get(node.label.clone())).unwrap_or_default()
    }

    /// Whether one of its classes is this one, in small letters.
    pub(super) fn has_class(&self, at: At, class: &str) -> bool {
        self.label(at).split_ascii_whitespace().any(|one| one == class)
    }

    /// Whether any label of the page holds this word.
    pub(super) fn mentions(&self, word: &str) -> bool {
        word.is_empty() || !self.labels.bearers(word).is_empty()
    }

    /// The elements of a range among which those with an attribute are, where it is one that says to machines what they are.
    pub(super) fn stating(&self, range: Range<At>, attribute: &str) -> Option<&[At]> {
        STATING.contains(&attribute).then(|| self.telling(range))
    }

    /// The elements of a range among which those of a name are, where it is a site's own.
    pub(super) fn named(&self, range: Range<At>, name: &str) -> Option<&[At]> {
        is_own_name(name).then(|| self.telling(range))
    }

    fn telling(&self, range: Range<At>) -> &[At] {
        let place = |at: At| self.stating.partition_point(|one| *one < at);
        self.stating.get(place(range.start)..place(range.end)).unwrap_or_default()
    }

    /// The elements of a range whose label holds a word.
    pub(super) fn labelled(&self, range: Range<At>, word: &str) -> impl Iterator<Item = At> + use<> {
        let bearers = self.labels.bearers(word);
        let place = |at: At| bearers.partition_point(|one| *one < at);
        let places = place(range.start)..place(range.end);
        places.filter_map(move |place| bearers.get(place).copied())
    }

    /// Whether it is cut out, or not shown to a reader; of the node alone, not of those round it.
    pub(super) fn is_gone(&self, at: At) -> bool {
        self.nodes.get(at).is_some_and(|node| node.gone)
    }

    /// Cuts a part out: no later walk sees it.
    pub(super) fn cut(&mut self, at: At) {
        if let Some(node) = self.nodes.get_mut(at) {
            node.gone = true;
        }
    }

    /// The elements of a range that are shown, without those inside a part that is gone.
    pub(super) fn shown(&self, range: Range<At>) -> impl Iterator<Item = At> + '_ {
        let mut next = range.start;
        std::iter::from_fn(move || {
            while next < range.end {
                let at = next;
                if self.is_gone(at) {
                    next = self.end(at);
                    continue;
                }
                next += 1;
                return Some(at);
            }
            None
        })
    }

    /// Words that a reader sees of a range.
    pub(super) fn words(&self, range: Range<At>) -> usize {
        let own = self.shown(range).filter_map(|node| self.own_text(node));
        own.map(|text| text.split_ascii_whitespace().count()).sum()
    }

    /// The text that a reader sees of a subtree, white space as single blanks.
    pub(super) fn text(&self, at: At) -> String {
        let mut text = String::new();
        for node in self.shown(self.subtree(at)) {
            match self.own_text(node) {
                Some(own) => push_collapsed(&mut text, own),
                None if !is_inline(self.name(node)) => push_collapsed(&mut text, " "),
                None => {}
            }
        }
        text.truncate(text.trim_end().len());
        text
    }
}

/// Whether an element stands inside a line of text.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "nobr"
            | "q"
            | "rp"
            | "rt"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}

/// Adds text with every run of white space as one blank, none at the start or after a line's end.
pub(super) fn push_collapsed(text: &mut String, more: &str) {
    let is_blank = |letter: char| letter.is_whitespace() || letter == '\0';
    let mut rest = more;
    while !rest.is_empty() {
        let (word, behind) = rest.split_at(rest.find(is_blank).unwrap_or(rest.len()));
        text.push_str(word);
        rest = behind.trim_start_matches(is_blank);
        if !behind.is_empty() && !text.is_empty() && !text.ends_with([' ', '\n']) {
            text.push(' ');
        }
    }
}

/// The first bytes of a text, cut between two letters.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    (0..4).find_map(|back| text.get(..bytes.saturating_sub(back))).unwrap_or(text)
}

fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|letter| !letter.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}

#[cfg(test)]
mod tests {
    use super::Page;

    fn check(html: &str, wanted: &str) {
        let tree = scraper::Html::parse_document(html);
        let page = Page::new(&tree);
        let body = page.all().find(|at| page.name(*at) == "body").expect("a parser always makes a body");
        assert_eq!(page.text(body), wanted);
    }

    #[test]
    fn text_is_what_a_reader_sees() {
        check("<p>a <b>b</b>c\n d</p><script>x</script><p hidden>y</p><i style='display : none'>z</i><p>e", "a bc d e");
    }

    #[test]
    fn a_page_whose_budget_is_spent_ends_every_walk() {
        let tree = scraper::Html::parse_document(&"<p>word</p>".repeat(500));
        let page = Page::new(&tree);
        assert_eq!(page.text(0).len(), 500 * 5 - 1);
        assert!(!page.is_spent());
        page.left.set(2_000);
        assert_eq!(page.words(page.subtree(0)), 500);
        assert_eq!((page.text(0), page.is_spent()), (String::new(), true));
        assert!(page.holds(0, 7), "where nodes stand is told without a walk");
    }

    #[test]
    fn subtrees_are_ranges() {
        let tree = scraper::Html::parse_document("<div id=A class='X y'><p>one</p><p>two</p></div><p>three");
        let mut page = Page::new(&tree);
        let outer = page.all().find(|at| page.name(*at) == "div").expect("the page has one");
        assert_eq!(page.label(outer), "x y a");
        assert!(page.has_class(outer, "y"));
        let texts: Vec<_> = page.children(outer).map(|at| page.text(at)).collect();
        assert_eq!(texts, ["one", "two"]);
        let first = page.children(outer).next().expect("it has two");
        assert_eq!(page.parent(first), Some(outer));
        assert!(page.holds(outer, first));
        page.cut(first);
        assert_eq!(page.text(outer), "two");
    }
}

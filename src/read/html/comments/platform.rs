//! A comment platform, described by its marks, and the reading that all of them share.
//!
//! In: a page and a platform's description. Out: its comments. A platform is data: where its items, names, days and
//! texts stand, and how it shows which comment answers which.

use super::super::blocks;
use super::super::page::{At, Page};
use super::context;
use super::item::{self, Item, Shape};
use super::nesting::{Nesting, parents};
use super::{said, wanted};
use crate::article::{Block, CommentDraft};

/// The marks of a platform, each a list of selectors (see `wanted`), the best first.
pub(super) struct Platform {
    /// What is one comment.
    pub(super) item: &'static [&'static str],
    /// What else the page must hold one of; nothing where the items are certain.
    pub(super) needs: &'static [&'static str],
    /// How the marked element stands to its comment.
    pub(super) shape: Shape,
    /// Which of these are pingbacks.
    pub(super) pingback: &'static [&'static str],
    /// The name.
    pub(super) author: &'static [&'static str],
    /// The day.
    pub(super) date: &'static [&'static str],
    /// The text; where none of these stands, all that is left of the item.
    pub(super) body: &'static [&'static str],
    /// What is neither name nor text: replying, voting, portraits.
    pub(super) furniture: &'static [&'static str],
    /// How answers are shown.
    pub(super) nesting: Nesting,
    /// Whether the first item is what the others answer, as in a forum.
    pub(super) opens: bool,
    /// The title of a topic, where pages of the platform head their sites and not their topics.
    pub(super) title: &'static [&'static str],
    /// What stands apart from the items and is what they answer, as a post of Reddit is.
    pub(super) opening: &'static [&'static str],
    /// Whether it marks that first item as a comment too.
    pub(super) marks_all: bool,
}

impl Platform {
    /// A platform of boxes without marks, to be filled in.
    pub(super) const NONE: Platform = Platform {
        item: &[],
        needs: &[],
        shape: Shape::Box,
        pingback: &[],
        author: &[],
        date: &[],
        body: &[],
        furniture: FURNITURE,
        nesting: Nesting::Inside,
        opens: false,
        title: &[],
        opening: &[],
        marks_all: false,
    };

    /// The platform's comments on a page, in order.
    pub(super) fn items(&self, page: &Page<'_>) -> Vec<Item> {
        let items = item::find(page, self.item, self.shape);
        let holds = |selector: &&str| {
            page.mentions(wanted::word(selector))
                && wanted::all(page, page.all(), selector, &|_| false).next().is_some()
        };
        if items.is_empty() || self.needs.is_empty() || self.needs.iter().any(&holds) { items } else { Vec::new() }
    }

    /// Whether the page begins with what the others answer: a later page of a topic marks its first post as an answer.
    pub(super) fn begins(&self, page: &Page<'_>, items: &[Item]) -> bool {
        let answers = |item: &Item| wanted::is(page, 0, item.at, "[itemtype*=schema.org/comment]");
        !items.first().is_some_and(answers) || items.iter().all(|item| answers(item) && self.marks_all)
    }

    /// The topic's title.
    pub(super) fn title(&self, page: &Page<'_>) -> Option<String> {
        let is_gone = |at: At| page.is_gone(at);
        let possible = self.title.iter().filter(|selector| page.mentions(wanted::word(selector)));
        let found = possible.flat_map(|selector| wanted::all(page, page.all(), selector, &is_gone));
        let mut titles = found.map(|at| page.text(at));
        titles.find(|title| !title.is_empty())
    }

    /// The post that stands apart from the items; one without words of its own has name and day all the same.
    pub(super) fn opening(&self, page: &Page<'_>) -> Option<CommentDraft> {
        let posts = item::find(page, self.opening, Shape::Box);
        let item = posts.first().filter(|_| posts.len() == 1)?;
        let is_gone = |at: At| page.is_gone(at);
        let written =
            |selector: &&'static str| wanted::all(page, item.range.clone(), selector, &is_gone).next().is_some();
        let mut post = self.comment(page, item, &posts);
        if !self.body.iter().any(written) {
            post.blocks.clear();
        }
        Some(post)
    }

    /// Reads the items, leaving out those without words.
    pub(super) fn read(&self, page: &Page<'_>, items: &[Item]) -> Vec<CommentDraft> {
        let parents = parents(&self.nesting, page, items);
        let mut comments = Vec::new();
        let mut index: Vec<Option<usize>> = Vec::new();
        for (turn, item) in items.iter().enumerate() {
            let comment = self.comment(page, item, items);
            let parent = parents.get(turn).copied().flatten().and_then(|parent| index.get(parent).copied().flatten());
            let said = comment.blocks.iter().any(|block| !context::is_invitation(&block.text));
            let empty = !said && !comment.pingback;
            // An answer to a comment without words (deleted, folded away) answers what that one answered.
            index.push(if empty { parent } else { Some(comments.len()) });
            if !empty {
                comments.push(CommentDraft { parent, ..comment });
            }
        }
        comments
    }

    fn comment(&self, page: &Page<'_>, item: &Item, items: &[Item]) -> CommentDraft {
        let is_item = |at: At| at != item.at && items.binary_search_by_key(&at, |item| item.at).is_ok();
        let nested = |at: At| is_item(at) || page.is_gone(at);
        let (date, day) = self.day(page, item, &nested).unzip();
        let line = date.and_then(|date| said::line(page, item, date));
        let named = self.author(page, item, &nested).or_else(|| line.and_then(|at| Some((at, said::name(page, at)?))));
        let pingback = self.pingback.iter().any(|selector| wanted::is(page, 0, item.at, selector));
        // A pingback bears the whole title of what links here.
        let title = || wanted::all(page, item.range.clone(), "a", &nested).map(|at| (at, page.text(at))).next();
        let (author, name) = if pingback { title().or(named) } else { named }.unzip();
        let link = date.and_then(|date| said::link(page, item.at, date, &nested));
        CommentDraft {
            id: said::number(page, item.at).map(str::to_owned),
            pingback,
            author: name,
            date: day,
            url: link.map(str::to_owned),
            blocks: self.body(page, item, [author, date, line], &nested),
            parent: None,
        }
    }

    fn author(&self, page: &Page<'_>, item: &Item, nested: &dyn Fn(At) -> bool) -> Option<(At, String)> {
        let found = self.author.iter().flat_map(|selector| wanted::all(page, item.range.clone(), selector, nested));
        found.filter_map(|at| Some((at, said::name(page, at)?))).next()
    }

    /// The day where the marks say, else the first short text that is one, else vague words.
    fn day(&self, page: &Page<'_>, item: &Item, nested: &dyn Fn(At) -> bool) -> Option<(At, String)> {
        let all = |selector| wanted::all(page, item.range.clone(), selector, nested);
        let marked = || self.date.iter().flat_map(|selector| all(selector));
        let exact = marked().find_map(|at| Some((at, said::day(page, at)?)));
        let short = || all("*").filter(|at| page.subtree(*at).len() < 8);
        let exact = exact.or_else(|| short().find_map(|at| Some((at, said::day(page, at)?))));
        let own = || item.range.clone().filter(|at| !nested(*at)).find_map(|at| Some((at, said::own_day(page, at)?)));
        exact.or_else(own).or_else(|| marked().find_map(|at| Some((at, said::vague_day(page, at)?))))
    }

    fn body(&self, page: &Page<'_>, item: &Item, used: [Option<At>; 3], nested: &dyn Fn(At) -> bool) -> Vec<Block> {
        let start = item.range.start;
        let furniture = |at: At| self.furniture.iter().any(|selector| wanted::is(page, start, at, selector));
        let skip = |at: At| nested(at) || (at != item.at && page.is_element(at) && furniture(at));
        for selector in self.body {
            let mut end = 0;
            let mut found = Vec::new();
            for at in wanted::all(page, item.range.clone(), selector, nested) {
                if at >= end {
                    end = page.end(at);
                    // Some platforms write every text as a quotation.
                    let inside = at + usize::from(page.name(at) == "blockquote")..end;
                    found.extend(blocks::blocks(page, inside, &skip));
                }
            }
            if self.opens {
                leave_out_signature(&mut found);
            }
            if !found.is_empty() {
                return found;
            }
        }
        // A post of a forum always has its text marked; what has not is something else of the same name.
        if self.opens && !self.item.is_empty() {
            return Vec::new();
        }
        let used_or_skipped = |at: At| skip(at) || used.contains(&Some(at));
        let mut rest = blocks::blocks(page, item.range.clone(), &used_or_skipped);
        rest.retain(|block| !is_label(&block.text));
        rest
    }
}

/// Leaves out what stands below a line of underscores, by which boards part a signature from a text.
fn leave_out_signature(blocks: &mut Vec<Block>) {
    let at = |block: &Block| block.text.lines().position(|line| line.trim_start().starts_with("________"));
    let Some((turn, line)) = blocks.iter().enumerate().find_map(|(turn, block)| Some((turn, at(block)?))) else {
        return;
    };
    blocks.truncate(turn + 1);
    if let Some(last) = blocks.last_mut() {
        last.text = last.text.lines().take(line).collect::<Vec<_>>().join("\n");
    }
    blocks.retain(|block| !block.text.trim().is_empty());
}

/// Words of buttons and numbers that stand about a text without marks of its own.
fn is_label(text: &str) -> bool {
    let word = text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    word.is_empty() || word.bytes().all(|byte| byte.is_ascii_digit()) || LABELS.contains(&word.as_str())
}

const LABELS: [&str; 36] = [
    "pingback",
    "trackback",
    "says",
    "said",
    "wrote",
    "reply",
    "replies",
    "quote",
    "edit",
    "like",
    "likes",
    "share",
    "report",
    "flag",
    "permalink",
    "link",
    "delete",
    "by",
    "at",
    "on",
    "facebook",
    "tweet",
    "twitter",
    "antworten",
    "sagt",
    "schreibt",
    "zitieren",
    "melden",
    "répondre",
    "dit",
    "responder",
    "dice",
    "rispondi",
    "reageer",
    "svara",
    "ответить",
];

/// What stands in comments of many platforms without being said by anybody.
pub(super) const FURNITURE: &[&str] = &[
    "form",
    "button",
    ".reply",
    ".avatar",
    ".says",
    ".sharedaddy",
    ".comment-reply-link",
    ".comment-meta",
    ".commentmetadata",
    ".comment-metadata",
    ".comment-author",
    ".comment-edit-link",
    ".comment-awaiting-moderation",
    ".comment-respond",
    ".comment-actions",
    ".comment-footer",
    ".comment-header",
    ".comment-like*",
    ".comment-info",
    ".comment-date",
    ".comment-time",
    ".comment-number",
    ".comment-reply",
    ".comment-tools",
    ".comment-share",
    ".signature",
    ".permalink",
    ".edit-link",
    "cite.fn",
    "[itemprop=author]",
    "[itemprop=creator]",
];

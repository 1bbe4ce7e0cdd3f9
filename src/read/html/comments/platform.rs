//! A comment platform, described by its marks, and the reading that all of them share.
//!
//! In: a page and a platform's description. Out: its comments. A platform is data: where its items, names, days and
//! texts stand, and how it shows which comment answers which.

use super::super::blocks;
use super::super::days::written;
use super::super::page::{At, Page};
use super::context;
use super::item::{self, Item, Shape};
use super::nesting::{Nesting, parents};
use super::{said, wanted};
use crate::article::{Block, CommentDraft};
use std::collections::BTreeMap;

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
        let mut items = item::find(page, self.item, self.shape);
        items.retain(|item| !context::is_preview(page, item.at));
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
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (turn, item) in items.iter().enumerate() {
            let comment = self.comment(page, item, items);
            let parent = parents.get(turn).copied().flatten().and_then(|parent| index.get(parent).copied().flatten());
            let said = comment.blocks.iter().any(|block| !context::is_invitation(&block.text));
            let empty = !said && !comment.pingback;
            // A page may hold its comments twice, in two orders.
            let again = comment.id.as_ref().and_then(|id| known.get(id).copied());
            let again =
                again.filter(|turn| comments.get(*turn).is_some_and(|one: &CommentDraft| one.blocks == comment.blocks));
            if again.is_some() && !empty {
                index.push(again);
                continue;
            }
            known.extend(comment.id.clone().map(|id| (id, comments.len())));
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
            date: day,
            url: link.map(str::to_owned),
            blocks: self.titled(
                page,
                item,
                name.as_deref(),
                self.body(page, item, [author, date, line], &nested),
                &nested,
            ),
            author: name,
            parent: None,
        }
    }

    /// The text below the title that its writer gave it; some platforms make one of the first words.
    fn titled(
        &self,
        page: &Page<'_>,
        item: &Item,
        name: Option<&str>,
        body: Vec<Block>,
        nested: &dyn Fn(At) -> bool,
    ) -> Vec<Block> {
        let find = |selector: &&str| wanted::all(page, item.range.clone(), selector, nested).next();
        let Some(at) = TITLE.iter().filter(|title| page.mentions(wanted::word(title))).find_map(find) else {
            return body;
        };
        let title = page.text(at);
        let start = title.trim_end_matches(['.', '…', ' ']);
        let known =
            name.is_some_and(|name| title.contains(name)) || body.iter().any(|block| block.text.starts_with(start));
        if self.opens || start.is_empty() || known || is_label(&title) || written(&title).is_some() {
            return body;
        }
        std::iter::once(Block::paragraph(&title)).chain(body).collect()
    }

    fn author(&self, page: &Page<'_>, item: &Item, nested: &dyn Fn(At) -> bool) -> Option<(At, String)> {
        let found = self.author.iter().flat_map(|selector| wanted::all(page, item.range.clone(), selector, nested));
        // A box with a mark of its author bears more words than his name.
        let bears = |at: &At| *at != item.at || self.shape != Shape::Box || said::states_name(page, *at);
        let pressed = |at: &At| self.is_entry(page, item, *at);
        found.filter(bears).filter(|at| !pressed(at)).filter_map(|at| Some((at, said::name(page, at)?))).next()
    }

    /// Whether an element is an entry of a menu inside the item.
    fn is_entry(&self, page: &Page<'_>, item: &Item, at: At) -> bool {
        let mut round = page.ancestors(at).take_while(|outer| *outer > item.range.start);
        page.name(at) == "a"
            && round.any(|outer| page.name(outer) == "ul" && MENU.iter().any(|word| page.label(outer).contains(word)))
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
        if let Some(at) = item.body {
            let found = without_labels(blocks::blocks(page, page.subtree(at), &skip));
            if !found.is_empty() {
                return found;
            }
        }
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
                return without_labels(found);
            }
        }
        // A post of a forum always has its text marked; what has not is something else of the same name.
        if self.opens && !self.item.is_empty() {
            return Vec::new();
        }
        let used_or_skipped =
            |at: At| skip(at) || ((at != item.at || self.shape != Shape::Box) && used.contains(&Some(at)));
        let mut rest = blocks::blocks(page, item.range.clone(), &used_or_skipped);
        rest.retain(|block| !is_label(&block.text) && !is_day(&block.text));
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

/// What is said; buttons too where nothing else is.
fn without_labels(mut blocks: Vec<Block>) -> Vec<Block> {
    if blocks.iter().any(|block| !is_label(&block.text)) {
        blocks.retain(|block| !is_label(&block.text));
    }
    blocks
}

/// A line that is a day and nothing else.
fn is_day(text: &str) -> bool {
    text.len() < 60 && written(text).is_some_and(|day| day.len() + 3 >= text.len())
}

/// Words in the labels of menus.
const MENU: [&str; 2] = ["menu", "dropdown"];

/// A comment's own title.
const TITLE: [&str; 5] = [".comment-title", ".comment_title", ".comment-subject", ".commenttitle", ".comment-headline"];

/// Words of buttons and numbers that stand about a text without marks of its own: "Reply to this", "Rate up 3".
fn is_label(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let counts = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    text.len() <= 60 && words.all(|word| counts(word) || LABELS.contains(&word.to_lowercase().as_str()))
}

const LABELS: [&str; 60] = [
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
    "to",
    "this",
    "please",
    "rate",
    "rating",
    "up",
    "down",
    "vote",
    "votes",
    "thumb",
    "thumbs",
    "comment",
    "post",
    "posts",
    "abuse",
    "as",
    "hide",
    "show",
    "facebook",
    "tweet",
    "twitter",
    "email",
    "antworten",
    "antwort",
    "sagt",
    "schreibt",
    "zitieren",
    "melden",
    "beitrag",
    "gefällt",
    "mir",
    "répondre",
    "dit",
    "signaler",
    "responder",
    "dice",
    "denunciar",
    "rispondi",
    "reageer",
    "svara",
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

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn a_comment_that_stands_twice_is_read_once() {
        let list = "<ol class=commentlist><li class=comment id=comment-7><b class=fn>Ana</b><p>Late.</p><ul><li class=comment id=comment-9>\
                    <b class=fn>Ilo</b><p>So.</p></li></ul></li></ol>";
        let (found, _) = told(&format!("{list}{list}"));
        assert_eq!(found, ["7 | Ana | - | - | Late.", "9 | Ilo | - | 0 | So."]);
    }

    #[test]
    fn a_title_is_part_of_what_was_said_unless_it_repeats_it() {
        let told = |title: &str| {
            let head = format!("<h4 class=comment-title>{title}</h4>");
            told(&format!(
                "<ol class=commentlist><li class=comment id=comment-7>{head}<b class=fn>Ana</b><div class=comment-content><p>Late by \
                 an hour.</p></div></li></ol>"
            ))
            .0
        };
        assert_eq!(told("Again"), ["7 | Ana | - | - | Again / Late by an hour."]);
        assert_eq!(told("Late by…"), ["7 | Ana | - | - | Late by an hour."]);
        assert_eq!(told("Ana says"), ["7 | Ana | - | - | Late by an hour."]);
    }

    #[test]
    fn words_of_buttons_are_left_out_of_a_text() {
        let (found, _) = told(
            "<ol class=commentlist><li class=comment id=comment-7><b class=fn>Ana</b><div class=comment-content><p>Late.</p>\
             <p>Rate this: 0 0</p></div></li></ol>",
        );
        assert_eq!(found, ["7 | Ana | - | - | Late."]);
    }
}

//! phpBB, the boxes of version three, its theme of tables, and the tables of version two.
//!
//! Three: `div.post#p7` with `.author` ("by Ana » 12 July 2017"), `.content`. Two: rows with `.name`, `.postdetails`,
//! `.postbody`.

use super::item::Shape;
use super::nesting::Nesting;
use super::platform::Platform;

/// Version three.
pub(super) const THREE: Platform = Platform {
    item: &["#page-body div.post[id^=p]", "#pagecontent div.post[id^=p]"],
    author: &[
        ".author .username",
        ".author .username-coloured",
        ".postprofile .username",
        ".postprofile .username-coloured",
        ".author strong",
        ".author a",
        ".postprofile dt a",
        ".postauthor",
    ],
    date: &["time", ".author", ".postdate"],
    body: &[".content"],
    furniture: &[".signature", ".notice", ".post-buttons", ".author"],
    title: &["h2.topic-title", "#page-body h2 a[href*=viewtopic]"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// The theme of version three that kept the tables of version two.
pub(super) const TABLES: Platform = Platform {
    item: &["b.postauthor"],
    shape: Shape::Head,
    author: &["b.postauthor"],
    date: &["td.gensmall div", ".gensmall"],
    body: &[".postbody"],
    furniture: &[".signature"],
    title: &["#pageheader a.titles", "a.titles"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// Version two.
pub(super) const TWO: Platform = Platform {
    item: &["table.forumline span.name"],
    shape: Shape::Head,
    author: &["span.name"],
    date: &["td[width=100%] .postdetails", "td[nowrap] .postdetails", "td table .postdetails", ".postdetails"],
    body: &[".postbody"],
    title: &["a.maintitle", ".maintitle"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn topics_are_read() {
        let post = |id: u8, name: &str, text: &str| {
            format!(
                "<div id=page-body><div id=p{id} class='post bg1'><div class=postbody><p class=author>by <strong><a class=username>{name}</a></strong> » \
             0{id} Jan 2020, 03:04</p><div class=content>{text}</div><div class=signature>sig</div></div></div></div>"
            )
        };
        let (found, _) = told(&format!("{}{}", post(1, "Ana", "Late?"), post(2, "Ilo", "Yes.")));
        assert_eq!(found, ["> 1 | Ana | 01 Jan 2020, 03:04 | - | Late?", "2 | Ilo | 02 Jan 2020, 03:04 | - | Yes."]);
    }
}

//! Hacker News: rows of a table whose first cell is as wide as the comment is deep.
//!
//! `tr.comtr` with `.hnuser`, `.age[title]`, `.commtext`, `td.ind[indent]`.

use super::nesting::Nesting;
use super::platform::Platform;

/// Comments.
pub(super) const ITEMS: Platform = Platform {
    item: &["tr.comtr"],
    author: &[".hnuser"],
    date: &[".age"],
    body: &[".commtext", ".comment", ".toptext"],
    opening: &["table.fatitem"],
    furniture: &[".reply", ".navs"],
    nesting: Nesting::Indent("ind", "indent"),
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::told;

    #[test]
    fn rows_are_read_with_their_indent() {
        let row = |id: u8, indent: u8, name: &str, text: &str| {
            format!(
                "<tr class='athing comtr' id=4{id}><td><table><tr><td class=ind indent={indent}></td><td><a class=hnuser>{name}</a> \
             <span class=age title='2020-01-0{id}T03:04:05'>1 day ago</span><div class=comment><span class='commtext c00'>{text}</span>\
             <div class=reply>reply</div></div></td></tr></table></td></tr>"
            )
        };
        let (found, _) = told(&format!(
            "<table>{}{}{}</table>",
            row(1, 0, "ana", "Late."),
            row(2, 1, "ilo", "So."),
            row(3, 0, "kim", "No.")
        ));
        assert_eq!(
            found,
            [
                "41 | ana | 2020-01-01T03:04:05 | - | Late.",
                "42 | ilo | 2020-01-02T03:04:05 | 0 | So.",
                "43 | kim | 2020-01-03T03:04:05 | - | No."
            ]
        );
    }
}

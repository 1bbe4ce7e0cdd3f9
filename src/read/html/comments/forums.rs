//! Smaller forum software: Invision, NodeBB, Simple Machines, FluxBB and PunBB, wpForo.
//!
//! Each page is a topic whose first post is what the others answer.

use super::item::Shape;
use super::nesting::Nesting;
use super::platform::Platform;

/// Invision Community.
pub(super) const INVISION: Platform = Platform {
    item: &["article.ipscomment", "article.ipsentry--post", "div.post_block[id^=post_id_]"],
    author: &[
        ".ipsentry__username",
        ".ipscomment_author .ipstype_break",
        ".ipscomment_author strong",
        ".cauthorpane_author",
        ".ipscomment_author a",
        ".author",
        "[itemprop=name]",
    ],
    date: &["time", "abbr.published", ".posted_info"],
    body: &[
        "[data-role=commentcontent]",
        ".ipscomment_content .ipstype_richtext",
        ".post.entry-content",
        "[itemprop=text]",
    ],
    furniture: &[
        ".ipscomment_author",
        ".ipscomment_meta",
        ".ipscomment_controls",
        ".ipscomment_tools",
        "[data-role=membersignature]",
        ".ipsentry__signature",
        "[data-excludequote]",
    ],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// The tables of Invision's first boards.
pub(super) const INVISION_TABLES: Platform = Platform {
    item: &["table.ipbtable .normalname", "table .normalname"],
    needs: &[".postcolor"],
    shape: Shape::Head,
    author: &[".normalname"],
    date: &[".postdetails"],
    body: &[".postcolor"],
    title: &[".maintitle b"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// NodeBB.
pub(super) const NODEBB: Platform = Platform {
    item: &["[component=post]"],
    marks_all: true,
    author: &["meta[itemprop=name]", "a[data-username]", "[data-username]", "[itemprop=author]", ".username"],
    date: &["[itemprop=datepublished]", ".timeago", "time"],
    body: &["[component=post/content]", "[itemprop=text]"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// Simple Machines Forum.
pub(super) const SIMPLE_MACHINES: Platform = Platform {
    item: &["#forumposts .post_wrapper", ".post_wrapper"],
    author: &[".poster h4 a", ".poster h4"],
    date: &[".keyinfo .smalltext", ".postinfo .smalltext", ".keyinfo", ".postinfo"],
    body: &[".post .inner", ".post .list_posts", ".inner"],
    title: &["#forumposts h5 a", "[id^=subject_] a", ".navigate_section .last"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// Vanilla.
pub(super) const VANILLA: Platform = Platform {
    item: &[".itemdiscussion", ".itemcomment"],
    author: &[".author .username", ".username", ".author a"],
    date: &[".datecreated time", "time", ".datecreated"],
    body: &[".message"],
    furniture: &[".signature", ".reactions", ".options"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// FluxBB and PunBB.
pub(super) const FLUXBB: Platform = Platform {
    item: &["div.blockpost[id^=p]"],
    author: &[".postleft dt strong", ".postleft dt", "dt strong"],
    date: &["h2 a", "h2"],
    body: &[".postmsg"],
    furniture: &["h3", ".postsignature", ".postedit", ".postfootleft", ".postfootright"],
    title: &[".crumbs strong a", ".crumbs strong", ".main-title a"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

/// wpForo.
pub(super) const WPFORO: Platform = Platform {
    item: &[".post-wrap[id^=post-]", ".wpforo-post"],
    author: &[".author-name a", ".author-name", ".wpf-author-nickname", ".author-title"],
    date: &[".wpforo-post-content-bottom .cbleft", ".cbleft", ".wpf-post-date", ".post-date", "time"],
    body: &[".wpforo-post-content"],
    nesting: Nesting::Flat,
    opens: true,
    ..Platform::NONE
};

#[cfg(test)]
mod tests {
    use super::super::testing::{told, topic};

    #[test]
    fn invision_topics_are_read() {
        topic(
            |id, name, text| {
                format!(
                    "<article class=ipsComment id=elComment_{id}><aside class='ipsComment_author'><strong>{name}</strong>\
             </aside><time datetime='2020-01-0{id}'>x</time><div data-role=commentContent><p>{text}</p></div></article>"
                )
            },
            ["> 1 | Ana | 2020-01-01 | - | Late?", "2 | Ilo | 2020-01-02 | - | Yes."],
        );
    }

    #[test]
    fn nodebb_topics_are_read() {
        topic(
            |id, name, text| {
                format!(
                    "<li component=post id=p{id}><meta itemprop=datePublished content='2020-01-0{id}'>\
             <a data-username={name} href=x>x</a><div component='post/content'>{text}</div></li>"
                )
            },
            ["> 1 | Ana | 2020-01-01 | - | Late?", "2 | Ilo | 2020-01-02 | - | Yes."],
        );
    }

    #[test]
    fn simple_machines_topics_are_read() {
        topic(
            |id, name, text| {
                format!(
                    "<div id=forumposts><div class=post_wrapper id=msg{id}><div class=poster><h4><a>{name}</a></h4></div>\
             <div class=keyinfo><div class=smalltext>« on: January 0{id}, 2020, 03:04 »</div></div><div class=post><div class=inner>{text}</div></div></div></div>"
                )
            },
            ["> 1 | Ana | January 01, 2020, 03:04 | - | Late?", "2 | Ilo | January 02, 2020, 03:04 | - | Yes."],
        );
    }

    #[test]
    fn vanilla_topics_are_read() {
        let (found, _) = told(
            "<div class='Discussion ItemDiscussion' id=Discussion_1><span class=Author><a class=Username>Ana</a></span><time datetime=2020-01-01>x</time>\
             <div class=Message>Late?</div></div><ul><li class='Item ItemComment' id=Comment_2><a class=Username>Ilo</a><div class=Message>Yes.</div></li></ul>",
        );
        assert_eq!(found, ["> 1 | Ana | 2020-01-01 | - | Late?", "2 | Ilo | - | - | Yes."]);
    }

    #[test]
    fn fluxbb_topics_are_read() {
        topic(
            |id, name, text| {
                format!(
                    "<div class=blockpost id=p{id}><h2><span><a>2020-01-0{id} 03:04</a></span></h2><div class=postleft><dl><dt>\
             <strong>{name}</strong></dt></dl></div><div class=postmsg><p>{text}</p></div></div>"
                )
            },
            ["> 1 | Ana | 2020-01-01 03:04 | - | Late?", "2 | Ilo | 2020-01-02 03:04 | - | Yes."],
        );
    }

    #[test]
    fn wpforo_topics_are_read() {
        topic(
            |id, name, text| {
                format!(
                    "<div class=post-wrap id=post-{id}><div class=wpforo-post><div class=author-name>{name}</div><div class=wpforo-post-content>\
             <p>{text}</p></div><div class=cbleft>Posted : January {id}, 2020</div></div></div>"
                )
            },
            ["> 1 | Ana | January 1, 2020 | - | Late?", "2 | Ilo | January 2, 2020 | - | Yes."],
        );
    }
}

//! Questions and links: Stack Exchange, Hacker News, Lobsters, Reddit old and new, Slashdot.

use super::page;

/// A question with an answer and a remark below each, in the markup of 2015 and later.
const STACK: &str = r##"<!DOCTYPE html><html itemscope itemtype="https://schema.org/QAPage" class="html__responsive"><head><title>How do I splice a wet rope? - Ropework Stack Exchange</title><meta property="og:title" content="How do I splice a wet rope?" /><meta property="og:site_name" content="Ropework Stack Exchange"></head>
<body class="question-page unified-theme"><header class="s-topbar"><a>Log in</a></header><div class="container"><div id="content" class="snippet-hidden"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">
<div id="question-header"><h1 itemprop="name" class="fs-headline1"><a href="/questions/501/wet" class="question-hyperlink">How do I splice a wet rope?</a></h1><div class="d-flex"><a class="s-btn">Ask Question</a></div></div>
<div class="d-flex fw-wrap"><div class="flex--item"><span class="fc-light">Asked</span> <time itemprop="dateCreated" datetime="2018-11-20T10:00:00">6 years ago</time></div><div><span>Viewed</span> 81k times</div></div>
<div id="mainbar"><div class="question js-question" data-questionid="501" id="question"><div class="post-layout"><div class="votecell post-layout--left"><div class="js-vote-count" itemprop="upvoteCount">22</div></div>
<div class="postcell post-layout--right"><div class="s-prose js-post-body" itemprop="text"><p>The strands swell and will not open.</p><pre><code>over one, under one</code></pre></div>
<div class="mt24"><ul class="post-taglist"><li><a class="post-tag">splicing</a></li></ul></div>
<div class="post-signature owner flex--item"><div class="user-info"><div class="user-action-time">asked <span title="2018-11-20 10:00:00Z" class="relativetime">Nov 20, 2018 at 10:00</span></div><div class="user-details" itemprop="author" itemscope><a href="/users/3/ana">ana_brod</a><span class="d-none" itemprop="name">ana_brod</span><div class="-flair"><span class="reputation-score">1,204</span></div></div></div></div></div>
<div class="post-layout--right js-post-comments-component"><div id="comments-501" class="comments js-comments-container"><ul class="comments-list js-comments-list"><li id="comment-9001" class="comment js-comment " data-comment-id="9001"><div class="comment-score"><span>2</span></div><div class="comment-text js-comment-text-and-form"><div class="comment-body js-comment-edit-hide"><span class="comment-copy">Wet hemp or wet nylon?</span><div class="d-inline-flex">&nbsp;&ndash;&nbsp;<a href="/users/7" class="comment-user">pat</a></div><span class="comment-date"><a class="comment-link" href="#comment9001_501"><span title="2018-11-20 11:00:00Z, License: CC BY-SA 4.0" class="relativetime-clean">Commented Nov 20, 2018 at 11:00</span></a></span></div></div></li></ul></div><a class="js-add-link comments-link">Add a comment</a></div></div></div>
<div id="answers"><div id="answers-header"><h2 class="mb0" data-answercount="1">1 Answer</h2></div>
<div id="answer-502" class="answer js-answer accepted-answer" data-answerid="502" itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div class="post-layout"><div class="votecell"><div class="js-vote-count">40</div></div><div class="answercell post-layout--right"><div class="s-prose js-post-body" itemprop="text"><p>Freeze it first. A stiff strand opens like a book.</p></div>
<div class="user-info"><div class="user-action-time">answered <span title="2018-11-21 21:15:51Z" class="relativetime">Nov 21, 2018 at 21:15</span></div><div class="user-details" itemprop="author" itemscope><a>kerr</a></div></div></div>
<ul class="comments-list"><li id="comment-9002" class="comment js-comment"><span class="comment-copy">In July?</span><a class="comment-user owner">ana_brod</a><span class="comment-date"><span title="2018-11-22 06:00:00Z, License: CC BY-SA 4.0" class="relativetime-clean">x</span></span></li></ul></div></div></div>
<h2 class="bottom-notice">Not the answer you're looking for? Browse other questions tagged splicing.</h2></div>
<div id="sidebar" class="show-votes"><div class="module sidebar-linked"><h4>Linked</h4><a>Dry rope</a></div></div></div></div></div></body></html>"##;

#[test]
fn a_question_is_the_article_and_answers_and_remarks_are_comments() {
    page("https://ropework.example/questions/501/wet", STACK)
        .titled("How do I splice a wet rope?")
        .by(&["ana_brod"])
        .on("2018-11-20")
        .says("The strands swell and will not open. / over one, under one")
        .thread(&[
            "pat | 2018-11-20 | - | Wet hemp or wet nylon?",
            "kerr | 2018-11-21 | - | Freeze it first. A stiff strand opens like a book.",
            "ana_brod | 2018-11-22 | 2 | In July?",
        ])
        .ids(&["9001", "502", "9002"])
        .lacks(&["Viewed", "1,204", "Add a comment", "splicing", "Not the answer", "Dry rope", "License"]);
}

#[test]
fn remarks_of_the_newest_form_are_read() {
    let list = STACK.find("<ul class=\"comments-list\"><li id=\"comment-9002\"").expect("the list");
    let end = STACK[list..].find("</ul>").expect("its end") + list + 5;
    let newest = r##"<div id="follow-ups-container-502"><h2 class="mb0">1 Comment</h2><button><p class="mb0">Add a comment</p></button><div role="list">
<div id="follow-up-9002" itemprop="comment" itemscope itemtype="https://schema.org/Comment" role="listitem"><div class="s-user-card--info" itemprop="author" itemscope itemtype="https://schema.org/Person"><div class="d-none" itemprop="name">ana_brod</div><a class="s-user-card--link comment-user" itemprop="url">ana_brod</a> <a class="comment-link"><time title="2018-11-22T06:00:00.467Z" class="s-user-card--time">Over a year ago</time></a></div>
<div itemprop="text" class="flex--item fw-normal">In July?</div><time class="d-none" itemprop="datePublished">2018-11-22T06:00:00.467Z+00:00</time><button><span>31</span></button><button><span>Reply</span></button></div></div></div>"##;
    page("https://ropework.example/questions/501/wet", &format!("{}{newest}{}", &STACK[..list], &STACK[end..]))
        .thread(&[
            "pat | 2018-11-20 | - | Wet hemp or wet nylon?",
            "kerr | 2018-11-21 | - | Freeze it first. A stiff strand opens like a book.",
            "ana_brod | 2018-11-22 | 2 | In July?",
        ])
        .lacks(&["Reply", "Add a comment", "Over a year"]);
}

/// A row of Hacker News.
fn row(id: u32, indent: u8, name: &str, text: &str) -> String {
    format!(
        r##"<tr class='athing comtr' id='{id}'><td><table border='0'><tr><td class='ind' indent='{indent}'><img src="s.gif" height="1" width="{}"></td><td valign="top" class="votelinks"><center><a id='up_{id}'><div class='votearrow' title='upvote'></div></a></center></td><td class="default"><div style="margin-top:2px; margin-bottom:-10px;"><span class="comhead"><a href="user?id={name}" class="hnuser">{name}</a> <span class="age" title="2021-03-0{}T10:00:00 1614765600"><a href="item?id={id}">on March 3, 2021</a></span> <span class='navs'> | <a>next</a> <a class="togg clicky" n="3">[–]</a></span></span></div><br>
<div class="comment"><div class="commtext c00">{text}</div><div class='reply'><p><font size="1"><u><a href="reply?id={id}">reply</a></u></font></div></div></td></tr></table></td></tr>"##,
        u32::from(indent) * 40,
        indent + 3,
    )
}

fn hacker_news(top: &str) -> String {
    format!(
        r##"<html lang="en" op="item"><head><title>Ask HN: Who still splices rope? | Hacker News</title></head><body><center><table id="hnmain" border="0"><tr><td bgcolor="#ff6600"><span class="pagetop"><b class="hnname"><a href="news">Hacker News</a></b><a>new</a> | <a>past</a></span></td></tr>
<tr><td><table class="fatitem" border="0"><tr class='athing submission' id='501'><td class="title"><span class="rank"></span></td><td class="title"><span class="titleline"><a href="item?id=501">Ask HN: Who still splices rope?</a></span></td></tr><tr><td colspan="2"></td><td class="subtext"><span class="subline"><span class="score" id="score_501">31 points</span> by <a href="user?id=ana" class="hnuser">ana</a> <span class="age" title="2021-03-02T09:00:00 1614675600"><a href="item?id=501">on March 2, 2021</a></span> | <a>hide</a> | <a>3 comments</a></span></td></tr>
{top}<tr style='height:10px'></tr><tr><td colspan="2"></td><td><form action="comment"><textarea name="text"></textarea><input type="submit" value="add comment"></form></td></tr></table><br><br>
<table border="0" class='comment-tree'>{}{}{}</table></td></tr></table></center></body></html>"##,
        row(601, 0, "ilo", "I do.<p>Every winter, by the stove."),
        row(602, 1, "kerr", "With or without wax?"),
        row(603, 0, "pat", "Nobody who is sane."),
    )
}

#[test]
fn hacker_news_with_a_text_of_its_own_has_it_as_the_article() {
    let top = "<tr><td colspan=2></td><td><div class=\"toptext\">My grandfather did, and I found his fid in a drawer.</div></td></tr>";
    page("https://news.example/item?id=501", &hacker_news(top))
        .titled("Ask HN: Who still splices rope?")
        .by(&["ana"])
        .on("2021-03-02")
        .says("My grandfather did, and I found his fid in a drawer.")
        .thread(&[
            "ilo | 2021-03-03 | - | I do. / Every winter, by the stove.",
            "kerr | 2021-03-04 | 1 | With or without wax?",
            "pat | 2021-03-03 | - | Nobody who is sane.",
        ])
        .ids(&["601", "602", "603"])
        .lacks(&["reply", "points", "next", "add comment"]);
}

#[test]
fn hacker_news_that_links_elsewhere_has_no_text() {
    page("https://news.example/item?id=501", &hacker_news(""))
        .by(&["ana"])
        .on("2021-03-02")
        .says("")
        .lacks(&["points"]);
}

/// Reddit as it was until 2018 and is at its old address.
const OLD: &str = r##"<!doctype html><html lang="en"><head><title>My splice came undone : ropework</title><meta property="og:title" content="My splice came undone • r/ropework"></head>
<body class="single-page comments-page"><div id="header"><a>my subreddits</a></div><div class="side"><div class="linkinfo"><div class="date"><span>this post was submitted on </span><time datetime="2019-06-01T08:00:00+00:00">01 Jun 2019</time></div></div><div class="usertext-body"><div class="md"><p>Rules: be knotty.</p></div></div></div>
<div class="content" role="main"><div id="siteTable" class="sitetable linklisting"><div class=" thing id-t3_c501 linkflair self link " id="thing_t3_c501" data-fullname="t3_c501" data-author="ana_brod" data-subreddit="ropework"><div class="midcol unvoted"><div class="score unvoted" title="41">41</div></div>
<div class="entry unvoted"><div class="top-matter"><p class="title"><a class="title may-blank" href="/r/ropework/comments/c501/">My splice came undone</a> <span class="domain">(<a>self.ropework</a>)</span></p><p class="tagline ">submitted <time title="Sat Jun 1 08:00:00 2019 UTC" datetime="2019-06-01T08:00:00+00:00" class="live-timestamp">5 years ago</time> by <a href="/user/ana_brod" class="author may-blank id-t2_3">ana_brod</a></p></div>
<div class="expando"><form class="usertext"><div class="usertext-body may-blank-within md-container"><div class="md"><p>Five tucks, whipped, and it slid out like an eel.</p><p>What did I do wrong?</p></div></div></form></div><ul class="flat-list buttons"><li><a>2 comments</a></li><li><a>share</a></li></ul></div></div></div>
<div class="commentarea"><div class="panestack-title"><span class="title">all 2 comments</span></div><div class="menuarea">sorted by: <a>best</a></div><div id="siteTable_t3_c501" class="sitetable nestedlisting">
<div class=" thing id-t1_d601 noncollapsed comment " id="thing_t1_d601" data-fullname="t1_d601" data-author="kerr"><div class="midcol"></div><div class="entry unvoted"><p class="tagline"><a class="expand">[–]</a><a class="author may-blank">kerr</a><span class="score unvoted">7 points</span> <time datetime="2019-06-01T09:30:00+00:00" class="live-timestamp">5 years ago</time></p>
<form class="usertext"><div class="usertext-body"><div class="md"><p>Nylon wants seven.</p></div></div></form><ul class="flat-list buttons"><li class="first"><a>permalink</a></li><li><a>reply</a></li></ul></div>
<div class="child"><div class="sitetable listing"><div class=" thing id-t1_d602 comment " id="thing_t1_d602" data-fullname="t1_d602"><div class="entry"><p class="tagline"><a class="author submitter">ana_brod</a> <time datetime="2019-06-02T07:00:00+00:00">5 years ago</time></p><div class="usertext-body"><div class="md"><blockquote><p>Nylon wants seven.</p></blockquote><p>And an oath.</p></div></div><ul class="flat-list buttons"><li>parent</li></ul></div><div class="child"></div></div></div></div></div>
</div></div></div><div class="footer-parent"><div class="footer rounded">about blog</div></div></body></html>"##;

#[test]
fn a_text_at_old_reddit_is_the_article() {
    page("https://old.links.example/r/ropework/comments/c501/", OLD)
        .titled("My splice came undone")
        .by(&["ana_brod"])
        .on("2019-06-01")
        .says("Five tucks, whipped, and it slid out like an eel. / What did I do wrong?")
        .thread(&[
            "kerr | 2019-06-01 | - | Nylon wants seven.",
            "ana_brod | 2019-06-02 | 1 | Nylon wants seven. / And an oath.",
        ])
        .ids(&["d601", "d602"])
        .quotes(2, &["Nylon wants seven."])
        .lacks(&["knotty", "permalink", "reply", "sorted by", "points", "about blog"]);
}

/// Reddit in elements of its own.
const NEW: &str = r##"<!DOCTYPE html><html lang="en-US"><head><title>My splice came undone : r/ropework</title></head><body><shreddit-app><reddit-header-large><nav>Log In</nav></reddit-header-large>
<main id="main-content" class="main"><shreddit-post class="block" permalink="/r/ropework/comments/c501/my_splice/" content-href="x" view-context="CommentsPage" comment-count="3" created-timestamp="2024-06-01T08:00:00.845000+0000" id="t3_c501" post-title="My splice came undone" post-type="text" score="41" subreddit-prefixed-name="r/ropework" author="ana_brod">
<div slot="credit-bar"><span class="subreddit-name"><a>r/ropework</a></span><faceplate-timeago ts="2024-06-01T08:00:00.845000+0000"></faceplate-timeago><a class="author-name">ana_brod</a></div>
<h1 id="post-title-t3_c501" slot="title">My splice came undone</h1>
<div slot="text-body"><div class="mb-sm"><div id="t3_c501-post-rtjson-content" class="md text-14"><p>Five tucks, whipped, and it slid out like an eel.</p><p>What did I do wrong?</p></div></div></div>
<div slot="ssr-share-button"><button>Share</button></div></shreddit-post>
<shreddit-comment-tree id="comment-tree"><shreddit-comment author="kerr" thingid="t1_d601" depth="0" permalink="/r/ropework/comments/c501/comment/d601/" postid="t3_c501" score="7"><div slot="commentMeta"><faceplate-tracker><a>kerr</a></faceplate-tracker><a><faceplate-timeago ts="2024-06-01T09:30:00.1+0000"><time datetime="2024-06-01T09:30:00.100Z" title="Saturday">2y ago</time></faceplate-timeago></a></div>
<div id="t1_d601-comment-rtjson-content" slot="comment" class="md"><p>Nylon wants seven.</p></div><shreddit-comment-action-row slot="actionRow"><button>Reply</button></shreddit-comment-action-row>
<shreddit-comment author="ana_brod" thingid="t1_d602" depth="1"><div slot="commentMeta"><time datetime="2024-06-02T07:00:00Z">2y ago</time></div><div slot="comment" class="md"><p>And an oath.</p></div></shreddit-comment></shreddit-comment>
<shreddit-comment author="[deleted]" thingid="t1_d603" depth="0"><div slot="commentMeta"><time datetime="2024-06-03T07:00:00Z">2y ago</time></div><div slot="comment" class="md"><p>Use glue.</p></div></shreddit-comment></shreddit-comment-tree></main>
<aside id="right-sidebar-container"><p>Rules: be knotty.</p></aside></shreddit-app></body></html>"##;

#[test]
fn a_text_at_new_reddit_is_the_article() {
    page("https://links.example/r/ropework/comments/c501/", NEW)
        .titled("My splice came undone")
        .by(&["ana_brod"])
        .on("2024-06-01")
        .says("Five tucks, whipped, and it slid out like an eel. / What did I do wrong?")
        .ids(&["d601", "d602", "d603"])
        .lacks(&["knotty", "Reply", "Share", "ago", "Log In"]);
}

#[test]
fn a_link_at_new_reddit_has_name_and_day_and_no_text() {
    let body = NEW.find("<div slot=\"text-body\">").expect("the text");
    let end = NEW.find("<div slot=\"ssr-share-button\">").expect("its end");
    let link = format!("{}<a href=\"https://rope.example\">rope.example</a>{}", &NEW[..body], &NEW[end..]);
    page("https://links.example/r/ropework/comments/c501/", &link)
        .titled("My splice came undone")
        .by(&["ana_brod"])
        .on("2024-06-01")
        .says("")
        .ids(&["d601", "d602", "d603"]);
}

/// A story at Lobsters.
const LOBSTERS: &str = r##"<!DOCTYPE html><html lang="en"><head><title>Splicing in practice | Lobsters</title><meta property="og:site_name" content="Lobsters"></head><body><header id="nav"><a>Active</a> <a>Recent</a></header><div id="wrapper"><div id="inside">
<ol class="stories list"><li id="story_abc501" data-shortid="abc501" class="story"><div class="story_liner h-entry"><div class="voters"><a class="upvoter">12</a></div><div class="details"><span role="heading" aria-level="1" class="link h-cite u-repost-of"><a class="u-url" href="https://rope.example/practice">Splicing in practice</a></span><span class="tags"><a class="tag">practices</a></span><div class="byline"><a class="u-author h-card" href="/~ana">ana</a> <span title="2022-05-01 08:00:00 -0500">3 years ago</span></div></div></div></li></ol>
<div class="story_content"></div><ol class="comments comments1"><li class="comments_subtree"><div id="c_x601" data-shortid="x601" class="comment"><div class="voters"><a class="upvoter">5</a></div><div class="details"><div class="byline"><a class="u-author" href="/~ilo">ilo</a> <span title="2022-05-01 09:00:00 -0500">3 years ago</span> | <a>link</a></div><div class="comment_text"><p>The fid matters more than the rope.</p></div></div></div>
<ol class="comments"><li class="comments_subtree"><div id="c_x602" data-shortid="x602" class="comment"><div class="details"><div class="byline"><a class="u-author" href="/~kerr">kerr</a> <span title="2022-05-02 09:00:00 -0500">3 years ago</span></div><div class="comment_text"><p>Says the man with nine fids.</p></div></div></div></li></ol></li></ol></div></div></body></html>"##;

#[test]
fn lobsters_is_read_with_its_answers() {
    page("https://lobsters.example/s/abc501/splicing", LOBSTERS)
        .titled("Splicing in practice")
        .thread(&[
            "ilo | 2022-05-01 | - | The fid matters more than the rope.",
            "kerr | 2022-05-02 | 1 | Says the man with nine fids.",
        ])
        .lacks(&["practices", "years ago", "Recent"]);
}

/// A story at Slashdot.
const SLASHDOT: &str = r##"<html><head><title>Rope Is Back - Slashdot</title><meta property="og:title" content="Rope Is Back - Slashdot"></head><body><header id="header"><nav><a>Submit</a></nav></header><section><div id="firehose"><article id="firehose-501" class="fhitem fhitem-story article usermode thumbs"><header><h2 class="story"><span id="title-501" class="story-title"><a>Rope Is Back</a></span></h2>
<div class="details"><span class="story-details"><span class="story-views"></span></span><span class="story-byline">Posted by <a rel="nofollow">ana_brod</a> <time id="fhtime-501" datetime="on Friday January 12, 2024 @01:20PM">on Friday January 12, 2024 @01:20PM</time> from the <span class="dept-text">knots</span> dept.</span></div></header>
<div class="body" id="fhbody-501"><div id="text-501" class="p"><i>The ropewalk of the old yard turns again after ninety years, and makes eleven fathoms an hour of tarred hemp for whoever can carry it away.</i></div></div></article></div>
<div id="discussion_buttons">2 of 2 comments loaded</div><div id="comments" class="commt"><ul id="commentlisting" class="d2">
<li id="tree_601" class="comment full contain"><span class="ind"></span><div id="comment_status_601" class="commentstatus"></div><div id="comment_601" class="cw"><div id="comment_top_601" class="commentTop newcomment"><div class="title"><h4><a id="comment_link_601">About time</a> <span id="comment_score_601" class="score">(<a><span class=opt>Score:</span>5</a>, Insightful)</span></h4></div><div class="details"><span class="by"><span class="byby">by </span><a href="//x/~kerr">kerr</a> <span class="uid"><a>( 1482103 )</a></span></span> <span class="otherdetails" id="comment_otherdetails_601">on Friday January 12, 2024 @01:31PM (<a>#601</a>)</span></div></div><div class="commentBody"><div id="comment_body_601">Hemp forgives, wire remembers.</div></div><div class="commentSub" id="comment_sub_601"><a>Parent</a> <a>Share</a><div class="comment_share"><a>twitter</a></div></div></div>
<ul id="commtree_601"><li id="tree_602" class="comment oneline"><div id="comment_602" class="cw"><div class="title"><h4><a>Re:</a></h4></div><div class="details"><span class="by">by <a>pat</a></span> <span class="otherdetails">on Saturday January 13, 2024 @08:00AM</span></div><div class="commentBody"><div id="comment_body_602">Tell that to my back.</div></div></div></li></ul></li>
</ul></div></section></body></html>"##;

#[test]
fn slashdot_gives_names_and_not_the_titles_of_remarks() {
    page("https://news.example/story/24/01/12/501/rope", SLASHDOT)
        .thread(&[
            "kerr | 2024-01-12 | - | Hemp forgives, wire remembers.",
            "pat | 2024-01-13 | 1 | Tell that to my back.",
        ])
        .ids(&["601", "602"])
        .lacks(&["Score", "Parent", "twitter", "loaded"]);
}

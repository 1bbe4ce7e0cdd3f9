//! Blogger: the list of the old templates, and threads of the new ones.

use super::page;

/// A template of before 2010: a definition list, the day below the text.
const LIST: &str = r##"<html dir='ltr'><head><title>Pier Letters: Tar and patience</title><meta content='blogger' name='generator'/></head>
<body><div id='outer-wrapper'><div id='header'><h1 class='title'><a href='http://pier.example/'>Pier Letters</a></h1></div>
<div id='main'><h2 class='date-header'>Friday, March 06, 2009</h2>
<div class='post hentry uncustomized-post-template'><a name='8871'></a>
<h3 class='post-title entry-title'><a href='http://pier.example/2009/03/tar.html'>Tar and patience</a></h3>
<div class='post-body entry-content'>The planks under the crane were tarred again this week, and the whole street smells of smoke and of the year 1950.<br /><br />
My neighbour says that it keeps the worm out. My other neighbour says that the worm likes it and has brought his friends.<br />
<div style='clear: both;'></div></div>
<div class='post-footer'><p class='post-footer-line post-footer-line-1'><span class='post-author vcard'>Posted by <span class='fn'>Ana Brod</span></span>
<span class='post-timestamp'>at <a class='timestamp-link' href='http://pier.example/2009/03/tar.html'><abbr class='published' title='2009-03-06T17:20:00+01:00'>5:20 PM</abbr></a></span></p></div></div>
<div class='comments' id='comments'><a name='comments'></a><h4>3 comments:</h4>
<dl id='comments-block'>
<dt class='comment-author blogger-comment-icon' id='c1001'><a name='c1001'></a><a href='http://profile.example/1' rel='nofollow'>Ilo Kerr</a> said...</dt>
<dd class='comment-body'><p>The worm is a Lutheran.<br />He stays for the smell.</p></dd>
<dd class='comment-footer'><span class='comment-timestamp'><a href='http://pier.example/2009/03/tar.html?showComment=1236360000000#c1001' title='comment permalink'>March 6, 2009 at 6:40 PM</a>
<span class='item-control blog-admin'><a class='comment-delete' title='Delete Comment'></a></span></span></dd>
<dt class='comment-author anon-comment-icon' id='c1002'><a name='c1002'></a>Anonymous said...</dt>
<dd class='comment-body'><p>Which street is that?</p></dd>
<dd class='comment-footer'><span class='comment-timestamp'><a href='#c1002'>March 7, 2009 at 8:02 AM</a></span></dd>
<dt class='comment-author blog-author blogger-comment-icon' id='c1003'><a href='http://profile.example/2'>Ana Brod</a> said...</dt>
<dd class='comment-body'><p>The one with the smell.</p></dd>
<dd class='comment-footer'><span class='comment-timestamp'><a href='#c1003'>March 7, 2009 at 9:15 AM</a></span></dd>
</dl>
<p class='comment-footer'><a href='http://blogger.example/comment.g'>Post a Comment</a></p></div>
<div id='sidebar'><div class='widget BlogArchive'><h2>Blog Archive</h2><ul><li>March (2)</li><li>February (9)</li></ul></div></div>
</div></div></body></html>"##;

#[test]
fn the_list_of_the_old_templates_is_read() {
    page("http://pier.example/2009/03/tar.html", LIST)
        .titled("Tar and patience")
        .by(&["Ana Brod"])
        .on("2009-03-06")
        .thread(&[
            "Ilo Kerr | 2009-03-06 | - | The worm is a Lutheran. He stays for the smell.",
            "Anonymous | 2009-03-07 | - | Which street is that?",
            "Ana Brod | 2009-03-07 | - | The one with the smell.",
        ])
        .ids(&["1001", "1002", "1003"])
        .lacks(&["said...", "Post a Comment", "Blog Archive", "Posted by"]);
}

/// The threaded form: answers in a box inside what they answer.
const THREADED: &str = r##"<!DOCTYPE html><html><head><title>A crane for sale - Pier Letters</title>
<meta content='A crane for sale' property='og:title'/><meta content='blogger' name='generator'/></head>
<body class='item-view'><div class='blog-posts hfeed'><h2 class='date-header'><span>Tuesday, 5 June 2018</span></h2>
<div class='post hentry'><h3 class='post-title entry-title' itemprop='name'>A crane for sale</h3>
<div class='post-body entry-content' id='post-body-42' itemprop='description articleBody'>
<p>The town sells its second crane, which has lifted nothing since the herring went, except a bride, once, for a bet.</p>
<p>Offers go to the harbour office in a closed envelope, with the word crane on it, before the end of the month.</p></div>
<div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn' itemprop='author'><span itemprop='name'>Ana Brod</span></span></span>
<abbr class='published' itemprop='datePublished' title='2018-06-05T19:10:00+02:00'>19:10</abbr></div></div>
<section class='comments embed' data-num-comments='3' id='comments'><h3 class='title'>3 comments:</h3>
<div id='comments-content'><div id='comment-holder'>
<div class="comment-thread toplevel-thread"><ol id="top-ra">
<li class="comment" id="c7001"><div class="avatar-image-container"><img src="x.png" alt=""/></div>
<div class="comment-block" id="c7001"><div class="comment-header"><cite class="user"><a href="https://p.example/1" rel="nofollow">Pat Reed</a></cite><span class="icon user "></span>
<span class="datetime secondary-text"><a rel="nofollow" href="#c7001">5 June 2018 at 21:04</a></span></div>
<p class="comment-content">I was there. She laughed all the way up.</p>
<span class="comment-actions secondary-text"><a class="comment-reply" data-comment-id="7001">Reply</a><span class="item-control blog-admin"><a>Delete</a></span></span></div>
<div class="comment-replies"><div id="c7001-rt" class="comment-thread inline-thread"><span class="thread-toggle thread-expanded"><a>Replies</a></span>
<ol id="c7001-ra" class="thread-chrome thread-expanded"><div>
<li class="comment" id="c7002"><div class="comment-block"><div class="comment-header"><cite class="user blog-author"><a href="https://p.example/2">Ana Brod</a></cite>
<span class="datetime secondary-text"><a href="#c7002">5 June 2018 at 22:31</a></span></div>
<p class="comment-content">And down?</p><span class="comment-actions secondary-text"><span class="item-control"><a>Delete</a></span></span></div></li></div>
<div id="c7001-continue" class="continue"><a class="comment-reply" data-comment-id="7001">Reply</a></div></ol></div></div></li>
<li class="comment" id="c7003"><div class="comment-block"><div class="comment-header"><cite class="user">Anonymous</cite>
<span class="datetime secondary-text"><a href="#c7003">6 June 2018 at 06:12</a></span></div>
<p class="comment-content">I offer one herring.</p></div></li>
</ol><div id="top-continue" class="continue"><a class="comment-reply">Add comment</a></div></div></div></div>
<p class='comment-footer'><span>Load more...</span></p></section></div></body></html>"##;

#[test]
fn threads_of_the_new_templates_are_read_with_their_answers() {
    page("https://pier.example/2018/06/crane.html", THREADED)
        .titled("A crane for sale")
        .by(&["Ana Brod"])
        .on("2018-06-05")
        .thread(&[
            "Pat Reed | 2018-06-05 | - | I was there. She laughed all the way up.",
            "Ana Brod | 2018-06-05 | 1 | And down?",
            "Anonymous | 2018-06-06 | - | I offer one herring.",
        ])
        .ids(&["7001", "7002", "7003"])
        .lacks(&["Reply", "Replies", "Delete", "Add comment", "Load more", "Posted by"]);
}

//! Bylines: from what stands where an author is named to the names in it.
//!
//! In: `By Ada Lund and Per Berg, political editor | Reuters`. Out: `Ada Lund`, `Per Berg`. Whether they wrote it is
//! decided in `authors`. The lists name kinds of words (roles, agencies, conjunctions), never a site or a person.

use super::site::Called;
use crate::article::key_of;
use crate::text::find_days;

/// What introduces a byline, folded.
const OPENINGS: &str = "|about|af|alle beitrage von|alles von|all posts by|analysis by|article by|artikel von|aus|auteur|author|authored by|\
    authors|autor|autore|autorin|av|beitrag von|by|created by|di|door|erstellt von|from|geschrieben von|ich bin|interview|interview von|par|por|\
    posted by|posted|publicado por|quelle|publie par|published by|read more from|recipe by|reported by|review by|source|\
    story by|submitted by|text|text by|uber|veroffentlicht von|view all posts by|von|words by|written by|\
    zeige alle beitrage von|";

/// Longest opening, in words.
const LONGEST_OPENING: usize = 4;

/// Small words inside names.
const PARTICLES: &str =
    "|al|bin|da|de|degli|del|della|der|den|di|do|dos|du|e|el|ibn|la|le|of|ten|ter|van|von|vom|y|zu|zum|";

/// Words between two names.
const BETWEEN: &str = "|and|&|und|et|och|og|with|mit|avec|con|plus|+|";
/// Words between two names that also stand inside one: they part only names of two words or more.
const PERHAPS_BETWEEN: &str = "|y|e|i|en|a|";

/// A part with one of these words says what somebody is or where he works.
const ROLES: &str = "|admin|administrator|agence|agencies|agency|agentur|agenturen|analyst|anchor|associate|association|\
    assistant|author|blog|blogger|bureau|center|centre|ceo|chief|cofounder|college|columnist|commentator|\
    consultant|contributor|contributors|coordinator|copy|correspondent|correspondents|critic|cto|department|desk|\
    developer|director|editor|editorial|editors|engineer|expert|fellow|foundation|founder|freelance|guest|group|\
    gmbh|head|herald|inc|institute|institut|intern|journal|journalist|marketing|\
    korrespondent|lecturer|llc|ltd|magazine|manager|media|ministry|moderator|nachrichten|nachrichtenagentur|news|newspaper|newsroom|online|\
    photographer|presenter|press|producer|professor|publisher|redacao|redaccion|redaction|redaktion|redaktor|\
    redazione|redactie|report|reporter|reporters|researcher|review|school|secretary|senior|service|services|\
    special|specialist|staff|strategist|strategy|student|team|times|today|university|universitat|webmaster|writer|";

/// Roles of a person, never of a body.
const TRADES: &str = "|analyst|anchor|ceo|chief|cofounder|columnist|consultant|contributor|coordinator|correspondent|cto|\
    developer|director|editor|engineer|fellow|founder|freelance|head|journalist|manager|photographer|producer|\
    professor|reporter|researcher|senior|specialist|staff|strategist|writer|";

/// What stands behind a full name and is no part of it: the next line, run together with it.
const BEHIND: &str = "|last|in|share|shares|follow|";

/// News agencies.
const AGENCIES: &str = "|afp|agencia efe|ansa|ap|apa|associated press|bloomberg|cnn|deutsche presse agentur|dpa|efe|epd|\
    getty images|ians|interfax|kna|kyodo|pa|press association|presse agentur|pti|reuters|sid|tass|\
    the associated press|upi|xinhua|";

/// What stands where nobody is named.
const VOID: &str = "|admin|administrator|anonymous|author|creator name|editor|guest|moderator|n a|none|null|\
    by|follow|full bio|par|profile|see full bio|this article|this post|por|posted by|read more|root|see more|show more|view profile|undefined|unknown|von|webmaster|\
    writer|written by|";

/// Titles before a name: shown with it, but two spellings with and without are one person.
const HONORIFICS: &str = "|dr|prof|professor|mr|mrs|ms|sir|rev|dipl|ing|hon|msc|";

/// A longer name, in words, is a sentence.
const LONGEST: usize = 6;

/// The persons named in a byline, in their order, each once.
pub(super) fn names(byline: &str, site: &Called) -> Vec<String> {
    let mut names = cleaned(byline, name, |name| !site.is(name) && !is_role(name) && !is_nobody(name));
    // beside a full name a single word is an affiliation or a town
    if byline.contains(',') && names.iter().any(|name| name.contains(' ')) {
        names.retain(|name| name.contains(' '));
    }
    names
}

/// The bodies that stand in a byline where no person does: an agency, a newsroom, the site itself.
pub(super) fn bodies(byline: &str) -> Vec<String> {
    let mut bodies = cleaned(byline, body, |name| !lists(VOID, &key_of(name)));
    if bodies.iter().any(|name| !is_role(name)) {
        bodies.retain(|name| !is_role(name));
    }
    bodies
}

/// The key of an author's name: its folded words, without titles before it.
pub(super) fn key(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let titles = words.iter().take_while(|word| is_honorific(word)).count();
    let bare = words.get(titles..).filter(|words| !words.is_empty()).unwrap_or(&words);
    key_of(&bare.join(" "))
}

fn cleaned(byline: &str, read: fn(&str) -> Option<String>, counts: impl Fn(&str) -> bool) -> Vec<String> {
    let line = without_day(&without_addresses(&without_brackets(&one_line(byline))));
    let mut names: Vec<String> = Vec::new();
    for part in parts(without_opening(&line)) {
        let Some(name) = read(&part).filter(|name| counts(name)) else { continue };
        if !names.iter().any(|known| key(known) == key(&name)) {
            names.push(name);
        }
    }
    names
}

/// Up to the first day that is written in it.
fn without_day(line: &str) -> String {
    match find_days(line, Some(true)).first() {
        Some((span, _)) if span.from == 0 => line.get(span.to..).unwrap_or_default().to_owned(),
        Some((span, _)) => without_weekday(line.get(..span.from).unwrap_or_default()).to_owned(),
        None => line.to_owned(),
    }
}

/// Without `Fr, ` or `Friday, ` at its end, where a day was cut off behind it.
fn without_weekday(line: &str) -> &str {
    let Some((before, last)) = line.trim_end().rsplit_once(' ') else { return line };
    let word = last.trim_end_matches([',', '.']);
    let is_cut = last.len() > word.len() && !word.contains('.');
    let is_weekday = word.ends_with("day") || word.ends_with("tag") || word == "Mittwoch" || word.chars().count() <= 3;
    if is_cut && is_weekday { before } else { line }
}

/// A text on one line with single blanks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without what stands in round or square brackets.
fn without_brackets(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut depth = 0_u32;
    for c in line.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Without web addresses, mail addresses and handles.
fn without_addresses(line: &str) -> String {
    let is_address = |word: &&str| word.contains("://") || word.starts_with("www.") || word.contains('@');
    line.split(' ').filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ")
}

fn without_opening(line: &str) -> &str {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let ends: Vec<usize> = line.match_indices([' ', ':']).map(|(at, _)| at).take(LONGEST_OPENING).collect();
    for end in ends.into_iter().rev() {
        let (head, rest) = line.split_at(end);
        if lists(OPENINGS, &key_of(head)) && !is_family_name(rest) {
            return without_opening(rest.trim_start_matches([' ', ':']));
        }
    }
    line
}

/// `von Trotta, Ada`: before a comma one word belongs to its particle.
fn is_family_name(rest: &str) -> bool {
    rest.split_once(',').is_some_and(|(family, _)| rest.starts_with(' ') && !family.trim().contains(' '))
}

/// Cuts a byline at its separators; a lone `Last, First` is turned round.
fn parts(line: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in line
        .split([';', '|', '•', '·', '/', '\u{2014}'])
        .flat_map(|piece| piece.split(" - "))
        .flat_map(|piece| piece.split(" – "))
    {
        match turned(piece) {
            Some(name) => parts.push(name),
            None => piece.split([',', '、']).for_each(|piece| conjoined(piece, &mut parts)),
        }
    }
    parts
}

/// `Lund, Ada M.` as `Ada M. Lund`: one comma, one word (with particles) before it, one or two names after it.
fn turned(piece: &str) -> Option<String> {
    let (last, first) = piece.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    let given: Vec<&str> = first.split_whitespace().collect();
    let family = last.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let particles =
        last.split_whitespace().all(|word| word.chars().count() <= 3 || word.starts_with(char::is_uppercase));
    let fits = family == 1 && particles && matches!(given.len(), 1 | 2) && !first.contains(',');
    let named = |text: &str| !is_role(text) && !is_nobody(text);
    let capital = given.iter().enumerate().all(|(at, word)| {
        let particle = at > 0 && word.chars().count() <= 3 && word.chars().all(char::is_lowercase);
        particle || (word.starts_with(char::is_uppercase) && !is_acronym(word))
    });
    (fits && capital && named(last) && named(first)).then(|| format!("{first} {last}"))
}

fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// Cuts at the words that stand between names.
fn conjoined(piece: &str, parts: &mut Vec<String>) {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let mut from = 0;
    for (at, word) in words.iter().enumerate() {
        let small = word.to_lowercase();
        let sure = lists(BETWEEN, &small);
        let perhaps = lists(PERHAPS_BETWEEN, word) && at >= from + 2 && words.len() - at > 2;
        if sure || perhaps {
            parts.push(words.get(from..at).unwrap_or_default().join(" "));
            from = at + 1;
        }
    }
    parts.push(words.get(from..).unwrap_or_default().join(" "));
}

/// A cleaned name; `None` for what is none.
fn name(part: &str) -> Option<String> {
    let part = without_clock(without_opening(part.trim()));
    if let Some(name) = from_slug(part) {
        return Some(name);
    }
    let mut words = words_of(part);
    // behind a full name a trade begins: `Ada Lund Senior Reporter`
    if let Some(at) = words.iter().skip(2).position(|word| lists(TRADES, &key_of(word)) || lists(BEHIND, &key_of(word)))
    {
        words.truncate(at + 2);
    }
    whole(words)
}

/// A cleaned name of a body, with all its words: `Lake Post staff reporter`.
fn body(part: &str) -> Option<String> {
    let part = without_clock(without_opening(part.trim()));
    from_slug(part).or_else(|| whole(words_of(part)))
}

/// The words of a part, up to where it turns into a sentence.
fn words_of(part: &str) -> Vec<&str> {
    let mut words: Vec<&str> = part.split_whitespace().collect();
    if let Some(at) = words.iter().position(|word| is_sentence_word(word)) {
        words.truncate(at);
    }
    words
}

fn whole(mut words: Vec<&str>) -> Option<String> {
    let half = words.len() / 2;
    if half > 0 && words.get(..half) == words.get(half..) {
        words.truncate(half);
    }
    let name = words.join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != ')').trim_start_matches('.');
    let name =
        if words.last().is_some_and(|word| word.chars().count() > 3) { name.trim_end_matches('.') } else { name };
    let fits = (1..=LONGEST).contains(&words.len()) && name.chars().any(char::is_alphabetic);
    let readable = words.len() == 1 || !words.iter().any(|word| word.chars().all(|c| c.is_ascii_digit()));
    (fits && readable && !is_prose(&words)).then(|| in_ordinary_case(name))
}

/// Without a time of day that runs into the name: `Associated Press12:20pm`.
fn without_clock(part: &str) -> &str {
    let bare =
        part.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | 'a' | 'p' | 'm' | 'A' | 'P' | 'M'));
    let clock = part.get(bare.len()..).unwrap_or_default().trim_start_matches(|c: char| !c.is_ascii_digit());
    if clock.contains(':') { part.get(..part.len() - clock.len()).unwrap_or(part).trim_end() } else { part }
}

/// A name as addresses write it: `ada-lund` is Ada Lund.
fn from_slug(part: &str) -> Option<String> {
    let pieces: Vec<&str> = part.split('-').collect();
    let small = |piece: &&str| piece.len() > 1 && piece.bytes().all(|byte| byte.is_ascii_lowercase());
    let named = (2..=4).contains(&pieces.len()) && pieces.iter().all(small) && !is_role(part);
    let capital = |piece: &&str| piece.get(..1).unwrap_or_default().to_uppercase() + piece.get(1..).unwrap_or_default();
    named.then(|| pieces.iter().map(capital).collect::<Vec<_>>().join(" "))
}

/// Three words and more with small ones among them that are no particles: part of a sentence, or somebody else's
/// work (`Photograph by …`).
fn is_prose(words: &[&str]) -> bool {
    let small = |word: &&&str| {
        let known = |list| lists(list, &key_of(word));
        word.starts_with(char::is_lowercase) && !known(PARTICLES) && !known(ROLES)
    };
    words.contains(&"by") || (words.len() > 2 && words.iter().filter(small).count() > 0)
}

/// Words after which a byline turns into a sentence: `Ada Lund is a farmer`, `Ada Lund in Osk`.
fn is_sentence_word(word: &str) -> bool {
    matches!(
        word,
        "is" | "was"
            | "are"
            | "has"
            | "in"
            | "for"
            | "at"
            | "on"
            | "from"
            | "ist"
            | "est"
            | "am"
            | "updated"
            | "published"
            | "edited"
            | "Edited"
            | "Updated"
            | "Published"
            | "For"
    )
}

fn is_honorific(word: &str) -> bool {
    lists(HONORIFICS, &key_of(word))
}

fn is_role(name: &str) -> bool {
    key_of(name).split(' ').any(|word| lists(ROLES, word))
}

fn is_nobody(name: &str) -> bool {
    lists(AGENCIES, &key_of(name)) || lists(VOID, &key_of(name))
}

fn lists(list: &str, word: &str) -> bool {
    list.match_indices(word).any(|(at, _)| {
        let (head, tail) = (list.get(..at).unwrap_or_default(), list.get(at + word.len()..).unwrap_or_default());
        !word.is_empty() && head.ends_with('|') && tail.starts_with('|')
    })
}

/// A name of several words in capitals alone is shown in ordinary case.
fn in_ordinary_case(name: &str) -> String {
    if !name.contains(' ') || name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut shown = String::with_capacity(name.len());
    let mut inside = false;
    for c in name.chars() {
        if inside {
            shown.extend(c.to_lowercase());
        } else {
            shown.push(c)
        }
        inside = c.is_alphabetic();
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{bodies, key};
    use crate::enrich::site::Called;

    fn names(byline: &str, site: Option<&str>) -> Vec<String> {
        super::names(byline, &Called::new(site, None))
    }

    #[test]
    fn a_name_is_freed_of_the_role_the_clock_and_the_address_form() {
        assert_eq!(names("Ada Lund Senior Autos Reporter", None), ["Ada Lund"]);
        assert_eq!(names("Ada Lund12:20pm", None), ["Ada Lund"]);
        assert_eq!(names("ada-lund", None), ["Ada Lund"]);
        assert_eq!(names("Jean-Luc Lund", None), ["Jean-Luc Lund"]);
        assert_eq!(names("Head of Marketing, Ada Lund", None), ["Ada Lund"]);
    }

    #[test]
    fn a_byline_is_split_at_its_conjunctions_in_any_of_the_larger_languages() {
        let bylines = [
            "By Ada Lund and Per Berg",
            "by: Ada Lund, Per Berg",
            "Von Ada Lund und Per Berg",
            "par Ada Lund et Per Berg",
            "Por Ada Lund y Per Berg",
            "Ada Lund & Per Berg",
            "Written by Ada Lund with Per Berg",
            "Ada Lund; Per Berg",
            "BY ADA LUND AND PER BERG",
        ];
        for byline in bylines {
            assert_eq!(names(byline, None), ["Ada Lund", "Per Berg"], "{byline}");
        }
    }

    #[test]
    fn last_first_is_turned_round_and_two_full_names_are_not() {
        assert_eq!(names("Lund, Ada", None), ["Ada Lund"]);
        assert_eq!(names("van Dijk, Jan P.", None), ["Jan P. van Dijk"]);
        assert_eq!(names("Ada Lund, Per Berg", None), ["Ada Lund", "Per Berg"]);
    }

    #[test]
    fn roles_agencies_sites_and_addresses_are_nobody() {
        let bylines = [
            "Ada Lund, Political Editor",
            "Ada Lund | Reuters",
            "Ada Lund, Lake Post",
            "Ada Lund ada@lake.example",
            "Ada Lund @adalund",
            "Ada Lund https://lake.example/ada",
            "Ada Lund (Osk)",
            "Ada Lund, ANU",
            "Ada Lund, University of Osk",
            "Ada Lund in Osk",
            "Ada Lund is a farmer",
        ];
        for byline in bylines {
            assert_eq!(names(byline, Some("Lake Post")), ["Ada Lund"], "{byline}");
        }
        assert_eq!(names("Jong, Michiel de", None), ["Michiel de Jong"]);
        for byline in ["Staff Reporter", "AFP", "admin", "The Editors", "", "Lake Post", "https://lake.example/ada"] {
            assert!(names(byline, Some("Lake Post")).is_empty(), "{byline}");
        }
    }

    #[test]
    fn what_runs_into_a_name_from_the_next_line_is_cut_off() {
        for byline in ["Ada Lund Last updated", "Ada Lund Share", "Alles von Ada Lund", "Von Ada Lund am 3. Mai 2017"] {
            assert_eq!(names(byline, None), ["Ada Lund"], "{byline}");
        }
        assert_eq!(names("Christopher Last", None), ["Christopher Last"]);
    }

    #[test]
    fn roles_yield_to_the_body_that_stands_beside_them() {
        assert_eq!(bodies("SID, Nachrichtenagentur"), ["SID"]);
    }

    #[test]
    fn a_title_is_shown_and_does_not_count() {
        assert_eq!(names("By Dr. Ada Lund", None), ["Dr. Ada Lund"]);
        assert_eq!(key("Prof. Dr. Ada Lund"), "ada lund");
        assert_eq!(key("Mr"), "mr");
    }

    #[test]
    fn a_body_may_stand_where_no_person_does() {
        assert_eq!(bodies("By Lake News Agency"), ["Lake News Agency"]);
        assert_eq!(bodies("AFP/dpa"), ["AFP", "dpa"]);
        assert!(bodies("Admin").is_empty());
    }

    #[test]
    fn names_with_particles_initials_and_one_word_stay_whole() {
        for name in
            ["Margarethe von Trotta", "J. R. Lund", "José Ortega y Gasset", "Kim Jong-un", "Osk", "Ada Lund Jr."]
        {
            assert_eq!(names(name, None), [name]);
        }
        assert_eq!(names("von Trotta, Margarethe", None), ["Margarethe von Trotta"]);
    }

    #[test]
    fn what_introduces_a_name_and_what_follows_it_go() {
        let bylines = [
            "Veröffentlicht von Ada Lund",
            "View all posts by Ada Lund →",
            "Von Ada Lund Fr, 18. Oktober 2019",
            "Ada Lund Ada Lund",
            "Ada Lund · 12 July 2017",
            "Author: Ada Lund Published 3 May 2017",
        ];
        for byline in bylines {
            let found = names(byline, None);
            assert_eq!(found, ["Ada Lund"], "{byline}");
        }
        for byline in ["Photograph by Ada Lund", "Fact checked by Ada Lund", "learn about our policies", "By"] {
            assert!(names(byline, None).is_empty(), "{byline}");
        }
    }
}

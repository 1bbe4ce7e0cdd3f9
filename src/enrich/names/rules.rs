//! Names by lists and rules: titles, heads of organisations, countries and capitals.
//!
//! In: the fields of a statement. Out: mentions that a list or a rule is sure of; what no rule speaks for is left out.
//! A run of capitalised words is typed by what stands in it, before it and behind it; single words are typed by what
//! the statement says of them elsewhere.

use super::token::{Token, tokens};
use super::{Found, Recognizer, Stretch};
use crate::article::EntityType;
use crate::text::{Span, fold};
use std::collections::HashMap;

/// The recogniser of lists and rules.
pub(super) struct Rules;

const TITLES: &str = " actor actress ambassador analyst author ayatollah captain ceo chairman chairwoman chancellor \
    chief coach colonel commissioner congressman congresswoman dictator director doctor dr economist emir farmer \
    founder general governor historian imam judge justice king lady leader lord mayor minister miss mr mrs ms poet \
    pope premier president prime prince princess prof professor queen representative reverend secretary sen senator \
    sheriff singer sir spokesman spokesperson spokeswoman uncle brother sister father mother wife husband writer ";

const ORGANISATIONS: &str = " agency airlines airways alliance army assembly association authority bank board bureau \
    center centre church club college commission committee company congress corporation council court department \
    federation forces foundation front fund gmbh group hospital inc institute journal league ltd ministry movement \
    navy network news office organisation organization parliament party plc police post press radio school senate \
    service services society times tribune union university cooperative co-operative trust ";

const LANDMARKS: &str = " airport avenue bay beach bridge canal county desert district gulf hall harbour harbor island \
    islands lake mount mountain ocean peninsula port province river road sea square strait street valley village ";

const PLACES: &str = "|afghanistan|africa|albania|algeria|amsterdam|angola|ankara|argentina|armenia|asia|athens|\
    australia|austria|azerbaijan|baghdad|bangkok|bangladesh|beijing|belarus|belgium|berlin|bolivia|bosnia|brazil|\
    britain|brussels|budapest|bulgaria|burma|cairo|cambodia|cameroon|canada|canberra|chad|chile|china|colombia|congo|\
    copenhagen|croatia|cuba|cyprus|czech republic|damascus|delhi|denmark|dublin|ecuador|egypt|england|estonia|ethiopia|\
    europe|finland|france|geneva|georgia|germany|ghana|greece|guatemala|haiti|hanoi|helsinki|honduras|hong kong|hungary|\
    iceland|india|indonesia|iran|iraq|ireland|islamabad|israel|italy|jakarta|jamaica|japan|jerusalem|jordan|kabul|\
    kazakhstan|kenya|kiev|kyiv|korea|kosovo|kuala lumpur|kuwait|kyrgyzstan|laos|latvia|lebanon|libya|lithuania|london|\
    los angeles|luxembourg|macau|macedonia|madrid|malaysia|mali|malta|manila|melbourne|mexico|moldova|mongolia|montenegro|\
    morocco|moscow|mozambique|myanmar|namibia|nepal|netherlands|new york|new zealand|nicaragua|niger|nigeria|\
    north korea|norway|oman|oslo|ottawa|pakistan|palestine|panama|paraguay|paris|peru|philippines|poland|portugal|\
    prague|pyongyang|qatar|riyadh|romania|rome|russia|rwanda|saudi arabia|scotland|senegal|seoul|serbia|singapore|\
    slovakia|slovenia|somalia|south africa|south korea|soviet union|spain|sri lanka|stockholm|sudan|sweden|switzerland|\
    sydney|syria|taipei|taiwan|tajikistan|tanzania|tehran|thailand|tokyo|tunisia|turkey|turkmenistan|uganda|ukraine|\
    united arab emirates|united kingdom|united states|united states of america|uruguay|us|u.s.|usa|uk|u.k.|uzbekistan|\
    vatican|venezuela|vienna|vietnam|wales|warsaw|washington|yemen|zambia|zimbabwe|nk|";

/// Small words inside the names of organisations and places.
const LINKERS: &str = " of for and the de du des la le von der den di al ";

impl Recognizer for Rules {
    fn name(&self) -> &'static str {
        "rules"
    }

    fn find(&self, fields: &[Stretch<'_>]) -> Vec<Found> {
        let cut: Vec<Vec<Token<'_>>> = fields.iter().map(|field| tokens(field.text)).collect();
        let mut known: HashMap<String, EntityType> = HashMap::new();
        let mut found = Vec::new();
        let mut unsure = Vec::new();
        for (field, tokens) in fields.iter().zip(&cut) {
            for run in runs(tokens) {
                match typed(tokens, run) {
                    Some((span, kind)) => {
                        note(&mut known, span.of(field.text), kind);
                        found.push(Found { place: field.place, span, kind });
                    }
                    None => unsure.push((field, span_of(tokens, without_heads(tokens, run)))),
                }
            }
        }
        let second = unsure.into_iter().filter_map(|(field, span)| {
            let spans = [Some(span), behind_first(field.text, span)];
            let known = |span: Span| Some((span, *known.get(&key(span.of(field.text)))?));
            let (span, kind) = spans.into_iter().flatten().find_map(known)?;
            Some(Found { place: field.place, span, kind })
        });
        found.extend(second);
        let order = |found: &Found| (fields.iter().position(|field| field.place == found.place), found.span);
        found.sort_by_key(order);
        found
    }
}

/// What the statement says of a name holds for its last and first word too.
fn note(known: &mut HashMap<String, EntityType>, name: &str, kind: EntityType) {
    known.insert(key(name), kind);
    if kind == EntityType::Person {
        let words: Vec<&str> = name.split_whitespace().collect();
        for word in [words.first(), words.last()].into_iter().flatten() {
            known.entry(key(word)).or_insert(kind);
        }
    }
}

fn key(text: &str) -> String {
    text.split_whitespace().map(|word| fold(word).into_owned()).collect::<Vec<_>>().join(" ")
}

/// Runs of capitalised words, with linkers between them, as first and one past the last token.
fn runs(tokens: &[Token<'_>]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at].is_capital() {
            at += 1;
            continue;
        }
        let from = at;
        let mut to = at + 1;
        while let Some(next) = next_in_run(tokens, to) {
            to = next + 1;
        }
        runs.push((from, to));
        at = to;
    }
    runs
}

/// The next capitalised token of a run that ends before `to`: beside it, or behind one or two linkers.
fn next_in_run(tokens: &[Token<'_>], to: usize) -> Option<usize> {
    let mut at = to;
    while at < to + 3 {
        let token = tokens.get(at).filter(|token| token.is_word() && token.apart && !token.opens)?;
        if token.is_capital() {
            return Some(at);
        }
        if !holds(LINKERS, token.text) || token.text == "and" {
            return None;
        }
        at += 1;
    }
    None
}

fn typed(tokens: &[Token<'_>], run: (usize, usize)) -> Option<(Span, EntityType)> {
    let (from, to) = without_heads(tokens, run);
    let words: Vec<&str> = tokens.get(from..to)?.iter().map(|token| token.text).collect();
    let span = span_of(tokens, (from, to));
    let folded = words.join(" ").to_lowercase();
    if words.is_empty() {
        return None;
    }
    if PLACES.contains(&format!("|{folded}|")) || folded == "north" && words.len() > 1 {
        return Some((span, EntityType::Place));
    }
    if words.len() > 1 && words.iter().any(|word| holds(ORGANISATIONS, word)) {
        return Some((span, EntityType::Org));
    }
    if words.len() > 1 && words.iter().any(|word| holds(LANDMARKS, word)) {
        return Some((span, EntityType::Place));
    }
    let title = from > run.0 || before(tokens, from).is_some_and(|word| holds(TITLES, word));
    let speaks =
        tokens.get(to).is_some_and(|token| matches!(token.text, "is" | "was" | "said" | "says" | "wrote" | "told"));
    let hyphened = words.len() == 2
        && words[1].split_once(['-', '\u{2011}']).is_some_and(|(_, second)| second.starts_with(char::is_lowercase));
    let plain = (2..=3).contains(&words.len())
        && words.iter().all(|word| !word.chars().all(char::is_uppercase) && !holds(LINKERS, &word.to_lowercase()));
    ((title && words.len() <= 3) || (plain && (speaks || hyphened))).then_some((span, EntityType::Person))
}

/// A run without an article, a country and titles before a person's name.
fn without_heads(tokens: &[Token<'_>], (from, to): (usize, usize)) -> (usize, usize) {
    let mut at = from;
    let last_title = (from..to).rev().find(|&at| holds(TITLES, tokens[at].text));
    if let Some(title) = last_title.filter(|&title| title + 1 < to && title < from + 5) {
        at = title + 1;
    }
    if holds(LINKERS, tokens[at].text) {
        at = behind_office(tokens, at, to);
    }
    while at + 1 < to
        && matches!(tokens[at].text, "The" | "A" | "An" | "In" | "But" | "And" | "Then" | "Unlike" | "Should")
    {
        at += 1;
    }
    (at, to)
}

/// Behind `of State`, `for Grain` after a title: where an organisation begins, else the last two words.
fn behind_office(tokens: &[Token<'_>], mut at: usize, to: usize) -> usize {
    while at + 1 < to && holds(LINKERS, tokens[at].text) {
        at += 1;
    }
    let body = (at..to).any(|at| holds(ORGANISATIONS, tokens[at].text));
    if body { at } else { at.max(to.saturating_sub(2)) }
}

/// A run without its first word, which may have its capital from the sentence.
fn behind_first(text: &str, span: Span) -> Option<Span> {
    let blank = span.of(text).find(' ')?;
    Some(Span::new(span.from + blank + 1, span.to))
}

fn before<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    let token = tokens.get(at.checked_sub(1)?)?;
    if token.text == "," {
        return before(tokens, at - 1);
    }
    Some(token.text)
}

fn span_of(tokens: &[Token<'_>], (from, to): (usize, usize)) -> Span {
    match (tokens.get(from), tokens.get(to.saturating_sub(1))) {
        (Some(first), Some(last)) if from < to => first.span.join(last.span),
        _ => Span::default(),
    }
}

fn holds(list: &str, word: &str) -> bool {
    list.contains(&format!(" {} ", word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::Rules;
    use crate::article::{EntityType, Place};
    use crate::enrich::names::{Recognizer, Stretch};

    fn found(text: &str) -> Vec<(&str, EntityType)> {
        let fields = [Stretch { place: Place::Text, text }];
        Rules.find(&fields).into_iter().map(|found| (found.span.of(text), found.kind)).collect()
    }

    #[test]
    fn a_title_before_a_name_makes_a_person_without_it() {
        assert_eq!(found("Then US President Ada Lund came."), [("Ada Lund", EntityType::Person)]);
        assert_eq!(found("His uncle, Per Berg, stayed."), [("Per Berg", EntityType::Person)]);
    }

    #[test]
    fn countries_capitals_and_landmarks_are_places() {
        assert_eq!(
            found("In North Korea and near Lake Osk."),
            [("North Korea", EntityType::Place), ("Lake Osk", EntityType::Place)]
        );
    }

    #[test]
    fn heads_of_organisations_make_organisations() {
        assert_eq!(found("The Ministry of Grain said so."), [("Ministry of Grain", EntityType::Org)]);
    }

    #[test]
    fn a_surname_alone_is_what_the_full_name_was() {
        let text = "Minister Ada Lund came. Later Lund left.";
        assert_eq!(found(text), [("Ada Lund", EntityType::Person), ("Lund", EntityType::Person)]);
    }

    #[test]
    fn nothing_is_invented_where_no_rule_speaks() {
        assert!(found("Nothing Happened Here. ALL IN CAPITALS.").is_empty());
    }
}

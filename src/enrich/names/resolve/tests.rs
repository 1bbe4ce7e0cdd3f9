//! Promises of resolution, on invented texts.

use super::entities;
use crate::article::{Entity, EntityType, Place};
use crate::enrich::names::{Found, Stretch};
use crate::text::Span;

const P: EntityType = EntityType::Person;
const O: EntityType = EntityType::Org;
const L: EntityType = EntityType::Place;

/// Names that the mentions of a text get, in their order.
fn resolved(text: &str, mentions: &[(EntityType, &str)], named: &[Entity]) -> Vec<String> {
    all(text, mentions, named).into_iter().map(|entity| entity.name).collect()
}

fn all(text: &str, mentions: &[(EntityType, &str)], named: &[Entity]) -> Vec<Entity> {
    let mut at = 0;
    let span = |(kind, name): &(EntityType, &str)| {
        let from = at + text.get(at..).and_then(|rest| rest.find(name)).expect("the name stands in the text");
        at = from + name.len();
        Found { place: Place::Text, span: Span::new(from, at), kind: *kind }
    };
    let found: Vec<Found> = mentions.iter().map(span).collect();
    let resolved = entities(&[Stretch { place: Place::Text, text }], &found, &[], named);
    resolved.into_iter().map(|(entity, _)| entity).collect()
}

#[test]
fn a_surname_means_the_one_full_name_that_ends_with_it() {
    let names = resolved("Ada Lund came; Lund left.", &[(P, "Ada Lund"), (P, "Lund")], &[]);
    assert_eq!(names, ["Ada Lund", "Ada Lund"]);
}

#[test]
fn a_surname_of_two_persons_stays_apart() {
    let mentions = [(P, "Ada Lund"), (P, "Per Lund"), (P, "Lund")];
    assert_eq!(resolved("Ada Lund, Per Lund; Lund left.", &mentions, &[]), ["Ada Lund", "Per Lund", "Lund"]);
}

#[test]
fn a_man_and_a_woman_of_one_surname_are_not_put_together() {
    let text = "Ada Lund, Per Lund; Mrs Lund and Mr. Lund left.";
    let mentions = [(P, "Ada Lund"), (P, "Per Lund"), (P, "Lund"), (P, "Lund")];
    assert_eq!(resolved(text, &mentions, &[])[2..], ["Mrs Lund", "Mr Lund"]);
}

#[test]
fn an_earlier_name_is_meant_before_a_later_one() {
    let mentions = [(P, "Ada Lund"), (P, "Lund"), (P, "Per Lund")];
    assert_eq!(resolved("Ada Lund. Lund left. Per Lund came.", &mentions, &[]), ["Ada Lund", "Ada Lund", "Per Lund"]);
    let mentions = [(P, "Lund"), (P, "Ada Lund")];
    assert_eq!(
        resolved("LUND wins. Ada Lund won: Lund", &[(P, "LUND"), (P, "Ada Lund")], &[]),
        ["Ada Lund", "Ada Lund"]
    );
    assert_eq!(resolved("Lund wins. Ada Lund won.", &mentions, &[]), ["Ada Lund", "Ada Lund"]);
}

#[test]
fn a_family_name_may_stand_first_and_particles_belong_to_a_surname() {
    assert_eq!(resolved("Xi Osk spoke; Xi left.", &[(P, "Xi Osk"), (P, "Xi")], &[]), ["Xi Osk", "Xi Osk"]);
    let mentions = [(P, "Ada von der Osk"), (P, "Von der Osk")];
    assert_eq!(resolved("Ada von der Osk. Von der Osk.", &mentions, &[])[1], "Ada von der Osk");
}

#[test]
fn titles_possessives_initials_and_turned_names_do_not_part_a_person() {
    let mentions = [(P, "Ada M. Lund"), (P, "Ada Lund"), (P, "Dr Lund"), (P, "Lund")];
    let names = resolved("Ada M. Lund, Ada Lund, Dr Lund, Lund’s", &mentions, &[]);
    assert_eq!(names, ["Ada Lund", "Ada Lund", "Ada M. Lund", "Ada M. Lund"].map(|_| "Ada Lund").to_vec());
    let entities = all("Present: Lund, Ada; Ada Lund spoke.", &[(P, "Lund"), (P, "Ada"), (P, "Ada Lund")], &[]);
    assert_eq!(
        entities.iter().map(|e| (e.text.as_str(), e.name.as_str())).collect::<Vec<_>>(),
        [("Lund, Ada", "Ada Lund"), ("Ada Lund", "Ada Lund")]
    );
}

#[test]
fn an_acronym_means_the_name_beside_it_or_the_only_one_with_its_letters() {
    let text = "The Lake Grain Office (LAGO) and the Union of Osk Ferries met. LAGO and UOF agreed.";
    let mentions = [(O, "Lake Grain Office"), (O, "LAGO"), (O, "Union of Osk Ferries"), (O, "LAGO"), (O, "UOF")];
    let names = resolved(text, &mentions, &[]);
    assert_eq!(names[1], "Lake Grain Office");
    assert_eq!(names[3], "Lake Grain Office");
    assert_eq!(names[4], "Union of Osk Ferries");
    let mentions = [(O, "LGO"), (O, "Lake Grain Office")];
    assert_eq!(resolved("LGO (Lake Grain Office) met.", &mentions, &[])[0], "Lake Grain Office");
    assert_eq!(resolved("XYZ met the Lake Grain Office.", &[(O, "XYZ")], &[]), ["XYZ"]);
}

#[test]
fn an_office_is_one_in_either_order_and_a_company_with_or_without_its_form() {
    let mentions = [(O, "Ministry of Foreign Affairs"), (O, "Foreign Ministry"), (O, "Ministry of Grain")];
    let names = resolved("Ministry of Foreign Affairs, Foreign Ministry, Ministry of Grain", &mentions, &[]);
    assert_eq!(names, ["Ministry of Foreign Affairs", "Ministry of Foreign Affairs", "Ministry of Grain"]);
    let mentions = [(O, "Oskar Motor Corp."), (O, "Oskar"), (O, "Oskar Motor Corporation")];
    let names = resolved("Oskar Motor Corp. Oskar. Oskar Motor Corporation.", &mentions, &[]);
    assert_eq!(names, ["Oskar Motor", "Oskar Motor", "Oskar Motor"]);
    assert_eq!(resolved("Oskar and Oskar Foundation", &[(O, "Oskar"), (O, "Oskar Foundation")], &[])[0], "Oskar");
}

#[test]
fn where_somebody_is_from_is_no_surname() {
    let text = "Tomas Wrede of Karrow met Wrede in Karrow; Joan of Arc saw Arc and Joan";
    let mentions =
        [(P, "Tomas Wrede of Karrow"), (P, "Wrede"), (P, "Karrow"), (P, "Joan of Arc"), (P, "Arc"), (P, "Joan")];
    let names = resolved(text, &mentions, &[]);
    assert_eq!(names, ["Tomas Wrede", "Tomas Wrede", "Karrow", "Joan of Arc", "Arc", "Joan of Arc"]);
}

#[test]
fn short_forms_of_countries_are_written_out_and_types_never_merge() {
    let mentions = [(L, "U.S."), (L, "US"), (L, "United States"), (O, "US")];
    assert_eq!(
        resolved("U.S. US United States US", &mentions, &[]),
        ["United States", "United States", "United States", "US"]
    );
    assert_eq!(resolved("Paris Osk flew to Paris", &[(P, "Paris Osk"), (L, "Paris")], &[]), ["Paris Osk", "Paris"]);
}

#[test]
fn a_comment_means_what_its_article_named() {
    let article = all(
        "Ada Lund, Per Berg, the Lake Grain Office (LGO).",
        &[(P, "Ada Lund"), (P, "Per Berg"), (O, "Lake Grain Office"), (O, "LGO")],
        &[],
    );
    assert_eq!(resolved("Lund and LGO", &[(P, "Lund"), (O, "LGO")], &article), ["Ada Lund", "Lake Grain Office"]);
    let mentions = [(P, "Eva Lund"), (P, "Lund")];
    assert_eq!(resolved("Eva Lund: Lund", &mentions, &article), ["Eva Lund", "Eva Lund"], "its own names come first");
}

#[test]
fn a_shouted_name_is_shown_as_it_is_spelled_elsewhere() {
    assert_eq!(resolved("OSK. Osk is far.", &[(L, "OSK"), (L, "Osk")], &[]), ["Osk", "Osk"]);
}

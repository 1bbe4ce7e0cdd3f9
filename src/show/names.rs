//! One statement with its names: marked in the text, explained, as a table.
//!
//! In: a statement, or its mentions with their reasons. Out: text, rows.

use super::harmless::one_line;
use super::paper::Paper;
use super::rows::Rows;
use super::statement::statement_text;
use crate::article::{Entity, Place, Statement};
use crate::text::Span;
use std::io::{self, Write};

/// The statement in full with what it names marked, each followed by its type, and by its full name where that is another.
///
/// # Errors
/// When it cannot be written.
pub fn named_text(paper: &mut Paper<'_>, statement: &Statement, answers: Option<&str>) -> io::Result<()> {
    let mut told = statement.clone();
    let (title, _) = with_names(statement, Place::Title);
    let (text, marks) = with_names(statement, Place::Text);
    (told.title, told.text) = (title, text);
    for (number, aside) in told.asides.iter_mut().enumerate() {
        (aside.text, _) = with_names(statement, Place::Aside(number));
    }
    statement_text(paper, &told, answers, &marks)
}

/// A field with the type and the full name behind each mention, and where the mentions stand then.
fn with_names(statement: &Statement, place: Place) -> (String, Vec<Span>) {
    let field = statement.field(place);
    let mut mentions: Vec<&Entity> = statement.entities.iter().filter(|entity| entity.place == place).collect();
    mentions.sort_by_key(|entity| entity.start);
    let (mut text, mut marks, mut at) = (String::new(), Vec::new(), 0);
    for entity in mentions {
        let (Some(before), Some(mention)) = (field.get(at..entity.start), field.get(entity.start..entity.end)) else {
            continue;
        };
        text.push_str(before);
        marks.push(Span::new(text.len(), text.len() + mention.len()));
        text.push_str(mention);
        let name = if mention == entity.name { String::new() } else { format!(" {}", entity.name) };
        text.push_str(&format!(" [{}{name}]", entity.kind));
        at = entity.end;
    }
    text.push_str(field.get(at..).unwrap_or_default());
    (text, marks)
}

/// A line a mention: as it stands there, its type and name, the reason.
///
/// # Errors
/// When it cannot be written.
pub fn reasons_text(paper: &mut Paper<'_>, reasons: &[(Entity, String)]) -> io::Result<()> {
    paper.line("")?;
    for (entity, reason) in reasons {
        let name = one_line(&entity.name);
        paper.line(&format!("{}: {} {name}, {}", one_line(&entity.text), entity.kind, one_line(reason)))?;
    }
    Ok(())
}

/// A row a mention: field, first and last byte, type, text, name, key.
///
/// # Errors
/// When it cannot be written.
pub fn mentions_csv(out: &mut dyn Write, statement: &Statement) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.row(&["in", "start", "end", "type", "text", "name", "key"])?;
    for entity in &statement.entities {
        let place = String::from(entity.place);
        let (start, end, kind) = (entity.start.to_string(), entity.end.to_string(), entity.kind.to_string());
        rows.row(&[&place, &start, &end, &kind, &entity.text, &entity.name, &entity.key])?;
    }
    rows.end()
}

#[cfg(test)]
mod tests {
    use super::with_names;
    use crate::article::{Entity, EntityType, Place, Statement};

    fn entity(place: Place, start: usize, text: &str, name: &str) -> Entity {
        let kind = EntityType::Person;
        let key = Entity::key_for(kind, name);
        Entity { start, end: start + text.len(), place, kind, text: text.to_owned(), name: name.to_owned(), key }
    }

    #[test]
    fn a_mention_is_followed_by_its_type_and_by_a_name_that_it_is_not() {
        let statement = Statement {
            title: "Lund".to_owned(),
            text: "Élan: Ada Lund and Lund.".to_owned(),
            entities: vec![
                entity(Place::Text, 20, "Lund", "Ada Lund"),
                entity(Place::Text, 7, "Ada Lund", "Ada Lund"),
                entity(Place::Title, 0, "Lund", "Ada Lund"),
                entity(Place::Text, 8, "da", "Overlap"),
            ],
            ..Statement::default()
        };
        let (text, marks) = with_names(&statement, Place::Text);
        assert_eq!(text, "Élan: Ada Lund [person] and Lund [person Ada Lund].");
        assert_eq!(marks.iter().map(|mark| mark.of(&text)).collect::<Vec<_>>(), ["Ada Lund", "Lund"]);
        assert_eq!(with_names(&statement, Place::Title).0, "Lund [person Ada Lund]");
    }
}

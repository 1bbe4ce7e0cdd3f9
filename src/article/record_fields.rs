//! The fields of one JSON object, taken one by one and leniently.
//!
//! In: an object. Out: each field as the type that was asked for, and a note for whatever was not of it.
//! Which fields there are is left to `record`.

use serde_json::{Map, Value};

/// Longest id, in bytes.
const LONGEST_ID: usize = 1_000;

/// An object whose fields are taken one by one; what is left at the end is unknown.
pub(super) struct Fields {
    map: Map<String, Value>,
    /// What stands before a note: where in the record it is.
    place: String,
    /// What was odd.
    pub(super) notes: Vec<String>,
}

impl Fields {
    /// The fields of an object; `place` is empty for the record itself, else like `comment 3: `.
    pub(super) fn of(map: Map<String, Value>, place: &str) -> Fields {
        Fields { map, place: place.to_owned(), notes: Vec::new() }
    }

    /// A field of any type; null is as absent.
    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.map.shift_remove(key).filter(|value| !value.is_null())
    }

    /// A string; a number counts as one, as ids often are numbers.
    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        match self.take(key)? {
            Value::String(text) => Some(text),
            Value::Number(number) => Some(number.to_string()),
            other => self.wrong(key, &other, "a string"),
        }
    }

    /// A string that says something.
    pub(super) fn filled(&mut self, key: &str) -> Option<String> {
        self.text(key).filter(|text| !text.trim().is_empty())
    }

    /// An id. What is longer than an index can look up is none.
    pub(super) fn id(&mut self, key: &str) -> Option<String> {
        let id = self.filled(key)?;
        if id.len() > LONGEST_ID {
            self.note(&format!("`{key}` is longer than {LONGEST_ID} bytes; left out"));
            return None;
        }
        Some(id)
    }

    /// A share between 0 and 1.
    pub(super) fn share(&mut self, key: &str) -> Option<f32> {
        let value = self.take(key)?;
        match value.as_f64() {
            Some(number) if (0.0..=1.0).contains(&number) => Some(number as f32),
            _ => self.wrong(key, &value, "a number from 0 to 1"),
        }
    }

    /// A whole number that is not negative.
    pub(super) fn number(&mut self, key: &str) -> Option<usize> {
        let value = self.take(key)?;
        let number = value.as_u64().and_then(|number| usize::try_from(number).ok());
        number.or_else(|| self.wrong(key, &value, "a whole number"))
    }

    /// A list; a single value is a list of one.
    pub(super) fn list(&mut self, key: &str) -> Vec<Value> {
        match self.take(key) {
            Some(Value::Array(values)) => values,
            Some(value) => vec![value],
            None => Vec::new(),
        }
    }

    /// A list of strings.
    pub(super) fn texts(&mut self, key: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for value in self.list(key) {
            match value {
                Value::String(text) => texts.push(text),
                other => self.note(&format!("`{key}` holds {}, not a string; left out", kind_of(&other))),
            }
        }
        texts
    }

    /// Notes that a field is of another type and is left out.
    pub(super) fn wrong<T>(&mut self, key: &str, value: &Value, expected: &str) -> Option<T> {
        self.note(&format!("`{key}` is {}, not {expected}; left out", kind_of(value)));
        None
    }

    /// Adds a note.
    pub(super) fn note(&mut self, message: &str) {
        self.notes.push(format!("{}{message}", self.place));
    }

    /// Ends the reading: what nobody took is unknown, and said where it holds anything.
    pub(super) fn end(mut self) -> Vec<String> {
        let holds = |value: &Value| !matches!(value, Value::Null) && *value != "" && *value != Value::Array(Vec::new());
        let unknown: Vec<String> =
            self.map.iter().filter(|(_, value)| holds(value)).map(|(key, _)| key.clone()).collect();
        for key in unknown {
            self.note(&format!("unknown key `{key}` left out"));
        }
        self.notes
    }
}

/// What a value is, in words.
pub(super) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use serde_json::{Value, json};

    fn fields(value: Value) -> Fields {
        match value {
            Value::Object(map) => Fields::of(map, "comment 3: "),
            _ => Fields::of(serde_json::Map::new(), ""),
        }
    }

    #[test]
    fn fields_are_taken_as_what_they_can_be() {
        let mut fields = fields(json!({"a": "x", "b": 7, "c": null, "d": ["x", "y"], "e": "one", "f": 0.5}));
        assert_eq!(fields.text("a").as_deref(), Some("x"));
        assert_eq!(fields.text("b").as_deref(), Some("7"));
        assert_eq!(fields.text("c"), None);
        assert_eq!(fields.texts("d"), ["x", "y"]);
        assert_eq!(fields.texts("e"), ["one"]);
        assert_eq!(fields.share("f"), Some(0.5));
        assert!(fields.end().is_empty());
    }

    #[test]
    fn an_id_that_no_index_can_look_up_is_left_out_and_said() {
        let mut fields = fields(json!({"id": "i".repeat(1_000), "parent": "i".repeat(1_001)}));
        assert_eq!(fields.id("id").map(|id| id.len()), Some(1_000));
        assert_eq!(fields.id("parent"), None);
        assert_eq!(fields.end(), ["comment 3: `parent` is longer than 1000 bytes; left out"]);
    }

    #[test]
    fn what_is_of_another_type_or_unknown_is_said_with_its_place() {
        let mut fields = fields(json!({"a": {}, "b": [1], "c": 2, "z": 1}));
        assert_eq!(fields.text("a"), None);
        assert!(fields.texts("b").is_empty());
        assert_eq!(fields.share("c"), None);
        assert_eq!(
            fields.end(),
            [
                "comment 3: `a` is an object, not a string; left out",
                "comment 3: `b` holds a number, not a string; left out",
                "comment 3: `c` is a number, not a number from 0 to 1; left out",
                "comment 3: unknown key `z` left out",
            ]
        );
    }
}

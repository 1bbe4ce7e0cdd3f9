//! Voting: several weak clues that agree can beat a strong one that stands alone.
//!
//! In: values with the confidence of the places they stand in. Out: for each distinct value how sure it is.
//! What makes two values equal is left to the field: it gives a key.

/// Values that agree, with the clues that speak for them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    /// What the values have in common.
    pub(super) key: String,
    /// The value of the clue that is most sure by itself.
    pub(super) value: String,
    /// Where that clue stands.
    pub(super) from: String,
    /// Confidence of the strongest clue of each kind of place.
    places: Vec<(String, f32)>,
}

impl Candidate {
    /// How sure the value is: one minus the chance that all its places are wrong, taken as independent.
    pub(super) fn weight(&self) -> f32 {
        1.0 - self.places.iter().map(|(_, confidence)| 1.0 - confidence.clamp(0.0, 0.99)).product::<f32>()
    }

    /// The confidence of the clue that is most sure by itself.
    pub(super) fn best(&self) -> f32 {
        self.places.iter().map(|(_, confidence)| *confidence).fold(0.0, f32::max)
    }

    /// Whether more than one kind of place says so.
    pub(super) fn agreed(&self) -> bool {
        self.places.len() > 1
    }

    /// Adds a place; the same kind of place counts once.
    pub(super) fn support(&mut self, from: &str, confidence: f32) {
        match self.places.iter_mut().find(|(place, _)| place == from) {
            Some((_, known)) => *known = known.max(confidence),
            None => self.places.push((from.to_owned(), confidence)),
        }
    }
}

/// Counts a vote.
pub(super) fn vote(candidates: &mut Vec<Candidate>, key: String, value: &str, from: &str, confidence: f32) {
    let at = candidates.iter().position(|candidate| candidate.key == key).unwrap_or_else(|| {
        candidates.push(Candidate { key, value: value.to_owned(), from: from.to_owned(), places: Vec::new() });
        candidates.len() - 1
    });
    let Some(candidate) = candidates.get_mut(at) else { return };
    let surer = confidence > candidate.best();
    candidate.support(from, confidence);
    if surer {
        value.clone_into(&mut candidate.value);
        from.clone_into(&mut candidate.from);
    }
}

/// The candidate with the greatest weight; the earlier of equal ones.
pub(super) fn strongest(candidates: &[Candidate]) -> Option<&Candidate> {
    let mut best: Option<&Candidate> = None;
    for candidate in candidates {
        if best.is_none_or(|known| candidate.weight() > known.weight() + 1e-6) {
            best = Some(candidate);
        }
    }
    best
}

/// Why a candidate was taken, in words.
pub(super) fn reason(candidate: &Candidate, of: usize) -> String {
    let places: Vec<&str> = candidate.places.iter().map(|(place, _)| place.as_str()).collect();
    let said =
        if candidate.agreed() { format!("{} agree", list(&places)) } else { format!("{} says so", list(&places)) };
    match of {
        0 | 1 => said,
        2 => format!("{said}; one other value is less sure"),
        more => format!("{said}; {} other values are less sure", more - 1),
    }
}

fn list(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{reason, strongest, vote};

    #[test]
    fn two_places_that_agree_beat_a_stronger_one_that_stands_alone() {
        let mut candidates = Vec::new();
        vote(&mut candidates, "a".to_owned(), "A", "heading", 0.8);
        vote(&mut candidates, "b".to_owned(), "B", "meta", 0.7);
        vote(&mut candidates, "b".to_owned(), "b", "title", 0.6);
        let best = strongest(&candidates).expect("a winner");
        assert_eq!(best.value, "B");
        assert_eq!(reason(best, 2), "meta and title agree; one other value is less sure");
    }

    #[test]
    fn one_place_that_repeats_itself_counts_once() {
        let mut candidates = Vec::new();
        vote(&mut candidates, "a".to_owned(), "A", "json-ld", 0.7);
        for _ in 0..5 {
            vote(&mut candidates, "b".to_owned(), "B", "time", 0.6);
        }
        assert_eq!(strongest(&candidates).map(|c| c.value.as_str()), Some("A"));
    }

    #[test]
    fn the_earlier_of_two_equals_wins() {
        let mut candidates = Vec::new();
        vote(&mut candidates, "a".to_owned(), "A", "x", 0.5);
        vote(&mut candidates, "b".to_owned(), "B", "y", 0.5);
        assert_eq!(strongest(&candidates).map(|c| c.value.as_str()), Some("A"));
    }
}

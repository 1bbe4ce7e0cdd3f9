//! Times of the day as pages write them behind a day.
//!
//! In: tokens. Out: `HH:MM:SS` with a zone where one is stated, and where it ends: `3:15 pm`, `15h15`, `15.15 Uhr`.

use super::day_tokens::{Kind, Tokens};

/// Words between a day and its time.
const LEADS: &[&str] = &[
    "at", "um", "à", "a", "las", "le", "alle", "ore", "om", "kl", "klo", "в", "о", "t", "às", "óra", "saat", "godz",
    "v", "den",
];

impl Tokens<'_> {
    /// The time that follows token `at`, past a sign or a small word or two.
    pub(super) fn clock_behind(&self, at: usize) -> Option<(usize, String)> {
        (at..at + 4)
            .take_while(|&place| place == at || self.leads_to_time(place - 1))
            .find_map(|place| self.clock(place))
    }

    fn leads_to_time(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(Kind::Sign(',' | '-' | '–' | '—' | '|' | '@' | '•' | '·' | ':' | '.' | '(')) => true,
            Some(Kind::Word) => {
                let word = self.piece(at).to_lowercase();
                LEADS.contains(&word.as_str())
            }
            _ => false,
        }
    }

    /// `3:15 pm`, `15:15:30`, `15h15`, `15.15 Uhr`, in the form of RFC 3339, and the token behind it.
    pub(super) fn clock(&self, at: usize) -> Option<(usize, String)> {
        let (mut hour, minute) = (self.small(at)?, self.two_digits(at + 2)?);
        let sign = self.piece(at + 1);
        if !matches!(sign, ":" | "h" | "H" | ".") || hour > 23 || minute > 59 {
            return None;
        }
        let (mut end, second) = match (self.piece(at + 3), self.two_digits(at + 4)) {
            (":", Some(second)) if second < 60 => (at + 5, second),
            _ => (at + 3, 0),
        };
        let word = self.piece(end).to_lowercase();
        if sign == "." && !matches!(word.as_str(), "uhr" | "am" | "pm" | "a" | "p") {
            return None;
        }
        if let Some((length, afternoon)) = self.half_of_day(end) {
            hour = match (afternoon, hour) {
                (true, 1..=11) => hour + 12,
                (false, 12) => 0,
                _ => hour,
            };
            end += length;
        } else if matches!(word.as_str(), "uhr" | "h") {
            end += 1;
        }
        let (end, zone) = self.zone(end);
        Some((end, format!("{hour:02}:{minute:02}:{second:02}{zone}")))
    }

    /// `am`, `p.m.`: tokens it takes, and whether it is the afternoon.
    fn half_of_day(&self, at: usize) -> Option<(usize, bool)> {
        match self.piece(at).to_lowercase().as_str() {
            "am" => Some((1, false)),
            "pm" => Some((1, true)),
            half @ ("a" | "p") if self.piece(at + 1) == "." && self.piece(at + 2).eq_ignore_ascii_case("m") => {
                let dot = usize::from(self.piece(at + 3) == ".");
                Some((3 + dot, half == "p"))
            }
            _ => None,
        }
    }

    /// `Z`, `UTC`, `GMT`, `+0200`, `+02:00`.
    fn zone(&self, at: usize) -> (usize, String) {
        match (self.piece(at), self.kind(at + 1)) {
            ("Z" | "UTC" | "GMT", _) => (at + 1, "Z".to_owned()),
            (sign @ ("+" | "-"), Some(Kind::Number(_, 4))) => (at + 2, format!("{sign}{}", self.piece(at + 1))),
            (sign @ ("+" | "-"), Some(Kind::Number(_, 2))) if self.piece(at + 2) == ":" => {
                (at + 4, format!("{sign}{}:{}", self.piece(at + 1), self.piece(at + 3)))
            }
            _ => (at, String::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::day_tokens::Tokens;

    fn clock(text: &str) -> Option<String> {
        Tokens::of(text).clock_behind(0).map(|(_, clock)| clock)
    }

    #[test]
    fn times_are_read_in_their_dresses() {
        for text in ["3:15 pm", "15:15", "at 3:15 p.m.", "15.15 Uhr", "à 15h15", "- 15:15:00", ", um 15:15 Uhr"] {
            assert_eq!(clock(text).as_deref(), Some("15:15:00"), "{text}");
        }
        assert_eq!(clock("12:05 am").as_deref(), Some("00:05:00"));
        assert_eq!(clock("15:15 UTC").as_deref(), Some("15:15:00Z"));
        assert_eq!(clock("15:15:30 +0200").as_deref(), Some("15:15:30+0200"));
    }

    #[test]
    fn other_numbers_are_no_times() {
        for text in ["25:15", "3:5", "15.15", "15:75", "soon", "ratio 3:15"] {
            assert_eq!(clock(text), None, "{text}");
        }
    }
}

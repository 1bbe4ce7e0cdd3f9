//! Numbers with their nouns, so that messages read well.
//!
//! In: a number and a noun. Out: `1 comment`, `12,300 comments`, `no comments`.

/// A number with commas between thousands.
#[must_use]
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number and its noun in the right form; `no` for nothing.
#[must_use]
pub fn counted(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {}", plural(noun)),
        1 => format!("1 {noun}"),
        n => format!("{} {}", count(n as u64), plural(noun)),
    }
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{count, counted};

    #[test]
    fn numbers_read_well() {
        assert_eq!([count(0), count(999), count(1234), count(1_234_567)], ["0", "999", "1,234", "1,234,567"]);
        assert_eq!(counted(0, "hit"), "no hits");
        assert_eq!(counted(1, "reply"), "1 reply");
        assert_eq!(counted(2, "reply"), "2 replies");
        assert_eq!(counted(1200, "day"), "1,200 days");
    }
}

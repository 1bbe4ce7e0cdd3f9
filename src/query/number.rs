//! Numbers and ranges of numbers as people write them.
//!
//! In: `5`, `>1`, `<=50`, `3..9`, `[3 TO 9}`, `1,000`. Out: a range with both ends included.

use super::fact::{Read, Unread};
use super::tree::{Match, Number, Range};

/// Reads a number or a range.
pub(super) fn read(number: Number, value: &str) -> Result<Read, Unread> {
    let range = range(value).ok_or_else(|| Unread {
        message: format!("`{value}` is no number; left out"),
        hint: Some("numbers are written 5, >5, <=5 or 3..9".to_owned()),
    })?;
    let swapped = matches!(range, Range { least: Some(least), most: Some(most) } if least > most);
    if swapped {
        let remark = Some(format!("no number fulfils `{value}`; nothing is found by it"));
        return Ok(Read { asks: Match::Nothing, remark });
    }
    Ok(Match::Number(number, range).into())
}

/// The range, its ends in disorder where no number lies in it.
fn range(value: &str) -> Option<Range> {
    if let Some((least, most)) = value.split_once("..") {
        return between(bound(least)?, bound(most)?);
    }
    if let Some(inside) = value.strip_prefix(['[', '{']) {
        let (least, most) = inside.strip_suffix([']', '}'])?.split_once(" TO ")?;
        let above = u64::from(value.starts_with('{'));
        let below = u64::from(value.ends_with('}'));
        return match (bound(least)?, bound(most)?) {
            (_, Some(most)) if most < below => Some(Range { least: Some(1), most: Some(0) }),
            (least, most) => between(least.map(|n| n.saturating_add(above)), most.map(|n| n - below)),
        };
    }
    if let Some(least) = value.strip_suffix('+') {
        return between(Some(whole(least)?), None);
    }
    let digits = value.trim_start_matches(['<', '>', '=']);
    let (operator, number) = (value.get(..value.len() - digits.len())?, whole(digits)?);
    match operator {
        "" | "=" | "==" => between(Some(number), Some(number)),
        ">" => between(Some(number.checked_add(1)?), None),
        ">=" | "=>" => between(Some(number), None),
        "<" if number == 0 => Some(Range { least: Some(1), most: Some(0) }),
        "<" => between(None, Some(number - 1)),
        "<=" | "=<" => between(None, Some(number)),
        _ => None,
    }
}

fn between(least: Option<u64>, most: Option<u64>) -> Option<Range> {
    (least.is_some() || most.is_some()).then_some(Range { least, most })
}

/// An end of a range; open where nothing or a `*` is written.
fn bound(text: &str) -> Option<Option<u64>> {
    match text.trim() {
        "" | "*" => Some(None),
        digits => whole(digits).map(Some),
    }
}

fn whole(text: &str) -> Option<u64> {
    let digits: String = text.trim().chars().filter(|c| *c != ',').collect();
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Range, range};

    #[test]
    fn every_way_to_write_a_range_is_read() {
        let of = |least, most| Some(Range { least, most });
        let written = [
            ("5", of(Some(5), Some(5))),
            (">1", of(Some(2), None)),
            (">= 2", of(Some(2), None)),
            ("<50", of(None, Some(49))),
            ("<=1,000", of(None, Some(1000))),
            ("3..9", of(Some(3), Some(9))),
            ("3+", of(Some(3), None)),
            ("3..", of(Some(3), None)),
            ("[3 TO 9}", of(Some(3), Some(8))),
            ("{3 TO *]", of(Some(4), None)),
        ];
        for (text, expected) in written {
            assert_eq!(range(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_left_to_the_complaint() {
        for text in ["", "..", "many", "-1", "1.5", "<>3", "99999999999999999999999", "[3 9]", ">18446744073709551615"]
        {
            assert_eq!(range(text), None, "{text}");
        }
    }

    #[test]
    fn an_impossible_range_holds_nothing() {
        for text in ["<0", "[0 TO 0}", "9..3"] {
            let range = range(text).expect(text);
            assert!(range.least > range.most, "{text}");
        }
    }
}

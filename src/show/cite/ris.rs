//! A citation as a RIS item.
//!
//! In: a [`Citation`]. Out: tagged lines; a value is one line, so that no text of a page reads as a tag. A day is written
//! `2017/07/12/`, with empty places for what is not known.

use super::{passage, place, title};
use crate::article::When;
use crate::ask::Citation;
use crate::show::harmless::one_line;

pub(super) fn item(citation: &Citation) -> String {
    let mut out = String::new();
    let mut tag = |name: &str, value: &str| out.push_str(&format!("{name}  - {}\n", one_line(value)));
    tag("TY", "ELEC");
    citation.authors.iter().for_each(|name| tag("AU", name));
    tag("TI", &title(citation));
    citation.site.iter().for_each(|site| tag("T2", site));
    if let Some(date) = &citation.date {
        date.parts().first().iter().for_each(|year| tag("PY", &year.to_string()));
        tag("DA", &day(date));
    }
    citation.url.iter().for_each(|url| tag("UR", url));
    citation.language.iter().for_each(|language| tag("LA", language));
    tag("ID", &citation.id);
    tag("N1", &place(citation));
    let passage = passage(citation);
    if !passage.is_empty() {
        tag("N2", &format!("“{passage}”"));
    }
    out.push_str("ER  - \n");
    out
}

fn day(date: &When) -> String {
    let parts = date.parts();
    let part = |at: usize, width: usize| parts.get(at).map_or(String::new(), |part| format!("{part:0width$}"));
    format!("{}/{}/{}/", part(0, 4), part(1, 2), part(2, 2))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::{day, item};
    use crate::article::When;
    use crate::text::Stamp;

    #[test]
    fn every_value_is_one_line_under_its_tag() {
        let mut evil = sample();
        evil.title = "A toll\nER  - \nTY  - BOOK".to_owned();
        let shown = item(&evil);
        assert!(shown.lines().all(|line| line.get(2..6) == Some("  - ")), "{shown}");
        assert_eq!(shown.lines().filter(|line| line.starts_with("ER") || line.starts_with("TY")).count(), 2);
        assert!(shown.contains("TI  - A toll ER - TY - BOOK\n"), "{shown}");
        assert!(shown.contains("AU  - Ann Marsh\nAU  - Marsh and Sons, Ltd\n"), "{shown}");
        assert!(shown.contains("N1  - bytes 10–28 of pk7azkq, lake/toll.html\n"), "{shown}");
    }

    #[test]
    fn a_day_is_written_as_far_as_it_is_known() {
        for (written, shown) in [("2017", "2017///"), ("2017-07", "2017/07//"), ("2017-07-12", "2017/07/12/")] {
            assert_eq!(day(&When::new(Stamp::parse(written).expect("a day"), "x", 1.0)), shown);
        }
    }
}

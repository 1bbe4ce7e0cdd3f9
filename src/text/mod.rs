//! The ground floor: what a word, a sentence and a day are.
//!
//! In: plain text. Out: spans, folded words, stems, sentences, days.
//! Index, scan and snippet maker all cut text here, so that what matched is what is marked.
//! It knows no file, no markup and no index.

mod clock;
mod day;
mod day_tokens;
mod day_words;
mod fold;
mod light;
mod month_names;
mod percent;
mod sentence;
mod span;
mod stem;
mod word;

pub use day::{Day, Period, Precision, Stamp};
pub use day_words::{find_days, read_day};
pub use fold::{fold, is_ignorable};
pub use light::is_light;
pub use percent::percent_encoded;
pub use sentence::{clauses, sentences};
pub use span::Span;
pub use stem::{STEMMED_LANGUAGES, Stemmer};
pub use word::{Word, Words, words};

//! Answers, reports and complaints as people and programs read them.
//!
//! In: plain values. Out: text for a terminal or a pipe, JSON, lines of JSON, CSV. It decides how things look and
//! nothing else; text from files is made harmless before it reaches a terminal.

mod answer;
mod atom;
mod batch;
mod bulk;
mod cite;
mod counts;
mod entities;
mod extract;
mod harmless;
mod kwic;
mod markdown;
mod names;
mod paper;
mod passage;
mod plural;
mod quote;
mod rows;
mod run;
mod statement;
mod stats;

pub use answer::{answer_csv, answer_json, answer_lines, answer_text, complaints};
pub use atom::answer_atom;
pub use batch::{batch_head, batch_line, batch_rows, trec};
pub use bulk::bulk_lines;
pub use cite::{Style, citation};
pub use counts::counts_csv;
pub use entities::{entities_csv, entities_lines, entities_text, people_csv, people_text};
pub use extract::{extracted_json, extracted_text, why_text};
pub use harmless::harmless;
pub use kwic::{
    collocates_csv, collocates_text, concordance_csv, concordance_json, concordance_lines, concordance_text,
};
pub use markdown::answer_markdown;
pub use names::{mentions_csv, named_text, reasons_text};
pub use paper::{Look, Paper};
pub use plural::{count, counted};
pub use quote::{checked_csv, checked_json, checked_lines, checked_text};
pub use run::{fault, report};
pub use statement::{around_text, statement_csv, statement_json, statement_text, thread_text};
pub use stats::{stats_csv, stats_json, stats_text};

//! Trains the model of names: `cargo run --release --example train-entities -- DIR -o FILE [--without NAME]…`.
//!
//! In: the training files and resources of DIR. Out: the model file, and on standard error how it does on the
//! development files that stand beside (`--dev DIR`). One thread and a fixed seed: the same files give the same bytes.

mod chain;
mod data;
mod pack;
mod score;

use byline::article::Place;
use byline::enrich::names::Stretch;
use byline::enrich::names::document::Document;
use byline::enrich::names::lattice::{Lattice, Segment};
use byline::enrich::names::lexicon::Lexicon;
use byline::enrich::names::model::Model;
use byline::enrich::names::tagger::Tagger;
use byline::enrich::names::votes::{KINDS, Votes};
use chain::{Example, Options, Trained};
use data::Sample;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The training files: weight, and how many single sentences make a document.
const FILES: [(&str, f32, usize); 7] = [
    ("voa-silver", 1.0, 8),
    ("crossner.train", 1.0, 1),
    ("uner-ewt-d.train", 1.0, 1),
    ("wikigold.train", 1.0, 1),
    ("gum.train", 1.0, 1),
    ("btc.train", 1.2, 1),
    ("wnut17.train", 0.8, 1),
];
/// Parts of the training files, each heard by a first pass that was trained on the others.
const FOLDS: usize = 4;
/// Chosen on the development files.
const OPTIONS: Options = Options { rounds: 15, rate: 0.05, pull: 0.04, least: 5, noise: 0.2 };
/// The second pass has few features, all of them common.
const LISTENING: Options = Options { least: 3, ..OPTIONS };
/// What a name is worth before any evidence: the tagger would rather miss than invent, and both cost the same.
const WORTH: f32 = 0.2;
/// A smaller weight is left out of the model.
const CUT: f32 = 0.01;

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| args.windows(2).filter(|pair| pair[0] == name).map(|pair| pair[1].as_str()).next();
    let Some(dir) = args.first().map(PathBuf::from) else {
        return Err(std::io::Error::other("usage: train-entities DIR -o FILE [--without NAME] [--dev DIR]"));
    };
    let without: Vec<&str> =
        args.windows(2).filter(|pair| pair[0] == "--without").map(|pair| pair[1].as_str()).collect();
    let began = Instant::now();
    let samples = samples(&dir, &without)?;
    let text = |name: &str| std::fs::read_to_string(dir.join("res").join(name));
    let lexicon = pack::lexicon(&text("clusters.tsv")?, &text("gaz.tsv")?);
    let bytes = train(&samples, &lexicon);
    say(&format!("{} bytes after {:.1} s", bytes.len(), began.elapsed().as_secs_f32()))?;
    if let Some(out) = value("-o") {
        std::fs::write(out, &bytes)?;
    }
    let dev = value("--dev").map_or_else(|| dir.join("../../eval/entities"), PathBuf::from);
    table(&bytes, &dev)
}

fn say(line: &str) -> std::io::Result<()> {
    writeln!(std::io::stderr(), "{line}")
}

/// The samples of all files but those whose names begin as one of `without`.
fn samples(dir: &Path, without: &[&str]) -> std::io::Result<Vec<Sample>> {
    let mut samples = Vec::new();
    for (name, weight, together) in FILES {
        if without.iter().all(|other| !name.starts_with(other)) {
            let read = data::read(&dir.join(format!("{name}.jsonl")), weight, together)?;
            samples.extend(read.into_iter().map(data::without_titles));
        }
    }
    Ok(samples)
}

/// How a model does on the development files; web and PUD are small, so that they are counted together too.
fn table(bytes: &[u8], dev: &Path) -> std::io::Result<()> {
    let tagger = Tagger::new(Model::read(bytes).map_err(std::io::Error::other)?);
    let mut pooled = [[0; 3]; 4];
    for name in ["politics", "pud", "web", "social"] {
        let path = dev.join(format!("dev-{name}.jsonl"));
        if !path.exists() {
            continue;
        }
        let counts = score::counts(&tagger, &data::read(&path, 1.0, 1)?);
        say(&score::line(name, &counts))?;
        if matches!(name, "pud" | "web") {
            pooled.iter_mut().flatten().zip(counts.iter().flatten()).for_each(|(sum, more)| *sum += more);
        }
    }
    say(&score::line("pud+web", &pooled))
}

fn train(samples: &[Sample], lexicon: &[u8]) -> Vec<u8> {
    let (read, _) = Lexicon::read(lexicon).expect("a lexicon that was just built");
    let fields: Vec<[Stretch<'_>; 1]> =
        samples.iter().map(|s| [Stretch { place: Place::Text, text: &s.text }]).collect();
    let documents: Vec<Document<'_>> = fields.iter().map(|fields| Document::new(fields, &read)).collect();
    let first = chain::train(examples(samples, &documents, |_| true), &OPTIONS);
    let heard = listen(samples, &documents, lexicon);
    let mut second = chain::train(listening(samples, &documents, &heard), &LISTENING);
    second.follows.iter_mut().for_each(|labels| labels[KINDS] -= WORTH);
    pack::model(lexicon, [&first, &second], CUT)
}

/// The lattices of a first pass over documents that it was not trained on.
fn listen(samples: &[Sample], documents: &[Document<'_>], lexicon: &[u8]) -> Vec<Vec<Lattice>> {
    let mut heard = vec![Vec::new(); documents.len()];
    for fold in 0..FOLDS {
        let trained = chain::train(examples(samples, documents, |at| at % FOLDS != fold), &OPTIONS);
        let bytes = pack::model(lexicon, [&trained, &Trained::default()], CUT);
        let tagger = Tagger::new(Model::read(&bytes).expect("a model that was just built"));
        for (at, document) in documents.iter().enumerate().filter(|(at, _)| at % FOLDS == fold) {
            heard[at] = tagger.lattices(document);
        }
    }
    heard
}

/// Examples for the first pass, of the documents that `takes` takes.
fn examples(samples: &[Sample], documents: &[Document<'_>], takes: impl Fn(usize) -> bool) -> Vec<Example> {
    let mut examples = Vec::new();
    for (_, (sample, document)) in samples.iter().zip(documents).enumerate().filter(|(at, _)| takes(*at)) {
        for run in &document.runs {
            if let Some(gold) = chain::gold(document, *run, &sample.names) {
                examples.push(chain::example(document, *run, gold, sample.weight));
            }
        }
    }
    examples
}

/// Examples for the second pass: each run hears all others of its document.
fn listening(samples: &[Sample], documents: &[Document<'_>], heard: &[Vec<Lattice>]) -> Vec<Example> {
    let mut examples = Vec::new();
    for ((sample, document), lattices) in samples.iter().zip(documents).zip(heard) {
        let said: Vec<Vec<Segment>> =
            lattices.iter().zip(&document.runs).map(|(lattice, run)| lattice.best_at(run.from)).collect();
        let mut votes = Votes::new(document);
        said.iter().for_each(|segments| votes.count(document, segments, 1));
        for ((run, own), lattice) in document.runs.iter().zip(&said).zip(lattices) {
            let Some(gold) = chain::gold(document, *run, &sample.names) else { continue };
            votes.count(document, own, -1);
            examples.push(chain::listening(document, *run, &votes, lattice.clone(), gold, sample.weight));
            votes.count(document, own, 1);
        }
    }
    examples
}

#[cfg(test)]
mod tests {
    use super::{Sample, data, pack, train};

    #[test]
    fn the_name_of_an_office_in_a_title_is_no_organisation() {
        let text = "Secretary of State Ada Lund left the State of Osk.".to_owned();
        let sample = Sample { text, names: vec![(13, 18, 1), (19, 27, 0), (37, 49, 2)], weight: 1.0 };
        assert_eq!(data::without_titles(sample).names, [(19, 27, 0), (37, 49, 2)]);
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let sentence = |number: usize| Sample {
            text: format!("Minister Ada Lund met {number} farmers of the Osk Union in Osk."),
            names: vec![(9, 17, 0)],
            weight: 1.0,
        };
        let samples: Vec<Sample> = (0..12).map(sentence).collect();
        let lexicon = pack::lexicon("met\t5\t3\t1\nin\t7\t3\t1\n", "osk\t4\nada\t128\nlake osk\t64\n");
        let (one, other) = (train(&samples, &lexicon), train(&samples, &lexicon));
        assert!(one == other && !one.is_empty());
    }
}

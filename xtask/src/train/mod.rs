//! Trains the tagger on articles with marked names and writes `data/model.bin`.
//!
//! Articles ([`corpus`]) become sentences of features and labels ([`examples`], [`headlines`]); a conditional random field is learnt
//! from them ([`learn`], [`lattice`]) and measured after each round ([`report`]). The same articles give the same
//! bytes, on any machine.

mod corpus;
mod examples;
mod headlines;
mod inputs;
mod lattice;
mod learn;
mod lists;
mod report;

use crate::project::root;
use anyhow::{Context, Result, ensure};
use clap::Args;
use corpus::Article;
pub(crate) use corpus::files;
use flate2::{Compression, write::GzEncoder};
use learn::Settings;
use newsmark::tagger::model::Model;
use sha2::{Digest, Sha256};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Trains the tagger: reads DIR/ner/*-train.jsonl and the teacher's labels, writes data/model.bin.
#[derive(Args)]
pub(crate) struct Train {
    /// Folder of the corpora: ner/*-train.jsonl, one {"text", "entities": [{"start", "end", "label"}]} a line
    #[arg(long, value_name = "DIR")]
    corpora: PathBuf,
    /// Folder of articles that a teacher marked, *.jsonl of the same form (data/generate/teacher.py writes it)
    #[arg(long, value_name = "DIR", default_value = "target/teacher")]
    teacher: PathBuf,
    /// Learn without a teacher
    #[arg(long, conflicts_with = "teacher")]
    no_teacher: bool,
    /// Where to write the weights
    #[arg(long, value_name = "FILE", default_value = "data/model.bin")]
    out: PathBuf,
    /// Leave every tenth article of the corpora out, measure on those, and write nothing
    #[arg(long)]
    held_out: bool,
    /// Measure on these files, too, once all is learnt; the tagger alone, without the engine's rules
    #[arg(long, value_name = "FILE")]
    dev: Vec<PathBuf>,
    /// Learn without a list of words, to see what it adds; writes nothing
    #[arg(long, value_name = "LIST", value_parser = lists::names())]
    without: Option<String>,
    /// How often to go through the articles to pick the weights, and once more to learn them
    #[arg(long, default_value_t = SETTINGS.rounds)]
    rounds: usize,
    /// How strongly weights are drawn towards zero: more makes the file smaller
    #[arg(long, default_value_t = SETTINGS.draw)]
    draw: f32,
    /// What a sentence marked by the teacher counts beside one of the corpora
    #[arg(long, default_value_t = SETTINGS.teacher)]
    weight: f32,
}

impl Train {
    /// Trains; as an optimised build, whatever this one is.
    pub(crate) fn run(self) -> Result<()> {
        if cfg!(debug_assertions) {
            return run_optimised();
        }
        let mut articles = read(&training_files(&root().join(&self.corpora).join("ner"))?, true)?;
        let measured: Vec<Article> = articles.iter().skip(9).step_by(10).cloned().collect();
        if self.held_out {
            articles =
                articles.into_iter().enumerate().filter(|(at, _)| at % 10 != 9).map(|(_, article)| article).collect();
        }
        if !self.no_teacher {
            articles.extend(self.taught()?);
        }
        let without = self.without.as_deref().map_or(0, lists::clues);
        let settings = Settings { rounds: self.rounds, draw: self.draw, teacher: self.weight, without, ..SETTINGS };
        println!("{}", report::head());
        let row = |name: &str, model: &Model, articles: &[Article]| {
            println!("{}", report::line(name, model, articles, without));
        };
        let model = train(&articles, settings, |round, model| row(&round.to_string(), model, &measured));
        for dev in &self.dev {
            let articles = corpus::read(&root().join(dev), true)?;
            row(&dev.file_stem().unwrap_or_default().to_string_lossy(), &model, &articles);
        }
        let bytes = model.write();
        println!("{} KB, {} KB gzipped", bytes.len() / 1024, zipped(&bytes)? / 1024);
        if !self.held_out && self.without.is_none() {
            let out = root().join(&self.out);
            std::fs::write(&out, &bytes).with_context(|| format!("{} cannot be written", out.display()))?;
            println!("For data/model-card.md: SHA-256 {}", checksum(&bytes));
            println!("                        lists and learner {}", inputs::checksum(settings)?);
            println!("{} from {} articles", out.display(), articles.len());
        }
        Ok(())
    }

    /// The articles that a teacher marked.
    fn taught(&self) -> Result<Vec<Article>> {
        let folder = root().join(&self.teacher);
        let files = corpus::files(&folder, ".jsonl").with_context(|| {
            format!(
                "there is no article marked by a teacher in {}: data/generate/teacher.py tells how to make them; name \
                 another folder with --teacher, or learn without by --no-teacher",
                folder.display()
            )
        })?;
        read(&files, false)
    }
}

/// Runs this very command as an optimised build.
pub(crate) fn run_optimised() -> Result<()> {
    let mut optimised = Command::new("cargo");
    optimised.args(["run", "--quiet", "--release", "--package", "xtask", "--"]).args(std::env::args_os().skip(1));
    let status = optimised.status().context("cargo does not run")?;
    ensure!(status.success(), "the optimised build of this command ended with {status}");
    Ok(())
}

/// The training files of a folder, in order.
pub(crate) fn training_files(folder: &Path) -> Result<Vec<PathBuf>> {
    corpus::files(folder, "-train.jsonl")
}

fn read(files: &[PathBuf], gold: bool) -> Result<Vec<Article>> {
    let articles: Vec<Vec<Article>> = files.iter().map(|file| corpus::read(file, gold)).collect::<Result<_>>()?;
    Ok(articles.into_iter().flatten().collect())
}

/// How many bytes they are, gzipped.
fn zipped(bytes: &[u8]) -> Result<usize> {
    let mut out = GzEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes)?;
    Ok(out.finish()?.len())
}

/// SHA-256, in hexadecimal digits.
fn checksum(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How the weights of `data/model.bin` are learnt.
const SETTINGS: Settings = Settings { rare: 2, rounds: 5, draw: 0.00007, teacher: 0.5, without: 0 };

/// Learns from `articles`; `report` is given each round's number and model.
fn train(articles: &[Article], settings: Settings, report: impl FnMut(usize, &Model)) -> Model {
    learn::learn(&mut examples::examples(articles, settings.rare, settings.without), settings, report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsmark::document::Document;
    use newsmark::tagger::{Class, Clues};

    const FEW: Settings = Settings { rare: 1, rounds: 12, draw: 0.00001, ..SETTINGS };

    fn articles() -> Vec<Article> {
        inputs::articles().expect("lines of a corpus")
    }

    #[test]
    fn the_same_corpus_gives_the_same_bytes() {
        assert_eq!(train(&articles(), FEW, |_, _| ()).write(), train(&articles(), FEW, |_, _| ()).write());
    }

    #[test]
    fn the_model_card_is_about_the_model() {
        let read = |name: &str| std::fs::read(root().join("data").join(name)).expect("a file of data");
        let card = String::from_utf8_lossy(&read("model-card.md")).into_owned();
        let checksum = checksum(&read("model.bin"));
        assert!(card.contains(&checksum), "data/model-card.md: SHA-256 of data/model.bin is {checksum}");
    }

    /// Who has the corpora can learn the weights anew, and is told when it is time.
    #[test]
    fn the_weights_are_learnt_with_the_lists_of_today() {
        let needed = ["../shared/corpora/ner", "target/teacher"].map(|folder| root().join(folder));
        if let Some(absent) = needed.iter().find(|folder| !folder.exists()) {
            println!("skipped: {} is absent, without which nothing can be learnt", absent.display());
            return;
        }
        let card = std::fs::read_to_string(root().join("data/model-card.md")).expect("the model card");
        let inputs = inputs::checksum(SETTINGS).expect("the lists");
        assert!(
            card.contains(&inputs),
            "the lists that the tagger asks, or the learner, are not those that data/model.bin was learnt with: run \
             cargo xtask train --corpora ../shared/corpora, and write what it prints into data/model-card.md (lists and \
             learner {inputs})"
        );
    }

    #[test]
    fn what_is_learnt_is_found_again() {
        let model = train(&articles(), FEW, |_, _| ());
        let doc = Document::new("Doctors in Tarvia met Mira Solano.");
        let found = newsmark::tagger::tag_with(&model, &doc, &Clues::new(&doc));
        let found: Vec<_> = found.iter().map(|name| (doc.read(name.tokens), name.class)).collect();
        assert_eq!(found, [("Tarvia".to_string(), Class::Place), ("Mira Solano".to_string(), Class::Person)]);
    }

    #[test]
    fn the_report_counts_what_is_right() {
        // Those that people marked: what the teacher marked counts half, and is not learnt whole.
        let articles = &articles()[..2];
        let model = train(articles, FEW, |_, _| ());
        let line = report::line("7", &model, articles, 0);
        assert_eq!(line.split_whitespace().next(), Some("7"));
        assert_eq!(line.split_whitespace().nth(2), Some("100.0"), "{line}");
        let nothing = report::line("0", &Model::default(), articles, 0);
        assert_eq!(nothing.split_whitespace().nth(2), Some("0.0"), "{nothing}");
    }
}

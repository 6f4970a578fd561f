//! Learns what tells speech from terms in quotation marks (`data/speech-signs.tsv`), and who said it
//! (`data/speaker-signs.tsv`).
//!
//! Both are log-linear choices over named signs ([`fit`]): of a stretch in marks whether it was said, and of the
//! candidates for a stretch who said it. No chance is in it: the same corpus gives the same files.

mod examples;
mod fit;

use anyhow::{Context, Result};
use clap::Args;
use examples::Example;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Signs that fewer candidates have are left out.
const RARE: usize = 5;
/// Weights are kept as whole numbers of this part.
const UNIT: f64 = 0.1;
/// In how many parts the articles are cut to see how well the signs hold for unseen ones.
const FOLDS: usize = 5;

/// What a table of signs is called, and what it says of itself.
struct Table {
    file: &'static str,
    header: &'static str,
    /// The tags of signs that weigh for and against.
    tags: [&'static str; 2],
    /// What a unit of weight costs, in units of loss.
    penalty: f64,
}

const SPEECH: Table = Table {
    file: "speech-signs.tsv",
    header: "\
# Signs of speech and of terms in quotation marks, with their weights: learnt by `cargo xtask train-quotes`, not edited.
# What each sign means stands in `src/annotate/quotes/signs.rs`. Words in marks are a term where terms weigh more.
",
    tags: ["speech", "term"],
    penalty: 2.0,
};

const SPEAKERS: Table = Table {
    file: "speaker-signs.tsv",
    header: "\
# Signs of who said the words in marks, with their weights for and against: learnt by `cargo xtask train-quotes`, not
# edited. What each sign means stands in `src/annotate/quotes/choice.rs`. Who weighs most is the speaker.
",
    tags: ["for", "against"],
    penalty: 1.5,
};

/// Learns to tell speech from terms, and speakers: reads DIR/quotes/*-train.jsonl, writes data/speech-signs.tsv and
/// data/speaker-signs.tsv
#[derive(Args)]
pub(crate) struct TrainQuotes {
    /// Folder of the corpora: quotes/*-train.jsonl, one {"text", "quotes": [{"quoted": [[start, end]], "source":
    /// [[start, end]]}]} a line
    #[arg(long, value_name = "DIR")]
    corpora: PathBuf,
    /// Folder to write the weights to
    #[arg(long, value_name = "DIR", default_value = "data")]
    out: PathBuf,
}

impl TrainQuotes {
    /// Learns; as an optimised build, whatever this one is.
    pub(crate) fn run(self) -> Result<()> {
        if cfg!(debug_assertions) {
            return crate::train::run_optimised();
        }
        std::fs::create_dir_all(&self.out).with_context(|| format!("{} cannot be made", self.out.display()))?;
        let (mut speech, mut speakers) = (Vec::new(), Vec::new());
        for path in crate::train::training_files(&self.corpora.join("quotes"))? {
            let lines = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            for (number, line) in lines.lines().enumerate() {
                let read = examples::read(line);
                let article = read.with_context(|| format!("{}, line {}", path.display(), number + 1))?;
                speech.push(article.speech);
                speakers.push(article.speakers);
            }
        }
        write(&self.out, &SPEECH, &speech)?;
        write(&self.out, &SPEAKERS, &speakers)
    }
}

/// Learns a table from the examples of each article, and tells how well it holds for articles not learnt from.
fn write(folder: &Path, table: &Table, articles: &[Vec<Example>]) -> Result<()> {
    let weights = learn(articles.iter().flatten(), table.penalty);
    let path = folder.join(table.file);
    std::fs::write(&path, text(table, &weights)).with_context(|| format!("{} cannot be written", path.display()))?;
    let right = cross_validated(articles, table.penalty);
    let (all, signs) = (articles.iter().flatten().count(), weights.len());
    println!("{}: {signs} signs from {} articles", path.display(), articles.len());
    println!("of {all} stretches in marks, {right} are told right when their articles are not learnt from");
    Ok(())
}

type Weights = BTreeMap<String, i32>;

fn learn<'a>(examples: impl Iterator<Item = &'a Example>, penalty: f64) -> Weights {
    let examples: Vec<&Example> = examples.filter(|example| example.iter().any(|c| c.right)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sign in examples.iter().flat_map(|example| example.iter()).flat_map(|candidate| &candidate.signs) {
        *counts.entry(sign).or_default() += 1;
    }
    let names: Vec<&str> = counts.into_iter().filter(|(_, count)| *count >= RARE).map(|(name, _)| name).collect();
    let index = |sign: &String| names.binary_search(&sign.as_str()).ok();
    let rows = |example: &&Example| {
        example.iter().map(|c| fit::Row { signs: c.signs.iter().filter_map(index).collect(), right: c.right }).collect()
    };
    let choices: Vec<Vec<fit::Row>> = examples.iter().map(rows).collect();
    let weights = fit::fit(&choices, names.len(), penalty);
    let whole = |weight: f64| (weight / UNIT).round() as i32;
    names.iter().zip(weights).map(|(name, weight)| (name.to_string(), whole(weight))).filter(|(_, w)| *w != 0).collect()
}

/// How many stretches are told right by what is learnt from the articles of the other parts.
fn cross_validated(articles: &[Vec<Example>], penalty: f64) -> usize {
    let part = |fold: usize, inside: bool| {
        articles.iter().enumerate().filter(move |(n, _)| (n % FOLDS == fold) == inside).flat_map(|(_, article)| article)
    };
    let right = |fold: usize| {
        let weights = learn(part(fold, false), penalty);
        let score = |signs: &[String]| signs.iter().filter_map(|sign| weights.get(sign)).sum::<i32>();
        let best = |e: &&Example| e.iter().rev().max_by_key(|c| score(&c.signs)).is_some_and(|c| c.right);
        part(fold, true).filter(best).count()
    };
    (0..FOLDS).map(right).sum()
}

fn text(table: &Table, weights: &Weights) -> String {
    let mut out = format!("{}phrase\ttags\tvalue\n", table.header);
    for (sign, weight) in weights {
        let _ = writeln!(out, "{sign}\t{}\t{}", table.tags[usize::from(*weight < 0)], weight.abs());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use examples::Candidate;

    #[test]
    fn a_sign_of_terms_weighs_against_speech_and_a_sign_of_both_nothing() {
        let example = |signs: &[&str], said: bool| {
            let signs = signs.iter().map(|sign| sign.to_string()).collect();
            vec![Candidate { signs, right: said }, Candidate { signs: Vec::new(), right: !said }]
        };
        let examples: Vec<Example> = (0..200)
            .map(|n| example(if n % 2 == 0 { &["case=title", "both"] } else { &["statement", "both"] }, n % 2 == 1))
            .collect();
        let weights = learn(examples.iter(), SPEECH.penalty);
        assert!(weights["case=title"] < 0 && weights["statement"] > 0, "{weights:?}");
        assert!(weights.get("both").is_none_or(|w| w.abs() < 3), "{weights:?}");
        assert_eq!(learn(examples.iter(), SPEECH.penalty), weights);
        let text = text(&SPEECH, &weights);
        assert!(text.contains("\ncase=title\tterm\t") && text.contains("\nstatement\tspeech\t"), "{text}");
    }
}

//! Learns what tells speech from terms in quotation marks and writes `data/speech-signs.tsv`.
//!
//! A logistic regression over named signs, with an L1 penalty so that few signs are kept, fitted by accelerated
//! proximal gradient steps (FISTA, Beck and Teboulle 2009). No chance is in it: the same corpus gives the same file.

use anyhow::{Context, Result};
use clap::Args;
use newsmark::annotate::{dates, entities, names, quotes};
use newsmark::document::Document;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

/// Signs that fewer stretches have are left out.
const RARE: usize = 5;
/// What a unit of weight costs, in units of loss.
const PENALTY: f64 = 2.0;
const STEPS: usize = 600;
/// Weights are kept as whole numbers of this part.
const UNIT: f64 = 0.1;
/// In how many parts the articles are cut to see how well the signs hold for unseen ones.
const FOLDS: usize = 5;
/// How much of two spans must be common for them to be the same words.
const OVERLAP: f64 = 0.8;

const HEADER: &str = "\
# Signs of speech and of terms in quotation marks, with their weights: learnt by `cargo xtask train-quotes`, not edited.
# What each sign means stands in `src/annotate/quotes/signs.rs`. Words in marks are a term where terms weigh more.
phrase\ttags\tvalue
";

/// Learns to tell speech from terms: reads DIR/quotes/*-train.jsonl, writes data/speech-signs.tsv
#[derive(Args)]
pub(crate) struct TrainQuotes {
    /// Folder of the corpora: quotes/*-train.jsonl, one {"text", "quotes": [{"quoted": [[start, end]]}]} a line
    #[arg(long, value_name = "DIR")]
    corpora: PathBuf,
    /// Where to write the weights
    #[arg(long, value_name = "FILE", default_value = "data/speech-signs.tsv")]
    out: PathBuf,
}

impl TrainQuotes {
    /// Learns; as an optimised build, whatever this one is.
    pub(crate) fn run(self) -> Result<()> {
        if cfg!(debug_assertions) {
            return crate::train::run_optimised();
        }
        let folder = self.corpora.join("quotes");
        let mut articles = Vec::new();
        for path in crate::train::training_files(&folder)? {
            let lines = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            for (number, line) in lines.lines().enumerate() {
                articles.push(examples(line).with_context(|| format!("{}, line {}", path.display(), number + 1))?);
            }
        }
        let weights = learn(articles.iter().flatten());
        let right = cross_validated(&articles);
        std::fs::write(&self.out, table(&weights))
            .with_context(|| format!("{} cannot be written", self.out.display()))?;
        let all = articles.iter().flatten().count();
        println!("{}: {} signs from {} articles", self.out.display(), weights.len(), articles.len());
        println!("of {all} marked stretches, {right} are told right when their articles are not learnt from");
        Ok(())
    }
}

/// A marked stretch: its signs, and whether it was said.
struct Example {
    signs: Vec<String>,
    said: bool,
}

/// The marked stretches of one line of a corpus; its offsets count code points.
fn examples(line: &str) -> Result<Vec<Example>> {
    let line: serde_json::Value = serde_json::from_str(line)?;
    let text = line["text"].as_str().context("no \"text\"")?;
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut said = Vec::new();
    for quote in line["quotes"].as_array().context("no \"quotes\"")? {
        for span in quote["quoted"].as_array().into_iter().flatten() {
            let offset = |side: usize| {
                let at = span[side].as_u64().context("a quoted span without offsets")?;
                bytes.get(at as usize).copied().with_context(|| format!("offset {at} is outside of the text"))
            };
            said.push((offset(0)?, offset(1)?));
        }
    }
    let doc = Document::new(text);
    let options = newsmark::Options::default();
    let dates = dates::find(&doc, None);
    let names = names::find(&doc, &dates, options.lexicon());
    let entities = entities::resolve(&doc, &names, options.lexicon());
    let example = |(span, signs): (newsmark::span::Span, Vec<String>)| {
        let range = span.range();
        Example {
            signs,
            said: said.iter().any(|(start, end)| overlap(range.start, range.end, *start, *end) >= OVERLAP),
        }
    };
    Ok(quotes::signs(&doc, &entities).into_iter().map(example).collect())
}

/// The common part of two spans, of all that they cover.
fn overlap(a: usize, b: usize, c: usize, d: usize) -> f64 {
    let common = b.min(d).saturating_sub(a.max(c));
    common as f64 / (b.max(d) - a.min(c)).max(1) as f64
}

type Weights = BTreeMap<String, i32>;

fn learn<'a>(examples: impl Iterator<Item = &'a Example>) -> Weights {
    let examples: Vec<&Example> = examples.collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sign in examples.iter().flat_map(|example| &example.signs) {
        *counts.entry(sign).or_default() += 1;
    }
    let names: Vec<&str> = counts.into_iter().filter(|(_, count)| *count >= RARE).map(|(name, _)| name).collect();
    let rows: Vec<Vec<usize>> = examples
        .iter()
        .map(|example| example.signs.iter().filter_map(|sign| names.binary_search(&sign.as_str()).ok()).collect())
        .collect();
    let target: Vec<f64> = examples.iter().map(|example| f64::from(u8::from(example.said))).collect();
    let weights = fit(&rows, &target, names.len());
    let whole = |weight: f64| (weight / UNIT).round() as i32;
    names.iter().zip(weights).map(|(name, weight)| (name.to_string(), whole(weight))).filter(|(_, w)| *w != 0).collect()
}

/// The weights of least loss, where each unit of weight costs [`PENALTY`].
fn fit(rows: &[Vec<usize>], target: &[f64], signs: usize) -> Vec<f64> {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(1) as f64;
    // The curvature of the loss is at most a quarter of the squared signs, summed.
    let step = 4.0 / (widest * rows.len().max(1) as f64);
    let (mut weights, mut ahead, mut pace) = (vec![0.0; signs], vec![0.0; signs], 1.0f64);
    for _ in 0..STEPS {
        let mut slope = vec![0.0; signs];
        for (row, target) in rows.iter().zip(target) {
            let score: f64 = row.iter().map(|sign| ahead[*sign]).sum();
            let error = 1.0 / (1.0 + (-score).exp()) - target;
            for sign in row {
                slope[*sign] += error;
            }
        }
        let shrunk = |weight: f64| weight.signum() * (weight.abs() - step * PENALTY).max(0.0);
        let next: Vec<f64> = ahead.iter().zip(&slope).map(|(weight, slope)| shrunk(weight - step * slope)).collect();
        let next_pace = (1.0 + (1.0 + 4.0 * pace * pace).sqrt()) / 2.0;
        let momentum = (pace - 1.0) / next_pace;
        ahead = next.iter().zip(&weights).map(|(next, last)| next + momentum * (next - last)).collect();
        (weights, pace) = (next, next_pace);
    }
    weights
}

/// How many stretches are told right by what is learnt from the articles of the other parts.
fn cross_validated(articles: &[Vec<Example>]) -> usize {
    let part = |fold: usize, inside: bool| {
        articles.iter().enumerate().filter(move |(n, _)| (n % FOLDS == fold) == inside).flat_map(|(_, article)| article)
    };
    let right = |fold: usize| {
        let weights = learn(part(fold, false));
        let score = |e: &Example| e.signs.iter().filter_map(|sign| weights.get(sign)).sum::<i32>();
        part(fold, true).filter(|e| (score(e) >= 0) == e.said).count()
    };
    (0..FOLDS).map(right).sum()
}

fn table(weights: &Weights) -> String {
    let mut out = HEADER.to_string();
    for (sign, weight) in weights {
        let tag = if *weight < 0 { "term" } else { "speech" };
        let _ = writeln!(out, "{sign}\t{tag}\t{}", weight.abs());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(signs: &[&str], said: bool) -> Example {
        Example { signs: signs.iter().map(|sign| sign.to_string()).collect(), said }
    }

    #[test]
    fn a_sign_of_terms_weighs_against_speech_and_a_sign_of_both_nothing() {
        let examples: Vec<Example> = (0..200)
            .map(|n| example(if n % 2 == 0 { &["case=title", "both"] } else { &["statement", "both"] }, n % 2 == 1))
            .collect();
        let weights = learn(examples.iter());
        assert!(weights["case=title"] < 0 && weights["statement"] > 0, "{weights:?}");
        assert!(weights.get("both").is_none_or(|w| w.abs() < 3), "{weights:?}");
        assert_eq!(learn(examples.iter()), weights);
    }

    #[test]
    fn a_line_gives_its_stretches_with_what_was_said() {
        let line = r#"{"text": "“The é road is open,” she said. The “Long Road” is a novel.", "quotes": [
            {"quoted": [[1, 20]]}]}"#;
        let said: Vec<bool> = examples(line).expect("a line of a corpus").iter().map(|e| e.said).collect();
        assert_eq!(said, [true, false]);
        let message = examples(r#"{"text": "a", "quotes": [{"quoted": [[0, 9]]}]}"#).err().map(|e| format!("{e:#}"));
        assert!(message.unwrap_or_default().contains("offset 9 is outside"));
    }
}

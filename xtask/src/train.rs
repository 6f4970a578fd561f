//! Trains the tagger on articles with marked names and writes `data/model.bin`.
//!
//! An averaged structured perceptron (Collins 2002): each sentence is tagged with the weights so far; where that
//! differs from the annotation, the features of the right labels gain one and those of the wrong ones lose one. What
//! is kept is the average over all steps. Everything is counted in integers from a fixed seed, so that the same
//! corpus gives the same bytes.

use anyhow::{Context, Result, ensure};
use clap::Args;
use newsmark::document::Document;
use newsmark::tagger::decode::{Decoder, Transitions};
use newsmark::tagger::features::Reader;
use newsmark::tagger::model::Model;
use newsmark::tagger::{Class, Clues, Label};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const SEED: u64 = 20_220_804;
/// A feature that fewer tokens have is left out.
const RARE: u32 = 2;
/// The largest weight in the file; the others are in proportion.
const LARGEST: f64 = 127.0;

/// Trains the tagger: reads DIR/ner/*-train.jsonl, writes data/model.bin.
#[derive(Args)]
pub(crate) struct Train {
    /// Folder of the corpora: ner/*-train.jsonl, one {"text", "entities": [{"start", "end", "label"}]} a line
    #[arg(long, value_name = "DIR")]
    corpora: PathBuf,
    /// Where to write the weights
    #[arg(long, value_name = "FILE", default_value = "data/model.bin")]
    out: PathBuf,
    /// How often to go through the corpus
    #[arg(long, default_value_t = 8)]
    rounds: usize,
    /// Weights smaller than this are left out of the file
    #[arg(long, default_value_t = 5)]
    smallest: i8,
}

impl Train {
    /// Trains; as an optimised build, whatever this one is.
    pub(crate) fn run(self) -> Result<()> {
        if cfg!(debug_assertions) {
            return run_optimised();
        }
        let mut articles = Vec::new();
        for path in training_files(&self.corpora.join("ner"))? {
            articles.extend(read(&path)?);
        }
        let bytes = train(&articles, self.rounds, self.smallest).write();
        std::fs::write(&self.out, &bytes).with_context(|| format!("{} cannot be written", self.out.display()))?;
        println!("{}: {} KB from {} articles", self.out.display(), bytes.len() / 1024, articles.len());
        Ok(())
    }
}

/// Runs this very command as an optimised build.
pub(crate) fn run_optimised() -> Result<()> {
    let mut optimised = Command::new("cargo");
    optimised.args(["run", "--quiet", "--release", "--package", "xtask", "--"]).args(std::env::args_os().skip(1));
    let status = optimised.status().context("cargo does not run")?;
    ensure!(status.success(), "training ended with {status}");
    Ok(())
}

/// The training files of a folder, in order.
pub(crate) fn training_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|path| path.to_string_lossy().ends_with("-train.jsonl"));
    files.sort();
    ensure!(!files.is_empty(), "{} holds no *-train.jsonl", folder.display());
    Ok(files)
}

/// An article and its names, in bytes of the text.
struct Article {
    text: String,
    names: Vec<(usize, usize, Class)>,
}

fn class(label: &str) -> Option<Class> {
    Some(match label {
        "Person" => Class::Person,
        "Organization" => Class::Organization,
        "Location" => Class::Place,
        "Facility" => Class::Facility,
        "NORP" => Class::Group,
        "Product" => Class::Product,
        "Misc" => Class::Other,
        _ => return None,
    })
}

fn read(path: &Path) -> Result<Vec<Article>> {
    let lines = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let parse = |(number, line): (usize, &str)| {
        article(line).with_context(|| format!("{}, line {}", path.display(), number + 1))
    };
    lines.lines().enumerate().map(parse).collect()
}

/// Reads one line; its offsets count code points.
fn article(line: &str) -> Result<Article> {
    let line: serde_json::Value = serde_json::from_str(line)?;
    let text = line["text"].as_str().context("no \"text\"")?.to_string();
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut names = Vec::new();
    for name in line["entities"].as_array().context("no \"entities\"")? {
        let offset = |field: &str| {
            let at = name[field].as_u64().with_context(|| format!("an entity without \"{field}\""))?;
            bytes.get(at as usize).copied().with_context(|| format!("\"{field}\" {at} is outside of the text"))
        };
        if let Some(class) = class(name["label"].as_str().unwrap_or_default()) {
            names.extend(parts(&text, offset("start")?, offset("end")?, class));
        }
    }
    names.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    Ok(Article { text, names })
}

/// Corpora differ on "Gulu, Uganda": here it is two places, and "Washington, D.C." one.
fn parts(text: &str, start: usize, end: usize, class: Class) -> Vec<(usize, usize, Class)> {
    let words = text.get(start..end).unwrap_or_default();
    match words.split_once(", ") {
        Some((first, second)) if class == Class::Place && !second.starts_with('D') => {
            let second = end - second.len();
            [vec![(start, start + first.len(), class)], parts(text, second, end, class)].concat()
        }
        _ => vec![(start, end, class)],
    }
}

/// A sentence to learn from: of each token its features, none where it cannot be a name; and its label.
struct Sentence {
    tokens: Vec<Option<Vec<u32>>>,
    labels: Vec<Label>,
}

/// The sentences of all articles, and the features by their place in the weights.
struct Examples {
    sentences: Vec<Sentence>,
    buckets: Vec<u32>,
}

fn examples(articles: &[Article]) -> Examples {
    let mut sentences = Vec::new();
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for article in articles {
        let doc = Document::new(&article.text);
        let clues = Clues::new(&doc);
        let reader = Reader::new(&doc, &clues);
        let labels = labels(&doc, &article.names);
        for sentence in &doc.sentences {
            let features = |i: usize| {
                reader.may_be_name(i).then(|| {
                    let mut features = Vec::new();
                    reader.features(i, &mut features);
                    features
                })
            };
            let tokens: Vec<_> = sentence.tokens.iter().map(features).collect();
            for feature in tokens.iter().flatten().flatten() {
                *counts.entry(*feature).or_default() += 1;
            }
            let labels = legal(&tokens, &labels[sentence.tokens.iter()]);
            if tokens.iter().any(Option::is_some) {
                sentences.push(Sentence { tokens, labels });
            }
        }
    }
    let mut buckets: Vec<u32> =
        counts.into_iter().filter(|(_, count)| *count >= RARE).map(|(bucket, _)| bucket).collect();
    buckets.sort_unstable();
    let place: HashMap<u32, u32> = buckets.iter().enumerate().map(|(place, bucket)| (*bucket, place as u32)).collect();
    for features in sentences.iter_mut().flat_map(|s| &mut s.tokens).flatten() {
        *features = features.iter().filter_map(|bucket| place.get(bucket).copied()).collect();
    }
    Examples { sentences, buckets }
}

/// The label of each token; of names that overlap, the first and longest.
fn labels(doc: &Document, names: &[(usize, usize, Class)]) -> Vec<Label> {
    let mut labels = vec![Label::OUTSIDE; doc.tokens.len()];
    let mut free = 0;
    for &(start, end, class) in names {
        let first = doc.token_at(start as u32);
        let mut last = first;
        while doc.tokens.get(last).is_some_and(|token| (token.span.start as usize) < end) {
            last += 1;
        }
        if first < free || first == last {
            continue;
        }
        free = last;
        labels[first..last].fill(Label::inside(class));
        labels[first] = Label::begin(class);
    }
    labels
}

/// What the tagger can say of it: nothing of tokens that cannot be names.
fn legal(tokens: &[Option<Vec<u32>>], labels: &[Label]) -> Vec<Label> {
    let mut before = Label::OUTSIDE;
    let mut out = Vec::with_capacity(labels.len());
    for (token, label) in tokens.iter().zip(labels) {
        let mut label = if token.is_some() { *label } else { Label::OUTSIDE };
        if let (false, Some(class)) = (label.may_follow(before), label.class()) {
            label = Label::begin(class);
        }
        out.push(label);
        before = label;
    }
    out
}

/// A weight and what it adds up to over all steps, updated only when it changes.
#[derive(Clone, Copy, Default)]
struct Weight {
    now: i32,
    /// Sum over changes of the step times the change.
    late: i64,
}

impl Weight {
    fn change(&mut self, by: i32, step: i64) {
        self.now += by;
        self.late += step * i64::from(by);
    }

    fn average(self, steps: i64) -> f64 {
        f64::from(self.now) - self.late as f64 / steps as f64
    }
}

type Row = [Weight; Label::COUNT];

fn train(articles: &[Article], rounds: usize, smallest: i8) -> Model {
    let Examples { sentences, buckets } = examples(articles);
    let mut weights: Vec<Row> = vec![[Weight::default(); Label::COUNT]; buckets.len()];
    let mut moves = [[Weight::default(); Label::COUNT]; Label::COUNT + 1];
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random(SEED);
    let mut decoder = Decoder::default();
    let mut step = 1i64;
    for round in 0..rounds {
        random.shuffle(&mut order);
        let mut wrong = 0;
        for &at in &order {
            let sentence = &sentences[at];
            let transitions: Transitions = moves.map(|row| row.map(|weight| weight.now));
            decoder.begin();
            for token in &sentence.tokens {
                let scores = token.as_ref().map(|features| score(&weights, features));
                decoder.step(&transitions, scores.as_ref());
            }
            let guess = decoder.best_path();
            if guess != sentence.labels {
                wrong += 1;
                update(&mut weights, &mut moves, sentence, guess, step);
            }
            step += 1;
        }
        eprintln!("round {}: {wrong} of {} sentences wrong", round + 1, sentences.len());
    }
    pack(&buckets, &weights, &moves, step, smallest)
}

fn score(weights: &[Row], features: &[u32]) -> [i32; Label::COUNT] {
    let mut scores = [0; Label::COUNT];
    for feature in features {
        for (score, weight) in scores.iter_mut().zip(&weights[*feature as usize]) {
            *score += weight.now;
        }
    }
    scores
}

fn update(weights: &mut [Row], moves: &mut [Row], sentence: &Sentence, guess: &[Label], step: i64) {
    let (mut right_before, mut guess_before) = (Label::COUNT, Label::COUNT);
    for ((token, right), guess) in sentence.tokens.iter().zip(&sentence.labels).zip(guess) {
        let (right, guess) = (right.index(), guess.index());
        if right != guess {
            for feature in token.iter().flatten() {
                weights[*feature as usize][right].change(1, step);
                weights[*feature as usize][guess].change(-1, step);
            }
        }
        if (right_before, right) != (guess_before, guess) {
            moves[right_before][right].change(1, step);
            moves[guess_before][guess].change(-1, step);
        }
        (right_before, guess_before) = (right, guess);
    }
}

/// The averages in bytes; small ones, and the features left without any, are dropped.
fn pack(buckets: &[u32], weights: &[Row], moves: &[Row], steps: i64, smallest: i8) -> Model {
    let averages: Vec<[f64; Label::COUNT]> =
        weights.iter().map(|row| row.map(|weight| weight.average(steps))).collect();
    let largest = averages.iter().flatten().fold(1.0f64, |largest, weight| largest.max(weight.abs()));
    let scale = LARGEST / largest;
    let byte = |weight: f64| {
        let byte = (weight * scale).round() as i8;
        if byte.unsigned_abs() < smallest.unsigned_abs() { 0 } else { byte }
    };
    let rows: Vec<(u32, [i8; Label::COUNT])> = buckets
        .iter()
        .zip(&averages)
        .map(|(bucket, row)| (*bucket, row.map(byte)))
        .filter(|(_, row)| row.iter().any(|weight| *weight != 0))
        .collect();
    let mut transitions: Transitions = [[0; Label::COUNT]; Label::COUNT + 1];
    for (row, averages) in transitions.iter_mut().zip(moves) {
        *row = averages.map(|weight| (weight.average(steps) * scale).round() as i32);
    }
    Model::new(&rows, transitions)
}

/// SplitMix64 (Steele et al. 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    }

    fn shuffle(&mut self, items: &mut [usize]) {
        for i in (1..items.len()).rev() {
            items.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus() -> Vec<Article> {
        let lines = [
            r#"{"text": "Mira Solano visited Tarvia on Monday. Solano met workers.", "entities": [
                {"start": 0, "end": 11, "label": "Person"}, {"start": 20, "end": 26, "label": "Location"},
                {"start": 38, "end": 44, "label": "Person"}]}"#,
            r#"{"text": "Engineers in Tarvia praised Mira Solano.", "entities": [
                {"start": 13, "end": 19, "label": "Location"}, {"start": 28, "end": 39, "label": "Person"}]}"#,
        ];
        lines.iter().map(|line| article(line).expect("a line of a corpus")).collect()
    }

    #[test]
    fn the_same_corpus_gives_the_same_bytes() {
        assert_eq!(train(&corpus(), 5, 1).write(), train(&corpus(), 5, 1).write());
    }

    #[test]
    fn what_is_learnt_is_found_again() {
        let model = train(&corpus(), 8, 1);
        let doc = Document::new("Doctors in Tarvia met Mira Solano.");
        let found = newsmark::tagger::tag_with(&model, &doc, &Clues::new(&doc));
        let found: Vec<_> = found.iter().map(|name| (doc.read(name.tokens), name.class)).collect();
        assert_eq!(found, [("Tarvia".to_string(), Class::Place), ("Mira Solano".to_string(), Class::Person)]);
    }

    #[test]
    fn a_bad_line_says_what_is_wrong() {
        let message = |line: &str| article(line).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(message(r#"{"entities": []}"#).contains("text"));
        assert!(
            message(r#"{"text": "a", "entities": [{"start": 0, "end": 9, "label": "Person"}]}"#).contains("outside")
        );
    }
}

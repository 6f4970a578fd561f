//! `cargo xtask score`: how right the marks are, on gold corpora that are not part of the project.
//!
//! A folder of corpora holds ner/*.jsonl, quotes/*.jsonl and casualties/*.jsonl, one article a line with "id", "text"
//! and what people marked; all offsets count code points. [`names`], [`quotes`] and [`casualties`] tell their fields.

mod casualties;
mod errors;
mod names;
mod quotes;
mod rates;

use crate::project::root;
use crate::train::{files, run_optimised};
use anyhow::{Context as _, Result, ensure};
use newsmark::{OffsetUnit, wire};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Scores the engine on the dev files of a folder of gold corpora.
#[derive(clap::Args)]
pub(crate) struct Score {
    /// Folder that holds ner/*.jsonl, quotes/*.jsonl and casualties/*.jsonl
    #[arg(long, value_name = "DIR", default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// Group and count what is wrong with the names, too
    #[arg(long)]
    errors: bool,
    /// Files to score, such as ner/worldwide-dev; all but those to learn from where none is named
    names: Vec<String>,
}

/// An article that people marked, and how the engine marks it.
struct Pair {
    gold: Gold,
    found: wire::Article,
}

/// An article that people marked.
struct Gold {
    /// The text's code points.
    text: Vec<char>,
    /// The line.
    marks: Value,
}

/// Prints the rows of a table.
type Table = fn(&[Pair]) -> Result<String>;

/// The folders, and what is scored in each.
const FOLDERS: [(&str, Table); 3] =
    [("ner", names::table), ("quotes", quotes::table), ("casualties", casualties::table)];

impl Score {
    /// Scores; as an optimised build, whatever this one is.
    pub(crate) fn run(&self) -> Result<()> {
        let corpora = root().join(&self.corpora);
        ensure!(
            corpora.is_dir(),
            "{} is not there: the gold corpora are not part of the project; name yours with --corpora",
            corpora.display()
        );
        if cfg!(debug_assertions) {
            return run_optimised();
        }
        let mut unknown = self.names.clone();
        for (folder, table) in FOLDERS.into_iter().filter(|(folder, _)| corpora.join(folder).is_dir()) {
            for path in files(&corpora.join(folder), ".jsonl")? {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                let name = format!("{folder}/{stem}");
                if if self.names.is_empty() { stem.ends_with("train") } else { !self.names.contains(&name) } {
                    continue;
                }
                unknown.retain(|wanted| *wanted != name);
                let gold = read(&path)?;
                let (pairs, time) = annotate(gold);
                let characters: usize = pairs.iter().map(|pair| pair.gold.text.len()).sum();
                let speed = characters as f64 / time.as_secs_f64().max(1e-9) / 1e6;
                let rows = table(&pairs).with_context(|| path.display().to_string())?;
                println!("\n{name}  ({speed:.2} M chars/s, one core)      P     R    F1\n{rows}");
                if self.errors && folder == "ner" {
                    println!("{}", errors::table(&pairs)?);
                }
            }
        }
        ensure!(unknown.is_empty(), "{} holds no {}", corpora.display(), unknown.join(", "));
        Ok(())
    }
}

/// The articles of a file.
fn read(path: &Path) -> Result<Vec<Gold>> {
    let lines = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let line = |(number, line): (usize, &str)| {
        Gold::parse(line).with_context(|| format!("{}, line {}", path.display(), number + 1))
    };
    lines.lines().enumerate().map(line).collect()
}

/// Each article as the engine marks it, and how long that took.
fn annotate(gold: Vec<Gold>) -> (Vec<Pair>, Duration) {
    let mut time = Duration::ZERO;
    let pair = |gold: Gold| {
        let text: String = gold.text.iter().collect();
        let start = Instant::now();
        let found = newsmark::annotate(&text).to_wire(OffsetUnit::Codepoint);
        time += start.elapsed();
        Pair { gold, found }
    };
    let pairs = gold.into_iter().map(pair).collect();
    (pairs, time)
}

impl Gold {
    fn parse(line: &str) -> Result<Gold> {
        let marks: Value = serde_json::from_str(line)?;
        let text = marks["text"].as_str().context("no \"text\"")?.chars().collect();
        Ok(Gold { text, marks })
    }

    /// The items of a list of marks.
    fn list(&self, field: &str) -> Result<&Vec<Value>> {
        self.marks[field].as_array().with_context(|| format!("no \"{field}\""))
    }
}

/// A stretch of code points, half-open.
type Span = (usize, usize);

/// {"start", "end"}; none where there is no such mark.
fn span(mark: &Value) -> Option<Span> {
    Some((mark["start"].as_u64()? as usize, mark["end"].as_u64()? as usize))
}

/// [start, end].
fn pair(mark: &Value) -> Option<Span> {
    Some((mark[0].as_u64()? as usize, mark[1].as_u64()? as usize))
}

/// A stretch that the engine marked.
fn of(start: u32, end: u32) -> Span {
    (start as usize, end as usize)
}

fn overlap(a: Span, b: Span) -> bool {
    a.0 < b.1 && b.0 < a.1
}

#[cfg(test)]
impl Pair {
    /// The article of a line, marked with what `marks` adds.
    fn example(line: &str, marks: impl FnOnce(&mut wire::Article)) -> Pair {
        let mut found = newsmark::annotate("").to_wire(OffsetUnit::Codepoint);
        marks(&mut found);
        Pair { gold: Gold::parse(line).expect("a line of a corpus"), found }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_says_what_is_missing() {
        let message = |line: &str| Gold::parse(line).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(message(r#"{"id": "1"}"#).contains("text"));
        let gold = Gold::parse(r#"{"text": "Añejo"}"#).expect("a text");
        assert_eq!(gold.text.len(), 5);
        assert!(gold.list("quotes").err().is_some_and(|e| e.to_string().contains("quotes")));
    }

    #[test]
    fn the_engine_is_scored_on_a_corpus() {
        // Both are marked; the second is no person.
        let text = "Mayor Ana Reyes spoke in Lima.";
        let line = format!(
            r#"{{"text": "{text}", "entities": [{{"start": 6, "end": 15, "type": "PER"}}, {{"start": 25, "end": 29, "type": "PER"}}]}}"#
        );
        let (pairs, _) = annotate(vec![Gold::parse(&line).expect("a line")]);
        let table = names::table(&pairs).expect("a table");
        let micro: Vec<_> = table.lines().next().unwrap_or_default().split_whitespace().collect();
        assert_eq!(micro[..5], ["micro", "strict", "50.0", "50.0", "50.0"], "{table}");
    }
}

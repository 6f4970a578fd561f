//! What the weights hang on besides the articles, as one checksum: the lists of words that the tagger asks, and the
//! learner itself. Where it is another than the model card's, the weights are no longer those that training gives.

use super::corpus::{self, Article};
use super::learn::Settings;
use crate::project::root;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The files of data/ that `tagger::clues` and the features look words up in.
const LISTS: [&str; 13] = [
    "cities.tsv",
    "clusters.txt",
    "common-words.tsv",
    "countries.tsv",
    "facility-words.tsv",
    "groups.tsv",
    "organization-words.tsv",
    "organizations.tsv",
    "people.tsv",
    "place-words.tsv",
    "regions.tsv",
    "sentence-starters.tsv",
    "titles.tsv",
];

/// A few articles of our own, which people and a teacher marked.
const GOLD: [&str; 2] = [
    r#"{"text": "Mira Solano visited Tarvia on Monday. Solano met workers.", "entities": [
        {"start": 0, "end": 11, "label": "Person"}, {"start": 20, "end": 26, "label": "Location"},
        {"start": 38, "end": 44, "label": "Person"}]}"#,
    r#"{"text": "Engineers in Tarvia praised Mira Solano.", "entities": [
        {"start": 13, "end": 19, "label": "Location"}, {"start": 28, "end": 39, "label": "Person"}]}"#,
];
const TAUGHT: &str = r#"{"text": "Nurses in Ostrel met Mira Kovan.", "entities": [
    {"start": 10, "end": 16, "label": "Location"}, {"start": 21, "end": 31, "label": "Person"}]}"#;

/// These articles.
pub(super) fn articles() -> Result<Vec<Article>> {
    let gold = GOLD.iter().map(|line| corpus::article(line, true));
    gold.chain([corpus::article(TAUGHT, false)]).collect()
}

/// SHA-256 of the lists, of the settings, and of what is learnt from the few articles.
pub(super) fn checksum(settings: Settings) -> Result<String> {
    let mut sum = Sha256::new();
    for list in LISTS {
        let path = root().join("data").join(list);
        let text = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let mut lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
        lines.sort_unstable();
        sum.update(lines.join("\n"));
    }
    sum.update(format!("{settings:?}"));
    sum.update(super::train(&articles()?, Settings { rare: 1, ..settings }, |_, _| ()).write());
    Ok(super::hexadecimal(&sum.finalize()))
}

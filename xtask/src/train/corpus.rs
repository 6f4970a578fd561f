//! Reads articles with marked names.

use anyhow::{Context, Result, ensure};
use newsmark::tagger::Class;
use std::path::{Path, PathBuf};

/// An article and its names, in bytes of the text.
#[derive(Clone)]
pub(super) struct Article {
    pub(super) text: String,
    pub(super) names: Vec<(usize, usize, Class)>,
    /// Whether people marked it; else a teacher did.
    pub(super) gold: bool,
}

/// The files of a folder whose names end so, in alphabetical order.
pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|path| path.to_string_lossy().ends_with(ending));
    files.sort();
    ensure!(!files.is_empty(), "{} holds no *{ending}", folder.display());
    Ok(files)
}

/// Reads a file of articles, one a line.
pub(super) fn read(path: &Path, gold: bool) -> Result<Vec<Article>> {
    let lines = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let parse = |(number, line): (usize, &str)| {
        article(line, gold).with_context(|| format!("{}, line {}", path.display(), number + 1))
    };
    lines.lines().enumerate().map(parse).collect()
}

/// Reads one line; its offsets count code points.
pub(super) fn article(line: &str, gold: bool) -> Result<Article> {
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
        let label = name["label"].as_str().filter(|label| !label.is_empty());
        if let Some(class) = class(label.or(name["type"].as_str()).unwrap_or_default()) {
            names.extend(parts(&text, offset("start")?, offset("end")?, class));
        }
    }
    names.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    Ok(Article { text, names, gold })
}

/// The class of a corpus's label; none of dates and amounts.
fn class(label: &str) -> Option<Class> {
    Some(match label {
        "Person" | "PER" => Class::Person,
        "Organization" | "ORG" => Class::Organization,
        "Location" | "LOC" => Class::Place,
        "Facility" => Class::Facility,
        "NORP" => Class::Group,
        "Product" => Class::Product,
        "Misc" | "MISC" => Class::Other,
        _ => return None,
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_says_what_is_wrong() {
        let message = |line: &str| article(line, true).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(message(r#"{"entities": []}"#).contains("text"));
        assert!(
            message(r#"{"text": "a", "entities": [{"start": 0, "end": 9, "label": "Person"}]}"#).contains("outside")
        );
    }

    #[test]
    fn a_place_and_its_country_are_two() {
        let line = r#"{"text": "Gulu, Uganda", "entities": [{"start": 0, "end": 12, "label": "Location"}]}"#;
        let names = article(line, true).expect("a line of a corpus").names;
        assert_eq!(names, [(0, 4, Class::Place), (6, 12, Class::Place)]);
    }
}

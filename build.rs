//! Packs every `data/*.tsv` into one index (`src/lexicon/packed.rs` tells its format) and generates `lexicon::NAME`
//! for each.
//!
//! A table's first line names its columns: `phrase`, then any of `tags` (comma-separated words, at
//! most 24 different), `code` (two letters) and `value` (below 2^24). Lines that begin with `#` are
//! comments. A phrase that stands twice gets the tags of both.
#![allow(clippy::expect_used, reason = "a build that cannot go on ends, saying why")]

use coder::{Coder as _, Encoder, Guesses};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "src/coder.rs"]
#[allow(dead_code, reason = "only the writer is needed here")]
mod coder;
#[path = "src/lexicon/phrases.rs"]
mod file;
#[path = "src/fold.rs"]
mod fold;
#[path = "src/slots.rs"]
#[allow(dead_code, reason = "only the hash is needed here")]
mod slots;

/// How many hashes of words `src/lexicon/clusters.rs` tells apart.
const CLUSTER_HASHES: u32 = 1 << 20;

/// How far apart their hashes are, and how many clusters there are.
const CLUSTER_GAP_BITS: u32 = 5;
const CLUSTER_BITS: u32 = 10;

/// What one list says of a phrase.
#[derive(Clone, Copy, Default)]
struct Entry {
    tags: u32,
    code: Option<[u8; 2]>,
    value: Option<u32>,
}

/// Of each phrase what each list says, by the list's number.
type Phrases = BTreeMap<String, BTreeMap<u8, Entry>>;

fn main() {
    println!("cargo:rerun-if-changed=data");
    for file in ["coder.rs", "fold.rs", "lexicon/phrases.rs", "slots.rs"] {
        println!("cargo:rerun-if-changed=src/{file}");
    }
    let out_dir = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut paths: Vec<_> = fs::read_dir("data")
        .expect("the folder data")
        .map(|entry| entry.expect("an entry of data").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "tsv"))
        .collect();
    paths.sort();
    assert!(paths.len() <= 64, "data: more than 64 lists");
    let mut code = String::new();
    let mut phrases = Phrases::new();
    for (list, path) in paths.iter().enumerate() {
        table(path, list as u8, &mut phrases, &mut code);
    }
    fs::write(Path::new(&out_dir).join("tables.rs"), code).expect("OUT_DIR can be written");
    fs::write(Path::new(&out_dir).join("lexicon.bin"), pack(&phrases)).expect("OUT_DIR can be written");
    fs::write(Path::new(&out_dir).join("clusters.bin"), pack_clusters()).expect("OUT_DIR can be written");
}

/// Adds the rows of a list to `phrases`, and its module to `code`.
fn table(path: &Path, list: u8, phrases: &mut Phrases, code: &mut String) {
    let name = path.file_stem().expect("a file name").to_string_lossy().replace('-', "_");
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let columns: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |wanted: &str| columns.iter().position(|c| *c == wanted);
    assert_eq!(column("phrase"), Some(0), "{}: the first column is `phrase`", path.display());
    let (tags, codes, values) = (column("tags"), column("code"), column("value"));

    let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').map(str::trim).collect()).collect();
    let field = |row: &[&str], at: Option<usize>| at.and_then(|i| row.get(i).copied()).unwrap_or("").to_string();
    let mut names: Vec<String> = Vec::new();
    for row in &rows {
        names.extend(field(row, tags).split(',').filter(|t| !t.is_empty()).map(str::to_string));
    }
    names.sort();
    names.dedup();
    assert!(names.len() <= 24, "{}: more than 24 tags", path.display());

    for row in &rows {
        let mut key = String::new();
        fold::fold(row[0], &mut key);
        assert!(key.bytes().all(|byte| byte > 31), "{}: {key:?} has a control character", path.display());
        let entry = phrases.entry(key).or_default().entry(list).or_default();
        for tag in field(row, tags).split(',') {
            if let Some(bit) = names.iter().position(|n| n == tag) {
                entry.tags |= 1 << bit;
            }
        }
        // Code and value of the first row that has one.
        let known = entry.code.is_some() || entry.value.is_some();
        if !known && let [a, b] = field(row, codes).as_bytes() {
            entry.code = Some([*a, *b]);
        }
        let value = field(row, values);
        if !known && !value.is_empty() {
            let value: u32 = value.parse().unwrap_or_else(|_| panic!("{}: {value} is no number", path.display()));
            assert!(value < 1 << 24, "{}: {value} is too large", path.display());
            entry.value = Some(value);
        }
    }

    let _ = writeln!(code, "/// `data/{}`.", path.file_name().expect("a file name").to_string_lossy());
    let _ = writeln!(code, "pub mod {name} {{");
    let _ = writeln!(code, "    /// The table itself.\n    pub const TABLE: super::Table = super::Table({list});");
    for (bit, tag) in names.iter().enumerate() {
        let constant = tag.to_uppercase().replace('-', "_");
        let _ = writeln!(code, "    /// Tag `{tag}`.\n    pub const {constant}: u32 = 1 << {bit};");
    }
    let _ = writeln!(code, "}}");
}

/// The file that `src/lexicon/packed.rs` reads.
fn pack(phrases: &Phrases) -> Vec<u8> {
    let entries = || phrases.values().flat_map(BTreeMap::values);
    let codes = most_used(entries().filter_map(|entry| entry.code));
    let rows = most_used(phrases.values().map(row));
    assert!(codes.len() <= 255, "data: more than 255 codes");
    assert!(rows.len() <= 31 + (1 << 11), "data: more than 2079 combinations of lists and tags");

    let coded: Vec<u8> = entries()
        .filter_map(|entry| codes.iter().position(|code| Some(*code) == entry.code))
        .map(|at| at as u8)
        .collect();
    let mut out = Vec::new();
    out.extend((phrases.len() as u32).to_le_bytes());
    out.extend((coded.len() as u32).to_le_bytes());
    out.extend((rows.len() as u16).to_le_bytes());
    out.push(codes.len() as u8);
    codes.iter().for_each(|code| out.extend(code));
    rows.iter().for_each(|row| out.extend(row));
    out.extend(&coded);

    let places: BTreeMap<&Vec<u8>, u32> = rows.iter().zip(0..).collect();
    let (mut file, mut coder) = (file::Phrases::new(), Encoder::new());
    let mut coded = coded.into_iter();
    for (phrase, lists) in phrases {
        file.letters(&mut coder, phrase.as_bytes());
        file.row(&mut coder, places[&row(lists)]);
        for entry in lists.values() {
            let code = entry.code.and_then(|_| coded.next()).unwrap_or(u8::MAX);
            if let Some(value) = entry.value {
                file.value(&mut coder, code, value);
            }
        }
    }
    out.extend(coder.finish());
    out
}

/// What all lists say of a phrase, but for its codes and values.
fn row(entries: &BTreeMap<u8, Entry>) -> Vec<u8> {
    let mut out = vec![entries.len() as u8];
    for (list, entry) in entries {
        out.push(list | u8::from(entry.code.is_some()) << 6 | u8::from(entry.value.is_some()) << 7);
        out.extend(&entry.tags.to_le_bytes()[..3]);
    }
    out
}

/// The file that `src/lexicon/clusters.rs` reads: hashes of words, in order, and the number of each word's line.
fn pack_clusters() -> Vec<u8> {
    let text = fs::read_to_string("data/clusters.txt").expect("data/clusters.txt");
    let lines = text.lines().filter(|line| !line.starts_with('#')).zip(0u16..);
    let words = lines.flat_map(|(line, number)| line.split(' ').map(move |word| (word, number)));
    let clusters: BTreeMap<u32, u16> =
        words.map(|(word, number)| (slots::hash(word.as_bytes()) % CLUSTER_HASHES, number)).collect();
    assert!(clusters.values().all(|number| *number < 1 << CLUSTER_BITS), "data/clusters.txt: more than 1024 clusters");
    let (mut gaps, mut coder) = (Guesses::new(1), Encoder::new());
    let mut last = 0;
    coder.plain(16, clusters.len() as u32);
    for (hash, number) in &clusters {
        gaps.gap(&mut coder, CLUSTER_GAP_BITS, hash - last);
        coder.plain(CLUSTER_BITS, (*number).into());
        last = *hash;
    }
    coder.finish()
}

/// Each item once, those that stand most often first.
fn most_used<T: Ord + Clone>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut counts: BTreeMap<T, u32> = BTreeMap::new();
    items.for_each(|item| *counts.entry(item).or_default() += 1);
    let mut items: Vec<(T, u32)> = counts.into_iter().collect();
    items.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    items.into_iter().map(|(item, _)| item).collect()
}

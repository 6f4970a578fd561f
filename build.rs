//! Packs every `data/*.tsv` into a sorted table (an fst) and generates `lexicon::NAME` for it.
//!
//! A table's first line names its columns: `phrase`, then any of `tags` (comma-separated words, at
//! most 24 different), `code` (two letters) and `value` (below 2^24). Lines that begin with `#` are
//! comments. A phrase that stands twice gets the tags of both.
#![allow(clippy::expect_used, reason = "a build that cannot go on ends, saying why")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "src/fold.rs"]
mod fold;

fn main() {
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=src/fold.rs");
    let out_dir = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut paths: Vec<_> = fs::read_dir("data")
        .expect("the folder data")
        .map(|entry| entry.expect("an entry of data").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "tsv"))
        .collect();
    paths.sort();
    let mut code = String::new();
    for path in paths {
        table(&path, Path::new(&out_dir), &mut code);
    }
    fs::write(Path::new(&out_dir).join("tables.rs"), code).expect("OUT_DIR can be written");
}

fn table(path: &Path, out_dir: &Path, code: &mut String) {
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

    let mut entries: BTreeMap<String, u64> = BTreeMap::new();
    for row in &rows {
        let mut bits = 0u64;
        for tag in field(row, tags).split(',') {
            if let Some(bit) = names.iter().position(|n| n == tag) {
                bits |= 1 << bit;
            }
        }
        if let [a, b] = field(row, codes).as_bytes() {
            bits |= (u64::from(*a) << 8 | u64::from(*b)) << 24;
        }
        let value = field(row, values);
        if !value.is_empty() {
            let value: u64 = value.parse().unwrap_or_else(|_| panic!("{}: {value} is no number", path.display()));
            assert!(value < 1 << 24, "{}: {value} is too large", path.display());
            bits |= value << 40;
        }
        let mut key = String::new();
        fold::fold(row[0], &mut key);
        let entry = entries.entry(key).or_default();
        // The tags of both; code and value of the first that has one.
        let upper = if *entry >> 24 == 0 { bits >> 24 << 24 } else { *entry >> 24 << 24 };
        *entry = upper | (*entry | bits) & 0xFF_FFFF;
    }
    let mut builder = fst::MapBuilder::memory();
    for (key, bits) in &entries {
        builder.insert(key, *bits).expect("keys are sorted");
    }
    let bytes = builder.into_inner().expect("an fst in memory");
    fs::write(out_dir.join(format!("{name}.fst")), bytes).expect("OUT_DIR can be written");

    let _ = writeln!(code, "/// `data/{}`.", path.file_name().expect("a file name").to_string_lossy());
    let _ = writeln!(code, "pub mod {name} {{");
    let _ = writeln!(code, "    /// The table itself.");
    let _ = writeln!(
        code,
        "    pub static TABLE: super::Table = super::Table::new(include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.fst\")));"
    );
    for (bit, tag) in names.iter().enumerate() {
        let constant = tag.to_uppercase().replace('-', "_");
        let _ = writeln!(code, "    /// Tag `{tag}`.\n    pub const {constant}: u32 = 1 << {bit};");
    }
    let _ = writeln!(code, "}}");
}

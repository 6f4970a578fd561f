//! ARCHITECTURE.md has a line for every source file, and for none that is gone; the crate takes what it says.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test may end so")]

use std::collections::BTreeSet;
use std::path::Path;

/// Where source files live, and what they end in.
const FOLDERS: [&str; 7] = ["src", "tests", "xtask", "www", "benches", "fuzz", "examples"];
const ENDINGS: [&str; 4] = ["rs", "ts", "js", "html"];
/// Folders of what is built or installed.
const BUILT: [&str; 6] = ["node_modules", "pkg", "lib", "dist", "target", "snapshots"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Paths of the source files under `folder`, with `/` between their parts.
fn sources(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && !BUILT.contains(&name.as_str()) {
            sources(&path, found);
        } else if ENDINGS.iter().any(|ending| path.extension().is_some_and(|e| e == *ending)) {
            let parts = path.strip_prefix(root()).expect("a path in the crate").iter();
            found.insert(parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"));
        }
    }
}

/// The first sentence of what a file says of itself: a start for its line.
fn first_words(path: &str) -> String {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_default();
    let said: Vec<&str> = text
        .lines()
        .skip_while(|line| line.starts_with("#!") || line.trim().is_empty())
        .map_while(|line| line.strip_prefix("//!").or(line.strip_prefix("//")).or(line.trim().strip_prefix("/**")))
        .map(|line| line.trim_end_matches("*/").trim())
        .take_while(|line| !line.is_empty())
        .collect();
    let said = said.join(" ");
    said.split(". ").next().unwrap_or("…").trim_end_matches('.').to_string()
}

#[test]
fn every_file_has_its_line() {
    let mut files: BTreeSet<String> = ["build.rs".to_string()].into();
    for folder in FOLDERS {
        sources(&root().join(folder), &mut files);
    }
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rows: Vec<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .filter(|(path, _)| !path.ends_with('/'))
        .map(|(path, _)| path.to_string())
        .collect();
    let listed: BTreeSet<String> = rows.iter().cloned().collect();
    assert_eq!(rows.len(), listed.len(), "a file is listed twice");
    let missing: Vec<String> =
        files.difference(&listed).map(|path| format!("| `{path}` | {} |", first_words(path))).collect();
    assert!(missing.is_empty(), "add to ARCHITECTURE.md:\n{}", missing.join("\n"));
    // A crate from the registry has no page and no xtask.
    let gone: Vec<&String> = listed
        .difference(&files)
        .filter(|path| path.split('/').next().is_some_and(|folder| root().join(folder).exists()))
        .collect();
    assert!(gone.is_empty(), "no longer there, take out of ARCHITECTURE.md: {gone:?}");
}

/// The tables of words are listed in `data/README.md`.
#[test]
fn every_table_is_described() {
    let text = std::fs::read_to_string(root().join("data/README.md")).expect("data/README.md");
    let named: BTreeSet<&str> = text
        .lines()
        .filter(|line| line.starts_with('|'))
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|cell| cell.split(','))
        .map(|name| name.trim().trim_matches('`').trim_end_matches(".tsv"))
        .collect();
    let tables = std::fs::read_dir(root().join("data")).expect("the folder data").flatten().map(|entry| entry.path());
    let tables = tables.filter(|path| path.extension().is_some_and(|e| e == "tsv"));
    let missing: Vec<String> = tables
        .filter_map(|path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
        .filter(|name| !named.contains(name.as_str()))
        .collect();
    assert!(missing.is_empty(), "add to data/README.md: {missing:?}");
}

/// A native build without the command line takes serde and nothing of JavaScript.
#[test]
fn the_core_is_small() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--edges", "normal", "--no-default-features", "--depth", "1", "--prefix", "none"])
        .current_dir(root())
        .output()
        .expect("cargo");
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(names, ["newsmark", "serde", "serde_json"]);
}

/// The command line, however deep one looks, takes nothing of WebAssembly.
#[test]
fn the_command_line_is_native() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--edges", "normal", "--package", "newsmark", "--prefix", "none", "--target"])
        .arg("x86_64-unknown-linux-gnu")
        .current_dir(root())
        .output()
        .expect("cargo");
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    assert!(tree.lines().any(|line| line.starts_with("clap ")), "{tree}");
    for name in ["wasm-bindgen", "js-sys", "tsify", "talc"] {
        assert!(!tree.lines().any(|line| line.starts_with(&format!("{name} "))), "{name} in\n{tree}");
    }
}

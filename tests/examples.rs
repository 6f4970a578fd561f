//! The Rust examples run and print what they say.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may end so")]

use std::path::{Path, PathBuf};
use std::process::Command;

const TEXT: &str = "Two people were killed in Lima, police said. “It fell on Blue Crane,” said Mayor Ana Reyes.\n";

/// What an example prints. `cargo test` builds the examples with the tests; for one test alone they are built here.
fn example(name: &str, args: &[&str]) -> String {
    let folder: PathBuf = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("examples");
    let built = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new(if built.is_file() { built.as_os_str() } else { env!("CARGO").as_ref() });
    if !built.is_file() {
        command
            .args(["run", "--quiet", "--example", name])
            .args((!cfg!(debug_assertions)).then_some("--release"))
            .arg("--");
    }
    let output = command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn file(name: &str, content: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.display().to_string()
}

#[test]
fn ledger_prints_who_says_how_many() {
    let printed = example("ledger", &[&file("example-ledger.txt", TEXT)]);
    assert!(printed.contains("Two people") && printed.contains("according to police"), "{printed}");
}

#[test]
fn speakers_print_who_says_what() {
    let names = file("example-names.tsv", "Blue Crane\tevent\n");
    let printed = example("speakers", &[&file("example-speakers.txt", TEXT), "2022-08-04", &names]);
    assert!(printed.contains("Ana Reyes: It fell on Blue Crane,"), "{printed}");
}

#[test]
fn export_writes_a_table() {
    let printed = example("export", &["claims-csv", &file("example-export.txt", TEXT)]);
    assert!(printed.starts_with("article,row,kind,") && printed.contains(",killed,Two,2,"), "{printed}");
}

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

/// Copied elsewhere and told where the crate lies, as its README says, with a `target` of its own.
#[test]
fn a_program_of_its_own_depends_on_the_crate() {
    let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let from = crate_root.join("examples/program");
    if !from.exists() {
        println!("skipped: the packed crate has no program");
        return;
    }
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program");
    std::fs::create_dir_all(to.join("src")).unwrap();
    std::fs::copy(from.join("src/main.rs"), to.join("src/main.rs")).unwrap();
    // The versions that are there already, so that nothing is asked of a registry.
    std::fs::copy(crate_root.join("Cargo.lock"), to.join("Cargo.lock")).unwrap();
    let manifest = std::fs::read_to_string(from.join("Cargo.toml")).unwrap();
    let told = manifest.replace("\"../..\"", &format!("{:?}", crate_root.display().to_string()));
    assert_ne!(told, manifest);
    std::fs::write(to.join("Cargo.toml"), told).unwrap();
    let article = file("example-program.txt", TEXT);
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--", &article])
        .env("CARGO_TARGET_DIR", to.with_file_name("program-target"))
        .current_dir(&to)
        .output()
        .unwrap();
    let (printed, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{told}");
    let rows: Vec<&str> = printed.trim_end().split("\r\n").collect();
    assert_eq!(rows.len(), 2, "{printed}");
    assert!(rows[1].contains(",killed,Two,2,2,2,exact,people,"), "{printed}");
    assert!(told.contains("A table of claims does not hold") && told.contains("2 quotes"), "{told}");
}

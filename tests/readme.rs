//! The README's samples do what it says. Its Rust samples run as doctests of the crate, its
//! JavaScript in the page's tests; here its commands run.

#![cfg(unix)]
#![allow(clippy::expect_used, reason = "a test may end so")]

use std::path::Path;
use std::process::Command;

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("README.md")
}

/// The fenced blocks with this info string.
fn blocks(text: &str, info: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(found) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if found == info {
                blocks.push(block.join("\n") + "\n");
            }
        }
    }
    blocks
}

/// Runs each `$ command` of the `console` blocks where `docs/samples` holds the files, and
/// compares what it prints with the lines below it.
#[test]
fn commands_print_what_the_readme_shows() {
    let bin = Path::new(env!("CARGO_BIN_EXE_newsmark"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/samples");
    let old = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(bin.parent().expect("a folder").to_path_buf()).chain(std::env::split_paths(&old));
    let path = std::env::join_paths(folders).expect("a path");
    let (mut ran, mut faults) = (0, Vec::new());
    for block in blocks(&readme(), "console") {
        for sample in block.split("$ ").filter(|sample| !sample.is_empty()) {
            let (command, expected) = sample.split_once('\n').expect("a command and its output");
            let output = Command::new("sh")
                .args(["-c", command])
                .current_dir(&folder)
                .env("PATH", &path)
                .env_remove("COLUMNS")
                .output()
                .expect("sh");
            let printed = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
            ran += 1;
            if printed.trim_end() != expected.trim_end() {
                faults.push(format!("$ {command}\nprints\n{printed}\nnot\n{expected}"));
            }
        }
    }
    assert!(ran >= 3, "the README shows {ran} commands");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The two commands of the README exist. Asks the xtask that runs these tests; where none has been
/// built, there is nothing to ask.
#[test]
fn its_xtask_commands_exist() {
    let commands: Vec<String> = blocks(&readme(), "sh").iter().map(|block| block.trim().to_string()).collect();
    assert_eq!(commands, ["cargo xtask start", "cargo xtask test"]);
    let xtask = Path::new(env!("CARGO_BIN_EXE_newsmark")).with_file_name("xtask");
    for command in commands.iter().filter(|_| xtask.exists()) {
        let words = command.split(' ').skip(2);
        let output = Command::new(&xtask).args(words).arg("--help").output().expect("xtask");
        assert!(output.status.success(), "{command} --help: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Every command of the guide's page runs as it stands, where there are the files that it names.
#[test]
fn commands_of_the_guide_run() {
    let bin = Path::new(env!("CARGO_BIN_EXE_newsmark"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    let article = "Two people were killed on Tuesday, police said.\n";
    std::fs::create_dir_all(folder.join("stories")).expect("a folder");
    for name in ["story.txt", "stories/one.txt", "stories/two.txt"] {
        std::fs::write(folder.join(name), article).expect("an article");
    }
    std::fs::write(folder.join("in.jsonl"), "{\"text\": \"Two people were killed.\"}\n").expect("articles");
    std::fs::write(folder.join("names.tsv"), "Lima\tplace\n").expect("names");
    let page =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/command-line.md")).expect("page");
    let commands: Vec<&str> = page.split('`').filter(|code| code.starts_with("newsmark ")).collect();
    assert!(commands.len() >= 9, "{commands:?}");
    for command in commands {
        let command_here = command.replacen("newsmark", &format!("'{}'", bin.display()), 1);
        let output = Command::new("sh").args(["-c", &command_here]).current_dir(&folder).output().expect("sh");
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Every file that the README points at is there.
#[test]
fn its_links_lead_somewhere() {
    let text = readme();
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for link in links.filter(|link| !link.starts_with("http")) {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(link).exists(), "{link} is not there");
    }
}

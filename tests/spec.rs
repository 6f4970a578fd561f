//! Runs the examples of `tests/spec/*.md`: the readable specification is the test.
//!
//! `SPEC=quotes cargo test --test spec` runs only the files with that in their name.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use support::{check, check_items, examples};

#[test]
fn every_example_comes_out_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let only = std::env::var("SPEC").unwrap_or_default();
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("the folder tests/spec")
        .map(|entry| entry.expect("an entry of tests/spec").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".md") && name.contains(&only))
        .collect();
    names.sort();
    let (mut ran, mut failures) = (0, Vec::new());
    for name in &names {
        let content = fs::read_to_string(folder.join(name)).expect("a spec file in UTF-8");
        let (examples, faults) = examples(&format!("tests/spec/{name}"), &content);
        ran += examples.len();
        failures.extend(faults);
        failures.extend(examples.iter().flat_map(check));
    }
    // Not through `println!`, which the test harness keeps to itself.
    let report = format!("spec: {ran} examples of {} files, {} failures\n", names.len(), failures.len());
    let _ = std::io::stderr().write_all(report.as_bytes());
    assert!(ran > 0, "no example in {} has SPEC={only} in its file name", folder.display());
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// Each item that the casualty reading promises, by its name: an example, and a look-alike that is read otherwise.
#[test]
fn every_item_has_its_example_and_its_look_alike() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/casualty-items.md");
    let content = fs::read_to_string(path).expect("the items in UTF-8");
    let (rows, faults) = check_items("tests/spec/casualty-items.md", &content);
    assert!(rows > 0 && faults.is_empty(), "{rows} items\n{}", faults.join("\n"));
}

/// What is rare in articles is judged by invented sentences: forty that are so, and forty that only look so.
#[test]
fn rare_readings_have_forty_examples_each_way() {
    for (name, reading) in [("hedges", " | hedged"), ("at-most", " | at_most | "), ("ranges", " | range | ")] {
        let path = format!("{}/tests/spec/figures-{name}.md", env!("CARGO_MANIFEST_DIR"));
        let content = fs::read_to_string(path).expect("a spec file in UTF-8");
        let figures = content.lines().filter(|line| line.matches(" | ").count() >= 6);
        let (so, not): (Vec<&str>, Vec<&str>) = figures.partition(|line| line.contains(reading));
        assert!(so.len() >= 40 && not.len() >= 40, "{name}: {} and {}", so.len(), not.len());
    }
}

#[test]
fn wrong_items_fail() {
    let faults = |rows: &str| check_items("a.md", rows).1.join("\n");
    let head = "| item | example | figures | look-alike | figures |\n|---|---|---|---|---|\n";
    let row = "| two | Two men died. | killed, Two, 2..2, exact, men | Two men sang. | nothing |\n";
    assert_eq!(check_items("a.md", &[head, row].concat()), (1, Vec::new()));
    assert!(faults(row).contains("a.md:1: the table's header names no layer"));
    assert!(faults(&[head, "| two | Two men died. | nothing |\n"].concat()).contains("a.md:3: a row has five cells"));
    let same = "| two | Two men sang. | nothing | Two men met. | nothing |\n";
    assert!(faults(&[head, same].concat()).contains("the look-alike is read as the example is"));
    let wrong = "| two | Two men sang. | killed, Two, 2..2, exact, men | Two men met. | nothing |\n";
    assert!(faults(&[head, wrong].concat()).contains("  - killed, Two, 2..2, exact, men\n  + nothing"));
}

/// The runner itself: what it must not let pass.
#[test]
fn wrong_examples_fail() {
    let faults = |content: &str| examples("a.md", content).1;
    assert_eq!(faults("```text\nOne.\n```\n```sentences\nOne.\n```\n"), Vec::<String>::new());
    assert!(faults("```text\nOne.\n```\n")[0].contains("a.md:1"), "an article without expectation");
    assert!(faults("```text\nOne.\n```\n\n```sentence\nOne.\n```\n")[0].contains("a.md:5"), "an unknown layer");
    assert!(faults("```sentences\nOne.\n```\n")[0].contains("before any"), "a layer without article");
    assert!(faults("```text\nOne.\n")[0].contains("never closed"), "a block without end");
    assert!(
        faults("```text publised=2022-08-04\nOne.\n```\n```dates\n```\n")[0].contains("publised"),
        "a misspelt option"
    );

    let (examples, _) = examples("a.md", "```text\nOne. Two.\n```\n```sentences\nOne.\nThree.\n```\n```tokens\n```\n");
    let failures: Vec<String> = examples.iter().flat_map(check).collect();
    assert_eq!(failures.len(), 2, "each layer that differs is told");
    assert!(failures[0].starts_with("a.md:4: sentences"));
    assert!(failures[0].contains("    One.\n  - Three.\n  + Two.\n"), "{}", failures[0]);
}

#[test]
fn escapes_stand_for_characters() {
    let (examples, faults) = examples(
        "a.md",
        r"```text escapes
a\u{A0}b\r
\\n\tc
```
```sentences
a\u{A0}b
\\n\tc
```
",
    );
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(examples[0].text, "a\u{A0}b\r\n\\n\tc");
}

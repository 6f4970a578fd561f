//! Runs the examples of `tests/spec/*.md`: the readable specification is the test.
//!
//! `SPEC=quotes cargo test --test spec` runs only the files with that in their name.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use support::{check, examples};

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

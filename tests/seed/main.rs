//! The seed article: everything that a careful reader marks in it comes out, and so it does with
//! its people, places, bodies and numbers swapped for others.
//!
//! Reads `../shared/seed`; skips, and says so, where that is absent. `SEED=7 cargo test --test seed
//! -- --nocapture` runs only variant 7 and prints its text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test may end so")]

mod check;
mod names;
mod variant;

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use variant::{Sum, variant};

/// The article and what must be found in it, if they are here.
fn seed() -> Option<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed");
    let (article, expected) = (folder.join("article.txt"), folder.join("expected.json"));
    if !article.exists() || !expected.exists() {
        // Not through `println!`, which the test harness keeps to itself.
        let _ = writeln!(std::io::stderr(), "seed: skipped, there is no {}", folder.display());
        return None;
    }
    let expected = fs::read_to_string(expected).expect("expected.json can be read");
    Some((
        fs::read_to_string(article).expect("article.txt can be read"),
        serde_json::from_str(&expected).expect("expected.json is JSON"),
    ))
}

#[test]
fn the_seed_article_comes_out() {
    let Some((article, expected)) = seed() else { return };
    let failures = check::failures(&article, &expected);
    assert!(failures.is_empty(), "\n{} things differ:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn twenty_variants_come_out() {
    all_come_out(1..=20, Sum::Holds);
}

#[test]
fn parts_that_do_not_sum_are_never_read_so() {
    all_come_out(101..=105, Sum::Broken);
}

fn all_come_out(seeds: std::ops::RangeInclusive<u64>, sum: Sum) {
    let Some((article, expected)) = seed() else { return };
    let only: Option<u64> = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
    let mut report = String::new();
    for seed in seeds.filter(|seed| only.is_none_or(|only| only == *seed)) {
        let (article, expected) = variant(&article, &expected, seed, sum);
        if only.is_some() {
            println!("{article}");
        }
        let failures = check::failures(&article, &expected);
        if !failures.is_empty() {
            report += &format!("\nvariant {seed}:\n{}\n", failures.join("\n"));
        }
    }
    assert!(report.is_empty(), "{report}");
}

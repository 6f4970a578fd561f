//! Characters a second of the native engine, over the project's own articles and over one long
//! line; `cargo xtask bench` runs it beside `annotate.js`, which measures the same in WebAssembly.

use newsmark::OffsetUnit;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let articles = articles()?;
    let all = articles.join("\n\n");
    let line = all.split_whitespace().collect::<Vec<_>>().join(" ");
    report("articles, one by one", &articles);
    for megabytes in [1, 5] {
        let long = line.repeat(megabytes * 1_000_000 / line.len() + 1);
        report(&format!("one line of {megabytes} MB"), &[long]);
    }
    Ok(())
}

/// The articles of `tests/articles`, in order of their names.
fn articles() -> Result<Vec<String>, Box<dyn Error>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    Ok(paths.iter().map(fs::read_to_string).collect::<Result<_, _>>()?)
}

/// Prints the median speed of several runs, wire format included.
fn report(name: &str, texts: &[String]) {
    let chars: usize = texts.iter().map(|text| text.chars().count()).sum();
    let mut times = Vec::new();
    let start = Instant::now();
    while times.len() < 3 || (times.len() < 99 && start.elapsed() < Duration::from_secs(2)) {
        let start = Instant::now();
        for text in texts {
            black_box(newsmark::annotate(black_box(text)).to_wire(OffsetUnit::Utf16));
        }
        times.push(start.elapsed());
    }
    times.sort();
    let median = times[times.len() / 2].as_secs_f64();
    println!("native  {name:<24} {:>8.1} ms  {:>7.2} M chars/s", median * 1e3, chars as f64 / median / 1e6);
}

//! The command line.

use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let stdin = std::io::stdin().lock();
    let mut out = std::io::stdout().lock();
    for line in stdin.lines() {
        let Ok(input) = serde_json::from_str::<serde_json::Value>(&line?) else { continue };
        let text = input["text"].as_str().unwrap_or_default();
        let mut wire = newsmark::annotate(text).to_wire(newsmark::OffsetUnit::Codepoint);
        wire.id = input["id"].as_str().map(str::to_string);
        serde_json::to_writer(&mut out, &wire)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

//! Reads an article from a file or standard input; prints its claims as CSV.

use newsmark::export::{self, Format};
use newsmark::{OffsetUnit, wire};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => std::io::read_to_string(std::io::stdin())?,
    };
    let article = newsmark::annotate(&text).to_wire(OffsetUnit::Codepoint);
    let article = wire::Article { text: Some(text), ..article };
    let table = export::write(&article, Format::ClaimsCsv, true)?;
    print!("{}{}", Format::ClaimsCsv.header(), table.content);
    if !table.left_out.is_empty() {
        eprintln!("A table of claims does not hold {}.", table.left_out.join(", "));
    }
    Ok(())
}

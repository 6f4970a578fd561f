//! Writes an article in another format, and says what the format cannot hold:
//! `cargo run --example export w3c article.txt`.

use newsmark::OffsetUnit;
use newsmark::export::{self, Format};
use newsmark::wire;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (word, path) = args.next().zip(args.next()).ok_or("name a format and a text file")?;
    let format = Format::ALL.into_iter().find(|format| format.word() == word);
    let format = format.ok_or_else(|| format!("there is no format {word}"))?;
    let text = std::fs::read_to_string(&path)?;

    let wire = newsmark::annotate(&text).to_wire(OffsetUnit::Codepoint);
    let wire = wire::Article { id: Some(path), text: Some(text), ..wire };
    let export = export::write(&wire, format, true)?;
    print!("{}{}", format.header(), export.content);
    if !export.left_out.is_empty() {
        eprintln!("{word} does not hold {}", export.left_out.join(", "));
    }
    Ok(())
}

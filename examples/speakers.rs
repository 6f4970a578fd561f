//! Prints who is quoted and what they say, with names of your own and weekdays resolved:
//! `cargo run --example speakers article.txt 2022-08-04 names.tsv`.

use newsmark::wire::QuoteKind;
use newsmark::{Annotator, Lexicon};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let text = std::fs::read_to_string(args.next().ok_or("name a text file")?)?;
    let mut annotator = Annotator::default();
    if let Some(day) = args.next() {
        annotator = annotator.with_published(&day)?;
    }
    if let Some(list) = args.next() {
        let (lexicon, problems) = Lexicon::read(&std::fs::read_to_string(list)?);
        problems.iter().for_each(|problem| eprintln!("names: {problem}"));
        annotator = annotator.with_lexicon(lexicon);
    }

    // An annotator is made once and serves many articles, on as many threads as there are.
    let article = annotator.annotate(&text);
    for (quote, speaker) in article.quotes.iter().zip(&article.speakers) {
        if quote.kind == QuoteKind::Term {
            continue;
        }
        let speaker = match speaker {
            Some(speaker) => match speaker.entity {
                Some(entity) => article.entities.get(entity).name.as_str(),
                None => article.doc.slice(speaker.span),
            },
            None => "Nobody is named",
        };
        println!("{speaker}: {}", article.doc.slice(quote.span));
    }
    Ok(())
}

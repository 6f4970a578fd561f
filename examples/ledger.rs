//! Prints what an article says about people harmed, and according to whom:
//! `cargo run --example ledger article.txt`.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a text file")?;
    let text = std::fs::read_to_string(path)?;
    let article = newsmark::annotate(&text);

    for row in &article.ledger {
        println!("{:?}", row.kind);
        for id in &row.figures {
            let figure = &article.figures[id.index()];
            let source = article.sources[id.index()].as_ref();
            let source = source.map_or("the article itself", |source| article.doc.slice(source.span));
            println!("  {}, according to {source}", article.doc.slice(figure.span));
        }
        for relation in &row.relations {
            println!("  {}", relation.note);
        }
    }
    Ok(())
}

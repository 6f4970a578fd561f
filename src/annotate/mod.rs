//! The passes, and the order they run in.

pub mod dates;
pub mod entities;
pub mod figures;
pub mod ledger;
pub mod names;
pub mod notes;
pub mod numbers;
pub mod quantities;
pub mod quotes;
pub mod references;
pub mod sources;
pub mod speakers;

use crate::Annotator;
use crate::article::Article;
use crate::document::Document;

/// Told how far a long text has been read: percent of the time that it takes as a rule.
pub type Tell<'a> = &'a dyn Fn(u32);

/// Reads `text` and marks every layer.
pub(crate) fn annotate<'t>(text: &'t str, annotator: &Annotator, tell: Tell) -> Article<'t> {
    let doc = Document::new(text);
    tell(10);
    let dates = dates::find(&doc, annotator.published());
    let numbers = numbers::find(&doc, &dates);
    let names = names::find(&doc, &dates, annotator.lexicon(), &|tagged| tell(12 + tagged * 28 / 100));
    let entities = entities::resolve(&doc, &names, annotator.lexicon());
    tell(48);
    let quotes = quotes::find(&doc, &entities);
    tell(58);
    let references = references::find(&doc, &entities, &quotes);
    let speakers = speakers::attribute(&doc, &quotes, &entities, &references);
    let (figures, counted) = figures::find(&doc, &numbers, &entities, &dates);
    tell(66);
    let quantities = quantities::find(&doc, &dates, &entities, &figures, counted);
    let sources = sources::attribute(&doc, &figures, &quotes, &speakers, &entities, &references);
    let ledger = ledger::build(&doc, &dates, &figures, &sources, &entities);
    let notes = notes::check(&doc, &dates, &entities, &quotes, &speakers, &figures, &sources, &ledger);
    tell(76);
    Article { doc, dates, entities, quotes, references, speakers, figures, quantities, sources, ledger, notes }
}

//! What a name's own words, or the noun before it, say of its class: "the company Transportes Sol Andino", "Central
//! Library".

use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::lexicon::name_nouns;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// Gives names the class that such words say.
pub(super) fn classify(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    for name in tagged.iter_mut() {
        let (start, last) = (name.tokens.start, name.tokens.end - 1);
        let several = name.tokens.len() > 1;
        match name.class {
            Class::Person | Class::Place if is_called_body(doc, start, name.tokens.end) => {
                name.class = Class::Organization;
            }
            Class::Place
                if several
                    && !clues.has(start, clues::CAPITAL | clues::REGION)
                    && clues.has(last, clues::FACILITY)
                    && !clues.has(last, clues::PLACE_END) =>
            {
                name.class = Class::Facility;
            }
            _ => {}
        }
    }
}

/// Whether a noun for a body stands right before the name: "the newspaper Al Balagh". What somebody did to the body
/// is another matter: "the company Musk bought".
fn is_called_body(doc: &Document, start: usize, end: usize) -> bool {
    let quote = start.checked_sub(1).filter(|i| doc.kind(*i) == TokenKind::Quote);
    let Some(noun) = quote.unwrap_or(start).checked_sub(1) else { return false };
    let called = doc.case(noun) == Case::Lower
        && name_nouns::TABLE.has_tag(doc.listed(noun), name_nouns::BODY)
        && doc.sentence_at(noun) == doc.sentence_at(start);
    let clause = quote.is_none() && (phrases::is_verbish(doc, end) || phrases::is_adverb(doc, end));
    called && !clause
}

//! Counted nouns that are no casualties: troops sent, houses, wars.

use super::grammar::Grammar;
use super::phrases::{Counted, Phrase};
use crate::annotate::quantities::Quantity;
use crate::lexicon::person_nouns;
use crate::span::TokenRange;

/// The phrases that became no figure and name what they count.
pub(super) fn find(g: &Grammar, phrases: &[Phrase], taken: &[bool]) -> Vec<Quantity> {
    let found = phrases.iter().zip(taken).filter(|(phrase, taken)| !**taken && counts(g, phrase));
    found.filter_map(|(phrase, _)| count(g, phrase)).collect()
}

/// "a", "no" and "another" count nothing here.
fn counts(g: &Grammar, phrase: &Phrase) -> bool {
    !(phrase.number.len() == 1
        && g.is_mark(phrase.number.start, &["a", "an", "no", "another", "both", "none", "nobody"]))
}

fn count(g: &Grammar, phrase: &Phrase) -> Option<Quantity> {
    let head = phrase.head?;
    let kind = match phrase.counted {
        Counted::People if phrase.tags & person_nouns::FORCE != 0 => "force",
        Counted::People => "people",
        _ => "other",
    };
    let tokens = TokenRange::new(phrase.whole.start.min(phrase.number.start), phrase.whole.end);
    Some(Quantity {
        span: g.doc.span_of(tokens),
        tokens,
        kind,
        low: phrase.low,
        high: phrase.high,
        bound: phrase.bound,
        unit: Some(g.doc.read(head)),
        rule: "quantities/by-noun",
    })
}

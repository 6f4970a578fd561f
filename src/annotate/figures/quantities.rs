//! Numbers that count no casualties: troops sent, money, distances, spans of time.

use super::Quantity;
use super::grammar::Grammar;
use super::phrases::{Counted, Phrase};
use crate::layer::Layer;
use crate::lexicon::{not_people, person_nouns};
use crate::span::TokenRange;

/// Quantities of the phrases that became no figure.
pub(super) fn find(g: &Grammar, phrases: &[Phrase], taken: &[bool]) -> Layer<Quantity> {
    let found = phrases.iter().zip(taken).filter(|(phrase, taken)| !**taken && counts(g, phrase));
    Layer::new(found.filter_map(|(phrase, _)| quantity(g, phrase)).collect())
}

/// "a", "no" and "another" count nothing here.
fn counts(g: &Grammar, phrase: &Phrase) -> bool {
    !(phrase.number.len() == 1
        && g.is_mark(phrase.number.start, &["a", "an", "no", "another", "both", "none", "nobody"]))
}

fn quantity(g: &Grammar, phrase: &Phrase) -> Option<Quantity> {
    let doc = g.doc;
    let start = phrase.whole.start.min(phrase.number.start);
    let currency = phrase.number.start.checked_sub(1).filter(|b| g.is_mark(*b, &["$", "€", "£", "¥", "₹"]));
    let noun = phrase.head.map(|head| doc.folded(head.end - 1));
    let tags = noun.map_or(0, |noun| {
        let table = &not_people::TABLE;
        table.get(noun).or_else(|| table.get(noun.strip_suffix('s')?)).map_or(0, |entry| entry.bits())
    });
    let kind = if currency.is_some() || tags & not_people::MONEY != 0 {
        "money"
    } else if g.is_mark(phrase.number.end, &["%"]) || tags & not_people::PERCENT != 0 {
        "percent"
    } else if tags & not_people::LENGTH != 0 {
        "distance"
    } else if tags & not_people::TIME != 0 {
        "duration"
    } else if phrase.counted == Counted::People {
        if phrase.tags & person_nouns::FORCE != 0 { "force" } else { "people" }
    } else if noun.is_some() {
        "other"
    } else {
        return None;
    };
    let end = if g.is_mark(phrase.number.end, &["%"]) { phrase.number.end + 1 } else { phrase.whole.end };
    let span = doc.span_of(TokenRange::new(currency.unwrap_or(start).min(start), end));
    Some(Quantity {
        span,
        kind,
        low: phrase.low,
        high: phrase.high,
        bound: phrase.bound,
        unit: phrase.head.map(|head| doc.read(head)).or_else(|| (kind == "percent").then(|| "%".to_string())),
        rule: "quantities/by-noun",
    })
}

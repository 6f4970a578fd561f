//! Notes: what the copy desk should look at, such as "**three** people dead" that nobody is named
//! for, or a quotation that opens with `"` and closes with `'`.
//!
//! Kinds: figure-without-source, conflicting-figures, headline-differs ([`claims`]); quote-without-speaker,
//! mismatched-marks ([`marks`]); name-spelled-two-ways, surname-before-full-name,
//! acronym-never-spelled-out ([`names`]); weekday-differs ([`days`]); look-alike-letters ([`letters`]);
//! page-leftovers, hidden-characters ([`page`]).
//!
//! Not noted: one victim of whom the story tells; "dozens" and "no one"; a figure that a source
//! gives elsewhere in the article; acronyms that every reader knows; relatives of one surname;
//! direction marks in a text that is written in both directions. A note that is wrong is worse
//! than none.
//!
//! Known misses: names of bodies and places spelled two ways; figures that only a picture's
//! caption sources.
//!
//! Data: `data/known-acronyms.tsv`. The finished layers are only read, never changed.

mod claims;
mod days;
mod letters;
mod marks;
mod names;
mod page;

use super::dates::Date;
use super::entities::Entities;
use super::figures::Figure;
use super::ledger::Claim;
use super::quotes::Quote;
use super::sources::Source;
use super::speakers::Speaker;
use crate::document::Document;
use crate::layer::Layer;
use crate::span::Span;

/// Something for the copy desk to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What it is about: `figure-without-source`, …
    pub kind: &'static str,
    /// Where.
    pub span: Span,
    /// Ids of what it is about, as the wire format writes them.
    pub items: Vec<String>,
    /// What to do, in plain words.
    pub message: String,
}

/// Checks the finished layers.
#[allow(clippy::too_many_arguments)] // It is the one pass that reads them all.
pub fn check(
    doc: &Document,
    dates: &Layer<Date>,
    entities: &Entities,
    quotes: &Layer<Quote>,
    speakers: &[Option<Speaker>],
    figures: &Layer<Figure>,
    sources: &[Option<Source>],
    ledger: &[Claim],
) -> Vec<Note> {
    let mut notes = Vec::new();
    notes.extend(claims::without_source(doc, dates, figures, sources, ledger));
    notes.extend(claims::conflicting(figures, ledger));
    notes.extend(claims::headline_differs(doc, figures, ledger));
    notes.extend(marks::without_speaker(doc, quotes, speakers));
    notes.extend(marks::mismatched(doc, quotes));
    notes.extend(names::spelled_two_ways(doc, entities));
    notes.extend(names::surname_first(doc, entities));
    notes.extend(names::acronyms(doc, entities));
    notes.extend(days::misnamed(doc, dates));
    notes.extend(letters::look_alikes(doc));
    notes.extend(page::leftovers(doc));
    notes.extend(page::hidden_characters(doc));
    crate::sort::by_key(&mut notes, |note| (note.span.start, std::cmp::Reverse(note.span.end)));
    notes
}

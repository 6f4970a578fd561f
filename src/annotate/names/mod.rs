//! Names: persons, organizations, places and other things.
//!
//! Marks: "Nikol Pashinyan", "Azeri defence ministry", "World Health Organization", "Black Sea",
//! "Russian". Does not mark: titles, a leading *the*, a possessive; months and weekdays; words that
//! only begin a sentence or stand in a headline that capitalises every word.
//!
//! Rules, in order of trust: bodies of a state; listed names; title and name; the form of a
//! capitalised sequence; a surname after the full name.
//! Known misses: names in lower case; names of films and laws.
//! Data: countries, regions, cities, organizations, groups, people, titles, *-words.
//! Follows the CoNLL-2003 guideline for what is a name, without its MISC.

mod rules;

use super::dates::Date;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::span::{Span, TokenRange};
use crate::tagger::Clues;
use crate::wire::EntityKind;

/// A name, before it is known whose.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its tokens, without title, leading *the* and possessive.
    pub tokens: TokenRange,
    /// Its bytes.
    pub span: Span,
    /// What the words name.
    pub kind: EntityKind,
    /// Title or office before or behind it.
    pub role: Option<TokenRange>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Name {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the names of `doc`.
pub fn find(doc: &Document, dates: &Layer<Date>) -> Layer<Name> {
    let clues = Clues::new(doc);
    Layer::new(rules::find(doc, dates, &clues))
}

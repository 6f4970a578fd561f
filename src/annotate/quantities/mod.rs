//! Quantities: amounts and counts that are no casualties.
//!
//! **Marks** money (`$3.5 million`, `Rs 40 crore`, `Ksh2bn`, `3 lakh rupees`), percentages (`12.5 per cent`),
//! distances, areas, weights and the like (`40 km`, `200-kilometre`), spans of time (`90-minute`), ages
//! (`34-year-old`, `Ana Reyes, 34,`), and what else is counted (`some 2,000 peacekeepers`, `two wars`), with value
//! and unit, so that a reader sees that they are no victims.
//!
//! **Does not mark** dates ("two weeks ago"), scores, telephone numbers, labels ("Flight 447"), fractions.
//!
//! **Rules in order of trust**: a currency before the digits ([`money`]); a currency, unit or `%` behind a number
//! ([`measures`]); ages; then the counted nouns that [`super::figures`] found no harm for.
//!
//! **Known misses**: `$` is left as it is, whatever country's it may be; `5ft 11in` is two; lower-case `r20`.
//!
//! **Data**: `currencies.tsv`, `units.tsv`, `number-words.tsv`, `bounds.tsv`.
//!
//! **Follows** OntoNotes for what is MONEY, PERCENT and QUANTITY, bound words included.

mod amount;
mod measures;
mod money;

use super::dates::Date;
use super::entities::Entities;
use super::figures::Figure;
use super::numbers::bounds;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::lexicon::page_furniture;
use crate::maps::HashSet;
use crate::span::{Span, TokenRange};
use crate::wire::Bound;
use amount::Amount;

/// An amount or count that is no casualty figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Bound words, number and unit, or what is counted.
    pub span: Span,
    /// Their tokens.
    pub tokens: TokenRange,
    /// `money`, `percent`, `distance`, `area`, `weight`, `volume`, `speed`, `temperature`, `power`, `duration`, `age`,
    /// `force`, `people`, `other`.
    pub kind: &'static str,
    /// Smallest value.
    pub low: Option<f64>,
    /// Largest value.
    pub high: Option<f64>,
    /// How the number bounds it.
    pub bound: Bound,
    /// The unit, or what is counted, as it reads.
    pub unit: Option<String>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Quantity {
    fn span(&self) -> Span {
        self.span
    }
}

/// Finds the quantities of `doc`; `counted` are the counted nouns that are no figures.
pub fn find(
    doc: &Document,
    dates: &Layer<Date>,
    entities: &Entities,
    figures: &Layer<Figure>,
    counted: Vec<Quantity>,
) -> Layer<Quantity> {
    let mut taken = vec![false; doc.tokens.len()];
    let spoken_for = dates.iter().map(|date| date.tokens).chain(figures.iter().map(|figure| figure.number));
    spoken_for.for_each(|tokens| take(&mut taken, tokens));
    let mut found = Vec::new();
    for sentence in &doc.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            if !money::may_begin(doc, i) && !measures::may_begin(doc, i) {
                i += 1;
                continue;
            }
            match read(doc, i, sentence.tokens) {
                Some(quantity) if is_free(&taken, quantity.tokens) => {
                    i = quantity.tokens.end.max(i + 1);
                    found.push(quantity);
                }
                _ => i = amount::skip(doc, i, sentence.tokens.end),
            }
        }
    }
    found.extend(measures::ages_of_people(doc, entities).into_iter().filter(|age| is_free(&taken, age.tokens)));
    found.iter().for_each(|quantity| take(&mut taken, quantity.tokens));
    let is_count = |count: &Quantity| is_free(&taken, count.tokens) && !is_clock(doc, count.tokens);
    found.extend(counted.into_iter().filter(is_count));
    let mut seen = HashSet::default();
    found.retain(|quantity| seen.insert(quantity.span));
    Layer::new(found)
}

/// Whether `number` is of money, percent or the like, and so counts nobody.
pub(super) fn is_amount(doc: &Document, number: TokenRange, within: TokenRange) -> bool {
    /// Tokens that a currency before the digits can have: "US $".
    const SIGN: usize = 2;
    (number.start.saturating_sub(SIGN).max(within.start)..=number.start)
        .filter_map(|i| read(doc, i, within))
        .any(|found| found.tokens.has(number.start) && found.kind != "age")
}

/// The amount that begins at token `i`: most words begin none.
fn read(doc: &Document, i: usize, within: TokenRange) -> Option<Quantity> {
    let money = if money::may_begin(doc, i) { money::before(doc, i, within) } else { None };
    money.or_else(|| if measures::may_begin(doc, i) { measures::read(doc, i, within) } else { None })
}

/// `14.35 local time` and `08.15 EET` count nothing.
fn is_clock(doc: &Document, tokens: TokenRange) -> bool {
    let clock = doc.word(tokens.start).split_once(['.', ':']).is_some_and(|(hour, minute)| {
        hour.parse::<u8>().is_ok_and(|hour| hour < 24)
            && minute.len() == 2
            && minute.parse::<u8>().is_ok_and(|m| m < 60)
    });
    clock && page_furniture::TABLE.has_tag(doc.listed(tokens.end - 1), page_furniture::STAMP)
}

fn take(taken: &mut [bool], tokens: TokenRange) {
    if let Some(tokens) = taken.get_mut(tokens.iter()) {
        tokens.fill(true);
    }
}

fn is_free(taken: &[bool], tokens: TokenRange) -> bool {
    taken.get(tokens.iter()).is_some_and(|taken| !taken.contains(&true))
}

/// A quantity at `tokens`, with the bound words around `number`.
fn quantity(
    doc: &Document,
    within: TokenRange,
    tokens: TokenRange,
    amount: &Amount,
    kind: &'static str,
    unit: Option<String>,
    rule: &'static str,
) -> Quantity {
    let bounds = bounds::around(doc, tokens, within);
    let mut whole = TokenRange::new(bounds.whole.start.min(tokens.start), bounds.whole.end.max(tokens.end));
    if amount.is_range && whole.start > within.start && doc.folded(whole.start - 1) == "between" {
        whole.start -= 1;
    }
    let (low, high, bound) = match bounds.bound {
        _ if amount.is_range => (Some(amount.low), amount.high, Bound::Range),
        Bound::AtLeast => (Some(amount.low), None, Bound::AtLeast),
        Bound::AtMost => (None, amount.high.or(Some(amount.low)), Bound::AtMost),
        _ if amount.high.is_none() => (Some(amount.low), None, Bound::Vague),
        bound => (Some(amount.low), amount.high, bound),
    };
    Quantity { span: doc.span_of(whole), tokens: whole, kind, low, high, bound, unit, rule }
}

//! The ledger: figures about the same harm side by side, and how they stand to each other.
//! "Three people are dead. Baku said it had lost **a** soldier and the army said **two** of its
//! troops had been killed" is one row that reads *adds-up*.
//!
//! A row is one kind of harm of one event ([`rows`]). Figures of another time ("the 2020 war") or
//! of another country make rows of their own. Readings, in order of trust ([`relations`]): equal
//! counts (repeats, agrees); parts that sum to a whole (adds-up) or to more (exceeds); later counts
//! with words that say so (updates); two named sources that can't both be right (conflicts); a row
//! of one figure is single.
//!
//! Not read: a sum of parts that are not told apart by side, place or victims; "including 3
//! children" against the whole as a conflict; figures that the article gives itself against a
//! source's as a conflict.
//!
//! Who is on whose side is worked out where both sides are told ([`sides`]); who died of hunger is not set against who
//! was shot ([`causes`]).
//!
//! Known misses: which place lies in which; events told apart by their names alone; sums of ranges; towns of one event
//! that give its toll, each under its own name.
//!
//! Data: `data/ledger-words.tsv`.

mod causes;
mod relations;
mod rows;
mod sides;
mod sums;
mod time;
mod view;
mod words;

use super::dates::Date;
use super::entities::Entities;
use super::figures::Figure;
use super::sources::Source;
use crate::document::Document;
use crate::layer::Layer;
use crate::span::{DateId, EntityId, FigureId};
use crate::wire::{Bound, HarmKind, Reading};
use view::View;

/// Figures about the same harm.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// What happened.
    pub kind: HarmKind,
    /// Where.
    pub place: Option<EntityId>,
    /// When.
    pub date: Option<DateId>,
    /// To whose people, where all figures agree on that.
    pub side: Option<EntityId>,
    /// Smallest count of the row; parts of a sum, and what a later count replaces, left out.
    pub low: Option<u64>,
    /// Largest count of the row.
    pub high: Option<u64>,
    /// Its figures, in order.
    pub figures: Vec<FigureId>,
    /// How they stand to each other.
    pub relations: Vec<Relation>,
}

/// How figures of a row stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// The reading.
    pub reading: Reading,
    /// The figure that the others are compared with.
    pub whole: Option<FigureId>,
    /// The others.
    pub figures: Vec<FigureId>,
    /// The same in words.
    pub note: String,
}

/// Groups `figures` into rows and says how they stand to each other.
pub fn build(
    doc: &Document,
    dates: &Layer<Date>,
    figures: &Layer<Figure>,
    sources: &[Option<Source>],
    entities: &Entities,
) -> Vec<Claim> {
    let view = View::new(doc, dates, figures, sources, entities);
    rows::rows(&view).into_iter().map(|row| claim(&view, row)).collect()
}

fn claim(view: &View, row: rows::Row) -> Claim {
    // What is only a part, replaced, or "none" of some, says nothing of the whole, unless there is nothing else.
    let replaced: Vec<FigureId> = row
        .relations
        .iter()
        .filter(|relation| matches!(relation.reading, Reading::AddsUp | Reading::Updates))
        .flat_map(|relation| relation.figures.iter().copied())
        .collect();
    let again = row.relations.iter().filter(|r| matches!(r.reading, Reading::Agrees | Reading::Repeats));
    let again = again.filter(|r| r.whole.is_some_and(|whole| replaced.contains(&whole))).flat_map(|r| &r.figures);
    let replaced: Vec<FigureId> = replaced.iter().chain(again).copied().collect();
    let counts = |f: &&FigureId| {
        let none = view.figure(**f).bound == Bound::None;
        !none && !replaced.contains(f) && view.whole_of(**f).is_none() && !view.is_partial(**f)
    };
    let wholes: Vec<FigureId> = row.figures.iter().filter(counts).copied().collect();
    // Beside "26 people", "two daughters" are no total.
    let of_all = |f: &FigureId| view.victims(*f).is_none() && view.figure(*f).side.is_none();
    let top = wholes.iter().filter(|f| of_all(f)).max_by_key(|f| view.figure(**f).low);
    let total = top.and_then(|top| view.figure(*top).low).unwrap_or(0);
    // What is contradicted is told of all, whatever they are called.
    let disputed = |f: &FigureId| {
        let conflicts = row.relations.iter().filter(|relation| relation.reading == Reading::Conflicts);
        conflicts.flat_map(|relation| relation.figures.iter().chain(&relation.whole)).any(|other| other == f)
    };
    // What a source gives is a count of all, too; the article's own smaller one, or a town's, is of some of them.
    let is_given = |f: &FigureId| {
        let place = view.figure(*f).place;
        let of_part =
            |top: &FigureId| place.is_some() && place != view.figure(*top).place && !view.is_narrower(*top, *f);
        of_all(f) && view.source(*f).is_some() && !top.is_some_and(of_part)
    };
    let is_whole = |f: &FigureId| {
        let made = row.relations.iter().filter(|r| matches!(r.reading, Reading::AddsUp | Reading::Repeats));
        made.filter_map(|relation| relation.whole).any(|whole| whole == *f && view.figure(whole).high.is_some())
    };
    let is_total = |f: &&FigureId| {
        disputed(f)
            || is_whole(f)
            || is_given(f)
            || view.figure(**f).side.is_some()
            || view.figure(**f).low >= Some(total)
    };
    let totals: Vec<FigureId> = wholes.iter().filter(is_total).copied().collect();
    let most: Vec<FigureId> = row.figures.iter().max_by_key(|f| view.figure(**f).low).copied().into_iter().collect();
    let counted = [totals, wholes, most].into_iter().find(|some| !some.is_empty()).unwrap_or_default();
    let lows = counted.iter().filter_map(|f| view.figure(*f).low);
    let highs: Option<Vec<u64>> = counted.iter().map(|f| view.figure(*f).high).collect();
    Claim {
        kind: row.kind,
        place: agreed(row.figures.iter().filter_map(|f| view.figure(*f).place)),
        date: agreed(row.figures.iter().filter_map(|f| view.figure(*f).date)),
        side: row.figures.iter().map(|f| view.side(*f)).reduce(|a, b| if a == b { a } else { None }).flatten(),
        low: lows.min(),
        high: highs.and_then(|highs| highs.into_iter().max()),
        figures: row.figures,
        relations: row.relations,
    }
}

/// The value, if all are the same.
fn agreed<T: PartialEq + Copy>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

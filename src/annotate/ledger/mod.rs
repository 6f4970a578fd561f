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
    let counted = if row.figures.len() == 1 { row.figures.clone() } else { counted(view, &row) };
    let open = counted.iter().any(|f| view.figure(*f).high.is_none());
    Claim {
        kind: row.kind,
        place: agreed(row.figures.iter().filter_map(|f| view.figure(*f).place)),
        date: agreed(row.figures.iter().filter_map(|f| view.figure(*f).date)),
        side: row.figures.iter().map(|f| view.side(*f)).reduce(|a, b| if a == b { a } else { None }).flatten(),
        low: counted.iter().filter_map(|f| view.figure(*f).low).min(),
        high: counted.iter().filter_map(|f| view.figure(*f).high).max().filter(|_| !open),
        figures: row.figures,
        relations: row.relations,
    }
}

/// The figures of a row that say how many were harmed in all.
fn counted(view: &View, row: &rows::Row) -> Vec<FigureId> {
    /// Relations of a row that are asked: its equal counts come first, and there can be many.
    const ASKED: usize = 96;
    let is_whole = |f: FigureId, readings: &[Reading]| {
        row.relations.iter().take(ASKED).any(|r| readings.contains(&r.reading) && r.whole == Some(f))
    };
    let is_other = |f: FigureId, readings: &[Reading]| {
        row.relations.iter().rev().take(ASKED).any(|r| readings.contains(&r.reading) && r.figures.contains(&f))
    };
    // What is only a part, replaced, or "none" of some, says nothing of the whole, unless there is nothing else.
    let count = |f: FigureId| (view.figure(f).low, view.figure(f).high);
    let replaced = |f: FigureId| is_other(f, &[Reading::AddsUp, Reading::Updates]);
    let gone = those(&row.figures[..row.figures.len().min(ASKED)], &replaced);
    let wholes = those(&row.figures, &|f| {
        let again = || {
            gone.iter().any(|other| count(*other) == count(f) && is_whole(*other, &[Reading::Agrees, Reading::Repeats]))
        };
        view.figure(f).bound != Bound::None
            && !replaced(f)
            && !again()
            && view.whole_of(f).is_none()
            && !view.is_partial(f)
    });
    // Beside "26 people", "two daughters" are no total.
    let of_all = |f: FigureId| view.victims(f).is_none() && view.figure(f).side.is_none();
    let top = largest(view, &those(&wholes, &of_all));
    // What is contradicted, or made of others, is told of all, whatever they are called; and what a source gives. The
    // article's own smaller count, or a town's, is of some of them.
    let leads = |f: FigureId| view.figure(f).bound == Bound::AtLeast && view.leads(f);
    let is_given = |f: FigureId| {
        let place = view.figure(f).place;
        let of_part = |top: FigureId| place.is_some() && place != view.figure(top).place && !view.is_narrower(top, f);
        of_all(f) && view.source(f).is_some() && (leads(f) || !top.is_some_and(of_part))
    };
    // "160 fighters near Marib", beside 87 dead.
    let is_beside = |f: FigureId| {
        let place = view.figure(f).place;
        !of_all(f)
            && top.is_some()
            && place.is_some()
            && place != top.and_then(|top| view.figure(top).place)
            && !view.leads(f)
    };
    let totals = those(&wholes, &|f| {
        is_whole(f, &[Reading::Conflicts])
            || is_other(f, &[Reading::Conflicts])
            || is_whole(f, &[Reading::AddsUp, Reading::Repeats]) && view.figure(f).high.is_some()
            || is_given(f)
            || view.figure(f).side.is_some()
            || view.figure(f).low >= top.and_then(|top| view.figure(top).low).or(Some(0)) && !is_beside(f)
    });
    let most = Vec::from_iter(largest(view, &row.figures));
    [totals, wholes, most].into_iter().find(|some| !some.is_empty()).unwrap_or_default()
}

/// The value, if all are the same.
fn agreed<T: PartialEq + Copy>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The figures that `fit`, in their order.
fn those(figures: &[FigureId], fit: &dyn Fn(FigureId) -> bool) -> Vec<FigureId> {
    figures.iter().copied().filter(|figure| fit(*figure)).collect()
}

/// The figure of the largest count.
fn largest(view: &View, figures: &[FigureId]) -> Option<FigureId> {
    figures.iter().copied().max_by_key(|f| view.figure(*f).low)
}

//! Which figures stand in one row: the same kind of harm of the same event.

use super::Relation;
use super::relations::relations;
use super::view::View;
use crate::annotate::dates::Date;
use crate::document::Document;
use crate::span::{EntityId, FigureId};
use crate::wire::{HarmKind, Reading};
use std::collections::HashMap;

/// A row before its counts are summed up.
pub(super) struct Row {
    pub(super) kind: HarmKind,
    pub(super) figures: Vec<FigureId>,
    pub(super) relations: Vec<Relation>,
}

/// The rows of an article, in the order of their first figures.
pub(super) fn rows(view: &View) -> Vec<Row> {
    let mut groups: Vec<(HarmKind, Vec<FigureId>)> = Vec::new();
    let mut index: HashMap<(HarmKind, Option<String>), usize> = HashMap::new();
    for (i, figure) in view.figures.iter().enumerate() {
        let id = FigureId::at(i);
        let at = *index.entry((figure.kind, other_time(view, id))).or_insert_with(|| {
            groups.push((figure.kind, Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(id);
    }
    let mut rows: Vec<Row> = groups.into_iter().flat_map(|(kind, figures)| by_country(view, kind, figures)).collect();
    rows.sort_by_key(|row| row.figures.first().copied().map_or(0, FigureId::index));
    rows
}

/// Splits a row whose figures are of different countries, unless they are parts of one sum.
fn by_country(view: &View, kind: HarmKind, figures: Vec<FigureId>) -> Vec<Row> {
    let relations_of_all = relations(view, &figures);
    let sums = relations_of_all.iter().any(|r| matches!(r.reading, Reading::AddsUp | Reading::Exceeds));
    let mut parts: Vec<(Option<[u8; 2]>, Vec<FigureId>)> = Vec::new();
    let mut index: HashMap<Option<[u8; 2]>, usize> = HashMap::new();
    let mut country = None;
    for id in &figures {
        // What has no place of its own stays with the figure before it.
        country = view.figure(*id).place.and_then(|place| country_of(view, place)).or(country);
        let at = *index.entry(country).or_insert_with(|| {
            parts.push((country, Vec::new()));
            parts.len() - 1
        });
        parts[at].1.push(*id);
    }
    let named = parts.iter().filter(|(country, _)| country.is_some()).count();
    if sums || named < 2 {
        return vec![Row { kind, figures, relations: relations_of_all }];
    }
    parts.into_iter().map(|(_, figures)| Row { kind, relations: relations(view, &figures), figures }).collect()
}

fn country_of(view: &View, place: EntityId) -> Option<[u8; 2]> {
    view.entities.list.get(place.index())?.country
}

/// The time that a figure is from, if that is clearly not the article's own: "in the 2020 war".
fn other_time(view: &View, id: FigureId) -> Option<String> {
    let figure = view.figure(id);
    let own = figure.date.and_then(|date| view.dates.get(date.index()));
    let sentence = view.doc.sentence(view.doc.sentence_at(figure.number.start));
    let mut near = view.dates.starting_in(sentence.span).iter().take(8);
    own.into_iter().chain(near.by_ref()).find_map(|date| long_ago(view.doc, date))
}

/// A year, decade or century; "last year" without a value.
fn long_ago(doc: &Document, date: &Date) -> Option<String> {
    match &date.value {
        // A year, an interval of years or an unknown digit: nothing shorter than a year.
        Some(value) if value.len() == 4 || value.contains('X') || (value.len() == 9 && !value.contains('-')) => {
            Some(value.clone())
        }
        Some(_) => None,
        None => {
            let last = doc.folded(date.tokens.start) == "last" && date.tokens.len() == 2;
            let long = matches!(doc.folded(date.tokens.start + 1), "year" | "decade");
            (last && long).then(|| "last".to_string())
        }
    }
}

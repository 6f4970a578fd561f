//! A row's readings in words, as a newsroom would put them.

use super::view::View;
use crate::lexicon::function_words;
use crate::span::FigureId;
use crate::wire::{Bound, Reading};

/// Names listed in one note.
const MOST: usize = 5;

pub(super) fn single(view: &View, only: FigureId) -> String {
    format!("One claim: {}", claim(view, only))
}

pub(super) fn equal(view: &View, reading: Reading, first: FigureId, others: &[FigureId]) -> String {
    let all = others.len() + 1;
    match reading {
        Reading::Agrees => {
            let mut names: Vec<String> = vec![giver(view, first)];
            for name in others.iter().map(|other| giver(view, *other)) {
                if !names.contains(&name) && names.len() < MOST {
                    names.push(name);
                }
            }
            format!("{} agree on {}", list(&names), count(view, first))
        }
        _ => format!(
            "{} is given {}",
            claim(view, first),
            if all == 2 { "twice".to_string() } else { format!("{all} times") }
        ),
    }
}

pub(super) fn sum(view: &View, reading: Reading, whole: FigureId, parts: &[FigureId]) -> String {
    let one_giver = parts.windows(2).all(|pair| view.giver(pair[0]) == view.giver(pair[1]));
    let places: Vec<_> = parts.iter().filter_map(|part| view.figure(*part).place).collect();
    let by_place = places.len() == parts.len() && (1..places.len()).all(|i| !places[..i].contains(&places[i]));
    let parts: Vec<String> = parts.iter().map(|part| part_claim(view, *part, one_giver, by_place)).collect();
    let verb = if reading == Reading::AddsUp { "adds up to" } else { "is more than" };
    let whole = match view.source(whole) {
        Some(_) => claim(view, whole),
        None => format!("{}'s {}", giver(view, whole), count(view, whole)),
    };
    format!("{} {verb} {whole}", parts.join(" + "))
}

pub(super) fn update(view: &View, newer: FigureId, older: &[FigureId]) -> String {
    let older: Vec<String> = older.iter().map(|f| claim(view, *f)).collect();
    format!("{} is a later count than {}", claim(view, newer), list(&older))
}

pub(super) fn conflict(view: &View, one: FigureId, others: &[FigureId]) -> String {
    let others: Vec<String> = others.iter().map(|f| claim(view, *f)).collect();
    format!("{} against {}", claim(view, one), list(&others))
}

/// "3 (police)".
fn claim(view: &View, id: FigureId) -> String {
    format!("{} ({})", count(view, id), giver(view, id))
}

/// Parts that one source gives are told apart by their places, or else by their victims.
fn part_claim(view: &View, id: FigureId, one_giver: bool, by_place: bool) -> String {
    if let Some(place) = view.figure(id).place.filter(|_| one_giver && by_place) {
        return format!("{} ({})", count(view, id), view.entities.get(place).name);
    }
    if let Some(name) = view.listed_as(id).filter(|_| one_giver) {
        return format!("{} ({name})", count(view, id));
    }
    if one_giver && view.source(id).is_none() && view.victims(id).is_none() {
        return count(view, id);
    }
    let by_victims = one_giver && view.victims(id).is_some();
    match view.figure(id).victims.filter(|_| by_victims) {
        Some(victims) => format!("{} ({})", count(view, id), view.doc.read(victims)),
        None => claim(view, id),
    }
}

fn giver(view: &View, id: FigureId) -> String {
    match view.source(id) {
        Some(source) => {
            let tokens = view.doc.tokens_in(source.span);
            if source.stands_for.is_some() {
                return view.named(source);
            }
            let pronoun = function_words::PRONOUN | function_words::RELATIVE;
            let pronoun = function_words::TABLE.has_tag(view.doc.listed(tokens.start), pronoun);
            // "police and she agree" tells nobody who.
            let named = source.entity.filter(|_| tokens.len() == 1 && pronoun).map(|id| view.entities.get(id));
            named.map_or_else(|| view.doc.read(tokens), |entity| entity.name.clone())
        }
        None if view.in_headline(id) => "the headline".to_string(),
        None => "the article".to_string(),
    }
}

/// The count with its bound.
pub(super) fn count(view: &View, id: FigureId) -> String {
    let figure = view.figure(id);
    match (figure.bound, figure.low, figure.high) {
        (Bound::Exact, Some(low), _) => low.to_string(),
        (Bound::AtLeast, Some(low), _) => format!("at least {low}"),
        (Bound::AtMost, _, Some(high)) => format!("at most {high}"),
        (Bound::Approx, Some(low), Some(high)) if low == high => format!("about {low}"),
        (Bound::Range, Some(low), Some(high)) => format!("{low} to {high}"),
        (Bound::None, ..) => "none".to_string(),
        _ => view.doc.read(figure.number),
    }
}

/// "A, B and C".
fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

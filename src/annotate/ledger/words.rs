//! A row's readings in words, as a newsroom would put them.

use super::view::View;
use crate::lexicon::function_words;
use crate::span::FigureId;
use crate::wire::{Bound, Reading};
use std::borrow::Cow;

/// Names listed in one note.
const MOST: usize = 5;

pub(super) fn single(view: &View, only: FigureId) -> String {
    let mut note = String::from("One claim: ");
    claim(view, only, &mut note);
    note
}

pub(super) fn equal(view: &View, reading: Reading, first: FigureId, others: &[FigureId]) -> String {
    let all = others.len() + 1;
    let mut note = String::new();
    match reading {
        Reading::Agrees => {
            let mut names = vec![giver(view, first)];
            for name in others.iter().map(|other| giver(view, *other)) {
                if !names.contains(&name) && names.len() < MOST {
                    names.push(name);
                }
            }
            list(&names, &mut note, |name, note| note.push_str(name));
            note.push_str(" agree on ");
            count(view, first, &mut note);
        }
        _ => {
            claim(view, first, &mut note);
            note.push_str(" is given ");
            match all {
                2 => note.push_str("twice"),
                _ => note.push_str(&format!("{all} times")),
            }
        }
    }
    note
}

pub(super) fn sum(view: &View, reading: Reading, whole: FigureId, parts: &[FigureId]) -> String {
    let one_giver = parts.windows(2).all(|pair| view.giver(pair[0]) == view.giver(pair[1]));
    let places: Vec<_> = parts.iter().filter_map(|part| view.figure(*part).place).collect();
    let by_place = places.len() == parts.len() && (1..places.len()).all(|i| !places[..i].contains(&places[i]));
    let mut note = String::new();
    for (i, part) in parts.iter().enumerate() {
        note.push_str(if i > 0 { " + " } else { "" });
        part_claim(view, *part, one_giver, by_place, &mut note);
    }
    note.push_str(if reading == Reading::AddsUp { " adds up to " } else { " is more than " });
    match view.source(whole) {
        Some(_) => claim(view, whole, &mut note),
        None => {
            note.push_str(&giver(view, whole));
            note.push_str("'s ");
            count(view, whole, &mut note);
        }
    }
    note
}

pub(super) fn update(view: &View, newer: FigureId, older: &[FigureId]) -> String {
    compared(view, newer, " is a later count than ", older)
}

pub(super) fn conflict(view: &View, one: FigureId, others: &[FigureId]) -> String {
    compared(view, one, " against ", others)
}

fn compared(view: &View, one: FigureId, with: &str, others: &[FigureId]) -> String {
    let mut note = String::new();
    claim(view, one, &mut note);
    note.push_str(with);
    list(others, &mut note, |other, note| claim(view, *other, note));
    note
}

/// "3 (police)".
fn claim(view: &View, id: FigureId, note: &mut String) {
    counted(view, id, &giver(view, id), note);
}

/// "3", and in brackets who says so, or of whom.
fn counted(view: &View, id: FigureId, whose: &str, note: &mut String) {
    count(view, id, note);
    note.push_str(" (");
    note.push_str(whose);
    note.push(')');
}

/// Parts that one source gives are told apart by their places, or else by their victims.
fn part_claim(view: &View, id: FigureId, one_giver: bool, by_place: bool, note: &mut String) {
    if let Some(place) = view.figure(id).place.filter(|_| one_giver && by_place) {
        return counted(view, id, &view.entities.get(place).name, note);
    }
    if let Some(name) = view.listed_as(id).filter(|_| one_giver) {
        return counted(view, id, name, note);
    }
    if one_giver && view.source(id).is_none() && view.victims(id).is_none() {
        return count(view, id, note);
    }
    let by_victims = one_giver && view.victims(id).is_some();
    match view.figure(id).victims.filter(|_| by_victims) {
        Some(victims) => counted(view, id, &view.doc.read(victims), note),
        None => claim(view, id, note),
    }
}

fn giver<'v>(view: &'v View, id: FigureId) -> Cow<'v, str> {
    match view.source(id) {
        Some(source) => {
            let tokens = view.doc.tokens_in(source.span);
            if source.stands_for.is_some() {
                return Cow::Owned(view.named(source));
            }
            let pronoun = function_words::PRONOUN | function_words::RELATIVE;
            let pronoun = function_words::TABLE.has_tag(view.doc.listed(tokens.start), pronoun);
            // "police and she agree" tells nobody who.
            let named = source.entity.filter(|_| tokens.len() == 1 && pronoun).map(|id| view.entities.get(id));
            named.map_or_else(|| Cow::Owned(view.doc.read(tokens)), |entity| Cow::Borrowed(entity.name.as_str()))
        }
        None if view.in_headline(id) => Cow::Borrowed("the headline"),
        None => Cow::Borrowed("the article"),
    }
}

/// The count with its bound.
fn count(view: &View, id: FigureId, note: &mut String) {
    let figure = view.figure(id);
    let (bound, count) = match (figure.bound, figure.low, figure.high) {
        (Bound::Exact, Some(low), _) => ("", low),
        (Bound::AtLeast, Some(low), _) => ("at least ", low),
        (Bound::AtMost, _, Some(high)) => ("at most ", high),
        (Bound::Approx, Some(low), Some(high)) if low == high => ("about ", low),
        (Bound::Range, Some(low), Some(high)) => {
            note.push_str(&low.to_string());
            (" to ", high)
        }
        (Bound::None, ..) => return note.push_str("none"),
        _ => return note.push_str(&view.doc.read(figure.number)),
    };
    note.push_str(bound);
    note.push_str(&count.to_string());
}

/// "A, B and C".
fn list<T>(items: &[T], note: &mut String, write: impl Fn(&T, &mut String)) {
    for (i, item) in items.iter().enumerate() {
        note.push_str(match i {
            0 => "",
            _ if i + 1 == items.len() => " and ",
            _ => ", ",
        });
        write(item, note);
    }
}

//! Cues that are no verb of saying: nouns ("his claim that"), "according to", and any verb in the place of one.

use super::cues::{Cue, Form, Place, REACH};
use super::phrases;
use super::verbs::{Inflection, each_base};
use crate::document::Document;
use crate::lexicon::{cue_nouns, cues, grammar};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// A noun for something said, with whose it is before it and what was said behind it: "his claim that …",
/// "the ministry's call for …".
pub(super) fn nominal(doc: &Document, i: usize, place: Place) -> Option<Cue> {
    let next = i + 1;
    let follows = match doc.folded(next) {
        "that" => cue_nouns::CLAUSE,
        "to" => cue_nouns::INFINITIVE,
        "for" | "of" | "about" | "against" | "on" => cue_nouns::TOPIC,
        _ => return None,
    };
    let mut entry = None;
    each_base(doc.folded(i), |base, inflection| {
        if entry.is_none() && matches!(inflection, Inflection::Base | Inflection::Present) {
            entry = cue_nouns::TABLE.get(base);
        }
    });
    entry.filter(|entry| entry.has(follows))?;
    // "her latest, angry claim"
    let owner = (place.floor.max(i.saturating_sub(4))..i).rev().find(|&j| {
        phrases::is(doc, j, grammar::POSSESSIVE) || doc.kind(j) == TokenKind::Clitic && doc.folded(j).ends_with('s')
    })?;
    let subject = if doc.kind(owner) == TokenKind::Clitic {
        phrases::before(doc, owner, place.floor)?
    } else {
        TokenRange::new(owner, owner + 1)
    };
    (owner + 1..i).all(|j| phrases::is_word(doc, j)).then_some(Cue {
        tokens: TokenRange::new(i, next),
        group: i,
        tags: match follows {
            cue_nouns::CLAUSE => cues::CLAUSE,
            cue_nouns::INFINITIVE => cues::INFINITIVE,
            _ => cues::OBJECT,
        },
        form: Form::Noun,
        subject: Some(subject),
        inverted: false,
        shared: false,
        unsaid: false,
        after: next,
        limit: place.end,
    })
}

/// "according to X", "in the words of X".
pub(super) fn source(doc: &Document, i: usize, place: Place) -> Option<Cue> {
    let words =
        |rest: &[&str]| rest.iter().enumerate().all(|(n, word)| doc.folded(i + n) == *word).then(|| i + rest.len());
    // Its first words are also in `verbs::candidate`.
    let end = words(&["according", "to"]).or_else(|| words(&["in", "the", "words", "of"]))?;
    let subject = phrases::after(doc, end, place.limit)?;
    Some(Cue {
        tokens: TokenRange::new(i, end),
        group: i,
        tags: cues::CLAUSE | cues::QUOTE,
        form: Form::Source,
        subject: Some(subject),
        inverted: true,
        shared: false,
        unsaid: false,
        after: subject.end,
        limit: place.end,
    })
}

/// A verb that is not listed, in the place of a cue: directly behind a quote, with nothing but its
/// subject between, and at the end of its clause.
pub(super) fn unknown(doc: &Document, i: usize, place: Place) -> Option<Cue> {
    let behind_quote = place.floor > place.start && i > place.floor && i <= place.floor + REACH;
    let past = |word: &str| word.len() > 4 && word.ends_with("ed") || phrases::is(doc, i, grammar::PAST);
    let verb = |word: &str| phrases::is_word(doc, i) && doc.case(i) == Case::Lower && past(word);
    if !behind_quote || !verb(doc.folded(i)) || !matches!(doc.word(place.floor - 2), "," | "?" | "!") {
        return None;
    }
    let subject = TokenRange::new(place.floor, i);
    let names = phrases::begins_noun_phrase(doc, subject.start)
        && subject.iter().all(|j| phrases::is_word(doc, j) && !phrases::is_verbish(doc, j))
        && (doc.case(subject.start).is_capitalised()
            || phrases::is(doc, subject.start, grammar::DETERMINER | grammar::SUBJECT));
    let ends = matches!(doc.word(i + 1), "." | ",") || phrases::is(doc, i + 1, grammar::PREPOSITION | grammar::TIME);
    (names && ends).then_some(Cue {
        tokens: TokenRange::new(i, i + 1),
        group: i,
        tags: cues::QUOTE,
        form: Form::Finite,
        subject: Some(subject),
        inverted: false,
        shared: false,
        unsaid: false,
        after: i + 1,
        limit: place.end,
    })
}

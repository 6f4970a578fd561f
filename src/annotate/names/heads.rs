//! What a name's own words, or the noun before it, say of its class: "the company Transportes Sol Andino", "Central
//! Library".

use crate::annotate::quotes::phrases;
use crate::document::{BlockRole, Document};
use crate::lexicon::{name_nouns, say_verbs};
use crate::maps::HashSet;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// Gives names the class that such words say.
pub(super) fn classify(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    let mut bodies: HashSet<String> = HashSet::default();
    for name in tagged.iter_mut() {
        let (start, last) = (name.tokens.start, name.tokens.end - 1);
        let several = name.tokens.len() > 1;
        let open = matches!(name.class, Class::Person | Class::Place | Class::Other);
        let opens = several && name_nouns::TABLE.has_tag(doc.listed(start), name_nouns::OPENS);
        let lone = !several && clues.known_at(start).is_some();
        // "SN Isabela Hydro".
        let initials = start > 1 && doc.case(start - 1) == Case::Upper && clues.known_at(start - 1).is_none();
        let from = if initials && !doc.tokens[start].glued { start - 1 } else { start };
        let called = matches!(name.class, Class::Person | Class::Place) && !lone;
        if called && from < start && is_called_body(doc, clues, from, name.tokens.end) {
            name.tokens.start = from;
            name.class = Class::Organization;
        }
        let lone_body = matches!(name.class, Class::Person | Class::Other | Class::Organization) && !several;
        if lone_body && !clues.has(start, clues::COMMON) && is_called_body(doc, clues, start, name.tokens.end) {
            bodies.insert(doc.read(name.tokens));
        }
        let byline = doc.block(doc.block_at(start)).role == BlockRole::Byline
            && start > 0
            && matches!(doc.folded(start - 1), "by" | "and" | "&");
        name.class = match name.class {
            Class::Organization | Class::Place
                if byline && several && clues.known_at(start).is_none() && !clues.has(last, clues::ORG_HEAD) =>
            {
                Class::Person
            }
            _ if open && (opens || is_agency(doc, start)) => Class::Organization,
            Class::Person | Class::Place if called && is_called_body(doc, clues, start, name.tokens.end) => {
                Class::Organization
            }
            Class::Person | Class::Other
                if several && !clues.has(last, clues::COMMON) && is_abbreviated(doc, name.tokens) =>
            {
                Class::Organization
            }
            Class::Place
                if several
                    && !clues.has(start, clues::CAPITAL | clues::REGION)
                    && clues.has(last, clues::FACILITY)
                    && !clues.has(last, clues::PLACE_END) =>
            {
                Class::Facility
            }
            class => class,
        };
    }
    // "The charity Havnehjelp": what is one once is one throughout.
    if !bodies.is_empty() {
        let is_one = |name: &&mut Tagged| name.class == Class::Person && bodies.contains(&doc.read(name.tokens));
        tagged.iter_mut().filter(is_one).for_each(|name| name.class = Class::Organization);
    }
    // "Vale Verde" of Construtora Vale Verde.
    let opened = |name: &&Tagged| {
        let opens = name_nouns::TABLE.has_tag(doc.listed(name.tokens.start), name_nouns::OPENS);
        name.class == Class::Organization && name.tokens.len() > 2 && opens
    };
    let rest = |name: &Tagged| doc.read(TokenRange::new(name.tokens.start + 1, name.tokens.end));
    let rests: HashSet<String> = tagged.iter().filter(opened).map(rest).collect();
    if !rests.is_empty() {
        let short = |name: &&mut Tagged| name.tokens.len() > 1 && rests.contains(&doc.read(name.tokens));
        tagged.iter_mut().filter(short).for_each(|name| name.class = Class::Organization);
    }
}

/// Whether the words are the field of an office, and so no body: "Foreign Affairs" of "Minister of Foreign Affairs",
/// "Labour" of "Labour Minister".
pub(super) fn is_field(doc: &Document, clues: &Clues, tokens: TokenRange) -> bool {
    let minister = |i: usize| matches!(doc.folded(i), "minister" | "ministers") && doc.case(i).is_capitalised();
    let TokenRange { start, end } = tokens;
    let article = usize::from(start > 0 && doc.folded(start - 1) == "the");
    let of = start.checked_sub(1 + article).filter(|i| matches!(doc.folded(*i), "of" | "for"));
    let held = of.is_some_and(|of| of > 0 && minister(of - 1));
    let worded = tokens.iter().all(|i| clues.has(i, clues::COMMON) && doc.case(i) == Case::Title);
    held || end - start == 1 && worded && minister(end) && !doc.tokens[end].glued
}

/// "KYIV, Ukraine (Nile Wire) —": who stands in brackets in a dateline.
fn is_agency(doc: &Document, start: usize) -> bool {
    doc.block(doc.block_at(start)).role == BlockRole::Dateline && start > 0 && doc.folded(start - 1) == "("
}

/// Whether initials in brackets follow: nobody has any.
fn is_abbreviated(doc: &Document, tokens: TokenRange) -> bool {
    let at = tokens.end + 1;
    let brackets = doc.folded(tokens.end) == "(" && doc.folded(at + 1) == ")" && doc.case(at) == Case::Upper;
    let words = tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word && doc.case(*i).is_capitalised());
    let initials: String = words.filter_map(|i| doc.folded(i).chars().next()).collect();
    brackets && initials.len() > 1 && initials == doc.folded(at)
}

/// Whether a noun for a body stands right before the name: "the newspaper Al Balagh", "his firm, Vial Estates,". What
/// somebody did to the body is another matter: "the company Reyes bought".
fn is_called_body(doc: &Document, clues: &Clues, start: usize, end: usize) -> bool {
    let mark = |i: &usize| doc.kind(*i) == TokenKind::Quote || doc.folded(*i) == ",";
    let between = start.checked_sub(1).filter(mark);
    let Some(noun) = between.unwrap_or(start).checked_sub(1) else { return false };
    // "The dam's operator, Isabela Hydro,": a thing's is a company.
    let operator = doc.folded(noun) == "operator" && noun > 0 && matches!(doc.folded(noun - 1), "'s" | "its");
    let called = doc.case(noun) == Case::Lower
        && (operator || name_nouns::TABLE.has_tag(doc.listed(noun), name_nouns::BODY))
        && doc.sentence_at(noun) == doc.sentence_at(start);
    let says = say_verbs::TABLE.has_word(doc.listed(end));
    match between {
        // The comma closes behind it: not "a bank, Lopez said".
        Some(i) if doc.folded(i) == "," => called && end - start > 1 && matches!(doc.word(end), "," | "."),
        Some(_) => called,
        // "The charity Havnehjelp left": nobody is called so.
        None if end - start == 1 && !clues.has(start, clues::GIVEN | clues::SURNAME) => called,
        None => called && (says || !phrases::is_verbish(doc, end) && !phrases::is_adverb(doc, end)),
    }
}

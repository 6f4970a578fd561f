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
    let mut free = 0;
    for name in tagged.iter_mut() {
        // "Returnees Service" of "Ethiopia's Refugees and Returnees Service".
        if name.class == Class::Organization && name.tokens.start > free + 2 && is_second(doc, clues, name.tokens) {
            name.tokens.start -= 2;
        }
        // "Organization for Security" of Organization for Security and Co-operation.
        let (end, joined) = (name.tokens.end, |i: usize| doc.tokens.get(i).is_some_and(|token| token.glued));
        if name.class == Class::Organization
            && name.tokens.iter().any(|i| doc.folded(i) == "for")
            && doc.folded(end) == "and"
            && doc.word(end + 1) == "Co"
            && joined(end + 2)
            && joined(end + 3)
        {
            name.tokens.end = end + 4;
        }
        free = name.tokens.end;
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
        // "Harcourt Stein analyst Ana Reyes", "who owns Reyes Hardware": nobody has analysts or an owner but a firm.
        let staff = matches!(
            doc.folded(last + 1),
            "analyst" | "analysts" | "economist" | "economists" | "strategist" | "shareholders" | "employees"
        );
        let owned = start > 0 && doc.folded(start - 1) == "owns";
        if several
            && (owned || staff && doc.case(last + 1) == Case::Lower)
            && matches!(name.class, Class::Person | Class::Other)
        {
            bodies.insert(doc.read(name.tokens));
        }
        // "PT Karya Lestari".
        let opened = start > 0 && doc.case(start - 1) == Case::Upper && !doc.tokens[start].glued;
        if called && opened && name_nouns::TABLE.has_tag(doc.listed(start - 1), name_nouns::OPENS) {
            name.tokens.start -= 1;
            name.class = Class::Organization;
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
            Class::Person | Class::Place
                if called
                    && (is_called_body(doc, clues, start, name.tokens.end)
                        || is_apposed_body(doc, name.tokens.end)) =>
            {
                Class::Organization
            }
            Class::Person | Class::Place | Class::Other if called && is_made_as_body(doc, clues, name) => {
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
        let is_one = |name: &&mut Tagged| {
            let open = name.class == Class::Person
                || name.class == Class::Place && clues.known_at(name.tokens.start).is_none();
            open && bodies.contains(&doc.read(name.tokens))
        };
        tagged.iter_mut().filter(is_one).for_each(|name| name.class = Class::Organization);
    }
    // "Vale Verde" of Construtora Vale Verde.
    let opened = |name: &&Tagged| {
        let opens = name_nouns::TABLE.has_tag(doc.listed(name.tokens.start), name_nouns::OPENS);
        name.class == Class::Organization && name.tokens.len() > 2 && opens
    };
    // And "Karya Lestari" of PT Karya Lestari Mandiri.
    let rests = |name: &Tagged| {
        let TokenRange { start, end } = name.tokens;
        (start + 3..=end).map(move |end| TokenRange::new(start + 1, end)).collect::<Vec<_>>()
    };
    let rests: HashSet<String> = tagged.iter().filter(opened).flat_map(rests).map(|tokens| doc.read(tokens)).collect();
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

/// Whether a word with a capital and "and" stand before the name of a body, and belong to it.
fn is_second(doc: &Document, clues: &Clues, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let led = doc.folded(start - 3) == "the" || doc.kind(start - 3) == TokenKind::Clitic;
    let word =
        doc.case(start - 2) == Case::Title && clues.known_at(start - 2).is_none() && doc.folded(start - 1) == "and";
    let same = doc.sentence_at(start - 3) == doc.sentence_at(start);
    end - start > 1 && led && word && same && clues.has(end - 1, clues::ORG_HEAD) && clues.has(start, clues::COMMON)
}

/// How newspapers, parties and authorities of the north end.
const ENDINGS: [&str; 8] = ["posten", "avisen", "bladet", "tidende", "zeitung", "partiet", "tilsynet", "direktoratet"];

/// How newspapers everywhere are called.
const PAPERS: [&str; 8] = ["times", "post", "herald", "tribune", "gazette", "observer", "courier", "chronicle"];

/// Whether the last word is a body's, as no person's and no place's is: "Robert Bosch Stiftung", "Muscat Observer",
/// "Limfjordsposten". The West Bank is listed.
fn is_made_as_body(doc: &Document, clues: &Clues, name: &Tagged) -> bool {
    let last = name.tokens.end - 1;
    let word = doc.folded(last);
    let several =
        name.tokens.len() > 1 && !clues.has(last, clues::COMMON | clues::SURNAME | clues::GIVEN | clues::CITY);
    let head = several && name.class == Class::Person && clues.has(last, clues::ORG_HEAD);
    let paper = several && PAPERS.contains(&word);
    let ends = ENDINGS.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
    let listed = clues.known_at(name.tokens.start).is_some_and(|known| known.tokens.end == name.tokens.end);
    doc.case(last) == Case::Title && !listed && (head || paper || ends)
}

/// Whether an apposition says that the name before the comma is a body's: "Plesner Svane, its law firm,".
fn is_apposed_body(doc: &Document, comma: usize) -> bool {
    const WORDS: usize = 3;
    let determined = doc.folded(comma) == "," && matches!(doc.folded(comma + 1), "its" | "the" | "a" | "an");
    let words = comma + 2..comma + 2 + WORDS;
    let noun = words.take_while(|i| doc.case(*i) == Case::Lower).find(|i| {
        let next = doc.folded(i + 1);
        let ends =
            doc.kind(i + 1) != TokenKind::Word || matches!(next, "that" | "which" | "of" | "in" | "for" | "behind");
        ends && name_nouns::TABLE.has_tag(doc.listed(*i), name_nouns::BODY)
    });
    determined && noun.is_some()
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
    let ngo = doc.word(noun) == "NGO";
    let called = (doc.case(noun) == Case::Lower || ngo)
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

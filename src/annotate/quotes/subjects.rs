//! The noun phrases around a cue: who speaks, and who is spoken to.

use super::clauses;
use super::cues::{Cue, Form, Place};
use super::phrases;
use super::verbs::{Inflection, verb};
use crate::document::Document;
use crate::lexicon::{cues, grammar, person_nouns};
use crate::span::TokenRange;
use crate::token::TokenKind;

/// Whether the words can be a noun phrase that speaks: no "playing on", "by mostly".
pub(super) fn may_speak(doc: &Document, subject: TokenRange) -> bool {
    let first = subject.start;
    doc.case(first).is_capitalised()
        || !phrases::is(doc, first, grammar::PREPOSITION)
            && !(phrases::is_word(doc, first) && doc.folded(first).ends_with("ing") && doc.folded(first).len() > 5)
}

/// Whether the phrase names or points at somebody: "Ana Reyes", "the mayor", not "victory late".
pub(super) fn is_definite(doc: &Document, phrase: TokenRange) -> bool {
    doc.case(phrase.start).is_capitalised()
        || phrases::is(doc, phrase.start, grammar::DETERMINER | grammar::POSSESSIVE)
        || is_person(doc, phrase)
}

/// Whether one of the words is a noun for a person.
pub(super) fn is_person(doc: &Document, phrase: TokenRange) -> bool {
    phrase.iter().any(|i| person_nouns::TABLE.has_word(doc.folded(i)))
}

/// Whether the noun phrase can be the subject of a verb so inflected.
pub(super) fn agrees(doc: &Document, subject: TokenRange, inflection: Inflection, aux: bool) -> bool {
    let one = subject.len() == 1;
    let word = doc.folded(subject.start);
    match inflection {
        Inflection::Present if !aux => !(one && matches!(word, "i" | "you" | "we" | "they")),
        Inflection::Base if !aux => !(one && matches!(word, "he" | "she" | "it")),
        _ => true,
    }
}

/// Whether the verb at `i` follows a comma behind a clause: ", said the mayor".
pub(super) fn follows_clause(doc: &Document, i: usize, tags: u32) -> bool {
    i > 0 && (doc.word(i - 1) == "," || phrases::is_dash(doc, i - 1)) && tags & cues::CLAUSE != 0
}

/// The noun phrase behind the verb, where it is the subject: what follows it ends the clause.
pub(super) fn inverted_subject(doc: &Document, end: usize, place: Place, behind_quote: bool) -> Option<TokenRange> {
    let subject = phrases::after(doc, end, place.limit)?;
    let object =
        phrases::is(doc, subject.start, grammar::OBJECT_PRONOUN) && !phrases::is(doc, subject.start, grammar::SUBJECT);
    if object || phrases::is(doc, subject.start, grammar::SUBORDINATOR | grammar::QUESTION) {
        return None;
    }
    let pointer =
        subject.len() == 1 && matches!(doc.folded(subject.start), "this" | "that" | "these" | "those" | "there");
    if pointer || subject.iter().all(|i| phrases::is(doc, i, grammar::TIME)) {
        return None;
    }
    // "Reyes, who calls it “odd”, said he left", "said the road was open": "he", and the road, are told of.
    let told_of = phrases::is(doc, subject.end, grammar::AUXILIARY)
        || phrases::is(doc, subject.start, grammar::SUBJECT) && phrases::is_verbish(doc, subject.end);
    if behind_quote && !told_of {
        return Some(subject);
    }
    // ", said Rana's answer to them was late": the clause goes on.
    let goes_on = (subject.end..place.end.min(subject.end + 8))
        .take_while(|&i| phrases::is_word(doc, i) && !phrases::is(doc, i, grammar::RELATIVE))
        .any(|i| phrases::is_verbish(doc, i));
    if goes_on {
        return None;
    }
    let ends = subject.end >= place.end
        || matches!(doc.word(subject.end), "," | "." | ";" | ":" | "(" | "…")
        || phrases::is_dash(doc, subject.end)
        || phrases::is(doc, subject.end, grammar::TIME | grammar::PREPOSITION | grammar::RELATIVE)
        || phrases::is_adverb(doc, subject.end);
    let verb_inside = subject
        .iter()
        .skip(1)
        .any(|i| phrases::is_verbish(doc, i) && !doc.case(i).is_capitalised() && !doc.tokens[i].glued);
    (ends && !verb_inside && !phrases::is(doc, subject.start, grammar::SUBJECT)).then_some(subject)
}

/// The subject that a participle, an infinitive or the second of two verbs shares.
pub(super) fn shared_subject(doc: &Document, before: usize, place: Place, earlier: &[Cue]) -> Option<TokenRange> {
    let recent = &earlier[earlier.len().saturating_sub(5)..];
    let mut main: Option<&Cue> = None;
    for cue in recent.iter().filter(|cue| cue.form != Form::Source && cue.subject.is_some()) {
        // A verb within what another reports does not lend its subject.
        // nor does one in a clause before the main one: "when she mentioned it, he laughed and said".
        if main.is_none_or(|main| !clauses::stands_under(doc, cue, main)) && !clauses::is_fronted(doc, cue) {
            main = Some(cue);
        }
    }
    // "Declaring victory, the candidate …": the clause behind it tells.
    let opens = before == place.start
        || before == place.start + 1 && phrases::is(doc, place.start, grammar::PREPOSITION | grammar::SUBORDINATOR);
    let reach = if opens { place.end } else { before };
    main.and_then(|cue| cue.subject).or_else(|| clause_subject(doc, place.start, reach))
}

/// The first noun phrase of the sentence that begins at `start`: its grammatical subject.
pub(crate) fn clause_subject(doc: &Document, start: usize, limit: usize) -> Option<TokenRange> {
    let limit = limit.min(start + 60);
    let mut at = start;
    while at < limit
        && (doc.kind(at) == TokenKind::Quote
            || phrases::is(doc, at, grammar::COORDINATOR)
            || phrases::is_adverb(doc, at))
    {
        at += 1;
    }
    let introduces =
        phrases::is(doc, at, grammar::PREPOSITION | grammar::SUBORDINATOR) || doc.folded(at).ends_with("ing");
    if introduces {
        if let Some(comma) = (at..limit).find(|&i| doc.word(i) == ",") {
            at = comma + 1;
            // "On July 6, 2015, Reyes said"
            if doc.kind(at) == TokenKind::Number && doc.word(at + 1) == "," {
                at += 2;
            }
        }
    }
    if doc.word(at) == "," {
        at += 1;
    }
    let phrase = bare_phrase(doc, at, limit)?;
    // "Minutes later, she …": a time is no subject.
    let timely = doc.word(phrase.end) == "," && phrase.iter().any(|i| phrases::is(doc, i, grammar::TIME));
    if timely { bare_phrase(doc, phrase.end + 1, limit) } else { Some(phrase) }
}

/// The noun phrase that begins with token `at`, up to the first verb, adverb or mark.
pub(super) fn bare_phrase(doc: &Document, at: usize, limit: usize) -> Option<TokenRange> {
    if at >= limit || !phrases::begins_noun_phrase(doc, at) {
        return None;
    }
    let mut end = at + 1;
    if !phrases::is(doc, at, grammar::SUBJECT) {
        while end < limit
            && (matches!(doc.kind(end), TokenKind::Word | TokenKind::Number | TokenKind::Clitic)
                || doc.tokens[end].glued && doc.word(end) == "-")
            && !phrases::is_verbish(doc, end)
            && !clauses::is_time_phrase(doc, end)
            && !(phrases::is_adverb(doc, end) && !phrases::is(doc, end, grammar::TIME))
            && verb(doc, end).is_none_or(|(_, _, inflection)| inflection == Inflection::Base)
        {
            end += 1;
        }
    }
    Some(TokenRange::new(at, end))
}

/// The index behind the noun phrase that a verb tells: "told the BBC (that)".
pub(super) fn behind_hearer(doc: &Document, end: usize, limit: usize) -> usize {
    if matches!(doc.folded(end), "that" | "if" | "whether" | "how" | "why" | "what") {
        return end;
    }
    if phrases::is(doc, end, grammar::OBJECT_PRONOUN) {
        return end + 1;
    }
    let Some(hearer) = phrases::after(doc, end, limit) else { return end };
    // Without a "that" the told clause begins with its own subject; a hearer is one short phrase.
    let mut at = end;
    while at < hearer.end && at < end + 8 {
        // "asked Lopez how high the wall would be"
        if at > end && phrases::is(doc, at, grammar::QUESTION) {
            return at;
        }
        if at > end
            && phrases::is(doc, at, grammar::DETERMINER | grammar::POSSESSIVE | grammar::SUBJECT)
            && !phrases::is(doc, at - 1, grammar::PREPOSITION)
        {
            return at;
        }
        at += 1;
    }
    hearer.end
}

//! Word classes and noun phrases, told from closed lists and the shape of words alone.

use crate::document::Document;
use crate::lexicon::grammar::{self, TABLE};
use crate::lexicon::{person_nouns, titles};
use crate::span::TokenRange;
use crate::token::TokenKind;

/// How far a noun phrase is followed.
const LONGEST: usize = 40;

/// Whether token `i` is a word.
pub(crate) fn is_word(doc: &Document, i: usize) -> bool {
    doc.kind(i) == TokenKind::Word
}

/// Whether token `i` is of any of the classes.
pub(crate) fn is(doc: &Document, i: usize, classes: u32) -> bool {
    is_word(doc, i) && TABLE.has_tag(doc.listed(i), classes)
}

/// Whether token `i` is an adverb that may stand between a subject and its verb.
pub(crate) fn is_adverb(doc: &Document, i: usize) -> bool {
    is(doc, i, grammar::ADVERB)
        || is_word(doc, i)
            && doc.folded(i).len() > 4
            && doc.folded(i).ends_with("ly")
            && !is(doc, i, grammar::NOUN)
            && (!doc.case(i).is_capitalised() || opens_clause(doc, i))
}

/// Whether the capitalised word is one that opens a sentence before its subject: "Initially, he said", "Finally the
/// road was open"; not "Italy said", "Ana Donnelly".
fn opens_clause(doc: &Document, i: usize) -> bool {
    let follows = i.checked_sub(1).is_some_and(|before| is_word(doc, before) || doc.word(before) == ",");
    !follows
        && (doc.word(i + 1) == ","
            || is(doc, i + 1, grammar::DETERMINER | grammar::POSSESSIVE | grammar::SUBJECT | grammar::PREPOSITION)
            || doc.case(i + 1).is_capitalised())
}

/// Whether token `i` is a dash between two parts of a sentence.
pub(crate) fn is_dash(doc: &Document, i: usize) -> bool {
    match doc.word(i) {
        "—" | "–" | "--" | "―" => true,
        "-" => !doc.tokens.get(i).is_some_and(|t| t.glued),
        _ => false,
    }
}

/// Whether token `i` looks like a finite verb: an auxiliary, or a past tense with nothing before
/// it that makes it an adjective.
pub(crate) fn is_verbish(doc: &Document, i: usize) -> bool {
    if is(doc, i, grammar::AUXILIARY | grammar::PAST) {
        return true;
    }
    let word = doc.folded(i);
    is_word(doc, i)
        && word.len() > 3
        && word.ends_with("ed")
        && (!word.ends_with("eed") || matches!(word, "agreed" | "disagreed" | "guaranteed" | "freed" | "decreed"))
        && !matches!(word, "hundred" | "sacred" | "naked" | "kindred")
        && !(i > 0 && is(doc, i - 1, grammar::DETERMINER | grammar::POSSESSIVE | grammar::PREPOSITION))
}

/// Whether a noun phrase can begin with token `i`.
pub(crate) fn begins_noun_phrase(doc: &Document, i: usize) -> bool {
    match doc.kind(i) {
        TokenKind::Number => true,
        TokenKind::Link => is_handle(doc, i),
        TokenKind::Word => {
            is(doc, i, grammar::DETERMINER | grammar::POSSESSIVE | grammar::SUBJECT)
                || doc.case(i).is_capitalised()
                || !is(
                    doc,
                    i,
                    grammar::PREPOSITION
                        | grammar::AUXILIARY
                        | grammar::COORDINATOR
                        | grammar::SUBORDINATOR
                        | grammar::PAST,
                ) && !is_adverb(doc, i)
                    && !doc.folded(i).ends_with("ing")
                    && !doc.folded(i).ends_with("ed")
        }
        _ => false,
    }
}

/// Whether token `i` is an account's name: "@ana_reyes".
pub(crate) fn is_handle(doc: &Document, i: usize) -> bool {
    doc.word(i).len() > 1 && doc.word(i).starts_with('@')
}

/// Whether token `i` ends any phrase before it.
fn breaks(doc: &Document, i: usize) -> bool {
    matches!(doc.word(i), "," | ";" | ":" | "." | "!" | "?" | "…" | "..." | "•" | "(" | "[" | ")" | "]")
        || doc.kind(i) == TokenKind::Quote
        || doc.kind(i) == TokenKind::Link
        || is_dash(doc, i)
}

/// Whether the word is a noun for a person, a title or an office.
pub(super) fn is_office(doc: &Document, i: usize) -> bool {
    person_nouns::TABLE.has_word(doc.listed(i)) || titles::TABLE.has_word(doc.listed(i))
}

/// The noun phrase that ends before token `end`, with what hangs on it, looked for no further
/// back than `floor`. An apposition or relative clause between commas, dashes or brackets is
/// stepped over.
pub(crate) fn before(doc: &Document, end: usize, floor: usize) -> Option<TokenRange> {
    let floor = floor.max(end.saturating_sub(LONGEST));
    let mut end = end;
    while end > floor && is_adverb(doc, end - 1) && !doc.case(end - 1).is_capitalised() {
        end -= 1;
    }
    // "Reyes last month said"
    if end > floor + 2
        && is(doc, end - 1, grammar::TIME)
        && matches!(doc.folded(end - 2), "last" | "this" | "late" | "early" | "earlier")
    {
        end -= 2;
    }
    // "most recently"
    if is_adverb(doc, end) && end > floor && matches!(doc.folded(end - 1), "most" | "more" | "less") {
        end -= 1;
    }
    if end <= floor {
        return None;
    }
    let last = end - 1;
    let closing = doc.word(last);
    if closing == "," || is_dash(doc, last) || matches!(closing, ")" | "]") {
        return over_insertion(doc, last, floor);
    }
    if is_handle(doc, last) {
        return Some(TokenRange::new(last, end));
    }
    if breaks(doc, last) || is(doc, last, grammar::COORDINATOR) {
        return None;
    }
    // "The committee that looked into it spoke of", "those who were there said": "it" and "there" are no subject.
    let governed = last > floor && is(doc, last - 1, grammar::PREPOSITION) && !is(doc, last - 1, grammar::SUBORDINATOR);
    if governed && matches!(doc.folded(last), "it" | "you") || doc.folded(last) == "there" {
        let relative = (floor..last).rev().take(8).find(|&i| is(doc, i, grammar::RELATIVE))?;
        return antecedent(doc, relative, floor);
    }
    if is(doc, last, grammar::SUBJECT) || matches!(doc.folded(last), "which" | "that") && last > floor {
        return Some(TokenRange::new(last, end));
    }
    let mut start = end;
    while start > floor {
        let i = start - 1;
        if breaks(doc, i) || is_clause_link(doc, i, floor) {
            break;
        }
        start = i;
    }
    let start = skip_adverbials(doc, start, end);
    (start < end && !is(doc, start, grammar::AUXILIARY)).then(|| TokenRange::new(start, end))
}

/// The noun phrase that the relative pronoun at `i` takes up.
pub(crate) fn antecedent(doc: &Document, i: usize, floor: usize) -> Option<TokenRange> {
    let end = if i > floor && doc.word(i - 1) == "," { i - 1 } else { i };
    // "Do not trust anyone who …"
    if end > floor && matches!(doc.folded(end - 1), "anyone" | "anybody" | "someone" | "somebody" | "nobody" | "those")
    {
        return Some(TokenRange::new(end - 1, end));
    }
    let phrase = before_simple(doc, end, floor)?;
    // "…, said a man from the valley who …": behind the verb.
    let start = phrase.iter().rev().find(|&i| is_verbish(doc, i)).map_or(phrase.start, |verb| verb + 1);
    // "Police are also searching for a man who …": he is all of the phrase that is a person.
    let adverb = start < phrase.end && is_adverb(doc, start) && !doc.case(start).is_capitalised();
    let object = adverb.then(|| (start..phrase.end).rev().find(|&i| is(doc, i, grammar::PREPOSITION))).flatten();
    let start = object.map_or(start, |preposition| preposition + 1);
    (start < phrase.end).then(|| TokenRange::new(start, phrase.end))
}

/// The noun phrase before what stands between two commas, dashes or brackets that end at `last`.
fn over_insertion(doc: &Document, last: usize, floor: usize) -> Option<TokenRange> {
    let opening = (floor..last).rev().find(|&i| is_same_bracket(doc, i, last))?;
    if opening <= floor || opening + 1 == last {
        return None;
    }
    // "A passenger, @ana_reyes, wrote"
    if last == opening + 2 && is_handle(doc, opening + 1) {
        return Some(TokenRange::new(opening + 1, last));
    }
    let mut phrase = before_simple(doc, opening, floor)?;
    // "Lopez, 34, a doctor, said".
    if phrase.len() == 1 && doc.kind(phrase.start) == TokenKind::Number && phrase.start > floor + 1 {
        let aged = breaks(doc, phrase.start - 1).then(|| before_simple(doc, phrase.start - 1, floor)).flatten();
        phrase = aged.filter(|aged| doc.case(aged.end - 1).is_capitalised()).unwrap_or(phrase);
    }
    // "A fire official, Monir Hasan, said": the name stands inside.
    let inside = TokenRange::new(opening + 1, last);
    let office = titles::TABLE.has_tag(doc.listed(phrase.end - 1), titles::ROLE);
    // "Friends of the mayor, Ana Reyes, said": the name is the mayor's.
    if are_many(doc, phrase) {
        return Some(phrase);
    }
    if (!doc.case(phrase.end - 1).is_capitalised() || office)
        && !titles::TABLE.has_tag(doc.listed(inside.end - 1), titles::ROLE)
        && inside.len() <= 5
        && inside.iter().all(|i| doc.case(i).is_capitalised())
    {
        return Some(inside);
    }
    // "On Monday, Lopez, the mayor, said": what stands before the first comma is no subject.
    if is_no_subject(doc, phrase) {
        // "Lopez, of Arda, who lost a brother, said"
        if is(doc, opening + 1, grammar::RELATIVE) && opening < last {
            return over_insertion(doc, opening, floor);
        }
        // "Lopez, 48, of Elm Street, Arda, said"
        let comma = phrase.start.checked_sub(1).filter(|i| *i > floor && doc.word(*i) == ",");
        if let Some(comma) = comma.filter(|_| matches!(doc.folded(phrase.start), "of" | "from")) {
            return over_insertion(doc, comma, floor).or_else(|| before_simple(doc, comma, floor));
        }
        return before_simple(doc, last, opening + 1);
    }
    if let Some(name) = before_relative(doc, phrase, floor) {
        return Some(name);
    }
    // Several insertions may follow each other: "Lopez, a doctor, who was there, said".
    for _ in 0..3 {
        let inserted =
            !doc.case(phrase.start).is_capitalised() && phrase.start > floor && doc.word(phrase.start - 1) == ",";
        let name = inserted.then(|| before_simple(doc, phrase.start - 1, floor)).flatten();
        match name {
            Some(name) if doc.case(name.end - 1).is_capitalised() && !is_no_subject(doc, name) => phrase = name,
            _ => break,
        }
    }
    Some(phrase)
}

/// Whether the phrase is about several people or a family, who are somebody's: "friends of the mayor".
pub(super) fn are_many(doc: &Document, phrase: TokenRange) -> bool {
    let Some(of) = phrase.iter().skip(1).find(|i| is(doc, *i, grammar::PREPOSITION)) else { return false };
    let head = doc.folded(of - 1);
    let first = doc.sentence(doc.sentence_at(phrase.start)).tokens.start;
    let common = of - 1 == first || !doc.case(of - 1).is_capitalised();
    common
        && matches!(doc.folded(of), "of" | "for")
        && (head == "family" || head.ends_with('s') && !head.ends_with("ss"))
}

/// The name at the sentence's start whose relative clause holds `phrase`, a place with commas around it:
/// "Reyes, who lost a son in Arda, Brena, in May, said".
fn before_relative(doc: &Document, phrase: TokenRange, floor: usize) -> Option<TokenRange> {
    let comma = (floor + 1..phrase.start).find(|&i| doc.word(i) == ",")?;
    let goes_on = |i: usize| is_verbish(doc, i) || is(doc, i, grammar::COORDINATOR);
    let inside = is(doc, comma + 1, grammar::RELATIVE)
        && doc.word(phrase.start - 1) == ","
        && doc.case(phrase.start).is_capitalised()
        && !(comma + 1..phrase.start).any(|i| doc.word(i) == "," && goes_on(i + 1));
    let name = before_simple(doc, comma, floor).filter(|_| inside)?;
    (doc.case(name.end - 1).is_capitalised() && !name.iter().any(|i| is_verbish(doc, i))).then_some(name)
}

/// Whether the phrase only says when, where or under what condition.
fn is_no_subject(doc: &Document, phrase: TokenRange) -> bool {
    is_adverbial(doc, phrase) || is(doc, phrase.start, grammar::PREPOSITION | grammar::SUBORDINATOR)
}

fn is_same_bracket(doc: &Document, i: usize, closing: usize) -> bool {
    match doc.word(closing) {
        ")" => doc.word(i) == "(",
        "]" => doc.word(i) == "[",
        "," => doc.word(i) == ",",
        _ => is_dash(doc, i),
    }
}

/// As [`before`], without insertions.
fn before_simple(doc: &Document, end: usize, floor: usize) -> Option<TokenRange> {
    const BRACKET: usize = 8;
    // "Jim Reyes (R-Ohio), a member of the panel, said"
    let opening = (floor..end).rev().take(BRACKET).find(|&i| doc.word(i) == "(");
    let end = opening.filter(|_| doc.word(end - 1) == ")").unwrap_or(end);
    if end <= floor || breaks(doc, end - 1) {
        return None;
    }
    if is(doc, end - 1, grammar::SUBJECT) {
        return Some(TokenRange::new(end - 1, end));
    }
    let mut start = end;
    while start > floor && !breaks(doc, start - 1) && !is_clause_link(doc, start - 1, floor) {
        start -= 1;
    }
    let start = skip_adverbials(doc, start, end);
    (start < end).then(|| TokenRange::new(start, end))
}

/// Whether a new clause begins behind token `i`: a conjunction, or an "and" with a finite clause
/// before it.
fn is_clause_link(doc: &Document, i: usize, floor: usize) -> bool {
    match doc.folded(i) {
        "that" | "which" | "where" | "whom" | "what" | "how" | "why" | "but" | "because" | "while" | "when" | "if"
        | "although" | "though" | "whereas" | "unless" | "nor" | "yet" | "as" | "before" | "after" | "until"
        | "since" => return true,
        "and" | "or" => {}
        _ => return false,
    }
    let from = floor.max(i.saturating_sub(15));
    (from..i)
        .rev()
        .take_while(|&j| !breaks(doc, j))
        .any(|j| is_verbish(doc, j) || matches!(doc.folded(j), "he" | "she" | "they" | "it" | "we"))
}

/// The start of the phrase without adverbials of time, place and manner before it: "on Wednesday",
/// "earlier in the day", "in a statement".
fn skip_adverbials(doc: &Document, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        let word = doc.folded(at);
        if is(doc, at, grammar::COORDINATOR | grammar::SUBORDINATOR) && !is(doc, at, grammar::DETERMINER)
            || is_adverb(doc, at)
        {
            at += 1;
        } else if word == "among" && matches!(doc.folded(at + 1), "them" | "whom") && at + 2 < end {
            at += 2;
        } else if is(doc, at, grammar::PREPOSITION) {
            let tail = (at + 1..end.min(at + 6)).rev().find(|&i| is_time_or_venue(doc, i));
            match tail {
                Some(tail) => at = tail + 1,
                None if matches!(word, "like" | "unlike") => at += 1,
                None => break,
            }
        } else if is(doc, at, grammar::TIME) && at + 1 < end {
            at += 1;
        } else if matches!(word, "last" | "this" | "next" | "that") && is(doc, at + 1, grammar::TIME) && at + 2 < end {
            at += 2;
        } else {
            break;
        }
    }
    at
}

fn is_time_or_venue(doc: &Document, i: usize) -> bool {
    is(doc, i, grammar::TIME | grammar::VENUE) && !doc.tokens[i].glued
        || doc.kind(i) == TokenKind::Number && doc.word(i).len() == 4
}

fn is_adverbial(doc: &Document, phrase: TokenRange) -> bool {
    phrase.iter().all(|i| is_adverb(doc, i) || is(doc, i, grammar::TIME) || !is_word(doc, i))
        && phrase.iter().any(|i| is_word(doc, i))
}

/// The noun phrase that begins with token `start` and ends before `limit`: up to a comma, a verb,
/// or a preposition of time.
pub(crate) fn after(doc: &Document, start: usize, limit: usize) -> Option<TokenRange> {
    let limit = limit.min(start + LONGEST);
    if start >= limit || !begins_noun_phrase(doc, start) {
        return None;
    }
    if is(doc, start, grammar::SUBJECT | grammar::OBJECT_PRONOUN) {
        return Some(TokenRange::new(start, start + 1));
    }
    let mut end = start + 1;
    while end < limit {
        let stops = breaks(doc, end)
            || is(doc, end, grammar::SUBORDINATOR | grammar::RELATIVE | grammar::AUXILIARY | grammar::SUBJECT)
            || is_adverb(doc, end) && !is(doc, end - 1, grammar::DETERMINER)
            || doc.folded(end) == "to"
            || is(doc, end, grammar::TIME) && !doc.tokens[end].glued && !is(doc, end - 1, grammar::DETERMINER)
            || is(doc, end, grammar::PREPOSITION) && (end + 1..limit.min(end + 5)).any(|i| is_time_or_venue(doc, i));
        if stops {
            break;
        }
        end += 1;
    }
    Some(TokenRange::new(start, end))
}

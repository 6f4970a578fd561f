//! From the noun phrase that a cue names to the words that name the speaker: a person's name
//! alone; else the phrase without "the" and without what hangs on it.

use super::phrases;
use crate::annotate::entities::{Entities, Mention};
use crate::document::Document;
use crate::lexicon::{grammar, number_words, person_nouns, titles};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::EntityKind;

/// The words of `phrase` that name the speaker.
pub(crate) fn of(doc: &Document, entities: &Entities, phrase: TokenRange) -> Option<TokenRange> {
    let phrase = if is_relative(doc, phrase) { taken_up(doc, entities, phrase)? } else { phrase };
    if is_relative(doc, phrase) {
        return Some(phrase);
    }
    let core = core(doc, entities, phrase);
    // "where the": of what is behind a mark only its article.
    let article = core.len() > 1 && matches!(doc.folded(core.end - 1), "the" | "a" | "an");
    if core.is_empty() || article {
        return None;
    }
    let named = core.iter().filter_map(|i| entities.mention_at(i)).rfind(|m| {
        m.tokens.end >= core.end
            && m.tokens.end <= phrase.end.max(core.end)
            && (m.kind == EntityKind::Person || m.tokens.start >= core.start)
    });
    match named {
        Some(mention) if is_whole(doc, mention, core) => {
            Some(together(doc, entities, mention).unwrap_or(mention.tokens))
        }
        _ => {
            Some(in_office(doc, entities, core, phrase).or_else(|| in_apposition(doc, entities, core)).unwrap_or(core))
        }
    }
}

/// All bodies or countries that speak as one: "Mali, Niger and Burkina Faso said". None of them said it alone.
fn together(doc: &Document, entities: &Entities, one: &Mention) -> Option<TokenRange> {
    const MOST: usize = 8;
    let body = |i: usize| {
        let mention = entities.mention_at(i)?;
        matches!(mention.kind, EntityKind::Place | EntityKind::Organization).then_some(mention.tokens)
    };
    let TokenRange { mut start, mut end } = body(one.tokens.start)?;
    let mut joined = false;
    for _ in 0..MOST {
        let and = end + usize::from(doc.word(end) == ",");
        joined = doc.folded(and) == "and";
        let next = and + usize::from(joined);
        let next = next + usize::from(phrases::is(doc, next, grammar::DETERMINER));
        match body(next).filter(|tokens| tokens.start == next && next > end) {
            Some(tokens) => end = tokens.end,
            None => return None,
        }
        if joined {
            break;
        }
    }
    // "Kenya and Uganda's ministers"
    if !joined || doc.kind(end) == TokenKind::Clitic || doc.case(end).is_capitalised() {
        return None;
    }
    for _ in 0..MOST {
        let before = start.checked_sub(2).filter(|_| doc.word(start - 1) == ",").and_then(body);
        match before.filter(|tokens| tokens.end + 1 == start) {
            // "In Mali, Niger and Burkina Faso said"
            Some(tokens) if tokens.start == 0 || !phrases::is(doc, tokens.start - 1, grammar::PREPOSITION) => {
                start = tokens.start;
            }
            _ => break,
        }
    }
    Some(TokenRange::new(start, end))
}

/// The person behind an office that goes on with "of" or "for": "Superintendent of Police Arvind Rana".
fn in_office(doc: &Document, entities: &Entities, core: TokenRange, phrase: TokenRange) -> Option<TokenRange> {
    const WORDS: usize = 4;
    let of = core.end;
    let head = of.checked_sub(1)?;
    // "Council of Governors chair Ana Reyes"
    let last = phrase.end.checked_sub(1).and_then(|i| entities.mention_at(i)).filter(|last| last.tokens.start > of);
    if let Some(last) = last.filter(|last| last.kind == EntityKind::Person && last.tokens.end == phrase.end) {
        let office = last.tokens.start - 1;
        let inner =
            |i: usize| !phrases::is_word(doc, i) || phrases::is(doc, i, grammar::DETERMINER | grammar::POSSESSIVE);
        if office > of && phrases::is_office(doc, office) && !phrases::is_office(doc, head) && !(of..office).any(inner)
        {
            return Some(last.tokens);
        }
    }
    let office = titles::TABLE.has_tag(doc.listed(head), titles::RANK | titles::ROLE);
    if !office || !matches!(doc.folded(of), "of" | "for") {
        return None;
    }
    // "Leader of the Opposition Ana Reyes"; not "the mayor of the town Ana Reyes founded".
    let definite = doc.folded(of + 1) == "the";
    let field = of + 1 + usize::from(definite);
    let person = (field + 1..phrase.end.min(field + WORDS)).find_map(|i| entities.mention_at(i))?;
    if definite && person.tokens.end < phrase.end {
        return None;
    }
    let between = TokenRange::new(field, person.tokens.start);
    // "the minister of former president Ana Reyes" is not Reyes.
    let plain = |i: usize| {
        phrases::is_word(doc, i)
            && !phrases::is(doc, i, grammar::DETERMINER | grammar::POSSESSIVE | grammar::PREPOSITION)
            && !titles::TABLE.has_word(doc.listed(i))
            && (doc.case(i).is_capitalised() || !person_nouns::TABLE.has_word(doc.listed(i)))
    };
    let fits = person.kind == EntityKind::Person && !between.is_empty() && between.iter().all(plain);
    fits.then_some(person.tokens)
}

/// The person named between commas behind an office: "The director of the clinic, Ana Reyes, said".
fn in_apposition(doc: &Document, entities: &Entities, core: TokenRange) -> Option<TokenRange> {
    const WORDS: usize = 8;
    let sentence = doc.sentence(doc.sentence_at(core.start)).tokens;
    let reach = sentence.end.min(core.end + WORDS);
    let comma = (core.end..reach).find(|&i| !phrases::is_word(doc, i) && doc.kind(i) != TokenKind::Clitic)?;
    // "the project coordinator", "his lawyer", "Acme's head of staff"
    let definite = phrases::is(doc, core.start, grammar::POSSESSIVE)
        || core.iter().any(|i| doc.kind(i) == TokenKind::Clitic)
        || core.start > 0 && phrases::is(doc, core.start - 1, grammar::DETERMINER | grammar::POSSESSIVE);
    if !(phrases::is_office(doc, core.end - 1) || definite)
        || doc.word(comma) != ","
        || phrases::are_many(doc, TokenRange::new(core.start, core.end + 1))
        || (core.end..comma).any(|i| phrases::is_verbish(doc, i) && !doc.case(i).is_capitalised())
    {
        return None;
    }
    let named = (comma + 1..reach.min(comma + 4)).find_map(|i| entities.mention_at(i))?;
    let fits = named.kind == EntityKind::Person
        && (matches!(doc.word(named.tokens.end), "," | "." | "(") || named.tokens.end >= sentence.end)
        && (comma + 1..named.tokens.start).all(|i| doc.case(i).is_capitalised() || doc.word(i) == ".");
    fits.then_some(named.tokens)
}

fn is_relative(doc: &Document, phrase: TokenRange) -> bool {
    phrase.len() == 1 && matches!(doc.folded(phrase.start), "who" | "which" | "that")
}

/// The relative pronoun itself where it follows a name, else the phrase that it takes up.
fn taken_up(doc: &Document, entities: &Entities, pronoun: TokenRange) -> Option<TokenRange> {
    let floor = doc.sentence(doc.sentence_at(pronoun.start)).tokens.start;
    let named = pronoun.start > floor
        && (pronoun.start.saturating_sub(2)..pronoun.start).filter_map(|i| entities.mention_at(i)).any(|m| {
            m.kind == EntityKind::Person || !phrases::is(doc, m.tokens.start.saturating_sub(1), grammar::PREPOSITION)
        });
    if named { Some(pronoun) } else { phrases::antecedent(doc, pronoun.start, floor) }
}

/// Whether the mention is what the phrase is about, not only its last word: titles and capitalised
/// words may stand before a person; before a body only what belongs to its name.
fn is_whole(doc: &Document, mention: &Mention, core: TokenRange) -> bool {
    mention.kind == EntityKind::Person
        || mention.tokens.start <= core.start
        || (core.start..mention.tokens.start).all(|i| !doc.case(i).is_capitalised())
        // "Mexican state oil company Petroleos Mexicanos"
        || doc.case(mention.tokens.start - 1) == Case::Lower && doc.kind(mention.tokens.start - 1) == TokenKind::Word
}

/// The phrase without determiner, and up to its first preposition, comma, relative clause or verb;
/// a name with a preposition in it stays whole.
fn core(doc: &Document, entities: &Entities, phrase: TokenRange) -> TokenRange {
    let mut start = phrase.start;
    while start + 1 < phrase.end
        && (phrases::is(doc, start, grammar::DETERMINER)
            && !phrases::is(doc, start + 1, grammar::PREPOSITION | grammar::RELATIVE)
            || !matches!(doc.kind(start), TokenKind::Word | TokenKind::Number))
        && !matches!(doc.folded(start), "some" | "many" | "several" | "few" | "both" | "others" | "most")
    {
        start += 1;
    }
    let mut end = start + 1;
    // "some of her neighbours": a quantity alone names nobody.
    let quantity = doc.kind(start) == TokenKind::Number
        || number_words::TABLE.has_word(doc.listed(start))
        || matches!(
            doc.folded(start),
            "some" | "many" | "several" | "few" | "both" | "others" | "most" | "all" | "each"
        );
    if quantity && matches!(doc.folded(end), "of" | "in" | "at" | "among") && end + 1 < phrase.end {
        end += 1;
        while end + 1 < phrase.end && phrases::is(doc, end, grammar::DETERMINER | grammar::POSSESSIVE) {
            end += 1;
        }
    }
    // "finance chief Per Aune"
    let begins_name = |i: usize| entities.mention_at(i).is_some_and(|m| m.tokens.start == i && m.tokens.len() > 1);
    while end < phrase.end {
        let mention_goes_on = entities.mention_at(end).is_some_and(|m| m.tokens.start < end);
        let stops = !mention_goes_on
            && (matches!(doc.kind(end), TokenKind::Punct | TokenKind::Quote) && !doc.tokens[end].glued
                || matches!(doc.word(end), "," | "(")
                || phrases::is_dash(doc, end)
                // "Doctors Without Frontiers" is one name.
                || phrases::is(doc, end, grammar::PREPOSITION) && !(doc.case(end).is_capitalised() && (doc.case(end - 1).is_capitalised() || begins_name(end)))
                || phrases::is(doc, end, grammar::RELATIVE | grammar::AUXILIARY)
                || is_participle(doc, end)
                || phrases::is(doc, end, grammar::COORDINATOR)
                || phrases::is(doc, end, grammar::TIME) && !doc.tokens[end].glued && !doc.case(start).is_capitalised());
        if stops {
            break;
        }
        end += 1;
    }
    let rest = TokenRange::new(end + 1, phrase.end.max(end + 1));
    let opens = end - 1 == doc.sentence(doc.sentence_at(start)).tokens.start;
    let pair = (doc.case(end - 1) == Case::Lower || opens) && is_pair(doc, rest);
    if doc.folded(end) == "and" && (pair || share(doc, rest)) {
        end = phrase.end;
    }
    TokenRange::new(start, end)
}

/// Whether what stands behind "and" belongs to the noun before it: "fire and rescue service", "doctors and nurses".
fn is_pair(doc: &Document, rest: TokenRange) -> bool {
    let noun = |i: usize| {
        let class =
            grammar::DETERMINER | grammar::POSSESSIVE | grammar::PREPOSITION | grammar::SUBJECT | grammar::RELATIVE;
        doc.case(i) == Case::Lower
            && phrases::is_word(doc, i)
            && !phrases::is(doc, i, class | grammar::TIME)
            && !phrases::is_verbish(doc, i)
            && !phrases::is_adverb(doc, i)
    };
    (1..=3).contains(&rest.len())
        && rest.iter().all(noun)
        && (doc.word(rest.end) == "," || phrases::is_verbish(doc, rest.end))
}

/// Whether what stands before "and" and behind it have something together: "Kenya and Uganda's ministers".
fn share(doc: &Document, rest: TokenRange) -> bool {
    let whose = rest.iter().find(|i| doc.kind(*i) == TokenKind::Clitic);
    let named = |end: usize| (rest.start..end).all(|i| doc.case(i).is_capitalised());
    whose.is_some_and(|end| end > rest.start && named(end))
        && rest.len() <= 6
        && doc.case(rest.end - 1) == Case::Lower
        && doc.kind(rest.end - 1) == TokenKind::Word
}

fn is_participle(doc: &Document, i: usize) -> bool {
    let word = doc.folded(i);
    !doc.case(i).is_capitalised()
        && word.len() > 4
        && (word.ends_with("ing") || word.ends_with("ed"))
        && !phrases::is_word(doc, i + 1)
        || !doc.case(i).is_capitalised()
            && word.len() > 4
            && (word.ends_with("ing") || word.ends_with("ed"))
            && phrases::is(doc, i + 1, grammar::PREPOSITION | grammar::DETERMINER | grammar::POSSESSIVE)
}

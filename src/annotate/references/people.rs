//! Phrases for a person without a name: "the prime minister", "a farmer from the valley".

use super::discourse::Discourse;
use crate::annotate::entities::{Entities, Mention};
use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::lexicon::{countries, grammar, person_nouns, titles};
use crate::span::{EntityId, TokenRange};
use crate::token::TokenKind;
use crate::wire::EntityKind;

/// Longest phrase, in tokens: "a former deputy prime minister".
const LONGEST: usize = 6;

/// The words for one person behind a determiner at token `i`, without it. Who `speaks` is a person by looser signs.
pub(super) fn phrase(doc: &Document, i: usize, speaks: bool) -> Option<TokenRange> {
    if !matches!(doc.folded(i), "the" | "a" | "an" | "another" | "his" | "her" | "their" | "its" | "my" | "one") {
        return None;
    }
    let start = i + 1;
    // "One of them said", "another told the court".
    let alone = doc.folded(start) == "of" || phrases::is_verbish(doc, start) || doc.folded(start) == ",";
    if speaks && i > 0 && alone && matches!(doc.folded(i), "one" | "another") {
        return Some(TokenRange::new(i, start));
    }
    let limit = doc.sentence(doc.sentence_at(i)).tokens.end.min(start + LONGEST);
    let mut end = start;
    while end < limit && goes_on(doc, end, start) {
        end += 1;
    }
    let head = (start..end).rev().find(|i| is_person(doc, *i) || speaks && is_agent(doc, *i))?;
    // "the prisoner exchange" is no prisoner.
    let last = head + 1 == end || phrases::is_verbish(doc, head + 1) || doc.folded(head + 1).ends_with('s');
    last.then(|| TokenRange::new(start, head + 1))
}

/// Whether the phrase that begins at `start` goes on over token `i`.
fn goes_on(doc: &Document, i: usize, start: usize) -> bool {
    let hyphen = doc.folded(i) == "-" && doc.tokens[i].glued;
    let word = matches!(doc.kind(i), TokenKind::Word | TokenKind::Number);
    let joined = i > start && doc.tokens[i].glued && doc.kind(i) != TokenKind::Punct;
    hyphen
        || joined
        || word
            && !phrases::is(
                doc,
                i,
                grammar::PREPOSITION
                    | grammar::AUXILIARY
                    | grammar::SUBORDINATOR
                    | grammar::RELATIVE
                    | grammar::COORDINATOR
                    | grammar::PAST
                    | grammar::DETERMINER
                    | grammar::POSSESSIVE
                    | grammar::SUBJECT,
            )
}

fn is_person(doc: &Document, i: usize) -> bool {
    let noun = person_nouns::TABLE.get(doc.listed(i)).is_some_and(|entry| !entry.has(person_nouns::PLURAL));
    noun || is_office(doc, i)
}

/// "the eyewitness", "the union's local head", "a fishmonger".
fn is_agent(doc: &Document, i: usize) -> bool {
    let word = doc.folded(i);
    let ends = |ending: &str| word.len() > ending.len() + 2 && word.ends_with(ending);
    let noun = !grammar::TABLE.has_word(doc.listed(i)) && !phrases::is_adverb(doc, i);
    titles::TABLE.has_word(doc.listed(i))
        || matches!(word, "head" | "chair")
        || noun && ["er", "or", "ist", "ian", "man", "woman", "ee"].iter().any(|ending| ends(ending))
}

fn is_office(doc: &Document, i: usize) -> bool {
    titles::TABLE.has_tag(doc.listed(i), titles::ROLE | titles::RANK | titles::ROYAL)
}

/// Whether the phrase stands at a name and says who that is: "the mayor, Ana Reyes", "Reyes, the mayor",
/// "the Armenian prime minister Nikol Pashinyan".
pub(super) fn is_apposed(doc: &Document, entities: &Entities, phrase: TokenRange) -> bool {
    let is_person = |i: usize| entities.mention_at(i).is_some_and(|m| m.kind == EntityKind::Person);
    // "A farmer in Bac Ninh, Do Van Quyet,".
    let closed = |m: &Mention| m.kind == EntityKind::Person && doc.folded(m.tokens.end) == ",";
    let titled = |i: usize| i + usize::from(titles::TABLE.has_word(doc.listed(i)) && !is_person(i));
    let named = |comma: usize| entities.mention_at(titled(comma + 1)).is_some_and(closed);
    if behind_place(doc, phrase.end).is_some_and(named) {
        return true;
    }
    let comma = phrase.end + usize::from(doc.folded(phrase.end) == ",");
    let title = titles::TABLE.has_word(doc.listed(comma));
    // "The boy is Ana Reyes, who".
    let is = matches!(doc.folded(phrase.end), "is" | "was") && is_person(phrase.end + 1);
    let behind = is || is_person(comma) || title && is_person(comma + 1);
    let apposed = |comma: usize| comma > 0 && doc.folded(comma) == "," && is_person(comma - 1);
    let comma = phrase.start.saturating_sub(2);
    // "Reyes, 50, a widow,".
    let aged = comma > 2 && doc.folded(comma) == "," && doc.kind(comma - 1) == TokenKind::Number;
    behind || apposed(comma) || aged && apposed(comma - 2)
}

/// The comma behind where a person is from: "in Bac Ninh,", "at the central market,".
fn behind_place(doc: &Document, at: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let from = matches!(doc.folded(at), "in" | "at" | "from" | "with" | "of" | "for");
    let mut words =
        (at + 1..at + LONGEST).skip_while(|i| doc.kind(*i) == TokenKind::Word && !phrases::is_verbish(doc, *i));
    words.next().filter(|i| from && doc.folded(*i) == ",")
}

/// Whether the words at `tokens` only own what follows: "Lopez's", "his".
pub(super) fn owns(doc: &Document, tokens: TokenRange) -> bool {
    let possessive = tokens.len() == 1 && phrases::is(doc, tokens.start, grammar::POSSESSIVE);
    possessive || doc.kind(tokens.end) == TokenKind::Clitic && matches!(doc.folded(tokens.end), "'s" | "'")
}

/// Whether what "her" owns begins at token `i`.
pub(super) fn is_owned(doc: &Document, i: usize) -> bool {
    doc.kind(i) == TokenKind::Word
        && !phrases::is_verbish(doc, i)
        && !phrases::is_adverb(doc, i)
        && !phrases::is(
            doc,
            i,
            grammar::PREPOSITION
                | grammar::DETERMINER
                | grammar::POSSESSIVE
                | grammar::COORDINATOR
                | grammar::SUBORDINATOR
                | grammar::RELATIVE
                | grammar::SUBJECT
                | grammar::TIME,
        )
}

/// The last person spoken of whose office the phrase says; two who hold it are told apart by nothing.
pub(super) fn in_office(
    doc: &Document,
    entities: &Entities,
    discourse: &Discourse,
    phrase: TokenRange,
) -> Option<EntityId> {
    if doc.folded(phrase.start - 1) != "the" || !is_office(doc, phrase.end - 1) {
        return None;
    }
    if matches!(doc.folded(phrase.end), "of" | "for") || is_apposed(doc, entities, phrase) {
        return None;
    }
    let words = doc.read(phrase).to_lowercase();
    // "the Armenian prime minister" is the prime minister who is of Armenia.
    let (country, words) = match countries::TABLE.longest(doc, phrase.start, phrase.end) {
        Some((end, entry)) if end < phrase.end => {
            (entry.code(), doc.read(TokenRange::new(end, phrase.end)).to_lowercase())
        }
        _ => (None, words),
    };
    let holds = |entity: EntityId| {
        let entity = entities.get(entity);
        let says_so = entity.role.as_deref().is_some_and(|role| {
            let role = role.to_lowercase();
            let office = office(&role);
            ends_with_words(office, &words)
                || abbreviated(office).is_some_and(|office| office == words)
                || words == "judge" && ends_with_words(office, "justice")
        });
        entity.kind == EntityKind::Person && says_so && (country.is_none() || country == entity.country)
    };
    let mut holders = discourse.back().filter_map(|candidate| candidate.entity.filter(|entity| holds(*entity)));
    holders.next()
}

/// "Sen." is a senator.
fn abbreviated(office: &str) -> Option<&'static str> {
    let long = match office.rsplit(' ').next()?.trim_end_matches('.') {
        "sen" => "senator",
        "gov" => "governor",
        "rep" => "representative",
        "gen" => "general",
        "col" => "colonel",
        "capt" => "captain",
        "prof" => "professor",
        "sgt" => "sergeant",
        _ => return None,
    };
    Some(long)
}

/// The office without what it is of: "economist" of "economist at the University of Arda".
fn office(role: &str) -> &str {
    let of = [" of ", " at ", " for "].iter().filter_map(|word| role.find(word)).min();
    of.and_then(|of| role.get(..of)).unwrap_or(role)
}

/// Whether `phrase` ends with the words `end`: "Armenian prime minister", "minister".
fn ends_with_words(phrase: &str, end: &str) -> bool {
    phrase.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '-']))
}

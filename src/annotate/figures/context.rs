//! Whose people, where and when: what the sentence says around a figure.

use super::super::dates::Date;
use super::super::entities::{Entities, Entity, Mention};
use super::grammar::Grammar;
use super::phrases::Phrase;
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon::{countries, function_words as small, harms, person_nouns};
use crate::maps::HashMap;
use crate::span::{DateId, EntityId, TokenRange};
use crate::wire::EntityKind;

/// The date of the phrase's sentence: the nearest, in its own half of a sentence that a semicolon divides if it can be.
pub(super) fn date(doc: &Document, phrase: &Phrase, dates: &Layer<Date>) -> Option<DateId> {
    let at = phrase.number.start;
    let sentence = doc.sentence(doc.sentence_at(at));
    let first = dates.partition_point(|d| d.span.start < sentence.span.start);
    let divided = |d: &Date| {
        let (from, to) = if d.tokens.start < at { (d.tokens.end, at) } else { (at, d.tokens.start) };
        (from..to).any(|i| doc.folded(i) == ";")
    };
    dates[first..]
        .iter()
        .enumerate()
        .take_while(|(_, d)| d.span.start < sentence.span.end)
        .take(16)
        .filter(|(_, d)| !in_aside(doc, d.tokens.start, at))
        .min_by_key(|(_, d)| (divided(d), d.tokens.start.abs_diff(at)))
        .map(|(i, _)| DateId::at(first + i))
}

/// Whether token `i` stands in an aside about somebody that does not hold `at`: "Ana Reyes, whose two brothers died in
/// 1999, said nine were killed".
fn in_aside(doc: &Document, i: usize, at: usize) -> bool {
    const LONGEST: usize = 16;
    let sentence = doc.sentence(doc.sentence_at(i)).tokens;
    let comma = |j: &usize| doc.folded(*j) == ",";
    let open = (sentence.start.max(i.saturating_sub(LONGEST))..i).rev().find(comma);
    let close = (i..sentence.end.min(i + LONGEST)).find(comma);
    let told = open.zip(close).filter(|(open, close)| !(*open..*close).contains(&at));
    told.is_some_and(|(open, _)| doc.is_one_of(open + 1, &["whose", "who", "which"]))
}

/// The place behind "in", "at" or "near", or before "where", in the sentence: right beside the count, else the first
/// after the harm, else the last before; or the country that reports its own.
pub(super) fn place(g: &Grammar, phrase: &Phrase, cues: &[TokenRange], entities: &Entities) -> Option<EntityId> {
    // "…, making nine in all"
    let in_all = g.is_mark(phrase.whole.end, &["in"]) && g.is_mark(phrase.whole.end + 1, &["all", "total"]);
    let cue = cues.first().filter(|_| !in_all)?;
    let sentence = g.doc.sentence(g.doc.sentence_at(cue.start));
    let preposition =
        |i: usize| g.is_mark(i, &["in", "at", "near", "outside", "across", "on", "around", "of", "inside"]);
    // "212 people were injured: 140 in Mozambique"
    let of_another = |i: usize| {
        let number = i.checked_sub(1).filter(|b| g.is_number(*b));
        number.is_some_and(|number| !phrase.whole.has(number))
    };
    let stands_in = |m: &&Mention| {
        let before = |n: usize| m.tokens.start.checked_sub(n).unwrap_or(usize::MAX);
        // "Huanta, where 31 people died"
        let where_at = m.tokens.end + usize::from(g.is_mark(m.tokens.end, &[","]));
        m.kind == EntityKind::Place
            && !in_name(g, before(1), entities)
            && !of_another(before(1))
            && (g.is_mark(where_at, &["where"])
                || preposition(before(1))
                || g.is_mark(before(1), &["from"]) && g.is_say(before(2))
                || (g.is(before(1), small::DETERMINER) || g.is_content(before(1))) && preposition(before(2)))
    };
    // "…, the foreign ministry in Berlin said": where the source is, not where people were harmed.
    let of_source = |m: &&Mention| {
        let breaks = |i: &usize| g.is_mark(*i, &[",", ";", "\u{2014}"]);
        let start = (sentence.tokens.start..m.tokens.start).rev().find(breaks).map_or(sentence.tokens.start, |i| i + 1);
        let end = (m.tokens.end..sentence.tokens.end).find(breaks).unwrap_or(sentence.tokens.end);
        // "The bloc's office in Gaborone has put the toll at 26"
        let verb = (m.tokens.end..end).find(|i| !g.is_filler(*i) && !g.is(*i, small::HAVE | small::TIME));
        let says = |verb: usize| g.is_say(verb) || g.is_mark(verb, &["gave", "given", "gives"]);
        let speaks = verb.is_some_and(|verb| verb < cue.start && says(verb));
        speaks || !(start..end).contains(&cue.start) && (start..end).any(|i| g.is_say(i))
    };
    // "46 people, most of them in Iquique"
    let of_some = |m: &&Mention| {
        let from = cue.end.max(m.tokens.start.saturating_sub(20));
        (from..m.tokens.start).any(|i| {
            g.is_mark(i, &["most", "many", "some", "half", "including"])
                && i > 0
                && g.is_mark(i - 1, &[",", "-", "\u{2014}"])
        })
    };
    let first = entities.mentions.partition_point(|m| m.span.start < sentence.span.start);
    let within = || entities.mentions[first..].iter().take_while(|m| m.span.start < sentence.span.end).take(64);
    let end = phrase.whole.end;
    // "Mozambique 18, Malawi four"
    let listed = || within().find(|m| m.kind == EntityKind::Place && m.tokens.end == phrase.whole.start);
    let beside = || {
        let reach = end + if g.is(end + 1, small::DETERMINER) { 2 } else { 1 };
        let from = |m: &&Mention| phrase.head.is_none() && g.is_mark(m.tokens.start.wrapping_sub(1), &["from"]);
        within().find(|m| {
            m.tokens.start == reach && (preposition(end) && stands_in(m) || m.kind == EntityKind::Place && from(m))
        })
    };
    // "18 people died, and nine died in Zimbabwe": behind another count and its harm.
    const NEAR: usize = 40;
    let of_next = |m: &&Mention| {
        let harm = m.tokens.start.saturating_sub(2);
        let other = cue.end.max(phrase.whole.end);
        harm >= other
            && harm - other < NEAR
            && harms::TABLE.has_word(g.doc.listed(harm))
            && (other..harm).any(|i| g.is_number(i))
    };
    // "430 were treated, and in Arica another 180"
    let leads_next = |m: &&Mention| g.is_number(m.tokens.end + usize::from(g.is_mark(m.tokens.end, &["another"])));
    let stands_behind = |m: &&Mention| stands_in(m) && !of_source(m) && !of_some(m) && !of_next(m) && !leads_next(m);
    let divided = |m: &&Mention| (cue.end..m.tokens.start).any(|i| g.is_mark(i, &[";"]));
    let after = || within().filter(|m| m.tokens.start >= cue.end && !divided(m)).find(stands_behind);
    let before = || within().filter(|m| m.tokens.end <= cue.start && stands_in(m) && !of_source(m)).last();
    let reporting = || {
        let verb = phrase.whole.start.checked_sub(1)?;
        let reports = g.is_mark(verb, &["reported", "reports", "recorded", "registered", "counted"]);
        within().find(|m| reports && m.kind == EntityKind::Place && m.tokens.end == verb)
    };
    beside().or_else(listed).or_else(after).or_else(before).or_else(reporting)?.entity
}

/// Whether the preposition at `i` stands within the name of a body: "Co-operation in Europe".
fn in_name(g: &Grammar, i: usize, entities: &Entities) -> bool {
    const BACK: usize = 4;
    g.is_mark(i, &["in", "for", "of"])
        && (i.saturating_sub(BACK)..i).any(|at| {
            let body = entities.mention_at(at).filter(|m| m.kind == EntityKind::Organization);
            body.is_some_and(|m| (m.tokens.end..i).all(|j| g.is_content(j) || g.is_mark(j, &["-"])))
        })
}

/// The body that the victims are, and the party they belong to.
pub(super) fn party(
    g: &Grammar,
    phrase: &Phrase,
    cues: &[TokenRange],
    sides: &Sides,
) -> (Option<EntityId>, Option<EntityId>) {
    let entities = sides.entities;
    let body = owner(g, phrase, entities)
        .or_else(|| loser(g, phrase, cues, entities))
        .or_else(|| named(g, phrase, entities))
        .filter(|body| entities.get(*body).kind != EntityKind::Person)
        // "a Ballarat man": where he is from.
        .filter(|body| is_fighters(g, phrase) || !is_town(entities.get(*body)));
    (body, body.and_then(|body| sides.of(body)))
}

/// "12 Karabakh troops"; "12 men" may be any.
fn is_fighters(g: &Grammar, phrase: &Phrase) -> bool {
    let head = phrase.head.map_or(phrase.whole.end, |head| head.end);
    phrase.tags & person_nouns::FORCE != 0 && !g.is_mark(head.saturating_sub(1), &["man", "men"])
}

/// Whether an entity is a place and no state.
fn is_town(entity: &Entity) -> bool {
    entity.kind == EntityKind::Place && !countries::TABLE.has_tag(&entity.name.to_lowercase(), countries::COUNTRY)
}

fn mention_in(tokens: TokenRange, entities: &Entities) -> Option<&Mention> {
    tokens.iter().rev().find_map(|i| entities.mention_at(i))
}

/// "two of its troops", "Syria's soldiers".
fn owner(g: &Grammar, phrase: &Phrase, entities: &Entities) -> Option<EntityId> {
    let owner = phrase.owner?;
    if g.is(owner.start, small::POSSESSIVE) {
        if !g.is_mark(owner.start, &["its", "their"]) {
            return None;
        }
        return speaker_before(g, phrase.number.start, entities);
    }
    mention_in(owner, entities)?.entity
}

/// Who lost them: the subject of "lost a soldier".
fn loser(g: &Grammar, phrase: &Phrase, cues: &[TokenRange], entities: &Entities) -> Option<EntityId> {
    let cue =
        cues.first().filter(|cue| cue.end <= phrase.number.start && g.doc.folded(cue.start).starts_with("los"))?;
    let sentence = g.sentence(cue.start);
    let mut i = cue.start;
    while i > sentence.start && cue.start - i < 8 {
        i -= 1;
        if g.is_mark(i, &["it", "they", "he", "she", "we"]) {
            return speaker_before(g, i, entities);
        }
        if let Some(mention) = entities.mention_at(i) {
            return mention.entity;
        }
        if !(g.is_filler(i) || g.is(i, small::HAVE)) && !g.is_content(i) {
            return None;
        }
    }
    None
}

/// The body that says so: the subject of the reporting verb before `at`.
fn speaker_before(g: &Grammar, at: usize, entities: &Entities) -> Option<EntityId> {
    let sentence = g.sentence(at);
    let say = (sentence.start.max(at.saturating_sub(14))..at).rev().find(|i| g.is_say(*i))?;
    let subject = (sentence.start.max(say.saturating_sub(6))..say).rev().find_map(|i| entities.mention_at(i))?;
    subject.entity
}

/// "19 Syrian soldiers": the people or state that the victims' own words name.
fn named(g: &Grammar, phrase: &Phrase, entities: &Entities) -> Option<EntityId> {
    let on_side = || {
        const REACH: usize = 6;
        let end = phrase.whole.end;
        let side = (end + 2..end + REACH).find(|i| g.is_mark(*i, &["side"]))?;
        let on = (end..side).rev().find(|i| g.is_mark(*i, &["on"]))?;
        mention_in(TokenRange::new(on + 1, side), entities)
    };
    // "two soldiers of the Taiwanese army"
    let members = || {
        let end = phrase.whole.end;
        let name = end + 1 + usize::from(g.is(end + 1, small::DETERMINER));
        let body = entities.mention_at(name).filter(|m| m.kind != EntityKind::Place && m.kind != EntityKind::Person);
        body.filter(|_| g.is_mark(end, &["of"]) && phrase.head.is_some())
    };
    // "seven of them on the Macedonian side"
    phrase.head.and_then(|head| mention_in(head, entities)).or_else(members).or_else(on_side)?.entity
}

/// The places of an article by the words of their names and by country, made once.
pub(super) struct Sides<'e> {
    pub(super) entities: &'e Entities,
    by_word: HashMap<&'e str, EntityId>,
    by_country: HashMap<[u8; 2], EntityId>,
}

impl<'e> Sides<'e> {
    pub(super) fn new(entities: &'e Entities) -> Self {
        let mut sides = Sides { entities, by_word: HashMap::default(), by_country: HashMap::default() };
        for (i, entity) in entities.list.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Place) {
            for word in entity.name.split([' ', '-']).filter(|word| word.len() > 3) {
                sides.by_word.entry(word).or_insert(EntityId::at(i));
            }
            // A city has its country's code, too.
            let is_country = countries::TABLE.has_tag(&entity.name.to_lowercase(), countries::COUNTRY);
            if let Some(country) = entity.country.filter(|_| is_country) {
                sides.by_country.entry(country).or_insert(EntityId::at(i));
            }
        }
        sides
    }

    /// The state or territory that a body belongs to; a place is its own.
    fn of(&self, body: EntityId) -> Option<EntityId> {
        let entity = self.entities.get(body);
        match entity.kind {
            EntityKind::Place => Some(body),
            EntityKind::Organization | EntityKind::Group => entity
                .name
                // "the Karabakh army" is of the place that is named so.
                .split(' ')
                .find_map(|word| self.by_word.get(word))
                .or_else(|| self.by_country.get(&entity.country?))
                .copied()
                .or(Some(body)),
            _ => None,
        }
    }
}

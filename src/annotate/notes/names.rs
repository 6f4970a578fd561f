//! Names that readers stumble over: spelled two ways, short before long, initials never explained.

use super::Note;
use crate::annotate::entities::{Entities, Entity, Mention};
use crate::document::{BlockRole, Document};
use crate::lexicon;
use crate::maps::{HashMap, HashSet};
use crate::span::EntityId;
use crate::token::{Case, TokenKind};
use crate::wire::{EntityKind, MentionForm};

/// Persons whose names differ by how one sound is written: "Pashinyan" and "Pashinian".
pub(super) fn spelled_two_ways(doc: &Document, entities: &Entities) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut seen: HashMap<String, (&Mention, String)> = HashMap::default();
    let mut told: HashSet<(String, String)> = HashSet::default();
    let mut read = HashSet::default();
    for mention in &entities.mentions {
        let named = matches!(mention.form, MentionForm::Name | MentionForm::Short);
        if mention.kind != EntityKind::Person || !named || !in_body(doc, mention) || is_shouted(doc, mention) {
            continue;
        }
        // Surname against surname, and given name against given name of the same surname.
        let words: Vec<usize> = mention.tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word).collect();
        let Some(last) = words.last() else { continue };
        if !read.insert((doc.tokens[*last].word, words.first().map(|first| doc.tokens[*first].word), words.len())) {
            continue;
        }
        let mut keys = vec![(sound(doc.folded(*last)), doc.word(*last).to_string())];
        if let [given, _] = words[..] {
            keys.push((format!("{} {}", sound(doc.folded(given)), doc.folded(*last)), doc.word(given).to_string()));
        }
        for (key, spelling) in keys {
            if key.chars().count() < 5 {
                continue;
            }
            match seen.get(&key) {
                Some((other, first)) if *first != spelling && told.insert((first.clone(), spelling.clone())) => {
                    notes.push(Note {
                        kind: "name-spelled-two-ways",
                        span: mention.span,
                        items: items([other.entity, mention.entity]),
                        message: format!("A name is spelled two ways: {first} and {spelling}. Choose one."),
                    });
                }
                Some(_) => {}
                None => {
                    seen.insert(key, (mention, spelling));
                }
            }
        }
    }
    notes
}

/// A name as it sounds, roughly: y as i, doubled letters once, h only where it begins the name.
fn sound(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        let c = match c {
            'y' | 'j' => 'i',
            'w' => 'v',
            'c' | 'q' => 'k',
            'h' if !out.is_empty() => continue,
            c if !c.is_alphabetic() => continue,
            c => c,
        };
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Persons whose surname stands in the article before their full name.
pub(super) fn surname_first(doc: &Document, entities: &Entities) -> Vec<Note> {
    let mut first: HashMap<EntityId, &Mention> = HashMap::default();
    let mut notes = Vec::new();
    for mention in entities.mentions.iter().filter(|m| m.kind == EntityKind::Person && in_body(doc, m)) {
        let Some(entity) = mention.entity else { continue };
        let before = *first.entry(entity).or_insert(mention);
        let words = |m: &Mention| m.tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word).count();
        let longer = mention.form == MentionForm::Name
            && words(mention) > 1
            && doc.folded(mention.tokens.end - 1) == doc.folded(before.tokens.start)
            && lexicon::people::TABLE.has_tag(doc.listed(mention.tokens.start), lexicon::people::GIVEN);
        if before.form == MentionForm::Short && words(before) == 1 && longer && stands_alone(doc, before) {
            let (short, full) = (doc.read(before.tokens), doc.read(mention.tokens));
            notes.push(Note {
                kind: "surname-before-full-name",
                span: before.span,
                items: items([Some(entity)]),
                message: format!("{short} stands here before the full name, {full}. Give the full name first."),
            });
            // Once is enough.
            first.insert(entity, mention);
        }
    }
    notes
}

/// Whether no capitalised word stands beside the name: "King Abdullah" has a title, and "Machu
/// Picchu" is cut from a longer name.
fn stands_alone(doc: &Document, mention: &Mention) -> bool {
    let sentence = doc.sentence(doc.sentence_at(mention.tokens.start)).tokens;
    let before = mention.tokens.start.checked_sub(1).filter(|i| sentence.has(*i));
    let behind = Some(mention.tokens.end).filter(|i| sentence.has(*i));
    !before.into_iter().chain(behind).any(|i| doc.case(i).is_capitalised() || doc.is_one_of(i, &["-", ".", "&"]))
        || before.is_none() && behind.is_some_and(|i| doc.case(i) == Case::Lower)
}

/// Bodies that the text only calls by their initials, twice or more.
pub(super) fn acronyms(doc: &Document, entities: &Entities) -> Vec<Note> {
    let mut longer: HashSet<EntityId> = HashSet::default();
    let mut first: Vec<(EntityId, &Mention)> = Vec::new();
    let mut times: HashMap<EntityId, usize> = HashMap::default();
    for mention in &entities.mentions {
        let Some(entity) = mention.entity else { continue };
        if !is_initials(doc, mention) || in_brackets(doc, mention) {
            longer.insert(entity);
            continue;
        }
        let counts = is_organization(entities.list.get(entity.index())) && in_body(doc, mention);
        if counts && !is_shouted(doc, mention) {
            let times = times.entry(entity).or_insert(0);
            *times += 1;
            if *times == 2 {
                first.push((entity, mention));
            }
        }
    }
    first.retain(|(entity, mention)| {
        !longer.contains(entity) && !lexicon::known_acronyms::TABLE.has_word(doc.listed(mention.tokens.start))
    });
    let letters = |mention: &Mention| doc.folded(mention.tokens.start).replace('.', "");
    let spelled_out = spelled_out(doc, first.iter().map(|(_, mention)| letters(mention)).collect());
    first
        .into_iter()
        .filter(|(_, mention)| spelled_out.get(&letters(mention)) == Some(&false))
        .map(|(entity, mention)| Note {
            kind: "acronym-never-spelled-out",
            span: mention.span,
            items: items([Some(entity)]),
            message: format!("{} is never spelled out. Give the full name once.", doc.read(mention.tokens)),
        })
        .collect()
}

/// "Central Bank (CB)", "CB (Central Bank)": explained, be it in words that are not understood here.
fn in_brackets(doc: &Document, mention: &Mention) -> bool {
    doc.folded(mention.tokens.end) == "(" || mention.tokens.start > 0 && doc.folded(mention.tokens.start - 1) == "("
}

fn is_organization(entity: Option<&Entity>) -> bool {
    entity.is_some_and(|entity| entity.kind == EntityKind::Organization)
}

/// One word of three to six capitals.
fn is_initials(doc: &Document, mention: &Mention) -> bool {
    let letters = doc.word(mention.tokens.start).chars().filter(|c| c.is_alphabetic()).count();
    let only = letters == doc.word(mention.tokens.start).chars().count();
    mention.tokens.len() == 1 && doc.case(mention.tokens.start) == Case::Upper && only && (3..=6).contains(&letters)
}

/// Which of `acronyms` are the initials of a run of capitalised words, small words within left out or counted in.
fn spelled_out(doc: &Document, acronyms: HashSet<String>) -> HashMap<String, bool> {
    const LONGEST: usize = 6;
    const REACH: usize = 12;
    let mut found: HashMap<String, bool> = acronyms.into_iter().map(|acronym| (acronym, false)).collect();
    if found.is_empty() {
        return found;
    }
    let (mut all, mut capitals) = (String::new(), String::new());
    for start in 0..doc.tokens.len() {
        if !doc.case(start).is_capitalised() || doc.kind(start) != TokenKind::Word {
            continue;
        }
        all.clear();
        capitals.clear();
        for i in start..(start + REACH).min(doc.tokens.len()) {
            let Some(letter) = doc.folded(i).chars().next().filter(|c| c.is_alphabetic()) else {
                if doc.is_one_of(i, &["-", "&", "'s", "’s", ","]) {
                    continue;
                }
                break;
            };
            all.push(letter);
            if doc.case(i).is_capitalised() {
                capitals.push(letter);
            } else if !doc.is_one_of(i, &["of", "the", "for", "and", "in", "on", "to", "against", "de", "la"]) {
                break;
            }
            if capitals.len() > LONGEST {
                break;
            }
            if capitals.len() > 1 && doc.case(i).is_capitalised() {
                for initials in [&capitals, &all] {
                    if let Some(found) = found.get_mut(initials) {
                        *found = true;
                    }
                }
            }
        }
    }
    found
}

fn in_body(doc: &Document, mention: &Mention) -> bool {
    doc.block(doc.block_at(mention.tokens.start)).role == BlockRole::Body
}

/// In a line of capitals nothing is to be told from capitals.
fn is_shouted(doc: &Document, mention: &Mention) -> bool {
    let sentence = doc.sentence(doc.sentence_at(mention.tokens.start)).tokens;
    let mut words = sentence.iter().filter(|i| doc.kind(*i) == TokenKind::Word && !mention.tokens.has(*i)).take(12);
    let mut any = false;
    let shouted = words.all(|i| {
        any = true;
        doc.case(i) == Case::Upper
    });
    any && shouted
}

fn items<const N: usize>(entities: [Option<EntityId>; N]) -> Vec<String> {
    let mut ids: Vec<EntityId> = entities.into_iter().flatten().collect();
    ids.dedup();
    ids.iter().map(EntityId::to_string).collect()
}

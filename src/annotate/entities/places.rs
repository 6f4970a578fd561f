//! Places and peoples: a country under all its names; a capital that acts for its government.

use super::{Reference, phrase};
use crate::annotate::names::Name;
use crate::document::Document;
use crate::lexicon::{cities, countries, groups, metonym_words, place_words, regions};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::{EntityKind, MentionForm};
use std::collections::HashMap;
use std::sync::OnceLock;

/// How far a verb may stand from its subject: "Moscow on Thursday called".
const REACH: usize = 4;

/// The places that the text names, by the part of a longer name that tells: "Karabakh" of Nagorno-Karabakh,
/// "Kivu" of North Kivu, "Golan" of Golan Heights. Two places of one part have none.
#[derive(Default)]
pub(super) struct Places {
    by_part: HashMap<String, Option<String>>,
}

impl Places {
    pub(super) fn new(names: &[(&Document, &Name)]) -> Self {
        let mut places = Places::default();
        for (doc, name) in names.iter().filter(|(_, name)| name.kind == EntityKind::Place && name.tokens.len() >= 2) {
            let whole = phrase(doc, name.tokens);
            if let Some(part) = telling_part(doc, name.tokens).filter(|_| !countries::TABLE.has_word(&whole)) {
                let place = places.by_part.entry(part.to_string()).or_insert_with(|| Some(whole.clone()));
                place.take_if(|known| *known != whole);
            }
        }
        places
    }

    pub(super) fn refer(&self, doc: &Document, name: &Name) -> Reference {
        let words = phrase(doc, name.tokens);
        let country = countries::TABLE.get(&words);
        if name.kind == EntityKind::Group {
            let code = country.and_then(|c| c.code()).or_else(|| groups::TABLE.get(&words).and_then(|g| g.code()));
            let key = match country.and_then(|c| c.code()) {
                Some([a, b]) => format!("people {}{}", char::from(a), char::from(b)),
                None => format!("people {}", words.strip_suffix('s').unwrap_or(&words)),
            };
            return Reference { country: code, ..Reference::named(key, EntityKind::Group, name.rule) };
        }
        if let Some(entry) = country {
            if entry.has(countries::COUNTRY) {
                return state(entry.code(), &words, name.rule);
            }
            if entry.has(countries::CAPITAL) && acts(doc, name.tokens) {
                return government(entry.code(), &words, "entities/capital-acts");
            }
        }
        let region = regions::TABLE.get(&words);
        if let Some(entry) = region.filter(|entry| entry.has(regions::GOVERNMENT) && acts(doc, name.tokens)) {
            return government(entry.code(), &words, "entities/seat-acts");
        }
        let code = country.or(region).or_else(|| cities::TABLE.get(&words)).and_then(|entry| entry.code());
        if let Some(Some(whole)) = self.by_part.get(&words).filter(|_| country.is_none()) {
            let reference = Reference::short(format!("place {whole}"), EntityKind::Place, "entities/last-part");
            return Reference { country: code, ..reference };
        }
        Reference { country: code, ..Reference::named(format!("place {words}"), name.kind, name.rule) }
    }
}

/// The part of a longer name that may stand for the whole.
fn telling_part<'d>(doc: &'d Document, tokens: TokenRange) -> Option<&'d str> {
    let (first, last) = (doc.folded(tokens.start), doc.folded(tokens.end - 1));
    let link = doc.folded(tokens.end - 2);
    match tokens.len() {
        0 | 1 => None,
        2 if qualifies(first) => Some(last).filter(|part| !is_place(part)),
        2 if place_words::TABLE.has_tag(last, place_words::END) => Some(first).filter(|part| !is_place(part)),
        2 => None,
        // "Jammu and Kashmir".
        _ if link == "and" => Some(last),
        _ => Some(last).filter(|_| link == "-" && doc.tokens[tokens.end - 1].glued),
    }
}

/// "North", "Upper", "New": what tells one part of a land from another.
fn qualifies(word: &str) -> bool {
    place_words::TABLE.has_tag(word, place_words::COMPASS | place_words::START)
}

/// Whether the word is a place by itself, as in West Virginia.
fn is_place(word: &str) -> bool {
    countries::TABLE.has_word(word) || cities::TABLE.has_word(word)
}

/// A country, under whatever name.
fn state(code: Option<[u8; 2]>, words: &str, rule: &'static str) -> Reference {
    let key = match code {
        Some([a, b]) => format!("country {}{}", char::from(a), char::from(b)),
        None => format!("place {words}"),
    };
    Reference { country: code, ..Reference::named(key, EntityKind::Place, rule) }
}

/// A capital or seat that stands for its government.
fn government(code: Option<[u8; 2]>, words: &str, rule: &'static str) -> Reference {
    let called = code.and_then(country_name);
    Reference { form: MentionForm::Metonym, called, ..state(code, words, rule) }
}

/// Whether the capital at `tokens` acts for its government: it is the subject of a verb of acting, owns what
/// governments own, or stands where only a party can.
fn acts(doc: &Document, tokens: TokenRange) -> bool {
    let table = &metonym_words::TABLE;
    let before = tokens.start.checked_sub(1).map_or("", |i| doc.folded(i));
    if table.has_tag(before, metonym_words::PLACE) {
        return false;
    }
    let after = tokens.end;
    if doc.kind(after) == TokenKind::Clitic {
        return table.has_tag(doc.listed(after + 1), metonym_words::OWNED);
    }
    // "Moscow on Thursday called": past adverbs and a date.
    let mut at = after;
    while at < after + REACH && skips(doc, at) {
        at += 1;
    }
    let is_verb = doc.case(at) == Case::Lower && table.has_tag(doc.listed(at), metonym_words::ACTS);
    is_verb || table.has_tag(before, metonym_words::BEFORE) && before != "as" && ends_phrase(doc, after)
}

fn skips(doc: &Document, i: usize) -> bool {
    let day = doc.folded(i).ends_with("day") && doc.case(i).is_capitalised();
    day || doc.folded(i) == "on" && doc.folded(i + 1).ends_with("day")
        || metonym_words::TABLE.has_tag(doc.listed(i), metonym_words::SKIP)
}

/// Whether no noun follows that the place would only qualify: "with Moscow," but not "with Moscow residents".
fn ends_phrase(doc: &Document, i: usize) -> bool {
    doc.kind(i) != TokenKind::Word || doc.case(i) == Case::Lower && doc.folded(i).len() <= 4
}

/// The usual name of the country with this code.
fn country_name(code: [u8; 2]) -> Option<String> {
    static NAMES: OnceLock<HashMap<[u8; 2], String>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let main = countries::TABLE.entries(|entry| entry.has(countries::MAIN));
        main.into_iter().filter_map(|(name, entry)| Some((entry.code()?, capitalised(&name)))).collect()
    });
    names.get(&code).cloned()
}

/// The folded name with its capitals: "trinidad and tobago", "guinea-bissau".
fn capitalised(name: &str) -> String {
    let mut out = String::new();
    for word in name.split_inclusive([' ', '-']) {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !matches!(word.trim_end(), "and" | "of" | "the") => out.extend(first.to_uppercase()),
            Some(first) => out.push(first),
            None => {}
        }
        out.push_str(letters.as_str());
    }
    out
}

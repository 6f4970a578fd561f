//! Places and peoples: a country under all its names; a capital that acts for its government.

use super::phrases::{Phrase, Phrases};
use super::{Key, Named, Reference, metonyms};
use crate::document::Document;
use crate::lexicon::{
    cities, common_words, countries, groups, name_particles, people, place_variants, place_words, regions,
};
use crate::maps::HashMap;
use crate::span::TokenRange;
use crate::wire::{EntityKind, MentionForm};
use std::sync::OnceLock;

/// The rule for a capital that stands for its government.
const CAPITAL: &str = "entities/capital-acts";

/// The places that the text names, by the part of a longer name that tells: "Karabakh" of Nagorno-Karabakh,
/// "Kivu" of North Kivu, "Golan" of Golan Heights. Two places of one part have none.
#[derive(Default)]
pub(super) struct Places {
    by_part: HashMap<Phrase, Option<Phrase>>,
    /// The countries that the text itself puts places in: "Paris, Texas".
    by_comma: HashMap<Phrase, [u8; 2]>,
    /// Whether the text is about Belgium, and not about the union that meets there.
    is_belgian: bool,
}

impl Places {
    pub(super) fn new(phrases: &mut Phrases, names: &[Named]) -> Self {
        let called = |all: &[&str]| {
            let known = all.iter().filter_map(|words| phrases.find(words));
            known.into_iter().any(|words| names.iter().any(|name| name.words == words))
        };
        let is_belgian = called(&["belgium", "belgian", "belgians"]) && !called(&["european union", "eu", "e.u."]);
        let mut places = Places { is_belgian, ..Places::default() };
        for name in names.iter().filter(|name| name.kind == EntityKind::Place) {
            if let Some(code) = within(name.doc, name.tokens) {
                places.by_comma.entry(name.words).or_insert(code);
            }
            let part = telling_part(name.doc, name.tokens).filter(|_| !countries::TABLE.has_word(name.listed));
            if let Some(part) = part {
                let place = places.by_part.entry(phrases.add(part)).or_insert(Some(name.words));
                place.take_if(|known| *known != name.words);
            }
        }
        places
    }

    pub(super) fn refer(&self, phrases: &mut Phrases, name: &Named) -> Reference {
        let words = name.words;
        let country = countries::TABLE.get(name.listed);
        if name.kind == EntityKind::Group {
            let of_country = country.and_then(|c| c.code());
            let code = of_country.or_else(|| groups::TABLE.get(name.listed).and_then(|g| g.code()));
            let key = of_country.map_or_else(|| Key::People(singular(phrases, words)), Key::PeopleOf);
            return Reference { country: code, ..Reference::named(key, EntityKind::Group, name.rule) };
        }
        let region = regions::TABLE.get(name.listed);
        if let Some(entry) = country {
            // "England" is not the whole of its country.
            if entry.has(countries::COUNTRY) && !entry.has(countries::PART) {
                return state(entry.code(), words, name.rule);
            }
            if entry.has(countries::CAPITAL) && metonyms::acts(name.doc, name.tokens) {
                let of_union = !self.is_belgian && phrases.get(words) == "brussels";
                return if of_union { union(phrases) } else { government(entry.code(), words, CAPITAL) };
            }
        }
        let seat = region.filter(|entry| entry.has(regions::GOVERNMENT));
        if let Some(entry) = seat.filter(|_| metonyms::seat_acts(name.doc, name.tokens)) {
            return government(entry.code(), words, "entities/seat-acts");
        }
        let listed = || country.or(region).or_else(|| cities::TABLE.get(name.listed));
        let code = self.by_comma.get(&words).copied().or_else(|| listed().and_then(|entry| entry.code()));
        let words = spelling(phrases, words);
        let known = if words == name.words { name.listed } else { phrases.listed(words) };
        if let Some(entry) = place_variants::TABLE.get(known) {
            let key = Key::Variant(entry.value());
            return Reference { country: code, ..Reference::named(key, name.kind, name.rule) };
        }
        let whole = self.by_part.get(&words).copied().flatten().filter(|_| country.is_none());
        let reference = match whole {
            Some(whole) => Reference::short(Key::Place(whole), EntityKind::Place, "entities/last-part"),
            None => Reference::named(Key::Place(words), name.kind, name.rule),
        };
        Reference { country: code, ..reference }
    }
}

/// The spelling by which a place is known: mt. elgon is mount elgon.
fn spelling(phrases: &mut Phrases, name: Phrase) -> Phrase {
    let words = phrases.get(name);
    if !words.contains([' ', '-']) {
        return name;
    }
    let whole = match (words.split_once(' '), words.split_once('-')) {
        (Some(("mt" | "mt.", rest)), _) => Some(format!("mount {rest}")),
        // "El-Obeid" is El Obeid.
        (_, Some((article @ ("el" | "al" | "as" | "ash" | "ad" | "ar"), rest))) => Some(format!("{article} {rest}")),
        _ => None,
    };
    // "Benue State" is Benue.
    let all = whole.as_deref().unwrap_or(words);
    let division = match all.rsplit_once(' ') {
        Some((name, "state" | "province" | "governorate" | "oblast" | "prefecture")) => Some(name),
        _ => None,
    };
    let is_bare =
        |name: &&str| cities::TABLE.has_tag(*name, cities::DIVISION) && !cities::TABLE.has_tag(*name, cities::CITY);
    match division.filter(is_bare).map(str::to_string).or(whole) {
        Some(words) => phrases.add(&words),
        None => name,
    }
}

/// One of a people, as all of them.
fn singular(phrases: &mut Phrases, people: Phrase) -> Phrase {
    let words = phrases.get(people);
    let Some(end) = words.strip_suffix('s').map(str::len) else { return people };
    phrases.written(|phrases, form| form.push_str(&phrases.get(people)[..end]))
}

/// Whether the name is that of a seat of government: "Pentagon".
pub(super) fn is_seat(name: &Named) -> bool {
    regions::TABLE.has_tag(name.listed, regions::GOVERNMENT)
}

/// The country of what stands behind a comma: "Paris, Texas".
fn within(doc: &Document, tokens: TokenRange) -> Option<[u8; 2]> {
    let start = tokens.end + 1;
    if doc.folded(tokens.end) != "," || !doc.case(start).is_capitalised() {
        return None;
    }
    let end = doc.sentence(doc.sentence_at(tokens.end)).tokens.end;
    let country = countries::TABLE.longest_where(doc, start, end, |entry| entry.has(countries::COUNTRY));
    let division = || cities::TABLE.longest_where(doc, start, end, |entry| entry.has(cities::DIVISION));
    // "Hanoi, Tokyo sign pact" are two capitals.
    let capital = countries::TABLE.has_tag(doc.listed(start), countries::CAPITAL);
    let division = || division().filter(|_| !capital);
    // "Guiuan, Eastern Samar" is not in the Eastern Region.
    let whole = |to: usize| !doc.case(to).is_capitalised() || doc.tokens.get(to).is_none_or(|next| next.glued);
    country.or_else(division).filter(|(to, _)| whole(*to)).and_then(|(_, entry)| entry.code())
}

/// The part of a longer name that may stand for the whole.
fn telling_part<'d>(doc: &'d Document, tokens: TokenRange) -> Option<&'d str> {
    if tokens.len() < 2 {
        return None;
    }
    let (first, last) = (doc.folded(tokens.start), doc.folded(tokens.end - 1));
    let link = doc.folded(tokens.end - 2);
    match tokens.len() {
        2 if qualifies(first) => Some(last).filter(|part| !is_place(part)),
        2 if place_words::TABLE.has_tag(last, place_words::END) => Some(first).filter(|part| !is_place(part)),
        // "Addis" of Addis Ababa.
        2 if is_telling(doc, tokens.start) => Some(first),
        2 => None,
        // "Jammu and Kashmir".
        _ if link == "and" => Some(last),
        _ => Some(last).filter(|_| link == "-" && doc.tokens[tokens.end - 1].glued),
    }
}

/// Whether the word is no word of the language and of no other name of a place.
fn is_telling(doc: &Document, i: usize) -> bool {
    let tables = [common_words::TABLE, people::TABLE, place_words::TABLE, name_particles::TABLE];
    doc.word(i).len() > 4 && !is_place(doc.folded(i)) && !tables.iter().any(|table| table.has_word(doc.listed(i)))
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
fn state(code: Option<[u8; 2]>, words: Phrase, rule: &'static str) -> Reference {
    let key = code.map_or(Key::Place(words), Key::Country);
    Reference { country: code, ..Reference::named(key, EntityKind::Place, rule) }
}

/// Brussels, where it acts for the European Union.
fn union(phrases: &mut Phrases) -> Reference {
    let key = Key::Organization(phrases.add("european union"));
    let reference = Reference::named(key, EntityKind::Organization, CAPITAL);
    Reference { form: MentionForm::Metonym, called: Some("European Union".to_string()), ..reference }
}

/// A capital or seat that stands for its government.
fn government(code: Option<[u8; 2]>, words: Phrase, rule: &'static str) -> Reference {
    let called = code.and_then(country_name);
    Reference { form: MentionForm::Metonym, called, ..state(code, words, rule) }
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
            Some(first) if !matches!(word.trim_end(), "and" | "of" | "the") => out.push(first.to_ascii_uppercase()),
            Some(first) => out.push(first),
            None => {}
        }
        out.push_str(letters.as_str());
    }
    out
}

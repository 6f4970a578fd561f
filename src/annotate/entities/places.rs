//! Places and peoples: a country under all its names; a capital that acts for its government.

use super::{Reference, metonyms, phrase};
use crate::annotate::names::Name;
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
    by_part: HashMap<String, Option<String>>,
    /// The countries that the text itself puts places in: "Paris, Texas".
    by_comma: HashMap<String, [u8; 2]>,
    /// Whether the text is about Belgium, and not about the union that meets there.
    is_belgian: bool,
}

impl Places {
    pub(super) fn new(names: &[(&Document, &Name)]) -> Self {
        let called = |words: &[&str]| {
            names.iter().any(|(doc, name)| {
                let first = doc.folded(name.tokens.start);
                words.iter().any(|word| word.starts_with(first) && *word == phrase(doc, name.tokens))
            })
        };
        let is_belgian = called(&["belgium", "belgian", "belgians"]) && !called(&["european union", "eu", "e.u."]);
        let mut places = Places { is_belgian, ..Places::default() };
        for (doc, name) in names.iter().filter(|(_, name)| name.kind == EntityKind::Place) {
            if let Some(code) = within(doc, name.tokens) {
                places.by_comma.entry(phrase(doc, name.tokens)).or_insert(code);
            }
        }
        for (doc, name) in names.iter().filter(|(_, name)| name.kind == EntityKind::Place && name.tokens.len() >= 2) {
            let whole = phrase(doc, name.tokens);
            if let Some(part) = telling_part(doc, name.tokens).filter(|_| !countries::TABLE.has_word(&whole)) {
                let place = places.by_part.entry(part.to_string()).or_insert_with(|| Some(whole.clone()));
                place.take_if(|known| *known != whole);
            }
        }
        places
    }

    /// The spelling by which a place is known: kiev is kyiv, mt. elgon is mount elgon.
    fn same(&self, words: String) -> String {
        let words = match words.split_once(' ') {
            Some(("mt" | "mt.", rest)) => format!("mount {rest}"),
            _ => match words.split_once('-') {
                // "El-Obeid" is El Obeid.
                Some((article @ ("el" | "al" | "as" | "ash" | "ad" | "ar"), rest)) => format!("{article} {rest}"),
                _ => words,
            },
        };
        // "Benue State" is Benue.
        let words = match words.rsplit_once(' ') {
            Some((name, "state" | "province" | "governorate" | "oblast" | "prefecture"))
                if cities::TABLE.has_tag(name, cities::DIVISION) && !cities::TABLE.has_tag(name, cities::CITY) =>
            {
                name.to_string()
            }
            _ => words,
        };
        match place_variants::TABLE.get(&words) {
            Some(entry) => format!("variant {}", entry.value()),
            None => words,
        }
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
        let region = regions::TABLE.get(&words);
        if let Some(entry) = country {
            // "England" is not the whole of its country.
            if entry.has(countries::COUNTRY) && !entry.has(countries::PART) {
                return state(entry.code(), &words, name.rule);
            }
            if entry.has(countries::CAPITAL) && metonyms::acts(doc, name.tokens) {
                let of_union = words == "brussels" && !self.is_belgian;
                return if of_union { union(CAPITAL) } else { government(entry.code(), &words, CAPITAL) };
            }
        }
        if let Some(entry) =
            region.filter(|entry| entry.has(regions::GOVERNMENT) && metonyms::seat_acts(doc, name.tokens))
        {
            return government(entry.code(), &words, "entities/seat-acts");
        }
        let told = self.by_comma.get(&words).copied();
        let words = self.same(words);
        let code =
            country.or(region).or_else(|| cities::TABLE.get(&phrase(doc, name.tokens))).and_then(|entry| entry.code());
        let code = told.or(code);
        if let Some(Some(whole)) = self.by_part.get(&words).filter(|_| country.is_none()) {
            let reference = Reference::short(format!("place {whole}"), EntityKind::Place, "entities/last-part");
            return Reference { country: code, ..reference };
        }
        Reference { country: code, ..Reference::named(format!("place {words}"), name.kind, name.rule) }
    }
}

/// Whether the name is that of a seat of government: "Pentagon".
pub(super) fn is_seat(doc: &Document, name: &Name) -> bool {
    regions::TABLE.has_tag(&phrase(doc, name.tokens), regions::GOVERNMENT)
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
    let (first, last) = (doc.folded(tokens.start), doc.folded(tokens.end - 1));
    let link = doc.folded(tokens.end - 2);
    match tokens.len() {
        0 | 1 => None,
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
fn state(code: Option<[u8; 2]>, words: &str, rule: &'static str) -> Reference {
    let key = match code {
        Some([a, b]) => format!("country {}{}", char::from(a), char::from(b)),
        None => format!("place {words}"),
    };
    Reference { country: code, ..Reference::named(key, EntityKind::Place, rule) }
}

/// Brussels, where it acts for the European Union.
fn union(rule: &'static str) -> Reference {
    let reference = Reference::named("organization european union".to_string(), EntityKind::Organization, rule);
    Reference { form: MentionForm::Metonym, called: Some("European Union".to_string()), ..reference }
}

/// A capital or seat that stands for its government.
fn government(code: Option<[u8; 2]>, words: &str, rule: &'static str) -> Reference {
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

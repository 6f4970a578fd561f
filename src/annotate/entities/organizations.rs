//! Organizations: the full name, its acronym, the last words of it.

use super::{Reference, phrase};
use crate::annotate::names::Name;
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon::{
    Table, blocs, cities, common_words, countries, facility_words, name_nouns, organization_words, organizations,
    people, place_words, regions,
};
use crate::maps::HashMap;
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::{Certainty, EntityKind, MentionForm};

/// Longest short form: foreign affairs ministry.
const LONGEST_TAIL: usize = 3;

/// The organizations named in full, by what may stand for them.
#[derive(Default)]
pub(super) struct Organizations {
    /// Acronym, in lower case without dots, to key.
    by_acronym: HashMap<String, String>,
    /// Last words to the organization spoken of last.
    by_tail: HashMap<String, Last>,
    /// What may stand for each organization so far.
    tails: HashMap<String, Vec<String>>,
    /// First words that are no words of the language, of names of several.
    by_first: HashMap<String, String>,
    /// Beginnings of two words and more, and last words, of names of several; several that share one have none.
    by_part: HashMap<String, Option<String>>,
    /// The sentence that is read.
    sentence: usize,
    /// The first company that the text names.
    first: Option<String>,
    /// Last words to the first organization that the text names so.
    first_of_tail: HashMap<String, String>,
}

/// Who was spoken of last under some words.
struct Last {
    key: String,
    /// Whether others are called so, too.
    several: bool,
    sentence: usize,
}

/// Whether token `i` is a company's suffix: "Ltd".
fn is_legal(doc: &Document, i: usize) -> bool {
    organization_words::TABLE.has_tag(doc.listed(i), organization_words::LEGAL)
}

/// The key of a full name: spellings of one word alike, a company's suffix left out.
fn key(doc: &Document, tokens: TokenRange) -> String {
    let mut end = tokens.end;
    while end > tokens.start + 1 && (is_legal(doc, end - 1) || doc.folded(end - 1) == ",") {
        end -= 1;
    }
    let name = phrase(doc, TokenRange::new(tokens.start, end));
    format!("organization {}", name.replace("defense", "defence").replace("organisation", "organization"))
}

/// The last words of a full name that may stand for it, and all but the country's name or demonym.
fn tails<'a>(doc: &'a Document, tokens: TokenRange) -> impl Iterator<Item = String> + 'a {
    let country = countries::TABLE.longest(doc, tokens.start, tokens.end).map_or(tokens.end, |(end, _)| end);
    let without = TokenRange::new(country, tokens.end);
    let without = (without.len() >= 2).then(|| phrase(doc, without).replace("defense", "defence"));
    (1..=LONGEST_TAIL.min(tokens.len().saturating_sub(1)))
        .map(move |len| phrase(doc, TokenRange::new(tokens.end - len, tokens.end)))
        .filter(|tail| organization_words::TABLE.has_tag(tail, organization_words::SHORT))
        .map(|tail| tail.replace("defense", "defence"))
        .chain(without)
}

/// The head of "Ministry of Health", and both heads of "Central Bank of Kenya": "central bank", "bank".
fn heads<'a>(doc: &'a Document, tokens: TokenRange) -> impl Iterator<Item = String> + 'a {
    let of = tokens.iter().take(4).find(|i| matches!(doc.folded(*i), "of" | "for")).unwrap_or(tokens.start);
    [tokens.start, of.saturating_sub(1)]
        .into_iter()
        .filter(move |start| *start < of)
        .map(move |start| phrase(doc, TokenRange::new(start, of)))
        .filter(|head| organization_words::TABLE.has_tag(head, organization_words::SHORT))
}

/// Whether the word at token `i` says that a body is a town's, so that what stands before it is the town: Calderbridge
/// Borough Council.
pub(crate) fn is_of_town(doc: &Document, i: usize) -> bool {
    matches!(doc.folded(i), "borough" | "city" | "county" | "district" | "town" | "parish" | "municipal" | "state")
}

/// The parts of a name that may stand for the whole: "Visayan Star" of Visayan Star Lines Inc., "Rovers" of Harambee
/// Rovers. A place's name, and a word that many bodies are called by, may not.
fn parts(doc: &Document, tokens: TokenRange) -> impl Iterator<Item = TokenRange> {
    let TokenRange { start, mut end } = tokens;
    while end > start + 2 && is_legal(doc, end - 1) {
        end -= 1;
    }
    let is_place = |part: TokenRange| {
        let words = phrase(doc, part);
        [countries::TABLE, cities::TABLE, regions::TABLE].iter().any(|table| table.has_word(&words))
    };
    let plain = doc.case(end - 1) == Case::Title && !doc.tokens[end - 1].glued;
    let head =
        organization_words::TABLE.has_word(doc.listed(end - 1)) || common_words::TABLE.has_word(doc.listed(end - 1));
    // "Leeds City" is not the Leeds City Council.
    let is_team = |i: usize| organization_words::TABLE.has_tag(doc.listed(i), organization_words::TEAM);
    let last = TokenRange::new(end - 1, end);
    let beginnings =
        (start + 2..end).filter(move |to| doc.case(to - 1).is_capitalised() && doc.case(*to).is_capitalised());
    let beginnings = beginnings.filter(move |to| !is_team(to - 1)).map(move |to| TokenRange::new(start, to));
    // "Vale Verde" of Construtora Vale Verde.
    let opened = name_nouns::TABLE.has_tag(doc.listed(start), name_nouns::OPENS) && end > start + 2;
    let opened = Some(TokenRange::new(start + 1, end)).filter(|_| opened);
    let last = Some(last).filter(|_| plain && (is_team(end - 1) || !head) && doc.word(end - 1).len() > 3);
    beginnings.chain(opened).chain(last).filter(move |part| !is_place(*part)).collect::<Vec<_>>().into_iter()
}

/// Letters of an acronym: `U.N.` is `UN`.
fn letters(word: &str) -> String {
    word.chars().filter(|c| *c != '.').collect()
}

/// Initials of the capitalised words, and of all words.
fn initials(doc: &Document, tokens: TokenRange) -> [String; 2] {
    let first = |i: usize| doc.word(i).chars().next().into_iter().flat_map(char::to_lowercase);
    let words = || tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word);
    [words().filter(|i| doc.case(*i).is_capitalised()).flat_map(first).collect(), words().flat_map(first).collect()]
}

impl Organizations {
    pub(super) fn new(names: &[(&Document, &Name)]) -> Self {
        let mut found = Organizations::default();
        for (doc, name) in
            names.iter().filter(|(_, name)| name.kind == EntityKind::Organization && name.tokens.len() > 1)
        {
            let key = key(doc, name.tokens);
            for acronym in initials(doc, name.tokens) {
                if acronym.len() > 1 {
                    found.by_acronym.entry(acronym).or_insert_with(|| key.clone());
                }
            }
            // The text says so itself: World Health Organization (WHO).
            let end = name.tokens.end;
            if doc.folded(end) == "(" && doc.folded(end + 2) == ")" && doc.case(end + 1).is_capitalised() {
                found.by_acronym.insert(letters(doc.word(end + 1)).to_lowercase(), key.clone());
            }
            for tail in tails(doc, name.tokens).chain(heads(doc, name.tokens)) {
                found.first_of_tail.entry(tail).or_insert_with(|| key.clone());
            }
            let first = name.tokens.start;
            let listed = [common_words::TABLE, countries::TABLE, cities::TABLE, regions::TABLE, people::TABLE];
            if !is_of_town(doc, first + 1)
                && doc.word(first).len() > 3
                && !listed.iter().any(|table| table.has_word(doc.listed(first)))
            {
                found.by_first.entry(doc.folded(first).to_string()).or_insert_with(|| key.clone());
            }
            for part in parts(doc, name.tokens) {
                let of = found.by_part.entry(phrase(doc, part)).or_insert_with(|| Some(key.clone()));
                of.take_if(|known| *known != key);
            }
        }
        found
    }

    pub(super) fn refer(&mut self, doc: &Document, name: &Name) -> Reference {
        let kind = EntityKind::Organization;
        if name.tokens.len() == 1 {
            if let Some(key) = self.acronym(doc, name.tokens.start) {
                self.speak_of(&key);
                let reference = Reference::short(key, kind, "entities/acronym");
                return Reference { form: MentionForm::Acronym, ..reference };
            }
        }
        let words = phrase(doc, name.tokens).replace("defense", "defence");
        if let Some(key) = self.by_first.get(&words) {
            let key = key.clone();
            self.speak_of(&key);
            return Reference::short(key, kind, "entities/first-word");
        }
        let known_tail = name.tokens.len() >= 2 && self.first_of_tail.contains_key(&words);
        if known_tail || organization_words::TABLE.has_tag(&words, organization_words::SHORT) {
            if let Some(reference) = self.short(&words, "entities/last-words") {
                self.speak_of(&reference.key);
                return reference;
            }
        }
        let key = key(doc, name.tokens);
        let whole = self.by_part.get(&words).and_then(Option::as_ref).filter(|whole| **whole != key);
        if let Some(whole) = whole.filter(|_| organizations::TABLE.get(&words).is_none()) {
            let whole = whole.clone();
            self.speak_of(&whole);
            return Reference::short(whole, kind, "entities/part-of-name");
        }
        let tails = self
            .tails
            .entry(key.clone())
            .or_insert_with(|| tails(doc, name.tokens).chain(heads(doc, name.tokens)).chain(union(&words)).collect());
        if is_company(doc, name.tokens) {
            if !tails.iter().any(|tail| tail == COMPANY) {
                tails.push(COMPANY.to_string());
            }
            self.first.get_or_insert_with(|| key.clone());
        }
        self.speak_of(&key);
        let mut reference = Reference::named(key, kind, name.rule);
        reference.country = organizations::TABLE.get(&words).and_then(|entry| entry.code());
        reference.country = reference.country.or_else(|| country(doc, name.tokens));
        let acronym = name.tokens.len() == 1 && doc.case(name.tokens.start) == Case::Upper;
        let last = name.tokens.end - 1;
        let is_common = organization_words::TABLE.has_tag(doc.listed(last), organization_words::COMMON);
        reference.form = match () {
            () if acronym => MentionForm::Acronym,
            // "Kerala police" says whose police it is; "Kerala Police" is a name.
            () if is_common && doc.case(last) == Case::Lower && name.tokens.len() > 1 => MentionForm::Description,
            () => MentionForm::Name,
        };
        reference
    }

    /// The organization whose initials the word is: NATO; Nato, as some papers write what is said as a word; MoD.
    fn acronym(&self, doc: &Document, i: usize) -> Option<String> {
        const SPOKEN: usize = 4;
        let word = letters(doc.word(i));
        let short = doc.case(i) == Case::Title && word.chars().count() < SPOKEN;
        if short { None } else { self.by_acronym.get(&word.to_lowercase()).cloned() }
    }

    /// Goes on to the sentence with this number.
    pub(super) fn read_on(&mut self, sentence: usize) {
        self.sentence = sentence;
    }

    /// Whether an organization that the text names has these initials.
    pub(super) fn has_initials(&self, word: &str) -> bool {
        self.by_acronym.contains_key(&letters(word).to_lowercase())
    }

    /// Makes the organization the one that its last words stand for.
    fn speak_of(&mut self, key: &str) {
        let Some(tails) = self.tails.get(key) else { return };
        for tail in tails {
            let several = self.by_tail.get(tail).is_some_and(|last| last.several || last.key != *key);
            self.by_tail.insert(tail.clone(), Last { key: key.to_string(), several, sentence: self.sentence });
        }
    }

    /// "the ministry" after "Russian Foreign Ministry"; where there are several, only right behind one of them.
    pub(super) fn describe(&mut self, doc: &Document, tokens: TokenRange) -> Option<Reference> {
        const NEAR: usize = 2;
        let words = phrase(doc, tokens).replace("defense", "defence");
        let last = self.by_tail.get(&words)?;
        // Any firm of the article may be "the company", told as one or not.
        let loose = last.several || words == COMPANY && self.first.as_ref() != Some(&last.key);
        if loose && last.sentence + NEAR < self.sentence {
            return None;
        }
        let reference = self.short(&words, "entities/the-body")?;
        self.speak_of(&reference.key);
        let certainty = if words == COMPANY { Certainty::Inferred } else { reference.certainty };
        Some(Reference { form: MentionForm::Description, certainty, ..reference })
    }

    /// The organization spoken of last with these last words; the first to come where there was none.
    fn short(&self, words: &str, rule: &'static str) -> Option<Reference> {
        let (key, several) = match self.by_tail.get(words) {
            Some(last) => (&last.key, last.several),
            None => (self.first_of_tail.get(words)?, false),
        };
        let reference = Reference::short(key.clone(), EntityKind::Organization, rule);
        Some(Reference { certainty: if several { Certainty::Inferred } else { Certainty::Stated }, ..reference })
    }
}

/// "bloc" for the African Union.
fn union(words: &str) -> Option<String> {
    let entry = blocs::TABLE.get(words)?;
    let names = [(blocs::BLOC, "bloc"), (blocs::ALLIANCE, "alliance"), (blocs::CARTEL, "cartel")];
    names.iter().find(|(tag, _)| entry.has(*tag)).map(|(_, name)| name.to_string())
}

/// What the text calls a company once it has named it.
const COMPANY: &str = "company";

/// Whether the name, or what stands beside it, says that it is a company: "Hydral ASA", "carmaker Acme", "the airline
/// Arda Air", "Acme, a maker of toys".
fn is_company(doc: &Document, tokens: TokenRange) -> bool {
    const REACH: usize = 8;
    let business = |i: usize| {
        let word = doc.folded(i);
        doc.case(i) == Case::Lower
            && (word.ends_with("maker")
                || matches!(
                    word,
                    "company"
                        | "firm"
                        | "airline"
                        | "producer"
                        | "operator"
                        | "retailer"
                        | "manufacturer"
                        | "developer"
                ))
    };
    let named = tokens.len() > 1 && (is_legal(doc, tokens.end - 1) || is_legal(doc, tokens.end));
    let before = tokens.start.checked_sub(1).is_some_and(business);
    let article = matches!(doc.folded(tokens.end + 1), "a" | "an" | "the");
    let apposed = doc.folded(tokens.end) == "," && article;
    let behind = (tokens.end + 2..tokens.end + REACH).take_while(|i| doc.folded(*i) != ",");
    named || before || apposed && behind.take_while(|i| doc.folded(*i) != "of").any(business)
}

/// The country that the name says, if it is one: Karnataka High Court, University of Nairobi.
fn country(doc: &Document, tokens: TokenRange) -> Option<[u8; 2]> {
    let is_word = |i: usize| {
        [organization_words::TABLE, place_words::TABLE, common_words::TABLE, facility_words::TABLE]
            .iter()
            .any(|t| t.has_word(doc.listed(i)))
    };
    // "New Zealand" is a country, though "new" is a word; "Provías Nacional" is of no province, though one is called so.
    let whole = |end: usize, i: usize| end > i + 1 && countries::TABLE.longest(doc, i, tokens.end).is_some();
    let of_place = tokens.iter().any(|i| is_word(i) && doc.case(i).is_capitalised());
    let said = |table: Table, tags: u32| {
        let starts = tokens.iter().filter(|i| doc.case(*i).is_capitalised());
        let mut codes = starts.filter_map(move |i| {
            let (end, entry) = table.longest(doc, i, tokens.end)?;
            entry.code().filter(|_| (!is_word(i) || whole(end, i)) && (of_place || entry.has(tags)))
        });
        let first = codes.next()?;
        codes.all(|code| code == first).then_some(first)
    };
    let city = || said(cities::TABLE, cities::CITY);
    said(countries::TABLE, u32::MAX).or_else(|| said(regions::TABLE, u32::MAX)).or_else(city)
}

/// Where the text says "the ministry" in lower case, outside of `names`.
pub(super) fn descriptions(doc: &Document, names: &Layer<Name>) -> Vec<TokenRange> {
    let mut found = Vec::new();
    let mut names = names.iter().peekable();
    for i in 0..doc.tokens.len() {
        if doc.case(i + 1) != Case::Lower || doc.folded(i) != "the" {
            continue;
        }
        let is_short = |entry: crate::lexicon::Entry| entry.has(organization_words::SHORT);
        let short = organization_words::TABLE.longest_where(doc, i + 1, i + 1 + LONGEST_TAIL, is_short);
        let company = (doc.folded(i + 1) == COMPANY).then_some(i + 2);
        let Some(end) = short.map(|(end, _)| end).or(company) else { continue };
        let goes_on =
            doc.folded(end) == "of" || doc.tokens.get(end).is_some_and(|t| t.glued && t.kind == TokenKind::Word);
        while names.next_if(|name| name.tokens.end <= i + 1).is_some() {}
        let taken = names.peek().is_some_and(|name| name.tokens.start < end);
        if !goes_on && !taken {
            found.push(TokenRange::new(i + 1, end));
        }
    }
    found
}

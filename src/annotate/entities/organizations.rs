//! Organizations: the full name, its acronym, the last words of it.

use super::phrases::{Phrase, Phrases};
use super::{Key, Named, Reference};
use crate::annotate::names::Name;
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon::{
    Entry, Listed, Table, blocs, cities, common_words, countries, facility_words, name_nouns, organization_words,
    organizations, people, place_words, regions,
};
use crate::maps::HashMap;
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::{Certainty, EntityKind, MentionForm};

/// Longest short form: foreign affairs ministry.
const LONGEST_TAIL: usize = 3;

/// The organizations named in full, by what may stand for them. Each is known by its name as [`key`] spells it.
#[derive(Default)]
pub(super) struct Organizations {
    /// Acronym, in lower case without dots.
    by_acronym: HashMap<Phrase, Phrase>,
    /// Last words to the organization spoken of last.
    by_tail: HashMap<Phrase, Last>,
    /// What may stand for each organization so far.
    tails: HashMap<Phrase, Vec<Phrase>>,
    /// First words that are no words of the language, of names of several.
    by_first: HashMap<Phrase, Phrase>,
    /// Beginnings of two words and more, and last words, of names of several; several that share one have none.
    by_part: HashMap<Phrase, Option<Phrase>>,
    /// The sentence that is read.
    sentence: usize,
    /// The first company that the text names.
    first: Option<Phrase>,
    /// Last words to the first organization that the text names so.
    first_of_tail: HashMap<Phrase, Phrase>,
}

/// Who was spoken of last under some words.
struct Last {
    key: Phrase,
    /// Whether others are called so, too.
    several: bool,
    sentence: usize,
}

/// Spellings of one word.
const DEFENCE: (&str, &str) = ("defense", "defence");
const ORGANIZATION: (&str, &str) = ("organisation", "organization");

/// Whether token `i` is a company's suffix: "Ltd".
fn is_legal(doc: &Document, i: usize) -> bool {
    organization_words::TABLE.has_tag(doc.listed(i), organization_words::LEGAL)
}

/// The key of a full name: spellings of one word alike, a company's suffix left out.
fn key(phrases: &mut Phrases, name: &Named) -> Phrase {
    let (doc, TokenRange { start, mut end }) = (name.doc, name.tokens);
    while end > start + 1 && (is_legal(doc, end - 1) || doc.folded(end - 1) == ",") {
        end -= 1;
    }
    let bare = if end == name.tokens.end { name.words } else { phrases.of(doc, TokenRange::new(start, end)) };
    phrases.respelled(bare, &[DEFENCE, ORGANIZATION])
}

/// Whether all of `tokens` is a short form of bodies' names: "ministry".
fn is_short(doc: &Document, tokens: TokenRange) -> bool {
    let short = |entry: Entry| entry.has(organization_words::SHORT);
    let found = organization_words::TABLE.longest_where(doc, tokens.start, tokens.end, short);
    found.is_some_and(|(end, _)| end == tokens.end)
}

/// What may stand for a full name by itself: its last words, and all but the country's name or demonym; the head of
/// "Ministry of Health", and both heads of "Central Bank of Kenya": "central bank", "bank".
fn short_forms(phrases: &mut Phrases, doc: &Document, tokens: TokenRange) -> Vec<Phrase> {
    let mut forms = Vec::new();
    let lasts = 1..=LONGEST_TAIL.min(tokens.len().saturating_sub(1));
    let tails = lasts.map(|len| TokenRange::new(tokens.end - len, tokens.end)).filter(|tail| is_short(doc, *tail));
    let country = countries::TABLE.longest(doc, tokens.start, tokens.end).map_or(tokens.end, |(end, _)| end);
    let without = Some(TokenRange::new(country, tokens.end)).filter(|without| without.len() >= 2);
    for tail in tails.chain(without) {
        let tail = phrases.of(doc, tail);
        forms.push(phrases.respelled(tail, &[DEFENCE]));
    }
    let of = tokens.iter().take(4).find(|i| matches!(doc.folded(*i), "of" | "for")).unwrap_or(tokens.start);
    let heads = [tokens.start, of.saturating_sub(1)].map(|start| TokenRange::new(start, of));
    for head in heads.into_iter().filter(|head| !head.is_empty() && is_short(doc, *head)) {
        forms.push(phrases.of(doc, head));
    }
    forms
}

/// Whether the word at token `i` says that a body is a town's, so that what stands before it is the town: Calderbridge
/// Borough Council.
pub(crate) fn is_of_town(doc: &Document, i: usize) -> bool {
    matches!(doc.folded(i), "borough" | "city" | "county" | "district" | "town" | "parish" | "municipal" | "state")
}

/// The parts of a name that may stand for the whole: "Visayan Star" of Visayan Star Lines Inc., "Rovers" of Harambee
/// Rovers. A place's name, and a word that many bodies are called by, may not.
fn parts(doc: &Document, tokens: TokenRange) -> Vec<TokenRange> {
    let TokenRange { start, mut end } = tokens;
    while end > start + 2 && is_legal(doc, end - 1) {
        end -= 1;
    }
    let is_place = |part: &TokenRange| {
        let all = |(end, _)| end == part.end;
        let tables = [countries::TABLE, cities::TABLE, regions::TABLE];
        tables.iter().any(|table| table.longest(doc, part.start, part.end).is_some_and(all))
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
    beginnings.chain(opened).chain(last).filter(|part| !is_place(part)).collect()
}

/// Writes the letters of an acronym in lower case: `U.N.` is `un`.
fn write_letters(word: &str, out: &mut String) {
    out.extend(word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase));
}

/// Initials of the words that `count`.
fn initials(
    phrases: &mut Phrases,
    doc: &Document,
    tokens: TokenRange,
    count: impl Fn(usize) -> bool,
) -> Option<Phrase> {
    let mut several = false;
    let initials = phrases.written(|_, form| {
        for i in tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word && count(*i)) {
            form.extend(doc.word(i).chars().next().into_iter().flat_map(char::to_lowercase));
        }
        several = form.len() > 1;
    });
    Some(initials).filter(|_| several)
}

impl Organizations {
    pub(super) fn new(phrases: &mut Phrases, names: &[Named]) -> Self {
        let mut found = Organizations::default();
        for name in names.iter().filter(|name| name.kind == EntityKind::Organization && name.tokens.len() > 1) {
            let (doc, tokens) = (name.doc, name.tokens);
            let key = key(phrases, name);
            let capitals = initials(phrases, doc, tokens, |i| doc.case(i).is_capitalised());
            let all = initials(phrases, doc, tokens, |_| true);
            for acronym in capitals.into_iter().chain(all) {
                found.by_acronym.entry(acronym).or_insert(key);
            }
            // The text says so itself: World Health Organization (WHO).
            let end = tokens.end;
            if doc.folded(end) == "(" && doc.folded(end + 2) == ")" && doc.case(end + 1).is_capitalised() {
                let acronym = phrases.written(|_, form| write_letters(doc.word(end + 1), form));
                found.by_acronym.insert(acronym, key);
            }
            for short in short_forms(phrases, doc, tokens) {
                found.first_of_tail.entry(short).or_insert(key);
            }
            let first = tokens.start;
            let listed = [common_words::TABLE, countries::TABLE, cities::TABLE, regions::TABLE, people::TABLE];
            if !is_of_town(doc, first + 1)
                && doc.word(first).len() > 3
                && !listed.iter().any(|table| table.has_word(doc.listed(first)))
            {
                found.by_first.entry(phrases.add(doc.folded(first))).or_insert(key);
            }
            for part in parts(doc, tokens) {
                let of = found.by_part.entry(phrases.of(doc, part)).or_insert(Some(key));
                of.take_if(|known| *known != key);
            }
        }
        found
    }

    pub(super) fn refer(&mut self, phrases: &mut Phrases, name: &Named) -> Reference {
        let doc = name.doc;
        if name.tokens.len() == 1 {
            if let Some(key) = self.acronym(phrases, doc, name.tokens.start) {
                let reference = self.shorter(key, "entities/acronym");
                return Reference { form: MentionForm::Acronym, ..reference };
            }
        }
        let words = phrases.respelled(name.words, &[DEFENCE]);
        let listed = if words == name.words { name.listed } else { phrases.listed(words) };
        if let Some(key) = self.by_first.get(&words) {
            return self.shorter(*key, "entities/first-word");
        }
        let known_tail = name.tokens.len() >= 2 && self.first_of_tail.contains_key(&words);
        if known_tail || organization_words::TABLE.has_tag(listed, organization_words::SHORT) {
            if let Some(reference) = self.short(words, "entities/last-words") {
                return reference;
            }
        }
        let key = key(phrases, name);
        let known = organizations::TABLE.get(listed);
        let whole = self.by_part.get(&words).copied().flatten().filter(|whole| *whole != key);
        if let Some(whole) = whole.filter(|_| known.is_none()) {
            return self.shorter(whole, "entities/part-of-name");
        }
        let tails = self.tails.entry(key).or_insert_with(|| {
            let union = union(listed).map(|union| phrases.add(union));
            short_forms(phrases, doc, name.tokens).into_iter().chain(union).collect()
        });
        if is_company(doc, name.tokens) {
            let company = phrases.add(COMPANY);
            if !tails.contains(&company) {
                tails.push(company);
            }
            self.first.get_or_insert(key);
        }
        self.speak_of(key);
        let mut reference = Reference::named(Key::Organization(key), EntityKind::Organization, name.rule);
        reference.country = known.and_then(|entry| entry.code()).or_else(|| country(doc, name.tokens));
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
    fn acronym(&self, phrases: &mut Phrases, doc: &Document, i: usize) -> Option<Phrase> {
        const SPOKEN: usize = 4;
        let letters = || doc.word(i).chars().filter(|c| *c != '.').count();
        let short = doc.case(i) == Case::Title && letters() < SPOKEN;
        if short { None } else { self.of_initials(phrases, doc.word(i)) }
    }

    /// Goes on to the sentence with this number.
    pub(super) fn read_on(&mut self, sentence: usize) {
        self.sentence = sentence;
    }

    /// The organization that the text names and that has these initials.
    pub(super) fn of_initials(&self, phrases: &mut Phrases, word: &str) -> Option<Phrase> {
        if self.by_acronym.is_empty() {
            return None;
        }
        let letters = phrases.written(|_, form| write_letters(word, form));
        self.by_acronym.get(&letters).copied()
    }

    /// Makes the organization the one that its last words stand for.
    fn speak_of(&mut self, key: Phrase) {
        for tail in self.tails.get(&key).into_iter().flatten() {
            let several = self.by_tail.get(tail).is_some_and(|last| last.several || last.key != key);
            self.by_tail.insert(*tail, Last { key, several, sentence: self.sentence });
        }
    }

    /// A shorter form of an organization's name, which is spoken of with it.
    fn shorter(&mut self, key: Phrase, rule: &'static str) -> Reference {
        self.speak_of(key);
        Reference::short(Key::Organization(key), EntityKind::Organization, rule)
    }

    /// "the ministry" after "Russian Foreign Ministry"; where there are several, only right behind one of them.
    pub(super) fn describe(&mut self, phrases: &mut Phrases, doc: &Document, tokens: TokenRange) -> Option<Reference> {
        const NEAR: usize = 2;
        let words = phrases.of(doc, tokens);
        let words = phrases.respelled(words, &[DEFENCE]);
        let last = self.by_tail.get(&words)?;
        let company = phrases.get(words) == COMPANY;
        // Any firm of the article may be "the company", told as one or not.
        let loose = last.several || company && self.first != Some(last.key);
        if loose && last.sentence + NEAR < self.sentence {
            return None;
        }
        let reference = self.short(words, "entities/the-body")?;
        let certainty = if company { Certainty::Inferred } else { reference.certainty };
        Some(Reference { form: MentionForm::Description, certainty, ..reference })
    }

    /// The organization spoken of last with these last words; the first to come where there was none.
    fn short(&mut self, words: Phrase, rule: &'static str) -> Option<Reference> {
        let (key, several) = match self.by_tail.get(&words) {
            Some(last) => (last.key, last.several),
            None => (*self.first_of_tail.get(&words)?, false),
        };
        let certainty = if several { Certainty::Inferred } else { Certainty::Stated };
        Some(Reference { certainty, ..self.shorter(key, rule) })
    }
}

/// "bloc" for the African Union.
fn union(name: Listed) -> Option<&'static str> {
    let entry = blocs::TABLE.get(name)?;
    let names = [(blocs::BLOC, "bloc"), (blocs::ALLIANCE, "alliance"), (blocs::CARTEL, "cartel")];
    names.iter().find(|(tag, _)| entry.has(*tag)).map(|(_, name)| *name)
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
        let is_short = |entry: Entry| entry.has(organization_words::SHORT);
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

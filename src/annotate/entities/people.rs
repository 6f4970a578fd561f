//! Persons: the full name, then a part of it.
//!
//! The surname stands for whoever of that name was spoken of last, whom the title fits (Ms Karimova); the second
//! last of two surnames (Mr. López of López Obrador), a given name (Abebe, Suu Kyi) and an ending without its first
//! words (van Aalst) do so where nobody has it as a surname. Father and son of one name differ by Sr. and Jr.

use super::gender::{self, Gender};
use super::phrases::{Phrase, Phrases};
use super::{Key, Named, Reference};
use crate::annotate::names::Name;
use crate::document::Document;
use crate::lexicon::{name_suffixes, surname_particles, titles};
use crate::maps::{HashMap, HashSet};
use crate::span::TokenRange;
use crate::token::TokenKind;
use crate::wire::{Certainty, EntityKind, MentionForm};

/// At most so many people of one part are told apart.
const MOST: usize = 8;

/// Longest name whose parts are looked at, in words.
const LONGEST: usize = 8;

/// What part of a name a word is, the most telling first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Part {
    Surname,
    Given,
    Middle,
}

/// Someone named in full.
struct Person {
    key: Key,
    /// "jr", "sr", "iii".
    suffix: Option<Phrase>,
    gender: Option<Gender>,
    /// Last words of the titles that stand at the full name.
    titles: Vec<usize>,
    /// Whether the text has come to the full name.
    named: bool,
}

/// What people are filed under.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Called {
    /// Given name and surname, in either order, as they sound.
    Name(Phrase, Phrase),
    Part(Phrase),
    /// A part as it sounds.
    Sound(Phrase),
}

/// People by what they are called, in the order they were filed.
#[derive(Default)]
struct Index {
    filed: HashMap<Called, Filed>,
    /// Whom each entry is of, as which part of the name, and the entry after it of those who are called the same.
    entries: Vec<(Part, usize, Option<usize>)>,
}

/// The entries of those who are called the same.
struct Filed {
    first: usize,
    last: usize,
    count: usize,
}

impl Index {
    fn of(&self, called: Called) -> impl Iterator<Item = (Part, usize)> + '_ {
        let mut at = self.filed.get(&called).map(|filed| filed.first);
        std::iter::from_fn(move || {
            let (part, person, next) = *self.entries.get(at?)?;
            at = next;
            Some((part, person))
        })
    }

    fn has(&self, called: Called) -> bool {
        self.filed.contains_key(&called)
    }

    /// Files a person, unless the one filed there last is the same, or too many are.
    fn file(&mut self, called: Called, part: Part, person: usize) {
        let new = self.entries.len();
        let filed = self.filed.entry(called).or_insert(Filed { first: new, last: new, count: 0 });
        if filed.count == MOST || self.entries.get(filed.last).is_some_and(|(_, last, _)| *last == person) {
            return;
        }
        if let Some((.., next)) = self.entries.get_mut(filed.last) {
            *next = Some(new);
        }
        (filed.last, filed.count) = (new, filed.count + 1);
        self.entries.push((part, person, None));
    }
}

/// The people named in full, by the parts of their names.
#[derive(Default)]
pub(super) struct People {
    list: Vec<Person>,
    index: Index,
    /// Who was meant last by a part.
    recent: HashMap<Phrase, usize>,
    /// The parts that stood alone so far.
    bare: HashSet<Phrase>,
    /// Who was named in full last, and where that name ends.
    last: Option<(usize, usize)>,
}

/// A name in its words: what hyphens and marks tie together is one.
struct Words {
    first: Phrase,
    last: Phrase,
    all: Vec<Phrase>,
    suffix: Option<Phrase>,
}

impl Words {
    fn of(phrases: &mut Phrases, doc: &Document, tokens: TokenRange) -> Option<Words> {
        let mut all: Vec<Phrase> = Vec::with_capacity(tokens.len());
        let mut start = tokens.start;
        while start < tokens.end {
            let end = (start + 1..tokens.end).find(|i| !doc.tokens[*i].glued).unwrap_or(tokens.end);
            all.push(phrases.of(doc, TokenRange::new(start, end)));
            start = end;
        }
        let mut suffix = None;
        while let [_, .., last] = all[..] {
            if !name_suffixes::TABLE.has_word(phrases.get(last)) {
                break;
            }
            let bare = phrases.get(last).trim_end_matches('.').len();
            suffix = Some(phrases.written(|phrases, form| form.push_str(&phrases.get(last)[..bare])));
            all.pop();
        }
        Some(Words { first: *all.first()?, last: *all.last()?, all, suffix })
    }

    /// Whether it is more than a part of a name.
    fn is_full(&self) -> bool {
        self.all.len() > 1
    }

    /// The parts that may stand for the whole, and what they are.
    fn parts(&self, phrases: &mut Phrases) -> Vec<(Part, Phrase)> {
        let count = self.all.len().min(LONGEST);
        let mut parts = Vec::with_capacity(3 * count);
        parts.extend([(Part::Surname, self.last), (Part::Given, self.first)]);
        for start in 1..count {
            let words = &self.all[start..];
            let particle = |phrases: &Phrases, word: Phrase| surname_particles::TABLE.has_word(phrases.get(word));
            if words.len() > 1 {
                let part = if particle(phrases, self.all[start - 1]) { Part::Middle } else { Part::Surname };
                parts.push((part, phrases.joined(words)));
                // The first of two surnames, with what it begins with: "da Rocha" of da Rocha Filho.
                let name = words.iter().position(|word| !particle(phrases, *word)).unwrap_or(0);
                if name + 1 < words.len() && (name > 0 || !particle(phrases, words[name])) {
                    parts.push((Part::Middle, phrases.joined(&words[..=name])));
                }
                parts.push((Part::Given, phrases.joined(&self.all[..=start])));
            }
        }
        // "Assad" of al-Assad, "Musa" of Bello-Musa.
        let last = phrases.get(self.last);
        if let Some(hyphen) = last.rfind('-') {
            parts.push((
                Part::Surname,
                phrases.written(|phrases, form| form.push_str(&phrases.get(self.last)[hyphen + 1..])),
            ));
        }
        parts
    }
}

impl People {
    pub(super) fn new(phrases: &mut Phrases, names: &[Named]) -> Self {
        let mut people = People::default();
        let persons = names.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1);
        let full: Vec<(&Named, Words)> = persons
            .filter_map(|name| Some((name, Words::of(phrases, name.doc, name.tokens)?)))
            .filter(|(_, words)| words.is_full())
            .collect();
        for long in [true, false] {
            for (name, words) in full.iter().filter(|(_, words)| (words.all.len() > 2) == long) {
                // "van Aalst", "Molina Ocampo" are parts of a longer name.
                let known = people.find(phrases, words).or_else(|| {
                    let part = phrases.joined(&words.all);
                    people.called(phrases, part, None, None, None).map(|of| of.0)
                });
                let person = known.unwrap_or_else(|| people.file(phrases, words));
                let person = &mut people.list[person];
                let told = gender::told(name.doc, name.tokens).or(person.gender);
                person.gender = told.or_else(|| gender::of_given_name(phrases.get(words.first)));
                person.titles.extend(title(name.doc, name));
            }
        }
        people
    }

    /// Files a person under the parts of the name.
    fn file(&mut self, phrases: &mut Phrases, words: &Words) -> usize {
        let person = self.list.len();
        let &Words { first, last, suffix, .. } = words;
        let key = Key::Person(first, last, suffix);
        self.list.push(Person { key, suffix, gender: None, titles: Vec::new(), named: false });
        // "Orban Viktor" is Viktor Orban.
        let (given, surname) = (phrases.sound(first), phrases.sound(last));
        self.index.file(Called::Name(given, surname), Part::Surname, person);
        self.index.file(Called::Name(surname, given), Part::Surname, person);
        for (part, name) in words.parts(phrases) {
            self.index.file(Called::Sound(phrases.sound(name)), part, person);
            self.index.file(Called::Part(name), part, person);
        }
        person
    }

    /// The person of this full name. Who is called Sr. is nobody who is not; a Jr. may also be called without it.
    fn find(&self, phrases: &mut Phrases, words: &Words) -> Option<usize> {
        let called = Called::Name(phrases.sound(words.first), phrases.sound(words.last));
        let mut of = self.index.of(called).map(|(_, person)| person).peekable();
        of.peek()?;
        let is_senior = |suffix: Option<Phrase>| suffix.is_some_and(|suffix| phrases.get(suffix) == "sr");
        let fits = |person: usize| match (self.list[person].suffix, words.suffix) {
            (known, None) => !is_senior(known),
            (None, suffix) => !is_senior(suffix),
            _ => false,
        };
        let mut looser = None;
        for person in of {
            if self.list[person].suffix == words.suffix {
                return Some(person);
            }
            looser = looser.or(Some(person).filter(|person| fits(*person)));
        }
        looser
    }

    pub(super) fn refer(&mut self, phrases: &mut Phrases, name: &Named) -> Reference {
        let kind = EntityKind::Person;
        let (doc, start) = (name.doc, name.tokens.start);
        let unknown = Reference::named(Key::Called(name.words), kind, name.rule);
        let Some(words) = Words::of(phrases, doc, name.tokens) else { return unknown };
        let full = if words.is_full() { self.find(phrases, &words) } else { None };
        let part = phrases.joined(&words.all);
        if full.is_none() {
            if let Some(person) = self.alias_of(doc, start) {
                if !self.index.has(Called::Part(part)) {
                    self.index.file(Called::Part(part), Part::Given, person);
                }
                return Reference::short(self.list[person].key, kind, "entities/alias");
            }
        }
        if let Some(person) = full {
            self.list[person].named = true;
            // "Soomro … His son, Jameel Soomro …. Soomro" is the father.
            let beside = self.last.is_some_and(|(end, _)| doc.sentence_at(end - 1) == doc.sentence_at(start));
            let relative = is_relative(doc, start);
            for (part, name) in words.parts(phrases) {
                let taken = || self.bare.contains(&name) || beside && self.recent.contains_key(&name);
                if part != Part::Middle && !(relative && taken()) {
                    self.recent.insert(name, person);
                }
            }
            self.last = Some((name.tokens.end, person));
            return Reference::named(self.list[person].key, kind, name.rule);
        }
        let gender = gender::told(doc, name.tokens);
        let Some((person, sure)) = self.called(phrases, part, words.suffix, gender, title(doc, name)) else {
            return unknown;
        };
        self.bare.insert(part);
        self.recent.insert(part, person);
        let rule = if sure { "entities/part-of-name" } else { "entities/latest-of-name" };
        let certainty = if sure { Certainty::Stated } else { Certainty::Inferred };
        Reference { form: MentionForm::Short, certainty, ..Reference::named(self.list[person].key, kind, rule) }
    }

    /// Who is called otherwise at token `start`: "Ramswaroop Dangi alias Pappu", "Bantilan, 41, alias “Boy Tikoy”".
    fn alias_of(&self, doc: &Document, start: usize) -> Option<usize> {
        const AGE: usize = 3;
        let start = start.saturating_sub(usize::from(doc.kind(start.saturating_sub(1)) == TokenKind::Quote));
        let alias = start > 0 && matches!(doc.folded(start - 1), "alias" | "aka" | "a.k.a.");
        let (end, person) = self.last.filter(|_| alias)?;
        (end < start && end + 1 + AGE >= start).then_some(person)
    }

    /// Whom a part of a name stands for, and whether nobody else could be meant.
    fn called(
        &self,
        phrases: &mut Phrases,
        part: Phrase,
        suffix: Option<Phrase>,
        gender: Option<Gender>,
        title: Option<usize>,
    ) -> Option<(usize, bool)> {
        let called = Called::Part(part);
        let called = if self.index.has(called) { called } else { Called::Sound(phrases.sound(part)) };
        let fits = |(_, person): &(Part, usize)| {
            let person = &self.list[*person];
            let other = gender.is_some_and(|gender| person.gender.is_some_and(|known| known != gender));
            !other && (suffix.is_none() || suffix == person.suffix)
        };
        let mut fitting: Vec<(Part, usize)> = self.index.of(called).filter(fits).collect();
        let told = |(_, person): &(Part, usize)| gender.is_some() && self.list[*person].gender == gender;
        let named = fitting.iter().any(|(_, person)| self.list[*person].named);
        if fitting.iter().any(|one| told(one) && (self.list[one.1].named || !named)) {
            fitting.retain(|(_, person)| self.list[*person].gender == gender);
        }
        // "Senator Garba" is the one of them who is a senator.
        if let Some(title) = title {
            let holds = |(_, person): &(Part, usize)| self.list[*person].titles.contains(&title);
            if fitting.iter().filter(|one| holds(one)).count() == 1 {
                fitting.retain(holds);
            }
        }
        // Who was named before goes first, then who has it as a surname.
        crate::sort::by_key(&mut fitting, |(part, person)| (!self.list[*person].named, *part));
        let (first, person) = *fitting.first()?;
        let rivals = fitting
            .iter()
            .filter(|(part, other)| *part == first && self.list[*other].named == self.list[person].named)
            .count();
        let recent = self.recent.get(&part).filter(|recent| fitting.iter().any(|(_, other)| other == *recent));
        Some((recent.copied().unwrap_or(person), rivals == 1))
    }
}

/// The last word of the title at a name, by its number.
fn title(doc: &Document, name: &Name) -> Option<usize> {
    name.role.map(|role| doc.folded_id(role.end - 1))
}

/// Whether the name at token `start` is introduced as somebody's relative: "His son, Jameel Soomro".
fn is_relative(doc: &Document, start: usize) -> bool {
    let comma = start > 1 && doc.folded(start - 1) == ",";
    let noun = start.checked_sub(1 + usize::from(comma));
    let kin = |noun: usize| {
        titles::TABLE.has_tag(doc.listed(noun), titles::RELATION)
            || matches!(doc.word(noun), "father" | "mother" | "brother" | "sister")
    };
    noun.is_some_and(kin)
}

//! Persons: the full name, then a part of it.
//!
//! The surname stands for whoever of that name was spoken of last, whom the title fits (Ms Karimova); the second
//! last of two surnames (Mr. López of López Obrador), a given name (Abebe, Suu Kyi) and an ending without its first
//! words (van Aalst) do so where nobody has it as a surname. Father and son of one name differ by Sr. and Jr.

use super::gender::{self, Gender};
use super::{Reference, phrase};
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
    key: String,
    /// "jr", "sr", "iii".
    suffix: Option<String>,
    gender: Option<Gender>,
    /// Last words of the titles that stand at the full name.
    titles: Vec<String>,
    /// Whether the text has come to the full name.
    named: bool,
}

/// The people named in full, by the parts of their names.
#[derive(Default)]
pub(super) struct People {
    list: Vec<Person>,
    /// By given name and surname, in either order, and by how they sound.
    by_name: HashMap<String, Vec<usize>>,
    by_part: HashMap<String, Vec<(Part, usize)>>,
    /// Who was meant last by a part.
    recent: HashMap<String, usize>,
    /// The parts that stood alone so far.
    bare: HashSet<String>,
    /// Who was named in full last, and where that name ends.
    last: Option<(usize, usize)>,
}

/// A name in its words: what hyphens and marks tie together is one.
struct Words {
    words: Vec<String>,
    suffix: Option<String>,
}

impl Words {
    fn of(doc: &Document, tokens: TokenRange) -> Words {
        let mut all: Vec<String> = Vec::new();
        for i in tokens.iter() {
            match all.last_mut() {
                Some(word) if doc.tokens[i].glued && i > tokens.start => word.push_str(doc.folded(i)),
                _ => all.push(doc.folded(i).to_string()),
            }
        }
        let mut suffix = None;
        while all.len() > 1 && all.last().is_some_and(|word| name_suffixes::TABLE.has_word(word)) {
            suffix = all.pop().map(|word| word.trim_end_matches('.').to_string());
        }
        Words { words: all, suffix }
    }

    fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// The parts that may stand for the whole, and what they are.
    fn parts(&self) -> Vec<(Part, String)> {
        let count = self.words.len().min(LONGEST);
        let mut parts = vec![(Part::Surname, self.last().to_string()), (Part::Given, self.first().to_string())];
        for start in 1..count {
            let (before, words) = (&self.words[start - 1], &self.words[start..]);
            let particle = |word: &String| surname_particles::TABLE.has_word(word);
            if words.len() > 1 {
                let part = if particle(before) { Part::Middle } else { Part::Surname };
                parts.push((part, words.join(" ")));
                // The first of two surnames, with what it begins with: "da Rocha" of da Rocha Filho.
                let name = words.iter().position(|word| !particle(word)).unwrap_or(0);
                if name + 1 < words.len() && (name > 0 || !particle(&words[name])) {
                    parts.push((Part::Middle, words[..=name].join(" ")));
                }
                parts.push((Part::Given, self.words[..=start].join(" ")));
            }
        }
        // "Assad" of al-Assad, "Musa" of Bello-Musa.
        if let Some((_, end)) = self.last().rsplit_once('-') {
            parts.push((Part::Surname, end.to_string()));
        }
        parts
    }
}

impl People {
    pub(super) fn new(names: &[(&Document, &Name)]) -> Self {
        let mut people = People::default();
        let full = names.iter().filter(|(_, name)| name.kind == EntityKind::Person).filter_map(|(doc, name)| {
            let words = Words::of(doc, name.tokens);
            (words.words.len() > 1).then_some((doc, name, words))
        });
        let (long, short): (Vec<_>, Vec<_>) = full.partition(|(.., words)| words.words.len() > 2);
        for (doc, name, words) in long.into_iter().chain(short) {
            // "van Aalst", "Molina Ocampo" are parts of a longer name.
            let known =
                people.find(&words).or_else(|| people.called(&words.words.join(" "), None, None, None).map(|of| of.0));
            let person = known.unwrap_or_else(|| people.file(&words));
            let gender = &mut people.list[person].gender;
            *gender = gender::told(doc, name.tokens).or(*gender).or_else(|| gender::of_given_name(words.first()));
            people.list[person].titles.extend(title(doc, name));
        }
        people
    }

    /// Files a person under the parts of the name.
    fn file(&mut self, words: &Words) -> usize {
        let person = self.list.len();
        let (first, last) = (words.first(), words.last());
        let suffix = words.suffix.as_deref().unwrap_or_default();
        let key = format!("person {first} {last} {suffix}");
        self.list.push(Person { key, suffix: words.suffix.clone(), gender: None, titles: Vec::new(), named: false });
        // "Orban Viktor" is Viktor Orban.
        for name in [by_sound(&[first, last]), by_sound(&[last, first])] {
            let of = self.by_name.entry(name).or_default();
            if of.len() < MOST {
                of.push(person);
            }
        }
        for (part, name) in words.parts() {
            for name in [by_sound(&[&name]), name] {
                let of = self.by_part.entry(name).or_default();
                if of.len() < MOST && !of.iter().any(|(_, known)| *known == person) {
                    of.push((part, person));
                }
            }
        }
        person
    }

    /// The person of this full name. Who is called Sr. is nobody who is not; a Jr. may also be called without it.
    fn find(&self, words: &Words) -> Option<usize> {
        let of = self.by_name.get(&by_sound(&[words.first(), words.last()]))?;
        let suffix = |person: &usize| self.list[*person].suffix.as_deref();
        let same = of.iter().find(|person| suffix(person) == words.suffix.as_deref());
        let looser = of.iter().find(|person| match (suffix(person), words.suffix.as_deref()) {
            (known, None) => known != Some("sr"),
            (None, Some(suffix)) => suffix != "sr",
            _ => false,
        });
        same.or(looser).copied()
    }

    pub(super) fn refer(&mut self, doc: &Document, name: &Name) -> Reference {
        let kind = EntityKind::Person;
        let words = Words::of(doc, name.tokens);
        let full = if words.words.len() > 1 { self.find(&words) } else { None };
        // "Ramswaroop Dangi alias Pappu", "Bantilan, 41, alias “Boy Tikoy”".
        const AGE: usize = 3;
        let start = name
            .tokens
            .start
            .saturating_sub(usize::from(doc.kind(name.tokens.start.saturating_sub(1)) == TokenKind::Quote));
        let alias = start > 0 && matches!(doc.folded(start - 1), "alias" | "aka" | "a.k.a.");
        if let Some((_, person)) =
            self.last.filter(|(end, _)| alias && *end < start && end + 1 + AGE >= start && full.is_none())
        {
            self.by_part.entry(words.words.join(" ")).or_insert_with(|| vec![(Part::Given, person)]);
            return Reference::short(self.list[person].key.clone(), kind, "entities/alias");
        }
        let part = words.words.join(" ");
        if let Some(person) = full {
            self.list[person].named = true;
            // "Soomro … His son, Jameel Soomro …. Soomro" is the father.
            let beside =
                self.last.is_some_and(|(end, _)| doc.sentence_at(end - 1) == doc.sentence_at(name.tokens.start));
            let relative = is_relative(doc, name.tokens.start);
            for (part, name) in words.parts() {
                let taken = self.bare.contains(&name) || beside && self.recent.contains_key(&name);
                if part != Part::Middle && !(relative && taken) {
                    self.recent.insert(name, person);
                }
            }
            self.last = Some((name.tokens.end, person));
            return Reference::named(self.list[person].key.clone(), kind, name.rule);
        }
        match self.called(&part, words.suffix.as_deref(), gender::told(doc, name.tokens), title(doc, name)) {
            Some((person, sure)) => {
                self.bare.insert(part.clone());
                self.recent.insert(part, person);
                let rule = if sure { "entities/part-of-name" } else { "entities/latest-of-name" };
                let certainty = if sure { Certainty::Stated } else { Certainty::Inferred };
                let form = MentionForm::Short;
                Reference { form, certainty, ..Reference::named(self.list[person].key.clone(), kind, rule) }
            }
            None => Reference::named(format!("person {}", phrase(doc, name.tokens)), kind, name.rule),
        }
    }

    /// Whom a part of a name stands for, and whether nobody else could be meant.
    fn called(
        &self,
        part: &str,
        suffix: Option<&str>,
        gender: Option<Gender>,
        title: Option<String>,
    ) -> Option<(usize, bool)> {
        let of = self.by_part.get(part).or_else(|| self.by_part.get(&by_sound(&[part])))?;
        let fits = |(_, person): &&(Part, usize)| {
            let person = &self.list[*person];
            let other = gender.is_some_and(|gender| person.gender.is_some_and(|known| known != gender));
            !other && (suffix.is_none() || suffix == person.suffix.as_deref())
        };
        let mut fitting: Vec<(Part, usize)> = of.iter().filter(fits).copied().collect();
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
        let recent = self.recent.get(part).filter(|recent| fitting.iter().any(|(_, other)| other == *recent));
        Some((recent.copied().unwrap_or(person), rivals == 1))
    }
}

/// The last word of the title at a name.
fn title(doc: &Document, name: &Name) -> Option<String> {
    name.role.map(|role| doc.folded(role.end - 1).to_string())
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

/// The words as they sound, roughly: y and j as i, w as v, doubled letters once. Short names differ by less.
fn by_sound(words: &[&str]) -> String {
    const SHORT: usize = 5;
    let mut out = String::with_capacity(words.iter().map(|word| 1 + word.len()).sum());
    for word in words {
        out.push(' ');
        if word.len() < SHORT {
            out.push_str(word);
            continue;
        }
        let mut last = None;
        for c in word.chars() {
            let c = match c {
                'y' | 'j' => 'i',
                'w' => 'v',
                c => c,
            };
            if last != Some(c) {
                out.push(c);
            }
            last = Some(c);
        }
    }
    out
}

//! Persons: the full name, then the surname, or the given name where only one has it.

use super::{Reference, phrase};
use crate::annotate::names::Name;
use crate::document::Document;
use crate::span::TokenRange;
use crate::wire::{Certainty, EntityKind};
use std::collections::HashMap;

/// Behind a surname, no part of it.
const SUFFIXES: [&str; 6] = ["jr", "jr.", "sr", "sr.", "ii", "iii"];

/// At most so many people of one surname are told apart.
const MOST: usize = 8;

/// Longest name that is filed under its last words, in tokens.
const LONGEST: usize = 8;

/// The people named in full, by the parts of their names.
#[derive(Default)]
pub(super) struct People {
    /// Keys of the people, in order of first mention.
    keys: Vec<String>,
    by_key: HashMap<String, usize>,
    by_surname: HashMap<String, Vec<usize>>,
    by_given: HashMap<String, Vec<usize>>,
    /// The last words of longer names, two at the least: "van Aalst" of Willem van Aalst.
    by_last_words: HashMap<String, usize>,
    /// Who of a surname was named last.
    recent: HashMap<String, usize>,
}

/// Given name and surname: the first part and the last, initials and suffixes aside. What is joined
/// by hyphens is one part.
fn parts(doc: &Document, name: &Name) -> Option<(String, String)> {
    let mut words: Vec<String> = Vec::new();
    for i in name.tokens.iter().filter(|i| !SUFFIXES.contains(&doc.folded(*i))) {
        let joined = i > name.tokens.start && doc.tokens[i].glued && (doc.folded(i) == "-" || doc.folded(i - 1) == "-");
        match words.last_mut() {
            Some(word) if joined => word.push_str(doc.folded(i)),
            _ => words.push(doc.folded(i).to_string()),
        }
    }
    let last = words.pop()?;
    Some((words.into_iter().next()?, last))
}

impl People {
    pub(super) fn new(names: &[(&Document, &Name)]) -> Self {
        let mut people = People::default();
        for (doc, name) in names.iter().filter(|(_, name)| name.kind == EntityKind::Person) {
            let Some((first, last)) = parts(doc, name) else { continue };
            let key = people.find(doc, name, &last).unwrap_or_else(|| {
                let person = people.keys.len();
                people.keys.push(format!("person {first} {last}"));
                person
            });
            people.by_key.entry(format!("{first} {last}")).or_insert(key);
            people.index(key, &first, &last);
            for start in name.tokens.iter().skip(1).take(LONGEST).filter(|start| name.tokens.end - start >= 2) {
                if !doc.tokens[start].glued {
                    people.by_last_words.entry(phrase(doc, TokenRange::new(start, name.tokens.end))).or_insert(key);
                }
            }
        }
        people
    }

    /// Files a person under both parts of the name, and under the last of "al-Assad".
    fn index(&mut self, key: usize, first: &str, last: &str) {
        let add = |index: &mut HashMap<String, Vec<usize>>, part: &str| {
            let of = index.entry(part.to_string()).or_default();
            if of.len() < MOST && !of.contains(&key) {
                of.push(key);
            }
        };
        add(&mut self.by_given, first);
        add(&mut self.by_surname, last);
        if let Some((_, end)) = last.rsplit_once('-') {
            add(&mut self.by_surname, end);
        }
    }

    /// The person whose given name and surname these are; or of whose name this is the end or the longer form.
    fn find(&self, doc: &Document, name: &Name, last: &str) -> Option<usize> {
        let (first, _) = parts(doc, name)?;
        self.by_key.get(&format!("{first} {last}")).copied()
    }

    pub(super) fn refer(&mut self, doc: &Document, name: &Name) -> Reference {
        let kind = EntityKind::Person;
        let word = phrase(doc, name.tokens);
        if let Some(person) = self.by_last_words.get(&word) {
            return Reference::short(self.keys[*person].clone(), kind, "entities/surname");
        }
        if let Some((_, last)) = parts(doc, name) {
            if let Some(person) = self.find(doc, name, &last) {
                self.recent.insert(last, person);
                return Reference::named(self.keys[person].clone(), kind, name.rule);
            }
        }
        let of = |index: &HashMap<String, Vec<usize>>| index.get(&word).cloned().unwrap_or_default();
        match (of(&self.by_surname).as_slice(), of(&self.by_given).as_slice()) {
            (&[person], _) => Reference::short(self.keys[person].clone(), kind, "entities/surname"),
            ([], &[person]) => Reference::short(self.keys[person].clone(), kind, "entities/given-name"),
            (&[first, ..], _) => {
                let person = self.recent.get(&word).copied().unwrap_or(first);
                let reference = Reference::short(self.keys[person].clone(), kind, "entities/latest-of-surname");
                Reference { certainty: Certainty::Inferred, ..reference }
            }
            _ => Reference::named(format!("person {word}"), kind, name.rule),
        }
    }
}

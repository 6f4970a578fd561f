//! Organizations: the full name, its acronym, the last words of it.

use super::{Reference, phrase};
use crate::annotate::names::Name;
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon::{countries, organization_words, organizations};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::{Certainty, EntityKind, MentionForm};
use std::collections::HashMap;

/// Longest short form: foreign affairs ministry.
const LONGEST_TAIL: usize = 3;

/// The organizations named in full, by what may stand for them.
#[derive(Default)]
pub(super) struct Organizations {
    /// Acronym, in capitals without dots, to key.
    by_acronym: HashMap<String, String>,
    /// Last words to the key of the organization named last, and whether another was before it.
    by_tail: HashMap<String, (String, bool)>,
    /// Last words to the first organization that the text names so.
    first_of_tail: HashMap<String, String>,
}

/// The key of a full name: spellings of one word alike, a company's suffix left out.
fn key(doc: &Document, tokens: TokenRange) -> String {
    let mut end = tokens.end;
    let is_legal = |i: usize| organization_words::TABLE.has_tag(doc.listed(i), organization_words::LEGAL);
    while end > tokens.start + 1 && (is_legal(end - 1) || doc.folded(end - 1) == ",") {
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

/// The head of "Ministry of Health", "Bank of Kenya".
fn head(doc: &Document, tokens: TokenRange) -> Option<String> {
    let of = tokens.iter().take(4).find(|i| matches!(doc.folded(*i), "of" | "for"))?;
    let head = phrase(doc, TokenRange::new(tokens.start, of));
    organization_words::TABLE.has_tag(&head, organization_words::SHORT).then_some(head)
}

/// Letters of an acronym: `U.N.` is `UN`.
fn letters(word: &str) -> String {
    word.chars().filter(|c| *c != '.').collect()
}

/// Initials of the capitalised words, and of all words.
fn initials(doc: &Document, tokens: TokenRange) -> [String; 2] {
    let first = |i: usize| doc.word(i).chars().next().into_iter().flat_map(char::to_uppercase);
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
                found.by_acronym.insert(letters(doc.word(end + 1)), key.clone());
            }
            for tail in tails(doc, name.tokens).chain(head(doc, name.tokens)) {
                found.first_of_tail.entry(tail).or_insert_with(|| key.clone());
            }
        }
        found
    }

    pub(super) fn refer(&mut self, doc: &Document, name: &Name) -> Reference {
        let kind = EntityKind::Organization;
        if name.tokens.len() == 1 {
            let word = letters(doc.word(name.tokens.start));
            if let Some(key) = self.by_acronym.get(&word).filter(|_| doc.case(name.tokens.start) == Case::Upper) {
                let reference = Reference::short(key.clone(), kind, "entities/acronym");
                return Reference { form: MentionForm::Acronym, ..reference };
            }
        }
        let words = phrase(doc, name.tokens).replace("defense", "defence");
        let known_tail = name.tokens.len() >= 2 && self.first_of_tail.contains_key(&words);
        if known_tail || organization_words::TABLE.has_tag(&words, organization_words::SHORT) {
            if let Some(reference) = self.short(&words, "entities/last-words") {
                return reference;
            }
        }
        let key = key(doc, name.tokens);
        for tail in tails(doc, name.tokens).chain(head(doc, name.tokens)) {
            let several = self.by_tail.get(&tail).is_some_and(|(known, several)| *several || *known != key);
            self.by_tail.insert(tail, (key.clone(), several));
        }
        let code = |entry: Option<crate::lexicon::Entry>| entry.and_then(|entry| entry.code());
        let first = countries::TABLE.longest(doc, name.tokens.start, name.tokens.end).map(|(_, entry)| entry);
        let mut reference = Reference::named(key, kind, name.rule);
        reference.country = code(organizations::TABLE.get(&words)).or_else(|| code(first));
        let acronym = name.tokens.len() == 1 && doc.case(name.tokens.start) == Case::Upper;
        reference.form = if acronym { MentionForm::Acronym } else { MentionForm::Name };
        reference
    }

    /// "the ministry" after "Russian Foreign Ministry".
    pub(super) fn describe(&self, doc: &Document, tokens: TokenRange) -> Option<Reference> {
        let words = phrase(doc, tokens).replace("defense", "defence");
        self.by_tail.get(&words)?;
        let reference = self.short(&words, "entities/the-body")?;
        Some(Reference { form: MentionForm::Description, ..reference })
    }

    /// The organization last named with these last words; the first to come where there was none.
    fn short(&self, words: &str, rule: &'static str) -> Option<Reference> {
        let (key, several) = match self.by_tail.get(words) {
            Some((key, several)) => (key, *several),
            None => (self.first_of_tail.get(words)?, false),
        };
        let reference = Reference::short(key.clone(), EntityKind::Organization, rule);
        Some(Reference { certainty: if several { Certainty::Inferred } else { Certainty::Stated }, ..reference })
    }
}

/// Where the text says "the ministry" in lower case, outside of `names`.
pub(super) fn descriptions(doc: &Document, names: &Layer<Name>) -> Vec<TokenRange> {
    let mut found = Vec::new();
    let mut names = names.iter().peekable();
    for i in 0..doc.tokens.len() {
        if doc.folded(i) != "the" || doc.case(i + 1) != Case::Lower {
            continue;
        }
        let is_short = |entry: crate::lexicon::Entry| entry.has(organization_words::SHORT);
        let Some((end, _)) = organization_words::TABLE.longest_where(doc, i + 1, i + 1 + LONGEST_TAIL, is_short) else {
            continue;
        };
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

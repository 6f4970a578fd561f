//! What the text and given names tell of whether a person is he or she.

use crate::annotate::entities::Entities;
use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::lexicon::{gender_words, given_genders, grammar};
use crate::span::{EntityId, TokenRange};
use crate::token::TokenKind;
use crate::wire::EntityKind;

/// How far before a name a word of kinship may stand, in tokens.
const REACH: usize = 5;

/// Which pronoun takes a person up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

/// The gender of each entity, where it is known.
pub(super) struct Genders(Vec<Known>);

#[derive(Clone, Copy, Default)]
struct Known {
    gender: Option<Gender>,
    /// Whether a title, kinship or pronoun told it; a given name only makes it likely (Andrea, Jean).
    told: bool,
}

impl Genders {
    /// From titles before the names, and from given names.
    pub(super) fn of(doc: &Document, entities: &Entities) -> Genders {
        let mut known: Vec<Known> = entities
            .list
            .iter()
            .map(|entity| {
                let given = entity.name.split_whitespace().next().unwrap_or_default().to_lowercase();
                let several = entity.name.contains(char::is_whitespace);
                let tag = |tag| several && given_genders::TABLE.has_tag(&given, tag);
                Known { gender: one_of(tag(given_genders::MALE), tag(given_genders::FEMALE)), told: false }
            })
            .collect();
        for mention in entities.mentions.iter().filter(|m| m.kind == EntityKind::Person) {
            let told = before(doc, mention.tokens.start).or_else(|| behind(doc, mention.tokens.end));
            if let (Some(gender), Some(entity)) = (told, mention.entity) {
                known[entity.index()] = Known { gender: Some(gender), told: true };
            }
        }
        Genders(known)
    }

    pub(super) fn get(&self, entity: EntityId) -> Option<Gender> {
        self.0.get(entity.index()).and_then(|known| known.gender)
    }

    /// Whether the text itself tells it.
    pub(super) fn is_told(&self, entity: EntityId) -> bool {
        self.0.get(entity.index()).is_some_and(|known| known.told)
    }

    /// What a pronoun tells, where nothing did before.
    pub(super) fn learn(&mut self, entity: EntityId, gender: Gender) {
        if let Some(known) = self.0.get_mut(entity.index()).filter(|known| !known.told) {
            *known = Known { gender: Some(gender), told: true };
        }
    }
}

/// What the title or kinship before a name tells: "Mrs", "his wife, the singer".
fn before(doc: &Document, name: usize) -> Option<Gender> {
    let first = doc.sentence(doc.sentence_at(name)).tokens.start.max(name.saturating_sub(REACH));
    let mut commas = 0;
    for i in (first..name).rev() {
        commas += usize::from(doc.folded(i) == ",");
        let goes_on = doc.folded(i) == "," || doc.kind(i) == TokenKind::Word && !doc.case(i).is_capitalised();
        // "the mother of Lopez" is not Lopez, nor are "his wife and Lopez".
        let breaks = phrases::is(doc, i, grammar::PREPOSITION | grammar::COORDINATOR | grammar::AUXILIARY);
        let gender = of_word(doc.folded(i)).filter(|_| i + 1 == name || commas == 1 || doc.folded(i + 1) == ",");
        if gender.is_some() || !goes_on && i + 1 != name || breaks || commas > 1 {
            return gender;
        }
    }
    None
}

/// What the apposition behind a name tells: ", a mother of three".
fn behind(doc: &Document, comma: usize) -> Option<Gender> {
    let determined = phrases::is(doc, comma + 1, grammar::DETERMINER | grammar::POSSESSIVE);
    let noun = comma + 2;
    let fits = doc.folded(comma) == "," && determined && doc.folded(noun + 1) != "'s";
    of_word(doc.folded(noun)).filter(|_| fits)
}

fn of_word(word: &str) -> Option<Gender> {
    let tag = |tag| gender_words::TABLE.has_tag(word, tag);
    one_of(tag(gender_words::MALE), tag(gender_words::FEMALE))
}

fn one_of(male: bool, female: bool) -> Option<Gender> {
    match (male, female) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// What the noun that a phrase ends in tells: "the spokeswoman".
pub(super) fn of_noun(doc: &Document, phrase: TokenRange) -> Option<Gender> {
    of_word(doc.folded(phrase.end - 1))
}

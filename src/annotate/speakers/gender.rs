//! What the text and given names tell of whether a person is he or she.

use crate::annotate::entities::Entities;
use crate::document::Document;
use crate::lexicon::{gender_words, given_genders};
use crate::span::EntityId;
use crate::wire::EntityKind;

/// Which pronoun takes a person up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

/// The gender of each entity, where it is known.
pub(super) struct Genders {
    known: Vec<Option<Gender>>,
    /// Whether a title or pronoun told it; a given name only makes it likely.
    told: Vec<bool>,
}

impl Genders {
    /// From titles before the names, and from given names.
    pub(super) fn of(doc: &Document, entities: &Entities) -> Genders {
        let mut known: Vec<Option<Gender>> = entities
            .list
            .iter()
            .map(|entity| {
                let given = entity.name.split_whitespace().next().unwrap_or_default().to_lowercase();
                let several = entity.name.contains(char::is_whitespace);
                let tag = |tag| several && given_genders::TABLE.has_tag(&given, tag);
                one_of(tag(given_genders::MALE), tag(given_genders::FEMALE))
            })
            .collect();
        let mut told = vec![false; known.len()];
        for mention in entities.mentions.iter().filter(|m| m.kind == EntityKind::Person) {
            let Some(before) = mention.tokens.start.checked_sub(1) else { continue };
            let tag = |tag| gender_words::TABLE.has_tag(doc.listed(before), tag);
            let title = one_of(tag(gender_words::MALE), tag(gender_words::FEMALE));
            if let (Some(gender), Some(entity)) = (title, mention.entity) {
                known[entity.index()] = Some(gender);
                told[entity.index()] = true;
            }
        }
        Genders { known, told }
    }

    pub(super) fn get(&self, entity: EntityId) -> Option<Gender> {
        self.known.get(entity.index()).copied().flatten()
    }

    /// Whether the text itself tells it.
    pub(super) fn is_told(&self, entity: EntityId) -> bool {
        self.told.get(entity.index()).copied().unwrap_or(false)
    }

    /// A pronoun told, where nothing did before.
    pub(super) fn learn(&mut self, entity: EntityId, gender: Gender) {
        if let Some(known) = self.known.get_mut(entity.index()) {
            known.get_or_insert(gender);
        }
    }
}

fn one_of(male: bool, female: bool) -> Option<Gender> {
    match (male, female) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

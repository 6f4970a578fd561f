//! Whether each person is he or she, as far as the text has told so far.

use crate::annotate::entities::Entities;
use crate::annotate::entities::gender::{self, Gender};
use crate::document::Document;
use crate::span::EntityId;
use crate::wire::{EntityKind, MentionForm};

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
        let mut known = vec![Known::default(); entities.list.len()];
        for mention in entities.mentions.iter().filter(|m| m.kind == EntityKind::Person) {
            let Some(known) = mention.entity.and_then(|entity| known.get_mut(entity.index())) else { continue };
            if let Some(gender) = gender::told(doc, mention.tokens) {
                *known = Known { gender: Some(gender), told: true };
            } else if mention.form == MentionForm::Name && mention.tokens.len() > 1 {
                known.gender = known.gender.or_else(|| gender::of_given_name(doc.folded(mention.tokens.start)));
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

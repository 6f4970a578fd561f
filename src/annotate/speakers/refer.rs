//! Whom a pronoun or description stands for: the last one named that fits.

use crate::annotate::entities::{Entities, Mention};
use crate::annotate::quotes::phrases;
use crate::document::Document;
use crate::layer::Layer;
use crate::lexicon::grammar;
use crate::span::{EntityId, TokenRange};
use crate::wire::{Certainty, EntityKind, MentionForm};

/// What words stand for.
pub(super) struct Reference {
    pub(super) entity: Option<EntityId>,
    pub(super) certainty: Certainty,
}

/// Resolves references one after the other, in the order of the text.
pub(super) struct Resolver<'a, 't> {
    doc: &'a Document<'t>,
    entities: &'a Entities,
    found: Vec<Mention>,
}

/// How many mentions back a pronoun's name may stand.
const LOOK_BACK: usize = 30;

impl<'a, 't> Resolver<'a, 't> {
    pub(super) fn new(doc: &'a Document<'t>, entities: &'a Entities) -> Self {
        Resolver { doc, entities, found: Vec::new() }
    }

    /// The pronouns and descriptions resolved so far.
    pub(super) fn references(self) -> Layer<Mention> {
        let mut found = self.found;
        found.sort_by_key(|m| m.span);
        found.dedup_by_key(|m| m.span);
        Layer::new(found)
    }

    /// Whom `tokens` stand for.
    pub(super) fn resolve(&mut self, tokens: TokenRange) -> Reference {
        let (doc, span) = (self.doc, self.doc.span_of(tokens));
        if let Some((_, mention)) = self.entities.mentions.at(span) {
            return Reference { entity: mention.entity, certainty: mention.certainty };
        }
        let pronoun = tokens.len() == 1 && phrases::is(doc, tokens.start, grammar::SUBJECT | grammar::RELATIVE);
        if !pronoun {
            return Reference { entity: None, certainty: Certainty::Stated };
        }
        let kinds: &[EntityKind] = match doc.folded(tokens.start) {
            "he" | "she" => &[EntityKind::Person],
            "it" => &[EntityKind::Organization, EntityKind::Place],
            "who" | "which" | "that" => {
                &[EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Group]
            }
            _ => &[],
        };
        let entity = self.last_named(tokens, kinds);
        if let Some(entity) = entity {
            self.found.push(Mention {
                span,
                tokens,
                entity: Some(entity),
                kind: self.entities.get(entity).kind,
                form: MentionForm::Pronoun,
                certainty: Certainty::Inferred,
                rule: "speakers/pronoun",
            });
        }
        Reference { entity, certainty: Certainty::Inferred }
    }

    fn last_named(&self, tokens: TokenRange, kinds: &[EntityKind]) -> Option<EntityId> {
        let start = self.doc.span_of(tokens).start;
        let before = self.entities.mentions.partition_point(|m| m.span.start < start);
        self.entities.mentions[..before]
            .iter()
            .rev()
            .take(LOOK_BACK)
            .find(|m| m.entity.is_some() && kinds.contains(&m.kind))
            .and_then(|m| m.entity)
    }
}

//! Entities: which names are one and the same.

use super::names::Name;
use crate::document::Document;
use crate::layer::{Layer, Spanned};
use crate::span::{EntityId, Span, TokenRange};
use crate::wire::{Certainty, EntityKind, MentionForm};

/// Someone or something that the text names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name in the text, as it reads.
    pub name: String,
    /// Title or office, as the text gives it.
    pub role: Option<String>,
    /// ISO 3166 alpha-2 code of the country that it is, or is of.
    pub country: Option<[u8; 2]>,
}

/// One place where the text refers to an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Whom it refers to.
    pub entity: Option<EntityId>,
    /// What the words name.
    pub kind: EntityKind,
    /// How they refer.
    pub form: MentionForm,
    /// How sure that is.
    pub certainty: Certainty,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Mention {
    fn span(&self) -> Span {
        self.span
    }
}

/// The entities of an article and the places that name them.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// The entities, in the order in which the text first names them.
    pub list: Vec<Entity>,
    /// Where it does.
    pub mentions: Layer<Mention>,
}

impl Entities {
    /// The entity with this id.
    pub fn get(&self, id: EntityId) -> &Entity {
        &self.list[id.index()]
    }

    /// The mention that covers token `i`; the longest, where several do.
    pub fn mention_at(&self, doc: &Document, i: usize) -> Option<&Mention> {
        let span = doc.tokens.get(i)?.span;
        let after = self.mentions.partition_point(|m| m.span.start <= span.start);
        // Mentions of one layer rarely nest: look a few back.
        self.mentions[..after].iter().rev().take(4).filter(|m| m.span.contains(span)).max_by_key(|m| m.tokens.len())
    }
}

/// Groups `names` into entities.
pub fn resolve(doc: &Document, names: &Layer<Name>) -> Entities {
    let _ = (doc, names);
    Entities::default()
}

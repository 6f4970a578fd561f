//! Whom the labels of turns stand for: "LOPEZ:", "AL:", and in questions and answers "A:".
//!
//! A name, surname or initials stand for the one person who is called so. "A:" is who is interviewed: the first whose name
//! is a label, else whom the article names first. "Q:" is nobody who is named.

use crate::annotate::entities::Entities;
use crate::annotate::quotes::Quote;
use crate::document::Document;
use crate::fold::fold;
use crate::layer::Layer;
use crate::maps::HashMap;
use crate::span::{EntityId, TokenRange};
use crate::wire::EntityKind;

/// The persons whom labels can stand for.
pub(super) struct Labels {
    /// By name, surname and initials; nobody where two share them.
    known: HashMap<String, Option<EntityId>>,
    interviewed: Option<EntityId>,
}

/// Whether the quote's speaker is the label of its paragraph.
pub(super) fn is_label(quote: &Quote) -> bool {
    matches!(quote.rule.as_ref(), "quotes/transcript" | "quotes/label")
}

impl Labels {
    /// Of the persons of the article, where it has turns.
    pub(super) fn of(quotes: &Layer<Quote>, entities: &Entities) -> Option<Labels> {
        let mut turns = quotes.iter().filter(|quote| is_label(quote)).filter_map(|quote| quote.subject).peekable();
        turns.peek()?;
        let mut known: HashMap<String, Option<EntityId>> = HashMap::default();
        for (i, entity) in entities.list.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person) {
            let mut name = String::new();
            fold(&entity.name, &mut name);
            let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
            let surname = name.split_whitespace().last().unwrap_or_default().to_string();
            for key in [initials, surname, name.clone()] {
                let id = Some(EntityId::at(i));
                let called = known.entry(key).or_insert(id);
                if *called != id {
                    *called = None;
                }
            }
        }
        let person = |i: usize| {
            let mention = entities.mention_at(i).filter(|m| m.kind == EntityKind::Person)?;
            mention.entity
        };
        let first = entities.mentions.iter().find(|m| m.kind == EntityKind::Person && m.entity.is_some());
        let interviewed = turns.find_map(|label| person(label.start)).or_else(|| first.and_then(|m| m.entity));
        Some(Labels { known, interviewed })
    }

    /// Whom the label stands for.
    pub(super) fn whom(&self, doc: &Document, label: TokenRange) -> Option<EntityId> {
        let words: Vec<&str> = label.iter().map(|i| doc.folded(i)).collect();
        match words.join(" ").as_str() {
            "q" => None,
            "a" => self.interviewed,
            name => self.known.get(name).copied().flatten(),
        }
    }
}

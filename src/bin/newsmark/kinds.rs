//! `--kinds`: of all that is marked, what is asked for.

use clap::ValueEnum;
use newsmark::wire::{Article, EntityKind};
use std::borrow::Cow;
use std::collections::HashSet;

/// A kind of mark, as the page has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// People
    Person,
    /// Companies, ministries, armies, parties, teams
    Organization,
    /// Countries, cities, buildings, roads
    Place,
    /// Other names
    Other,
    /// What was said
    Quote,
    /// Casualty figures and their claims
    Figure,
}

/// What is asked for: everything, where nothing is named.
#[derive(Clone, Copy)]
pub(crate) struct Kinds<'a>(pub(crate) &'a [Kind]);

impl Kinds<'_> {
    pub(crate) fn has(self, kind: Kind) -> bool {
        self.0.is_empty() || self.0.contains(&kind)
    }

    pub(crate) fn has_entity(self, kind: EntityKind) -> bool {
        self.has(match kind {
            EntityKind::Person => Kind::Person,
            EntityKind::Organization => Kind::Organization,
            EntityKind::Place | EntityKind::Facility => Kind::Place,
            EntityKind::Group | EntityKind::Event | EntityKind::Product | EntityKind::Other => Kind::Other,
        })
    }

    /// Takes away what is not asked for, and what refers to it; the words of a source or speaker stay.
    pub(crate) fn keep(self, mut article: Article) -> Article {
        if self.0.is_empty() {
            return article;
        }
        article.entities.retain(|entity| self.has_entity(entity.kind));
        article.mentions.retain(|mention| self.has_entity(mention.kind));
        if !self.has(Kind::Quote) {
            article.quotes.clear();
        }
        if !self.has(Kind::Figure) {
            article.figures.clear();
            article.ledger.clear();
        }
        let there: HashSet<Cow<'static, str>> = (article.entities.iter().map(|entity| &entity.id))
            .chain(article.mentions.iter().map(|mention| &mention.id))
            .chain(article.quotes.iter().map(|quote| &quote.id))
            .chain(article.figures.iter().map(|figure| &figure.id))
            .cloned()
            .collect();
        let refer = |id: &mut Option<Cow<'static, str>>| {
            if id.as_ref().is_some_and(|id| !there.contains(id)) {
                *id = None;
            }
        };
        for entity in &mut article.entities {
            entity.mentions.retain(|id| there.contains(id));
        }
        article.mentions.iter_mut().for_each(|mention| refer(&mut mention.entity));
        for speaker in article.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
            refer(&mut speaker.mention);
            refer(&mut speaker.entity);
        }
        for figure in &mut article.figures {
            refer(&mut figure.side);
            refer(&mut figure.place);
            if let Some(victims) = &mut figure.victims {
                refer(&mut victims.entity);
            }
            if let Some(source) = &mut figure.source {
                refer(&mut source.mention);
                refer(&mut source.entity);
                refer(&mut source.quote);
            }
        }
        for row in &mut article.ledger {
            refer(&mut row.side);
            refer(&mut row.place);
        }
        article.notes.retain(|note| note.items.is_empty() || note.items.iter().any(|id| there.contains(id.as_str())));
        article
    }
}

//! The user's own names: what one is a name of stands in its list.

use crate::annotate::names::Name;
use crate::document::Document;
use crate::layer::Layer;
use crate::maps::HashMap;
use crate::own::{Lexicon, OwnName};
use crate::span::TokenRange;
use crate::token::Case;
use crate::wire::{EntityKind, MentionForm};

/// The canonical forms of the own names that a text has. Each is read as if it stood in the text itself, so that
/// "the Tiger" is whoever "Marius Dlamini" would be.
pub(super) struct Canonicals<'l>(HashMap<u32, Canonical<'l>>);

pub(super) struct Canonical<'l> {
    pub(super) form: &'l str,
    doc: Document<'l>,
    name: Name,
}

impl<'l> Canonicals<'l> {
    pub(super) fn new(lexicon: &'l Lexicon, names: &Layer<Name>) -> Self {
        let mut canonicals = HashMap::default();
        for own in names.iter().filter_map(|name| name.own) {
            if let Some(OwnName { canonical: Some(form), kind: Some(kind), .. }) = lexicon.get(own) {
                canonicals.entry(own).or_insert_with(|| Canonical::new(form, *kind));
            }
        }
        Canonicals(canonicals)
    }

    pub(super) fn get(&self, name: &Name) -> Option<&Canonical<'l>> {
        self.0.get(&name.own?)
    }

    /// What to read a name from: its canonical form, where it has one.
    pub(super) fn read<'a>(&'a self, doc: &'a Document<'a>, name: &'a Name) -> (&'a Document<'a>, &'a Name) {
        self.get(name).map_or((doc, name), |canonical| (&canonical.doc, &canonical.name))
    }
}

impl<'l> Canonical<'l> {
    fn new(form: &'l str, kind: EntityKind) -> Self {
        let doc = Document::new(form);
        let tokens = TokenRange::new(0, doc.tokens.len());
        let name = Name { tokens, span: doc.span_of(tokens), kind, role: None, own: None, rule: "names/own-list" };
        Canonical { form, doc, name }
    }

    /// How the words at `tokens` refer to it.
    pub(super) fn form_of(&self, doc: &Document, tokens: TokenRange) -> MentionForm {
        let is_part = tokens.iter().all(|i| self.name.tokens.iter().any(|j| self.doc.folded(j) == doc.folded(i)));
        match is_part {
            true if tokens.len() < self.name.tokens.len() => MentionForm::Short,
            false if tokens.len() == 1 && doc.case(tokens.start) == Case::Upper => MentionForm::Acronym,
            _ => MentionForm::Name,
        }
    }
}

//! Names that the tagger missed: an acronym of an organization that it found, and well-known names.

use super::{Name, Taken};
use crate::document::{BlockRole, Document};
use crate::span::TokenRange;
use crate::tagger::clues::{Clues, What};
use crate::token::{Case, TokenKind};
use crate::wire::EntityKind;
use std::collections::HashSet;

pub(super) fn find(doc: &Document, clues: &Clues, taken: &mut Taken, names: &mut Vec<Name>) {
    let is_link = |i: usize| doc.block(doc.block_at(i)).role == BlockRole::Link;
    for known in &clues.known {
        let currency = doc.folded(known.tokens.end) == "$" || doc.folded(known.tokens.end).starts_with("dollar");
        let kind = match known.what {
            What::Organization => EntityKind::Organization,
            What::Country if !currency => EntityKind::Place,
            What::Demonym if !currency => EntityKind::Group,
            _ => continue,
        };
        if !is_link(known.tokens.start) && taken.add(known.tokens) {
            names.push(Name::new(doc, known.tokens, kind, "names/listed"));
        }
    }
    let acronyms: HashSet<String> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Organization && name.tokens.len() > 2)
        .flat_map(|name| initials(doc, name.tokens))
        .collect();
    for i in 0..doc.tokens.len() {
        let acronym = doc.kind(i) == TokenKind::Word && doc.case(i) == Case::Upper && acronyms.contains(doc.folded(i));
        let tokens = TokenRange::new(i, i + 1);
        if acronym && !is_link(i) && taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Organization, "names/initials"));
        }
    }
}

/// Initials of the capitalised words, and of all, folded.
fn initials(doc: &Document, tokens: TokenRange) -> [String; 2] {
    let first = |i: usize| doc.folded(i).chars().next();
    let words = || tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word);
    [words().filter(|i| doc.case(*i).is_capitalised()).filter_map(first).collect(), words().filter_map(first).collect()]
}

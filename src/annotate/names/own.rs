//! The user's own names: believed before what the tagger and the lists say.

use super::{Name, Taken};
use crate::document::Document;
use crate::own::{Lexicon, Match};
use crate::tagger::Clues;

/// Puts the names of `lexicon` in the place of those that were found there, and takes out what is never to be
/// marked.
///
/// A name of one word, and one that is never to be marked, stand back within a longer name: "Dlamini" in Pravin
/// Dlamini, "Georgia" in Bank of Georgia. A name of several words stands back only within a well-known one: "New
/// York" in New York Times.
pub(super) fn put(doc: &Document, clues: &Clues, lexicon: &Lexicon, taken: &mut Taken, names: &mut Vec<Name>) {
    let mut matches = lexicon.find(doc);
    if matches.is_empty() {
        return;
    }
    crate::sort::by_key(names, |name| name.tokens.start);
    // Names do not overlap, nor do matches: each walks once.
    let mut from = 0;
    matches.retain(|found| {
        from += names[from..].iter().take_while(|name| name.tokens.end <= found.tokens.start).count();
        !names.get(from).is_some_and(|name| stands_back(clues, lexicon, found, name))
    });
    let mut matches = matches.into_iter().peekable();
    let mut own = Vec::new();
    names.retain(|name| {
        while let Some(found) = matches.next_if(|found| found.tokens.end <= name.tokens.start) {
            own.push(found);
        }
        let beaten = matches.peek().is_some_and(|found| found.tokens.overlaps(name.tokens));
        if beaten {
            taken.set(name.tokens, false);
        }
        !beaten
    });
    own.extend(matches);
    for found in own {
        taken.set(found.tokens, true);
        let kind = lexicon.get(found.name).and_then(|name| name.kind);
        if let Some(kind) = kind {
            names.push(Name { own: Some(found.name), ..Name::new(doc, found.tokens, kind, "names/own-list") });
        }
    }
}

fn stands_back(clues: &Clues, lexicon: &Lexicon, found: &Match, name: &Name) -> bool {
    let longer = name.tokens.contains(found.tokens) && name.tokens.len() > found.tokens.len();
    let never = lexicon.get(found.name).is_some_and(|name| name.kind.is_none());
    let known = || clues.known_at(name.tokens.start).is_some_and(|known| known.tokens == name.tokens);
    longer && (found.words == 1 || never || known())
}

//! One article, one sense: what the article mostly takes for a place is no person in one of its sentences.

use super::Lands;
use crate::document::Document;
use crate::tagger::clues::What;
use crate::tagger::{Class, Clues, Tagged};
use std::collections::{HashMap, HashSet};

/// How often the same words were tagged as a person, and as each other class.
#[derive(Default)]
struct Votes {
    person: usize,
    others: [usize; Class::ALL.len()],
}

/// Gives the same words the class that most of them have, where people are among the readings. (A city and
/// its club do share a name.)
pub(super) fn agree(doc: &Document, tagged: &mut [Tagged]) {
    let mut votes: HashMap<String, Votes> = HashMap::new();
    for name in tagged.iter() {
        let of = votes.entry(key(doc, name)).or_default();
        match name.class {
            Class::Person => of.person += 1,
            class => of.others[class as usize] += 1,
        }
    }
    for name in tagged {
        let Some(of) = votes.get(&key(doc, name)) else { continue };
        let best = Class::ALL.into_iter().max_by_key(|class| of.others[*class as usize]);
        let Some((class, most)) = best.map(|class| (class, of.others[class as usize])) else { continue };
        if name.class == Class::Person && most > of.person {
            name.class = class;
        } else if of.person > most && of.person > of.others.iter().sum() {
            name.class = Class::Person;
        }
    }
}

/// A single word that is a country, a capital or the last word of a place that the article names ("Zangara" of
/// Upper Zangara) is no person, unless somebody in the article is called so.
pub(super) fn lands_are_no_people(doc: &Document, clues: &Clues, tagged: &mut [Tagged], lands: &Lands) {
    let people = tagged.iter().filter(|name| name.class == Class::Person && name.tokens.len() > 1);
    let called: HashSet<&str> = people.flat_map(|name| name.tokens.iter().map(|i| doc.folded(i))).collect();
    for name in tagged.iter_mut().filter(|name| name.class == Class::Person && name.tokens.len() == 1) {
        let at = name.tokens.start;
        let known = clues.known_at(at).filter(|known| known.tokens == name.tokens);
        let state = known.is_some_and(|known| matches!(known.what, What::Country | What::Capital));
        if (state || lands.last.contains(doc.folded(at))) && !called.contains(doc.folded(at)) {
            name.class = Class::Place;
        }
    }
}

/// The words; of "Nagorno-Karabakh" the last part, by which it is also called.
fn key(doc: &Document, name: &Tagged) -> String {
    let joined = name.tokens.iter().skip(1).all(|i| doc.tokens[i].glued);
    if joined { doc.folded(name.tokens.end - 1).to_string() } else { doc.read(name.tokens) }
}

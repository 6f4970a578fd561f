//! Bodies of a state, called by its name or demonym: "Azeri defence ministry", "Karabakh army",
//! "Russian Foreign Ministry", "Russian Ministry of Defence".

use super::{Lands, Name};
use crate::document::Document;
use crate::lexicon::organization_words;
use crate::span::TokenRange;
use crate::tagger::Clues;
use crate::tagger::clues::{self, What};
use crate::token::{Case, TokenKind};
use crate::wire::EntityKind;

/// "federal security service" is long enough.
const LONGEST: usize = 5;

pub(super) fn find(doc: &Document, clues: &Clues, lands: &Lands) -> Vec<TokenRange> {
    let state = clues.known.iter().filter(|known| {
        known.what != What::Organization && (known.tokens.len() > 1 || !clues.has(known.tokens.start, clues::COMPASS))
    });
    let listed = state.filter_map(|known| body(doc, clues, known.tokens));
    // The article's own lands first: it may call by a longer name what a list knows in part.
    of_named_lands(doc, clues, lands).into_iter().chain(listed).collect()
}

/// The state within words for its body that are no name: "Kerala" of Kerala police.
pub(super) fn state(doc: &Document, clues: &Clues, body: TokenRange) -> Option<Name> {
    let last = body.end - 1;
    let words = doc.case(last) == Case::Lower
        && organization_words::TABLE.has_tag(doc.listed(last), organization_words::COMMON);
    let known = clues.known_at(body.start).filter(|known| words && known.tokens.end < body.end)?;
    let kind = if known.what == What::Demonym { EntityKind::Group } else { EntityKind::Place };
    Some(Name::new(doc, known.tokens, kind, "names/listed"))
}

/// The bodies of lands that no list has but that the text names: "Zangara" is one where it speaks of
/// "Upper Zangara", and so "Zangara army" is its army.
fn of_named_lands(doc: &Document, clues: &Clues, lands: &Lands) -> Vec<TokenRange> {
    let capitals = clues.capitals.iter().copied();
    capitals
        .filter(|i| clues.has(i + 1, clues::ORG_BODY) && lands.last.has(doc, *i) && !clues.has(*i, clues::COMPASS))
        .filter_map(|i| {
            let whole = (i.saturating_sub(LONGEST)..i).map(|start| TokenRange::new(start, i + 1));
            let land = whole
                .into_iter()
                .find(|land| doc.sentence_at(land.start) == doc.sentence_at(i) && lands.has(doc, *land));
            body(doc, clues, land.unwrap_or(TokenRange::new(i, i + 1)))
        })
        .collect()
}

/// "Ministry of Foreign Affairs", "ministry of defence": on over what the body is for.
fn with_field(doc: &Document, clues: &Clues, end: usize) -> usize {
    let is_of = end > 0 && clues.has(end - 1, clues::OF) && doc.folded(end) == "of" && doc.case(end) == Case::Lower;
    if !is_of || doc.folded(end - 1) != "ministry" {
        return end;
    }
    let from = end + 1 + usize::from(doc.folded(end + 1) == "the");
    let sentence = clues::sentence_end(doc, end);
    // A field that ministries are called by: there is a "foreign affairs ministry".
    let field = (1..=2).rev().map(|words| TokenRange::new(from, from + words)).find(|field| {
        let ministry = format!("{} ministry", doc.read(*field).to_lowercase());
        field.end <= sentence && organization_words::TABLE.has_word(&ministry)
    });
    if let Some(field) = field {
        return field.end;
    }
    let named = (from..sentence.min(from + LONGEST)).take_while(|i| doc.case(*i).is_capitalised()).count();
    if named > 0 { from + named } else { end }
}

/// The state's name and the body's that follows it.
fn body(doc: &Document, clues: &Clues, state: TokenRange) -> Option<TokenRange> {
    let start = state.end;
    // "Azeri sports ministry": any word may say of what.
    let of_what =
        doc.folded(start + 1) == "ministry" && doc.kind(start) == TokenKind::Word && doc.case(start) == Case::Lower;
    let mut end = start + usize::from(of_what && doc.folded(start).len() > 4);
    while end < start + LONGEST && clues.has(end, clues::ORG_BODY) && (end > start || !doc.tokens[end].glued) {
        end += 1;
    }
    end = with_field(doc, clues, end);
    // "Kenya Police Service", "Delhi Police Crime Branch".
    let capital = |i: usize| doc.case(i) == Case::Title && !doc.tokens[i].glued;
    let is_part = |i: usize| {
        let part = matches!(doc.folded(i), "service" | "force" | "branch" | "unit" | "squad" | "reserve");
        part || clues.has(i, clues::ORG_HEAD)
    };
    if end > start && doc.case(end - 1) == Case::Title {
        let part = (end..end + 2).take_while(|i| capital(*i)).find(|i| is_part(*i));
        end = part.map_or(end, |part| part + 1);
    }
    let same_sentence = end > start && doc.sentence_at(start) == doc.sentence_at(end - 1);
    let goes_on = doc.tokens.get(end).is_some_and(|next| next.glued && doc.folded(end) == "-");
    // "North" of North Yorkshire Police, which no list of regions has.
    let before = state.start.saturating_sub(1);
    let compass = clues.has(before, clues::COMPASS) || doc.folded(before) == "royal";
    let compass = compass && doc.case(before) == Case::Title;
    let first = if compass && !doc.tokens[state.start].glued { before } else { state.start };
    (same_sentence && doc.sentence_at(first) == doc.sentence_at(start) && !goes_on).then(|| TokenRange::new(first, end))
}

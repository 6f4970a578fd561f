//! Names that the tagger missed: an acronym of an organization that it found, and well-known names.

use super::{Name, Taken, heads};
use crate::annotate::quotes::phrases;
use crate::document::{BlockRole, Document, WordSet};
use crate::lexicon::{plain_acronyms, say_verbs, surname_particles};
use crate::maps::{HashMap, HashSet};
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues, What};
use crate::token::{Case, TokenKind};
use crate::wire::EntityKind;

pub(super) fn find(doc: &Document, clues: &Clues, taken: &mut Taken, names: &mut Vec<Name>) {
    for known in &clues.known {
        // "The Philippines" is listed so, too.
        let country = known.what == What::Country;
        let article = usize::from(country && doc.folded(known.tokens.start) == "the");
        let tokens = TokenRange::new(known.tokens.start + article, known.tokens.end);
        if !taken.is_free(tokens) {
            continue;
        }
        let currency = doc.folded(known.tokens.end) == "$" || doc.folded(known.tokens.end).starts_with("dollar");
        let kind = match known.what {
            What::Organization
                if !plain_acronyms::TABLE.has_word(doc.listed(known.tokens.start))
                    && !heads::is_field(doc, clues, known.tokens) =>
            {
                EntityKind::Organization
            }
            What::Country if !currency => EntityKind::Place,
            What::Demonym if !currency => EntityKind::Group,
            // "No 10" may be any number.
            What::Government if doc.folded(known.tokens.start) != "no" || acts(doc, known.tokens) => EntityKind::Place,
            What::Capital | What::City
                if stands_alone(doc, clues, known.tokens)
                    || acts(doc, known.tokens) && !known.tokens.iter().any(|i| clues.has(i, NO_CITY)) =>
            {
                EntityKind::Place
            }
            _ => continue,
        };
        if !is_link(doc, known.tokens.start) && taken.add(tokens) {
            names.push(Name::new(doc, tokens, kind, "names/listed"));
        }
    }
    // What no name has yet: most tokens with a capital are in one.
    let open: Vec<usize> =
        clues.capitals.iter().copied().filter(|i| taken.is_free(TokenRange::new(*i, i + 1))).collect();
    parts_of_names(doc, clues, &open, taken, names);
    repeated(doc, clues, &open, taken, names);
    last_words(doc, clues, taken, names);
    places_of(doc, clues, &open, taken, names);
    headed(doc, clues, &open, taken, names);
    parties(doc, clues, &open, taken, names);
    acronyms(doc, clues, &open, taken, names);
}

/// An acronym of an organization of several words.
fn acronyms(doc: &Document, clues: &Clues, open: &[usize], taken: &mut Taken, names: &mut Vec<Name>) {
    let bodies: Vec<TokenRange> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Organization && name.tokens.len() > 2)
        .map(|name| name.tokens)
        .collect();
    if bodies.is_empty() {
        return;
    }
    let mut letters: Option<HashSet<String>> = None;
    let mut spelled = |i: usize| {
        let all = || bodies.iter().flat_map(|body| initials(doc, *body)).collect();
        letters.get_or_insert_with(all).contains(doc.folded(i))
    };
    // The text itself gives it: "the Union of Coastal Ports (Ucop)".
    let given = bodies
        .iter()
        .map(|body| body.end)
        .filter(|end| doc.folded(*end) == "(" && doc.folded(end + 2) == ")" && doc.word(end + 1).len() > 3)
        .filter(|end| !clues.has(end + 1, clues::COMMON | clues::ORG_HEAD))
        .map(|end| end + 1);
    let given = WordSet::of(doc, given);
    for i in open.iter().copied() {
        let tokens = TokenRange::new(i, i + 1);
        let acronym = doc.kind(i) == TokenKind::Word && (doc.case(i) == Case::Upper && spelled(i) || given.has(doc, i));
        if acronym && !is_link(doc, i) && taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Organization, "names/initials"));
        }
    }
}

fn is_link(doc: &Document, i: usize) -> bool {
    doc.block(doc.block_at(i)).role == BlockRole::Link
}

/// What a city's name may be besides.
const NO_CITY: clues::Bits = clues::COMMON | clues::GIVEN | clues::SURNAME | clues::STARTER;

/// Whether a seat of government or city begins its sentence or speech and something is said of it: "No 10 'surprised'",
/// not "No 10 seed".
fn acts(doc: &Document, seat: TokenRange) -> bool {
    let first = doc.sentence(doc.sentence_at(seat.start)).tokens.start;
    let begins = seat.start == first || doc.kind(seat.start - 1) == TokenKind::Quote;
    let quoted = doc.kind(seat.end) == TokenKind::Quote;
    begins && (quoted || phrases::is_verbish(doc, seat.end) || say_verbs::TABLE.has_word(doc.listed(seat.end)))
}

/// Whether a city's name is all of its sentence, and nothing else: "Toulouse."
fn stands_alone(doc: &Document, clues: &Clues, city: TokenRange) -> bool {
    let sentence = doc.sentence(doc.sentence_at(city.start)).tokens;
    let rest = |i: usize| city.has(i) || matches!(doc.word(i), "." | ":" | "," | "!" | "?");
    let other = clues::COMMON | clues::GIVEN | clues::SURNAME;
    sentence.iter().all(rest) && !city.iter().any(|i| clues.has(i, other))
}

/// "Price" of Helen Price: a capital within a sentence says so, and at its beginning a word of saying.
fn parts_of_names(doc: &Document, clues: &Clues, open: &[usize], taken: &mut Taken, names: &mut Vec<Name>) {
    let people = names.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1);
    // "Tigist" of Tigist Hailu stands for her where given names are used so.
    // "Made" is I Made Sudarsana.
    let first = |name: &Name| name.tokens.start + usize::from(doc.word(name.tokens.start) == "I");
    let parts = people.flat_map(|name| [first(name), name.tokens.end - 1]);
    let surnames = WordSet::of(doc, parts);
    let mut found = Vec::new();
    for i in open.iter().copied().filter(|i| surnames.has(doc, *i)) {
        let capital = doc.case(i) == Case::Title && doc.kind(i) == TokenKind::Word && doc.word(i).len() > 2;
        if !capital || doc.block(doc.block_at(i)).role != BlockRole::Body {
            continue;
        }
        let sentence = doc.sentence(doc.sentence_at(i)).tokens;
        let lower = i > sentence.start && (doc.case(i - 1) == Case::Lower || doc.folded(i - 1) == ",");
        // "al-Halbawi" has its capital behind a hyphen.
        let article = doc.tokens[i].glued && i > sentence.start + 1 && doc.folded(i - 1) == "-";
        let article = article && surname_particles::TABLE.has_word(doc.listed(i - 2));
        let within = lower && !doc.tokens[i].glued || article && i > sentence.start + 2;
        // “It is over,” Made said.
        let behind_quote = i > sentence.start && doc.kind(i - 1) == TokenKind::Quote;
        let acts = doc.kind(i + 1) == TokenKind::Clitic || say_verbs::TABLE.has_word(doc.listed(i + 1));
        let named = within
            || acts && (i == sentence.start || behind_quote || !clues.has(i, clues::COMMON))
            || is_no_word(doc, clues, i);
        let goes_on = i + 1 < sentence.end && doc.case(i + 1).is_capitalised();
        if named && !goes_on {
            found.push(TokenRange::new(if article { i - 2 } else { i }, i + 1));
        }
    }
    for tokens in found {
        if taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Person, "names/surname"));
        }
    }
}

/// A place or body of one word that the article names elsewhere: "Guiuan" of "Guiuan Mayor Ana Reyes".
fn repeated(doc: &Document, clues: &Clues, open: &[usize], taken: &mut Taken, names: &mut Vec<Name>) {
    let mut kinds: HashMap<&str, Option<EntityKind>> = HashMap::default();
    let single = |name: &&Name| name.tokens.len() == 1 && name.rule == "names/tagger";
    let words = WordSet::of(doc, names.iter().filter(single).map(|name| name.tokens.start));
    for name in names.iter().filter(single) {
        let kind = kinds.entry(doc.word(name.tokens.start)).or_insert(Some(name.kind));
        kind.take_if(|kind| *kind != name.kind);
    }
    let is_part = |i: usize| {
        let sentence = doc.sentence(doc.sentence_at(i)).tokens;
        let capital = |i: usize| sentence.has(i) && doc.case(i).is_capitalised() && !clues.has(i, clues::ROLE);
        i > sentence.start && capital(i - 1) || capital(i + 1)
    };
    for i in open.iter().copied().filter(|i| words.has(doc, *i)) {
        let lower = |i: usize| doc.case(i) == Case::Lower;
        let amid = |i: usize| i > 1 && (lower(i - 1) || lower(i - 2)) || lower(i + 1);
        let telling = match doc.case(i) {
            Case::Title => doc.word(i).len() > 3 && is_no_word(doc, clues, i),
            // "SIT" among words in lower case.
            Case::Upper => doc.word(i).len() > 2 && doc.word(i).chars().all(char::is_alphabetic) && amid(i),
            _ => false,
        };
        if !telling {
            continue;
        }
        let Some(Some(kind)) = kinds.get(doc.word(i)) else { continue };
        if matches!(kind, EntityKind::Place | EntityKind::Organization)
            && doc.block(doc.block_at(i)).role == BlockRole::Body
            && !is_part(i)
            && taken.add(TokenRange::new(i, i + 1))
        {
            names.push(Name::new(doc, TokenRange::new(i, i + 1), *kind, "names/again"));
        }
    }
}

/// "The Forum" after "Sirsi Farmers' Forum": a body's last word with a capital. "Hydral" after "Norsk Hydral ASA".
fn last_words(doc: &Document, clues: &Clues, taken: &mut Taken, names: &mut Vec<Name>) {
    let bodies = || names.iter().filter(|name| name.kind == EntityKind::Organization && name.tokens.len() > 1);
    let legal = |name: &&Name| name.tokens.len() > 2 && clues.has(name.tokens.end - 1, clues::LEGAL);
    let firms = bodies().filter(legal).map(|name| name.tokens.end - 2).filter(|i| is_no_word(doc, clues, *i));
    let firms: HashSet<&str> = firms.filter(|i| doc.word(*i).len() > 3).map(|i| doc.word(i)).collect();
    let last = bodies().map(|name| name.tokens.end - 1).filter(|i| clues.has(*i, clues::ORG_HEAD));
    let last: HashSet<&str> = last.map(|i| doc.word(i)).collect();
    for i in 1..if last.is_empty() && firms.is_empty() { 0 } else { doc.tokens.len() } {
        if !taken.is_free(TokenRange::new(i, i + 1)) {
            continue;
        }
        let firm = firms.contains(doc.word(i)) && !doc.case(i + 1).is_capitalised();
        let alone = doc.folded(i - 1) == "the" && !doc.case(i + 1).is_capitalised() && doc.case(i) == Case::Title;
        let tokens = TokenRange::new(i, i + 1);
        let within = doc.sentence_at(i - 1) == doc.sentence_at(i);
        let body =
            within && alone && last.contains(doc.word(i)) || firm && !(within && doc.case(i - 1).is_capitalised());
        if body && doc.block(doc.block_at(i)).role == BlockRole::Body && taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Organization, "names/last-word"));
        }
    }
}

/// Whether the word is no word of the language, so that it is a name even where it begins a sentence.
fn is_no_word(doc: &Document, clues: &Clues, i: usize) -> bool {
    let word = clues::COMMON | clues::STARTER | clues::ROLE | clues::HONORIFIC | clues::ORG_HEAD | clues::FACILITY;
    !clues.has(i, word | clues::UNIT | clues::PLACE_END) && !doc.tokens[i].glued
}

/// "Lord Ashcombe, who chairs the Library Trust": an article and capitals up to a word that bodies end in.
fn headed(doc: &Document, clues: &Clues, open: &[usize], taken: &mut Taken, names: &mut Vec<Name>) {
    const LONGEST: usize = 4;
    for end in open.iter().copied().filter(|end| *end > 1 && clues.has(*end, clues::ORG_HEAD)) {
        let is_title = |i: usize| doc.case(i) == Case::Title && doc.kind(i) == TokenKind::Word && !doc.tokens[i].glued;
        let sentence = doc.sentence(doc.sentence_at(end)).tokens;
        let last = is_title(end) && !doc.case(end + 1).is_capitalised();
        if !last || end < sentence.start + 2 || doc.block(doc.block_at(end)).role != BlockRole::Body {
            continue;
        }
        let from = (sentence.start.max(end.saturating_sub(LONGEST))..end).rev().take_while(|i| is_title(*i)).last();
        let Some(start) = from.filter(|start| *start > sentence.start && doc.word(start - 1) == "the") else {
            continue;
        };
        let goes_on = clues.has(end, clues::OF) && matches!(doc.folded(end + 1), "of" | "for");
        let tokens = TokenRange::new(start, end + 1);
        if !goes_on && !clues.has(start, clues::ROLE | clues::COMPASS) && taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Organization, "names/last-word"));
        }
    }
}

/// "The SED lost it", "of the DA, has run": what has initials and an article and is no thing is a body.
fn parties(doc: &Document, clues: &Clues, open: &[usize], taken: &mut Taken, names: &mut Vec<Name>) {
    for i in open.iter().copied().filter(|i| *i > 0 && doc.case(*i) == Case::Upper) {
        let letters = (2..=5).contains(&doc.word(i).len()) && doc.word(i).chars().all(char::is_uppercase);
        if !letters || doc.folded(i - 1) != "the" || clues.has(i, clues::ROLE) {
            continue;
        }
        let plain = plain_acronyms::TABLE.has_word(doc.listed(i)) || clues.known_at(i).is_some();
        let loud = doc.case(i - 1) == Case::Upper || doc.case(i + 1) == Case::Upper;
        let closed = doc.kind(i + 1) == TokenKind::Clitic || matches!(doc.folded(i + 1), "," | "." | ";" | "and");
        let acts = phrases::is_verbish(doc, i + 1) || say_verbs::TABLE.has_word(doc.listed(i + 1));
        let tokens = TokenRange::new(i, i + 1);
        if !plain && !loud && (closed || acts) && taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Organization, "names/initials"));
        }
    }
}

/// "the resort city of Split", "the district of Bor".
fn places_of(doc: &Document, clues: &Clues, open: &[usize], taken: &mut Taken, names: &mut Vec<Name>) {
    for i in open.iter().copied().filter(|i| *i > 1 && clues.has(i - 2, clues::UNIT)) {
        let of_unit = doc.folded(i - 1) == "of" && doc.case(i - 2) == Case::Lower && doc.case(i) == Case::Title;
        let tokens = TokenRange::new(i, i + 1);
        let goes_on = doc.case(i + 1).is_capitalised() && !doc.tokens.get(i + 1).is_none_or(|next| next.glued);
        if of_unit && !goes_on && taken.add(tokens) {
            names.push(Name::new(doc, tokens, EntityKind::Place, "names/city-of"));
        }
    }
}

/// Initials of the capitalised words, and of all, folded.
fn initials(doc: &Document, tokens: TokenRange) -> [String; 2] {
    let first = |i: usize| doc.folded(i).chars().next();
    let words = || tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word);
    [words().filter(|i| doc.case(*i).is_capitalised()).filter_map(first).collect(), words().filter_map(first).collect()]
}

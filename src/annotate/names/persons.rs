//! What stands beside a person's name and shows that it is one, and where it begins and ends: an office, an age, a
//! byline, "Ganesan a/l Muthusamy".

use super::offices::OFFICES;
use crate::document::{BlockRole, Document};
use crate::lexicon::{organization_words, person_nouns, surname_particles, titles};
use crate::maps::HashSet;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// Where the names of people begin and end.
pub(super) fn whole(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    authors(doc, clues, tagged);
    in_bylines(doc, clues, tagged);
    behind_offices(doc, clues, tagged);
    let mut whole: Vec<Tagged> = Vec::with_capacity(tagged.len());
    // "Datuk" of "Datuk Seri Dr Norhayati Ismail" is no name.
    let is_title = |name: &Tagged| {
        let TokenRange { start, end } = name.tokens;
        let called = clues::GIVEN | clues::SURNAME;
        let title = name.tokens.iter().all(|i| clues.has(i, clues::HONORIFIC) && !clues.has(i, called));
        name.class == Class::Person && title && start < end && doc.case(end).is_capitalised()
    };
    for name in tagged.drain(..).filter(|name| !is_title(name)) {
        let linked = whole.last().is_some_and(|before| {
            let people = before.class == Class::Person && name.class == Class::Person;
            people && link(doc, before.tokens.end) == Some(name.tokens.start)
        });
        match whole.last_mut().filter(|_| linked) {
            Some(before) => before.tokens.end = name.tokens.end,
            None => whole.push(name),
        }
    }
    for at in 0..whole.len() {
        let TokenRange { start, end } = whole[at].tokens;
        if whole[at].class != Class::Person {
            continue;
        }
        let sentence = doc.sentence(doc.sentence_at(start)).tokens;
        // "Marwan bin Turki al" and "Said".
        let particle = doc.case(end - 1) == Case::Lower && surname_particles::TABLE.has_word(doc.listed(end - 1));
        if particle && end < sentence.end && doc.case(end) == Case::Title && !doc.tokens[end].glued {
            whole[at].tokens.end = end + 1;
            continue;
        }
        // "Iqbal Hussain (Lab, Town Centre)".
        if let Some(bracket) = (start + 2..end).find(|i| doc.folded(*i) == "(") {
            let closed = (bracket..end).any(|i| doc.folded(i) == ")");
            whole[at].tokens.end = if closed { end } else { bracket };
            continue;
        }
        let free = whole.get(at + 1).is_none_or(|next| next.tokens.start > end + 1);
        if free && end - start > 1 && end + 1 < sentence.end && is_double(doc, end) {
            whole[at].tokens.end = end + 2;
        }
        // "Colonel Saw Htoo Wah": a word of the language may be a name, too.
        let before = at.checked_sub(1).map_or(0, |before| whole[before].tokens.end);
        let titled = start > sentence.start + 1 && start > before + 1 && is_office(doc, clues, start - 2)
            // "Barr. (Mrs.) Comfort Idoko".
            || start > sentence.start + 3 && doc.folded(start - 2) == ")" && is_office(doc, clues, start - 3);
        let word = doc.case(start.saturating_sub(1)) == Case::Title && !doc.tokens[start].glued;
        if titled && word && !clues.has(start - 1, clues::HONORIFIC | clues::ROLE | clues::ORG_HEAD) {
            whole[at].tokens.start = start - 1;
        }
    }
    *tagged = whole;
}

/// Where the rest of a name goes on behind "a/l", "son of".
fn link(doc: &Document, i: usize) -> Option<usize> {
    let parts = [i, i + 2].map(|i| doc.folded(i));
    let child = matches!(parts, ["a", "l" | "p"] | ["s" | "d", "o"] | ["w", "o"]);
    (child && doc.folded(i + 1) == "/" && doc.case(i) == Case::Lower && !doc.tokens[i].glued).then_some(i + 3)
}

/// "Santos" and "Abad" of Santos-Abad.
fn is_double(doc: &Document, hyphen: usize) -> bool {
    let joined = doc.folded(hyphen) == "-" && doc.tokens[hyphen].glued && doc.tokens[hyphen + 1].glued;
    joined && doc.kind(hyphen + 1) == TokenKind::Word && doc.case(hyphen + 1) == doc.case(hyphen - 1)
}

/// Whether a title that goes before a name ends at token `i`, written as one.
fn is_office(doc: &Document, clues: &Clues, i: usize) -> bool {
    let ends = clues.has(i, clues::TITLE_END) && clues.has(i, clues::ROLE | clues::HONORIFIC);
    ends && doc.case(i).is_capitalised() && titles::TABLE.has_tag(doc.listed(i), titles::RANK | titles::HONORIFIC)
}

/// People whom the tagger missed in a byline: "By Mercy Nderitu and Vitalis K. Koech", "Guy Lindqvist, Madrid".
fn authors(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    let words = clues::ORG_HEAD | clues::ROLE | clues::FACILITY | clues::LEGAL;
    for block in doc.blocks.iter().filter(|block| block.role == BlockRole::Byline) {
        let TokenRange { start: first, end: last } = block.tokens;
        let by = usize::from(doc.folded(first) == "by");
        let mut free = first + by + usize::from(doc.folded(first + by) == ":");
        let parts = |i: &usize| matches!(doc.folded(*i), "and" | "&" | "," | "in") || is_dash(doc, *i);
        let ends = (free..last).filter(parts).chain([last]);
        for end in ends.collect::<Vec<_>>() {
            let tokens = TokenRange::new(free.min(end), end);
            let name =
                |i: usize| doc.kind(i) == TokenKind::Word && doc.case(i).is_capitalised() && !clues.has(i, words);
            let at = tagged.partition_point(|name| name.tokens.end <= tokens.start);
            let open = tagged.get(at).is_none_or(|next| next.tokens.start >= end);
            let word = (free + 1..end).any(|i| clues.has(i, clues::COMMON));
            let known = clues.known_at(tokens.start).is_some() || word;
            // Behind a comma may stand where.
            let who = by > 0 || free == first || matches!(doc.folded(free - 1), "and" | "&");
            if who && (2..=4).contains(&tokens.len()) && tokens.iter().all(name) && open && !known {
                tagged.insert(at, Tagged { tokens, class: Class::Person });
            }
            free = end + 1;
        }
    }
}

/// "Jember Regent Hendro Siswanto" is a place and a person, whatever it was tagged as.
fn behind_offices(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    let split = |name: &Tagged| {
        let TokenRange { start, end } = name.tokens;
        let office = (start..end.saturating_sub(1)).find(|i| {
            let title =
                titles::TABLE.has_tag(doc.listed(*i), titles::ROLE | titles::RANK) || OFFICES.contains(&doc.folded(*i));
            let noun = person_nouns::TABLE.has_word(doc.listed(*i));
            let word = clues::COMMON | clues::ORG_HEAD | clues::COUNTRY | clues::CAPITAL | clues::DEMONYM | clues::CITY;
            let given = clues.has(i + 1, clues::GIVEN);
            let called = (given && (title || noun) || title && end - i > 2) && !clues.has(i + 1, word);
            called && !clues.has(*i, clues::GIVEN | clues::SURNAME) && doc.case(*i) == Case::Title
        });
        let body = clues.has(end - 1, clues::ORG_HEAD | clues::FACILITY | clues::LEGAL | clues::UNIT);
        let open = matches!(name.class, Class::Place | Class::Organization) && !body;
        match office.filter(|_| open && name.tokens.iter().all(|i| doc.case(i).is_capitalised())) {
            Some(office) => {
                let place = (office > start).then(|| Tagged { tokens: TokenRange::new(start, office), ..*name });
                [place, Some(Tagged { tokens: TokenRange::new(office + 1, end), class: Class::Person })]
            }
            None => [Some(*name), None],
        }
    };
    *tagged = tagged.iter().flat_map(split).flatten().collect();
}

/// "By: Ana Reyes - Reporter" is Ana Reyes, and so is "Ana Cruz-Reyes" of a byline of which only the end was tagged.
fn in_bylines(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    for block in doc.blocks.iter().filter(|block| block.role == BlockRole::Byline) {
        let from = tagged.partition_point(|name| name.tokens.end <= block.tokens.start);
        let mut free = block.tokens.start;
        for name in tagged[from..].iter_mut().take_while(|name| name.tokens.start < block.tokens.end) {
            let TokenRange { start, end } = name.tokens;
            let dash = (start + 1..end).find(|i| is_dash(doc, *i) && !doc.tokens[*i].glued);
            if let Some(dash) = dash.filter(|dash| *dash > start + 1) {
                *name = Tagged { tokens: TokenRange::new(start, dash), class: Class::Person };
            }
            let opens = |i: usize| i == block.tokens.start || matches!(doc.folded(i - 1), "by" | ":" | "and");
            let given = start.checked_sub(1).filter(|i| *i >= free && opens(*i) && clues.has(*i, clues::GIVEN));
            if let Some(given) = given.filter(|i| name.class == Class::Person && doc.case(*i).is_capitalised()) {
                name.tokens.start = given;
            }
            free = name.tokens.end;
        }
    }
}

fn is_dash(doc: &Document, i: usize) -> bool {
    matches!(doc.folded(i), "-" | "–" | "—" | "/" | "|")
}

/// Who is met, has an age or an office is a person: "Anbarasan, 19, and his brother", "The chair, Lone Riisgaard,
/// thanked".
pub(super) fn told(doc: &Document, clues: &Clues, tagged: &mut [Tagged]) {
    let mut people: HashSet<String> = HashSet::default();
    for name in tagged.iter().filter(|name| matches!(name.class, Class::Organization | Class::Place | Class::Other)) {
        let TokenRange { start, end } = name.tokens;
        let words = clues::ORG_HEAD | clues::ORG_BODY | clues::LEGAL | clues::FACILITY | clues::PLACE_END | clues::UNIT;
        let thing =
            name.tokens.iter().any(|i| clues.has(i, words) || doc.case(i) == Case::Upper && doc.word(i).len() > 2);
        let known = clues.known_at(start).is_some_and(|known| known.tokens == name.tokens);
        let listed = known || doc.block(doc.block_at(start)).role != BlockRole::Body;
        let met = end - start > 1 && start > 0 && matches!(doc.folded(start - 1), "met" | "married" | "interviewed");
        if !thing && !listed && (met || is_aged(doc, start, end) || holds_office(doc, clues, start, end)) {
            people.insert(doc.read(name.tokens));
        }
    }
    for name in tagged.iter_mut().filter(|_| !people.is_empty()) {
        let open = matches!(name.class, Class::Organization | Class::Place | Class::Other);
        if open && people.contains(&doc.read(name.tokens)) {
            name.class = Class::Person;
        }
    }
}

/// ", 19, " behind a name, which nothing else has.
fn is_aged(doc: &Document, start: usize, comma: usize) -> bool {
    let age = doc.folded(comma + 1).parse::<u32>().is_ok_and(|age| (1..110).contains(&age));
    let led = start > 0 && matches!(doc.folded(start - 1), "in" | "at" | "near" | "from" | "of" | "to" | "the" | "on");
    let closed = matches!(doc.folded(comma + 2), "," | ";" | ".") || doc.folded(comma + 2) == "and";
    doc.folded(comma) == "," && age && closed && !led && doc.sentence_at(comma + 1) == doc.sentence_at(start)
}

/// Whether an office with a comma stands before the name, and one behind it: "its local head, Suyatno, said".
fn holds_office(doc: &Document, clues: &Clues, start: usize, end: usize) -> bool {
    let Some(office) = start.checked_sub(2).filter(|_| doc.folded(start - 1) == "," && doc.folded(end) == ",") else {
        return false;
    };
    let owner = ["owner", "member", "partner", "witness", "victim", "suspect", "defendant", "driver"];
    let is_office = clues.has(office, clues::TITLE_END) && clues.has(office, clues::ROLE | clues::RELATION)
        || matches!(doc.folded(office), "chair" | "head" | "boss");
    let body = organization_words::TABLE.has_word(doc.listed(office));
    let determined = (office.saturating_sub(3)..office).any(|i| {
        matches!(doc.folded(i), "the" | "its" | "his" | "her" | "their" | "'s") && doc.tokens.get(i).is_some()
    });
    let same = doc.sentence_at(office) == doc.sentence_at(start);
    is_office && determined && same && !body && doc.case(office) == Case::Lower && !owner.contains(&doc.folded(office))
}

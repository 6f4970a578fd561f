//! Acronyms and the words that they stand for: "the Health and Safety Executive (HSE)" (after Schwartz and Hearst 2003).
//! And those that name nobody: "PDF", "ASAP", and what the text spells out in lower case ("closed-circuit television
//! (CCTV)").

use super::context;
use crate::document::Document;
use crate::lexicon::{name_nouns, plain_acronyms};
use crate::maps::HashSet;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// Longest acronym that is looked for in the words before it.
const LONGEST: usize = 6;

/// Makes one name of the capitalised words behind which their initials stand in brackets.
pub(super) fn join_spelled(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    for i in clues.capitals.iter().copied().filter(|i| *i > 0 && doc.folded(i - 1) == "(") {
        let Some(tokens) = is_initials(doc, i).then(|| spelled(doc, i)).flatten() else { continue };
        let at = tagged.partition_point(|name| name.tokens.start < i);
        let acronym = tagged.get(at).filter(|name| name.tokens.start == i);
        let class = acronym.map_or(Class::Organization, |name| name.class);
        let before = tagged.partition_point(|name| name.tokens.end <= tokens.start);
        let untagged = tagged.get(before).is_none_or(|name| name.tokens.start >= tokens.end);
        if class != Class::Person && untagged {
            tagged.insert(at, Tagged { tokens, class });
        } else if class != Class::Person {
            context::join(tagged, tokens, class, false);
        }
    }
}

/// "The Maritime Industry Authority (Marina)" is no Marina: whoever stands in brackets behind a body, and is spelled
/// with its letters, is the body, wherever it stands.
pub(super) fn given_names(doc: &Document, tagged: &mut [Tagged]) {
    let mut short: HashSet<&str> = HashSet::default();
    for pair in tagged.windows(2) {
        let [body, name] = pair else { continue };
        let at = name.tokens.start;
        let bracket = name.tokens.len() == 1 && body.tokens.end + 1 == at && doc.folded(at - 1) == "(";
        let body = body.class == Class::Organization && body.tokens.len() > 1 && doc.folded(at + 1) == ")";
        if bracket && body && name.class != Class::Organization && is_drawn_from(doc, at, pair[0].tokens) {
            short.insert(doc.folded(at));
        }
    }
    for name in tagged.iter_mut().filter(|name| !short.is_empty() && name.tokens.len() == 1) {
        if short.contains(doc.folded(name.tokens.start)) {
            name.class = Class::Organization;
        }
    }
}

/// Whether the letters of token `i` stand in this order in the words, the first at the beginning of one.
fn is_drawn_from(doc: &Document, i: usize, words: TokenRange) -> bool {
    let mut letters = doc.folded(i).chars();
    let Some(first) = letters.next() else { return false };
    let start = words.iter().find(|k| doc.folded(*k).starts_with(first));
    let mut rest = start.into_iter().flat_map(|start| start..words.end).flat_map(|k| doc.folded(k).chars()).skip(1);
    letters.all(|letter| rest.any(|other| other == letter))
}

/// The capitalised words before the bracket whose initials token `i` is; words in lower case may stand between them.
fn spelled(doc: &Document, i: usize) -> Option<TokenRange> {
    let (letters, before) = in_brackets(doc, i)?;
    let mut start = before.end;
    let mut missing = letters.len();
    for at in before.iter().rev() {
        let letter = *letters.get(missing.checked_sub(1)?)?;
        let begins = doc.kind(at) == TokenKind::Word && doc.folded(at).starts_with(letter);
        if begins && (doc.case(at).is_capitalised() || missing > 1 && doc.folded(at).len() < 4) {
            missing -= 1;
            start = at;
        } else if doc.case(at) != Case::Lower && !matches!(doc.folded(at), "&" | "-") {
            return None;
        }
        if missing == 0 {
            break;
        }
    }
    (missing == 0 && doc.case(start).is_capitalised()).then(|| TokenRange::new(start, before.end))
}

/// The letters of the acronym that stands in brackets at token `i`, and the words before them that may spell it out.
fn in_brackets(doc: &Document, i: usize) -> Option<(Vec<char>, TokenRange)> {
    if i < 2 || doc.folded(i - 1) != "(" || doc.folded(i + 1) != ")" {
        return None;
    }
    let letters: Vec<char> = doc.folded(i).chars().filter(|c| c.is_alphabetic()).collect();
    let bracket = i - 1;
    let first = doc.sentence(doc.sentence_at(i)).tokens.start.max(bracket.saturating_sub(2 * LONGEST));
    (2..=LONGEST).contains(&letters.len()).then(|| (letters, TokenRange::new(first.min(bracket), bracket)))
}

/// Takes out what is such an acronym, unless the text has a name with these initials.
pub(super) fn drop_plain(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    let is_open = |name: &Tagged| {
        let one = name.tokens.len() == 1 && is_capitals(doc, name.tokens.start);
        one && matches!(name.class, Class::Organization | Class::Person | Class::Product | Class::Other)
    };
    let spelled: HashSet<&str> = tagged
        .iter()
        .filter(|name| is_open(name) && is_spelled_out(doc, clues, name.tokens.start))
        .map(|name| doc.word(name.tokens.start))
        .collect();
    let listed = |name: &Tagged| plain_acronyms::TABLE.has_word(doc.listed(name.tokens.start));
    if spelled.is_empty() && !tagged.iter().any(|name| is_open(name) && listed(name)) {
        return;
    }
    let explained: HashSet<String> =
        tagged.iter().filter(|name| name.tokens.len() > 1).map(|name| initials(doc, name.tokens)).collect();
    tagged.retain(|name| {
        let plain = is_open(name) && (listed(name) || spelled.contains(doc.word(name.tokens.start)));
        !plain || explained.contains(doc.folded(name.tokens.start))
    });
}

/// `ASAP`, `MPs`: written in capitals but for the `s` of a plural.
fn is_capitals(doc: &Document, i: usize) -> bool {
    let word = doc.word(i);
    doc.case(i) == Case::Upper
        || word.strip_suffix('s').is_some_and(|w| w.len() > 1 && w.chars().all(char::is_uppercase))
}

/// `HSE`, `MoH`: mostly capitals.
fn is_initials(doc: &Document, i: usize) -> bool {
    doc.word(i).chars().filter(|c| c.is_uppercase()).count() > doc.word(i).len() / 2
}

/// Initials of the words, folded.
fn initials(doc: &Document, tokens: TokenRange) -> String {
    let words = tokens.iter().filter(|i| doc.kind(*i) == TokenKind::Word && doc.case(*i).is_capitalised());
    words.filter_map(|i| doc.folded(i).chars().next()).collect()
}

/// Whether the acronym stands in brackets behind words in lower case that begin with its letters, and are no body: not
/// "a special investigation team (SIT)".
fn is_spelled_out(doc: &Document, clues: &Clues, i: usize) -> bool {
    let Some((letters, before)) = in_brackets(doc, i) else { return false };
    let body = clues.has(i - 2, clues::ORG_HEAD | clues::ORG_BODY)
        || name_nouns::TABLE.has_tag(doc.listed(i - 2), name_nouns::BODY);
    if body {
        return false;
    }
    let mut missing = letters.len();
    for at in before.iter().rev().filter(|at| doc.kind(*at) == TokenKind::Word) {
        let Some(letter) = missing.checked_sub(1).and_then(|last| letters.get(last)) else { break };
        let small = matches!(doc.folded(at), "of" | "and" | "the" | "for" | "in" | "to" | "a" | "with");
        if doc.case(at) == Case::Lower && doc.folded(at).starts_with(*letter) {
            missing -= 1;
        } else if !small {
            return false;
        }
    }
    missing == 0
}

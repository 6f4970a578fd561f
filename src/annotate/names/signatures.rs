//! Names that ran together where a mail was pasted without its lines: "Thanks, Vince Dear Tom" is Vince and Tom,
//! "Ana Reyes Jack Bell" is two people where the text has one of them alone.

use crate::document::Document;
use crate::lexicon::{grammar, name_nouns, sentence_starters};
use crate::maps::HashMap;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// Longest name that is looked at, in tokens.
const LONGEST: usize = 16;

/// Cuts such names apart.
pub(super) fn cut(doc: &Document, clues: &Clues, tagged: &mut Vec<Tagged>) {
    let mut times: HashMap<String, usize> = HashMap::default();
    for name in tagged.iter().filter(|name| name.class == Class::Person && name.tokens.len() > 1) {
        *times.entry(doc.read(name.tokens)).or_default() += 1;
    }
    let is_known = |tokens: TokenRange| times.get(&doc.read(tokens)).is_some_and(|times| *times > 0);
    let mut parts = Vec::with_capacity(tagged.len());
    for name in tagged.drain(..) {
        let mut rest = name.tokens;
        while let Some(at) = (rest.start + 1..rest.end).find(|at| is_short_line(doc, *at)) {
            parts.push(Tagged { tokens: TokenRange::new(rest.start, at), ..name });
            rest.start = at;
        }
        if name.class == Class::Person && (2..=LONGEST).contains(&rest.len()) {
            let mut last = String::new();
            while let Some(at) = seam(doc, clues, rest, |words| is_known(words) || doc.read(words) == last) {
                last = doc.read(TokenRange::new(rest.start, at));
                parts.push(Tagged { tokens: TokenRange::new(rest.start, at), class: Class::Person });
                rest.start = at + usize::from(begins_sentence(doc, clues, at));
            }
        }
        if !rest.is_empty() {
            parts.push(Tagged { tokens: rest, ..name });
        }
    }
    *tagged = parts;
}

/// Where the first of several names within `tokens` ends.
fn seam(doc: &Document, clues: &Clues, tokens: TokenRange, is_known: impl Fn(TokenRange) -> bool) -> Option<usize> {
    let signed = signs_off(doc, tokens.start);
    let given = |i: usize| clues.has(i, clues::GIVEN);
    (tokens.start + 1..tokens.end).filter(|at| !doc.tokens[*at].glued).find(|at| {
        let first = TokenRange::new(tokens.start, *at);
        let last = at + 1 == tokens.end;
        let again = doc.folded(*at) == doc.folded(at - 1);
        let same = again && (first.len() > 1 || last);
        let rest = TokenRange::new(*at, tokens.end);
        let echo = TokenRange::new(*at, tokens.end.min(at + first.len()));
        let echoed = first.len() > 1 && doc.read(first) == doc.read(echo);
        let twice = first.len() > 1 && is_known(first) && (given(*at) && rest.len() < 4 || is_known(rest));
        // "Peter Jim," and "Mike Michael J. Bell".
        let addressed = last && given(*at) && given(at - 1) && matches!(doc.word(at + 1), "," | ":" | "-" | "--");
        same || echoed || twice || begins_sentence(doc, clues, *at) || signed && first.len() < 3 && addressed
    })
}

/// Whether a word that names nobody stands here with a capital, as at the beginning of a sentence: "Thanks, Sean Here
/// you go".
fn begins_sentence(doc: &Document, clues: &Clues, i: usize) -> bool {
    let small = sentence_starters::TABLE.has_word(doc.listed(i))
        || grammar::TABLE.has_tag(doc.listed(i), grammar::DETERMINER | grammar::SUBJECT | grammar::PREPOSITION);
    let greets = matches!(doc.folded(i), "dear" | "hi" | "hello" | "attached" | "please" | "p.s." | "ps");
    let runs_on = doc.case(i + 1) == Case::Lower && doc.kind(i + 1) == TokenKind::Word;
    (small && runs_on && !clues.has(i, clues::SURNAME) || greets) && doc.case(i) == Case::Title
}

/// Whether token `i` begins a line behind one so short that nobody wrapped it: a signature's, an address's.
pub(super) fn is_short_line(doc: &Document, i: usize) -> bool {
    const SHORT: usize = 25;
    let (before, here) = (doc.tokens[i - 1].span, doc.tokens[i].span);
    let gap = doc.text.get(before.end as usize..here.start as usize).unwrap_or_default();
    let line = doc.text.get(..before.end as usize).unwrap_or_default().bytes().rev().take(SHORT);
    gap.contains('\n') && line.clone().any(|byte| byte == b'\n') && !doc.tokens[i].glued
}

/// Whether a letter ends right before token `i`: "Best regards,".
fn signs_off(doc: &Document, i: usize) -> bool {
    let mark = |i: usize| matches!(doc.word(i), "," | "." | "!" | "!!" | "-");
    let end = i - usize::from(i > 0 && mark(i - 1));
    end > 0 && name_nouns::TABLE.has_tag(doc.listed(end - 1), name_nouns::SIGNS_OFF)
}

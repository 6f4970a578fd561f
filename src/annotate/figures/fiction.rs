//! Deaths that are only told: of films, novels and games.
//!
//! A sentence that names such a work tells its plot in the present tense ("In the third episode two detectives die"),
//! and news tells deaths in the past. "Six fans died at the film's premiere" happened.

use super::cues::Cue;
use super::grammar::Grammar;
use crate::document::BlockRole;
use crate::lexicon::{fiction_words as works, harms};
use crate::token::{Case, TokenKind};

/// Words before a harm in which a work can be named.
const REACH: usize = 24;

/// Whether the harm of `cue` is part of a plot.
pub(super) fn is_told(g: &Grammar, cue: &Cue) -> bool {
    let at = cue.tokens.start;
    // "the novel's heroine murders two aldermen": no noun there.
    let noun = cue.has(harms::NOUN) && !g.is_number(cue.tokens.end);
    let present = cue.has(harms::BASE | harms::INTRANSITIVE | harms::ING)
        && !noun
        && !cue.has(harms::PAST | harms::ADJECTIVE)
        && !cue.tokens.iter().any(|i| g.doc.folded(i).ends_with("ed"))
        && !g.is_mark(at, &["lost", "drowned", "slew", "fled", "went", "took"]);
    let headline = g.doc.block(g.doc.block_at(at)).role == BlockRole::Headline;
    if !present || headline {
        return false;
    }
    let sentence = g.sentence(at);
    // "“Seven Graves for Nobody” kills six detectives"
    if at > sentence.start + 1 && g.doc.kind(at - 1) == TokenKind::Quote && in_title(g, at - 2) {
        return true;
    }
    let finite_before = |i: usize| g.is(i, crate::lexicon::function_words::HAVE);
    (sentence.start.max(at.saturating_sub(REACH))..at).any(|i| works::TABLE.longest(g.doc, i, at).is_some())
        && !(at.saturating_sub(2)..at).any(finite_before)
}

/// Whether token `i` is a word of a title in quotation marks: "Five Dead Men", "Seven Graves for Nobody".
pub(super) fn in_title(g: &Grammar, i: usize) -> bool {
    const LONGEST: usize = 9;
    let sentence = g.sentence(i);
    let is_mark = |j: &usize| g.doc.kind(*j) == TokenKind::Quote;
    let open = (sentence.start.max(i.saturating_sub(LONGEST))..i).rev().find(is_mark);
    let close = (i + 1..sentence.end.min(i + LONGEST)).find(is_mark);
    let Some((open, close)) = open.zip(close) else { return false };
    let headline = g.doc.block(g.doc.block_at(i)).role == BlockRole::Headline;
    let words = || (open + 1..close).filter(|j| g.is_content(*j) || *j == open + 1);
    let comma = (open + 1..close).any(|j| g.is_mark(j, &[","]));
    !headline && !comma && words().count() > 1 && words().all(|j| g.doc.case(j) == Case::Title)
}

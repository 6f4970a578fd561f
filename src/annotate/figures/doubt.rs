//! Whether a claim is given as unconfirmed, by words that are attached to it.
//!
//! **Marks** "reportedly 12", "are feared dead", "officials fear that 100", "it is believed that nine died",
//! "according to unconfirmed reports".
//!
//! **Does not mark** what is doubted of something else: "a suspected gas leak killed nine", "the alleged killer".

use super::clause::{Clauses, is_opinion};
use super::cues::Cue;
use super::phrases::Phrase;
use crate::lexicon::{function_words as small, hedges};

/// Whether what stands before the phrase gives it as unconfirmed: "reportedly 12", "an alleged 300", "officials fear
/// that 100", "unconfirmed reports of 20", "is believed to have left six dead".
pub(super) fn is_doubted(c: &Clauses, phrase: &Phrase) -> bool {
    let g = c.g;
    let sentence = g.sentence(phrase.number.start);
    let start = phrase.whole.start;
    let word = |back: usize| start.checked_sub(back).filter(|i| sentence.has(*i));
    let tagged = |i: Option<usize>, tags: u32| i.is_some_and(|i| hedges::TABLE.has_tag(g.doc.listed(i), tags));
    if (start..phrase.number.start).any(|i| is_hedge(c, i)) || tagged(word(1), hedges::ADVERB) {
        return true;
    }
    if is_thought(c, word(1)) || is_unconfirmed(c, phrase) {
        return true;
    }
    let that = usize::from(word(1).is_some_and(|i| g.is_mark(i, &["that", "of"])));
    let verb = word(1 + that);
    if tagged(verb, hedges::VERB) && !word(1).is_some_and(|i| g.is_mark(i, &["of"])) {
        return true;
    }
    let report = (1..=2)
        .filter_map(|back| word(back + that))
        .find(|i| g.is_mark(*i, &["reports", "report", "rumours", "rumors"]));
    if report.and_then(|i| i.checked_sub(1)).is_some_and(|i| sentence.has(i) && tagged(Some(i), hedges::REPORT)) {
        return true;
    }
    let leaves = word(1).filter(|i| g.is_mark(*i, &["left", "killed", "injured", "wounded", "claimed"]));
    leaves.is_some_and(|i| {
        let group = c.group(i);
        group.perfect
            && (group.start..i).any(|j| is_opinion(g, j) && !hedges::TABLE.has_tag(g.doc.listed(j), hedges::PLAIN))
    })
}

pub(super) fn is_hedge(c: &Clauses, i: usize) -> bool {
    hedges::TABLE.has_tag(c.g.doc.listed(i), hedges::ADVERB)
}

/// Whether a word that hedges stands in the verb group, from `start` up to the cue.
pub(super) fn hedged(c: &Clauses, start: usize, cue: &Cue) -> bool {
    let opinion = |i: usize| is_opinion(c.g, i) && !hedges::TABLE.has_tag(c.g.doc.listed(i), hedges::PLAIN);
    (start.saturating_sub(1)..cue.tokens.start).any(|i| {
        let inside = i >= start;
        // "are likely to have died", "must have drowned"
        let guess = ["may", "might", "could", "must", "likely"];
        is_hedge(c, i) || inside && (opinion(i) || c.g.is_mark(i, &guess))
    })
        // "feared missing"
        || cue.tokens.len() > 1 && cue.tokens.iter().any(|i| c.g.is_mark(i, &["feared", "presumed", "believed"]))
}

/// "it is thought that 12", "it was believed 12": the word before the count, or before its "that".
fn is_thought(c: &Clauses, before: Option<usize>) -> bool {
    let g = c.g;
    let Some(mut i) = before else { return false };
    if g.is_mark(i, &["that"]) {
        i = i.saturating_sub(1);
    }
    let is = (i.saturating_sub(2)..i).any(|j| g.is(j, small::BE));
    let it = (i.saturating_sub(4)..i).any(|j| g.is_mark(j, &["it"]));
    is && it && is_opinion(g, i) && !hedges::TABLE.has_tag(g.doc.listed(i), hedges::PLAIN)
}

/// "12 died, according to unconfirmed reports", "reports of 12 dead could not be confirmed".
fn is_unconfirmed(c: &Clauses, phrase: &Phrase) -> bool {
    let g = c.g;
    let sentence = g.sentence(phrase.number.start);
    let reports = ["reports", "report", "rumours", "rumors", "accounts", "claims"];
    let after = phrase.whole.end..sentence.end.min(phrase.whole.end + 24);
    let unconfirmed = after.clone().any(|i| {
        g.is_mark(i, &["according"])
            && hedges::TABLE.has_tag(g.doc.listed(i + 2), hedges::REPORT)
            && (i + 3..i + 6).any(|j| g.is_mark(j, &reports))
    });
    let reported =
        (phrase.whole.start.saturating_sub(2).max(sentence.start)..phrase.whole.start).any(|i| g.is_mark(i, &reports));
    let checked = ["confirmed", "verified", "corroborated"];
    let unchecked = reported
        && after
            .clone()
            .any(|i| g.is(i, small::NEGATIVE) && (i + 1..i + 5).any(|j| g.is_mark(j, &checked)) && after.contains(&i));
    unconfirmed || unchecked
}

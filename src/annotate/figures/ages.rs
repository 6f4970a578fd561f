//! Ages, which are no counts: "a 14-year-old", "Ivo Lind, 39, was", "children under 10".

use super::grammar::Grammar;
use crate::lexicon::function_words as small;
use crate::span::TokenRange;
use crate::token::TokenKind;

/// The index after an age, as in `14-year-old` or `74-year old`.
pub(super) fn age_end(g: &Grammar, i: usize) -> Option<usize> {
    if !g.is_number(i) {
        return None;
    }
    let mut at = i + 1;
    while g.is_mark(at, &["-"]) || g.is_number(at) && at < i + 4 {
        at += 1;
    }
    if !g.doc.is_one_of(at, &["year", "years", "month", "months", "week", "day", "yr"]) {
        return None;
    }
    at += 1;
    if g.is_mark(at, &["-"]) {
        at += 1;
    }
    matches!(g.doc.folded(at), "old" | "olds").then_some(at + 1)
}

/// A number between commas behind a name or one person: "Ivo Lind, 39, was", "one man, 60, died".
pub(super) fn is_age(g: &Grammar, number: TokenRange, sentence: TokenRange) -> bool {
    let closes = number.end >= sentence.end || g.is_mark(number.end, &[",", ".", ")", ";", "and"]);
    let Some(mark) = number.start.checked_sub(1).filter(|b| sentence.has(*b)) else { return false };
    let before = mark.wrapping_sub(1);
    let name = sentence.has(before) && g.doc.case(before).is_capitalised() && g.doc.kind(before) == TokenKind::Word;
    // "one man, 60, killed in Arda"
    let somebody = sentence.has(before)
        && g.person(before).is_some_and(|p| !p.plural)
        && before.checked_sub(1).is_some_and(|b| g.is(b, small::DETERMINER) || g.is_number(b))
        && g.is_mark(number.end, &[",", ")"]);
    // "in Yangon, 27"
    let place = g.is_mark(before.wrapping_sub(1), &["in", "at"]);
    closes
        && (name || somebody)
        && !place
        && number.len() == 1
        && g.is_mark(mark, &[",", "("])
        && g.doc.kind(number.start) == TokenKind::Number
        && g.doc.word(number.start).len() <= 2
}

/// "children under 10", "men over 50".
pub(super) fn is_age_limit(g: &Grammar, start: usize, sentence: TokenRange) -> bool {
    let before = start.checked_sub(1).filter(|b| sentence.has(*b));
    g.is_mark(start, &["under", "over", "above", "below"])
        // "displaced over 2,000"
        && before.is_some_and(|b| g.person(b).is_some_and(|p| p.plural) && !g.is_mark(b, &["displaced"]))
}

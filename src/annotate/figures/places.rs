//! Bare counts by place: "deaths by province: Lusaka 8, Central 3", "Zimbabwe reported nine deaths and Malawi four",
//! "in Mandalay 40 died; in Yangon, 27".

use super::clause::Clauses;
use super::frames::{Attached, push};
use super::phrases::Counted;
use crate::lexicon::{function_words as small, harms};
use crate::token::TokenKind;

/// How many words the name of a place can have.
const NAME: usize = 3;

/// Finds counts that stand beside a place, in a list that a harm begins.
pub(super) fn add(c: &Clauses, found: &mut Vec<Attached>) {
    let g = c.g;
    let mut last: Vec<Option<Attached>> = vec![None; c.phrases.len()];
    for attached in found.iter().filter(|a| !a.weak) {
        last[attached.phrase] = Some(*attached);
    }
    let mut before: Option<Attached> = None;
    for (p, own) in last.iter().enumerate() {
        if own.is_some() {
            before = *own;
            continue;
        }
        let phrase = &c.phrases[p];
        let sentence = g.sentence(phrase.number.start);
        let Some(name) = place_before(c, p).filter(|name| *name > sentence.start) else { continue };
        let same = before.filter(|b| sentence.has(c.phrases[b.phrase].number.start));
        let colon = (sentence.start..name).rev().take(2).find(|i| g.is_mark(*i, &[":"]));
        let heads = match (same, colon) {
            (Some(other), _) => Some(other),
            // "By province, the new deaths were: Lusaka 8"
            (None, Some(colon)) => (sentence.start..colon).rev().take(8).find_map(|i| {
                let cue = c.cues[c.cue_at(i)?];
                let counts = cue.has(harms::NOUN | harms::TOLL | harms::PAST | harms::GROUP);
                counts.then_some(Attached { phrase: p, cue, hedged: false, weak: false, rule: "listed" })
            }),
            _ => None,
        };
        if let Some(other) = heads {
            push(c, found, &[p], &other.cue, other.hedged, "listed");
            before = Some(Attached { phrase: p, ..other });
        }
    }
}

/// Where the name of a place before the bare count `p` begins, if the count closes its part of a list.
fn place_before(c: &Clauses, p: usize) -> Option<usize> {
    let g = c.g;
    let phrase = &c.phrases[p];
    let end = phrase.whole.end;
    let closes = g.is_mark(end, &[",", ";", "."]) || g.is_mark(end, &["and"]) && g.doc.case(end + 1).is_capitalised();
    if phrase.counted != Counted::Nothing || !closes {
        return None;
    }
    // "; in Yangon, 27"
    let comma = phrase.whole.start.checked_sub(1)?;
    let told = g.is_mark(comma, &[","]);
    let last = if told { comma.checked_sub(1)? } else { comma };
    let is_name =
        |i: usize| g.doc.kind(i) == TokenKind::Word && g.doc.case(i).is_capitalised() && !g.is(i, small::TIME);
    let start = (last.saturating_sub(NAME - 1)..=last).rev().take_while(|i| is_name(*i)).last()?;
    let mark = start.checked_sub(1)?;
    if told {
        let opens = g.is_mark(mark, &["in"]) && g.is_mark(mark.checked_sub(1)?, &[";", ",", "and"]);
        return opens.then_some(mark);
    }
    // A list, not "Highway 9": every part of it is a name with its count.
    let opens = g.is_mark(mark, &[",", ";", ":", "and"]);
    let listed = g.is_mark(mark, &[":"]) || follows_count(c, p, mark);
    (opens && listed).then_some(start)
}

/// Whether the part of the list before `mark` is a count, too: "deaths, Central 71", "8, Central 3 and Eastern 1".
fn follows_count(c: &Clauses, p: usize, mark: usize) -> bool {
    let g = c.g;
    let mark = if g.is_mark(mark, &["and"]) && g.is_mark(mark.wrapping_sub(1), &[","]) { mark - 1 } else { mark };
    let Some(other) = p.checked_sub(1).map(|b| &c.phrases[b]) else { return false };
    let near = mark >= other.whole.end
        && (other.whole.end..mark).all(|i| g.is_mark(i, &["in", "all"]) || g.is_filler(i) || c.cue_at(i).is_some());
    // "Zimbabwe reported nine deaths": the first part has its place, too.
    let sentence = g.sentence(other.number.start);
    let placed = (sentence.start..other.whole.start)
        .rev()
        .take(6)
        .any(|i| g.doc.case(i).is_capitalised() && g.doc.kind(i) == TokenKind::Word);
    near && placed
}

//! Counts that a later word takes up: "dragged 10 men out and shot them dead", "Two of them are children",
//! "others raise the figure to 684".

use super::clause::Clauses;
use super::cues::Cue;
use super::fits::fits;
use super::frames::{Attached, push};
use super::phrases::Counted;
use crate::lexicon::{function_words as small, harms};
use crate::span::TokenRange;
use crate::wire::HarmKind;

/// How far before the word that takes it up a count can stand, in tokens.
const REACH: usize = 60;

/// Finds counts whose harm another sentence, clause or pronoun gives.
pub(super) fn add(c: &Clauses, found: &mut Vec<Attached>) {
    for cue in c.cues {
        as_object(c, cue, found);
    }
    // "stabbed a teacher to death"
    for attached in found.iter_mut().filter(|a| a.cue.kind == HarmKind::Injured) {
        if is_fatal(c, c.phrases[attached.phrase].whole.end) {
            attached.cue.kind = HarmKind::Killed;
        }
    }
    let mut last: Vec<Option<Attached>> = vec![None; c.phrases.len()];
    for attached in found.iter().filter(|a| !a.weak) {
        last[attached.phrase] = Some(*attached);
    }
    let mut before: Option<Attached> = None;
    let mut before_is_part = false;
    let mut burned = Vec::new();
    for (p, own) in last.iter().enumerate() {
        if let Some(own) = own {
            let hurt = own.cue.kind == HarmKind::Injured;
            if hurt && before.is_some_and(|other| fatal_verb(c, p, &other).is_some()) {
                burned.push(p);
            }
            before = Some(*own);
            before_is_part = false;
            continue;
        }
        if let Some((again, part)) = included(c, p, &last) {
            push(c, found, &[p], &again.cue, again.hedged, "toll");
            push(c, found, &[part], &again.cue, again.hedged, "part-of");
            continue;
        }
        let Some(other) = before else { continue };
        let distance = c.phrases[p].whole.start.saturating_sub(c.phrases[other.phrase].whole.end);
        if distance > REACH {
            continue;
        }
        let apposed = is_apposed_part(c, p, &other) || p > 0 && before_is_part && is_joined(c, p);
        before_is_part = apposed;
        if apposed || is_part_of_those(c, p, &other) {
            push(c, found, &[p], &other.cue, other.hedged, "part-of");
        } else if is_other_figure(c, p, &other) {
            push(c, found, &[p], &other.cue, false, "toll");
            before = Some(Attached { phrase: p, rule: "toll", ..other });
        } else if let Some(verb) = fatal_verb(c, p, &other) {
            push(c, found, &[p], &Cue { tokens: verb, ..other.cue }, false, "passive");
        }
    }
    for attached in found.iter_mut().filter(|a| burned.contains(&a.phrase)) {
        attached.cue.kind = HarmKind::Killed;
    }
}

/// "took two girls from a bus and killed them", "dragged 10 men out and shot them dead": whom the pronoun takes up.
fn as_object(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let pronoun = cue.tokens.end;
    let takes = cue.has(harms::BASE | harms::PAST | harms::ING | harms::PARTICIPLE);
    if !takes || !g.is_mark(pronoun, &["them", "him", "her"]) || g.is_content(pronoun + 1) && !is_fatal(c, pronoun + 1)
    {
        return;
    }
    let group = c.group(cue.tokens.start);
    if group.passive || group.unreal || group.negative {
        return;
    }
    let sentence = g.sentence(pronoun);
    let many = g.is_mark(pronoun, &["them"]);
    let to = c.phrases.partition_point(|p| p.number.start < group.start);
    let fit = (to.saturating_sub(4)..to).rev().find(|p| {
        let phrase = &c.phrases[*p];
        let number = if many { phrase.low != Some(1.0) } else { phrase.low == Some(1.0) };
        let subject = phrase.whole.end == group.start;
        phrase.counted == Counted::People && sentence.has(phrase.number.start) && number && !subject
    });
    let Some(p) = fit else { return };
    let killed = is_fatal(c, pronoun + 1);
    let kind = if killed { HarmKind::Killed } else { cue.kind };
    if fits(c, &c.phrases[p], cue, "object") {
        // They are first taken, then killed: two harms of the same people.
        found.push(Attached { phrase: p, cue: Cue { kind, ..*cue }, hedged: false, weak: false, rule: "object" });
    }
}

/// "dead", "to death"
fn is_fatal(c: &Clauses, i: usize) -> bool {
    c.g.is_mark(i, &["dead"]) || c.g.is_mark(i, &["to"]) && c.g.is_mark(i + 1, &["death"])
}

/// "Nine people died. Two of them are children."
fn is_part_of_those(c: &Clauses, p: usize, other: &Attached) -> bool {
    let g = c.g;
    let phrase = &c.phrases[p];
    let sentence = g.sentence(phrase.number.start);
    let TokenRange { start, end } = phrase.whole;
    let them = g.is_mark(phrase.number.end, &["of"]) && g.is_mark(end - 1, &["them", "these", "those"]);
    let before = c.phrases[other.phrase].number.start;
    let next = g.sentence(before).end == sentence.start;
    if !them || !next || start > sentence.start || !g.is(end, small::BE) || phrase.low > c.phrases[other.phrase].low {
        return false;
    }
    let harmless = sentence.iter().all(|i| c.cue_at(i).is_none());
    let whom = end + 1;
    let word = (whom..whom + 3).any(|i| sentence.has(i) && g.person(i).is_some());
    harmless && (word || g.is_mark(whom, &["under", "aged", "from", "members"]))
}

/// "killed seven people overnight, two of them children", "16 deaths by noon, among them four children".
fn is_apposed_part(c: &Clauses, p: usize, other: &Attached) -> bool {
    let g = c.g;
    let phrase = &c.phrases[p];
    let TokenRange { start, end } = phrase.whole;
    let whole = &c.phrases[other.phrase];
    let apart = |i: usize| g.is_mark(i, &[",", "—", "–", "--", "("]);
    if g.sentence(start) != g.sentence(whole.number.start) || start < 3 || phrase.low > whole.low.or(whole.high) {
        return false;
    }
    let of_them = g.is_mark(phrase.number.end, &["of"])
        && g.is_mark(phrase.number.end + 1, &["them", "whom"])
        && apart(start - 1)
        && ((phrase.number.end + 2..phrase.number.end + 5).any(|i| g.person(i).is_some())
            // "29 of them at home"
            || g.is_mark(phrase.number.end + 2, &["at", "in", "from", "on"]));
    let among = g.is_mark(start - 1, &["including"]) && apart(start - 2)
        || g.is_mark(start - 1, &["them", "whom"]) && g.is_mark(start - 2, &["among"]) && apart(start - 3);
    // "Six men died and five others, including two children, were rescued": not of the six.
    let other_people = (other.phrase + 1..p).any(|q| c.phrases[q].counted == Counted::People);
    let people = phrase.counted == Counted::People || g.person(end - 1).is_some();
    !other_people && (of_them || among && people)
}

/// "a journalist and five members of one family", where the journalist is a part.
fn is_joined(c: &Clauses, p: usize) -> bool {
    let (start, before) = (c.phrases[p].whole.start, c.phrases[p - 1].whole.end);
    c.phrases[p].counted == Counted::People
        && (before == start - 1 && c.g.is_mark(start - 1, &["and", ","])
            || before + 2 == start && c.g.is_mark(start - 1, &["and"]))
}

/// "12 died, though a rights group puts the figure at 40", "the police have put it at nine"
fn is_other_figure(c: &Clauses, p: usize, other: &Attached) -> bool {
    let g = c.g;
    let start = c.phrases[p].whole.start;
    if start < 4
        || c.phrases[p].counted != Counted::Nothing
        || !g.is_mark(start - 1, &["to", "at", "making", "counted"])
    {
        return false;
    }
    let same = g.sentence(start) == g.sentence(c.phrases[other.phrase].whole.start);
    let end = c.phrases[p].whole.end;
    // "…, making nine in all"; "at first three, by noon the fire brigade had counted eight"
    if g.is_mark(start - 1, &["making"]) && g.is_mark(end, &["in"]) && g.is_mark(end + 1, &["all", "total"])
        || g.is_mark(start - 1, &["counted"]) && (g.is_mark(end, &[",", "."]) || g.is_mark(end, &["and"]))
    {
        return true;
    }
    let at = g.is_mark(start - 1, &["at"]);
    let it = same && at && g.is_mark(start - 2, &["it"]) && g.doc.folded(start - 3).starts_with("put");
    // "put the toll at 40, and one paper at more than 50"
    let also = same
        && at
        && other.rule == "toll"
        && g.is_mark(c.phrases[other.phrase].whole.start.wrapping_sub(1), &["at"])
        && (start.saturating_sub(6)..start).any(|i| g.is_mark(i, &["and", "while", "but"]))
        && (c.phrases[other.phrase].whole.end..start).all(|i| c.cue_at(i).is_none())
        && (g.is_mark(end, &[",", ".", ";"]) || end >= g.sentence(start).end);
    let gives = |i: usize| {
        ["put", "rais", "revis", "brought", "bring", "lower", "estimat"]
            .iter()
            .any(|verb| g.doc.folded(i).starts_with(verb))
    };
    let figure = g.is_mark(start - 2, &["figure", "tally", "number"]) && g.is_mark(start - 3, &["the", "that", "this"]);
    it || also || figure && (start.saturating_sub(6)..start - 3).any(gives)
}

/// "five drowned, two were struck by a tree and three were electrocuted", "six of the dead had been beheaded and two
/// burned": in a list of the dead, what else kills.
fn fatal_verb(c: &Clauses, p: usize, other: &Attached) -> Option<TokenRange> {
    let g = c.g;
    let TokenRange { start, end } = c.phrases[p].whole;
    let listed = c.phrases[p].counted == Counted::Nothing && g.is_mark(start.wrapping_sub(1), &[",", "and"]);
    let verb = end + usize::from(g.is(end, small::BE));
    let of_the_dead = c.phrases[other.phrase].harm.is_some_and(|harm| harm.has(harms::GROUP));
    let fatal = g.is_mark(verb, &["struck", "hit", "crushed", "buried"])
        || g.is_mark(verb, &["burned", "burnt"]) && of_the_dead;
    let same = g.sentence(start).has(c.phrases[other.phrase].number.start);
    (listed && fatal && same && other.cue.kind == HarmKind::Killed).then_some(TokenRange::new(verb, verb + 1))
}

/// "18 died in Oru … The **18** in Oru included **seven** fishermen": a count taken up, and a part of it.
fn included(c: &Clauses, p: usize, last: &[Option<Attached>]) -> Option<(Attached, usize)> {
    /// Counts before that are asked, and words up to the verb.
    const BACK: usize = 12;
    const VERB: usize = 5;
    let g = c.g;
    let phrase = &c.phrases[p];
    let definite = g.is_mark(phrase.number.start.wrapping_sub(1), &["the"]) && phrase.counted == Counted::Nothing;
    let end = phrase.whole.end;
    let verb = (end..end + VERB).find(|i| g.is_mark(*i, &["included", "include"])).filter(|_| definite)?;
    let part = c.starting(verb + 1).filter(|part| c.phrases[*part].counted == Counted::People)?;
    let same = |a: &&Attached| c.phrases[a.phrase].low == phrase.low && phrase.low > Some(1.0);
    let again = last[p.saturating_sub(BACK)..p].iter().flatten().rev().find(same)?;
    Some((*again, part))
}

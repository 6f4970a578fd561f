//! Which counted phrases a word of harm is about, by how the word stands in its clause.
//!
//! In order of trust: harm in the phrase itself ("30 deaths", "the four arrested men"), object of an
//! active verb, subject of a passive or intransitive one, phrase beside a participle or adjective
//! ("30 injured"), behind "of" ("the death of two men"), tolls ("rose to 45"), parts of a group
//! ("among the dead were two women").

use super::clause::{Clauses, is_opinion};
use super::cues::Cue;
use super::phrases::{Counted, Phrase};
use crate::lexicon::{function_words as small, harms, hedges, person_nouns};
use crate::wire::HarmKind;

/// A phrase that a cue is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attached {
    pub(super) phrase: usize,
    pub(super) cue: Cue,
    pub(super) hedged: bool,
    /// Gives way to any other harm said of the same people.
    pub(super) weak: bool,
    pub(super) rule: &'static str,
}

/// Attaches every cue and every phrase that names its own harm.
pub(super) fn attach(c: &Clauses) -> Vec<Attached> {
    let mut found = Vec::new();
    for (i, phrase) in c.phrases.iter().enumerate() {
        own_harm(c, i, phrase, &mut found);
    }
    for cue in c.cues {
        if cue.has(harms::TOLL) {
            toll(c, cue, &mut found);
        }
        if cue.has(harms::GROUP) || is_those(c, cue) {
            parts_of_group(c, cue, &mut found);
        }
        if cue.has(harms::OF) {
            behind_of(c, cue, &mut found);
        }
        verb(c, cue, &mut found);
    }
    found
}

fn push(c: &Clauses, found: &mut Vec<Attached>, phrases: &[usize], cue: &Cue, hedged: bool, rule: &'static str) {
    for &p in phrases {
        if fits(c, &c.phrases[p], cue, rule) {
            let hedged = hedged || c.phrases[p].whole.start.checked_sub(1).is_some_and(|b| is_hedge(c, b));
            found.push(Attached { phrase: p, cue: *cue, hedged, weak: cue.has(harms::WEAK), rule });
        }
    }
}

/// Whether what the phrase counts can be the victims of the cue.
fn fits(c: &Clauses, phrase: &Phrase, cue: &Cue, rule: &str) -> bool {
    let own = phrase.harm.is_some_and(|h| h.has(harms::NOUN) && h.kind == cue.kind);
    let right = match phrase.counted {
        Counted::Things => own || rule == "toll",
        Counted::People => true,
        Counted::Unknown => !cue.has(harms::PEOPLE_ONLY | harms::CIVIL | harms::LOSE),
        Counted::Nothing => !cue.has(harms::LOSE | harms::CIVIL) && !is_measure(c, phrase),
    };
    right
        && (!cue.has(harms::LOSE) || phrase.tags & (person_nouns::FORCE | person_nouns::KIN) != 0)
        && (!cue.has(harms::CIVIL) || phrase.tags & person_nouns::CIVIL != 0 || phrase.low.is_some_and(|n| n >= 100.0))
        && !(phrase.low == Some(0.0) && rule == "of")
}

/// Whether a bare number is a percentage, an amount of money or the like.
fn is_measure(c: &Clauses, phrase: &Phrase) -> bool {
    let g = c.g;
    let before = phrase.number.start.checked_sub(1);
    g.is_mark(phrase.number.end, &["%", "$", "€", "£", "°", "percent", "per"])
        || before.is_some_and(|b| g.is_mark(b, &["$", "€", "£", "¥", "₹", "us$"]))
}

fn is_hedge(c: &Clauses, i: usize) -> bool {
    hedges::TABLE.has_tag(c.g.doc.folded(i), hedges::ADVERB)
}

/// Whether a word that hedges stands in the verb group, from `start` up to the cue.
fn hedged(c: &Clauses, start: usize, cue: &Cue) -> bool {
    (start.saturating_sub(1)..cue.tokens.start).any(|i| {
        let inside = i >= start;
        is_hedge(c, i)
            || inside && is_opinion(c.g, i) && !hedges::TABLE.has_tag(c.g.doc.folded(i), hedges::PLAIN)
            || inside && c.g.is_mark(i, &["may", "might", "could"])
    })
}

/// "30 deaths", "no casualties", "the eight hostages", "four arrested men", "two of the wounded".
fn own_harm(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    let Some(cue) = phrase.harm else { return };
    let g = c.g;
    let end = phrase.whole.end;
    if g.is_mark(end, &["per", "in"])
        && g.is_mark(end + 1, &["every", "100", "1,000", "100,000", "million", "10", "capita"])
        || g.is_mark(end, &["per"])
    {
        return;
    }
    // "took 256 prisoners": in war, not by the law.
    let taken = |i: usize| g.is_mark(i, &["take", "takes", "took", "taken", "taking"]);
    let kind = if cue.kind == HarmKind::Detained
        && cue.has(harms::NOUN)
        && (phrase.whole.start.saturating_sub(2)..phrase.whole.start).any(taken)
    {
        HarmKind::Captured
    } else {
        cue.kind
    };
    let cue = Cue { kind, ..cue };
    if cue.has(harms::LIVES) && !cue.has(harms::NOUN) && !costs_lives(c, phrase) {
        return;
    }
    if cue.kind == HarmKind::Injured && cue.has(harms::NOUN) && phrase.low != Some(0.0) && suffers(c, phrase) {
        return;
    }
    if g.is_mark(phrase.number.start, &["none"]) && cue.has(harms::NOUN) {
        return;
    }
    let names_people = phrase.counted == Counted::People;
    let rule = if cue.has(harms::NOUN | harms::LIVES) { "counted-harm" } else { "described" };
    let weak = cue.has(harms::NOUN) && names_people || rule == "described" && g.is_mark(phrase.number.end, &["of"]);
    found.push(Attached { phrase: i, cue, hedged: hedged(c, phrase.whole.start, &cue), weak, rule });
    {
        let end = (end..end + 3).find(|i| !g.is_filler(*i)).unwrap_or(end);
        for p in c.list_behind(end, true) {
            let parts = (end..c.phrases[p].whole.start).any(|j| g.is_mark(j, &["including", ":", "--", "—", "–"]));
            if parts && fits(c, &c.phrases[p], &cue, rule) {
                found.push(Attached { phrase: p, cue, hedged: false, weak: true, rule: "listed" });
            }
        }
    }
}

/// "claimed 20 lives", "20 lives were lost"; not "saved 20 lives".
fn costs_lives(c: &Clauses, phrase: &Phrase) -> bool {
    let takes = [
        "claim", "claims", "claimed", "claiming", "cost", "costs", "costing", "took", "take", "takes", "taken",
        "taking", "lost", "lose", "loss", "ended", "snuffed",
    ];
    let from = phrase.whole.start.saturating_sub(4);
    let to = phrase.whole.end;
    let sentence = c.g.sentence(phrase.whole.start);
    (from..phrase.whole.start).chain(to..to + 5).any(|i| sentence.has(i) && c.g.is_mark(i, &takes))
}

fn suffers(c: &Clauses, phrase: &Phrase) -> bool {
    (phrase.whole.start.saturating_sub(3)..phrase.whole.start).any(|i| {
        c.g.is_mark(i, &["suffered", "sustained", "suffering", "received", "with", "sustaining", "suffer", "had"])
    })
}

fn verb(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let (start, end) = (cue.tokens.start, cue.tokens.end);
    let verbs = harms::BASE
        | harms::PAST
        | harms::PARTICIPLE
        | harms::ING
        | harms::INTRANSITIVE
        | harms::ADJECTIVE
        | harms::LOSE;
    if !cue.has(verbs) || inside_phrase(c, cue) {
        return;
    }
    let group = c.group(start);
    let is_hedged = hedged(c, group.start, cue);
    let none_only = |list: Vec<usize>| -> Vec<usize> {
        list.into_iter()
            .filter(|p| !(group.negative || group.unreal) || c.phrases[*p].low == Some(0.0) && !group.unreal)
            .collect()
    };
    if cue.has(harms::INTRANSITIVE | harms::CIVIL) && !cue.has(harms::PAST) {
        let subject = none_only(c.subject(group.start));
        push(c, found, &subject, cue, is_hedged, "subject");
        for p in subject {
            push_parts(c, found, p, cue, end);
        }
        return;
    }
    let takes_object = cue.has(harms::BASE | harms::ING | harms::PAST | harms::LOSE);
    if takes_object && !group.passive {
        let to_base = cue.has(harms::BASE) && !cue.has(harms::PAST) && group.unreal
            || cue.has(harms::ING)
                && (g.is_unreal(start) || g.is_mark(start.wrapping_sub(1), &["from", "without", "against"]))
            || cue.has(harms::CUSTODY) && !cue.has(harms::PAST) && !is_held_by(c, start);
        let object = if to_base { Vec::new() } else { none_only(c.object(end)) };
        if !object.is_empty() {
            push(c, found, &object, cue, is_hedged, "object");
            return;
        }
        if cue.has(harms::LOSE)
            || !cue.has(harms::PAST | harms::ADJECTIVE | harms::PARTICIPLE)
            || c.object_begins(end) && (group.finite || cue.has(harms::PAST))
        {
            return;
        }
    }
    if cue.has(harms::ING) && !(group.passive && cue.has(harms::PAST)) && !cue.has(harms::ADJECTIVE) {
        return;
    }
    if cue.has(harms::PAST | harms::PARTICIPLE | harms::ADJECTIVE) {
        if cue.has(harms::ADJECTIVE)
            && !cue.has(harms::PAST)
            && g.is_content(end)
            && !group.finite
            && !g.is_verb_like(end)
            && c.starting(end).is_none()
            && g.doc.case(end) == crate::token::Case::Lower
        {
            return;
        }
        let mut list = Vec::new();
        if !group.finite {
            list = c.adjacent(group.start);
        }
        if list.is_empty()
            && (group.passive || !group.finite)
            && !cue.has(harms::LOSE)
            && (group.passive || !c.object_begins(end))
        {
            list = c.subject(group.start);
        }
        let list = none_only(list);
        push(c, found, &list, cue, is_hedged, if group.passive { "passive" } else { "participle" });
        if group.passive && !group.unreal && !group.negative {
            along_with(c, cue, found);
        }
        for p in list {
            push_parts(c, found, p, cue, start);
        }
    }
}

/// Whether those who hold someone at `start` are police, an army, captors: "police are holding two".
fn is_held_by(c: &Clauses, start: usize) -> bool {
    (start.saturating_sub(6)..start).any(|i| {
        let word = c.g.doc.folded(i);
        super::grammar::person(word).is_some_and(|p| p.tags & (person_nouns::FORCE | person_nouns::NATION) != 0)
            || matches!(
                word,
                "authorities" | "officials" | "forces" | "army" | "government" | "kidnappers" | "abductors"
            )
    })
}

/// "19 people, including three children, were killed", or "were killed, including three children".
fn push_parts(c: &Clauses, found: &mut Vec<Attached>, whole: usize, cue: &Cue, cue_at: usize) {
    let end = c.phrases[whole].whole.end;
    for p in c.list_behind(end, true) {
        let from = c.phrases[p].whole.start;
        let parts = (end..from).any(|j| c.g.is_mark(j, &["including", "among", "--", "—", "–", ":", "("]));
        if parts && from < cue_at.max(end + 40) {
            push(c, found, &[p], cue, false, "listed");
        }
    }
    // Behind the verb.
    let after = cue.tokens.end;
    for p in c.list_behind(after, false) {
        let from = c.phrases[p].whole.start;
        let parts = (after..from).any(|j| c.g.is_mark(j, &["including", "among", "--", "—", "–", ":"]));
        if parts {
            push(c, found, &[p], cue, false, "listed");
        }
    }
}

/// "X was detained along with 150 others".
fn along_with(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let end = cue.tokens.end;
    let sentence = g.sentence(cue.tokens.start);
    for i in end..sentence.end.min(end + 12) {
        if g.is_mark(i, &["along", "together"]) && g.is_mark(i + 1, &["with"]) {
            if let Some(p) = c.starting(i + 2) {
                push(c, found, &[p], cue, false, "listed");
            }
            return;
        }
        if c.cue_at(i).is_some() || g.is_mark(i, &[",", ";", "and"]) {
            return;
        }
    }
}

/// Whether the cue only describes a counted noun ("two wounded men").
fn inside_phrase(c: &Clauses, cue: &Cue) -> bool {
    c.phrases_near(cue.tokens.start)
        .any(|p| p.harm.is_some_and(|h| h.tokens == cue.tokens) || p.head.is_some_and(|h| h.contains(cue.tokens)))
}

/// "the death of two men", "the bodies of 12 migrants", "claimed the lives of 20 people".
fn behind_of(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let end = cue.tokens.end;
    let sentence = g.sentence(end.saturating_sub(1));
    let reach = if g.is_mark(end, &["and", "or"]) { 6 } else { 4 };
    let Some(of) = (end..sentence.end.min(end + reach)).find(|i| g.is_mark(*i, &["of"])) else { return };
    // "the abduction and imprisonment of two girls"
    let shared = g.is_mark(end, &["and", "or"]) && c.cue_at(of - 1).is_some_and(|other| c.cues[other].has(harms::OF));
    if !shared && (end..of).any(|i| !g.is_filler(i) && !g.is(i, small::DETERMINER | small::TIME)) {
        return;
    }
    if g.is_unreal(cue.tokens.start) {
        return;
    }
    if cue.has(harms::LIVES) {
        let takes = [
            "claim", "claims", "claimed", "claiming", "cost", "costs", "took", "take", "takes", "taken", "taking",
            "lost",
        ];
        let start = cue.tokens.start;
        if !(start.saturating_sub(4)..start).any(|i| g.is_mark(i, &takes)) {
            return;
        }
    }
    let list = c.object(of + 1);
    let counted = c.starting(of + 1).is_some();
    if !counted && list.is_empty() {
        return;
    }
    push(c, found, &list, cue, false, "of");
}

/// "a death toll of 45", "the toll rose to 45", "put the death toll at seven".
fn toll(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let end = cue.tokens.end;
    let sentence = g.sentence(cue.tokens.start);
    let bare = cue.tokens.len() == 1 && g.is_mark(cue.tokens.start, &["toll", "tally"]);
    let moves = [
        "of",
        "to",
        "at",
        "is",
        "was",
        "reached",
        "reaches",
        "hit",
        "hits",
        "passed",
        "passes",
        "topped",
        "tops",
        "exceeded",
        "exceeds",
        "surpassed",
        "surpasses",
        "stood",
        "than",
        "crossed",
        "crosses",
        "be",
        "from",
        "by",
        "nears",
        "now",
        ":",
        "over",
        "above",
        "past",
        "has",
        "had",
        "climbs",
        "rises",
        "jumps",
        "soars",
    ];
    let mut i = end;
    while i < sentence.end.min(end + 22) {
        if g.is_mark(i, &[";", "\u{201d}"]) {
            break;
        }
        if let Some(p) = c.starting(i) {
            let phrase = &c.phrases[p];
            let before = phrase.whole.start.saturating_sub(1);
            let counts = match phrase.counted {
                Counted::Nothing => !is_measure(c, phrase),
                Counted::People => true,
                _ => phrase.harm.is_some(),
            };
            if counts
                && before >= end.saturating_sub(1)
                && g.is_mark(before, &moves)
                && !(bare && g.is_mark(before, &["is", "was", "has", "had"]))
            {
                let rises = g.is_mark(before, &["by"]);
                if !rises {
                    push(c, found, &[p], cue, false, "toll");
                    if g.is_mark(before, &["of"]) && c.phrases[p].counted == Counted::People {
                        return;
                    }
                }
                if !g.is_mark(before, &["from"]) && !rises {
                    return;
                }
            }
            i = phrase.whole.end.max(i + 1);
            continue;
        }
        i += 1;
    }
    // "put at seven the death toll"
    let from = sentence.start.max(cue.tokens.start.saturating_sub(14));
    for i in (from..cue.tokens.start).rev() {
        if g.is_mark(i, &["at"]) && g.is_mark(i.wrapping_sub(1), &["put", "puts", "putting"]) {
            if let Some(p) = c.starting(i + 1) {
                push(c, found, &[p], cue, false, "toll");
                for part in c.list_behind(c.phrases[p].whole.end, true) {
                    push(c, found, &[part], cue, false, "listed");
                }
            }
            return;
        }
    }
}

/// "those killed", "the people injured".
fn is_those(c: &Clauses, cue: &Cue) -> bool {
    cue.has(harms::PAST)
        && cue.tokens.start.checked_sub(1).is_some_and(|b| c.g.is_mark(b, &["those", "people", "others"]))
}

/// "among the dead were two women", "the injured included a pregnant woman".
fn parts_of_group(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let end = cue.tokens.end;
    let sentence = g.sentence(cue.tokens.start);
    let mut linked = false;
    let near = cue.tokens.start.saturating_sub(6).max(sentence.start)..cue.tokens.start;
    let among = near.clone().rev().take(3).any(|i| g.is_mark(i, &["among", "amongst"]));
    let of_those =
        near.clone().any(|i| g.is_mark(i, &["of"]) && (i == sentence.start || g.is_mark(i - 1, &[",", "out"])));
    if of_those && g.is_mark(end, &[","]) {
        // "Of the 200 injured, 50 were firefighters"
        if let Some(p) = c.starting(end + 1) {
            push(c, found, &[p], cue, false, "part-of");
        }
        return;
    }
    for i in end..sentence.end.min(end + 8) {
        if g.is_mark(i, &["include", "includes", "included", "including"])
            || among && g.is_mark(i, &["were", "was", "are", "is"])
        {
            linked = true;
        } else if g.is_mark(i, &["were", "are", ":"]) && i == end && cue.has(harms::GROUP) && !among {
            linked = true;
        } else if linked {
            if let Some(p) = c.starting(i) {
                let mut list = vec![p];
                list.extend(c.list_behind(c.phrases[p].whole.end, true));
                let people: Vec<usize> =
                    list.into_iter().filter(|p| c.phrases[*p].counted == Counted::People).collect();
                push(c, found, &people, cue, false, "part-of");
            }
            return;
        }
    }
}

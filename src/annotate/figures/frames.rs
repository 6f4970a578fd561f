//! Which counted phrases a word of harm is about, by how the word stands in its clause.
//!
//! In order of trust: harm in the phrase itself ("30 deaths", "the four arrested men"), object of an
//! active verb, subject of a passive or intransitive one, phrase beside a participle or adjective
//! ("30 injured"), behind "of" ("the death of two men"), tolls ("rose to 45"), parts of a group
//! ("among the dead were two women"), a count compared with one of these ("up from 41").

use super::clause::{Clauses, Group};
use super::cues::Cue;
use super::doubt::{hedged, is_doubted};
use super::fits::fits;
use super::nominal::{behind_of, is_those, own_harm, parts_of_group};
use super::phrases::Counted;
use super::tolls::toll;
use super::{places, set_phrases, taken_up};
use crate::lexicon::{captors, countries, function_words, harms, person_nouns};
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
        set_phrases::around(c, i, phrase, &mut found);
    }
    for cue in c.cues {
        if cue.has(harms::TOLL) || set_phrases::is_numbered(c, cue) {
            toll(c, cue, &mut found);
        }
        set_phrases::put_at(c, cue, &mut found);
        set_phrases::labelled(c, cue, &mut found);
        set_phrases::reached(c, cue, &mut found);
        // "Of the deaths, 89 occurred in hospital"
        let of_the = c.g.is_mark(cue.tokens.start.wrapping_sub(2), &["of"]) && c.g.is_mark(cue.tokens.end, &[","]);
        if cue.has(harms::GROUP) || is_those(c, cue) || of_the && cue.has(harms::NOUN) {
            parts_of_group(c, cue, &mut found);
        }
        if cue.has(harms::OF) {
            behind_of(c, cue, &mut found);
        }
        verb(c, cue, &mut found);
    }
    compared(c, &mut found);
    places::add(c, &mut found);
    taken_up::add(c, &mut found);
    set_phrases::degrees(c, &mut found);
    found
}

/// The count that another is compared with: "rose to 63, up from 41", "nine died, compared with 13 in 2023".
fn compared(c: &Clauses, found: &mut Vec<Attached>) {
    const LINKS: [[&str; 2]; 6] = [
        ["up", "from"],
        ["down", "from"],
        ["compared", "with"],
        ["compared", "to"],
        ["from", "just"],
        ["from", "only"],
    ];
    let mut last: Vec<Option<Attached>> = vec![None; c.phrases.len()];
    for attached in found.iter().filter(|a| !a.weak) {
        last[attached.phrase] = Some(*attached);
    }
    let mut before: Option<Attached> = None;
    for (p, phrase) in c.phrases.iter().enumerate() {
        if last[p].is_some() {
            before = last[p];
            continue;
        }
        let Some(other) = before else { continue };
        let start = phrase.whole.start;
        let end = c.phrases[other.phrase].whole.end;
        let linked = start >= 2
            && LINKS.iter().any(|[a, b]| c.g.is_mark(start - 2, &[a]) && c.g.is_mark(start - 1, &[b]))
            || other.rule == "toll" && start == end + 1 && c.g.is_mark(end, &["from"])
            // "1,400 died this year, against 1,190 in the same period"
            || start >= 2
                && c.g.is_mark(start - 1, &["against"])
                && c.g.is_mark(start - 2, &[","])
                && phrase.counted == Counted::Nothing
                && c.g.is_mark(phrase.whole.end, &["in", "a", "the", "last", "for", "during", "by"])
            // "an earlier count of eight"
            || start >= 3
                && c.g.is_mark(start - 1, &["of"])
                && c.g.is_mark(start - 2, &["count", "figure", "estimate", "tally"])
                && c.g.is_mark(start - 3, &["earlier", "previous", "initial", "first", "preliminary"]);
        if linked && c.g.sentence(start) == c.g.sentence(end - 1) && phrase.counted != Counted::Things {
            push(c, found, &[p], &other.cue, other.hedged, "compared");
        }
    }
}

pub(super) fn push(
    c: &Clauses,
    found: &mut Vec<Attached>,
    phrases: &[usize],
    cue: &Cue,
    hedged: bool,
    rule: &'static str,
) {
    for &p in phrases {
        if fits(c, &c.phrases[p], cue, rule) {
            let hedged = hedged || is_doubted(c, &c.phrases[p]);
            found.push(Attached { phrase: p, cue: *cue, hedged, weak: cue.has(harms::WEAK), rule });
        }
    }
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
    let mut group = c.group(start);
    // "are holding" is no passive.
    group.passive &= !g.doc.folded(start).ends_with("ing") || cue.has(harms::ADJECTIVE);
    // "led to 40 protesters being shot dead"
    group.finite &= !g.is_mark(group.start, &["being"]);
    group.unreal |= is_conditional(c, group.start);
    // "could have killed 12" did not.
    let could = || (group.start..start).any(|i| g.is_mark(i, &["could"]));
    group.unreal |= group.perfect && !group.passive && cue.has(harms::PAST) && !cue.has(harms::INTRANSITIVE) && could();
    let cue = &burial(c, cue, &group);
    let is_hedged = hedged(c, group.start, cue);
    let none_only = |list: Vec<usize>| -> Vec<usize> {
        list.into_iter()
            .filter(|p| !(group.negative || group.unreal) || c.phrases[*p].low == Some(0.0) && !group.unreal)
            .collect()
    };
    if cue.has(harms::INTRANSITIVE | harms::CIVIL) && !cue.has(harms::PAST) {
        let subject = none_only(c.subject(group.start));
        push(c, found, &subject, cue, is_hedged, "subject");
        // "The flood of 1882 drowned 23 people"
        let drowned = c.starting(end).filter(|p| c.phrases[*p].counted == Counted::People);
        if let Some(p) = drowned.filter(|_| subject.is_empty() && g.is_mark(start, &["drowned"]) && !group.passive) {
            push(c, found, &none_only(vec![p]), cue, is_hedged, "object");
        }
        if !subject.is_empty() {
            push(c, found, &none_only(c.listed_by_place(end)), cue, is_hedged, "listed");
        }
        if !subject.is_empty() {
            along_with(c, cue, found);
        }
        for p in subject {
            push_parts(c, found, p, cue, end);
        }
        return;
    }
    let takes_object = cue.has(harms::BASE | harms::ING | harms::PAST | harms::LOSE);
    if takes_object && !group.passive {
        let bare = cue.has(harms::BASE) && !cue.has(harms::PAST) && !group.finite && is_enabled(c, start);
        let to_base = bare
            || cue.has(harms::BASE) && !cue.has(harms::PAST) && group.unreal
            || cue.has(harms::ING)
                && (g.is_unreal(start) || g.is_mark(start.wrapping_sub(1), &["from", "without", "against"]))
            // "They freed 50 and are still holding 150": captors, told of before.
            || cue.has(harms::CUSTODY) && !cue.has(harms::PAST) && cue.kind == HarmKind::Detained && !is_held_by(c, start)
            // "were asked to find and arrest a man"
            || cue.has(harms::BASE)
                && !cue.has(harms::PAST)
                && !group.finite
                && g.is_mark(group.start.wrapping_sub(1), &["and", "or"])
                && g.is_mark(group.start.wrapping_sub(3), &["to"]);
        let mut object = if to_base { Vec::new() } else { none_only(c.object(end)) };
        // "98,000 children have lost a parent": one each.
        if cue.has(harms::LOSE) && c.subject(group.start).iter().any(|p| c.phrases[*p].low > Some(1.0)) {
            object.clear();
        }
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
        // "a shrine for the country's war dead"
        let compound = cue.has(harms::ADJECTIVE) && !cue.has(harms::PAST) && group.start == start && start > 0;
        if compound && g.is_content(start - 1) && !g.is_verb_like(start - 1) && c.ending(start).is_none() {
            return;
        }
        // "50,000 rupees for the injured"
        if cue.has(harms::GROUP) && group.start == start && start > 0 && g.is_mark(start - 1, &["the"]) {
            return;
        }
        let mut list = Vec::new();
        if !group.finite {
            list = c.adjacent(group.start);
        }
        // "have starved to death": by themselves.
        let alone = cue.has(harms::INTRANSITIVE);
        if list.is_empty()
            && (group.passive || !group.finite || alone)
            && !cue.has(harms::LOSE)
            && (group.passive || !c.object_begins(end))
        {
            list = c.subject(group.start);
        }
        let list = none_only(list);
        // "Two Frenchmen and a Belgian were among seven people killed"
        let among = list.first().map(|p| c.phrases[*p].whole.start).filter(|start| {
            *start >= 2 && g.is_mark(start - 1, &["among", "amongst"]) && g.is(start - 2, function_words::BE)
        });
        if let Some(parts) = among.map(|start| c.subject(start - 2)) {
            push(c, found, &parts, cue, is_hedged, "part-of");
        }
        push(c, found, &list, cue, is_hedged, if group.passive { "passive" } else { "participle" });
        if !list.is_empty() {
            push(c, found, &none_only(c.listed_by_place(end)), cue, is_hedged, "listed");
        }
        if group.passive && !group.unreal && !group.negative {
            along_with(c, cue, found);
        }
        for p in list {
            push_parts(c, found, p, cue, start);
        }
    }
}

/// "A slide buried 12 people": they are missing. "She buried two children", "12 were buried on Monday": they are dead.
fn burial(c: &Clauses, cue: &Cue, group: &Group) -> Cue {
    let g = c.g;
    let start = cue.tokens.start;
    if cue.tokens.len() > 1 || !g.doc.folded(start).starts_with("bur") || cue.kind != HarmKind::Missing {
        return *cue;
    }
    let before = group.start.wrapping_sub(1);
    let by_people = g.is(before, function_words::PRONOUN)
        || before < start && (g.doc.case(before).is_capitalised() || g.person(before).is_some());
    let on = start + 1 + usize::from(g.is_mark(start + 1, &["on"]));
    // "buried by their families"
    let kin = g.is_mark(on, &["by"]) && g.is_mark(on + 1, &["their", "relatives", "villagers"]);
    let laid = kin || g.is_mark(on, &["at", "beside", "near"]) || g.is(on, function_words::TIME);
    // "Ana Reyes, 50, a widow, buried two sons"
    let by_people = by_people || g.is_mark(before, &[","]);
    let slide = g.is_mark(start, &["burying"]) && g.is_mark(before, &[","]);
    let dead = if group.passive { laid } else { by_people && !slide };
    Cue { kind: if dead { HarmKind::Killed } else { cue.kind }, ..*cue }
}

/// "if 20 people die", "whether anyone was hurt".
fn is_conditional(c: &Clauses, start: usize) -> bool {
    let sentence = c.g.sentence(start);
    (sentence.start.max(start.saturating_sub(10))..start)
        .rev()
        .take_while(|i| !c.g.is_mark(*i, &[",", ";", ":"]))
        .any(|i| c.g.is(i, crate::lexicon::function_words::CONDITIONAL))
}

/// "would let police detain 20": the verb before makes the harm possible, not real.
fn is_enabled(c: &Clauses, start: usize) -> bool {
    let sentence = c.g.sentence(start);
    (sentence.start.max(start.saturating_sub(6))..start).any(|i| {
        c.g.is(i, crate::lexicon::function_words::MODAL)
            || c.g.is_mark(i, &["let", "lets", "help", "helps", "make", "makes", "allow"])
    })
}

/// Whether those who hold someone at `start` are police, an army, captors: "police are holding two".
fn is_held_by(c: &Clauses, start: usize) -> bool {
    (start.saturating_sub(6)..start).any(|i| {
        let word = c.g.doc.folded(i);
        captors::TABLE.has_word(c.g.doc.listed(i))
            // "Mali holds 30 soldiers"
            || countries::TABLE.longest(c.g.doc, i, start).is_some_and(|(_, e)| e.has(countries::COUNTRY))
            || c.g.person(i).is_some_and(|p| p.tags & (person_nouns::FORCE | person_nouns::NATION) != 0)
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
        let parts = (end..from).any(|j| c.g.is_mark(j, &["including", "among", "--", "—", "–", ":", "("]))
            || c.is_part_of_them(p);
        if !parts {
            break;
        }
        if from < cue_at.max(end + 40) {
            push(c, found, &[p], cue, false, "listed");
        }
    }
    // Behind the verb.
    let after = cue.tokens.end;
    for p in c.list_behind(after, true) {
        let from = c.phrases[p].whole.start;
        let parts =
            (after..from).any(|j| c.g.is_mark(j, &["including", "among", "--", "—", "–", ":"])) || c.is_part_of_them(p);
        // "died and five others, including two children, were rescued"
        if !parts {
            break;
        }
        push(c, found, &[p], cue, false, "listed");
    }
}

/// "X was detained along with 150 others", "two were hurt as well as four nuns".
fn along_with(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let end = cue.tokens.end;
    let sentence = g.sentence(cue.tokens.start);
    for i in end..sentence.end.min(end + 12) {
        let along = g.is_mark(i, &["along", "together"]) && g.is_mark(i + 1, &["with"]);
        let as_well = g.is_mark(i, &["as"]) && g.is_mark(i + 1, &["well"]) && g.is_mark(i + 2, &["as"]);
        if along || as_well {
            if let Some(p) = c.starting(i + if along { 2 } else { 3 }) {
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

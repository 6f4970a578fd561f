//! Harm told by nouns: "30 deaths", "the death of two men", "among the dead were two".

use super::clause::Clauses;
use super::cues::Cue;
use super::doubt::{hedged, is_doubted};
use super::fits::fits;
use super::frames::{Attached, push};
use super::grammar::Grammar;
use super::phrases::{Counted, Phrase};
use crate::lexicon::{function_words as small, harms};
use crate::wire::HarmKind;

/// "30 deaths", "no casualties", "the eight hostages", "four arrested men", "two of the wounded".
pub(super) fn own_harm(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    let Some(cue) = phrase.harm else { return };
    let g = c.g;
    let end = phrase.whole.end;
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
    let word = g.doc.folded(phrase.number.start);
    let article = phrase.number.len() == 1 && matches!(word, "a" | "an" | "none");
    let is_head = phrase.head.is_none_or(|head| head.end == cue.tokens.end);
    let Some(cue) = of_victims(c, &cue) else { return };
    if article && is_head && cue.has(harms::NOUN) && cue.kind != HarmKind::Casualties && cue.kind != HarmKind::Killed
        // "an execution-style killing of four people" counts the four.
        || article && is_head && cue.has(harms::NOUN) && g.is_mark(end, &["of"])
        || is_rate(g, end)
        || is_body(g, &cue) && !is_recovered(c, phrase)
    {
        return;
    }
    if cue.has(harms::NOUN) && phrase.low != Some(0.0) && is_possible(g, phrase.whole.start) {
        return;
    }
    // "312 and 178 deaths"
    let shared = i.checked_sub(1).filter(|p| {
        let other = &c.phrases[*p];
        let joined = other.whole.end + 1 == phrase.whole.start && g.is_mark(other.whole.end, &["and", "or"]);
        joined && other.counted == Counted::Nothing && cue.has(harms::NOUN)
    });
    if let Some(other) = shared {
        found.push(Attached { phrase: other, cue, hedged: false, weak: false, rule: "counted-harm" });
    }
    let names_people = phrase.counted == Counted::People;
    // "20 wounded trees"
    if phrase.counted == Counted::Things && !cue.has(harms::NOUN | harms::LIVES) {
        return;
    }
    let rule = if cue.has(harms::NOUN | harms::LIVES) { "counted-harm" } else { "described" };
    let weak = cue.has(harms::NOUN) && names_people || rule == "described" && g.is_mark(phrase.number.end, &["of"]);
    found.push(Attached {
        phrase: i,
        cue,
        hedged: phrase.low != Some(0.0) && (hedged(c, phrase.whole.start, &cue) || is_doubted(c, phrase)),
        weak,
        rule,
    });
    // "seven of the 20 wounded": the 20, too.
    if let Some(inner) =
        c.phrases.get(i + 1).filter(|inner| weak && rule == "described" && phrase.whole.has(inner.number.start))
    {
        if inner.harm.is_none() && inner.head.is_none() {
            found.push(Attached { phrase: i + 1, cue, hedged: false, weak: false, rule });
        }
    }
    // "Two deaths were reported in Sintra and one in Cascais", "Ten of the deaths were in Oru, five in Maru"
    if cue.has(harms::NOUN | harms::GROUP) {
        let verb = (end..end + 4).find(|j| !g.is(*j, small::BE | small::HAVE) && !g.is_filler(*j)).unwrap_or(end);
        let reported = g.is_mark(verb, &["reported", "recorded", "confirmed", "registered", "found", "recovered"]);
        push(c, found, &c.listed_by_place(verb + usize::from(reported)), &cue, false, "listed");
    }
    {
        // "26 bodies so far, including"
        let end = if g.is_mark(end, &["so"]) { end + 1 } else { end };
        let end = (end..end + 3).find(|i| !g.is_filler(*i)).unwrap_or(end);
        for p in c.list_behind(end, true) {
            let parts = (end..c.phrases[p].whole.start)
                .any(|j| g.is_mark(j, &["including", "among", ":", "--", "—", "–"]))
                || c.is_part_of_them(p);
            if parts && fits(c, &c.phrases[p], &cue, rule) {
                found.push(Attached { phrase: p, cue, hedged: false, weak: true, rule: "listed" });
            }
        }
    }
}

/// "two of the victims": of the last harm that was told.
pub(super) fn of_victims(c: &Clauses, cue: &Cue) -> Option<Cue> {
    const BACK: usize = 12;
    let toll = cue.has(harms::TOLL);
    if !c.g.is_mark(cue.tokens.end - 1, &["victims"]) || cue.tokens.len() > 1 && !toll {
        return Some(*cue);
    }
    let before = c.cues.partition_point(|other| other.tokens.start < cue.tokens.start);
    let bodily = |other: &&Cue| {
        matches!(other.kind, HarmKind::Killed | HarmKind::Injured) && !c.g.is_mark(other.tokens.start, &["victims"])
    };
    let told = c.cues[before.saturating_sub(BACK)..before].iter().rev().filter(bodily);
    let kind = told.map(|other| other.kind).max_by_key(|kind| *kind == HarmKind::Killed).or(toll.then_some(cue.kind))?;
    Some(Cue { kind, ..*cue })
}

/// "could cause 300 deaths", "simulated 60 casualties"; not "could confirm 12 deaths".
fn is_possible(g: &Grammar, start: usize) -> bool {
    let from = g.sentence(start).start;
    let near = || from.max(start.saturating_sub(3))..start;
    let modal = near().find(|i| g.is(*i, small::MODAL));
    let could = modal.is_some_and(|modal| (modal..start).all(|i| !g.is(i, small::HAVE) && !g.is_say(i)));
    let stems = ["prevent", "avoid", "avert", "simulat", "rehears"];
    could
        || (from.max(start.saturating_sub(5))..start)
            .any(|i| stems.iter().any(|stem| g.doc.folded(i).starts_with(stem)))
}

/// "12 deaths per 100,000", "30 homicides a day".
fn is_rate(g: &Grammar, end: usize) -> bool {
    g.is_mark(end, &["per"])
        || g.is_mark(end, &["a", "each", "every"]) && g.is_mark(end + 1, &["day", "week", "month", "year", "hour"])
        || g.is_mark(end, &["in"]) && g.is_mark(end + 1, &["every", "100", "1,000", "100,000"])
}

fn is_body(g: &Grammar, cue: &Cue) -> bool {
    cue.has(harms::NOUN)
        && g.is_mark(cue.tokens.end - 1, &["body", "bodies", "coffins", "corpses", "corpse", "skeletons", "skeleton"])
}

/// "12 bodies were recovered"; not "15 national bodies met".
fn is_recovered(c: &Clauses, phrase: &Phrase) -> bool {
    let finds = [
        "found",
        "recovered",
        "retrieved",
        "discovered",
        "pulled",
        "buried",
        "identified",
        "exhumed",
        "unearthed",
        "find",
        "bring",
        "brings",
        "recover",
        "floating",
        "brought",
        "dug",
        "fished",
        "hauled",
        "laid",
        "lined",
        "piled",
        "taken",
        "carried",
        "received",
        "examined",
        "evacuated",
        "transferred",
        "handed",
        "delivered",
        "dumped",
        "recovering",
        "finding",
        "counted",
        "bodies:",
        "morgue",
        "lay",
        "lying",
        "returned",
        "burned",
        "charred",
        "collected",
        "removed",
        "washed",
        "seen",
        "saw",
        "left",
        "leaving",
    ];
    let sentence = c.g.sentence(phrase.whole.start);
    // "We counted 28 coffins"; not "delivered 40 coffins"
    if c.g.is_mark(phrase.whole.end - 1, &["coffins"]) {
        let seen = ["counted", "saw", "seen", "buried", "draped", "lowered"];
        return (phrase.whole.start.saturating_sub(3)..phrase.whole.end + 4)
            .any(|i| sentence.has(i) && c.g.is_mark(i, &seen));
    }
    c.g.is_mark(phrase.whole.end, &["of"])
        || (phrase.whole.start.saturating_sub(8)..phrase.whole.end + 8)
            .any(|i| sentence.has(i) && c.g.is_mark(i, &finds))
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

/// "the death of two men", "the bodies of 12 migrants", "claimed the lives of 20 people".
pub(super) fn behind_of(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
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
    // "The bodies of nine men and a woman were found": the verb is of all of them.
    if let Some(and) = list.last().map(|p| c.phrases[*p].whole.end).filter(|i| g.is_mark(*i, &["and"])) {
        let last = c.starting(and + 1).filter(|p| c.phrases[*p].counted == Counted::People);
        let plural = |p: &usize| g.is_mark(c.phrases[*p].whole.end, &["were", "have", "are"]);
        if let Some(p) = last.filter(plural) {
            push(c, found, &[p], cue, false, "of");
        }
    }
}

/// "those killed", "the people injured".
pub(super) fn is_those(c: &Clauses, cue: &Cue) -> bool {
    cue.has(harms::PAST)
        && cue.tokens.start.checked_sub(1).is_some_and(|b| c.g.is_mark(b, &["those", "people", "others"]))
}

/// "among the dead were two women", "two women were among the dead", "the injured included a pregnant woman".
pub(super) fn parts_of_group(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let end = cue.tokens.end;
    let sentence = g.sentence(cue.tokens.start);
    let mut linked = false;
    let near = cue.tokens.start.saturating_sub(6).max(sentence.start)..cue.tokens.start;
    // "two women were among the dead"
    let among = near.clone().rev().take(3).find(|i| g.is_mark(*i, &["among", "amongst"]));
    let are = among.and_then(|i| i.checked_sub(1)).filter(|i| g.is_mark(*i, &["were", "was", "are", "is"]));
    let people = |p: &usize| c.phrases[*p].counted == Counted::People;
    if let Some(are) = are.filter(|are| c.ending(*are).is_some_and(|p| people(&p))) {
        // "a midwife and a nurse were among the dead"
        let list: Vec<usize> = c.adjacent(are).into_iter().filter(people).collect();
        push(c, found, &list, cue, false, "part-of");
        return;
    }
    let of_those =
        near.clone().any(|i| g.is_mark(i, &["of"]) && (i == sentence.start || g.is_mark(i - 1, &[",", "out"])));
    if of_those && g.is_mark(end, &[","]) {
        // "Of the 200 injured, 50 were firefighters"
        if let Some(p) = c.starting(end + 1) {
            push(c, found, &[p], cue, false, "part-of");
            // "Of the dead, 61 were from Oru, 29 from Maru"
            let behind = c.phrases[p].whole.end;
            if g.is(behind, small::BE) || g.is_mark(behind, &["occurred", "died"]) {
                // "391 were brought to hospitals in Karachi, 74 in Hyderabad"
                let care = c.cue_at(behind + 1).map(|care| c.cues[care].tokens.end);
                push(c, found, &c.listed_by_place(care.unwrap_or(behind + 1)), cue, false, "part-of");
                // "nine were Israelis and four Palestinians"
                if g.person(behind + 1).is_some() {
                    push(c, found, &c.list_behind(behind + 2, true), cue, false, "part-of");
                }
            }
        }
        return;
    }
    for i in end..sentence.end.min(end + 8) {
        if g.is_mark(i, &["include", "includes", "included", "including"])
            || among.is_some() && g.is_mark(i, &["were", "was", "are", "is"])
        {
            linked = true;
        } else if g.is_mark(i, &["were", "are", ":"]) && i == end && cue.has(harms::GROUP) && among.is_none() {
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

//! Harm told by a set phrase around the count: "drove 300 families from their homes", "claimed nine victims", "put the
//! dead at 40", "Killed: 12", "the 12 men they shot dead".

use super::clause::Clauses;
use super::cues::Cue;
use super::frames::{Attached, push};
use super::grammar::KEY;
use super::nominal::of_victims;
use super::phrases::{Counted, Phrase};
use crate::lexicon::{Listed, captors, flight_words, function_words as small, harms, person_nouns};
use crate::span::TokenRange;
use crate::wire::HarmKind;

/// Whether a set phrase around a count is known by this word, which stands before the count, ends it, or follows soon.
pub(super) fn is_key(word: &str, listed: Listed) -> bool {
    let keys = [
        // Before it.
        "claimed",
        "claims",
        "claim",
        "claiming",
        "treated",
        "treating",
        "treats",
        "received",
        "sheltering",
        "sheltered",
        "housing",
        "hosting",
        "sentenced",
        "sentences",
        "sentencing",
        // At its end.
        "victims",
        // Behind it.
        "they",
        "he",
        "she",
        "it",
        "we",
        "suffered",
        "sustained",
        "suffer",
        "sustain",
        "suffers",
        "sustains",
        "with",
        "escaped",
        "survived",
        "survive",
        "who",
        "rescued",
        "found",
        "admitted",
        "brought",
        "prisoner",
        "hostage",
        "captive",
        "moved",
        "shifted",
        "taken",
        "relocated",
        "transferred",
        "located",
        "traced",
        "heard",
    ];
    keys.contains(&word) || flight_words::TABLE.has_tag(listed, flight_words::FORCING)
}

/// What a set phrase around the count tells.
pub(super) fn around(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    const REACH: usize = 8;
    let TokenRange { start, end } = phrase.whole;
    let key = |i: usize| c.g.is_kind(i, KEY);
    if !(key(start.wrapping_sub(1)) || (end.saturating_sub(1)..end + REACH).any(key)) {
        return;
    }
    driven(c, i, phrase, found);
    claimed(c, i, phrase, found);
    chosen(c, i, phrase, found);
    suffers_wounds(c, i, phrase, found);
    treated(c, i, phrase, found);
    none_survived(c, i, phrase, found);
    taken_prisoner(c, i, phrase, found);
    sheltered(c, i, phrase, found);
    not_found(c, i, phrase, found);
    sentenced(c, i, phrase, found);
    victims_told(c, i, phrase, found);
}

/// "drove half a million people from their homes", "forced 3,000 residents to flee": the words of harm stand behind
/// those who leave, and a verb of force before them.
fn driven(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    let Some(verb) = phrase.whole.start.checked_sub(1) else { return };
    if !flight_words::TABLE.has_tag(c.g.doc.listed(verb), flight_words::FORCING) {
        return;
    }
    let end = phrase.whole.end;
    let leaving = flight_words::TABLE
        .longest_where(c.g.doc, end, c.g.sentence(verb).end, |entry| entry.has(flight_words::LEAVING));
    let group = c.group(verb);
    if let Some((after, _)) = leaving.filter(|_| !group.unreal && !group.negative) {
        let cue = Cue { tokens: TokenRange::new(end, after), kind: HarmKind::Displaced, frame: harms::CIVIL };
        push(c, found, &[i], &cue, false, "object");
    }
}

/// "The fever claimed a further nine victims": what takes victims kills.
fn claimed(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    let Some(verb) = phrase.whole.start.checked_sub(1) else { return };
    let end = phrase.whole.end;
    let at = if c.g.is_mark(end, &["victims"]) { end } else { end.saturating_sub(1) };
    if !c.g.is_mark(at, &["victims", "victim"]) || !c.g.is_mark(verb, &["claimed", "claims", "claim", "claiming"]) {
        return;
    }
    let group = c.group(verb);
    if !group.unreal && !group.negative {
        let cue = Cue { tokens: TokenRange::new(verb, verb + 1), kind: HarmKind::Killed, frame: harms::BASE };
        push(c, found, &[i], &cue, false, "object");
    }
}

/// "the 39 students they had seized", "two soldiers it captured": a relative clause without "whom".
fn chosen(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    let g = c.g;
    let subject = phrase.whole.end;
    if phrase.counted != Counted::People || !g.is_mark(subject, &["they", "he", "she", "it", "we"]) {
        return;
    }
    let verb = (subject + 1..subject + 4).find(|j| !(g.is(*j, small::HAVE) || g.is_filler(*j)));
    let cue = verb.filter(|v| g.sentence(subject).has(*v)).and_then(|v| c.cue_at(v)).map(|cue| c.cues[cue]);
    let Some(cue) = cue.filter(|cue| cue.has(harms::PAST | harms::PARTICIPLE) && !c.object_begins(cue.tokens.end))
    else {
        return;
    };
    push(c, found, &[i], &cue, false, "object");
    // "released 21 of the 39 students they had seized"
    let outer = i.checked_sub(1).filter(|o| c.phrases[*o].whole.contains(phrase.whole));
    if let Some(outer) = outer {
        push(c, found, &[outer], &cue, false, "object");
    }
}

/// "the number of executions", "a total of arrests": what is numbered is a toll.
pub(super) fn is_numbered(c: &Clauses, cue: &Cue) -> bool {
    let start = cue.tokens.start;
    let of = (start.saturating_sub(3)..start).rev().find(|i| c.g.is_mark(*i, &["of"]));
    cue.has(harms::NOUN | harms::GROUP | harms::PAST)
        && of.is_some_and(|of| {
            of.checked_sub(1).is_some_and(|n| c.g.is_mark(n, &["number", "numbers", "estimates", "count"]))
                && (of + 1..start).all(|i| c.g.is_content(i) || c.g.is(i, small::DETERMINER))
        })
        || cue.has(harms::NOUN)
            && c.g.is_mark(start.wrapping_sub(1), &["total"])
            && c.g.is_mark(cue.tokens.end, &["to"])
}

/// "put the dead at 197", "put the army's losses at six", "the wounded were estimated at 90".
pub(super) fn put_at(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let (start, end) = (cue.tokens.start, cue.tokens.end);
    let sentence = g.sentence(start);
    // "put rebel losses at 30", "put the army's losses at six"; not a company's
    let army = |j: usize| {
        captors::TABLE.has_word(g.doc.listed(j))
            || g.person(j).is_some_and(|p| p.tags & (person_nouns::FORCE | person_nouns::NATION) != 0)
            || g.is_mark(j, &["army", "enemy"])
    };
    let losses = g.is_mark(start, &["losses"]) && (start.saturating_sub(3).max(sentence.start)..start).any(army);
    if !cue.has(harms::GROUP) && !losses {
        return;
    }
    let put = |i: usize| {
        sentence.has(i)
            && g.is_mark(
                i,
                &["put", "puts", "putting", "estimated", "estimates", "given", "numbered", "leaving", "left"],
            )
    };
    let is_put = (end..end + 4).find(|i| put(*i)).filter(|i| (end..*i).any(|j| g.is(j, small::BE)));
    let from = is_put.unwrap_or(end);
    if is_put.is_none() && !(start.saturating_sub(6)..start).any(put) {
        return;
    }
    let at = (from..from + 3).find(|i| g.is_mark(*i, &["at"]));
    if let Some(p) = at.and_then(|at| c.starting(at + 1)) {
        push(c, found, &[p], cue, false, "toll");
    }
}

/// A bulletin's line: "Killed: 12", "Injured: 30 soldiers".
pub(super) fn labelled(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let (start, end) = (cue.tokens.start, cue.tokens.end);
    let opens = start == g.sentence(start).start || !g.is_content(start - 1);
    if opens && g.is_mark(end, &[":"]) && cue.has(harms::PAST | harms::ADJECTIVE | harms::NOUN) {
        if let Some(p) = c.starting(end + 1).filter(|p| c.phrases[*p].harm.is_none()) {
            push(c, found, &[p], cue, false, "toll");
        }
    }
}

/// "a passer-by sustained a bullet injury", "one officer suffered a broken nose".
fn suffers_wounds(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    const REACH: usize = 6;
    let g = c.g;
    let Some(mut verb) = (phrase.whole.end..phrase.whole.end + 4).find(|j| !g.is_filler(*j) && !g.is(*j, small::HAVE))
    else {
        return;
    };
    // "three passengers escaped with minor injuries", "left another with burns"
    if g.is_mark(verb, &["escaped", "survived", "who"])
        || g.is(verb, small::BE) && g.is_mark(verb + 1, &["rescued", "found", "admitted", "brought"])
    {
        verb = (verb + 1..verb + 5).find(|j| g.is_mark(*j, &["with"])).unwrap_or(verb);
    }
    let suffers = ["suffered", "sustained", "received", "suffer", "sustain", "suffers", "sustains", "with"];
    if !g.is_mark(verb, &suffers) || phrase.counted != Counted::People && phrase.counted != Counted::Nothing {
        return;
    }
    let wounds = [
        "injury",
        "injuries",
        "wound",
        "wounds",
        "burns",
        "fracture",
        "fractures",
        "broken",
        "fractured",
        "concussion",
        "concussions",
        "cuts",
        "bruises",
        "lacerations",
    ];
    let end = g.sentence(verb).end.min(verb + 1 + REACH);
    let none = |j: usize| g.is_mark(j, &["no", ",", "not", ";"]);
    let wound = (verb + 1..end).take_while(|j| !none(*j)).find(|j| g.is_mark(*j, &wounds));
    let group = c.group(verb);
    if let Some(wound) = wound.filter(|_| !group.unreal && !group.negative) {
        let tokens = TokenRange::new(verb, wound + 1);
        let cue = Cue { tokens, kind: HarmKind::Injured, frame: harms::INTRANSITIVE | harms::PEOPLE_ONLY };
        push(c, found, &[i], &cue, false, "subject");
    }
}

/// "Deaths in the county reached 645", "arrests rose to 40": a plural that is said to have come to a count.
pub(super) fn reached(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    const REACH: usize = 12;
    let g = c.g;
    let end = cue.tokens.end;
    let plural =
        cue.has(harms::NOUN) && g.doc.folded(end - 1).ends_with('s') && c.phrases_near(end - 1).next().is_none();
    if !plural || cue.has(harms::TOLL) {
        return;
    }
    let sentence = g.sentence(end - 1);
    for i in end..sentence.end.min(end + REACH) {
        let direct = g.is_mark(
            i,
            &["reached", "topped", "passed", "exceeded", "surpassed", "totalled", "totaled", "numbered", "hit"],
        );
        let moved = g
            .is_mark(i, &["rose", "climbed", "jumped", "fell", "dropped", "stood", "grew", "increased", "declined"])
            && g.is_mark(i + 1, &["to", "at"]);
        if direct || moved {
            let at = if direct { i + 1 } else { i + 2 };
            // The bound words may hold the verb itself: "topped 300".
            let phrase = c
                .starting(at)
                .or_else(|| c.starting(i))
                .filter(|p| c.phrases[*p].counted == Counted::Nothing && c.phrases[*p].harm.is_none());
            if let Some(p) = phrase {
                push(c, found, &[p], cue, false, "toll");
            }
            return;
        }
        if g.is_mark(i, &[",", ";", ":"]) || c.starting(i).is_some() {
            return;
        }
    }
}

/// "11 people had been hurt, four seriously": some of those, by how badly or by what.
pub(super) fn degrees(c: &Clauses, found: &mut Vec<Attached>) {
    let g = c.g;
    let mut harms: Vec<Option<Cue>> = vec![None; c.phrases.len()];
    for attached in found.iter() {
        harms[attached.phrase] = Some(attached.cue);
    }
    let words = ["seriously", "critically", "badly", "severely", "slightly", "lightly", "gravely"];
    let mut hurt: Option<(usize, Cue)> = None;
    for (p, phrase) in c.phrases.iter().enumerate() {
        if let Some(cue) = harms[p] {
            hurt = Some((p, cue));
            continue;
        }
        let end = phrase.whole.end;
        let alone = !g.is_content(end + 1) && phrase.counted == Counted::Nothing;
        // "330 were wounded, 63 by live fire"
        let behind = g.is_mark(phrase.whole.start.wrapping_sub(1), &[",", "and"]);
        let means = g.is_mark(end, &["by"]) && phrase.counted == Counted::Nothing && g.is_content(end + 1) && behind;
        let degree = alone && g.is_mark(end, &words);
        let fits = |cue: &Cue| means || degree && cue.kind == HarmKind::Injured;
        let Some((before, cue)) = hurt.filter(|(_, cue)| fits(cue)) else { continue };
        if g.sentence(end).has(c.phrases[before].whole.start) {
            push(c, found, &[p], &cue, false, "listed");
        }
    }
}

/// "700 people were injured. Hospitals treated 430": not the sick, where nobody is said to be hurt.
fn treated(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    const BACK: usize = 60;
    let g = c.g;
    let Some(verb) = phrase.whole.start.checked_sub(1) else { return };
    let healers =
        ["hospital", "hospitals", "clinic", "clinics", "doctors", "medics", "surgeons", "surgeon", "paramedics"];
    let sentence = g.sentence(verb);
    let treats = g.is_mark(verb, &["treated", "treating", "treats", "received"])
        && ((verb.saturating_sub(8).max(sentence.start)..verb).any(|j| g.is_mark(j, &healers))
            || g.is_mark(phrase.whole.end, &["for"]));
    if !treats || !matches!(phrase.counted, Counted::People | Counted::Nothing) {
        return;
    }
    let from = c.cues.partition_point(|cue| cue.tokens.start + BACK < verb);
    let hurt = |cue: &Cue| matches!(cue.kind, HarmKind::Killed | HarmKind::Injured);
    // "treated 58 people for gunshot wounds"
    let treated_for = phrase.whole.end + 1;
    let wounds = g.is_mark(treated_for - 1, &["for"])
        && (treated_for..treated_for + 3).any(|j| g.is_mark(j, &["wounds", "injuries", "burns", "fractures"]));
    let freely = g.is_mark(treated_for - 1, &["for"]) && !wounds;
    let told = wounds || c.cues[from..].iter().take_while(|cue| cue.tokens.start < verb).any(hurt);
    let sick = (phrase.whole.end..phrase.whole.end + 4)
        .any(|j| g.is_mark(j, &["cholera", "measles", "malnutrition", "fever", "malaria", "covid-19", "a", "with"]));
    if told && !sick && !freely && !c.group(verb).unreal {
        let cue = Cue { tokens: TokenRange::new(verb, verb + 1), kind: HarmKind::Injured, frame: harms::BASE };
        push(c, found, &[i], &cue, false, "object");
    }
}

/// "took 12 soldiers prisoner", "taken dozens of troops hostage".
fn taken_prisoner(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    let g = c.g;
    let (Some(verb), end) = (phrase.whole.start.checked_sub(1), phrase.whole.end) else { return };
    let takes = g.is_mark(verb, &["take", "takes", "took", "taken", "taking", "held", "holding"]);
    let people = matches!(phrase.counted, Counted::People | Counted::Nothing);
    if !takes || !people || !g.is_mark(end, &["prisoner", "hostage", "captive"]) {
        return;
    }
    let group = c.group(verb);
    if !group.unreal && !group.negative {
        let cue = Cue { tokens: TokenRange::new(end, end + 1), kind: HarmKind::Captured, frame: harms::PEOPLE_ONLY };
        push(c, found, &[i], &cue, false, "object");
    }
}

/// "118,000 people had been moved to 340 relief camps", "18,000 have moved to schools", "was sheltering 23,000 in
/// schools": where they went tells it.
fn sheltered(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    const REACH: usize = 5;
    let g = c.g;
    let end = phrase.whole.end;
    let behind = (end..end + REACH).find(|j| !g.is(*j, small::BE | small::HAVE) && !g.is_filler(*j)).unwrap_or(end);
    let moved = ["moved", "shifted", "taken", "relocated", "transferred"];
    let gone = phrase.counted == Counted::People && behind > end && g.is_mark(behind, &moved);
    let before = phrase.whole.start.saturating_sub(1);
    let housed = matches!(phrase.counted, Counted::People | Counted::Nothing)
        && g.is_mark(before, &["sheltering", "sheltered", "housing", "hosting"]);
    let (verb, to) = if housed { (before, end) } else { (behind, behind + 1) };
    if !(gone || housed) || !g.is_mark(to, &[if housed { "in" } else { "to" }]) {
        return;
    }
    let sentence = g.sentence(verb);
    let shelters = ["camps", "shelters", "centres", "centers", "schools", "tents", "churches", "mosques"];
    let camp = (to + 1..to + 2 + REACH).find(|j| sentence.has(*j) && g.is_mark(*j, &shelters));
    // "Forty pupils were moved to other schools"
    let fits = |camp: usize| {
        housed
            || g.doc.folded(camp) != "schools"
            || phrase.tags & person_nouns::CIVIL != 0
            || phrase.low >= Some(1000.0)
    };
    let group = c.group(verb);
    if camp.is_some_and(fits) && !group.unreal && !group.negative {
        let cue = Cue { tokens: TokenRange::new(verb, verb + 1), kind: HarmKind::Displaced, frame: harms::PEOPLE_ONLY };
        push(c, found, &[i], &cue, false, if housed { "object" } else { "passive" });
    }
}

/// "five inmates could not be found", "two passengers have not been traced": they are missing.
fn not_found(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    let g = c.g;
    let end = phrase.whole.end;
    if !matches!(phrase.counted, Counted::People | Counted::Nothing) || phrase.low == Some(0.0) {
        return;
    }
    let finds = ["found", "located", "traced", "heard"];
    let within = g.sentence(phrase.number.start).end.min(end + 6);
    let auxiliary = |j: &usize| {
        g.is(*j, small::HAVE | small::BE | small::MODAL | small::NEGATIVE | small::RELATIVE) || g.is_filler(*j)
    };
    let verb = (end..within).find(|j| !auxiliary(j)).filter(|verb| g.is_mark(*verb, &finds));
    let Some(verb) = verb.filter(|verb| (end..*verb).any(|j| g.is(j, small::NEGATIVE))) else { return };
    // "will not be found"; "were not found guilty"
    let told = (end..verb).all(|j| !g.is(j, small::MODAL) || g.is_mark(j, &["could", "couldn't"]));
    let alone = !g.is_content(verb + 1) || g.is_filler(verb + 1);
    let heard = !g.is_mark(verb, &["heard"]) || g.is_mark(verb + 1, &["from"]);
    if told && alone && heard && (g.starts_clause(phrase.whole.start) || g.is(end, small::RELATIVE)) {
        let cue = Cue {
            tokens: TokenRange::new(end, verb + 1),
            kind: HarmKind::Missing,
            frame: harms::INTRANSITIVE | harms::PEOPLE_ONLY,
        };
        push(c, found, &[i], &cue, false, "subject");
    }
}

/// "sentenced three officers to life in prison": they are jailed; not "to death".
fn sentenced(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    const REACH: usize = 9;
    let g = c.g;
    let Some(before) = phrase.whole.start.checked_sub(1) else { return };
    let end = phrase.whole.end;
    let verbs = ["sentenced", "sentences", "sentencing"];
    let active = g.is_mark(before, &verbs).then_some(before);
    let verb = active.or_else(|| (end..end + 4).find(|j| g.is_mark(*j, &["sentenced"])));
    let Some(verb) = verb.filter(|_| phrase.counted == Counted::People) else { return };
    let passive = verb > before;
    if passive && !(end..verb).all(|j| g.is(j, small::BE | small::HAVE) || g.is_filler(j)) {
        return;
    }
    let from = if passive { verb + 1 } else { end };
    let to = g.sentence(verb).end.min(from + REACH);
    let jail = (from..to).find(|j| g.is_mark(*j, &["prison", "jail"]));
    let group = c.group(verb);
    // "want four men sentenced to prison"
    let wanted = g.is_unreal(verb);
    if jail.is_some() && g.is_mark(from, &["to"]) && !wanted && !group.unreal && !group.negative {
        let cue = Cue { tokens: TokenRange::new(verb, verb + 1), kind: HarmKind::Detained, frame: harms::PEOPLE_ONLY };
        push(c, found, &[i], &cue, false, if passive { "passive" } else { "object" });
    }
}

/// "The first report spoke of 212 victims", where people are said to have died or to be hurt.
fn victims_told(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    let g = c.g;
    let (start, end) = (phrase.whole.start, phrase.whole.end);
    let Some(head) = end.checked_sub(1).filter(|head| g.is_mark(*head, &["victims"])) else { return };
    let Some(before) = start.checked_sub(1).filter(|_| phrase.harm.is_none()) else { return };
    let counts = ["reported", "counted", "recorded", "listed", "confirmed", "identified", "recovered"];
    let spoke = g.is_mark(before, &["of"])
        && before.checked_sub(1).is_some_and(|verb| g.is_mark(verb, &["spoke", "spoken", "speak", "speaks"]));
    if !spoke && !g.is_mark(before, &counts) {
        return;
    }
    let cue = Cue { tokens: TokenRange::new(head, end), kind: HarmKind::Killed, frame: harms::GROUP };
    if let Some(cue) = of_victims(c, &cue) {
        push(c, found, &[i], &cue, false, "counted-harm");
    }
}

/// "None of the 12 people on board survived."
fn none_survived(c: &Clauses, i: usize, phrase: &Phrase, found: &mut Vec<Attached>) {
    const REACH: usize = 8;
    let g = c.g;
    let inner = i + 1;
    let nested = c.phrases.get(inner).filter(|p| phrase.low == Some(0.0) && phrase.whole.has(p.number.start));
    let people = nested.filter(|p| p.low > Some(0.0) && phrase.counted == Counted::People);
    if people.is_none() {
        return;
    }
    let end = g.sentence(phrase.number.start).end.min(phrase.whole.end + REACH);
    let verb = (phrase.whole.end..end).find(|j| g.is_mark(*j, &["survived", "survive"]));
    if let Some(verb) = verb.filter(|verb| !c.group(*verb).unreal) {
        let cue = Cue { tokens: TokenRange::new(verb, verb + 1), kind: HarmKind::Killed, frame: harms::INTRANSITIVE };
        push(c, found, &[inner], &cue, false, "subject");
    }
}

//! The words of harm in a text: `killed`, `shot dead`, `death toll`, `hostages`.

use super::grammar::Grammar;
use crate::lexicon::openings::Openings;
use crate::lexicon::{captors, function_words as small, harms};
use crate::span::TokenRange;
use crate::wire::HarmKind;

/// A word of harm, or two that share their victims: `killed or wounded`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub(super) tokens: TokenRange,
    pub(super) kind: HarmKind,
    /// How it takes its victims: tags of `harms.tsv`.
    pub(super) frame: u32,
}

impl Cue {
    pub(super) fn has(&self, frame: u32) -> bool {
        self.frame & frame != 0
    }
}

const KINDS: [(u32, HarmKind); 7] = [
    (harms::KILLED, HarmKind::Killed),
    (harms::INJURED, HarmKind::Injured),
    (harms::MISSING, HarmKind::Missing),
    (harms::CAPTURED, HarmKind::Captured),
    (harms::DETAINED, HarmKind::Detained),
    (harms::DISPLACED, HarmKind::Displaced),
    (harms::CASUALTIES, HarmKind::Casualties),
];

/// "taken to the provincial hospital", "treated at a nearby clinic", "receiving treatment in hospital": the index after
/// it, and how it says who was hurt. Not "300 patients a year are treated at the clinic".
fn in_care(g: &Grammar, i: usize, end: usize) -> Option<(usize, u32)> {
    const REACH: usize = 5;
    let moved = ["taken", "rushed", "brought", "admitted", "airlifted", "flown", "shifted"];
    let cares = ["hospital", "hospitals", "clinic", "clinics", "infirmary", "ward"];
    let (from, frame) = match g.doc.folded(i + 1) {
        "to" if g.is_mark(i, &moved) => (i + 2, harms::PARTICIPLE),
        "at" | "in" if g.is_mark(i, &["treated"]) && !(i > 0 && g.is_mark(i - 1, &["are", "is"])) => {
            (i + 2, harms::PARTICIPLE)
        }
        "treatment" if g.is_mark(i, &["receiving", "undergoing"]) => (i + 3, harms::INTRANSITIVE),
        _ => return None,
    };
    let within = from..end.min(from + REACH);
    let mut name = within.take_while(|j| g.is_content(*j) || g.is(*j, small::DETERMINER));
    name.find(|j| g.is_mark(*j, &cares)).map(|j| (j + 1, frame | harms::PEOPLE_ONLY | harms::WEAK))
}

/// "one of those taken was freed"; not "those taken to", "those taken ill".
fn those_taken(g: &Grammar, i: usize) -> Option<Cue> {
    let alone = g.is(i + 1, small::BE | small::HAVE) || g.is_mark(i + 1, &[",", ".", ";"]);
    let tokens = TokenRange::new(i, i + 1);
    (g.is_mark(i, &["taken", "seized"]) && i > 0 && g.is_mark(i - 1, &["those"]) && alone).then_some(Cue {
        tokens,
        kind: HarmKind::Captured,
        frame: harms::PARTICIPLE | harms::GROUP | harms::PEOPLE_ONLY,
    })
}

/// The cue that begins at token `i`, or the index after an idiom that is none.
#[inline]
pub(super) fn at(g: &Grammar, i: usize, end: usize) -> Option<Result<Cue, usize>> {
    if g.doc.opens(i).has(Openings::HARM) { read(g, i, end) } else { None }
}

/// The cue that begins at a word that one may begin with.
fn read(g: &Grammar, i: usize, end: usize) -> Option<Result<Cue, usize>> {
    if let Some((after, frame)) = in_care(g, i, end) {
        return Some(Ok(Cue { tokens: TokenRange::new(i, after), kind: HarmKind::Injured, frame }));
    }
    if let Some(cue) = those_taken(g, i) {
        return Some(Ok(cue));
    }
    if !harms::TABLE.may_begin(g.doc.listed(i)) {
        return None;
    }
    // "a longer-shot bid"
    if i > 0 && g.is_mark(i - 1, &["-"]) && g.doc.tokens[i].glued && g.doc.tokens[i - 1].glued {
        return None;
    }
    let (after, entry) = harms::TABLE.longest(g.doc, i, end)?;
    let kind = KINDS.iter().find(|(tag, _)| entry.has(*tag)).map(|(_, kind)| *kind);
    Some(match kind {
        Some(kind) => Ok(Cue { tokens: TokenRange::new(i, after), kind, frame: entry.bits() }),
        None => Err(after),
    })
}

/// All cues, in order.
pub(super) fn find(g: &Grammar) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for sentence in &g.doc.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            match at(g, i, sentence.tokens.end) {
                Some(Ok(cue)) => {
                    i = cue.tokens.end;
                    match cues.last_mut().and_then(|last| joined(g, last, &cue)) {
                        Some(both) => {
                            cues.pop();
                            cues.push(both);
                        }
                        None => cues.push(cue),
                    }
                }
                Some(Err(after)) => i = after,
                None => i += 1,
            }
        }
    }
    settle_custody(g, &mut cues);
    settle_care(g, &mut cues);
    cues
}

/// "two died and six are in hospital": hurt, where the sentence tells of another harm, or the one before.
fn settle_care(g: &Grammar, cues: &mut Vec<Cue>) {
    let care = |cue: &Cue| is_care(g, cue);
    let bodily = |cue: &Cue| !care(cue) && matches!(cue.kind, HarmKind::Killed | HarmKind::Injured);
    let harmed: Vec<usize> = cues.iter().filter(|c| bodily(c)).map(|c| g.sentence(c.tokens.start).start).collect();
    let stays = |i: usize| g.is_mark(i, &["is", "are", "was", "were", "remain", "remained", "remains", "still"]);
    // Not "died later in hospital", nor "had been in hospital".
    cues.retain(|cue| {
        !care(cue)
            || stays(cue.tokens.start.saturating_sub(1)) && {
                let sentence = g.sentence(cue.tokens.start).start;
                let before = g.sentence(sentence.saturating_sub(1)).start;
                [sentence, before].iter().any(|told| harmed.binary_search(told).is_ok())
            }
    });
}

/// "in hospital", "in intensive care", "on oxygen", "undergoing treatment"
fn is_care(g: &Grammar, cue: &Cue) -> bool {
    let care = |i: usize| g.is_mark(i, &["hospital", "intensive", "oxygen", "ventilators"]);
    g.is_mark(cue.tokens.start, &["in", "on"]) && cue.tokens.iter().any(care)
        || g.is_mark(cue.tokens.start, &["undergoing", "receiving"]) && cue.tokens.len() == 2
}

/// How many tokens a capture colours the words "held" and "freed" behind it.
const CUSTODY_REACH: usize = 150;

/// "held", "freed": by captors where a capture was told of before, else by the law; those whom the
/// law lets go are nobody's figure.
fn settle_custody(g: &Grammar, cues: &mut Vec<Cue>) {
    let mut captured_at: Option<usize> = None;
    cues.retain_mut(|cue| {
        if !cue.has(harms::CUSTODY) {
            match cue.kind {
                HarmKind::Captured => captured_at = Some(cue.tokens.start),
                HarmKind::Detained => captured_at = None,
                _ => {}
            }
            return true;
        }
        let by_police = (cue.tokens.start.saturating_sub(6)..cue.tokens.start)
            // "Gunmen freed 12, police said, but held 18."
            .any(|i| g.is_mark(i, &["police", "authorities"]) && !g.is_say(i + 1));
        let captors = |i: usize| {
            captors::TABLE.longest(g.doc, i, cue.tokens.start).is_some() && g.sentence(i).has(cue.tokens.start)
        };
        // "were still being held by inmates"
        let by = cue.tokens.end + 1 + usize::from(g.is(cue.tokens.end + 1, small::DETERMINER));
        let behind = g.is_mark(cue.tokens.end, &["by"]) && captors::TABLE.longest(g.doc, by, by + 2).is_some();
        let by_captors = behind || (cue.tokens.start.saturating_sub(8)..cue.tokens.start).any(captors);
        if by_captors && !by_police {
            captured_at = Some(cue.tokens.start);
        }
        if (by_captors || captured_at.is_some_and(|at| cue.tokens.start - at < CUSTODY_REACH)) && !by_police {
            cue.kind = HarmKind::Captured;
            return true;
        }
        !cue.has(harms::PAST)
    });
}

/// "killed or wounded", "dead and missing": harm of either kind to the same people.
fn joined(g: &Grammar, first: &Cue, second: &Cue) -> Option<Cue> {
    let between = first.tokens.end..second.tokens.start;
    let linked = between.len() == 1 && g.is_mark(between.start, &["or", "and", "/"])
        || between.len() == 3 && g.is_mark(between.start, &["and"]) && g.is_mark(between.start + 1, &["/"]);
    let verbs = harms::INTRANSITIVE | harms::PAST | harms::PARTICIPLE | harms::ADJECTIVE | harms::ING | harms::BASE;
    if !linked
        || is_care(g, first)
        || is_care(g, second)
        || !first.has(verbs)
        || !second.has(verbs)
        || first.has(harms::NOUN) != second.has(harms::NOUN)
    {
        return None;
    }
    let tokens = TokenRange::new(first.tokens.start, second.tokens.end);
    // "shot and wounded": the second word says what came of it.
    if first.has(harms::WEAK) || first.kind == second.kind {
        return Some(Cue { tokens, kind: second.kind, frame: second.frame });
    }
    // "swept away and drowned": what came of it.
    if first.kind == HarmKind::Missing && second.kind == HarmKind::Killed && first.has(harms::PAST) {
        let found_dead = g.is_mark(between.start, &["and"]);
        return found_dead.then_some(Cue { tokens, kind: second.kind, frame: second.frame | first.frame });
    }
    let bodily = |kind| matches!(kind, HarmKind::Killed | HarmKind::Injured | HarmKind::Missing | HarmKind::Casualties);
    (bodily(first.kind) && bodily(second.kind)).then_some(Cue {
        tokens,
        kind: HarmKind::Casualties,
        frame: second.frame & (first.frame | harms::PAST | harms::ADJECTIVE) & !harms::WEAK,
    })
}

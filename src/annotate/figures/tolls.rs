//! Tolls: "a death toll of 45", "the toll rose to 45 from 41", "put the death toll at seven, among them two children".

use super::clause::Clauses;
use super::cues::Cue;
use super::doubt::is_hedge;
use super::fits::{fits, is_measure};
use super::frames::{Attached, push};
use super::nominal::of_victims;
use super::phrases::Counted;
use crate::lexicon::{function_words as small, harms};
use crate::wire::HarmKind;

/// Whether the article tells of deaths, so that its "toll" is none of a road.
fn is_of_lives(c: &Clauses) -> bool {
    const ASKED: usize = 16;
    c.cues.iter().take(ASKED).any(|cue| cue.kind == HarmKind::Killed && !cue.has(harms::TOLL))
}

/// "a death toll of 45", "the toll rose to 45", "put the death toll at seven".
pub(super) fn toll(c: &Clauses, cue: &Cue, found: &mut Vec<Attached>) {
    let g = c.g;
    let end = cue.tokens.end;
    let sentence = g.sentence(cue.tokens.start);
    let bare = cue.tokens.len() == 1 && g.is_mark(cue.tokens.start, &["toll", "tally"]);
    let cue = &of_victims(c, cue).unwrap_or(*cue);
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
        "range",
        "ranges",
        "ranged",
        "ranging",
        "run",
        "vary",
        "varies",
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
            // "The number of dead in the sinking of a passenger launch climbed to 41"
            let of_other = g.is_mark(phrase.number.start, &["a", "an"]) && phrase.number.len() == 1
                || g.is_mark(before, &["of"]) && (end..before).any(|j| g.is(j, small::PREPOSITION));
            if counts
                && !of_other
                && before >= end.saturating_sub(1)
                && (g.is_mark(before, &moves) || phrase.whole.start == end)
                && !(bare && g.is_mark(before, &["is", "was", "has", "had"]) && !is_of_lives(c))
            {
                let rises = g.is_mark(before, &["by"]);
                if !rises {
                    // "an unconfirmed toll of 22"
                    let doubted = cue.tokens.start > sentence.start && is_hedge(c, cue.tokens.start - 1);
                    push(c, found, &[p], cue, doubted, "toll");
                    push(c, found, &Vec::from_iter(it_rose(c, phrase.whole.end)), cue, doubted, "toll");
                    parts(c, p, cue, found);
                    if g.is_mark(before, &["of"]) && c.phrases[p].counted == Counted::People {
                        return;
                    }
                }
                // "the toll, earlier put at 12, rose to 15"
                let aside = g.is_mark(end, &[","]) && g.is_mark(phrase.whole.end, &[","]);
                if !g.is_mark(before, &["from"]) && !rises && !aside {
                    if let Some(older) = risen_from(c, p, sentence.end) {
                        push(c, found, &[older], cue, false, "toll");
                    }
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
        let put = g.is_mark(i, &["at"]) && g.is_mark(i.wrapping_sub(1), &["put", "puts", "putting"]);
        let brought = g.is_mark(i, &["to"])
            && g.is_mark(
                i.wrapping_sub(1),
                &["bringing", "brought", "brings", "taking", "takes", "took", "raising", "raised"],
            );
        if put || brought {
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

/// "gave a toll of 17, and by nightfall it had risen to 28"
fn it_rose(c: &Clauses, from: usize) -> Option<usize> {
    const REACH: usize = 14;
    const VERB: usize = 5;
    let end = c.g.doc.tokens.len().min(from + REACH);
    let it = (from..end).find(|i| c.g.is_mark(*i, &["it"]))?;
    let rises = ["risen", "rose", "climbed", "grown", "jumped", "reached"];
    let verb = (it + 1..it + VERB).find(|i| c.g.is_mark(*i, &rises))?;
    let aside = |i: usize| c.g.is(i, small::HAVE) || c.g.is_filler(i);
    let at = verb + 1 + usize::from(c.g.is_mark(verb + 1, &["to"]));
    c.starting(at).filter(|p| (it + 1..verb).all(aside) && c.phrases[*p].counted == Counted::Nothing)
}

/// The count before: "has risen to 610 this year, from 548 two weeks ago".
fn risen_from(c: &Clauses, p: usize, end: usize) -> Option<usize> {
    const REACH: usize = 6;
    let behind = c.phrases[p].whole.end;
    let from = (behind..end.min(behind + REACH)).find(|i| c.g.is_mark(*i, &["from"]))?;
    let older = (from + 1..end.min(from + 4)).find_map(|i| c.starting(i))?;
    let phrase = &c.phrases[older];
    let counts = match phrase.counted {
        Counted::Nothing => !is_measure(c, phrase),
        Counted::People => true,
        _ => false,
    };
    counts.then_some(older)
}

/// "a death toll of 46, among them 13 women and six children".
fn parts(c: &Clauses, whole: usize, cue: &Cue, found: &mut Vec<Attached>) {
    let end = c.phrases[whole].whole.end;
    for part in c.list_behind(end, true) {
        let phrase = &c.phrases[part];
        let said_so = (end..phrase.whole.start).any(|i| c.g.is_mark(i, &["including", "among"]));
        if said_so && phrase.counted == Counted::People && fits(c, phrase, cue, "listed") {
            found.push(Attached { phrase: part, cue: *cue, hedged: false, weak: true, rule: "listed" });
        }
    }
}

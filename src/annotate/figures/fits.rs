//! Whether what is counted can be who was harmed: no share, rate or amount, and no thing that cannot be.

use super::clause::Clauses;
use super::cues::Cue;
use super::phrases::{Counted, Phrase};
use crate::annotate::quantities::is_amount;
use crate::lexicon::{function_words, harms, ledger_words as events, person_nouns};
use crate::wire::HarmKind;

/// Whether what the phrase counts can be the victims of the cue.
pub(super) fn fits(c: &Clauses, phrase: &Phrase, cue: &Cue, rule: &str) -> bool {
    let rate = phrase.counted == Counted::Nothing
        && c.g.is_mark(phrase.number.end, &["in"])
        && c.starting(phrase.number.end + 1).is_some_and(|p| c.phrases[p].counted != Counted::Things);
    // "90 percent of the village's 330 inhabitants fled"
    let start = phrase.whole.start;
    let share = (start.saturating_sub(6)..start).any(|i| {
        c.g.is_mark(i, &["percent", "%", "pct", "half", "third", "quarter"])
            && c.g.is_mark(i + 1, &["of"])
            && (i + 2..start).all(|j| !c.g.is_mark(j, &[",", "and"]))
    });
    // "3.7 million at high risk of hunger"
    let threatened = c.g.is_mark(phrase.whole.end, &["at"])
        && (phrase.whole.end + 1..phrase.whole.end + 4).any(|i| c.g.is_mark(i, &["risk"]));
    // "shot 29 for his side", "shooting 66"
    let scores = phrase.counted == Counted::Nothing
        && phrase.low >= Some(10.0)
        && cue.tokens.len() == 1
        && c.g.doc.folded(cue.tokens.start).starts_with("sho");
    // "knocked out and eliminated two players"
    let cleared = c.g.doc.folded(cue.tokens.start).starts_with("eliminat") && phrase.tags & person_nouns::FORCE == 0;
    // "Four workers are missing their pay"
    let lacks = c.g.is_mark(cue.tokens.start, &["missing"]) && c.g.is(cue.tokens.end, function_words::POSSESSIVE);
    // "The jail was built for 800 men and holds 2,150"
    let built = || (cue.tokens.start.saturating_sub(8)..cue.tokens.start).any(|i| c.g.is_mark(i, &["built"]));
    let room = phrase.counted == Counted::Nothing
        && (cue.kind == HarmKind::Detained || built())
        && c.g.is_mark(cue.tokens.start, &["holds"]);
    // "Nobody dies when a library shuts"
    let never = phrase.low == Some(0.0) && c.g.is_mark(cue.tokens.start, &["dies", "die"]);
    if never || rate || share || threatened || scores || cleared || lacks || room || is_another_thing(c, phrase) {
        return false;
    }
    let own = phrase.harm.is_some_and(|h| h.has(harms::NOUN) && h.kind == cue.kind);
    let right = match phrase.counted {
        Counted::Things => own || rule == "toll",
        Counted::People => true,
        Counted::Unknown => !cue.has(harms::PEOPLE_ONLY | harms::CIVIL | harms::LOSE),
        Counted::Nothing => {
            let left = cue.has(harms::CIVIL) && phrase.low.is_none_or(|n| n < 100.0);
            !cue.has(harms::LOSE) && !left && !is_measure(c, phrase)
        }
    };
    right
        && (!cue.has(harms::LOSE) || can_be_lost(c, phrase, cue))
        && (!cue.has(harms::CIVIL) || phrase.tags & person_nouns::CIVIL != 0 || phrase.low.is_some_and(|n| n >= 100.0))
        && !(phrase.low == Some(0.0) && rule == "of")
}

/// "captured two crocodiles and killed a third": an ordinal takes up what the sentence counts.
fn is_another_thing(c: &Clauses, phrase: &Phrase) -> bool {
    let ordinal = phrase.number.len() == 2 && c.g.is_mark(phrase.number.start, &["a"]) && phrase.head.is_none();
    let before = c.phrases.partition_point(|p| p.number.start < phrase.number.start).checked_sub(1);
    ordinal
        && before.is_some_and(|b| {
            let other = &c.phrases[b];
            let things = other.counted == Counted::Things && other.harm.is_none();
            // "Three good ideas died. A fourth was strangled."
            things && c.g.sentence(other.number.start).end >= c.g.sentence(phrase.number.start).start
        })
}

/// Whether those lost are dead, not merely gone: soldiers and kin; civilians where a side says of itself that "it had
/// lost" them, or "in a crash". Not "two men to injury".
fn can_be_lost(c: &Clauses, phrase: &Phrase, cue: &Cue) -> bool {
    let subject = c.group(cue.tokens.start).start.checked_sub(1);
    let reported = subject.is_some_and(|at| {
        c.g.is_mark(at, &["it", "they"])
            && at.checked_sub(1).is_some_and(|said| c.g.is_say(said) || c.g.is_mark(said, &["that"]))
    });
    const REACH: usize = 6;
    let behind = phrase.whole.end..c.g.sentence(phrase.number.start).end.min(phrase.whole.end + REACH);
    let said = |i: usize, first: &[&str]| c.g.is_mark(phrase.whole.end, first) && i > phrase.whole.end;
    let injured = behind.clone().any(|i| said(i, &["to"]) && c.g.is_mark(i, &["injury", "injuries", "suspension"]));
    let kills = |i: usize| {
        events::TABLE.has_tag(c.g.doc.listed(i), events::EVENT | events::CONFLICT)
            || c.g.is_mark(i, &["cholera", "measles", "malaria", "hunger", "famine", "disease", "floods"])
    };
    let event = behind.clone().any(|i| said(i, &["in", "to"]) && kills(i));
    let told = phrase.tags & (person_nouns::FORCE | person_nouns::KIN) != 0 || event;
    (told || reported && phrase.tags & person_nouns::CIVIL != 0) && !injured
}

/// Whether a bare number is a percentage, an amount of money or the like.
pub(super) fn is_measure(c: &Clauses, phrase: &Phrase) -> bool {
    let number = phrase.number;
    c.g.is_mark(number.end, &["per"]) || is_amount(c.g.doc, number, c.g.sentence(number.start))
}

//! Cues that are verbs: "said", "has been saying", "to ask", with their auxiliaries and their subject.

use super::cues::{Cue, Form, Place};
use super::phrases;
use super::subjects::{
    agrees, behind_hearer, follows_clause, inverted_subject, is_definite, may_speak, shared_subject,
};
use super::verbs::{Inflection, verb};
use crate::document::{BlockRole, Document};
use crate::lexicon::{cues, grammar, number_words, person_nouns};
use crate::span::TokenRange;
use crate::token::TokenKind;

/// The cue whose verb stands at `i`.
pub(super) fn verbal(doc: &Document, i: usize, place: Place, earlier: &[Cue]) -> Option<Cue> {
    let (end, tags, inflection) = verb(doc, i)?;
    let group = Group::around(doc, i, place.floor);
    let before = (i > place.floor).then(|| i - 1);
    if let Some(before) = before {
        // "the previously announced plan"
        let first = if group.aux { before } else { group.start.saturating_sub(1).max(place.floor) };
        let nominal = phrases::is(doc, first, grammar::DETERMINER | grammar::POSSESSIVE)
            && !phrases::is(doc, first, grammar::SUBJECT)
            || doc.kind(before) == TokenKind::Clitic
                && doc.folded(before).ends_with('s')
                && inflection != Inflection::Gerund
            || doc.tokens[i].glued
            || phrases::is(doc, before, grammar::PREPOSITION) && inflection != Inflection::Gerund && !group.to;
        if nominal {
            return None;
        }
    }
    let hyphened = doc.tokens.get(end).is_some_and(|t| t.glued && doc.word(end).starts_with('-'));
    // "the ministry's Command", but not in headlines, where verbs are capitalised, too.
    let named = doc.case(i).is_capitalised()
        && before.is_some_and(|before| phrases::is_word(doc, before))
        && doc.block(doc.block_at(i)).role == BlockRole::Body;
    // "a report issued by police", but "he said by telephone".
    let passive = inflection == Inflection::Past && (group.be || !group.aux);
    let done_by = passive
        && doc.folded(end) == "by"
        && !phrases::is(doc, end + 1, grammar::VENUE)
        && (group.be || !before.is_some_and(|before| phrases::is(doc, before, grammar::SUBJECT)));
    // "is open", "was key": no verb.
    let adjective = group.be && matches!(inflection, Inflection::Base | Inflection::Present) && end == i + 1;
    let counted =
        inflection == Inflection::Gerund && before.is_some_and(|before| doc.kind(before) == TokenKind::Number);
    // "153 confirmed cases": it tells of what kind they are.
    let of_kind = inflection == Inflection::Past
        && !group.aux
        && before.is_some_and(|before| doc.kind(before) == TokenKind::Number)
        && phrases::is_word(doc, end)
        && doc.folded(end).ends_with('s')
        && !phrases::is(doc, end, grammar::DETERMINER | grammar::POSSESSIVE | grammar::SUBJECT | grammar::PREPOSITION);
    if hyphened || named || counted || of_kind || adjective || takes_lives(doc, i, end) {
        return None;
    }
    if done_by {
        return agent(doc, TokenRange::new(i, end), &group, tags, place);
    }
    // "Gunmen attacked a market": with no words.
    let arms = matches!(doc.folded(i), "attack" | "attacks" | "attacked" | "attacking" | "blasted" | "hit");
    let armed = |s: TokenRange| {
        let word = doc.folded(s.end - 1);
        let one = word.strip_suffix('s').unwrap_or(word);
        [word, one].into_iter().any(|word| person_nouns::TABLE.has_tag(word, person_nouns::FORCE))
    };
    if arms && phrases::before(doc, group.start, place.floor).is_some_and(armed) {
        return None;
    }
    let nounlike = tags & cues::NOUNLIKE != 0 && matches!(inflection, Inflection::Base | Inflection::Present);
    let form = match inflection {
        _ if group.to => Form::Infinitive,
        Inflection::Gerund if !group.be => Form::Participle,
        // "was told", "was asked about Weber": what follows is not hers; but "has been quoted as saying".
        Inflection::Past if group.be && !doc.folded(end - 1).ends_with("ing") => return None,
        _ => Form::Finite,
    };
    let mut cue = Cue {
        tokens: TokenRange::new(i, end),
        group: group.start,
        tags,
        form,
        subject: None,
        inverted: false,
        shared: false,
        unsaid: group.unsaid,
        after: end,
        limit: place.end,
    };
    match form {
        Form::Finite => {
            let own = phrases::before(doc, group.start, place.floor)
                .map(|subject| behind_verb(doc, subject))
                .filter(|s| agrees(doc, *s, inflection, group.aux) && may_speak(doc, *s));
            // "their 20 pledged delegates"
            let counts = |s: TokenRange| doc.kind(s.end - 1) == TokenKind::Number && doc.kind(end) == TokenKind::Word;
            if inflection == Inflection::Past && !group.aux && own.is_some_and(counts) && tags & cues::CLAUSE == 0 {
                return None;
            }
            let told = tags & cues::HEARER != 0 && tags & cues::CLAUSE != 0;
            let behind_quote = group.start == place.floor && place.floor > place.start;
            let follows = behind_quote || group.start == place.start || follows_clause(doc, i, tags);
            let inverted = (group.start == i && !told && follows)
                .then(|| inverted_subject(doc, end, place, behind_quote))
                .flatten()
                // "Lopez, 44, denied fraud": what follows is denied.
                .filter(|s| behind_quote || own.is_none() || tags & cues::OBJECT == 0 && is_definite(doc, *s));
            cue.inverted = inverted.is_some();
            cue.subject = inverted.or(own);
            if cue.subject.is_none() {
                // "Ask me when there is a roof."
                if inflection == Inflection::Base && group.start == place.start && tags & cues::HEARER != 0 {
                    return None;
                }
                if nounlike || group.start > place.floor && phrases::is_verbish(doc, group.start - 1) {
                    return None;
                }
                // "Asked whether …, she said": nobody is named who asked.
                let asked = i == place.start || matches!(doc.folded(i - 1), "when" | "if" | "once" | "as");
                let passive =
                    asked && (tags & cues::HEARER != 0 || doc.folded(i) == "asked") && inflection == Inflection::Past;
                cue.subject = (!passive).then(|| shared_subject(doc, group.start, place, earlier)).flatten();
                cue.shared = true;
            } else if nounlike
                && !group.aux
                && !is_verb_place(doc, i, inflection, place)
                && !cue.inverted
                && !(place.floor > place.start && cue.start() == place.floor)
            {
                return None;
            }
        }
        _ => {
            cue.subject = shared_subject(doc, group.start, place, earlier);
            cue.shared = true;
        }
    }
    // "No one claimed the attack."
    cue.unsaid |= cue.subject.is_some_and(|s| matches!(doc.folded(s.start), "no" | "nobody" | "none" | "neither"));
    if cue.inverted {
        cue.after = cue.subject.map_or(end, |s| s.end);
    } else if tags & cues::HEARER != 0 {
        cue.after = behind_hearer(doc, end, place.limit);
    }
    Some(cue)
}

/// Of "said a guard", before another verb: "a guard".
fn behind_verb(doc: &Document, subject: TokenRange) -> TokenRange {
    let says = |i: &usize| {
        verb(doc, *i).is_some_and(|(_, tags, inflection)| {
            tags & cues::CLAUSE != 0 && tags & cues::NOUNLIKE == 0 && inflection == Inflection::Past
        })
    };
    let begins =
        |i: usize| phrases::is(doc, i, grammar::DETERMINER | grammar::POSSESSIVE) || doc.case(i).is_capitalised();
    // "Militants say talks continue": nothing else is "say".
    let say = |i: usize| matches!(doc.folded(i), "say" | "says" | "said");
    let said = subject.iter().rev().skip(1).find(|i| says(i) || say(*i)).filter(|i| begins(i + 1) || say(*i));
    said.map_or(subject, |said| TokenRange::new(said + 1, subject.end))
}

/// The cue whose verb is passive and has its speaker behind it: "it was alleged by the union that …", "described by
/// her friends as “…”".
fn agent(doc: &Document, verb: TokenRange, group: &Group, tags: u32, place: Place) -> Option<Cue> {
    let by = verb.end;
    let subject = phrases::after(doc, by + 1, place.limit).filter(|s| may_speak(doc, *s))?;
    let as_ = subject.iter().find(|&i| doc.folded(i) == "as").unwrap_or(subject.end);
    let subject = TokenRange::new(subject.start, as_);
    let marked = place.limit < place.end && place.limit - subject.end <= 3 && doc.folded(as_) == "as";
    let it = group.be && group.start.checked_sub(1).is_some_and(|i| doc.folded(i) == "it");
    let asked = doc.folded(verb.start) == "asked" && phrases::is(doc, subject.end, grammar::QUESTION);
    let reports = asked || it && tags & cues::CLAUSE != 0 && doc.folded(subject.end) == "that";
    (marked || reports).then_some(Cue {
        tokens: verb,
        group: group.start,
        tags,
        form: Form::Finite,
        subject: Some(subject),
        inverted: true,
        shared: false,
        unsaid: group.unsaid,
        after: subject.end,
        limit: place.end,
    })
}

/// The verb's auxiliaries and adverbs.
struct Group {
    start: usize,
    aux: bool,
    be: bool,
    to: bool,
    unsaid: bool,
}

impl Group {
    fn around(doc: &Document, verb: usize, floor: usize) -> Group {
        let mut group = Group { start: verb, aux: false, be: false, to: false, unsaid: false };
        while group.start > floor && verb - group.start < 8 {
            let i = group.start - 1;
            let word = doc.folded(i);
            if phrases::is(doc, i, grammar::AUXILIARY) {
                group.be |=
                    !group.aux && matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am");
                group.aux = true;
                group.unsaid |= word.ends_with("n't")
                    || matches!(word, "cannot" | "would" | "could" | "might" | "may" | "should" | "must" | "can");
            } else if doc.kind(i) == TokenKind::Clitic && matches!(word, "'re" | "'ve" | "'ll" | "'d" | "'m") {
                group.aux = true;
            } else if word == "to" && group.start == verb {
                group.to = true;
                group.start = i;
                break;
            } else if phrases::is_adverb(doc, i) {
                group.unsaid |= matches!(word, "not" | "never" | "n't");
            } else {
                break;
            }
            group.start = i;
        }
        group
    }
}

/// "Clashes claimed thousands of lives": no speech.
fn takes_lives(doc: &Document, verb: usize, end: usize) -> bool {
    doc.folded(verb).starts_with("claim")
        && (end..doc.tokens.len().min(end + 8))
            .take_while(|i| phrases::is_word(doc, *i) || doc.kind(*i) == TokenKind::Number || doc.folded(*i) == "-")
            .any(|i| matches!(doc.folded(i), "lives" | "life" | "victim" | "victims"))
}

/// Whether a form that is also a noun stands where a verb would.
fn is_verb_place(doc: &Document, i: usize, inflection: Inflection, place: Place) -> bool {
    let region = phrases::before(doc, i, place.floor);
    if region.is_none_or(|region| region.iter().skip(1).any(|j| phrases::is_verbish(doc, j) && !doc.tokens[j].glued)) {
        return false;
    }
    let before = i - 1;
    // "the 20 states that vote"
    if doc.kind(before) == TokenKind::Number || number_words::TABLE.has_word(doc.listed(before)) {
        return false;
    }
    if phrases::is(doc, before, grammar::SUBJECT) || phrases::is_adverb(doc, before) {
        return true;
    }
    let next = i + 1;
    let complement = matches!(doc.folded(next), "that" | "how" | "what" | "whether" | "if" | "why")
        || doc.word(next) == ":"
        || doc.word(next) == "," && doc.case(before).is_capitalised()
        || phrases::is(doc, next, grammar::DETERMINER | grammar::POSSESSIVE | grammar::SUBJECT)
        || doc.case(next).is_capitalised()
        || next >= place.limit;
    // "a survey of voters shows": one survey.
    let head = region.and_then(|region| region.iter().skip(1).find(|&j| phrases::is(doc, j, grammar::PREPOSITION)));
    let head = doc.folded(head.map_or(before, |of| of - 1));
    let plural = head.ends_with('s') && !head.ends_with("sis");
    // "Polls show voters …"
    let documents = plural && phrases::is(doc, before, grammar::DOCUMENT) && phrases::begins_noun_phrase(doc, next);
    // "…, company records show."
    let closes = plural && phrases::is(doc, before, grammar::DOCUMENT) && doc.word(next) == ".";
    (complement || documents || closes)
        && (inflection == Inflection::Present && !plural
            || inflection == Inflection::Base && plural
            || doc.case(before).is_capitalised())
}

//! Clauses under a cue: where what was said begins and ends, and how the cues of a sentence stand to each other.

use super::cues::{Cue, Form};
use super::phrases;
use super::verbs::verb;
use crate::document::Document;
use crate::lexicon::{cues as tags, grammar, number_words};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// How many tokens of a reported clause must stand before what the writer adds to it.
const LEAST: usize = 5;
/// How far before its cue the relative clause can begin that a cue stands in.
const ASIDE: usize = 12;
/// How many tokens a reported clause can have.
pub(super) const LONGEST: usize = 300;

/// Where the object that begins at `from` ends: before a comma that lists no more, or where it was said and when.
pub(super) fn object_end(doc: &Document, from: usize, end: usize) -> usize {
    let is_ing = |i: usize| doc.folded(i).ends_with("ing");
    let adverbial = |i: usize| {
        is_time_phrase(doc, i)
            || phrases::is(doc, i, grammar::TIME)
                && (doc.case(i).is_capitalised() || phrases::is(doc, i, grammar::ADVERB) || is_day(doc, i))
                && !phrases::is(doc, i - 1, grammar::DETERMINER | grammar::PREPOSITION)
            || matches!(doc.folded(i), "in" | "on" | "at" | "during" | "via" | "through")
                && (i + 1..end.min(i + 4)).any(|j| phrases::is(doc, j, grammar::VENUE))
            || doc.folded(i) == "by" && doc.folded(i + 1).ends_with("ing")
            // "praised the crew but stopped short of", not "the crew that sailed and came back"
            || phrases::is(doc, i, grammar::COORDINATOR)
                && (phrases::is_verbish(doc, i + 1) || is_ing(i + 1) && !(from..i).any(is_ing))
                && !(from..i).any(|j| phrases::is(doc, j, grammar::RELATIVE))
    };
    let stops = |i: &usize| doc.word(*i) == "," && !lists(doc, *i, end) || adverbial(*i);
    (from + 1..end).find(stops).unwrap_or(end)
}

fn is_day(doc: &Document, i: usize) -> bool {
    matches!(doc.folded(i), "today" | "yesterday" | "tomorrow" | "tonight")
}

/// Whether the words only say when: "late Thursday", "a few days".
pub(super) fn is_when(doc: &Document, words: TokenRange) -> bool {
    let timely = |i: usize| phrases::is(doc, i, grammar::TIME) || matches!(doc.folded(i), "late" | "early");
    let small = |i: usize| {
        phrases::is_adverb(doc, i)
            || phrases::is(doc, i, grammar::DETERMINER | grammar::PREPOSITION)
            || matches!(doc.folded(i), "last" | "next")
            || doc.kind(i) == TokenKind::Number
    };
    words.iter().any(timely) && words.iter().all(|i| timely(i) || small(i))
}

/// Whether the comma at `i` parts the members of a list: "tea, coffee and sugar".
fn lists(doc: &Document, i: usize, end: usize) -> bool {
    const MEMBER: usize = 8;
    // "…, and sugar": the last of them
    if matches!(doc.folded(i + 1), "and" | "or") {
        let before = (i.saturating_sub(MEMBER)..i).rev().take_while(|&j| !phrases::is_verbish(doc, j));
        let last = i + 2..end.min(i + 2 + MEMBER);
        return before.into_iter().any(|j| doc.word(j) == ",")
            && phrases::begins_noun_phrase(doc, i + 2)
            && !last.into_iter().take_while(|&j| doc.word(j) != ",").any(|j| phrases::is(doc, j, grammar::AUXILIARY));
    }
    let member = i + 1..end.min(i + 1 + MEMBER);
    let stop = member.clone().find(|&j| doc.word(j) == "," || matches!(doc.folded(j), "and" | "or"));
    phrases::begins_noun_phrase(doc, i + 1)
        && !matches!(doc.folded(i + 1), "a" | "an")
        && stop.is_some_and(|stop| {
            stop > i + 1
                && !(i + 1..stop).any(|j| phrases::is_verbish(doc, j) || phrases::is(doc, j, grammar::RELATIVE))
                && (doc.word(stop) != "," || lists(doc, stop, end) || matches!(doc.folded(stop + 1), "and" | "or"))
        })
}

/// Whether a word in -s is a verb by what follows it: "wants to", "leads the"; not "nine hours to".
pub(super) fn is_present(doc: &Document, i: usize) -> bool {
    let next = i + 1;
    let counted = i.checked_sub(1).is_some_and(|before| {
        doc.kind(before) == TokenKind::Number || number_words::TABLE.has_word(doc.listed(before))
    });
    !counted
        && doc.case(i) == Case::Lower
        && doc.folded(i).len() > 3
        && doc.folded(i).ends_with('s')
        && (phrases::is(
            doc,
            next,
            grammar::DETERMINER | grammar::POSSESSIVE | grammar::OBJECT_PRONOUN | grammar::SUBJECT,
        ) || matches!(doc.folded(next), "to" | "that" | "not" | "."))
}

/// Whether the clause has a finite verb of its own, as far as its form tells.
pub(super) fn has_verb(doc: &Document, clause: TokenRange) -> bool {
    let relative = |i: usize| matches!(doc.folded(i), "who" | "which" | "whose" | "whom");
    let mut own = clause.iter().skip(1).take_while(|&i| !relative(i));
    own.any(|i| phrases::is_verbish(doc, i) || is_present(doc, i))
}

/// Whether the words before the comma of a cue are long enough for a clause whose verb no form tells:
/// "The moth sleeps through the winter, …".
pub(super) fn is_sentence(doc: &Document, part: TokenRange) -> bool {
    part.len() > 3
        && phrases::begins_noun_phrase(doc, part.start)
        && part.iter().skip(1).any(|i| doc.case(i) == Case::Lower && doc.folded(i).ends_with('s'))
}

/// Past words of time and place between the cue and its "that".
pub(super) fn skip_to_that(doc: &Document, after: usize, limit: usize) -> usize {
    // "said not one was lost": that is said
    let not_one = |i: usize| doc.folded(i) == "not" && phrases::is(doc, i + 1, grammar::DETERMINER);
    if not_one(after) {
        return after;
    }
    let adverbial = |i: usize| {
        matches!(doc.word(i), ",")
            || phrases::is_adverb(doc, i)
            || phrases::is(doc, i, grammar::TIME | grammar::VENUE | grammar::PREPOSITION | grammar::DETERMINER)
            || doc.kind(i) == TokenKind::Number
    };
    if doc.folded(after) == "to" {
        // "reported to the board that …"
        let that = (after + 1..limit.min(after + 8)).take_while(|&i| !phrases::is_verbish(doc, i));
        let links = |i: &usize| doc.folded(*i) == "that" && !phrases::is(doc, i - 1, grammar::PREPOSITION);
        let that = that.skip(1).find(links).filter(|that| phrases::begins_noun_phrase(doc, that + 1));
        let hearer = phrases::is(doc, after + 1, grammar::DETERMINER | grammar::POSSESSIVE | grammar::OBJECT_PRONOUN)
            || doc.case(after + 1).is_capitalised()
            || verb(doc, after + 1).is_some();
        return that.filter(|_| hearer).unwrap_or(after);
    }
    let first = adverbial(after) && !phrases::is(doc, after, grammar::DETERMINER)
        || phrases::is(doc, after, grammar::PREPOSITION)
        || is_time_phrase(doc, after);
    if !first {
        return after;
    }
    // "said on Friday, adding that …": under the next cue.
    let another = |i: usize| doc.word(i) == "," && doc.folded(i + 1).ends_with("ing");
    let mut near = (after..limit.min(after + 12)).take_while(|&i| !phrases::is_verbish(doc, i) && !another(i));
    if let Some(that) = near.find(|&i| doc.folded(i) == "that") {
        return that;
    }
    // "said Thursday's storm was over": no time of saying it.
    let owns = |i: usize| doc.kind(i + 1) == TokenKind::Clitic && doc.folded(i + 1).ends_with('s');
    let timely = |at: usize| {
        phrases::is(doc, at, grammar::TIME) && !owns(at) || is_time_phrase(doc, at) || phrases::is_adverb(doc, at)
    };
    let mut at = after;
    while at < limit && timely(at) {
        at += if is_time_phrase(doc, at) { 2 } else { 1 };
    }
    at
}

pub(super) fn is_time_phrase(doc: &Document, i: usize) -> bool {
    phrases::is(doc, i, grammar::PREPOSITION) && phrases::is(doc, i + 1, grammar::TIME)
        || matches!(doc.folded(i), "last" | "this" | "late" | "early") && phrases::is(doc, i + 1, grammar::TIME)
}

/// Where the clause that begins at `from` under cue `k` ends: before the next attribution that
/// stands beside it, at the latest with its sentence.
pub(super) fn clause_end(doc: &Document, cues: &[Cue], k: usize, from: usize) -> usize {
    let mut end = cues[k].limit.min(from + LONGEST);
    for next in cues[k + 1..].iter().take(6).take_while(|next| next.tokens.start < end) {
        let start = next.start();
        if start < from || start == cues[k].start() {
            continue;
        }
        // "said towns in Arda and Brena report cases": the clause has no verb before.
        let whole = next.shared
            || (start.saturating_sub(2)..start).any(|i| matches!(doc.word(i), "," | ";"))
            || !cues[k].takes(tags::CLAUSE)
            || has_verb(doc, TokenRange::new(from, start - 1));
        // "said the inquiry was over, had begun in May": no words of its own.
        let reports = next.takes(tags::CLAUSE | tags::OBJECT)
            || next.takes(tags::QUOTE) && (!next.shared || marks_follow(doc, next));
        if is_beside(doc, next) && reports && whole {
            end = start - usize::from(next.form != Form::Participle && doc.word(start - 1) != ",");
            break;
        }
    }
    let fronted = is_fronted(doc, &cues[k]);
    // The writer's own addition: "…, who is 45", "…, compared with 40", "…, as was the road", "…, but nobody was
    // there"; but "…, but that nobody was hurt" was said, too.
    let added = |i: usize| {
        i > from + LEAST
            && match doc.folded(i + 1) {
                "who" | "which" | "whose" | "but" | "while" | "although" | "whereas" | "after" | "compared" => {
                    doc.folded(i + 2) != "that"
                }
                "as" => phrases::is(doc, i + 2, grammar::AUXILIARY),
                _ => false,
            }
    };
    // "…, a plan that nobody knows": the writer's word for it, if the sentence does not go on behind it.
    let opens = phrases::is(doc, from, grammar::PREPOSITION | grammar::SUBORDINATOR);
    let last = |i: usize| i > from + LEAST && !opens && !(i + 1..end).any(|j| doc.word(j) == doc.word(i));
    // "Lopez, who said that it was cold, has left", "Lopez, who vowed to stay, left".
    let start = cues[k].group.saturating_sub(ASIDE).max(doc.sentence(doc.sentence_at(cues[k].group)).tokens.start);
    let aside = (start..cues[k].group).any(|i| doc.word(i) == "," && phrases::is(doc, i + 1, grammar::RELATIVE));
    let ends = |i: usize| match doc.word(i) {
        ";" => true,
        "," => {
            fronted && i > from + 1
                || added(i)
                || aside && phrases::is_verbish(doc, i + 1)
                || matches!(doc.folded(i + 1), "a" | "an") && last(i)
        }
        _ => phrases::is_dash(doc, i) && matches!(doc.folded(i + 1), "a" | "an" | "the") && last(i),
    };
    if let Some(stop) = (from..end).find(|&i| ends(i)) {
        end = stop;
    }
    trim(doc, from, end)
}

/// Whether quotation marks follow the cue.
pub(super) fn marks_follow(doc: &Document, cue: &Cue) -> bool {
    const NEAR: usize = 3;
    (cue.tokens.end..cue.limit.min(cue.tokens.end + NEAR)).any(|i| doc.kind(i) == TokenKind::Quote)
}

/// Whether the cue stands in a clause before the main one: "Noting that …, she left", "When asked if …, he said".
pub(super) fn is_fronted(doc: &Document, cue: &Cue) -> bool {
    let start = doc.sentence(doc.sentence_at(cue.tokens.start)).tokens.start;
    let first = doc.folded(start);
    let opens = cue.group == start && (cue.form == Form::Participle || doc.folded(cue.tokens.start) == "asked");
    let under = cue.start() <= start + 2
        && cue.form != Form::Source
        && matches!(
            first,
            "when"
                | "while"
                | "after"
                | "although"
                | "though"
                | "having"
                | "before"
                | "since"
                | "if"
                | "because"
                | "as"
                | "even"
                | "despite"
        )
        && !(start..cue.tokens.start).any(|i| doc.word(i) == ",");
    opens || under
}

/// Whether the cue with its subject is linked to what stands before it as its equal, not as a part
/// of it.
pub(super) fn is_beside(doc: &Document, cue: &Cue) -> bool {
    let start = cue.start();
    // A comma may stand inside a closing mark.
    let marked = start > 1 && doc.kind(start - 1) == TokenKind::Quote;
    let link = start.checked_sub(1 + usize::from(marked)).map_or("", |i| doc.folded(i));
    match cue.form {
        Form::Finite if cue.shared => matches!(link, "and" | "but" | ",") && cue.group == start,
        Form::Finite => matches!(link, "and" | "but" | "while" | ";") || link == "," && closes(doc, cue),
        Form::Participle | Form::Source => link == ",",
        Form::Infinitive | Form::Noun => false,
    }
}

/// Whether nothing that was said follows the cue: the sentence ends or pauses, or time and place
/// follow.
pub(super) fn closes(doc: &Document, cue: &Cue) -> bool {
    let next = cue.end();
    next >= cue.limit
        || matches!(doc.word(next), "." | "," | ";" | "?" | "!" | "…")
        || phrases::is_dash(doc, next)
        || phrases::is(doc, next, grammar::PREPOSITION | grammar::TIME) && doc.folded(next) != "that"
        || is_time_phrase(doc, next)
        || phrases::is_adverb(doc, next)
        || cue.takes(tags::HEARER) && cue.after > next && matches!(doc.word(cue.after), "." | "," | ";")
}

/// Whether `inner` is part of the clause that `outer`, before it in its sentence, reports.
pub(super) fn stands_under(doc: &Document, inner: &Cue, outer: &Cue) -> bool {
    outer.takes(tags::CLAUSE)
        && !outer.inverted
        && !is_beside(doc, inner)
        && (outer.after..outer.after + 60).contains(&inner.start())
        && !(outer.after..inner.start()).any(|i| doc.kind(i) == TokenKind::Quote)
}

/// `end` moved back over closing punctuation.
pub(super) fn trim(doc: &Document, from: usize, end: usize) -> usize {
    let mut end = end.min(doc.tokens.len());
    while end > from && matches!(doc.word(end - 1), "." | "," | ";" | ":" | "!" | "?" | "…" | "—" | "–" | "--") {
        end -= 1;
    }
    end
}

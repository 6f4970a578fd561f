//! Indirect speech: the clause that a cue takes, to its real end.
//!
//! "said (that) the road was open", "The road was open, police said", "asked whether", "vowed to",
//! "denied the charge", "according to the army". Not: clauses that hold marked words (those are
//! mixed quotes), what was not said ("did not say"), thoughts, "said goodbye".

use super::attach::Attachment;
use super::cues::{Cue, Form};
use super::marks::Stretch;
use super::{Linked, Quote, phrases};
use crate::document::{BlockRole, Document};
use crate::lexicon::{cues as tags, grammar, number_words};
use crate::span::{Span, TokenRange};
use crate::token::{Case, TokenKind};
use crate::wire::QuoteKind;

/// How many clauses back a clause is looked for in which another stands.
const NESTED: usize = 4;
/// How far from the start of that clause the cue can stand: later, it rather begins a sentence that no stop divides.
const NEAR: usize = 12;
/// How many tokens of a reported clause must stand before what the writer adds to it.
const LEAST: usize = 5;
/// How many tokens a reported clause can have.
const LONGEST: usize = 300;

/// Finds the clauses that cues without marked words report.
pub(crate) fn find(doc: &Document, stretches: &[Stretch], cues: &[Cue], attached: &[Attachment]) -> Vec<Linked> {
    let mut marked = vec![false; cues.len()];
    for cue in attached.iter().filter(|a| a.kind != QuoteKind::Term).filter_map(|a| a.cue) {
        marked[cue] = true;
    }
    let mut out = Vec::new();
    for (k, cue) in cues.iter().enumerate() {
        let role = doc.block(doc.block_at(cue.tokens.start)).role;
        if marked[k] || cue.unsaid || !matches!(role, BlockRole::Body | BlockRole::Headline | BlockRole::Caption) {
            continue;
        }
        let Some((parts, rule)) = reported(doc, cues, k) else { continue };
        let content: Vec<Span> = parts.iter().map(|part| doc.span_of(*part)).collect();
        if parts.iter().any(|part| holds_marks(stretches, attached, *part)) {
            continue;
        }
        let quote = Quote::unmarked(QuoteKind::Indirect, content, rule).said_by(cue);
        // What is said within what another says is the other's.
        let near = doc.span_of(TokenRange::new(cue.tokens.start.saturating_sub(NEAR), cue.tokens.start)).start;
        let inside =
            |(outer, _): &Linked| outer.content.iter().any(|part| part.contains(quote.span) && part.start >= near);
        if !out.iter().rev().take(NESTED).any(inside) {
            out.push((quote, None));
        }
    }
    out
}

/// Whether a quote in marks begins within `part`.
fn holds_marks(stretches: &[Stretch], attached: &[Attachment], part: TokenRange) -> bool {
    let from = stretches.partition_point(|s| s.whole.end <= part.start);
    (from..stretches.len())
        .take_while(|n| stretches[*n].whole.start < part.end)
        .any(|n| attached[n].kind != QuoteKind::Term)
}

/// The parts of the clause that cue `k` reports.
fn reported(doc: &Document, cues: &[Cue], k: usize) -> Option<(Vec<TokenRange>, &'static str)> {
    let cue = &cues[k];
    // What is not said yet, or after a preposition, and the article's own voice.
    let own_voice = cue.subject.is_some_and(|s| matches!(doc.folded(s.start), "i" | "we" | "you") && s.len() == 1);
    let gerund = cue.form == Form::Participle
        && cue.group > 0
        && phrases::is(doc, cue.group - 1, grammar::PREPOSITION)
        && !(cue.takes(tags::CLAUSE) && matches!(doc.folded(cue.group - 1), "by" | "after" | "in" | "with" | "from"));
    if cue.form == Form::Infinitive || own_voice || gerund {
        return None;
    }
    if cue.form == Form::Source {
        return sourced(doc, cues, k).map(|parts| (parts, "quotes/according-to"));
    }
    if let Some(found) = behind(doc, cues, k) {
        return Some(found);
    }
    // "a clerk, who testified for the state, fled": the relative clause takes nothing before it.
    let relative = cue.subject.is_some_and(|s| s.len() == 1 && phrases::is(doc, s.start, grammar::RELATIVE));
    let reports =
        cue.form == Form::Finite && (cue.takes(tags::CLAUSE) || documented(doc, cue)) && !cue.shared && !relative;
    let part = reports.then(|| before(doc, cues, k)).flatten()?;
    // "The road, police said, was open": the clause goes on behind the cue.
    let next = cue.end();
    let rest = (doc.word(next) == ",").then(|| TokenRange::new(next + 1, clause_end(doc, cues, k, next + 1)));
    let rest = rest.filter(|rest| {
        rest.len() >= 2
            && !phrases::is(doc, rest.start, grammar::COORDINATOR | grammar::RELATIVE)
            && !doc.folded(rest.start).ends_with("ing")
            // "said the governor, Ana Reyes, who …"
            && (!cue.inverted || phrases::is_verbish(doc, rest.start))
    });
    let opens = phrases::is(doc, part.start, grammar::SUBORDINATOR | grammar::PREPOSITION);
    let goes_on = |rest: TokenRange| {
        opens || phrases::is_verbish(doc, rest.start) || phrases::is(doc, part.end - 1, grammar::AUXILIARY)
    };
    match rest {
        Some(rest) if goes_on(rest) || !has_verb(doc, part) => Some((vec![part, rest], "quotes/cue-inside-clause")),
        _ if has_verb(doc, part) || rest.is_none() && is_sentence(doc, part) => {
            Some((vec![part], "quotes/cue-behind-clause"))
        }
        _ => None,
    }
}

/// Whether a report, study or poll speaks, with a verb that says so.
fn documented(doc: &Document, cue: &Cue) -> bool {
    cue.takes(tags::DOCUMENT) && cue.subject.is_some_and(|s| s.iter().any(|i| phrases::is(doc, i, grammar::DOCUMENT)))
}

/// The clause behind the cue.
fn behind(doc: &Document, cues: &[Cue], k: usize) -> Option<(Vec<TokenRange>, &'static str)> {
    let cue = &cues[k];
    if cue.inverted {
        return None;
    }
    let takes = |wanted: u32| cue.takes(wanted);
    let start = if cue.form == Form::Noun { cue.after } else { skip_to_that(doc, cue.after, cue.limit) };
    let word = doc.folded(start);
    let that = word == "that";
    // "his call for calm"
    if cue.form == Form::Noun && takes(tags::OBJECT) {
        let end = object_end(doc, start + 1, clause_end(doc, cues, k, start + 1));
        let verb = (start + 2..end).find(|&i| phrases::is_verbish(doc, i));
        let topic = TokenRange::new(start + 1, verb.unwrap_or(end));
        let named = phrases::begins_noun_phrase(doc, topic.start) && !topic.is_empty();
        return named.then(|| (vec![topic], "quotes/noun-topic"));
    }
    let from = start + usize::from(that);
    // "said that, during the talks, …"
    let from = from + usize::from(that && doc.word(from) == ",");
    let end = clause_end(doc, cues, k, from);
    let clause = TokenRange::new(from, end);
    if clause.is_empty()
        || clause.len() < 2 && !takes(tags::OBJECT)
        || !(phrases::is_word(doc, from) || doc.kind(from) == TokenKind::Number || doc.kind(from) == TokenKind::Symbol)
    {
        return None;
    }
    // "a ruling that overturned it": a relative clause.
    if that && phrases::is_verbish(doc, from) {
        return None;
    }
    let documented = documented(doc, cue);
    if that && (documented || takes(tags::CLAUSE | tags::HEARER | tags::OBJECT)) {
        return Some((vec![clause], "quotes/that-clause"));
    }
    if phrases::is(doc, from, grammar::QUESTION) && takes(tags::CLAUSE | tags::QUESTION) {
        return Some((vec![clause], "quotes/question-clause"));
    }
    if word == "to" {
        let not = from > 0 && doc.folded(from - 1) == "not";
        // "asked not to be named"
        if not && doc.folded(from + 1) == "be" {
            return None;
        }
        // "urged them to leave and closed the road"
        let told = (from + 1..end).find(|&i| doc.folded(i) == "and" && phrases::is_verbish(doc, i + 1));
        let clause = TokenRange::new(from - usize::from(not), told.unwrap_or(end));
        return takes(tags::INFINITIVE).then(|| (vec![clause], "quotes/infinitive"));
    }
    let has_verb = has_verb(doc, clause);
    // "Charging points will be built": a noun, not "charging that …".
    let opens = cue.form == Form::Participle && cue.group == doc.sentence(doc.sentence_at(cue.group)).tokens.start;
    if !opens
        // "The poll shows he leads", not "Lopez showed no pain as he left".
        && (documented || takes(tags::CLAUSE) && !takes(tags::THOUGHT))
        && phrases::begins_noun_phrase(doc, from)
        && clause.len() >= 3
        && (has_verb || phrases::is(doc, from, grammar::SUBJECT) && !phrases::is(doc, from, grammar::DETERMINER))
    {
        return Some((vec![clause], "quotes/bare-clause"));
    }
    // "disclosed this in a statement"; not "reported this week".
    let pointer = matches!(word, "this" | "it" | "so") && !has_verb;
    if pointer && phrases::is(doc, from + 1, grammar::TIME) {
        return None;
    }
    let object = TokenRange::new(from, if pointer { from + 1 } else { object_end(doc, from, end) });
    // "…," she said, citing the weather.
    let beside =
        cue.form == Form::Participle && cue.group > 0 && doc.word(cue.group - 1) == "," && !takes(tags::CLAUSE);
    (takes(tags::OBJECT) && (cue.form == Form::Finite || beside) && phrases::begins_noun_phrase(doc, from))
        .then(|| (vec![object], "quotes/object"))
}

/// Where the object that begins at `from` ends: before a comma, or where it was said and when.
fn object_end(doc: &Document, from: usize, end: usize) -> usize {
    let adverbial = |i: usize| {
        is_time_phrase(doc, i)
            || phrases::is(doc, i, grammar::TIME)
                && !phrases::is(doc, i - 1, grammar::DETERMINER | grammar::PREPOSITION)
            || phrases::is(doc, i, grammar::PREPOSITION)
                && (i + 1..end.min(i + 4)).any(|j| phrases::is(doc, j, grammar::VENUE))
            || doc.folded(i) == "by" && doc.folded(i + 1).ends_with("ing")
    };
    (from + 1..end).find(|&i| doc.word(i) == "," || adverbial(i)).unwrap_or(end)
}

/// Whether a word in -s is a verb by what follows it: "wants to", "leads the"; not "nine hours to".
fn is_present(doc: &Document, i: usize) -> bool {
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
fn has_verb(doc: &Document, clause: TokenRange) -> bool {
    let relative = |i: usize| matches!(doc.folded(i), "who" | "which" | "whose" | "whom");
    let mut own = clause.iter().skip(1).take_while(|&i| !relative(i));
    own.any(|i| phrases::is_verbish(doc, i) || is_present(doc, i))
}

/// Whether the words before the comma of a cue are long enough for a clause whose verb no form tells:
/// "The moth sleeps through the winter, …".
fn is_sentence(doc: &Document, part: TokenRange) -> bool {
    part.len() > 3
        && phrases::begins_noun_phrase(doc, part.start)
        && part.iter().skip(1).any(|i| doc.case(i) == Case::Lower && doc.folded(i).ends_with('s'))
}

/// Past words of time and place between the cue and its "that".
fn skip_to_that(doc: &Document, after: usize, limit: usize) -> usize {
    let adverbial = |i: usize| {
        matches!(doc.word(i), ",")
            || phrases::is_adverb(doc, i)
            || phrases::is(doc, i, grammar::TIME | grammar::VENUE | grammar::PREPOSITION | grammar::DETERMINER)
            || doc.kind(i) == TokenKind::Number
    };
    if doc.folded(after) == "to" {
        return after;
    }
    let first = adverbial(after) && !phrases::is(doc, after, grammar::DETERMINER)
        || is_time_phrase(doc, after)
        || phrases::is(doc, after, grammar::PREPOSITION);
    if !first {
        return after;
    }
    if let Some(that) =
        (after..limit.min(after + 12)).take_while(|&i| !phrases::is_verbish(doc, i)).find(|&i| doc.folded(i) == "that")
    {
        return that;
    }
    let mut at = after;
    while at < limit && (phrases::is(doc, at, grammar::TIME) || is_time_phrase(doc, at) || phrases::is_adverb(doc, at))
    {
        at += if is_time_phrase(doc, at) { 2 } else { 1 };
    }
    at
}

fn is_time_phrase(doc: &Document, i: usize) -> bool {
    phrases::is(doc, i, grammar::PREPOSITION) && phrases::is(doc, i + 1, grammar::TIME)
        || matches!(doc.folded(i), "last" | "this") && phrases::is(doc, i + 1, grammar::TIME)
}

/// Where the clause that begins at `from` under cue `k` ends: before the next attribution that
/// stands beside it, at the latest with its sentence.
fn clause_end(doc: &Document, cues: &[Cue], k: usize, from: usize) -> usize {
    let mut end = cues[k].limit.min(from + LONGEST);
    for next in cues[k + 1..].iter().take(6).take_while(|next| next.tokens.start < end) {
        let start = next.start();
        if start < from || start == cues[k].start() {
            continue;
        }
        if is_beside(doc, next) && next.takes(tags::CLAUSE | tags::QUOTE) {
            end = start - usize::from(next.form != Form::Participle && doc.word(start - 1) != ",");
            break;
        }
    }
    let fronted = is_fronted(doc, &cues[k]);
    // The writer's own addition: "…, who is 45", "…, but nobody was there".
    let added = |i: usize| {
        i > from + LEAST && matches!(doc.folded(i + 1), "who" | "which" | "but" | "while" | "although" | "whereas")
    };
    let ends = |i: usize| doc.word(i) == ";" || doc.word(i) == "," && (fronted && i > from + 1 || added(i));
    if let Some(stop) = (from..end).find(|&i| ends(i)) {
        end = stop;
    }
    trim(doc, from, end)
}

/// Whether the cue stands in a clause before the main one: "Noting that …, she left", "When asked if …, he said".
fn is_fronted(doc: &Document, cue: &Cue) -> bool {
    let start = doc.sentence(doc.sentence_at(cue.tokens.start)).tokens.start;
    let first = doc.folded(start);
    let opens = cue.group == start && (cue.form == Form::Participle || doc.folded(cue.tokens.start) == "asked");
    let under = cue.start() <= start + 2
        && cue.form != Form::Source
        && matches!(
            first,
            "when" | "while" | "after" | "although" | "though" | "having" | "before" | "since" | "if" | "because"
        )
        && !(start..cue.tokens.start).any(|i| doc.word(i) == ",");
    opens || under
}

/// Whether the cue with its subject is linked to what stands before it as its equal, not as a part
/// of it.
fn is_beside(doc: &Document, cue: &Cue) -> bool {
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
pub(crate) fn closes(doc: &Document, cue: &Cue) -> bool {
    let next = cue.end();
    next >= cue.limit
        || matches!(doc.word(next), "." | "," | ";" | "?" | "!" | "…")
        || phrases::is_dash(doc, next)
        || phrases::is(doc, next, grammar::PREPOSITION | grammar::TIME) && doc.folded(next) != "that"
        || phrases::is_adverb(doc, next)
        || cue.takes(tags::HEARER) && cue.after > next && matches!(doc.word(cue.after), "." | "," | ";")
}

/// Whether `inner` is part of the clause that `outer`, before it in its sentence, reports.
pub(crate) fn stands_under(doc: &Document, inner: &Cue, outer: &Cue) -> bool {
    outer.takes(tags::CLAUSE)
        && !outer.inverted
        && !is_beside(doc, inner)
        && (outer.after..outer.after + 60).contains(&inner.start())
        && !(outer.after..inner.start()).any(|i| doc.kind(i) == TokenKind::Quote)
}

/// `end` moved back over closing punctuation.
fn trim(doc: &Document, from: usize, end: usize) -> usize {
    let mut end = end.min(doc.tokens.len());
    while end > from && matches!(doc.word(end - 1), "." | "," | ";" | ":" | "!" | "?" | "…" | "—" | "–" | "--") {
        end -= 1;
    }
    end
}

/// The clause before a cue that follows it: "The road is open, police said."
fn before(doc: &Document, cues: &[Cue], k: usize) -> Option<TokenRange> {
    let cue = &cues[k];
    let start = cue.start();
    let sentence = doc.sentence(doc.sentence_at(cue.tokens.start)).tokens;
    if start <= sentence.start + 2 || start > sentence.start + LONGEST || doc.word(start - 1) != "," {
        return None;
    }

    // Not past an attribution that stands before it in the sentence.
    let from = cues[..k].iter().rev().take(3).filter(|c| sentence.has(c.tokens.start)).map(|c| c.end()).max();
    let from = from.unwrap_or(sentence.start);
    let clause = TokenRange::new(from, start - 1);
    const TAIL: usize = 12;
    let tail = TokenRange::new(cue.end(), sentence.end);
    let last = tail.len() <= TAIL && !tail.iter().any(|i| phrases::is_verbish(doc, i) || doc.word(i) == ",");
    let whole = from == sentence.start || last;
    let clause = if whole { TokenRange::new(sentence.start, clause.end) } else { clause };
    // "• Three are dead, police said".
    let bullet = |i: &usize| matches!(doc.word(*i), "•" | "-" | "–" | "—" | "*");
    let clause = TokenRange::new(clause.start + clause.iter().take_while(bullet).count(), clause.end);
    (closes(doc, cue)
        && clause.len() >= 2
        && whole
        && (!cue.takes(tags::OBJECT | tags::NOUNLIKE) || matches!(doc.word(cue.end()), "." | "," | ";")))
    .then_some(clause)
}

/// What stands beside "according to X" in its sentence.
fn sourced(doc: &Document, cues: &[Cue], k: usize) -> Option<Vec<TokenRange>> {
    let cue = &cues[k];
    let sentence = doc.sentence(doc.sentence_at(cue.tokens.start)).tokens;
    let subject = cue.subject?;
    if cue.group <= sentence.start + 1 || cue.group == sentence.start + 2 && doc.word(sentence.start + 1) == "," {
        let comma = (subject.end..sentence.end.min(subject.end + 40)).find(|&i| doc.word(i) == ",")?;
        let part = TokenRange::new(comma + 1, clause_end(doc, cues, k, comma + 1));
        return (part.len() >= 3).then(|| vec![part]);
    }
    let from = cues[..k]
        .iter()
        .rev()
        .take(3)
        .filter(|c| sentence.has(c.tokens.start) && c.form == Form::Source)
        .map(|c| c.end())
        .max();
    let from = from.unwrap_or(sentence.start);
    let part = TokenRange::new(from, trim(doc, from, cue.group));
    (3..LONGEST).contains(&part.len()).then(|| vec![part])
}

/// The reported clause that holds a marked stretch: from behind its cue, or from the start of its
/// sentence, to the cue behind or the end.
pub(crate) fn clause_around(doc: &Document, cues: &[Cue], stretch: &Stretch, cue: Option<usize>) -> TokenRange {
    let sentence_start = doc.sentence(doc.sentence_at(stretch.whole.start)).tokens.start;
    let sentence_end = doc.sentence(doc.sentence_at(stretch.whole.end - 1)).tokens.end;
    let (from, end) = match cue {
        Some(k) if cues[k].end() <= stretch.whole.start => {
            let that = skip_to_that(doc, cues[k].after, stretch.whole.start);
            let from = that + usize::from(doc.folded(that) == "that");
            (from, clause_end(doc, cues, k, stretch.whole.end))
        }
        Some(k) => (sentence_start, trim(doc, stretch.whole.end, cues[k].start())),
        None => (sentence_start, sentence_end),
    };
    TokenRange::new(from.min(stretch.whole.start), end.max(stretch.whole.end))
}

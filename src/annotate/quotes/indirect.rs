//! Indirect speech: the clause that a cue takes, to its real end.
//!
//! "said (that) the road was open", "The road was open, police said", "asked whether", "vowed to",
//! "denied the charge", "according to the army". Not: clauses that hold marked words (those are
//! mixed quotes), what was not said ("did not say"), thoughts, "said goodbye".

use super::attach::Attachment;
use super::clauses::{
    LONGEST, clause_end, closes, has_verb, is_sentence, is_when, marks_follow, object_end, skip_to_that, trim,
};
use super::cues::{Cue, Form};
use super::marks::Stretch;
use super::subjects::is_person;
use super::{Linked, Quote, phrases};
use crate::document::{BlockRole, Document};
use crate::lexicon::{cues as tags, grammar, number_words};
use crate::span::{Span, TokenRange};
use crate::token::TokenKind;
use crate::wire::QuoteKind;

/// How many clauses back a clause is looked for in which another stands.
const NESTED: usize = 4;
/// How far from the start of that clause the cue can stand: later, it rather begins a sentence that no stop divides.
const NEAR: usize = 12;

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
    if let Some(clause) = behind_as(doc, cues, k) {
        return Some((vec![clause], "quotes/bare-clause"));
    }
    if let Some(found) = behind(doc, cues, k) {
        return Some(found);
    }
    // "the rules, which the mayor said would end in May"
    if let Some(parts) = around_relative(doc, cues, k) {
        return Some((parts, "quotes/cue-inside-clause"));
    }
    // "a clerk, who testified for the state, fled": the relative clause takes nothing before it.
    let relative = cue.subject.is_some_and(|s| s.len() == 1 && phrases::is(doc, s.start, grammar::RELATIVE));
    let reports =
        cue.form == Form::Finite && (cue.takes(tags::CLAUSE) || documented(doc, cue)) && !cue.shared && !relative;
    let part = reports.then(|| before(doc, cues, k)).flatten()?;
    // "The road, police said, was open": the clause goes on behind the cue.
    let next = pause(doc, cue).unwrap_or(cue.end());
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
        _ if has_verb(doc, part) || rest.is_none() && (is_sentence(doc, part) || is_headline(doc, cue)) => {
            Some((vec![part], "quotes/cue-behind-clause"))
        }
        _ => None,
    }
}

/// The relative pronoun before a cue, and what is told of it behind: "…, which officials said will open in May".
fn around_relative(doc: &Document, cues: &[Cue], k: usize) -> Option<Vec<TokenRange>> {
    let cue = &cues[k];
    let own = cue.form == Form::Finite && !cue.inverted && !cue.shared && cue.takes(tags::CLAUSE);
    let start = cue.start() - usize::from(cue.start() > 0 && phrases::is_adverb(doc, cue.start() - 1));
    let pronoun = start.checked_sub(1).filter(|i| own && matches!(doc.folded(*i), "which" | "who"))?;
    let from = cue.end();
    let modal = matches!(doc.folded(from), "will" | "would" | "could" | "can" | "may" | "might" | "must" | "should");
    let aside = pronoun > 0 && doc.word(pronoun - 1) == ",";
    if !modal && !(aside && phrases::is_verbish(doc, from)) {
        return None;
    }
    let end = clause_end(doc, cues, k, from);
    let comma = (from..end).find(|&i| aside && doc.word(i) == ",").unwrap_or(end);
    Some(vec![TokenRange::new(pronoun, pronoun + 1), TokenRange::new(from, comma)])
}

/// Whether the cue is "say", which takes little but what was said.
fn is_say(doc: &Document, cue: &Cue) -> bool {
    matches!(doc.folded(cue.tokens.start), "say" | "says" | "said" | "saying")
}

/// Whether the cue stands in a headline, which leaves verbs out: "Four dead in blast, officials say".
fn is_headline(doc: &Document, cue: &Cue) -> bool {
    doc.block(doc.block_at(cue.tokens.start)).role == BlockRole::Headline
}

/// Whether a report, study or poll speaks, with a verb that says so.
fn documented(doc: &Document, cue: &Cue) -> bool {
    cue.takes(tags::DOCUMENT) && cue.subject.is_some_and(|s| s.iter().any(|i| phrases::is(doc, i, grammar::DOCUMENT)))
}

/// The clause behind the cue.
fn behind(doc: &Document, cues: &[Cue], k: usize) -> Option<(Vec<TokenRange>, &'static str)> {
    let cue = &cues[k];
    // "It was alleged by the union that …"
    let by = doc.folded(cue.tokens.end) == "by"
        && (doc.folded(cue.after) == "that" || phrases::is(doc, cue.after, grammar::QUESTION));
    if cue.inverted && !by {
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
    // "Each side blames the other."
    let other = clause.len() <= 2 && matches!(doc.folded(clause.end - 1), "other" | "others" | "him" | "her" | "them");
    if other {
        return None;
    }
    // "a ruling that overturned it": a relative clause; but "said that is unlikely".
    if that && phrases::is_verbish(doc, from) {
        let said = cue.form == Form::Finite && takes(tags::CLAUSE) && !takes(tags::NOUNLIKE) && start == cue.after;
        return said.then(|| (vec![TokenRange::new(start, end)], "quotes/bare-clause"));
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
    // "said police", behind a clause, is no clause of its own.
    // Headlines are short: "Rebels say talks stalled".
    let headline = is_headline(doc, cue);
    let inserted = cue.subject.is_some_and(|s| !cue.shared && s.end < cue.group);
    let said = is_say(doc, cue)
        && clause.len() >= if headline { 2 } else { 3 }
        && (inserted || cue.form == Form::Participle || cue.group.checked_sub(1).is_none_or(|i| doc.word(i) != ","));
    let counted = counts(doc, from);
    let has_verb = has_verb(doc, clause) || said || documented && clause.len() >= 3 && !is_when(doc, clause);
    // "disclosed this in a statement"; not "reported this week".
    let pointer = matches!(word, "this" | "it" | "so")
        && (from + 1 >= end || phrases::is(doc, from + 1, grammar::PREPOSITION | grammar::TIME))
        // "it may rain"
        && !phrases::is(doc, from + 1, grammar::AUXILIARY);
    if pointer && phrases::is(doc, from + 1, grammar::TIME) {
        return None;
    }
    // "reported having sold the ship", "admitted taking it"
    let does = cue.form == Form::Finite
        && !said
        && word.len() > 5
        && word.ends_with("ing")
        && (phrases::begins_noun_phrase(doc, from + 1) || doc.kind(from + 1) == TokenKind::Symbol);
    // "Charging points will be built": a noun, not "charging that …".
    let opens = cue.form == Form::Participle && cue.group == doc.sentence(doc.sentence_at(cue.group)).tokens.start;
    if !opens
        && !pointer
        && word != "than"
        // "The poll shows he leads", not "Lopez showed no pain as he left".
        && (documented || takes(tags::CLAUSE) && !takes(tags::THOUGHT))
        && (phrases::begins_noun_phrase(doc, from)
            || counted
            || said && begins_aside(doc, from, end)
            || (said || does) && !phrases::is(doc, from, grammar::PREPOSITION) && word.ends_with("ing"))
        && (clause.len() >= 3
            || headline && said
            || phrases::is(doc, from, grammar::SUBJECT) && phrases::is_verbish(doc, from + 1))
        && (has_verb || does || phrases::is(doc, from, grammar::SUBJECT) && !phrases::is(doc, from, grammar::DETERMINER))
    {
        return Some((vec![clause], "quotes/bare-clause"));
    }
    let object = TokenRange::new(from, if pointer { from + 1 } else { object_end(doc, from, end) });
    // "…," she said, citing the weather; but in "quoting her teacher" the words are the teacher's.
    let beside = cue.form == Form::Participle
        && cue.group > 0
        && doc.word(cue.group - 1) == ","
        && !takes(tags::CLAUSE)
        && doc.folded(cue.tokens.start) != "quoting";
    let named = phrases::begins_noun_phrase(doc, from) && !is_when(doc, object);
    (takes(tags::OBJECT) && (cue.form == Form::Finite || beside) && named).then(|| (vec![object], "quotes/object"))
}

/// Whether what is said begins with a condition or a reason: "said despite the rain the match would go on".
fn begins_aside(doc: &Document, from: usize, end: usize) -> bool {
    let opens = matches!(
        doc.folded(from),
        "because"
            | "despite"
            | "unless"
            | "although"
            | "though"
            | "even"
            | "just"
            | "not"
            | "without"
            | "unlike"
            | "instead"
    );
    opens && has_verb(doc, TokenRange::new(from, end))
}

/// Whether words that bound a number begin with token `i`: "over 200", "up to 40".
fn counts(doc: &Document, i: usize) -> bool {
    let bound = |i: usize| phrases::is_adverb(doc, i) || phrases::is(doc, i, grammar::PREPOSITION);
    let number = |i: usize| doc.kind(i) == TokenKind::Number || number_words::TABLE.has_word(doc.listed(i));
    matches!(
        doc.folded(i),
        "over"
            | "about"
            | "around"
            | "under"
            | "up"
            | "nearly"
            | "almost"
            | "only"
            | "some"
            | "roughly"
            | "at"
            | "more"
            | "fewer"
            | "less"
    ) && (number(i + 1)
        || doc.folded(i + 1) == "half"
        || (bound(i + 1) || matches!(doc.folded(i + 1), "least" | "most" | "than")) && number(i + 2))
}

/// The mark that ends or pauses the clause of the cue, where nothing but time and place stands before it.
fn pause(doc: &Document, cue: &Cue) -> Option<usize> {
    const WORDS: usize = 7;
    let from = cue.end();
    (from..cue.limit.min(from + if cue.inverted { 1 } else { WORDS }))
        .take_while(|&i| !phrases::is_verbish(doc, i) && !phrases::is(doc, i, grammar::COORDINATOR))
        .find(|&i| !phrases::is_word(doc, i) && doc.kind(i) != TokenKind::Number)
        .filter(|&i| matches!(doc.word(i), "," | "." | ";") || phrases::is_dash(doc, i))
        .filter(|_| closes(doc, cue) || is_when(doc, TokenRange::new(from, from + 1)))
}

/// "As the mayor noted, the road is open": what stands behind the comma.
fn behind_as(doc: &Document, cues: &[Cue], k: usize) -> Option<TokenRange> {
    let cue = &cues[k];
    let as_ = cue.start().checked_sub(1).filter(|i| doc.folded(*i) == "as" && !cue.shared)?;
    let start = doc.sentence(doc.sentence_at(as_)).tokens.start;
    let opens = as_ == start || as_ == start + 1 && phrases::is(doc, start, grammar::COORDINATOR);
    let comma = pause(doc, cue).filter(|i| opens && cue.takes(tags::CLAUSE) && doc.word(*i) == ",")?;
    let clause = TokenRange::new(comma + 1, clause_end(doc, cues, k, comma + 1));
    (clause.len() >= 3).then_some(clause)
}

/// The clause before a cue that follows it: "The road is open, police said."
fn before(doc: &Document, cues: &[Cue], k: usize) -> Option<TokenRange> {
    let cue = &cues[k];
    let start = cue.start();
    // "…, as the mayor said"
    let start = start - usize::from(start > 0 && doc.folded(start - 1) == "as" && pause(doc, cue).is_some());
    let sentence = doc.sentence(doc.sentence_at(cue.tokens.start)).tokens;
    let start = before_apposition(doc, start, sentence.start);
    if start <= sentence.start + 1 || start > sentence.start + LONGEST || doc.word(start - 1) != "," {
        return None;
    }

    // Not past an attribution that stands before it in the sentence; "people believed dead" is none.
    let reduced = |c: &Cue| c.form == Form::Participle && c.group > 0 && phrases::is_word(doc, c.group - 1);
    let compared = |c: &Cue| c.group > 0 && matches!(doc.folded(c.group - 1), "than" | "as");
    // "Lopez will open the pass, Weber said": to open is to say only before words in marks.
    let speaks =
        |c: &Cue| c.takes(tags::CLAUSE | tags::QUESTION | tags::INFINITIVE | tags::OBJECT) || marks_follow(doc, c);
    let attributes = |c: &&Cue| !c.takes(tags::THOUGHT) && !reduced(c) && !compared(c) && speaks(c);
    let earlier = cues[..k].iter().rev().take(3).filter(|c| sentence.has(c.tokens.start));
    let from = earlier.filter(attributes).map(|c| c.end()).max();
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
    // "…, a plan announced on Friday."
    let reduced = cue.subject.is_some_and(|s| matches!(doc.folded(s.start), "a" | "an") && !is_person(doc, s));
    (closes(doc, cue)
        && !(reduced && cue.takes(tags::OBJECT))
        && !clause.is_empty()
        && whole
        && (!cue.takes(tags::OBJECT | tags::NOUNLIKE) || pause(doc, cue).is_some()))
    .then_some(clause)
}

/// The start of the office that stands in commas before the name at `name`: "…, the governor, Ana Reyes, said".
fn before_apposition(doc: &Document, name: usize, floor: usize) -> usize {
    const WORDS: usize = 8;
    let comma = |i: &usize| doc.word(*i) == ",";
    let Some(end) = name.checked_sub(1).filter(|i| comma(i) && doc.case(name).is_capitalised()) else { return name };
    let Some(start) = (floor.max(end.saturating_sub(WORDS))..end).rev().find(comma) else { return name };
    let office = TokenRange::new(start + 1, end);
    let phrase = phrases::is(doc, start + 1, grammar::DETERMINER | grammar::POSSESSIVE)
        && office.iter().all(|i| doc.kind(i) != TokenKind::Quote)
        && !office.iter().skip(2).any(|i| phrases::is_verbish(doc, i));
    let held = |i| phrases::is_office(doc, i) || doc.folded(i) == "head" && doc.folded(i + 1) == "of";
    if phrase && office.iter().any(held) { start + 1 } else { name }
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
    // "The ministry says 40 have died since May, when raiders killed 12, according to the army": the last clause is its.
    let another = |c: &&Cue| from <= c.start() && sentence.has(c.tokens.start) && c.form == Form::Finite && !c.unsaid;
    let said = cues[..k].iter().rev().take(3).filter(another).filter(|c| c.takes(tags::CLAUSE)).map(Cue::end).max();
    let link = |i: &usize| doc.word(i - 1) == "," && matches!(doc.folded(*i), "when" | "while" | "and" | "but");
    let from = said.and_then(|said| (said + 1..cue.group).rev().find(link)).map_or(from, |link| link + 1);
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

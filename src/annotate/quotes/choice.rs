//! Who of the candidates said a quoted stretch, weighed from what is seen of each.
//!
//! Each sign has a name ("cue=before rank=0", "is=person") and a weight in `data/speaker-signs.tsv`, learnt by
//! `cargo xtask train-quotes`; the candidate that weighs most is chosen, and nobody is one of them. What the rules
//! ([`super::ties`]) say is one sign among others. Of the words only those of cues are looked at, so that what was
//! learnt from one paper's politics holds for another's football.

use super::candidates::{self, Candidate, Origin, Reach};
use super::clauses;
use super::cues::{Cue, Form};
use super::phrases;
use super::signs::{Sign, Weights, class};
use super::ties::{Here, Tie};
use super::verbs::base;
use crate::document::Document;
use crate::lexicon::{cues as tags, grammar, speaker_signs};
use crate::token::TokenKind;
use crate::wire::Certainty;
use std::borrow::Cow;
use std::sync::OnceLock;

/// How many words of a stretch are searched for "I" and "we".
const LOOK: usize = 60;
/// How much more than any other a candidate must weigh for its choice to be `stated`.
const SURE: i32 = 15;

/// A stretch and its candidates.
pub(super) struct Choice<'a, 'b, 't> {
    here: &'a Here<'b, 't>,
    tie: &'a Tie,
    pub(super) candidates: Vec<Candidate>,
    reach: Reach,
    /// What stands right before the marks.
    before: &'static str,
    /// What the words begin with.
    first: &'static str,
    /// What the words end with.
    pause: &'static str,
    /// Whether the words say "I" or "we".
    first_person: bool,
}

/// The tie of the stretch `here`, as the rules have it or to a candidate that weighs more.
pub(super) fn choose(here: &Here, tie: Tie) -> Tie {
    let choice = Choice::of(here, &tie);
    let scores: Vec<i32> =
        std::iter::once(None).chain(choice.candidates.iter().map(Some)).map(|c| choice.weigh(c)).collect();
    let best = (0..scores.len()).rev().max_by_key(|&n| scores[n]).unwrap_or(0);
    let second = (0..scores.len()).filter(|n| *n != best).max_by_key(|&n| scores[n]);
    let sure = second.is_none_or(|second| scores[best] - scores[second] >= SURE);
    let chosen = best.checked_sub(1).map(|n| &choice.candidates[n]);
    if chosen.map_or(tie.subject.is_none(), |candidate| candidate.ruled) {
        let certainty = if sure { tie.certainty } else { Certainty::Inferred };
        return Tie { certainty, ..tie };
    }
    let other = second.and_then(|n| n.checked_sub(1)).map(|n| &choice.candidates[n]);
    let cue = chosen.and_then(|candidate| candidate.cue);
    let cue = cue.filter(|cue| choice.reach.sentence.has(here.cues[*cue].tokens.start));
    let said = sure && chosen.is_some_and(|candidate| candidate.origin == Origin::Cue);
    Tie {
        cue,
        subject: chosen.map(|candidate| candidate.phrase),
        certainty: if said { Certainty::Stated } else { Certainty::Inferred },
        follows: None,
        rule: Cow::Owned(format!("quotes/weighed ({})", choice.because(chosen, other).join(", "))),
    }
}

fn weight(sign: Sign) -> i32 {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::of(speaker_signs::TABLE, speaker_signs::AGAINST)).get(sign).unwrap_or(0)
}

impl<'a, 'b, 't> Choice<'a, 'b, 't> {
    pub(super) fn of(here: &'a Here<'b, 't>, tie: &'a Tie) -> Self {
        let (doc, stretch) = (here.doc, here.stretch());
        let reach = Reach::of(here);
        let open = stretch.whole.start;
        let before = if open > reach.sentence.start { link(doc, open - 1) } else { "nothing" };
        let pause = match doc.word(stretch.words.end - 1) {
            "," => "comma",
            // “We won”, she said.
            last if !matches!(last, "." | "?" | "!") && doc.word(stretch.whole.end) == "," => "comma",
            "." => "stop",
            "?" | "!" => "mark",
            _ => "none",
        };
        let own = |i: usize| matches!(doc.folded(i), "i" | "we" | "my" | "our" | "me" | "us");
        let first_person = stretch.words.iter().take(LOOK).any(own);
        let first = class(doc, stretch.words.start);
        let candidates = candidates::collect(here, tie, &reach);
        Choice { here, tie, candidates, reach, before, first, pause, first_person }
    }

    fn weigh(&self, candidate: Option<&Candidate>) -> i32 {
        let mut score = 0;
        self.each_sign(candidate, &mut |sign| score += weight(sign));
        score
    }

    /// The signs by which `chosen` weighs most before `other`.
    fn because(&self, chosen: Option<&Candidate>, other: Option<&Candidate>) -> Vec<String> {
        let (mut signs, mut others) = (Vec::new(), Vec::new());
        self.each_sign(other, &mut |sign| others.push(sign.concat()));
        self.each_sign(chosen, &mut |sign| signs.push((weight(sign), sign.concat())));
        signs.retain(|(weight, sign)| *weight > 0 && !others.contains(sign));
        signs.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        signs.into_iter().take(3).map(|(_, sign)| sign).collect()
    }

    /// Calls `sign` with the name of every sign that `candidate`, or nobody, has.
    pub(super) fn each_sign(&self, candidate: Option<&Candidate>, sign: &mut dyn FnMut(Sign)) {
        let Some(candidate) = candidate else { return self.nobody(sign) };
        let what = candidate.what;
        self.found(candidate, what, sign);
        let side = self.side(candidate, sign);
        self.words(candidate, what, side, sign);
        self.cue(candidate, what, sign);
    }

    fn nobody(&self, sign: &mut dyn FnMut(Sign)) {
        let (doc, words, before) = (self.here.doc, self.here.stretch().words, self.before);
        let rule = self.tie.rule.trim_start_matches("quotes/");
        sign(&["nobody"]);
        sign(&["nobody rule=", rule]);
        sign(&["nobody before=", before]);
        sign(&["nobody before=", before, " rule=", rule]);
        sign(&["nobody first=", self.first]);
        let cues = self.candidates.iter().filter(|c| c.cue.is_some()).count();
        sign(&["nobody cues=", few(cues)]);
        if self.tie.cue.is_some_and(|cue| self.here.cues[cue].takes(tags::THOUGHT)) {
            sign(&["nobody thought"]);
        }
        if self.tie.cue.is_some_and(|cue| self.here.cues[cue].unsaid) {
            sign(&["nobody unsaid"]);
        }
        sign(&["nobody case=", if doc.case(words.start).is_capitalised() { "capital" } else { "lower" }]);
    }

    /// How the candidate was found.
    fn found(&self, candidate: &Candidate, what: &str, sign: &mut dyn FnMut(Sign)) {
        if candidate.ruled {
            let rule = self.tie.rule.trim_start_matches("quotes/");
            sign(&["rule=", rule]);
            sign(&["rule=", rule, " before=", self.before]);
            sign(&["rule=", rule, " is=", what]);
            sign(&["rule=", rule, " first=", self.first]);
        } else {
            let origin = candidate.origin.name();
            sign(&["origin=", origin]);
            sign(&["origin=", origin, " before=", self.before]);
            sign(&["origin=", origin, " is=", what]);
            sign(&["origin=", origin, " first=", self.first]);
        }
    }

    /// Where the candidate stands, as seen from the marks.
    fn side(&self, candidate: &Candidate, sign: &mut dyn FnMut(Sign)) -> &'static str {
        let (doc, whole) = (self.here.doc, self.here.stretch().whole);
        let at = candidate.name.start;
        let (block, own) = (doc.block_at(at).index(), doc.block_at(whole.start).index());
        let side = match () {
            _ if self.reach.sentence.has(at) && at < whole.start => "before",
            _ if self.reach.sentence.has(at) => "behind",
            _ if at > whole.start && block == own => "sentence behind",
            _ if at > whole.start => "paragraph behind",
            _ if block == own => "sentence before",
            _ if block + 1 == own => "paragraph before",
            _ => "far before",
        };
        sign(&["side=", side]);
        sign(&["side=", side, " pause=", self.pause]);
        if let Some(cue) = self.tie.cue.filter(|_| !candidate.ruled).map(|c| &self.here.cues[c]) {
            let stands = match () {
                // "The bank told Reyes, saying that": what the cue's subject did, and to whom.
                _ if at < cue.start() && cue.subject.is_some_and(|subject| subject.end <= at) => "between",
                _ if at < cue.start() => "before",
                _ if at < whole.start => "under",
                _ => "behind",
            };
            sign(&["ruled cue ", stands]);
            sign(&["ruled cue ", stands, " origin=", candidate.origin.name()]);
        }
        side
    }

    /// What the candidate is, and the words on both sides of it.
    fn words(&self, candidate: &Candidate, what: &str, side: &str, sign: &mut dyn FnMut(Sign)) {
        let (doc, name) = (self.here.doc, candidate.name);
        sign(&["is=", what]);
        sign(&["is=", what, " side=", side]);
        if self.first_person {
            sign(&["is=", what, " first person"]);
        }
        let start = doc.sentence(doc.sentence_at(name.start)).tokens.start;
        let (mut from, mut to) = (name.start, name.end);
        while from > start && phrases::is(doc, from - 1, grammar::DETERMINER) {
            from -= 1;
        }
        loop {
            to += match () {
                _ if phrases::is_adverb(doc, to) => 1,
                // "The regulator on Thursday halted".
                _ if clauses::is_time_phrase(doc, to) => 2,
                _ => break,
            };
        }
        let left = if from > start { class(doc, from - 1) } else { "nothing" };
        let owns = doc.kind(to) == TokenKind::Clitic && doc.folded(to).ends_with('s')
            || phrases::is(doc, name.start, grammar::POSSESSIVE);
        let right = match () {
            _ if owns => "owns",
            _ if phrases::is_verbish(doc, to) => "verb",
            _ if doc.word(to) == "," => "comma",
            _ => class(doc, to),
        };
        sign(&["left=", left]);
        sign(&["right=", right]);
        if candidate.cue.is_none() {
            sign(&["no cue is=", what]);
            sign(&["no cue left=", left, " right=", right]);
            sign(&["no cue right=", right, " side=", side]);
        }
    }

    /// The cue whose subject the candidate is.
    fn cue(&self, candidate: &Candidate, what: &str, sign: &mut dyn FnMut(Sign)) {
        let (doc, whole) = (self.here.doc, self.here.stretch().whole);
        let Some(c) = candidate.cue else { return sign(&["no cue"]) };
        let cue = &self.here.cues[c];
        if !self.reach.sentence.has(cue.tokens.start) {
            return sign(&["cue outside"]);
        }
        let before = cue.tokens.start < whole.start;
        let side = if before { "before" } else { "behind" };
        let form = form(cue);
        let next = self.here.cues.partition_point(|c| c.tokens.start < whole.start);
        // How many other cues stand between.
        let rank = few(if before { next - 1 - c } else { c - next });
        sign(&["cue=", side, " ", form]);
        sign(&["cue=", side, " rank=", rank]);
        sign(&["cue=", side, " rank=", rank, " ", form]);
        sign(&["cue=", side, " rank=", rank, " before=", self.before]);
        sign(&["cue=", side, " rank=", rank, " pause=", self.pause]);
        sign(&["cue=", side, " rank=", rank, " is=", what]);
        sign(&["cue=", side, " verb=", &base(doc, cue.tokens.start)]);
        if cue.unsaid {
            sign(&["cue unsaid"]);
        }
        for (tag, name) in TAKES {
            if cue.takes(tag) {
                sign(&["cue=", side, " takes=", name]);
                sign(&["cue=", side, " rank=", rank, " takes=", name]);
            }
        }
        if before {
            self.nesting(c, next, sign);
        } else if clauses::closes(doc, cue) {
            sign(&["cue closes"]);
        }
    }

    /// How the cue at `c` stands to the others before the marks, up to `next`.
    fn nesting(&self, c: usize, next: usize, sign: &mut dyn FnMut(Sign)) {
        let (doc, cues) = (self.here.doc, self.here.cues);
        let same = |other: &usize| self.reach.sentence.has(cues[*other].tokens.start);
        let other = |other: &Cue| other.subject != cues[c].subject;
        let inner = (c.saturating_sub(4)..c)
            .filter(same)
            .any(|outer| other(&cues[outer]) && clauses::stands_under(doc, &cues[c], &cues[outer]));
        let outer = (c + 1..next.min(c + 5))
            .filter(same)
            .any(|inner| other(&cues[inner]) && clauses::stands_under(doc, &cues[inner], &cues[c]));
        let nesting = match (inner, outer) {
            (true, true) => "middle",
            (true, false) => "inner",
            (false, true) => "outer",
            (false, false) => "alone",
        };
        let tight = if self.here.is_tight(&cues[c]) { "tight" } else { "loose" };
        sign(&["cue ", nesting]);
        sign(&["cue ", nesting, " ", tight]);
        sign(&["cue ", nesting, " before=", self.before]);
        sign(&["cue ", nesting, " verb=", &base(doc, cues[c].tokens.start)]);
        let order = (0..c).rev().take(4).filter(same).count();
        sign(&["cue order=", few(order)]);
        sign(&["cue order=", few(order), " rank=", few(next - 1 - c)]);
    }
}

/// What a cue takes, in words for signs.
const TAKES: [(u32, &str); 8] = [
    (tags::CLAUSE, "clause"),
    (tags::QUOTE, "quote"),
    (tags::OBJECT, "object"),
    (tags::HEARER, "hearer"),
    (tags::THOUGHT, "thought"),
    (tags::INFINITIVE, "infinitive"),
    (tags::DOCUMENT, "document"),
    (tags::NOUNLIKE, "nounlike"),
];

/// The form of a cue, in words for signs.
fn form(cue: &Cue) -> &'static str {
    match cue.form {
        Form::Finite if cue.shared => "shared",
        Form::Finite if cue.inverted => "inverted",
        Form::Finite => "finite",
        Form::Participle => "participle",
        Form::Infinitive => "infinitive",
        Form::Source => "source",
        Form::Noun => "noun",
    }
}

/// What kind of word links the sentence to the marks.
fn link(doc: &Document, i: usize) -> &'static str {
    match doc.folded(i) {
        "that" => "that",
        "to" => "to",
        "as" => "as",
        "of" => "of",
        ":" => "colon",
        "," => "comma",
        "(" => "bracket",
        _ => class(doc, i),
    }
}

/// How many, in words for signs.
fn few(count: usize) -> &'static str {
    match count {
        0 => "0",
        1 => "1",
        2 => "2",
        _ => "3-",
    }
}

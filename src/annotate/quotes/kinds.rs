//! Tells by its words what a marked stretch is: a statement of its own, part of the writer's
//! sentence, or a term that is nobody's speech ("so-called", a title, a coined word).
//!
//! Whether they are a term is weighed ([`super::signs`]).

use super::marks::Stretch;
use super::phrases;
use crate::document::{BlockRole, Document};
use crate::lexicon::{grammar, term_contexts};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// How firmly the context makes words somebody's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hold {
    /// A cue right beside them, or the quotation that they go on.
    Firm,
    /// A cue elsewhere in the sentence.
    Sentence,
    /// Nothing.
    None,
}

/// How many words a name in marks can have.
const LONGEST_NAME: usize = 8;

/// Tags of words that alone make no name of what is in marks.
const OTHER: u32 = term_contexts::WORK | term_contexts::USES;

/// The words of a stretch where they stand.
pub(crate) struct Words<'a, 't> {
    doc: &'a Document<'t>,
    words: TokenRange,
    whole: TokenRange,
    /// Words in the marks, without punctuation; counted up to 40.
    length: usize,
}

impl<'a, 't> Words<'a, 't> {
    pub(crate) fn of(doc: &'a Document<'t>, stretch: &Stretch) -> Self {
        let length = stretch
            .words
            .iter()
            .take(40)
            .filter(|&i| matches!(doc.kind(i), TokenKind::Word | TokenKind::Number))
            .count();
        Words { doc, words: stretch.words, whole: stretch.whole, length }
    }

    /// How many words, without punctuation.
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// Whether the words stand as a sentence of their own.
    pub(crate) fn is_statement(&self) -> bool {
        let first = self.words.start;
        let upper = self.doc.case(first).is_capitalised() || matches!(self.doc.word(first), "[" | "…" | "..." | "(");
        upper && (self.length >= 4 || self.ends_with_stop() && (self.length >= 3 || self.stands_free()))
    }

    /// Whether a word before the marks talks of what is in them as a word or name.
    pub(crate) fn is_mentioned(&self) -> bool {
        self.length <= LONGEST_NAME && self.introduced_by(0) && !self.is_used() || self.is_named()
    }

    /// Whether they are a name, whoever speaks around them: "dubbed “Dawn”", Ana “Nita” Reyes.
    pub(crate) fn is_named(&self) -> bool {
        let doc = self.doc;
        let open = self.whole.start;
        let start = doc.sentence(doc.sentence_at(open)).tokens.start;
        let participle = open > start + 1
            && matches!(doc.folded(open - 1), "called" | "named" | "branded" | "labelled" | "labeled" | "known")
            && !phrases::is(doc, open - 2, grammar::SUBJECT | grammar::AUXILIARY)
            && !doc.case(open - 2).is_capitalised()
            && !self.is_predicate(start, open - 1);
        let title = self.is_work() && self.is_titled();
        self.length <= LONGEST_NAME
            && (participle
                || title
                || self.introduced_by(term_contexts::NAMES)
                || self.is_known_as()
                || self.is_explained()
                || self.is_label())
            || self.is_nickname()
    }

    /// Whether the participle at `verb` is the verb of somebody who stands before it: "which lawmakers called “fraud”",
    /// "what the chief executive, Tim Cook, called “rubbish”".
    fn is_predicate(&self, start: usize, verb: usize) -> bool {
        const REACH: usize = 12;
        let doc = self.doc;
        let from = start.max(verb.saturating_sub(REACH));
        let Some(relative) = (from..verb).rev().find(|i| matches!(doc.folded(*i), "what" | "which" | "whom")) else {
            return false;
        };
        relative + 1 < verb
            && !(relative + 1..verb).any(|i| phrases::is(doc, i, grammar::AUXILIARY) || phrases::is_verbish(doc, i))
    }

    /// Whether somebody uses the word that is talked about: "has used the phrase “…” often".
    fn is_used(&self) -> bool {
        let doc = self.doc;
        let open = self.whole.start;
        let start = doc.sentence(doc.sentence_at(open)).tokens.start;
        (start.max(open.saturating_sub(4))..open)
            .any(|i| term_contexts::TABLE.has_tag(doc.listed(i), term_contexts::USES))
    }

    /// Whether every word but the small ones has a capital.
    fn is_titled(&self) -> bool {
        let small = grammar::PREPOSITION | grammar::DETERMINER | grammar::COORDINATOR | grammar::POSSESSIVE;
        let mut words = self.words.iter().filter(|&i| phrases::is_word(self.doc, i));
        words.all(|i| self.doc.case(i).is_capitalised() || i > self.words.start && phrases::is(self.doc, i, small))
    }

    /// Whether a noun for a work stands right before the marks, or before a comma there: "his book, “…”".
    pub(crate) fn is_work(&self) -> bool {
        let doc = self.doc;
        let open = self.whole.start;
        let comma = usize::from(open > 0 && doc.word(open - 1) == ",");
        let at = open.checked_sub(1 + comma);
        let of = at.filter(|at| comma == 0 && *at > 0 && doc.folded(*at) == "of").map(|at| at - 1);
        of.or(at).is_some_and(|at| term_contexts::TABLE.has_tag(doc.listed(at), term_contexts::WORK))
    }

    /// Whether a listed phrase with any of the tags (or any phrase, without) stands right before the marks.
    fn introduced_by(&self, tags: u32) -> bool {
        let open = self.whole.start;
        let start = self.doc.sentence(self.doc.sentence_at(open)).tokens.start;
        (start.max(open.saturating_sub(3))..open).any(|from| {
            let phrase = term_contexts::TABLE.longest(self.doc, from, open);
            let takes = |bits: u32| if tags == 0 { bits & OTHER == 0 } else { bits & tags != 0 };
            phrase.is_some_and(|(end, entry)| end == open && takes(entry.bits()))
        })
    }

    /// "known locally as the “Corridor”"
    fn is_known_as(&self) -> bool {
        let doc = self.doc;
        let open = self.whole.start;
        let start = doc.sentence(doc.sentence_at(open)).tokens.start;
        let determined = open > start && phrases::is(doc, open - 1, grammar::DETERMINER);
        let Some(link) = open.checked_sub(1 + usize::from(determined)).filter(|link| *link > start) else {
            return false;
        };
        let between = |i: usize| phrases::is_adverb(doc, i) || doc.folded(i) == "known";
        doc.folded(link) == "as"
            && (start.max(link.saturating_sub(3))..link)
                .rev()
                .take_while(|i| between(*i))
                .any(|i| doc.folded(i) == "known")
    }

    /// "“the Bear of Llan”, a name that he was given": what follows says that they are a name or word.
    fn is_explained(&self) -> bool {
        let (doc, close) = (self.doc, self.whole.end);
        let comma = doc.word(close) == "," || doc.word(self.words.end - 1) == ",";
        let determiner = close + usize::from(doc.word(close) == ",");
        let noun = |i: usize| {
            matches!(
                doc.folded(i),
                "name" | "nickname" | "term" | "phrase" | "word" | "slogan" | "title" | "expression"
            )
        };
        let defined = |i: usize| matches!(doc.folded(i), "means" | "defined" | "known" | "refers");
        let which = doc.folded(determiner) == "which" && (defined(determiner + 1) || defined(determiner + 2));
        let named = phrases::is(doc, determiner, grammar::DETERMINER) && (noun(determiner + 1) || noun(determiner + 2));
        comma && (which || named)
    }

    /// "the “good neighbour” scheme", "an “outperform” rating": the noun behind says what is called so.
    fn is_label(&self) -> bool {
        const LONGEST: usize = 3;
        let (doc, open) = (self.doc, self.whole.start);
        let determiner = |i: usize| {
            phrases::is(doc, i, grammar::DETERMINER | grammar::POSSESSIVE) || doc.kind(i) == TokenKind::Clitic
        };
        self.length <= LONGEST
            && open > 0
            && (determiner(open - 1) || open > 1 && determiner(open - 2) && phrases::is_word(doc, open - 1))
            && !phrases::is_verbish(doc, open - 1)
            && phrases::is_word(doc, self.words.end - 1)
            && doc.case(self.whole.end) == Case::Lower
            && term_contexts::TABLE.has_tag(doc.listed(self.whole.end), term_contexts::THING)
    }

    /// Whether the words stand between the parts of a name: Ana "Nita" Reyes.
    fn is_nickname(&self) -> bool {
        let (doc, open, close) = (self.doc, self.whole.start, self.whole.end);
        let name = |i: usize| doc.kind(i) == TokenKind::Word && doc.case(i).is_capitalised();
        self.length <= 2
            && doc.case(self.words.start).is_capitalised()
            && doc.block(doc.block_at(open)).role != BlockRole::Headline
            && open > 0
            && name(open - 1)
            && name(close)
            && doc.sentence_at(open - 1) == doc.sentence_at(close)
    }

    /// Whether a stop stands at the end of the words, on either side of the closing mark.
    fn ends_with_stop(&self) -> bool {
        let stop = |i: usize| matches!(self.doc.word(i), "." | "," | "!" | "?" | "…" | "..." | "—" | "--");
        stop(self.words.end - 1) || self.stands_free() && stop(self.whole.end)
    }

    /// Whether nothing of the sentence but a comma or colon stands right before the opening mark.
    fn stands_free(&self) -> bool {
        let open = self.whole.start;
        open == self.doc.sentence(self.doc.sentence_at(open)).tokens.start
            || matches!(self.doc.word(open - 1), "," | ":")
    }
}

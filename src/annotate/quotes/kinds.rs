//! Tells by its words what a marked stretch is: a statement of its own, part of the writer's
//! sentence, or a term that is nobody's speech ("so-called", a title, a coined word).
//!
//! What is named so is a term. Otherwise a few signs are weighed. The weights began as those of a
//! logistic regression over the marked stretches of PolNeAR's training articles, of which 7 % are
//! terms (times ten, rounded), and were then set by hand for the best F1 on the same articles.

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
        let length = stretch.words.iter().take(40).filter(|&i| phrases::is_word(doc, i)).count();
        Words { doc, words: stretch.words, whole: stretch.whole, length }
    }

    /// Whether the words stand as a sentence of their own.
    pub(crate) fn is_statement(&self) -> bool {
        let first = self.words.start;
        let upper = self.doc.case(first).is_capitalised() || matches!(self.doc.word(first), "[" | "…" | "..." | "(");
        upper && (self.length >= 4 || self.ends_with_stop() && (self.length >= 3 || self.stands_free()))
    }

    /// Whether a word before the marks makes what is in them a name.
    pub(crate) fn is_named(&self) -> bool {
        let doc = self.doc;
        let open = self.whole.start;
        let start = doc.sentence(doc.sentence_at(open)).tokens.start;
        let named = (start.max(open.saturating_sub(3))..open)
            .any(|from| term_contexts::TABLE.longest(doc, from, open).is_some_and(|(end, _)| end == open));
        let participle = open > start + 1
            && matches!(doc.folded(open - 1), "called" | "named" | "branded" | "labelled" | "labeled" | "known")
            && !phrases::is(doc, open - 2, grammar::SUBJECT | grammar::AUXILIARY)
            && !doc.case(open - 2).is_capitalised();
        (named || participle || self.is_known_as(start)) && self.length <= 8 || self.is_nickname()
    }

    /// Whether the words are nobody's, where the context holds them so firmly.
    pub(crate) fn is_term(&self, hold: Hold) -> bool {
        self.length == 0 || self.speech_score(hold) < 0
    }

    /// Above zero, the words are more likely said than named.
    fn speech_score(&self, hold: Hold) -> i32 {
        let doc = self.doc;
        let open = self.whole.start;
        let sentence = doc.sentence(doc.sentence_at(open)).tokens;
        let before = (open > sentence.start).then(|| open - 1);
        let is_before = |holds: &dyn Fn(usize) -> bool| before.is_some_and(holds);
        let title = self.is_title();
        let follows_preposition = is_before(&|i| phrases::is(doc, i, grammar::PREPOSITION));
        let follows_possessive = is_before(&|i| doc.kind(i) == TokenKind::Clitic);
        let signs = [
            (true, 6),
            (hold == Hold::Firm, 30),
            (hold == Hold::Sentence, 20),
            (title, if self.length == 1 { -10 } else { -21 }),
            (title && (follows_preposition || follows_possessive), -18),
            (title && self.fills_block(), -30),
            (self.is_modifier(), -8),
            (self.length == 1, -5),
            ((4..=6).contains(&self.length), 7),
            (self.length > 6, 10),
            (self.has_clause(), 9),
            (self.ends_with_stop(), 4),
            (doc.block(doc.block_at(open)).role == BlockRole::Headline, 4),
            (before.is_none(), 4),
            (follows_possessive, -13),
            (follows_preposition || is_before(&|i| matches!(doc.folded(i), "the" | "this" | "and")), -4),
            (
                is_before(&|i| {
                    phrases::is(doc, i, grammar::AUXILIARY) || matches!(doc.folded(i), "a" | "an" | "as" | "that")
                }),
                6,
            ),
        ];
        signs.iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum()
    }

    /// Whether the words are written as a title is; in a headline that says nothing, unless they fill it.
    fn is_title(&self) -> bool {
        let doc = self.doc;
        if doc.block(doc.block_at(self.whole.start)).role == BlockRole::Headline && !self.fills_block() {
            return false;
        }
        let small = grammar::PREPOSITION | grammar::DETERMINER | grammar::COORDINATOR | grammar::POSSESSIVE;
        let capitalised =
            |i: usize| !phrases::is_word(doc, i) || doc.case(i).is_capitalised() || phrases::is(doc, i, small);
        self.words.len() <= 12 && doc.case(self.words.start).is_capitalised() && self.words.iter().all(capitalised)
    }

    /// "known locally as the “Corridor”"
    fn is_known_as(&self, start: usize) -> bool {
        let doc = self.doc;
        let open = self.whole.start;
        let determined = open > start && phrases::is(doc, open - 1, grammar::DETERMINER);
        let Some(link) = open.checked_sub(1 + usize::from(determined)).filter(|link| *link > start) else {
            return false;
        };
        doc.folded(link) == "as" && (start.max(link.saturating_sub(3))..link).any(|i| doc.folded(i) == "known")
    }

    /// Whether the words stand between the parts of a name: Ana "Nita" Reyes.
    fn is_nickname(&self) -> bool {
        let (doc, open, close) = (self.doc, self.whole.start, self.whole.end);
        let name = |i: usize| doc.kind(i) == TokenKind::Word && doc.case(i).is_capitalised();
        self.length <= 2
            && doc.case(self.words.start).is_capitalised()
            && open > 0
            && name(open - 1)
            && name(close)
            && doc.sentence_at(open - 1) == doc.sentence_at(close)
    }

    /// Whether a noun that they describe follows the words: a "grey" economy.
    fn is_modifier(&self) -> bool {
        let (doc, close) = (self.doc, self.whole.end);
        let small = grammar::PREPOSITION
            | grammar::AUXILIARY
            | grammar::COORDINATOR
            | grammar::SUBORDINATOR
            | grammar::SUBJECT
            | grammar::ADVERB
            | grammar::DETERMINER
            | grammar::RELATIVE
            | grammar::TIME;
        self.length <= 3
            && doc.kind(close) == TokenKind::Word
            && doc.case(close) == Case::Lower
            && doc.sentence_at(close) == doc.sentence_at(close - 1)
            && !phrases::is(doc, close, small)
    }

    /// Whether nothing else stands in their block.
    fn fills_block(&self) -> bool {
        let block = self.doc.block(self.doc.block_at(self.whole.start)).tokens;
        block.start == self.whole.start && block.end <= self.whole.end + 1
    }

    /// Whether a pronoun or an auxiliary is among the words: they make a clause.
    fn has_clause(&self) -> bool {
        self.words.iter().take(40).any(|i| phrases::is(self.doc, i, grammar::SUBJECT | grammar::AUXILIARY))
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

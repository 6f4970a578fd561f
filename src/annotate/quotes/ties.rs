//! The rules that tie a quoted stretch to its cue and speaker, in order of trust: the cue directly behind the closing
//! mark; the cue directly before the opening one; a cue elsewhere in the sentence; the sentence or paragraph that
//! introduces it with a colon; the run of quotes that it goes on; the cue of the paragraph before.

use super::attach::Attachment;
use super::clauses;
use super::cues::{Cue, Form};
use super::kinds::Words;
use super::marks::Stretch;
use super::{named, phrases, subjects};
use crate::annotate::entities::Entities;
use crate::document::Document;
use crate::lexicon::{cues as tags, grammar};
use crate::span::TokenRange;
use crate::wire::{Certainty, EntityKind, QuoteKind};
use std::borrow::Cow;

/// Who a stretch is tied to, before its kind is known.
pub(super) struct Tie {
    pub(super) cue: Option<usize>,
    pub(super) subject: Option<TokenRange>,
    pub(super) certainty: Certainty,
    pub(super) follows: Option<usize>,
    pub(super) rule: Cow<'static, str>,
}

impl Tie {
    fn to(cues: &[Cue], cue: usize, rule: &'static str) -> Tie {
        Tie {
            cue: Some(cue),
            subject: cues[cue].subject,
            certainty: Certainty::Stated,
            follows: None,
            rule: rule.into(),
        }
    }

    fn inferred(subject: TokenRange, rule: &'static str) -> Tie {
        Tie { cue: None, subject: Some(subject), certainty: Certainty::Inferred, follows: None, rule: rule.into() }
    }
}

/// A stretch and all that was found before it.
pub(super) struct Here<'a, 't> {
    pub(super) doc: &'a Document<'t>,
    pub(super) entities: &'a Entities,
    pub(super) stretches: &'a [Stretch],
    pub(super) cues: &'a [Cue],
    pub(super) before: &'a [Attachment],
    pub(super) n: usize,
}

impl Here<'_, '_> {
    pub(super) fn stretch(&self) -> &Stretch {
        &self.stretches[self.n]
    }

    /// Without a cue, by where the name stands: the label of a turn in marks, or a signature.
    pub(super) fn named(&self) -> Option<Tie> {
        let (doc, stretch) = (self.doc, self.stretch());
        let stated = |subject, rule| Tie { certainty: Certainty::Stated, ..Tie::inferred(subject, rule) };
        let label = || named::label(doc, stretch).or_else(|| named::before_colon(doc, self.entities, stretch));
        let label = || label().map(|name| stated(name, "quotes/label"));
        named::signature(doc, stretch).map(|name| stated(name, "quotes/signature")).or_else(label)
    }

    /// "…, a court heard": whose words they are is not said.
    pub(super) fn heard(&self) -> Option<Tie> {
        const REACH: usize = 40;
        let (doc, close) = (self.doc, self.stretch().whole.end);
        let end = doc.sentence(doc.sentence_at(close - 1)).tokens.end.min(close + REACH);
        let body = |i: usize| {
            matches!(
                doc.folded(i),
                "court" | "jury" | "jurors" | "inquest" | "inquiry" | "tribunal" | "hearing" | "trial"
            )
        };
        let hears = |i: usize| {
            let verb = i + 1 + usize::from(phrases::is(doc, i + 1, grammar::AUXILIARY));
            let last = verb + 1 >= end
                || !phrases::is_word(doc, verb + 1)
                || phrases::is(doc, verb + 1, grammar::PREPOSITION | grammar::TIME);
            verb < end && matches!(doc.folded(verb), "heard" | "hears" | "told") && last
        };
        let heard = (close..end).any(|i| body(i) && hears(i)) && self.before_in_sentence().is_none();
        heard.then(|| Tie {
            cue: None,
            subject: None,
            certainty: Certainty::Stated,
            follows: None,
            rule: "quotes/heard".into(),
        })
    }

    pub(super) fn in_sentence(&self) -> Option<Tie> {
        let (doc, cues, stretch) = (self.doc, self.cues, self.stretch());
        let close = stretch.whole.end;
        let next = cues.partition_point(|c| c.tokens.start < close);
        let behind = (next < cues.len() && self.is_behind(&cues[next])).then_some(next);
        let previous = self.before_in_sentence();
        let tight = previous.filter(|p| self.is_tight(&cues[*p]));
        let pausing = matches!(doc.word(stretch.words.end - 1), "," | "?" | "!" | "—" | "--" | "…");
        let ends_there = |c: &usize| previous.is_none() || clauses::closes(doc, &cues[*c]);
        if let Some(cue) = behind.filter(|_| pausing || tight.is_none()).filter(ends_there) {
            return Some(Tie::to(cues, cue, "quotes/cue-behind"));
        }
        if let Some(cue) = tight {
            let follows = self
                .n
                .checked_sub(1)
                .filter(|p| self.stretches[*p].whole.end <= cues[cue].start())
                .filter(|p| self.before.get(*p).is_some_and(|before| before.cue == Some(cue)));
            let rule = match () {
                _ if self.is_told(cue) => "quotes/cue-told",
                _ if doc.folded(cues[cue].tokens.end) == "by" => "quotes/cue-by",
                _ => "quotes/cue-before",
            };
            return Some(Tie { follows, ..Tie::to(cues, cue, rule) });
        }
        let end = doc.sentence(doc.sentence_at(close - 1)).tokens.end;
        let trailing = (next..cues.len().min(next + 4))
            .take_while(|c| cues[*c].tokens.start < end)
            .find(|c| self.is_trailing(&cues[*c]));
        let outermost = |c: &usize| cues[*c].form == Form::Finite && clauses::closes(doc, &cues[*c]);
        if let Some(cue) = trailing.filter(|c| previous.is_none() || outermost(c)) {
            return Some(Tie::to(cues, cue, "quotes/cue-at-end"));
        }
        previous.map(|cue| Tie::to(cues, cue, "quotes/cue-in-sentence"))
    }

    /// The cue before the opening mark in its sentence that the words belong to.
    fn before_in_sentence(&self) -> Option<usize> {
        let (doc, cues) = (self.doc, self.cues);
        let open = self.stretch().whole.start;
        let sentence = doc.sentence_at(open);
        let last = cues.partition_point(|c| c.tokens.start < open);
        let same = |c: &usize| doc.sentence_at(cues[*c].tokens.start) == sentence;
        // "go on", "shout": what they take stands right behind them.
        let wide = tags::CLAUSE | tags::OBJECT | tags::THOUGHT | tags::HEARER;
        let fits = |c: &usize| cues[*c].takes(wide) || self.is_tight(&cues[*c]);
        let recent = || (last.saturating_sub(3)..last).rev().take_while(same);
        let nearest = recent().find(fits).or_else(|| recent().next())?;
        // "…, which she called": not what the sentence reports, but her own words about it.
        let aside = || {
            let before = cues[nearest].start().checked_sub(1);
            before.is_some_and(|i| matches!(doc.folded(i), "which" | "whom"))
        };
        let tight = self.is_tight(&cues[nearest]);
        let keeps = tight && (Words::of(doc, self.stretch()).is_statement() || aside() || self.is_told(nearest));
        Some(if keeps { nearest } else { self.reporting(nearest, sentence.index()) })
    }

    /// Whether the cue at index `cue` has a noun phrase of its own that tells somebody the words, whoever reports that:
    /// "Lopez said a guard told her to “try God”" are the guard's.
    fn is_told(&self, cue: usize) -> bool {
        let (doc, cue) = (self.doc, &self.cues[cue]);
        let own = cue.subject.filter(|_| !cue.shared && cue.form == Form::Finite);
        cue.takes(tags::HEARER)
            && cue.takes(tags::CLAUSE)
            && self.is_tight(cue)
            && own.is_some_and(|s| !(s.len() == 1 && phrases::is(doc, s.start, grammar::SUBJECT | grammar::RELATIVE)))
    }

    /// The cue whose reported clause the cue at index `cue` stands in ("he said that he expected …"), else
    /// that cue itself: the words are the outer speaker's.
    fn reporting(&self, cue: usize, sentence: usize) -> usize {
        let mut outer = cue;
        for c in (cue.saturating_sub(4)..cue).rev() {
            let (candidate, inner) = (&self.cues[c], &self.cues[outer]);
            if self.doc.sentence_at(candidate.tokens.start).index() != sentence {
                break;
            }
            // "According to the paper, one sign read …"
            let sourced = candidate.form == Form::Source
                && candidate.subject.is_some_and(|s| self.doc.word(s.end) == "," && s.end < inner.start());
            if sourced || candidate.form != Form::Source && clauses::stands_under(self.doc, inner, candidate) {
                outer = c;
            }
        }
        outer
    }

    /// Whether the cue, with its subject, directly follows the closing mark.
    fn is_behind(&self, cue: &Cue) -> bool {
        let doc = self.doc;
        let close = self.stretch().whole.end;
        if !matches!(cue.form, Form::Finite | Form::Source)
            || cue.shared
            || cue.subject.is_none()
            || !cue.takes(tags::QUOTE | tags::CLAUSE)
        {
            return false;
        }
        let start = cue.start();
        let near = start >= close && start - close <= 3;
        let gap = || {
            (close..start).all(|i| {
                matches!(doc.folded(i), "," | "-" | "as") || phrases::is_dash(doc, i) || phrases::is_adverb(doc, i)
            })
        };
        let (here, there) = (doc.sentence_at(close - 1), doc.sentence_at(cue.tokens.start));
        // "“It was loud.” Lopez said." is badly stopped; "“It was loud.” Lopez closed the door." is not.
        let same = here == there
            || there.index() == here.index() + 1
                && doc.block_at(close - 1) == doc.block_at(cue.tokens.start)
                && (matches!(doc.word(close - 2), "?" | "!") || cue.limit - cue.end() <= 6)
                && clauses::closes(doc, cue)
                && start == close;
        near && same && gap()
    }

    /// Whether the cue leads right up to the opening mark.
    pub(super) fn is_tight(&self, cue: &Cue) -> bool {
        let open = self.stretch().whole.start;
        let from = cue.after.max(cue.end());
        from <= open
            && (self.doc.word(open - 1) == ":"
                || open - from <= 2 && !(from..open).any(|i| phrases::is_verbish(self.doc, i)))
    }

    /// Whether the cue closes its sentence: "…, the mayor said."
    fn is_trailing(&self, cue: &Cue) -> bool {
        if cue.form == Form::Source {
            return true;
        }
        let start = cue.start();
        let after_comma = start > 0
            && (self.doc.word(start - 1) == ","
                || self.stretches.iter().skip(self.n).take(4).any(|s| s.whole.end == start));
        cue.form == Form::Finite && !cue.shared && after_comma && cue.takes(tags::CLAUSE | tags::QUOTE)
    }

    /// A colon before the mark, in this block or at the end of the one before.
    pub(super) fn introduced(&self) -> Option<Tie> {
        let doc = self.doc;
        let open = self.stretch().whole.start;
        if open == 0 || doc.word(open - 1) != ":" {
            return None;
        }
        let sentence = doc.sentence(doc.sentence_at(open - 1)).tokens;
        let cue = self
            .cues
            .partition_point(|c| c.tokens.start < open)
            .checked_sub(1)
            .filter(|c| sentence.has(self.cues[*c].tokens.start) && self.cues[*c].subject.is_some());
        match cue {
            Some(cue) => Some(Tie::to(self.cues, cue, "quotes/colon")),
            None => subjects::clause_subject(doc, sentence.start, open).map(|s| Tie::inferred(s, "quotes/colon")),
        }
    }

    /// The quote before goes on: carried over paragraphs, or the next sentence of the same
    /// paragraph, or the next paragraph where both are nothing but quotes.
    pub(super) fn run(&self) -> Option<Tie> {
        let doc = self.doc;
        let open = self.stretch().whole.start;
        let in_block = |p: &usize| self.stretches[*p].whole.start >= doc.block(doc.block_at(open)).tokens.start;
        let mut recent = (self.n.saturating_sub(4)..self.n).rev().take_while(in_block);
        let direct = recent.find(|p| self.before[*p].kind == QuoteKind::Direct);
        let previous = direct.filter(|_| !self.stretch().goes_on).or(self.n.checked_sub(1))?;
        let (last, attached) = (&self.stretches[previous], &self.before[previous]);
        if attached.kind == QuoteKind::Term {
            return None;
        }
        let follow = |certainty, rule| {
            attached.subject.map(|subject| Tie {
                cue: None,
                subject: Some(subject),
                certainty,
                follows: Some(previous),
                rule: Cow::Borrowed(rule),
            })
        };
        if self.stretch().goes_on {
            return follow(attached.certainty, "quotes/carried");
        }
        let (block, last_block) = (doc.block_at(open), doc.block_at(last.whole.start));
        let begins = open == doc.sentence(doc.sentence_at(open)).tokens.start;
        if block == last_block && begins {
            let end = attached.cue.map_or(last.whole.end, |c| self.cues[c].limit.max(last.whole.end));
            let between = doc.sentence_at(open).index().saturating_sub(doc.sentence_at(end - 1).index());
            return (between <= 1).then(|| follow(attached.certainty, "quotes/run")).flatten();
        }
        None
    }

    /// No cue: whoever speaks in the sentence or paragraph before.
    pub(super) fn around(&self) -> Option<Tie> {
        let doc = self.doc;
        let open = self.stretch().whole.start;
        if let Some(named) = named::headline(doc, self.entities, self.stretch()) {
            return Some(Tie::inferred(named, "quotes/headline"));
        }
        let sentence = doc.sentence(doc.sentence_at(open));
        let block = doc.block(sentence.block);
        let opens_block = open == block.tokens.start;
        // The cue of the sentence before, or of the paragraph before for one that opens its own.
        let from = match (opens_block, sentence.block.index().checked_sub(1)) {
            (true, Some(before)) => doc.blocks[before].tokens.start,
            (true, None) => return None,
            (false, _) => block.tokens.start,
        };
        let last = self.n.checked_sub(1).filter(|p| opens_block && self.stretches[*p].whole.end > from);
        let last = last.and_then(|p| self.before[p].subject.map(|subject| (self.stretches[p].whole.end, subject)));
        let cues = &self.cues[..self.cues.partition_point(|c| c.tokens.start < open)];
        let cue = cues.iter().rev().take(4).find(|c| c.form == Form::Finite && !c.shared);
        let cue = cue.filter(|c| c.tokens.start >= from).and_then(|c| Some((c.tokens.end, c.subject?)));
        match (last, cue) {
            (Some((end, subject)), Some((at, _))) if end >= at => {
                return Some(Tie::inferred(subject, "quotes/paragraph-before"));
            }
            (Some((_, subject)), None) => return Some(Tie::inferred(subject, "quotes/paragraph-before")),
            (_, Some((_, subject))) => return Some(Tie::inferred(subject, "quotes/cue-near")),
            (None, None) => {}
        }
        let start = if open > sentence.tokens.start { sentence.tokens.start } else { return None };
        subjects::clause_subject(doc, start, open)
            .filter(|s| self.can_speak(*s))
            .map(|s| Tie::inferred(s, "quotes/subject"))
    }

    /// Whether the noun phrase is a person, a body or a pronoun for one.
    fn can_speak(&self, phrase: TokenRange) -> bool {
        let doc = self.doc;
        matches!(doc.folded(phrase.start), "he" | "she" | "they" | "we" | "i")
            || phrase.iter().any(|i| {
                self.entities
                    .mention_at(i)
                    .is_some_and(|m| matches!(m.kind, EntityKind::Person | EntityKind::Organization))
            })
    }
}

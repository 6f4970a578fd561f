//! Ties each quoted stretch to its cue and speaker. What kind of quote it is, its words tell
//! ([`super::kinds`]).
//!
//! In order of trust: the cue directly behind the closing mark; the cue directly before the opening
//! one; a cue elsewhere in the sentence; the sentence or paragraph that introduces it with a colon;
//! the run of quotes that it goes on; the cue of the paragraph before.

use super::cues::{Cue, Form};
use super::indirect;
use super::kinds::{Hold, Words};
use super::marks::Stretch;
use super::signs::{self, Place};
use super::subjects;
use super::{Linked, Quote, named, phrases};
use crate::annotate::entities::Entities;
use crate::document::Document;
use crate::lexicon::cues as tags;
use crate::span::TokenRange;
use crate::wire::{Certainty, EntityKind, Marks, QuoteKind};
use std::borrow::Cow;

/// What a stretch is tied to.
#[derive(Clone, Debug)]
pub(crate) struct Attachment {
    pub(crate) kind: QuoteKind,
    /// Index of its cue.
    pub(crate) cue: Option<usize>,
    /// The noun phrase that names the speaker.
    pub(crate) subject: Option<TokenRange>,
    pub(crate) certainty: Certainty,
    /// Index of the stretch that it goes on from.
    pub(crate) follows: Option<usize>,
    pub(crate) rule: Cow<'static, str>,
}

/// Who a stretch is tied to, before its kind is known.
struct Tie {
    cue: Option<usize>,
    subject: Option<TokenRange>,
    certainty: Certainty,
    follows: Option<usize>,
    rule: &'static str,
}

impl Tie {
    fn to(cues: &[Cue], cue: usize, rule: &'static str) -> Tie {
        Tie { cue: Some(cue), subject: cues[cue].subject, certainty: Certainty::Stated, follows: None, rule }
    }

    fn inferred(subject: TokenRange, rule: &'static str) -> Tie {
        Tie { cue: None, subject: Some(subject), certainty: Certainty::Inferred, follows: None, rule }
    }
}

/// Ties each of `stretches`, in order.
pub(crate) fn attach(doc: &Document, entities: &Entities, stretches: &[Stretch], cues: &[Cue]) -> Vec<Attachment> {
    let mut out: Vec<Attachment> = Vec::with_capacity(stretches.len());
    for n in 0..stretches.len() {
        let here = Here { doc, entities, stretches, cues, before: &out, n };
        let attachment = here.attachment();
        out.push(attachment);
    }
    out
}

/// How firmly the context makes each of `stretches` somebody's.
pub(crate) fn holds(doc: &Document, entities: &Entities, stretches: &[Stretch], cues: &[Cue]) -> Vec<Hold> {
    let here = |n: usize| Here { doc, entities, stretches, cues, before: &[], n };
    (0..stretches.len())
        .map(here)
        .map(|here| here.hold(here.in_sentence().or_else(|| here.introduced()).as_ref()))
        .collect()
}

/// A stretch and all that was found before it.
struct Here<'a, 't> {
    doc: &'a Document<'t>,
    entities: &'a Entities,
    stretches: &'a [Stretch],
    cues: &'a [Cue],
    before: &'a [Attachment],
    n: usize,
}

impl Here<'_, '_> {
    fn stretch(&self) -> &Stretch {
        &self.stretches[self.n]
    }

    fn attachment(&self) -> Attachment {
        let tie = self.named().or_else(|| self.in_sentence()).or_else(|| self.introduced());
        if let Some(rule) = self.term(self.hold(tie.as_ref())) {
            return Attachment {
                kind: QuoteKind::Term,
                cue: None,
                subject: None,
                certainty: Certainty::Stated,
                follows: None,
                rule,
            };
        }
        let tie = tie.or_else(|| self.run()).or_else(|| self.around()).unwrap_or(Tie {
            cue: None,
            subject: None,
            certainty: Certainty::Inferred,
            follows: None,
            rule: "quotes/no-cue",
        });
        let words = Words::of(self.doc, self.stretch());
        let follows_direct = tie.follows.is_some_and(|f| self.before[f].kind == QuoteKind::Direct);
        let kind = if words.is_statement() || follows_direct { QuoteKind::Direct } else { QuoteKind::Mixed };
        Attachment {
            kind,
            cue: tie.cue,
            subject: tie.subject,
            certainty: tie.certainty,
            follows: tie.follows,
            rule: Cow::Borrowed(tie.rule),
        }
    }

    /// How firmly what the stretch is tied to makes the words somebody's.
    fn hold(&self, tie: Option<&Tie>) -> Hold {
        match tie.map(|tie| tie.rule) {
            Some("quotes/cue-at-end" | "quotes/cue-in-sentence") => Hold::Sentence,
            Some(_) => Hold::Firm,
            None if self.stretch().goes_on => Hold::Firm,
            None => Hold::None,
        }
    }

    /// The rule that makes the words nobody's, where the context holds them so firmly.
    fn term(&self, hold: Hold) -> Option<Cow<'static, str>> {
        let words = Words::of(self.doc, self.stretch());
        if words.length() == 0 {
            return Some(Cow::Borrowed("quotes/no-words"));
        }
        if words.is_named() || hold == Hold::None && words.is_mentioned() {
            return Some(Cow::Borrowed("quotes/named"));
        }
        let place = Place { doc: self.doc, stretches: self.stretches, cues: self.cues, n: self.n, hold };
        (signs::weigh(&place, false).score < 0).then(|| {
            let because = signs::weigh(&place, true).because;
            Cow::Owned(format!("quotes/term ({})", because.join(", ")))
        })
    }

    /// Without a cue, by where the name stands: the label of a turn in marks, or a signature.
    fn named(&self) -> Option<Tie> {
        let (doc, stretch) = (self.doc, self.stretch());
        let stated = |subject, rule| Tie { certainty: Certainty::Stated, ..Tie::inferred(subject, rule) };
        let label = || named::label(doc, stretch).map(|name| stated(name, "quotes/label"));
        named::signature(doc, stretch).map(|name| stated(name, "quotes/signature")).or_else(label)
    }

    fn in_sentence(&self) -> Option<Tie> {
        let (doc, cues, stretch) = (self.doc, self.cues, self.stretch());
        let close = stretch.whole.end;
        let next = cues.partition_point(|c| c.tokens.start < close);
        let behind = (next < cues.len() && self.is_behind(&cues[next])).then_some(next);
        let previous = self.before_in_sentence();
        let tight = previous.filter(|p| self.is_tight(&cues[*p]));
        let pausing = matches!(doc.word(stretch.words.end - 1), "," | "?" | "!" | "—" | "--" | "…");
        let ends_there = |c: &usize| previous.is_none() || indirect::closes(doc, &cues[*c]);
        if let Some(cue) = behind.filter(|_| pausing || tight.is_none()).filter(ends_there) {
            return Some(Tie::to(cues, cue, "quotes/cue-behind"));
        }
        if let Some(cue) = tight {
            let follows = self
                .n
                .checked_sub(1)
                .filter(|p| self.stretches[*p].whole.end <= cues[cue].start())
                .filter(|p| self.before.get(*p).is_some_and(|before| before.cue == Some(cue)));
            return Some(Tie { follows, ..Tie::to(cues, cue, "quotes/cue-before") });
        }
        let end = doc.sentence(doc.sentence_at(close - 1)).tokens.end;
        let trailing = (next..cues.len().min(next + 4))
            .take_while(|c| cues[*c].tokens.start < end)
            .find(|c| self.is_trailing(&cues[*c]));
        let outermost = |c: &usize| cues[*c].form == Form::Finite && indirect::closes(doc, &cues[*c]);
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
        let keeps = self.is_tight(&cues[nearest]) && (Words::of(doc, self.stretch()).is_statement() || aside());
        Some(if keeps { nearest } else { self.reporting(nearest, sentence.index()) })
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
            if sourced || candidate.form != Form::Source && indirect::stands_under(self.doc, inner, candidate) {
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
        let same = here == there
            || there.index() == here.index() + 1
                && doc.block_at(close - 1) == doc.block_at(cue.tokens.start)
                && (cue.limit - cue.end() <= 6
                    || matches!(doc.word(close - 2), "?" | "!") && indirect::closes(doc, cue))
                && start == close;
        near && same && gap()
    }

    /// Whether the cue leads right up to the opening mark.
    fn is_tight(&self, cue: &Cue) -> bool {
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
    fn introduced(&self) -> Option<Tie> {
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
    fn run(&self) -> Option<Tie> {
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
                rule,
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
    fn around(&self) -> Option<Tie> {
        let doc = self.doc;
        let open = self.stretch().whole.start;
        if let Some(named) = named::headline(doc, self.stretch()) {
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
                    .mention_at(doc, i)
                    .is_some_and(|m| matches!(m.kind, EntityKind::Person | EntityKind::Organization))
            })
    }
}

/// Makes a quote of each stretch.
pub(crate) fn quotes(doc: &Document, stretches: &[Stretch], cues: &[Cue], attached: &[Attachment]) -> Vec<Linked> {
    let span = |n: usize| doc.span_of(stretches[n].words);
    let mut out = Vec::with_capacity(stretches.len());
    for (n, (stretch, attachment)) in stretches.iter().zip(attached).enumerate() {
        if stretch.words.is_empty() {
            continue;
        }
        let cue = attachment.cue.map(|c| &cues[c]);
        let clause =
            (attachment.kind == QuoteKind::Mixed).then(|| indirect::clause_around(doc, cues, stretch, attachment.cue));
        let quote = Quote {
            kind: attachment.kind,
            span: span(n),
            content: vec![span(n)],
            clause: clause.map(|tokens| doc.span_of(tokens)),
            marks: stretch.marks,
            cue: cue.map(|cue| cue.tokens),
            subject: attachment.subject,
            certainty: attachment.certainty,
            continues: None,
            rule: attachment.rule.clone(),
        };
        let from = attachment.follows.filter(|f| {
            !stretches[*f].words.is_empty()
                && (attachment.kind == QuoteKind::Direct || stretches[*f].marks == Marks::Carried)
        });
        out.push((quote, from.map(span)));
    }
    out
}

//! Ties each quoted stretch to its cue and speaker: by the rules ([`super::ties`]) where they are sure, else to
//! whom of the candidates most speaks for ([`super::choice`]). What kind of quote it is, its words tell
//! ([`super::kinds`]).

use super::candidates::{Candidate, Reach};
use super::choice::{self, Choice};
use super::cues::Cue;
use super::indirect;
use super::kinds::{Hold, Words};
use super::marks::Stretch;
use super::signs::{self, Place};
use super::ties::{Here, Tie};
use super::{Linked, Quote, repeated};
use crate::annotate::entities::Entities;
use crate::document::Document;
use crate::span::{Span, TokenRange};
use crate::wire::{Certainty, Marks, QuoteKind};
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

/// Ties each of `stretches`, in order.
pub(crate) fn attach(doc: &Document, entities: &Entities, stretches: &[Stretch], cues: &[Cue]) -> Vec<Attachment> {
    let mut out = attach_by(doc, entities, stretches, cues, &mut choice::choose);
    repeated::attribute(doc, stretches, &mut out);
    out
}

/// Ties each of `stretches`, in order, as `choose` decides from what the rules say.
fn attach_by(
    doc: &Document,
    entities: &Entities,
    stretches: &[Stretch],
    cues: &[Cue],
    choose: &mut dyn FnMut(&Here, Tie) -> Tie,
) -> Vec<Attachment> {
    let mut out: Vec<Attachment> = Vec::with_capacity(stretches.len());
    for n in 0..stretches.len() {
        let here = Here { doc, entities, stretches, cues, before: &out, n };
        let attachment = here.attachment(choose);
        out.push(attachment);
    }
    out
}

/// What is seen of the candidates for a marked stretch.
pub struct Seen {
    /// The words in the marks.
    pub words: Span,
    /// Of each candidate the words that name it (none: nobody), and its signs.
    pub candidates: Vec<(Option<Span>, Vec<String>)>,
}

/// What is seen of the candidates for each of `stretches`, while the rules decide.
pub(crate) fn seen(doc: &Document, entities: &Entities, stretches: &[Stretch], cues: &[Cue]) -> Vec<Seen> {
    let mut out = Vec::new();
    attach_by(doc, entities, stretches, cues, &mut |here, tie| {
        let choice = Choice::of(here, &tie);
        let seen = |candidate: Option<&Candidate>| {
            let mut signs = Vec::new();
            choice.each_sign(candidate, &mut |sign| signs.push(sign.concat()));
            (candidate.map(|candidate| doc.span_of(candidate.name)), signs)
        };
        let candidates = std::iter::once(None).chain(choice.candidates.iter().map(Some)).map(seen).collect();
        out.push(Seen { words: doc.span_of(here.stretch().words), candidates });
        tie
    });
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

impl Here<'_, '_> {
    fn attachment(&self, choose: &mut dyn FnMut(&Here, Tie) -> Tie) -> Attachment {
        let tie = self.named().or_else(|| self.heard());
        let tie = tie.or_else(|| self.in_sentence()).or_else(|| self.introduced());
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
            rule: "quotes/no-cue".into(),
        });
        let tie = if is_sure(&tie) || Reach::of(self).is_crowded(self) { tie } else { choose(self, tie) };
        let words = Words::of(self.doc, self.stretch());
        let follows_direct = tie.follows.is_some_and(|f| self.before[f].kind == QuoteKind::Direct);
        let kind = if words.is_statement() || follows_direct { QuoteKind::Direct } else { QuoteKind::Mixed };
        Attachment {
            kind,
            cue: tie.cue,
            subject: tie.subject,
            certainty: tie.certainty,
            follows: tie.follows,
            rule: tie.rule,
        }
    }

    /// How firmly what the stretch is tied to makes the words somebody's.
    fn hold(&self, tie: Option<&Tie>) -> Hold {
        match tie.map(|tie| tie.rule.as_ref()) {
            Some("quotes/cue-at-end" | "quotes/cue-in-sentence") => Hold::Sentence,
            Some(_) => Hold::Firm,
            None if self.stretch().goes_on || self.stretch().marks == Marks::Carried => Hold::Firm,
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
        (!place.is_paragraph() && !place.is_pulled() && signs::weigh(&place, false).score < signs::SPEECH).then(|| {
            let because = signs::weigh(&place, true).because;
            Cow::Owned(format!("quotes/term ({})", because.join(", ")))
        })
    }
}

/// Rules that are sure enough to stand whoever else is around.
const SURE: [&str; 6] =
    ["quotes/label", "quotes/signature", "quotes/headline", "quotes/heard", "quotes/cue-told", "quotes/cue-by"];

/// Whether the rule is sure enough to stand whoever else is around.
fn is_sure(tie: &Tie) -> bool {
    SURE.contains(&tie.rule.as_ref()) || tie.follows.is_some()
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

//! Who may have said a quoted stretch: whom the rules name, the subjects of the cues around, the names, pronouns and
//! subjects of its sentence, who spoke before and who speaks next.

use super::cues::Form;
use super::marks::Stretch;
use super::ties::{Here, Tie};
use super::{head, phrases, subjects};
use crate::document::{BlockRole, Document};
use crate::lexicon::{cues as tags, grammar};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::{EntityKind, QuoteKind};

/// How many tokens before and behind the marks, within the sentence, are looked through.
const BEFORE: usize = 80;
const BEHIND: usize = 40;
/// How many candidates a stretch can have.
const MOST: usize = 16;

/// Somebody who may have said a stretch.
pub(super) struct Candidate {
    /// The noun phrase.
    pub(super) phrase: TokenRange,
    /// Of it, the words that name them.
    pub(super) name: TokenRange,
    /// What these words are.
    pub(super) what: &'static str,
    /// The cue whose subject they are.
    pub(super) cue: Option<usize>,
    /// Where they were found first.
    pub(super) origin: Origin,
    /// Whether it is whom the rules name.
    pub(super) ruled: bool,
}

/// Where a candidate was found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The subject of a cue in the sentence.
    Cue,
    /// The subject of a cue in a sentence before.
    CueAbove,
    /// The subject of a cue in the sentence after.
    CueBelow,
    /// The speaker of a stretch before.
    Last,
    /// A name in the sentence.
    Name,
    /// A pronoun in the sentence.
    Pronoun,
    /// A noun phrase before a verb in the sentence.
    Subject,
    /// The first noun phrase of the sentence.
    First,
    /// The first noun phrase of the sentence before.
    FirstAbove,
    /// Whom only the rules know.
    Rule,
}

impl Origin {
    pub(super) fn name(self) -> &'static str {
        match self {
            Origin::Cue => "cue",
            Origin::CueAbove => "cue above",
            Origin::CueBelow => "cue below",
            Origin::Last => "last speaker",
            Origin::Name => "name",
            Origin::Pronoun => "pronoun",
            Origin::Subject => "subject",
            Origin::First => "first",
            Origin::FirstAbove => "first above",
            Origin::Rule => "rule",
        }
    }
}

/// The candidates for the stretch `here`, to which the rules tie by `tie`.
pub(super) fn collect(here: &Here, tie: &Tie, reach: &Reach) -> Vec<Candidate> {
    let mut out = Collected { here, reach, list: Vec::with_capacity(MOST) };
    out.cues(tie);
    out.sentence(tie);
    out.around();
    out.list
}

struct Collected<'a, 'b, 't> {
    here: &'a Here<'b, 't>,
    reach: &'a Reach,
    list: Vec<Candidate>,
}

impl Collected<'_, '_, '_> {
    fn add(&mut self, phrase: TokenRange, cue: Option<usize>, origin: Origin) -> Option<&mut Candidate> {
        let (doc, entities) = (self.here.doc, self.here.entities);
        let name = head::of(doc, entities, phrase)?;
        // Who wrote the article or took the picture is not in it.
        let (block, own) = (doc.block_at(name.start), doc.block_at(self.here.stretch().whole.start));
        let aside = matches!(
            doc.block(block).role,
            BlockRole::Byline | BlockRole::Credit | BlockRole::Caption | BlockRole::Link
        );
        if aside && block != own {
            return None;
        }
        if let Some(at) = self.list.iter().position(|c| c.name.overlaps(name)) {
            let known = &mut self.list[at];
            known.cue = known.cue.or(cue);
            return Some(known);
        }
        let what = self.what(name);
        let mute = || {
            let kinds = ["noun", "plural", "time or number", "verb", "adverb", "it", "other name"];
            kinds.contains(&what) || what == "place" && origin == Origin::Name
        };
        if self.list.len() == MOST || cue.is_none() && origin != Origin::Rule && mute() {
            return None;
        }
        self.list.push(Candidate { phrase, name, what, cue, origin, ruled: false });
        self.list.last_mut()
    }

    /// The subjects of the cues of the sentence, the nearest first, and whom the rules name.
    fn cues(&mut self, tie: &Tie) {
        let cues = self.here.cues;
        let reach = self.reach;
        let (first, next) = reach.cues(self.here);
        if let Some(subject) = tie.subject {
            let near = tie.cue.is_some_and(|c| reach.around.has(cues[c].tokens.start));
            let origin = if near { Origin::Cue } else { Origin::Rule };
            if let Some(candidate) = self.add(subject, tie.cue, origin) {
                candidate.ruled = true;
            }
        }
        let before = (first..next).rev().take_while(|c| cues[*c].tokens.start >= reach.around.start).take(6);
        let behind = (next..cues.len()).take_while(|c| cues[*c].tokens.start < reach.around.end).take(3);
        for c in before.chain(behind) {
            // "…, a court heard": who hears behind the words did not say them.
            let hears = c >= next && !cues[c].takes(tags::QUOTE | tags::CLAUSE);
            if let Some(subject) = cues[c].subject.filter(|_| !hears) {
                self.add(subject, Some(c), Origin::Cue);
            }
        }
    }

    /// The names, pronouns and subjects of the sentence.
    fn sentence(&mut self, tie: &Tie) {
        let (doc, stretch) = (self.here.doc, self.here.stretch());
        let reach = self.reach;
        // "claiming that the plan tabled by Lopez was “a fraud”": who is only spoken of.
        let reports = |cue: &usize| {
            let cue = &self.here.cues[*cue];
            cue.form == Form::Participle && cue.takes(tags::CLAUSE) && doc.folded(cue.tokens.end) == "that"
        };
        let told = tie.cue.filter(reports).map_or(0, |cue| self.here.cues[cue].tokens.end);
        let before = TokenRange::new(reach.around.start, stretch.whole.start);
        let behind = TokenRange::new(stretch.whole.end, reach.around.end);
        if is_heard(doc, behind) {
            return;
        }
        if let Some(first) = subjects::clause_subject(doc, reach.sentence.start, before.end) {
            if !before.is_empty() {
                self.add(first, None, Origin::First);
            }
        }
        for i in before.iter().rev().chain(behind.iter()) {
            if self.list.len() == MOST {
                break;
            }
            if !phrases::is_word(doc, i) || self.is_marked(i) || told > 0 && (told..stretch.whole.start).contains(&i) {
                continue;
            }
            if let Some(mention) = self.here.entities.mention_at(i) {
                let speaks = matches!(mention.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place);
                if speaks && mention.tokens.start == i {
                    self.add(mention.tokens, None, Origin::Name);
                }
                continue;
            }
            if is_pronoun(doc, i) {
                self.add(TokenRange::new(i, i + 1), None, Origin::Pronoun);
            } else if phrases::is_verbish(doc, i) && i > 0 && !phrases::is_verbish(doc, i - 1) {
                let floor = if i < before.end { before.start } else { behind.start };
                let subject = phrases::before(doc, i, floor).filter(|s| subjects::may_speak(doc, *s));
                if let Some(subject) = subject.filter(|s| !s.iter().any(|j| self.is_marked(j))) {
                    self.add(subject, None, Origin::Subject);
                }
            }
        }
    }

    /// Who speaks before and behind the sentence.
    fn around(&mut self) {
        let (doc, cues, n) = (self.here.doc, self.here.cues, self.here.n);
        let open = self.here.stretch().whole.start;
        let block = doc.block_at(open).index();
        let reach = self.reach;
        let near = |at: usize| doc.block_at(at).index() + 2 > block;
        for before in self.here.before[..n.min(self.here.before.len())].iter().rev().take(3) {
            let spoke = before.kind != QuoteKind::Term;
            if let Some(subject) = before.subject.filter(|s| spoke && doc.block_at(s.start).index() + 3 > block) {
                self.add(subject, None, Origin::Last);
            }
        }
        let (first, next) = reach.cues(self.here);
        let above = (first.saturating_sub(4)..next).rev().filter(|c| cues[*c].tokens.start < reach.sentence.start);
        let above = above.take_while(|c| near(cues[*c].tokens.start));
        for c in above.filter(|c| matches!(cues[*c].form, Form::Finite | Form::Source)).take(2) {
            if let Some(subject) = cues[c].subject {
                self.add(subject, Some(c), Origin::CueAbove);
            }
        }
        let below = (next..cues.len().min(next + 6)).find(|c| cues[*c].tokens.start >= reach.end);
        if let Some(c) = below.filter(|c| doc.block_at(cues[*c].tokens.start).index() < block + 2) {
            if let Some(subject) = cues[c].subject.filter(|_| cues[c].form == Form::Finite) {
                self.add(subject, Some(c), Origin::CueBelow);
            }
        }
        let above = doc.sentence_at(open).index().checked_sub(1).map(|s| doc.sentences[s].tokens);
        if let Some(above) = above.filter(|s| near(s.start)) {
            if let Some(subject) = subjects::clause_subject(doc, above.start, above.end) {
                if !subject.iter().any(|i| self.is_marked(i)) {
                    self.add(subject, None, Origin::FirstAbove);
                }
            }
        }
    }

    /// What the words of a candidate are.
    fn what(&self, name: TokenRange) -> &'static str {
        let doc = self.here.doc;
        if name.len() == 1 && is_pronoun(doc, name.start) {
            return match doc.folded(name.start) {
                "he" | "she" => "he",
                "they" | "we" => "they",
                "i" | "you" => "i",
                "it" => "it",
                "who" => "who",
                "his" | "her" | "their" | "its" | "my" | "our" => "his",
                _ => "pronoun",
            };
        }
        if matches!(doc.kind(name.start), TokenKind::Link | TokenKind::Address) {
            return "person";
        }
        let mention = self.here.entities.mention_at(name.start);
        // Of several who speak together the last.
        let last = self.here.entities.mention_at(name.end - 1).filter(|_| mention.is_some());
        if let Some(mention) = last.filter(|last| last.tokens.end >= name.end) {
            return match mention.kind {
                EntityKind::Person => "person",
                EntityKind::Organization => "organization",
                EntityKind::Place => "place",
                _ => "other name",
            };
        }
        let (first, last) = (name.start, name.end - 1);
        // "Two jets" begins with a capital only because its sentence does.
        let lower = doc.case(first) == Case::Lower || first < last && doc.case(last) == Case::Lower;
        match () {
            _ if name.iter().any(|i| phrases::is_verbish(doc, i)) => "verb",
            _ if phrases::is_office(doc, last) => "person noun",
            _ if phrases::is(doc, last, grammar::DOCUMENT) => "document",
            // "Nigeria's banking regulator", "the Senate committee".
            _ if mention.is_some() => "noun of a name",
            _ if phrases::is(doc, last, grammar::TIME) || doc.kind(last) == TokenKind::Number => "time or number",
            _ if lower && doc.folded(last).ends_with('s') => "plural",
            _ if doc.folded(if lower { last } else { first }).ends_with("ing") => "verb",
            _ if lower => "noun",
            _ if phrases::is_adverb(doc, first) || phrases::is(doc, first, grammar::PREPOSITION) => "adverb",
            _ => "capital",
        }
    }

    /// Whether the token stands in marks, of the stretches near.
    fn is_marked(&self, i: usize) -> bool {
        let (stretches, n) = (self.here.stretches, self.here.n);
        let near = n.saturating_sub(6)..(n + 7).min(stretches.len());
        stretches[near].iter().any(|s: &Stretch| s.whole.has(i))
    }
}

/// The sentence of a stretch, or the sentences that it spans.
pub(super) struct Reach {
    pub(super) sentence: TokenRange,
    /// Of it, what is looked through.
    pub(super) around: TokenRange,
    pub(super) end: usize,
}

impl Reach {
    pub(super) fn of(here: &Here) -> Reach {
        let (doc, whole) = (here.doc, here.stretch().whole);
        let start = doc.sentence(doc.sentence_at(whole.start)).tokens.start;
        let end = doc.sentence(doc.sentence_at(whole.end - 1)).tokens.end.max(whole.end);
        let around = TokenRange::new(start.max(whole.start.saturating_sub(BEFORE)), end.min(whole.end + BEHIND));
        Reach { sentence: TokenRange::new(start, end), around, end }
    }

    /// Whether so many marks stand around that whose words they are can't be told from what is near.
    pub(super) fn is_crowded(&self, here: &Here) -> bool {
        const MARKS: usize = 8;
        let far = here.n.checked_sub(MARKS).and_then(|n| here.stretches.get(n));
        far.is_some_and(|stretch| stretch.whole.end > self.around.start)
    }

    /// The cues from some before the marks to the first behind the opening one.
    pub(super) fn cues(&self, here: &Here) -> (usize, usize) {
        let next = here.cues.partition_point(|c| c.tokens.start < here.stretch().whole.start);
        (next.saturating_sub(8), next)
    }
}

/// Whether the words before were heard by somebody: "…”, a court heard", "…”, the jury was told". Who said them is not told.
fn is_heard(doc: &Document, behind: TokenRange) -> bool {
    const REACH: usize = 6;
    behind.iter().take(REACH).any(|i| {
        doc.folded(i) == "heard" || doc.folded(i) == "told" && i > 0 && matches!(doc.folded(i - 1), "was" | "were")
    })
}

/// Whether the word can stand for somebody who speaks.
pub(super) fn is_pronoun(doc: &Document, i: usize) -> bool {
    phrases::is(doc, i, grammar::SUBJECT) && doc.folded(i) != "there"
        || matches!(doc.folded(i), "his" | "her" | "their" | "its" | "my" | "our" | "who")
}

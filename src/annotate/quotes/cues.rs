//! Cues: the verbs and phrases that say whose words these are, with who their subject is.
//!
//! A cue is looked for outside quotation marks, a sentence at a time. What each verb takes is in
//! `data/cues.tsv`; inflected forms are led back to the base form.

use super::marks::Stretch;
use super::phrases;
use super::subjects::{
    agrees, behind_hearer, follows_clause, inverted_subject, is_definite, may_speak, shared_subject,
};
use super::verbs::{Candidate, Candidates, Inflection, each_base, verb};
use crate::document::{BlockRole, Document};
use crate::lexicon::{cue_nouns, cues, grammar};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// Words that say whose words these are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    /// The words of the cue: "said", "pointed to", "according to".
    pub(crate) tokens: TokenRange,
    /// First token of the verb with its auxiliaries and adverbs.
    pub(crate) group: usize,
    /// What it takes.
    pub(crate) tags: u32,
    /// How it stands in its clause.
    pub(crate) form: Form,
    /// The noun phrase that speaks.
    pub(crate) subject: Option<TokenRange>,
    /// Whether the subject stands behind the verb.
    pub(crate) inverted: bool,
    /// Whether the subject is that of another verb of the sentence.
    pub(crate) shared: bool,
    /// Whether it says that nothing was said: "did not say", "would say".
    pub(crate) unsaid: bool,
    /// Where what was said may begin: behind the cue, an inverted subject and the hearer.
    pub(crate) after: usize,
    /// The end of its sentence.
    pub(crate) limit: usize,
}

/// How a cue stands in its clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// With a subject of its own: "said", "has been saying".
    Finite,
    /// "saying", "adding that".
    Participle,
    /// "to say".
    Infinitive,
    /// "according to".
    Source,
    /// "his claim", "the ministry's call".
    Noun,
}

impl Cue {
    /// Where the cue with its subject begins.
    pub(crate) fn start(&self) -> usize {
        match self.subject {
            Some(subject) if !self.shared && subject.start < self.group => subject.start,
            _ => self.group,
        }
    }

    /// Where the cue with its subject ends.
    pub(crate) fn end(&self) -> usize {
        match self.subject {
            Some(subject) if self.inverted => subject.end.max(self.tokens.end),
            _ => self.tokens.end,
        }
    }

    /// Whether it has any of the tags.
    pub(crate) fn takes(&self, tags: u32) -> bool {
        self.tags & tags != 0
    }
}

/// How far behind a quote the verb of its speaker is looked for, whatever verb it is.
const REACH: usize = 8;

/// The cues of `doc` outside `stretches`, in order.
pub(crate) fn find(doc: &Document, stretches: &[Stretch]) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut candidates = Candidates::new(doc);
    let mut next_stretch = 0;
    for sentence in &doc.sentences {
        let first = out.len();
        let mut floor = sentence.tokens.start;
        let mut i = floor;
        while i < sentence.tokens.end {
            while stretches.get(next_stretch).is_some_and(|s| s.whole.end <= i) {
                next_stretch += 1;
            }
            if let Some(stretch) = stretches.get(next_stretch).filter(|s| s.whole.has(i)) {
                i = stretch.whole.end;
                floor = i;
                continue;
            }
            let may_be = candidates.at(i);
            let behind_quote = floor > sentence.tokens.start && i > floor && i <= floor + REACH;
            if !may_be.any() && !behind_quote {
                i += 1;
                continue;
            }
            let limit =
                stretches.get(next_stretch).map_or(sentence.tokens.end, |s| s.whole.start.min(sentence.tokens.end));
            let place = Place { start: sentence.tokens.start, floor, limit, end: sentence.tokens.end };
            match at(doc, i, place, may_be, &out[first..]) {
                Some(cue) => {
                    i = cue.tokens.end;
                    out.push(cue);
                }
                None => i += 1,
            }
        }
    }
    out
}

/// Where a cue is looked for.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Start of the sentence.
    pub(super) start: usize,
    /// End of the quoted stretch before, or the start of the sentence.
    pub(super) floor: usize,
    /// Start of the next quoted stretch, or the end of the sentence.
    pub(super) limit: usize,
    /// End of the sentence.
    pub(super) end: usize,
}

fn at(doc: &Document, i: usize, place: Place, may_be: Candidate, earlier: &[Cue]) -> Option<Cue> {
    let sourced = if may_be.source { source(doc, i, place) } else { None };
    sourced
        .or_else(|| if may_be.verb { verbal(doc, i, place, earlier) } else { None })
        .or_else(|| if may_be.noun { nominal(doc, i, place) } else { None })
        .or_else(|| unknown(doc, i, place))
}

/// A noun for something said, with whose it is before it and what was said behind it: "his claim that …",
/// "the ministry's call for …".
fn nominal(doc: &Document, i: usize, place: Place) -> Option<Cue> {
    let next = i + 1;
    let follows = match doc.folded(next) {
        "that" => cue_nouns::CLAUSE,
        "to" => cue_nouns::INFINITIVE,
        "for" | "of" | "about" | "against" | "on" => cue_nouns::TOPIC,
        _ => return None,
    };
    let mut entry = None;
    each_base(doc.folded(i), |base, inflection| {
        if entry.is_none() && matches!(inflection, Inflection::Base | Inflection::Present) {
            entry = cue_nouns::TABLE.get(base);
        }
    });
    entry.filter(|entry| entry.has(follows))?;
    // "her latest, angry claim"
    let owner = (place.floor.max(i.saturating_sub(4))..i).rev().find(|&j| {
        phrases::is(doc, j, grammar::POSSESSIVE) || doc.kind(j) == TokenKind::Clitic && doc.folded(j).ends_with('s')
    })?;
    let subject = if doc.kind(owner) == TokenKind::Clitic {
        phrases::before(doc, owner, place.floor)?
    } else {
        TokenRange::new(owner, owner + 1)
    };
    (owner + 1..i).all(|j| phrases::is_word(doc, j)).then_some(Cue {
        tokens: TokenRange::new(i, next),
        group: i,
        tags: match follows {
            cue_nouns::CLAUSE => cues::CLAUSE,
            cue_nouns::INFINITIVE => cues::INFINITIVE,
            _ => cues::OBJECT,
        },
        form: Form::Noun,
        subject: Some(subject),
        inverted: false,
        shared: false,
        unsaid: false,
        after: next,
        limit: place.end,
    })
}

/// "according to X", "in the words of X".
fn source(doc: &Document, i: usize, place: Place) -> Option<Cue> {
    let words =
        |rest: &[&str]| rest.iter().enumerate().all(|(n, word)| doc.folded(i + n) == *word).then(|| i + rest.len());
    // Its first words are also in `Candidates`.
    let end = words(&["according", "to"]).or_else(|| words(&["in", "the", "words", "of"]))?;
    let subject = phrases::after(doc, end, place.limit)?;
    Some(Cue {
        tokens: TokenRange::new(i, end),
        group: i,
        tags: cues::CLAUSE | cues::QUOTE,
        form: Form::Source,
        subject: Some(subject),
        inverted: true,
        shared: false,
        unsaid: false,
        after: subject.end,
        limit: place.end,
    })
}

/// A verb that is not listed, in the place of a cue: directly behind a quote, with nothing but its
/// subject between, and at the end of its clause.
fn unknown(doc: &Document, i: usize, place: Place) -> Option<Cue> {
    let behind_quote = place.floor > place.start && i > place.floor && i <= place.floor + REACH;
    let past = |word: &str| word.len() > 4 && word.ends_with("ed") || phrases::is(doc, i, grammar::PAST);
    let verb = |word: &str| phrases::is_word(doc, i) && doc.case(i) == Case::Lower && past(word);
    if !behind_quote || !verb(doc.folded(i)) || !matches!(doc.word(place.floor - 2), "," | "?" | "!") {
        return None;
    }
    let subject = TokenRange::new(place.floor, i);
    let names = phrases::begins_noun_phrase(doc, subject.start)
        && subject.iter().all(|j| phrases::is_word(doc, j) && !phrases::is_verbish(doc, j))
        && (doc.case(subject.start).is_capitalised()
            || phrases::is(doc, subject.start, grammar::DETERMINER | grammar::SUBJECT));
    let ends = matches!(doc.word(i + 1), "." | ",") || phrases::is(doc, i + 1, grammar::PREPOSITION | grammar::TIME);
    (names && ends).then_some(Cue {
        tokens: TokenRange::new(i, i + 1),
        group: i,
        tags: cues::QUOTE,
        form: Form::Finite,
        subject: Some(subject),
        inverted: false,
        shared: false,
        unsaid: false,
        after: i + 1,
        limit: place.end,
    })
}

fn verbal(doc: &Document, i: usize, place: Place, earlier: &[Cue]) -> Option<Cue> {
    let (end, tags, inflection) = verb(doc, i)?;
    let group = Group::around(doc, i, place.floor);
    let before = (i > place.floor).then(|| i - 1);
    if let Some(before) = before {
        let nominal = phrases::is(doc, before, grammar::DETERMINER | grammar::POSSESSIVE)
            && !phrases::is(doc, before, grammar::SUBJECT)
            || doc.kind(before) == TokenKind::Clitic
                && doc.folded(before).ends_with('s')
                && inflection != Inflection::Gerund
            || doc.tokens[i].glued
            || phrases::is(doc, before, grammar::PREPOSITION) && inflection != Inflection::Gerund && !group.to;
        if nominal {
            return None;
        }
    }
    let hyphened = doc.tokens.get(end).is_some_and(|t| t.glued && doc.word(end).starts_with('-'));
    // "the ministry's Command", but not in headlines, where verbs are capitalised, too.
    let named = doc.case(i).is_capitalised()
        && before.is_some_and(|before| phrases::is_word(doc, before))
        && doc.block(doc.block_at(i)).role == BlockRole::Body;
    // "a report issued by police", but "he said by telephone".
    let done_by = inflection == Inflection::Past
        && !group.aux
        && doc.folded(end) == "by"
        && !phrases::is(doc, end + 1, grammar::VENUE)
        && !before.is_some_and(|before| phrases::is(doc, before, grammar::SUBJECT));
    // "is open", "was key": no verb.
    let adjective = group.be && matches!(inflection, Inflection::Base | Inflection::Present) && end == i + 1;
    let counted =
        inflection == Inflection::Gerund && before.is_some_and(|before| doc.kind(before) == TokenKind::Number);
    if hyphened || named || done_by || counted || adjective || takes_lives(doc, i, end) {
        return None;
    }
    let nounlike = tags & cues::NOUNLIKE != 0 && matches!(inflection, Inflection::Base | Inflection::Present);
    let form = match inflection {
        _ if group.to => Form::Infinitive,
        Inflection::Gerund if !group.be => Form::Participle,
        Inflection::Past if group.be && end == i + 1 => return None,
        _ => Form::Finite,
    };
    let mut cue = Cue {
        tokens: TokenRange::new(i, end),
        group: group.start,
        tags,
        form,
        subject: None,
        inverted: false,
        shared: false,
        unsaid: group.unsaid,
        after: end,
        limit: place.end,
    };
    match form {
        Form::Finite => {
            let own = phrases::before(doc, group.start, place.floor)
                .filter(|s| agrees(doc, *s, inflection, group.aux) && may_speak(doc, *s));
            // "their 20 pledged delegates"
            let counts = |s: TokenRange| doc.kind(s.end - 1) == TokenKind::Number && doc.kind(end) == TokenKind::Word;
            if inflection == Inflection::Past && !group.aux && own.is_some_and(counts) && tags & cues::CLAUSE == 0 {
                return None;
            }
            let told = tags & cues::HEARER != 0 && tags & cues::CLAUSE != 0;
            let behind_quote = group.start == place.floor && place.floor > place.start;
            let inverted = (group.start == i && !told)
                .then(|| inverted_subject(doc, end, place, behind_quote))
                .flatten()
                .filter(|_| behind_quote || group.start == place.start || follows_clause(doc, i, tags))
                // "Lopez, 44, denied fraud": what follows is denied.
                .filter(|s| behind_quote || own.is_none() || tags & cues::OBJECT == 0 && is_definite(doc, *s));
            cue.inverted = inverted.is_some();
            cue.subject = inverted.or(own);
            if cue.subject.is_none() {
                if nounlike || group.start > place.floor && phrases::is_verbish(doc, group.start - 1) {
                    return None;
                }
                // "Asked whether …, she said": nobody is named who asked.
                let passive = i == place.start && inflection == Inflection::Past && tags & cues::HEARER != 0;
                cue.subject = (!passive).then(|| shared_subject(doc, group.start, place, earlier)).flatten();
                cue.shared = true;
            } else if nounlike
                && !group.aux
                && !is_verb_place(doc, i, inflection, place)
                && !cue.inverted
                && !(place.floor > place.start && cue.start() == place.floor)
            {
                return None;
            }
        }
        _ => {
            cue.subject = shared_subject(doc, group.start, place, earlier);
            cue.shared = true;
        }
    }
    if cue.inverted {
        cue.after = cue.subject.map_or(end, |s| s.end);
    } else if tags & cues::HEARER != 0 {
        cue.after = behind_hearer(doc, end, place.limit);
    }
    Some(cue)
}

/// The verb's auxiliaries and adverbs.
struct Group {
    start: usize,
    aux: bool,
    be: bool,
    to: bool,
    unsaid: bool,
}

impl Group {
    fn around(doc: &Document, verb: usize, floor: usize) -> Group {
        let mut group = Group { start: verb, aux: false, be: false, to: false, unsaid: false };
        while group.start > floor && verb - group.start < 8 {
            let i = group.start - 1;
            let word = doc.folded(i);
            if phrases::is(doc, i, grammar::AUXILIARY) {
                group.be |=
                    !group.aux && matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am");
                group.aux = true;
                group.unsaid |= word.ends_with("n't")
                    || matches!(word, "cannot" | "would" | "could" | "might" | "may" | "should" | "must" | "can");
            } else if doc.kind(i) == TokenKind::Clitic && matches!(word, "'re" | "'ve" | "'ll" | "'d" | "'m") {
                group.aux = true;
            } else if word == "to" && group.start == verb {
                group.to = true;
                group.start = i;
                break;
            } else if phrases::is_adverb(doc, i) {
                group.unsaid |= matches!(word, "not" | "never" | "n't");
            } else {
                break;
            }
            group.start = i;
        }
        group
    }
}

/// Whether a form that is also a noun stands where a verb would.
/// "Clashes claimed thousands of lives": no speech.
fn takes_lives(doc: &Document, verb: usize, end: usize) -> bool {
    doc.folded(verb).starts_with("claim")
        && (end..doc.tokens.len().min(end + 8))
            .take_while(|i| phrases::is_word(doc, *i) || doc.kind(*i) == TokenKind::Number || doc.folded(*i) == "-")
            .any(|i| matches!(doc.folded(i), "lives" | "life" | "victim" | "victims"))
}

fn is_verb_place(doc: &Document, i: usize, inflection: Inflection, place: Place) -> bool {
    let region = phrases::before(doc, i, place.floor);
    if region.is_none_or(|region| region.iter().skip(1).any(|j| phrases::is_verbish(doc, j) && !doc.tokens[j].glued)) {
        return false;
    }
    let before = i - 1;
    if phrases::is(doc, before, grammar::SUBJECT) || phrases::is_adverb(doc, before) {
        return true;
    }
    let next = i + 1;
    let complement = matches!(doc.folded(next), "that" | "how" | "what" | "whether" | "if" | "why")
        || doc.word(next) == ":"
        || doc.word(next) == "," && doc.case(before).is_capitalised()
        || phrases::is(doc, next, grammar::DETERMINER | grammar::POSSESSIVE | grammar::SUBJECT)
        || doc.case(next).is_capitalised()
        || next >= place.limit;
    let plural = doc.folded(before).ends_with('s');
    // "Polls show voters …"
    let documents = plural && phrases::is(doc, before, grammar::DOCUMENT) && phrases::begins_noun_phrase(doc, next);
    (complement || documents)
        && (inflection == Inflection::Present && !plural
            || inflection == Inflection::Base && plural
            || doc.case(before).is_capitalised())
}

/// Whether a cue with its subject begins at token `i`: "he said", "said the mayor".
pub(crate) fn begins_with_cue(doc: &Document, i: usize, limit: usize) -> bool {
    let speaks = |at: usize| {
        verb(doc, at).is_some_and(|(_, tags, inflection)| {
            tags & cues::QUOTE != 0 && matches!(inflection, Inflection::Past | Inflection::Present)
        })
    };
    // "the mayor said.", not "the mayor invited the press".
    let closes = |at: usize| {
        at + 1 >= limit
            || !phrases::is_word(doc, at + 1)
            || phrases::is(doc, at + 1, grammar::PREPOSITION | grammar::TIME | grammar::OBJECT_PRONOUN)
            || phrases::is_adverb(doc, at + 1)
    };
    if speaks(i) {
        return phrases::begins_noun_phrase(doc, i + 1);
    }
    if phrases::is(doc, i, grammar::SUBJECT) {
        return speaks(i + 1) && closes(i + 1);
    }
    let introduced = phrases::is(doc, i, grammar::DETERMINER);
    phrases::begins_noun_phrase(doc, i)
        && (i + 1..limit.min(i + 6))
            .take_while(|&at| {
                phrases::is_word(doc, at) && !phrases::is(doc, at, grammar::AUXILIARY | grammar::SUBORDINATOR)
            })
            .any(|at| speaks(at) && closes(at) && (introduced || doc.case(at - 1).is_capitalised()))
}

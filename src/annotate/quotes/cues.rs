//! Cues: the verbs and phrases that say whose words these are, with who their subject is.
//!
//! A cue is looked for outside quotation marks, a sentence at a time. What each verb takes is in
//! `data/cues.tsv`; inflected forms are led back to the base form.

use super::marks::Stretch;
use super::phrases;
use crate::document::{BlockRole, Document};
use crate::lexicon::cues::{self, TABLE};
use crate::lexicon::{Entry, cue_nouns, grammar, person_nouns};
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

/// The inflection of a verb form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inflection {
    Base,
    Present,
    Past,
    Gerund,
}

const ALL: u32 = cues::CLAUSE
    | cues::QUOTE
    | cues::QUESTION
    | cues::INFINITIVE
    | cues::OBJECT
    | cues::HEARER
    | cues::THOUGHT
    | cues::DOCUMENT
    | cues::NOUNLIKE
    | cues::PART
    | cues::PAST;

fn bits(entry: Entry) -> u32 {
    (0..24).map(|bit| 1 << bit).filter(|bit| ALL & bit != 0 && entry.has(*bit)).sum()
}

/// The cue verb at token `i`: the index behind it, its tags and inflection.
fn verb(doc: &Document, i: usize) -> Option<(usize, u32, Inflection)> {
    if !phrases::is_word(doc, i) {
        return None;
    }
    let mut found = None;
    each_base(doc.folded(i), |base, inflection| {
        if found.is_some() {
            return;
        }
        let Some(entry) = TABLE.get(base) else { return };
        let inflection = if entry.has(cues::PAST) { Inflection::Past } else { inflection };
        let own = (entry
            .has(cues::CLAUSE | cues::QUOTE | cues::OBJECT | cues::QUESTION | cues::THOUGHT | cues::INFINITIVE))
        .then(|| (i + 1, bits(entry), inflection));
        found = entry.has(cues::PART).then(|| longer(doc, i, base, inflection)).flatten().or(own);
    });
    found
}

/// A cue of several words that begins with the verb `base` at `i`.
fn longer(doc: &Document, i: usize, base: &str, inflection: Inflection) -> Option<(usize, u32, Inflection)> {
    let mut phrase = base.to_string();
    let mut best = None;
    for next in i + 1..(i + 6).min(doc.tokens.len()) {
        if !phrases::is_word(doc, next) {
            break;
        }
        phrase.push(' ');
        phrase.push_str(doc.folded(next));
        if let Some(entry) = TABLE.get(&phrase) {
            best = Some((next + 1, bits(entry), inflection));
        }
    }
    best
}

/// Calls `each` with every base form that `word` may be an inflection of.
fn each_base(word: &str, mut each: impl FnMut(&str, Inflection)) {
    each(word, Inflection::Base);
    let mut endings = |suffix: &str, inflection: Inflection| {
        let Some(stem) = word.strip_suffix(suffix).filter(|stem| stem.len() > 1) else { return };
        each(stem, inflection);
        if suffix != "s" {
            each(&format!("{stem}e"), inflection);
            let mut letters = stem.chars().rev();
            if let (Some(a), Some(b)) = (letters.next(), letters.next()) {
                if a == b {
                    each(&stem[..stem.len() - a.len_utf8()], inflection);
                }
            }
        }
        if let Some(stem) = stem.strip_suffix('i') {
            each(&format!("{stem}y"), inflection);
        }
    };
    endings("ing", Inflection::Gerund);
    endings("ed", Inflection::Past);
    endings("es", Inflection::Present);
    endings("s", Inflection::Present);
}

/// The cues of `doc` outside `stretches`, in order.
pub(crate) fn find(doc: &Document, stretches: &[Stretch]) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
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
            let limit =
                stretches.get(next_stretch).map_or(sentence.tokens.end, |s| s.whole.start.min(sentence.tokens.end));
            let place = Place { start: sentence.tokens.start, floor, limit, end: sentence.tokens.end };
            match at(doc, i, place, &out[first..]) {
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
struct Place {
    /// Start of the sentence.
    start: usize,
    /// End of the quoted stretch before, or the start of the sentence.
    floor: usize,
    /// Start of the next quoted stretch, or the end of the sentence.
    limit: usize,
    /// End of the sentence.
    end: usize,
}

fn at(doc: &Document, i: usize, place: Place, earlier: &[Cue]) -> Option<Cue> {
    source(doc, i, place)
        .or_else(|| verbal(doc, i, place, earlier))
        .or_else(|| nominal(doc, i, place))
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
    let behind_quote = place.floor > place.start && i > place.floor && i <= place.floor + 8;
    let word = doc.folded(i);
    let verb = phrases::is_word(doc, i) && doc.case(i) == Case::Lower && word.len() > 4 && word.ends_with("ed");
    if !behind_quote || !verb || !matches!(doc.word(place.floor - 2), "," | "?" | "!") {
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
    if hyphened || named || done_by || counted || adjective {
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

/// Whether the words can be a noun phrase that speaks: no "playing on", "by mostly".
fn may_speak(doc: &Document, subject: TokenRange) -> bool {
    let first = subject.start;
    doc.case(first).is_capitalised()
        || !phrases::is(doc, first, grammar::PREPOSITION)
            && !(phrases::is_word(doc, first) && doc.folded(first).ends_with("ing") && doc.folded(first).len() > 5)
}

/// Whether the phrase names or points at somebody: "Ana Reyes", "the mayor", not "victory late".
fn is_definite(doc: &Document, phrase: TokenRange) -> bool {
    doc.case(phrase.start).is_capitalised()
        || phrases::is(doc, phrase.start, grammar::DETERMINER | grammar::POSSESSIVE)
        || phrase.iter().any(|i| person_nouns::TABLE.has_word(doc.folded(i)))
}

/// Whether the noun phrase can be the subject of a verb so inflected.
fn agrees(doc: &Document, subject: TokenRange, inflection: Inflection, aux: bool) -> bool {
    let one = subject.len() == 1;
    let word = doc.folded(subject.start);
    match inflection {
        Inflection::Present if !aux => !(one && matches!(word, "i" | "you" | "we" | "they")),
        Inflection::Base if !aux => !(one && matches!(word, "he" | "she" | "it")),
        _ => true,
    }
}

/// Whether the verb at `i` follows a comma behind a clause: ", said the mayor".
fn follows_clause(doc: &Document, i: usize, tags: u32) -> bool {
    i > 0 && (doc.word(i - 1) == "," || phrases::is_dash(doc, i - 1)) && tags & cues::CLAUSE != 0
}

/// The noun phrase behind the verb, where it is the subject: what follows it ends the clause.
fn inverted_subject(doc: &Document, end: usize, place: Place, behind_quote: bool) -> Option<TokenRange> {
    let subject = phrases::after(doc, end, place.limit)?;
    let object =
        phrases::is(doc, subject.start, grammar::OBJECT_PRONOUN) && !phrases::is(doc, subject.start, grammar::SUBJECT);
    if object || phrases::is(doc, subject.start, grammar::SUBORDINATOR | grammar::QUESTION) {
        return None;
    }
    let pointer = subject.len() == 1 && matches!(doc.folded(subject.start), "this" | "that" | "these" | "those");
    if pointer || subject.iter().all(|i| phrases::is(doc, i, grammar::TIME)) {
        return None;
    }
    if behind_quote {
        return Some(subject);
    }
    // ", said Rana's answer to them was late": the clause goes on.
    let goes_on = (subject.end..place.end.min(subject.end + 8))
        .take_while(|&i| phrases::is_word(doc, i) && !phrases::is(doc, i, grammar::RELATIVE))
        .any(|i| phrases::is_verbish(doc, i));
    if goes_on {
        return None;
    }
    let ends = subject.end >= place.end
        || matches!(doc.word(subject.end), "," | "." | ";" | ":" | "(" | "…")
        || phrases::is_dash(doc, subject.end)
        || phrases::is(doc, subject.end, grammar::TIME | grammar::PREPOSITION | grammar::RELATIVE)
        || phrases::is_adverb(doc, subject.end);
    let verb_inside = subject
        .iter()
        .skip(1)
        .any(|i| phrases::is_verbish(doc, i) && !doc.case(i).is_capitalised() && !doc.tokens[i].glued);
    (ends && !verb_inside && !phrases::is(doc, subject.start, grammar::SUBJECT)).then_some(subject)
}

/// The subject that a participle, an infinitive or the second of two verbs shares.
fn shared_subject(doc: &Document, before: usize, place: Place, earlier: &[Cue]) -> Option<TokenRange> {
    let recent = &earlier[earlier.len().saturating_sub(5)..];
    let mut main: Option<&Cue> = None;
    for cue in recent.iter().filter(|cue| cue.form != Form::Source && cue.subject.is_some()) {
        // A verb within what another reports does not lend its subject.
        if main.is_none_or(|main| !super::indirect::stands_under(doc, cue, main)) {
            main = Some(cue);
        }
    }
    // "Declaring victory, the candidate …": the clause behind it tells.
    let reach = if before == place.start { place.end } else { before };
    main.and_then(|cue| cue.subject).or_else(|| clause_subject(doc, place.start, reach))
}

/// The first noun phrase of the sentence that begins at `start`: its grammatical subject.
pub(crate) fn clause_subject(doc: &Document, start: usize, limit: usize) -> Option<TokenRange> {
    let limit = limit.min(start + 60);
    let mut at = start;
    while at < limit
        && (doc.kind(at) == TokenKind::Quote
            || phrases::is(doc, at, grammar::COORDINATOR)
            || phrases::is_adverb(doc, at))
    {
        at += 1;
    }
    let introduces =
        phrases::is(doc, at, grammar::PREPOSITION | grammar::SUBORDINATOR) || doc.folded(at).ends_with("ing");
    if introduces {
        if let Some(comma) = (at..limit).find(|&i| doc.word(i) == ",") {
            at = comma + 1;
        }
    }
    if doc.word(at) == "," {
        at += 1;
    }
    let phrase = bare_phrase(doc, at, limit)?;
    // "Minutes later, she …": a time is no subject.
    let timely = doc.word(phrase.end) == "," && phrase.iter().any(|i| phrases::is(doc, i, grammar::TIME));
    if timely { bare_phrase(doc, phrase.end + 1, limit) } else { Some(phrase) }
}

/// The noun phrase that begins with token `at`, up to the first verb, adverb or mark.
fn bare_phrase(doc: &Document, at: usize, limit: usize) -> Option<TokenRange> {
    if at >= limit || !phrases::begins_noun_phrase(doc, at) {
        return None;
    }
    let mut end = at + 1;
    if !phrases::is(doc, at, grammar::SUBJECT) {
        while end < limit
            && matches!(doc.kind(end), TokenKind::Word | TokenKind::Number | TokenKind::Clitic)
            && !phrases::is_verbish(doc, end)
            && !(phrases::is_adverb(doc, end) && !phrases::is(doc, end, grammar::TIME))
            && verb(doc, end).is_none_or(|(_, _, inflection)| inflection == Inflection::Base)
        {
            end += 1;
        }
    }
    Some(TokenRange::new(at, end))
}

/// The index behind the noun phrase that a verb tells: "told the BBC (that)".
fn behind_hearer(doc: &Document, end: usize, limit: usize) -> usize {
    if matches!(doc.folded(end), "that" | "if" | "whether" | "how" | "why" | "what") {
        return end;
    }
    if phrases::is(doc, end, grammar::OBJECT_PRONOUN) {
        return end + 1;
    }
    let Some(hearer) = phrases::after(doc, end, limit) else { return end };
    // Without a "that" the told clause begins with its own subject; a hearer is one short phrase.
    let mut at = end;
    while at < hearer.end && at < end + 8 {
        if at > end
            && phrases::is(doc, at, grammar::DETERMINER | grammar::SUBJECT)
            && !phrases::is(doc, at - 1, grammar::PREPOSITION)
        {
            return at;
        }
        at += 1;
    }
    hearer.end
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

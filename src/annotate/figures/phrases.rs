//! Counted noun phrases: `at least 19 Israeli soldiers`, `two of its troops`, `a 14-year-old boy`,
//! `another 12`, `no casualties`.

use super::cues::{self, Cue};
use super::grammar::{Grammar, Person, person, thing};
use crate::lexicon::{function_words as small, harms, number_words};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::Bound;

/// How far a noun can stand from its number.
const REACH: usize = 10;

/// What a phrase counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Counted {
    /// People, by a noun for people.
    People,
    /// Words that name what is no person.
    Things,
    /// Words not known for either.
    Unknown,
    /// Nothing is named: "another 12".
    Nothing,
}

/// A number and what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// From its determiner or bound words to its head.
    pub(super) whole: TokenRange,
    pub(super) number: TokenRange,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) bound: Bound,
    /// The words for what is counted, head last.
    pub(super) head: Option<TokenRange>,
    pub(super) counted: Counted,
    /// Tags of the head in `person-nouns.tsv`.
    pub(super) tags: u32,
    /// A word of harm in the phrase itself: "the four arrested men", "12 deaths".
    pub(super) harm: Option<Cue>,
    /// Whose: "its" in "two of its troops".
    pub(super) owner: Option<TokenRange>,
}

/// All counted phrases of the text, by the place of their number.
pub(super) fn find(g: &Grammar) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut numbers = g.numbers.iter().peekable();
    for sentence in &g.doc.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            while numbers.next_if(|n| n.tokens.end <= i).is_some() {}
            if let Some(number) = numbers.peek().filter(|n| n.tokens.has(i)) {
                let (low, high, bound) = (number.low, number.high, number.bound);
                let behind = number.whole.end.max(number.tokens.end);
                let count = Count { start: number.whole.start, number: number.tokens, low, high, bound };
                found.extend(phrase(g, count, behind, sentence.tokens));
                i = number.tokens.end;
            } else {
                if let Some(count) = determiner(g, i, sentence.tokens) {
                    found.extend(phrase(g, count, i + 1, sentence.tokens));
                }
                i += 1;
            }
        }
    }
    found
}

/// A count before it is known of what.
struct Count {
    start: usize,
    number: TokenRange,
    low: Option<f64>,
    high: Option<f64>,
    bound: Bound,
}

/// `a`, `another`, `no` as a count.
fn determiner(g: &Grammar, i: usize, sentence: TokenRange) -> Option<Count> {
    let number = TokenRange::new(i, i + 1);
    let counts_number = |at: usize| g.numbers.starting_in(g.doc.span_of(TokenRange::new(at, at + 1))).first().is_some();
    let (value, bound) = match g.doc.folded(i) {
        "a" | "an" => (1.0, Bound::Exact),
        "another" if i + 1 >= sentence.end || !counts_number(i + 1) => (1.0, Bound::Exact),
        "no" => (0.0, Bound::None),
        _ => return None,
    };
    Some(Count { start: i, number, low: Some(value), high: Some(value), bound })
}

fn phrase(g: &Grammar, count: Count, behind: usize, sentence: TokenRange) -> Option<Phrase> {
    let word = g.doc.folded(count.number.start);
    let article = matches!(word, "a" | "an") && count.number.len() == 1;
    let mut noun = noun(g, behind, sentence, count.low, count.high);
    let mut count = count;
    if article && g.doc.folded(noun.end) == "of" && noun.counted == Counted::People {
        // "a family of five"
        let number = g.numbers.starting_in(g.doc.span_of(TokenRange::new(noun.end + 1, noun.end + 2))).first();
        if let Some(number) = number.filter(|_| g.doc.folded(noun.end - 1) == "family") {
            count = Count { number: number.tokens, low: number.low, high: number.high, bound: number.bound, ..count };
            noun.end = number.tokens.end;
        }
    }
    if article || word == "no" && count.number.len() == 1 || word == "another" {
        let names_people = noun.counted == Counted::People
            || noun.harm.is_some_and(|cue| {
                cue.has(harms::NOUN) && (word != "a" || cue.kind == crate::wire::HarmKind::Casualties)
            });
        let elliptical = word == "another" && noun.counted == Counted::Nothing;
        if !names_people && !elliptical || article && is_apposition(g, count.start, noun.end, sentence) {
            return None;
        }
    }
    if let Some(head) = noun.head {
        // "a Dutch couple" is two.
        let group = number_words::TABLE.get(g.doc.folded(head.end - 1)).filter(|e| e.has(number_words::GROUP));
        if let (Some(group), true) = (group, count.low == Some(1.0)) {
            (count.low, count.high) = (Some(f64::from(group.value())), Some(f64::from(group.value())));
        }
    }
    let mut start = count.start;
    let before = |start: usize| start.checked_sub(1).filter(|b| sentence.has(*b));
    while let Some(b) = before(start).filter(|b| {
        g.is(*b, small::POSSESSIVE)
            || g.is_mark(
                *b,
                &["the", "all", "only", "just", "another", "these", "those", "further", "a", "total", "of", "other"],
            ) && (g.doc.folded(*b) != "of" || g.doc.folded(b.wrapping_sub(1)) == "total")
                && (g.doc.folded(*b) != "a" || g.is_mark(b + 1, &["further", "total"]))
                && (g.doc.folded(*b) != "total" || g.doc.folded(b + 1) == "of")
    }) {
        start = b;
    }
    let owner = noun.owner.or_else(|| {
        (count.start > start)
            .then(|| TokenRange::new(count.start - 1, count.start))
            .filter(|o| g.is(o.start, small::POSSESSIVE))
    });
    Some(Phrase {
        whole: TokenRange::new(start, noun.end.max(behind)),
        number: count.number,
        low: count.low,
        high: count.high,
        bound: count.bound,
        head: noun.head,
        counted: noun.counted,
        tags: noun.tags,
        harm: noun.harm,
        owner,
    })
}

/// Whether "a soldier" is said of someone named: `Ejup Bajgora, a policeman,` or `a policeman Ejup Bajgora`.
fn is_apposition(g: &Grammar, start: usize, end: usize, sentence: TokenRange) -> bool {
    let Some(comma) = start.checked_sub(1).filter(|b| sentence.has(*b)) else { return false };
    let before = comma.wrapping_sub(1);
    let is_name = |i: usize| {
        sentence.has(i)
            && g.doc.kind(i) == TokenKind::Word
            && g.doc.case(i).is_capitalised()
            && person(g.doc.folded(i)).is_none()
            && !g.is(i, small::TIME)
    };
    let named_before = g.is_mark(comma, &[","])
        && (is_name(before) && i_is_inside(before, sentence)
            || g.doc.kind(before) == TokenKind::Number && g.is_mark(before.wrapping_sub(1), &[","]));
    let named_behind = is_name(end) && is_name(end + 1) && g.doc.case(end) == Case::Title;
    named_before || named_behind || g.is_mark(comma, &["as", "is", "was", "became"])
}

/// A name is judged by more than the capital that begins a sentence.
fn i_is_inside(i: usize, sentence: TokenRange) -> bool {
    i > sentence.start
}

/// What follows a number.
struct Noun {
    end: usize,
    head: Option<TokenRange>,
    counted: Counted,
    tags: u32,
    harm: Option<Cue>,
    owner: Option<TokenRange>,
}

/// Reads the noun that begins at `at`, right behind the number.
fn noun(g: &Grammar, at: usize, sentence: TokenRange, low: Option<f64>, high: Option<f64>) -> Noun {
    let mut noun = Noun { end: at, head: None, counted: Counted::Nothing, tags: 0, harm: None, owner: None };
    let single = high == Some(1.0) && low == Some(1.0);
    let mut i = at;
    if g.doc.folded(i) == "of" && i + 1 < sentence.end {
        i += 1;
        // "two of its troops", "17 of the 28 refugees", "one of them"
        loop {
            if g.is(i, small::POSSESSIVE) {
                noun.owner = Some(TokenRange::new(i, i + 1));
            } else if !(g.is(i, small::DETERMINER)
                || g.is_mark(i, &["all", "around", "about", "more", "than", "at", "least", "some", "both", "only"])
                || number_at(g, i))
            {
                break;
            }
            i += 1;
            if i >= sentence.end {
                return noun;
            }
        }
        if g.is(i, small::PRONOUN | small::RELATIVE) {
            noun.end = i + 1;
            return noun;
        }
        if let Some(Ok(cue)) = cues::at(g, i, sentence.end) {
            let next = cue.tokens.end;
            if cue.has(harms::GROUP)
                && !(next < sentence.end && g.is_content(next) && person(g.doc.folded(next)).is_some())
            {
                noun.end = next;
                noun.harm = Some(cue);
                return noun;
            }
        }
    }
    read_head(g, i, at, sentence, single, noun)
}

fn number_at(g: &Grammar, i: usize) -> bool {
    g.doc.kind(i) == TokenKind::Number || number_words::TABLE.has_word(g.doc.folded(i))
}

/// Walks from `from` to the head of the noun phrase; `at` is where it began.
fn read_head(g: &Grammar, from: usize, at: usize, sentence: TokenRange, single: bool, mut noun: Noun) -> Noun {
    let end = sentence.end.min(from + REACH);
    let mut start = from;
    let mut unknown: Option<usize> = None;
    let mut plural_unknown: Option<usize> = None;
    let mut verb_seen = false;
    let mut i = from;
    while i < end {
        let word = g.doc.folded(i);
        let kind = g.doc.kind(i);
        if word == "-" && g.doc.tokens[i].glued && i > from {
            i += 1;
            continue;
        }
        if kind == TokenKind::Clitic && matches!(word, "'s" | "'") && i > from {
            noun.owner = Some(TokenRange::new(start, i));
            (unknown, plural_unknown, start) = (None, None, i + 1);
            i += 1;
            continue;
        }
        if word == "more" || matches!(word, "additional" | "further" | "extra") {
            if word == "more" && g.doc.folded(i + 1) == "than" {
                break;
            }
            i += 1;
            start = i;
            noun.end = i;
            continue;
        }
        if number_at(g, i) && age_end(g, i).is_some() {
            i = age_end(g, i).unwrap_or(i + 1);
            continue;
        }
        if kind != TokenKind::Word {
            break;
        }
        if g.is(i, small::CONJUNCTION) {
            // "Iraqi and Syrian soldiers"
            let joins = i > start
                && g.doc.case(i - 1) == Case::Title
                && g.doc.case(i + 1) == Case::Title
                && !g.doc.folded(i - 1).ends_with('s')
                && i + 1 < end
                && !number_at(g, i + 1);
            if !joins {
                break;
            }
            i += 1;
            continue;
        }
        let closes = small::PREPOSITION
            | small::DETERMINER
            | small::BE
            | small::HAVE
            | small::DO
            | small::MODAL
            | small::PRONOUN
            | small::RELATIVE
            | small::SUBORDINATOR
            | small::TIME
            | small::POSSESSIVE
            | small::NEGATIVE;
        if g.is(i, closes) && person(word).is_none() {
            break;
        }
        if g.is(i, small::ADVERB)
            && !matches!(word, "seriously" | "critically" | "badly" | "slightly" | "internally" | "lightly")
        {
            break;
        }
        match cues::at(g, i, end) {
            Some(Ok(cue)) => {
                let next = cue.tokens.end;
                if cue.has(harms::NOUN | harms::LIVES) && !(next < end && follows_as_noun(g, next, single)) {
                    let person = person(g.doc.folded(next - 1));
                    if person.is_none_or(|p| p.plural != single || single && !p.plural) {
                        noun.head = person.map(|_| TokenRange::new(start, next));
                        noun.counted = if person.is_some() { Counted::People } else { Counted::Things };
                        noun.tags = person.map_or(0, |p| p.tags);
                        noun.harm = Some(cue);
                        noun.end = next;
                        return noun;
                    }
                } else if !(next < end && (follows_as_noun(g, next, single))) {
                    break;
                } else if cue.has(harms::ADJECTIVE | harms::PAST | harms::PARTICIPLE | harms::PRENOMINAL) {
                    noun.harm = Some(cue);
                }
                if person(word).is_none() {
                    i = next;
                    continue;
                }
            }
            Some(Err(after)) => {
                i = after;
                continue;
            }
            None => {}
        }
        if let Some(found) = person(word) {
            if ends_here(g, i, end, found, single) {
                noun.head = Some(TokenRange::new(start, i + 1));
                noun.counted = Counted::People;
                noun.tags = found.tags;
                noun.end = i + 1;
                return noun;
            }
        } else if thing(word) && g.doc.case(i) != Case::Title {
            let next_person = i + 1 < end && person(g.doc.folded(i + 1)).is_some_and(|p| p.plural != single);
            if !next_person {
                noun.head = Some(TokenRange::new(start, i + 1));
                noun.counted = Counted::Things;
                noun.end = i + 1;
                noun.harm = None;
                return noun;
            }
        } else {
            verb_seen |= g.is_verb_like(i);
            if !verb_seen {
                unknown = Some(i);
                if word.ends_with('s') && plural_unknown.is_none() {
                    plural_unknown = Some(i);
                }
            }
        }
        i += 1;
    }
    noun.harm = None;
    if let Some(head) = if single { unknown } else { plural_unknown.or(unknown) } {
        noun.head = Some(TokenRange::new(start, head + 1));
        noun.counted = Counted::Unknown;
        noun.end = head + 1;
    } else {
        noun.end = noun.end.max(at);
    }
    noun
}

/// Whether the noun for people at `i` ends the phrase; else it only describes what follows
/// ("police stations", "Syrian soldiers").
fn ends_here(g: &Grammar, i: usize, end: usize, found: Person, single: bool) -> bool {
    let next = i + 1;
    if next < end && g.doc.folded(next) == "-" && g.doc.tokens[next].glued {
        return false;
    }
    if next < end && g.doc.kind(next) == TokenKind::Clitic {
        return false;
    }
    let more = next < end && g.is_content(next) && !g.is_verb_like(next);
    if !more {
        return found.plural != single || !single;
    }
    let word = g.doc.folded(next);
    if person(word).is_some() {
        // "police officers", but "two soldiers men": a plural takes nothing behind it.
        return found.plural
            && !single
            && !matches!(g.doc.folded(i), "police" | "crew" | "staff" | "infantry" | "women" | "human")
            && person(word).is_none_or(|p| !p.plural);
    }
    if thing(word) {
        return found.plural
            && !matches!(g.doc.folded(i), "police" | "crew" | "staff" | "children" | "women" | "human" | "infantry");
    }
    if single {
        !found.plural
            && !(g.doc.case(i) == Case::Title
                && g.doc.case(next) == Case::Lower
                && cues::at(g, next, end).is_none()
                && is_demonym_like(g, i))
    } else {
        found.plural
    }
}

/// A capitalised noun for people that can be an adjective: "a Palestinian teenager".
fn is_demonym_like(g: &Grammar, i: usize) -> bool {
    g.doc.case(i) == Case::Title && i > 0
}

/// Whether a noun for people follows at `i`, perhaps behind other words.
fn follows_as_noun(g: &Grammar, i: usize, single: bool) -> bool {
    (i..i + 4)
        .take_while(|j| g.is_content(*j) || g.is_mark(*j, &["-"]))
        .any(|j| person(g.doc.folded(j)).is_some_and(|p| p.plural != single))
}

/// The index after an age, as in `14-year-old` or `74-year old`.
fn age_end(g: &Grammar, i: usize) -> Option<usize> {
    let mut at = i + 1;
    while g.is_mark(at, &["-"]) || number_at(g, at) && at < i + 4 {
        at += 1;
    }
    if !matches!(g.doc.folded(at), "year" | "years" | "month" | "months" | "week" | "day" | "yr") {
        return None;
    }
    at += 1;
    if g.is_mark(at, &["-"]) {
        at += 1;
    }
    (g.doc.folded(at) == "old").then_some(at + 1)
}

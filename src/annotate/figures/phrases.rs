//! Counted noun phrases: `at least 19 Israeli soldiers`, `two of its troops`, `a 14-year-old boy`,
//! `another 12`, `no casualties`.

use super::super::numbers::read::begins_with;
use super::ages::{is_age, is_age_limit};
use super::cues::{self, Cue};
use super::grammar::{COUNT, Grammar};
use super::nouns::{self, Noun};
use crate::lexicon::openings::Openings;
use crate::lexicon::{function_words as small, harms, number_words, person_nouns};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::Bound;

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
    let mut found = Vec::with_capacity(g.numbers.len());
    let mut at = 0;
    for number in g.numbers.iter() {
        determiners(g, at, number.tokens.start, &mut found);
        let (low, high, bound) = (number.low, number.high, number.bound);
        let (start, behind) = in_marks(g, number.whole.start, number.whole.end.max(number.tokens.end));
        let count = Count { start, number: number.tokens, low, high, bound };
        found.extend(phrase(g, count, behind, g.sentence(number.tokens.start)));
        at = number.tokens.end;
    }
    determiners(g, at, g.doc.tokens.len(), &mut found);
    found
}

/// The phrases that are counted by no number, from one token up to another.
fn determiners(g: &Grammar, from: usize, to: usize, found: &mut Vec<Phrase>) {
    for i in (from..to).filter(|i| g.is_kind(*i, COUNT)) {
        let sentence = g.sentence(i);
        if let Some(count) = determiner(g, i, sentence) {
            let behind = count.number.end;
            found.extend(phrase(g, count, behind, sentence));
        }
    }
}

/// Whether a word can count what is behind it, without a number: asks [`determiner`].
pub(super) fn is_count(word: &str) -> bool {
    matches!(word, "a" | "an" | "another" | "no" | "double" | "triple") || is_group_noun(word)
}

/// The count with the marks around it: `killing "dozens" of people`.
fn in_marks(g: &Grammar, start: usize, behind: usize) -> (usize, usize) {
    let is_mark = |i: usize| g.doc.kind(i) == TokenKind::Quote;
    match start.checked_sub(1) {
        Some(before) if is_mark(before) && is_mark(behind) => (before, behind + 1),
        _ => (start, behind),
    }
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
    let counts_number = |at: usize| {
        begins_with(g.doc, at, Openings::NUMBER)
            && !g.numbers.starting_in(g.doc.span_of(TokenRange::new(at, at + 1))).is_empty()
    };
    let (value, bound) = match g.doc.folded(i) {
        // "two died and a third was wounded"
        "a" if is_ordinal(g, i + 1, sentence) => {
            let number = TokenRange::new(i, i + 2);
            return Some(Count { start: i, number, low: Some(1.0), high: Some(1.0), bound: Bound::Exact });
        }
        // "a further nine", "a record 12"
        "a" | "an" if i + 2 < sentence.end && counts_number(i + 2) && !g.is_mark(i + 2, &["one"]) => return None,
        "a" | "an" if !may_name(g, i + 1, sentence) => return None,
        "a" | "an" => (1.0, Bound::Exact),
        "another" if i + 1 >= sentence.end || !counts_number(i + 1) => (1.0, Bound::Exact),
        "no" if !may_name(g, i + 1, sentence) => return None,
        "no" => (0.0, Bound::None),
        "double" | "triple" if names_killings(g, i, sentence) => {
            (if g.doc.folded(i) == "double" { 2.0 } else { 3.0 }, Bound::Exact)
        }
        word if is_group_noun(word) && !g.is_mark(i + 1, &["of"]) && !after_article(g, i, sentence) => {
            (2.0, Bound::Exact)
        }
        _ => return None,
    };
    Some(Count { start: i, number, low: Some(value), high: Some(value), bound })
}

/// Whether a noun for people or for harm may stand in the noun phrase from `from` on: most articles count things.
fn may_name(g: &Grammar, from: usize, sentence: TokenRange) -> bool {
    let names = |i: usize| g.person(i).is_some() || g.is_number(i) || g.doc.opens(i).has(Openings::HARM);
    let closes = |i: usize| {
        g.is(i, nouns::CLOSES)
            && g.doc.kind(i) == TokenKind::Word
            && g.doc.folded(i + 1) != "-"
            && !g.is_mark(i, &["more", "additional", "further", "extra"])
    };
    for i in from..sentence.end.min(from + nouns::REACH) {
        if names(i) {
            return true;
        }
        if closes(i) {
            // "no out of": behind a preposition, it is another phrase.
            return i == from && g.is(i, small::PREPOSITION);
        }
    }
    false
}

/// "a third was wounded", "maimed a fourth": an ordinal that stands alone behind or before its verb.
fn is_ordinal(g: &Grammar, i: usize, sentence: TokenRange) -> bool {
    if !g.is_mark(i, &["second", "third", "fourth", "fifth", "sixth"]) {
        return false;
    }
    let is_harm = |at: usize| matches!(cues::at(g, at, sentence.end.min(at + 2)), Some(Ok(_)));
    let before = i + 1 < sentence.end && (g.is(i + 1, small::BE | small::HAVE) || is_harm(i + 1));
    let behind = i >= sentence.start + 2 && is_harm(i - 2) && !g.is_content(i + 1) && !g.is_mark(i + 1, &["of", "-"]);
    before || behind
}

/// "double Mafia killing"
fn names_killings(g: &Grammar, i: usize, sentence: TokenRange) -> bool {
    (i + 1..sentence.end.min(i + 4)).any(|j| {
        g.is_mark(
            j,
            &[
                "killing",
                "murder",
                "homicide",
                "shooting",
                "execution",
                "suicide",
                "drowning",
                "stabbing",
                "murders",
                "killings",
            ],
        )
    })
}

/// "couple", "pair": two people in one noun.
fn is_group_noun(word: &str) -> bool {
    matches!(word, "couple" | "duo") || word == "pair" || word == "twins"
}

/// Whether an article or number before the group noun at `i` already counts it.
fn after_article(g: &Grammar, i: usize, sentence: TokenRange) -> bool {
    (sentence.start.max(i.saturating_sub(4))..i)
        .rev()
        .take_while(|j| g.is_content(*j) || g.is(*j, small::DETERMINER) || g.is_number(*j))
        .any(|j| g.is_mark(j, &["a", "an", "another", "no"]) || g.is_number(j))
}

fn phrase(g: &Grammar, count: Count, behind: usize, sentence: TokenRange) -> Option<Phrase> {
    let word = g.doc.folded(count.number.start);
    let article = matches!(word, "a" | "an") && count.number.len() == 1;
    let mut count = count;
    let mut noun = if is_group_noun(word) && count.number.len() == 1 {
        let pair = TokenRange::new(count.number.start, behind);
        Noun {
            end: behind,
            head: Some(pair),
            counted: Counted::People,
            tags: person_nouns::CIVIL,
            harm: None,
            owner: None,
        }
    } else if matches!(word, "double" | "triple") {
        killings(g, behind, sentence)
    } else {
        nouns::read(g, behind, sentence, count.high)
    };
    if article && g.doc.folded(noun.end) == "of" && noun.counted == Counted::People {
        // "a family of five"
        let number = g.numbers.starting_in(g.doc.span_of(TokenRange::new(noun.end + 1, noun.end + 2))).first();
        if let Some(number) = number.filter(|_| g.doc.folded(noun.end - 1) == "family") {
            count = Count { number: number.tokens, low: number.low, high: number.high, bound: number.bound, ..count };
            noun.end = number.tokens.end;
        } else if g.doc.folded(noun.end - 1) == "family" && g.person(noun.end + 1).is_none() {
            // "a family of restaurants"
            return None;
        }
    }
    if article || word == "no" && count.number.len() == 1 || word == "another" {
        let names_people = noun.counted == Counted::People
            || word == "no" && noun.harm.is_some_and(|cue| cue.has(harms::GROUP))
            || noun.harm.is_some_and(|cue| {
                cue.has(harms::NOUN) && (word != "a" || cue.kind == crate::wire::HarmKind::Casualties)
            });
        let elliptical = word == "another" && noun.counted == Counted::Nothing;
        if !names_people && !elliptical || word != "no" && is_apposition(g, count.start, noun.end, sentence) {
            return None;
        }
    }
    if noun.counted == Counted::Nothing
        && noun.harm.is_none()
        && (is_age(g, count.number, sentence)
            || is_age_limit(g, count.start, sentence)
            || word == "one"
                && count.start > sentence.start
                && g.is_content(count.start - 1)
                // "Lindi three, Mtwara one and Coast one"
                && !(g.doc.case(count.start - 1).is_capitalised()
                    && g.is_mark(count.start.wrapping_sub(2), &[",", ":", "and"]))
                && !g.is_say(count.start - 1)
                && !g.is_mark(count.start - 1, &["left", "leave", "leaves", "leaving"])
                && cues::at(g, count.start - 1, sentence.end).is_none())
    {
        return None;
    }
    if word == "one" && g.is_mark(count.number.end, &["of"]) && is_apposition(g, count.start, noun.end, sentence) {
        return None;
    }
    // "four in five deaths", "one in every 20 deaths"
    let every = count.start.saturating_sub(usize::from(g.is_mark(count.start.wrapping_sub(1), &["every"])));
    if every > sentence.start + 1
        && g.is_mark(every - 1, &["in"])
        && g.is_number(every - 2)
        && noun.harm.is_some_and(|cue| cue.has(harms::NOUN))
    {
        return None;
    }
    // "All but one of the victims were under five": the others are not counted.
    if count.start >= sentence.start + 2
        && g.is_mark(count.start - 1, &["but"])
        && g.is_mark(count.start - 2, &["all", "everyone", "everybody"])
    {
        return None;
    }
    // "one year in prison"
    if noun.counted == Counted::Nothing && g.is_mark(noun.end, &["year", "month", "week", "day", "night"]) {
        return None;
    }
    if let Some(head) = noun.head {
        // "a Dutch couple" is two.
        let group = number_words::TABLE.get(g.doc.listed(head.end - 1)).filter(|e| e.has(number_words::GROUP));
        if let (Some(group), true) = (group, count.low == Some(1.0)) {
            (count.low, count.high) = (Some(f64::from(group.value())), Some(f64::from(group.value())));
            count.number.end = head.end;
        }
    }
    let mut start = count.start;
    while is_group_noun(word)
        && start > sentence.start
        && g.person(start - 1).is_some_and(|p| p.tags & person_nouns::NATION != 0)
    {
        start -= 1;
    }
    let before = |start: usize| start.checked_sub(1).filter(|b| sentence.has(*b));
    while let Some(b) = before(start).filter(|b| {
        g.is(*b, small::POSSESSIVE)
            || g.is_mark(
                *b,
                &["the", "all", "only", "just", "another", "these", "those", "further", "a", "total", "of", "other"],
            ) && (g.doc.folded(*b) != "of" || g.doc.folded(b.wrapping_sub(1)) == "total")
                && (g.doc.folded(*b) != "a" || g.is_mark(b + 1, &["further", "total"]))
                && (g.doc.folded(*b) != "total" || g.doc.folded(b + 1) == "of")
                // "in another 12 people died"
                && (g.doc.folded(*b) != "another" || !g.is_mark(b.wrapping_sub(1), &["in", "at"]))
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

/// What "double" counts: the killings behind it.
fn killings(g: &Grammar, at: usize, sentence: TokenRange) -> Noun {
    let cue = (at..sentence.end.min(at + 3)).find_map(|i| match cues::at(g, i, sentence.end) {
        Some(Ok(cue)) if cue.has(harms::NOUN | harms::OF) => Some(cue),
        _ => None,
    });
    let harm = cue.map(|cue| Cue { frame: cue.frame | harms::NOUN, ..cue });
    let end = harm.map_or(at, |cue| cue.tokens.end);
    Noun { end, head: None, counted: Counted::Things, tags: 0, harm, owner: None }
}

/// Whether "a soldier" is said of someone named: `Ivo Lind, a policeman,`, `a policeman Ivo Lind`,
/// `a policeman, Ivo Lind, was`; or is a part of a predicate (`is a soldier`).
fn is_apposition(g: &Grammar, start: usize, end: usize, sentence: TokenRange) -> bool {
    let is_name = |i: usize| {
        i > sentence.start
            && sentence.has(i)
            && g.doc.kind(i) == TokenKind::Word
            && g.doc.case(i).is_capitalised()
            && g.person(i).is_none()
            && !g.is(i, small::TIME)
    };
    let named_behind = is_name(end) && is_name(end + 1) && g.doc.case(end) == Case::Title
        || g.is_mark(end, &[","]) && is_name(end + 1) && is_name(end + 2);
    let Some(mark) = start.checked_sub(1).filter(|b| sentence.has(*b)) else { return named_behind };
    let before = mark.wrapping_sub(1);
    let age = g.doc.kind(before) == TokenKind::Number && g.is_mark(before.wrapping_sub(1), &[","]);
    let named_before = g.is_mark(mark, &[","]) && (is_name(before) && !is_where(g, before, sentence) || age);
    // "Among the dead was a nurse"
    let among = (sentence.start..mark).rev().take(AMONG).any(|i| g.is_mark(i, &["among", "amongst"]));
    named_before || named_behind || g.is_mark(mark, &["as", "is", "became"]) || g.is_mark(mark, &["was"]) && !among
}

/// How far before "was" can stand whom it is one of: "among those wounded in the blast was".
const AMONG: usize = 10;

/// Whether the name that ends with token `last` says where: "In Toyota, a boy died", "at Oru, Maru, a boy".
fn is_where(g: &Grammar, last: usize, sentence: TokenRange) -> bool {
    const REACH: usize = 8;
    (sentence.start..=last)
        .rev()
        .take(REACH)
        .find(|i| {
            !g.doc.case(*i).is_capitalised() && !g.is_mark(*i, &[",", "the", "-"]) || g.is(*i, small::PREPOSITION)
        })
        .is_some_and(|i| g.is_mark(i, &["in", "at", "near", "on", "outside", "across"]))
}

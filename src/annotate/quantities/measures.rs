//! Measures: a unit behind a number; shares; ages.

use super::amount::{self, Amount};
use super::{Quantity, money, quantity};
use crate::annotate::entities::Entities;
use crate::annotate::numbers::read::{begins_with, decimal};
use crate::document::Document;
use crate::lexicon::openings::Openings;
use crate::lexicon::{Entry, number_labels, person_nouns, units as words};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::{Bound, EntityKind};

/// Nobody is older.
const OLDEST: f64 = 125.0;

/// Kinds of unit, by their tags.
const KINDS: [(u32, &str); 9] = [
    (words::PERCENT, "percent"),
    (words::DISTANCE, "distance"),
    (words::AREA, "area"),
    (words::WEIGHT, "weight"),
    (words::VOLUME, "volume"),
    (words::SPEED, "speed"),
    (words::TEMPERATURE, "temperature"),
    (words::POWER, "power"),
    (words::DURATION, "duration"),
];

/// Whether a measure may begin with token `i`.
pub(super) fn may_begin(doc: &Document, i: usize) -> bool {
    begins_with(doc, i, Openings::MEASURE)
}

fn is_age(doc: &Document, i: usize) -> bool {
    matches!(doc.folded(i), "aged" | "age" | "ages")
}

/// `12.5 per cent`, `40 km`, `200-kilometre`, `three lakh rupees`, `34-year-old`, `aged 34`: what begins at token `i`.
pub(super) fn read(doc: &Document, i: usize, within: TokenRange) -> Option<Quantity> {
    if is_age(doc, i) {
        return aged(doc, i, within);
    }
    // Part of a score, date or compound: "3-2", "F-16".
    if doc.tokens[i].glued && i > within.start && !opens(doc, i - 1) {
        return None;
    }
    let one = |at: usize| match doc.kind(at) {
        TokenKind::Number => amount::in_digits(doc, at, 0, within.end),
        _ => amount::in_words(doc, at, within.end),
    };
    let first = one(i).filter(|amount| amount.end <= within.end)?;
    let mut amount = first;
    let joins = match doc.folded(first.end) {
        "to" | "or" => true,
        "and" => i > within.start && doc.folded(i - 1) == "between",
        "-" | "–" => doc.kind(first.end + 1) == TokenKind::Number,
        _ => false,
    };
    if joins && first.end + 1 < within.end {
        amount = one(first.end + 1).and_then(|second| amount::range(first, second)).unwrap_or(first);
    }
    let of_it = |amount: &Amount| {
        magnitude(doc, i, within, amount)
            .or_else(|| share(doc, i, within, amount))
            .or_else(|| metres(doc, i, within))
            .or_else(|| age(doc, i, within, amount))
            .or_else(|| in_money(doc, i, within, amount))
            .or_else(|| in_units(doc, i, within, amount))
            .or_else(|| strong(doc, i, within, amount))
    };
    // "up to 12 and 13 km": where the two are no range, the unit is asked of the first.
    of_it(&amount).or_else(|| if amount.is_range { of_it(&first) } else { None })
}

fn opens(doc: &Document, i: usize) -> bool {
    doc.kind(i) == TokenKind::Quote
        || matches!(doc.folded(i), "(" | "[" | "—" | "–" | "~" | "<" | ">" | "±" | "+" | "≈")
}

fn in_money(doc: &Document, i: usize, within: TokenRange, amount: &Amount) -> Option<Quantity> {
    let after = money::behind(doc, amount.end, within.end, amount)?;
    let unit = doc.read(TokenRange::new(amount.end, after));
    if unit.ends_with("pounds") && weighs(doc, i, after, within, amount) {
        let tokens = TokenRange::new(i, after);
        return Some(quantity(doc, within, tokens, amount, "weight", Some(unit), "quantities/unit"));
    }
    let unit = unit.trim_start_matches('-').trim_start_matches("of ").to_string();
    let tokens = TokenRange::new(i, after);
    Some(quantity(doc, within, tokens, amount, "money", Some(unit), "quantities/currency-behind"))
}

/// Whether pounds are a weight: "30 pounds of rice", "100kg (220 pounds)", "weighs 12 pounds".
fn weighs(doc: &Document, i: usize, after: usize, within: TokenRange, amount: &Amount) -> bool {
    let weight = |i: usize| {
        doc.folded(i).starts_with("weigh")
            || words::TABLE.get(doc.listed(i)).is_some_and(|entry| entry.has(words::WEIGHT))
    };
    let small = amount.scale == 1.0 && amount.low < 100_000.0;
    small && (doc.folded(after) == "of" || (within.start.max(i.saturating_sub(4))..i).any(weight))
}

fn in_units(doc: &Document, i: usize, within: TokenRange, amount: &Amount) -> Option<Quantity> {
    let hyphen = doc.folded(amount.end) == "-" && doc.tokens[amount.end].glued;
    // "hundreds of miles", "a couple of years"
    let of = doc.folded(amount.end) == "of" && (amount.high.is_none() || doc.folded(i) == "a");
    let from = amount.end + usize::from(hyphen || of);
    let glued = !hyphen && doc.tokens.get(from).is_some_and(|token| token.glued);
    let fits = |entry: Entry| if hyphen { entry.has(words::SINGLE) } else { !glued || entry.has(words::SHORT) };
    let (after, entry) = words::TABLE.longest_where(doc, from, within.end, fits)?;
    // "5 m" but not the "5 m" of "5 m people"; "Highway 12 km".
    let label =
        i > within.start && number_labels::TABLE.has_word(doc.listed(i - 1)) && doc.kind(i) == TokenKind::Number;
    // One of something has a single name: "12 minute" is a compound without its hyphen.
    let ends = ends_phrase(doc, after) || words::TABLE.has_tag(doc.listed(after), words::METRES);
    let lone = entry.has(words::LONE) && doc.case(after) == Case::Lower && !glued && !ends;
    if label || lone || doc.folded(after) == "-" && doc.tokens[after].glued && !hyphen {
        return None;
    }
    let kind = KINDS.iter().find(|(tag, _)| entry.has(*tag)).map(|(_, kind)| *kind)?;
    let unit = doc.read(TokenRange::new(from, after));
    // "minus 12 degrees".
    let minus = kind == "temperature" && i > within.start && matches!(doc.folded(i - 1), "minus" | "−");
    if minus {
        let below = Amount { low: -amount.low, high: amount.high.map(|high| -high), ..*amount };
        return Some(quantity(doc, within, TokenRange::new(i - 1, after), &below, kind, Some(unit), "quantities/unit"));
    }
    let tokens = TokenRange::new(i, after);
    Some(quantity(doc, within, tokens, amount, kind, Some(unit), "quantities/unit"))
}

/// `6.7-magnitude`, `magnitude 6.7`, `5.1 on the Richter scale`.
fn magnitude(doc: &Document, i: usize, within: TokenRange, amount: &Amount) -> Option<Quantity> {
    const STRONGEST: f64 = 10.0;
    let end = amount.end;
    let richter = (0..4).find(|k| doc.folded(end + k) == "richter").filter(|_| doc.folded(end) == "on");
    let after = match (doc.folded(end), doc.folded(end + 1)) {
        ("-", "magnitude") => end + 2,
        ("magnitude", _) => end + 1,
        ("on", _) => end + richter? + 1 + usize::from(doc.folded(end + richter? + 1) == "scale"),
        _ if i > within.start && doc.folded(i - 1) == "magnitude" => end,
        _ => return None,
    };
    let strong = doc.kind(i) == TokenKind::Number && amount.high.is_some_and(|high| high < STRONGEST);
    let tokens = TokenRange::new(i - usize::from(after == end), after);
    let unit = Some("magnitude".to_string());
    (strong && after <= within.end)
        .then(|| quantity(doc, within, tokens, amount, "other", unit, "quantities/magnitude"))
}

/// `three in ten`, `one in five`: a share.
fn share(doc: &Document, i: usize, within: TokenRange, amount: &Amount) -> Option<Quantity> {
    const MOST: f64 = 1000.0;
    let whole = amount::in_words(doc, amount.end + 1, within.end)
        .or_else(|| amount::in_digits(doc, amount.end + 1, 0, within.end))
        .filter(|_| doc.folded(amount.end) == "in" && amount.end + 1 < within.end)?;
    let of = whole
        .high
        .filter(|of| *of > amount.low && *of <= MOST && matches!(*of as u64, 2..=10 | 12 | 20 | 50 | 100 | 1000))?;
    // "one in two days" is a span of time.
    let spans = crate::lexicon::date_words::TABLE.has_tag(doc.listed(whole.end), crate::lexicon::date_words::UNIT)
        || words::TABLE.has_word(doc.listed(whole.end));
    let plain = !amount.is_range && amount.high == Some(amount.low) && amount.low.fract() == 0.0 && !spans;
    let value = 100.0 * amount.low / of;
    let amount = Amount { low: value, high: Some(value), ..*amount };
    let tokens = TokenRange::new(i, whole.end);
    plain.then(|| quantity(doc, within, tokens, &amount, "percent", Some(format!("in {of}")), "quantities/share"))
}

/// `1.85m tall`, `the 100m final`: no million.
fn metres(doc: &Document, i: usize, within: TokenRange) -> Option<Quantity> {
    let glued = doc.tokens.get(i + 1).is_some_and(|token| token.glued) && i + 2 < within.end;
    if !glued || doc.word(i + 1) != "m" || !words::TABLE.has_tag(doc.listed(i + 2), words::METRES) {
        return None;
    }
    let low = decimal(&doc.word(i).replace(',', ""), 0)?;
    let amount = Amount { end: i + 1, low, high: Some(low), is_range: false, scale: 1.0, is_marked: false };
    let tokens = TokenRange::new(i, i + 2);
    Some(quantity(doc, within, tokens, &amount, "distance", Some("m".to_string()), "quantities/unit"))
}

fn ends_phrase(doc: &Document, i: usize) -> bool {
    doc.kind(i) != TokenKind::Word || crate::lexicon::function_words::TABLE.has_word(doc.listed(i))
}

/// `34-year-old`, `34 years old`, `six months of age`.
fn age(doc: &Document, i: usize, within: TokenRange, amount: &Amount) -> Option<Quantity> {
    let skip = |at: usize| at + usize::from(doc.folded(at) == "-");
    let unit = skip(amount.end);
    if !matches!(
        doc.folded(unit),
        "year" | "years" | "month" | "months" | "week" | "weeks" | "day" | "days" | "yr" | "yrs"
    ) {
        return None;
    }
    let at = skip(unit + 1);
    let after = match doc.folded(at) {
        "old" | "olds" => at + 1,
        "of" if doc.folded(at + 1) == "age" => at + 2,
        _ => return None,
    };
    let tokens = TokenRange::new(i, after);
    let is_age = after <= within.end && amount.high.is_none_or(|high| high <= OLDEST);
    is_age.then(|| quantity(doc, within, tokens, amount, "age", Some(doc.word(unit).to_string()), "quantities/age"))
}

/// `aged 34`, `aged between 18 and 25`, `at the age of 18`.
fn aged(doc: &Document, i: usize, within: TokenRange) -> Option<Quantity> {
    let from = match doc.folded(i) {
        "aged" => i + 1,
        "age" if doc.folded(i + 1) == "of" => i + 2,
        "age" | "ages" => i + 1,
        _ => return None,
    };
    let skipped = doc.folded(from);
    let bounded = matches!(skipped, "over" | "above" | "under" | "below");
    let number = from + usize::from(bounded || matches!(skipped, "between" | "from" | "only" | "just" | "about"));
    let one = |at: usize| {
        let is_number = at < within.end && (doc.kind(at) == TokenKind::Number || doc.case(at) == Case::Lower);
        let amount = is_number.then(|| amount::in_words(doc, at, within.end))??;
        (amount.low >= 1.0 && amount.high.is_some_and(|high| high <= OLDEST) && amount.scale == 1.0).then_some(amount)
    };
    let first = one(number)?;
    let joins = matches!(doc.folded(first.end), "to" | "and" | "-" | "–");
    let second = if joins { one(first.end + 1) } else { None };
    let amount = second.and_then(|second| amount::range(first, second)).unwrap_or(first);
    let tokens = TokenRange::new(i, amount.end);
    let age = quantity(doc, within, tokens, &amount, "age", Some("years".to_string()), "quantities/age");
    let (low, high, bound) = match skipped {
        "over" | "above" => (age.low, None, Bound::AtLeast),
        "under" | "below" => (None, age.high, Bound::AtMost),
        _ => (Some(amount.low), amount.high, if amount.is_range { Bound::Range } else { Bound::Exact }),
    };
    // The words before "aged" bound something else.
    Some(Quantity { tokens, span: doc.span_of(tokens), low, high, bound, ..age })
}

/// `Ana Reyes, 34,` and `Ana Reyes (34)`.
pub(super) fn ages_of_people(doc: &Document, entities: &Entities) -> Vec<Quantity> {
    let people = entities.mentions.iter().filter(|mention| mention.kind == EntityKind::Person);
    let age = |end: usize| {
        let closes = match doc.folded(end) {
            "," => {
                // "Ana Reyes, 2, 3" counts something else.
                let listed = doc.kind(end + 3) == TokenKind::Number && doc.folded(end + 2) == ",";
                [",", ".", ";", ")"].contains(&doc.folded(end + 2)) && !listed
            }
            "(" => doc.folded(end + 2) == ")",
            _ => false,
        };
        let digits = doc.word(end + 1);
        let years = decimal(digits, 0).filter(|_| closes && digits.len() <= 3)?;
        let tokens = TokenRange::new(end + 1, end + 2);
        (1.0..=OLDEST).contains(&years).then(|| Quantity {
            span: doc.span_of(tokens),
            tokens,
            kind: "age",
            low: Some(years),
            high: Some(years),
            bound: Bound::Exact,
            unit: Some("years".to_string()),
            rule: "quantities/age-of-person",
        })
    };
    people.filter_map(|mention| age(mention.tokens.end)).collect()
}

/// `a 5,000-strong force`: as a count, of troops or of people.
fn strong(doc: &Document, i: usize, within: TokenRange, amount: &Amount) -> Option<Quantity> {
    let after = amount.end + 2;
    if doc.folded(amount.end) != "-" || doc.folded(amount.end + 1) != "strong" || after > within.end {
        return None;
    }
    let armed = |at: usize| {
        matches!(
            doc.folded(at),
            "force" | "army" | "contingent" | "garrison" | "brigade" | "battalion" | "regiment" | "militia"
        ) || person_nouns::TABLE.has_tag(doc.listed(at), person_nouns::FORCE)
    };
    let kind = if (after..within.end.min(after + 3)).any(armed) { "force" } else { "people" };
    Some(quantity(doc, within, TokenRange::new(i, after), amount, kind, None, "quantities/strong"))
}

//! Money: a sign or code before the digits, or the currency's name behind a number.

use super::amount::{self, Amount};
use super::{Quantity, quantity};
use crate::document::Document;
use crate::lexicon::openings::{Openings, currency_code};
use crate::lexicon::{Entry, countries, currencies as words};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// Longest code before a sign: `COP$`, and longest before digits: `FCFA`.
const LONGEST_CODE: usize = 5;

/// Whether a sum of money may begin with token `i`.
pub(super) fn may_begin(doc: &Document, i: usize) -> bool {
    let symbol = |i: usize| doc.kind(i) == TokenKind::Symbol;
    symbol(i) || doc.opens(i).has(Openings::MONEY) || symbol(i + 1) && doc.case(i).is_capitalised()
}

/// `$5`, `US$ 2.4 million`, `Rs 40 crore`, `Ksh2bn`, `R1.2 million`, `£10-20m`, `$5bn to $6bn`.
pub(super) fn before(doc: &Document, i: usize, within: TokenRange) -> Option<Quantity> {
    let (sign, first) = one(doc, i, within)?;
    let mut amount = first;
    let joins = match doc.folded(first.end) {
        "to" | "or" => true,
        "and" => i > within.start && doc.folded(i - 1) == "between",
        "-" | "–" | "—" => doc.tokens.get(first.end + 1).is_some_and(|token| token.glued),
        _ => false,
    };
    if joins && first.end + 1 < within.end {
        let at = first.end + 1;
        let second = one(doc, at, within).map(|(_, second)| second);
        let second =
            second.or_else(|| amount::in_digits(doc, at, 0, within.end).filter(|_| doc.kind(at) == TokenKind::Number));
        amount = second.and_then(|second| amount::range(first, second)).unwrap_or(first);
    }
    // "$5 million dollars".
    let end = amount.end;
    let end = match behind(doc, end, within.end, &amount) {
        Some(named) if doc.folded(named - 1).starts_with("dollar") && named > end => named,
        _ => end,
    };
    let unit = doc.slice(doc.span_of(TokenRange::new(i, sign))).split(|c: char| c.is_ascii_digit()).next()?;
    let tokens = TokenRange::new(i, end);
    Some(quantity(doc, within, tokens, &amount, "money", Some(joined(unit)), "quantities/currency-first"))
}

/// A sign as one word: "US $" is "US$".
fn joined(sign: &str) -> String {
    sign.split_whitespace().collect()
}

/// A currency and the digits behind it; the index after the token that ends the currency.
fn one(doc: &Document, i: usize, within: TokenRange) -> Option<(usize, Amount)> {
    let digits = |at: usize| {
        (at < within.end && doc.kind(at) == TokenKind::Number).then(|| amount::in_digits(doc, at, 0, within.end))?
    };
    if doc.tokens[i].glued && i > within.start && doc.kind(i - 1) == TokenKind::Word {
        return None;
    }
    let is_sign = |at: usize| {
        at < within.end && doc.kind(at) == TokenKind::Symbol && words::TABLE.has_tag(doc.listed(at), words::SIGN)
    };
    if is_sign(i) {
        return digits(i + 1).map(|amount| (i + 1, amount));
    }
    if doc.kind(i) != TokenKind::Word || !doc.case(i).is_capitalised() {
        return None;
    }
    // "US$", "N$", "GH¢", "US $".
    let short = doc.word(i).len() <= LONGEST_CODE && doc.word(i).bytes().all(|b| b.is_ascii_alphabetic() || b == b'.');
    let tied = doc.tokens.get(i + 1).is_some_and(|token| token.glued) || matches!(doc.folded(i), "us" | "u.s.");
    if short && tied && is_sign(i + 1) {
        return digits(i + 2).map(|amount| (i + 2, amount));
    }
    let (entry, letters) = currency_code(doc.folded(i), doc.listed(i))?;
    let amount = if letters < doc.folded(i).len() {
        // What is before the digits is the same in the word as it reads: it is ASCII.
        amount::in_digits(doc, i, letters, within.end).filter(|_| doc.word(i).is_ascii())
    } else {
        let dot = usize::from(doc.folded(i + 1) == "." && doc.tokens.get(i + 1).is_some_and(|token| token.glued));
        digits(i + 1 + dot)
    }?;
    // "R18" and "COP27" are names of other things.
    let is_money = entry.has(words::BEFORE) && (amount.is_marked || !entry.has(words::LETTER));
    (is_money && spelled(doc, i, entry)).then_some((i + 1, amount))
}

/// Codes are in capitals: a cup is no CUP.
fn spelled(doc: &Document, i: usize, entry: Entry) -> bool {
    !entry.has(words::CODE) || doc.word(i).chars().all(|c| !c.is_lowercase())
}

/// The index after the currency that is named right behind the amount, which ends at `at`: "rupees", "US dollars",
/// "of dollars", "-dollar".
pub(super) fn behind(doc: &Document, at: usize, end: usize, amount: &Amount) -> Option<usize> {
    let vague = amount.high.is_none() || amount.scale > 1.0;
    let of = usize::from(doc.folded(at) == "of" && vague);
    let hyphen = usize::from(doc.folded(at) == "-" && doc.tokens[at].glued);
    let from = at + of + hyphen;
    // "1.6 billion US dollars", "145 billion South Korean won".
    let whose = countries::TABLE.longest(doc, from, end.min(from + 3)).map(|(after, _)| after);
    let whose = whose.or_else(|| matches!(doc.folded(from), "us" | "u.s." | "new").then_some(from + 1));
    let named = |at: usize| words::TABLE.longest_where(doc, at, end, |entry| entry.has(words::AFTER | words::WEAK));
    let (after, entry, told) = match (named(from), whose) {
        (Some((after, entry)), _) => (after, entry, false),
        (None, Some(whose)) => named(whose).map(|(after, entry)| (after, entry, true))?,
        (None, None) => return None,
    };
    // "won" is a verb, a "crown" no money, unless a country or a million says so.
    let is_money = entry.has(words::AFTER) || told || amount.scale >= 1e3 || amount.low >= 1000.0;
    // "the dollar-peso rate", "20 cents-a-litre".
    let is_name = doc.case(after - 1) == Case::Title && doc.case(after).is_capitalised() && !told;
    (after <= end && is_money && !is_name && spelled(doc, after - 1, entry)).then_some(after)
}

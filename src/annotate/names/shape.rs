//! What of a tagged stretch is the name: no title, article, possessive or marks at its ends, and
//! "Aringay, Pangasinan" is two places.

use super::Lands;
use crate::document::{BlockRole, Document};
use crate::lexicon::{currencies, date_words, name_nouns, person_nouns, say_verbs};
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues, What};
use crate::tagger::{Class, Tagged};
use crate::token::{Case, TokenKind};

/// The names in a tagged stretch.
pub(super) fn parts(doc: &Document, clues: &Clues, tagged: Tagged) -> impl Iterator<Item = TokenRange> {
    let Tagged { tokens, class } = tagged;
    let comma = tokens.iter().find(|i| class == Class::Place && doc.folded(*i) == "," && !is_capital_district(doc, *i));
    let (first, second) = match comma {
        Some(i) => (TokenRange::new(tokens.start, i), TokenRange::new(i + 1, tokens.end)),
        None => (tokens, TokenRange::new(tokens.end, tokens.end)),
    };
    [trimmed(doc, clues, first, class), trimmed(doc, clues, second, class)].into_iter().filter(|part| !part.is_empty())
}

/// "Ana Reyes of Lima" is a person and a place; "Joan of Arc" stays whole.
pub(super) fn people_of_places(doc: &Document, clues: &Clues, tagged: Vec<Tagged>) -> Vec<Tagged> {
    let split = |name: Tagged| {
        let TokenRange { start, end } = name.tokens;
        if end - start < 2 {
            return [Some(name), None];
        }
        // "had given Havnehjelp NOK 84m".
        let money = doc.kind(end) == TokenKind::Number && doc.case(end - 1) == Case::Upper;
        if money && currencies::TABLE.has_word(doc.listed(end - 1)) {
            return [Some(Tagged { tokens: TokenRange::new(start, end - 1), ..name }), None];
        }
        // "In a statement on Facebook Havnehjelp said".
        let on = start > 0 && doc.folded(start - 1) == "on";
        let medium = clues.known_at(start).filter(|known| known.what == What::Organization && known.tokens.len() == 1);
        if on && medium.is_some() && say_verbs::TABLE.has_word(doc.listed(end)) {
            let organization =
                |start, end| Some(Tagged { tokens: TokenRange::new(start, end), class: Class::Organization });
            return [organization(start, start + 1), organization(start + 1, end)];
        }
        // "Ramswaroop Dangi alias Pappu" is called so twice.
        let alias = (start + 1..end.saturating_sub(1))
            .find(|i| name.class == Class::Person && matches!(doc.word(*i), "alias" | "aka" | "a.k.a."));
        if let Some(alias) = alias {
            let person = |start, end| Some(Tagged { tokens: TokenRange::new(start, end), class: Class::Person });
            return [person(start, alias), person(alias + 1, end)];
        }
        // "the commissioner for Wales Anna Lopez"
        let behind = start > 0 && matches!(doc.folded(start - 1), "for" | "of" | "to" | "in");
        let land = clues.known_at(start).filter(|known| matches!(known.what, What::Country | What::Region));
        let land =
            land.filter(|known| behind && name.class == Class::Person && !clues.has(known.tokens.start, clues::GIVEN));
        if let Some(at) = land.map(|known| known.tokens.end).filter(|at| at + 1 < end && clues.has(*at, clues::GIVEN)) {
            return [
                Some(Tagged { tokens: TokenRange::new(start, at), class: Class::Place }),
                Some(Tagged { tokens: TokenRange::new(at, end), class: Class::Person }),
            ];
        }
        // "Adhi Agus of Indonesia's National Research Agency", but "Nairobi University of Science"
        let whose = (start + 2..end.saturating_sub(1)).find(|i| doc.folded(*i) == "of");
        let word = clues::COMMON | clues::ORG_HEAD | clues::ORG_BODY | clues::TEAM | clues::COUNTRY | clues::DEMONYM;
        let word = word | clues::CITY | clues::CAPITAL | clues::REGION | clues::FACILITY | clues::ORGANIZATION;
        let whose = whose.filter(|of| {
            let head = |i: usize| clues.has(i, clues::ORG_HEAD | clues::ORG_BODY);
            name.class == Class::Organization && !(start..*of).any(|i| clues.has(i, word)) && (of + 1..end).any(head)
        });
        if let Some(of) = whose {
            return [
                Some(Tagged { tokens: TokenRange::new(start, of), class: Class::Person }),
                Some(Tagged { tokens: TokenRange::new(of + 1, end), class: Class::Organization }),
            ];
        }
        let of = (start + 2..end).find(|i| name.class == Class::Person && doc.folded(*i) == "of");
        match of.filter(|of| clues.known_at(of + 1).is_some_and(|known| known.tokens.end == end)) {
            Some(of) => [
                Some(Tagged { tokens: TokenRange::new(start, of), class: Class::Person }),
                Some(Tagged { tokens: TokenRange::new(of + 1, end), class: Class::Place }),
            ],
            None => [Some(name), None],
        }
    };
    tagged.into_iter().flat_map(split).flatten().collect()
}

/// A headline that writes every word with a capital has "in Restive Karabakh": its first word is no part
/// of the name where the article calls the place by the rest alone.
pub(super) fn without_headline_word(doc: &Document, clues: &Clues, tokens: TokenRange, lands: &Lands) -> TokenRange {
    let TokenRange { start, end } = tokens;
    let headline = doc.tokens.get(start).is_some() && doc.block(doc.block_at(start)).role == BlockRole::Headline;
    let qualifies = clues.has(start, clues::COMPASS | clues::PLACE_START) || clues.known_at(start).is_some();
    let rest = TokenRange::new(start + 1, end);
    let named = !rest.is_empty() && lands.has(doc, rest) && !lands.has(doc, tokens) && !doc.tokens[start + 1].glued;
    TokenRange::new(start + usize::from(headline && named && !qualifies), end)
}

/// "Washington, D.C."
fn is_capital_district(doc: &Document, comma: usize) -> bool {
    matches!(doc.folded(comma + 1), "d.c." | "d.c" | "dc")
}

fn trimmed(doc: &Document, clues: &Clues, tokens: TokenRange, class: Class) -> TokenRange {
    let TokenRange { mut start, mut end } = tokens;
    let is_edge = |i: usize| {
        let mark = matches!(doc.kind(i), TokenKind::Punct | TokenKind::Quote | TokenKind::Clitic | TokenKind::Symbol);
        mark && !matches!(doc.folded(i), ")" | "!" | "?" | "+")
    };
    while start < end {
        let title = class == Class::Person
            && clues.has(start, clues::HONORIFIC | clues::ROLE)
            && (clues.has(start, clues::HONORIFIC) || !clues.has(start, clues::GIVEN | clues::SURNAME))
            && clues.has(start, clues::TITLE_END)
            && start + 1 < end;
        // "Jember Regent Hendro Siswanto": an office that no list of titles has, before two names.
        let office = class == Class::Person
            && start + 2 < end
            && person_nouns::TABLE.has_word(doc.listed(start))
            && !clues.has(start, clues::GIVEN | clues::SURNAME);
        if is_edge(start) || doc.folded(start) == ")" || doc.folded(start) == "the" || title || office {
            start += 1;
        } else {
            break;
        }
    }
    while start < end {
        let unopened = doc.folded(end - 1) == ")" && !(start..end).any(|i| doc.folded(i) == "(");
        let split_possessive = doc.folded(end - 1) == "s" && end - start > 1 && doc.kind(end - 2) == TokenKind::Quote;
        if is_edge(end - 1) || unopened || split_possessive {
            end -= 1;
        } else {
            break;
        }
    }
    // "The Solidarity union" is Solidarity.
    let kind = |i: usize| doc.case(i) == Case::Lower && name_nouns::TABLE.has_tag(doc.listed(i), name_nouns::BODY);
    if class == Class::Organization && end - start > 1 && kind(end - 1) && doc.case(end - 2).is_capitalised() {
        end -= 1;
    }
    // A lone word in lower case is no name, nor is what stands for a share or a day: "(AAPL.O)", "(Tue)".
    if end - start == 1 && doc.case(start) == Case::Lower || is_code(doc, TokenRange::new(start, end)) {
        end = start;
    }
    TokenRange::new(start, end)
}

fn is_code(doc: &Document, tokens: TokenRange) -> bool {
    const LONGEST: usize = 3;
    let TokenRange { start, end } = tokens;
    let bracketed = start > 0 && doc.folded(start - 1) == "(" && doc.folded(end) == ")";
    if !bracketed || tokens.is_empty() || tokens.len() > LONGEST {
        return false;
    }
    let words = doc.read(tokens);
    let share = words.split_once('.').is_some_and(|(share, exchange)| {
        let upper = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        share.len() > 1 && exchange.len() < 3 && upper(share) && upper(exchange)
    });
    share || end - start == 1 && date_words::TABLE.has_tag(doc.listed(start), date_words::SHORT_WEEKDAY)
}

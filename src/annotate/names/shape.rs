//! What of a tagged stretch is the name: no title, article, possessive or marks at its ends, and
//! "Aringay, Pangasinan" is two places.

use crate::document::Document;
use crate::span::TokenRange;
use crate::tagger::clues::{self, Clues};
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
            && !clues.has(start, clues::GIVEN | clues::SURNAME)
            && clues.has(start, clues::TITLE_END)
            && start + 1 < end;
        if is_edge(start) || doc.folded(start) == ")" || doc.folded(start) == "the" || title {
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
    // A lone word in lower case is no name.
    if end - start == 1 && doc.case(start) == Case::Lower {
        end = start;
    }
    TokenRange::new(start, end)
}

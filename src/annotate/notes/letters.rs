//! Letters of another alphabet that look like Latin ones: "Pаris" with a Cyrillic а is found by no search.

use super::Note;
use crate::document::Document;
use crate::maps::HashSet;
use crate::token::TokenKind;

/// Cyrillic and Greek letters that look like Latin ones. Greek letters of formulas (TNFα, NFκB, ΔT) are left out.
const LOOK_ALIKES: &str = "аеорсухіјѕһАВЕКМНОРСТХУІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιυ";

/// Words noted at most.
const MOST: usize = 20;

/// Words in which such letters stand among Latin ones, each once.
pub(super) fn look_alikes(doc: &Document) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut seen = HashSet::default();
    for (i, token) in doc.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word) {
        let word = doc.word(i);
        if word.is_ascii() {
            continue;
        }
        let latin = || word.chars().any(|c| c.is_ascii_alphabetic());
        let Some(odd) = word.chars().find(|c| !c.is_ascii() && LOOK_ALIKES.contains(*c)).filter(|_| latin()) else {
            continue;
        };
        if notes.len() >= MOST || !seen.insert(word) {
            continue;
        }
        let alphabet = if odd < '\u{400}' { "Greek" } else { "Cyrillic" };
        notes.push(Note {
            kind: "look-alike-letters",
            span: token.span,
            items: Vec::new(),
            message: format!("“{word}” mixes Latin letters with {alphabet} ones that look alike ({odd}). Type it again, or no search finds it."),
        });
    }
    notes
}

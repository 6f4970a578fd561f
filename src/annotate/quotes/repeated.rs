//! Words that stand twice: a headline, caption or paragraph of its own that takes its quote from the article.
//!
//! “We slept” above the article, and in it “We slept,” says Nyberg: hers both times. Only where all of the words
//! come again, in marks, with somebody who said them; three words at least. Not where the paragraph itself names who
//! speaks, nor in crossheads such as ‘All bets are off’, whose few words are a title.

use super::attach::Attachment;
use super::marks::Stretch;
use super::phrases;
use crate::document::{BlockRole, Document};
use crate::maps::HashMap;
use crate::wire::{Certainty, QuoteKind};

/// How many words are compared first.
const FIRST: usize = 3;
/// How many tokens of a stretch are looked through.
const LOOK: usize = 80;

/// Gives those of `stretches` that nobody near them said to who says the same words elsewhere.
pub(super) fn attribute(doc: &Document, stretches: &[Stretch], attached: &mut [Attachment]) {
    let near = |n: usize| attached[n].subject.is_some_and(|subject| own(doc, &stretches[n], subject.start));
    let lone: Vec<usize> = (0..stretches.len())
        .filter(|n| attached[*n].kind != QuoteKind::Term && attached[*n].follows.is_none() && !near(*n))
        .filter(|n| stands_out(doc, &stretches[*n]))
        .collect();
    if lone.is_empty() {
        return;
    }
    let mut told: HashMap<[usize; FIRST], (usize, usize)> = HashMap::default();
    for (n, stretch) in stretches.iter().enumerate() {
        if attached[n].kind != QuoteKind::Term && attached[n].subject.is_some() && !stands_out(doc, stretch) {
            let words = words(doc, stretch);
            for (at, first) in words.windows(FIRST).enumerate() {
                told.entry([first[0], first[1], first[2]]).or_insert((n, at));
            }
        }
    }
    for n in lone {
        let here = words(doc, &stretches[n]);
        let [a, b, c, ..] = here[..] else { continue };
        let Some(&(from, at)) = told.get(&[a, b, c]) else { continue };
        let there = words(doc, &stretches[from]);
        if there.get(at..).is_some_and(|rest| rest.starts_with(&here)) {
            attached[n].kind = attached[from].kind;
            attached[n].subject = attached[from].subject;
            attached[n].certainty = Certainty::Inferred;
            attached[n].rule = "quotes/repeated".into();
        }
    }
}

/// Whether token `i` stands in the paragraph of the stretch.
fn own(doc: &Document, stretch: &Stretch, i: usize) -> bool {
    doc.block_at(i) == doc.block_at(stretch.whole.start)
}

/// Whether the stretch stands apart from the article: above or below it, or as nothing but a quote.
fn stands_out(doc: &Document, stretch: &Stretch) -> bool {
    let block = doc.block(doc.block_at(stretch.whole.start));
    match block.role {
        BlockRole::Headline | BlockRole::Caption => true,
        BlockRole::Body => block.tokens.start == stretch.whole.start && block.tokens.end <= stretch.whole.end + 1,
        _ => false,
    }
}

/// The words of the stretch, each by its number.
fn words(doc: &Document, stretch: &Stretch) -> Vec<usize> {
    stretch.words.iter().take(LOOK).filter(|&i| phrases::is_word(doc, i)).map(|i| doc.folded_id(i)).collect()
}

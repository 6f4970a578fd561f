//! What the tagger sees around a token, as numbers below [`BUCKETS`].
//!
//! The word, its letters and shape, its neighbours, the clusters of words alike, what the word lists say, the capitalised
//! sequence that it stands in, and the memory of the article: how the same word is used elsewhere in it.
//! Follows Ratinov and Roth 2009, "Design challenges and misconceptions in named entity recognition".

use super::clues::{self, Bits, Clues};
use super::clusters::Cluster;
use super::model::BUCKETS;
use crate::document::{BlockRole, Document};
use crate::slots::hash;
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// Longest capitalised sequence that is looked at as one.
const LONGEST_SEQUENCE: usize = 12;

/// How the article uses a word elsewhere: one bit a way.
mod uses {
    pub(super) const LOWER: u16 = 1;
    pub(super) const CAPITAL: u16 = 1 << 1;
    pub(super) const AFTER_TITLE: u16 = 1 << 2;
    pub(super) const AFTER_GIVEN: u16 = 1 << 3;
    pub(super) const BEFORE_CAPITAL: u16 = 1 << 4;
    pub(super) const AFTER_CAPITAL: u16 = 1 << 5;
    pub(super) const AFTER_IN: u16 = 1 << 6;
    pub(super) const BEFORE_VERB: u16 = 1 << 7;
    pub(super) const WITH_ORG_WORD: u16 = 1 << 8;
    pub(super) const IN_BRACKETS: u16 = 1 << 9;
    pub(super) const AFTER_THE: u16 = 1 << 10;
    pub(super) const POSSESSIVE: u16 = 1 << 11;
    pub(super) const COUNT: usize = 12;
}

/// What is worked out once for each token.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// Hash of the folded word.
    word: u32,
    /// Hash of its shape: `Xx`, `XX`, `d-x`.
    shape: u32,
    /// Words that are used alike.
    cluster: Cluster,
    /// The capitalised sequence it is in: first token and the one after the last.
    sequence: (u32, u32),
    /// How the article uses the word.
    uses: u16,
    /// Within a headline that capitalises every word, or at the begin of a sentence or quotation.
    loud: bool,
    first: bool,
}

/// A capitalised sequence, seen from one of its tokens.
struct Sequence {
    start: usize,
    end: usize,
    /// The tokens on both sides, within the sentence.
    before: usize,
    behind: usize,
    /// How far the token is from the start and from the end, up to three.
    place: u32,
}

/// Reads features off an article.
pub struct Reader<'a, 't> {
    doc: &'a Document<'t>,
    clues: &'a Clues,
    seen: Vec<Seen>,
}

impl<'a, 't> Reader<'a, 't> {
    /// Looks at the whole of `doc` once.
    pub fn new(doc: &'a Document<'t>, clues: &'a Clues) -> Self {
        let mut words: Vec<Option<Seen>> = vec![None; doc.words()];
        let seen = doc.tokens.iter().enumerate().map(|(i, token)| {
            let look = || {
                let word = doc.hash(i);
                Seen { word, shape: shape(doc.word(i)), cluster: Cluster::of(word), ..Seen::default() }
            };
            words.get_mut(token.word.index()).map_or_else(Seen::default, |known| *known.get_or_insert_with(look))
        });
        let mut reader = Reader { doc, clues, seen: seen.collect() };
        reader.sentences();
        reader.remember();
        reader
    }

    /// Whether token `i` can be part of a name at all: it has a capital, or stands close behind such a token.
    pub fn may_be_name(&self, i: usize) -> bool {
        let near = |i: usize| self.doc.case(i).is_capitalised() && self.doc.kind(i) == TokenKind::Word;
        near(i) || near(i + 1) || i > 0 && near(i - 1) || i > 1 && near(i - 2)
    }

    fn sentences(&mut self) {
        for sentence in &self.doc.sentences {
            let tokens = sentence.tokens;
            let loud = capitalises_all(self.doc, tokens.iter());
            let mut i = tokens.start;
            while i < tokens.end {
                let end = self.sequence_end(i, tokens.end);
                for k in i..end.max(i + 1) {
                    self.seen[k].sequence = (i as u32, end as u32);
                    self.seen[k].loud = loud;
                    self.seen[k].first = k == tokens.start || opens(self.doc, k - 1);
                }
                i = end.max(i + 1);
            }
        }
    }

    /// The end of the capitalised sequence from `i` on; `i` where there is none.
    fn sequence_end(&self, i: usize, limit: usize) -> usize {
        let doc = self.doc;
        let is_name_word = |i: usize| i < limit && doc.kind(i) == TokenKind::Word && doc.case(i).is_capitalised();
        if !is_name_word(i) {
            return i;
        }
        let mut end = i + 1;
        while end < i + LONGEST_SEQUENCE {
            let glue = doc.folded(end) == "-" || doc.folded(end) == "&";
            if is_name_word(end) {
                end += 1;
            } else if glue && is_name_word(end + 1) {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    /// How the article uses each word, gathered over all places where it stands.
    fn remember(&mut self) {
        let (doc, clues) = (self.doc, self.clues);
        let mut memory = vec![0u16; doc.words()];
        for i in 0..doc.tokens.len() {
            let seen = self.seen[i];
            if doc.kind(i) != TokenKind::Word || seen.loud || doc.word(i).len() < 2 {
                continue;
            }
            let mut how = 0;
            if doc.case(i) == Case::Lower {
                how |= uses::LOWER;
            } else if doc.case(i).is_capitalised() {
                let before = if i > 0 && !seen.first { i - 1 } else { usize::MAX };
                how |= if seen.first { 0 } else { uses::CAPITAL };
                how |= if clues.has(before, clues::TITLE_END) { uses::AFTER_TITLE } else { 0 };
                if before != usize::MAX && doc.case(before).is_capitalised() && doc.kind(before) == TokenKind::Word {
                    how |= if clues.has(before, clues::GIVEN) { uses::AFTER_GIVEN } else { 0 };
                    how |= uses::AFTER_CAPITAL;
                }
                how |= match doc.folded(before) {
                    "in" | "from" | "near" | "at" => uses::AFTER_IN,
                    "the" => uses::AFTER_THE,
                    "(" => uses::IN_BRACKETS,
                    _ => 0,
                };
                let after = i + 1;
                if doc.case(after).is_capitalised() && doc.kind(after) == TokenKind::Word {
                    how |= uses::BEFORE_CAPITAL;
                }
                how |= match doc.folded(after) {
                    "said" | "says" | "told" | "added" | "has" | "had" | "was" | "is" | "who" => uses::BEFORE_VERB,
                    "'s" => uses::POSSESSIVE,
                    _ => 0,
                };
                let last = (seen.sequence.1 as usize).saturating_sub(1);
                if last > i && clues.has(last, clues::ORG_HEAD | clues::LEGAL) {
                    how |= uses::WITH_ORG_WORD;
                }
            }
            if let Some(uses) = memory.get_mut(doc.folded_id(i)) {
                *uses |= how;
            }
        }
        for (i, seen) in self.seen.iter_mut().enumerate() {
            seen.uses = memory.get(doc.folded_id(i)).copied().unwrap_or(0);
        }
    }

    /// The capitalised sequence that token `i` is in: its first token, and the one after its last.
    fn sequence_at(&self, i: usize) -> Option<(usize, usize)> {
        let (start, end) = self.seen(i).sequence;
        (end > start).then_some((start as usize, end as usize))
    }

    fn seen(&self, i: usize) -> Seen {
        self.seen.get(i).copied().unwrap_or_default()
    }

    /// The capitalised sequence that token `i` is in.
    fn sequence(&self, i: usize, sentence: TokenRange) -> Option<Sequence> {
        let (start, end) = self.sequence_at(i)?;
        let inside = |k: usize| if sentence.has(k) { k } else { usize::MAX };
        let place = (i - start).min(3) as u32 | ((end - 1 - i).min(3) as u32) << 2;
        Some(Sequence { start, end, before: inside(start.wrapping_sub(1)), behind: inside(end), place })
    }

    /// Adds the features of token `i` to `out`.
    pub fn features(&self, i: usize, out: &mut Vec<u32>) {
        let doc = self.doc;
        let sentence = doc.sentence(doc.sentence_at(i)).tokens;
        // Neighbours, within the sentence.
        let near = |offset: isize| {
            let k = i.checked_add_signed(offset).filter(|k| sentence.has(*k));
            k.unwrap_or(usize::MAX)
        };
        let word = |offset: isize| self.seen(near(offset)).word;
        let shape = |offset: isize| self.seen(near(offset)).shape;
        let at = self.seen(i);
        let mut add = |template: u32, a: u32, b: u32| out.push(mix(template, a, b));

        add(0, 0, 0);
        add(1, word(0), 0);
        add(2, word(-1), 0);
        add(3, word(1), 0);
        add(4, word(-2), 0);
        add(5, word(2), 0);
        add(6, word(-1), word(0));
        add(7, word(0), word(1));
        add(8, shape(0), u32::from(at.first));
        add(9, shape(-1), shape(0));
        add(10, shape(0), shape(1));
        add(11, mix(0, shape(-1), shape(0)), shape(1));
        add(12, word(-1), shape(0));
        add(13, word(1), shape(0));
        add(14, word(-1), word(1));

        let folded = doc.folded(i).as_bytes();
        for len in 1..=4 {
            if folded.len() > len {
                add(14 + len as u32, hash(&folded[..len]), 0);
                add(18 + len as u32, hash(&folded[folded.len() - len..]), 0);
            }
        }
        for (template, k) in [(23, near(-1)), (24, near(1))] {
            let neighbour = doc.folded(k).as_bytes();
            add(template, hash(&neighbour[neighbour.len().saturating_sub(3)..]), shape(0));
        }

        // Word lists, here and beside.
        let clues_at = |offset: isize| self.clues.at(near(offset));
        let caps = shape(0);
        for (template, offset) in [(25, 0), (26, -1), (27, 1)] {
            each_bit(clues_at(offset), |bit| add(template, bit, if offset == 0 { caps } else { 0 }));
        }
        add(28, clues_at(-2), 0);
        add(29, clues_at(2), 0);
        add(30, clues_at(-1), clues_at(0));
        add(31, clues_at(0), clues_at(1));
        add(32, clues_at(0), u32::from(at.first));
        add(33, clues_at(0), word(-1));
        add(34, clues_at(0), word(1));

        // The capitalised sequence: what stands before and behind it, how it begins and ends.
        let sequence = self.sequence(i, sentence);
        if let Some(Sequence { start, end, before, behind, place }) = sequence {
            add(35, place, caps);
            add(36, self.seen(end - 1).word, place);
            add(37, self.seen(start).word, place);
            add(38, self.clues.at(end - 1), place);
            add(39, self.clues.at(start), place);
            add(40, self.seen(before).word, place >> 2);
            add(41, self.seen(behind).word, place);
            add(42, self.seen(before).word, self.clues.at(start));
            add(43, self.seen(behind).word, self.clues.at(end - 1));
            let all = (start..end).fold(0, |all, k| all | self.clues.at(k));
            each_bit(all, |bit| add(44, bit, place));
            let behind_suffix = doc.folded(behind).as_bytes();
            add(45, hash(&behind_suffix[behind_suffix.len().saturating_sub(3)..]), 0);
        }

        // Clusters, here, beside and around the sequence.
        for (template, cluster) in [(53, Cluster::fine as fn(Cluster) -> u32), (65, Cluster::coarse)] {
            let of = |k: usize| cluster(self.seen(k).cluster);
            let [c, before, behind] = [of(i), of(near(-1)), of(near(1))];
            add(template, c, caps);
            add(template + 1, before, 0);
            add(template + 2, behind, 0);
            add(template + 3, of(near(-2)), 0);
            add(template + 4, of(near(2)), 0);
            add(template + 5, before, c);
            add(template + 6, c, behind);
            add(template + 7, before, behind);
            if let Some(sequence) = &sequence {
                add(template + 8, of(sequence.end - 1), sequence.place);
                add(template + 9, of(sequence.start), sequence.place);
                add(template + 10, of(sequence.before), sequence.place >> 2);
                add(template + 11, of(sequence.behind), sequence.place);
            }
        }

        // The memory of the article.
        for bit in 0..uses::COUNT as u32 {
            let used = at.uses >> bit & 1 == 1;
            add(46, bit << 1 | u32::from(used), u32::from(at.first));
        }
        add(47, u32::from(at.uses), caps);
        add(48, u32::from(self.seen(near(1)).uses), 0);
        add(49, u32::from(self.seen(near(-1)).uses), 0);

        // Where in the page.
        let role = match doc.block(doc.block_at(i)).role {
            BlockRole::Headline | BlockRole::Related => 1,
            BlockRole::Byline => 2,
            BlockRole::Dateline => 3,
            BlockRole::Caption | BlockRole::Credit => 4,
            BlockRole::Link => 5,
            BlockRole::Body => 0,
        };
        add(50, role, caps);
        add(51, u32::from(at.loud), caps);
        add(52, u32::from(at.first) | clues_at(0) & clues::STARTER, caps);
    }
}

/// Calls `with` for each bit that is set.
fn each_bit(bits: Bits, mut with: impl FnMut(u32)) {
    let mut rest = bits;
    while rest != 0 {
        with(rest.trailing_zeros());
        rest &= rest - 1;
    }
}

/// Whether a sentence or title may begin after token `i`.
fn opens(doc: &Document, i: usize) -> bool {
    doc.kind(i) == TokenKind::Quote && !doc.tokens.get(i).is_some_and(|t| t.glued)
        || matches!(doc.folded(i), ":" | "•" | "–" | "—")
}

/// Whether nearly every word has a capital, so that capitals say nothing.
pub fn capitalises_all(doc: &Document, tokens: impl Iterator<Item = usize>) -> bool {
    let (mut capitalised, mut all) = (0, 0);
    for i in tokens.filter(|i| doc.kind(*i) == TokenKind::Word && doc.word(*i).chars().count() > 3) {
        all += 1;
        capitalised += usize::from(doc.case(i).is_capitalised());
    }
    all >= 4 && capitalised * 10 >= all * 8
}

/// Hash of what kinds of characters a word is made of, runs as one.
fn shape(word: &str) -> u32 {
    let mut shape = 1u32;
    let (mut last, mut run) = (0, 0);
    for c in word.chars() {
        let kind = match c {
            c if c.is_uppercase() => 1,
            c if c.is_alphabetic() => 2,
            c if c.is_numeric() => 3,
            '.' => 4,
            '-' => 5,
            '\'' | '’' => 6,
            _ => 7,
        };
        run = if kind == last { run + 1 } else { 0 };
        last = kind;
        if run < 2 {
            shape = shape.wrapping_mul(9).wrapping_add(kind);
        }
    }
    shape
}

/// One number for a feature: which template, and the values in it.
fn mix(template: u32, a: u32, b: u32) -> u32 {
    let mut h =
        a.wrapping_mul(0x9E37_79B1) ^ b.rotate_left(16).wrapping_mul(0x85EB_CA77) ^ template.wrapping_mul(0xC2B2_AE3D);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2C1B_3C6D);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297A_2D39);
    (h ^ h >> 15) % BUCKETS
}

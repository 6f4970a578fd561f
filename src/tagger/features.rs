//! What the tagger sees around a token, as numbers below [`BUCKETS`].
//!
//! The word, its letters and shape, its neighbours, the clusters of words alike, what the word lists say, the capitalised
//! sequence that it stands in, and the memory of the article: how the same word is used elsewhere in it. Those that hang
//! on one word alone are those of a [`Part`]; here are those that hang on several.
//! Follows Ratinov and Roth 2009, "Design challenges and misconceptions in named entity recognition".

use super::clues::{self, Bits, Clues};
use super::model::{BUCKETS, Model, Sum};
use super::parts::{Kept, Part, Seat};
use crate::document::{BlockRole, Document};
use crate::lexicon::clusters::Cluster;
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::vocabulary::Look;

/// Longest capitalised sequence that is looked at as one.
const LONGEST_SEQUENCE: usize = 12;

/// How the article uses a word elsewhere: one bit a way.
pub(super) mod uses {
    pub(crate) const LOWER: u16 = 1;
    pub(crate) const CAPITAL: u16 = 1 << 1;
    pub(crate) const AFTER_TITLE: u16 = 1 << 2;
    pub(crate) const AFTER_GIVEN: u16 = 1 << 3;
    pub(crate) const BEFORE_CAPITAL: u16 = 1 << 4;
    pub(crate) const AFTER_CAPITAL: u16 = 1 << 5;
    pub(crate) const AFTER_IN: u16 = 1 << 6;
    pub(crate) const BEFORE_VERB: u16 = 1 << 7;
    pub(crate) const WITH_ORG_WORD: u16 = 1 << 8;
    pub(crate) const IN_BRACKETS: u16 = 1 << 9;
    pub(crate) const AFTER_THE: u16 = 1 << 10;
    pub(crate) const POSSESSIVE: u16 = 1 << 11;
    pub(crate) const COUNT: u32 = 12;
}

/// What is worked out once for each token.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// The capitalised sequence it is in: first token and the one after the last.
    sequence: (u32, u32),
    /// How the article uses the word.
    uses: u16,
    /// Where in the page it is.
    role: u8,
    /// Within a headline that capitalises every word, or at the begin of a sentence or quotation.
    loud: bool,
    first: bool,
    /// Which words with a capital stand here and close to it.
    capitals: u8,
}

/// Where words with a capital stand from a token: one bit a place.
mod capitals {
    pub(super) const OWN: u8 = 1;
    pub(super) const BEFORE: u8 = 1 << 1;
    pub(super) const FAR: u8 = 1 << 2;
    pub(super) const BEHIND: u8 = 1 << 3;
    pub(super) const BEYOND: u8 = 1 << 4;
    /// Three before.
    pub(super) const FARTHEST: u8 = 1 << 5;
}

/// What words that names end in or begin with have in the lists.
const NAME_WORDS: Bits =
    !(clues::COMMON | clues::STARTER | clues::HONORIFIC | clues::ROLE | clues::RELATION | clues::TITLE_END);

/// One of the tokens around.
#[derive(Clone, Copy)]
struct Place {
    look: Look,
    clues: Bits,
    uses: u16,
}

/// Where no token is.
const NOWHERE: Place = Place { look: Look::NONE, clues: 0, uses: 0 };

/// A token with what is around it, within the sentence: two tokens to each side.
struct Here<'r> {
    seen: Seen,
    far: &'r Place,
    before: &'r Place,
    own: &'r Place,
    behind: &'r Place,
    beyond: &'r Place,
    sequence: Option<Sequence>,
}

/// A capitalised sequence, seen from one of its tokens.
#[derive(Clone, Copy)]
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
    places: Vec<Place>,
}

/// Most features that a part has, or several words together.
const MOST: usize = 64;

/// Features as they are found.
pub(super) struct Features {
    list: [u32; MOST],
    count: usize,
}

impl Features {
    pub(super) fn new() -> Self {
        Features { list: [0; MOST], count: 0 }
    }

    /// Adds a feature of the template with these values.
    #[inline]
    pub(super) fn add(&mut self, template: u32, a: u32, b: u32) {
        if let Some(place) = self.list.get_mut(self.count) {
            *place = join(template, a, b);
            self.count += 1;
        }
    }

    /// All of them as numbers below [`BUCKETS`]: mixed here, several at once.
    #[inline]
    pub(super) fn numbers(&mut self) -> &[u32] {
        let list = &mut self.list[..self.count];
        list.iter_mut().for_each(|joined| *joined = mix(*joined));
        list
    }
}

impl<'a, 't> Reader<'a, 't> {
    /// Looks at the whole of `doc` once.
    pub fn new(doc: &'a Document<'t>, clues: &'a Clues) -> Self {
        let mut reader = Reader { doc, clues, seen: vec![Seen::default(); doc.tokens.len()], places: Vec::new() };
        reader.sentences();
        reader.capitals();
        reader.remember();
        let place = |i: usize| Place { look: doc.look(i), clues: clues.at(i), uses: reader.seen(i).uses };
        reader.places = (0..doc.tokens.len()).map(place).collect();
        reader
    }

    /// Whether token `i` can be part of a name at all: it has a capital, or stands close behind such a token.
    pub fn may_be_name(&self, i: usize) -> bool {
        let near = capitals::OWN | capitals::BEFORE | capitals::FAR | capitals::BEHIND;
        self.seen(i).capitals & near != 0
    }

    /// Whether token `i`, although it may be in a name, is outside as good as always, so that nothing is worked out for
    /// it: a mark, or a word of the language that no name ends in, with capitals on one side at most.
    pub(super) fn is_plain(&self, i: usize) -> bool {
        let capitals = self.seen(i).capitals;
        let before = capitals & (capitals::BEFORE | capitals::FAR | capitals::FARTHEST) != 0;
        let behind = capitals & (capitals::BEHIND | capitals::BEYOND) != 0;
        if capitals & capitals::OWN != 0 || before && behind {
            return false;
        }
        let glued = |i: usize| self.doc.tokens.get(i).is_some_and(|token| token.glued);
        match self.doc.kind(i) {
            // Not "in" of "Jae-in".
            TokenKind::Word => !glued(i) && self.clues.at(i) & (clues::COMMON | NAME_WORDS) == clues::COMMON,
            // Not that of "Covid-19" or "Goldstar.com".
            TokenKind::Punct => !glued(i + 1) || self.doc.kind(i + 1) != TokenKind::Word && self.doc.folded(i) != "-",
            TokenKind::Quote | TokenKind::Clitic | TokenKind::Symbol => true,
            TokenKind::Number | TokenKind::Link | TokenKind::Address => false,
        }
    }

    fn capitals(&mut self) {
        let places =
            [capitals::BEYOND, capitals::BEHIND, capitals::OWN, capitals::BEFORE, capitals::FAR, capitals::FARTHEST];
        for (i, token) in self.doc.tokens.iter().enumerate() {
            if token.case.is_capitalised() && token.kind == TokenKind::Word {
                for (offset, place) in places.into_iter().enumerate() {
                    if let Some(seen) = self.seen.get_mut((i + offset).wrapping_sub(2)) {
                        seen.capitals |= place;
                    }
                }
            }
        }
    }

    fn sentences(&mut self) {
        for sentence in &self.doc.sentences {
            let tokens = sentence.tokens;
            let loud = capitalises_all(self.doc, tokens.iter());
            let role = match self.doc.block(sentence.block).role {
                BlockRole::Headline | BlockRole::Related => 1,
                BlockRole::Byline => 2,
                BlockRole::Dateline => 3,
                BlockRole::Caption | BlockRole::Credit => 4,
                BlockRole::Link => 5,
                BlockRole::Body => 0,
            };
            let mut i = tokens.start;
            while i < tokens.end {
                let end = self.sequence_end(i, tokens.end);
                for k in i..end.max(i + 1) {
                    self.seen[k].sequence = (i as u32, end as u32);
                    self.seen[k].loud = loud;
                    self.seen[k].role = role;
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
        let here = self.here(i);
        self.parts(&here, |part| out.extend(part.features(|| self.doc.folded(i)).numbers()));
        out.extend(self.together(&here).numbers());
    }

    /// What they weigh together.
    pub(super) fn sum(&self, i: usize, model: &Model, kept: &mut Kept) -> Sum {
        let here = self.here(i);
        let mut sum = Sum::default();
        self.parts(&here, |part| sum.add(kept.sum(model, part, || self.doc.folded(i))));
        model.add(self.together(&here).numbers(), &mut sum);
        sum
    }

    /// Token `i` as one of those around another; nowhere past the end.
    #[inline]
    fn place(&self, i: usize) -> &Place {
        self.places.get(i).unwrap_or(&NOWHERE)
    }

    /// What is around token `i`.
    fn here(&self, i: usize) -> Here<'_> {
        let sentence = self.doc.sentence(self.doc.sentence_at(i)).tokens;
        let near = |offset: isize| {
            let k = i.wrapping_add_signed(offset);
            if sentence.has(k) { self.place(k) } else { &NOWHERE }
        };
        let [far, before, own, behind, beyond] = [near(-2), near(-1), near(0), near(1), near(2)];
        Here { seen: self.seen(i), far, before, own, behind, beyond, sequence: self.sequence(i, sentence) }
    }

    /// The parts that are about one word each.
    fn parts(&self, here: &Here, mut add: impl FnMut(&Part)) {
        let mut part = |seat, look, how, bits| add(&Part { seat, look, how, bits });
        let first = u32::from(here.seen.first);
        part(Seat::Own, here.own.look, first, here.own.clues);
        for (seat, place) in [
            (Seat::Before, here.before),
            (Seat::Behind, here.behind),
            (Seat::Far, here.far),
            (Seat::Beyond, here.beyond),
        ] {
            part(seat, place.look, 0, place.clues);
        }
        part(Seat::Uses, Look::NONE, first, here.own.uses.into());
        if let Some(Sequence { start, end, before, behind, place }) = here.sequence {
            let (first, last) = (self.place(start), self.place(end - 1));
            part(Seat::Start, first.look, place, first.clues);
            part(Seat::End, last.look, place, last.clues);
            part(Seat::Ahead, self.place(before).look, place >> 2, 0);
            part(Seat::After, self.place(behind).look, place, 0);
            part(Seat::All, Look::NONE, place, (start..end).fold(0, |all, k| all | self.place(k).clues));
        }
    }

    /// The features that hang on several words, or on where they stand.
    #[inline]
    fn together(&self, here: &Here) -> Features {
        let Here { seen, before, own, behind, .. } = here;
        let mut features = Features::new();
        let mut add = |template: u32, a: u32, b: u32| features.add(template, a, b);
        let caps = own.look.shape;

        add(6, before.look.word, own.look.word);
        add(7, own.look.word, behind.look.word);
        add(9, before.look.shape, caps);
        add(10, caps, behind.look.shape);
        add(11, mix(join(0, before.look.shape, caps)), behind.look.shape);

        // Word lists, here and beside.
        add(30, before.clues, own.clues);
        add(31, own.clues, behind.clues);
        add(33, own.clues, before.look.word);
        add(34, own.clues, behind.look.word);

        // The capitalised sequence: what stands before and behind it, how it begins and ends.
        if let Some(Sequence { start, end, before, behind, place }) = here.sequence {
            add(35, place, caps);
            add(42, self.place(before).look.word, self.place(start).clues);
            add(43, self.place(behind).look.word, self.place(end - 1).clues);
        }

        // Clusters, here and beside.
        for (template, cluster) in [(53, Cluster::fine as fn(Cluster) -> u32), (65, Cluster::coarse)] {
            let [before, c, behind] = [before, own, behind].map(|place| cluster(place.look.cluster));
            add(template + 5, before, c);
            add(template + 6, c, behind);
        }

        // The memory of the article.
        add(47, own.uses.into(), caps);

        // Where in the page.
        add(50, seen.role.into(), caps);
        add(51, u32::from(seen.loud), caps);
        features
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

/// What makes a feature in one number: which template, and the values in it.
#[inline]
fn join(template: u32, a: u32, b: u32) -> u32 {
    a.wrapping_mul(0x9E37_79B1) ^ b.rotate_left(16).wrapping_mul(0x85EB_CA77) ^ template.wrapping_mul(0xC2B2_AE3D)
}

/// The number of a feature: every bit of it hangs on all of what makes it.
#[inline]
fn mix(mut h: u32) -> u32 {
    h ^= h >> 15;
    h = h.wrapping_mul(0x2C1B_3C6D);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297A_2D39);
    (h ^ h >> 15) % BUCKETS
}

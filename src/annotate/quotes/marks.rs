//! Pairs quotation marks into quoted stretches, one block at a time.
//!
//! A mark opens or closes by its form or, where its form does not tell (`"`, `'`), by the blanks
//! around it. Only the outermost pair counts; what is quoted inside a quote is part of it.
//! A stretch never leaves its block. Where its end is missing it ends with its sentence; a
//! paragraph that opens and does not close, before another that opens, carries on in that one.
//! A paragraph with many such marks is not read by its marks behind the eighth.
//!
//! Not marks: apostrophes, possessives, elisions (`'90s`), feet and inches.

use super::phrases;
use crate::document::{Block, BlockRole, Document};
use crate::lexicon::grammar;
use crate::span::TokenRange;
use crate::token::TokenKind;
use crate::wire::Marks;

/// Words in quotation marks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    /// The words, without the marks.
    pub(crate) words: TokenRange,
    /// The words with the marks.
    pub(crate) whole: TokenRange,
    /// How the marks stand.
    pub(crate) marks: Marks,
    /// Whether it goes on from the stretch before it, which is carried.
    pub(crate) goes_on: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Open,
    Close,
    /// Its form and surroundings do not tell.
    Either,
}

#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    single: bool,
    side: Side,
}

/// How many marks of a paragraph may lack their other end; after more, its marks tell nothing.
const BROKEN: usize = 8;
/// How far an unclosed quote is searched for the cue that it ran into.
const LOOK_AHEAD: usize = 200;

/// The quoted stretches of `doc`, in order; they do not overlap.
pub(crate) fn pair(doc: &Document) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    let mut carried = false;
    for (i, block) in doc.blocks.iter().enumerate() {
        if block.role == BlockRole::Link {
            continue;
        }
        let first = out.len();
        pair_block(doc, block.tokens, &mut out);
        if let Some(stretch) = out.get_mut(first) {
            stretch.goes_on = carried && stretch.whole.start == block.tokens.start;
        }
        carried = false;
        if let Some(last) = out[first..].last_mut() {
            let to_the_end = last.marks == Marks::Unclosed && last.whole.end == block.tokens.end;
            if to_the_end && opens(doc, doc.blocks.get(i + 1)) {
                last.marks = Marks::Carried;
                carried = true;
            }
        }
    }
    out
}

/// Whether `block` begins with an opening double mark.
fn opens(doc: &Document, block: Option<&Block>) -> bool {
    block.is_some_and(|block| {
        let at = block.tokens.start;
        doc.kind(at) == TokenKind::Quote && !is_single(doc, at) && side(doc, block.tokens, at, None) != Side::Close
    })
}

fn is_single(doc: &Document, i: usize) -> bool {
    matches!(doc.word(i), "'" | "‘" | "’" | "`" | "‚" | "‛" | "‹" | "›" | "´" | "ʼ" | "′")
}

/// Whether the mark at `i` opens or closes; `before` is what the mark glued before it does.
fn side(doc: &Document, block: TokenRange, i: usize, before: Option<Side>) -> Side {
    let glued_left = i > block.start && doc.tokens[i].glued;
    let glued_right = i + 1 < block.end && doc.tokens[i + 1].glued;
    let by_blanks = || match (glued_left, glued_right) {
        (false, true) => Side::Open,
        (true, false) => Side::Close,
        (false, false) => Side::Either,
        (true, true) if before == Some(Side::Open) => Side::Open,
        (true, true) if matches!(doc.word(i - 1), "(" | "[" | "{" | ":" | "-" | "–" | "—" | "--" | "/" | "…") => {
            if phrases::is_word(doc, i + 1) {
                Side::Open
            } else {
                Side::Close
            }
        }
        (true, true) if matches!(doc.kind(i + 1), TokenKind::Punct | TokenKind::Quote) => Side::Close,
        (true, true) => Side::Either,
    };
    // A paragraph cannot begin with an end.
    if i == block.start && !is_single(doc, i) {
        return Side::Open;
    }
    let ends = !glued_right || matches!(doc.word(i + 1), "," | "." | ";" | ":" | "!" | "?" | ")");
    match doc.word(i) {
        "“" | "‟" | "‘" | "‛" | "„" | "‚" | "«" | "‹" | "``" | "`" if glued_left && ends => Side::Close,
        "“" | "‟" | "‘" | "‛" | "„" | "‚" | "«" | "‹" | "``" | "`" => Side::Open,
        "”" | "’" | "»" | "›" if !glued_left && glued_right && !ends => Side::Open,
        "”" | "’" | "»" | "›" => Side::Close,
        _ => by_blanks(),
    }
}

fn partners(open: &str, close: &str) -> bool {
    matches!(
        (open, close),
        ("“", "”")
            | ("\"", "\"")
            | ("‘", "’")
            | ("'", "'")
            | ("``", "''")
            | ("''", "''")
            | ("`", "'")
            | ("«", "»")
            | ("»", "«")
            | ("‹", "›")
            | ("›", "‹")
            | ("„", "“" | "”" | "„")
            | ("‚", "‘" | "’")
            | ("”", "”")
            | ("’", "’")
            | ("‟", "”")
    )
}

/// Whether the mark at `i` is an apostrophe, or a sign for feet or inches.
fn is_no_mark(doc: &Document, i: usize) -> bool {
    let glued = doc.tokens[i].glued && i > 0;
    if glued && doc.kind(i - 1) == TokenKind::Number {
        let single = is_single(doc, i);
        let feet_before = i > 1 && doc.kind(i - 2) == TokenKind::Quote && doc.tokens[i - 1].glued;
        let number_behind = doc.kind(i + 1) == TokenKind::Number && doc.tokens.get(i + 1).is_some_and(|t| t.glued);
        return single && number_behind || !single && feet_before && is_single(doc, i - 2);
    }
    let elision = !glued && is_single(doc, i) && doc.tokens.get(i + 1).is_some_and(|t| t.glued);
    elision
        && (doc.kind(i + 1) == TokenKind::Number && doc.word(i + 1).ends_with('s')
            || grammar::TABLE.has_tag(doc.listed(i + 1), grammar::ELISION))
}

fn marks_of(doc: &Document, block: TokenRange) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    for at in block.iter().filter(|&i| doc.kind(i) == TokenKind::Quote && !is_no_mark(doc, i)) {
        let before = out.last().filter(|m| m.at + 1 == at && doc.tokens[at].glued).map(|m| m.side);
        out.push(Mark { at, single: is_single(doc, at), side: side(doc, block, at, before) });
    }
    out
}

fn pair_block(doc: &Document, block: TokenRange, out: &mut Vec<Stretch>) {
    let marks = marks_of(doc, block);
    let ahead = Ahead::of(&marks);
    let mut from = block.start;
    let mut broken = 0;
    let mut k = 0;
    while k < marks.len() && broken < BROKEN {
        let mark = marks[k];
        let stray = mark.side == Side::Close;
        if stray {
            if let Some(stretch) = without_start(doc, from, mark) {
                from = stretch.whole.end;
                out.push(stretch);
            }
            k += 1;
        } else if mark.single && !ahead.closes(&marks, k) {
            k += 1;
        } else {
            let (stretch, next) = from_opening(doc, block, &marks, &ahead, k);
            k = next;
            if let Some(stretch) = stretch {
                broken += usize::from(stretch.marks == Marks::Unclosed);
                from = stretch.whole.end;
                out.push(stretch);
            }
        }
    }
}

/// What stands ahead of each mark of a block, so that no mark is searched for twice.
struct Ahead {
    /// The next mark of each family: double, single.
    next: Vec<[Option<usize>; 2]>,
    /// Whether any later single mark closes.
    single_close: Vec<bool>,
    /// Of a double mark that opens: the one that closes it, as brackets nest.
    partner: Vec<Option<usize>>,
}

impl Ahead {
    fn of(marks: &[Mark]) -> Ahead {
        let mut next = vec![[None, None]; marks.len()];
        let mut single_close = vec![false; marks.len()];
        let mut partner = vec![None; marks.len()];
        let mut open: Vec<usize> = Vec::new();
        for (n, mark) in marks.iter().enumerate().filter(|(_, mark)| !mark.single) {
            match (mark.side, open.pop()) {
                (Side::Close | Side::Either, Some(k)) => partner[k] = Some(n),
                (Side::Close, None) => {}
                (_, k) => open.extend(k.into_iter().chain([n])),
            }
        }
        let (mut seen, mut close) = ([None, None], false);
        for k in (0..marks.len()).rev() {
            next[k] = seen;
            single_close[k] = close;
            seen[usize::from(marks[k].single)] = Some(k);
            close |= marks[k].single && marks[k].side != Side::Open;
        }
        Ahead { next, single_close, partner }
    }

    /// Whether what opens at `n` is quoted within what opened at `k`: that has an end of its own behind
    /// it, or is a paragraph in other marks, which goes on in the next.
    fn nests(&self, doc: &Document, block: TokenRange, marks: &[Mark], k: usize, n: usize) -> bool {
        let (outer, inner) = (marks[k], marks[n]);
        match (self.partner[k], self.partner[n]) {
            (Some(end), Some(inner_end)) => inner.at > outer.at + 1 || marks[end].at > marks[inner_end].at + 1,
            (None, Some(_)) => outer.at == block.start && doc.word(outer.at) != doc.word(inner.at),
            _ => false,
        }
    }

    /// Whether a single mark that opens at `k` can find an end.
    fn closes(&self, marks: &[Mark], k: usize) -> bool {
        self.single_close[k] || marks.get(k + 1).is_some_and(|m| m.side == Side::Close)
    }

    /// Whether the next mark of the family of `marks[of]` after `k` closes.
    fn partner_closes(&self, marks: &[Mark], k: usize, of: usize) -> bool {
        self.next[k][usize::from(marks[of].single)].is_some_and(|n| marks[n].side != Side::Open)
    }
}

/// The stretch that opens with mark `k`, and the mark to go on with.
fn from_opening(
    doc: &Document,
    block: TokenRange,
    marks: &[Mark],
    ahead: &Ahead,
    k: usize,
) -> (Option<Stretch>, usize) {
    let opening = marks[k];
    let mut first = opening.at + 1;
    let (mut inner, mut doubled) = (0usize, false);
    let mut n = k + 1;
    while let Some(mark) = marks.get(n).copied() {
        let glued = mark.at == first && doc.tokens[mark.at].glued;
        let same = mark.single == opening.single;
        let closes = match mark.side {
            Side::Close => true,
            Side::Open => false,
            Side::Either => same,
        };
        let ends = ahead.partner[n].filter(|_| !closes && same && ahead.nests(doc, block, marks, k, n));
        if let Some(ends) = ends {
            n = ends;
        } else if !closes && same {
            if !glued {
                return (without_end(doc, opening, first, mark.at), n);
            }
            first = mark.at + 1;
            doubled = true;
        } else if !closes {
            inner += usize::from(!mark.single || ahead.closes(marks, n));
        } else if !same && inner > 0 {
            inner -= 1;
        } else if !(same && is_possessive(doc, marks, ahead, n) || !same && !closes_other(doc, marks, ahead, n, k)) {
            return (Some(finish(doc, marks, k, n, first, doubled)), after_run(doc, marks, n));
        }
        n += 1;
    }
    // What neither opens nor closes by its form, and has no partner, is no mark: 12 " of cloth.
    if opening.single || opening.side == Side::Either {
        return (None, k + 1);
    }
    (without_end(doc, opening, first, block.end), marks.len())
}

/// Whether the closing single mark `n` rather is the apostrophe of a plural: the words go on, and
/// another mark closes.
fn is_possessive(doc: &Document, marks: &[Mark], ahead: &Ahead, n: usize) -> bool {
    let at = marks[n].at;
    marks[n].single
        && doc.folded(at - 1).ends_with('s')
        && phrases::is_word(doc, at + 1)
        && ahead.next[n][1].is_some_and(|m| marks[m].side == Side::Close)
}

/// Whether mark `n`, which closes, ends the quote that the other kind of mark `k` opened.
fn closes_other(doc: &Document, marks: &[Mark], ahead: &Ahead, n: usize, k: usize) -> bool {
    let at = marks[n].at;
    let glued_right = doc.tokens.get(at + 1).is_some_and(|t| t.glued);
    let run = marks.get(n + 1).is_some_and(|m| m.at == at + 1 && glued_right && m.side != Side::Open);
    let after_stop = matches!(doc.word(at - 1), "," | "." | "!" | "?" | "…") && !glued_right;
    run || after_stop || !ahead.partner_closes(marks, n, k)
}

/// The mark after the run of closing marks that begins with `n`.
fn after_run(doc: &Document, marks: &[Mark], n: usize) -> usize {
    let mut next = n + 1;
    while marks
        .get(next)
        .is_some_and(|m| m.at == marks[next - 1].at + 1 && doc.tokens[m.at].glued && m.side != Side::Open)
    {
        next += 1;
    }
    next
}

fn finish(doc: &Document, marks: &[Mark], k: usize, n: usize, first: usize, doubled: bool) -> Stretch {
    let last = marks[after_run(doc, marks, n) - 1].at;
    let odd = doubled || last != marks[n].at || !partners(doc.word(marks[k].at), doc.word(marks[n].at));
    Stretch {
        words: TokenRange::new(first, marks[n].at),
        whole: TokenRange::new(marks[k].at, last + 1),
        marks: if odd { Marks::Mismatched } else { Marks::Paired },
        goes_on: false,
    }
}

/// A quote whose closing mark is missing before token `limit`.
fn without_end(doc: &Document, opening: Mark, first: usize, limit: usize) -> Option<Stretch> {
    let block = doc.block_at(opening.at);
    let begins_block = opening.at == doc.block(block).tokens.start;
    let goes_on = limit == doc.block(block).tokens.end && opens(doc, doc.blocks.get(block.index() + 1));
    let sentence_end = doc.sentence(doc.sentence_at(first.min(limit.saturating_sub(1)))).tokens.end;
    let reach = if begins_block || goes_on { limit } else { sentence_end.min(limit) };
    let cut = (first + 1..reach.min(first + LOOK_AHEAD))
        .find(|&i| doc.word(i - 1) == "," && super::cues::begins_with_cue(doc, i, reach));
    let end = cut.unwrap_or(reach);
    (end > first).then(|| Stretch {
        words: TokenRange::new(first, end),
        whole: TokenRange::new(opening.at, end),
        marks: Marks::Unclosed,
        goes_on: false,
    })
}

/// A quote whose opening mark is missing: a double mark after a stop closes what began with the
/// sentence.
fn without_start(doc: &Document, from: usize, mark: Mark) -> Option<Stretch> {
    let at = mark.at;
    if mark.single || at == 0 || !matches!(doc.word(at - 1), "," | "." | "!" | "?") {
        return None;
    }
    let start = doc.sentence(doc.sentence_at(at)).tokens.start;
    // Scans and typewriters give „ as two commas.
    let commas = |i: &usize| doc.word(*i) == "," && doc.word(i + 1) == "," && doc.tokens[i + 1].glued;
    let low = (start.max(from)..at - 1).rev().find(commas).filter(|i| i + 2 < at);
    let (first, words) = low.map_or((start, start), |i| (i, i + 2));
    (from <= first && words + 1 < at).then(|| Stretch {
        words: TokenRange::new(words, at),
        whole: TokenRange::new(first, at + 1),
        marks: if low.is_some() { Marks::Mismatched } else { Marks::Unclosed },
        goes_on: false,
    })
}

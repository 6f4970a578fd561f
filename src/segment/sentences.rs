//! Tokens to sentences.
//!
//! A sentence ends after a full stop, question mark, exclamation mark or ellipsis with what closes
//! behind it (quotation marks, brackets, footnote numbers, emoji), where a new one can begin. It
//! goes on before a lower-case word, before the `Reyes asked` of a question in marks, and after a
//! full stop that belongs to an abbreviation, unless the next word is one that begins sentences.
//! What has no end for hundreds of words is cut between two of them.

use super::chars::is_caseless_stop;
use super::tokens::Tokens;
use crate::document::Sentence;
use crate::lexicon::{Listed, abbreviations, common_words, cues, date_words, sentence_starters};
use crate::span::{BlockId, Span, TokenRange};
use crate::token::{Case, TokenKind};

/// The longest sentence, in tokens.
const LONGEST: usize = 400;

/// Words that after a verb of saying begin what was said: then the question before it stands alone.
const REPORTED: [&str; 8] = ["that", "he", "she", "they", "it", "the", "there", "his"];

/// Starters that names may have after an initial: `J. In`.
const NAMES_TOO: [&str; 6] = ["in", "on", "an", "so", "no", "i"];

/// Adds the sentences of the block `block`, whose tokens are `range`.
pub(crate) fn add(text: &str, tokens: &Tokens, range: TokenRange, block: BlockId, out: &mut Vec<Sentence>) {
    let reader = Reader { tokens, range, closing: closing(tokens, range) };
    let first = out.len();
    let mut start = range.start;
    for i in range.iter() {
        let last = i + 1 == range.end;
        if last || reader.ends_here(start, i) || reader.is_too_long(start, i) {
            let span = reader.span(text, start, i);
            let marks = (start..=i).all(|i| matches!(tokens.list[i].kind, TokenKind::Quote | TokenKind::Punct));
            match out[first..].last_mut() {
                // Marks alone are no sentence: they belong to the one before.
                Some(Sentence { span: before, tokens, .. }) if marks && i - start < LONGEST => {
                    *before = before.join(span);
                    tokens.end = i + 1;
                }
                _ => out.push(Sentence { span, block, tokens: TokenRange::new(start, i + 1) }),
            }
            start = i + 1;
        }
    }
}

/// For each token of `range`, whether it closes what stands before it.
fn closing(tokens: &Tokens, range: TokenRange) -> Vec<bool> {
    let mut out: Vec<bool> = Vec::with_capacity(range.len());
    let mut open = false;
    let mut footnote = 0;
    for i in range.iter() {
        let token = &tokens.list[i];
        if footnote > 0 {
            footnote -= 1;
            out.push(true);
            continue;
        }
        if !matches!(token.kind, TokenKind::Quote | TokenKind::Punct | TokenKind::Symbol) {
            out.push(false);
            continue;
        }
        let after_end = || i > range.start && (ends(tokens.word(i - 1)) || out.last() == Some(&true));
        let closes = match (token.kind, tokens.word(i)) {
            (TokenKind::Quote, mark) => {
                let next_glued = i + 1 < range.end && tokens.list[i + 1].glued;
                let straight = mark == "\"";
                let closes = match (token.glued, next_glued) {
                    (true, false) => true,
                    (false, true) => false,
                    _ if straight => open,
                    _ => matches!(mark, "”" | "’" | "»" | "›" | "''" | ">>"),
                };
                if straight {
                    open = !closes;
                }
                closes
            }
            (_, ")" | "]") => true,
            (_, "[") if token.glued && after_end() && is_footnote(tokens, range, i) => {
                footnote = 2;
                true
            }
            (TokenKind::Symbol, word) => {
                !word.is_ascii() && !word.starts_with(['€', '£', '¥', '₹', '₦']) && after_end()
            }
            _ => false,
        };
        out.push(closes);
    }
    out
}

fn ends(word: &str) -> bool {
    word.ends_with(super::chars::is_stop)
}

/// Whether a word is a verb of saying: `asks`, `asked`.
fn is_saying(word: &str) -> bool {
    let stems = [Some(word), word.strip_suffix('s'), word.strip_suffix("ed"), word.strip_suffix('d')];
    stems.into_iter().flatten().any(|stem| cues::TABLE.has_tag(stem, cues::QUOTE))
}

/// `[12]`, glued.
fn is_footnote(tokens: &Tokens, range: TokenRange, i: usize) -> bool {
    i + 2 < range.end && tokens.list[i + 1].kind == TokenKind::Number && tokens.word(i + 2) == "]"
}

struct Reader<'a> {
    tokens: &'a Tokens,
    range: TokenRange,
    closing: Vec<bool>,
}

impl Reader<'_> {
    /// The sentence of the tokens from `start` to `last`. What has no width between two sentences
    /// belongs to the first.
    fn span(&self, text: &str, start: usize, last: usize) -> Span {
        let begin = self.tokens.list[start].span.start as usize;
        let end = match self.tokens.list.get(last + 1) {
            Some(next) if self.range.has(last + 1) => next.span.start,
            _ => self.tokens.list[last].span.end,
        };
        Span::new(begin, begin + text[begin..end as usize].trim_end().len())
    }

    fn word(&self, i: usize) -> &str {
        if self.range.has(i) { self.tokens.word(i) } else { "" }
    }

    fn folded(&self, i: usize) -> &str {
        if self.range.has(i) { self.tokens.folded(i) } else { "" }
    }

    fn listed(&self, i: usize) -> Listed {
        if self.range.has(i) { self.tokens.listed(i) } else { Listed::default() }
    }

    fn kind(&self, i: usize) -> Option<TokenKind> {
        self.range.has(i).then(|| self.tokens.list[i].kind)
    }

    fn case(&self, i: usize) -> Case {
        if self.range.has(i) { self.tokens.list[i].case } else { Case::None }
    }

    fn glued(&self, i: usize) -> bool {
        self.range.has(i) && self.tokens.list[i].glued
    }

    fn closes(&self, i: usize) -> bool {
        self.range.has(i) && self.closing[i - self.range.start]
    }

    fn is_starter(&self, i: usize) -> bool {
        sentence_starters::TABLE.has_word(self.listed(i))
    }

    /// Whether to cut here although no sentence ends: no writer's sentence is so long, and what reads
    /// sentences need not bear one without bounds.
    fn is_too_long(&self, start: usize, i: usize) -> bool {
        let length = i + 1 - start;
        length >= LONGEST && (!self.glued(i + 1) || length >= 2 * LONGEST)
    }

    /// Whether a sentence that began at `start` ends with token `i`.
    fn ends_here(&self, start: usize, i: usize) -> bool {
        let next = i + 1;
        if self.closes(next) || self.is_plain(i) {
            return false;
        }
        let mut end = i;
        while end > start && self.closes(end) {
            end -= 1;
        }
        let quoted = end < i;
        match self.word(end) {
            "." => !(end == start + 1 && !quoted && self.is_item(start)) && self.begins(end, next, quoted),
            "!" | "?" => self.begins(end, next, quoted) && !(quoted && self.names_speaker(next)),
            stop if stop.starts_with(['…', '.']) => {
                let fresh = quoted || end > start && ends(self.word(end - 1));
                let amid = !self.glued(end) && !self.glued(next);
                (fresh || self.folded(next) != "i" && (!amid || self.is_starter(next)))
                    && self.begins(end, next, quoted)
                    && !(quoted && self.names_speaker(next))
            }
            stop if stop.starts_with(is_caseless_stop) => true,
            word if word.ends_with('.') && self.kind(end) == Some(TokenKind::Word) => {
                self.ends_after_abbreviation(end, next, quoted)
            }
            stop => stop.starts_with(super::chars::is_stop) && self.begins(end, next, quoted),
        }
    }

    /// Whether token `i` is one of those that never end a sentence: most are.
    fn is_plain(&self, i: usize) -> bool {
        match self.kind(i) {
            Some(TokenKind::Word) => !self.closes(i) && !self.word(i).ends_with('.'),
            Some(TokenKind::Number | TokenKind::Clitic) => !self.closes(i),
            _ => false,
        }
    }

    /// The number of an item in a list: `1. Ana Reyes`.
    fn is_item(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Number) && self.word(i).len() <= 2
    }

    /// Whether a sentence can begin at `i`, after the stop at `end`.
    fn begins(&self, end: usize, i: usize, quoted: bool) -> bool {
        let Some(kind) = self.kind(i) else { return true };
        // `killed.The`: the blank was lost. But `site.Com`, `3.B`.
        let glued_to = |least: usize| {
            quoted
                || self.word(end) != "."
                || self.kind(end - 1) == Some(TokenKind::Number)
                || self.closes(end - 1)
                || ends(self.word(end - 1))
                || self.kind(end - 1) == Some(TokenKind::Word) && common_words::TABLE.has_word(self.listed(i))
                || self.case(end - 1) == Case::Lower && self.word(end - 1).chars().count() >= least
        };
        match kind {
            TokenKind::Word if self.glued(i) => self.case(i).is_capitalised() && end > self.range.start && glued_to(2),
            TokenKind::Word if self.case(i) == Case::Lower => {
                let name = self.word(i + 1) == "-" && self.glued(i + 1) && self.case(i + 2).is_capitalised();
                // Some never write capitals; then only a word that begins sentences tells.
                let careless = !quoted
                    && self.word(end) == "."
                    && end > self.range.start
                    && self.word(end - 1).len() >= 4
                    && self.is_starter(i);
                name && self.word(i).len() <= 3 || careless
            }
            TokenKind::Word | TokenKind::Link | TokenKind::Address | TokenKind::Symbol => true,
            TokenKind::Number => !self.glued(i) || end > self.range.start && glued_to(4),
            TokenKind::Quote => true,
            TokenKind::Clitic => false,
            TokenKind::Punct => {
                matches!(self.word(i), "(" | "[" | "•" | "-" | "–" | "—" | "--" | "*" | "#" | "¿" | "¡")
            }
        }
    }

    fn ends_after_abbreviation(&self, end: usize, next: usize, quoted: bool) -> bool {
        let stem = self.folded(end).trim_end_matches('.');
        if self.kind(next).is_none() {
            return true;
        }
        if abbreviations::TABLE.has_tag(stem, abbreviations::BEFORE_NAME | abbreviations::BEFORE_NUMBER) {
            return false;
        }
        if quoted {
            return self.begins(end, next, quoted);
        }
        if stem.chars().count() == 1 {
            return self.case(next) == Case::Title && self.is_starter(next) && !NAMES_TOO.contains(&self.folded(next));
        }
        if matches!(stem, "a.m" | "p.m") {
            return self.begins_after_time(next);
        }
        let first = if self.kind(next) == Some(TokenKind::Quote) { next + 1 } else { next };
        let speech = first > next && self.case(first) == Case::Title;
        speech || self.case(first) == Case::Title && self.is_starter(first)
    }

    /// `at 2 a.m. Reyes, 58, denied it`, but `at 2 a.m. Friday`, `at 2 a.m. Moscow time`.
    fn begins_after_time(&self, next: usize) -> bool {
        let first = if self.kind(next) == Some(TokenKind::Quote) { next + 1 } else { next };
        let zone = matches!(self.folded(first), "eastern" | "central" | "mountain" | "pacific" | "daylight" | "local");
        let timed = (next..next + 4).any(|i| matches!(self.folded(i), "time" | "edition" | "mass"));
        let sentence = self.case(first) == Case::Title && !date_words::TABLE.has_word(self.listed(first));
        self.is_starter(first) && self.case(first) == Case::Title || sentence && !zone && !timed
    }

    /// `Reyes asked`, `Mayor Ana Reyes said.`: who asked the question before it.
    fn names_speaker(&self, i: usize) -> bool {
        let name = (i..i + 5).take_while(|&i| self.kind(i) == Some(TokenKind::Word) && self.case(i).is_capitalised());
        let verb = i + name.count();
        // `Nobody answered`.
        let is_name = verb > i + 1 || !common_words::TABLE.has_word(self.listed(i)) && !self.is_starter(i);
        verb > i && is_name && is_saying(self.folded(verb)) && !REPORTED.contains(&self.folded(verb + 1))
    }
}

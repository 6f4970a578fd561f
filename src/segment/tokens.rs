//! Characters to tokens.
//!
//! Blanks end a token, and so does punctuation. Hyphens stand alone, glued to both sides:
//! `19-year-old` is five tokens. What is inside a word is looked through: soft hyphens, zero-width
//! spaces, a hyphen that only breaks the word over two lines. So are the `>` before lines of a mail
//! that is answered.
//!
//! Every look ahead is bounded, so that the work is linear in the text whatever it holds.

use super::address::{Address, address};
use super::chars::{is_apostrophe, is_invisible, is_letter, is_line_break, is_mark, is_quote};
use super::hyphens::Hyphens;
use crate::lexicon::{Listed, abbreviations};
use crate::slots::{SEED, hash, hash_on};
use crate::span::Span;
use crate::token::{Token, TokenKind};
use crate::vocabulary::Known;

/// Tokens and their words.
pub(crate) struct Tokens {
    pub(crate) list: Vec<Token>,
    pub(crate) known: Box<Known>,
}

/// What apostrophes tie to a word.
const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// Words whose beginning an apostrophe stands for.
const ELISIONS: [&str; 8] = ["em", "til", "tis", "twas", "cause", "bout", "round", "n"];

/// How many characters without width are looked through within a word.
const UNSEEN: usize = 8;

/// How far a closing mark is looked for, in bytes.
const AHEAD: usize = 160;

/// The longest abbreviation with dots, in bytes.
const DOTTED: usize = 12;

/// What a byte may be to the tokens around it.
mod byte {
    pub(super) const LETTER: u8 = 1;
    pub(super) const DIGIT: u8 = 2;
    /// Of a host's name, with letters and digits.
    pub(super) const HOST: u8 = 4;
    /// Behind letters or digits it ends the token, and no address goes on.
    pub(super) const END: u8 = 8;
    /// A mark that is a token of its own.
    pub(super) const MARK: u8 = 16;

    /// What each byte is.
    pub(super) static KINDS: [u8; 256] = {
        let mut kinds = [0; 256];
        let mut at = 0;
        while at < 128 {
            let byte = at as u8;
            kinds[at] = match byte {
                b'a'..=b'z' | b'A'..=b'Z' => LETTER,
                b'0'..=b'9' => DIGIT,
                b'.' | b'-' | b'_' | b'+' | b'@' => HOST,
                b' ' | b'\n' | b'\t' | b'\r' | b'"' | b'*' | b'<' | b'>' => END,
                b'\'' | b'`' | b'&' => MARK * (byte == b'&') as u8,
                b':' => MARK,
                b'!'..=b'~' => END | MARK,
                _ => 0,
            };
            at += 1;
        }
        kinds
    };

    pub(super) fn is(byte: u8, kind: u8) -> bool {
        KINDS[usize::from(byte)] & kind != 0
    }
}

impl Tokens {
    /// With room for so many.
    pub(crate) fn with_capacity(count: usize) -> Self {
        Tokens { list: Vec::with_capacity(count), known: Known::recall() }
    }

    /// Adds the tokens of the block at `span`.
    pub(crate) fn scan<'t>(&mut self, text: &'t str, span: Span, hyphens: &Hyphens<'t>) {
        let (at, end) = (span.start as usize, span.end as usize);
        let mut scanner =
            Scanner { out: self, text, hyphens, at, end, glued: false, open_single: false, open_double: false };
        scanner.run();
    }

    fn push(&mut self, span: Span, kind: TokenKind, glued: bool, word: &str, hash: u32) {
        let word = self.known.add(word, hash);
        let token = Token { span, word: word.id(), folded: word.folded, kind, case: word.case, glued };
        self.list.push(token);
    }

    /// Token `i` as it reads.
    pub(crate) fn word(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |token| self.known.words.letters(token.word))
    }

    /// Token `i` folded.
    pub(crate) fn folded(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |token| self.known.words.letters(token.folded))
    }

    /// What the word lists know of token `i`.
    pub(crate) fn listed(&self, i: usize) -> Listed {
        self.list.get(i).map_or(Listed::default(), |token| self.known.words.listed(token.folded))
    }
}

struct Scanner<'a, 't> {
    out: &'a mut Tokens,
    text: &'t str,
    hyphens: &'a Hyphens<'t>,
    at: usize,
    end: usize,
    /// No blank since the token before.
    glued: bool,
    open_single: bool,
    open_double: bool,
}

impl<'t> Scanner<'_, 't> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..self.end]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    fn run(&mut self) {
        while self.at < self.end {
            if self.text.as_bytes()[self.at] == b' ' {
                self.glued = false;
                self.at += 1;
                continue;
            }
            if self.plain() {
                continue;
            }
            let Some(c) = self.peek() else { break };
            if c.is_whitespace() {
                self.glued = false;
                self.at += blank_len(self.rest());
            } else if is_invisible(c) {
                self.at += c.len_utf8();
            } else {
                self.token(c);
            }
        }
    }

    /// Adds the token here if what stands around it shows that it is whole, and no address. Nearly all are.
    fn plain(&mut self) -> bool {
        let rest = &self.text.as_bytes()[self.at..self.end];
        let Some(first) = rest.first() else { return false };
        let (kind, parts) = match first {
            b'a'..=b'z' | b'A'..=b'Z' => (TokenKind::Word, byte::LETTER | byte::DIGIT),
            b'0'..=b'9' => (TokenKind::Number, byte::DIGIT),
            b'"' => {
                self.quote('"');
                return true;
            }
            _ => return self.plain_mark(*first, rest.get(1).copied()),
        };
        let (mut len, mut hash) = (0, SEED);
        while let Some(part) = rest.get(len)
            && byte::is(*part, parts)
        {
            hash = hash_on(hash, &[*part]);
            len += 1;
        }
        let word = &self.text[self.at..self.at + len];
        let is_number = kind == TokenKind::Number;
        let whole = match &rest[len..] {
            [b',' | b':', next, ..] if is_number => next.is_ascii() && !next.is_ascii_digit(),
            [b':', b'/', ..] => false,
            [b':', next, ..] => next.is_ascii(),
            [b'.', after @ ..] => {
                let last = matches!(after, [] | [b' ' | b'\n', ..]) && !word.eq_ignore_ascii_case("www");
                if last && !is_number {
                    let listed = self.out.known.add(word, hash).listed;
                    if is_abbreviation(word, listed, &self.rest()[len + 1..]) {
                        self.word();
                        return true;
                    }
                }
                last
            }
            [b'-', next, ..] => next.is_ascii_alphanumeric() && self.is_no_address(len),
            [] => true,
            [next, ..] => byte::is(*next, byte::END),
        };
        if whole {
            self.out.push(Span::new(self.at, self.at + len), kind, self.glued, word, hash);
            self.at += len;
            self.glued = true;
        }
        whole
    }

    /// Whether no address begins here, where letters or digits and a hyphen stand, the hyphen at `len`.
    fn is_no_address(&self, len: usize) -> bool {
        let (before, rest) = self.text.as_bytes()[..self.end].split_at(self.at);
        // An address that goes on here began before.
        let amid = |byte: &u8| byte::is(*byte, byte::LETTER | byte::DIGIT | byte::HOST);
        let is_part = |byte: &&u8| **byte == b'-' || byte::is(**byte, byte::LETTER | byte::DIGIT);
        before.last().is_some_and(amid) || {
            let host = len + rest[len..].iter().take_while(is_part).count();
            match &rest[host..] {
                [] | [b'.'] | [b'.', b' ' | b'\n', ..] => true,
                [next, ..] => byte::is(*next, byte::END),
            }
        }
    }

    /// Adds the mark here if what stands around it shows that it is a token of its own.
    fn plain_mark(&mut self, mark: u8, next: Option<u8>) -> bool {
        let before = || self.at.checked_sub(1).and_then(|at| self.text.as_bytes().get(at));
        let whole = match mark {
            b'.' => next.is_none_or(|next| byte::is(next, byte::END)),
            b'-' => {
                before().is_some_and(u8::is_ascii_alphanumeric) && next.is_some_and(|next| next.is_ascii_alphanumeric())
            }
            _ => byte::is(mark, byte::MARK) && next.is_none_or(|next| next.is_ascii()),
        };
        if whole {
            self.emit(1, mark_kind(mark.into()));
        }
        whole
    }

    fn token(&mut self, c: char) {
        match address(self.before(), self.rest()) {
            Some(Address::Link(len)) => self.emit(len, TokenKind::Link),
            Some(Address::Mail(len)) => self.emit(len, TokenKind::Address),
            None if c.is_ascii_digit() => self.number(),
            None if is_quote(c) => self.quote(c),
            None if is_letter(c) => self.word(),
            None if c.is_numeric() => {
                let rest = self.rest();
                self.emit(rest.find(|c: char| !c.is_numeric()).unwrap_or(rest.len()), TokenKind::Number);
            }
            None => self.mark(c),
        }
    }

    /// A token of the next `len` bytes, as they stand.
    fn emit(&mut self, len: usize, kind: TokenKind) {
        let word = &self.rest()[..len];
        let span = Span::new(self.at, self.at + len);
        let is_unseen = |c: char| is_invisible(c) && c != '\u{200D}';
        if !word.is_ascii() && word.contains(is_unseen) {
            let word = word.replace(is_unseen, "");
            self.out.push(span, kind, self.glued, &word, hash(word.as_bytes()));
        } else {
            self.out.push(span, kind, self.glued, word, hash(word.as_bytes()));
        }
        self.at += len;
        self.glued = true;
    }

    fn number(&mut self) {
        let len = number_len(self.rest());
        self.emit(len, TokenKind::Number);
    }

    fn quote(&mut self, c: char) {
        let len = c.len_utf8();
        let after = &self.rest()[len..];
        let next = after.chars().next();
        if !is_apostrophe(c) {
            self.open_double = if self.glued { !self.open_double } else { true };
            self.emit(len, TokenKind::Quote);
        } else if next == Some(c) && c != '\u{2018}' {
            self.open_double = !self.glued;
            self.emit(2 * len, TokenKind::Quote);
        } else if self.glued && is_clitic(after) && self.follows_name() {
            self.emit(len + letters_len(after), TokenKind::Clitic);
        } else if !self.glued && self.elided_len(after) > 0 {
            self.emit(len + self.elided_len(after), TokenKind::Word);
        } else if !self.glued && self.is_decade(after) {
            self.emit(len, TokenKind::Punct);
        } else if self.glued && self.ends_plural() && next.is_none_or(|n| !is_letter(n)) && !self.closes(after) {
            self.emit(len, TokenKind::Clitic);
        } else {
            self.open_single = !self.glued;
            self.emit(len, TokenKind::Quote);
        }
    }

    /// Length of the word that an apostrophe here shortens: `'em`; 0 if it shortens none.
    fn elided_len(&self, after: &str) -> usize {
        let word = letters_len(after);
        let elided = ELISIONS.iter().any(|elision| after[..word].eq_ignore_ascii_case(elision));
        // `'round'` is a quotation.
        if elided && (word == 1) == after[word..].starts_with(is_apostrophe) { word } else { 0 }
    }

    /// `'90s`
    fn is_decade(&self, after: &str) -> bool {
        matches!(after.as_bytes(), [a, b, b's', rest @ ..] if a.is_ascii_digit() && b.is_ascii_digit() && !starts_alphanumeric(rest))
    }

    /// After a word, number or address, as in `the 1990's`.
    fn follows_name(&self) -> bool {
        self.out.list.last().is_some_and(|t| !matches!(t.kind, TokenKind::Quote | TokenKind::Punct | TokenKind::Symbol))
    }

    fn ends_plural(&self) -> bool {
        let last = self.out.list.last().filter(|t| t.kind == TokenKind::Word);
        last.is_some_and(|t| self.text[t.span.range()].ends_with(['s', 'S']))
    }

    /// Whether the apostrophe before `after` closes a quotation rather than marking a possessive:
    /// one is open, and no other mark soon closes it.
    fn closes(&self, after: &str) -> bool {
        if !self.open_single && !self.open_double {
            return false;
        }
        // A possessive stands before what is owned.
        let owned = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(is_letter));
        let near = &after[..after.floor_char_boundary(AHEAD)];
        let mut before = ' ';
        let mut chars = near.chars().peekable();
        while let Some(c) = chars.next() {
            let single = is_apostrophe(c);
            if is_quote(c) && (if single { self.open_single } else { self.open_double }) {
                let next = chars.peek().copied().unwrap_or(' ');
                if before.is_whitespace() && !next.is_whitespace() {
                    return true;
                }
                if !before.is_whitespace() && !is_letter(next) {
                    return !owned;
                }
            }
            before = c;
        }
        true
    }

    fn mark(&mut self, c: char) {
        let rest = self.rest();
        let same = || rest.find(|d| d != c).unwrap_or(rest.len());
        let len = match c {
            '.' | '-' | '—' | '–' | '_' | '*' => same(),
            '<' | '>' if rest[1..].starts_with(c) => {
                self.emit(2, TokenKind::Quote);
                return;
            }
            _ => c.len_utf8() + joined_len(c, &rest[c.len_utf8()..]),
        };
        let hyphen = matches!(c, '-' | '‐' | '‑') && len == c.len_utf8() && self.glued;
        self.emit(len, mark_kind(c));
        // A line that ends with a hyphen is read on without a blank.
        if hyphen && let Some(blank) = break_len(self.rest()) {
            self.at += blank;
        }
    }

    /// A word that may have marks, breaks and letters of any script in it, or behind it.
    fn word(&mut self) {
        let start = self.at;
        let plain = self.rest().bytes().take_while(u8::is_ascii_alphanumeric).count();
        let mut word = String::with_capacity(plain + UNSEEN);
        word.push_str(&self.rest()[..plain]);
        self.at += plain;
        let mut last = self.at;
        while let Some(c) = self.peek() {
            let after = &self.rest()[c.len_utf8()..];
            if c.is_ascii_alphanumeric() {
                word.push(c);
                self.at += 1;
                last = self.at;
                continue;
            }
            let next = after.chars().take(UNSEEN).find(|c| !is_invisible(*c));
            let letter_next = next.is_some_and(is_letter);
            if is_letter(c) || c.is_numeric() || c == '\u{200D}' && letter_next {
                word.push(c);
            } else if is_invisible(c) && letter_next {
                self.at += c.len_utf8();
                continue;
            } else if let Some(len) = self.word_break_len(c, after, &word) {
                self.at += len;
                continue;
            } else if self.is_inner_mark(c, next, after, &word) {
                word.push(c);
            } else {
                break;
            }
            self.at += c.len_utf8();
            last = self.at;
        }
        self.at = last;
        let after = self.rest().strip_prefix('.').filter(|after| !after.starts_with('.'));
        if let Some(after) = after {
            let listed = self.out.known.add(&word, hash(word.as_bytes())).listed;
            if is_abbreviation(&word, listed, after) {
                word.push('.');
                self.at += 1;
            }
        }
        self.out.push(Span::new(start, self.at), TokenKind::Word, self.glued, &word, hash(word.as_bytes()));
        self.glued = true;
        if let Some(c) = self.peek().filter(|c| is_apostrophe(*c)) {
            let after = &self.rest()[c.len_utf8()..];
            if is_clitic(after) {
                self.emit(c.len_utf8() + letters_len(after), TokenKind::Clitic);
            }
        }
    }

    /// Whether the mark `c` belongs to the word that it stands in: `don't`, `AT&T`, `U.S`.
    fn is_inner_mark(&self, c: char, next: Option<char>, after: &str, word: &str) -> bool {
        match c {
            c if is_apostrophe(c) => next.is_some_and(is_letter) && !is_clitic(after),
            '&' => next.is_some_and(char::is_uppercase) && word.len() <= DOTTED && word.chars().all(char::is_uppercase),
            // `U.S`, `a.m`, but not `J.Reyes`.
            '.' => is_dotted(word) && (1..=2).contains(&after.chars().take(3).take_while(|c| is_letter(*c)).count()),
            _ => false,
        }
    }

    /// Length of a hyphen and a line break that only break the word.
    fn word_break_len(&self, c: char, after: &str, word: &str) -> Option<usize> {
        if !matches!(c, '-' | '‐' | '¬' | '\u{AD}') {
            return None;
        }
        let blank = break_len(after)?;
        let below = &after[blank..];
        if !below.starts_with(char::is_lowercase) {
            return None;
        }
        let tail = &below[..below.find(|c: char| !is_letter(c)).unwrap_or(below.len())];
        // Nobody types these two: they only ever divide.
        let divides = matches!(c, '¬' | '\u{AD}');
        let breaks = divides
            || tail.len() < AHEAD
                && word.len() < AHEAD
                && word.chars().all(is_letter)
                && self.hyphens.breaks(word, tail);
        breaks.then_some(c.len_utf8() + blank)
    }
}

/// What kind of token the mark `c` is.
fn mark_kind(c: char) -> TokenKind {
    match c {
        '$' | '+' | '<' | '=' | '>' | '^' | '|' | '~' => TokenKind::Symbol,
        '…' | '—' | '–' | '‐' | '‑' | '‒' | '―' | '•' | '·' | '¿' | '¡' | '、' => TokenKind::Punct,
        c if c.is_ascii_punctuation() || super::chars::is_stop(c) => TokenKind::Punct,
        _ => TokenKind::Symbol,
    }
}

/// Length of the number that begins here, with decimals, thousands marks, `10:30` and endings.
fn number_len(rest: &str) -> usize {
    /// Bytes of pairs in one number.
    const MOST: usize = 12;
    let digits = |from: usize| {
        let bytes = rest.as_bytes().get(from..).unwrap_or_default();
        bytes.iter().take_while(|b| b.is_ascii_digit()).count()
    };
    // "October 24, 20256:41 AM": a pasted stamp has lost the blank behind its year.
    let first = digits(0);
    if matches!(first, 5 | 6)
        && ["19", "20"].iter().any(|century| rest.starts_with(century))
        && rest.as_bytes().get(first) == Some(&b':')
        && digits(first + 1) == 2
    {
        return 4;
    }
    let mut len = 0;
    loop {
        let run = digits(len);
        len += run;
        let Some(mark) = rest[len..].chars().next() else { break };
        let more = digits(len + mark.len_utf8());
        let goes_on = match mark {
            // "1,25,000": pairs, and then three.
            ',' => {
                let mut last = len;
                while digits(last + 1) == 2 && rest.as_bytes().get(last + 3) == Some(&b',') && last < len + MOST {
                    last += 3;
                }
                digits(last + 1) == 3
            }
            '\'' | '’' => run <= 3 && more == 3,
            '.' | ':' => more > 0,
            '\u{A0}' | '\u{202F}' | '\u{2009}' => run <= 3 && more == 3,
            _ => false,
        };
        if !goes_on {
            break;
        }
        len += mark.len_utf8();
    }
    // A keycap emoji is drawn over its digit.
    len += rest[len..].chars().take_while(|c| is_mark(*c)).map(char::len_utf8).sum::<usize>();
    let ending = &rest[len..len + letters_len(&rest[len..])];
    if ["st", "nd", "rd", "th", "s"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        len + ending.len()
    } else {
        len
    }
}

/// Length of the blanks here, with the `>` of answered mail behind a line break.
fn blank_len(rest: &str) -> usize {
    let mut broken = false;
    rest.find(|c: char| {
        broken |= is_line_break(c);
        !(c.is_whitespace() || broken && c == '>')
    })
    .unwrap_or(rest.len())
}

/// Length of the blanks here if they hold a line break and something follows.
fn break_len(rest: &str) -> Option<usize> {
    let blank = blank_len(rest);
    (rest[..blank].contains(is_line_break) && blank < rest.len()).then_some(blank)
}

/// Length of the letters here, as far as a few: more is never asked for.
fn letters_len(rest: &str) -> usize {
    rest.chars().take(UNSEEN).take_while(|c| is_letter(*c)).map(char::len_utf8).sum()
}

fn starts_alphanumeric(rest: &[u8]) -> bool {
    rest.first().is_some_and(u8::is_ascii_alphanumeric)
}

/// Length of what is drawn together with `c` before it: marks, a second half of a flag, skin tones,
/// joiners and what they join.
fn joined_len(c: char, rest: &str) -> usize {
    let is_flag = |c: char| ('\u{1F1E6}'..='\u{1F1FF}').contains(&c);
    let is_joined =
        |c: char| is_mark(c) || matches!(c, '\u{200D}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}');
    let mut len = rest.chars().next().filter(|next| is_flag(c) && is_flag(*next)).map_or(0, char::len_utf8);
    let mut joiner = false;
    for c in rest[len..].chars() {
        if !is_joined(c) && !(joiner && !c.is_ascii() && !c.is_whitespace()) {
            break;
        }
        joiner = c == '\u{200D}';
        len += c.len_utf8();
    }
    len
}

/// Whether the letters here are a clitic, and no more of a word behind them.
fn is_clitic(after: &str) -> bool {
    let letters = &after[..letters_len(after)];
    let mut behind = after[letters.len()..].chars();
    CLITICS.iter().any(|clitic| letters.eq_ignore_ascii_case(clitic))
        && !(behind.next().is_some_and(is_apostrophe) && behind.next().is_some_and(is_letter))
}

/// Whether `word` so far is letters with dots, as in `U.S` or `a.m`.
fn is_dotted(word: &str) -> bool {
    let short = |part: &str| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    word.len() <= DOTTED
        && word.split('.').all(short)
        && word.split('.').next().is_some_and(|part| part.chars().count() == 1 || part.eq_ignore_ascii_case("ph"))
}

/// Whether the full stop after `word` is its own. `listed` is what the lists know of the word, `after` what follows
/// the stop.
fn is_abbreviation(word: &str, listed: Listed, after: &str) -> bool {
    if word.len() > DOTTED {
        return false;
    }
    let initial = word != "I" && word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let before_number = || after.trim_start_matches([' ', '\u{A0}']).starts_with(|c: char| c.is_ascii_digit());
    initial
        || word.contains('.')
        || abbreviations::TABLE
            .get(listed)
            .is_some_and(|entry| !entry.has(abbreviations::BEFORE_NUMBER) || before_number())
}

//! Characters to tokens.
//!
//! Blanks end a token, and so does punctuation. Hyphens stand alone, glued to both sides:
//! `19-year-old` is five tokens. What is inside a word is looked through: soft hyphens, zero-width
//! spaces, a hyphen that only breaks the word over two lines.

use crate::document::Arena;
use crate::fold::fold;
use crate::lexicon;
use crate::span::Span;
use crate::token::{Case, Token, TokenKind};

/// Tokens and their words.
#[derive(Default)]
pub(crate) struct Tokens {
    pub(crate) list: Vec<Token>,
    pub(crate) words: Arena,
    pub(crate) folded: Arena,
}

/// What apostrophes tie to a word.
const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// Endings of a bare web address.
const DOMAINS: [&str; 16] =
    ["com", "org", "net", "gov", "edu", "info", "news", "tv", "io", "uk", "us", "ru", "de", "fr", "eu", "int"];

pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' | '\u{20D0}'..='\u{20FF}' | '\u{1F3FB}'..='\u{1F3FF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2BC}' | '\u{60}' | '\u{B4}')
}

pub(crate) fn is_quote(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '"' | '\u{201A}'..='\u{201F}' | '«' | '»' | '‹' | '›' | '\u{2032}' | '\u{2033}')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_mark(c)
}

impl Tokens {
    /// Adds the tokens of the block at `span`.
    pub(crate) fn scan(&mut self, text: &str, span: Span) {
        Scanner { out: self, text, at: span.start as usize, end: span.end as usize, glued: false, open_single: false }
            .run();
    }

    fn push(&mut self, text: &str, span: Span, kind: TokenKind, glued: bool, word: &str) {
        debug_assert!(text.get(span.range()).is_some());
        self.list.push(Token { span, kind, case: Case::of(word), glued });
        self.words.push(|out| out.push_str(word));
        self.folded.push(|out| fold(word, out));
    }
}

struct Scanner<'a, 't> {
    out: &'a mut Tokens,
    text: &'t str,
    at: usize,
    end: usize,
    glued: bool,
    open_single: bool,
}

impl Scanner<'_, '_> {
    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn run(mut self) {
        while let Some(c) = self.peek() {
            if c.is_whitespace() {
                self.glued = false;
                self.at += c.len_utf8();
            } else if is_invisible(c) && !self.invisible_is_in_word() {
                self.at += c.len_utf8();
            } else {
                self.token(c);
            }
        }
    }

    /// Zero-width characters between tokens are nobody's; they never start a token.
    fn invisible_is_in_word(&self) -> bool {
        false
    }

    fn token(&mut self, c: char) {
        if let Some(len) = link_len(self.rest()) {
            self.emit(len, TokenKind::Link);
        } else if let Some(len) = address_len(self.rest()) {
            self.emit(len, TokenKind::Address);
        } else if c.is_ascii_digit() {
            self.number();
        } else if is_quote(c) {
            self.quote(c);
        } else if is_letter(c) || c.is_numeric() {
            self.word();
        } else {
            self.mark(c);
        }
    }

    /// A token of the next `len` bytes, as they stand.
    fn emit(&mut self, len: usize, kind: TokenKind) {
        let span = Span::new(self.at, self.at + len);
        let word: String = self.rest()[..len].chars().filter(|c| !is_invisible(*c)).collect();
        self.out.push(self.text, span, kind, self.glued, &word);
        self.at += len;
        self.glued = true;
    }

    fn number(&mut self) {
        let rest = self.rest();
        let mut len = 0;
        let digits = |from: usize| rest[from..].bytes().take_while(u8::is_ascii_digit).count();
        loop {
            len += digits(len);
            let after = &rest[len..];
            let Some(mark) = after.chars().next() else { break };
            let more = digits(len + mark.len_utf8());
            let goes_on = match mark {
                ',' => more == 3,
                '.' | ':' => more > 0,
                '\u{A0}' | '\u{202F}' | '\u{2009}' => more == 3,
                _ => false,
            };
            if !goes_on {
                break;
            }
            len += mark.len_utf8();
        }
        let letters: usize = rest[len..].chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
        if matches!(rest[len..len + letters].to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th" | "s") {
            len += letters;
        }
        self.emit(len, TokenKind::Number);
    }

    fn quote(&mut self, c: char) {
        let len = c.len_utf8();
        let next = self.rest()[len..].chars().next();
        if is_apostrophe(c) && next == Some(c) && c != '\u{2018}' {
            self.emit(2 * len, TokenKind::Quote);
            return;
        }
        if is_apostrophe(c) {
            if self.glued && !self.open_single && self.follows_plural() && next.is_none_or(|n| n.is_whitespace()) {
                self.emit(len, TokenKind::Clitic);
                return;
            }
            self.open_single = !self.glued;
        }
        self.emit(len, TokenKind::Quote);
    }

    fn follows_plural(&self) -> bool {
        self.out
            .list
            .last()
            .is_some_and(|t| t.kind == TokenKind::Word && self.text[t.span.range()].ends_with(['s', 'S']))
    }

    fn mark(&mut self, c: char) {
        let rest = self.rest();
        let run: usize = match c {
            '.' | '-' | '—' | '–' => rest.chars().take_while(|d| *d == c).map(char::len_utf8).sum(),
            _ => {
                let mut chars = rest.chars();
                let first = chars.next().map_or(0, char::len_utf8);
                first + joined_len(chars.as_str())
            }
        };
        let kind = if c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '|' | '~')
            || matches!(c, '…' | '—' | '–' | '‐' | '‑' | '‒' | '―' | '•' | '·' | '¿' | '¡' | '、' | '。')
        {
            TokenKind::Punct
        } else {
            TokenKind::Symbol
        };
        let breaks_line = c == '-' && run == 1 && self.at > 0 && self.glued && line_break_len(&rest[run..]).is_some();
        let blank = if breaks_line { line_break_len(&rest[run..]).unwrap_or(0) } else { 0 };
        self.emit(run, kind);
        self.at += blank;
    }

    fn word(&mut self) {
        let start = self.at;
        let mut word = String::new();
        let mut last = start;
        while let Some(c) = self.peek() {
            let next = self.rest()[c.len_utf8()..].chars().find(|c| !is_invisible(*c));
            if is_letter(c) || c.is_numeric() {
                word.push(c);
            } else if is_invisible(c) && next.is_some_and(is_letter) {
                self.at += c.len_utf8();
                continue;
            } else if is_apostrophe(c) && next.is_some_and(is_letter) && !self.clitic_ahead(c) {
                word.push(c);
            } else if c == '&' && next.is_some_and(char::is_uppercase) && word.chars().all(char::is_uppercase) {
                word.push(c);
            } else if c == '.' && next.is_some_and(is_letter) && is_dotted(&word) {
                word.push(c);
            } else if c == '-' && self.breaks_word(&word) {
                self.at += 1 + line_break_len(&self.rest()[1..]).unwrap_or(0);
                continue;
            } else {
                break;
            }
            self.at += c.len_utf8();
            last = self.at;
        }
        self.at = last;
        if self.peek() == Some('.') && !self.rest().starts_with("..") && is_abbreviation(&word) {
            word.push('.');
            self.at += 1;
        }
        let span = Span::new(start, self.at);
        self.out.push(self.text, span, TokenKind::Word, self.glued, &word);
        self.glued = true;
        if let Some(c) = self.peek().filter(|c| is_apostrophe(*c) && self.clitic_ahead(*c)) {
            let len = c.len_utf8() + letters_len(&self.rest()[c.len_utf8()..]);
            self.emit(len, TokenKind::Clitic);
        }
    }

    fn clitic_ahead(&self, apostrophe: char) -> bool {
        let after = &self.rest()[apostrophe.len_utf8()..];
        let letters = &after[..letters_len(after)];
        CLITICS.iter().any(|clitic| letters.eq_ignore_ascii_case(clitic))
            && !after[letters.len()..].chars().next().is_some_and(|c| {
                is_apostrophe(c) && after[letters.len() + c.len_utf8()..].starts_with(char::is_alphabetic)
            })
    }

    /// Whether the hyphen here only breaks a word over two lines: lower case goes on below, and
    /// what stands before it is no word that keeps its hyphen.
    fn breaks_word(&self, word: &str) -> bool {
        let Some(blank) = line_break_len(&self.rest()[1..]) else { return false };
        self.rest()[1 + blank..].starts_with(char::is_lowercase)
            && word.chars().all(char::is_alphabetic)
            && !lexicon::hyphen_prefixes::TABLE.has_word(&word.to_lowercase())
    }
}

/// Length of the blanks here if they hold exactly one line break.
fn line_break_len(rest: &str) -> Option<usize> {
    let blank: usize = rest.chars().take_while(|c| c.is_whitespace()).map(char::len_utf8).sum();
    (rest[..blank].matches('\n').count() == 1 && blank < rest.len()).then_some(blank)
}

fn letters_len(rest: &str) -> usize {
    rest.chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum()
}

/// Length of what is drawn together with the character before: marks, joiners and what they join.
fn joined_len(rest: &str) -> usize {
    let mut len = 0;
    let mut joined = false;
    for c in rest.chars() {
        if !(is_mark(c) || c == '\u{200D}' || joined && !c.is_whitespace()) {
            break;
        }
        joined = c == '\u{200D}';
        len += c.len_utf8();
    }
    len
}

/// Whether `word` so far is letters with dots, as in `U.S` or `a.m`.
fn is_dotted(word: &str) -> bool {
    word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic) && !part.is_empty())
        && word.split('.').next().is_some_and(|part| part.chars().count() == 1 || word.eq_ignore_ascii_case("ph"))
}

fn is_abbreviation(word: &str) -> bool {
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    initial || word.contains('.') || lexicon::abbreviations::TABLE.has_word(&word.to_lowercase())
}

fn link_len(rest: &str) -> Option<usize> {
    let head = rest.as_bytes();
    let starts =
        |prefix: &str| head.len() > prefix.len() && head[..prefix.len()].eq_ignore_ascii_case(prefix.as_bytes());
    let run = || -> usize {
        rest.chars()
            .take_while(|c| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '“' | '”'))
            .map(char::len_utf8)
            .sum()
    };
    let schemed = starts("http://") || starts("https://") || starts("www.");
    let bare = || {
        let host: usize = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
        let name = rest[..host].trim_end_matches('.');
        let mut parts = name.rsplit('.');
        let top = parts.next().is_some_and(|top| DOMAINS.contains(&top));
        top && parts.clone().next().is_some()
            && parts.all(|part| {
                part.len() > 1 && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            })
    };
    let dotted = || rest.bytes().take_while(|b| !b.is_ascii_whitespace()).any(|b| b == b'.');
    if !(schemed || (head[0].is_ascii_alphanumeric() && dotted() && bare())) {
        return None;
    }
    let link = rest[..run()]
        .trim_end_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']') || is_quote(c));
    (!link.is_empty()).then_some(link.len())
}

fn address_len(rest: &str) -> Option<usize> {
    let is_part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
    let local = rest.bytes().take_while(|b| is_part(*b)).count();
    if rest.as_bytes().get(local) != Some(&b'@') {
        return None;
    }
    let domain = rest[local + 1..].bytes().take_while(|b| is_part(*b)).count();
    let len = rest[..local + 1 + domain].trim_end_matches(['.', '-']).len();
    let whole = if local == 0 { len > 2 } else { rest[local + 1..len.max(local + 1)].contains('.') };
    whole.then_some(len)
}

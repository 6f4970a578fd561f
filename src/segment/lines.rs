//! Lines to paragraphs.
//!
//! Pasted text breaks lines for two reasons: a paragraph ends, or the page was too narrow. Which
//! one is decided by what the whole text shows. A line that stops in the middle of a sentence
//! before a lower-case word was surely wrapped; the shortest of those tell what no longer fitted.
//! A line that ends a sentence although the next word would have fitted ends a paragraph.

use super::chars::{is_blank, is_letter, is_line_break, is_quote, is_stop};
use super::roles::{folded, is_label, is_menu, is_signed_caption, role_of_line};
use crate::document::BlockRole;
use crate::lexicon::{function_words, say_verbs};
use crate::span::Span;

/// Prepositions that also end headlines: `Fighting Breaks Out`.
const PARTICLES: [&str; 8] = ["out", "off", "up", "over", "down", "around", "about", "along"];

/// Words that something must follow: `the`, `of`, `and`.
const LEADING: u32 = function_words::PREPOSITION
    | function_words::DETERMINER
    | function_words::POSSESSIVE
    | function_words::CONJUNCTION
    | function_words::RELATIVE;

/// How many lines at the top may be of the headline.
const TOP: usize = 4;

/// What its bytes tell of a line before anyone looks at its words.
mod marks {
    /// Or the first byte of one: ends a line.
    pub(super) const BREAK: u8 = 1;
    /// `|`, or the end of `·` or `•`.
    pub(super) const BAR: u8 = 2;
    /// `/` or `>`, or the end of `›` or `»`.
    pub(super) const PARTING: u8 = 4;
    /// Any that is not ASCII.
    pub(super) const WIDE: u8 = 8;

    /// What each byte tells.
    pub(super) static OF: [u8; 256] = {
        let mut marks = [0; 256];
        let mut at = 0;
        while at < 256 {
            let own = match at as u8 {
                b'\n' | b'\r' | 0xB | 0xC | 0xC2 | 0xE2 => BREAK,
                b'|' | 0xB7 | 0xA2 => BAR,
                b'/' | b'>' | 0xBA | 0xBB => PARTING,
                _ => 0,
            };
            marks[at] = if at < 128 { own } else { own | WIDE };
            at += 1;
        }
        marks
    };
}

/// Lines that belong together.
pub(crate) struct Paragraph {
    /// From the first to the last character that is no blank.
    pub(crate) span: Span,
    /// The role that its first line has by its own words.
    pub(crate) role: Option<BlockRole>,
    /// Whether it is an item of a list.
    pub(crate) bullet: bool,
}

/// A line with something on it.
struct Line<'t> {
    text: &'t str,
    start: usize,
    /// Blanks before it.
    indent: usize,
    /// Characters in it.
    length: usize,
    /// Empty lines before it.
    gap: usize,
    /// What its bytes tell.
    marks: u8,
    role: Option<BlockRole>,
}

/// The paragraphs of `text`, in order.
pub(crate) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut lines = lines(text);
    menus(&mut lines);
    close_double_spacing(&mut lines);
    let wrapping = Wrapping::of(&lines);
    wrapping.take_roles_from_middles(&mut lines);
    let mut out: Vec<Paragraph> = Vec::new();
    // Of the paragraph that is being built: its longest line.
    let mut widest = 0;
    for (i, line) in lines.iter().enumerate() {
        let here = Span::new(line.start, line.start + line.text.len());
        let before = i.checked_sub(1).and_then(|i| lines.get(i));
        match (out.last_mut(), before) {
            (Some(last), Some(before))
                if !(i < TOP && (captions(before, line) || is_label(before.text)))
                    && (wrapping.goes_on(before, line, i < TOP)
                        || i < TOP && headline_goes_on(before, line, widest)) =>
            {
                last.span = last.span.join(here);
                widest = widest.max(line.length);
            }
            _ => {
                out.push(Paragraph { span: here, role: line.role, bullet: line.is_bullet() });
                widest = line.length;
            }
        }
    }
    out
}

fn lines(text: &str) -> Vec<Line<'_>> {
    // The text of a mail that was answered has a `>` before each line.
    let answered =
        text.contains('>') && text.split(is_line_break).filter(|line| line.starts_with('>')).nth(1).is_some();
    let is_margin = |c: char| is_blank(c) || answered && c == '>';
    let mut out = Vec::new();
    let mut gap = 0;
    let mut start = 0;
    while start < text.len() {
        let (end, marks) = read_line(text, start);
        let raw = &text[start..end];
        let from_margin = raw.trim_start_matches(is_margin);
        let words = from_margin.trim_end_matches(is_blank);
        if !words.is_empty() {
            let lead = &raw[..raw.len() - from_margin.len()];
            out.push(Line {
                text: words,
                start: start + lead.len(),
                indent: lead.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum(),
                length: if marks & marks::WIDE == 0 { words.len() } else { words.chars().count() },
                gap,
                marks,
                role: role_of_line(words, marks & marks::PARTING != 0),
            });
            gap = 0;
        } else if !(raw == "\n" && text[..start].ends_with('\r')) && !out.is_empty() {
            gap += 1;
        }
        start += raw.len();
    }
    out
}

/// Finds the menus of a site. A row of a table has another above or below it, with as many cells.
fn menus(lines: &mut [Line]) {
    let cells = |line: &Line| line.text.bytes().filter(|b| *b == b'|').count();
    for i in 0..lines.len() {
        let line = &lines[i];
        if line.role.is_none() && line.marks & marks::BAR != 0 && is_menu(line.text) {
            let row = [i.wrapping_sub(1), i + 1].iter().any(|beside| {
                lines.get(*beside).is_some_and(|beside| cells(beside) > 0 && cells(beside) == cells(line))
            });
            lines[i].role = (!row).then_some(BlockRole::Link);
        }
    }
}

/// The byte behind the line that begins at byte `start`, with its break, and what its bytes tell.
fn read_line(text: &str, start: usize) -> (usize, u8) {
    let mut all = 0;
    let mut at = start;
    while let Some(byte) = text.as_bytes().get(at) {
        let own = marks::OF[usize::from(*byte)];
        all |= own;
        at += 1;
        if own & marks::BREAK != 0
            && let Some(c) = text[at - 1..].chars().next()
            && is_line_break(c)
        {
            return (at - 1 + c.len_utf8(), all);
        }
    }
    (at, all)
}

/// Where every second line is empty, sentences run over the empty lines: then one says nothing.
fn close_double_spacing(lines: &mut [Line]) {
    let apart = lines.iter().filter(|line| line.gap > 0).count();
    let broken = lines.windows(2).filter(|w| w[1].gap > 0 && surely_wrapped(&w[0], &w[1])).count();
    if broken >= 3 && broken * 3 >= apart {
        lines.iter_mut().for_each(|line| line.gap = line.gap.saturating_sub(1));
    }
}

/// The line stops within a sentence: lower case goes on, or its last word needs another.
fn surely_wrapped(before: &Line, line: &Line) -> bool {
    before.role.is_none()
        && line.role.is_none()
        && !before.ends_sentence()
        && (line.starts_lower() || before.dangles() && !line.is_bullet())
}

impl Line<'_> {
    fn first_word(&self) -> usize {
        self.text.split_whitespace().next().map_or(0, |word| word.chars().count())
    }

    /// The columns it would have filled with the first word of `next`.
    fn with_word_of(&self, next: &Line) -> usize {
        self.length + 1 + next.first_word()
    }

    fn starts_lower(&self) -> bool {
        self.text.starts_with(char::is_lowercase)
    }

    fn ends_sentence(&self) -> bool {
        ends_sentence(self.text)
    }

    /// Whether more must follow: a comma, a hyphen after a letter, a word such as `the`.
    fn dangles(&self) -> bool {
        let mut back = self.text.chars().rev();
        match back.next() {
            Some(',' | ';') => true,
            Some('-' | '\u{2010}' | '¬') => back.next().is_some_and(is_letter),
            _ => {
                let mut words = self.text.rsplit(char::is_whitespace);
                let (last, before) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
                function_words::TABLE.has_tag(last, LEADING) && !PARTICLES.contains(&last)
                    // `“We stay,” said`
                    || say_verbs::TABLE.has_word(last) && before.ends_with(is_quote)
            }
        }
    }

    fn is_bullet(&self) -> bool {
        self.has_bullet_mark() || self.may_be_bullet()
    }

    fn has_bullet_mark(&self) -> bool {
        self.text.starts_with(['•', '‣', '◦', '▪', '■', '●', '○', '►', '➤', '✔', '·'])
            || self.text.strip_prefix('*').is_some_and(|rest| rest.starts_with(char::is_whitespace))
    }

    /// A dash or a number, as a wrapped line may begin by chance.
    fn may_be_bullet(&self) -> bool {
        let rest = match self.text.strip_prefix(['-', '–', '—']) {
            Some(rest) => rest,
            None => {
                let digits = self.text.trim_start_matches(|c: char| c.is_ascii_digit());
                let length = self.text.len() - digits.len();
                match digits.strip_prefix(['.', ')']) {
                    Some(rest) if (1..=2).contains(&length) => rest,
                    _ => return false,
                }
            }
        };
        rest.starts_with(char::is_whitespace)
    }
}

/// What the whole text shows of how its lines were wrapped.
struct Wrapping {
    /// Whether lines are wrapped at all.
    wrapped: bool,
    /// As many columns were too many.
    too_many: usize,
    /// Whether empty lines part the paragraphs, so that a single break is hardly ever a new one.
    parted: bool,
}

impl Wrapping {
    fn of(lines: &[Line]) -> Wrapping {
        let adjacent = || {
            lines.windows(2).filter_map(|w| match w {
                [before, line] if line.gap == 0 && before.role.is_none() && line.role.is_none() => Some((before, line)),
                _ => None,
            })
        };
        let mut columns: Vec<usize> = Vec::new();
        let (mut pairs, mut longest) = (0, 0);
        for (before, line) in adjacent() {
            pairs += 1;
            // "Best regards," is not wrapped, nor is a line of an address.
            let signed = before.text.ends_with(',') && !line.starts_lower();
            if surely_wrapped(before, line) && !signed {
                columns.push(before.with_word_of(line));
                longest = longest.max(before.length);
            }
        }
        crate::sort::by_key(&mut columns, |column| *column);
        let wrapped = !columns.is_empty() && columns.len() * 4 >= pairs;
        // The twentieth part may be wrapped narrower, such as a headline or beside a picture.
        let too_many = columns.get(columns.len() / 20).copied().unwrap_or(0).min(longest + 1);
        let ends = |(before, line): &(&Line, &Line)| before.ends_sentence() && before.with_word_of(line) < too_many;
        let parted = lines.windows(2).filter(|w| w[1].gap > 0 && w[0].ends_sentence()).count();
        Wrapping { wrapped, too_many, parted: parted > adjacent().filter(ends).count() }
    }

    /// A line in the middle of a sentence may look like a byline or a credit by chance.
    fn take_roles_from_middles(&self, lines: &mut [Line]) {
        for i in TOP.min(lines.len())..lines.len() {
            let (before, line) = (&lines[i - 1], &lines[i]);
            let doubtful = !matches!(line.role, None | Some(BlockRole::Link | BlockRole::Related));
            let within =
                line.gap == 0 && before.role.is_none() && !before.ends_sentence() && self.is_full(before, line);
            if doubtful && within {
                lines[i].role = None;
            }
        }
    }

    /// Whether the next line's first word was too much for the line before.
    fn is_full(&self, before: &Line, line: &Line) -> bool {
        self.wrapped && before.with_word_of(line) >= self.too_many
    }

    /// Whether `line` belongs to the paragraph of the line before it. At the `top` a headline may
    /// stand right over the text.
    fn goes_on(&self, before: &Line, line: &Line, top: bool) -> bool {
        let filled = before.with_word_of(line);
        let full = self.is_full(before, line);
        let lower = line.starts_lower() && !before.ends_sentence();
        if line.gap > 0 {
            // A page that ends within a sentence.
            return lower && full && line.gap <= 2 && before.role.is_none() && line.role.is_none();
        }
        if line.role.is_some() || line.has_bullet_mark() {
            return false;
        }
        if let Some(role) = before.role {
            let may_run_on = matches!(role, BlockRole::Related | BlockRole::Credit | BlockRole::Caption);
            return may_run_on && !before.ends_sentence() && (full || lower);
        }
        if line.may_be_bullet() && (before.is_bullet() || before.ends_sentence() || !self.wrapped) {
            return false;
        }
        if lower || before.dangles() {
            return true;
        }
        let indented = match line.indent.saturating_sub(before.indent) {
            0 => false,
            1 => !full || before.ends_sentence(),
            _ => true,
        };
        let headed = top && !self.parted && is_titled(before.text) && !is_titled(line.text);
        if !self.wrapped || indented || headed {
            return false;
        }
        // What does not end a sentence goes on, unless it is as short as a heading.
        let enough = match (before.ends_sentence(), self.parted) {
            (true, false) => self.too_many,
            (true, true) => self.too_many * 6 / 10,
            (false, _) => self.too_many * 8 / 10,
        };
        filled >= enough
    }
}

/// Whether `line` is a caption right under a headline: a description, a full stop, and whose picture it is.
fn captions(headline: &Line, line: &Line) -> bool {
    is_signed_caption(line.text)
        && is_titled(headline.text)
        && !headline.dangles()
        && !headline.ends_sentence()
        && headline.role.is_none()
}

/// Whether a headline at the top goes on in `line`: its lines get no longer, and none of them ends
/// a sentence.
fn headline_goes_on(before: &Line, line: &Line, widest: usize) -> bool {
    line.gap == 0
        && before.role.is_none()
        && line.role.is_none()
        && !line.is_bullet()
        && line.indent <= before.indent
        && line.length <= widest
        && widest >= 20
        && !before.ends_sentence()
        && !line.ends_sentence()
        && is_titled(before.text)
        && is_titled(line.text)
}

/// Whether `line` ends as sentences do.
pub(crate) fn ends_sentence(line: &str) -> bool {
    let is_emoji = |c: char| !c.is_ascii() && !c.is_alphanumeric() && !is_stop(c);
    line.trim_end_matches(|c| is_quote(c) || is_blank(c) || is_emoji(c) || matches!(c, ')' | ']'))
        .ends_with(|c| is_stop(c) || c == ':')
}

/// Whether nearly all its words begin with a capital, as in headlines ("De-escalation" does); small words aside.
pub(crate) fn is_titled(line: &str) -> bool {
    let words = line
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.len() > 2 && word.starts_with(is_letter))
        .filter(|word| word.starts_with(char::is_uppercase) || !function_words::TABLE.has_word(&folded(word)));
    let (words, capitals) = words.take(40).fold((0, 0), |(words, capitals), word| {
        (words + 1, capitals + usize::from(word.starts_with(char::is_uppercase)))
    });
    words > 0 && capitals * 5 >= words * 4
}

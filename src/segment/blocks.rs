//! Lines to blocks with their roles.
//!
//! A blank line ends a block. Where lines stand without blank lines between them, a line break is
//! a wrap if the next line's first word would not have fitted, and a new paragraph if it would.

use crate::document::BlockRole;
use crate::lexicon;
use crate::span::Span;

/// A block before its tokens are known.
pub(crate) struct Stretch {
    pub(crate) span: Span,
    pub(crate) role: BlockRole,
}

#[derive(Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    start: usize,
    indent: usize,
    chars: usize,
}

impl<'t> Line<'t> {
    fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
    fn first_word(&self) -> usize {
        self.text.split_whitespace().next().map_or(0, |w| w.chars().count())
    }
    fn ends_sentence(&self) -> bool {
        self.text.trim_end_matches(|c| super::tokens::is_quote(c) || c == ')').ends_with(['.', '!', '?', '…', ':'])
    }
}

/// The blocks of `text`, in order, without blanks at their ends.
pub(crate) fn stretches(text: &str) -> Vec<Stretch> {
    let lines = lines(text);
    let width = wrap_width(&lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut previous: Option<Line> = None;
    for line in lines {
        if !line.is_blank() {
            let here = Span::new(line.start, line.end());
            match (paragraphs.last_mut(), previous) {
                (Some(last), Some(before)) if goes_on(&before, &line, width) => *last = last.join(here),
                _ => paragraphs.push(here),
            }
        }
        previous = (!line.is_blank()).then_some(line);
    }
    assign_roles(text, paragraphs)
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut out = Vec::new();
    for raw in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let trimmed = raw.trim_start_matches(is_blank);
        let indent = raw.len() - trimmed.len();
        let trimmed = trimmed.trim_end_matches(is_blank);
        let line = Line { text: trimmed, start: start + indent, indent, chars: trimmed.chars().count() };
        let sep = text[start + raw.len()..].chars().next().map_or(0, char::len_utf8);
        // CRLF is one line break, not a blank line.
        let crlf = raw.is_empty() && start > 0 && text[..start].ends_with('\r') && text[start..].starts_with('\n');
        if !crlf {
            out.push(line);
        }
        start += raw.len() + sep;
    }
    out
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || super::tokens::is_invisible(c)
}

/// The length that lines are wrapped at: that of the longest line which another follows directly.
fn wrap_width(lines: &[Line]) -> usize {
    lines.windows(2).filter(|w| !w[0].is_blank() && !w[1].is_blank()).map(|w| w[0].chars).max().unwrap_or(0)
}

fn goes_on(before: &Line, line: &Line, width: usize) -> bool {
    if role_of_line(before.text).is_some()
        || role_of_line(line.text).is_some()
        || line.text.starts_with(['•', '*', '·'])
    {
        return false;
    }
    if line.indent != before.indent {
        return line.indent < before.indent && !before.ends_sentence();
    }
    let lower = line.text.starts_with(char::is_lowercase);
    width <= 160 && before.chars + 1 + line.first_word() > width || lower && !before.ends_sentence()
}

/// The role that a line has by its own words.
fn role_of_line(line: &str) -> Option<BlockRole> {
    let lower = line.to_lowercase();
    let words = line.split_whitespace().count();
    if words == 1 && (lower.starts_with("http") || lower.starts_with("www.")) {
        return Some(BlockRole::Link);
    }
    let head = lower.split([':', '|']).next().unwrap_or("").trim();
    if lexicon::page_furniture::TABLE.has_tag(head, lexicon::page_furniture::RELATED) && head.len() < lower.len() {
        return Some(BlockRole::Related);
    }
    if lexicon::page_furniture::TABLE.has_tag(&lower, lexicon::page_furniture::LINK) {
        return Some(BlockRole::Link);
    }
    let byline = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY "));
    if byline.is_some_and(|names| words <= 9 && !line.ends_with('.') && names.starts_with(char::is_uppercase)) {
        return Some(BlockRole::Byline);
    }
    if words <= 12 && lexicon::page_furniture::TABLE.has_tag(head, lexicon::page_furniture::CREDIT) {
        return Some(BlockRole::Credit);
    }
    None
}

fn assign_roles(text: &str, paragraphs: Vec<Span>) -> Vec<Stretch> {
    let mut out = Vec::new();
    let mut body_began = false;
    for span in paragraphs {
        let words = &text[span.range()];
        let role = match role_of_line(words) {
            Some(role) => role,
            None if body_began || is_sentence(words) => BlockRole::Body,
            None if out.iter().any(|s: &Stretch| s.role == BlockRole::Headline) && is_caption(words) => {
                BlockRole::Caption
            }
            None if words.chars().count() <= 200 => BlockRole::Headline,
            None => BlockRole::Body,
        };
        body_began |= role == BlockRole::Body;
        match dateline_len(words).filter(|_| role == BlockRole::Body) {
            Some((dateline, rest)) => {
                let start = span.start as usize;
                out.push(Stretch { span: Span::new(start, start + dateline), role: BlockRole::Dateline });
                out.push(Stretch { span: Span::new(start + rest, span.end as usize), role });
            }
            None => out.push(Stretch { span, role }),
        }
    }
    out
}

fn is_sentence(words: &str) -> bool {
    words.trim_end_matches(super::tokens::is_quote).ends_with(['.', '!', '?', '…', ':'])
}

/// A description, a full stop, and a few capitalised words without one: whose picture it is.
fn is_caption(words: &str) -> bool {
    words
        .rsplit_once(". ")
        .is_some_and(|(_, owner)| owner.split_whitespace().count() <= 6 && owner.starts_with(char::is_uppercase))
}

/// Lengths of a dateline with its dash, and up to the first word after it.
fn dateline_len(words: &str) -> Option<(usize, usize)> {
    let head: String = words.chars().take(80).collect();
    let dash = head.find(['—', '–']).or_else(|| head.find(" - ").map(|i| i + 1))?;
    let place = head[..dash].trim_end();
    let first = place.split([',', ' ', '(']).next()?;
    let shouted = first.chars().count() > 2 && first.chars().all(|c| c.is_uppercase() || c == '.' || c == '-');
    let agency = place.ends_with(')') && place.contains(" (");
    if !(shouted || agency) || place.split_whitespace().count() > 8 {
        return None;
    }
    let mark = words[dash..].chars().next().map_or(1, char::len_utf8);
    let blank = words[dash + mark..].len() - words[dash + mark..].trim_start().len();
    (dash + mark + blank < words.len()).then_some((dash + mark, dash + mark + blank))
}

//! The text of a wire object by its offsets, whatever they count.

use crate::offsets::OffsetUnit;
use crate::wire::Article;

/// An article's text.
pub(super) struct Text<'a> {
    /// The text itself; empty where the article came without.
    pub(super) text: &'a str,
    /// The byte where each unit begins; empty where a byte is a unit.
    bytes: Vec<usize>,
}

impl<'a> Text<'a> {
    /// Of an article without its text every slice is empty.
    pub(super) fn of(article: &'a Article) -> Self {
        let text = article.text.as_deref().unwrap_or_default();
        let mut bytes = Vec::new();
        if article.offset_unit != OffsetUnit::Byte && !text.is_ascii() {
            for (at, c) in text.char_indices() {
                let units = if article.offset_unit == OffsetUnit::Utf16 { c.len_utf16() } else { 1 };
                bytes.extend(std::iter::repeat_n(at, units));
            }
            bytes.push(text.len());
        }
        Text { text, bytes }
    }

    fn byte(&self, unit: u32) -> Option<usize> {
        match self.bytes.as_slice() {
            [] => Some(unit as usize),
            bytes => bytes.get(unit as usize).copied(),
        }
    }

    pub(super) fn slice(&self, start: u32, end: u32) -> &'a str {
        self.byte(start).zip(self.byte(end)).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// The slice on one line: wrapped lines joined, without a blank after a hyphen at a line's end.
    pub(super) fn line(&self, start: u32, end: u32) -> String {
        let mut out = String::new();
        for line in self.slice(start, end).lines() {
            for word in line.split_whitespace() {
                if !out.is_empty() && !(line.trim_start().starts_with(word) && out.ends_with('-')) {
                    out.push(' ');
                }
                out.push_str(word);
            }
        }
        out
    }

    /// Offsets in code points, for formats that count so.
    pub(super) fn code_points(&self) -> CodePoints<'_> {
        let mut counts = Vec::new();
        if !self.text.is_ascii() {
            counts = vec![0; self.text.len() + 1];
            let mut count = 0;
            for (at, _) in self.text.char_indices() {
                counts[at] = count;
                count += 1;
            }
            counts[self.text.len()] = count;
        }
        CodePoints { text: self, counts }
    }
}

/// Offsets of an article in code points.
pub(super) struct CodePoints<'a> {
    text: &'a Text<'a>,
    /// The count before each byte that begins a character; empty where a byte is a character.
    counts: Vec<u32>,
}

impl CodePoints<'_> {
    /// The offset that the article counts as `unit`.
    pub(super) fn get(&self, unit: u32) -> u32 {
        let byte = self.text.byte(unit).unwrap_or(self.text.text.len());
        self.counts.get(byte).copied().unwrap_or(byte as u32)
    }
}

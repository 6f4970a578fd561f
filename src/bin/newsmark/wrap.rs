//! Writes styled words and breaks lines between them.

use anstyle::Style;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Lines are read with ease up to this width.
const WIDEST: usize = 100;
const NARROWEST: usize = 24;

/// The width to write in: the terminal's, within bounds; 80 where there is none.
pub(crate) fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    columns.or_else(terminal).unwrap_or(80).clamp(NARROWEST, WIDEST)
}

/// A writer of paragraphs.
pub(crate) struct Paragraphs<'w, W> {
    out: &'w mut W,
    width: usize,
    indent: usize,
    column: usize,
    /// The word that is not finished: its parts, and the style of the blank before it.
    word: Vec<(Style, String)>,
    blank: Option<Style>,
}

impl<'w, W: Write> Paragraphs<'w, W> {
    pub(crate) fn new(out: &'w mut W, width: usize) -> Self {
        Paragraphs { out, width, indent: 0, column: 0, word: Vec::new(), blank: None }
    }

    /// Writes `text`; it goes on the word before it, unless a blank stands between.
    pub(crate) fn text(&mut self, style: Style, text: &str) -> io::Result<()> {
        for (i, part) in text.split(char::is_whitespace).enumerate() {
            if i > 0 {
                self.space(style)?;
            }
            if !part.is_empty() {
                self.word.push((style, printable(part)));
            }
        }
        Ok(())
    }

    /// Ends the word; the blank behind it is drawn in `style` where no line breaks.
    pub(crate) fn space(&mut self, style: Style) -> io::Result<()> {
        self.flush_word()?;
        self.blank = Some(style);
        Ok(())
    }

    /// Ends the line; the next begins with `indent` blanks, and so do the lines it breaks into.
    pub(crate) fn line(&mut self, indent: usize) -> io::Result<()> {
        self.flush_word()?;
        if self.column > 0 {
            writeln!(self.out)?;
        }
        self.column = 0;
        self.indent = indent;
        self.blank = None;
        Ok(())
    }

    /// Ends the line and leaves one free.
    pub(crate) fn gap(&mut self) -> io::Result<()> {
        self.line(0)?;
        writeln!(self.out)
    }

    fn flush_word(&mut self) -> io::Result<()> {
        if self.word.is_empty() {
            return Ok(());
        }
        let width: usize = self.word.iter().map(|(_, part)| part.width()).sum();
        let blank = self.blank.take().filter(|_| self.column > 0);
        if self.column > 0 && blank.is_some() && self.column + 1 + width > self.width {
            writeln!(self.out)?;
            self.column = 0;
        } else if let Some(style) = blank {
            write!(self.out, "{style} {style:#}")?;
            self.column += 1;
        }
        if self.column == 0 {
            write!(self.out, "{:1$}", "", self.indent)?;
            self.column = self.indent;
        }
        for (style, part) in self.word.drain(..) {
            write!(self.out, "{style}{part}{style:#}")?;
        }
        self.column += width;
        Ok(())
    }
}

/// Without control characters: a text must not steer the terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(width: usize, indent: usize, text: &str) -> String {
        let mut out = Vec::new();
        let mut paragraphs = Paragraphs::new(&mut out, width);
        paragraphs.line(indent).unwrap();
        paragraphs.text(Style::new(), text).unwrap();
        paragraphs.line(0).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn breaks_between_words_and_indents() {
        assert_eq!(written(10, 2, "one two three"), "  one two\n  three\n");
    }

    #[test]
    fn a_long_word_stands_on_a_line_of_its_own() {
        assert_eq!(written(8, 0, "a incomprehensible b"), "a\nincomprehensible\nb\n");
    }

    #[test]
    fn wide_characters_count_twice() {
        assert_eq!(written(7, 0, "東京 東京"), "東京\n東京\n");
    }

    #[test]
    fn escapes_do_not_reach_the_terminal() {
        assert!(!written(80, 0, "\u{1b}[31mred\u{7}").contains(['\u{1b}', '\u{7}']));
    }
}

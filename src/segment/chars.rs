//! Kinds of characters.

/// Without width and of no word: soft hyphen, zero-width and direction marks, byte-order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Nothing to see: a blank of any width, a break, or without width.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Ends a line.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Drawn over or under the letter before it, of the scripts in which such marks are no letters.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x5BF..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F
        | 0x6D6..=0x6ED | 0x93C | 0x94D | 0x9BC | 0x9CD | 0xA3C | 0xA4D | 0xABC | 0xACD | 0xB3C | 0xB4D
        | 0xBCD | 0xC4D | 0xCCD | 0xD4D | 0xDCA | 0xE38..=0xE3A | 0xE47..=0xE4E | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0x3099 | 0x309A | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F)
}

/// Written between letters it is a part of the word; elsewhere it may be a single quotation mark.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2BC}' | '\u{60}' | '\u{B4}' | '\u{201B}')
}

/// A quotation mark or an apostrophe.
pub(crate) fn is_quote(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '"' | '\u{201A}'..='\u{201F}' | '«' | '»' | '‹' | '›' | '\u{2032}' | '\u{2033}')
}

/// A letter or a mark on one.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_mark(c)
}

/// Ends sentences.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '⁇'..='⁉') || is_caseless_stop(c)
}

/// Ends sentences in scripts that have no capitals to begin the next with.
pub(crate) fn is_caseless_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '؟' | '۔' | '।' | '॥' | '።')
}

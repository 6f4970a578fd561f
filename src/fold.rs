//! Words as the lexicon knows them: lower case, without diacritics, apostrophes straight, so that
//! Erdoğan and Erdogan are one. Also compiled into the build script, which folds `data/` the same way.

use std::sync::OnceLock;

/// Latin letters with the marks taken off (Unicode decompositions, and the usual spelling where a
/// letter has none).
const PLAIN: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("b", "ɓḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ðďđɗḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩəḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("j", "ĵǰ"),
    ("k", "ķƙǩḱḳḵ"),
    ("l", "ĺļľłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŋǹṅṇṉṋ"),
    ("o", "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșṡṣṥṧṩ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
];

/// Appends `word` to `out`, folded.
pub(crate) fn fold(word: &str, out: &mut String) {
    if word.is_ascii() && !word.contains('`') {
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' | '-' | '.' | '\'' | ' ' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{02BB}' | '\u{60}' | '\u{B4}' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            // Combining marks, soft hyphens, zero-width spaces and direction marks.
            '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            c if c.is_ascii() => out.push(c),
            c => c.to_lowercase().for_each(|c| match plain(c) {
                Some(base) => out.push_str(base),
                None if ('\u{300}'..='\u{36F}').contains(&c) => {}
                None => out.push(c),
            }),
        }
    }
}

fn plain(c: char) -> Option<&'static str> {
    /// For each letter from `À` on, its row of `PLAIN`, counted from one; 0 where it has none.
    static ROWS: OnceLock<Vec<u8>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let mut rows = vec![0; 0x1F00 - 0xC0];
        for (row, (_, marked)) in PLAIN.iter().enumerate() {
            marked.chars().for_each(|c| rows[c as usize - 0xC0] = row as u8 + 1);
        }
        rows
    });
    let row = rows.get((c as usize).checked_sub(0xC0)?)?;
    Some(PLAIN.get(usize::from(*row).checked_sub(1)?)?.0)
}

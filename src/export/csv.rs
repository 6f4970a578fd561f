//! Comma-separated values by RFC 4180, safe to open in a spreadsheet: cells that it would take for a formula begin
//! with an apostrophe.

/// Writes one row.
pub(super) fn row<S: AsRef<str>>(cells: impl IntoIterator<Item = S>, out: &mut String) {
    for (i, value) in cells.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        cell(value.as_ref(), out);
    }
    out.push_str("\r\n");
}

/// Writes one cell.
pub(super) fn cell(value: &str, out: &mut String) {
    let formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = formula || value.contains([',', '"', '\r', '\n']) || value.trim() != value;
    if !quoted {
        out.push_str(value);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    out.push_str(&value.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::cell;

    fn written(value: &str) -> String {
        let mut out = String::new();
        cell(value, &mut out);
        out
    }

    #[test]
    fn plain_cells_stay_bare() {
        assert_eq!(written("three"), "three");
        assert_eq!(written("2022-08-04"), "2022-08-04");
        assert_eq!(written(""), "");
    }

    #[test]
    fn marks_commas_and_line_breaks_are_quoted() {
        assert_eq!(written("He said \"no\"."), "\"He said \"\"no\"\".\"");
        assert_eq!(written("a, b"), "\"a, b\"");
        assert_eq!(written("a\nb"), "\"a\nb\"");
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_words() {
        for formula in ["=HYPERLINK(\"x\")", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx"] {
            assert!(written(formula).starts_with("\"'"), "{formula}");
        }
    }
}

//! Lines that differ.

/// `expected` and `actual` side by side: lines of both with a blank, missing ones with `-`,
/// surplus ones with `+` before them.
pub(crate) fn diff(expected: &[String], actual: &[String]) -> String {
    // Longest common subsequence: `common[i][j]` of what follows line i and line j.
    let mut common = vec![vec![0u32; actual.len() + 1]; expected.len() + 1];
    for i in (0..expected.len()).rev() {
        for j in (0..actual.len()).rev() {
            common[i][j] = if expected[i] == actual[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let mut out = String::new();
    let (mut i, mut j) = (0, 0);
    while i < expected.len() || j < actual.len() {
        let (sign, line) = if i < expected.len() && j < actual.len() && expected[i] == actual[j] {
            (i, j) = (i + 1, j + 1);
            (' ', &expected[i - 1])
        } else if j == actual.len() || i < expected.len() && common[i + 1][j] >= common[i][j + 1] {
            i += 1;
            ('-', &expected[i - 1])
        } else {
            j += 1;
            ('+', &actual[j - 1])
        };
        out.push_str(&format!("  {sign} {line}\n"));
    }
    out
}

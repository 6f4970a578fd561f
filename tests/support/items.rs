//! Reads a spec file of tables: an item a row, with an example and a look-alike, and what a layer must be for each.
//!
//! The header's third cell names the layer: `| item | example | figures | look-alike | figures |`. A reading is the
//! layer's items joined by `; `, an item its fields joined by `, ` without dashes at the end; `nothing` is an empty
//! layer, and `<br>` stands between paragraphs.

use super::{LAYERS, layer_lines};
use newsmark::Annotator;

/// The day on which all examples are published, a Wednesday.
const PUBLISHED: &str = "2023-10-11";

/// How many rows a file of tables has, and where a row does not hold.
pub(crate) fn check_items(path: &str, content: &str) -> (usize, Vec<String>) {
    let (mut rows, mut faults) = (0, Vec::new());
    let mut layer = None;
    for (i, line) in content.lines().enumerate() {
        let Some(row) = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) else {
            layer = layer.filter(|_| line.starts_with("|-"));
            continue;
        };
        let at = format!("{path}:{}", i + 1);
        let cells: Vec<&str> = row.split(" | ").collect();
        let [item, example, reading, twin, other] = cells[..] else {
            faults.push(format!("{at}: a row has five cells, not {}", cells.len()));
            continue;
        };
        let Some(layer) = layer else {
            layer = LAYERS.iter().copied().find(|known| reading == *known && other == *known);
            faults.extend(layer.is_none().then(|| format!("{at}: the table's header names no layer")));
            continue;
        };
        rows += 1;
        if reading == other {
            faults.push(format!("{at}: {item}: the look-alike is read as the example is"));
        }
        for (text, expected) in [(example, reading), (twin, other)] {
            let actual = read(text, layer);
            if actual != expected {
                faults.push(format!("{at}: {item}: {text}\n  - {expected}\n  + {actual}"));
            }
        }
    }
    (rows, faults)
}

fn read(text: &str, layer: &str) -> String {
    let annotator = match Annotator::default().with_published(PUBLISHED) {
        Ok(annotator) => annotator,
        Err(error) => return error.to_string(),
    };
    let text = text.replace("<br>", "\n\n");
    let lines = layer_lines(&annotator.annotate(&text), layer);
    let lines: Vec<String> = lines.iter().map(|line| line.trim_end_matches(" | -").replace(" | ", ", ")).collect();
    if lines.is_empty() { "nothing".to_string() } else { lines.join("; ") }
}

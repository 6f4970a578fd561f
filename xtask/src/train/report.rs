//! How well a model does on articles: strictly the same words and kind, by kind.

use super::corpus::Article;
use newsmark::document::Document;
use newsmark::tagger::clues::Bits;
use newsmark::tagger::model::Model;
use newsmark::tagger::{Class, Clues, tag_with};
use std::collections::HashSet;

/// The columns of the table, and the classes that each counts.
const KINDS: [(&str, &[Class]); 7] = [
    ("all", &[Class::Person, Class::Organization, Class::Place, Class::Facility]),
    ("person", &[Class::Person]),
    ("organization", &[Class::Organization]),
    ("place", &[Class::Place, Class::Facility]),
    ("group", &[Class::Group]),
    ("product", &[Class::Product]),
    ("other", &[Class::Other]),
];

/// The table's head.
pub(super) fn head() -> String {
    let kinds = KINDS.map(|(kind, _)| format!("{kind:>13}"));
    format!("{:>14} {:>10}{}", "round", "weights", kinds.concat())
}

/// One line: F1 by kind, without some clues. The first column counts persons, organizations and places.
pub(super) fn line(name: &str, model: &Model, articles: &[Article], without: Bits) -> String {
    let mut counts = [(0usize, 0usize, 0usize); KINDS.len()];
    for article in articles {
        let doc = Document::new(&article.text);
        let found = tag_with(model, &doc, &Clues::new(&doc).without(without));
        let found: HashSet<_> =
            found.iter().map(|name| (doc.span_of(name.tokens).range(), column(name.class))).collect();
        let gold: HashSet<_> = article.names.iter().map(|(start, end, class)| (*start..*end, column(*class))).collect();
        for (count, (_, classes)) in counts.iter_mut().zip(KINDS) {
            let counted = |names: &HashSet<(std::ops::Range<usize>, usize)>| {
                names.iter().filter(|(_, at)| classes.iter().any(|class| column(*class) == *at)).count()
            };
            count.0 += counted(&found);
            count.1 += counted(&gold);
            count.2 += counted(&found.intersection(&gold).cloned().collect());
        }
    }
    let f1 = |(found, gold, right): (usize, usize, usize)| 200.0 * right as f64 / (found + gold).max(1) as f64;
    let figures = counts.map(|count| format!("{:>13.1}", f1(count)));
    format!("{name:>14} {:>10}{}", model.weights(), figures.concat())
}

/// The first column of its own that counts a class.
fn column(class: Class) -> usize {
    (1..KINDS.len()).find(|at| KINDS[*at].1.contains(&class)).unwrap_or(0)
}

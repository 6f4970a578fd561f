//! Groups what is wrong with the names that the engine marked, by kind.

use super::names::{KINDS, Names, marked, tagged};
use super::{Pair, overlap};
use anyhow::Result;

/// What can be wrong. All but the last are of a name that people marked.
const GROUPS: [&str; 5] = ["missed", "other kind", "other bounds", "both other", "made up"];

pub(super) fn table(pairs: &[Pair]) -> Result<String> {
    let mut counts = [[0; GROUPS.len()]; KINDS.len()];
    for Pair { gold, found } in pairs {
        let (gold, found) = (marked(gold)?, tagged(&gold.text, found));
        for (kind, counts) in counts.iter_mut().enumerate() {
            group(kind, &gold, &found, counts);
        }
    }
    let head = format!("  {:6}{}", "", GROUPS.map(|group| format!("{group:>14}")).concat());
    let row = |(kind, counts): (&&str, [usize; GROUPS.len()])| {
        format!("  {kind:6}{}", counts.map(|count| format!("{count:14}")).concat())
    };
    Ok([head].into_iter().chain(KINDS.iter().zip(counts).map(row)).collect::<Vec<_>>().join("\n"))
}

fn group(kind: usize, gold: &Names, found: &Names, counts: &mut [usize; GROUPS.len()]) {
    for name in gold[kind].difference(&found[kind]) {
        let near = |names: &std::collections::HashSet<_>| names.iter().any(|other| overlap(*name, *other));
        counts[if found.iter().any(|names| names.contains(name)) {
            1
        } else if near(&found[kind]) {
            2
        } else if found.iter().any(near) {
            3
        } else {
            0
        }] += 1;
    }
    let stray = |name: &&(usize, usize)| !gold.iter().flatten().any(|other| overlap(**name, *other));
    counts[4] += found[kind].iter().filter(stray).count();
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_error_is_in_one_group() {
        let names = |spans: [&[(usize, usize)]; 3]| spans.map(|spans| spans.iter().copied().collect::<HashSet<_>>());
        let gold = names([&[(0, 5), (10, 15), (20, 25), (30, 35), (40, 45)], &[], &[]]);
        // Right; a place; half of it; half of it as a place; nothing. And a place of nobody's.
        let found = names([&[(0, 5), (20, 22)], &[], &[(10, 15), (30, 32), (50, 55)]]);
        let mut counts = [[0; GROUPS.len()]; 2];
        group(0, &gold, &found, &mut counts[0]);
        group(2, &gold, &found, &mut counts[1]);
        assert_eq!(counts, [[1, 1, 1, 1, 0], [0, 0, 0, 0, 1]]);
    }
}

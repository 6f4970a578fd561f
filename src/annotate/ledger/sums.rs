//! Which parts sum to a whole.

/// Finds the parts that sum to `whole`: at least two, pairwise told apart, and so that none is left
/// out that could be told apart from all of them, unless three or more follow each other. The first such choice in
/// order; `None`, if none.
pub(super) fn parts_of(whole: u64, counts: &[u64], distinct: &dyn Fn(usize, usize) -> bool) -> Option<Vec<usize>> {
    let mut chosen = Vec::new();
    search(whole, counts, distinct, 0, &mut chosen).then_some(chosen)
}

/// Whether what is left of the whole is more than all counts from there on.
fn falls_short(left: u64, counts: &[u64]) -> bool {
    counts.iter().fold(0, |sum: u64, count| sum.saturating_add(*count)) < left
}

fn search(
    left: u64,
    counts: &[u64],
    distinct: &dyn Fn(usize, usize) -> bool,
    from: usize,
    chosen: &mut Vec<usize>,
) -> bool {
    if left == 0 {
        let complete = || (0..counts.len()).all(|i| chosen.contains(&i) || !chosen.iter().all(|c| distinct(*c, i)));
        let row = chosen.len() > 2 && chosen[chosen.len() - 1] - chosen[0] < chosen.len();
        return chosen.len() >= 2 && (row || complete());
    }
    for i in from..counts.len() {
        if falls_short(left, &counts[i..]) {
            return false;
        }
        if counts[i] == 0 || counts[i] > left || !chosen.iter().all(|c| distinct(*c, i)) {
            continue;
        }
        chosen.push(i);
        if search(left - counts[i], counts, distinct, i + 1, chosen) {
            return true;
        }
        chosen.pop();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::parts_of;

    #[test]
    fn sums_of_distinct_and_complete_parts() {
        let all = |_, _| true;
        assert_eq!(parts_of(3, &[1, 2], &all), Some(vec![0, 1]));
        assert_eq!(parts_of(10, &[1, 2, 7], &all), Some(vec![0, 1, 2]));
        assert_eq!(parts_of(4, &[1, 2], &all), None, "too few");
        assert_eq!(parts_of(3, &[3], &all), None, "one part is no sum");
        assert_eq!(parts_of(3, &[1, 2, 5], &all), None, "the third side is left out");
        assert_eq!(parts_of(9, &[1, 2, 6, 7], &all), Some(vec![0, 1, 2]), "a list, and beside it another place");
        assert_eq!(parts_of(3, &[1, 2], &|_, _| false), None, "the same people twice");
        // Two counts of one side: the one that sums is the part.
        let sides = [0, 0, 1];
        assert_eq!(parts_of(3, &[5, 1, 2], &|a, b| sides[a] != sides[b]), Some(vec![1, 2]));
    }
}

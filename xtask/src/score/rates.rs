//! Precision, recall and F1.

use std::fmt;

/// How much of what was found is right, and how much of what there is was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rates {
    pub(super) precision: f64,
    pub(super) recall: f64,
}

impl Rates {
    /// `right` of `found` marks, of `gold` that there are.
    pub(super) fn new(right: usize, found: usize, gold: usize) -> Self {
        Rates { precision: share(right, found), recall: share(right, gold) }
    }

    pub(super) fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 { 2.0 * self.precision * self.recall / sum } else { 0.0 }
    }
}

/// In per cent.
impl fmt::Display for Rates {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let [precision, recall, f1] = [self.precision, self.recall, self.f1()].map(|rate| 100.0 * rate);
        write!(out, "{precision:5.1} {recall:5.1} {f1:5.1}")
    }
}

/// `part` of `all`; nothing of nothing.
pub(super) fn share(part: usize, all: usize) -> f64 {
    if all > 0 { part as f64 / all as f64 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_is_the_harmonic_mean() {
        // 2 of 4 found are right, of 3: 1/2 and 2/3, so F1 = 2 × 1/3 ÷ 7/6 = 4/7.
        assert_eq!(Rates::new(2, 4, 3).to_string(), " 50.0  66.7  57.1");
        assert_eq!(Rates::new(0, 0, 0).to_string(), "  0.0   0.0   0.0");
    }
}

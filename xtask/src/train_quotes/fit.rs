//! Fits the weights of signs so that of the candidates of each choice the right ones get most of the probability.
//!
//! The probability of a candidate goes with the exponential of what its signs weigh, together. An L1 penalty keeps few
//! signs. By accelerated proximal gradient steps (FISTA, Beck and Teboulle 2009) of a fixed, small size: stopping before
//! the very end keeps weights small, too.

/// How many steps are taken.
const STEPS: usize = 600;

/// A candidate: the numbers of its signs, and whether it is right.
pub(super) struct Row {
    pub(super) signs: Vec<usize>,
    pub(super) right: bool,
}

/// The weights of least loss, where each unit of weight costs `penalty`.
pub(super) fn fit(choices: &[Vec<Row>], signs: usize, penalty: f64) -> Vec<f64> {
    let widest = choices.iter().flatten().map(|row| row.signs.len()).max().unwrap_or(1) as f64;
    // Between two candidates, the curvature of the loss is at most a quarter of the squared signs, summed.
    let step = 4.0 / (widest * choices.len().max(1) as f64);
    let (mut weights, mut ahead, mut pace) = (vec![0.0; signs], vec![0.0; signs], 1.0f64);
    for _ in 0..STEPS {
        let slope = slope(choices, &ahead);
        let shrunk = |weight: f64| weight.signum() * (weight.abs() - step * penalty).max(0.0);
        let next: Vec<f64> = ahead.iter().zip(&slope).map(|(weight, slope)| shrunk(weight - step * slope)).collect();
        let next_pace = (1.0 + (1.0 + 4.0 * pace * pace).sqrt()) / 2.0;
        let momentum = (pace - 1.0) / next_pace;
        ahead = next.iter().zip(&weights).map(|(next, last)| next + momentum * (next - last)).collect();
        (weights, pace) = (next, next_pace);
    }
    weights
}

/// How the loss, the negative logarithm of the probability of what is right, changes with each weight.
fn slope(choices: &[Vec<Row>], weights: &[f64]) -> Vec<f64> {
    let mut slope = vec![0.0; weights.len()];
    let mut shares = Vec::new();
    for rows in choices {
        shares.clear();
        shares.extend(rows.iter().map(|row| row.signs.iter().map(|sign| weights[*sign]).sum::<f64>()));
        let most = shares.iter().copied().fold(f64::MIN, f64::max);
        shares.iter_mut().for_each(|share| *share = (*share - most).exp());
        let all: f64 = shares.iter().sum();
        let right: f64 = shares.iter().zip(rows).filter(|(_, row)| row.right).map(|(share, _)| share).sum();
        for (share, row) in shares.iter().zip(rows) {
            let error = share / all - if row.right { share / right.max(f64::MIN_POSITIVE) } else { 0.0 };
            row.signs.iter().for_each(|sign| slope[*sign] += error);
        }
    }
    slope
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_right_candidate_has_alone_weighs_for_it() {
        let choice = |_| vec![Row { signs: vec![0, 2], right: true }, Row { signs: vec![1, 2], right: false }];
        let choices: Vec<Vec<Row>> = (0..50).map(choice).collect();
        let weights = fit(&choices, 3, 1.0);
        assert!(weights[0] > 0.5 && weights[1] < -0.5 && weights[2].abs() < 1e-6, "{weights:?}");
        assert_eq!(slope(&choices, &[0.0; 3]), [-25.0, 25.0, 0.0]);
    }
}

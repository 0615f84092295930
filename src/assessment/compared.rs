//! Comparison of outcomes: where they differ most, and which tactics suit them all.

use super::order::sort_by_key;
use super::{DimensionId, Fraction, Outcome, TacticId};
use std::cmp::Reverse;

/// A dimension on which outcomes differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The dimension.
    pub dimension: DimensionId,
    /// The index of the outcome furthest towards B2B; the first if several tie.
    pub b2b: usize,
    /// The index of the outcome furthest towards B2C; the first if several tie.
    pub b2c: usize,
    /// The distance between the two, in points.
    pub points: i32,
}

impl Outcome {
    /// The dimensions on which outcomes differ, largest difference first, ties in dimension order. Outcomes
    /// without a score on a dimension are ignored there.
    pub fn differences(outcomes: &[&Outcome]) -> Vec<Difference> {
        let dimensions = outcomes.first().map_or(&[][..], |first| &first.scores.dimensions);
        let mut differences: Vec<(Fraction, Difference)> = Vec::new();
        for dimension in dimensions.iter().map(|score| score.id) {
            let (mut high, mut low) = (None, None);
            for (place, outcome) in outcomes.iter().enumerate() {
                let Some(score) = outcome.scores.dimension(dimension).and_then(|found| found.score) else {
                    continue;
                };
                if high.is_none_or(|(_, highest)| score > highest) {
                    high = Some((place, score));
                }
                if low.is_none_or(|(_, lowest)| score < lowest) {
                    low = Some((place, score));
                }
            }
            if let (Some((b2b, high)), Some((b2c, low))) = (high, low)
                && b2b != b2c
            {
                let points = high.to_points() - low.to_points();
                differences.push((high.distance(low), Difference { dimension, b2b, b2c, points }));
            }
        }
        sort_by_key(&mut differences, |(distance, _)| Reverse(*distance));
        differences.into_iter().map(|(_, difference)| difference).collect()
    }

    /// The tactics recommended by all outcomes, in the order of the first.
    pub fn shared_tactics(outcomes: &[&Outcome]) -> Vec<TacticId> {
        let Some((first, others)) = outcomes.split_first() else { return Vec::new() };
        let is_shared =
            |tactic: &TacticId| others.iter().all(|other| other.ranking.recommended.contains(tactic));
        first.ranking.recommended.iter().copied().filter(is_shared).collect()
    }
}

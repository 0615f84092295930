//! Scoring: from items to dimensions to one score, in whole numbers.
//!
//! With X the sum of a dimension's values and n its number of answered items, D = X / 2n. In quarters this
//! is `2X / n`, a whole number for n = 1 and n = 2. With weights w, the score is S = N / M, where
//! N = Σ w · quarters and M = 4 · Σ w over the dimensions with an answer.

use super::order::sort_by_key;
use super::{Answers, DimensionId, Fraction, Instrument, ItemId};
use std::cmp::Reverse;

/// The sums of one dimension.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Σ x over its answered items.
    pub(crate) sum: i32,
    /// How many of its items are answered.
    pub(crate) answered: i32,
    /// How many items it has.
    pub(crate) items: i32,
    /// Its weight, 1 or 2.
    pub(crate) weight: i32,
}

impl Tally {
    /// Four times D, −4…4; `None` if nothing is answered.
    pub(crate) const fn quarters(&self) -> Option<i32> {
        if self.answered == 0 { None } else { Some(2 * self.sum / self.answered) }
    }

    /// What the value of one answered item adds to N: `w · 2x / n`.
    pub(crate) const fn share_of(&self, value: i32) -> i32 {
        if self.answered == 0 { 0 } else { self.weight * 2 * value / self.answered }
    }
}

/// The sums behind the score, computed once and read often.
#[derive(Clone, Debug)]
pub(crate) struct Tallies {
    /// x for each item, in item order; `None` for a missing one.
    pub(crate) values: Vec<Option<i32>>,
    /// The sums for each dimension, in dimension order.
    pub(crate) dimensions: Vec<Tally>,
}

impl Tallies {
    pub(crate) fn of(instrument: &Instrument, answers: &Answers) -> Tallies {
        let mut dimensions: Vec<Tally> = instrument
            .item_counts()
            .iter()
            .zip(answers.weights())
            .map(|(&items, weight)| Tally { items, weight, ..Tally::default() })
            .collect();
        let mut values = Vec::with_capacity(instrument.items().len());
        let placed = instrument.items().iter().zip(instrument.dimension_places());
        for ((item, &place), position) in placed.zip(answers.item_positions()) {
            let value = position.map(|position| item.value_of(position));
            if let (Some(value), Some(tally)) = (value, dimensions.get_mut(place)) {
                tally.sum += value;
                tally.answered += 1;
            }
            values.push(value);
        }
        Tallies { values, dimensions }
    }

    /// N, the weighted sum in quarters.
    pub(crate) fn numerator(&self) -> i32 {
        self.dimensions.iter().filter_map(|tally| Some(tally.weight * tally.quarters()?)).sum()
    }

    /// M, four times the sum of the weights of the dimensions with an answer.
    pub(crate) fn denominator(&self) -> i32 {
        4 * self.dimensions.iter().filter(|tally| tally.answered > 0).map(|tally| tally.weight).sum::<i32>()
    }
}

/// The score of one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DimensionScore {
    /// The dimension.
    pub id: DimensionId,
    /// How many of its items are answered.
    pub answered: i32,
    /// How many items it has.
    pub items: i32,
    /// D in −1…1, positive towards B2B; `None` if nothing is answered.
    pub score: Option<Fraction>,
    /// Its part of the score, w·D/Σw; the parts add up to the score exactly. `None` if there is no score.
    pub contribution: Option<Fraction>,
    /// Its part of the score's points, rounded so that the parts add up. `None` if there is no score.
    pub points: Option<i32>,
}

impl DimensionScore {
    /// Whether only some of its items are answered.
    pub const fn is_thin(&self) -> bool {
        0 < self.answered && self.answered < self.items
    }
}

/// The contribution of one answer to the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The answered item.
    pub item: ItemId,
    /// Its part of the score, w·x/(2n·Σw); the parts add up to the score exactly.
    pub part: Fraction,
    /// Its part of its dimension's points, rounded so that the parts add up.
    pub points: i32,
}

/// The numbers behind a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// S in −1…1, positive towards B2B; `None` before the first answer.
    pub total: Option<Fraction>,
    /// The score of each dimension, in dimension order.
    pub dimensions: Vec<DimensionScore>,
    /// The contribution of each answer, in item order.
    pub contributions: Vec<Contribution>,
}

impl Scores {
    /// Scores the answers.
    pub fn of(instrument: &Instrument, answers: &Answers) -> Scores {
        Scores::of_tallies(instrument, &Tallies::of(instrument, answers))
    }

    pub(crate) fn of_tallies(instrument: &Instrument, tallies: &Tallies) -> Scores {
        let denominator = tallies.denominator();
        let total = (denominator > 0).then(|| Fraction::new(tallies.numerator(), denominator));
        let mut dimensions: Vec<DimensionScore> = (instrument.dimensions().iter().zip(&tallies.dimensions))
            .map(|(dimension, tally)| DimensionScore {
                id: dimension.id,
                answered: tally.answered,
                items: tally.items,
                score: tally.quarters().map(|quarters| Fraction::new(quarters, 4)),
                contribution: tally
                    .quarters()
                    .map(|quarters| Fraction::new(tally.weight * quarters, denominator)),
                points: tally.quarters().map(|_| 0),
            })
            .collect();
        let parts = dimensions.iter_mut().filter_map(|one| Some((one.points.as_mut()?, one.contribution?)));
        apportion(parts, total.map_or(0, Fraction::to_points));
        let mut contributions: Vec<(usize, Contribution)> = (instrument.items().iter())
            .zip(instrument.dimension_places())
            .zip(&tallies.values)
            .filter_map(|((item, &place), value)| {
                let part = tallies.dimensions.get(place)?.share_of((*value)?);
                let part = Fraction::new(part, denominator);
                Some((place, Contribution { item: item.id, part, points: 0 }))
            })
            .collect();
        for (place, dimension) in dimensions.iter().enumerate() {
            let own = contributions.iter_mut().filter(|(known, _)| *known == place);
            let parts = own.map(|(_, one)| (&mut one.points, one.part));
            apportion(parts, dimension.points.unwrap_or(0));
        }
        let contributions = contributions.into_iter().map(|(_, contribution)| contribution).collect();
        Scores { total, dimensions, contributions }
    }

    /// The score's points, −100…100; `None` before the first answer.
    pub fn points(&self) -> Option<i32> {
        self.total.map(Fraction::to_points)
    }

    /// The score of the dimension with this id.
    pub fn dimension(&self, id: DimensionId) -> Option<&DimensionScore> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }
}

/// Distributes points by largest remainder: truncates each part toward zero, then gives the rest to the
/// largest remainders on that side, ties in order. So the parts add up; negated parts give negated points.
fn apportion<'a>(parts: impl Iterator<Item = (&'a mut i32, Fraction)>, total: i32) {
    let mut left = total;
    let mut rests: Vec<(&mut i32, Fraction)> = parts
        .map(|(points, part)| {
            let (cut, rest) = part.to_points_and_rest();
            *points = cut;
            left -= cut;
            (points, rest)
        })
        .collect();
    let side = left.signum();
    sort_by_key(&mut rests, |(_, rest)| Reverse(if side < 0 { -*rest } else { *rest }));
    let steps = usize::try_from(left.abs()).unwrap_or(0);
    for (points, _) in rests.into_iter().take(steps) {
        *points += side;
    }
}

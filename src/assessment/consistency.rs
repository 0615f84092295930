//! How well the answers agree: consistency, and patterns worth mentioning.

use super::profile::LEAST_ANSWERS;
use super::score::Tallies;
use super::{Answers, DimensionId, Fraction, Instrument, Position, slugs};

/// How well the two items of each dimension agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consistency {
    /// Q in 0…1: one minus the mean gap as a share of the scale; needs at least three answered pairs.
    pub value: Option<Fraction>,
    /// The dimensions whose two answers are at least half the scale apart, regardless of Q.
    pub pairs: Vec<DimensionId>,
}

slugs! {
    /// Q as a one-word reading.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum ConsistencyReading {
        /// From 3/4.
        Consistent = "consistent",
        /// From 3/5.
        Mixed = "mixed",
        /// Below 3/5.
        Contradictory = "contradictory",
    }
}

impl Consistency {
    pub(crate) fn of(instrument: &Instrument, tallies: &Tallies) -> Consistency {
        let mut firsts: Vec<Option<i32>> = vec![None; tallies.dimensions.len()];
        let (mut gaps, mut count) = (0, 0);
        let mut apart = vec![false; tallies.dimensions.len()];
        for (&place, &value) in instrument.dimension_places().iter().zip(&tallies.values) {
            let (Some(value), Some(first)) = (value, firsts.get_mut(place)) else { continue };
            let Some(first) = *first else {
                *first = Some(value);
                continue;
            };
            let gap = (first - value).abs();
            gaps += gap;
            count += 1;
            apart[place] = gap >= 2;
        }
        let value = (count >= 3).then(|| Fraction::new(4 * count - gaps, 4 * count));
        let ids = instrument.dimensions().iter().map(|dimension| dimension.id);
        Consistency { value, pairs: ids.zip(apart).filter_map(|(id, apart)| apart.then_some(id)).collect() }
    }

    /// Whether the answers contradict each other according to Q; `false` without Q.
    pub fn is_contradictory(&self) -> bool {
        self.reading() == Some(ConsistencyReading::Contradictory)
    }

    /// Q as a one-word reading; `None` without Q.
    pub fn reading(&self) -> Option<ConsistencyReading> {
        self.value.map(|value| {
            if value >= Fraction::new(3, 4) {
                ConsistencyReading::Consistent
            } else if value >= Fraction::new(3, 5) {
                ConsistencyReading::Mixed
            } else {
                ConsistencyReading::Contradictory
            }
        })
    }
}

slugs! {
    /// A pattern in the answers that is worth mentioning; it blocks nothing.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Flag {
        /// All answers, at least six, are the same box, but not the middle.
        SameAnswer = "same-answer",
        /// All answers, at least six, are the middle box.
        AllMiddle = "all-middle",
    }
}

impl Flag {
    pub(crate) fn of(answers: &Answers) -> Option<Flag> {
        let mut positions = answers.item_positions().flatten();
        let first = positions.next()?;
        let mut count = 1;
        for position in positions {
            if position != first {
                return None;
            }
            count += 1;
        }
        match (count >= LEAST_ANSWERS, first) {
            (false, _) => None,
            (true, Position::MIDDLE) => Some(Flag::AllMiddle),
            (true, _) => Some(Flag::SameAnswer),
        }
    }
}

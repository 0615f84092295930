//! How well the answers go together: consistency, and patterns worth a word.

use super::profile::LEAST_ANSWERS;
use super::score::Tallies;
use super::{Answers, DimensionId, Fraction, Instrument, Position, slugs};

/// How well the two items of each dimension agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consistency {
    /// Q in 0…1, one less the mean gap; given only with three pairs answered or more.
    pub value: Option<Fraction>,
    /// The dimensions whose two answers lie half the scale apart or more, whatever Q is.
    pub pairs: Vec<DimensionId>,
}

slugs! {
    /// Q in a word.
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

    /// Whether the answers contradict each other, by Q; without Q they don't.
    pub fn is_contradictory(&self) -> bool {
        self.reading() == Some(ConsistencyReading::Contradictory)
    }

    /// Q in a word, where Q is given.
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
    /// A pattern in the answers that is worth a word; it blocks nothing.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Flag {
        /// The same box everywhere, of six answers or more.
        SameAnswer = "same-answer",
        /// The middle box everywhere, of six answers or more.
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

//! Foundations: what the owner has in place, and what to arrange first. They never affect the score.

use super::order::sort_by_key;
use super::{Answers, FoundationId, Fraction, Instrument, Pole, slugs};

/// The lowest score for fair foundations.
const FAIR: Fraction = Fraction::new(1, 2);
/// The lowest score for foundations in place.
const IN_PLACE: Fraction = Fraction::new(3, 4);
/// The highest position (r ≤ 1/4) of a foundation to arrange first.
const FIRST_UP_TO: u8 = 1;

slugs! {
    /// The state of the foundations as a one-word reading.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum FoundationReading {
        /// R below 1/2.
        BasicsFirst = "basics-first",
        /// R from 1/2 to below 3/4.
        Fair = "fair",
        /// R from 3/4.
        InPlace = "in-place",
    }
}

/// The outcome of the foundation answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundationOutcome {
    /// R in 0…1, the mean of position/4 over the answered foundations; `None` if none is answered.
    pub score: Option<Fraction>,
    /// The answered foundations, lowest position first; ties in the order of the profile's side.
    pub order: Vec<FoundationId>,
    /// The foundations of `order` to arrange before anything else: "not yet" or "a start".
    pub first: Vec<FoundationId>,
    /// The foundations to find out about ("don't know" or unanswered), in content order.
    pub unknown: Vec<FoundationId>,
}

impl FoundationOutcome {
    /// Evaluates the foundation answers; `side` is the profile's, `None` in the middle or without a profile.
    pub fn of(instrument: &Instrument, answers: &Answers, side: Option<Pole>) -> FoundationOutcome {
        let mut known = Vec::new();
        let mut unknown = Vec::new();
        for (foundation, position) in instrument.foundations().iter().zip(answers.foundation_positions()) {
            match position {
                Some(position) => known.push((foundation.id, position.get())),
                None => unknown.push(foundation.id),
            }
        }
        let sum: i32 = known.iter().map(|&(_, position)| i32::from(position)).sum();
        let count = i32::try_from(known.len()).unwrap_or(i32::MAX);
        let score = (count > 0).then(|| Fraction::new(sum, 4 * count));
        let rank = instrument.foundation_order(side);
        sort_by_key(&mut known, |&(id, position)| (position, rank.iter().position(|&ranked| ranked == id)));
        let first =
            known.iter().filter(|&&(_, position)| position <= FIRST_UP_TO).map(|&(id, _)| id).collect();
        FoundationOutcome { score, order: known.into_iter().map(|(id, _)| id).collect(), first, unknown }
    }

    /// R as a one-word reading; `None` without R.
    pub fn reading(&self) -> Option<FoundationReading> {
        self.score.map(|score| {
            if score < FAIR {
                FoundationReading::BasicsFirst
            } else if score < IN_PLACE {
                FoundationReading::Fair
            } else {
                FoundationReading::InPlace
            }
        })
    }
}

//! Foundations: what the owner has arranged, and what to arrange first. They never move the score.

use super::order::sort_by_key;
use super::{Answers, FoundationId, Fraction, Instrument, Pole, slugs};

/// From here on the foundations are fair.
const FAIR: Fraction = Fraction::new(1, 2);
/// From here on the foundations are in place.
const IN_PLACE: Fraction = Fraction::new(3, 4);
/// Up to this position (r ≤ 1/4) a foundation comes first.
const FIRST_UP_TO: u8 = 1;

slugs! {
    /// How far the foundations are arranged, in a word.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum FoundationReading {
        /// Below 1/2.
        BasicsFirst = "basics-first",
        /// From 1/2.
        Fair = "fair",
        /// From 3/4.
        InPlace = "in-place",
    }
}

/// What the foundation answers came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundationOutcome {
    /// R in 0…1, the mean of position/4 over the answered; none if nothing is answered.
    pub score: Option<Fraction>,
    /// The answered foundations, least arranged first; ties in the order of the profile's side.
    pub order: Vec<FoundationId>,
    /// Those of `order` to arrange before anything else: "not yet" or "a start".
    pub first: Vec<FoundationId>,
    /// "Don't know" and unanswered, to find out, in content order.
    pub unknown: Vec<FoundationId>,
}

impl FoundationOutcome {
    /// Reads the foundation answers; `side` is the profile's, none in the middle or without a profile.
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

    /// R in a word, where R is given.
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

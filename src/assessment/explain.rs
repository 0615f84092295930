//! The reasons for an outcome: the dimensions behind it, each with its pole.

use super::order::sort_by_key;
use super::{DimensionId, Outcome, Pole, Profile, Tactic, tactics};
use std::cmp::Reverse;

/// A dimension as a reason: "because customers stay with you for long".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The dimension.
    pub dimension: DimensionId,
    /// The pole that its score points to.
    pub pole: Pole,
}

/// The main reasons for the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reasons {
    /// The one or two dimensions that pull most towards the profile's side, or the only side with a pull.
    OneSide(Reason, Option<Reason>),
    /// The dimensions that pull most towards B2B and towards B2C, for a profile in the middle.
    BothSides {
        /// The strongest towards B2B.
        b2b: Reason,
        /// The strongest towards B2C.
        b2c: Reason,
    },
    /// Nothing pulls either way.
    Balanced,
}

impl Outcome {
    /// The main reasons for the profile; ties in dimension order.
    ///
    /// A profile in the middle that is pulled only one way gets the reasons of that side.
    pub fn reasons(&self) -> Reasons {
        let towards = |pole| {
            let mut pulls = self.pulls_towards(pole).into_iter();
            (pulls.next(), pulls.next())
        };
        let side = self.profile.and_then(Profile::side);
        let (b2b, b2c) = (towards(Pole::B2b), towards(Pole::B2c));
        match (side, b2b, b2c) {
            (Some(Pole::B2b), (Some(first), second), _) | (Some(Pole::B2c), _, (Some(first), second)) => {
                Reasons::OneSide(first, second)
            }
            (_, (Some(b2b), _), (Some(b2c), _)) => Reasons::BothSides { b2b, b2c },
            (_, (Some(first), second), _) | (_, _, (Some(first), second)) => Reasons::OneSide(first, second),
            (_, (None, _), (None, _)) => Reasons::Balanced,
        }
    }

    /// Why a tactic suits these answers: its one or two strongest dimensions; empty if none supports it.
    pub fn reasons_for(&self, tactic: &Tactic) -> Vec<Reason> {
        let dimensions = tactics::strongest_for(tactic, &self.scores);
        dimensions.into_iter().filter_map(|dimension| self.reason(dimension)).collect()
    }

    /// Why a tactic suits these answers less: the dimension that counts most against it.
    pub fn reason_against(&self, tactic: &Tactic) -> Option<Reason> {
        self.reason(tactics::strongest_against(tactic, &self.scores)?)
    }

    /// The dimension on which two outcomes differ most, ties in dimension order; `None` if they differ on no
    /// dimension that both have a score on.
    pub fn largest_difference(first: &Outcome, second: &Outcome) -> Option<DimensionId> {
        Outcome::differences(&[first, second]).first().map(|difference| difference.dimension)
    }

    /// The dimensions that pull towards a pole, strongest first.
    fn pulls_towards(&self, pole: Pole) -> Vec<Reason> {
        let mut pulls: Vec<_> = self
            .scores
            .dimensions
            .iter()
            .filter_map(|dimension| Some((dimension.id, dimension.contribution?)))
            .filter(|(_, contribution)| Pole::of_sign(contribution.signum()) == Some(pole))
            .collect();
        sort_by_key(&mut pulls, |(_, contribution)| Reverse(contribution.abs()));
        pulls.into_iter().map(|(dimension, _)| Reason { dimension, pole }).collect()
    }

    fn reason(&self, dimension: DimensionId) -> Option<Reason> {
        let score = self.scores.dimension(dimension)?.score?;
        Some(Reason { dimension, pole: Pole::of_sign(score.signum())? })
    }
}

//! What can be advised: tactics, and counsel for a profile.

use super::{AdviceId, DimensionId, SourceId, TacticId};
use crate::assessment::{Profile, slugs};

slugs! {
    /// What a tactic is for, which decides where it is shown.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Kind {
        /// Builds relations between companies.
        B2b = "b2b",
        /// Moves consumers to buy.
        B2c = "b2c",
        /// Hands out an incentive; shown inside the incentives' cards.
        Channel = "channel",
        /// Shared by both markets; only its execution differs.
        Media = "media",
    }
}

impl Kind {
    /// Whether tactics of this kind compete to be recommended, and can be marked in the plan. The others are ways to
    /// carry one out.
    pub const fn is_ranked(self) -> bool {
        match self {
            Kind::B2b | Kind::B2c => true,
            Kind::Channel | Kind::Media => false,
        }
    }
}

/// How much one dimension speaks for a tactic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Driver {
    /// The dimension that speaks.
    pub dimension: DimensionId,
    /// The driver's value v in tenths: positive when the dimension's B2B pole speaks for the tactic.
    pub value: i32,
}

/// Something to do about engagement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tactic {
    /// Its name in files and results.
    pub id: TacticId,
    /// What it is for.
    pub kind: Kind,
    /// Whether it is an incentive, which needs a channel to be handed out.
    pub is_incentive: bool,
    /// What speaks for it; the values' sizes add up to 5 at most, so relevance stays in 0…1.
    pub drivers: Vec<Driver>,
    /// The points of the article behind it.
    pub sources: Vec<SourceId>,
}

/// Counsel that goes with a profile as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Its name in files and results.
    pub id: AdviceId,
    /// The profiles it is meant for.
    pub profiles: Vec<Profile>,
    /// Whether it is also meant for any profile on the border with a neighbour.
    pub on_border: bool,
    /// The points of the article behind it; empty where it is our inference.
    pub sources: Vec<SourceId>,
}

//! What can be advised: tactics, and counsel for a profile.

use super::{AdviceId, DimensionId, SourceId, TacticId};
use crate::assessment::{Profile, slugs};

slugs! {
    /// The purpose of a tactic, which decides where it is shown.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Kind {
        /// Builds relations between companies.
        B2b = "b2b",
        /// Moves consumers to buy.
        B2c = "b2c",
        /// Delivers an incentive; shown inside the cards of incentives.
        Channel = "channel",
        /// A medium shared by both markets; only its use differs.
        Media = "media",
    }
}

impl Kind {
    /// Whether tactics of this kind compete to be recommended and can be marked in the plan. The others are
    /// ways to carry out such a tactic.
    pub const fn is_ranked(self) -> bool {
        match self {
            Kind::B2b | Kind::B2c => true,
            Kind::Channel | Kind::Media => false,
        }
    }
}

/// How strongly one dimension supports a tactic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Driver {
    /// The dimension.
    pub dimension: DimensionId,
    /// The driver's value v in tenths: positive if the dimension's B2B pole supports the tactic.
    pub value: i32,
}

/// A way to engage customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tactic {
    /// Its name in files and results.
    pub id: TacticId,
    /// Its purpose.
    pub kind: Kind,
    /// Whether it is an incentive, which needs a channel to deliver it.
    pub is_incentive: bool,
    /// Its drivers. Their absolute values add up to at most 5, so relevance stays in 0…1.
    pub drivers: Vec<Driver>,
    /// The points of the article behind it.
    pub sources: Vec<SourceId>,
}

/// Advice on a profile as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Its name in files and results.
    pub id: AdviceId,
    /// The profiles it applies to.
    pub profiles: Vec<Profile>,
    /// Whether it also applies to any profile on the border with a neighbour.
    pub on_border: bool,
    /// The points of the article behind it; empty if it is our inference.
    pub sources: Vec<SourceId>,
}

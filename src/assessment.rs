//! The model: turns answers into a profile, with exact arithmetic.
//!
//! Source: one Dutch article on B2B and B2C e-commerce; references in the content name the points that each
//! item uses. All computation uses whole numbers and [`Fraction`]s; floats appear only at the edge, for
//! drawing and JSON.
//!
//! The flow: an [`Instrument`] defines what is asked; [`Answers`] hold the responses; [`Outcome::of`]
//! computes from both everything that a result shows; a [`Session`] guides a visitor there.

mod answers;
mod change;
mod compared;
mod consistency;
mod explain;
mod foundations;
mod fraction;
mod instrument;
mod order;
mod outcome;
mod plan;
mod profile;
mod score;
mod session;
mod slugs;
mod tactics;

pub use answers::{Answers, AnswersError, Position, Response};
pub use change::{Change, Changes};
pub use compared::Difference;
pub use consistency::{Consistency, ConsistencyReading, Flag};
pub use explain::{Reason, Reasons};
pub use foundations::{FoundationOutcome, FoundationReading};
pub use fraction::Fraction;
pub use instrument::{
    Advice, AdviceId, Dimension, DimensionId, Driver, Foundation, FoundationId, FoundationOrder, Instrument,
    InstrumentError, Item, ItemId, Kind, Parts, Pole, Section, SourceId, Tactic, TacticId,
};
pub use outcome::Outcome;
pub use plan::{Mark, Plan, UnknownTactic};
pub use profile::{LEAST_ANSWERS, LEAST_DIMENSIONS, Level, Profile, Range, SPLIT_TUG};
pub use score::{Contribution, DimensionScore, Scores};
pub use session::{
    Completion, Effect, Event, Expectation, GROUP_NAME_LENGTH, Grouping, Progress, Prompt, ResultPart, Route,
    Run, RunState, SellsTo, Session, Stage, Step, short_name,
};
pub(crate) use slugs::slugs;
pub use tactics::{Ranking, Suggestion};

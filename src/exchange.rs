//! The JSON form of answers and results, one shape for every door: batch scorer, export, tests.
//!
//! Camel-case keys; fractions as floats; positions 0…4 or null; weights 1 or 2, two dimensions at most.

mod answer_set;
mod batch;
mod report;

pub use answer_set::{AnswerSet, AnswerSetError};
pub use batch::{Tally, score_lines};
pub use report::Report;

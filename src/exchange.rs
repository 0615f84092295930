//! Text formats for data that enters and leaves the widget, shared by all entry points.
//!
//! - [`ResultCode`]: the answers as a code short enough to type, for links, lead forms and "restore".
//! - [`ResultLink`]: a code in the fragment of an address.
//! - [`SavedSession`]: a whole session, to resume it on the same device.
//! - [`NamedResults`]: the results that a visitor stores on the device under names.
//! - [`PaperAnswers`]: answers typed in from the printed questionnaire.
//! - [`detail`]: the details of the element's events, as JSON.
//! - [`ResultFile`]: the relevant values of a result file, after a browser has parsed its JSON.
//! - [`table`] and [`letter`] (feature `content`): a result in words, for a spreadsheet and for an email.
//! - `AnswerSet`, `OutcomeJson`, `score_lines` (feature `json`): JSON in and out, outside the browser.
//!   Camel-case keys; fractions as floats; positions 0…4 or null; weights 1 or 2, at most two of them 2.
//!
//! Input is either read in full or rejected with an error; nothing is read in part.

#[cfg(feature = "content")]
mod account;
#[cfg(feature = "json")]
mod answer_set;
#[cfg(feature = "json")]
mod batch;
mod code;
pub mod detail;
mod file;
#[cfg(feature = "content")]
mod letter;
mod link;
mod named_results;
#[cfg(feature = "json")]
mod outcome_json;
mod paper;
mod saved;
#[cfg(feature = "content")]
mod table;
mod typed;

#[cfg(feature = "content")]
pub use account::Account;
#[cfg(feature = "json")]
pub use answer_set::{AnswerSet, AnswerSetError};
#[cfg(feature = "json")]
pub use batch::{Tally, score_lines};
pub use code::{CodeError, ResultCode};
pub use file::{FileError, LARGEST_FILE, Place, ResultFile};
#[cfg(feature = "content")]
pub use letter::letter;
pub use link::ResultLink;
pub use named_results::{MOST_NAMED_RESULTS, NamedResult, NamedResults, NamedResultsError};
#[cfg(feature = "json")]
pub use outcome_json::OutcomeJson;
pub use paper::{Next, PaperAnswers, PaperError};
pub use saved::{SavedError, SavedSession};
#[cfg(feature = "content")]
pub use table::table;
pub use typed::named;
#[cfg(feature = "view")]
pub(crate) use typed::plain;

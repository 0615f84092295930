//! What goes in and out as text, one form for every door.
//!
//! - [`ResultCode`]: the answers in a code short enough to type; for links, lead forms and "restore".
//! - [`ResultLink`]: a code as the end of an address.
//! - [`SavedSession`]: a whole session, to come back to it on the same device.
//! - [`NamedResults`]: the results that a visitor keeps on the device, by name.
//! - [`PaperAnswers`]: answers that were given on paper, as they are typed in.
//! - [`detail`]: the details of the element's events, as JSON.
//! - [`ResultFile`]: what counts in the file with a result, once a browser has read its JSON.
//! - [`table`] and [`letter`] (feature `content`): a result in words, for a spreadsheet and for a mail.
//! - `AnswerSet`, `OutcomeJson` and `score_lines` (feature `json`): answers in and results out as JSON, on a host.
//!   Camel-case keys; fractions as floats; positions 0…4 or null; weights 1 or 2, two dimensions at most.
//!
//! Whatever comes in is read to the end or refused with what is wrong; nothing half-read gets through.

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

//! The widget's state beside its session: text typed, results brought in, names and messages.

use crate::assessment::{Run, Session};
use crate::content::Label;
use crate::exchange::{CodeError, FileError, NamedResult};

/// A control at the result: its kind, and the id of what it changes.
pub(super) type Control = (&'static str, &'static str);

/// A result brought in for comparison.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Other {
    /// Its name on the device; empty if it has none.
    pub(super) name: String,
    pub(super) session: Session,
    pub(super) run: Run,
}

/// The outcome of the last attempt to bring in a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    Added,
    NoRoom,
    Code(CodeError),
    File(FileError),
}

/// The state of the list of named results.
#[derive(Default)]
pub(super) struct NamedResultsState {
    /// The name typed.
    pub(super) name: String,
    /// The message about the list.
    pub(super) said: Option<Label>,
    /// The last result removed, and its index.
    pub(super) removed: Option<(usize, NamedResult)>,
    /// Whether the next press deletes everything.
    pub(super) is_clearing: bool,
}

/// The paper answers typed, and whether they were submitted in this form.
#[derive(Debug, Default)]
pub(super) struct PaperInput {
    pub(super) text: String,
    pub(super) is_sent: bool,
}

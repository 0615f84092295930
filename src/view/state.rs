//! What the widget remembers of a visit beside its session: what was typed, brought in, named and said.

use crate::assessment::{Run, Session};
use crate::content::Label;
use crate::exchange::{CodeError, FileError, NamedResult};

/// A control at the result: what it does, and to what.
pub(super) type Control = (&'static str, &'static str);

/// A result brought in to be compared.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Other {
    /// The name it has on the device; empty where it has none.
    pub(super) name: String,
    pub(super) session: Session,
    pub(super) run: Run,
}

/// What became of what was brought in last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    Added,
    NoRoom,
    Code(CodeError),
    File(FileError),
}

/// What the visitor is doing with the list of named results.
#[derive(Default)]
pub(super) struct NamedResultsState {
    /// The name typed.
    pub(super) name: String,
    /// What is news about the list.
    pub(super) said: Option<Label>,
    /// The result removed last, and its place.
    pub(super) removed: Option<(usize, NamedResult)>,
    /// Whether one more press deletes everything.
    pub(super) is_clearing: bool,
}

/// What was typed from paper, and whether it was sent as it stands.
#[derive(Debug, Default)]
pub(super) struct PaperInput {
    pub(super) text: String,
    pub(super) is_sent: bool,
}

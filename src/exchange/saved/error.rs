//! Why a text is not a saved session.

use std::fmt;

/// Why a text can't be read as a saved session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SavedError {
    /// The text has a newer format.
    NewerFormat,
    /// It was saved with another version of the questionnaire.
    OtherInstrument {
        /// The questionnaire's version in the text.
        version: u32,
    },
    /// A line is invalid.
    Malformed {
        /// Its number, from 1; one past the last line if lines are missing.
        line: usize,
    },
    /// Each line is valid, but no session combines them.
    Contradictory,
}

impl SavedError {
    /// The slug that hosts receive.
    pub const fn as_str(self) -> &'static str {
        match self {
            SavedError::NewerFormat => "newer",
            SavedError::OtherInstrument { .. } => "other-version",
            SavedError::Malformed { .. } | SavedError::Contradictory => "malformed",
        }
    }
}

impl fmt::Display for SavedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SavedError::NewerFormat => f.write_str("saved by a newer version than this one"),
            SavedError::OtherInstrument { version } => {
                write!(f, "saved with version {version} of the questionnaire, which is not this one")
            }
            SavedError::Malformed { line } => write!(f, "line {line} of the saved session can't be read"),
            SavedError::Contradictory => f.write_str("the saved session's pages don't go together"),
        }
    }
}

impl std::error::Error for SavedError {}

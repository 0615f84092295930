//! Why a text is no saved session.

use std::fmt;

/// Why a text can't be read as a saved session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SavedError {
    /// A newer form than this one knows.
    NewerFormat,
    /// Saved with another version of the questionnaire.
    OtherInstrument {
        /// The questionnaire's version in the text.
        version: u32,
    },
    /// This line isn't what should stand there.
    Malformed {
        /// Its number, from 1; behind the last one where lines are missing.
        line: usize,
    },
    /// Each line can be read, but there is no such session.
    Contradictory,
}

impl SavedError {
    /// The slug, as hosts see it.
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

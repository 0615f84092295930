//! Why a file is no result.

use crate::exchange::CodeError;
use std::fmt;

/// A place in a file: line and character, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

/// Why a file can't be read as a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileError {
    /// It is larger than any file of a result.
    TooLarge,
    /// It isn't JSON from here on, or deeper or wider than any file of a result.
    Syntax {
        /// Where.
        at: Place,
    },
    /// A key stands there for the second time.
    Twice {
        /// Where.
        at: Place,
    },
    /// It is a file of something else.
    Foreign,
    /// It is a file without the answers: a result alone.
    NoCode,
    /// What is wrong with the code in it.
    Code(CodeError),
    /// It says something else here than its code.
    Differs {
        /// Where.
        at: Place,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileError::TooLarge => f.write_str("larger than a result"),
            FileError::Syntax { at } => write!(f, "not JSON: {at}"),
            FileError::Twice { at } => write!(f, "a key for the second time: {at}"),
            FileError::Foreign => f.write_str("not a result of this questionnaire"),
            FileError::NoCode => f.write_str("a result without its answers: there is no code in it"),
            FileError::Code(error) => write!(f, "{error}: in the code"),
            FileError::Differs { at } => write!(f, "something else than its code says: {at}"),
        }
    }
}

impl std::error::Error for FileError {}

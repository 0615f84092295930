//! Why a text is not a code.

use crate::exchange::named;
use std::fmt;

/// Why a text can't be read as a result code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeError {
    /// It contains no code.
    Empty,
    /// It is longer than any code.
    TooLong,
    /// It contains a character that no code has.
    Character {
        /// Its position among the visible characters, from 1.
        at: usize,
        /// The character.
        char: char,
    },
    /// The check digits don't match: a character is wrong.
    Checksum,
    /// It is too short or too long: a part is missing, or there is more than one code.
    Length,
    /// The code has a newer format, or a part that only a newer version can read.
    NewerFormat,
    /// The code comes from another version of the questionnaire.
    OtherInstrument {
        /// The questionnaire's version in the code.
        version: u32,
    },
    /// The check digits match, but no session has this code.
    Malformed,
}

impl CodeError {
    /// The slug that hosts receive.
    pub const fn as_str(self) -> &'static str {
        match self {
            CodeError::Empty => "empty",
            CodeError::TooLong => "too-long",
            CodeError::Character { .. } => "character",
            CodeError::Checksum => "checksum",
            CodeError::Length => "length",
            CodeError::NewerFormat => "newer",
            CodeError::OtherInstrument { .. } => "other-version",
            CodeError::Malformed => "malformed",
        }
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CodeError::Empty => f.write_str("there is no code in it"),
            CodeError::TooLong => f.write_str("longer than a code: copy only the code itself"),
            CodeError::Character { at, char } => {
                write!(f, "`{}` at {at} is not a character of a code", named(*char))
            }
            CodeError::Checksum => {
                f.write_str("a character is wrong: compare it with the code you were given")
            }
            CodeError::Length => {
                f.write_str("not as long as a code: a part is missing, or there is too much")
            }
            CodeError::NewerFormat => f.write_str("made by a newer version than this one"),
            CodeError::OtherInstrument { version } => {
                write!(f, "made with version {version} of the questionnaire, which is not this one")
            }
            CodeError::Malformed => f.write_str("no result has this code"),
        }
    }
}

impl std::error::Error for CodeError {}

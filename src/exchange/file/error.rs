//! Why a file is not a result.

use crate::exchange::CodeError;
use std::fmt;

/// A place in a file: line and character, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The character in it.
    pub column: u32,
}

impl Place {
    /// Parses the place at the end of a browser's message about invalid JSON: "line 1 column 2" in Chromium
    /// and Firefox. WebKit names no place, nor does Chromium if it quotes the file.
    pub fn in_message(message: &str) -> Option<Place> {
        if message.ends_with("not valid JSON") {
            return None;
        }
        let mut words = message.rsplit([' ', '(', ')']);
        let column = words.find_map(|word| word.parse().ok())?;
        words.next();
        let line = words.next()?.parse().ok()?;
        (words.next() == Some("line")).then_some(Place { line, column })
    }
}

/// Why a file can't be read as a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileError {
    /// It is larger than any result file.
    TooLarge,
    /// It isn't JSON, or is nested more deeply than the browser reads.
    Syntax {
        /// The place, if the browser names one.
        at: Option<Place>,
    },
    /// It is not a result of this questionnaire.
    Foreign,
    /// A required value is missing or has the wrong type, such as a text instead of a number.
    WrongValue {
        /// Its key.
        key: &'static str,
    },
    /// It contains a result without the answers.
    NoCode,
    /// Its code can't be read.
    Code(CodeError),
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
            FileError::Syntax { at: Some(at) } => write!(f, "not JSON: {at}"),
            FileError::Syntax { at: None } => f.write_str("not JSON"),
            FileError::Foreign => f.write_str("not a result of this questionnaire"),
            FileError::WrongValue { key } => write!(f, "missing, or of the wrong type: {key}"),
            FileError::NoCode => f.write_str("a result without its answers: there is no code in it"),
            FileError::Code(error) => write!(f, "{error}: in the code"),
        }
    }
}

impl std::error::Error for FileError {}

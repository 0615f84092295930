//! The list of results that a visitor keeps on the device, each under a name.
//!
//! The form's version, then a result a line: the day it was kept, its code, its name. A name holds no line end, so it
//! needs no escape.
//!
//! ```text
//! results 1
//! 2026-11-23 11R1FKS97103GBNB Bakers, spring
//! ```

use crate::assessment::short_name;
use std::fmt;

/// What every list begins with, up to the form's version.
const KIND: &str = "results ";
/// The version of this form.
const FORMAT: &str = "1";
/// How many results a list can hold.
pub const MOST_NAMED_RESULTS: usize = 50;
/// A code is never longer.
const LONGEST_CODE: usize = 31;

/// One result of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedResult {
    /// The day on which it was kept: `2026-11-23`.
    pub day: String,
    /// Its code, without groups; which result that is, and whether any, is for the code's reader to say.
    pub code: String,
    /// What the visitor calls it.
    pub name: String,
}

/// The results kept, in the order in which they were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedResults(Vec<NamedResult>);

/// Why a text is no list of kept results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NamedResultsError {
    /// A newer form than this one knows.
    NewerFormat,
    /// This line isn't what should stand there.
    Malformed {
        /// Its number, from 1.
        line: usize,
    },
    /// More results than a list can hold.
    TooMany,
}

impl NamedResults {
    /// The list of a text; an empty text is an empty list. Nothing is taken over in part.
    pub fn load(text: &str) -> Result<NamedResults, NamedResultsError> {
        let mut lines = text.split('\n');
        match lines.next().and_then(|line| line.strip_prefix(KIND)) {
            _ if text.is_empty() => return Ok(NamedResults::default()),
            Some(FORMAT) => {}
            Some(format) if is_newer(format) => return Err(NamedResultsError::NewerFormat),
            _ => return Err(NamedResultsError::Malformed { line: 1 }),
        }
        let mut list = Vec::new();
        for line in lines {
            if list.len() == MOST_NAMED_RESULTS {
                return Err(NamedResultsError::TooMany);
            }
            list.push(read(line).ok_or(NamedResultsError::Malformed { line: list.len() + 2 })?);
        }
        Ok(NamedResults(list))
    }

    /// The text of the list; empty for an empty one.
    pub fn save(&self) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        let mut text = [KIND, FORMAT].concat();
        for NamedResult { day, code, name } in &self.0 {
            for part in ["\n", day, " ", code, " ", name] {
                text.push_str(part);
            }
        }
        text
    }

    /// The results.
    pub fn list(&self) -> &[NamedResult] {
        &self.0
    }

    /// Adds a result at a place, or at the end; its name is cut off and cleaned as a group's is. False where there is
    /// no room, or the result can't be written.
    pub fn insert(&mut self, place: usize, result: &NamedResult) -> bool {
        let name = short_name(&result.name);
        let result = NamedResult { name: name.trim().to_owned(), ..result.clone() };
        let is_possible = self.0.len() < MOST_NAMED_RESULTS && is_sound(&result);
        if is_possible {
            self.0.insert(place.min(self.0.len()), result);
        }
        is_possible
    }

    /// Takes a result out, wherever it stands by now; its place.
    pub fn remove(&mut self, result: &NamedResult) -> Option<usize> {
        let place = self.0.iter().position(|known| known == result)?;
        self.0.remove(place);
        Some(place)
    }
}

fn is_newer(format: &str) -> bool {
    format.parse::<u32>().is_ok_and(|format| format > 1)
}

fn read(line: &str) -> Option<NamedResult> {
    let (day, rest) = line.split_once(' ')?;
    let (code, name) = rest.split_once(' ')?;
    let result = NamedResult { day: day.to_owned(), code: code.to_owned(), name: name.to_owned() };
    is_sound(&result).then_some(result)
}

fn is_sound(NamedResult { day, code, name }: &NamedResult) -> bool {
    let is_day = day.len() == 10
        && (day.bytes().enumerate()).all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let is_code = (1..=LONGEST_CODE).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    is_day && is_code && !name.is_empty() && *name == short_name(name).trim()
}

impl fmt::Display for NamedResultsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NamedResultsError::NewerFormat => f.write_str("kept by a newer version than this one"),
            NamedResultsError::Malformed { line } => {
                write!(f, "line {line} of the kept results can't be read")
            }
            NamedResultsError::TooMany => write!(f, "more than {MOST_NAMED_RESULTS} kept results"),
        }
    }
}

impl std::error::Error for NamedResultsError {}

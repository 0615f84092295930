//! The results that a visitor stores on the device, each under a name.
//!
//! The first line is the version of the format. Each further line is a result: the day it was stored, its
//! code and its name. A name contains no line break, so it needs no escaping.
//!
//! ```text
//! results 1
//! 2026-11-23 11R1FKS97103GBNB Bakers, spring
//! ```

use crate::assessment::short_name;
use std::fmt;

/// The start of every list, before the version of the format.
const KIND: &str = "results ";
/// The version of this format.
const FORMAT: &str = "1";
/// The maximum number of results in a list.
pub const MOST_NAMED_RESULTS: usize = 50;
/// The maximum length of a code.
const LONGEST_CODE: usize = 31;

/// A result in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedResult {
    /// The day it was stored: `2026-11-23`.
    pub day: String,
    /// Its code, without groups; not checked here beyond its length and characters.
    pub code: String,
    /// The visitor's name for it.
    pub name: String,
}

/// The results, in the order in which they were stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedResults(Vec<NamedResult>);

/// Why a text is not a list of named results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NamedResultsError {
    /// The list has a newer format.
    NewerFormat,
    /// A line is invalid.
    Malformed {
        /// Its number, from 1.
        line: usize,
    },
    /// There are more results than a list can hold.
    TooMany,
}

impl NamedResults {
    /// Reads a list from a text, in full or not at all; an empty text is an empty list.
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

    /// The text of the list; empty if the list is.
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

    /// Inserts a result at an index, or at the end. Cleans and truncates its name like a group's. Returns
    /// false if the list is full or the result can't be written.
    pub fn insert(&mut self, place: usize, result: &NamedResult) -> bool {
        let name = short_name(&result.name);
        let result = NamedResult { name: name.trim().to_owned(), ..result.clone() };
        let is_possible = self.0.len() < MOST_NAMED_RESULTS && is_sound(&result);
        if is_possible {
            self.0.insert(place.min(self.0.len()), result);
        }
        is_possible
    }

    /// Removes a result wherever it is in the list, and returns its index.
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

//! A result as the end of an address: `…#result=ABCD-EFGH-JKMN-PQRS`.
//!
//! It stands behind the `#`, which no browser sends to a server. What comes back has been through mails, and through
//! the addresses that mail programs put around others to check them (`link/unwrapped.rs`).

mod unwrapped;

use super::{CodeError, ResultCode};
use crate::assessment::{Instrument, Session};
use std::rc::Rc;

/// What stands before the code.
const NAME: &str = "result=";

/// A longer text is not looked at: an address can be long, a code in it can't.
const LONGEST_TEXT: usize = 4096;

/// How many characters from its beginning a code can end, however it is spaced.
const LONGEST_CODE: usize = 96;

/// The link to a result.
#[derive(Clone, Copy, Debug)]
pub struct ResultLink;

impl ResultLink {
    /// The address of a page, with this code's result behind it.
    pub fn to(page: &str, code: &str) -> String {
        let page = page.split('#').next().unwrap_or_default();
        [page, "#", NAME, code].concat()
    }

    /// The session of a link, of the end of one from its `#` on, of a bare code, or of a text with one of them in it:
    /// at its result.
    ///
    /// Percent-encoding is read, whoever wrote it and however often. A code without an answer is empty: it has no
    /// result. Of two different codes none is meant. `version` is the questionnaire's.
    pub fn read(text: &str, instrument: &Rc<Instrument>, version: u32) -> Result<Session, CodeError> {
        if text.len() > LONGEST_TEXT {
            return Err(CodeError::TooLong);
        }
        let read = |code: &[char]| ResultCode::read(&unwrapped::decoded(code), instrument, version);
        let (text, ends) = unwrapped::unwrap(text);
        let session = if ends.is_empty() { anywhere(&text, read) } else { behind_names(&text, &ends, read) }?;
        if session.has_answers() { Ok(session) } else { Err(CodeError::Empty) }
    }
}

/// The one code behind the places where the name ends; else what is wrong with the last of them.
fn behind_names(
    text: &[char],
    ends: &[usize],
    read: impl Fn(&[char]) -> Result<Session, CodeError>,
) -> Result<Session, CodeError> {
    let parts = ends.iter().map(|&end| text[end..].split(|char| matches!(char, '&' | '#')).next());
    one_of(parts.map(|part| at_start(part.unwrap_or_default(), &read)))
}

/// The one code that begins at the text's beginning or behind any boundary; else what is wrong with the whole, unless
/// something in it was a code but for a slip.
fn anywhere(
    text: &[char],
    read: impl Fn(&[char]) -> Result<Session, CodeError>,
) -> Result<Session, CodeError> {
    let is_start = |&place: &usize| place == 0 || is_boundary(text[place - 1]) && !is_boundary(text[place]);
    let starts = (0..text.len()).filter(is_start);
    let found = starts.map(|start| at_start(&text[start..], &read));
    match one_of(found.filter(|found| !found.as_ref().is_err_and(|&error| is_shape(error)))) {
        Err(CodeError::Empty) if !text.contains(&'#') => at_start(text, &read),
        found => found,
    }
}

/// What all that was found comes to: the one session; none where there are two; else the last error.
fn one_of(found: impl Iterator<Item = Result<Session, CodeError>>) -> Result<Session, CodeError> {
    let mut one = Err(CodeError::Empty);
    for next in found {
        match (&one, &next) {
            // Which of two would be meant?
            (Ok(known), Ok(other)) if known != other => return Err(CodeError::Length),
            (Ok(_), _) => {}
            _ => one = next,
        }
    }
    one
}

/// The longest code that a text begins with; else what is wrong with the whole of it.
fn at_start(
    text: &[char],
    read: impl Fn(&[char]) -> Result<Session, CodeError>,
) -> Result<Session, CodeError> {
    let length = text.iter().rposition(|&char| !is_boundary(char)).map_or(0, |last| last + 1);
    let whole = &text[..length];
    let mut fault = None;
    let ends = (1..whole.len().min(LONGEST_CODE)).rev().filter(|&end| is_boundary(whole[end]));
    for end in [whole.len()].into_iter().chain(ends) {
        let code = &whole[..end];
        match read(code) {
            Err(error) if is_shape(error) => {}
            // A row of words can be as long as a code.
            Err(CodeError::Checksum) => {
                if code.iter().any(char::is_ascii_digit) {
                    fault = Some(CodeError::Checksum);
                }
            }
            known => return known,
        }
    }
    match fault {
        Some(fault) => Err(fault),
        None => read(whole),
    }
}

/// Whether a text doesn't even look like a code.
fn is_shape(error: CodeError) -> bool {
    matches!(error, CodeError::Empty | CodeError::TooLong | CodeError::Length | CodeError::Character { .. })
}

/// Where a code can begin or end in a sentence or an address; the hyphen and the percent sign are its own.
fn is_boundary(char: char) -> bool {
    (char.is_ascii_punctuation() && !matches!(char, '-' | '%'))
        || matches!(char, ' ' | '«' | '»' | '‹' | '›' | '‘'..='„' | '•' | '…' | '、' | '。' | '〈'..='】')
}

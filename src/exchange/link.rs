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

/// Reads a part of a text as a code, and gives it as it is written properly.
type Reader<'a> = dyn Fn(&[u8]) -> Result<String, CodeError> + 'a;

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
        let read: &Reader = &|code| {
            let code = unwrapped::as_text(code)?;
            let session = ResultCode::read(code, instrument, version)?;
            Ok(ResultCode::of(version, &session))
        };
        let code = code_in(text, read)?;
        let session = ResultCode::read(&code, instrument, version)?;
        if session.has_answers() { Ok(session) } else { Err(CodeError::Empty) }
    }
}

/// The one code in a text: behind the name, or else wherever one could begin. None of two different ones; where there is
/// none, what is wrong with the last one that is named or nearly is one, else with the whole text.
fn code_in(text: &str, read: &Reader) -> Result<String, CodeError> {
    let (text, ends) = unwrapped::unwrap(text);
    let is_named = !ends.is_empty();
    let starts = if is_named { ends } else { starts(&text) };
    let mut one = Err(CodeError::Empty);
    for start in starts {
        let part = text[start..].split(|byte| b"&#".contains(byte)).next();
        match (&one, at_start(part.unwrap_or_default(), read)) {
            // Which of two would be meant?
            (Ok(known), Ok(other)) if *known != other => return Err(CodeError::Length),
            (Ok(_), _) => {}
            (_, Err(error)) if !is_named && is_shape(error) => {}
            (_, next) => one = next,
        }
    }
    let is_bare = !is_named && !text.contains(&b'#');
    if is_bare && one == Err(CodeError::Empty) { at_start(&text, read) } else { one }
}

/// The text's beginning, and behind each boundary.
fn starts(text: &[u8]) -> Vec<usize> {
    let is_start = |&place: &usize| place == 0 || is_boundary(text[place - 1]) && !is_boundary(text[place]);
    (0..text.len()).filter(is_start).collect()
}

/// The longest code that a text begins with; else what is wrong with the whole of it.
fn at_start(text: &[u8], read: &Reader) -> Result<String, CodeError> {
    let length = text.iter().rposition(|&byte| !is_boundary(byte)).map_or(0, |last| last + 1);
    let whole = &text[..length];
    let mut fault = None;
    let ends = (1..whole.len().min(LONGEST_CODE)).rev().filter(|&end| is_boundary(whole[end]));
    for end in [whole.len()].into_iter().chain(ends) {
        let code = &whole[..end];
        match read(code) {
            Err(error) if is_shape(error) => {}
            // A row of words can be as long as a code.
            Err(CodeError::Checksum) => {
                if code.iter().any(u8::is_ascii_digit) {
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
fn is_boundary(byte: u8) -> bool {
    byte == b' ' || byte.is_ascii_punctuation() && !b"-%".contains(&byte)
}

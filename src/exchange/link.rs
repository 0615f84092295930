//! A result in the fragment of an address: `…#result=ABCD-EFGH-JKMN-PQRS`.
//!
//! No browser sends a fragment to a server. Links may come back altered by emails, and wrapped in the
//! addresses that mail programs use to check links (`link/unwrapped.rs`).

mod unwrapped;

use super::{CodeError, ResultCode};
use crate::assessment::{Instrument, Session};
use std::rc::Rc;

/// The name before the code.
const NAME: &str = "result=";

/// Longer texts, in bytes, are rejected unread: an address can be long, a code in it can't.
const LONGEST_TEXT: usize = 4096;

/// The maximum length of a code in bytes, however it is spaced.
const LONGEST_CODE: usize = 96;

/// Reads part of a text as a code and returns the canonical code.
type Reader<'a> = dyn Fn(&[u8]) -> Result<String, CodeError> + 'a;

/// The link to a result.
#[derive(Clone, Copy, Debug)]
pub struct ResultLink;

impl ResultLink {
    /// The address of a host page, with the result of this code in its fragment.
    pub fn to(page: &str, code: &str) -> String {
        let page = page.split('#').next().unwrap_or_default();
        [page, "#", NAME, code].concat()
    }

    /// Reads the session, at its result, of a link, a fragment from its `#` on, a bare code, or a text that
    /// contains one of them.
    ///
    /// Undoes percent-encoding, even repeated. Fails with `Empty` if the code has no answers and so no
    /// result, and with `Length` if the text contains two different codes. `version` is the questionnaire's.
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

/// Finds the one code in a text: after the name, or else wherever a code could start. Two different codes are
/// an error. Without a code, returns the error of the last named or code-like part, else of the whole text.
fn code_in(text: &str, read: &Reader) -> Result<String, CodeError> {
    let (text, ends) = unwrapped::unwrap(text);
    let is_named = !ends.is_empty();
    let starts = if is_named { ends } else { starts(&text) };
    let mut one = Err(CodeError::Empty);
    for start in starts {
        let part = text[start..].split(|byte| b"&#".contains(byte)).next();
        match (&one, at_start(part.unwrap_or_default(), read)) {
            // It is unclear which of two codes is meant.
            (Ok(known), Ok(other)) if *known != other => return Err(CodeError::Length),
            (Ok(_), _) => {}
            (_, Err(error)) if !is_named && is_shape(error) => {}
            (_, next) => one = next,
        }
    }
    let is_bare = !is_named && !text.contains(&b'#');
    if is_bare && one == Err(CodeError::Empty) { at_start(&text, read) } else { one }
}

/// The offsets at which a code could start: the start of the text, and after each boundary.
fn starts(text: &[u8]) -> Vec<usize> {
    let is_start = |&place: &usize| place == 0 || is_boundary(text[place - 1]) && !is_boundary(text[place]);
    (0..text.len()).filter(is_start).collect()
}

/// The longest code at the start of a text, else an error.
fn at_start(text: &[u8], read: &Reader) -> Result<String, CodeError> {
    let length = text.iter().rposition(|&byte| !is_boundary(byte)).map_or(0, |last| last + 1);
    let whole = &text[..length];
    let mut fault = None;
    let ends = (1..whole.len().min(LONGEST_CODE)).rev().filter(|&end| is_boundary(whole[end]));
    for end in [whole.len()].into_iter().chain(ends) {
        let code = &whole[..end];
        match read(code) {
            Err(error) if is_shape(error) => {}
            // A few words can be as long as a code.
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

/// Whether an error means that the text doesn't even look like a code.
fn is_shape(error: CodeError) -> bool {
    matches!(error, CodeError::Empty | CodeError::TooLong | CodeError::Length | CodeError::Character { .. })
}

/// Whether a byte separates a code from its surroundings. Hyphens and percent signs belong to the code.
fn is_boundary(byte: u8) -> bool {
    byte == b' ' || byte.is_ascii_punctuation() && !b"-%".contains(&byte)
}

//! A result as the end of an address: `…#result=ABCD-EFGH-JKMN-PQRS`.
//!
//! It stands behind the `#`, which no browser sends to a server.

use super::{CodeError, ResultCode};
use crate::assessment::{Instrument, Session};
use std::rc::Rc;

/// What stands before the code.
const NAME: &str = "result=";

/// A longer text is not looked at: an address can be long, a code in it can't.
const LONGEST_TEXT: usize = 4096;

/// The link to a result.
#[derive(Clone, Copy, Debug)]
pub struct ResultLink;

impl ResultLink {
    /// The address of a page, with this code's result behind it.
    pub fn to(page: &str, code: &str) -> String {
        let page = page.split('#').next().unwrap_or_default();
        [page, "#", NAME, code].concat()
    }

    /// The session of a link, of the end of one from its `#` on, or of a bare code: at its result.
    ///
    /// Percent-encoding is read, whoever wrote it. A code without an answer is empty: it has no result. `version` is
    /// the questionnaire's.
    pub fn read(text: &str, instrument: &Rc<Instrument>, version: u32) -> Result<Session, CodeError> {
        if text.len() > LONGEST_TEXT {
            return Err(CodeError::TooLong);
        }
        let session = ResultCode::read(&code_in(text)?, instrument, version)?;
        if session.has_answers() { Ok(session) } else { Err(CodeError::Empty) }
    }
}

/// The code as it stands in a link; all of a text that is none.
fn code_in(text: &str) -> Result<String, CodeError> {
    let Some((_, end)) = text.split_once('#') else { return Ok(text.to_owned()) };
    let mut codes = end.split('&').filter_map(|part| part.strip_prefix(NAME));
    let code = codes.next().ok_or(CodeError::Empty)?;
    // Which of two would be meant?
    if codes.next().is_some() {
        return Err(CodeError::Length);
    }
    Ok(decoded(code))
}

/// A text without its percent-encoding; what isn't one, or isn't UTF-8, stays as characters that no code has.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        let encoded = match behind {
            [high, low, ..] if *byte == b'%' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        bytes.push(encoded.map_or(*byte, |(high, low)| high << 4 | low));
        rest = if encoded.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn digit(byte: u8) -> Option<u8> {
    u8::try_from(char::from(byte).to_digit(16)?).ok()
}

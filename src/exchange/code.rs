//! The result code: a session's answers in a few characters, to type, read aloud and link to.
//!
//! A code is a row of base-32 digits (`alphabet.rs`): the version of the format, the version of the
//! questionnaire, the answers as one number in mixed radix (`layout.rs`, `radix.rs`), and three check digits
//! (`checksum.rs`). With the shipped questionnaire these are 1 + 1 + 11 + 3 = 16; a second customer group
//! adds 8, a plan 6. A code never contains names: they are personal, and codes end up in forms and links.
//!
//! Codes are canonical: each state has exactly one code, and no other text reads as that state.

mod alphabet;
mod checksum;
mod error;
mod layout;
mod radix;

use crate::assessment::{Instrument, Session};
use layout::Layout;
use std::rc::Rc;

pub use error::CodeError;

/// The version of this format.
const FORMAT: u8 = 1;
/// The number of digits before the answers: the two versions.
const VERSIONS: usize = 2;

/// The code of a session's answers.
///
/// It contains who the visitor sells to, the runs with their "don't know" answers and double weights, the
/// foundations and the plan. It does not contain names, the page shown, or a second run that is not in use.
#[derive(Clone, Copy, Debug)]
pub struct ResultCode;

impl ResultCode {
    /// The code, in upper case and without groups; empty if nothing is answered or chosen.
    ///
    /// `version` is the questionnaire's. It takes one digit, so only versions 1 to 31 have codes. The code is
    /// also empty for other versions, and if the instrument's answers don't fit into a code.
    pub fn of(version: u32, session: &Session) -> String {
        digits(version, session).map_or_else(String::new, |digits| alphabet::write(&digits))
    }

    /// Splits a code into groups of four, to read aloud and type: `ABCD-EFGH-JKMN-PQRS`.
    pub fn grouped(code: &str) -> String {
        alphabet::grouped(code)
    }

    /// Reads the session of a code: at its result if anything is answered, else at the intro.
    ///
    /// Accepts lower case, full-width characters, `I` or `L` for 1 and `O` for 0; ignores blanks, dashes and
    /// invisible characters. `version` is the questionnaire's.
    pub fn read(text: &str, instrument: &Rc<Instrument>, version: u32) -> Result<Session, CodeError> {
        let written = alphabet::read(text)?;
        let layout = Layout::of(instrument).filter(Layout::fits);
        let lengths = layout.as_ref().map(Layout::lengths);
        if !checksum::holds(&written) {
            let is_complete = lengths.is_some_and(|lengths| lengths.contains(&written.len()));
            return Err(if is_complete { CodeError::Checksum } else { CodeError::Length });
        }
        let [format, known, answers @ .., _, _, _] = written.as_slice() else {
            return Err(CodeError::Length);
        };
        match *format {
            0 => return Err(CodeError::Malformed),
            FORMAT => {}
            _ => return Err(CodeError::NewerFormat),
        }
        let other = CodeError::OtherInstrument { version: u32::from(*known) };
        let layout = layout.filter(|_| u32::from(*known) == version).ok_or(other)?;
        let session = layout.read(instrument, answers)?;
        // However lenient the reader, each state has only one code.
        match digits(version, &session) {
            Some(digits) if digits == written => Ok(session),
            _ => Err(CodeError::Malformed),
        }
    }
}

/// The digits of a session's code; `None` if it has no code.
fn digits(version: u32, session: &Session) -> Option<Vec<u8>> {
    let version = u8::try_from(version).ok().filter(|version| (1..radix::BASE).contains(version))?;
    let layout = Layout::of(session.instrument()).filter(Layout::fits)?;
    let mut digits = vec![FORMAT, version];
    digits.extend(layout.write(session)?);
    let check = checksum::of(&digits);
    digits.extend(check);
    Some(digits)
}

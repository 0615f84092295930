//! The result code: a session's answers in a few characters that can be typed, told and linked.
//!
//! A code is a row of digits to the base 32 (`alphabet.rs`): the form's version, the questionnaire's version, the
//! answers as one number in mixed radix (`layout.rs`, `radix.rs`), and three check digits (`checksum.rs`). With
//! the shipped questionnaire these are 1 + 1 + 11 + 3 = 16; a second customer group adds 8, a plan 6. Names are
//! never in it: they are personal, and codes end up in forms and links.
//!
//! It is canonical: one state has one code, on every door, and no other text reads as that state.

mod alphabet;
mod checksum;
mod error;
mod layout;
mod radix;

use crate::assessment::{Instrument, Session};
use layout::Layout;
use std::rc::Rc;

pub use error::CodeError;

/// The version of this form.
const FORMAT: u8 = 1;
/// Digits before the answers: the two versions.
const VERSIONS: usize = 2;

/// The code of a session's answers.
///
/// In it: who the visitor sells to, the runs there are, with "don't know" and what counts double, and the
/// foundations. Not in it: names, the page shown, and the answers of a second run that isn't there.
#[derive(Clone, Copy, Debug)]
pub struct ResultCode;

impl ResultCode {
    /// The code, in upper case and without groups; empty where nothing was answered and nothing chosen.
    ///
    /// `version` is the questionnaire's. One digit holds it, so there are codes for 1 to 31; beyond, and for an
    /// instrument whose answers don't fit into a code, it is empty too: that needs another form.
    pub fn of(version: u32, session: &Session) -> String {
        digits(version, session).map_or_else(String::new, |digits| alphabet::write(&digits))
    }

    /// A code in groups of four, to be read aloud and typed: `ABCD-EFGH-JKMN-PQRS`.
    pub fn grouped(code: &str) -> String {
        alphabet::grouped(code)
    }

    /// The session of a code: at its result if anything was answered, else at the intro.
    ///
    /// Lower case, full-width characters, `I` or `L` for 1 and `O` for 0 are read; blanks, dashes and what nobody sees
    /// are passed over. `version` is the questionnaire's.
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
        // Whatever a reader lets pass, a state has one code.
        match digits(version, &session) {
            Some(digits) if digits == written => Ok(session),
            _ => Err(CodeError::Malformed),
        }
    }
}

/// The digits of a session's code; none where there is no code.
fn digits(version: u32, session: &Session) -> Option<Vec<u8>> {
    let version = u8::try_from(version).ok().filter(|version| (1..radix::BASE).contains(version))?;
    let layout = Layout::of(session.instrument()).filter(Layout::fits)?;
    let mut digits = vec![FORMAT, version];
    digits.extend(layout.write(session)?);
    let check = checksum::of(&digits);
    digits.extend(check);
    Some(digits)
}

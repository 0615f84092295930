//! Reads the widget's JSON file back into a session.
//!
//! Only the code and the groups' names count; the answers are for other programs. The shell has the browser
//! parse the JSON and passes the values; this module never sees the text of a file.

mod error;

use super::{CodeError, ResultCode};
use crate::assessment::{Instrument, Session};
use std::rc::Rc;

pub use error::{FileError, Place};

/// The largest file accepted, in bytes; one with everything in it is about 5 kB.
pub const LARGEST_FILE: u32 = 256 * 1024;

/// The relevant values of a result file, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ResultFile {
    /// The id of the questionnaire that was answered.
    pub id: String,
    /// The questionnaire's version.
    pub version: u32,
    /// The version of the file's format.
    pub form: u32,
    /// The result code; `None` in a file without the answers.
    pub code: Option<String>,
    /// The groups' names; empty if none was typed.
    pub names: [String; 2],
}

impl ResultFile {
    /// Reads the file's session, at its result. `id` and `version` are the questionnaire's.
    pub fn session(
        &self,
        instrument: &Rc<Instrument>,
        (id, version): (&str, u32),
    ) -> Result<Session, FileError> {
        if self.id != id {
            return Err(FileError::Foreign);
        }
        if self.form > super::detail::VERSION {
            return Err(FileError::Code(CodeError::NewerFormat));
        }
        if self.version != version {
            return Err(FileError::Code(CodeError::OtherInstrument { version: self.version }));
        }
        let code = self.code.as_deref().ok_or(FileError::NoCode)?;
        let session = ResultCode::read(code, instrument, version).map_err(FileError::Code)?;
        if !session.has_answers() {
            return Err(FileError::Code(CodeError::Empty));
        }
        let mut names = self.names.clone();
        // A session with one group has one name.
        names.iter_mut().skip(session.runs().len()).for_each(String::clear);
        Ok(session.named(names))
    }
}

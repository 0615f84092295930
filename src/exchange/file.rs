//! The file that the widget writes, read back into a session.
//!
//! What counts in it is the code, with the groups' names beside it; the answers stand there for other programs. The
//! shell has its browser read the JSON, and hands over what counts: this module sees no file's text.

mod error;

use super::{CodeError, ResultCode};
use crate::assessment::{Instrument, Session};
use std::rc::Rc;

pub use error::{FileError, Place};

/// The most that a file may measure, in bytes; one with everything in it takes some 5 kB.
pub const LARGEST_FILE: u32 = 256 * 1024;

/// What counts in a file with a result, as it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ResultFile {
    /// The id of the questionnaire that was answered.
    pub id: String,
    /// The questionnaire's version.
    pub version: u32,
    /// The version of the file's form.
    pub form: u32,
    /// The result code; none in a file without the answers.
    pub code: Option<String>,
    /// The groups' names; empty where none was typed.
    pub names: [String; 2],
}

impl ResultFile {
    /// The file's session: at its result. `id` and `version` are the questionnaire's.
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
        // Of one group there is one name.
        names.iter_mut().skip(session.runs().len()).for_each(String::clear);
        Ok(session.named(names))
    }
}

//! What the custom element asks of a result, as ways into the second part of the program (`view/later.rs` says what
//! that is): whoever calls these looks first whether it is there.

use super::detail::{self, Edition, Extent};
use super::{CodeError, ResultCode, SavedError, SavedSession};
use crate::assessment::{Instrument, Session};
use std::rc::Rc;

/// See [`SavedSession::load`].
#[inline(never)]
pub fn load(text: &str, instrument: &Rc<Instrument>, version: u32) -> Result<Session, SavedError> {
    SavedSession::load(text, instrument, version)
}

/// See [`ResultCode::read`].
#[inline(never)]
pub fn read(code: &str, instrument: &Rc<Instrument>, version: u32) -> Result<Session, CodeError> {
    ResultCode::read(code, instrument, version)
}

/// The result code in its groups.
#[inline(never)]
pub fn code(session: &Session, version: u32) -> String {
    ResultCode::grouped(&ResultCode::of(version, session))
}

/// See [`detail::complete`].
#[inline(never)]
pub fn complete(session: &Session, edition: Edition, extent: Extent) -> String {
    detail::complete(session, edition, extent)
}

//! The file that the widget writes, read back into a session.
//!
//! What counts in it is the code, with the groups' names beside it. The answers stand there for other programs; where
//! they say something else than the code, someone has changed the file, and it is refused. What else is in it is
//! passed over, once it is sound JSON.

mod error;
mod reader;

use super::{CodeError, ResultCode};
use crate::assessment::{DimensionId, Instrument, Position, Response, Run, RunState, Session};
use std::rc::Rc;

pub use error::{FileError, Place};
use reader::{Node, Value};

/// The most that a file may measure, in bytes; one with everything in it takes some 5 kB.
pub const LARGEST_FILE: usize = 256 * 1024;

/// A result as a file.
#[derive(Clone, Copy, Debug)]
pub struct ResultFile;

impl ResultFile {
    /// The session of a file: at its result. `id` and `version` are the questionnaire's.
    pub fn read(
        text: &str,
        instrument: &Rc<Instrument>,
        (id, version): (&str, u32),
    ) -> Result<Session, FileError> {
        if text.len() > LARGEST_FILE {
            return Err(FileError::TooLarge);
        }
        let file = reader::read(text)?;
        check_kind(text, &file, id, version)?;
        let code = file.get("code").and_then(Node::text).ok_or(FileError::NoCode)?;
        let session = ResultCode::read(code, instrument, version).map_err(FileError::Code)?;
        if !session.has_answers() {
            return Err(FileError::Code(CodeError::Empty));
        }
        let session = check_results(text, &file, session)?;
        if let Some(given) = file.get("foundations") {
            let answers = &session.run(Run::First).answers;
            let ids = instrument.foundations().iter().map(|known| known.id);
            let known = ids.map(|id| (id.as_str(), answers.foundation(instrument, id)));
            check_answers(text, given, &known.collect::<Vec<_>>())?;
        }
        Ok(session)
    }
}

/// The form and the questionnaire must be those known here.
fn check_kind(text: &str, file: &Node, id: &str, version: u32) -> Result<(), FileError> {
    let form = file.get("version").and_then(Node::number).ok_or(FileError::Foreign)?;
    let instrument = file.get("instrument").ok_or(FileError::Foreign)?;
    if instrument.get("id").and_then(Node::text) != Some(id) {
        return Err(FileError::Foreign);
    }
    if form > super::detail::VERSION {
        return Err(FileError::Code(CodeError::NewerFormat));
    }
    match instrument.get("version") {
        Some(known) if known.number() == Some(version) => Ok(()),
        Some(Node { value: Value::Number(Some(other)), .. }) => {
            Err(FileError::Code(CodeError::OtherInstrument { version: *other }))
        }
        other => Err(differs(text, other.unwrap_or(instrument))),
    }
}

/// The session with the names of its groups, once the answers of each are those of the code.
fn check_results(text: &str, file: &Node, session: Session) -> Result<Session, FileError> {
    let Some(results) = file.get("results") else { return Ok(session) };
    let list = results.list().filter(|list| list.len() == session.runs().len());
    let list = list.ok_or_else(|| differs(text, results))?;
    let instrument = session.instrument();
    let mut runs = [Run::First, Run::Second].map(|run| session.run(run).clone());
    for (result, RunState { name, answers }) in list.iter().zip(&mut runs) {
        if let Some(given) = result.get("answers") {
            let ids = instrument.items().iter().map(|item| item.id);
            let known = ids.map(|id| (id.as_str(), answers.item(instrument, id)));
            check_answers(text, given, &known.collect::<Vec<_>>())?;
        }
        if let Some(given) = result.get("doubled") {
            check_doubled(text, given, answers.doubled(instrument).collect())?;
        }
        match result.get("name") {
            Some(Node { value: Value::Text(given), .. }) => name.clone_from(given),
            None | Some(Node { value: Value::Null, .. }) => {}
            Some(other) => return Err(differs(text, other)),
        }
    }
    Ok(session.named(runs.map(|run| run.name)))
}

/// Answers by their ids must be these.
fn check_answers(text: &str, given: &Node, known: &[(&str, Option<Response>)]) -> Result<(), FileError> {
    let entries = given.object().ok_or_else(|| differs(text, given))?;
    for (id, node) in entries {
        let response = match &node.value {
            Value::Null => Some(None),
            Value::Text(text) if text == "dont-know" => Some(Some(Response::DontKnow)),
            Value::Number(Some(number)) => response(*number).map(Some),
            _ => None,
        };
        let is_known = known.iter().any(|(known, answer)| known == id && Some(*answer) == response);
        if !is_known {
            return Err(differs(text, node));
        }
    }
    Ok(())
}

fn response(number: u32) -> Option<Response> {
    let position = Position::new(u8::try_from(number).ok()?)?;
    Some(Response::At(position))
}

/// The dimensions that count double must be these.
fn check_doubled(text: &str, given: &Node, known: Vec<DimensionId>) -> Result<(), FileError> {
    let is_same = given.list().is_some_and(|list| {
        let mut pairs = list.iter().zip(&known);
        list.len() == known.len() && pairs.all(|(node, id)| node.text() == Some(id.as_str()))
    });
    if is_same { Ok(()) } else { Err(differs(text, given)) }
}

/// The file says something else here than its code.
fn differs(text: &str, node: &Node) -> FileError {
    FileError::Differs { at: reader::place(text, node.at) }
}

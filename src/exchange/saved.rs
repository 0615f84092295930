//! A whole session as text, to resume it on the same device after a crash or on another day.
//!
//! One thing per line: the versions of the format and the questionnaire; the opener; each run's items,
//! followed by the weights of its dimensions; the foundations; the plan's marks; the groups' names; then the
//! pages, from the first one to the one shown. A name contains no line break, so it needs no escaping.
//!
//! ```text
//! session 1 1
//! both per-group
//! 04?--------- 112111
//! ------------ 111111
//! ----
//! w-------d--n-
//! Bakers
//!
//! intro
//! item 1 audience-size
//! item 1 relationship-length
//! ```

mod answers;
mod error;
mod page;
mod plan;

use crate::assessment::{Grouping, Instrument, Run, RunState, SellsTo, Session};
use std::rc::Rc;

pub use error::SavedError;

/// The version of this format.
const FORMAT: u32 = 1;
/// The start of every saved session.
const KIND: &str = "session";

/// The words for the opener.
const OPENERS: [(&str, Option<SellsTo>); 5] = [
    ("unsaid", None),
    ("companies", Some(SellsTo::Companies)),
    ("consumers", Some(SellsTo::Consumers)),
    ("both", Some(SellsTo::Both)),
    ("unknown", Some(SellsTo::Unknown)),
];

/// The words for the grouping.
const GROUPINGS: [(&str, Grouping); 2] =
    [("per-group", Grouping::PerGroup), ("together", Grouping::Together)];

/// A whole session: answers, plan, names, the page shown and the trail.
///
/// Leaves out the answers set aside by "start again", so that starting over also clears the device; whether
/// the question shown asks back for an answer; and the changes at the result that could be undone.
#[derive(Clone, Copy, Debug)]
pub struct SavedSession;

impl SavedSession {
    /// The text of a session; `version` is the questionnaire's.
    pub fn save(session: &Session, version: u32) -> String {
        let instrument = session.instrument();
        let first = session.run(Run::First);
        let second = session.run(Run::Second);
        let sells_to = word(&OPENERS, &session.sells_to());
        let mut text =
            format!("{KIND} {FORMAT} {version}\n{sells_to} {}", word(&GROUPINGS, &session.grouping()));
        for line in [
            answers::write_run(instrument, &first.answers),
            answers::write_run(instrument, &second.answers),
            answers::write_foundations(instrument, &first.answers),
            plan::write(instrument, session.plan()),
        ] {
            push_line(&mut text, &line);
        }
        push_line(&mut text, &first.name);
        push_line(&mut text, &second.name);
        for page in session.trail().iter().chain([session.stage()]) {
            push_line(&mut text, &page::write(page));
        }
        text
    }

    /// Reads the session of a text, in full or not at all; `version` is the questionnaire's.
    pub fn load(text: &str, instrument: &Rc<Instrument>, version: u32) -> Result<Session, SavedError> {
        let mut lines = Lines { rest: text.split('\n').peekable(), number: 0 };
        let (format, saved) = lines.read(read_versions)?;
        match format {
            FORMAT if saved == version => {}
            FORMAT => return Err(SavedError::OtherInstrument { version: saved }),
            _ => return Err(SavedError::NewerFormat),
        }
        let (sells_to, grouping) = lines.read(read_opener)?;
        let mut first = lines.read(|line| answers::read_run(instrument, line))?;
        let mut second = lines.read(|line| answers::read_run(instrument, line))?;
        lines.read(|line| answers::read_foundations(instrument, line, [&mut first, &mut second]))?;
        let plan = lines.read(|line| plan::read(instrument, line))?;
        let first = RunState { name: lines.read(owned)?, answers: first };
        let second = RunState { name: lines.read(owned)?, answers: second };
        let mut trail = Vec::new();
        let mut shown = lines.read(|line| page::read(instrument, line))?;
        while lines.are_left() {
            trail.push(std::mem::replace(&mut shown, lines.read(|line| page::read(instrument, line))?));
        }
        let session = Session::restored(Rc::clone(instrument), sells_to, grouping, [first, second]);
        let session = session.and_then(|session| session.with_plan(plan));
        session.and_then(|session| session.resumed(shown, trail)).ok_or(SavedError::Contradictory)
    }
}

/// The lines of a text, counted for error messages.
struct Lines<'a> {
    rest: std::iter::Peekable<std::str::Split<'a, char>>,
    number: usize,
}

impl<'a> Lines<'a> {
    /// Reads the next line.
    fn read<T>(&mut self, read: impl FnOnce(&'a str) -> Option<T>) -> Result<T, SavedError> {
        self.number += 1;
        self.rest.next().and_then(read).ok_or(SavedError::Malformed { line: self.number })
    }

    fn are_left(&mut self) -> bool {
        self.rest.peek().is_some()
    }
}

fn push_line(text: &mut String, line: &str) {
    text.push('\n');
    text.push_str(line);
}

/// The versions of the format and the questionnaire; there is no format 0.
fn read_versions(line: &str) -> Option<(u32, u32)> {
    let (format, version) = line.strip_prefix(KIND)?.strip_prefix(' ')?.split_once(' ')?;
    let format = format.parse().ok().filter(|&format| format > 0)?;
    Some((format, version.parse().ok()?))
}

fn read_opener(line: &str) -> Option<(Option<SellsTo>, Grouping)> {
    let (sells_to, grouping) = line.split_once(' ')?;
    Some((meaning(&OPENERS, sells_to)?, meaning(&GROUPINGS, grouping)?))
}

fn owned(line: &str) -> Option<String> {
    Some(line.to_owned())
}

fn word<T: PartialEq>(words: &[(&'static str, T)], meant: &T) -> &'static str {
    words.iter().find(|(_, meaning)| meaning == meant).map_or("", |(word, _)| word)
}

fn meaning<T: Copy>(words: &[(&str, T)], written: &str) -> Option<T> {
    words.iter().find(|(word, _)| *word == written).map(|&(_, meaning)| meaning)
}

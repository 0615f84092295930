//! What a session exposes to the host: the page shown, and the completed result.

use super::{Progress, Run, Session, Stage};

/// The page shown, as plain values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// The page's kind: `intro`, `item`, `halfway`, `handover`, `foundation` or `result`.
    pub page: &'static str,
    /// The slug of the item or foundation asked; `None` on other pages.
    pub id: Option<&'static str>,
    /// The question's number among its kind, from 1; `None` on other pages.
    pub number: Option<usize>,
    /// The number of questions of its kind; `None` on other pages.
    pub of: Option<usize>,
    /// The run the page belongs to; the first if it belongs to none.
    pub run: Run,
}

/// A result that was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The session at its result; [`Session::outcome`] gives the outcome of each of its runs.
    pub session: Session,
}

impl Session {
    /// The page shown, as plain values.
    pub fn step(&self) -> Step {
        let (page, id, run) = match &self.stage {
            Stage::Intro => ("intro", None, Run::First),
            Stage::Asking { run, item, .. } => ("item", Some(item.as_str()), *run),
            Stage::Halfway { run } => ("halfway", None, *run),
            Stage::Handover => ("handover", None, Run::First),
            Stage::Founding { foundation, .. } => ("foundation", Some(foundation.as_str()), Run::First),
            Stage::Result { run } => ("result", None, *run),
        };
        let (number, of) = self.progress().map(|Progress { number, of }| (number, of)).unzip();
        Step { page, id, number, of, run }
    }
}

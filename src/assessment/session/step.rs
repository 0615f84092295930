//! What a session tells about itself: the page shown, and that the result is there.

use super::{Progress, Run, Session, Stage};

/// The page that is shown, in plain values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// The page's kind: `intro`, `item`, `halfway`, `handover`, `foundation` or `result`.
    pub page: &'static str,
    /// The slug of the item or foundation asked; other pages have none.
    pub id: Option<&'static str>,
    /// The question's number among its kind, from 1; other pages have none.
    pub number: Option<usize>,
    /// How many questions of its kind there are; none where there is no number.
    pub of: Option<usize>,
    /// Whose run the page belongs to; the first where it belongs to none.
    pub run: Run,
}

/// A result that was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The session as it stands at its result; what it comes to is [`Session::outcome`] of each of its runs.
    pub session: Session,
}

impl Session {
    /// The page that is shown, in plain values.
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

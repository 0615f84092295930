//! Changes made at the result, without leaving the page: answers, weights and the plan.

use super::{Effect, Run, RunState, Session, Stage};
use crate::assessment::{
    Answers, AnswersError, DimensionId, FoundationId, Instrument, ItemId, Mark, Outcome, Response, TacticId,
};

/// The maximum number of undo steps. Beyond it, the oldest merge, so the last undo restores the first state.
const MOST_REVISIONS: usize = 100;

/// A change to the runs, given the run of the open result.
type Change<'a> = dyn Fn(&Instrument, &mut [RunState; 2], Run) -> Result<(), AnswersError> + 'a;

impl Session {
    /// A run's answers when the result was opened; `None` if no answer or weight has changed since.
    pub fn before_revision(&self, run: Run) -> Option<&Answers> {
        Some(&self.revisions.first()?[run as usize])
    }

    /// A run's outcome when the result was opened; `None` if no answer or weight has changed since.
    pub fn outcome_before_revision(&self, run: Run) -> Option<Outcome> {
        Some(Outcome::of(&self.instrument, self.before_revision(run)?))
    }

    pub(super) fn revise_item(&mut self, item: ItemId, response: Response) -> Vec<Effect> {
        self.revise(&|instrument, runs, open| {
            runs[open as usize].answers.set_item(instrument, item, Some(response))
        })
    }

    pub(super) fn revise_foundation(&mut self, id: FoundationId, response: Response) -> Vec<Effect> {
        self.revise(&|instrument, runs, _| {
            runs.iter_mut().try_for_each(|run| run.answers.set_foundation(instrument, id, Some(response)))
        })
    }

    /// Makes a dimension count double or once in the open result; a third one can't count double.
    pub(super) fn weigh(&mut self, dimension: DimensionId, counts_double: bool) -> Vec<Effect> {
        self.revise(&|instrument, runs, open| {
            let answers = &mut runs[open as usize].answers;
            if counts_double {
                answers.double(instrument, dimension)
            } else {
                answers.undouble(instrument, dimension)
            }
        })
    }

    /// Undoes the last change and opens the result it was made in. Only the result page has changes to undo:
    /// entering another page drops them.
    pub(super) fn undo_revision(&mut self) -> Vec<Effect> {
        let Some(answers) = self.revisions.pop() else { return Vec::new() };
        let differs = |run: Run| self.runs[run as usize].answers != answers[run as usize];
        if let Stage::Result { run } = self.stage
            && !differs(run)
            && let Some(&other) = self.runs().iter().find(|&&other| differs(other))
        {
            self.stage = Stage::Result { run: other };
        }
        for (run, answers) in self.runs.iter_mut().zip(answers) {
            run.answers = answers;
        }
        Vec::new()
    }

    /// Marks a tactic or removes its mark. A tactic that was in the plan moves there, and its control with it.
    pub(super) fn mark_tactic(&mut self, tactic: TacticId, mark: Option<Mark>) -> Vec<Effect> {
        let Stage::Result { .. } = self.stage else { return Vec::new() };
        let before = self.plan.mark(&self.instrument, tactic);
        // An unknown tactic is not on the page, so the visitor can't have marked it.
        let is_marked = before != mark && self.plan.set_mark(&self.instrument, tactic, mark).is_ok();
        if is_marked && before.is_some() { vec![Effect::FocusPlan] } else { Vec::new() }
    }

    /// Changes the answers at the result. A change that fails or has no effect is not a revision.
    fn revise(&mut self, change: &Change) -> Vec<Effect> {
        let Stage::Result { run } = self.stage else { return Vec::new() };
        let before = self.runs.each_ref().map(|run| run.answers.clone());
        let is_known = change(&self.instrument, &mut self.runs, run).is_ok();
        let has_changed = self.runs.iter().zip(&before).any(|(run, before)| run.answers != *before);
        if is_known && has_changed {
            if self.revisions.len() == MOST_REVISIONS {
                // The first one holds the answers as they were when the result was opened.
                self.revisions.remove(1);
            }
            self.revisions.push(before);
        }
        Vec::new()
    }
}

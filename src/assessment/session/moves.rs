//! What each event does to a session. Events that the current page doesn't offer change nothing.

use super::{Effect, Event, Prompt, Route, Run, Session, Stage, group_name};
use crate::assessment::{FoundationId, ItemId, Response};
use std::rc::Rc;

impl Session {
    /// Applies an event and returns the effects to carry out after the page is drawn.
    pub fn apply(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::SellsToGiven(sells_to) => self.note(|session| session.sells_to = Some(sells_to)),
            Event::GroupingChosen(grouping) => self.note(|session| session.grouping = grouping),
            Event::GroupNamed(run, name) => self.name_group(run, &name),
            Event::Started => self.start(),
            Event::Answered(item, response) => self.answer_item(item, response),
            Event::FoundationAnswered(foundation, response) => self.answer_foundation(foundation, response),
            Event::Continued => self.advance(),
            Event::ErrorFollowed => self.follow_error(),
            Event::SteppedBack => self.step_back(),
            Event::ResultRequested => self.show_result(),
            Event::Restarted => self.restart(),
            Event::Returned => self.return_to_put_aside(),
            Event::ReviewRequested(items) => self.review(items),
            Event::FoundationsRequested => self.ask_foundations(),
            Event::ResultOpened(run) => self.open_result(run),
            Event::PaperAnswersGiven(answers) => self.take_paper_answers(answers),
            Event::AnswerRevised(item, response) => self.revise_item(item, response),
            Event::FoundationRevised(foundation, response) => self.revise_foundation(foundation, response),
            Event::Weighed(dimension, counts_double) => self.weigh(dimension, counts_double),
            Event::RevisionUndone => self.undo_revision(),
            Event::TacticMarked(tactic, mark) => self.mark_tactic(tactic, mark),
        }
    }

    /// Changes a setting of the intro; a late click from another page changes nothing.
    fn note(&mut self, change: impl FnOnce(&mut Session)) -> Vec<Effect> {
        if matches!(self.stage, Stage::Intro) {
            change(self);
        }
        Vec::new()
    }

    fn name_group(&mut self, run: Run, name: &str) -> Vec<Effect> {
        let name = group_name::short_name(name);
        self.note(|session| session.run_mut(run).name = name)
    }

    fn start(&mut self) -> Vec<Effect> {
        match (&self.stage, self.instrument.items().first()) {
            (Stage::Intro, Some(first)) => {
                let stage = Stage::asking(Run::First, first.id, Route::Forward);
                let mut effects = vec![Effect::Started];
                effects.extend(self.enter(stage));
                effects
            }
            _ => Vec::new(),
        }
    }

    /// Skips the intro for hosts that don't show it: returns no effects, and keeps the session put aside.
    pub fn pass_intro(&mut self) {
        let put_aside = self.put_aside.take();
        self.start();
        self.put_aside = put_aside;
    }

    fn answer_item(&mut self, answered: ItemId, response: Response) -> Vec<Effect> {
        // A double click or a late event can name an item that is no longer shown; ignore it.
        if let Stage::Asking { run, item, prompt, .. } = &mut self.stage
            && *item == answered
        {
            *prompt = Prompt::Plain;
            let run = *run;
            let instrument = Rc::clone(&self.instrument);
            // The item is shown, so the instrument has it.
            let _ = self.run_mut(run).answers.set_item(&instrument, answered, Some(response));
        }
        Vec::new()
    }

    fn answer_foundation(&mut self, answered: FoundationId, response: Response) -> Vec<Effect> {
        if let Stage::Founding { foundation, prompt } = &mut self.stage
            && *foundation == answered
        {
            *prompt = Prompt::Plain;
            for run in &mut self.runs {
                // The foundation is shown, so the instrument has it.
                let _ = run.answers.set_foundation(&self.instrument, answered, Some(response));
            }
        }
        Vec::new()
    }

    fn advance(&mut self) -> Vec<Effect> {
        if self.is_answer_needed() {
            if let Stage::Asking { prompt, .. } | Stage::Founding { prompt, .. } = &mut self.stage {
                *prompt = Prompt::AnswerNeeded;
            }
            return vec![Effect::FocusError];
        }
        match self.next_stage() {
            Some(stage) => self.enter(stage),
            None => Vec::new(),
        }
    }

    fn follow_error(&self) -> Vec<Effect> {
        if self.is_asking_back() { vec![Effect::FocusAnswer] } else { Vec::new() }
    }

    fn step_back(&mut self) -> Vec<Effect> {
        match self.trail.pop() {
            Some(stage) => {
                self.leave_page();
                self.stage = stage;
                self.entered()
            }
            None => Vec::new(),
        }
    }

    fn show_result(&mut self) -> Vec<Effect> {
        match self.stage {
            Stage::Halfway { run } => self.enter(Stage::Result { run }),
            Stage::Founding { .. } => {
                let run = self.last_result();
                self.enter(Stage::Result { run })
            }
            _ => Vec::new(),
        }
    }

    /// Starts over with a new session and puts this one aside. A no-op at the intro.
    fn restart(&mut self) -> Vec<Effect> {
        if matches!(self.stage, Stage::Intro) {
            return Vec::new();
        }
        let fresh = Session::new(Rc::clone(&self.instrument));
        let before = std::mem::replace(self, fresh);
        self.put_aside = Some(Box::new(Session { put_aside: None, ..before }));
        let mut effects = vec![Effect::Restarted];
        effects.extend(self.entered());
        effects
    }

    /// Replaces this session by another one. This session is put aside if it has answers or if it replaced a
    /// session that can still be restored.
    pub fn give_way_to(&mut self, other: Session) {
        let mut before = std::mem::replace(self, other);
        if before.has_answers() {
            before.put_aside = None;
        } else if !before.can_return() {
            return;
        }
        self.put_aside = Some(Box::new(before));
    }

    fn return_to_put_aside(&mut self) -> Vec<Effect> {
        match self.put_aside.take() {
            Some(session) => {
                *self = *session;
                self.entered()
            }
            None => Vec::new(),
        }
    }

    /// Drops the undo steps and the session put aside: they last only while their page is shown.
    fn leave_page(&mut self) {
        self.revisions.clear();
        self.put_aside = None;
    }

    /// Goes to a page. The trail never holds a page twice, and a finished review is removed from it, so
    /// stepping back never runs in circles.
    pub(super) fn enter(&mut self, stage: Stage) -> Vec<Effect> {
        self.leave_page();
        let left = std::mem::replace(&mut self.stage, stage);
        self.trail.push(left.anew());
        let entered = &self.stage;
        let is_over = matches!(entered, Stage::Result { .. });
        self.trail.retain(|passed| !(passed.is_same_page(entered) || is_over && passed.is_review()));
        self.entered()
    }

    /// The effects after any page change: facts first, focus last.
    pub(super) fn entered(&self) -> Vec<Effect> {
        match self.stage {
            Stage::Result { .. } => vec![Effect::Entered, Effect::Completed, Effect::FocusHeading],
            _ => vec![Effect::Entered, Effect::FocusHeading],
        }
    }
}

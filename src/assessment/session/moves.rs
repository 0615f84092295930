//! What each event does to a session. Every handler is total: what a page doesn't offer changes nothing.

use super::{Effect, Event, Prompt, Route, Run, Session, Stage, group_name};
use crate::assessment::{FoundationId, ItemId, Response};
use std::rc::Rc;

impl Session {
    /// Takes in what has happened, and returns what the shell is to do once the page is drawn.
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
            Event::RestartUndone => self.undo_restart(),
            event => self.apply_at_result(event),
        }
    }

    /// Changes something the intro asks; a late click from another page changes nothing.
    fn note(&mut self, change: impl FnOnce(&mut Session)) -> Vec<Effect> {
        if matches!(self.stage, Stage::Intro { .. }) {
            change(self);
        }
        Vec::new()
    }

    fn name_group(&mut self, run: Run, name: &str) -> Vec<Effect> {
        let name = group_name::short_name(name);
        self.note(|session| session.run_mut(run).name = name)
    }

    fn start(&mut self) -> Vec<Effect> {
        match (&mut self.stage, self.instrument.items().first()) {
            (Stage::Intro { discarded }, Some(first)) => {
                *discarded = None;
                let stage = Stage::asking(Run::First, first.id, Route::Forward);
                let mut effects = vec![Effect::Started];
                effects.extend(self.enter(stage));
                effects
            }
            _ => Vec::new(),
        }
    }

    fn answer_item(&mut self, answered: ItemId, response: Response) -> Vec<Effect> {
        // A double click or a late event can name an item that is no longer shown: it changes nothing.
        if let Stage::Asking { run, item, prompt, .. } = &mut self.stage
            && *item == answered
        {
            *prompt = Prompt::Plain;
            let run = *run;
            let instrument = Rc::clone(&self.instrument);
            // The item is on screen, so the instrument has it.
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
                // The foundation is on screen, so the instrument has it.
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
                self.revisions.clear();
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
                let run = self.last_report();
                self.enter(Stage::Result { run })
            }
            _ => Vec::new(),
        }
    }

    /// Begins anew; the answers are put aside. At the intro there is nothing to begin anew from.
    fn restart(&mut self) -> Vec<Effect> {
        if matches!(self.stage, Stage::Intro { .. }) {
            return Vec::new();
        }
        let fresh = Session::new(Rc::clone(&self.instrument));
        let discarded = std::mem::replace(self, fresh);
        self.stage = Stage::Intro { discarded: Some(Box::new(discarded)) };
        let mut effects = vec![Effect::Restarted];
        effects.extend(self.entered());
        effects
    }

    fn undo_restart(&mut self) -> Vec<Effect> {
        match &mut self.stage {
            Stage::Intro { discarded } => match discarded.take() {
                Some(session) => {
                    *self = *session;
                    self.entered()
                }
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Goes to a page. No page stands in the trail twice, and a review leaves it once it is over, so the way
    /// back never runs in circles.
    pub(super) fn enter(&mut self, stage: Stage) -> Vec<Effect> {
        self.revisions.clear();
        let left = std::mem::replace(&mut self.stage, stage);
        self.trail.push(left.anew());
        let entered = &self.stage;
        let is_over = matches!(entered, Stage::Result { .. });
        self.trail.retain(|passed| !(passed.is_same_page(entered) || is_over && passed.is_review()));
        self.entered()
    }

    /// What is asked for once another page is shown, whichever way it was entered: facts first, focus last.
    pub(super) fn entered(&self) -> Vec<Effect> {
        match self.stage {
            Stage::Result { .. } => vec![Effect::Entered, Effect::Completed, Effect::FocusHeading],
            _ => vec![Effect::Entered, Effect::FocusHeading],
        }
    }
}

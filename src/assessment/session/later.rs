//! What each event does that only a result gives rise to, or a sheet of paper.
//!
//! The module for the browser is split here: [`Session::apply_at_result`], and what only it calls, come with the
//! second part of the program.

use super::{Effect, Event, Route, Run, Session, Stage};
use crate::assessment::{Answers, ItemId};

impl Session {
    /// Takes in what has happened at a result. Every handler is total, as the others are.
    #[inline(never)]
    pub(super) fn apply_at_result(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::ReviewRequested(items) => self.review(items),
            Event::FoundationsRequested => self.ask_foundations(),
            Event::ReportOpened(run) => self.open_report(run),
            Event::SheetTyped(answers) => self.take_sheet(answers),
            Event::AnswerRevised(item, response) => self.revise_item(item, response),
            Event::FoundationRevised(foundation, response) => self.revise_foundation(foundation, response),
            Event::Weighed(dimension, counts_double) => self.weigh(dimension, counts_double),
            Event::RevisionUndone => self.undo_revision(),
            Event::TacticMarked(tactic, mark) => self.mark_tactic(tactic, mark),
            // Seen to before.
            _ => Vec::new(),
        }
    }

    /// Takes over answers that were given on paper, and shows what they come to. With two groups they are the first
    /// group's. Answers that were there before can be taken back at the result.
    fn take_sheet(&mut self, answers: Answers) -> Vec<Effect> {
        let is_offered = matches!(self.stage, Stage::Intro { .. }) && answers.fit(&self.instrument);
        if !is_offered || answers.is_blank() {
            return Vec::new();
        }
        let before = self.has_answers().then(|| self.runs.each_ref().map(|run| run.answers.clone()));
        self.runs[1].answers.take_foundations(&answers);
        self.runs[0].answers = answers;
        *self = Session { revisions: before.into_iter().collect(), ..self.clone().at_result() };
        let mut effects = vec![Effect::Started];
        effects.extend(self.entered());
        effects
    }

    fn review(&mut self, items: Vec<ItemId>) -> Vec<Effect> {
        let Stage::Result { run } = self.stage else { return Vec::new() };
        let mut known = Vec::new();
        for item in items {
            // An item named twice would be the same page again: "next" would seem to do nothing.
            if self.instrument.item(item).is_some() && !known.contains(&item) {
                known.push(item);
            }
        }
        match known.split_first() {
            Some((&first, rest)) => {
                let stage = Stage::asking(run, first, Route::Review(rest.to_vec()));
                self.enter(stage)
            }
            None => Vec::new(),
        }
    }

    fn ask_foundations(&mut self) -> Vec<Effect> {
        match (&self.stage, self.first_foundation()) {
            (Stage::Result { .. }, Some(stage)) => self.enter(stage),
            _ => Vec::new(),
        }
    }

    fn open_report(&mut self, opened: Run) -> Vec<Effect> {
        let exists = self.runs().contains(&opened);
        if let Stage::Result { run } = &mut self.stage
            && exists
        {
            *run = opened;
        }
        Vec::new()
    }
}

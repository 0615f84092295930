//! Ways to the result without the questions, and from the result to other pages.

use super::{Effect, Route, Run, Session, Stage};
use crate::assessment::{Answers, ItemId};

impl Session {
    /// Uses paper answers and shows their result. With two groups, they are the answers of the first group.
    /// Earlier answers can be restored at the result.
    pub(super) fn take_paper_answers(&mut self, answers: Answers) -> Vec<Effect> {
        let is_offered = matches!(self.stage, Stage::Intro) && answers.fit(&self.instrument);
        if !is_offered || answers.is_blank() {
            return Vec::new();
        }
        let before = self.has_answers().then(|| self.runs.each_ref().map(|run| run.answers.clone()));
        self.runs[1].answers.take_foundations(&answers);
        self.runs[0].answers = answers;
        let at_result = self.clone().at_result();
        *self = Session { revisions: before.into_iter().collect(), put_aside: None, ..at_result };
        let mut effects = vec![Effect::Started];
        effects.extend(self.entered());
        effects
    }

    pub(super) fn review(&mut self, items: Vec<ItemId>) -> Vec<Effect> {
        let Stage::Result { run } = self.stage else { return Vec::new() };
        let mut known = Vec::new();
        for item in items {
            // A repeated item would lead to the same page again: "next" would seem to do nothing.
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

    pub(super) fn ask_foundations(&mut self) -> Vec<Effect> {
        match (&self.stage, self.first_foundation()) {
            (Stage::Result { .. }, Some(stage)) => self.enter(stage),
            _ => Vec::new(),
        }
    }

    pub(super) fn open_result(&mut self, opened: Run) -> Vec<Effect> {
        let exists = self.runs().contains(&opened);
        if let Stage::Result { run } = &mut self.stage
            && exists
        {
            *run = opened;
        }
        Vec::new()
    }
}

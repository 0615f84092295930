//! The order of the pages.

use super::{Route, Run, Session, Stage};
use crate::assessment::{Item, ItemId, Section};

impl Session {
    /// Whether the question shown has no response yet.
    pub(super) fn is_answer_needed(&self) -> bool {
        match &self.stage {
            Stage::Asking { run, item, .. } => self.run(*run).answers.item(&self.instrument, *item).is_none(),
            Stage::Founding { foundation, .. } => {
                self.runs[0].answers.foundation(&self.instrument, *foundation).is_none()
            }
            Stage::Intro | Stage::Halfway { .. } | Stage::Handover | Stage::Result { .. } => false,
        }
    }

    /// The page that "next" leads to; `None` if there is none.
    pub(super) fn next_stage(&self) -> Option<Stage> {
        let first = self.instrument.items().first()?.id;
        match &self.stage {
            Stage::Intro => None,
            Stage::Asking { run, route: Route::Review(rest), .. } => Some(match rest.split_first() {
                Some((&next, rest)) => Stage::asking(*run, next, Route::Review(rest.to_vec())),
                None => Stage::Result { run: *run },
            }),
            Stage::Asking { run, item, route: Route::Forward, .. } => self.after_item(*run, *item),
            Stage::Halfway { run } => {
                let rest = self.instrument.items().iter().find(|item| item.section == Section::Rest)?;
                Some(Stage::asking(*run, rest.id, Route::Forward))
            }
            Stage::Handover => Some(Stage::asking(Run::Second, first, Route::Forward)),
            Stage::Founding { foundation, .. } => {
                let mut after =
                    self.instrument.foundations().iter().skip_while(|asked| asked.id != *foundation).skip(1);
                Some(match after.next() {
                    Some(next) => Stage::founding(next.id),
                    None => Stage::Result { run: self.last_result() },
                })
            }
            Stage::Result { run } => self.first_unasked(*run),
        }
    }

    fn after_item(&self, run: Run, item: ItemId) -> Option<Stage> {
        let mut from = self.instrument.items().iter().skip_while(|asked| asked.id != item);
        let asked: &Item = from.next()?;
        Some(match from.next() {
            Some(next) if asked.section == Section::Core && next.section == Section::Rest => {
                Stage::Halfway { run }
            }
            Some(next) => Stage::asking(run, next.id, Route::Forward),
            None if run == Run::First && self.runs().contains(&Run::Second) => Stage::Handover,
            None => self.first_foundation().unwrap_or(Stage::Result { run: Run::First }),
        })
    }

    /// The first item of any run without a response; the run of the open result goes first.
    fn first_unasked(&self, open: Run) -> Option<Stage> {
        let others = self.runs().iter().copied().filter(|&run| run != open);
        std::iter::once(open)
            .chain(others)
            .find_map(|run| Some(Stage::asking(run, *self.unasked(run).first()?, Route::Forward)))
    }

    /// The run whose result was open last; the first run if no result has been open.
    pub(super) fn last_result(&self) -> Run {
        let mut results = self.trail.iter().rev().filter_map(|stage| match stage {
            Stage::Result { run } => Some(*run),
            _ => None,
        });
        results.next().unwrap_or_default()
    }

    pub(super) fn first_foundation(&self) -> Option<Stage> {
        self.instrument.foundations().first().map(|foundation| Stage::founding(foundation.id))
    }

    /// The session at its result. Its trail holds the intro, each question with a response, and the halfway
    /// or handover page that follows directly after one.
    pub(super) fn at_result(self) -> Session {
        let mut trail = vec![Stage::Intro];
        let halfway = self.instrument.items().iter().position(|item| item.section == Section::Rest);
        for &run in self.runs() {
            let answers = &self.run(run).answers;
            let mut is_passed = false;
            for (place, item) in self.instrument.items().iter().enumerate() {
                if is_passed && halfway == Some(place) {
                    trail.push(Stage::Halfway { run });
                }
                is_passed = answers.item(&self.instrument, item.id).is_some();
                if is_passed {
                    trail.push(Stage::asking(run, item.id, Route::Forward));
                }
            }
            if is_passed && run == Run::First && self.runs().contains(&Run::Second) {
                trail.push(Stage::Handover);
            }
        }
        for foundation in self.instrument.foundations() {
            if self.runs[0].answers.foundation(&self.instrument, foundation.id).is_some() {
                trail.push(Stage::founding(foundation.id));
            }
        }
        Session { stage: Stage::Result { run: Run::First }, trail, ..self }
    }
}

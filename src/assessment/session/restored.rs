//! Sessions restored from outside: from a result code or from a saved session.

use super::{Grouping, Route, RunState, SellsTo, Session, Stage, group_name};
use crate::assessment::{Instrument, ItemId, Plan};
use std::rc::Rc;

impl Session {
    /// A session with these answers: at its result if anything is answered, otherwise at the intro.
    ///
    /// Its trail holds the pages that lead to such answers. Names are cleaned up like typed ones. Returns
    /// `None` if the answers don't fit the instrument or the runs differ in their foundations.
    pub fn restored(
        instrument: Rc<Instrument>,
        sells_to: Option<SellsTo>,
        grouping: Grouping,
        runs: [RunState; 2],
    ) -> Option<Session> {
        let [first, second] = &runs;
        let fit = runs.iter().all(|run| run.answers.fit(&instrument));
        if !fit || !first.answers.agree_on_foundations(&second.answers) {
            return None;
        }
        let runs = runs.map(|run| RunState { name: group_name::short_name(&run.name), ..run });
        let session = Session { sells_to, grouping, runs, ..Session::new(instrument) };
        Some(if session.has_answers() { session.at_result() } else { session })
    }

    /// The same session with these group names, cleaned up like typed ones.
    pub fn named(self, names: [String; 2]) -> Session {
        let [mut first, mut second] = self.runs;
        first.name = group_name::short_name(&names[0]);
        second.name = group_name::short_name(&names[1]);
        Session { runs: [first, second], ..self }
    }

    /// The same session with a plan; `None` if the plan doesn't fit the instrument.
    pub fn with_plan(self, plan: Plan) -> Option<Session> {
        plan.fits(&self.instrument).then_some(Session { plan, ..self })
    }

    /// The same session at this page, with this trail, oldest page first.
    ///
    /// Returns `None` for a page with an unknown run, item or foundation, a repeated page, an intro that isn't
    /// first, a repeated item in a review, or a review in a result's trail. No question shows an error prompt.
    pub fn resumed(self, stage: Stage, trail: Vec<Stage>) -> Option<Session> {
        let pages = || trail.iter().chain([&stage]);
        let is_known = pages().all(|page| self.knows(page));
        let stands_twice = pages().enumerate().any(|(place, page)| {
            let mut before = pages().take(place);
            before.any(|other| other.is_same_page(page))
        });
        // Only the first page can be the intro: it has no way back.
        let has_late_intro = pages().skip(1).any(|page| matches!(page, Stage::Intro));
        let has_old_review = matches!(stage, Stage::Result { .. }) && trail.iter().any(Stage::is_review);
        if !is_known || stands_twice || has_late_intro || has_old_review {
            return None;
        }
        let trail = trail.into_iter().map(Stage::anew).collect();
        Some(Session { stage: stage.anew(), trail, ..self })
    }

    /// Whether a page belongs to this session: its run, item and foundation exist.
    fn knows(&self, page: &Stage) -> bool {
        match page {
            Stage::Intro => true,
            Stage::Asking { run, item, route, .. } => {
                let rest = match route {
                    Route::Forward => &[],
                    Route::Review(rest) => rest.as_slice(),
                };
                let mut items = rest.iter().chain([item]).enumerate();
                let is_known = |(place, item): (usize, &ItemId)| {
                    self.instrument.item(*item).is_some()
                        && !rest.iter().take(place).any(|other| other == item)
                };
                self.runs().contains(run) && items.all(is_known)
            }
            Stage::Halfway { run } | Stage::Result { run } => self.runs().contains(run),
            Stage::Handover => self.runs().len() > 1,
            Stage::Founding { foundation, .. } => {
                self.instrument.foundations().iter().any(|known| known.id == *foundation)
            }
        }
    }
}

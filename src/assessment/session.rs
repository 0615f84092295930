//! One visitor's path through the questionnaire: stages, events and effects.
//!
//! [`Session::apply`] processes the visitor's events; it accepts every event and never panics. Moving forward
//! or back keeps all answers.

mod at_result;
mod group_name;
mod moves;
mod restored;
mod revision;
mod stage;
mod step;
mod way;

use super::{Answers, Instrument, ItemId, Outcome, Plan, Pole};
use std::rc::Rc;

pub use group_name::{GROUP_NAME_LENGTH, short_name};
pub use stage::{
    Effect, Event, Expectation, Grouping, Progress, Prompt, ResultPart, Route, Run, RunState, SellsTo, Stage,
};
pub use step::{Completion, Step};

/// A visitor's session: the answers, and the page shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    instrument: Rc<Instrument>,
    sells_to: Option<SellsTo>,
    grouping: Grouping,
    runs: [RunState; 2],
    plan: Plan,
    stage: Stage,
    /// The trail: the pages before this one, for stepping back.
    trail: Vec<Stage>,
    /// The answers of both runs before each change made at the current result, oldest first.
    revisions: Vec<[Answers; 2]>,
    /// The session that this one replaced, until another page is entered.
    put_aside: Option<Box<Session>>,
}

impl Session {
    /// A new session at its first page.
    pub fn new(instrument: Rc<Instrument>) -> Session {
        let run = RunState { name: String::new(), answers: Answers::blank(&instrument) };
        Session {
            sells_to: None,
            grouping: Grouping::default(),
            runs: [run.clone(), run],
            plan: Plan::blank(&instrument),
            stage: Stage::Intro,
            trail: Vec::new(),
            revisions: Vec::new(),
            put_aside: None,
            instrument,
        }
    }

    /// The instrument of the session.
    pub fn instrument(&self) -> &Instrument {
        &self.instrument
    }

    /// The page shown.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Who the visitor sells to; `None` until answered.
    pub fn sells_to(&self) -> Option<SellsTo> {
        self.sells_to
    }

    /// How a visitor who sells to both answers; has no effect with any other opener.
    pub fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// The runs of the session: one, or one for each of two groups.
    pub fn runs(&self) -> &'static [Run] {
        match (self.sells_to, self.grouping) {
            (Some(SellsTo::Both), Grouping::PerGroup) => &[Run::First, Run::Second],
            _ => &[Run::First],
        }
    }

    /// The group name and answers of a run.
    pub fn run(&self, run: Run) -> &RunState {
        let [first, second] = &self.runs;
        match run {
            Run::First => first,
            Run::Second => second,
        }
    }

    /// The visitor's plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The outcome of a run's answers.
    pub fn outcome(&self, run: Run) -> Outcome {
        Outcome::of(&self.instrument, &self.run(run).answers)
    }

    /// The trail: the pages before this one, oldest first.
    pub fn trail(&self) -> &[Stage] {
        &self.trail
    }

    /// Whether there is a page before this one.
    pub fn can_step_back(&self) -> bool {
        !self.trail.is_empty()
    }

    /// Whether this session replaced another one that can be restored.
    pub fn can_return(&self) -> bool {
        self.put_aside.is_some()
    }

    /// Whether the question shown prompts for a missing answer.
    pub fn is_asking_back(&self) -> bool {
        matches!(
            self.stage,
            Stage::Asking { prompt: Prompt::AnswerNeeded, .. }
                | Stage::Founding { prompt: Prompt::AnswerNeeded, .. }
        )
    }

    /// How far the visitor is; `None` unless a question is shown.
    pub fn progress(&self) -> Option<Progress> {
        let (place, of) = match &self.stage {
            Stage::Asking { item, .. } => {
                let items = self.instrument.items();
                (items.iter().position(|asked| asked.id == *item)?, items.len())
            }
            Stage::Founding { foundation, .. } => {
                let foundations = self.instrument.foundations();
                (foundations.iter().position(|asked| asked.id == *foundation)?, foundations.len())
            }
            Stage::Intro | Stage::Halfway { .. } | Stage::Handover | Stage::Result { .. } => {
                return None;
            }
        };
        Some(Progress { number: place + 1, of })
    }

    /// The items of a run without any response, not even "don't know", in item order.
    pub fn unasked(&self, run: Run) -> Vec<ItemId> {
        let answers = &self.run(run).answers;
        let items = self.instrument.items().iter().map(|item| item.id);
        items.filter(|&item| answers.item(&self.instrument, item).is_none()).collect()
    }

    /// Whether there is any response: to an item of one of the session's runs, or to a foundation.
    pub fn has_answers(&self) -> bool {
        let items = self.instrument.items().len();
        self.has_foundations() || self.runs().iter().any(|&run| self.unasked(run).len() < items)
    }

    /// Whether any foundation has a response.
    pub fn has_foundations(&self) -> bool {
        let answers = &self.runs[0].answers;
        let mut foundations = self.instrument.foundations().iter();
        foundations.any(|foundation| answers.foundation(&self.instrument, foundation.id).is_some())
    }

    /// How an outcome compares with the opener; needs one run, a clear opener and a named profile.
    pub fn expectation(&self, outcome: &Outcome) -> Option<Expectation> {
        let expected = match (self.sells_to?, self.runs()) {
            (_, [_, _, ..]) | (SellsTo::Unknown, _) => return None,
            (SellsTo::Companies, _) => Some(Pole::B2b),
            (SellsTo::Consumers, _) => Some(Pole::B2c),
            (SellsTo::Both, _) => None,
        };
        let found = outcome.profile?.side();
        Some(if expected == found {
            Expectation::Met(found)
        } else {
            Expectation::Different { expected, found }
        })
    }

    fn run_mut(&mut self, run: Run) -> &mut RunState {
        let [first, second] = &mut self.runs;
        match run {
            Run::First => first,
            Run::Second => second,
        }
    }
}

//! One visitor's way through the questionnaire: stages, events and effects.
//!
//! [`Session::apply`] is the only way to move; it is total and never panics. What has been answered stays
//! answered on every way, forward or back.

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
    Effect, Event, Expectation, Grouping, Progress, Prompt, Route, Run, RunState, SellsTo, Stage,
};
pub use step::{Completion, Step};

/// A visitor's session: what was answered, and the page that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    instrument: Rc<Instrument>,
    sells_to: Option<SellsTo>,
    grouping: Grouping,
    runs: [RunState; 2],
    plan: Plan,
    stage: Stage,
    /// The pages before this one, for the way back.
    trail: Vec<Stage>,
    /// Both runs' answers before each change that was made at the result shown, the first one first.
    revisions: Vec<[Answers; 2]>,
    /// The session that this one took the place of, until another page is entered.
    put_aside: Option<Box<Session>>,
}

impl Session {
    /// A session at its first page.
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

    /// The instrument that it goes through.
    pub fn instrument(&self) -> &Instrument {
        &self.instrument
    }

    /// The page that is shown.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Who the visitor sells to, once said.
    pub fn sells_to(&self) -> Option<SellsTo> {
        self.sells_to
    }

    /// What was chosen for "both"; without that answer it has no effect.
    pub fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// The runs there are: one, or one for each of two groups.
    pub fn runs(&self) -> &'static [Run] {
        match (self.sells_to, self.grouping) {
            (Some(SellsTo::Both), Grouping::PerGroup) => &[Run::First, Run::Second],
            _ => &[Run::First],
        }
    }

    /// A run's subject and answers.
    pub fn run(&self, run: Run) -> &RunState {
        let [first, second] = &self.runs;
        match run {
            Run::First => first,
            Run::Second => second,
        }
    }

    /// What the visitor does about the tactics.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What a run's answers come to.
    pub fn outcome(&self, run: Run) -> Outcome {
        Outcome::of(&self.instrument, &self.run(run).answers)
    }

    /// The pages before this one, the first one first: the way back.
    pub fn trail(&self) -> &[Stage] {
        &self.trail
    }

    /// Whether there is a page before this one.
    pub fn can_step_back(&self) -> bool {
        !self.trail.is_empty()
    }

    /// Whether this session took the place of another one that can be had back.
    pub fn can_return(&self) -> bool {
        self.put_aside.is_some()
    }

    /// Whether the question shown asks back for an answer.
    pub fn is_asking_back(&self) -> bool {
        matches!(
            self.stage,
            Stage::Asking { prompt: Prompt::AnswerNeeded, .. }
                | Stage::Founding { prompt: Prompt::AnswerNeeded, .. }
        )
    }

    /// How far the visitor is; only questions have a number.
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

    /// The items of a run that have had no answer at all, not even "don't know", in item order.
    pub fn unasked(&self, run: Run) -> Vec<ItemId> {
        let answers = &self.run(run).answers;
        let items = self.instrument.items().iter().map(|item| item.id);
        items.filter(|&item| answers.item(&self.instrument, item).is_none()).collect()
    }

    /// Whether anything that counts has had an answer: an item of a run there is, or a foundation.
    pub fn has_answers(&self) -> bool {
        let items = self.instrument.items().len();
        self.has_foundations() || self.runs().iter().any(|&run| self.unasked(run).len() < items)
    }

    /// Whether any foundation has had an answer.
    pub fn has_foundations(&self) -> bool {
        let answers = &self.runs[0].answers;
        let mut foundations = self.instrument.foundations().iter();
        foundations.any(|foundation| answers.foundation(&self.instrument, foundation.id).is_some())
    }

    /// What the opener's answer makes of an outcome; only for one run, a named profile and a clear opener.
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

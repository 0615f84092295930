//! One visitor's way through the questionnaire: stages, events and effects.
//!
//! [`Session::apply`] is the only way to move; it is total and never panics. What has been answered stays
//! answered on every way, forward or back.

mod group_name;
mod stage;

use super::{Answers, FoundationId, Instrument, Item, ItemId, Outcome, Pole, Response, Section};
use std::rc::Rc;

pub use group_name::GROUP_NAME_LENGTH;
pub use stage::{
    Effect, Event, Expectation, Grouping, Progress, Prompt, Route, Run, RunState, SellsTo, Stage,
};

/// A visitor's session: what was answered, and the page that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    instrument: Rc<Instrument>,
    sells_to: Option<SellsTo>,
    grouping: Grouping,
    runs: [RunState; 2],
    stage: Stage,
    /// The pages before this one, for the way back.
    trail: Vec<Stage>,
}

impl Session {
    /// A session at its first page.
    pub fn new(instrument: Rc<Instrument>) -> Session {
        let run = RunState { name: String::new(), answers: Answers::blank(&instrument) };
        Session {
            instrument,
            sells_to: None,
            grouping: Grouping::default(),
            runs: [run.clone(), run],
            stage: Stage::Intro { discarded: None },
            trail: Vec::new(),
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

    /// What a run's answers come to.
    pub fn outcome(&self, run: Run) -> Outcome {
        Outcome::of(&self.instrument, &self.run(run).answers)
    }

    /// Whether there is a page before this one.
    pub fn can_step_back(&self) -> bool {
        !self.trail.is_empty()
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
            Stage::Intro { .. } | Stage::Halfway { .. } | Stage::Handover | Stage::Result { .. } => {
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
            Event::ReviewRequested(items) => self.review(items),
            Event::FoundationsRequested => self.ask_foundations(),
            Event::ReportOpened(run) => self.open_report(run),
            Event::Restarted => self.restart(),
            Event::RestartUndone => self.undo_restart(),
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
        let name = group_name::group_name(name);
        self.note(|session| session.run_mut(run).name = name)
    }

    fn start(&mut self) -> Vec<Effect> {
        match (&mut self.stage, self.instrument.items().first()) {
            (Stage::Intro { discarded }, Some(first)) => {
                *discarded = None;
                let stage = Stage::asking(Run::First, first.id, Route::Forward);
                self.enter(stage)
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
        match self.stage {
            Stage::Asking { prompt: Prompt::AnswerNeeded, .. }
            | Stage::Founding { prompt: Prompt::AnswerNeeded, .. } => vec![Effect::FocusAnswer],
            _ => Vec::new(),
        }
    }

    /// Whether the question shown has had no answer.
    fn is_answer_needed(&self) -> bool {
        match &self.stage {
            Stage::Asking { run, item, .. } => self.run(*run).answers.item(&self.instrument, *item).is_none(),
            Stage::Founding { foundation, .. } => {
                self.runs[0].answers.foundation(&self.instrument, *foundation).is_none()
            }
            Stage::Intro { .. } | Stage::Halfway { .. } | Stage::Handover | Stage::Result { .. } => false,
        }
    }

    /// The page that "next" leads to; none where there is no next.
    fn next_stage(&self) -> Option<Stage> {
        let first = self.instrument.items().first()?.id;
        match &self.stage {
            Stage::Intro { .. } => None,
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
                    None => Stage::Result { run: self.last_report() },
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

    /// The first question of any run that has had no answer, the open report's run first.
    fn first_unasked(&self, open: Run) -> Option<Stage> {
        let others = self.runs().iter().copied().filter(|&run| run != open);
        std::iter::once(open)
            .chain(others)
            .find_map(|run| Some(Stage::asking(run, *self.unasked(run).first()?, Route::Forward)))
    }

    /// Whose report was open last; the first one before any was.
    fn last_report(&self) -> Run {
        let mut reports = self.trail.iter().rev().filter_map(|stage| match stage {
            Stage::Result { run } => Some(*run),
            _ => None,
        });
        reports.next().unwrap_or_default()
    }

    fn first_foundation(&self) -> Option<Stage> {
        self.instrument.foundations().first().map(|foundation| Stage::founding(foundation.id))
    }

    fn step_back(&mut self) -> Vec<Effect> {
        match self.trail.pop() {
            Some(stage) => {
                self.stage = stage;
                vec![Effect::FocusHeading]
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

    fn review(&mut self, items: Vec<ItemId>) -> Vec<Effect> {
        let Stage::Result { run } = self.stage else { return Vec::new() };
        let mut known = items.into_iter().filter(|&item| self.instrument.item(item).is_some());
        match known.next() {
            Some(first) => {
                let stage = Stage::asking(run, first, Route::Review(known.collect()));
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

    /// Begins anew; the answers are put aside. At the intro there is nothing to begin anew from.
    fn restart(&mut self) -> Vec<Effect> {
        if matches!(self.stage, Stage::Intro { .. }) {
            return Vec::new();
        }
        let fresh = Session::new(Rc::clone(&self.instrument));
        let discarded = std::mem::replace(self, fresh);
        self.stage = Stage::Intro { discarded: Some(Box::new(discarded)) };
        vec![Effect::FocusHeading]
    }

    fn undo_restart(&mut self) -> Vec<Effect> {
        match &mut self.stage {
            Stage::Intro { discarded } => match discarded.take() {
                Some(session) => {
                    *self = *session;
                    vec![Effect::FocusHeading]
                }
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Goes to a page. No page stands in the trail twice, and a review leaves it once it is over, so the way
    /// back never runs in circles.
    fn enter(&mut self, stage: Stage) -> Vec<Effect> {
        let mut left = std::mem::replace(&mut self.stage, stage);
        // Who comes back is not asked back at once.
        if let Stage::Asking { prompt, .. } | Stage::Founding { prompt, .. } = &mut left {
            *prompt = Prompt::Plain;
        }
        self.trail.push(left);
        let entered = &self.stage;
        let is_over = matches!(entered, Stage::Result { .. });
        self.trail.retain(|passed| !(passed.is_same_page(entered) || is_over && passed.is_review()));
        vec![Effect::FocusHeading]
    }

    fn run_mut(&mut self, run: Run) -> &mut RunState {
        let [first, second] = &mut self.runs;
        match run {
            Run::First => first,
            Run::Second => second,
        }
    }
}

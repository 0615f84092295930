//! One visitor's way through the questionnaire: stages, events and effects.
//!
//! [`Session::apply`] is the only way to move; it is total and never panics. What has been answered stays
//! answered on every way, forward or back.

use super::{Answers, FoundationId, Instrument, Item, ItemId, Outcome, Pole, Response, Section};
use std::rc::Rc;

/// How long a customer group's name can be, in characters; what is beyond is cut off.
pub const GROUP_NAME_LENGTH: usize = 40;

/// Who the visitor says they sell to: the opener, which is never scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SellsTo {
    /// Companies: B2B is expected.
    Companies,
    /// Consumers: B2C is expected.
    Consumers,
    /// Both: one run for each group is offered.
    Both,
    /// The visitor doesn't know.
    Unknown,
}

/// How a visitor who sells to both answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// One run for each customer group.
    #[default]
    PerGroup,
    /// One run for all customers together.
    Together,
}

/// Which run through the items: there is a second one only with two customer groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Run {
    /// The only one, or the first group's.
    #[default]
    First,
    /// The second group's.
    Second,
}

/// A run's subject and its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunState {
    /// The group's name as the visitor typed it; empty for the default name.
    pub name: String,
    /// The answers so far. The foundations' are the same in both runs: they are about the owner.
    pub answers: Answers,
}

/// Whether a question asks for the first time, or asks back for an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Prompt {
    /// Nothing is wrong.
    #[default]
    Plain,
    /// The visitor wanted to go on without an answer.
    AnswerNeeded,
}

/// Where a question leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// To the next question.
    Forward,
    /// Through these items, then back to the result.
    Review(Vec<ItemId>),
}

/// The page that is shown, with only what exists there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What this is, and who the visitor sells to.
    Intro {
        /// The session that "start again" put aside, to take it back.
        discarded: Option<Box<Session>>,
    },
    /// One item.
    Asking {
        /// Whose run.
        run: Run,
        /// The item asked.
        item: ItemId,
        /// Where it leads to.
        route: Route,
        /// Whether it asks back.
        prompt: Prompt,
    },
    /// The core is answered: a provisional profile, or go on.
    Halfway {
        /// Whose run.
        run: Run,
    },
    /// The first group is done, the second comes.
    Handover,
    /// One foundation.
    Founding {
        /// The foundation asked.
        foundation: FoundationId,
        /// Whether it asks back.
        prompt: Prompt,
    },
    /// The result.
    Result {
        /// Whose report is open.
        run: Run,
    },
}

/// What has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The visitor said who they sell to.
    SellsToGiven(SellsTo),
    /// The visitor chose one run per group, or all together.
    GroupingChosen(Grouping),
    /// The visitor named a group.
    GroupNamed(Run, String),
    /// The visitor began.
    Started,
    /// An item was answered.
    Answered(ItemId, Response),
    /// A foundation was answered.
    FoundationAnswered(FoundationId, Response),
    /// The visitor went on.
    Continued,
    /// The visitor followed the summary of what is wrong.
    ErrorFollowed,
    /// The visitor went back.
    SteppedBack,
    /// The visitor asked for the result now: at the halfway mark, or instead of the foundations.
    ResultRequested,
    /// The visitor asked, at the result, to look at some items again.
    ReviewRequested(Vec<ItemId>),
    /// The visitor asked, at the result, for the foundation questions.
    FoundationsRequested,
    /// The visitor opened a group's report.
    ReportOpened(Run),
    /// The visitor began anew.
    Restarted,
    /// The visitor took the new beginning back.
    RestartUndone,
}

/// What the shell is asked to do once the page is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(
    clippy::enum_variant_names,
    reason = "an effect reads as a request, and focus is all that is asked so far"
)]
pub enum Effect {
    /// Move focus to the page's heading.
    FocusHeading,
    /// Move focus to the summary of what is wrong.
    FocusError,
    /// Move focus to the first box of the question shown.
    FocusAnswer,
}

/// How far the visitor is, for words and a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The number of the question shown, from 1.
    pub number: usize,
    /// How many there are of its kind.
    pub of: usize,
}

/// What the opener's answer makes of the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// The answers point where the opener did: to a pole, or to the middle.
    Met(Option<Pole>),
    /// They point elsewhere.
    Different {
        /// Where the opener pointed.
        expected: Option<Pole>,
        /// Where the answers point.
        found: Option<Pole>,
    },
}

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
        let name = name.chars().filter(|&char| is_visible(char)).take(GROUP_NAME_LENGTH).collect();
        self.note(|session| session.run_mut(run).name = name)
    }

    fn start(&mut self) -> Vec<Effect> {
        match (&mut self.stage, self.instrument.items().first()) {
            (Stage::Intro { discarded }, Some(first)) => {
                *discarded = None;
                let stage = asking(Run::First, first.id, Route::Forward);
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
                Some((&next, rest)) => asking(*run, next, Route::Review(rest.to_vec())),
                None => Stage::Result { run: *run },
            }),
            Stage::Asking { run, item, route: Route::Forward, .. } => self.after_item(*run, *item),
            Stage::Halfway { run } => {
                let rest = self.instrument.items().iter().find(|item| item.section == Section::Rest)?;
                Some(asking(*run, rest.id, Route::Forward))
            }
            Stage::Handover => Some(asking(Run::Second, first, Route::Forward)),
            Stage::Founding { foundation, .. } => {
                let mut after =
                    self.instrument.foundations().iter().skip_while(|asked| asked.id != *foundation).skip(1);
                Some(match after.next() {
                    Some(next) => founding(next.id),
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
            Some(next) => asking(run, next.id, Route::Forward),
            None if run == Run::First && self.runs().contains(&Run::Second) => Stage::Handover,
            None => self.first_foundation().unwrap_or(Stage::Result { run: Run::First }),
        })
    }

    /// The first question of any run that has had no answer, the open report's run first.
    fn first_unasked(&self, open: Run) -> Option<Stage> {
        let others = self.runs().iter().copied().filter(|&run| run != open);
        std::iter::once(open)
            .chain(others)
            .find_map(|run| Some(asking(run, *self.unasked(run).first()?, Route::Forward)))
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
        self.instrument.foundations().first().map(|foundation| founding(foundation.id))
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
                let stage = asking(run, first, Route::Review(known.collect()));
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
        self.trail.retain(|passed| !(is_same_page(passed, entered) || is_over && is_review(passed)));
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

/// Whether a character shows and keeps its place: no control character, none that is a blank in disguise or turns
/// the direction of what follows. The joiners that some scripts and emoji need stay.
fn is_visible(char: char) -> bool {
    let is_hidden = matches!(
        char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    );
    !char.is_control() && !is_hidden
}

fn asking(run: Run, item: ItemId, route: Route) -> Stage {
    Stage::Asking { run, item, route, prompt: Prompt::Plain }
}

fn founding(foundation: FoundationId) -> Stage {
    Stage::Founding { foundation, prompt: Prompt::Plain }
}

fn is_review(stage: &Stage) -> bool {
    matches!(stage, Stage::Asking { route: Route::Review(_), .. })
}

/// Whether two stages are one page to a visitor. A review is a page of its own beside the first asking.
fn is_same_page(one: &Stage, other: &Stage) -> bool {
    match (one, other) {
        (
            Stage::Asking { run, item, route, .. },
            Stage::Asking { run: run2, item: item2, route: route2, .. },
        ) => run == run2 && item == item2 && (*route == Route::Forward) == (*route2 == Route::Forward),
        (Stage::Founding { foundation, .. }, Stage::Founding { foundation: foundation2, .. }) => {
            foundation == foundation2
        }
        (Stage::Halfway { run }, Stage::Halfway { run: run2 }) => run == run2,
        (Stage::Result { .. }, Stage::Result { .. })
        | (Stage::Handover, Stage::Handover)
        | (Stage::Intro { .. }, Stage::Intro { .. }) => true,
        _ => false,
    }
}

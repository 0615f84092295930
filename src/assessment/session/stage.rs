//! The session's words: its stages, what happens, and what is asked of the shell.

use crate::assessment::{Answers, DimensionId, FoundationId, ItemId, Mark, Pole, Response, TacticId};

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
    Intro,
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
        /// Whose result is open.
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
    /// The visitor opened a group’s result.
    ResultOpened(Run),
    /// The visitor changed an answer at the result, in the result that is open.
    AnswerRevised(ItemId, Response),
    /// The visitor changed a foundation's answer at the result.
    FoundationRevised(FoundationId, Response),
    /// The visitor lets a dimension count double at the result, or once again.
    Weighed(DimensionId, bool),
    /// The visitor took back the last change of answers and weights at the result.
    RevisionUndone,
    /// The visitor marked a tactic at the result, or took its mark back.
    TacticMarked(TacticId, Option<Mark>),
    /// The visitor typed in, at the intro, what was filled in on paper.
    PaperAnswersGiven(Answers),
    /// The visitor began anew.
    Restarted,
    /// The visitor wants the session back that this one took the place of.
    Returned,
}

/// What the shell is told, and asked to do, once the page is drawn: facts to pass on first, then where focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// The visitor began with the questions.
    Started,
    /// Another page is shown, whichever way it was entered.
    Entered,
    /// The page entered is the result; each time, so that whoever heard of an older result has the new one.
    Completed,
    /// The visitor began anew: nothing is answered any more.
    Restarted,
    /// Move focus to the page's heading.
    FocusHeading,
    /// Move focus to the summary of what is wrong.
    FocusError,
    /// Move focus to the first box of the question shown.
    FocusAnswer,
    /// What had focus may be gone with the change: then move focus to what takes the change back, else to what was
    /// changed.
    FocusChange,
    /// Move focus to what can be said about a tactic, without scrolling to it.
    FocusTactic(TacticId),
    /// Move focus to a tactic's mark in the plan, without scrolling to it.
    FocusMark(TacticId, Mark),
    /// Move focus to the recommendations' heading, without scrolling to it.
    FocusTactics,
    /// Move focus to the plan's heading, without scrolling to it.
    FocusPlan,
    /// Move focus to the field for a code or link.
    FocusField,
    /// Move focus to the text that is to be copied by hand, and select it.
    FocusText,
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

impl Stage {
    /// An item, asked for the first time.
    pub(super) fn asking(run: Run, item: ItemId, route: Route) -> Stage {
        Stage::Asking { run, item, route, prompt: Prompt::Plain }
    }

    /// A foundation, asked for the first time.
    pub(super) fn founding(foundation: FoundationId) -> Stage {
        Stage::Founding { foundation, prompt: Prompt::Plain }
    }

    /// The page as it is on coming back: who comes back is not asked back at once.
    pub(super) fn anew(mut self) -> Stage {
        if let Stage::Asking { prompt, .. } | Stage::Founding { prompt, .. } = &mut self {
            *prompt = Prompt::Plain;
        }
        self
    }

    /// Whether it is part of a review, which is over when the result is shown.
    pub(super) fn is_review(&self) -> bool {
        matches!(self, Stage::Asking { route: Route::Review(_), .. })
    }

    /// Whether two stages are one page to a visitor. A review is a page of its own beside the first asking.
    pub(super) fn is_same_page(&self, other: &Stage) -> bool {
        match (self, other) {
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
            | (Stage::Intro, Stage::Intro) => true,
            _ => false,
        }
    }
}

//! The vocabulary of the session: stages, events and effects.

use crate::assessment::{Answers, DimensionId, FoundationId, ItemId, Mark, Pole, Response, TacticId, slugs};

/// Who the visitor sells to, as answered in the opener; never scored.
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

/// A run through the items; the second exists only with two customer groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Run {
    /// The only run, or the run of the first group.
    #[default]
    First,
    /// The run of the second group.
    Second,
}

/// The group name and answers of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunState {
    /// The group name as the visitor typed it; empty for the default name.
    pub name: String,
    /// The answers so far. Both runs share the foundation answers, since they concern the owner.
    pub answers: Answers,
}

/// Whether a question prompts for a missing answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Prompt {
    /// Nothing is wrong.
    #[default]
    Plain,
    /// The visitor tried to go on without an answer.
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

/// The page shown, with the state that exists on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The introduction, and the question who the visitor sells to.
    Intro,
    /// One item.
    Asking {
        /// Whose run.
        run: Run,
        /// The item asked.
        item: ItemId,
        /// Where it leads.
        route: Route,
        /// Whether it prompts for a missing answer.
        prompt: Prompt,
    },
    /// The core is answered: the visitor sees a provisional profile or goes on.
    Halfway {
        /// Whose run.
        run: Run,
    },
    /// The first group is done; the second is next.
    Handover,
    /// One foundation.
    Founding {
        /// The foundation asked.
        foundation: FoundationId,
        /// Whether it prompts for a missing answer.
        prompt: Prompt,
    },
    /// The result.
    Result {
        /// Whose result is open.
        run: Run,
    },
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The visitor said who they sell to.
    SellsToGiven(SellsTo),
    /// The visitor chose one run per group, or one for all customers.
    GroupingChosen(Grouping),
    /// The visitor named a group.
    GroupNamed(Run, String),
    /// The visitor started.
    Started,
    /// An item was answered.
    Answered(ItemId, Response),
    /// A foundation was answered.
    FoundationAnswered(FoundationId, Response),
    /// The visitor went on.
    Continued,
    /// The visitor followed the error summary.
    ErrorFollowed,
    /// The visitor went back.
    SteppedBack,
    /// The visitor asked for the result early: at the halfway page, or instead of the foundations.
    ResultRequested,
    /// The visitor asked at the result to review these items.
    ReviewRequested(Vec<ItemId>),
    /// The visitor asked at the result for the foundation questions.
    FoundationsRequested,
    /// The visitor opened the result of a group.
    ResultOpened(Run),
    /// The visitor changed an answer of the open result.
    AnswerRevised(ItemId, Response),
    /// The visitor changed a foundation answer at the result.
    FoundationRevised(FoundationId, Response),
    /// The visitor made a dimension count double (`true`) or once (`false`) at the result.
    Weighed(DimensionId, bool),
    /// The visitor undid the last change of answers and weights at the result.
    RevisionUndone,
    /// The visitor marked a tactic at the result, or removed its mark.
    TacticMarked(TacticId, Option<Mark>),
    /// The visitor typed in paper answers at the intro.
    PaperAnswersGiven(Answers),
    /// The visitor started over.
    Restarted,
    /// The visitor wants to restore the session that this one replaced.
    Returned,
}

/// A consequence of an event, for after the page is drawn: facts to pass on first, then what to do on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// The visitor started the questions.
    Started,
    /// Another page is shown, however it was entered.
    Entered,
    /// The page entered is the result. Fires on every entry, so that hosts always have the latest result.
    Completed,
    /// The visitor started over: all answers are cleared.
    Restarted,
    /// Move focus to the heading of the page.
    FocusHeading,
    /// Move focus to the error summary.
    FocusError,
    /// Move focus to the first box of the question shown.
    FocusAnswer,
    /// If the change removed the focused element, move focus to the undo button, else to what was changed.
    FocusChange,
    /// If the change moved or removed the focused element, move focus to the tactic in the plan, else to the
    /// heading of the plan.
    FocusPlan,
    /// Move focus to the heading of a part of the result.
    FocusPart(ResultPart),
    /// Open all rows of the result.
    OpenRows,
    /// Move focus to the field for a code or link.
    FocusField,
    /// Move focus to the text to copy by hand, and select it.
    FocusText,
}

slugs! {
    /// A part of the result that the visitor can go to.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum ResultPart {
        /// What to do: the tactics that suit the answers.
        Do = "do",
        /// Why the profile is what it is.
        Why = "why",
        /// The visitor's plan.
        Plan = "plan",
        /// The ways to keep and share the result.
        Keep = "keep",
    }
}

/// How far the visitor is, for a phrase and a progress bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The number of the question shown, from 1.
    pub number: usize,
    /// The number of questions of its kind.
    pub of: usize,
}

/// How the outcome compares with the opener.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// The outcome is where the opener pointed: at a pole, or in the middle.
    Met(Option<Pole>),
    /// The outcome is elsewhere.
    Different {
        /// Where the opener pointed.
        expected: Option<Pole>,
        /// Where the outcome is.
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

    /// The page as it is on return: without a prompt for a missing answer.
    pub(super) fn anew(mut self) -> Stage {
        if let Stage::Asking { prompt, .. } | Stage::Founding { prompt, .. } = &mut self {
            *prompt = Prompt::Plain;
        }
        self
    }

    /// Whether it is part of a review, which ends when the result is shown.
    pub(super) fn is_review(&self) -> bool {
        matches!(self, Stage::Asking { route: Route::Review(_), .. })
    }

    /// Whether two stages are the same page to a visitor. An item under review is a page of its own.
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

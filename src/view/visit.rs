//! A visit: the session, with or without the intro, and the messages on the page shown.

mod sharing;

use super::state::{Control, NamedResultsState, Other, PaperInput, Said};
use super::{Asked, Delivery, Notice, Start};
use crate::assessment::{Effect, Event, ItemId, Mark, Response, Session, Stage, TacticId};
use crate::exchange::{CodeError, PaperAnswers};

/// A visitor's session, and the state to show and send beside it.
pub(super) struct Visit {
    pub(super) session: Session,
    /// Someone else's result being viewed, while the visitor's own session waits.
    pub(super) shared: Option<Session>,
    /// What is wrong with the link or named result to show.
    pub(super) link_fault: Option<CodeError>,
    /// The state of the named results.
    pub(super) named: NamedResultsState,
    /// The results brought in for comparison.
    pub(super) others: Vec<Other>,
    /// The code or link typed, and the outcome of the last attempt to bring in a result.
    pub(super) typed: String,
    pub(super) said: Option<Said>,
    /// The host's message, until the visitor turns to another page.
    pub(super) notice: Option<Notice>,
    /// The last request and its outcome, and the last text to be copied.
    pub(super) answered: Option<(Asked, Delivery)>,
    pub(super) copying: String,
    /// The last control used at the result.
    pub(super) touched: Control,
    /// The last tactic marked on this page, with its mark; `None` if the mark was removed.
    pub(super) marked: Option<(TacticId, Option<Mark>)>,
    /// The paper answers typed.
    pub(super) paper: PaperInput,
    /// Whether to send the session to the host after the next draw.
    pub(super) has_changed: bool,
    /// Whether to tell the host then that its request is done.
    pub(super) is_host_served: bool,
    /// The number of pages turned, which distinguishes each page from the one before.
    pub(super) turned: u32,
    /// The facts and requests to send to the host after the next draw.
    pub(super) effects: Vec<Effect>,
    /// Whether the visitor has answered anything since the intro was passed.
    is_begun: bool,
}

impl Visit {
    pub(super) fn new(session: Session, start: Start) -> Visit {
        let mut visit = Visit {
            session,
            shared: None,
            link_fault: None,
            named: NamedResultsState::default(),
            others: Vec::new(),
            typed: String::new(),
            said: None,
            notice: None,
            answered: None,
            copying: String::new(),
            touched: ("", ""),
            marked: None,
            paper: PaperInput::default(),
            has_changed: false,
            is_host_served: false,
            turned: 0,
            effects: Vec::new(),
            is_begun: true,
        };
        visit.pass_intro(start);
        visit
    }

    /// A new visit in place of this one.
    pub(super) fn another(&self, session: Session, start: Start) -> Visit {
        let mut visit = Visit::new(session, start);
        visit.turned = self.turned.wrapping_add(1);
        visit
    }

    /// Applies an event to the session.
    pub(super) fn apply(&mut self, event: Event, start: Start) {
        if let Some(shared) = &mut self.shared {
            // It is someone else's result: the visitor can only open another page of it.
            if matches!(event, Event::ResultOpened(_)) {
                shared.apply(event);
            }
            return;
        }
        self.touch(&event);
        match event {
            Event::Returned if self.session.can_return() => self.is_begun = true,
            // Without an intro, the visitor starts with the first answer.
            Event::Answered(..) if !self.is_begun => {
                self.is_begun = true;
                self.effects.extend([Effect::Started, Effect::Entered]);
            }
            Event::TacticMarked(tactic, mark) => self.marked = Some((tactic, mark)),
            _ => {}
        }
        let effects = self.session.apply(event);
        if effects.contains(&Effect::Entered) {
            self.turn_page();
        }
        self.effects.extend(effects);
        self.has_changed = true;
        self.pass_intro(start);
    }

    /// Applies a change that the result suggests. The button for it goes away.
    pub(super) fn try_out(&mut self, item: ItemId, response: Response, start: Start) {
        self.apply(Event::AnswerRevised(item, response), start);
        self.touched = ("try", item.as_str());
        self.effects.push(Effect::FocusChange);
    }

    /// Remembers the control behind an event at the result, so that focus can return to it.
    fn touch(&mut self, event: &Event) {
        self.touched = match event {
            Event::AnswerRevised(item, _) => ("answer", item.as_str()),
            Event::FoundationRevised(foundation, _) => ("answer", foundation.as_str()),
            Event::Weighed(dimension, _) => ("double", dimension.as_str()),
            Event::TacticMarked(tactic, _) => ("plan", tactic.as_str()),
            Event::RevisionUndone => return self.effects.push(Effect::FocusChange),
            _ => return,
        };
    }

    /// Applies the paper answers if they are valid and not blank; else keeps them in the field.
    pub(super) fn send_paper(&mut self, start: Start) {
        match PaperAnswers::read(&self.paper.text, self.session.instrument()) {
            Ok(typed) if !typed.answers.is_blank() => {
                self.paper = PaperInput::default();
                self.apply(Event::PaperAnswersGiven(typed.answers), start);
            }
            _ => self.paper.is_sent = true,
        }
    }

    /// The session shown: someone else's result being viewed, else the visitor's own session.
    pub(super) fn shown(&self) -> &Session {
        self.shared.as_ref().unwrap_or(&self.session)
    }

    /// Whether the visitor's own session is at its result.
    pub(super) fn is_at_result(&self) -> bool {
        matches!(self.session.stage(), Stage::Result { .. })
    }

    /// Turns to another page at the visitor's request: focus moves to its heading.
    pub(super) fn turn(&mut self, to: impl FnOnce(&mut Visit)) {
        to(self);
        self.effects.push(Effect::FocusHeading);
    }

    /// Updates the visit after its session was replaced.
    fn arrive(&mut self) {
        self.is_begun = true;
        self.turn_page();
        self.effects.push(Effect::Entered);
        if self.is_at_result() {
            self.effects.push(Effect::Completed);
        }
        self.has_changed = true;
    }

    /// Replaces the session. Focus stays where it is: the visitor did not ask for this.
    pub(super) fn restore(&mut self, session: Session, start: Start) {
        self.shared = None;
        self.session = session;
        self.arrive();
        self.pass_intro(start);
    }

    /// Applies events from before the first draw. Keeps each fact once, so that only the last page is
    /// reported, and leaves focus.
    pub(super) fn catch_up(&mut self, events: &[Event], start: Start) {
        for event in events {
            self.apply(event.clone(), start);
        }
        self.leave_focus();
        let mut told = Vec::new();
        self.effects.retain(|effect| {
            let is_new = !told.contains(effect);
            told.push(*effect);
            is_new
        });
    }

    /// Drops all requests to move focus.
    pub(super) fn leave_focus(&mut self) {
        self.effects.retain(is_fact);
    }

    /// Takes the facts that are still to be sent; leaves the requests.
    pub(super) fn take_facts(&mut self) -> Vec<Effect> {
        let facts;
        (facts, self.effects) = std::mem::take(&mut self.effects).into_iter().partition(is_fact);
        facts
    }

    /// Skips the intro if it isn't wanted. This counts as neither starting nor seeing the intro.
    pub(super) fn pass_intro(&mut self, start: Start) {
        if start == Start::Question && matches!(self.session.stage(), Stage::Intro) {
            self.session.pass_intro();
            self.is_begun = false;
            self.effects.retain(|effect| *effect != Effect::Entered);
        }
    }

    /// Takes the requests; leaves the facts that are still to be sent.
    pub(super) fn take_asked(&mut self) -> Vec<Effect> {
        let asked;
        (self.effects, asked) = std::mem::take(&mut self.effects).into_iter().partition(is_fact);
        asked
    }

    /// Clears the messages of the page before.
    fn turn_page(&mut self) {
        self.turned = self.turned.wrapping_add(1);
        self.link_fault = None;
        self.named = NamedResultsState::default();
        self.said = None;
        self.notice = self.notice.filter(|notice| notice.lasts());
        self.answered = None;
        self.marked = None;
    }
}

/// Whether an effect is a fact, and not a request to the host page.
fn is_fact(effect: &Effect) -> bool {
    matches!(effect, Effect::Started | Effect::Entered | Effect::Completed | Effect::Restarted)
}

#[cfg(all(test, feature = "bundled"))]
mod tests;

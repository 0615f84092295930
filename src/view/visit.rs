//! A session as the widget goes through it: with or without the intro, and with what is news on the page shown.

mod sharing;

use super::state::{Control, NamedResultsState, Other, PaperInput, Said};
use super::{Asked, Delivery, Notice, Start};
use crate::assessment::{Effect, Event, ItemId, Mark, Response, Session, Stage, TacticId};
use crate::exchange::{CodeError, PaperAnswers};

/// A visitor's session, and what there is to show and to tell beside it.
pub(super) struct Visit {
    pub(super) session: Session,
    /// A result of someone else’s that is looked at, while the visitor's own session waits behind it.
    pub(super) shared: Option<Session>,
    /// What is wrong with the link or the named result that was to be shown.
    pub(super) link_fault: Option<CodeError>,
    /// What the visitor is doing with the named results.
    pub(super) named: NamedResultsState,
    /// The results brought in to be compared.
    pub(super) others: Vec<Other>,
    /// The code or link typed, and what became of what was brought in last.
    pub(super) typed: String,
    pub(super) said: Option<Said>,
    /// What the host has to say, until the visitor turns to another page.
    pub(super) notice: Option<Notice>,
    /// What was asked of the page last, and what became of it; and the text that was to be copied last.
    pub(super) answered: Option<(Asked, Delivery)>,
    pub(super) copying: String,
    /// The control at the result that was used last.
    pub(super) touched: Control,
    /// What was marked last on this page, or whose mark was taken back.
    pub(super) marked: Option<(TacticId, Option<Mark>)>,
    /// What was typed from paper.
    pub(super) paper: PaperInput,
    /// Whether the host is to hear of the session as soon as it is drawn.
    pub(super) has_changed: bool,
    /// Whether the host is to hear then that what it asked for is done.
    pub(super) is_host_served: bool,
    /// How many pages the visitor has turned: tells each from the one before.
    pub(super) turned: u32,
    /// Told or asked of the host as soon as the page is drawn.
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

    /// Another visit in the place of this one.
    pub(super) fn another(&self, session: Session, start: Start) -> Visit {
        let mut visit = Visit::new(session, start);
        visit.turned = self.turned.wrapping_add(1);
        visit
    }

    /// Takes in what happened in the session.
    pub(super) fn apply(&mut self, event: Event, start: Start) {
        if let Some(shared) = &mut self.shared {
            // It is someone else's: only another page of it can be opened.
            if matches!(event, Event::ResultOpened(_)) {
                shared.apply(event);
            }
            return;
        }
        self.touch(&event);
        match event {
            Event::Returned if self.session.can_return() => self.is_begun = true,
            // Without an intro, the first answer is where the visitor begins.
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

    /// Takes in a change that the result named; what was pressed for it goes.
    pub(super) fn try_out(&mut self, item: ItemId, response: Response, start: Start) {
        self.apply(Event::AnswerRevised(item, response), start);
        self.touched = ("try", item.as_str());
        self.effects.push(Effect::FocusChange);
    }

    /// Remembers the control behind an event at the result, for when focus has to go back to it.
    fn touch(&mut self, event: &Event) {
        self.touched = match event {
            Event::AnswerRevised(item, _) => ("answer", item.as_str()),
            Event::FoundationRevised(foundation, _) => ("answer", foundation.as_str()),
            Event::Weighed(dimension, _) => ("double", dimension.as_str()),
            Event::RevisionUndone => return self.effects.push(Effect::FocusChange),
            _ => return,
        };
    }

    /// Takes in what was typed from paper, if it can be read and says anything; else it stays in its field.
    pub(super) fn send_paper(&mut self, start: Start) {
        match PaperAnswers::read(&self.paper.text, self.session.instrument()) {
            Ok(typed) if !typed.answers.is_blank() => {
                self.paper = PaperInput::default();
                self.apply(Event::PaperAnswersGiven(typed.answers), start);
            }
            _ => self.paper.is_sent = true,
        }
    }

    /// The session that is shown: the visitor's own, unless another's result is looked at.
    pub(super) fn shown(&self) -> &Session {
        self.shared.as_ref().unwrap_or(&self.session)
    }

    /// Whether the visitor's own session is at its result.
    pub(super) fn is_at_result(&self) -> bool {
        matches!(self.session.stage(), Stage::Result { .. })
    }

    /// Turns to another page as the visitor wants: focus goes there.
    pub(super) fn turn(&mut self, to: impl FnOnce(&mut Visit)) {
        to(self);
        self.effects.push(Effect::FocusHeading);
    }

    /// Takes in that the session is another one.
    fn arrive(&mut self) {
        self.is_begun = true;
        self.turn_page();
        self.effects.push(Effect::Entered);
        if self.is_at_result() {
            self.effects.push(Effect::Completed);
        }
        self.has_changed = true;
    }

    /// Goes on with another session. Focus stays: it wasn't the visitor who asked for this.
    pub(super) fn restore(&mut self, session: Session, start: Start) {
        self.shared = None;
        self.session = session;
        self.arrive();
        self.pass_intro(start);
    }

    /// Takes in what happened before anything was drawn. Of the pages on the way only the last one is told, and focus
    /// stays.
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

    /// Leaves focus where it is, whatever happened.
    pub(super) fn leave_focus(&mut self) {
        self.effects.retain(is_fact);
    }

    /// What has happened and isn't told yet; what is asked of the page stays.
    pub(super) fn take_facts(&mut self) -> Vec<Effect> {
        let facts;
        (facts, self.effects) = std::mem::take(&mut self.effects).into_iter().partition(is_fact);
        facts
    }

    /// Goes on from the intro at once where it isn't wanted. Nobody has begun by that, and nobody saw the intro.
    pub(super) fn pass_intro(&mut self, start: Start) {
        if start == Start::Question && matches!(self.session.stage(), Stage::Intro) {
            self.session.pass_intro();
            self.is_begun = false;
            self.effects.retain(|effect| *effect != Effect::Entered);
        }
    }

    /// What is asked of the page; what has happened and isn't told yet stays.
    pub(super) fn take_asked(&mut self) -> Vec<Effect> {
        let asked;
        (self.effects, asked) = std::mem::take(&mut self.effects).into_iter().partition(is_fact);
        asked
    }

    /// What was news on the page before is none any more.
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

/// Whether an effect tells something, and asks nothing of the page.
fn is_fact(effect: &Effect) -> bool {
    matches!(effect, Effect::Started | Effect::Entered | Effect::Completed | Effect::Restarted)
}

#[cfg(all(test, feature = "bundled"))]
mod tests;

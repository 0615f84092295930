//! The one component with state: the session, and the language it is shown in.

use super::page::Page;
use super::{Copy, CopyWhat, Download, Notice, Start, WidgetProps, frame};
use crate::assessment::{Completion, Effect, Event, Session, Stage};
use crate::content::{Label, Texts};
use std::rc::Rc;
use yew::prelude::*;

/// What changes the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Something happened in the session.
    Session(Event),
    /// Another session takes the place of this one.
    Restored(Box<Session>),
    /// The visitor chose the language with this code.
    LanguageChosen(&'static str),
    /// The visitor wants the answers kept on the device, or no longer.
    KeepChosen(bool),
    /// The visitor wants a text copied.
    CopyAsked(Copy),
    /// The visitor wants the result as a file.
    DownloadAsked,
    /// The panel that says what the widget does was opened or closed.
    PanelToggled,
}

/// The self-assessment, from the intro to the result.
pub struct Widget {
    session: Session,
    texts: Rc<Texts>,
    /// The session at its intro, where that was passed without being shown: for the way back from a new beginning.
    passed: Option<Session>,
    /// Whether the visitor has done anything since the intro was passed.
    is_begun: bool,
    /// What the host has to say, until the visitor turns to another page.
    notice: Option<Notice>,
    /// What was copied on this page.
    copied: Option<CopyWhat>,
    /// Whether the host is to hear of the session as soon as it is drawn.
    has_changed: bool,
    /// Told or asked of the host as soon as the page is drawn.
    effects: Vec<Effect>,
}

impl Component for Widget {
    type Message = Message;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Widget>) -> Widget {
        let props = ctx.props();
        let mut widget = Widget {
            session: props.session.clone().unwrap_or_else(|| new_session(props)),
            texts: texts_for(props),
            passed: None,
            is_begun: true,
            notice: props.notice,
            copied: None,
            has_changed: false,
            effects: Vec::new(),
        };
        widget.pass_intro(props.start);
        widget
    }

    fn changed(&mut self, ctx: &Context<Widget>, before: &WidgetProps) -> bool {
        let props = ctx.props();
        if !Rc::ptr_eq(&props.questionnaire, &before.questionnaire) {
            self.session = new_session(props);
            self.texts = texts_for(props);
        } else if props.language != before.language {
            self.texts = texts_for(props);
        }
        if props.notice != before.notice {
            self.notice = props.notice;
        }
        self.pass_intro(props.start);
        true
    }

    fn update(&mut self, ctx: &Context<Widget>, message: Message) -> bool {
        let props = ctx.props();
        match message {
            Message::Session(event) => self.apply(event, props.start),
            Message::Restored(session) => self.restore(*session, props.start),
            Message::LanguageChosen(code) => {
                if let Some(texts) = props.questionnaire.texts(code) {
                    self.texts = Rc::clone(texts);
                    props.on_language.emit(code);
                }
            }
            Message::KeepChosen(is_wanted) => props.on_keep.emit(is_wanted),
            Message::CopyAsked(copy) => {
                self.copied = Some(copy.what);
                if let Some(on_copy) = &props.on_copy {
                    on_copy.emit(copy);
                }
            }
            Message::DownloadAsked => self.download(props),
            Message::PanelToggled => {}
        }
        true
    }

    fn view(&self, ctx: &Context<Widget>) -> Html {
        #[cfg(feature = "injected-panic")]
        super::injected_panic::strike();
        frame::view(&Page {
            session: &self.session,
            texts: &self.texts,
            props: ctx.props(),
            notice: self.notice,
            is_restarted: self.is_restarted(),
            copied: self.copied,
            on_message: &ctx.link().callback(|message| message),
        })
    }

    fn rendered(&mut self, ctx: &Context<Widget>, _first: bool) {
        let props = ctx.props();
        if std::mem::take(&mut self.has_changed) {
            props.on_change.emit(self.session.clone());
        }
        for effect in self.effects.drain(..) {
            match effect {
                Effect::Started => props.on_start.emit(()),
                Effect::Entered => props.on_step.emit(self.session.step()),
                Effect::Completed => props.on_complete.emit(Completion { session: self.session.clone() }),
                Effect::Restarted => props.on_restart.emit(()),
                Effect::FocusHeading | Effect::FocusError | Effect::FocusAnswer => {
                    props.on_effect.emit(effect);
                }
            }
        }
    }
}

impl Widget {
    /// Takes in what happened in the session.
    fn apply(&mut self, event: Event, start: Start) {
        match event {
            Event::RestartUndone => {
                if let Some(intro) = self.passed.take() {
                    self.session = intro;
                    self.is_begun = true;
                }
            }
            // Without an intro, the first answer is where the visitor begins.
            Event::Answered(..) if !self.is_begun => {
                self.is_begun = true;
                self.effects.extend([Effect::Started, Effect::Entered]);
            }
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

    fn restore(&mut self, session: Session, start: Start) {
        self.session = session;
        self.is_begun = true;
        self.turn_page();
        self.effects.push(Effect::Entered);
        if matches!(self.session.stage(), Stage::Result { .. }) {
            self.effects.push(Effect::Completed);
        }
        self.has_changed = true;
        self.pass_intro(start);
    }

    /// What was said about the page before is no news any more.
    fn turn_page(&mut self) {
        self.passed = None;
        self.notice = None;
        self.copied = None;
    }

    /// Goes on from the intro at once where it isn't wanted. Nobody has begun by that, and nobody saw the intro.
    fn pass_intro(&mut self, start: Start) {
        if start == Start::Question && matches!(self.session.stage(), Stage::Intro { .. }) {
            self.passed = Some(self.session.clone());
            self.session.apply(Event::Started);
            self.is_begun = false;
            self.effects.retain(|effect| *effect != Effect::Entered);
        }
    }

    /// Whether the visitor has just begun anew, and can have the answers back.
    fn is_restarted(&self) -> bool {
        let intro = self.passed.as_ref().unwrap_or(&self.session);
        matches!(intro.stage(), Stage::Intro { discarded: Some(_) })
    }

    fn download(&self, props: &WidgetProps) {
        if let Some(on_download) = &props.on_download {
            let name = self.texts.label(Label::DownloadName).to_string();
            let text = String::new();
            on_download.emit(Download { name, text });
        }
    }
}

fn new_session(props: &WidgetProps) -> Session {
    Session::new(Rc::clone(&props.questionnaire.instrument))
}

fn texts_for(props: &WidgetProps) -> Rc<Texts> {
    Rc::clone(props.questionnaire.texts_or_default(&props.language))
}

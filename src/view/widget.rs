//! The one component with state: the visit, and the language it is shown in.

mod at_result;
mod brought;
mod shelf;

use super::page::Page;
use super::sheet::Typing;
use super::visit::Visit;
use super::{Copy, Format, HandOut, LaterPart, WidgetProps, frame, later};
use crate::assessment::{Completion, Effect, Event, ItemId, Response, Session};
use crate::content::Texts;
use crate::exchange::KeptResult;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What changes the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Something happened in the session.
    Session(Event),
    /// The host wants this; focus stays where it is.
    HostAsked(Event),
    /// Something was done with a result, or is to lead to one.
    Result(ResultMessage),
    /// The visitor tries again to get what draws results.
    LaterPartWanted,
    /// The visitor heard that there are answers from before, and goes on with them.
    NoticeRead,
    /// The visitor typed a code or a link.
    TextTyped(String),
    /// The visitor chose a file in this field.
    FileChosen(HtmlInputElement),
    /// The visitor has typed this from a sheet of paper.
    SheetTyped(String),
    /// The visitor chose the language with this code.
    LanguageChosen(&'static str),
    /// The visitor wants the answers kept on the device, or no longer.
    KeepChosen(bool),
    /// The visitor wants a text copied.
    CopyAsked(Copy),
    /// The visitor wants something printed or drawn.
    HandOutAsked(HandOut),
    /// The panel that says what the widget does was opened or closed.
    PanelToggled,
}

/// What is done with a result, or leads to one.
#[derive(Clone, Debug, PartialEq)]
pub enum ResultMessage {
    /// Another session takes the place of this one.
    Restored(Box<Session>),
    /// The page's address came to end in this; empty where it stands for no result.
    LinkFollowed(String),
    /// The visitor makes the shared result that is looked at their own.
    SharedAdopted,
    /// The visitor goes back from a shared result.
    SharedClosed,
    /// The visitor wants the answers back that a shared result took the place of.
    AdoptionUndone,
    /// The visitor typed a name for the result.
    NameTyped(String),
    /// The visitor wants the result kept under that name.
    ResultKept,
    /// The visitor wants to see a kept result.
    KeptOpened(Box<KeptResult>),
    /// The visitor wants a kept result no longer.
    KeptRemoved(Box<KeptResult>),
    /// The visitor wants the result back that was removed last.
    KeptReturned(Box<KeptResult>),
    /// The visitor wants everything gone that is kept on the device.
    AllForgotten,
    /// The visitor wants the result of the code or link typed.
    TextBrought,
    /// What the file holds that was chosen; none where it is too large.
    FileRead(Option<String>),
    /// The visitor wants a kept result compared.
    KeptCompared(Box<KeptResult>),
    /// The visitor wants the result at this place out of the comparison.
    OtherRemoved(usize),
    /// The visitor tries out a change that the result names.
    Tried(ItemId, Response),
    /// The visitor wants the result as a text, copied.
    LetterAsked,
    /// The visitor wants to pass the result on.
    ShareAsked,
    /// The visitor wants the result as a file.
    DownloadAsked(Format),
    /// The visitor wants the result of what was typed from a sheet.
    SheetSent,
}

impl From<ResultMessage> for Message {
    fn from(message: ResultMessage) -> Message {
        Message::Result(message)
    }
}

impl Message {
    /// Whether a result may be wanted next, from outside or from paper.
    fn leads_to_result(&self) -> bool {
        matches!(self, Message::TextTyped(_) | Message::FileChosen(_) | Message::SheetTyped(_))
    }

    /// Whether it takes the part of the program that draws results.
    fn needs_later_part(&self) -> bool {
        match self {
            Message::Result(_) => true,
            Message::Session(event) | Message::HostAsked(event) => event.is_of_result(),
            _ => false,
        }
    }
}

/// The self-assessment, from the intro to the result.
pub struct Widget {
    visit: Visit,
    texts: Rc<Texts>,
    /// What waits for the part of the program that draws results.
    held: Vec<Message>,
}

impl Component for Widget {
    type Message = Message;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Widget>) -> Widget {
        let props = ctx.props();
        let session = props.session.clone().unwrap_or_else(|| new_session(props));
        let mut visit = Visit::new(session, props.start);
        visit.notice = props.notice;
        visit.catch_up(&props.early, props.start);
        Widget { visit, texts: texts_for(props), held: Vec::new() }
    }

    fn changed(&mut self, ctx: &Context<Widget>, before: &WidgetProps) -> bool {
        let props = ctx.props();
        if !Rc::ptr_eq(&props.questionnaire.instrument, &before.questionnaire.instrument) {
            self.visit = self.visit.another(new_session(props), props.start);
            self.texts = texts_for(props);
        } else if props.language != before.language {
            self.texts = texts_for(props);
        }
        if props.notice != before.notice {
            self.visit.notice = props.notice;
        }
        self.visit.pass_intro(props.start);
        if props.later_part == LaterPart::Here && before.later_part != LaterPart::Here {
            if self.visit.is_at_result() {
                // The page that stood for the result goes, and its heading with it.
                self.visit.effects.push(Effect::FocusHeading);
            }
            ctx.link().send_message_batch(std::mem::take(&mut self.held));
        }
        true
    }

    fn update(&mut self, ctx: &Context<Widget>, message: Message) -> bool {
        let props = ctx.props();
        // More can happen between the drawing of a page and the word for it.
        self.tell(props);
        if props.later_part != LaterPart::Here && message.needs_later_part() {
            self.held.push(message);
            props.on_later_part.emit(());
            return true;
        }
        if props.later_part == LaterPart::Coming && message.leads_to_result() {
            props.on_later_part.emit(());
        }
        match message {
            Message::Session(event) => {
                let is_answer = matches!(event, Event::Answered(..) | Event::FoundationAnswered(..));
                let is_drawn = is_answer && !self.visit.session.is_asking_back();
                let was_at_result = self.visit.is_at_result();
                self.visit.apply(event, props.start);
                if props.later_part == LaterPart::Failed && self.visit.is_at_result() && !was_at_result {
                    props.on_later_part.emit(());
                }
                if is_drawn {
                    // The page shows by itself which box is chosen, and nothing else changes.
                    self.hand_on(props);
                    return false;
                }
            }
            Message::HostAsked(event) => {
                self.visit.look_away();
                self.visit.apply(event, props.start);
                self.visit.leave_focus();
            }
            Message::Result(message) => later::take_in(self, props, message),
            Message::LaterPartWanted => props.on_later_part.emit(()),
            Message::NoticeRead => self.visit.turn(|visit| visit.notice = None),
            Message::TextTyped(text) => self.visit.typed = text,
            Message::FileChosen(field) => {
                if let Some(on_file) = &props.on_file {
                    on_file.emit(field);
                }
            }
            Message::SheetTyped(text) => self.visit.sheet = Typing { text, is_sent: false },
            Message::LanguageChosen(code) => {
                // Where its texts aren't there, it is the host that may bring them.
                if let Some(texts) = props.questionnaire.texts(code) {
                    self.texts = Rc::clone(texts);
                }
                props.on_language.emit(code);
            }
            Message::KeepChosen(is_wanted) => props.on_keep.emit(is_wanted),
            Message::CopyAsked(copy) => self.copy(props, copy),
            Message::HandOutAsked(what) => {
                if let Some(on_hand_out) = &props.on_hand_out {
                    on_hand_out.emit(what);
                }
            }
            Message::PanelToggled => {}
        }
        true
    }

    fn view(&self, ctx: &Context<Widget>) -> Html {
        #[cfg(feature = "injected-panic")]
        crate::injected_panic::strike();
        frame::view(&Page {
            is_waiting: !self.held.is_empty(),
            visit: &self.visit,
            session: self.visit.shown(),
            texts: &self.texts,
            props: ctx.props(),
            on_message: &ctx.link().callback(|message| message),
        })
    }

    fn rendered(&mut self, ctx: &Context<Widget>, _first: bool) {
        self.hand_on(ctx.props());
    }
}

impl Widget {
    /// Hands on to the host all that there is to tell and to ask of it once the page is as it is.
    fn hand_on(&mut self, props: &WidgetProps) {
        self.tell(props);
        for effect in self.visit.take_asked() {
            props.on_effect.emit(effect);
        }
    }

    fn copy(&mut self, props: &WidgetProps, copy: Copy) {
        self.visit.copied = Some(copy.what);
        if let Some(on_copy) = &props.on_copy {
            on_copy.emit(copy);
        }
    }

    /// Tells the host what has happened, as the session stands now; of a result, only once it can be told.
    fn tell(&mut self, props: &WidgetProps) {
        if props.later_part != LaterPart::Here {
            if self.visit.has_changed
                && self.visit.session.has_answers()
                && props.later_part == LaterPart::Coming
            {
                props.on_later_part.emit(());
            }
            if self.visit.is_at_result() {
                return;
            }
            self.visit.leave_result();
        }
        let facts = self.visit.take_facts();
        let session = &self.visit.session;
        if std::mem::take(&mut self.visit.has_changed) {
            props.on_change.emit(session.clone());
        }
        for fact in facts {
            match fact {
                Effect::Started => props.on_start.emit(()),
                Effect::Entered => props.on_step.emit(session.step()),
                Effect::Completed => props.on_complete.emit(Completion { session: session.clone() }),
                Effect::Restarted => props.on_restart.emit(()),
                // Asked of the page.
                _ => {}
            }
        }
    }
}

fn new_session(props: &WidgetProps) -> Session {
    Session::new(Rc::clone(&props.questionnaire.instrument))
}

fn texts_for(props: &WidgetProps) -> Rc<Texts> {
    Rc::clone(props.questionnaire.texts_or_default(&props.language))
}

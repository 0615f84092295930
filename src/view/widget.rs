//! The one component with state: the visit, and the language it is shown in.

mod brought;
mod shelf;

use super::page::Page;
use super::shared::News;
use super::sheet::Typing;
use super::visit::Visit;
use super::{Copy, Format, HandOut, WidgetProps, account, frame};
use crate::assessment::{Completion, Effect, Event, ItemId, Response, Session};
use crate::content::{Questionnaire, Texts};
use crate::exchange::{KeptResult, ResultCode, ResultLink};
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
    /// The visitor heard that there are answers from before, and goes on with them.
    NoticeRead,
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
    /// The visitor typed a code or a link.
    TextTyped(String),
    /// The visitor wants the result of that code or link.
    TextBrought,
    /// The visitor chose a file in this field.
    FileChosen(HtmlInputElement),
    /// What that file holds; none where it is too large.
    FileRead(Option<String>),
    /// The visitor wants a kept result compared.
    KeptCompared(Box<KeptResult>),
    /// The visitor wants the result at this place out of the comparison.
    OtherRemoved(usize),
    /// The visitor chose the language with this code.
    LanguageChosen(&'static str),
    /// The visitor wants the answers kept on the device, or no longer.
    KeepChosen(bool),
    /// The visitor tries out a change that the result names.
    Tried(ItemId, Response),
    /// The visitor wants a text copied.
    CopyAsked(Copy),
    /// The visitor wants the result as a text, copied.
    LetterAsked,
    /// The visitor wants to pass the result on.
    ShareAsked,
    /// The visitor wants the result as a file.
    DownloadAsked(Format),
    /// The visitor wants something printed or drawn.
    HandOutAsked(HandOut),
    /// The visitor has typed this from a sheet of paper.
    SheetTyped(String),
    /// The visitor wants the result of what was typed.
    SheetSent,
    /// The panel that says what the widget does was opened or closed.
    PanelToggled,
}

/// The self-assessment, from the intro to the result.
pub struct Widget {
    visit: Visit,
    texts: Rc<Texts>,
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
        Widget { visit, texts: texts_for(props) }
    }

    fn changed(&mut self, ctx: &Context<Widget>, before: &WidgetProps) -> bool {
        let props = ctx.props();
        if !Rc::ptr_eq(&props.questionnaire.instrument, &before.questionnaire.instrument) {
            self.visit = Visit::new(new_session(props), props.start);
            self.texts = texts_for(props);
        } else if props.language != before.language {
            self.texts = texts_for(props);
        }
        if props.notice != before.notice {
            self.visit.notice = props.notice;
        }
        self.visit.pass_intro(props.start);
        true
    }

    fn update(&mut self, ctx: &Context<Widget>, message: Message) -> bool {
        let props = ctx.props();
        // More can happen between the drawing of a page and the word for it.
        self.tell(props);
        match message {
            Message::Session(event) => {
                let is_answer = matches!(event, Event::Answered(..) | Event::FoundationAnswered(..));
                let is_drawn = is_answer && !self.visit.session.is_asking_back();
                self.visit.apply(event, props.start);
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
            Message::Restored(session) => self.visit.restore(*session, props.start),
            Message::LinkFollowed(link) => self.follow(props, &link),
            Message::SharedAdopted => self.visit.turn(Visit::adopt),
            Message::SharedClosed => self.visit.turn(Visit::look_away),
            Message::AdoptionUndone => self.visit.turn(Visit::undo_adoption),
            Message::NoticeRead => self.visit.turn(|visit| visit.notice = None),
            Message::NameTyped(name) => self.visit.shelf.name = name,
            Message::ResultKept => self.keep_result(props),
            Message::KeptOpened(result) => self.open_kept(props, &result),
            Message::KeptRemoved(result) => self.remove_kept(props, *result),
            Message::KeptReturned(result) => self.return_kept(props, &result),
            Message::AllForgotten => self.forget_all(props),
            Message::TextTyped(text) => self.visit.typed = text,
            Message::TextBrought => self.bring_text(props),
            Message::FileChosen(field) => {
                if let Some(on_file) = &props.on_file {
                    on_file.emit(field);
                }
            }
            Message::FileRead(text) => self.bring_file(props, text.as_deref()),
            Message::KeptCompared(result) => self.compare_kept(props, &result),
            Message::OtherRemoved(place) => self.remove_other(place),
            Message::LanguageChosen(code) => {
                // Where its texts aren't there, it is the host that may bring them.
                if let Some(texts) = props.questionnaire.texts(code) {
                    self.texts = Rc::clone(texts);
                }
                props.on_language.emit(code);
            }
            Message::KeepChosen(is_wanted) => props.on_keep.emit(is_wanted),
            Message::Tried(item, response) => self.visit.try_out(item, response, props.start),
            Message::CopyAsked(copy) => self.copy(props, copy),
            Message::LetterAsked => {
                self.copy(props, account::letter(self.visit.shown(), props, &self.texts));
            }
            Message::ShareAsked => {
                if let Some(on_share) = &props.on_share {
                    on_share.emit(account::share(self.visit.shown(), props, &self.texts));
                }
            }
            Message::DownloadAsked(format) => {
                if let Some(on_download) = &props.on_download {
                    on_download.emit(account::download(self.visit.shown(), props, &self.texts, format));
                }
            }
            Message::HandOutAsked(what) => {
                if let Some(on_hand_out) = &props.on_hand_out {
                    on_hand_out.emit(what);
                }
            }
            Message::SheetTyped(text) => self.visit.sheet = Typing { text, is_sent: false },
            Message::SheetSent => self.visit.send_sheet(props.start),
            Message::PanelToggled => {}
        }
        true
    }

    fn view(&self, ctx: &Context<Widget>) -> Html {
        #[cfg(feature = "injected-panic")]
        crate::injected_panic::strike();
        frame::view(&Page {
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
        for effect in self.visit.effects.drain(..) {
            props.on_effect.emit(effect);
        }
    }

    /// Shows the result that a link stands for, or says what is wrong with it. Focus stays: it may be the page that
    /// was opened so.
    fn follow(&mut self, props: &WidgetProps, link: &str) {
        let Questionnaire { instrument, version, .. } = &*props.questionnaire;
        let code = |session: &Session| ResultCode::of(*version, session);
        match ResultLink::read(link, instrument, *version) {
            _ if link.is_empty() => self.visit.look_away(),
            // The visitor's own result is no one else's.
            Ok(session) if self.visit.is_at_result(|own| code(own) == code(&session)) => {
                self.visit.look_away()
            }
            Ok(session) => self.visit.look_at(session),
            Err(error) => self.visit.news = Some(News::Broken(error)),
        }
    }

    fn copy(&mut self, props: &WidgetProps, copy: Copy) {
        self.visit.copied = Some(copy.what);
        if let Some(on_copy) = &props.on_copy {
            on_copy.emit(copy);
        }
    }

    /// Tells the host what has happened, as the session stands now.
    fn tell(&mut self, props: &WidgetProps) {
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

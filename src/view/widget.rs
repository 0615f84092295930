//! The only component with state: the visit, and the language shown.

mod brought;
mod link;
mod named_results;

use super::context::ViewContext;
use super::state::PaperInput;
use super::visit::Visit;
use super::{Asked, ChosenFile, Copy, Delivery, Export, Format, Notice, Told, WidgetProps, account, frame};
use crate::assessment::{Completion, Effect, Event, ItemId, Response, ResultPart, Session};
use crate::content::Texts;
use crate::exchange::{FileError, NamedResult, ResultFile};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The messages that change the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// An event in the session.
    Session(Event),
    /// An event requested by the host; focus stays where it is.
    HostAsked(Event),
    /// The host replaces the session with this one.
    Restored(Box<Session>),
    /// The fragment of the host page's address changed to this; empty if it stands for no result.
    LinkFollowed(String),
    /// The visitor goes to a part of the result.
    PartWanted(ResultPart),
    /// The visitor wants all rows of the result open.
    RowsWanted,
    /// The visitor dismissed the notice about resumed answers, and continues with them.
    NoticeRead,
    /// The visitor chose the language with this code.
    LanguageChosen(&'static str),
    /// The visitor wants the answers kept on the device, or no longer kept.
    KeepChosen(bool),
    /// The visitor wants to continue with the answers that another host page kept.
    OtherWanted,
    /// The session that the other host page kept.
    OtherTaken(Box<Session>),
    /// The panel about the widget was opened or closed.
    PanelToggled,
    /// The visitor typed paper answers.
    PaperTyped(String),
    /// The visitor submitted the paper answers.
    PaperSent,
    /// The visitor typed a code or a link.
    TextTyped(String),
    /// The visitor wants the result of the code or link typed.
    TextBrought,
    /// The visitor chose a file in this field.
    FileChosen(HtmlInputElement),
    /// The contents of the file chosen.
    FileRead(Result<ResultFile, FileError>),
    /// The visitor adopts the shared result.
    SharedAdopted,
    /// The visitor returns from a shared result.
    SharedClosed,
    /// The visitor typed a name for the result.
    NameTyped(String),
    /// The visitor wants the result stored under that name.
    ResultNamed,
    /// The visitor opens a named result.
    NamedOpened(Box<NamedResult>),
    /// The visitor wants a named result compared.
    NamedCompared(Box<NamedResult>),
    /// The visitor removes a named result.
    NamedRemoved(Box<NamedResult>),
    /// The visitor restores the last result removed.
    NamedReturned(Box<NamedResult>),
    /// The visitor wants everything deleted that is stored on the device.
    AllForgotten,
    /// The visitor removes the result at this index from the comparison.
    OtherRemoved(usize),
    /// The visitor tries a change that the result suggests.
    Tried(ItemId, Response),
    /// The visitor wants a text copied.
    CopyAsked(Copy),
    /// The visitor wants the result copied as text.
    LetterAsked,
    /// The visitor wants to share the result.
    ShareAsked,
    /// The visitor wants the result as a file.
    DownloadAsked(Format),
    /// The visitor wants something printed or drawn.
    ExportAsked(Export),
    /// The outcome of a request the visitor made.
    Answered(Asked, Delivery),
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
        let start = props.settings.start;
        let session = props.session.clone().unwrap_or_else(|| new_session(props));
        let mut visit = Visit::new(session, start);
        visit.notice = props.notice;
        visit.catch_up(&props.first_events, start);
        Widget { visit, texts: texts_for(props) }
    }

    fn changed(&mut self, ctx: &Context<Widget>, before: &WidgetProps) -> bool {
        let props = ctx.props();
        if !Rc::ptr_eq(&props.questionnaire.instrument, &before.questionnaire.instrument) {
            self.visit = self.visit.another(new_session(props), props.settings.start);
            self.texts = texts_for(props);
        } else if props.settings.language != before.settings.language {
            self.texts = texts_for(props);
        }
        if props.notice != before.notice {
            let taken = self.visit.notice.filter(|notice| *notice == Notice::OtherTaken);
            self.visit.notice = props.notice.or(taken);
        }
        self.visit.pass_intro(props.settings.start);
        true
    }

    fn update(&mut self, ctx: &Context<Widget>, message: Message) -> bool {
        let props = ctx.props();
        let start = props.settings.start;
        let visit = &mut self.visit;
        // Further messages can arrive between drawing a page and reporting it.
        tell(visit, props);
        match message {
            Message::Session(event) => {
                let is_answer = matches!(event, Event::Answered(..) | Event::FoundationAnswered(..));
                let is_chosen = is_answer && !visit.session.is_asking_back();
                let typed = match &event {
                    Event::GroupNamed(run, name) => Some((*run, name.clone())),
                    _ => None,
                };
                visit.apply(event, start);
                let is_typed = typed.is_some_and(|(run, name)| visit.session.run(run).name == name);
                if is_chosen || is_typed {
                    // The browser already shows the choice or text, and nothing else changes.
                    hand_on(visit, props);
                    return false;
                }
            }
            Message::HostAsked(event) => {
                visit.look_away();
                visit.apply(event, start);
                visit.leave_focus();
                visit.is_host_served = true;
            }
            Message::Restored(session) => {
                visit.restore(*session, start);
                visit.is_host_served = true;
            }
            Message::LinkFollowed(link) => self.follow(props, &link),
            Message::PartWanted(part) => visit.effects.push(Effect::FocusPart(part)),
            Message::RowsWanted => visit.effects.push(Effect::OpenRows),
            Message::NoticeRead => visit.turn(|visit| visit.notice = None),
            Message::LanguageChosen(code) => {
                // If its texts are missing, the host may provide them.
                if let Some(texts) = props.questionnaire.texts(code) {
                    self.texts = Rc::clone(texts);
                }
                props.on_told.emit(Told::LanguageChosen(code));
            }
            Message::KeepChosen(is_wanted) => props.on_told.emit(Told::KeepChosen(is_wanted)),
            Message::OtherWanted => props.on_told.emit(Told::OtherWanted),
            Message::OtherTaken(session) => {
                visit.turn(|visit| visit.take(*session));
                visit.notice = Some(Notice::OtherTaken);
                visit.pass_intro(start);
            }
            Message::PanelToggled => {}
            Message::PaperTyped(text) => visit.paper = PaperInput { text, is_sent: false },
            Message::PaperSent => visit.send_paper(start),
            // The browser already shows the text.
            Message::TextTyped(text) => {
                visit.typed = text;
                return false;
            }
            Message::TextBrought => self.bring_text(props),
            Message::FileChosen(field) => {
                let on_read = ctx.link().callback(Message::FileRead);
                props.on_told.emit(Told::FileChosen(ChosenFile { field, on_read }));
            }
            Message::FileRead(read) => self.bring_file(props, read),
            Message::SharedAdopted => visit.turn(Visit::adopt),
            Message::SharedClosed => visit.turn(Visit::look_away),
            Message::NameTyped(name) => {
                visit.named.name = name;
                return false;
            }
            Message::ResultNamed => self.name_result(props),
            Message::NamedOpened(result) => self.open_named(props, &result),
            Message::NamedCompared(result) => self.compare_named(props, &result),
            Message::NamedRemoved(result) => self.remove_named(props, *result),
            Message::NamedReturned(result) => self.return_named(props, &result),
            Message::AllForgotten => self.forget_all(props),
            Message::OtherRemoved(place) => self.remove_other(place),
            Message::Tried(item, response) => visit.try_out(item, response, start),
            Message::CopyAsked(copy) => self.copy(ctx, copy),
            Message::LetterAsked => {
                let letter = account::letter(self.visit.shown(), props, &self.texts);
                self.copy(ctx, letter);
            }
            Message::ShareAsked => {
                let share = account::share(self.visit.shown(), props, &self.texts);
                self.ask(ctx, Asked::Share, |on_done| Told::ShareAsked(share, on_done));
            }
            Message::DownloadAsked(format) => {
                let download = account::download(self.visit.shown(), props, &self.texts, format);
                props.on_told.emit(Told::DownloadAsked(download));
            }
            Message::ExportAsked(what) => {
                self.ask(ctx, Asked::Export(what), |on_done| Told::ExportAsked(what, on_done));
            }
            Message::Answered(asked, outcome) => {
                visit.answered = Some((asked, outcome));
                if let (Asked::Copy(_), Delivery::Failed | Delivery::Forbidden) = (asked, outcome) {
                    visit.effects.push(Effect::FocusText);
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Widget>) -> Html {
        #[cfg(feature = "injected-panic")]
        crate::injected_panic::strike();
        frame::view(&ViewContext {
            visit: &self.visit,
            session: self.visit.shown(),
            texts: &self.texts,
            props: ctx.props(),
            on_message: &ctx.link().callback(|message| message),
        })
    }

    fn rendered(&mut self, ctx: &Context<Widget>, _first: bool) {
        hand_on(&mut self.visit, ctx.props());
    }
}

impl Widget {
    fn copy(&mut self, ctx: &Context<Widget>, copy: Copy) {
        self.visit.copying.clone_from(&copy.text);
        self.ask(ctx, Asked::Copy(copy.what), |on_done| Told::CopyAsked(copy, on_done));
    }

    /// Sends a request to the host. Clears the last outcome first, so that the same one is announced again.
    fn ask(&mut self, ctx: &Context<Widget>, asked: Asked, told: impl FnOnce(Callback<Delivery>) -> Told) {
        self.visit.answered = None;
        let on_done = ctx.link().callback(move |outcome| Message::Answered(asked, outcome));
        ctx.props().on_told.emit(told(on_done));
    }
}

/// Sends the host all facts and requests that waited until the page was drawn.
fn hand_on(visit: &mut Visit, props: &WidgetProps) {
    tell(visit, props);
    for effect in visit.take_asked() {
        props.on_told.emit(Told::FocusAsked(effect));
    }
    if std::mem::take(&mut visit.is_host_served) {
        props.on_told.emit(Told::HostServed);
    }
}

/// Tells the host what happened, with the current session.
fn tell(visit: &mut Visit, props: &WidgetProps) {
    let facts = visit.take_facts();
    let session = &visit.session;
    if std::mem::take(&mut visit.has_changed) {
        props.on_told.emit(Told::Changed(session.clone()));
    }
    for fact in facts {
        props.on_told.emit(match fact {
            Effect::Started => Told::Started,
            Effect::Entered => Told::Stepped(session.step()),
            Effect::Completed => Told::Completed(Completion { session: session.clone() }),
            Effect::Restarted => Told::Restarted,
            // These are requests, not facts.
            _ => continue,
        });
    }
}

fn new_session(props: &WidgetProps) -> Session {
    Session::new(Rc::clone(&props.questionnaire.instrument))
}

fn texts_for(props: &WidgetProps) -> Rc<Texts> {
    Rc::clone(props.questionnaire.texts_or_default(&props.settings.language))
}

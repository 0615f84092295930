//! The one component with state: the session, and the language it is shown in.

use super::page::{self, Page};
use crate::assessment::{Effect, Event, Session};
use crate::content::{Questionnaire, Texts};
use std::rc::Rc;
use yew::prelude::*;

/// What the host gives.
#[derive(Clone, Properties)]
pub struct WidgetProps {
    /// The questionnaire; another one starts another session.
    pub questionnaire: Rc<Questionnaire>,
    /// A session to go on with, instead of a new one; only the widget's creation asks for it.
    #[prop_or_default]
    pub session: Option<Session>,
    /// The language as a tag such as `nl` or `en-GB`; one that isn't there falls back to the first.
    #[prop_or_default]
    pub language: AttrValue,
    /// What all ids and radio names start with; several widgets in one tree need different ones.
    #[prop_or(AttrValue::Static("bp"))]
    pub id: AttrValue,
    /// Called for what only the host can do, once the page it is about is drawn.
    #[prop_or_default]
    pub on_effect: Callback<Effect>,
    /// Called with the code of the language that the visitor chose.
    #[prop_or_default]
    pub on_language: Callback<&'static str>,
}

/// Equal for a widget that is there already: its session is its own.
impl PartialEq for WidgetProps {
    fn eq(&self, other: &WidgetProps) -> bool {
        Rc::ptr_eq(&self.questionnaire, &other.questionnaire)
            && self.language == other.language
            && self.id == other.id
            && self.on_effect == other.on_effect
            && self.on_language == other.on_language
    }
}

/// What changes the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Something happened in the session.
    Session(Event),
    /// The visitor chose the language with this code.
    LanguageChosen(&'static str),
}

/// The self-assessment, from the intro to the result.
pub struct Widget {
    session: Session,
    texts: Rc<Texts>,
    /// Asked of the host as soon as the page is drawn.
    effects: Vec<Effect>,
}

impl Component for Widget {
    type Message = Message;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Widget>) -> Widget {
        let props = ctx.props();
        Widget {
            session: props.session.clone().unwrap_or_else(|| new_session(props)),
            texts: texts_for(props),
            effects: Vec::new(),
        }
    }

    fn changed(&mut self, ctx: &Context<Widget>, before: &WidgetProps) -> bool {
        let props = ctx.props();
        if !Rc::ptr_eq(&props.questionnaire, &before.questionnaire) {
            self.session = new_session(props);
            self.texts = texts_for(props);
        } else if props.language != before.language {
            self.texts = texts_for(props);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Widget>, message: Message) -> bool {
        match message {
            Message::Session(event) => self.effects.extend(self.session.apply(event)),
            Message::LanguageChosen(code) => {
                if let Some(texts) = ctx.props().questionnaire.texts(code) {
                    self.texts = Rc::clone(texts);
                    ctx.props().on_language.emit(code);
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Widget>) -> Html {
        let link = ctx.link();
        let page = Page {
            session: &self.session,
            texts: &self.texts,
            id: &ctx.props().id,
            on_event: &link.callback(Message::Session),
        };
        page::frame(&page, &ctx.props().questionnaire.languages, &link.callback(Message::LanguageChosen))
    }

    fn rendered(&mut self, ctx: &Context<Widget>, _first: bool) {
        for effect in self.effects.drain(..) {
            ctx.props().on_effect.emit(effect);
        }
    }
}

fn new_session(props: &WidgetProps) -> Session {
    Session::new(Rc::clone(&props.questionnaire.instrument))
}

fn texts_for(props: &WidgetProps) -> Rc<Texts> {
    Rc::clone(props.questionnaire.texts_or_default(&props.language))
}

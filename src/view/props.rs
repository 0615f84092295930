//! What the host gives the widget.

use super::{Abilities, Notice, Settings, Told};
use crate::assessment::{Event, Run, Session};
use crate::content::{Label, Questionnaire, Texts};
use std::rc::Rc;
use yew::prelude::*;

/// What the host gives. Everything but the questionnaire has a default.
#[derive(Clone, PartialEq, Properties)]
pub struct WidgetProps {
    /// The questionnaire; another one starts another session, the same one with more texts doesn't.
    pub questionnaire: Rc<Questionnaire>,
    /// A session to go on with, instead of a new one; only the widget's creation asks for it.
    #[prop_or_default]
    pub session: Option<Session>,
    /// What the visitor did before the widget was there; only the widget's creation asks for it.
    #[prop_or_default]
    pub first_events: Vec<Event>,
    /// What all ids and radio names start with; several widgets in one tree need different ones.
    #[prop_or(AttrValue::Static("bp"))]
    pub id: AttrValue,
    /// What the host sets.
    #[prop_or_default]
    pub settings: Settings,
    /// What the page around the widget can do.
    #[prop_or_default]
    pub abilities: Abilities,
    /// What the host has to say about the session.
    #[prop_or_default]
    pub notice: Option<Notice>,
    /// Asked whenever something is drawn, with the number of the page: another number than before has everything drawn
    /// anew, into other nodes. Without it, the nodes stay the widget's own business.
    #[prop_or_default]
    pub drawing: Option<Callback<u32, u32>>,
    /// What the widget tells. Whoever hears it may give the widget other properties.
    #[prop_or_default]
    pub on_told: Callback<Told>,
}

impl WidgetProps {
    /// The defaults.
    pub fn new(questionnaire: Rc<Questionnaire>) -> WidgetProps {
        yew::props!(WidgetProps { questionnaire })
    }

    /// A group's name: what the visitor typed, else the default.
    pub(super) fn group_name<'a>(&'a self, session: &'a Session, run: Run, texts: &Texts) -> &'a str {
        match session.run(run).name.trim() {
            "" => self.default_name(run, texts),
            typed => typed,
        }
    }

    /// A group's name where the visitor types none: what the host calls it, else the texts.
    pub(super) fn default_name(&self, run: Run, texts: &Texts) -> &str {
        match (self.settings.group_names[run as usize].trim(), run) {
            ("", Run::First) => texts.label(Label::GroupFirst).as_str(),
            ("", Run::Second) => texts.label(Label::GroupSecond).as_str(),
            (name, _) => name,
        }
    }
}

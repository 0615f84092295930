//! The properties that the host gives the widget.

use super::{Abilities, Notice, Settings, Told};
use crate::assessment::{Event, Run, Session};
use crate::content::{Label, Questionnaire, Texts};
use std::rc::Rc;
use yew::prelude::*;

/// The widget's properties. All but the questionnaire have a default.
#[derive(Clone, PartialEq, Properties)]
pub struct WidgetProps {
    /// The questionnaire. A different instrument starts a new session; the same one with more texts doesn't.
    pub questionnaire: Rc<Questionnaire>,
    /// The session to resume instead of starting a new one; read only when the widget is created.
    #[prop_or_default]
    pub session: Option<Session>,
    /// What the visitor did before the widget was ready; read only when the widget is created.
    #[prop_or_default]
    pub first_events: Vec<Event>,
    /// The prefix of all ids and radio names; it must differ between widgets in the same tree.
    #[prop_or(AttrValue::Static("bp"))]
    pub id: AttrValue,
    /// The host's settings.
    #[prop_or_default]
    pub settings: Settings,
    /// What the host page can do.
    #[prop_or_default]
    pub abilities: Abilities,
    /// The host's message about the session.
    #[prop_or_default]
    pub notice: Option<Notice>,
    /// Called on each draw with the page's number. If it returns a different number than before, everything
    /// is redrawn into new nodes. Without it, the widget keeps its nodes.
    #[prop_or_default]
    pub drawing: Option<Callback<u32, u32>>,
    /// Receives what the widget tells its host, and may change the widget's properties.
    #[prop_or_default]
    pub on_told: Callback<Told>,
}

impl WidgetProps {
    /// The default properties.
    pub fn new(questionnaire: Rc<Questionnaire>) -> WidgetProps {
        yew::props!(WidgetProps { questionnaire })
    }

    /// A group's name: the one typed, else the default.
    pub(super) fn group_name<'a>(&'a self, session: &'a Session, run: Run, texts: &Texts) -> &'a str {
        match session.run(run).name.trim() {
            "" => self.default_name(run, texts),
            typed => typed,
        }
    }

    /// A group's default name: the host's, else the texts'.
    pub(super) fn default_name(&self, run: Run, texts: &Texts) -> &str {
        match (self.settings.group_names[run as usize].trim(), run) {
            ("", Run::First) => texts.label(Label::GroupFirst).as_str(),
            ("", Run::Second) => texts.label(Label::GroupSecond).as_str(),
            (name, _) => name,
        }
    }
}

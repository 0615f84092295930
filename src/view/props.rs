//! What the host gives the widget, and what the widget tells the host.

use super::{
    CallToAction, Copy, Download, Footprint, HandOut, Keep, LaterPart, Notice, Share, Shelf, Start, Variant,
};
use crate::assessment::{Completion, Effect, Event, Run, Session, Step};
use crate::content::{Label, Questionnaire, Texts};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the host gives. Everything but the questionnaire has a default; another value counts at once, wherever the
/// visitor is.
///
/// What happened in the session is told once the page it is about is drawn: first `on_change`, then the others, then
/// `on_effect`. What the visitor asks of the host is told at once. Each callback may give the widget other properties.
#[derive(Clone, Properties)]
pub struct WidgetProps {
    /// The questionnaire; another one starts another session, the same one with more texts doesn't.
    pub questionnaire: Rc<Questionnaire>,
    /// A session to go on with, instead of a new one; only the widget's creation asks for it.
    #[prop_or_default]
    pub session: Option<Session>,
    /// What the visitor did before the widget was there; only the widget's creation asks for it.
    #[prop_or_default]
    pub early: Vec<Event>,
    /// The language as a tag such as `nl` or `en-GB`; one that isn't there falls back to the first.
    #[prop_or_default]
    pub language: AttrValue,
    /// What all ids and radio names start with; several widgets in one tree need different ones.
    #[prop_or(AttrValue::Static("bp"))]
    pub id: AttrValue,
    /// Where the visitor starts.
    #[prop_or_default]
    pub start: Start,
    /// How much room the widget takes.
    #[prop_or_default]
    pub variant: Variant,
    /// The names of the two customer groups as long as the visitor types none; empty for the texts' own.
    #[prop_or_default]
    pub group_names: [AttrValue; 2],
    /// The host's link at the result; without one, or with an address that can't be used, there is no link.
    #[prop_or_default]
    pub call_to_action: Option<CallToAction>,
    /// Whether the answers are kept on the device, for the box that asks. The host answers `on_keep` by giving it
    /// anew.
    #[prop_or_default]
    pub keep: Keep,
    /// What the host has to say about the session.
    #[prop_or_default]
    pub notice: Option<Notice>,
    /// The address of the page, where links to a result lead; empty where no link can.
    #[prop_or_default]
    pub address: AttrValue,
    /// Asked whenever results are kept by name, or shown: what the device holds of them. Without it, and where nothing
    /// can be kept, none are.
    #[prop_or_default]
    pub shelf: Option<Callback<(), Shelf>>,
    /// Asked whenever the widget is drawn: what it loaded and keeps. Without it, the panel that says what the widget
    /// does has no lists.
    #[prop_or_default]
    pub footprint: Option<Callback<(), Footprint>>,
    /// Whether the part of the program is there that draws results.
    #[prop_or_default]
    pub later_part: LaterPart,
    /// That part is needed soon, or was asked for again; may be called often.
    #[prop_or_default]
    pub on_later_part: Callback<()>,
    /// The visitor began with the questions; without an intro, by answering the first.
    #[prop_or_default]
    pub on_start: Callback<()>,
    /// Another page is shown.
    #[prop_or_default]
    pub on_step: Callback<Step>,
    /// The result is shown; again after each time it was left.
    #[prop_or_default]
    pub on_complete: Callback<Completion>,
    /// The visitor began anew.
    #[prop_or_default]
    pub on_restart: Callback<()>,
    /// The session as it stands after something happened.
    #[prop_or_default]
    pub on_change: Callback<Session>,
    /// The code of the language that the visitor chose. It is shown already if its texts are there; else the host may
    /// give the questionnaire anew, with them.
    #[prop_or_default]
    pub on_language: Callback<&'static str>,
    /// Whether the visitor wants the answers kept on the device.
    #[prop_or_default]
    pub on_keep: Callback<bool>,
    /// The list of results that the visitor wants kept on the device from now on, as text; empty for none.
    #[prop_or_default]
    pub on_results: Callback<String>,
    /// A text to be copied, while the visitor's click still permits it; without it there is no such button.
    #[prop_or_default]
    pub on_copy: Option<Callback<Copy>>,
    /// A file to be saved; without it there is no such button.
    #[prop_or_default]
    pub on_download: Option<Callback<Download>>,
    /// The result to be passed on by the device's own means, while the visitor's click still permits it; without it
    /// there is no such button.
    #[prop_or_default]
    pub on_share: Option<Callback<Share>>,
    /// The visitor chose a file in this field; what it holds comes back as a message. Without it there is no such field.
    #[prop_or_default]
    pub on_file: Option<Callback<HtmlInputElement>>,
    /// What is to be printed or drawn; without it there are no such buttons.
    #[prop_or_default]
    pub on_hand_out: Option<Callback<HandOut>>,
    /// Whether that failed the last time it was asked for.
    #[prop_or_default]
    pub has_hand_out_failed: bool,
    /// Where focus is to go.
    #[prop_or_default]
    pub on_effect: Callback<Effect>,
}

impl WidgetProps {
    /// The defaults.
    pub fn new(questionnaire: Rc<Questionnaire>) -> WidgetProps {
        WidgetProps {
            questionnaire,
            session: None,
            early: Vec::new(),
            language: AttrValue::default(),
            id: AttrValue::Static("bp"),
            start: Start::default(),
            variant: Variant::default(),
            group_names: Default::default(),
            call_to_action: None,
            keep: Keep::default(),
            notice: None,
            address: AttrValue::default(),
            shelf: None,
            footprint: None,
            later_part: LaterPart::default(),
            on_later_part: Callback::noop(),
            on_start: Callback::noop(),
            on_step: Callback::noop(),
            on_complete: Callback::noop(),
            on_restart: Callback::noop(),
            on_change: Callback::noop(),
            on_language: Callback::noop(),
            on_keep: Callback::noop(),
            on_results: Callback::noop(),
            on_copy: None,
            on_download: None,
            on_share: None,
            on_file: None,
            on_hand_out: None,
            has_hand_out_failed: false,
            on_effect: Callback::noop(),
        }
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
        match (self.group_names[run as usize].trim(), run) {
            ("", Run::First) => texts.label(Label::GroupFirst).as_str(),
            ("", Run::Second) => texts.label(Label::GroupSecond).as_str(),
            (name, _) => name,
        }
    }
}

/// Equal for a widget that is there already: its session is its own.
impl PartialEq for WidgetProps {
    fn eq(&self, other: &WidgetProps) -> bool {
        Rc::ptr_eq(&self.questionnaire, &other.questionnaire)
            && self.language == other.language
            && self.id == other.id
            && self.start == other.start
            && self.variant == other.variant
            && self.group_names == other.group_names
            && self.call_to_action == other.call_to_action
            && self.keep == other.keep
            && self.notice == other.notice
            && self.address == other.address
            && self.shelf == other.shelf
            && self.footprint == other.footprint
            && self.later_part == other.later_part
            && self.on_later_part == other.on_later_part
            && self.on_start == other.on_start
            && self.on_step == other.on_step
            && self.on_complete == other.on_complete
            && self.on_restart == other.on_restart
            && self.on_change == other.on_change
            && self.on_language == other.on_language
            && self.on_keep == other.on_keep
            && self.on_results == other.on_results
            && self.on_copy == other.on_copy
            && self.on_download == other.on_download
            && self.on_share == other.on_share
            && self.on_file == other.on_file
            && self.on_hand_out == other.on_hand_out
            && self.has_hand_out_failed == other.has_hand_out_failed
            && self.on_effect == other.on_effect
    }
}

//! What all pages share: texts, heading, names and ids.

use super::attribute::Attribute::*;
use super::markup::Markup;
use super::state::Control;
use super::visit::Visit;
use super::{Message, Start, WidgetProps};
use crate::assessment::{Event, FoundationId, Instrument, Route, Run, Session, SourceId, Stage};
use crate::content::{Label, Text, Texts};
use crate::exchange::ResultCode;
use yew::Callback;

/// What views draw from: the visit, its session, the texts, the properties, and the callback for messages.
pub(super) struct ViewContext<'a> {
    pub(super) visit: &'a Visit,
    pub(super) session: &'a Session,
    pub(super) texts: &'a Texts,
    pub(super) props: &'a WidgetProps,
    pub(super) on_message: &'a Callback<Message>,
}

impl<'a> ViewContext<'a> {
    pub(super) fn instrument(&self) -> &'a Instrument {
        self.session.instrument()
    }

    /// Whether the visitor can change what the result shows: only if it is their own.
    pub(super) const fn can_change(&self) -> bool {
        self.visit.shared.is_none()
    }

    /// A phrase of the interface.
    pub(super) fn label(&self, label: Label) -> &'static str {
        self.texts.label(label).as_str()
    }

    /// A callback that sends an event of the session, for any browser event.
    pub(super) fn session_callback(&self, event: Event) -> Callback<web_sys::Event> {
        self.callback(Message::Session(event))
    }

    /// A callback that sends a message, for any browser event.
    ///
    /// It always prevents the browser's default action: above all, a form must not be submitted.
    #[inline(never)]
    pub(super) fn callback(&self, message: Message) -> Callback<web_sys::Event> {
        self.on_message.reform(move |happened: web_sys::Event| {
            happened.prevent_default();
            message.clone()
        })
    }

    /// An id unique to this widget.
    pub(super) fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.props.id)
    }

    /// Makes the open element a control to which focus can return if it was the last one used.
    #[inline(never)]
    pub(super) fn control(&self, html: &mut Markup, control: Control) {
        html.attribute(Id, &self.id_of(control));
        if self.visit.touched == control {
            html.attribute(DataTouched, "");
        }
    }

    /// Gives the open element a new key on each page, for pages that share the elements around it.
    #[inline(never)]
    pub(super) fn renew(&self, html: &mut Markup) {
        html.key(&self.visit.turned.to_string());
    }

    /// The id of a control.
    pub(super) fn id_of(&self, (kind, id): Control) -> String {
        self.id(kind) + "-" + id
    }

    /// A run's group name; `None` if there is only one run.
    pub(super) fn group(&self, run: Run) -> Option<&'a str> {
        let has_groups = self.session.runs().len() > 1;
        has_groups.then(|| self.group_name(run))
    }

    /// A group's name: the one typed, else the default.
    pub(super) fn group_name(&self, run: Run) -> &'a str {
        self.props.group_name(self.session, run, self.texts)
    }

    /// A group's default name: the host's, else the texts'.
    pub(super) fn default_name(&self, run: Run) -> &'a str {
        self.props.default_name(run, self.texts)
    }

    /// The page's heading, which receives focus when the page changes.
    pub(super) fn heading(&self, html: &mut Markup, text: &str) {
        html.element("h2.bp-heading", |html| ViewContext::title(html, text));
    }

    /// Makes the open element the page's heading.
    pub(super) fn title(html: &mut Markup, text: &str) {
        html.attributes(&[(Tabindex, "-1"), (Part, "heading")]);
        html.words(text);
    }

    /// The customer group of a run; draws nothing if there is only one run.
    pub(super) fn tag(&self, html: &mut Markup, run: Run) {
        if let Some(group) = self.group(run) {
            html.text("span.bp-tag", group);
            html.space();
        }
    }

    /// The result code; empty if there is none.
    pub(super) fn code(&self) -> String {
        ResultCode::of(self.props.questionnaire.version, self.session)
    }

    /// Whether this is the visitor's first page: the intro, or without an intro the first question.
    pub(super) fn is_first(&self) -> bool {
        match self.session.stage() {
            Stage::Intro => true,
            Stage::Asking { run: Run::First, item, route: Route::Forward, .. } => {
                let first = self.instrument().items().first();
                self.props.settings.start == Start::Question && first.is_some_and(|first| first.id == *item)
            }
            _ => false,
        }
    }

    /// Tells screen readers what a control is about if others have the same label.
    #[inline(never)]
    pub(super) fn meaning(html: &mut Markup, about: &str) {
        html.unseen(&format!(": {about}"));
    }

    /// A list of sources: the article's points in words, and what is our inference.
    #[inline(never)]
    pub(super) fn sources(&self, html: &mut Markup, sources: &[SourceId], inference: Option<Text>) {
        html.element("ul.bp-sources", |html| {
            for &source in sources {
                html.text("li", &self.texts.source(source));
            }
            if let Some(inference) = inference {
                html.text("li", &inference);
            } else if sources.is_empty() {
                html.text("li", self.label(Label::Inferred));
            }
        });
    }

    /// Splits a statement at its colon into its name and the rest.
    pub(super) fn head_and_rest(statement: &str) -> Option<(&str, &str)> {
        let (head, rest) = statement.split_once(':')?;
        Some((head, rest.strip_prefix(' ')?))
    }

    /// The article's points behind a foundation.
    pub(super) fn foundation_sources(&self, id: FoundationId) -> &'a [SourceId] {
        let foundation = self.instrument().foundations().iter().find(|foundation| foundation.id == id);
        foundation.map_or(&[], |foundation| &foundation.sources)
    }
}

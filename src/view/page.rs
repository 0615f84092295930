//! What every page shares: its words, its heading, its buttons.

use super::attribute::Attribute::*;
use super::markup::{Markup, On};
use super::visit::{Control, Visit};
use super::{Asked, Copy, CopyWhat, Message, Outcome, Start, WidgetProps};
use crate::assessment::{Event, FoundationId, Instrument, Route, Run, Session, SourceId, Stage};
use crate::content::{Label, Text, Texts};
use crate::exchange::ResultCode;
use yew::{Callback, TargetCast};

/// What a view needs: the visit and its session, the texts, what the host wants, the way to tell what happened.
pub(super) struct Page<'a> {
    pub(super) visit: &'a Visit,
    pub(super) session: &'a Session,
    pub(super) texts: &'a Texts,
    pub(super) props: &'a WidgetProps,
    pub(super) on_message: &'a Callback<Message>,
}

/// A button's element, and the names by which a host can style it.
type Button = (&'static str, &'static str);

const PRIMARY: Button = ("button.bp-button bp-button--primary", "button button-primary");
const SECONDARY: Button = ("button.bp-button", "button");
const LINK: Button = ("button.bp-link", "");

impl<'a> Page<'a> {
    pub(super) fn instrument(&self) -> &'a Instrument {
        self.session.instrument()
    }

    /// Whether what the result shows can be changed: it is the visitor's own.
    pub(super) const fn can_change(&self) -> bool {
        self.visit.shared.is_none()
    }

    /// A phrase of the interface.
    pub(super) fn label(&self, label: Label) -> &'static str {
        self.texts.label(label).as_str()
    }

    /// A callback that reports one event in the session, whatever calls it.
    pub(super) fn send(&self, event: Event) -> Callback<web_sys::Event> {
        self.tell(Message::Session(event))
    }

    /// A callback that tells one thing, whatever calls it.
    ///
    /// What the browser would do of its own accord is never wanted: above all, it must not send a form.
    #[inline(never)]
    pub(super) fn tell(&self, message: Message) -> Callback<web_sys::Event> {
        self.on_message.reform(move |happened: web_sys::Event| {
            happened.prevent_default();
            message.clone()
        })
    }

    /// An id of this widget.
    pub(super) fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.props.id)
    }

    /// Makes the open element a control that focus finds back to when it was used last.
    #[inline(never)]
    pub(super) fn control(&self, html: &mut Markup, control: Control) {
        html.attribute(Id, &self.id_of(control));
        if self.visit.touched == control {
            html.attribute(DataTouched, "");
        }
    }

    /// Makes the open element another one with each page turned, where pages share the elements around it.
    #[inline(never)]
    pub(super) fn renew(&self, html: &mut Markup) {
        html.key(&self.visit.turned.to_string());
    }

    /// The id of a control.
    pub(super) fn id_of(&self, (kind, id): Control) -> String {
        self.id(kind) + "-" + id
    }

    /// A run's group name; none where there is only one run.
    pub(super) fn group(&self, run: Run) -> Option<&'a str> {
        let has_groups = self.session.runs().len() > 1;
        has_groups.then(|| self.group_name(run))
    }

    /// A group's name: what the visitor typed, else the default.
    pub(super) fn group_name(&self, run: Run) -> &'a str {
        self.props.group_name(self.session, run, self.texts)
    }

    /// A group's name where the visitor types none: what the host calls it, else the texts.
    pub(super) fn default_name(&self, run: Run) -> &'a str {
        self.props.default_name(run, self.texts)
    }

    /// The page's heading: where focus goes when the page changes.
    pub(super) fn heading(&self, html: &mut Markup, text: &str) {
        html.element("h2.bp-heading", |html| Page::title(html, text));
    }

    /// What makes the open element the page's heading.
    pub(super) fn title(html: &mut Markup, text: &str) {
        html.attributes(&[(Tabindex, "-1"), (Part, "heading")]);
        html.words(text);
    }

    /// The customer group that a run is about; nothing where there is only one run.
    pub(super) fn tag(&self, html: &mut Markup, run: Run) {
        if let Some(group) = self.group(run) {
            html.text("span.bp-tag", group);
            html.space();
        }
    }

    /// The button that leads on.
    pub(super) fn primary(&self, html: &mut Markup, label: Label, event: Event) {
        self.button(html, PRIMARY, self.label(label), Message::Session(event));
    }

    /// A button beside the one that leads on.
    pub(super) fn secondary(&self, html: &mut Markup, label: &str, event: Event) {
        self.button(html, SECONDARY, label, Message::Session(event));
    }

    /// A button that reads as a link in a text.
    pub(super) fn link(&self, html: &mut Markup, label: &str, event: Event) {
        self.button(html, LINK, label, Message::Session(event));
    }

    /// The same, for something that isn't about the session.
    pub(super) fn quiet(&self, html: &mut Markup, label: Label, message: Message) {
        self.button(html, LINK, self.label(label), message);
    }

    /// A button beside the one that leads on, for something that isn't about the session.
    pub(super) fn other(&self, html: &mut Markup, label: Label, message: Message) {
        self.button(html, SECONDARY, self.label(label), message);
    }

    /// The button that copies a text; nothing where the host can't copy.
    pub(super) fn copy(&self, html: &mut Markup, what: CopyWhat, label: Label, text: &str) {
        if self.props.abilities.copies {
            self.other(html, label, Message::CopyAsked(Copy { what, text: text.to_owned() }));
        }
    }

    /// What became of the last wish, if it was made here. Its place is always there, or nobody would hear it come. What
    /// can't be copied can still be taken by hand.
    pub(super) fn answered(&self, html: &mut Markup, is_here: fn(Asked) -> bool) {
        let answered = self.visit.answered.filter(|(asked, _)| is_here(*asked));
        let label = answered.and_then(|answered| match answered {
            (Asked::Copy(_), Outcome::Done) => Some(Label::Copied),
            (Asked::Copy(_), _) => Some(Label::CopyFailed),
            (_, Outcome::Done) => None,
            (_, Outcome::Failed) => Some(Label::HandOutFailed),
            (_, Outcome::Forbidden) => Some(Label::PictureForbidden),
        });
        html.element("span.bp-ways__done", |html| {
            html.attribute(Role, "status");
            html.words(label.map_or("", |label| self.label(label)));
        });
        html.place(|html| {
            if label == Some(Label::CopyFailed) {
                html.element("textarea.bp-by-hand", |html| {
                    html.attributes(&[(Readonly, ""), (AriaLabel, self.label(Label::CopyByHand))]);
                    html.value(&self.visit.copying);
                });
            }
        });
    }

    /// The result code; empty where there is none.
    pub(super) fn code(&self) -> String {
        ResultCode::of(self.props.questionnaire.version, self.session)
    }

    #[inline(never)]
    fn button(&self, html: &mut Markup, (shape, part): Button, label: &str, message: Message) {
        // What is someone else's offers no way to change it.
        if !self.can_change() && matches!(message, Message::Session(_)) {
            return;
        }
        html.element(shape, |html| {
            html.attribute(Type, "button");
            if !part.is_empty() {
                html.attribute(Part, part);
            }
            html.on(On::Click, self.tell(message));
            html.words(label);
        });
    }

    /// A button that reads as a link, about one of several things; among its neighbours it stays the same by its key.
    pub(super) fn about(&self, html: &mut Markup, key: &str, label: Label, about: &str, message: Message) {
        html.element("button.bp-link", |html| {
            html.key(key);
            html.attribute(Type, "button");
            html.on(On::Click, self.tell(message));
            html.words(self.label(label));
            Page::meaning(html, about);
        });
    }

    /// A field for one line of text, and what is written into it and beside it.
    pub(super) fn field(
        &self,
        html: &mut Markup,
        (name, label): (&str, Label),
        text: &str,
        typed: fn(String) -> Message,
        most: usize,
        beside: impl FnOnce(&mut Markup),
    ) {
        let id = self.id(name);
        let on_input = self.on_message.reform(move |event: web_sys::Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            typed(input.value())
        });
        html.element("div.bp-field", |html| {
            html.element("label", |html| {
                html.attribute(For, &id);
                html.words(self.label(label));
            });
            html.element("div.bp-field__row", |html| {
                html.element("input", |html| {
                    html.attributes(&[(Id, &id), (Type, "text"), (Autocomplete, "off")]);
                    html.attribute(Maxlength, &most.to_string());
                    html.value(text);
                    html.on(On::Input, on_input);
                });
                beside(html);
            });
        });
    }

    /// Makes the open element a form, which sends nothing: it tells one thing. Should nobody listen any more, its method
    /// keeps the browser from taking the page elsewhere, with the answers in its address.
    #[inline(never)]
    pub(super) fn form(&self, html: &mut Markup, message: Message) {
        html.attributes(&[(Method, "dialog"), (Novalidate, "")]);
        html.on(On::Submit, self.tell(message));
    }

    /// The button that sends a form.
    pub(super) fn submit(&self, html: &mut Markup, shape: &'static str, label: Label) {
        html.element(shape, |html| {
            let part = if shape.contains("--primary") { PRIMARY.1 } else { SECONDARY.1 };
            html.attributes(&[(Type, "submit"), (Part, part)]);
            html.words(self.label(label));
        });
    }

    /// Whether this is where the visitor starts: the intro, or the first question where there is no intro.
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

    /// The way back; an empty place on the first page, so that the way on keeps its side.
    pub(super) fn back(&self, html: &mut Markup) {
        if self.is_first() || !self.can_change() || !self.session.can_step_back() {
            return html.text("span", "");
        }
        html.element("button.bp-button bp-button--back", |html| {
            html.attributes(&[(Type, "button"), (Part, SECONDARY.1)]);
            html.on(On::Click, self.send(Event::SteppedBack));
            html.element("span", |html| {
                html.attribute(AriaHidden, "true");
                html.words("← ");
            });
            html.words(self.label(Label::Back));
        });
    }

    /// What can be opened; `about` tells several with the same words apart for who listens.
    pub(super) fn disclosure(
        &self,
        html: &mut Markup,
        label: Label,
        about: &str,
        write: impl FnOnce(&mut Markup),
    ) {
        html.element("details.bp-details", |html| {
            self.disclosure_summary(html, label, about);
            write(html);
        });
    }

    fn disclosure_summary(&self, html: &mut Markup, label: Label, about: &str) {
        html.element("summary", |html| {
            html.words(self.label(label));
            Page::meaning(html, about);
        });
    }

    /// What a control with the same words as others is about, for who listens.
    #[inline(never)]
    pub(super) fn meaning(html: &mut Markup, about: &str) {
        html.unseen(&format!(": {about}"));
    }

    /// Where something comes from: the article's points in words, and what is our inference.
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

    /// What a statement says before its colon, which is its name, and after it.
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

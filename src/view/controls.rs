//! The buttons, fields and disclosures of the pages.

use super::attribute::Attribute::*;
use super::context::ViewContext;
use super::markup::{Markup, On};
use super::{Asked, Copy, CopyWhat, Delivery, Message};
use crate::assessment::Event;
use crate::content::Label;
use web_sys::HtmlSelectElement;
use yew::{Callback, TargetCast};

/// A button's element, and the part names for host style sheets.
type Button = (&'static str, &'static str);

const PRIMARY: Button = ("button.bp-button bp-button--primary", "button button-primary");
const SECONDARY: Button = ("button.bp-button", "button");
const LINK: Button = ("button.bp-link", "");

impl ViewContext<'_> {
    /// The button to continue.
    pub(super) fn primary(&self, html: &mut Markup, label: Label, event: Event) {
        self.button(html, PRIMARY, self.label(label), Message::Session(event));
    }

    /// A button beside the primary one.
    pub(super) fn secondary(&self, html: &mut Markup, label: &str, event: Event) {
        self.button(html, SECONDARY, label, Message::Session(event));
    }

    /// A button styled as a link.
    pub(super) fn link(&self, html: &mut Markup, label: &str, event: Event) {
        self.button(html, LINK, label, Message::Session(event));
    }

    /// A button styled as a link, for messages that aren't about the session.
    pub(super) fn quiet(&self, html: &mut Markup, label: Label, message: Message) {
        self.button(html, LINK, self.label(label), message);
    }

    /// A button beside the primary one, for messages that aren't about the session.
    pub(super) fn other(&self, html: &mut Markup, label: Label, message: Message) {
        self.button(html, SECONDARY, self.label(label), message);
    }

    /// The button that copies a text; draws nothing if the host page can't copy.
    pub(super) fn copy(&self, html: &mut Markup, what: CopyWhat, label: Label, text: &str) {
        if self.props.abilities.copies {
            self.other(html, label, Message::CopyAsked(Copy { what, text: text.to_owned() }));
        }
    }

    /// The outcome of the last request, if it was made here. The status element always exists, so that screen
    /// readers announce its changes. If copying failed, shows the text to copy by hand.
    pub(super) fn answered(&self, html: &mut Markup, is_here: fn(Asked) -> bool) {
        let answered = self.visit.answered.filter(|(asked, _)| is_here(*asked));
        let label = answered.and_then(|answered| match answered {
            (Asked::Copy(_), Delivery::Done) => Some(Label::Copied),
            (Asked::Copy(_), _) => Some(Label::CopyFailed),
            (_, Delivery::Done) => None,
            (_, Delivery::Failed) => Some(Label::HandOutFailed),
            (_, Delivery::Forbidden) => Some(Label::PictureForbidden),
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

    #[inline(never)]
    fn button(&self, html: &mut Markup, (shape, part): Button, label: &str, message: Message) {
        // Someone else's result offers no way to change it.
        if !self.can_change() && matches!(message, Message::Session(_)) {
            return;
        }
        html.element(shape, |html| {
            html.attribute(Type, "button");
            if !part.is_empty() {
                html.attribute(Part, part);
            }
            html.on(On::Click, self.callback(message));
            html.words(label);
        });
    }

    /// A button styled as a link, for one of several things; `key` identifies it among its siblings.
    pub(super) fn about(&self, html: &mut Markup, key: &str, label: Label, about: &str, message: Message) {
        html.element("button.bp-link", |html| {
            html.key(key);
            html.attribute(Type, "button");
            html.on(On::Click, self.callback(message));
            html.words(self.label(label));
            ViewContext::meaning(html, about);
        });
    }

    /// A field for one line of text, with its contents and an element beside it.
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

    /// Makes the open element a list that sends an event of the session for the value chosen, if it stands for one.
    pub(super) fn on_chosen(&self, html: &mut Markup, event: impl Fn(&str) -> Option<Event> + 'static) {
        let on_message = self.on_message.clone();
        let on_change = Callback::from(move |changed: web_sys::Event| {
            let list: HtmlSelectElement = changed.target_unchecked_into();
            if let Some(event) = event(&list.value()) {
                on_message.emit(Message::Session(event));
            }
        });
        html.on(On::Change, on_change);
    }

    /// An option of a list.
    #[inline(never)]
    pub(super) fn option(html: &mut Markup, value: &str, text: &str, is_chosen: bool, is_offered: bool) {
        html.element("option", |html| {
            html.key(value);
            html.attribute(Value, value);
            if !is_offered {
                html.attribute(Disabled, "");
            }
            html.selected(is_chosen);
            html.words(text);
        });
    }

    /// Makes the open element a form that sends a message instead of being submitted. If no event listener is
    /// left, its method keeps the browser from navigating away with the answers in the address.
    #[inline(never)]
    pub(super) fn form(&self, html: &mut Markup, message: Message) {
        html.attributes(&[(Method, "dialog"), (Novalidate, "")]);
        html.on(On::Submit, self.callback(message));
    }

    /// The button that submits a form.
    pub(super) fn submit(&self, html: &mut Markup, shape: &'static str, label: Label) {
        html.element(shape, |html| {
            let part = if shape.contains("--primary") { PRIMARY.1 } else { SECONDARY.1 };
            html.attributes(&[(Type, "submit"), (Part, part)]);
            html.words(self.label(label));
        });
    }

    /// The back button; on the first page an empty element, so that the button to continue keeps its side.
    pub(super) fn back(&self, html: &mut Markup) {
        if self.is_first() || !self.can_change() || !self.session.can_step_back() {
            return html.text("span", "");
        }
        html.element("button.bp-button bp-button--back", |html| {
            html.attributes(&[(Type, "button"), (Part, SECONDARY.1)]);
            html.on(On::Click, self.session_callback(Event::SteppedBack));
            html.element("span", |html| {
                html.attribute(AriaHidden, "true");
                html.words("← ");
            });
            html.words(self.label(Label::Back));
        });
    }

    /// A disclosure; `about` distinguishes several with the same label for screen readers.
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
            ViewContext::meaning(html, about);
        });
    }
}

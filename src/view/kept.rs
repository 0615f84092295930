//! The results kept on the device under names: the list, and the form that adds the one shown.

use super::attribute::Attribute::Role;
use super::markup::Markup;
use super::page::Page;
use super::{Keep, Message};
use crate::assessment::{GROUP_NAME_LENGTH, Stage};
use crate::content::Label;
use crate::exchange::{KeptError, KeptResult, KeptResults};

/// What is kept, as it stands now; none where the host can't keep anything.
fn list(page: &Page) -> Option<Result<KeptResults, KeptError>> {
    let abilities = &page.props.abilities;
    let device = abilities.device.as_ref().filter(|_| abilities.keep != Keep::NotOffered)?;
    Some(KeptResults::load(&device.emit(()).results))
}

/// The form that keeps the result shown, and the list.
pub(super) fn at_result(html: &mut Markup, page: &Page) {
    let Some(list) = list(page) else { return };
    // Each in a place of its own: the first result kept, on another page too, must not take the field's focus or text.
    html.place(|html| {
        if list.is_ok() {
            form(html, page);
        }
    });
    html.place(|html| rows(html, page, list, "h4.bp-kept__heading"));
}

/// The list where the visitor starts.
pub(super) fn at_start(html: &mut Markup, page: &Page) {
    if let Some(list) = list(page) {
        rows(html, page, list, "h3.bp-kept__heading");
    }
}

fn form(html: &mut Markup, page: &Page) {
    html.element("form.bp-kept__form", |html| {
        page.form(html, Message::ResultKept);
        let text = &page.visit.shelf.name;
        let named = ("keep-as", Label::KeepAs);
        page.field(html, named, text, Message::NameTyped, GROUP_NAME_LENGTH, |html| {
            page.submit(html, "button.bp-button", Label::KeepAsDo);
        });
        html.element("p.bp-said", |html| {
            html.attribute(Role, "status");
            html.words(page.visit.shelf.said.map_or("", |said| page.label(said)));
        });
    });
}

fn rows(html: &mut Markup, page: &Page, list: Result<KeptResults, KeptError>, heading: &'static str) {
    let removed = page.visit.shelf.removed.as_ref();
    let (list, fault) = match list {
        Ok(list) => (list, None),
        Err(KeptError::NewerFormat) => (KeptResults::default(), Some(Label::KeptNewer)),
        Err(_) => (KeptResults::default(), Some(Label::KeptUnreadable)),
    };
    if list.list().is_empty() && fault.is_none() && removed.is_none() {
        return;
    }
    html.element("div.bp-kept", |html| {
        html.text(heading, page.label(Label::Kept));
        match fault {
            Some(fault) => html.text("p", page.label(fault)),
            None => html.element("ul.bp-kept__list", |html| {
                let removed_at = |place| removed.filter(|(at, _)| *at == place).map(|(_, result)| result);
                for (place, result) in list.list().iter().enumerate() {
                    if let Some(removed) = removed_at(place) {
                        row(html, page, removed, true);
                    }
                    row(html, page, result, false);
                }
                if let Some((_, removed)) = removed.filter(|(at, _)| *at >= list.list().len()) {
                    row(html, page, removed, true);
                }
            }),
        }
        html.element("p", |html| page.quiet(html, forgetting(page), Message::AllForgotten));
    });
}

/// What the button says that deletes everything, once it is pressed twice.
pub(super) fn forgetting(page: &Page) -> Label {
    if page.visit.shelf.is_clearing { Label::KeptSure } else { Label::KeptForget }
}

/// A result; one just removed leaves its place, so that focus stays where the button was.
fn row(html: &mut Markup, page: &Page, result: &KeptResult, is_removed: bool) {
    let KeptResult { day, code, name } = result;
    html.entry("li.bp-kept__row", &[&**day, " ", code, " ", name].concat(), |html| {
        html.element("p.bp-kept__name", |html| {
            html.text("strong", name);
            html.space();
            html.text("time.bp-hint", day);
        });
        html.element("p.bp-ways", |html| {
            let result = || Box::new(result.clone());
            if is_removed {
                page.about(html, "remove", Label::KeptReturn, name, Message::KeptReturned(result()));
            } else {
                page.about(html, "open", Label::KeptOpen, name, Message::KeptOpened(result()));
                if matches!(page.session.stage(), Stage::Result { .. }) {
                    page.about(html, "compare", Label::CompareResults, name, Message::KeptCompared(result()));
                }
                page.about(html, "remove", Label::KeptRemove, name, Message::KeptRemoved(result()));
            }
        });
    });
}

/// What the visitor is doing with the list.
#[derive(Default)]
pub(super) struct ShelfVisit {
    /// The name typed.
    pub(super) name: String,
    /// What is news about keeping.
    pub(super) said: Option<Label>,
    /// The result removed last, and its place.
    pub(super) removed: Option<(usize, KeptResult)>,
    /// Whether one more press deletes everything.
    pub(super) is_clearing: bool,
}

//! The named results: their list, and the form that adds the result shown.

use super::attribute::Attribute::Role;
use super::context::ViewContext;
use super::markup::Markup;
use super::{Keep, Message};
use crate::assessment::{GROUP_NAME_LENGTH, Stage};
use crate::content::Label;
use crate::exchange::{NamedResult, NamedResults, NamedResultsError};

/// The current list; `None` if the host page can't store anything.
fn list(cx: &ViewContext) -> Option<Result<NamedResults, NamedResultsError>> {
    let abilities = &cx.props.abilities;
    let device = abilities.device.as_ref().filter(|_| abilities.keep != Keep::NotOffered)?;
    Some(NamedResults::load(&device.emit(()).results))
}

/// The form that stores the result shown, and the list.
pub(super) fn at_result(html: &mut Markup, cx: &ViewContext) {
    let Some(list) = list(cx) else { return };
    // Separate places: storing the first result, even on another host page, must not clear focus or text.
    html.place(|html| {
        if list.is_ok() {
            form(html, cx);
        }
    });
    html.place(|html| rows(html, cx, list, "h4.bp-kept__heading"));
}

/// The list on the visitor's first page.
pub(super) fn at_start(html: &mut Markup, cx: &ViewContext) {
    if let Some(list) = list(cx) {
        rows(html, cx, list, "h3.bp-kept__heading");
    }
}

fn form(html: &mut Markup, cx: &ViewContext) {
    html.element("form.bp-kept__form", |html| {
        cx.form(html, Message::ResultNamed);
        let text = &cx.visit.named.name;
        let named = ("keep-as", Label::KeepAs);
        cx.field(html, named, text, Message::NameTyped, GROUP_NAME_LENGTH, |html| {
            cx.submit(html, "button.bp-button", Label::KeepAsDo);
        });
        html.element("p.bp-said", |html| {
            html.attribute(Role, "status");
            html.words(cx.visit.named.said.map_or("", |said| cx.label(said)));
        });
    });
}

fn rows(
    html: &mut Markup,
    cx: &ViewContext,
    list: Result<NamedResults, NamedResultsError>,
    heading: &'static str,
) {
    let removed = cx.visit.named.removed.as_ref();
    let (list, fault) = match list {
        Ok(list) => (list, None),
        Err(NamedResultsError::NewerFormat) => (NamedResults::default(), Some(Label::KeptNewer)),
        Err(_) => (NamedResults::default(), Some(Label::KeptUnreadable)),
    };
    if list.list().is_empty() && fault.is_none() && removed.is_none() {
        return;
    }
    html.element("div.bp-kept", |html| {
        html.text(heading, cx.label(Label::Kept));
        match fault {
            Some(fault) => html.text("p", cx.label(fault)),
            None => html.element("ul.bp-kept__list", |html| {
                let removed_at = |place| removed.filter(|(at, _)| *at == place).map(|(_, result)| result);
                for (place, result) in list.list().iter().enumerate() {
                    if let Some(removed) = removed_at(place) {
                        row(html, cx, removed, true);
                    }
                    row(html, cx, result, false);
                }
                if let Some((_, removed)) = removed.filter(|(at, _)| *at >= list.list().len()) {
                    row(html, cx, removed, true);
                }
            }),
        }
        html.element("p", |html| cx.quiet(html, forgetting(cx), Message::AllForgotten));
    });
}

/// The label of the button that deletes everything on its second press.
pub(super) fn forgetting(cx: &ViewContext) -> Label {
    if cx.visit.named.is_clearing { Label::KeptSure } else { Label::KeptForget }
}

/// A row for a result. A removed result keeps its row for now, so that focus stays where the button was.
fn row(html: &mut Markup, cx: &ViewContext, result: &NamedResult, is_removed: bool) {
    let NamedResult { day, code, name } = result;
    html.entry("li.bp-kept__row", &[&**day, " ", code, " ", name].concat(), |html| {
        html.element("p.bp-kept__name", |html| {
            html.text("strong", name);
            html.space();
            html.text("time.bp-hint", day);
        });
        html.element("p.bp-ways", |html| {
            let result = || Box::new(result.clone());
            if is_removed {
                cx.about(html, "remove", Label::KeptReturn, name, Message::NamedReturned(result()));
            } else {
                cx.about(html, "open", Label::KeptOpen, name, Message::NamedOpened(result()));
                if matches!(cx.session.stage(), Stage::Result { .. }) {
                    cx.about(html, "compare", Label::CompareResults, name, Message::NamedCompared(result()));
                }
                cx.about(html, "remove", Label::KeptRemove, name, Message::NamedRemoved(result()));
            }
        });
    });
}

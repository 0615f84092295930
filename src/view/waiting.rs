//! What stands where a result will be, while the part of the program that draws it is on its way, or can't be had.

use super::attribute::Attribute::{AriaBusy, Role};
use super::markup::Markup;
use super::page::Page;
use super::{LaterPart, Message};
use crate::content::Label;

/// The page in the place of the result's.
pub(super) fn view(html: &mut Markup, page: &Page) {
    html.element("section.bp-interlude", |html| {
        if page.props.later_part != LaterPart::Failed {
            html.attribute(AriaBusy, "true");
        }
        page.heading(html, page.label(Label::ResultComing));
        html.element("div.bp-waiting", |html| {
            html.attribute(Role, "status");
            note(html, page);
        });
        html.element("div.bp-actions", |html| page.back(html));
    });
}

/// That it is on its way; or that it can't be had, and the way to try again.
pub(super) fn note(html: &mut Markup, page: &Page) {
    html.element("p.bp-note", |html| {
        if page.props.later_part != LaterPart::Failed {
            return html.words(page.label(Label::ResultComingText));
        }
        html.words(page.label(Label::ResultMissing));
        html.space();
        page.quiet(html, Label::TryAgain, Message::LaterPartWanted);
    });
}

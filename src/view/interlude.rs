//! The pages between questions.

use super::markup::Markup;
use super::page::Page;
use crate::assessment::{Event, Run, Section};
use crate::content::Label;

/// The core is answered: a provisional profile, or go on.
pub(super) fn halfway(html: &mut Markup, page: &Page, run: Run) {
    let rest = page.instrument().items().iter().filter(|item| item.section == Section::Rest).count();
    html.element("section.bp-interlude", |html| {
        page.tag(html, run);
        page.heading(html, page.label(Label::Halfway));
        html.text("p.bp-lede", &page.texts.fill(Label::HalfwayText, &[("count", &rest.to_string())]));
        html.element("div.bp-actions", |html| {
            page.back(html);
            html.element("div.bp-actions__on", |html| {
                page.secondary(html, page.label(Label::HalfwayResult), Event::ResultRequested);
                page.primary(html, Label::Continue, Event::Continued);
            });
        });
    });
}

/// The first group is done, the second comes.
pub(super) fn handover(html: &mut Markup, page: &Page) {
    let group = page.group_name(Run::Second);
    html.element("section.bp-interlude", |html| {
        page.heading(html, &page.texts.fill(Label::Handover, &[("group", group)]));
        html.text("p.bp-lede", page.label(Label::HandoverText));
        html.element("div.bp-actions", |html| {
            page.back(html);
            page.primary(html, Label::Continue, Event::Continued);
        });
    });
}

//! The pages between questions.

use super::context::ViewContext;
use super::markup::Markup;
use crate::assessment::{Event, Run, Section};
use crate::content::Label;

/// The core is answered: offers a provisional profile, or to continue.
pub(super) fn halfway(html: &mut Markup, cx: &ViewContext, run: Run) {
    let rest = cx.instrument().items().iter().filter(|item| item.section == Section::Rest).count();
    html.element("section.bp-interlude", |html| {
        cx.tag(html, run);
        cx.heading(html, cx.label(Label::Halfway));
        html.text("p.bp-lede", &cx.texts.fill(Label::HalfwayText, &[("count", &rest.to_string())]));
        html.element("div.bp-actions", |html| {
            cx.back(html);
            html.element("div.bp-actions__on", |html| {
                cx.secondary(html, cx.label(Label::HalfwayResult), Event::ResultRequested);
                cx.primary(html, Label::Continue, Event::Continued);
            });
        });
    });
}

/// The first group is done, the second follows.
pub(super) fn handover(html: &mut Markup, cx: &ViewContext) {
    let group = cx.group_name(Run::Second);
    html.element("section.bp-interlude", |html| {
        cx.heading(html, &cx.texts.fill(Label::Handover, &[("group", group)]));
        html.text("p.bp-lede", cx.label(Label::HandoverText));
        html.element("div.bp-actions", |html| {
            cx.back(html);
            cx.primary(html, Label::Continue, Event::Continued);
        });
    });
}

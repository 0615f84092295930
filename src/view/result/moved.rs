//! How far the profile has moved since the result was opened, and the way back: a bar at the result's lower edge.

use super::Report;
use crate::assessment::{Event, Outcome};
use crate::content::Label;
use crate::view::attribute::Attribute::*;
use crate::view::axis;
use crate::view::markup::Markup;

/// The bar. The place of its words is always there, or nobody would hear them come.
pub(super) fn view(html: &mut Markup, report: &Report) {
    let page = report.page;
    let before = page.session.outcome_before_revision(report.run).filter(|_| page.can_change());
    let shape = if before.is_some() { "div.bp-moved bp-moved--shown" } else { "div.bp-moved" };
    html.element(shape, |html| {
        html.element("p.bp-moved__words", |html| {
            html.attribute(Role, "status");
            if let Some(before) = &before {
                words(html, report, before);
            }
        });
        html.place(|html| {
            if let Some(before) = &before {
                axis::moved(html, before.scores.total, report.outcome.scores.total);
                page.secondary(html, page.label(Label::Undo), Event::RevisionUndone);
            }
        });
    });
}

/// The profile now, the one before if that was another, and the way the score went.
fn words(html: &mut Markup, report: &Report, before: &Outcome) {
    let (texts, now) = (report.texts(), report.outcome);
    report.page.tag(html, report.run);
    html.space();
    html.text("strong", &texts.moved(before, now));
    for more in [texts.moved_from(before, now), texts.moved_by(before, now)].into_iter().flatten() {
        html.space();
        html.text("span", &more);
    }
}

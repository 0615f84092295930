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
    html.element(if before.is_some() { "div.bp-moved bp-moved--shown" } else { "div.bp-moved" }, |html| {
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

/// The profile now, and from where it and the score have come.
fn words(html: &mut Markup, report: &Report, before: &Outcome) {
    let (profile, more) = report.texts().moved(before, report.outcome);
    report.page.tag(html, report.run);
    html.space();
    html.text("strong", &profile);
    html.space();
    html.text("span", &more);
}

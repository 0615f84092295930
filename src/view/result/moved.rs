//! How far the profile has moved since the result was opened, and the way back: a bar at the result's lower edge.

use super::ResultView;
use crate::assessment::{Event, Outcome};
use crate::content::Label;
use crate::view::attribute::Attribute::*;
use crate::view::axis;
use crate::view::markup::Markup;

/// The bar. The place of its words is always there, or nobody would hear them come.
pub(super) fn view(html: &mut Markup, result: &ResultView) {
    let cx = result.cx;
    let before = cx.session.outcome_before_revision(result.run).filter(|_| cx.can_change());
    html.element(if before.is_some() { "div.bp-moved bp-moved--shown" } else { "div.bp-moved" }, |html| {
        html.element("p.bp-moved__words", |html| {
            html.attribute(Role, "status");
            if let Some(before) = &before {
                words(html, result, before);
            }
        });
        html.place(|html| {
            if let Some(before) = &before {
                axis::moved(html, before.scores.total, result.outcome.scores.total);
                cx.secondary(html, cx.label(Label::Undo), Event::RevisionUndone);
            }
        });
    });
}

/// The profile now, and from where it and the score have come.
fn words(html: &mut Markup, result: &ResultView, before: &Outcome) {
    let (profile, more) = result.texts().moved(before, result.outcome);
    result.cx.tag(html, result.run);
    html.space();
    html.text("strong", &profile);
    html.space();
    html.text("span", &more);
}

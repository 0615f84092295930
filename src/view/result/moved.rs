//! A bar at the result's lower edge: how far the profile has moved since it opened, and an undo button.

use super::ResultView;
use crate::assessment::{Event, Outcome};
use crate::content::Label;
use crate::view::attribute::Attribute::*;
use crate::view::marks;
use crate::view::markup::Markup;

/// The bar. Its status element always exists, so that screen readers announce its changes.
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
                marks::moved(html, before.scores.total, result.outcome.scores.total);
                cx.secondary(html, cx.label(Label::Undo), Event::RevisionUndone);
            }
        });
    });
}

/// The profile now, and the profile and score before.
fn words(html: &mut Markup, result: &ResultView, before: &Outcome) {
    let (profile, more) = result.texts().moved(before, result.outcome);
    result.cx.tag(html, result.run);
    html.space();
    html.text("strong", &profile);
    html.space();
    html.text("span", &more);
}

//! Why the profile is what it is: a row for each dimension, their sum, and how certain it is.

use super::{ResultView, dimensions, firmness, summary};
use crate::content::Label;
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, result: &ResultView) {
    html.element("p.bp-hint", |html| {
        if result.cx.group(result.run).is_some() {
            html.words(&summary::whose(result));
            html.words(". ");
        }
        match result.outcome.profile {
            Some(profile) => html.words(&result.texts().profile(profile).text),
            None => html.words(result.label(Label::UnnamedText)),
        }
        if let Some(expectation) = result.cx.session.expectation(result.outcome) {
            html.space();
            html.text("span.bp-expectation", &result.texts().expectation(expectation));
        }
    });
    dimensions::view(html, result);
    html.place(|html| {
        if !result.outcome.consistency.is_contradictory() {
            firmness::view(html, result, "h4.bp-firm__title");
        }
    });
}

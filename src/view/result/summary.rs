//! The top of the result: the profile's name, the reason in one sentence, and the point on the axis.

use super::ResultView;
use crate::assessment::Fraction;
use crate::content::Label;
use crate::view::axis;
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, result: &ResultView) {
    let (texts, outcome) = (result.texts(), result.outcome);
    html.element("header.bp-summary", |html| {
        html.text("p.bp-kicker", &kicker(result));
        result.cx.heading(html, &texts.headline(outcome));
        if outcome.profile.is_some() {
            html.text("p.bp-lede bp-because", &texts.because(outcome));
        }
        html.element("div.bp-spectrum", |html| spectrum(html, result));
        match outcome.profile {
            Some(profile) => html.text("p.bp-summary__text", &texts.profile(profile).text),
            None => html.text("p.bp-summary__text", result.label(Label::UnnamedText)),
        }
        if let Some(expectation) = result.cx.session.expectation(outcome) {
            html.text("p.bp-summary__text bp-expectation", &texts.expectation(expectation));
        }
    });
}

/// Whose profile it is, whether it is provisional, and the number of answers.
fn kicker(result: &ResultView) -> String {
    let outcome = result.outcome;
    let is_provisional = outcome.profile.is_some() && !outcome.range.is_certain();
    let title = match result.cx.group(result.run) {
        Some(group) => result.texts().fill(Label::ProfileOf, &[("group", group)]),
        None if !result.cx.can_change() => result.label(Label::SharedProfile).to_owned(),
        None if is_provisional => result.label(Label::Provisional).to_owned(),
        None => result.label(Label::YourProfile).to_owned(),
    };
    format!("{title} · {}", result.texts().answers(outcome.answered))
}

fn spectrum(html: &mut Markup, result: &ResultView) {
    let (texts, outcome) = (result.texts(), result.outcome);
    let place = outcome.scores.points().map(|points| texts.towards(points)).unwrap_or_default();
    let range = (!outcome.missing.is_empty()).then_some(outcome.range);
    html.element("span.bp-unseen", |html| {
        if outcome.scores.total.is_some() {
            html.words(&texts.fill(Label::Axis, &[("place", &place)]));
        }
        if let Some(range) = range {
            if outcome.scores.total.is_some() {
                html.space();
            }
            let (low, high) = (words_for(result, range.low), words_for(result, range.high));
            html.words(&texts.fill(Label::AxisRange, &[("low", &low), ("high", &high)]));
        }
    });
    axis::spectrum(html, outcome.scores.total, range, &place);
    html.element("p.bp-spectrum__ends", |html| {
        html.text("span", result.label(Label::AxisB2c));
        html.space();
        html.text("span", result.label(Label::AxisB2b));
    });
}

/// A score in words.
pub(super) fn words_for(result: &ResultView, score: Fraction) -> String {
    result.texts().towards(score.to_points())
}

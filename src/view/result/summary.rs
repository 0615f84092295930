//! The top of the report: the name, one sentence why, and the point on the axis.

use super::Report;
use crate::assessment::Fraction;
use crate::content::Label;
use crate::view::axis;
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, report: &Report) {
    let (texts, outcome) = (report.texts(), report.outcome);
    html.element("header.bp-summary", |html| {
        html.text("p.bp-kicker", &kicker(report));
        report.page.heading(html, &texts.headline(outcome));
        if outcome.profile.is_some() {
            html.text("p.bp-lede bp-because", &texts.because(outcome));
        }
        html.element("div.bp-spectrum", |html| spectrum(html, report));
        match outcome.profile {
            Some(profile) => html.text("p.bp-summary__text", &texts.profile(profile).text),
            None => html.text("p.bp-summary__text", report.label(Label::UnnamedText)),
        }
        if let Some(expectation) = report.page.session.expectation(outcome) {
            html.text("p.bp-summary__text bp-expectation", &texts.expectation(expectation));
        }
    });
}

/// Whose profile, how firm, on how many answers.
fn kicker(report: &Report) -> String {
    let outcome = report.outcome;
    let is_provisional = outcome.profile.is_some() && !outcome.range.is_certain();
    let title = match report.page.group(report.run) {
        Some(group) => report.texts().fill(Label::ProfileOf, &[("group", group)]),
        None if !report.page.can_change() => report.label(Label::SharedProfile).to_owned(),
        None if is_provisional => report.label(Label::Provisional).to_owned(),
        None => report.label(Label::YourProfile).to_owned(),
    };
    format!("{title} · {}", report.texts().answers(outcome.answered))
}

fn spectrum(html: &mut Markup, report: &Report) {
    let (texts, outcome) = (report.texts(), report.outcome);
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
            let (low, high) = (words_for(report, range.low), words_for(report, range.high));
            html.words(&texts.fill(Label::AxisRange, &[("low", &low), ("high", &high)]));
        }
    });
    axis::spectrum(html, outcome.scores.total, range, &place);
    html.element("p.bp-spectrum__ends", |html| {
        html.text("span", report.label(Label::AxisB2c));
        html.space();
        html.text("span", report.label(Label::AxisB2b));
    });
}

/// A score in words.
pub(super) fn words_for(report: &Report, score: Fraction) -> String {
    report.texts().towards(score.to_points())
}

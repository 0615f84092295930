//! The top of the report: the name, one sentence why, and the point on the axis.

use super::Report;
use crate::assessment::Fraction;
use crate::content::Label;
use crate::view::axis;
use crate::view::markup::{block, text, unseen};
use yew::prelude::*;

pub(super) fn view(report: Report) -> Html {
    let (texts, outcome) = (report.texts(), report.outcome);
    let profile_text = match outcome.profile {
        Some(profile) => texts.profile(profile).text.as_str(),
        None => report.label(Label::UnnamedText),
    };
    let because = outcome.profile.map(|_| text("p", "bp-lede bp-because", texts.because(outcome)));
    let expectation = report.page.session.expectation(outcome);
    let expectation = expectation.map(|found| text("p", "bp-summary__text bp-expectation", texts.expectation(found)));
    let children = vec![
        text("p", "bp-kicker", kicker(report)),
        report.page.heading(&texts.headline(outcome)),
        because.unwrap_or_default(),
        spectrum(report),
        text("p", "bp-summary__text", profile_text),
        expectation.unwrap_or_default(),
    ];
    block("header", "bp-summary", children)
}

/// Whose profile, how firm, on how many answers.
fn kicker(report: Report) -> String {
    let outcome = report.outcome;
    let is_provisional = outcome.profile.is_some() && !outcome.range.is_certain();
    let title = match report.page.group(report.run) {
        Some(group) => report.texts().fill(Label::ProfileOf, &[("group", group)]),
        None if is_provisional => report.label(Label::Provisional).to_owned(),
        None => report.label(Label::YourProfile).to_owned(),
    };
    format!("{title} · {}", report.texts().answers(outcome.answered))
}

fn spectrum(report: Report) -> Html {
    let (texts, outcome) = (report.texts(), report.outcome);
    let place = outcome.scores.points().map(|points| texts.towards(points));
    let range = (!outcome.missing.is_empty()).then_some(outcome.range);
    let words = place.as_ref().map(|place| texts.fill(Label::Axis, &[("place", place)]));
    let range_words = range.map(|range| {
        let (low, high) = (words_for(report, range.low), words_for(report, range.high));
        texts.fill(Label::AxisRange, &[("low", &low), ("high", &high)])
    });
    let ends = [Label::AxisB2c, Label::AxisB2b].map(|end| text("span", "", report.label(end)));
    let said = [words, range_words].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let children = vec![
        unseen(said),
        axis::spectrum(outcome.scores.total, range, &place.unwrap_or_default()),
        block("p", "bp-spectrum__ends", ends.to_vec()),
    ];
    block("div", "bp-spectrum", children)
}

/// A score in words.
pub(super) fn words_for(report: Report, score: Fraction) -> String {
    report.texts().towards(score.to_points())
}

//! Point by point: six bars whose points add up to the score, each with its answers and sources.

use super::Report;
use crate::assessment::{Dimension, DimensionScore, Event, Item, Pole};
use crate::content::{DimensionTexts, Label, Text};
use crate::view::axis;
use crate::view::markup::{block, disclosure, entry, space, text};
use yew::prelude::*;

pub(super) fn view(report: Report) -> Html {
    let rows = report.instrument().dimensions().iter().zip(&report.outcome.scores.dimensions);
    let rows = rows.map(|(dimension, score)| row(report, dimension, score)).collect();
    let total = report.outcome.scores.points().map(|points| {
        let name = text("strong", "", report.label(Label::DimensionTotal));
        let points = text("span", "bp-dimensions__points", report.texts().towards(points));
        block("p", "bp-dimensions__total", vec![name, points])
    });
    let children = vec![
        text("p", "bp-hint", report.label(Label::DimensionsText)),
        block("ul", "bp-dimensions__list", rows),
        total.unwrap_or_default(),
    ];
    report.section("dimensions", Label::Dimensions, children)
}

fn row(report: Report, dimension: &Dimension, score: &DimensionScore) -> Html {
    let texts = report.texts().dimension(dimension.id);
    let mut points = match score.points {
        Some(points) => report.texts().towards(points),
        None => report.label(Label::DimensionNone).to_owned(),
    };
    if score.is_thin() {
        points = format!("{points} · {}", report.label(Label::DimensionThin));
    }
    let children = vec![
        text("h4", "bp-dimension__name", texts.name.as_str()),
        text("p", "bp-dimension__points", points),
        block("div", "bp-dimension__picture", vec![axis::bar(score.score), poles(texts)]),
        disclosure(report.page, Label::DimensionDetails, &texts.name, details(report, dimension, texts)),
    ];
    entry(dimension.id.as_str(), "bp-dimension", children)
}

/// The two ends of a dimension's line.
pub(super) fn poles(texts: &DimensionTexts) -> Html {
    let ends = [texts.b2c, texts.b2b].map(|end| text("span", "", end.as_str()));
    block("p", "bp-poles", ends.to_vec())
}

/// What was answered, and where each item and each pole comes from.
fn details(report: Report, dimension: &Dimension, texts: &DimensionTexts) -> Vec<Html> {
    let answers = report.instrument().items_of(dimension.id).map(|item| answer(report, dimension, item));
    let mut details = vec![block("ul", "bp-answers", answers.collect())];
    for (pole, name) in [(Pole::B2c, texts.b2c), (Pole::B2b, texts.b2b)] {
        let is_inferred = dimension.inferred == Some(pole);
        let inference = report.texts().inference(dimension.id).filter(|_| is_inferred);
        details.push(text("p", "bp-source-title", format!("{}: {name}", report.texts().pole(pole))));
        details.push(report.page.sources(dimension.sources(pole), inference));
    }
    details
}

fn answer(report: Report, dimension: &Dimension, item: &Item) -> Html {
    let given = report.page.session.run(report.run).answers.item(report.instrument(), item.id);
    let inference: Option<Text> = report.texts().inference(dimension.id).filter(|_| item.is_inferred);
    let answer = vec![
        text("span", "", report.texts().item(item.id).question.as_str()),
        space(),
        text("strong", "", report.texts().answer(item, given)),
        space(),
        report.page.link(report.label(Label::ReviewAnswer), Event::ReviewRequested(vec![item.id])),
    ];
    let children = vec![
        block("p", "bp-answer", answer),
        text("p", "bp-source-title", report.label(Label::Source)),
        report.page.sources(&item.sources, inference),
    ];
    entry(item.id.as_str(), "", children)
}

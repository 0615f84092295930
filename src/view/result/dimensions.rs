//! Point by point: six bars whose points add up to the score, each with its answers and sources.

use super::Report;
use crate::assessment::{Dimension, DimensionScore, Event, Item, Pole};
use crate::content::Label;
use crate::view::axis;
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, report: &Report) {
    let scores = &report.outcome.scores;
    report.section(html, "dimensions", Label::Dimensions, |html| {
        html.text("p.bp-hint", report.label(Label::DimensionsText));
        html.element("ul.bp-dimensions__list", |html| {
            for (dimension, score) in report.instrument().dimensions().iter().zip(&scores.dimensions) {
                row(html, report, dimension, score);
            }
        });
        if let Some(points) = scores.points() {
            html.element("p.bp-dimensions__total", |html| {
                html.text("strong", report.label(Label::DimensionTotal));
                html.text("span.bp-dimensions__points", &report.texts().towards(points));
            });
        }
    });
}

fn row(html: &mut Markup, report: &Report, dimension: &Dimension, score: &DimensionScore) {
    let texts = report.texts().dimension(dimension.id);
    html.entry("li.bp-dimension", dimension.id.as_str(), |html| {
        html.text("h4.bp-dimension__name", &texts.name);
        html.element("p.bp-dimension__points", |html| {
            match score.points {
                Some(points) => html.words(&report.texts().towards(points)),
                None => html.words(report.label(Label::DimensionNone)),
            }
            if score.is_thin() {
                html.words(" · ");
                html.words(report.label(Label::DimensionThin));
            }
        });
        html.element("div.bp-dimension__picture", |html| {
            axis::bar(html, score.score);
            poles(html, [&texts.b2c, &texts.b2b]);
        });
        let label = Label::DimensionDetails;
        report.page.disclosure(html, label, &texts.name, |html| details(html, report, dimension));
    });
}

/// The two ends of a line, in words.
pub(super) fn poles(html: &mut Markup, [b2c, b2b]: [&str; 2]) {
    html.element("p.bp-poles", |html| {
        html.text("span", b2c);
        html.text("span", b2b);
    });
}

/// What was answered, and where each item and each pole comes from.
fn details(html: &mut Markup, report: &Report, dimension: &Dimension) {
    let texts = report.texts().dimension(dimension.id);
    html.element("ul.bp-answers", |html| {
        for item in report.instrument().items_of(dimension.id) {
            answer(html, report, item);
        }
    });
    for (pole, name) in [(Pole::B2c, texts.b2c), (Pole::B2b, texts.b2b)] {
        let is_inferred = dimension.inferred == Some(pole);
        let inference = report.texts().inference(dimension.id).filter(|_| is_inferred);
        html.text("p.bp-source-title", &format!("{}: {name}", report.texts().pole(pole)));
        report.page.sources(html, dimension.sources(pole), inference);
    }
}

fn answer(html: &mut Markup, report: &Report, item: &Item) {
    let given = report.page.session.run(report.run).answers.item(report.instrument(), item.id);
    html.entry("li", item.id.as_str(), |html| {
        html.element("p.bp-answer", |html| {
            html.text("span", &report.texts().item(item.id).question);
            html.space();
            html.text("strong", &report.texts().answer(item, given));
            html.space();
            if report.page.can_change() {
                let event = Event::ReviewRequested(vec![item.id]);
                report.page.link(html, report.label(Label::ReviewAnswer), event);
            }
        });
        html.text("p.bp-source-title", report.label(Label::Source));
        report.page.sources(html, &item.sources, report.texts().item_inference(item));
    });
}

//! The dimensions: a row each, whose points add up to the score. Each opens to the answers behind it, its double
//! weight and its sources.

use super::ResultView;
use super::answer::{self, Asked};
use crate::assessment::{Answers, Dimension, DimensionScore, Event, Item, Pole, SourceId};
use crate::content::{Label, Text};
use crate::view::attribute::Attribute::*;
use crate::view::context::ViewContext;
use crate::view::marks;
use crate::view::markup::{Markup, On};

/// The points at which a bar is full: those of one dimension among six. With fewer, or a double weight, the longest.
const FULL_BAR: i32 = 17;

pub(super) fn view(html: &mut Markup, result: &ResultView) {
    let scores = &result.outcome.scores;
    let longest = scores.dimensions.iter().filter_map(|score| score.points).map(i32::abs).max();
    let longest = longest.unwrap_or_default().max(FULL_BAR);
    html.element("ul.bp-rows bp-dimensions", |html| {
        for (dimension, score) in result.instrument().dimensions().iter().zip(&scores.dimensions) {
            row(html, result, dimension, score, longest);
        }
    });
    html.place(|html| {
        if let Some(points) = scores.points() {
            total(html, result, ["p.bp-dimensions__total", "span.bp-dimensions__points"], points);
        }
    });
}

/// The sum of the points.
#[inline(never)]
fn total(html: &mut Markup, result: &ResultView, [shape, points_shape]: [&'static str; 2], points: i32) {
    html.element(shape, |html| {
        html.text("strong", result.label(Label::DimensionTotal));
        html.space();
        html.text(points_shape, &result.texts().towards(points));
    });
}

fn row(html: &mut Markup, result: &ResultView, dimension: &Dimension, score: &DimensionScore, longest: i32) {
    let texts = result.texts();
    html.entry("li.bp-dimension", dimension.id.as_str(), |html| {
        html.element("details.bp-row", |html| {
            html.element("summary.bp-row__head", |html| {
                html.element("span.bp-row__text", |html| {
                    html.element("strong.bp-row__title bp-dimension__name", |html| {
                        html.words(&texts.dimension(dimension.id).name);
                        if doubled(result, dimension).0 {
                            html.space();
                            html.text("span.bp-tag bp-tag--beside", result.label(Label::CountsDouble));
                        }
                    });
                    html.space();
                    html.element("span", |html| {
                        let side = score.score.map_or("bp-neither", marks::side_class);
                        html.attribute(Class, &["bp-row__line bp-dimension__word ", side].concat());
                        html.words(texts.winning_word(score));
                    });
                });
                html.space();
                marks::bar(html, score.points, longest);
                html.text(
                    "span.bp-dimension__points",
                    &score.points.map_or_else(String::new, |points| texts.short_points(points)),
                );
            });
            html.element("div.bp-row__body", |html| details(html, result, dimension, score));
        });
    });
}

/// The answers and their points, the double weight, and the sources of each item and pole.
fn details(html: &mut Markup, result: &ResultView, dimension: &Dimension, score: &DimensionScore) {
    html.place(|html| {
        if score.is_thin() {
            html.text("p.bp-hint", result.label(Label::DimensionThin));
        }
    });
    html.element("div.bp-answers", |html| {
        html.element("ul.bp-answers__list", |html| {
            for item in result.instrument().items_of(dimension.id) {
                answer(html, result, item);
            }
        });
        html.place(|html| {
            if let Some(points) = score.points.filter(|_| score.answered > 1) {
                total(html, result, ["p.bp-answers__total", "span.bp-answer__points"], points);
            }
        });
    });
    html.place(|html| {
        if result.cx.can_change() {
            double(html, result, dimension);
        }
    });
    let name = &result.texts().dimension(dimension.id).name;
    result.cx.disclosure(html, Label::Source, name, |html| sources(html, result, dimension));
}

/// An item with its answer and its points.
fn answer(html: &mut Markup, result: &ResultView, item: &Item) {
    let mut contributions = result.outcome.scores.contributions.iter();
    let points = contributions.find(|contribution| contribution.item == item.id);
    html.entry("li.bp-answer", item.id.as_str(), |html| {
        answer::view(html, result, Asked::Item(item.id));
        html.element("p.bp-answer__points", |html| match points {
            Some(contribution) => html.words(&result.texts().towards(contribution.points)),
            None => html.words(result.label(Label::NotCounted)),
        });
    });
}

/// Whether a dimension counts double, and how many dimensions do.
#[inline(never)]
fn doubled(result: &ResultView, dimension: &Dimension) -> (bool, usize) {
    let answers = &result.cx.session.run(result.run).answers;
    let mut is_doubled = false;
    let mut count = 0;
    for id in answers.doubled(result.instrument()) {
        is_doubled |= id == dimension.id;
        count += 1;
    }
    (is_doubled, count)
}

/// The checkbox that makes a dimension count double; disabled, with a reason, if enough others do already.
fn double(html: &mut Markup, result: &ResultView, dimension: &Dimension) {
    let cx = result.cx;
    let (is_doubled, count) = doubled(result, dimension);
    let is_barred = !is_doubled && count >= Answers::MOST_DOUBLED;
    let text = if is_barred { Label::CountsDoubleMost } else { Label::CountsDoubleText };
    let help = cx.id_of(("double-help", dimension.id.as_str()));
    html.element("div.bp-double", |html| {
        html.element("label.bp-check", |html| {
            html.element("input", |html| {
                html.attributes(&[(Type, "checkbox"), (AriaDescribedby, &help)]);
                cx.control(html, ("double", dimension.id.as_str()));
                if is_barred {
                    html.attribute(Disabled, "");
                }
                html.checked(is_doubled);
                html.on(On::Change, cx.session_callback(Event::Weighed(dimension.id, !is_doubled)));
            });
            html.element("span", |html| {
                html.words(result.label(Label::CountsDouble));
                ViewContext::meaning(html, &result.texts().dimension(dimension.id).name);
            });
        });
        html.element("p.bp-hint", |html| {
            html.attribute(Id, &help);
            html.words(result.label(text));
        });
    });
}

fn sources(html: &mut Markup, result: &ResultView, dimension: &Dimension) {
    let texts = result.texts();
    for item in result.instrument().items_of(dimension.id) {
        source(html, result, &texts.item(item.id).question, &item.sources, texts.item_inference(item));
    }
    let names = texts.dimension(dimension.id);
    for (pole, name) in [(Pole::B2c, names.b2c), (Pole::B2b, names.b2b)] {
        let is_inferred = dimension.inferred == Some(pole);
        let inference = texts.inference(dimension.id).filter(|_| is_inferred);
        let title = format!("{}: {name}", texts.pole(pole));
        source(html, result, &title, dimension.sources(pole), inference);
    }
}

fn source(
    html: &mut Markup,
    result: &ResultView,
    title: &str,
    sources: &[SourceId],
    inference: Option<Text>,
) {
    html.text("p.bp-source-title", title);
    result.cx.sources(html, sources, inference);
}

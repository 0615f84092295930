//! The profile line: the score on the axis, and below it the six dimensions on the same scale, joined by a line.
//!
//! B2C is on the left, B2B on the right. The words of both sides are beside each track, and those of the winning
//! side are bold. The drawing is SVG whose geometry is in attributes. That needs no inline style, so it works under
//! the strictest CSP, and it stays sharp at any width.

mod geometry;

use super::attribute::Attribute::*;
use super::context::ViewContext;
use super::marks::{self, percent, picture};
use super::markup::Markup;
use crate::assessment::{DimensionId, Fraction, Outcome, Pole, Profile};
use crate::content::{Label, Texts};
use geometry::{Point, Tracks};

/// A result in the drawing: its name, needed only if there are several, and its outcome.
pub(super) struct Series<'a> {
    pub(super) name: String,
    pub(super) outcome: &'a Outcome,
}

/// Draws up to four results. With several, `different` is the dimension to highlight.
pub(super) fn view(html: &mut Markup, cx: &ViewContext, series: &[Series], different: Option<DimensionId>) {
    let single = match series {
        [one] => Some(one.outcome),
        _ => None,
    };
    html.element("figure.bp-line", |html| {
        html.attributes(&[(Role, "img"), (Part, "axis"), (Dir, "ltr")]);
        html.attribute(AriaLabel, &name(cx, series));
        end(html, "div.bp-line__end bp-line__end--b2c", cx.label(Label::AxisB2c));
        html.element("div.bp-line__axis", |html| axis(html, cx.texts, series, single));
        end(html, "div.bp-line__end bp-line__end--b2b", cx.label(Label::AxisB2b));
        plot(html, cx, series, single, different);
        for dimension in cx.instrument().dimensions() {
            let texts = cx.texts.dimension(dimension.id);
            let won = single.and_then(|outcome| Pole::of_sign(score(outcome, dimension.id)?.signum()));
            let is_different = different == Some(dimension.id);
            html.element("div.bp-line__words", |html| {
                word(html, Pole::B2c, &texts.b2c, won, is_different);
                html.space();
                word(html, Pole::B2b, &texts.b2b, won, is_different);
            });
        }
    });
}

fn score(outcome: &Outcome, dimension: DimensionId) -> Option<Fraction> {
    outcome.scores.dimension(dimension)?.score
}

/// The whole drawing in words, for screen readers.
fn name(cx: &ViewContext, series: &[Series]) -> String {
    let mut name = String::new();
    for Series { name: of, outcome } in series {
        if !of.is_empty() {
            name.extend([of, ": "]);
        }
        name.push_str(&cx.texts.place(outcome.scores.points()));
        name.push_str(". ");
        if !outcome.missing.is_empty() {
            name.push_str(&cx.texts.range(Label::AxisRange, outcome.range));
            name.push(' ');
        }
        for dimension in &outcome.scores.dimensions {
            let texts = cx.texts.dimension(dimension.id);
            name.extend([&*texts.name, ": ", cx.texts.winning_word(dimension), ", "]);
            name.push_str(&cx.texts.place(dimension.points));
            name.push_str(". ");
        }
    }
    name.truncate(name.trim_end().len());
    name
}

/// An end of the axis: "B2B · companies" in two lines.
fn end(html: &mut Markup, shape: &'static str, label: &str) {
    let (pole, who) = label.split_once('·').unwrap_or((label, ""));
    html.element(shape, |html| {
        html.text("strong", pole.trim_end());
        html.space();
        html.text("span", who.trim_start());
    });
}

/// The words of one side of a track.
fn word(html: &mut Markup, pole: Pole, text: &str, won: Option<Pole>, is_different: bool) {
    let mut class = match pole {
        Pole::B2c => "bp-line__word bp-line__word--b2c".to_owned(),
        Pole::B2b => "bp-line__word bp-line__word--b2b".to_owned(),
    };
    if won == Some(pole) {
        class.push_str(" bp-line__word--won");
    }
    if is_different {
        class.push_str(" bp-line__word--different");
    }
    html.element("span", |html| {
        html.attribute(Class, &class);
        html.words(text);
    });
}

/// The axis with the point of each result; for a single one with its label and the range still possible.
fn axis(html: &mut Markup, texts: &Texts, series: &[Series], single: Option<&Outcome>) {
    let total = single.and_then(|outcome| outcome.scores.total);
    if let Some(total) = total {
        marks::label_at(html, total, &texts.towards(total.to_points()));
    }
    html.element("div.bp-line__scale", |html| {
        html.text("div.bp-line__bar", "");
        picture(html, "svg.bp-line__points", |html| {
            if let Some(outcome) = single.filter(|outcome| !outcome.missing.is_empty()) {
                let (low, high) = (outcome.range.low.to_place(), outcome.range.high.to_place());
                html.element("rect.bp-line__range", |html| {
                    html.attribute(X, &marks::percent_of(low));
                    html.attribute(Width, &marks::percent_of(high - low));
                    html.attributes(&[(Y, "4"), (Height, "18"), (Rx, "9")]);
                });
            }
            if let (Some(total), Some(outcome)) = (total, single) {
                let is_split = outcome.profile == Some(Profile::Split);
                html.element(
                    if is_split {
                        "circle.bp-line__point bp-line__point--split"
                    } else {
                        "circle.bp-line__point"
                    },
                    |html| {
                        html.attribute(Cx, &percent(total));
                        html.attributes(&[(Cy, "50%"), (R, "9")]);
                    },
                );
            } else {
                for (place, one) in series.iter().enumerate().rev() {
                    if let Some(total) = one.outcome.scores.total {
                        marks::at(html, (&percent(total), "50%"), place, "bp-line__total");
                    }
                }
            }
        });
    });
}

/// The tracks of the dimensions, with a node on each, joined by a line for each result.
fn plot(
    html: &mut Markup,
    cx: &ViewContext,
    series: &[Series],
    single: Option<&Outcome>,
    different: Option<DimensionId>,
) {
    let dimensions = cx.instrument().dimensions();
    let tracks = Tracks { count: dimensions.len() };
    picture(html, "svg.bp-line__plot", |html| {
        html.element("svg.bp-line__lines", |html| {
            html.attribute(ViewBox, &tracks.view_box());
            html.attributes(&[(PreserveAspectRatio, "none"), (Width, "100%"), (Height, "100%")]);
            if let Some(row) = dimensions.iter().position(|dimension| Some(dimension.id) == different) {
                path(html, "path.bp-line__band", &tracks.band(row));
            }
            let is_answered = |id| series.iter().any(|one| score(one.outcome, id).is_some());
            for (row, dimension) in dimensions.iter().enumerate() {
                let shape = if is_answered(dimension.id) {
                    "path.bp-line__track"
                } else {
                    "path.bp-line__track bp-line__track--none"
                };
                path(html, shape, &tracks.track(row));
            }
            path(html, "path.bp-line__middle", &tracks.upright(geometry::MIDDLE, 0));
            for (place, one) in series.iter().enumerate().rev() {
                let nodes: Vec<Point> = (dimensions.iter().enumerate())
                    .filter_map(|(row, dimension)| Some(tracks.point(row, score(one.outcome, dimension.id)?)))
                    .collect();
                lines(html, &nodes, place, single.is_some());
            }
            // Where the sides are far apart, the mean says little.
            if let Some(outcome) = single.filter(|outcome| outcome.profile != Some(Profile::Split))
                && let Some(total) = outcome.scores.total
            {
                path(html, "path.bp-line__plumb", &tracks.upright(total.to_place(), tracks.above()));
            }
        });
        for (place, one) in series.iter().enumerate().rev() {
            for (row, dimension) in dimensions.iter().enumerate() {
                if let Some(score) = score(one.outcome, dimension.id) {
                    marks::at(html, (&percent(score), &tracks.height(row)), place, marks::side_class(score));
                }
            }
        }
    });
}

/// The line through the nodes in the colour of each side, and for a single result the areas up to the middle.
fn lines(html: &mut Markup, nodes: &[Point], place: usize, has_areas: bool) {
    let class = ["bp-line__profile", "bp-line__profile--2", "bp-line__profile--3", "bp-line__profile--4"];
    for (side, colour) in [(Some(Pole::B2c), "bp-b2c"), (Some(Pole::B2b), "bp-b2b"), (None, "bp-neither")] {
        if has_areas && side.is_some() {
            html.element("path", |html| {
                html.attribute(Class, &["bp-line__area ", colour].concat());
                html.attribute(D, &geometry::areas(nodes, side));
            });
        }
        html.element("path", |html| {
            html.attribute(Class, &[class[place.min(3)], " ", colour].concat());
            html.attribute(D, &geometry::line(nodes, side));
        });
    }
}

fn path(html: &mut Markup, shape: &'static str, data: &str) {
    html.element(shape, |html| html.attribute(D, data));
}

//! Marks on an axis: points and symbols at a place from B2C (left) to B2B (right).
//!
//! Places are in percent of the width, so a picture is as wide as its container. Screen readers skip the pictures;
//! text beside them says the same.

use super::attribute::Attribute::*;
use super::markup::Markup;
use crate::assessment::{Fraction, Pole};

/// The middle of the axis, in hundredths of a percent.
const MIDDLE: i32 = 5_000;
/// The B2B end of the axis, in hundredths of a percent.
pub(super) const END: i32 = 10_000;

/// A score's place, in percent from the B2C end.
pub(super) fn percent(score: Fraction) -> String {
    percent_of(score.to_place())
}

/// Formats hundredths of a percent for SVG, without floats: formatting those would add 5 kB to the wasm.
pub(super) fn percent_of(place: i32) -> String {
    format!("{}.{:02}%", place / 100, place % 100)
}

/// The class for the colour of a score's side.
pub(super) fn side_class(score: Fraction) -> &'static str {
    side_of(Pole::of_sign(score.signum()))
}

/// The class for the colour of a side.
pub(super) fn side_of(side: Option<Pole>) -> &'static str {
    match side {
        Some(Pole::B2b) => "bp-b2b",
        Some(Pole::B2c) => "bp-b2c",
        None => "bp-neither",
    }
}

/// A picture as wide as its container. Its height is in the style sheet.
pub(super) fn picture(html: &mut Markup, shape: &'static str, write: impl FnOnce(&mut Markup)) {
    html.element(shape, |html| {
        frame(html, "100%", "100%");
        write(html);
    });
}

/// Sets the size of a picture and hides it from screen readers.
#[inline(never)]
fn frame(html: &mut Markup, width: &str, height: &str) {
    html.attributes(&[(Width, width), (Height, height), (AriaHidden, "true"), (Focusable, "false")]);
}

/// Places a label above a point. Two empty pictures share the space beside it, so that it never overflows,
/// and wraps if it is wider than the axis.
pub(super) fn label_at(html: &mut Markup, score: Fraction, label: &str) {
    let place = score.to_place();
    html.element("div.bp-above", |html| {
        html.attribute(AriaHidden, "true");
        html.element("svg", |html| frame(html, &percent_of(place), "1"));
        html.text("span.bp-above__label", label);
        html.element("svg", |html| frame(html, &percent_of(END - place), "1"));
    });
}

/// The mark of the result with this index, at a place in percent: distinct without colour.
pub(super) fn at(html: &mut Markup, (x, y): (&str, &str), place: usize, class: &str) {
    if place == 0 {
        return html.element("circle", |html| {
            html.attribute(Class, &["bp-mark-1 ", class].concat());
            html.attributes(&[(Cx, x), (Cy, y), (R, "6.5")]);
        });
    }
    html.element("svg.bp-marks-at", |html| {
        html.attributes(&[(X, x), (Y, y)]);
        symbol(html, place, class);
    });
}

/// A disc, an open diamond, an open square or an open triangle around 0, 0.
fn symbol(html: &mut Markup, place: usize, class: &str) {
    let (name, mark, attribute, geometry) = match place {
        0 => ("circle", "bp-mark-1 ", R, "6.5"),
        1 => ("path", "bp-mark-2 ", D, "M0-8 8 0 0 8-8 0Z"),
        2 => ("path", "bp-mark-2 ", D, "M-6-6H6V6H-6Z"),
        _ => ("path", "bp-mark-2 ", D, "M0-8 8 6H-8Z"),
    };
    html.element(name, |html| {
        html.attribute(Class, &[mark, class].concat());
        html.attribute(attribute, geometry);
    });
}

/// A result's mark for the legend.
pub(super) fn legend(html: &mut Markup, place: usize) {
    html.element("svg.bp-legend__mark", |html| {
        frame(html, "20", "20");
        html.attribute(ViewBox, "-10 -10 20 20");
        symbol(html, place, "bp-line__total");
    });
}

fn track(html: &mut Markup) {
    html.element("rect.bp-track", |html| {
        html.attributes(&[(X, "0"), (Y, "50%"), (Width, "100%"), (Height, "1")]);
    });
    html.element("rect.bp-track bp-track--middle", |html| {
        html.attributes(&[(X, "50%"), (Y, "0"), (Width, "1"), (Height, "100%")]);
    });
}

/// A bar from the middle for the points that a dimension adds to the score; `longest` points reach an end.
pub(super) fn bar(html: &mut Markup, points: Option<i32>, longest: i32) {
    picture(html, "svg.bp-reach", |html| {
        track(html);
        if let Some(points) = points {
            let reach = MIDDLE + points * MIDDLE / longest.max(1);
            html.element("rect", |html| {
                html.attribute(Class, &["bp-reach__bar ", side_of(Pole::of_sign(points))].concat());
                html.attribute(X, &percent_of(reach.min(MIDDLE)));
                html.attributes(&[(Y, "3"), (Height, "8"), (Rx, "2")]);
                html.attribute(Width, &percent_of((reach - MIDDLE).abs()));
            });
        }
    });
}

/// The score before, as a hollow circle, and the score now.
pub(super) fn moved(html: &mut Markup, before: Option<Fraction>, now: Option<Fraction>) {
    picture(html, "svg.bp-shift", |html| {
        track(html);
        for (class, score) in [("bp-shift__before ", before), ("bp-shift__now ", now)] {
            let Some(score) = score else { continue };
            html.element("circle", |html| {
                html.attribute(Class, &[class, side_class(score)].concat());
                html.attribute(Cx, &percent(score));
                html.attributes(&[(Cy, "50%"), (R, "6.5")]);
            });
        }
    });
}

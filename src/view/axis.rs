//! Pictures of the axis: B2C on the left, B2B on the right, with a point, a bar or several marks.
//!
//! They are SVG with geometry in percent. That needs no inline style, so it works under the strictest CSP,
//! and it stays sharp at any width. Screen readers skip the pictures; text beside them says the same.

use super::attribute::Attribute::*;
use super::markup::Markup;
use crate::assessment::{Fraction, Pole, Range};

/// The middle of the axis, in hundredths of a percent.
const MIDDLE: i32 = 5_000;
/// The B2B end of the axis, in hundredths of a percent.
const END: i32 = 10_000;

/// A score's place, in percent from the B2C end.
fn percent(score: Fraction) -> String {
    percent_of(score.to_place())
}

/// Formats hundredths of a percent for SVG, without floats: formatting those would add 5 kB to the wasm.
fn percent_of(place: i32) -> String {
    format!("{}.{:02}%", place / 100, place % 100)
}

/// The class for the colour of a score's side.
fn side_class(score: Fraction) -> &'static str {
    match Pole::of_sign(score.signum()) {
        Some(Pole::B2b) => "bp-b2b",
        Some(Pole::B2c) => "bp-b2c",
        None => "bp-neither",
    }
}

/// A picture as wide as its container, with a height in pixels.
fn picture(html: &mut Markup, shape: &'static str, height: &str, write: impl FnOnce(&mut Markup)) {
    html.element(shape, |html| {
        frame(html, "100%", height);
        write(html);
    });
}

/// Sets the size of a picture and hides it from screen readers.
#[inline(never)]
fn frame(html: &mut Markup, width: &str, height: &str) {
    html.attributes(&[(Width, width), (Height, height), (AriaHidden, "true"), (Focusable, "false")]);
}

fn line(html: &mut Markup, shape: &'static str, (x1, x2): (&str, &str), (y1, y2): (&str, &str)) {
    html.element(shape, |html| {
        html.attribute(X1, x1);
        html.attribute(X2, x2);
        html.attribute(Y1, y1);
        html.attribute(Y2, y2);
    });
}

/// The tick in the middle of an axis.
fn middle(html: &mut Markup, top: &'static str, bottom: &'static str) {
    line(html, "line.bp-axis__middle", ("50%", "50%"), (top, bottom));
}

/// The line that a bar or a mark stands on.
fn track(html: &mut Markup, y: &'static str) {
    html.element("rect.bp-axis__track", |html| {
        html.attributes(&[(X, "0"), (Y, y), (Width, "100%"), (Height, "4"), (Rx, "2")]);
    });
}

/// The total score: a point on the spectrum with its label, and the range still possible.
pub(super) fn spectrum(html: &mut Markup, score: Option<Fraction>, range: Option<Range>, label: &str) {
    html.element("div.bp-spectrum__picture", |html| {
        html.attributes(&[(Dir, "ltr"), (Part, "axis")]);
        if let Some(score) = score {
            label_at(html, score.to_place(), label);
        }
        html.element("div.bp-spectrum__axis", |html| {
            html.text("div.bp-spectrum__line", "");
            picture(html, "svg.bp-spectrum__marks", "50", |html| {
                middle(html, "12", "32");
                if let Some(range) = range {
                    let (low, high) = (percent(range.low), percent(range.high));
                    line(html, "line.bp-spectrum__range", (&low, &high), ("42", "42"));
                    line(html, "line.bp-spectrum__range", (&low, &low), ("37", "47"));
                    line(html, "line.bp-spectrum__range", (&high, &high), ("37", "47"));
                }
                if let Some(score) = score {
                    html.element("circle.bp-spectrum__point", |html| {
                        html.attribute(Cx, &percent(score));
                        html.attributes(&[(Cy, "22"), (R, "11")]);
                    });
                }
            });
        });
    });
}

/// Places a label above a point. Two empty pictures share the space beside it, so that it never overflows,
/// and wraps if it is wider than the axis.
fn label_at(html: &mut Markup, place: i32, label: &str) {
    html.element("div.bp-spectrum__above", |html| {
        html.attribute(AriaHidden, "true");
        html.element("svg", |html| frame(html, &percent_of(place), "1"));
        html.text("span.bp-spectrum__label", label);
        html.element("svg", |html| frame(html, &percent_of(END - place), "1"));
    });
}

/// One dimension: a bar from the middle to its score.
pub(super) fn bar(html: &mut Markup, score: Option<Fraction>) {
    picture(html, "svg.bp-bar", "24", |html| {
        track(html, "10");
        if let Some(score) = score {
            let reach = score.to_place();
            html.element("rect", |html| {
                html.attribute(Class, &format!("bp-bar__reach {}", side_class(score)));
                html.attribute(X, &percent_of(reach.min(MIDDLE)));
                html.attributes(&[(Y, "6"), (Height, "12"), (Rx, "3")]);
                html.attribute(Width, &percent_of((reach - MIDDLE).abs()));
            });
        }
        middle(html, "3", "21");
    });
}

/// The score before, as a hollow circle, and the score now.
pub(super) fn moved(html: &mut Markup, before: Option<Fraction>, now: Option<Fraction>) {
    picture(html, "svg.bp-shift", "24", |html| {
        track(html, "10");
        middle(html, "3", "21");
        if let Some((before, now)) = before.zip(now) {
            line(html, "line.bp-pair__between", (&percent(before), &percent(now)), ("12", "12"));
        }
        shifted(html, "bp-shift__before", before);
        shifted(html, "bp-shift__now", now);
    });
}

#[inline(never)]
fn shifted(html: &mut Markup, class: &str, score: Option<Fraction>) {
    let Some(score) = score else { return };
    html.element("circle", |html| {
        html.attribute(Class, &format!("{class} {}", side_class(score)));
        html.attribute(Cx, &percent(score));
        html.attributes(&[(Cy, "12"), (R, "7")]);
    });
}

/// Up to four results on one line, joined to show the distance between them.
pub(super) fn overlay(html: &mut Markup, scores: &[Option<Fraction>]) {
    picture(html, "svg.bp-pair", "28", |html| {
        track(html, "12");
        middle(html, "4", "24");
        let mut known = scores.iter().flatten().copied();
        if let Some(first) = known.next() {
            let (low, high) =
                known.fold((first, first), |(low, high), score| (low.min(score), high.max(score)));
            line(html, "line.bp-pair__between", (&percent(low), &percent(high)), ("14", "14"));
        }
        // Draws the disc last: it still shows inside the larger marks if all are at the same place.
        for (place, score) in scores.iter().enumerate().rev() {
            if let Some(score) = score {
                html.element("svg.bp-pair__mark", |html| {
                    html.attribute(X, &percent(*score));
                    html.attribute(Y, "14");
                    mark(html, place, side_class(*score));
                });
            }
        }
    });
}

/// A result's mark, distinct without colour: a disc, and behind it an open diamond, square or triangle.
fn mark(html: &mut Markup, place: usize, side: &'static str) {
    let (name, class, attribute, geometry) = match place {
        0 => ("circle", "bp-pair__first", R, "7"),
        1 => ("path", "bp-pair__second", D, "M0-12 12 0 0 12-12 0Z"),
        2 => ("path", "bp-pair__other", D, "M-10-10h20v20h-20Z"),
        _ => ("path", "bp-pair__other", D, "M0-13 13 10H-13Z"),
    };
    html.element(name, |html| {
        html.attribute(Class, &[class, " ", side].concat());
        html.attribute(attribute, geometry);
    });
}

/// A result's mark for the legend.
pub(super) fn legend_mark(html: &mut Markup, place: usize) {
    html.element("svg.bp-legend__mark", |html| {
        frame(html, "24", "24");
        html.attribute(ViewBox, "-14 -14 28 28");
        mark(html, place, "bp-neither");
    });
}

//! The axis in pictures: B2C on the left, B2B on the right, a point, a bar, or two marks.
//!
//! Drawn as SVG geometry in percent, which needs no inline style and so passes the strictest policy, and stays
//! sharp at any width. The pictures are for the eye; words beside them say the same.

use super::markup::block;
use crate::assessment::{Fraction, Pole, Range, Run};
use yew::prelude::*;

/// Nearer to an end than this, in hundredths of a percent, a label is set flush with it so that it isn't cut off.
const FLUSH: i32 = 2_250;
/// The middle of the axis, in hundredths of a percent.
const MIDDLE: i32 = 5_000;
/// The B2B end of the axis, in hundredths of a percent.
const END: i32 = 10_000;

/// Where a score stands, in percent from the B2C end.
fn percent(score: Fraction) -> AttrValue {
    percent_of(score.to_place())
}

/// Hundredths of a percent as SVG reads them; in whole numbers, since writing floats would add 5 kB to the wasm.
fn percent_of(place: i32) -> AttrValue {
    AttrValue::from(format!("{}.{:02}%", place / 100, place % 100))
}

/// The class of a side's colour.
fn side_class(score: Fraction) -> &'static str {
    match Pole::of_sign(score.signum()) {
        Some(Pole::B2b) => "bp-b2b",
        Some(Pole::B2c) => "bp-b2c",
        None => "bp-neither",
    }
}

/// A picture as wide as its place and so many pixels high.
fn picture(class: &'static str, height: &'static str, children: Vec<Html>) -> Html {
    html! {
        <svg class={class} width="100%" height={height} aria-hidden="true" focusable="false">{ for children }</svg>
    }
}

fn line(class: &'static str, (x1, x2): (AttrValue, AttrValue), (y1, y2): (&'static str, &'static str)) -> Html {
    html! { <line class={class} x1={x1} x2={x2} y1={y1} y2={y2} /> }
}

/// The tick in the middle of an axis.
fn middle(top: &'static str, bottom: &'static str) -> Html {
    line("bp-axis__middle", ("50%".into(), "50%".into()), (top, bottom))
}

/// The line that a bar or a mark stands on.
fn track(y: &'static str) -> Html {
    html! { <rect class="bp-axis__track" x="0" y={y} width="100%" height="4" rx="2" /> }
}

/// The whole score: a point on the spectrum with its label, and the range still possible.
pub(super) fn spectrum(score: Option<Fraction>, range: Option<Range>, label: &str) -> Html {
    let mut marks = vec![middle("34", "54")];
    if let Some(range) = range {
        let (low, high) = (percent(range.low), percent(range.high));
        marks.push(line("bp-spectrum__range", (low.clone(), high.clone()), ("64", "64")));
        marks.push(line("bp-spectrum__range", (low.clone(), low), ("59", "69")));
        marks.push(line("bp-spectrum__range", (high.clone(), high), ("59", "69")));
    }
    if let Some(score) = score {
        let (x, anchor) = match score.to_place() {
            ..FLUSH => (AttrValue::Static("0%"), "start"),
            place if place > END - FLUSH => (AttrValue::Static("100%"), "end"),
            place => (percent_of(place), "middle"),
        };
        let label = label.to_owned();
        marks.push(html! { <text class="bp-spectrum__label" x={x} y="16" text-anchor={anchor}>{ label }</text> });
        marks.push(html! { <circle class="bp-spectrum__point" cx={percent(score)} cy="44" r="11" /> });
    }
    let children = vec![block("div", "bp-spectrum__line", Vec::new()), picture("bp-spectrum__marks", "72", marks)];
    html! { <div class="bp-spectrum__picture" dir="ltr">{ for children }</div> }
}

/// One dimension: a bar from the middle to its score.
pub(super) fn bar(score: Option<Fraction>) -> Html {
    let bar = score.map(|score| {
        let reach = score.to_place();
        let class = classes!("bp-bar__reach", side_class(score));
        let (x, width) = (percent_of(reach.min(MIDDLE)), percent_of((reach - MIDDLE).abs()));
        html! { <rect class={class} x={x} y="6" height="12" rx="3" width={width} /> }
    });
    picture("bp-bar", "24", vec![track("10"), bar.unwrap_or_default(), middle("3", "21")])
}

/// Two groups on one line, joined to show how far apart they are.
pub(super) fn pair(first: Option<Fraction>, second: Option<Fraction>) -> Html {
    let mut marks = vec![track("12"), middle("4", "24")];
    if let Some((first, second)) = first.zip(second) {
        marks.push(line("bp-pair__between", (percent(first), percent(second)), ("14", "14")));
    }
    marks.extend(first.map(|score| mark(Run::First, score)));
    marks.extend(second.map(|score| mark(Run::Second, score)));
    picture("bp-pair", "28", marks)
}

fn mark(run: Run, score: Fraction) -> Html {
    let shape = shape(run, side_class(score));
    html! { <svg x={percent(score)} y="14" class="bp-pair__mark">{ shape }</svg> }
}

/// A group's mark: a disc for the first, an open diamond for the second, told apart without colour.
fn shape(run: Run, side: &'static str) -> Html {
    match run {
        Run::First => html! { <circle class={classes!("bp-pair__first", side)} r="8" /> },
        Run::Second => html! { <path class={classes!("bp-pair__second", side)} d="M0-8.5 8.5 0 0 8.5-8.5 0Z" /> },
    }
}

/// A group's mark for the legend.
pub(super) fn legend_mark(run: Run) -> Html {
    html! {
        <svg class="bp-legend__mark" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">
            { shape(run, "bp-neither") }
        </svg>
    }
}

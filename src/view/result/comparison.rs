//! Results side by side on the same lines: two customer groups, and up to four with results brought in.

use super::dimensions;
use crate::assessment::{Event, Fraction, Outcome, Run};
use crate::content::Label;
use crate::view::Message;
use crate::view::attribute::Attribute::*;
use crate::view::axis;
use crate::view::brought;
use crate::view::context::ViewContext;
use crate::view::markup::{Markup, On};

/// The maximum number of differences described.
const MOST_TOLD: usize = 3;

/// One of the results compared: its name and its outcome.
pub(super) struct Series<'a> {
    name: String,
    outcome: &'a Outcome,
}

/// Two customer groups, and the choice of which result to read.
pub(super) fn view(html: &mut Markup, cx: &ViewContext, outcomes: &[(Run, Outcome)], open: Run) {
    let [(_, first), (_, second)] = outcomes else { return };
    html.element("section.bp-section bp-compare", |html| {
        cx.heading(html, cx.label(Label::Compare));
        overlay(html, cx, &own(cx, outcomes), "h3.bp-compare__name");
        if let Some(dimension) = Outcome::largest_difference(first, second) {
            let name = &cx.texts.dimension(dimension).name;
            html.text("p.bp-lede", &cx.texts.fill(Label::CompareDifference, &[("dimension", name)]));
        }
        choice(html, cx, open);
    });
}

/// The visitor's own results beside others, and the form to bring in more.
pub(super) fn with_others(html: &mut Markup, cx: &ViewContext, outcomes: &[(Run, Outcome)]) {
    html.text("p.bp-hint", cx.label(Label::CompareText));
    let others: Vec<(String, Outcome)> = (cx.visit.others.iter().enumerate())
        .map(|(place, other)| (brought::name(cx, place, other), other.session.outcome(other.run)))
        .collect();
    if !others.is_empty() {
        let mut series = own(cx, outcomes);
        series.extend(others.iter().map(|(name, outcome)| Series { name: name.clone(), outcome }));
        html.element("div.bp-others", |html| {
            overlay(html, cx, &series, "h4.bp-compare__name");
            differences(html, cx, &series);
            tactics(html, cx, &series);
        });
    }
    brought::form(html, cx, Label::BringAdd);
}

/// The visitor's own results, as a comparison shows them.
fn own<'a>(cx: &ViewContext, outcomes: &'a [(Run, Outcome)]) -> Vec<Series<'a>> {
    let name = |run| cx.group(run).unwrap_or(cx.label(Label::CompareOwn)).to_owned();
    outcomes.iter().map(|(run, outcome)| Series { name: name(*run), outcome }).collect()
}

/// The results on their lines; `heading` has the level that the place requires.
fn overlay(html: &mut Markup, cx: &ViewContext, series: &[Series], heading: &'static str) {
    html.element("ul.bp-legend", |html| {
        for (place, one) in series.iter().enumerate() {
            legend(html, cx, place, one);
        }
    });
    html.element("ul.bp-compare__list", |html| rows(html, cx, series, heading));
}

/// A result's mark, name and profile; results brought in can be removed.
fn legend(html: &mut Markup, cx: &ViewContext, place: usize, Series { name, outcome }: &Series) {
    html.element("li.bp-legend__entry", |html| {
        axis::legend_mark(html, place);
        html.element("span", |html| {
            html.text("strong", name);
            html.words(": ");
            if outcome.answered == 0 {
                html.words(cx.label(Label::GroupEmpty));
            } else {
                html.words(&cx.texts.headline(outcome));
            }
        });
        if let Some(other) = place.checked_sub(cx.session.runs().len()) {
            cx.about(html, "remove", Label::CompareRemove, name, Message::OtherRemoved(other));
        }
    });
}

fn rows(html: &mut Markup, cx: &ViewContext, series: &[Series], heading: &'static str) {
    let ends = [cx.label(Label::AxisB2c), cx.label(Label::AxisB2b)];
    let total = |outcome: &Outcome| outcome.scores.total;
    row(html, cx, ("total", heading, cx.label(Label::DimensionTotal)), series, &total, ends);
    for dimension in cx.instrument().dimensions() {
        let texts = cx.texts.dimension(dimension.id);
        let score = |outcome: &Outcome| outcome.scores.dimension(dimension.id).and_then(|found| found.score);
        let ends: [&str; 2] = [&texts.b2c, &texts.b2b];
        row(html, cx, (dimension.id.as_str(), heading, &texts.name), series, &score, ends);
    }
}

/// A line with all results, in words and as a picture.
#[inline(never)]
fn row(
    html: &mut Markup,
    cx: &ViewContext,
    (id, heading, name): (&str, &'static str, &str),
    series: &[Series],
    score: &dyn Fn(&Outcome) -> Option<Fraction>,
    ends: [&str; 2],
) {
    let scores: Vec<Option<Fraction>> = series.iter().map(|one| score(one.outcome)).collect();
    html.entry("li.bp-compare__row", id, |html| {
        html.text(heading, name);
        html.element("div", |html| {
            axis::overlay(html, &scores);
            dimensions::poles(html, ends);
            html.element("div.bp-compare__places", |html| {
                for (one, score) in series.iter().zip(&scores) {
                    html.text("p", &place(cx, &one.name, *score));
                }
            });
        });
    });
}

/// A result's place, in words.
fn place(cx: &ViewContext, name: &str, score: Option<Fraction>) -> String {
    let place = match score {
        Some(score) => cx.texts.towards(score.to_points()),
        None => cx.label(Label::DimensionNone).to_owned(),
    };
    [name, ": ", &place].concat()
}

/// The largest differences in words: which results are further towards which pole.
fn differences(html: &mut Markup, cx: &ViewContext, series: &[Series]) {
    let outcomes: Vec<&Outcome> = series.iter().map(|one| one.outcome).collect();
    let differences = Outcome::differences(&outcomes);
    html.text("h4", cx.label(Label::CompareDifferences));
    html.element("ul.bp-others__list", |html| {
        for difference in differences.iter().take(MOST_TOLD) {
            let texts = cx.texts.dimension(difference.dimension);
            let name = |place: usize| series.get(place).map_or("", |one| &*one.name);
            let values = [
                ("dimension", &*texts.name),
                ("high", name(difference.b2b)),
                ("b2b", &*texts.b2b),
                ("low", name(difference.b2c)),
                ("b2c", &*texts.b2c),
                ("points", &*difference.points.to_string()),
            ];
            html.text("li", &cx.texts.fill(Label::CompareFurther, &values));
        }
        if differences.is_empty() {
            html.text("li", cx.label(Label::CompareSame));
        }
    });
}

/// The tactics that suit all results.
fn tactics(html: &mut Markup, cx: &ViewContext, series: &[Series]) {
    let outcomes: Vec<&Outcome> = series.iter().map(|one| one.outcome).collect();
    let shared = Outcome::shared_tactics(&outcomes);
    html.text("h4", cx.label(Label::CompareShared));
    html.element("ul.bp-others__list", |html| {
        for &tactic in &shared {
            html.text("li", &cx.texts.tactic(tactic).title);
        }
        if shared.is_empty() {
            html.text("li", cx.label(Label::CompareNone));
        }
    });
}

fn choice(html: &mut Markup, cx: &ViewContext, open: Run) {
    html.element("div.bp-tabs", |html| {
        html.attribute(Role, "group");
        html.attribute(AriaLabel, cx.label(Label::OpenReport));
        for &run in cx.session.runs() {
            let group = cx.group_name(run);
            html.element("button.bp-tab", |html| {
                html.attribute(Type, "button");
                html.pressed(run == open);
                html.on(On::Click, cx.session_callback(Event::ResultOpened(run)));
                html.words(&cx.texts.fill(Label::ProfileOf, &[("group", group)]));
            });
        }
    });
}

//! Results in one drawing: two customer groups, and up to four with results brought in.

use super::ResultView;
use crate::assessment::{Event, Outcome, Run, TacticId};
use crate::content::Label;
use crate::view::Message;
use crate::view::attribute::Attribute::*;
use crate::view::context::ViewContext;
use crate::view::markup::{Markup, On};
use crate::view::profile_line::{self, Series};
use crate::view::{brought, marks};

/// The maximum number of differences described.
const MOST_TOLD: usize = 3;

/// The visitor's own results beside others, and the form to bring in more.
pub(super) fn with_others(html: &mut Markup, cx: &ViewContext, outcomes: &[(Run, Outcome)]) {
    let others: Vec<(String, Outcome)> = (cx.visit.others.iter().enumerate())
        .map(|(place, other)| (brought::name(cx, place, other), other.session.outcome(other.run)))
        .collect();
    html.place(|html| {
        if others.is_empty() {
            return;
        }
        let mut series = own(cx, outcomes);
        series.extend(others.iter().map(|(name, outcome)| Series { name: name.clone(), outcome }));
        html.element("div.bp-others", |html| {
            legend(html, cx, &series);
            profile_line::view(html, cx, &series, None);
            places(html, cx, &series);
            differences(html, cx, &series);
            tactics(html, cx, &series);
        });
    });
    brought::form(html, cx, Label::BringAdd);
}

/// The visitor's own results, as a comparison shows them.
pub(super) fn own<'a>(cx: &ViewContext, outcomes: &'a [(Run, Outcome)]) -> Vec<Series<'a>> {
    let name = |run| cx.group(run).unwrap_or(cx.label(Label::CompareOwn)).to_owned();
    outcomes.iter().map(|(run, outcome)| Series { name: name(*run), outcome }).collect()
}

/// The profile of one of several results.
pub(super) fn headline(cx: &ViewContext, outcome: &Outcome) -> String {
    if outcome.answered == 0 { cx.label(Label::GroupEmpty).to_owned() } else { cx.texts.headline(outcome) }
}

/// The mark, name and profile of each result; results brought in can be removed.
fn legend(html: &mut Markup, cx: &ViewContext, series: &[Series]) {
    html.element("ul.bp-legend", |html| {
        for (place, Series { name, outcome }) in series.iter().enumerate() {
            html.element("li.bp-legend__entry", |html| {
                marks::legend(html, place);
                html.element("span", |html| {
                    html.text("strong", name);
                    html.words(": ");
                    html.words(&headline(cx, outcome));
                });
                if let Some(other) = place.checked_sub(cx.session.runs().len()) {
                    cx.about(html, "remove", Label::CompareRemove, name, Message::OtherRemoved(other));
                }
            });
        }
    });
}

/// The places of all results in words.
fn places(html: &mut Markup, cx: &ViewContext, series: &[Series]) {
    html.element("ul.bp-compare", |html| {
        row(html, cx, cx.label(Label::DimensionTotal), series, |outcome| outcome.scores.points());
        for dimension in cx.instrument().dimensions() {
            let name = &cx.texts.dimension(dimension.id).name;
            // The place on its own track, not a part of the score: results with other weights can be compared.
            row(html, cx, name, series, |outcome| {
                Some(outcome.scores.dimension(dimension.id)?.score?.to_points())
            });
        }
    });
}

fn row(
    html: &mut Markup,
    cx: &ViewContext,
    name: &str,
    series: &[Series],
    points: impl Fn(&Outcome) -> Option<i32>,
) {
    html.element("li.bp-compare__row", |html| {
        html.text("strong", name);
        for one in series {
            html.space();
            let place = points(one.outcome).map_or_else(
                || cx.label(Label::DimensionNone).to_owned(),
                |points| cx.texts.short_points(points),
            );
            html.text("span", &[&one.name, ": ", &place].concat());
        }
    });
}

/// The largest differences in words: which results are further towards which pole.
fn differences(html: &mut Markup, cx: &ViewContext, series: &[Series]) {
    let outcomes: Vec<&Outcome> = series.iter().map(|one| one.outcome).collect();
    let differences = Outcome::differences(&outcomes);
    html.text("p.bp-others__title", cx.label(Label::CompareDifferences));
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
    html.text("p.bp-others__title", cx.label(Label::CompareShared));
    titles(html, cx, &shared);
}

/// The titles of tactics that suit several results, or a sentence if there are none.
pub(super) fn titles(html: &mut Markup, cx: &ViewContext, tactics: &[TacticId]) {
    html.element("ul.bp-others__list", |html| {
        for &tactic in tactics {
            html.text("li", &cx.texts.tactic(tactic).title);
        }
        if tactics.is_empty() {
            html.text("li", cx.label(Label::CompareNone));
        }
    });
}

/// The choice of the customer group whose result is open; draws nothing with a single one.
pub(super) fn choice(html: &mut Markup, result: &ResultView) {
    let cx = result.cx;
    if cx.session.runs().len() < 2 {
        return;
    }
    html.element("div.bp-marks bp-tabs", |html| {
        html.attribute(Role, "group");
        html.attribute(AriaLabel, cx.label(Label::OpenReport));
        for &run in cx.session.runs() {
            html.element("button.bp-mark bp-tab", |html| {
                html.attribute(Type, "button");
                html.pressed(run == result.run);
                html.on(On::Click, cx.session_callback(Event::ResultOpened(run)));
                html.words(cx.group_name(run));
            });
        }
    });
}

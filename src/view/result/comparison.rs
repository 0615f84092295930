//! Two customer groups over each other on the same lines, and the choice of whose report to read.

use super::dimensions;
use crate::assessment::{Event, Fraction, Outcome, Run};
use crate::content::Label;
use crate::view::attribute::Attribute::*;
use crate::view::axis;
use crate::view::markup::{Markup, On};
use crate::view::page::Page;

pub(super) fn view(html: &mut Markup, page: &Page, outcomes: &[(Run, Outcome)], open: Run) {
    let [(_, first), (_, second)] = outcomes else { return };
    html.element("section.bp-section bp-compare", |html| {
        page.heading(html, page.label(Label::Compare));
        html.element("ul.bp-legend", |html| {
            for (run, outcome) in outcomes {
                legend(html, page, *run, outcome);
            }
        });
        html.element("ul.bp-compare__list", |html| rows(html, page, first, second));
        if let Some(dimension) = Outcome::largest_difference(first, second) {
            let name = &page.texts.dimension(dimension).name;
            html.text("p.bp-lede", &page.texts.fill(Label::CompareDifference, &[("dimension", name)]));
        }
        choice(html, page, open);
    });
}

/// A group's mark, name and profile.
fn legend(html: &mut Markup, page: &Page, run: Run, outcome: &Outcome) {
    html.element("li.bp-legend__entry", |html| {
        axis::legend_mark(html, run);
        html.element("span", |html| {
            html.text("strong", page.group_name(run));
            html.words(": ");
            if outcome.answered == 0 {
                html.words(page.label(Label::GroupEmpty));
            } else {
                html.words(&page.texts.headline(outcome));
            }
        });
    });
}

fn rows(html: &mut Markup, page: &Page, first: &Outcome, second: &Outcome) {
    let ends = [page.label(Label::AxisB2c), page.label(Label::AxisB2b)];
    let scores = (first.scores.total, second.scores.total);
    row(html, page, ("total", page.label(Label::DimensionTotal)), scores, ends);
    for dimension in page.instrument().dimensions() {
        let texts = page.texts.dimension(dimension.id);
        let score = |outcome: &Outcome| outcome.scores.dimension(dimension.id).and_then(|found| found.score);
        let scores = (score(first), score(second));
        row(html, page, (dimension.id.as_str(), &texts.name), scores, [&texts.b2c, &texts.b2b]);
    }
}

/// A line with both groups, in words and as a picture.
#[inline(never)]
fn row(
    html: &mut Markup,
    page: &Page,
    (id, name): (&str, &str),
    (first, second): (Option<Fraction>, Option<Fraction>),
    ends: [&str; 2],
) {
    html.entry("li.bp-compare__row", id, |html| {
        html.text("h3.bp-compare__name", name);
        html.element("div", |html| {
            axis::pair(html, first, second);
            dimensions::poles(html, ends);
            html.element("div.bp-compare__places", |html| {
                html.text("p", &place(page, Run::First, first));
                html.text("p", &place(page, Run::Second, second));
            });
        });
    });
}

/// Where a group stands, in words.
fn place(page: &Page, run: Run, score: Option<Fraction>) -> String {
    let place = match score {
        Some(score) => page.texts.towards(score.to_points()),
        None => page.label(Label::DimensionNone).to_owned(),
    };
    format!("{}: {place}", page.group_name(run))
}

fn choice(html: &mut Markup, page: &Page, open: Run) {
    html.element("div.bp-tabs", |html| {
        html.attribute(Role, "group");
        html.attribute(AriaLabel, page.label(Label::OpenReport));
        for &run in page.session.runs() {
            let group = page.group_name(run);
            html.element("button.bp-tab", |html| {
                html.attribute(Type, "button");
                html.pressed(run == open);
                html.on(On::Click, page.send(Event::ReportOpened(run)));
                html.words(&page.texts.fill(Label::ProfileOf, &[("group", group)]));
            });
        }
    });
}

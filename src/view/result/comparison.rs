//! Two customer groups over each other on the same lines, and the choice of whose report to read.

use super::dimensions;
use crate::assessment::{Event, Fraction, Outcome, Run};
use crate::content::Label;
use crate::view::axis;
use crate::view::markup::{block, entry, text, unseen, words};
use crate::view::page::Page;
use yew::prelude::*;

pub(super) fn view(page: Page, outcomes: &[(Run, Outcome)], open: Run) -> Html {
    let [(_, first), (_, second)] = outcomes else { return Html::default() };
    let legend = outcomes.iter().map(|(run, outcome)| legend(page, *run, outcome)).collect();
    let mut rows = vec![total(page, first, second)];
    for dimension in page.instrument().dimensions() {
        let texts = page.texts.dimension(dimension.id);
        let score = |outcome: &Outcome| outcome.scores.dimension(dimension.id).and_then(|found| found.score);
        let scores = (score(first), score(second));
        rows.push(row(page, dimension.id.as_str(), texts.name.as_str(), scores, dimensions::poles(texts)));
    }
    let largest = Outcome::largest_difference(first, second).map(|dimension| {
        let name = &page.texts.dimension(dimension).name;
        text("p", "bp-lede", page.texts.fill(Label::CompareDifference, &[("dimension", name)]))
    });
    let children = vec![
        page.heading(page.label(Label::Compare)),
        block("ul", "bp-legend", legend),
        block("ul", "bp-compare__list", rows),
        largest.unwrap_or_default(),
        choice(page, outcomes, open),
    ];
    block("section", "bp-section bp-compare", children)
}

/// A group's mark, name and profile.
fn legend(page: Page, run: Run, outcome: &Outcome) -> Html {
    let group = page.texts.group(run, page.session.run(run)).to_owned();
    let profile = if outcome.answered == 0 {
        page.label(Label::GroupEmpty).to_owned()
    } else {
        page.texts.headline(outcome)
    };
    let name = block("span", "", vec![text("strong", "", group), words(format!(": {profile}"))]);
    block("li", "bp-legend__entry", vec![axis::legend_mark(run), name])
}

fn total(page: Page, first: &Outcome, second: &Outcome) -> Html {
    let ends = [Label::AxisB2c, Label::AxisB2b].map(|end| text("span", "", page.label(end)));
    let scores = (first.scores.total, second.scores.total);
    row(page, "total", page.label(Label::DimensionTotal), scores, block("p", "bp-poles", ends.to_vec()))
}

/// A line with both groups; their places also in words, for who doesn't see the picture.
fn row(
    page: Page,
    key: &'static str,
    name: &'static str,
    (first, second): (Option<Fraction>, Option<Fraction>),
    ends: Html,
) -> Html {
    let place = |run: Run, score: Option<Fraction>| {
        let group = page.texts.group(run, page.session.run(run));
        let place = match score {
            Some(score) => page.texts.towards(score.to_points()),
            None => page.label(Label::DimensionNone).to_owned(),
        };
        format!("{group}: {place}")
    };
    let places = format!("{}; {}.", place(Run::First, first), place(Run::Second, second));
    let picture = block("div", "bp-compare__picture", vec![unseen(places), axis::pair(first, second), ends]);
    entry(key, "bp-compare__row", vec![text("h3", "bp-compare__name", name), picture])
}

fn choice(page: Page, outcomes: &[(Run, Outcome)], open: Run) -> Html {
    let buttons = outcomes.iter().map(|&(run, _)| {
        let group = page.texts.group(run, page.session.run(run));
        html! {
            <button key={run as usize} type="button" class="bp-tab"
                aria-pressed={if run == open { "true" } else { "false" }}
                onclick={page.send(Event::ReportOpened(run))}>
                { page.texts.fill(Label::ProfileOf, &[("group", group)]) }
            </button>
        }
    });
    html! {
        <div class="bp-tabs" role="group" aria-label={page.label(Label::OpenReport)}>{ for buttons }</div>
    }
}

//! What the owner has arranged: what to do first, what to find out.

use super::Report;
use crate::assessment::{Event, FoundationId, FoundationReading, Response, Run};
use crate::content::Label;
use crate::view::markup::{block, entry, space, text, words};
use yew::prelude::*;

pub(super) fn view(report: Report) -> Html {
    let found = &report.outcome.foundations;
    let reading = found.reading().map(|reading| match reading {
        FoundationReading::BasicsFirst => Label::BasicsFirst,
        FoundationReading::Fair => Label::Fair,
        FoundationReading::InPlace => Label::InPlace,
    });
    let reading = reading.map(|reading| text("p", "bp-foundations__reading", report.label(reading)));
    let known = found.order.iter().map(|&id| known(report, id)).collect();
    let children = vec![
        text("p", "bp-hint", report.label(Label::FoundationsText)),
        reading.unwrap_or_default(),
        block("ol", "bp-foundations__list", known),
        unknown(report),
    ];
    report.section("foundations", Label::Foundations, children)
}

/// A foundation's name is what its statement says before the colon.
fn name(report: Report, id: FoundationId) -> &'static str {
    let statement = report.texts().foundation(id).statement.as_str();
    statement.split_once(": ").map_or(statement, |(name, _)| name)
}

fn known(report: Report, id: FoundationId) -> Html {
    let texts = report.texts().foundation(id);
    let is_first = report.outcome.foundations.first.contains(&id);
    let first = is_first.then(|| text("span", "bp-tag bp-tag--first", report.label(Label::FoundationFirst)));
    let answers = &report.page.session.run(Run::First).answers;
    let given = answers.foundation(report.instrument(), id).and_then(Response::position);
    let chosen = given.map(|position| format!("{}. ", report.texts().foundation_scale[usize::from(position.get())]));
    let heading = block("h4", "bp-foundation__name", vec![words(name(report, id)), first.unwrap_or_default()]);
    let mut children =
        vec![heading, text("p", "bp-hint", format!("{}{}", chosen.unwrap_or_default(), texts.why))];
    let variants = report.outcome.media_variants();
    for &pole in variants {
        let side = (variants.len() > 1).then(|| text("strong", "", format!("{}: ", report.texts().pole(pole))));
        let advice = vec![side.unwrap_or_default(), words(texts.advice.of(pole).as_str())];
        children.push(block("p", "bp-foundation__advice", advice));
    }
    children.push(source(report, id));
    entry(id.as_str(), "bp-foundation", children)
}

/// What is still to be found out; before the first foundation answer, the offer to answer them.
fn unknown(report: Report) -> Html {
    let found = &report.outcome.foundations;
    if found.unknown.is_empty() {
        return Html::default();
    }
    let count = report.instrument().foundations().len().to_string();
    let ask = report.texts().fill(Label::AskFoundations, &[("count", &count)]);
    if !report.page.session.has_foundations() {
        return block("p", "", vec![report.page.secondary(&ask, Event::FoundationsRequested)]);
    }
    let entries = found.unknown.iter().map(|&id| {
        let name = text("strong", "", format!("{}.", name(report, id)));
        let help = words(report.texts().foundation(id).help.as_str());
        entry(id.as_str(), "", vec![name, space(), help, source(report, id)])
    });
    let children = vec![
        text("h4", "", report.label(Label::FoundationUnknown)),
        block("ul", "", entries.collect()),
        block("p", "", vec![report.page.link(&ask, Event::FoundationsRequested)]),
    ];
    block("div", "bp-unknown", children)
}

fn source(report: Report, id: FoundationId) -> Html {
    let foundation = report.instrument().foundations().iter().find(|foundation| foundation.id == id);
    report.source(name(report, id), foundation.map_or(&[], |foundation| &*foundation.sources))
}

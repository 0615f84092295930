//! The foundations: what to do first, and what to find out.

use super::answer::{self, Asked};
use super::{ResultView, row};
use crate::assessment::{Event, FoundationId, FoundationReading, Response, Run};
use crate::content::Label;
use crate::view::context::ViewContext;
use crate::view::markup::Markup;

/// The row of the foundations. Its line names those to do first, or offers the questions.
pub(super) fn row(html: &mut Markup, result: &ResultView) {
    row::entry(html, "foundations", result.label(Label::Foundations), &line(result), |html| {
        view(html, result);
    });
}

fn line(result: &ResultView) -> String {
    let found = &result.outcome.foundations;
    if !result.cx.session.has_foundations() && result.cx.can_change() {
        return ask(result);
    }
    let mut names = String::new();
    for &id in &found.first {
        names.push_str(if names.is_empty() { "" } else { ", " });
        names.push_str(&name(result, id).to_ascii_lowercase());
    }
    match found.reading() {
        _ if !names.is_empty() => result.texts().fill(Label::FoundationsFirst, &[("foundations", &names)]),
        Some(reading) => result.label(reading_label(reading)).to_owned(),
        None => result.label(Label::FoundationsText).to_owned(),
    }
}

fn reading_label(reading: FoundationReading) -> Label {
    match reading {
        FoundationReading::BasicsFirst => Label::BasicsFirst,
        FoundationReading::Fair => Label::Fair,
        FoundationReading::InPlace => Label::InPlace,
    }
}

fn view(html: &mut Markup, result: &ResultView) {
    let found = &result.outcome.foundations;
    html.element("div.bp-foundations", |html| {
        html.text("p.bp-hint", result.label(Label::FoundationsText));
        html.place(|html| {
            if let Some(reading) = found.reading() {
                html.text("p.bp-foundations__reading", result.label(reading_label(reading)));
            }
        });
        html.element("ol.bp-foundations__list", |html| {
            for &id in &found.order {
                known(html, result, id);
            }
        });
        if !result.cx.session.has_foundations() {
            return offer(html, result);
        }
        html.place(|html| {
            if !found.unknown.is_empty() {
                unknown(html, result);
            }
        });
        if result.cx.can_change() {
            // In a place of their own: the rows above move as answers change.
            let (label, about) = (Label::ChangeAnswers, result.label(Label::Foundations));
            result.cx.disclosure(html, label, about, |html| answers(html, result));
        }
    });
}

/// A foundation's name: the part of its statement before the colon.
fn name(result: &ResultView, id: FoundationId) -> &'static str {
    let statement = result.texts().foundation(id).statement.as_str();
    ViewContext::head_and_rest(statement).map_or(statement, |(name, _)| name)
}

fn known(html: &mut Markup, result: &ResultView, id: FoundationId) {
    let texts = result.texts().foundation(id);
    let answers = &result.cx.session.run(Run::First).answers;
    let given = answers.foundation(result.instrument(), id).and_then(Response::position);
    let variants = result.outcome.media_variants();
    html.entry("li.bp-foundation", id.as_str(), |html| {
        html.element("p.bp-foundation__name", |html| {
            html.text("strong", name(result, id));
            if result.outcome.foundations.first.contains(&id) {
                html.space();
                html.text("span.bp-tag bp-tag--first", result.label(Label::FoundationFirst));
            }
        });
        html.element("p.bp-hint", |html| {
            if let Some(position) = given {
                html.words(&result.texts().foundation_scale[usize::from(position.get())]);
                html.words(". ");
            }
            html.words(&texts.why);
        });
        for &pole in variants {
            html.element("p.bp-foundation__advice", |html| {
                if variants.len() > 1 {
                    html.text("strong", &format!("{}: ", result.texts().pole(pole)));
                }
                html.words(&texts.advice.of(pole));
            });
        }
        source(html, result, id);
    });
}

/// Offers the foundations if none is answered yet.
fn offer(html: &mut Markup, result: &ResultView) {
    if result.cx.can_change() {
        html.element("p", |html| result.cx.secondary(html, &ask(result), Event::FoundationsRequested));
    }
}

fn ask(result: &ResultView) -> String {
    let count = result.instrument().foundations().len().to_string();
    result.texts().fill(Label::AskFoundations, &[("count", &count)])
}

/// The foundations still to find out.
fn unknown(html: &mut Markup, result: &ResultView) {
    html.element("div.bp-unknown", |html| {
        html.text("p.bp-source-title", result.label(Label::FoundationUnknown));
        html.element("ul", |html| {
            for &id in &result.outcome.foundations.unknown {
                html.entry("li", id.as_str(), |html| {
                    html.text("strong", &format!("{}.", name(result, id)));
                    html.space();
                    html.words(&result.texts().foundation(id).help);
                    source(html, result, id);
                });
            }
        });
    });
}

/// All answers, in the order asked, with lists to change them.
fn answers(html: &mut Markup, result: &ResultView) {
    html.element("ul.bp-answers", |html| {
        for foundation in result.instrument().foundations() {
            html.entry("li.bp-answer", foundation.id.as_str(), |html| {
                answer::view(html, result, Asked::Foundation(foundation.id));
            });
        }
    });
}

fn source(html: &mut Markup, result: &ResultView, id: FoundationId) {
    result.source(html, name(result, id), result.cx.foundation_sources(id));
}

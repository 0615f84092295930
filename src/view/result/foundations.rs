//! What the owner has arranged: what to do first, what to find out.

use super::Report;
use super::answer::{self, Asked};
use crate::assessment::{Event, FoundationId, FoundationReading, Response, Run};
use crate::content::Label;
use crate::view::markup::Markup;
use crate::view::page::Page;

pub(super) fn view(html: &mut Markup, report: &Report) {
    let found = &report.outcome.foundations;
    report.section(html, "foundations", Label::Foundations, |html| {
        html.text("p.bp-hint", report.label(Label::FoundationsText));
        html.place(|html| {
            if let Some(reading) = found.reading() {
                let reading = match reading {
                    FoundationReading::BasicsFirst => Label::BasicsFirst,
                    FoundationReading::Fair => Label::Fair,
                    FoundationReading::InPlace => Label::InPlace,
                };
                html.text("p.bp-foundations__reading", report.label(reading));
            }
        });
        html.element("ol.bp-foundations__list", |html| {
            for &id in &found.order {
                known(html, report, id);
            }
        });
        if !report.page.session.has_foundations() {
            return offer(html, report);
        }
        html.place(|html| {
            if !found.unknown.is_empty() {
                unknown(html, report);
            }
        });
        if report.page.can_change() {
            // In a place of their own: above, an answer's row moves as the answer changes.
            let (label, about) = (Label::ChangeAnswers, report.label(Label::Foundations));
            report.page.disclosure(html, label, about, |html| answers(html, report));
        }
    });
}

/// A foundation's name is what its statement says before the colon.
fn name(report: &Report, id: FoundationId) -> &'static str {
    let statement = report.texts().foundation(id).statement.as_str();
    Page::head_and_rest(statement).map_or(statement, |(name, _)| name)
}

fn known(html: &mut Markup, report: &Report, id: FoundationId) {
    let texts = report.texts().foundation(id);
    let answers = &report.page.session.run(Run::First).answers;
    let given = answers.foundation(report.instrument(), id).and_then(Response::position);
    let variants = report.outcome.media_variants();
    html.entry("li.bp-foundation", id.as_str(), |html| {
        html.element("h4.bp-foundation__name", |html| {
            html.words(name(report, id));
            if report.outcome.foundations.first.contains(&id) {
                html.space();
                html.text("span.bp-tag bp-tag--first", report.label(Label::FoundationFirst));
            }
        });
        html.element("p.bp-hint", |html| {
            if let Some(position) = given {
                html.words(&report.texts().foundation_scale[usize::from(position.get())]);
                html.words(". ");
            }
            html.words(&texts.why);
        });
        for &pole in variants {
            html.element("p.bp-foundation__advice", |html| {
                if variants.len() > 1 {
                    html.text("strong", &format!("{}: ", report.texts().pole(pole)));
                }
                html.words(&texts.advice.of(pole));
            });
        }
        source(html, report, id);
    });
}

/// Before the first foundation answer, the offer to answer them.
fn offer(html: &mut Markup, report: &Report) {
    if report.page.can_change() {
        let count = report.instrument().foundations().len().to_string();
        let ask = report.texts().fill(Label::AskFoundations, &[("count", &count)]);
        html.element("p", |html| report.page.secondary(html, &ask, Event::FoundationsRequested));
    }
}

/// What is still to be found out.
fn unknown(html: &mut Markup, report: &Report) {
    html.element("div.bp-unknown", |html| {
        html.text("h4", report.label(Label::FoundationUnknown));
        html.element("ul", |html| {
            for &id in &report.outcome.foundations.unknown {
                html.entry("li", id.as_str(), |html| {
                    html.text("strong", &format!("{}.", name(report, id)));
                    html.space();
                    html.words(&report.texts().foundation(id).help);
                    source(html, report, id);
                });
            }
        });
    });
}

/// All answers, to be changed, in the order asked.
fn answers(html: &mut Markup, report: &Report) {
    html.element("ul.bp-answers", |html| {
        for foundation in report.instrument().foundations() {
            html.entry("li.bp-answer", foundation.id.as_str(), |html| {
                answer::view(html, report, Asked::Foundation(foundation.id));
            });
        }
    });
}

fn source(html: &mut Markup, report: &Report, id: FoundationId) {
    report.source(html, name(report, id), report.page.foundation_sources(id));
}

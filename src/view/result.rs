//! The result: the profile line, then what to do, why, the plan, and the ways to keep and share it.

mod advice;
mod answer;
mod comparison;
mod dimensions;
mod firmness;
mod foundations;
mod moved;
mod plan;
mod row;
mod summary;
mod tactics;
mod take_along;
mod why;

use super::attribute::Attribute::*;
use super::context::ViewContext;
use super::markup::{Markup, On};
use crate::assessment::{Event, Instrument, Mark, Outcome, ResultPart, Run, SourceId, Tactic, TacticId};
use crate::content::{Label, Texts};
use crate::view::{Message, panel};

/// What the parts of a result draw from.
struct ResultView<'a> {
    cx: &'a ViewContext<'a>,
    run: Run,
    outcome: &'a Outcome,
    /// The outcomes of all customer groups.
    all: &'a [(Run, Outcome)],
}

impl<'a> ResultView<'a> {
    fn texts(&self) -> &'a Texts {
        self.cx.texts
    }

    fn label(&self, label: Label) -> &'static str {
        self.cx.label(label)
    }

    fn instrument(&self) -> &'a Instrument {
        self.cx.instrument()
    }

    /// The tactics with these ids.
    fn tactics(&self, ids: &[TacticId]) -> impl Iterator<Item = &'a Tactic> {
        let instrument = self.instrument();
        ids.iter().filter_map(|&id| instrument.tactic(id))
    }

    /// A part of the result, with a heading that receives focus when the visitor goes there.
    fn part(&self, html: &mut Markup, part: ResultPart, heading: Label, write: impl FnOnce(&mut Markup)) {
        html.element("section", |html| {
            self.part_heading(html, part, heading);
            write(html);
        });
    }

    #[inline(never)]
    fn part_heading(&self, html: &mut Markup, part: ResultPart, heading: Label) {
        let id = self.cx.id(part.as_str());
        html.attribute(Class, &["bp-part bp-part--", part.as_str()].concat());
        html.attributes(&[(AriaLabelledby, &id), (DataId, part.as_str())]);
        html.element("h3.bp-part__heading", |html| {
            html.attributes(&[(Id, &id), (Tabindex, "-1")]);
            html.words(self.label(heading));
        });
    }

    /// A disclosure with sources.
    #[inline(never)]
    fn source(&self, html: &mut Markup, about: &str, sources: &[SourceId]) {
        self.cx.disclosure(html, Label::Source, about, |html| self.cx.sources(html, sources, None));
    }
}

pub(super) fn view(html: &mut Markup, cx: &ViewContext, run: Run) {
    let all: Vec<(Run, Outcome)> =
        cx.session.runs().iter().map(|&run| (run, cx.session.outcome(run))).collect();
    let open = all.iter().find(|(known, _)| *known == run).or(all.first());
    let Some((run, outcome)) = open else { return };
    let result = &ResultView { cx, run: *run, outcome, all: &all };
    html.element("article.bp-result", |html| {
        html.attribute(Part, "result");
        html.element("div.bp-summary-side", |html| summary::view(html, result));
        html.element("div.bp-parts", |html| {
            bar(html, result);
            html.place(|html| {
                if outcome.consistency.is_contradictory() {
                    firmness::view(html, result, "h3.bp-firm__title");
                }
            });
            result.part(html, ResultPart::Do, Label::Tactics, |html| tactics::view(html, result));
            result.part(html, ResultPart::Why, Label::PartWhy, |html| why::view(html, result));
            result.part(html, ResultPart::Plan, Label::Plan, |html| plan::view(html, result));
            result.part(html, ResultPart::Keep, Label::TakeAlong, |html| take_along::view(html, result));
            html.element("div.bp-end", |html| {
                actions(html, cx);
                panel::view(html, cx);
            });
        });
        moved::view(html, result);
    });
}

/// The bar that leads to the parts of the result.
fn bar(html: &mut Markup, result: &ResultView) {
    let (cx, plan) = (result.cx, result.cx.session.plan());
    let planned: usize = Mark::ALL.into_iter().map(|mark| plan.count(mark)).sum();
    html.element("nav.bp-bar", |html| {
        html.attribute(AriaLabel, result.label(Label::YourProfile));
        for part in ResultPart::ALL {
            let label = match part {
                ResultPart::Do => Label::PartDo,
                ResultPart::Why => Label::PartWhy,
                ResultPart::Plan => Label::PartPlan,
                ResultPart::Keep => Label::PartKeep,
            };
            html.element("button.bp-bar__part", |html| {
                html.attributes(&[(DataId, part.as_str()), (Type, "button")]);
                if part == ResultPart::Do {
                    // From then on, the browser's observer moves it.
                    html.attribute(AriaCurrent, "true");
                }
                html.on(On::Click, cx.callback(Message::PartWanted(part)));
                html.words(result.label(label));
                if part == ResultPart::Plan && planned > 0 {
                    html.space();
                    html.text("span.bp-bar__count", &planned.to_string());
                }
            });
        }
    });
}

/// The way back, all rows at once, a new beginning, and more questions.
fn actions(html: &mut Markup, cx: &ViewContext) {
    let is_unfinished = cx.session.runs().iter().any(|&run| !cx.session.unasked(run).is_empty());
    html.element("div.bp-actions bp-result__actions", |html| {
        cx.back(html);
        html.element("div.bp-actions__on", |html| {
            // For browsers whose search doesn't find text in closed rows.
            cx.quiet(html, Label::OpenAll, Message::RowsWanted);
            cx.link(html, cx.label(Label::Restart), Event::Restarted);
            if is_unfinished {
                cx.primary(html, Label::MoreAnswers, Event::Continued);
            }
        });
    });
}

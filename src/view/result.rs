//! The result on one page: pictures before prose, details in disclosures.

mod advice;
mod answer;
mod comparison;
mod dimensions;
mod foundations;
mod moved;
mod notices;
mod plan;
mod summary;
mod tactics;
mod take_along;
mod turning;

use super::attribute::Attribute::*;
use super::context::ViewContext;
use super::markup::Markup;
use crate::assessment::{Event, Instrument, Outcome, Run, SourceId};
use crate::content::{Label, Texts};

/// What the parts of a result draw from.
struct ResultView<'a> {
    cx: &'a ViewContext<'a>,
    run: Run,
    outcome: &'a Outcome,
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

    /// A section with its heading.
    fn section(&self, html: &mut Markup, name: &str, heading: Label, write: impl FnOnce(&mut Markup)) {
        html.element("section", |html| {
            self.section_heading(html, name, heading);
            write(html);
        });
    }

    /// Sets the class of a section, and writes its heading, linked to it by an id.
    #[inline(never)]
    fn section_heading(&self, html: &mut Markup, name: &str, heading: Label) {
        let id = self.cx.id(name);
        html.attribute(Class, &format!("bp-section bp-{name}"));
        html.attribute(AriaLabelledby, &id);
        html.element("h3.bp-section__heading", |html| {
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
    let outcomes: Vec<(Run, Outcome)> =
        cx.session.runs().iter().map(|&run| (run, cx.session.outcome(run))).collect();
    let open = outcomes.iter().find(|(known, _)| *known == run).or(outcomes.first());
    let Some((run, outcome)) = open else { return };
    let result = &ResultView { cx, run: *run, outcome };
    html.element("article.bp-result", |html| {
        html.attribute(Part, "result");
        comparison::view(html, cx, &outcomes, *run);
        html.element("div.bp-report", |html| {
            html.key(if *run == Run::First { "1" } else { "2" });
            summary::view(html, result);
            html.place(|html| take_along::call_to_action(html, result));
            notices::view(html, result);
            // What depends on an answer has its own place, so that focused elements aren't redrawn.
            html.place(|html| turning::view(html, result));
            dimensions::view(html, result);
            html.place(|html| tactics::view(html, result));
            html.place(|html| plan::view(html, result));
            html.place(|html| tactics::unsuited(html, result));
            html.place(|html| advice::advice(html, result));
            advice::media(html, result);
            foundations::view(html, result);
            take_along::call_to_action(html, result);
        });
        take_along::view(html, result);
        if cx.can_change() {
            let write = |html: &mut Markup| comparison::with_others(html, cx, &outcomes);
            result.section(html, "others", Label::CompareResults, write);
        }
        result.section(html, "closing", Label::AboutThis, |html| {
            html.text("p", &cx.texts.about.closing);
            result.source(html, &cx.texts.about.title, cx.instrument().sources());
        });
        actions(html, cx);
        moved::view(html, result);
    });
}

fn actions(html: &mut Markup, cx: &ViewContext) {
    let is_unfinished = cx.session.runs().iter().any(|&run| !cx.session.unasked(run).is_empty());
    html.element("div.bp-actions bp-result__actions", |html| {
        cx.back(html);
        html.element("div.bp-actions__on", |html| {
            cx.secondary(html, cx.label(Label::Restart), Event::Restarted);
            if is_unfinished {
                cx.primary(html, Label::MoreAnswers, Event::Continued);
            }
        });
    });
}

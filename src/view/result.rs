//! The result: a report of one page, pictures before prose, detail behind disclosures.

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
use super::markup::Markup;
use super::page::Page;
use crate::assessment::{Event, Instrument, Outcome, Run, SourceId};
use crate::content::{Label, Texts};

/// What the parts of a report need.
struct Report<'a> {
    page: &'a Page<'a>,
    run: Run,
    outcome: &'a Outcome,
}

impl<'a> Report<'a> {
    fn texts(&self) -> &'a Texts {
        self.page.texts
    }

    fn label(&self, label: Label) -> &'static str {
        self.page.label(label)
    }

    fn instrument(&self) -> &'a Instrument {
        self.page.instrument()
    }

    /// A section with its heading.
    fn section(&self, html: &mut Markup, name: &str, heading: Label, write: impl FnOnce(&mut Markup)) {
        html.element("section", |html| {
            self.section_heading(html, name, heading);
            write(html);
        });
    }

    /// The class of a section and its heading, tied to it by an id.
    #[inline(never)]
    fn section_heading(&self, html: &mut Markup, name: &str, heading: Label) {
        let id = self.page.id(name);
        html.attribute(Class, &format!("bp-section bp-{name}"));
        html.attribute(AriaLabelledby, &id);
        html.element("h3.bp-section__heading", |html| {
            html.attributes(&[(Id, &id), (Tabindex, "-1")]);
            html.words(self.label(heading));
        });
    }

    /// Where something comes from, to be opened.
    #[inline(never)]
    fn source(&self, html: &mut Markup, about: &str, sources: &[SourceId]) {
        self.page.disclosure(html, Label::Source, about, |html| self.page.sources(html, sources, None));
    }
}

pub(super) fn view(html: &mut Markup, page: &Page, run: Run) {
    let outcomes: Vec<(Run, Outcome)> =
        page.session.runs().iter().map(|&run| (run, page.session.outcome(run))).collect();
    let open = outcomes.iter().find(|(known, _)| *known == run).or(outcomes.first());
    let Some((run, outcome)) = open else { return };
    let report = &Report { page, run: *run, outcome };
    html.element("article.bp-result", |html| {
        html.attribute(Part, "result");
        comparison::view(html, page, &outcomes, *run);
        html.element("div.bp-report", |html| {
            html.key(if *run == Run::First { "1" } else { "2" });
            summary::view(html, report);
            html.place(|html| take_along::call_to_action(html, report));
            notices::view(html, report);
            // What comes and goes with a changed answer has a place, or what has focus would be drawn anew.
            html.place(|html| turning::view(html, report));
            dimensions::view(html, report);
            html.place(|html| tactics::view(html, report));
            html.place(|html| plan::view(html, report));
            html.place(|html| tactics::unsuited(html, report));
            html.place(|html| advice::advice(html, report));
            advice::media(html, report);
            foundations::view(html, report);
            take_along::call_to_action(html, report);
        });
        take_along::view(html, report);
        if page.can_change() {
            let write = |html: &mut Markup| comparison::with_others(html, page, &outcomes);
            report.section(html, "others", Label::CompareResults, write);
        }
        report.section(html, "closing", Label::AboutThis, |html| {
            html.text("p", &page.texts.about.closing);
            report.source(html, &page.texts.about.title, page.instrument().sources());
        });
        actions(html, page);
        moved::view(html, report);
    });
}

fn actions(html: &mut Markup, page: &Page) {
    let is_unfinished = page.session.runs().iter().any(|&run| !page.session.unasked(run).is_empty());
    html.element("div.bp-actions bp-result__actions", |html| {
        page.back(html);
        html.element("div.bp-actions__on", |html| {
            page.secondary(html, page.label(Label::Restart), Event::Restarted);
            if is_unfinished {
                page.primary(html, Label::MoreAnswers, Event::Continued);
            }
        });
    });
}

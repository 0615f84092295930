//! The result: a report of one page, pictures before prose, detail behind disclosures.

mod advice;
mod comparison;
mod dimensions;
mod foundations;
mod notices;
mod summary;
mod tactics;

use super::markup::{block, disclosure, text};
use super::page::Page;
use crate::assessment::{Event, Instrument, Outcome, Run, SourceId};
use crate::content::{Label, Texts};
use yew::prelude::*;

/// What the parts of a report need.
#[derive(Clone, Copy)]
struct Report<'a> {
    page: Page<'a>,
    run: Run,
    outcome: &'a Outcome,
}

impl<'a> Report<'a> {
    fn texts(self) -> &'a Texts {
        self.page.texts
    }

    fn label(self, label: Label) -> &'static str {
        self.page.label(label)
    }

    fn instrument(self) -> &'a Instrument {
        self.page.instrument()
    }

    /// A section with its heading; its id ties the two together.
    fn section(self, name: &'static str, heading: Label, children: Vec<Html>) -> Html {
        let id = self.page.id(name);
        html! {
            <section class={format!("bp-section bp-{name}")} aria-labelledby={id.clone()}>
                <h3 id={id} class="bp-section__heading">{ self.label(heading) }</h3>
                { for children }
            </section>
        }
    }

    /// Where something comes from, to be opened.
    fn source(self, about: &str, sources: &[SourceId]) -> Html {
        disclosure(self.page, Label::Source, about, vec![self.page.sources(sources, None)])
    }
}

pub(super) fn view(page: Page, run: Run) -> Html {
    let outcomes: Vec<(Run, Outcome)> =
        page.session.runs().iter().map(|&run| (run, page.session.outcome(run))).collect();
    let open = outcomes.iter().find(|(known, _)| *known == run).or(outcomes.first());
    let Some((run, outcome)) = open else { return Html::default() };
    let report = Report { page, run: *run, outcome };
    let parts = vec![
        summary::view(report),
        notices::view(report),
        dimensions::view(report),
        tactics::view(report),
        advice::advice(report),
        advice::media(report),
        foundations::view(report),
    ];
    html! {
        <article class="bp-result">
            { comparison::view(page, &outcomes, *run) }
            <div key={*run as usize} class="bp-report">{ for parts }</div>
            { closing(report) }
            { actions(page) }
        </article>
    }
}

fn closing(report: Report) -> Html {
    let closing = text("p", "", report.texts().about.closing.as_str());
    report.section("closing", Label::AboutThis, vec![closing])
}

fn actions(page: Page) -> Html {
    let is_unfinished = page.session.runs().iter().any(|&run| !page.session.unasked(run).is_empty());
    let mut on = vec![page.secondary(page.label(Label::Restart), Event::Restarted)];
    if is_unfinished {
        on.push(page.primary(Label::MoreAnswers, Event::Continued));
    }
    block("div", "bp-actions bp-result__actions", vec![page.back(), block("div", "bp-actions__on", on)])
}

//! The visitor's plan: what was said about the tactics, and the buttons to say it with.

use super::{Report, tactics};
use crate::assessment::{Event, Mark, Tactic, TacticId};
use crate::content::{Label, Text};
use crate::view::attribute::Attribute::*;
use crate::view::markup::{Markup, On};

/// What was marked last, and the plan once there is one.
pub(super) fn view(html: &mut Markup, report: &Report) {
    said(html, report);
    let plan = report.page.session.plan();
    if plan.is_blank() {
        return;
    }
    let entries = plan.entries(report.instrument(), &report.outcome.ranking);
    report.section(html, "plan", Label::Plan, |html| {
        html.place(|html| progress(html, report));
        for mark in Mark::ALL {
            html.place(|html| group(html, report, mark, &entries));
        }
        if report.page.can_change() {
            html.text("p.bp-hint bp-plan__hint", report.label(Label::PlanText));
        }
    });
}

/// What has become of the tactic that was marked last. Its place is always there, or nobody would hear it come.
fn said(html: &mut Markup, report: &Report) {
    html.element("p.bp-marked", |html| {
        html.attribute(Role, "status");
        let Some((id, mark)) = report.page.visit.marked else { return };
        let title = report.texts().tactic(id).title.as_str();
        let (label, mark) = match mark {
            Some(mark) => (Label::Marked, report.texts().mark(mark)),
            None => (Label::Unmarked, Text::default()),
        };
        html.words(&report.texts().fill(label, &[("tactic", title), ("mark", &mark)]));
    });
}

/// How much of what is to be done is done; nothing where nothing is.
fn progress(html: &mut Markup, report: &Report) {
    let plan = report.page.session.plan();
    let done = plan.count(Mark::AlreadyDo);
    let of = done + plan.count(Mark::WillDo);
    if of == 0 {
        return;
    }
    let (done, of) = (done.to_string(), of.to_string());
    let id = report.page.id("plan-progress");
    html.element("div.bp-progress bp-plan__progress", |html| {
        html.element("span.bp-progress__words", |html| {
            html.attribute(Id, &id);
            html.words(&report.texts().fill(Label::PlanProgress, &[("done", &done), ("of", &of)]));
        });
        html.element("progress.bp-progress__bar", |html| {
            html.attributes(&[(Max, &of), (Value, &done), (AriaLabelledby, &id)]);
        });
    });
}

/// The tactics with one mark; what isn't wanted is out of sight.
fn group(html: &mut Markup, report: &Report, mark: Mark, entries: &[(TacticId, Mark)]) {
    let words = report.texts().mark(mark);
    match report.page.session.plan().count(mark) {
        0 => {}
        count if mark == Mark::NotForUs => html.element("details.bp-details bp-plan__aside", |html| {
            html.text("summary", &[&words, " (", &count.to_string(), ")"].concat());
            list(html, report, mark, entries);
        }),
        _ => {
            html.text("h4.bp-plan__mark", &words);
            list(html, report, mark, entries);
        }
    }
}

#[inline(never)]
fn list(html: &mut Markup, report: &Report, wanted: Mark, entries: &[(TacticId, Mark)]) {
    html.element("ul.bp-plan__list", |html| {
        for &(id, mark) in entries {
            match report.instrument().tactic(id) {
                Some(tactic) if mark == wanted => entry(html, report, tactic, mark),
                _ => {}
            }
        }
    });
}

fn entry(html: &mut Markup, report: &Report, tactic: &Tactic, mark: Mark) {
    html.entry("li.bp-planned", tactic.id.as_str(), |html| {
        html.text("strong.bp-planned__title", &report.texts().tactic(tactic.id).title);
        if mark == Mark::WillDo {
            html.element("div.bp-planned__how", |html| tactics::how(html, report, tactic));
        }
        marks(html, report, tactic.id);
    });
}

/// What can be said about a tactic; the mark that it has is pressed, and is taken back by another press.
#[inline(never)]
pub(super) fn marks(html: &mut Markup, report: &Report, id: TacticId) {
    let page = report.page;
    if !page.can_change() {
        return;
    }
    let given = page.session.plan().mark(report.instrument(), id);
    html.element("div.bp-marks", |html| {
        html.attributes(&[(DataId, id.as_str()), (Role, "group"), (Tabindex, "-1")]);
        html.attribute(AriaLabel, &report.texts().tactic(id).title);
        for mark in [Mark::AlreadyDo, Mark::WillDo, Mark::NotForUs] {
            let is_given = given == Some(mark);
            html.element("button.bp-mark", |html| {
                html.attributes(&[(DataId, mark.as_str()), (Type, "button")]);
                html.pressed(is_given);
                html.on(On::Click, page.send(Event::TacticMarked(id, (!is_given).then_some(mark))));
                html.words(&report.texts().mark(mark));
            });
        }
    });
}

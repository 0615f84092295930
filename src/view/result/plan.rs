//! The visitor's plan: the tactics marked, and the buttons to mark them.

use super::{ResultView, tactics};
use crate::assessment::{Event, Mark, Tactic, TacticId};
use crate::content::{Label, Text};
use crate::view::attribute::Attribute::*;
use crate::view::markup::{Markup, On};

/// The last mark, and the plan if it isn't blank.
pub(super) fn view(html: &mut Markup, result: &ResultView) {
    said(html, result);
    let plan = result.cx.session.plan();
    if plan.is_blank() {
        return;
    }
    let entries = plan.entries(result.instrument(), &result.outcome.ranking);
    result.section(html, "plan", Label::Plan, |html| {
        html.place(|html| progress(html, result));
        for mark in Mark::ALL {
            html.place(|html| group(html, result, mark, &entries));
        }
        if result.cx.can_change() {
            html.text("p.bp-hint bp-plan__hint", result.label(Label::PlanText));
        }
    });
}

/// The last tactic marked. Its status element always exists, so that screen readers announce its changes.
fn said(html: &mut Markup, result: &ResultView) {
    html.element("p.bp-marked", |html| {
        html.attribute(Role, "status");
        let Some((id, mark)) = result.cx.visit.marked else { return };
        let title = result.texts().tactic(id).title.as_str();
        let (label, mark) = match mark {
            Some(mark) => (Label::Marked, result.texts().mark(mark)),
            None => (Label::Unmarked, Text::default()),
        };
        html.words(&result.texts().fill(label, &[("tactic", title), ("mark", &mark)]));
    });
}

/// How many of the tactics to do are done; draws nothing if there are none.
fn progress(html: &mut Markup, result: &ResultView) {
    let plan = result.cx.session.plan();
    let done = plan.count(Mark::AlreadyDo);
    let of = done + plan.count(Mark::WillDo);
    if of == 0 {
        return;
    }
    let (done, of) = (done.to_string(), of.to_string());
    let id = result.cx.id("plan-progress");
    html.element("div.bp-progress bp-plan__progress", |html| {
        html.element("span.bp-progress__words", |html| {
            html.attribute(Id, &id);
            html.words(&result.texts().fill(Label::PlanProgress, &[("done", &done), ("of", &of)]));
        });
        html.element("progress.bp-progress__bar", |html| {
            html.attributes(&[(Max, &of), (Value, &done), (AriaLabelledby, &id)]);
        });
    });
}

/// The tactics with one mark; the rejected ones are in a closed disclosure.
fn group(html: &mut Markup, result: &ResultView, mark: Mark, entries: &[(TacticId, Mark)]) {
    let words = result.texts().mark(mark);
    match result.cx.session.plan().count(mark) {
        0 => {}
        count if mark == Mark::NotForUs => html.element("details.bp-details bp-plan__aside", |html| {
            html.text("summary", &[&words, " (", &count.to_string(), ")"].concat());
            list(html, result, mark, entries);
        }),
        _ => {
            html.text("h4.bp-plan__mark", &words);
            list(html, result, mark, entries);
        }
    }
}

#[inline(never)]
fn list(html: &mut Markup, result: &ResultView, wanted: Mark, entries: &[(TacticId, Mark)]) {
    html.element("ul.bp-plan__list", |html| {
        for &(id, mark) in entries {
            match result.instrument().tactic(id) {
                Some(tactic) if mark == wanted => entry(html, result, tactic, mark),
                _ => {}
            }
        }
    });
}

fn entry(html: &mut Markup, result: &ResultView, tactic: &Tactic, mark: Mark) {
    html.entry("li.bp-planned", tactic.id.as_str(), |html| {
        html.text("strong.bp-planned__title", &result.texts().tactic(tactic.id).title);
        if mark == Mark::WillDo {
            html.element("div.bp-planned__how", |html| tactics::how(html, result, tactic));
        }
        marks(html, result, tactic.id);
    });
}

/// The buttons to mark a tactic. Its current mark is pressed; pressing it again removes it.
#[inline(never)]
pub(super) fn marks(html: &mut Markup, result: &ResultView, id: TacticId) {
    let cx = result.cx;
    if !cx.can_change() {
        return;
    }
    let given = cx.session.plan().mark(result.instrument(), id);
    html.element("div.bp-marks", |html| {
        html.attributes(&[(DataId, id.as_str()), (Role, "group"), (Tabindex, "-1")]);
        html.attribute(AriaLabel, &result.texts().tactic(id).title);
        for mark in [Mark::AlreadyDo, Mark::WillDo, Mark::NotForUs] {
            let is_given = given == Some(mark);
            html.element("button.bp-mark", |html| {
                html.attributes(&[(DataId, mark.as_str()), (Type, "button")]);
                html.pressed(is_given);
                html.on(On::Click, cx.session_callback(Event::TacticMarked(id, (!is_given).then_some(mark))));
                html.words(&result.texts().mark(mark));
            });
        }
    });
}

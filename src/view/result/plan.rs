//! The visitor's plan: the tactics marked, and the controls to mark them.

use super::ResultView;
use crate::assessment::{Event, Mark, Tactic, TacticId};
use crate::content::{Label, Text};
use crate::view::attribute::Attribute::*;
use crate::view::context::ViewContext;
use crate::view::markup::{Markup, On};

/// The marks in the order of the controls.
const MARKS: [Mark; 3] = [Mark::AlreadyDo, Mark::WillDo, Mark::NotForUs];

/// The last mark, the progress, and the tactics marked.
pub(super) fn view(html: &mut Markup, result: &ResultView) {
    said(html, result);
    html.place(|html| progress(html, result));
    let entries = result.cx.session.plan().entries(result.instrument(), &result.outcome.ranking);
    // They are sorted by mark; those not wanted come last.
    let (wanted, others) = entries.split_at(entries.partition_point(|(_, mark)| *mark != Mark::NotForUs));
    html.place(|html| {
        if !wanted.is_empty() {
            list(html, result, wanted);
        }
        if !others.is_empty() {
            html.element("details.bp-details bp-plan__aside", |html| {
                let words = result.texts().mark(Mark::NotForUs);
                html.text("summary", &[&words, " (", &others.len().to_string(), ")"].concat());
                list(html, result, others);
            });
        }
    });
}

/// The last tactic marked. Its status element always exists, so that screen readers announce its changes.
fn said(html: &mut Markup, result: &ResultView) {
    html.element("p.bp-unseen bp-marked", |html| {
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

/// How many of the recommended tactics and of the others marked are done, to do, and still to choose.
fn progress(html: &mut Markup, result: &ResultView) {
    let (texts, plan, instrument) = (result.texts(), result.cx.session.plan(), result.instrument());
    let recommended = result.outcome.ranking.recommended.iter();
    let open = recommended.filter(|&&id| plan.mark(instrument, id).is_none()).count();
    let (done, to_do) = (plan.count(Mark::AlreadyDo), plan.count(Mark::WillDo));
    html.element("p.bp-plan__segments", |html| {
        html.attribute(AriaHidden, "true");
        for (shape, count) in [
            ("span.bp-segment bp-segment--done", done),
            ("span.bp-segment bp-segment--to-do", to_do),
            ("span.bp-segment", open),
        ] {
            (0..count).for_each(|_| html.text(shape, ""));
        }
    });
    if plan.is_blank() {
        return html.text("p.bp-hint", &texts.fill(Label::PlanEmpty, &[("mark", &texts.mark(Mark::WillDo))]));
    }
    let mut counts = String::new();
    for (count, label) in [(to_do, Label::PlanToDo), (done, Label::PlanDone), (open, Label::PlanOpen)] {
        if count > 0 {
            counts.push_str(if counts.is_empty() { "" } else { " · " });
            counts.push_str(&texts.fill(label, &[("count", &count.to_string())]));
        }
    }
    html.element("p.bp-hint bp-plan__counts", |html| {
        html.words(&counts);
        if open == 0 && result.outcome.profile.is_some() {
            html.words(if counts.is_empty() { "" } else { ". " });
            html.words(result.label(Label::PlanFull));
        }
    });
}

#[inline(never)]
fn list(html: &mut Markup, result: &ResultView, entries: &[(TacticId, Mark)]) {
    html.element("ul.bp-rows bp-plan__list", |html| {
        for &(id, mark) in entries {
            if let Some(tactic) = result.instrument().tactic(id) {
                entry(html, result, tactic, mark);
            }
        }
    });
}

/// A tactic in the plan: its title, its first step if it is still to be done, and a list to change its mark.
fn entry(html: &mut Markup, result: &ResultView, tactic: &Tactic, mark: Mark) {
    let (cx, id, texts) = (result.cx, tactic.id, result.texts().tactic(tactic.id));
    html.entry("li.bp-planned", tactic.id.as_str(), |html| {
        html.element("span.bp-row__text", |html| {
            html.text("strong.bp-row__title", &texts.title);
            if mark == Mark::WillDo {
                html.space();
                html.text("span.bp-row__line bp-planned__start", &texts.start.unwrap_or_default());
            }
        });
        html.space();
        if !cx.can_change() {
            return html.text("span.bp-pill", &result.texts().mark(mark));
        }
        html.element("select.bp-pill bp-pill--list", |html| {
            cx.control(html, ("plan", tactic.id.as_str()));
            html.attribute(AriaLabel, &texts.title);
            // The value without a mark removes it.
            cx.on_chosen(html, move |value| Some(Event::TacticMarked(id, Mark::from_slug(value))));
            for option in MARKS {
                ViewContext::option(
                    html,
                    option.as_str(),
                    &result.texts().mark(option),
                    option == mark,
                    true,
                );
            }
            ViewContext::option(html, "", result.label(Label::MarkNone), false, true);
        });
    });
}

/// The mark of a tactic in a closed row, in words.
pub(super) fn pill(html: &mut Markup, result: &ResultView, id: TacticId) {
    html.place(|html| {
        if let Some(mark) = result.cx.session.plan().mark(result.instrument(), id) {
            html.element("span", |html| {
                html.attribute(Class, &["bp-pill bp-pill--", mark.as_str()].concat());
                html.words(&result.texts().mark(mark));
            });
        }
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
        html.attributes(&[(DataId, id.as_str()), (Role, "group")]);
        html.attribute(AriaLabel, &result.texts().tactic(id).title);
        for mark in MARKS {
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

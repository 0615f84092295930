//! What to do: the tactics that suit these answers, each with its reasons and first step, and what suits less.

use super::{Report, plan};
use crate::assessment::{Kind, Profile, Tactic, TacticId};
use crate::content::{Label, Text};
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, report: &Report) {
    let Some(profile) = report.outcome.profile else { return };
    report.section(html, "tactics", Label::Tactics, |html| {
        let next = next(report);
        let text = if next.is_empty() { Label::PlanFull } else { Label::TacticsText };
        html.text("p.bp-hint", report.label(text));
        recommended(html, report, profile, &next);
    });
}

/// The tactics recommended: those that the plan has no mark for.
fn next(report: &Report) -> Vec<TacticId> {
    let outcome = report.outcome;
    outcome.ranking.next(report.instrument(), outcome.profile, report.page.session.plan())
}

/// Five in a row where the profile has a side, else three for either side; of what has no place in the plan yet.
fn recommended(html: &mut Markup, report: &Report, profile: Profile, next: &[TacticId]) {
    if next.is_empty() {
        return;
    }
    if profile.side().is_some() {
        return html.element("ol.bp-cards", |html| {
            cards(html, report, "h4.bp-card__title", next, &[Kind::B2b, Kind::B2c]);
        });
    }
    html.element("div.bp-columns", |html| {
        for (kind, label) in [(Kind::B2c, Label::TacticsB2c), (Kind::B2b, Label::TacticsB2b)] {
            html.element("div.bp-columns__column", |html| {
                html.text("h4.bp-columns__heading", report.label(label));
                html.element("ol.bp-cards bp-cards--one", |html| {
                    cards(html, report, "h5.bp-card__title", next, &[kind]);
                });
            });
        }
    });
}

/// The tactics of some kinds, each with a heading. A list in which none is left isn't shown, nor is its own heading.
fn cards(html: &mut Markup, report: &Report, heading: &'static str, next: &[TacticId], kinds: &[Kind]) {
    for &id in next {
        match report.instrument().tactic(id) {
            Some(tactic) if kinds.contains(&tactic.kind) => card(html, report, heading, tactic),
            _ => {}
        }
    }
}

fn card(html: &mut Markup, report: &Report, heading: &'static str, tactic: &Tactic) {
    let texts = report.texts().tactic(tactic.id);
    let reasons = report.outcome.reasons_for(tactic);
    html.entry("li.bp-card", tactic.id.as_str(), |html| {
        html.text(heading, &texts.title);
        html.element("p.bp-card__why", |html| {
            if !reasons.is_empty() {
                let reasons = report.texts().reasons(&reasons);
                html.words(&report.texts().fill(Label::Suits, &[("reasons", &reasons)]));
                html.space();
            }
            html.words(&texts.why);
        });
        how(html, report, tactic);
        plan::marks(html, report, tactic.id);
    });
}

/// How to go about a tactic: its first step, what to mind, and where that comes from.
pub(super) fn how(html: &mut Markup, report: &Report, tactic: &Tactic) {
    let texts = report.texts().tactic(tactic.id);
    first_step(html, report, &texts.start.unwrap_or_default());
    condition(html, report, texts.condition);
    if tactic.is_incentive {
        report.page.disclosure(html, Label::Channels, &texts.title, |html| {
            channels(html, report, &texts.title);
        });
    }
    source(html, report, tactic);
}

/// What to do this week.
pub(super) fn first_step(html: &mut Markup, report: &Report, start: &str) {
    html.element("p.bp-card__start", |html| {
        html.text("strong", report.label(Label::ThisWeek));
        html.space();
        html.words(start);
    });
}

fn condition(html: &mut Markup, report: &Report, condition: Option<Text>) {
    if let Some(condition) = condition {
        html.text(
            "p.bp-card__condition",
            &report.texts().fill(Label::Condition, &[("condition", &condition)]),
        );
    }
}

/// How to hand an incentive out, most fitting channel first.
fn channels(html: &mut Markup, report: &Report, incentive: &str) {
    html.element("ol.bp-channels", |html| {
        for &id in &report.outcome.ranking.channels {
            if let Some(channel) = report.instrument().tactic(id) {
                self::channel(html, report, channel, incentive);
            }
        }
    });
}

fn channel(html: &mut Markup, report: &Report, channel: &Tactic, incentive: &str) {
    let texts = report.texts().tactic(channel.id);
    html.entry("li.bp-channel", channel.id.as_str(), |html| {
        html.element("p", |html| html.text("strong", &texts.title));
        html.element("p", |html| {
            html.words(&texts.why);
            html.space();
            html.words(&texts.start.unwrap_or_default());
        });
        condition(html, report, texts.condition);
        // Each incentive has the same channels.
        report.source(html, &[&texts.title, ", ", incentive].concat(), &channel.sources);
    });
}

/// Where a tactic comes from.
pub(super) fn source(html: &mut Markup, report: &Report, tactic: &Tactic) {
    report.source(html, &report.texts().tactic(tactic.id).title, &tactic.sources);
}

/// The least fitting. One that is recommended for want of better, or has its place in the plan, is not listed here too.
pub(super) fn unsuited(html: &mut Markup, report: &Report) {
    let (ranking, plan, next) = (&report.outcome.ranking, report.page.session.plan(), next(report));
    let is_listed = |id: &&TacticId| !next.contains(id) && plan.mark(report.instrument(), **id).is_none();
    if !ranking.unsuited.iter().any(|id| is_listed(&id)) {
        return;
    }
    report.section(html, "unsuited", Label::Unsuited, |html| {
        html.element("ul", |html| {
            for &id in ranking.unsuited.iter().filter(is_listed) {
                if let Some(tactic) = report.instrument().tactic(id) {
                    unsuited_entry(html, report, tactic);
                }
            }
        });
    });
}

fn unsuited_entry(html: &mut Markup, report: &Report, tactic: &Tactic) {
    html.entry("li", tactic.id.as_str(), |html| {
        html.text("strong", &report.texts().tactic(tactic.id).title);
        html.space();
        if let Some(reason) = report.outcome.reason_against(tactic) {
            let reason = report.texts().reason(reason);
            html.words(&report.texts().fill(Label::UnsuitedBecause, &[("reason", &reason)]));
        }
        source(html, report, tactic);
    });
}

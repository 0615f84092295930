//! What to do: the tactics that suit the answers, with reasons and first steps, and the least suitable.

use super::{ResultView, plan};
use crate::assessment::{Kind, Profile, Tactic, TacticId};
use crate::content::{Label, Text};
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, result: &ResultView) {
    let Some(profile) = result.outcome.profile else { return };
    result.section(html, "tactics", Label::Tactics, |html| {
        let next = next(result);
        let text = if next.is_empty() { Label::PlanFull } else { Label::TacticsText };
        html.text("p.bp-hint", result.label(text));
        recommended(html, result, profile, &next);
    });
}

/// The recommended tactics: those without a mark in the plan.
fn next(result: &ResultView) -> Vec<TacticId> {
    let outcome = result.outcome;
    outcome.ranking.next(result.instrument(), outcome.profile, result.cx.session.plan())
}

/// Up to five in one list if the profile has a side, else up to three per side; none marked in the plan.
fn recommended(html: &mut Markup, result: &ResultView, profile: Profile, next: &[TacticId]) {
    if next.is_empty() {
        return;
    }
    if profile.side().is_some() {
        return html.element("ol.bp-cards", |html| {
            cards(html, result, "h4.bp-card__title", next, &[Kind::B2b, Kind::B2c]);
        });
    }
    html.element("div.bp-columns", |html| {
        for (kind, label) in [(Kind::B2c, Label::TacticsB2c), (Kind::B2b, Label::TacticsB2b)] {
            html.element("div.bp-columns__column", |html| {
                html.text("h4.bp-columns__heading", result.label(label));
                html.element("ol.bp-cards bp-cards--one", |html| {
                    cards(html, result, "h5.bp-card__title", next, &[kind]);
                });
            });
        }
    });
}

/// The tactics of some kinds, each with a heading. A style sheet hides an empty list and its own heading.
fn cards(html: &mut Markup, result: &ResultView, heading: &'static str, next: &[TacticId], kinds: &[Kind]) {
    for &id in next {
        match result.instrument().tactic(id) {
            Some(tactic) if kinds.contains(&tactic.kind) => card(html, result, heading, tactic),
            _ => {}
        }
    }
}

fn card(html: &mut Markup, result: &ResultView, heading: &'static str, tactic: &Tactic) {
    let texts = result.texts().tactic(tactic.id);
    let reasons = result.outcome.reasons_for(tactic);
    html.entry("li.bp-card", tactic.id.as_str(), |html| {
        html.text(heading, &texts.title);
        html.element("p.bp-card__why", |html| {
            if !reasons.is_empty() {
                let reasons = result.texts().reasons(&reasons);
                html.words(&result.texts().fill(Label::Suits, &[("reasons", &reasons)]));
                html.space();
            }
            html.words(&texts.why);
        });
        how(html, result, tactic);
        plan::marks(html, result, tactic.id);
    });
}

/// How to use a tactic: its first step, its condition, its channels for an incentive, and its sources.
pub(super) fn how(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    let texts = result.texts().tactic(tactic.id);
    first_step(html, result, &texts.start.unwrap_or_default());
    condition(html, result, texts.condition);
    if tactic.is_incentive {
        result.cx.disclosure(html, Label::Channels, &texts.title, |html| {
            channels(html, result, &texts.title);
        });
    }
    source(html, result, tactic);
}

/// What to do this week.
pub(super) fn first_step(html: &mut Markup, result: &ResultView, start: &str) {
    html.element("p.bp-card__start", |html| {
        html.text("strong", result.label(Label::ThisWeek));
        html.space();
        html.words(start);
    });
}

fn condition(html: &mut Markup, result: &ResultView, condition: Option<Text>) {
    if let Some(condition) = condition {
        html.text(
            "p.bp-card__condition",
            &result.texts().fill(Label::Condition, &[("condition", &condition)]),
        );
    }
}

/// The channels for an incentive, the most suitable first.
fn channels(html: &mut Markup, result: &ResultView, incentive: &str) {
    html.element("ol.bp-channels", |html| {
        for &id in &result.outcome.ranking.channels {
            if let Some(channel) = result.instrument().tactic(id) {
                self::channel(html, result, channel, incentive);
            }
        }
    });
}

fn channel(html: &mut Markup, result: &ResultView, channel: &Tactic, incentive: &str) {
    let texts = result.texts().tactic(channel.id);
    html.entry("li.bp-channel", channel.id.as_str(), |html| {
        html.element("p", |html| html.text("strong", &texts.title));
        html.element("p", |html| {
            html.words(&texts.why);
            html.space();
            html.words(&texts.start.unwrap_or_default());
        });
        condition(html, result, texts.condition);
        // All incentives have the same channels.
        result.source(html, &[&texts.title, ", ", incentive].concat(), &channel.sources);
    });
}

/// The sources of a tactic.
pub(super) fn source(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    result.source(html, &result.texts().tactic(tactic.id).title, &tactic.sources);
}

/// The least suitable tactics, except those recommended for lack of better ones or marked in the plan.
pub(super) fn unsuited(html: &mut Markup, result: &ResultView) {
    let (ranking, plan, next) = (&result.outcome.ranking, result.cx.session.plan(), next(result));
    let is_listed = |id: &&TacticId| !next.contains(id) && plan.mark(result.instrument(), **id).is_none();
    if !ranking.unsuited.iter().any(|id| is_listed(&id)) {
        return;
    }
    result.section(html, "unsuited", Label::Unsuited, |html| {
        html.element("ul", |html| {
            for &id in ranking.unsuited.iter().filter(is_listed) {
                if let Some(tactic) = result.instrument().tactic(id) {
                    unsuited_entry(html, result, tactic);
                }
            }
        });
    });
}

fn unsuited_entry(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    html.entry("li", tactic.id.as_str(), |html| {
        html.text("strong", &result.texts().tactic(tactic.id).title);
        html.space();
        if let Some(reason) = result.outcome.reason_against(tactic) {
            let reason = result.texts().reason(reason);
            html.words(&result.texts().fill(Label::UnsuitedBecause, &[("reason", &reason)]));
        }
        source(html, result, tactic);
    });
}

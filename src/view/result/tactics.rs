//! What to do: the tactics that suit these answers, each with its reasons and first step, and what suits less.

use super::Report;
use crate::assessment::{Kind, Profile, Tactic};
use crate::content::{Label, Text};
use crate::view::markup::{block, disclosure, entry, space, text, words};
use yew::prelude::*;

pub(super) fn view(report: Report) -> Html {
    let Some(profile) = report.outcome.profile else { return Html::default() };
    let children = vec![
        text("p", "bp-hint", report.label(Label::TacticsText)),
        recommended(report, profile),
        unsuited(report),
    ];
    report.section("tactics", Label::Tactics, children)
}

/// Five in a row where the profile has a side, else three for either side.
fn recommended(report: Report, profile: Profile) -> Html {
    let plan = &report.outcome.plan;
    if profile.side().is_some() {
        let tactics = plan.recommended.iter().filter_map(|&id| report.instrument().tactic(id));
        return block("ol", "bp-cards", tactics.map(|tactic| card(report, tactic)).collect());
    }
    let columns = [(Kind::B2c, Label::TacticsB2c), (Kind::B2b, Label::TacticsB2b)].map(|(kind, label)| {
        let tactics = plan.recommended_of(report.instrument(), kind);
        let cards = tactics.map(|tactic| card(report, tactic)).collect();
        let heading = text("h4", "bp-columns__heading", report.label(label));
        block("div", "bp-columns__column", vec![heading, block("ol", "bp-cards bp-cards--one", cards)])
    });
    block("div", "bp-columns", columns.to_vec())
}

fn card(report: Report, tactic: &Tactic) -> Html {
    let texts = report.texts().tactic(tactic.id);
    let reasons = report.outcome.reasons_for(tactic);
    let why = if reasons.is_empty() {
        AttrValue::Static(texts.why.as_str())
    } else {
        let suits = report.texts().fill(Label::Suits, &[("reasons", &report.texts().reasons(reasons))]);
        AttrValue::from(format!("{suits} {}", texts.why))
    };
    let channels = tactic.is_incentive.then(|| channels(report, &texts.title));
    let children = vec![
        text("h4", "bp-card__title", texts.title.as_str()),
        text("p", "bp-card__why", why),
        first_step(report, texts.start.unwrap_or_default()),
        condition(report, texts.condition),
        channels.unwrap_or_default(),
        source(report, tactic),
    ];
    entry(tactic.id.as_str(), "bp-card", children)
}

/// What to do this week.
pub(super) fn first_step(report: Report, start: Text) -> Html {
    let label = text("strong", "", report.label(Label::ThisWeek));
    block("p", "bp-card__start", vec![label, space(), words(start.as_str())])
}

fn condition(report: Report, condition: Option<Text>) -> Html {
    let note = |condition: Text| report.texts().fill(Label::Condition, &[("condition", &condition)]);
    condition.map(|condition| text("p", "bp-card__condition", note(condition))).unwrap_or_default()
}

/// How to hand an incentive out, most fitting channel first.
fn channels(report: Report, about: &str) -> Html {
    let channels = report.outcome.plan.channels.iter().filter_map(|&id| report.instrument().tactic(id));
    let entries = channels.map(|channel| {
        let texts = report.texts().tactic(channel.id);
        let how = format!("{} {}", texts.why, texts.start.unwrap_or_default());
        let children = vec![
            block("p", "", vec![text("strong", "", texts.title.as_str())]),
            text("p", "", how),
            condition(report, texts.condition),
            source(report, channel),
        ];
        entry(channel.id.as_str(), "bp-channel", children)
    });
    disclosure(report.page, Label::Channels, about, vec![block("ol", "bp-channels", entries.collect())])
}

/// Where a tactic comes from.
pub(super) fn source(report: Report, tactic: &Tactic) -> Html {
    report.source(&report.texts().tactic(tactic.id).title, &tactic.sources)
}

/// The least fitting; one that is recommended for want of better is not listed here again.
fn unsuited(report: Report) -> Html {
    let plan = &report.outcome.plan;
    let tactics: Vec<&Tactic> = (plan.unsuited.iter())
        .filter(|&id| !plan.recommended.contains(id))
        .filter_map(|&id| report.instrument().tactic(id))
        .collect();
    if tactics.is_empty() {
        return Html::default();
    }
    let entries = tactics.into_iter().map(|tactic| {
        let against = report.outcome.reason_against(tactic).map(|reason| {
            report.texts().fill(Label::UnsuitedBecause, &[("reason", &report.texts().reason(reason))])
        });
        let title = text("strong", "", report.texts().tactic(tactic.id).title.as_str());
        let children = vec![title, space(), words(against.unwrap_or_default()), source(report, tactic)];
        entry(tactic.id.as_str(), "", children)
    });
    let entries = entries.collect();
    let heading = text("h4", "", report.label(Label::Unsuited));
    block("div", "bp-unsuited", vec![heading, block("ul", "", entries)])
}

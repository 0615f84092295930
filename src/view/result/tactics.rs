//! What to do: the most suitable tactic, open, with its first step; the others in a row each; then everything rarer.

use super::{ResultView, advice, comparison, foundations, plan, row, take_along};
use crate::assessment::{Kind, Outcome, Pole, Profile, Tactic, TacticId};
use crate::content::Label;
use crate::view::attribute::Attribute::*;
use crate::view::marks;
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, result: &ResultView) {
    html.place(|html| comparison::choice(html, result));
    html.place(|html| {
        html.element("div.bp-tactics", |html| {
            // What is open belongs to one customer group.
            html.key(if result.run == result.all[0].0 { "1" } else { "2" });
            if let Some(profile) = result.outcome.profile {
                recommended(html, result, profile);
            }
            see_also(html, result);
        });
    });
    take_along::call_to_action(html, result);
}

/// Up to five tactics in one list if the profile has a side, else up to three for each side.
fn recommended(html: &mut Markup, result: &ResultView, profile: Profile) {
    let all: Vec<&Tactic> = result.tactics(&result.outcome.ranking.recommended).collect();
    if profile.side().is_some() {
        let Some((first, rest)) = all.split_first() else { return };
        open(html, result, first);
        html.text("p.bp-also", result.label(Label::Also));
        return rows(html, result, rest);
    }
    let (b2c, b2b): (Vec<&Tactic>, Vec<&Tactic>) = all.iter().partition(|tactic| tactic.kind == Kind::B2c);
    html.text("p.bp-also bp-also--b2c", result.label(Label::TacticsB2c));
    if let Some((first, rest)) = b2c.split_first() {
        open(html, result, first);
        rows(html, result, rest);
    }
    html.text("p.bp-also bp-also--b2b", result.label(Label::TacticsB2b));
    rows(html, result, &b2b);
}

/// A tactic that is open.
fn open(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    let texts = result.texts().tactic(tactic.id);
    html.entry("article", tactic.id.as_str(), |html| {
        html.attribute(Class, &["bp-card bp-card--open ", side(tactic.kind)].concat());
        html.text("h4.bp-card__title", &texts.title);
        html.text("p.bp-card__why", &why(result, tactic));
        body(html, result, tactic);
    });
}

fn rows(html: &mut Markup, result: &ResultView, tactics: &[&Tactic]) {
    html.element("ul.bp-rows", |html| {
        for tactic in tactics {
            card(html, result, tactic);
        }
    });
}

/// A tactic in a row that opens.
fn card(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    let texts = result.texts().tactic(tactic.id);
    html.entry("li", tactic.id.as_str(), |html| {
        html.attribute(Class, &["bp-card ", side(tactic.kind)].concat());
        html.element("details.bp-row", |html| {
            row::head(html, &texts.title, &why(result, tactic), |html| plan::pill(html, result, tactic.id));
            html.element("div.bp-row__body", |html| body(html, result, tactic));
        });
    });
}

/// The class for the colour of the side that a tactic serves.
fn side(kind: Kind) -> &'static str {
    marks::side_of(match kind {
        Kind::B2b => Some(Pole::B2b),
        Kind::B2c => Some(Pole::B2c),
        Kind::Media | Kind::Channel => None,
    })
}

/// Why a tactic suits the answers; if no answer supports it, why it works.
fn why(result: &ResultView, tactic: &Tactic) -> String {
    let reasons = result.outcome.reasons_for(tactic);
    if reasons.is_empty() {
        return result.texts().tactic(tactic.id).why.to_string();
    }
    let reasons = result.texts().reasons(&reasons);
    result.texts().fill(Label::ReasonRow, &[("reasons", &reasons)])
}

/// The first step of a tactic, its marks, and one disclosure for the rest.
fn body(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    first_step(html, result, &result.texts().tactic(tactic.id).start.unwrap_or_default());
    plan::marks(html, result, tactic.id);
    more(html, result, tactic);
}

/// What to do this week.
pub(super) fn first_step(html: &mut Markup, result: &ResultView, start: &str) {
    html.element("p.bp-card__start", |html| {
        html.text("strong", result.label(Label::ThisWeek));
        html.space();
        html.words(start);
    });
}

/// The condition of a tactic, why it works, its sources, and the channels for an incentive.
fn more(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    let texts = result.texts().tactic(tactic.id);
    let has_more = texts.condition.is_some() || tactic.is_incentive;
    let label = if has_more { Label::TipMore } else { Label::Source };
    result.cx.disclosure(html, label, &texts.title, |html| {
        details(html, result, tactic);
        if tactic.is_incentive {
            html.text("p.bp-source-title", result.label(Label::Channels));
            html.element("ol.bp-channels", |html| {
                for channel in result.tactics(&result.outcome.ranking.channels) {
                    self::channel(html, result, channel);
                }
            });
        }
    });
}

/// A list of a tactic's condition, its purpose and its sources.
fn details(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    let texts = result.texts().tactic(tactic.id);
    html.element("dl.bp-facts-list", |html| {
        if let Some(condition) = texts.condition {
            fact(html, result, Label::TipNote, &condition);
        }
        let why =
            [&*texts.why, " ", &texts.start.filter(|_| tactic.kind == Kind::Channel).unwrap_or_default()];
        fact(html, result, Label::PartWhy, why.concat().trim_end());
        html.text("dt", result.label(Label::TipSource));
        html.element("dd", |html| result.cx.sources(html, &tactic.sources, None));
    });
}

#[inline(never)]
fn fact(html: &mut Markup, result: &ResultView, title: Label, text: &str) {
    html.text("dt", result.label(title));
    html.text("dd", text);
}

fn channel(html: &mut Markup, result: &ResultView, channel: &Tactic) {
    html.entry("li.bp-channel", channel.id.as_str(), |html| {
        html.element("p", |html| html.text("strong", &result.texts().tactic(channel.id).title));
        details(html, result, channel);
    });
}

/// Everything rarer, in a row each.
fn see_also(html: &mut Markup, result: &ResultView) {
    row::group(html, result, Label::SeeAlso, |html| {
        advice::advice(html, result);
        if let [(_, first), (_, second)] = result.all {
            let shared = Outcome::shared_tactics(&[first, second]);
            let line = match result.texts().titles(&shared) {
                none if none.is_empty() => result.label(Label::CompareNone).to_owned(),
                titles => titles,
            };
            row::entry(html, "shared", result.label(Label::CompareShared), &line, |html| {
                comparison::titles(html, result.cx, &shared);
            });
        }
        let further = result.outcome.ranking.further();
        if !further.is_empty() {
            let line = result.texts().titles(&further);
            row::entry(html, "further", result.label(Label::Further), &line, |html| {
                rows(html, result, &result.tactics(&further).collect::<Vec<_>>());
            });
        }
        foundations::row(html, result);
        advice::media(html, result);
        unsuited(html, result);
    });
}

/// The least suitable tactics, except those recommended for lack of better ones.
fn unsuited(html: &mut Markup, result: &ResultView) {
    let ranking = &result.outcome.ranking;
    let unsuited: Vec<TacticId> =
        ranking.unsuited.iter().copied().filter(|id| !ranking.recommended.contains(id)).collect();
    if unsuited.is_empty() {
        return;
    }
    let line = result.texts().titles(&unsuited);
    row::entry(html, "unsuited", result.label(Label::Unsuited), &line, |html| {
        html.element("ul.bp-unsuited", |html| {
            for tactic in result.tactics(&unsuited) {
                unsuited_entry(html, result, tactic);
            }
        });
    });
}

fn unsuited_entry(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    let title = &result.texts().tactic(tactic.id).title;
    html.entry("li", tactic.id.as_str(), |html| {
        html.text("strong", title);
        html.space();
        if let Some(reason) = result.outcome.reason_against(tactic) {
            let reason = result.texts().reason(reason);
            html.words(&result.texts().fill(Label::UnsuitedBecause, &[("reason", &reason)]));
        }
        result.source(html, title, &tactic.sources);
    });
}

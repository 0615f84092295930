//! What to know about how firm the profile is, with ways back to the items concerned.

use super::{Report, summary};
use crate::assessment::{Event, Flag, ItemId};
use crate::content::Label;
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, report: &Report) {
    let outcome = report.outcome;
    let is_firm = outcome.missing.is_empty() && outcome.border.is_none() && outcome.flag.is_none();
    if is_firm && outcome.consistency.pairs.is_empty() {
        return;
    }
    report.section(html, "notices", Label::Notices, |html| {
        html.element("ul.bp-notices__list", |html| {
            missing(html, report);
            border(html, report);
            flag(html, report);
            contradictions(html, report);
        });
    });
}

/// One notice: what, and the items it leads to, if any.
fn notice(html: &mut Markup, report: &Report, text: &str, label: Label, items: Vec<ItemId>) {
    html.element("li.bp-notice", |html| {
        html.words(text);
        html.space();
        if !items.is_empty() {
            report.page.link(html, report.label(label), Event::ReviewRequested(items));
        }
    });
}

/// Answers are missing: how many, what could still come of it, and the way to them.
fn missing(html: &mut Markup, report: &Report) {
    let (texts, outcome) = (report.texts(), report.outcome);
    if outcome.missing.is_empty() {
        return;
    }
    let mut text = texts.counted(outcome.missing.len(), Label::MissingOne, Label::MissingOther);
    if outcome.profile.is_some() {
        let label = if outcome.range.is_certain() { Label::CertainText } else { Label::ProvisionalText };
        let low = summary::words_for(report, outcome.range.low);
        let high = summary::words_for(report, outcome.range.high);
        text.push(' ');
        text.push_str(&texts.fill(label, &[("low", &low), ("high", &high)]));
    }
    notice(html, report, &text, Label::AnswerMissing, outcome.missing.clone());
}

fn border(html: &mut Markup, report: &Report) {
    let texts = report.texts();
    if let (Some(profile), Some(neighbour)) = (report.outcome.profile, report.outcome.border) {
        let names =
            [("profile", &*texts.profile(profile).name), ("neighbour", &*texts.profile(neighbour).name)];
        notice(html, report, &texts.fill(Label::Border, &names), Label::Review, Vec::new());
    }
}

fn flag(html: &mut Markup, report: &Report) {
    let label = match report.outcome.flag {
        Some(Flag::SameAnswer) => Label::SameAnswer,
        Some(Flag::AllMiddle) => Label::AllMiddle,
        None => return,
    };
    let items = report.instrument().items().iter().map(|item| item.id).collect();
    notice(html, report, report.label(label), Label::Review, items);
}

/// Answers that lie far apart; where that goes for so many that they contradict each other, that first.
fn contradictions(html: &mut Markup, report: &Report) {
    let consistency = &report.outcome.consistency;
    if consistency.pairs.is_empty() {
        return;
    }
    let mut text = report.texts().apart(&consistency.pairs);
    if consistency.is_contradictory() {
        text = format!("{} {text}", report.label(Label::Contradictory));
    }
    let mut items = Vec::new();
    for &dimension in &consistency.pairs {
        items.extend(report.instrument().items_of(dimension).map(|item| item.id));
    }
    notice(html, report, &text, Label::Review, items);
}

//! How firm the profile is, in plain words: whether answers are missing, a border is near, the answers agree.
//! What is not as it should be leads back to the items concerned.

use super::{Report, summary};
use crate::assessment::{ConsistencyReading, Event, Flag, ItemId};
use crate::content::Label;
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, report: &Report) {
    report.section(html, "notices", Label::Notices, |html| {
        html.place(|html| {
            if report.outcome.is_firm() {
                html.text("p.bp-notices__firm", report.label(Label::Firm));
            }
        });
        html.element("ul.bp-notices__list", |html| {
            missing(html, report);
            border(html, report);
            flag(html, report);
            consistency(html, report);
        });
    });
}

/// What is as it should be; only worth a word where there is a profile.
fn firm(html: &mut Markup, report: &Report, label: Label) {
    if report.outcome.profile.is_some() {
        html.text("li.bp-notice bp-notice--firm", report.label(label));
    }
}

/// One notice: what, and the items it leads to, if any.
fn notice(html: &mut Markup, report: &Report, text: &str, label: Label, items: Vec<ItemId>) {
    html.element("li.bp-notice", |html| {
        html.words(text);
        if !items.is_empty() && report.page.can_change() {
            html.space();
            report.page.link(html, report.label(label), Event::ReviewRequested(items));
        }
    });
}

/// Answers are missing: how many, what could still come of it, and the way to them.
fn missing(html: &mut Markup, report: &Report) {
    let (texts, outcome) = (report.texts(), report.outcome);
    if outcome.missing.is_empty() {
        return firm(html, report, Label::Complete);
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
    let Some(neighbour) = report.outcome.border else { return firm(html, report, Label::NoBorder) };
    if let Some(profile) = report.outcome.profile {
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

/// How well the answers agree, and which of them lie far apart.
fn consistency(html: &mut Markup, report: &Report) {
    let consistency = &report.outcome.consistency;
    let reading = match consistency.reading() {
        Some(ConsistencyReading::Consistent) => Label::Consistent,
        Some(ConsistencyReading::Mixed) => Label::Mixed,
        Some(ConsistencyReading::Contradictory) => Label::Contradictory,
        None => Label::NotCompared,
    };
    let mut text = String::new();
    if consistency.pairs.is_empty() {
        if reading == Label::Consistent || report.outcome.profile.is_none() {
            return firm(html, report, reading);
        }
        return notice(html, report, report.label(reading), Label::Review, Vec::new());
    }
    // That they agree, but not here, would be a riddle; what needs more answers to be said is left out before.
    if !matches!(reading, Label::Consistent | Label::NotCompared) {
        text.push_str(report.label(reading));
        text.push(' ');
    }
    text.push_str(&report.texts().apart(&consistency.pairs));
    let mut items = Vec::new();
    for &dimension in &consistency.pairs {
        items.extend(report.instrument().items_of(dimension).map(|item| item.id));
    }
    notice(html, report, &text, Label::Review, items);
}

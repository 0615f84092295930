//! How firm the profile is, in plain words: whether answers are missing, a border is near, the answers agree.
//! Notices about weaknesses link to the items concerned.

use super::{ResultView, summary};
use crate::assessment::{ConsistencyReading, Event, Flag, ItemId};
use crate::content::Label;
use crate::view::markup::Markup;

pub(super) fn view(html: &mut Markup, result: &ResultView) {
    result.section(html, "notices", Label::Notices, |html| {
        html.place(|html| {
            if result.outcome.is_firm() {
                html.text("p.bp-notices__firm", result.label(Label::Firm));
            }
        });
        html.element("ul.bp-notices__list", |html| {
            missing(html, result);
            border(html, result);
            flag(html, result);
            consistency(html, result);
        });
    });
}

/// A notice that all is well; shown only with a profile.
fn firm(html: &mut Markup, result: &ResultView, label: Label) {
    if result.outcome.profile.is_some() {
        html.text("li.bp-notice bp-notice--firm", result.label(label));
    }
}

/// One notice: its text, and a link to its items, if any.
fn notice(html: &mut Markup, result: &ResultView, text: &str, label: Label, items: Vec<ItemId>) {
    html.element("li.bp-notice", |html| {
        html.words(text);
        if !items.is_empty() && result.cx.can_change() {
            html.space();
            result.cx.link(html, result.label(label), Event::ReviewRequested(items));
        }
    });
}

/// Missing answers: their number, the range still possible, and a link to them.
fn missing(html: &mut Markup, result: &ResultView) {
    let (texts, outcome) = (result.texts(), result.outcome);
    if outcome.missing.is_empty() {
        return firm(html, result, Label::Complete);
    }
    let mut text = texts.counted(outcome.missing.len(), Label::MissingOne, Label::MissingOther);
    if outcome.profile.is_some() {
        let label = if outcome.range.is_certain() { Label::CertainText } else { Label::ProvisionalText };
        let low = summary::words_for(result, outcome.range.low);
        let high = summary::words_for(result, outcome.range.high);
        text.push(' ');
        text.push_str(&texts.fill(label, &[("low", &low), ("high", &high)]));
    }
    notice(html, result, &text, Label::AnswerMissing, outcome.missing.clone());
}

fn border(html: &mut Markup, result: &ResultView) {
    let texts = result.texts();
    let Some(neighbour) = result.outcome.border else { return firm(html, result, Label::NoBorder) };
    if let Some(profile) = result.outcome.profile {
        let names =
            [("profile", &*texts.profile(profile).name), ("neighbour", &*texts.profile(neighbour).name)];
        notice(html, result, &texts.fill(Label::Border, &names), Label::Review, Vec::new());
    }
}

fn flag(html: &mut Markup, result: &ResultView) {
    let label = match result.outcome.flag {
        Some(Flag::SameAnswer) => Label::SameAnswer,
        Some(Flag::AllMiddle) => Label::AllMiddle,
        None => return,
    };
    let items = result.instrument().items().iter().map(|item| item.id).collect();
    notice(html, result, result.label(label), Label::Review, items);
}

/// How well the answers agree, and which of them are far apart.
fn consistency(html: &mut Markup, result: &ResultView) {
    let consistency = &result.outcome.consistency;
    let reading = match consistency.reading() {
        Some(ConsistencyReading::Consistent) => Label::Consistent,
        Some(ConsistencyReading::Mixed) => Label::Mixed,
        Some(ConsistencyReading::Contradictory) => Label::Contradictory,
        None => Label::NotCompared,
    };
    let mut text = String::new();
    if consistency.pairs.is_empty() {
        if reading == Label::Consistent || result.outcome.profile.is_none() {
            return firm(html, result, reading);
        }
        return notice(html, result, result.label(reading), Label::Review, Vec::new());
    }
    // "The answers agree" would contradict the pairs; a reading without enough answers says nothing here.
    if !matches!(reading, Label::Consistent | Label::NotCompared) {
        text.push_str(result.label(reading));
        text.push(' ');
    }
    text.push_str(&result.texts().apart(&consistency.pairs));
    let mut items = Vec::new();
    for &dimension in &consistency.pairs {
        items.extend(result.instrument().items_of(dimension).map(|item| item.id));
    }
    notice(html, result, &text, Label::Review, items);
}

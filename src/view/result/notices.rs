//! What to know about how firm the profile is, with ways back to the items concerned.

use super::{Report, summary};
use crate::assessment::{ConsistencyReading, DimensionId, Event, Flag, ItemId};
use crate::content::Label;
use crate::view::markup::{block, space, words};
use yew::prelude::*;

/// One notice: what, and where it leads.
struct Notice {
    text: String,
    review: Option<(Label, Vec<ItemId>)>,
}

pub(super) fn view(report: Report) -> Html {
    let notices: Vec<Notice> =
        [missing(report), border(report), flag(report)].into_iter().flatten().chain(contradictions(report)).collect();
    if notices.is_empty() {
        return Html::default();
    }
    let entries = notices.into_iter().map(|notice| {
        let link = notice.review.map(|(label, items)| {
            report.page.link(report.label(label), Event::ReviewRequested(items))
        });
        block("li", "bp-notice", vec![words(notice.text), space(), link.unwrap_or_default()])
    });
    let list = block("ul", "bp-notices__list", entries.collect());
    report.section("notices", Label::Notices, vec![list])
}

/// Answers are missing: how many, what could still come of it, and the way to them.
fn missing(report: Report) -> Option<Notice> {
    let (texts, outcome) = (report.texts(), report.outcome);
    if outcome.missing.is_empty() {
        return None;
    }
    let mut text = texts.counted(outcome.missing.len(), Label::MissingOne, Label::MissingOther);
    if outcome.profile.is_some() {
        let label = if outcome.range.is_certain() { Label::CertainText } else { Label::ProvisionalText };
        let low = summary::words_for(report, outcome.range.low);
        let high = summary::words_for(report, outcome.range.high);
        text = format!("{text} {}", texts.fill(label, &[("low", &low), ("high", &high)]));
    }
    Some(Notice { text, review: Some((Label::AnswerMissing, outcome.missing.clone())) })
}

fn border(report: Report) -> Option<Notice> {
    let (profile, neighbour) = (report.outcome.profile?, report.outcome.border?);
    let texts = report.texts();
    let names = [("profile", &*texts.profile(profile).name), ("neighbour", &*texts.profile(neighbour).name)];
    Some(Notice { text: texts.fill(Label::Border, &names), review: None })
}

fn flag(report: Report) -> Option<Notice> {
    let label = match report.outcome.flag? {
        Flag::SameAnswer => Label::SameAnswer,
        Flag::AllMiddle => Label::AllMiddle,
    };
    let items = report.instrument().items().iter().map(|item| item.id).collect();
    Some(Notice { text: report.label(label).to_owned(), review: Some((Label::Review, items)) })
}

/// Answers that lie far apart: each pair, after one word on the whole where that is contradictory.
fn contradictions(report: Report) -> Vec<Notice> {
    let consistency = &report.outcome.consistency;
    let items_of = |dimension: DimensionId| report.instrument().items_of(dimension).map(|item| item.id);
    let mut notices = Vec::new();
    if consistency.reading() == Some(ConsistencyReading::Contradictory) {
        let all = consistency.pairs.iter().flat_map(|&dimension| items_of(dimension)).collect();
        let text = report.label(Label::Contradictory).to_owned();
        notices.push(Notice { text, review: Some((Label::Review, all)) });
    }
    notices.extend(consistency.pairs.iter().map(|&dimension| Notice {
        text: report.texts().apart(dimension),
        review: Some((Label::Review, items_of(dimension).collect())),
    }));
    notices
}

//! What goes with the profile as a whole: its advice, and shared media in its variant.

use super::{Report, tactics};
use crate::assessment::{Kind, Pole, Tactic};
use crate::content::{Label, Variant};
use crate::view::markup::{block, entry, space, text, words};
use yew::prelude::*;

pub(super) fn advice(report: Report) -> Html {
    let entries: Vec<Html> = (report.outcome.advice(report.instrument()))
        .map(|advice| {
            let texts = report.texts().advice(advice.id);
            let children = vec![
                text("h4", "bp-card__title", texts.title.as_str()),
                text("p", "bp-card__why", texts.why.as_str()),
                tactics::first_step(report, texts.start),
                report.source(&texts.title, &advice.sources),
            ];
            entry(advice.id.as_str(), "bp-card", children)
        })
        .collect();
    if entries.is_empty() {
        return Html::default();
    }
    report.section("advice", Label::Advice, vec![block("ul", "bp-cards", entries)])
}

pub(super) fn media(report: Report) -> Html {
    let media = report.instrument().tactics().iter().filter(|tactic| tactic.kind == Kind::Media);
    let entries = media.map(|tactic| medium(report, tactic)).collect();
    report.section("media", Label::Media, vec![block("ul", "bp-media__list", entries)])
}

fn medium(report: Report, tactic: &Tactic) -> Html {
    let texts = report.texts().tactic(tactic.id);
    let mut body = vec![text("p", "bp-hint", texts.why.as_str())];
    for &pole in report.outcome.media_variants() {
        body.extend(texts.variants.map(|variants| variant(report, pole, variants.of(pole))));
    }
    body.push(tactics::source(report, tactic));
    let title = text("h4", "bp-medium__title", texts.title.as_str());
    entry(tactic.id.as_str(), "bp-medium", vec![title, block("div", "", body)])
}

fn variant(report: Report, pole: Pole, variant: Variant) -> Html {
    let watch = report.texts().fill(Label::MediaWatch, &[("watch", &variant.watch)]);
    let side = text("strong", "", format!("{}:", report.texts().pole(pole)));
    block("p", "bp-medium__variant", vec![side, space(), words(format!("{} {watch}", variant.start))])
}

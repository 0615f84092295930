//! What applies to the profile as a whole: its advice, and shared media in its variant.

use super::{ResultView, row, tactics};
use crate::assessment::{Advice, Kind, Tactic, TacticId};
use crate::content::{Label, Text};
use crate::view::markup::Markup;

/// The row of the advice, if there is any for the profile.
pub(super) fn advice(html: &mut Markup, result: &ResultView) {
    let all: Vec<&Advice> = result.outcome.advice(result.instrument()).collect();
    if all.is_empty() {
        return;
    }
    let titles: Vec<Text> = all.iter().map(|advice| result.texts().advice(advice.id).title).collect();
    let line = result.texts().row(&titles);
    row::entry(html, "advice", result.label(Label::Advice), &line, |html| {
        html.element("ul.bp-advice", |html| all.iter().for_each(|advice| entry(html, result, advice)));
    });
}

fn entry(html: &mut Markup, result: &ResultView, advice: &Advice) {
    let texts = result.texts().advice(advice.id);
    html.entry("li", advice.id.as_str(), |html| {
        html.element("p", |html| html.text("strong", &texts.title));
        html.text("p.bp-hint", &texts.why);
        tactics::first_step(html, result, &texts.start);
        result.source(html, &texts.title, &advice.sources);
    });
}

pub(super) fn media(html: &mut Markup, result: &ResultView) {
    let media: Vec<TacticId> = (result.instrument().tactics().iter())
        .filter(|tactic| tactic.kind == Kind::Media)
        .map(|tactic| tactic.id)
        .collect();
    let line = result.texts().titles(&media);
    row::entry(html, "media", result.label(Label::Media), &line, |html| {
        html.element("ul.bp-media", |html| {
            for tactic in result.tactics(&media) {
                medium(html, result, tactic);
            }
        });
    });
}

fn medium(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    let texts = result.texts().tactic(tactic.id);
    html.entry("li.bp-medium", tactic.id.as_str(), |html| {
        html.element("p", |html| html.text("strong", &texts.title));
        html.text("p.bp-hint", &texts.why);
        for &pole in result.outcome.media_variants() {
            let Some(variant) = texts.variants.map(|variants| variants.of(pole)) else { continue };
            html.element("p.bp-medium__variant", |html| {
                html.text("strong", &format!("{}:", result.texts().pole(pole)));
                html.space();
                html.words(&variant.start);
                html.space();
                html.words(&result.texts().fill(Label::MediaWatch, &[("watch", &variant.watch)]));
            });
        }
        result.source(html, &texts.title, &tactic.sources);
    });
}

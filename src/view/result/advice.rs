//! What applies to the profile as a whole: its advice, and shared media in its variant.

use super::{ResultView, tactics};
use crate::assessment::{Advice, Kind, Tactic};
use crate::content::Label;
use crate::view::markup::Markup;

pub(super) fn advice(html: &mut Markup, result: &ResultView) {
    let mut all = result.outcome.advice(result.instrument()).peekable();
    if all.peek().is_none() {
        return;
    }
    result.section(html, "advice", Label::Advice, |html| {
        html.element("ul.bp-cards", |html| all.for_each(|advice| card(html, result, advice)));
    });
}

fn card(html: &mut Markup, result: &ResultView, advice: &Advice) {
    let texts = result.texts().advice(advice.id);
    html.entry("li.bp-card", advice.id.as_str(), |html| {
        html.text("h4.bp-card__title", &texts.title);
        html.text("p.bp-card__why", &texts.why);
        tactics::first_step(html, result, &texts.start);
        result.source(html, &texts.title, &advice.sources);
    });
}

pub(super) fn media(html: &mut Markup, result: &ResultView) {
    result.section(html, "media", Label::Media, |html| {
        html.element("ul.bp-media__list", |html| {
            for tactic in result.instrument().tactics() {
                if tactic.kind == Kind::Media {
                    medium(html, result, tactic);
                }
            }
        });
    });
}

fn medium(html: &mut Markup, result: &ResultView, tactic: &Tactic) {
    let texts = result.texts().tactic(tactic.id);
    html.entry("li.bp-medium", tactic.id.as_str(), |html| {
        html.text("h4.bp-medium__title", &texts.title);
        html.element("div", |html| {
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
            tactics::source(html, result, tactic);
        });
    });
}

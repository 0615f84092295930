//! What goes with the profile as a whole: its advice, and shared media in its variant.

use super::{Report, tactics};
use crate::assessment::{Advice, Kind, Tactic};
use crate::content::Label;
use crate::view::markup::Markup;

pub(super) fn advice(html: &mut Markup, report: &Report) {
    let mut all = report.outcome.advice(report.instrument()).peekable();
    if all.peek().is_none() {
        return;
    }
    report.section(html, "advice", Label::Advice, |html| {
        html.element("ul.bp-cards", |html| all.for_each(|advice| card(html, report, advice)));
    });
}

fn card(html: &mut Markup, report: &Report, advice: &Advice) {
    let texts = report.texts().advice(advice.id);
    html.entry("li.bp-card", advice.id.as_str(), |html| {
        html.text("h4.bp-card__title", &texts.title);
        html.text("p.bp-card__why", &texts.why);
        tactics::first_step(html, report, &texts.start);
        report.source(html, &texts.title, &advice.sources);
    });
}

pub(super) fn media(html: &mut Markup, report: &Report) {
    report.section(html, "media", Label::Media, |html| {
        html.element("ul.bp-media__list", |html| {
            for tactic in report.instrument().tactics() {
                if tactic.kind == Kind::Media {
                    medium(html, report, tactic);
                }
            }
        });
    });
}

fn medium(html: &mut Markup, report: &Report, tactic: &Tactic) {
    let texts = report.texts().tactic(tactic.id);
    html.entry("li.bp-medium", tactic.id.as_str(), |html| {
        html.text("h4.bp-medium__title", &texts.title);
        html.element("div", |html| {
            html.text("p.bp-hint", &texts.why);
            for &pole in report.outcome.media_variants() {
                let Some(variant) = texts.variants.map(|variants| variants.of(pole)) else { continue };
                html.element("p.bp-medium__variant", |html| {
                    html.text("strong", &format!("{}:", report.texts().pole(pole)));
                    html.space();
                    html.words(&variant.start);
                    html.space();
                    html.words(&report.texts().fill(Label::MediaWatch, &[("watch", &variant.watch)]));
                });
            }
            tactics::source(html, report, tactic);
        });
    });
}

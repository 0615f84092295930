//! What would turn the profile, each way: one answer in words, to be tried out, or how many it takes.

use super::Report;
use crate::assessment::{Change, ItemId, Pole, Position, Profile, Response};
use crate::content::Label;
use crate::view::Message;
use crate::view::attribute::Attribute::*;
use crate::view::markup::{Markup, On};

/// Nothing without a named profile, and nothing beyond the strongest level.
pub(super) fn view(html: &mut Markup, report: &Report) {
    let changes = [Pole::B2c, Pole::B2b].map(|pole| (pole, report.outcome.changes.towards(pole)));
    if changes.iter().all(|(_, change)| change.is_none()) {
        return;
    }
    report.section(html, "turning", Label::Turning, |html| {
        html.element("ul.bp-turning__list", |html| {
            for (pole, change) in changes {
                if let Some(change) = change {
                    entry(html, report, pole, change);
                }
            }
        });
    });
}

fn entry(html: &mut Markup, report: &Report, pole: Pole, change: Change) {
    let answers = &report.page.session.run(report.run).answers;
    let id = if pole == Pole::B2b { "b2b" } else { "b2c" };
    html.entry("li.bp-turn", id, |html| match change {
        Change::Single { item, to } => {
            if let Some(profile) = change.profile(report.instrument(), answers) {
                single(html, report, item, to, profile);
            }
        }
        Change::Several { answers } => {
            html.text("p", &report.texts().turning_several(pole, answers));
        }
    });
}

fn single(html: &mut Markup, report: &Report, id: ItemId, to: Position, profile: Profile) {
    let (page, texts) = (report.page, report.texts());
    let Some(item) = report.instrument().item(id) else { return };
    html.text("p", &texts.turning(item, to, profile));
    if !page.can_change() {
        return;
    }
    html.element("button.bp-button bp-button--small", |html| {
        // Another change is another button: who has pressed one must not press the next without wanting it.
        html.key(id.as_str());
        html.attributes(&[(Type, "button"), (Part, "button")]);
        page.control(html, &format!("try-{id}"));
        html.on(On::Click, page.tell(Message::Tried(id, Response::At(to))));
        html.words(report.label(Label::TryIt));
        html.unseen(&format!(": {}", texts.profile(profile).name));
    });
}

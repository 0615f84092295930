//! What would turn the profile, each way: one answer in words, to be tried out, or how many it takes.

use super::Report;
use crate::assessment::{Change, Changes, ItemId, Pole, Position, Profile, Response};
use crate::content::Label;
use crate::view::Message;
use crate::view::attribute::Attribute::*;
use crate::view::markup::{Markup, On};
use crate::view::page::Page;

/// Nothing without a named profile, and nothing beyond the strongest level.
pub(super) fn view(html: &mut Markup, report: &Report) {
    let changes = &report.outcome.changes;
    if *changes == Changes::default() {
        return;
    }
    report.section(html, "turning", Label::Turning, |html| {
        html.element("ul.bp-turning__list", |html| {
            entry(html, report, Pole::B2c, changes.b2c);
            entry(html, report, Pole::B2b, changes.b2b);
        });
    });
}

fn entry(html: &mut Markup, report: &Report, pole: Pole, change: Option<Change>) {
    let Some(change) = change else { return };
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
        page.control(html, ("try", id.as_str()));
        html.on(On::Click, page.tell(Message::Tried(id, Response::At(to))));
        html.words(report.label(Label::TryIt));
        Page::meaning(html, &texts.profile(profile).name);
    });
}

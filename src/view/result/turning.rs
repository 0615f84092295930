//! What would turn the profile, each way: one answer in words, with a button to try it, or how many it takes.

use super::ResultView;
use crate::assessment::{Change, Changes, ItemId, Pole, Position, Profile, Response};
use crate::content::Label;
use crate::view::Message;
use crate::view::attribute::Attribute::*;
use crate::view::context::ViewContext;
use crate::view::markup::{Markup, On};

/// Draws nothing without a named profile, and nothing beyond the strongest level.
pub(super) fn view(html: &mut Markup, result: &ResultView) {
    let changes = &result.outcome.changes;
    if *changes == Changes::default() {
        return;
    }
    result.section(html, "turning", Label::Turning, |html| {
        html.element("ul.bp-turning__list", |html| {
            entry(html, result, Pole::B2c, changes.b2c);
            entry(html, result, Pole::B2b, changes.b2b);
        });
    });
}

fn entry(html: &mut Markup, result: &ResultView, pole: Pole, change: Option<Change>) {
    let Some(change) = change else { return };
    let answers = &result.cx.session.run(result.run).answers;
    let id = if pole == Pole::B2b { "b2b" } else { "b2c" };
    html.entry("li.bp-turn", id, |html| match change {
        Change::Single { item, to } => {
            if let Some(profile) = change.profile(result.instrument(), answers) {
                single(html, result, item, to, profile);
            }
        }
        Change::Several { answers } => {
            html.text("p", &result.texts().turning_several(pole, answers));
        }
    });
}

fn single(html: &mut Markup, result: &ResultView, id: ItemId, to: Position, profile: Profile) {
    let (cx, texts) = (result.cx, result.texts());
    let Some(item) = result.instrument().item(id) else { return };
    html.text("p", &texts.turning(item, to, profile));
    if !cx.can_change() {
        return;
    }
    html.element("button.bp-button bp-button--small", |html| {
        // Each change has its own button, so that a second press can't try the next one by accident.
        html.key(id.as_str());
        html.attributes(&[(Type, "button"), (Part, "button")]);
        cx.control(html, ("try", id.as_str()));
        html.on(On::Click, cx.callback(Message::Tried(id, Response::At(to))));
        html.words(result.label(Label::TryIt));
        ViewContext::meaning(html, &texts.profile(profile).name);
    });
}

//! The checkbox that asks whether to keep the answers on the device.

use super::attribute::Attribute::*;
use super::context::ViewContext;
use super::markup::{Markup, On};
use super::{Keep, Message};
use crate::content::Label;

/// The checkbox and its explanation; draws nothing if the host page can't keep anything.
pub(super) fn view(html: &mut Markup, cx: &ViewContext) {
    if cx.props.abilities.keep == Keep::NotOffered {
        return;
    }
    let is_kept = cx.props.abilities.keep == Keep::On;
    let help = cx.id("keep");
    html.element("div.bp-keep", |html| {
        html.element("label.bp-check", |html| {
            html.element("input", |html| {
                html.attributes(&[(Type, "checkbox"), (AriaDescribedby, &help)]);
                html.checked(is_kept);
                html.on(On::Change, cx.callback(Message::KeepChosen(!is_kept)));
            });
            html.text("span", cx.label(Label::Keep));
        });
        html.element("p.bp-hint", |html| {
            html.attribute(Id, &help);
            html.words(cx.label(Label::KeepText));
        });
    });
}

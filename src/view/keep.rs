//! The box that asks whether the answers may be kept on the device.

use super::attribute::Attribute::*;
use super::markup::{Markup, On};
use super::page::Page;
use super::{Keep, Message};
use crate::content::Label;

/// The box, and what it does; nothing where the host can't keep anything.
pub(super) fn view(html: &mut Markup, page: &Page) {
    if page.props.abilities.keep == Keep::NotOffered {
        return;
    }
    let is_kept = page.props.abilities.keep == Keep::On;
    let help = page.id("keep");
    html.element("div.bp-keep", |html| {
        html.element("label.bp-keep__choice", |html| {
            html.element("input", |html| {
                html.attributes(&[(Type, "checkbox"), (AriaDescribedby, &help)]);
                html.checked(is_kept);
                html.on(On::Change, page.tell(Message::KeepChosen(!is_kept)));
            });
            html.text("span", page.label(Label::Keep));
        });
        html.element("p.bp-hint", |html| {
            html.attribute(Id, &help);
            html.words(page.label(Label::KeepText));
        });
    });
}

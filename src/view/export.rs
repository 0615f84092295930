//! Buttons to print or draw something. The host does it, and returns the outcome.

use super::context::ViewContext;
use super::markup::Markup;
use super::{Asked, Export, Message};
use crate::content::Label;

/// The result on paper and as a picture; draws nothing if the host page can do neither.
pub(super) fn result(html: &mut Markup, cx: &ViewContext) {
    ways(html, cx, &[(Export::Result, Label::Print), (Export::Picture, Label::Picture)]);
}

/// A button for each export, and the outcome of the last request.
pub(super) fn ways(html: &mut Markup, cx: &ViewContext, all: &[(Export, Label)]) {
    if !cx.props.abilities.prints {
        return;
    }
    html.element("div.bp-ways", |html| {
        for &(what, label) in all {
            cx.other(html, label, Message::ExportAsked(what));
        }
        cx.answered(html, |asked| matches!(asked, Asked::Export(_)));
    });
}

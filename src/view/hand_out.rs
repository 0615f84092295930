//! What is printed or drawn for the visitor: the host does it, and says where it couldn't.

use super::markup::Markup;
use super::page::Page;
use super::{Asked, HandOut, Message};
use crate::content::Label;

/// The result on paper and as a picture; nothing where the host can do neither.
pub(super) fn result(html: &mut Markup, page: &Page) {
    ways(html, page, &[(HandOut::Report, Label::Print), (HandOut::Picture, Label::Picture)]);
}

/// A button for each, and what became of the last wish.
pub(super) fn ways(html: &mut Markup, page: &Page, all: &[(HandOut, Label)]) {
    if !page.props.abilities.prints {
        return;
    }
    html.element("div.bp-ways", |html| {
        for &(what, label) in all {
            page.other(html, label, Message::HandOutAsked(what));
        }
        page.answered(html, |asked| matches!(asked, Asked::HandOut(_)));
    });
}

//! A shared result: shown but not changed, until the visitor adopts it.

use super::Message;
use super::context::ViewContext;
use super::markup::Markup;
use crate::content::{Label, Texts};
use crate::exchange::{CodeError, named};

/// A one-line message about what is wrong with a link.
pub(super) fn fault(html: &mut Markup, cx: &ViewContext) {
    if let Some(error) = cx.visit.link_fault {
        let reason = reason(cx.texts, error);
        html.text("p.bp-note", &cx.texts.fill(Label::LinkBroken, &[("reason", &reason)]));
    }
}

/// The notice that this result is someone else's, and the ways to continue from it.
pub(super) fn banner(html: &mut Markup, cx: &ViewContext) {
    if cx.can_change() {
        return;
    }
    html.element("div.bp-note bp-shared", |html| {
        html.text("p", cx.label(Label::Shared));
        html.element("div.bp-ways", |html| {
            cx.other(html, Label::Adopt, Message::SharedAdopted);
            cx.other(html, Label::SharedBack, Message::SharedClosed);
        });
    });
}

/// Why a text is not a result code, in a sentence.
pub(super) fn reason(texts: &Texts, error: CodeError) -> String {
    let label = match error {
        CodeError::Empty => Label::CodeEmpty,
        CodeError::TooLong => Label::CodeLong,
        CodeError::Character { at, char } => {
            let values = [("char", &*named(char)), ("place", &*at.to_string())];
            return texts.fill(Label::CodeCharacter, &values);
        }
        CodeError::Checksum => Label::CodeChecksum,
        CodeError::Length => Label::CodeLength,
        CodeError::NewerFormat => Label::CodeNewer,
        CodeError::OtherInstrument { .. } => Label::CodeOther,
        CodeError::Malformed => Label::CodeMalformed,
    };
    texts.label(label).to_string()
}

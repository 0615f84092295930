//! A result that someone shared: looked at, not changed, until the visitor makes it their own.

use super::ResultMessage;
use super::markup::Markup;
use super::page::Page;
use crate::assessment::Session;
use crate::content::{Label, Texts};
use crate::exchange::CodeError;

/// What became of a result from outside; news until the visitor turns to another page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum News {
    /// A link stands for no result.
    Broken(CodeError),
    /// A result became the visitor's own, in the place of this session.
    Adopted(Box<Session>),
}

/// What is news, in a line.
pub(super) fn news(html: &mut Markup, page: &Page) {
    let (text, undo) = match &page.visit.news {
        None => return,
        Some(News::Broken(error)) => {
            let reason = reason(page.texts, *error);
            (page.texts.fill(Label::LinkBroken, &[("reason", &reason)]), None)
        }
        Some(News::Adopted(_)) => {
            (page.label(Label::Adopted).to_owned(), Some(ResultMessage::AdoptionUndone.into()))
        }
    };
    html.element("p.bp-note", |html| {
        html.words(&text);
        if let Some(undo) = undo {
            html.space();
            page.quiet(html, Label::UndoRestart, undo);
        }
    });
}

/// Whose result this is, and the ways to go on from it.
pub(super) fn banner(html: &mut Markup, page: &Page) {
    if page.can_change() {
        return;
    }
    html.element("div.bp-note bp-shared", |html| {
        html.text("p", page.label(Label::Shared));
        html.element("div.bp-ways", |html| {
            page.other(html, Label::Adopt, ResultMessage::SharedAdopted.into());
            page.other(html, Label::SharedBack, ResultMessage::SharedClosed.into());
        });
    });
}

/// Why a text is no code of a result, in a sentence.
pub(super) fn reason(texts: &Texts, error: CodeError) -> String {
    let label = match error {
        CodeError::Empty => Label::CodeEmpty,
        CodeError::TooLong => Label::CodeLong,
        CodeError::Character { at, char } => {
            let values = [("char", &*char.to_string()), ("place", &*at.to_string())];
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

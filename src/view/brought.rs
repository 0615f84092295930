//! Results brought in by code, link or file: viewed on the first page, compared at the result.

use super::Message;
use super::attribute::Attribute::{Accept, Role, Type};
use super::context::ViewContext;
use super::markup::{Markup, On};
use super::shared::reason;
use super::state::{Other, Said};
use crate::assessment::Run;
use crate::content::{Label, Texts};
use crate::exchange::{FileError, Place, ResultFile};
use web_sys::HtmlInputElement;
use yew::{Callback, TargetCast};

/// The maximum number of results in a comparison.
pub(super) const MOST_COMPARED: usize = 4;
/// The maximum length of a link, in characters.
const LONGEST_LINK: usize = 2_000;

/// A file that the visitor chose.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenFile {
    /// The field with the file.
    pub field: HtmlInputElement,
    /// Called with the contents of the file.
    pub on_read: Callback<Result<ResultFile, FileError>>,
}

/// The name of a result brought in: its name, else its number, followed by its group if it has two.
pub(super) fn name(cx: &ViewContext, place: usize, other: &Other) -> String {
    let state = other.session.run(other.run);
    let group = match state.name.trim() {
        _ if other.session.runs().len() < 2 => state.name.trim(),
        "" => cx.default_name(other.run),
        typed => typed,
    };
    let mut name = other.name.clone();
    if name.is_empty() && (group.is_empty() || state.name.trim().is_empty()) {
        let known = cx.visit.others.iter().take(place + 1);
        let number = known.filter(|known| known.run == Run::First).count();
        name = cx.texts.fill(Label::CompareOther, &[("number", &number.to_string())]);
    }
    if !name.is_empty() && !group.is_empty() {
        name.push_str(", ");
    }
    name.push_str(group);
    name
}

/// The form that opens an earlier result.
pub(super) fn at_start(html: &mut Markup, cx: &ViewContext) {
    html.element("details.bp-details bp-bring-in", |html| {
        html.text("summary", cx.label(Label::Bring));
        form(html, cx, Label::KeptOpen);
    });
}

/// The field for a code or link, the file button, and the outcome of the last attempt.
pub(super) fn form(html: &mut Markup, cx: &ViewContext, action: Label) {
    html.element("form.bp-bring", |html| {
        cx.form(html, Message::TextBrought);
        let field = ("bring", Label::BringText);
        cx.field(html, field, &cx.visit.typed, Message::TextTyped, LONGEST_LINK, |html| {
            cx.submit(html, "button.bp-button", action);
        });
        if cx.props.abilities.opens {
            file(html, cx);
        }
        html.element("p.bp-said", |html| {
            html.attribute(Role, "status");
            if let Some(said) = cx.visit.said {
                html.words(&sentence(cx.texts, said));
            }
        });
    });
}

/// The browser's file field, styled as a button.
fn file(html: &mut Markup, cx: &ViewContext) {
    let on_change =
        cx.on_message.reform(|event: web_sys::Event| Message::FileChosen(event.target_unchecked_into()));
    html.element("label.bp-button bp-file", |html| {
        html.element("input.bp-unseen", |html| {
            html.attributes(&[(Type, "file"), (Accept, ".json,application/json")]);
            html.on(On::Change, on_change);
        });
        html.words(cx.label(Label::BringFile));
    });
}

fn sentence(texts: &Texts, said: Said) -> String {
    let error = match said {
        Said::Added => return texts.label(Label::CompareAdded).to_string(),
        Said::NoRoom => return texts.label(Label::CompareFull).to_string(),
        Said::Code(error) | Said::File(FileError::Code(error)) => return reason(texts, error),
        Said::File(error) => error,
    };
    let label = match error {
        FileError::Syntax { at } => return syntax(texts, at),
        FileError::WrongValue { key } => return texts.fill(Label::FileWrong, &[("key", key)]),
        FileError::TooLarge => Label::FileLarge,
        FileError::NoCode => Label::FileBare,
        FileError::Foreign | FileError::Code(_) => Label::FileForeign,
    };
    texts.label(label).to_string()
}

/// The message that a file can't be read, with the place if the browser names one.
fn syntax(texts: &Texts, at: Option<Place>) -> String {
    let mut sentences = texts.label(Label::FileSyntax).to_string();
    if let Some(Place { line, column }) = at {
        let place = [("line", &*line.to_string()), ("column", &*column.to_string())];
        sentences.push(' ');
        sentences.push_str(&texts.fill(Label::FilePlace, &place));
    }
    sentences
}

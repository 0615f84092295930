//! Results from outside, by code, link or file: looked at where the visitor starts, compared at the result.

use super::Message;
use super::attribute::Attribute::{Accept, Role, Type};
use super::markup::{Markup, On};
use super::page::Page;
use super::shared::reason;
use crate::assessment::{Run, Session};
use crate::content::{Label, Texts};
use crate::exchange::{CodeError, FileError, Place, ResultFile};
use web_sys::HtmlInputElement;
use yew::{Callback, TargetCast};

/// How many results can be compared.
pub(super) const MOST_COMPARED: usize = 4;
/// How long a link can be, in characters; a longer one is none.
const LONGEST_LINK: usize = 2_000;

/// A result brought in to be compared.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Other {
    /// What it was kept under; empty where it has no name.
    pub(super) name: String,
    pub(super) session: Session,
    pub(super) run: Run,
}

/// A file that the visitor chose.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenFile {
    /// The field it was chosen in.
    pub field: HtmlInputElement,
    /// To be told what the file holds.
    pub on_read: Callback<Result<ResultFile, FileError>>,
}

/// What became of what was brought in last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    Added,
    NoRoom,
    Code(CodeError),
    File(FileError),
}

/// What a result from outside is called: by its name, else by its place, and its group's where it has two.
pub(super) fn name(page: &Page, place: usize, other: &Other) -> String {
    let state = other.session.run(other.run);
    let group = match state.name.trim() {
        _ if other.session.runs().len() < 2 => state.name.trim(),
        "" => page.default_name(other.run),
        typed => typed,
    };
    let mut name = other.name.clone();
    if name.is_empty() && (group.is_empty() || state.name.trim().is_empty()) {
        let known = page.visit.others.iter().take(place + 1);
        let number = known.filter(|known| known.run == Run::First).count();
        name = page.texts.fill(Label::CompareOther, &[("number", &number.to_string())]);
    }
    if !name.is_empty() && !group.is_empty() {
        name.push_str(", ");
    }
    name.push_str(group);
    name
}

/// The way to open an earlier result.
pub(super) fn at_start(html: &mut Markup, page: &Page) {
    html.element("details.bp-details bp-bring-in", |html| {
        html.text("summary", page.label(Label::Bring));
        form(html, page, Label::KeptOpen);
    });
}

/// The field for a code or link, the file, and what became of it.
pub(super) fn form(html: &mut Markup, page: &Page, action: Label) {
    html.element("form.bp-bring", |html| {
        page.form(html, Message::TextBrought);
        let field = ("bring", Label::BringText);
        page.field(html, field, &page.visit.typed, Message::TextTyped, LONGEST_LINK, |html| {
            page.submit(html, "button.bp-button", action);
        });
        if page.props.abilities.opens {
            file(html, page);
        }
        html.element("p.bp-said", |html| {
            html.attribute(Role, "status");
            if let Some(said) = page.visit.said {
                html.words(&sentence(page.texts, said));
            }
        });
    });
}

/// The page's own field for a file, as a button.
fn file(html: &mut Markup, page: &Page) {
    let on_change =
        page.on_message.reform(|event: web_sys::Event| Message::FileChosen(event.target_unchecked_into()));
    html.element("label.bp-button bp-file", |html| {
        html.element("input.bp-unseen", |html| {
            html.attributes(&[(Type, "file"), (Accept, ".json,application/json")]);
            html.on(On::Change, on_change);
        });
        html.words(page.label(Label::BringFile));
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

/// That a file can't be read, and where, as far as the browser tells.
fn syntax(texts: &Texts, at: Option<Place>) -> String {
    let mut sentences = texts.label(Label::FileSyntax).to_string();
    if let Some(Place { line, column }) = at {
        let place = [("line", &*line.to_string()), ("column", &*column.to_string())];
        sentences.push(' ');
        sentences.push_str(&texts.fill(Label::FilePlace, &place));
    }
    sentences
}

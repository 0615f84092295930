//! For who would rather answer on paper: the questionnaire to print, and a field to type a filled one in.

use super::attribute::Attribute::*;
use super::markup::{Markup, On};
use super::page::Page;
use super::{HandOut, Message, hand_out};
use crate::content::Label;
use crate::exchange::{Next, SheetError, TypedSheet};
use yew::TargetCast;

/// What was typed into the field, and whether it was sent as it stands.
#[derive(Debug, Default)]
pub(super) struct Typing {
    pub(super) text: String,
    pub(super) is_sent: bool,
}

pub(super) fn view(html: &mut Markup, page: &Page) {
    html.element("details.bp-details bp-sheet", |html| {
        html.text("summary", page.label(Label::Paper));
        hand_out::ways(html, page, &[(HandOut::Questionnaire, Label::PaperPrint)]);
        html.element("form.bp-sheet__form", |html| {
            page.form(html, Message::SheetSent);
            form(html, page);
        });
    });
}

fn form(html: &mut Markup, page: &Page) {
    let typing = &page.visit.sheet;
    let (id, help) = (page.id("sheet"), page.id("sheet-help"));
    let said = said(page);
    html.element("div.bp-field", |html| {
        html.element("label", |html| {
            html.attribute(For, &id);
            html.words(page.label(Label::Sheet));
        });
        html.element("p.bp-hint", |html| {
            html.attribute(Id, &help);
            html.words(&page.texts.fill(Label::SheetHelp, &[("missing", &page.texts.missing.items)]));
        });
        html.element("input.bp-sheet__field", |html| {
            html.attributes(&[(Id, &id), (Type, "text"), (Autocomplete, "off"), (Inputmode, "numeric")]);
            html.attribute(AriaDescribedby, &help);
            if said.is_err() {
                html.attribute(AriaInvalid, "true");
            }
            html.value(&typing.text);
            html.on(
                On::Input,
                page.on_message.reform(|event: web_sys::Event| {
                    let input: web_sys::HtmlInputElement = event.target_unchecked_into();
                    Message::SheetTyped(input.value())
                }),
            );
        });
    });
    // Its place is always there, or nobody would hear what comes.
    html.element("p", |html| {
        html.attribute(Role, "status");
        let (Ok(text) | Err(text)) = said;
        html.words(&text);
    });
    html.element("button.bp-button", |html| {
        html.attributes(&[(Type, "submit"), (Part, "button")]);
        html.words(page.label(Label::ToResult));
    });
}

/// How far the sheet is, or what is wrong with it.
fn said(page: &Page) -> Result<String, String> {
    let typing = &page.visit.sheet;
    let of = TypedSheet::length(page.instrument()).to_string();
    match TypedSheet::read(&typing.text, page.instrument()) {
        Ok(sheet) if typing.is_sent && sheet.answers.is_blank() => Err(page.label(Label::Error).to_owned()),
        Ok(sheet) => Ok(match sheet.next(page.instrument()) {
            None => page.texts.fill(Label::SheetFull, &[("of", &of)]),
            Some(next) => {
                let (count, number) = (sheet.count.to_string(), (sheet.count + 1).to_string());
                let values =
                    [("count", &*count), ("of", &of), ("number", &number), ("next", &short(page, next))];
                page.texts.fill(Label::SheetNext, &values)
            }
        }),
        Err(SheetError::NoAnswer(number)) => {
            Err(page.texts.fill(Label::SheetWrong, &[("number", &number.to_string())]))
        }
        Err(SheetError::TooMany) => Err(page.texts.fill(Label::SheetTooMany, &[("of", &of)])),
    }
}

/// A question in as few words as its scale has.
fn short(page: &Page, next: Next) -> String {
    match next {
        Next::Item(id) => {
            let item = page.texts.item(id);
            let mut short = item.first_short.to_string();
            short.push_str(" – ");
            short.push_str(&item.second_short);
            short
        }
        Next::Foundation(id) => {
            let statement = page.texts.foundation(id).statement.as_str();
            Page::head_and_rest(statement).map_or(statement, |(name, _)| name).to_owned()
        }
    }
}

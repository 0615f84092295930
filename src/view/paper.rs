//! For visitors who prefer paper: the questionnaire to print, and a field to type its answers in.

use super::attribute::Attribute::*;
use super::context::ViewContext;
use super::markup::{Markup, On};
use super::{Asked, Export, Message};
use crate::content::Label;
use crate::exchange::{Next, PaperAnswers, PaperError};
use yew::TargetCast;

pub(super) fn view(html: &mut Markup, cx: &ViewContext) {
    html.element("details.bp-details bp-sheet", |html| {
        html.text("summary", cx.label(Label::Paper));
        if cx.props.abilities.prints {
            html.element("div.bp-ways", |html| {
                cx.other(html, Label::PaperPrint, Message::ExportAsked(Export::Questionnaire));
                cx.answered(html, |asked| matches!(asked, Asked::Export(_)));
            });
        }
        html.element("form.bp-sheet__form", |html| {
            cx.form(html, Message::PaperSent);
            form(html, cx);
        });
    });
}

fn form(html: &mut Markup, cx: &ViewContext) {
    let typing = &cx.visit.paper;
    let (id, help) = (cx.id("sheet"), cx.id("sheet-help"));
    let said = said(cx);
    html.element("div.bp-field", |html| {
        html.element("label", |html| {
            html.attribute(For, &id);
            html.words(cx.label(Label::Sheet));
        });
        html.element("p.bp-hint", |html| {
            html.attribute(Id, &help);
            html.words(&cx.texts.fill(Label::SheetHelp, &[("missing", &cx.texts.missing.items)]));
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
                cx.on_message.reform(|event: web_sys::Event| {
                    let input: web_sys::HtmlInputElement = event.target_unchecked_into();
                    Message::PaperTyped(input.value())
                }),
            );
        });
    });
    // The status element always exists, so that screen readers announce its changes.
    html.element("p", |html| {
        html.attribute(Role, "status");
        let (Ok(text) | Err(text)) = said;
        html.words(&text);
    });
    html.element("button.bp-button", |html| {
        html.attributes(&[(Type, "submit"), (Part, "button")]);
        html.words(cx.label(Label::ToResult));
    });
}

/// The progress of the paper answers, or their error.
fn said(cx: &ViewContext) -> Result<String, String> {
    let typing = &cx.visit.paper;
    let of = PaperAnswers::length(cx.instrument()).to_string();
    match PaperAnswers::read(&typing.text, cx.instrument()) {
        Ok(sheet) if typing.is_sent && sheet.answers.is_blank() => Err(cx.label(Label::Error).to_owned()),
        Ok(sheet) => Ok(match sheet.next(cx.instrument()) {
            None => cx.texts.fill(Label::SheetFull, &[("of", &of)]),
            Some(next) => {
                let (count, number) = (sheet.count.to_string(), (sheet.count + 1).to_string());
                let values =
                    [("count", &*count), ("of", &of), ("number", &number), ("next", &short(cx, next))];
                cx.texts.fill(Label::SheetNext, &values)
            }
        }),
        Err(PaperError::NoAnswer(number)) => {
            Err(cx.texts.fill(Label::SheetWrong, &[("number", &number.to_string())]))
        }
        Err(PaperError::TooMany) => Err(cx.texts.fill(Label::SheetTooMany, &[("of", &of)])),
    }
}

/// A question in as few words as its scale uses.
fn short(cx: &ViewContext, next: Next) -> String {
    match next {
        Next::Item(id) => {
            let item = cx.texts.item(id);
            let mut short = item.first_short.to_string();
            short.push_str(" – ");
            short.push_str(&item.second_short);
            short
        }
        Next::Foundation(id) => {
            let statement = cx.texts.foundation(id).statement.as_str();
            ViewContext::head_and_rest(statement).map_or(statement, |(name, _)| name).to_owned()
        }
    }
}

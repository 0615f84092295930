//! An answer where it counts: what was asked, what was chosen, and a list to choose something else from.

use super::Report;
use crate::assessment::{Event, FoundationId, ItemId, Position, Response, Run};
use crate::content::Label;
use crate::view::Message;
use crate::view::attribute::Attribute::*;
use crate::view::markup::{Markup, On};
use web_sys::HtmlSelectElement;
use yew::{Callback, TargetCast};

/// What was asked.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    Item(ItemId),
    Foundation(FoundationId),
}

/// The values of the list's entries: none, then the keys of the boxes, which are the scale's and that of the way out.
const VALUES: [&str; 7] = ["", "1", "2", "3", "4", "5", "0"];

/// The question with its answer, to be changed where the result is the visitor's own.
pub(super) fn view(html: &mut Markup, report: &Report, asked: Asked) {
    let (page, given) = (report.page, asked.given(report));
    let (id, question) = match asked {
        Asked::Item(id) => (id.as_str(), report.texts().item(id).question),
        Asked::Foundation(id) => (id.as_str(), report.texts().foundation(id).statement),
    };
    if !page.can_change() {
        html.text("p.bp-answer__question", &question);
        return html.text("p.bp-answer__given", &asked.words(report, given));
    }
    // Beside the list, not around it: a list's words would be part of its own name.
    let control = ("answer", id);
    html.element("label.bp-answer__question", |html| {
        html.attribute(For, &page.id_of(control));
        html.words(&question);
    });
    html.element("select.bp-select", |html| {
        page.control(html, control);
        html.on(On::Change, on_change(report, asked));
        // First, where nothing was chosen, that this is so.
        for value in &VALUES[usize::from(given.is_some())..] {
            option(html, value, given, &asked.words(report, response_of(value)));
        }
    });
}

/// An entry of the list; without a value it only says that nothing was chosen.
#[inline(never)]
fn option(html: &mut Markup, value: &str, given: Option<Response>, text: &str) {
    html.element("option", |html| {
        html.key(value);
        html.attribute(Value, value);
        if value.is_empty() {
            html.attribute(Disabled, "");
        }
        html.selected(response_of(value) == given);
        html.words(text);
    });
}

/// Tells which answer was chosen; a value that isn't in the list says nothing.
fn on_change(report: &Report, asked: Asked) -> Callback<web_sys::Event> {
    let on_message = report.page.on_message.clone();
    Callback::from(move |event: web_sys::Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let Some(response) = response_of(&select.value()) else { return };
        on_message.emit(Message::Session(match asked {
            Asked::Item(id) => Event::AnswerRevised(id, response),
            Asked::Foundation(id) => Event::FoundationRevised(id, response),
        }));
    })
}

/// The response that a value stands for.
fn response_of(value: &str) -> Option<Response> {
    match value.as_bytes() {
        [b'0'] => Some(Response::DontKnow),
        [digit] => Position::new(digit.wrapping_sub(b'1')).map(Response::At),
        _ => None,
    }
}

impl Asked {
    /// What was answered.
    fn given(self, report: &Report) -> Option<Response> {
        let session = report.page.session;
        match self {
            Asked::Item(id) => session.run(report.run).answers.item(report.instrument(), id),
            Asked::Foundation(id) => session.run(Run::First).answers.foundation(report.instrument(), id),
        }
    }

    /// A response in words.
    fn words(self, report: &Report, response: Option<Response>) -> String {
        let texts = report.texts();
        match (self, response) {
            (Asked::Item(id), _) => match report.instrument().item(id) {
                Some(item) => texts.answer(item, response),
                None => String::new(),
            },
            (_, Some(Response::At(position))) => {
                texts.foundation_scale[usize::from(position.get())].to_string()
            }
            (_, Some(Response::DontKnow)) => texts.missing.foundations.to_string(),
            (_, None) => report.label(Label::NoAnswer).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_the_list_is_a_response_of_its_own() {
        let responses = VALUES.map(response_of);
        assert_eq!(responses[0], None);
        assert_eq!(responses[1..6], Position::ALL.map(|position| Some(Response::At(position))));
        assert_eq!(responses[6], Some(Response::DontKnow));
    }

    #[test]
    fn a_value_that_is_not_in_the_list_is_no_response() {
        for value in ["", "6", "9", "/", "10", "-1", "١", " "] {
            assert_eq!(response_of(value), None, "{value}");
        }
    }
}

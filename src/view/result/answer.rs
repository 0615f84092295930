//! An answer at the result: the question, the answer given, and a list to choose another one.

use super::ResultView;
use crate::assessment::{Event, FoundationId, ItemId, Position, Response, Run};
use crate::content::Label;
use crate::view::attribute::Attribute::*;
use crate::view::context::ViewContext;
use crate::view::marks;
use crate::view::markup::Markup;

/// The question.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    Item(ItemId),
    Foundation(FoundationId),
}

/// The values of the options: none, the numbers of the scale's boxes, and 0 for "don't know".
const VALUES: [&str; 7] = ["", "1", "2", "3", "4", "5", "0"];

/// The places of the boxes in their picture.
const BOXES: [&str; 5] = ["8%", "29%", "50%", "71%", "92%"];

/// The question with its answer, which can be changed if the result is the visitor's own.
pub(super) fn view(html: &mut Markup, result: &ResultView, asked: Asked) {
    let (cx, given) = (result.cx, asked.given(result));
    let (id, question) = match asked {
        Asked::Item(id) => (id.as_str(), result.texts().item(id).question),
        Asked::Foundation(id) => (id.as_str(), result.texts().foundation(id).statement),
    };
    if !cx.can_change() {
        html.text("p.bp-answer__question", &question);
        return html.text("p.bp-answer__given", &asked.words(result, given));
    }
    // Beside the list, not around it: otherwise the list's text would become part of its own name.
    let control = ("answer", id);
    html.element("label.bp-answer__question", |html| {
        html.attribute(For, &cx.id_of(control));
        html.words(&question);
    });
    html.element("span.bp-answer__change", |html| {
        scale(html, given);
        html.element("select.bp-select", |html| {
            cx.control(html, control);
            cx.on_chosen(html, move |value| Some(asked.revised(response_of(value)?)));
            // If nothing was chosen, the first option says so.
            for value in &VALUES[usize::from(given.is_some())..] {
                let response = response_of(value);
                let words = asked.words(result, response);
                ViewContext::option(html, value, &words, response == given, response.is_some());
            }
        });
    });
}

/// The five boxes of the scale as a picture, with the one chosen.
fn scale(html: &mut Markup, given: Option<Response>) {
    marks::picture(html, "svg.bp-answer__scale", |html| {
        for position in Position::ALL {
            let is_given = given == Some(Response::At(position));
            html.element(
                if is_given { "circle.bp-answer__given-box" } else { "circle.bp-answer__box" },
                |html| {
                    html.attribute(Cx, BOXES[usize::from(position.get())]);
                    html.attributes(&[(Cy, "50%"), (R, if is_given { "6" } else { "4" })]);
                },
            );
        }
    });
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
    /// The event that this is the answer now.
    fn revised(self, response: Response) -> Event {
        match self {
            Asked::Item(id) => Event::AnswerRevised(id, response),
            Asked::Foundation(id) => Event::FoundationRevised(id, response),
        }
    }

    /// The answer given.
    fn given(self, result: &ResultView) -> Option<Response> {
        let session = result.cx.session;
        match self {
            Asked::Item(id) => session.run(result.run).answers.item(result.instrument(), id),
            Asked::Foundation(id) => session.run(Run::First).answers.foundation(result.instrument(), id),
        }
    }

    /// A response in words.
    fn words(self, result: &ResultView, response: Option<Response>) -> String {
        let texts = result.texts();
        match (self, response) {
            (Asked::Item(id), _) => match result.instrument().item(id) {
                Some(item) => texts.answer(item, response),
                None => String::new(),
            },
            (_, Some(Response::At(position))) => {
                texts.foundation_scale[usize::from(position.get())].to_string()
            }
            (_, Some(Response::DontKnow)) => texts.missing.foundations.to_string(),
            (_, None) => result.label(Label::NoAnswer).to_owned(),
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

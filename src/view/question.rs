//! A question: an item as a small axis between its statements, or a foundation on its own scale.

use super::Message;
use super::attribute::Attribute::*;
use super::context::ViewContext;
use super::markup::{Markup, On};
use crate::assessment::{
    Event, FoundationId, Item, ItemId, Position, Prompt, Response, Route, Run, SourceId, Stage,
};
use crate::content::{FoundationTexts, ItemTexts, Label, Text};

/// A question as asked, and the answer given.
struct Question<'a> {
    asked: Asked<'a>,
    given: Option<Response>,
    prompt: Prompt,
    /// The label of the "don't know" box beside the scale.
    missing: &'static str,
    /// The label of the button to continue.
    next: Label,
}

/// The differences between items and foundations.
enum Asked<'a> {
    Item(&'a Item, &'a ItemTexts, Run),
    Foundation(FoundationId, &'a FoundationTexts),
}

pub(super) fn item(html: &mut Markup, cx: &ViewContext, run: Run, id: ItemId, prompt: Prompt) {
    let Some(item) = cx.instrument().item(id) else { return };
    let question = Question {
        asked: Asked::Item(item, cx.texts.item(id), run),
        given: cx.session.run(run).answers.item(cx.instrument(), id),
        prompt,
        missing: cx.texts.missing.items.as_str(),
        next: next_label(cx),
    };
    view(html, cx, &question);
}

pub(super) fn foundation(html: &mut Markup, cx: &ViewContext, id: FoundationId, prompt: Prompt) {
    let is_last = cx.instrument().foundations().last().is_some_and(|foundation| foundation.id == id);
    let question = Question {
        asked: Asked::Foundation(id, cx.texts.foundation(id)),
        given: cx.session.run(Run::First).answers.foundation(cx.instrument(), id),
        prompt,
        missing: cx.texts.missing.foundations.as_str(),
        next: if is_last { Label::ToResult } else { Label::Next },
    };
    view(html, cx, &question);
}

/// The button names its destination if it leads back to the result.
fn next_label(cx: &ViewContext) -> Label {
    match cx.session.stage() {
        Stage::Asking { route: Route::Review(rest), .. } if rest.is_empty() => Label::ToResult,
        _ => Label::Next,
    }
}

fn view(html: &mut Markup, cx: &ViewContext, question: &Question) {
    html.element("form.bp-question", |html| {
        cx.form(html, Message::Session(Event::Continued));
        html.place(|html| match question.prompt {
            Prompt::Plain => {}
            Prompt::AnswerNeeded => error(html, cx, question),
        });
        html.element("fieldset.bp-question__group", |html| group(html, cx, question));
        html.element("details.bp-help", |html| {
            html.text("summary", cx.label(Label::Help));
            html.element("div.bp-help__text", |html| help(html, cx, question));
        });
        html.element("div.bp-actions", |html| {
            cx.back(html);
            html.element("div.bp-actions__on", |html| {
                if let Asked::Foundation(..) = question.asked {
                    cx.link(html, cx.label(Label::SkipFoundations), Event::ResultRequested);
                }
                cx.submit(html, "button.bp-button bp-button--primary bp-next", question.next);
            });
        });
    });
}

/// The error summary: it receives focus and links to the boxes.
fn error(html: &mut Markup, cx: &ViewContext, question: &Question) {
    let id = cx.id("error");
    html.element("div.bp-error", |html| {
        html.attributes(&[(Role, "group"), (Tabindex, "-1")]);
        html.attribute(AriaLabelledby, &id);
        html.element("p.bp-error__title", |html| {
            html.attribute(Id, &id);
            html.words(cx.label(Label::Error));
        });
        let text = cx.texts.fill(Label::ErrorAnswer, &[("missing", question.missing)]);
        cx.link(html, &text, Event::ErrorFollowed);
    });
}

/// The question itself: its title, its statements and its scale.
fn group(html: &mut Markup, cx: &ViewContext, question: &Question) {
    let statements = cx.id("statements");
    // Of a fieldset's two possible roles, only this one supports `aria-invalid`.
    html.attribute(Role, "radiogroup");
    match question.prompt {
        Prompt::Plain => html.attribute(AriaDescribedby, &statements),
        Prompt::AnswerNeeded => {
            html.attribute(AriaInvalid, "true");
            html.attribute(AriaDescribedby, &[&cx.id("error"), " ", &statements].concat());
        }
    }
    html.element("legend.bp-question__legend", |html| legend(html, cx, question));
    html.element("div.bp-question__statements", |html| {
        html.attribute(Id, &statements);
        match &question.asked {
            Asked::Item(_, texts, _) => html.element("div.bp-statements", |html| {
                statement(html, "p.bp-statement", &texts.first);
                statement(html, "p.bp-statement bp-statement--second", &texts.second);
            }),
            Asked::Foundation(id, _) => note(html, cx, *id),
        }
    });
    scale(html, cx, question);
}

fn legend(html: &mut Markup, cx: &ViewContext, question: &Question) {
    let lead = &cx.texts.lead;
    let title = match &question.asked {
        Asked::Item(_, texts, run) => {
            cx.tag(html, *run);
            match cx.group(*run) {
                Some(group) => {
                    html.text("span.bp-lead", &crate::content::fill(&lead.group, &[("group", group)]))
                }
                None => html.text("span.bp-lead", &lead.items),
            }
            html.space();
            texts.question
        }
        Asked::Foundation(_, texts) => {
            html.text("span.bp-lead", &lead.foundations);
            html.space();
            texts.statement
        }
    };
    html.element("h2.bp-heading", |html| {
        cx.renew(html);
        ViewContext::title(html, &title);
    });
}

/// A statement; the part before a colon is its head.
fn statement(html: &mut Markup, shape: &'static str, statement: &str) {
    html.element(shape, |html| match ViewContext::head_and_rest(statement) {
        Some((head, rest)) => {
            html.element("strong", |html| {
                html.words(head);
                html.unseen(":");
            });
            html.space();
            html.text("span", rest);
        }
        None => html.text("strong", statement),
    });
}

/// An explanation of the foundations, at the first of them.
fn note(html: &mut Markup, cx: &ViewContext, id: FoundationId) {
    let foundations = cx.instrument().foundations();
    if foundations.first().is_some_and(|foundation| foundation.id == id) {
        let count = foundations.len().to_string();
        html.text("p.bp-note", &cx.texts.fill(Label::FoundationsLead, &[("count", &count)]));
    }
}

fn scale(html: &mut Markup, cx: &ViewContext, question: &Question) {
    html.element("div.bp-scale", |html| {
        for (position, value) in Position::ALL.into_iter().zip(["1", "2", "3", "4", "5"]) {
            let text = match &question.asked {
                Asked::Item(item, ..) => cx.texts.stop(item, position),
                Asked::Foundation(..) => cx.texts.foundation_scale[usize::from(position.get())].to_string(),
            };
            stop(html, cx, question, Response::At(position), value, &text);
        }
    });
    stop(html, cx, question, Response::DontKnow, "0", question.missing);
}

/// One box with its text.
fn stop(
    html: &mut Markup,
    cx: &ViewContext,
    question: &Question,
    response: Response,
    value: &str,
    text: &str,
) {
    let event = match question.asked {
        Asked::Item(item, ..) => Event::Answered(item.id, response),
        Asked::Foundation(id, _) => Event::FoundationAnswered(id, response),
    };
    let (shape, text_shape) = match response {
        Response::At(_) => ("label.bp-stop", "span.bp-stop__text"),
        Response::DontKnow => ("label.bp-missing", "span"),
    };
    let name = cx.id("box");
    let id = format!("{name}-{value}");
    html.element(shape, |html| {
        html.key(value);
        html.attribute(For, &id);
        html.element("input", |html| {
            html.attribute(Id, &id);
            html.attribute(Type, "radio");
            html.attribute(Name, &name);
            html.value(value);
            html.chosen(question.given == Some(response));
            html.on(On::Change, cx.session_callback(event));
        });
        html.text(text_shape, text);
    });
}

fn help(html: &mut Markup, cx: &ViewContext, question: &Question) {
    match &question.asked {
        Asked::Item(item, texts, _) => {
            html.text("p", &texts.help);
            source(html, cx, &item.sources, cx.texts.item_inference(item));
        }
        Asked::Foundation(id, texts) => {
            html.text("p", &texts.help);
            html.text("p", &texts.why);
            source(html, cx, cx.foundation_sources(*id), None);
        }
    }
    html.text("p.bp-hint bp-keys", &cx.texts.fill(Label::Keys, &[("missing", question.missing)]));
}

/// The sources of a question.
fn source(html: &mut Markup, cx: &ViewContext, sources: &[SourceId], inference: Option<Text>) {
    html.text("p.bp-source-title", cx.label(Label::Source));
    cx.sources(html, sources, inference);
}

//! A question: an item as a small axis between its statements, or a foundation on its own scale.

use super::Message;
use super::attribute::Attribute::*;
use super::markup::{Markup, On};
use super::page::Page;
use crate::assessment::{
    Event, FoundationId, Item, ItemId, Position, Prompt, Response, Route, Run, SourceId, Stage,
};
use crate::content::{FoundationTexts, ItemTexts, Label, Text};

/// A question as it is asked, and the answer that was given.
struct Question<'a> {
    asked: Asked<'a>,
    given: Option<Response>,
    prompt: Prompt,
    /// What stands beside the way out of the scale.
    missing: &'static str,
    /// What the button that leads on says.
    next: Label,
}

/// What items and foundations don't have in common.
enum Asked<'a> {
    Item(&'a Item, &'a ItemTexts, Run),
    Foundation(FoundationId, &'a FoundationTexts),
}

pub(super) fn item(html: &mut Markup, page: &Page, run: Run, id: ItemId, prompt: Prompt) {
    let Some(item) = page.instrument().item(id) else { return };
    let question = Question {
        asked: Asked::Item(item, page.texts.item(id), run),
        given: page.session.run(run).answers.item(page.instrument(), id),
        prompt,
        missing: page.texts.missing.items.as_str(),
        next: next_label(page),
    };
    view(html, page, &question);
}

pub(super) fn foundation(html: &mut Markup, page: &Page, id: FoundationId, prompt: Prompt) {
    let is_last = page.instrument().foundations().last().is_some_and(|foundation| foundation.id == id);
    let question = Question {
        asked: Asked::Foundation(id, page.texts.foundation(id)),
        given: page.session.run(Run::First).answers.foundation(page.instrument(), id),
        prompt,
        missing: page.texts.missing.foundations.as_str(),
        next: if is_last { Label::ToResult } else { Label::Next },
    };
    view(html, page, &question);
}

/// The button says where it leads when that is back to the result.
fn next_label(page: &Page) -> Label {
    match page.session.stage() {
        Stage::Asking { route: Route::Review(rest), .. } if rest.is_empty() => Label::ToResult,
        _ => Label::Next,
    }
}

fn view(html: &mut Markup, page: &Page, question: &Question) {
    html.element("form.bp-question", |html| {
        page.form(html, Message::Session(Event::Continued));
        html.place(|html| match question.prompt {
            Prompt::Plain => {}
            Prompt::AnswerNeeded => error(html, page, question),
        });
        html.element("fieldset.bp-question__group", |html| group(html, page, question));
        html.element("details.bp-help", |html| {
            html.text("summary", page.label(Label::Help));
            html.element("div.bp-help__text", |html| help(html, page, question));
        });
        html.element("div.bp-actions", |html| {
            page.back(html);
            html.element("div.bp-actions__on", |html| {
                if let Asked::Foundation(..) = question.asked {
                    page.link(html, page.label(Label::SkipFoundations), Event::ResultRequested);
                }
                page.submit(html, "button.bp-button bp-button--primary bp-next", question.next);
            });
        });
    });
}

/// The summary of what is wrong: it takes focus and leads to the boxes.
fn error(html: &mut Markup, page: &Page, question: &Question) {
    let id = page.id("error");
    html.element("div.bp-error", |html| {
        html.attributes(&[(Role, "group"), (Tabindex, "-1")]);
        html.attribute(AriaLabelledby, &id);
        html.element("p.bp-error__title", |html| {
            html.attribute(Id, &id);
            html.words(page.label(Label::Error));
        });
        let text = page.texts.fill(Label::ErrorAnswer, &[("missing", question.missing)]);
        page.link(html, &text, Event::ErrorFollowed);
    });
}

/// The question itself: what is asked, between what, on which scale.
fn group(html: &mut Markup, page: &Page, question: &Question) {
    let statements = page.id("statements");
    // Of the two roles that a fieldset can have, only this one can be in error.
    html.attribute(Role, "radiogroup");
    match question.prompt {
        Prompt::Plain => html.attribute(AriaDescribedby, &statements),
        Prompt::AnswerNeeded => {
            html.attribute(AriaInvalid, "true");
            html.attribute(AriaDescribedby, &[&page.id("error"), " ", &statements].concat());
        }
    }
    html.element("legend.bp-question__legend", |html| legend(html, page, question));
    html.element("div.bp-question__statements", |html| {
        html.attribute(Id, &statements);
        match &question.asked {
            Asked::Item(_, texts, _) => html.element("div.bp-statements", |html| {
                statement(html, "p.bp-statement", &texts.first);
                statement(html, "p.bp-statement bp-statement--second", &texts.second);
            }),
            Asked::Foundation(id, _) => note(html, page, *id),
        }
    });
    scale(html, page, question);
}

fn legend(html: &mut Markup, page: &Page, question: &Question) {
    let lead = &page.texts.lead;
    let title = match &question.asked {
        Asked::Item(_, texts, run) => {
            page.tag(html, *run);
            match page.group(*run) {
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
        page.renew(html);
        Page::title(html, &title);
    });
}

/// A statement; what stands before a colon is its head.
fn statement(html: &mut Markup, shape: &'static str, statement: &str) {
    html.element(shape, |html| match Page::head_and_rest(statement) {
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

/// What the foundations are about, at the first of them.
fn note(html: &mut Markup, page: &Page, id: FoundationId) {
    let foundations = page.instrument().foundations();
    if foundations.first().is_some_and(|foundation| foundation.id == id) {
        let count = foundations.len().to_string();
        html.text("p.bp-note", &page.texts.fill(Label::FoundationsLead, &[("count", &count)]));
    }
}

fn scale(html: &mut Markup, page: &Page, question: &Question) {
    html.element("div.bp-scale", |html| {
        for (position, value) in Position::ALL.into_iter().zip(["1", "2", "3", "4", "5"]) {
            let text = match &question.asked {
                Asked::Item(item, ..) => page.texts.stop(item, position),
                Asked::Foundation(..) => page.texts.foundation_scale[usize::from(position.get())].to_string(),
            };
            stop(html, page, question, Response::At(position), value, &text);
        }
    });
    stop(html, page, question, Response::DontKnow, "0", question.missing);
}

/// One box with its text.
fn stop(html: &mut Markup, page: &Page, question: &Question, response: Response, value: &str, text: &str) {
    let event = match question.asked {
        Asked::Item(item, ..) => Event::Answered(item.id, response),
        Asked::Foundation(id, _) => Event::FoundationAnswered(id, response),
    };
    let (shape, text_shape) = match response {
        Response::At(_) => ("label.bp-stop", "span.bp-stop__text"),
        Response::DontKnow => ("label.bp-missing", "span"),
    };
    let name = page.id("box");
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
            html.on(On::Change, page.send(event));
        });
        html.text(text_shape, text);
    });
}

fn help(html: &mut Markup, page: &Page, question: &Question) {
    match &question.asked {
        Asked::Item(item, texts, _) => {
            html.text("p", &texts.help);
            source(html, page, &item.sources, page.texts.item_inference(item));
        }
        Asked::Foundation(id, texts) => {
            html.text("p", &texts.help);
            html.text("p", &texts.why);
            source(html, page, page.foundation_sources(*id), None);
        }
    }
    html.text("p.bp-hint bp-keys", &page.texts.fill(Label::Keys, &[("missing", question.missing)]));
}

/// Where a question comes from.
fn source(html: &mut Markup, page: &Page, sources: &[SourceId], inference: Option<Text>) {
    html.text("p.bp-source-title", page.label(Label::Source));
    page.sources(html, sources, inference);
}

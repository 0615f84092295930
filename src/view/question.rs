//! A question: an item as a small axis between its statements, or a foundation on its own scale.

use super::markup::{block, space, text, unseen, words};
use super::page::Page;
use crate::assessment::{
    Event, FoundationId, Item, ItemId, Position, Prompt, Response, Route, Run, SourceId, Stage,
};
use crate::content::{ItemTexts, Label, Text};
use yew::prelude::*;

/// One box of a scale.
struct Stop {
    value: &'static str,
    text: String,
    response: Response,
}

/// What items and foundations have in common.
struct Question {
    id: &'static str,
    lead: String,
    group: Html,
    title: &'static str,
    /// The two statements of an item, or a note.
    statements: Html,
    stops: Vec<Stop>,
    missing: &'static str,
    given: Option<Response>,
    help: Vec<Html>,
    prompt: Prompt,
    on_response: Callback<Response>,
    /// What the button that leads on says.
    next: Label,
    /// A way past the question, beside the button that leads on.
    aside: Html,
}

pub(super) fn item(page: Page, run: Run, id: ItemId, prompt: Prompt) -> Html {
    let instrument = page.instrument();
    let Some(item) = instrument.item(id) else { return html! { <div /> } };
    let texts = page.texts.item(id);
    let lead = match page.group(run) {
        Some(group) => crate::content::fill(&page.texts.lead.group, &[("group", group)]),
        None => page.texts.lead.items.to_string(),
    };
    let stop = |position| page.texts.stop(item, position);
    view(
        page,
        Question {
            id: id.as_str(),
            lead,
            group: page.tag(run),
            title: texts.question.as_str(),
            statements: statements(texts),
            stops: stops(stop),
            missing: page.texts.missing.items.as_str(),
            given: page.session.run(run).answers.item(instrument, id),
            help: item_help(page, item, texts),
            prompt,
            on_response: page.on_event.reform(move |response| Event::Answered(id, response)),
            next: next_label(page),
            aside: Html::default(),
        },
    )
}

pub(super) fn foundation(page: Page, id: FoundationId, prompt: Prompt) -> Html {
    let instrument = page.instrument();
    let texts = page.texts.foundation(id);
    let sources = instrument.foundations().iter().find(|foundation| foundation.id == id);
    let mut help = vec![text("p", "", texts.help.as_str()), text("p", "", texts.why.as_str())];
    help.extend(source(page, sources.map_or(&[], |foundation| &*foundation.sources), None));
    let is_first = instrument.foundations().first().is_some_and(|foundation| foundation.id == id);
    let is_last = instrument.foundations().last().is_some_and(|foundation| foundation.id == id);
    let count = instrument.foundations().len().to_string();
    let intro = page.texts.fill(Label::FoundationsLead, &[("count", &count)]);
    let note = if is_first { text("p", "bp-note", intro) } else { Html::default() };
    view(
        page,
        Question {
            id: id.as_str(),
            lead: page.texts.lead.foundations.to_string(),
            group: Html::default(),
            title: texts.statement.as_str(),
            statements: note,
            stops: stops(|position| page.texts.foundation_scale[usize::from(position.get())].to_string()),
            missing: page.texts.missing.foundations.as_str(),
            given: page.session.run(Run::First).answers.foundation(instrument, id),
            help,
            prompt,
            on_response: page.on_event.reform(move |response| Event::FoundationAnswered(id, response)),
            next: if is_last { Label::ToResult } else { Label::Next },
            aside: page.link(page.label(Label::SkipFoundations), Event::ResultRequested),
        },
    )
}

/// The button says where it leads when that is back to the result.
fn next_label(page: Page) -> Label {
    match page.session.stage() {
        Stage::Asking { route: Route::Review(rest), .. } if rest.is_empty() => Label::ToResult,
        _ => Label::Next,
    }
}

fn stops(text: impl Fn(Position) -> String) -> Vec<Stop> {
    let values = ["1", "2", "3", "4", "5"];
    let stop = |(position, value)| Stop { value, text: text(position), response: Response::At(position) };
    Position::ALL.into_iter().zip(values).map(stop).collect()
}

fn view(page: Page, question: Question) -> Html {
    let on_submit = page.on_event.reform(|event: SubmitEvent| {
        event.prevent_default();
        Event::Continued
    });
    let statements = page.id("statements");
    let legend = vec![question.group.clone(), text("span", "bp-lead", question.lead.clone()), page.heading(question.title)];
    html! {
        <form class="bp-question" onsubmit={on_submit} novalidate=true>
            { error(page, &question) }
            <fieldset class="bp-question__group" aria-describedby={statements.clone()}>
                { block("legend", "bp-question__legend", legend) }
                <div id={statements} class="bp-question__statements">{ question.statements.clone() }</div>
                { scale(page, &question) }
            </fieldset>
            { help(page, &question) }
            <div class="bp-actions">
                { page.back() }
                <div class="bp-actions__on">
                    { question.aside }
                    <button type="submit" class="bp-button bp-button--primary bp-next">{ page.label(question.next) }</button>
                </div>
            </div>
        </form>
    }
}

fn help(page: Page, question: &Question) -> Html {
    let mut body = question.help.clone();
    body.push(text("p", "bp-hint bp-keys", page.texts.fill(Label::Keys, &[("missing", question.missing)])));
    let summary = text("summary", "", page.label(Label::Help));
    block("details", "bp-help", vec![summary, block("div", "bp-help__text", body)])
}

/// Where a question comes from.
fn source(page: Page, sources: &[SourceId], inference: Option<Text>) -> [Html; 2] {
    [text("p", "bp-source-title", page.label(Label::Source)), page.sources(sources, inference)]
}

/// The summary of what is wrong: it takes focus and leads to the boxes.
fn error(page: Page, question: &Question) -> Html {
    match question.prompt {
        Prompt::Plain => Html::default(),
        Prompt::AnswerNeeded => {
            let text = page.texts.fill(Label::ErrorAnswer, &[("missing", question.missing)]);
            html! {
                <div class="bp-error" role="group" tabindex="-1" aria-labelledby={page.id("error")}>
                    <p id={page.id("error")} class="bp-error__title">{ page.label(Label::Error) }</p>
                    { page.link(&text, Event::ErrorFollowed) }
                </div>
            }
        }
    }
}

fn scale(page: Page, question: &Question) -> Html {
    let name = page.id(question.id);
    let radio = |id: AttrValue, value: &'static str, response: Response| {
        let on_change = question.on_response.reform(move |_: yew::Event| response);
        html! {
            <input id={id} type="radio" name={name.clone()} value={value}
                checked={question.given == Some(response)} onchange={on_change} />
        }
    };
    let stops = question.stops.iter().enumerate().map(|(place, stop)| {
        let id = if place == 0 { name.clone() } else { AttrValue::from(format!("{name}-{}", stop.value)) };
        html! {
            <label key={stop.value} class="bp-stop" for={id.clone()}>
                { radio(id, stop.value, stop.response) }
                <span class="bp-stop__text">{ &stop.text }</span>
            </label>
        }
    });
    let missing_id = AttrValue::from(format!("{name}-0"));
    html! {
        <>
            <div class="bp-scale">{ for stops }</div>
            <label class="bp-missing" for={missing_id.clone()}>
                { radio(missing_id, "0", Response::DontKnow) }
                <span>{ question.missing }</span>
            </label>
        </>
    }
}

fn statements(texts: &ItemTexts) -> Html {
    let first = statement("bp-statement", texts.first.as_str());
    let second = statement("bp-statement bp-statement--second", texts.second.as_str());
    block("div", "bp-statements", vec![first, second])
}

/// A statement; what stands before a colon is its head.
fn statement(class: &'static str, statement: &'static str) -> Html {
    match statement.split_once(": ") {
        Some((head, rest)) => {
            let head = block("strong", "", vec![words(head), unseen(":")]);
            block("p", class, vec![head, space(), text("span", "", rest)])
        }
        None => block("p", class, vec![text("strong", "", statement)]),
    }
}

fn item_help(page: Page, item: &Item, texts: &ItemTexts) -> Vec<Html> {
    let inference = page.texts.inference(item.dimension).filter(|_| item.is_inferred);
    let mut help = vec![text("p", "", texts.help.as_str())];
    help.extend(source(page, &item.sources, inference));
    help
}

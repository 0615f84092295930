//! The first page: what this is, and who the visitor sells to.

use super::markup::{block, space, text, words};
use super::page::Page;
use crate::assessment::{Event, GROUP_NAME_LENGTH, Grouping, Run, SellsTo};
use crate::content::Label;
use yew::prelude::*;

pub(super) fn view(page: Page, was_restarted: bool) -> Html {
    let about = &page.texts.about;
    let facts = [Label::FactQuestions, Label::FactResult, Label::FactPrivate];
    let facts = facts.map(|fact| text("li", "", page.label(fact))).to_vec();
    let groups = (page.session.sells_to() == Some(SellsTo::Both)).then(|| groups(page));
    html! {
        <form class="bp-intro" onsubmit={submit(page)}>
            { restarted(page, was_restarted) }
            { page.heading(&about.title) }
            { text("p", "bp-lede", about.text.as_str()) }
            { block("ul", "bp-facts", facts) }
            { opener(page) }
            { groups.unwrap_or_default() }
            <div class="bp-actions bp-actions--end">
                <button type="submit" class="bp-button bp-button--primary bp-start">{ page.label(Label::Start) }</button>
            </div>
        </form>
    }
}

fn submit(page: Page) -> Callback<SubmitEvent> {
    page.on_event.reform(|event: SubmitEvent| {
        event.prevent_default();
        Event::Started
    })
}

/// After "start again": the answers can still be had back.
fn restarted(page: Page, was_restarted: bool) -> Html {
    if !was_restarted {
        return Html::default();
    }
    let undo = page.link(page.label(Label::UndoRestart), Event::RestartUndone);
    block("p", "bp-note", vec![words(page.label(Label::Discarded)), space(), undo])
}

fn opener(page: Page) -> Html {
    let choices = [
        (SellsTo::Companies, Label::OpenerCompanies),
        (SellsTo::Consumers, Label::OpenerConsumers),
        (SellsTo::Both, Label::OpenerBoth),
        (SellsTo::Unknown, Label::OpenerUnknown),
    ];
    let choices = choices.map(|(sells_to, label)| {
        let is_chosen = page.session.sells_to() == Some(sells_to);
        choice(page, "opener", label, is_chosen, Event::SellsToGiven(sells_to))
    });
    let help = page.id("opener-help");
    html! {
        <fieldset class="bp-choices" aria-describedby={help.clone()}>
            <legend class="bp-choices__legend">{ page.label(Label::Opener) }</legend>
            <p id={help} class="bp-hint">{ page.label(Label::OpenerHelp) }</p>
            <div class="bp-choices__list">{ for choices }</div>
        </fieldset>
    }
}

fn choice(page: Page, name: &str, label: Label, is_chosen: bool, event: Event) -> Html {
    html! {
        <label key={label.as_str()} class="bp-choice">
            <input type="radio" name={page.id(name)} value={label.as_str()} checked={is_chosen}
                onchange={page.send(event)} />
            <span>{ page.label(label) }</span>
        </label>
    }
}

/// For who sells to both: one run for each group, or one for all.
fn groups(page: Page) -> Html {
    let choices = [
        (Grouping::PerGroup, Label::GroupingPerGroup),
        (Grouping::Together, Label::GroupingTogether),
    ];
    let choices = choices.map(|(grouping, label)| {
        let is_chosen = page.session.grouping() == grouping;
        choice(page, "grouping", label, is_chosen, Event::GroupingChosen(grouping))
    });
    let help = page.id("grouping-help");
    let names = page.session.runs().len() > 1;
    html! {
        <div class="bp-groups">
            <fieldset class="bp-choices bp-choices--long" aria-describedby={help.clone()}>
                <legend class="bp-choices__legend">{ page.label(Label::Grouping) }</legend>
                <p id={help} class="bp-hint">{ page.label(Label::GroupingHelp) }</p>
                <div class="bp-choices__list">{ for choices }</div>
            </fieldset>
            if names {
                <div class="bp-groups__names">
                    { name(page, Run::First, Label::GroupNameFirst, Label::GroupFirst) }
                    { name(page, Run::Second, Label::GroupNameSecond, Label::GroupSecond) }
                </div>
            }
        </div>
    }
}

fn name(page: Page, run: Run, label: Label, default: Label) -> Html {
    let id = page.id(label.as_str());
    let on_input = page.on_event.reform(move |event: InputEvent| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        Event::GroupNamed(run, input.value())
    });
    html! {
        <div class="bp-field">
            <label for={id.clone()}>{ page.label(label) }</label>
            <input id={id} type="text" maxlength={GROUP_NAME_LENGTH.to_string()} autocomplete="off"
                placeholder={page.label(default)} value={page.session.run(run).name.clone()} oninput={on_input} />
        </div>
    }
}

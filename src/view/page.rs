//! What every page shares: the frame with progress and languages, the heading, the buttons.

use super::markup::{block, text};
use super::{interlude, intro, question, result};
use crate::assessment::{Event, Instrument, Progress, Run, Session, SourceId, Stage};
use crate::content::{Label, Text, Texts};
use std::rc::Rc;
use yew::prelude::*;

/// What a view needs: the session, the texts, and the way to tell what happened.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) session: &'a Session,
    pub(super) texts: &'a Texts,
    /// What all ids and radio names start with.
    pub(super) id: &'a AttrValue,
    pub(super) on_event: &'a Callback<Event>,
}

impl<'a> Page<'a> {
    pub(super) fn instrument(self) -> &'a Instrument {
        self.session.instrument()
    }

    /// A phrase of the interface.
    pub(super) fn label(self, label: Label) -> &'static str {
        self.texts.label(label).as_str()
    }

    /// A callback that reports one event, whatever calls it.
    pub(super) fn send<E: 'static>(self, event: Event) -> Callback<E> {
        self.on_event.reform(move |_| event.clone())
    }

    /// An id of this widget.
    pub(super) fn id(self, name: &str) -> AttrValue {
        AttrValue::from(format!("{}-{name}", self.id))
    }

    /// A run's group name; none where there is only one run.
    pub(super) fn group(self, run: Run) -> Option<&'a str> {
        let has_groups = self.session.runs().len() > 1;
        has_groups.then(|| self.texts.group(run, self.session.run(run)))
    }

    /// The page's heading: where focus goes when the page changes.
    pub(super) fn heading(self, text: &str) -> Html {
        html! { <h2 class="bp-heading" tabindex="-1">{ text }</h2> }
    }

    /// The customer group that a run is about; nothing where there is only one run.
    pub(super) fn tag(self, run: Run) -> Html {
        self.group(run).map(|group| text("span", "bp-tag", group.to_owned())).unwrap_or_default()
    }

    /// The button that leads on.
    pub(super) fn primary(self, label: Label, event: Event) -> Html {
        self.button("bp-button bp-button--primary", self.label(label), event)
    }

    /// A button beside the one that leads on.
    pub(super) fn secondary(self, label: &str, event: Event) -> Html {
        self.button("bp-button", label, event)
    }

    /// A button that reads as a link in a text.
    pub(super) fn link(self, label: &str, event: Event) -> Html {
        self.button("bp-link", label, event)
    }

    #[inline(never)]
    fn button(self, class: &'static str, label: &str, event: Event) -> Html {
        html! { <button type="button" class={class} onclick={self.send(event)}>{ label.to_owned() }</button> }
    }

    /// The way back; an empty place on the first page, so that the way on keeps its side.
    pub(super) fn back(self) -> Html {
        if !self.session.can_step_back() {
            return block("span", "", Vec::new());
        }
        html! {
            <button type="button" class="bp-button bp-button--back" onclick={self.send(Event::SteppedBack)}>
                <span aria-hidden="true">{ "← " }</span>{ self.label(Label::Back) }
            </button>
        }
    }

    /// Where something comes from: the article's points in words, and what is our inference.
    pub(super) fn sources(self, sources: &[SourceId], inference: Option<Text>) -> Html {
        let own = (sources.is_empty() && inference.is_none()).then(|| self.texts.label(Label::Inferred));
        let points = sources.iter().map(|&source| self.texts.source(source));
        let points = points.chain(inference).chain(own);
        block("ul", "bp-sources", points.map(|point| text("li", "", point.as_str())).collect())
    }
}

/// The whole widget: progress and languages on top, the page below.
pub(super) fn frame(page: Page, languages: &[Rc<Texts>], on_language: &Callback<&'static str>) -> Html {
    html! {
        <div class="bp" lang={page.texts.language.as_str()}>
            <header class="bp-top">
                { progress(page) }
                { switch(page, languages, on_language) }
            </header>
            { stage(page) }
        </div>
    }
}

/// The page of the current stage; its key makes another page start from a clean slate.
fn stage(page: Page) -> Html {
    let (key, view) = match page.session.stage() {
        Stage::Intro { discarded } => ("intro".to_owned(), intro::view(page, discarded.is_some())),
        Stage::Asking { run, item, prompt, .. } => {
            (format!("{run:?}-{item}"), question::item(page, *run, *item, *prompt))
        }
        Stage::Halfway { run } => (format!("halfway-{run:?}"), interlude::halfway(page, *run)),
        Stage::Handover => ("handover".to_owned(), interlude::handover(page)),
        Stage::Founding { foundation, prompt } => {
            (format!("foundation-{foundation}"), question::foundation(page, *foundation, *prompt))
        }
        Stage::Result { run } => ("result".to_owned(), result::view(page, *run)),
    };
    html! { <div key={key} class="bp-page">{ view }</div> }
}

fn progress(page: Page) -> Html {
    let label = match page.session.stage() {
        Stage::Founding { .. } => Label::ProgressFoundations,
        _ => Label::Progress,
    };
    match page.session.progress() {
        Some(Progress { number, of }) => {
            let (number, of) = (number.to_string(), of.to_string());
            let words = page.texts.fill(label, &[("number", &number), ("of", &of)]);
            let id = page.id("progress");
            html! {
                <div class="bp-progress">
                    <span id={id.clone()} class="bp-progress__words">{ words }</span>
                    <progress class="bp-progress__bar" max={of} value={number} aria-labelledby={id} />
                </div>
            }
        }
        None => block("div", "bp-progress", Vec::new()),
    }
}

fn switch(page: Page, languages: &[Rc<Texts>], on_language: &Callback<&'static str>) -> Html {
    let buttons = languages.iter().map(|texts| {
        let code = texts.language.as_str();
        let is_current = texts.language == page.texts.language;
        let on_click = on_language.reform(move |_: MouseEvent| code);
        html! {
            <button key={code} type="button" class="bp-languages__button" lang={code}
                aria-pressed={if is_current { "true" } else { "false" }} onclick={on_click}>
                { code.to_uppercase() }
                <span class="bp-unseen">{ format!(", {}", texts.name) }</span>
            </button>
        }
    });
    html! {
        <div class="bp-languages" role="group" aria-label={page.label(Label::Language)}>{ for buttons }</div>
    }
}

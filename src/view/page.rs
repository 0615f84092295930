//! What every page shares: the frame with progress and languages, the heading, the buttons.

use super::attribute::Attribute::*;
use super::markup::{Markup, On};
use super::{interlude, intro, question, result};
use crate::assessment::{Event, FoundationId, Instrument, Progress, Run, Session, SourceId, Stage};
use crate::content::{Label, Text, Texts};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html};

/// What a view needs: the session, the texts, and the way to tell what happened.
pub(super) struct Page<'a> {
    pub(super) session: &'a Session,
    pub(super) texts: &'a Texts,
    /// What all ids and radio names start with.
    pub(super) id: &'a AttrValue,
    pub(super) on_event: &'a Callback<Event>,
}

impl<'a> Page<'a> {
    pub(super) fn instrument(&self) -> &'a Instrument {
        self.session.instrument()
    }

    /// A phrase of the interface.
    pub(super) fn label(&self, label: Label) -> &'static str {
        self.texts.label(label).as_str()
    }

    /// A callback that reports one event, whatever calls it.
    ///
    /// What the browser would do of its own accord is never wanted: above all, it must not send a form.
    #[inline(never)]
    pub(super) fn send(&self, event: Event) -> Callback<web_sys::Event> {
        self.on_event.reform(move |happened: web_sys::Event| {
            happened.prevent_default();
            event.clone()
        })
    }

    /// An id of this widget.
    pub(super) fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.id)
    }

    /// A run's group name; none where there is only one run.
    pub(super) fn group(&self, run: Run) -> Option<&'a str> {
        let has_groups = self.session.runs().len() > 1;
        has_groups.then(|| self.texts.group(run, self.session.run(run)))
    }

    /// The page's heading: where focus goes when the page changes.
    pub(super) fn heading(&self, html: &mut Markup, text: &str) {
        html.element("h2.bp-heading", |html| {
            html.attribute(Tabindex, "-1");
            html.words(text);
        });
    }

    /// The customer group that a run is about; nothing where there is only one run.
    pub(super) fn tag(&self, html: &mut Markup, run: Run) {
        if let Some(group) = self.group(run) {
            html.text("span.bp-tag", group);
        }
    }

    /// The button that leads on.
    pub(super) fn primary(&self, html: &mut Markup, label: Label, event: Event) {
        self.button(html, "button.bp-button bp-button--primary", self.label(label), event);
    }

    /// A button beside the one that leads on.
    pub(super) fn secondary(&self, html: &mut Markup, label: &str, event: Event) {
        self.button(html, "button.bp-button", label, event);
    }

    /// A button that reads as a link in a text.
    pub(super) fn link(&self, html: &mut Markup, label: &str, event: Event) {
        self.button(html, "button.bp-link", label, event);
    }

    #[inline(never)]
    fn button(&self, html: &mut Markup, shape: &'static str, label: &str, event: Event) {
        html.element(shape, |html| {
            html.attribute(Type, "button");
            html.on(On::Click, self.send(event));
            html.words(label);
        });
    }

    /// The button that sends a form.
    pub(super) fn submit(&self, html: &mut Markup, shape: &'static str, label: Label) {
        html.element(shape, |html| {
            html.attribute(Type, "submit");
            html.words(self.label(label));
        });
    }

    /// The way back; an empty place on the first page, so that the way on keeps its side.
    pub(super) fn back(&self, html: &mut Markup) {
        if !self.session.can_step_back() {
            return html.text("span", "");
        }
        html.element("button.bp-button bp-button--back", |html| {
            html.attribute(Type, "button");
            html.on(On::Click, self.send(Event::SteppedBack));
            html.element("span", |html| {
                html.attribute(AriaHidden, "true");
                html.words("← ");
            });
            html.words(self.label(Label::Back));
        });
    }

    /// What can be opened; `about` tells several with the same words apart for who listens.
    pub(super) fn disclosure(
        &self,
        html: &mut Markup,
        label: Label,
        about: &str,
        write: impl FnOnce(&mut Markup),
    ) {
        html.element("details.bp-details", |html| {
            self.disclosure_summary(html, label, about);
            write(html);
        });
    }

    fn disclosure_summary(&self, html: &mut Markup, label: Label, about: &str) {
        html.element("summary", |html| {
            html.words(self.label(label));
            html.unseen(&format!(": {about}"));
        });
    }

    /// Where something comes from: the article's points in words, and what is our inference.
    #[inline(never)]
    pub(super) fn sources(&self, html: &mut Markup, sources: &[SourceId], inference: Option<Text>) {
        html.element("ul.bp-sources", |html| {
            for &source in sources {
                html.text("li", &self.texts.source(source));
            }
            if let Some(inference) = inference {
                html.text("li", &inference);
            } else if sources.is_empty() {
                html.text("li", self.label(Label::Inferred));
            }
        });
    }

    /// What a statement says before its colon, which is its name, and after it.
    pub(super) fn head_and_rest(statement: &str) -> Option<(&str, &str)> {
        let (head, rest) = statement.split_once(':')?;
        Some((head, rest.strip_prefix(' ')?))
    }

    /// The article's points behind a foundation.
    pub(super) fn foundation_sources(&self, id: FoundationId) -> &'a [SourceId] {
        let foundation = self.instrument().foundations().iter().find(|foundation| foundation.id == id);
        foundation.map_or(&[], |foundation| &foundation.sources)
    }
}

/// The whole widget: progress and languages on top, the page below.
pub(super) fn frame(page: &Page, languages: &[Rc<Texts>], on_language: &Callback<&'static str>) -> Html {
    let mut html = Markup::new("div.bp");
    html.attribute(Lang, &page.texts.language);
    html.element("header.bp-top", |html| {
        progress(html, page);
        switch(html, page, languages, on_language);
    });
    html.element("div.bp-page", |html| stage(html, page));
    html.into_html()
}

/// The page of the current stage; its key makes another page start from a clean slate.
fn stage(html: &mut Markup, page: &Page) {
    let key = match page.session.stage() {
        Stage::Intro { discarded } => {
            intro::view(html, page, discarded.is_some());
            "intro".to_owned()
        }
        Stage::Asking { run, item, prompt, .. } => {
            question::item(html, page, *run, *item, *prompt);
            format!("{}-{item}", *run as usize)
        }
        Stage::Halfway { run } => {
            interlude::halfway(html, page, *run);
            format!("halfway-{}", *run as usize)
        }
        Stage::Handover => {
            interlude::handover(html, page);
            "handover".to_owned()
        }
        Stage::Founding { foundation, prompt } => {
            question::foundation(html, page, *foundation, *prompt);
            format!("foundation-{foundation}")
        }
        Stage::Result { run } => {
            result::view(html, page, *run);
            "result".to_owned()
        }
    };
    html.key(&key);
}

fn progress(html: &mut Markup, page: &Page) {
    let label = match page.session.stage() {
        Stage::Founding { .. } => Label::ProgressFoundations,
        _ => Label::Progress,
    };
    html.element("div.bp-progress", |html| {
        let Some(Progress { number, of }) = page.session.progress() else { return };
        let (number, of) = (number.to_string(), of.to_string());
        let id = page.id("progress");
        html.element("span.bp-progress__words", |html| {
            html.attribute(Id, &id);
            html.words(&page.texts.fill(label, &[("number", &number), ("of", &of)]));
        });
        html.element("progress.bp-progress__bar", |html| {
            html.attribute(Max, &of);
            html.attribute(Value, &number);
            html.attribute(AriaLabelledby, &id);
        });
    });
}

fn switch(html: &mut Markup, page: &Page, languages: &[Rc<Texts>], on_language: &Callback<&'static str>) {
    html.element("div.bp-languages", |html| {
        html.attribute(Role, "group");
        html.attribute(AriaLabel, page.label(Label::Language));
        for texts in languages {
            let code = texts.language.as_str();
            html.element("button.bp-languages__button", |html| {
                html.key(code);
                html.attribute(Type, "button");
                html.attribute(Lang, code);
                html.pressed(texts.language == page.texts.language);
                html.on(On::Click, on_language.reform(move |_| code));
                html.words(&code.to_ascii_uppercase());
                html.unseen(&format!(", {}", texts.name));
            });
        }
    });
}

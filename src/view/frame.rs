//! The frame around every page: messages, progress and languages on top, the footer below.

use super::attribute::Attribute::*;
use super::context::ViewContext;
use super::markup::{Markup, On};
use super::{
    Message, Notice, Variant, brought, interlude, intro, keep, named_results, panel, question, result, shared,
};
use crate::assessment::{Event, Progress, Stage};
use crate::content::Label;
use yew::Html;

/// The whole widget: messages, progress and languages on top, the page, and the footer.
pub(super) fn view(cx: &ViewContext) -> Html {
    let is_result = matches!(cx.session.stage(), Stage::Result { .. });
    let mut html = Markup::new(match (cx.props.settings.variant, is_result) {
        (Variant::Full, false) => "div.bp",
        (Variant::Full, true) => "div.bp bp--result",
        (Variant::Compact, false) => "div.bp bp--compact",
        (Variant::Compact, true) => "div.bp bp--compact bp--result",
    });
    if let Some(drawing) = &cx.props.drawing {
        html.key(&drawing.emit(cx.visit.turned).to_string());
    }
    html.attributes(&[(Lang, &cx.texts.language), (Part, "root")]);
    html.element("div.bp-status", |html| {
        html.attribute(Role, "status");
        shared::fault(html, cx);
        shared::banner(html, cx);
        html.place(|html| {
            if cx.can_change() {
                notice(html, cx);
            }
        });
    });
    html.element("header.bp-top", |html| {
        progress(html, cx);
        switch(html, cx);
    });
    html.element("div.bp-page", |html| stage(html, cx));
    html.place(|html| {
        // The result has its own end.
        if !is_result {
            foot(html, cx);
        }
    });
    html.into_html()
}

fn foot(html: &mut Markup, cx: &ViewContext) {
    html.element("footer.bp-foot", |html| {
        html.place(|html| {
            if cx.is_first() {
                keep::view(html, cx);
                named_results::at_start(html, cx);
                brought::at_start(html, cx);
            }
        });
        panel::view(html, cx);
    });
}

/// A one-line message about the session, with the actions that it offers.
fn notice(html: &mut Markup, cx: &ViewContext) {
    let stage = cx.session.stage();
    let undo_taking = (Label::UndoRestart, Event::Returned);
    let (text, undo) = match cx.visit.notice {
        Some(Notice::KeptElsewhere) => (Label::KeptElsewhere, None),
        Some(Notice::OtherTaken) if cx.session.can_return() => (Label::OtherTaken, Some(undo_taking)),
        _ if cx.session.can_return() => {
            // A session gives way either to someone else's result or to starting over.
            let is_result = matches!(stage, Stage::Result { .. });
            let text = if is_result { Label::Adopted } else { Label::Discarded };
            (text, Some((Label::UndoRestart, Event::Returned)))
        }
        // At the intro there is nothing to restart yet.
        Some(Notice::Resumed) if *stage != Stage::Intro => {
            (Label::Resumed, Some((Label::Restart, Event::Restarted)))
        }
        Some(Notice::Recovered) => (Label::Recovered, None),
        Some(Notice::StorageFailed) => (Label::StorageFailed, None),
        Some(Notice::KeptNewer) => (Label::KeptNewer, None),
        Some(Notice::KeptUnreadable) => (Label::KeptUnreadable, None),
        Some(Notice::Resumed | Notice::OtherTaken) | None => return,
    };
    html.element("p.bp-note", |html| {
        html.words(cx.label(text));
        if text == Label::Resumed {
            html.space();
            cx.quiet(html, Label::Continue, Message::NoticeRead);
        }
        if text == Label::KeptElsewhere {
            html.space();
            cx.quiet(html, Label::KeepThese, Message::KeepChosen(true));
            html.space();
            cx.quiet(html, Label::TakeOther, Message::OtherWanted);
        }
        if text == Label::KeptUnreadable || text == Label::KeptNewer {
            html.space();
            cx.quiet(html, named_results::forgetting(cx), Message::AllForgotten);
        }
        if let Some((label, event)) = undo {
            html.space();
            cx.link(html, cx.label(label), event);
        }
    });
}

/// The page of the current stage. Its key makes Yew draw a different page from scratch.
///
/// All questions of a kind share a key: common elements stay, which saves the browser work. The question
/// where a visitor starts gets a new key each time: the host can return to it without a form reset.
fn stage(html: &mut Markup, cx: &ViewContext) {
    let key = match cx.session.stage() {
        Stage::Intro => {
            intro::view(html, cx);
            "intro".to_owned()
        }
        Stage::Asking { run, item, prompt, .. } => {
            question::item(html, cx, *run, *item, *prompt);
            if cx.is_first() { format!("opening-{}", cx.visit.turned) } else { "question".to_owned() }
        }
        Stage::Halfway { run } => {
            interlude::halfway(html, cx, *run);
            format!("halfway-{}", *run as usize)
        }
        Stage::Handover => {
            interlude::handover(html, cx);
            "handover".to_owned()
        }
        Stage::Founding { foundation, prompt } => {
            question::foundation(html, cx, *foundation, *prompt);
            "foundation".to_owned()
        }
        Stage::Result { run } => {
            result::view(html, cx, *run);
            if cx.can_change() { "result" } else { "shared" }.to_owned()
        }
    };
    html.key(&key);
}

fn progress(html: &mut Markup, cx: &ViewContext) {
    let label = match cx.session.stage() {
        Stage::Founding { .. } => Label::ProgressFoundations,
        _ => Label::Progress,
    };
    html.element("div.bp-progress", |html| {
        let Some(Progress { number, of }) = cx.session.progress() else { return };
        let (number, of) = (number.to_string(), of.to_string());
        let id = cx.id("progress");
        html.element("span.bp-progress__words", |html| {
            html.attribute(Id, &id);
            html.words(&cx.texts.fill(label, &[("number", &number), ("of", &of)]));
        });
        html.element("progress.bp-progress__bar", |html| {
            html.attribute(Max, &of);
            html.attribute(Value, &number);
            html.attribute(AriaLabelledby, &id);
        });
    });
}

fn switch(html: &mut Markup, cx: &ViewContext) {
    html.element("div.bp-languages", |html| {
        html.attribute(Role, "group");
        html.attribute(AriaLabel, cx.label(Label::Language));
        for language in &cx.props.questionnaire.languages {
            let code = language.code.as_str();
            html.element("button.bp-languages__button", |html| {
                html.key(code);
                html.attribute(Type, "button");
                html.attribute(Lang, code);
                html.pressed(language.code == cx.texts.language);
                html.on(On::Click, cx.callback(Message::LanguageChosen(code)));
                html.words(&code.to_ascii_uppercase());
                html.unseen(&format!(", {}", language.name));
            });
        }
    });
}

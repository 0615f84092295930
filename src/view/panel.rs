//! What the widget does with the visitor's device and connection.

use super::context::ViewContext;
use super::markup::{Markup, On};
use super::{Asked, CopyWhat, Device, Keep, Message};
use crate::content::Label;
use yew::AttrValue;

/// The panel. Its lists are requested each time it is drawn, and opening it redraws it.
pub(super) fn view(html: &mut Markup, cx: &ViewContext) {
    let device = cx.props.abilities.device.as_ref().map(|device| device.emit(()));
    let analytics = match &device {
        Some(Device { analytics, .. }) if !analytics.is_empty() => {
            cx.texts.fill(Label::PanelAnalytics, &[("analytics", analytics)])
        }
        _ => String::new(),
    };
    html.element("details.bp-details bp-panel", |html| {
        html.on(On::Toggle, cx.callback(Message::PanelToggled));
        html.text("summary", cx.label(Label::Panel));
        html.text("p", cx.label(Label::PanelText));
        if !analytics.is_empty() {
            html.text("p", &analytics);
        }
        if let Some(Device { requests, keys, .. }) = &device {
            list(html, cx, Label::PanelRequests, requests);
            list(html, cx, Label::PanelKeys, keys);
        }
        html.text("p.bp-source-title", cx.label(Label::PanelPrivacy));
        let text = privacy(cx, &analytics);
        html.text("p.bp-privacy", &text);
        html.element("div.bp-ways", |html| {
            cx.copy(html, CopyWhat::Privacy, Label::CopyPrivacy, &text);
            cx.answered(html, |asked| asked == Asked::Copy(CopyWhat::Privacy));
        });
    });
}

fn list(html: &mut Markup, cx: &ViewContext, title: Label, entries: &[AttrValue]) {
    html.text("p.bp-source-title", cx.label(title));
    html.element("ul.bp-sources", |html| {
        for entry in entries {
            html.text("li", entry);
        }
        if entries.is_empty() {
            html.text("li", cx.label(Label::PanelNone));
        }
    });
}

/// The paragraph for a privacy statement, as it applies to this widget with the host's settings.
fn privacy(cx: &ViewContext, analytics: &str) -> String {
    let kept = match cx.props.abilities.keep {
        Keep::NotOffered => Label::PrivacyNotKept,
        Keep::Off | Keep::On => Label::PrivacyKept,
    };
    let mut text = String::new();
    for sentence in [Label::Privacy, kept, Label::PrivacyCode].map(|label| cx.label(label)) {
        text.push_str(sentence);
        text.push(' ');
    }
    text.push_str(analytics);
    text.truncate(text.trim_end().len());
    text
}

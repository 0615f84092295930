//! What the widget does to the visitor's device and connection, for whoever wants to know.

use super::markup::{Markup, On};
use super::page::Page;
use super::{Asked, CopyWhat, Device, Keep, Message};
use crate::content::Label;
use yew::AttrValue;

/// The panel. What it lists is asked for anew whenever it is drawn, and it is drawn when it is opened.
pub(super) fn view(html: &mut Markup, page: &Page) {
    let device = page.props.abilities.device.as_ref().map(|device| device.emit(()));
    let analytics = match &device {
        Some(Device { analytics, .. }) if !analytics.is_empty() => {
            page.texts.fill(Label::PanelAnalytics, &[("analytics", analytics)])
        }
        _ => String::new(),
    };
    html.element("details.bp-details bp-panel", |html| {
        html.on(On::Toggle, page.tell(Message::PanelToggled));
        html.text("summary", page.label(Label::Panel));
        html.text("p", page.label(Label::PanelText));
        if !analytics.is_empty() {
            html.text("p", &analytics);
        }
        if let Some(Device { requests, keys, .. }) = &device {
            list(html, page, Label::PanelRequests, requests);
            list(html, page, Label::PanelKeys, keys);
        }
        html.text("p.bp-source-title", page.label(Label::PanelPrivacy));
        let text = privacy(page, &analytics);
        html.text("p.bp-privacy", &text);
        html.element("div.bp-ways", |html| {
            page.copy(html, CopyWhat::Privacy, Label::CopyPrivacy, &text);
            page.answered(html, |asked| asked == Asked::Copy(CopyWhat::Privacy));
        });
    });
}

fn list(html: &mut Markup, page: &Page, title: Label, entries: &[AttrValue]) {
    html.text("p.bp-source-title", page.label(title));
    html.element("ul.bp-sources", |html| {
        for entry in entries {
            html.text("li", entry);
        }
        if entries.is_empty() {
            html.text("li", page.label(Label::PanelNone));
        }
    });
}

/// The paragraph for a privacy statement: what holds for this widget as the host has set it.
fn privacy(page: &Page, analytics: &str) -> String {
    let kept = match page.props.abilities.keep {
        Keep::NotOffered => Label::PrivacyNotKept,
        Keep::Off | Keep::On => Label::PrivacyKept,
    };
    let mut text = String::new();
    for sentence in [Label::Privacy, kept, Label::PrivacyCode].map(|label| page.label(label)) {
        text.push_str(sentence);
        text.push(' ');
    }
    text.push_str(analytics);
    text.truncate(text.trim_end().len());
    text
}

//! Elements without events, built by functions.
//!
//! `html!` writes out each element's construction where it stands, some 500 bytes of wasm apiece. What only holds
//! text and other elements is therefore built here, in one place; `html!` is kept for what listens or has state.

use crate::content::Label;
use crate::view::page::Page;
use yew::prelude::*;

/// An element with a text.
#[inline(never)]
pub(super) fn text(name: &'static str, class: &'static str, text: impl Into<AttrValue>) -> Html {
    block(name, class, vec![words(text)])
}

/// An element with children.
#[inline(never)]
pub(super) fn block(name: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    html! { <@{name} class={class}>{ for children }</@> }
}

/// A list's entry; the key lets it keep its state when others come and go.
#[inline(never)]
pub(super) fn entry(key: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    html! { <li key={key} class={class} data-id={key}>{ for children }</li> }
}

/// A bare text.
#[inline(never)]
pub(super) fn words(text: impl Into<AttrValue>) -> Html {
    Html::VText(yew::virtual_dom::VText::new(text))
}

/// The space between two inline elements.
pub(super) fn space() -> Html {
    words(" ")
}

/// A text for who listens instead of looks.
pub(super) fn unseen(text: impl Into<AttrValue>) -> Html {
    self::text("span", "bp-unseen", text)
}

/// What can be opened; `about` tells several with the same words apart for who listens.
#[inline(never)]
pub(super) fn disclosure(page: Page, label: Label, about: &str, body: Vec<Html>) -> Html {
    let summary = vec![words(page.label(label)), unseen(format!(": {about}"))];
    let mut children = vec![block("summary", "", summary)];
    children.extend(body);
    block("details", "bp-details", children)
}

//! The number keys: 1 to 5 choose a box of the scale, 0 chooses "don't know", while the scale has focus.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

/// Answers the number keys inside `root` for as long as the listener lives.
pub(super) fn listen_to_number_keys(root: &Element) -> EventListener {
    EventListener::new(root, "keydown", |event| {
        let _ = choose(event);
    })
}

/// Clicks the box that the key names, so that it counts like any other choice; `None` where there is none.
fn choose(event: &Event) -> Option<()> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let key = event.key();
    if !matches!(key.as_str(), "0" | "1" | "2" | "3" | "4" | "5") {
        return None;
    }
    let focused = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let scale = focused.closest(".bp-question__group").ok()??;
    let wanted = scale.query_selector(&format!("input[value='{key}']")).ok()??;
    let wanted = wanted.dyn_into::<HtmlInputElement>().ok()?;
    wanted.focus().ok()?;
    wanted.click();
    Some(())
}

//! Number keys: while the scale has focus, 1 to 5 choose a box and 0 chooses "don't know". On keyboards whose
//! digits need Shift, the same keys work without Shift.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

/// Handles the number keys inside `root`, for as long as the listener lives.
pub(super) fn listen_to_number_keys(root: &Element) -> EventListener {
    EventListener::new_with_options(
        root,
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        |event| {
            let _ = choose(event);
        },
    )
}

/// Clicks the box for the key, so that it counts like any other choice; `None` if there is none.
fn choose(event: &Event) -> Option<()> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let is_command = event.ctrl_key() || event.alt_key() || event.meta_key();
    let number = number(&event.key(), &event.code())?;
    if is_command || event.get_modifier_state("AltGraph") {
        return None;
    }
    let focused = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let scale = focused.closest(".bp-question__group").ok()??;
    let wanted = scale.query_selector(&format!("input[value='{number}']")).ok()??;
    let wanted = wanted.dyn_into::<HtmlInputElement>().ok()?;
    // Some browsers start a page search on such a key.
    event.prevent_default();
    wanted.focus().ok()?;
    wanted.click();
    Some(())
}

/// The digit that a key types, otherwise the digit at its place on the keyboard; `None` above 5 and for keys
/// that type no character, such as the arrows of a number pad.
fn number(key: &str, code: &str) -> Option<char> {
    let mut chars = key.chars();
    let written = chars.next()?;
    if chars.next().is_some() {
        return None;
    }
    let number = if written.is_ascii_digit() {
        written
    } else {
        let place = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"))?;
        place.chars().next()?
    };
    ('0'..='5').contains(&number).then_some(number)
}

//! Forms in a sandbox: in a frame that may not submit forms, the browser doesn't even fire `submit`.
//!
//! So a click on a submit button fires it, everywhere. Enter in a field also clicks that button.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit};

/// Fires `submit` on forms inside `root` when their button is clicked, for as long as the listener lives.
pub(super) fn send_forms(root: &Element) -> EventListener {
    let options = EventListenerOptions { phase: gloo::events::EventListenerPhase::Bubble, passive: false };
    EventListener::new_with_options(root, "click", options, |event| {
        let _ = send(event);
    })
}

/// Fires `submit` in place of the browser; `None` if the click would not submit a form.
fn send(click: &Event) -> Option<()> {
    let clicked = click.target()?.dyn_into::<Element>().ok()?;
    let button = clicked.closest("button[type='submit']").ok()??;
    let form = button.closest("form").ok()??;
    if click.default_prevented() {
        return None;
    }
    click.prevent_default();
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let submit = Event::new_with_event_init_dict("submit", &init).ok()?;
    form.dispatch_event(&submit).ok().map(drop)
}

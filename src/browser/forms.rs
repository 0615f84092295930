//! Forms in a sandbox: where a frame may not send forms, the browser doesn't even say that one was to be sent.
//!
//! So a click on a form's button says it, everywhere alike; Enter in a field makes the browser click that button too.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit};

/// Tells the views inside `root` of a form to be sent, for as long as the listener lives.
pub(super) fn send_forms(root: &Element) -> EventListener {
    let options = EventListenerOptions { phase: gloo::events::EventListenerPhase::Bubble, passive: false };
    EventListener::new_with_options(root, "click", options, |event| {
        let _ = send(event);
    })
}

/// Does itself what the click would lead to; `None` where it leads to nothing.
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

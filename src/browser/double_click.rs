//! A double click on a button counts once: the page may have changed under the second click, which would skip a
//! page, ask back in vain, or hit another button. Back is spared, since one may well want to go back fast.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Stops the second click of a double click inside `root` for as long as the listener lives.
pub(super) fn ignore_double_clicks(root: &Element) -> EventListener {
    // While capturing, and before any listener of the views: what is stopped here never reaches them.
    let options = EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(root, "click", options, |event| {
        if event.dyn_ref::<MouseEvent>().is_none_or(|click| click.detail() <= 1) {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("button:not(.bp-button--back)").ok()).flatten();
        if button.is_some() {
            event.stop_immediate_propagation();
            event.prevent_default();
        }
    })
}

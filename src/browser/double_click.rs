//! A double click on a button counts once: if the page changes after the first click, the second could skip a
//! page, prompt for no reason or hit another button. Back is exempt: visitors may want to go back fast.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Stops every click after the first of a multiple click inside `root`, for as long as the listener lives.
pub(super) fn ignore_double_clicks(root: &Element) -> EventListener {
    // In the capture phase, before any listener of the views, so that stopped clicks never reach them.
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

//! A double click on the button that leads on counts once, so that nobody skips a page or is asked back in vain.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Stops the second click of a double click inside `root` for as long as the listener lives.
pub fn ignore_double_clicks(root: &Element) -> EventListener {
    // While capturing, and before any listener of the views: what is stopped here never reaches them.
    let options = EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(root, "click", options, |event| {
        let is_repeated = event.dyn_ref::<MouseEvent>().is_some_and(|click| click.detail() > 1);
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let leads_on = target
            .is_some_and(|target| target.closest(".bp-button--primary").is_ok_and(|found| found.is_some()));
        if is_repeated && leads_on {
            event.stop_immediate_propagation();
            event.prevent_default();
        }
    })
}

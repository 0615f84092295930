//! Marks, in the bar that leads to the parts of the result, the part being read.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// The line across the viewport that decides: the part that it is in is being read.
const LINE: &str = "-35% 0px -64% 0px";

/// Observes the parts of the result, for as long as it lives.
pub(super) struct Parts {
    container: Element,
    observer: IntersectionObserver,
    _on_crossing: Closure<dyn FnMut(Array)>,
}

impl Parts {
    pub(super) fn of(container: &Element) -> Result<Parts, JsValue> {
        let bar = container.clone();
        let on_crossing = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if entry.is_intersecting() {
                    let _ = mark(&bar, &entry.target());
                }
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(LINE);
        let observer =
            IntersectionObserver::new_with_options(on_crossing.as_ref().unchecked_ref(), &options)?;
        Ok(Parts { container: container.clone(), observer, _on_crossing: on_crossing })
    }

    /// Observes the parts drawn now. To observe one again has no effect.
    pub(super) fn watch(&self) {
        for part in crate::browser::elements(&self.container, ".bp-part") {
            self.observer.observe(&part);
        }
    }
}

impl Drop for Parts {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Marks a part as the current one in the bar. The views never write this attribute again, so it stays.
fn mark(container: &Element, part: &Element) -> Result<(), JsValue> {
    let Some(id) = part.get_attribute("data-id") else { return Ok(()) };
    if let Some(before) = container.query_selector(".bp-bar [aria-current]")? {
        before.remove_attribute("aria-current")?;
    }
    if let Some(current) = container.query_selector(&format!(".bp-bar [data-id='{id}']"))? {
        current.set_attribute("aria-current", "true")?;
    }
    Ok(())
}

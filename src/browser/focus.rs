//! Moving focus, only ever after the visitor has done something.

use crate::assessment::Effect;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Carries an effect out inside `root`; where its target isn't there, nothing happens.
pub fn perform(root: &Element, effect: Effect) {
    let target = match effect {
        Effect::FocusHeading => ".bp-heading",
        Effect::FocusError => ".bp-error",
        Effect::FocusAnswer => ".bp-scale input",
        Effect::FocusChange => return find_again(root),
        // A fact: nothing to focus.
        Effect::Started | Effect::Entered | Effect::Completed | Effect::Restarted => return,
    };
    focus(root, target);
}

fn focus(root: &Element, target: &str) {
    let found = root.query_selector(target).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // A node that has just been removed can't take focus: then there is nothing to do.
        let _ = element.focus();
    }
}

/// Where nothing has focus any more, moves it to what takes the change back, else to what was changed, else to the
/// profile's name. What is closed away can't take it.
fn find_again(root: &Element) {
    for target in [".bp-moved button", "[data-touched]", ".bp-summary .bp-heading"] {
        if root.query_selector(":focus").ok().flatten().is_some() {
            return;
        }
        focus(root, target);
    }
}

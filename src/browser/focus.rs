//! Moving focus, only ever after the visitor has done something.

use crate::assessment::Effect;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlFormElement, HtmlInputElement};

/// Carries an effect out inside `root`; where its target isn't there, nothing happens.
pub(super) fn perform(root: &Element, effect: Effect) {
    match effect {
        Effect::FocusHeading => {
            begin_question(root);
            focus(root, ".bp-heading", Scroll::There);
        }
        Effect::FocusError => focus(root, ".bp-error", Scroll::There),
        Effect::FocusAnswer => focus(root, ".bp-scale input", Scroll::There),
        Effect::FocusField => focus(root, ".bp-bring input", Scroll::There),
        Effect::FocusText => {
            focus(root, ".bp-by-hand", Scroll::There);
            if let Some(text) = root.query_selector(".bp-by-hand").ok().flatten() {
                // A text area selects as a field does.
                text.unchecked_ref::<HtmlInputElement>().select();
            }
        }
        Effect::FocusChange => find_again(root),
        Effect::FocusTactic(tactic) => {
            focus(root, &["[data-id='", tactic.as_str(), "'].bp-marks"].concat(), Scroll::Nowhere);
        }
        Effect::FocusMark(tactic, mark) => {
            let marks = ["[data-id='", tactic.as_str(), "'].bp-marks [data-id='", mark.as_str(), "']"];
            focus(root, &marks.concat(), Scroll::Nowhere);
        }
        Effect::FocusTactics => {
            focus(root, ".bp-tactics .bp-section__heading", Scroll::Nowhere);
            // Without a recommendation there is no such heading.
            find_again(root);
        }
        Effect::FocusPlan => focus(root, ".bp-plan .bp-section__heading", Scroll::Nowhere),
        // A fact: nothing to focus.
        Effect::Started | Effect::Entered | Effect::Completed | Effect::Restarted => {}
    }
}

/// Questions share their elements. So each begins with its help closed, and with the box that it was given as an answer
/// or with none: what the visitor has chosen on a page before is forgotten.
fn begin_question(root: &Element) {
    if let Some(open) = root.query_selector(".bp-help[open]").ok().flatten() {
        let _ = open.remove_attribute("open");
    }
    let form = root.query_selector(".bp-question").ok().flatten();
    if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        form.reset();
    }
}

/// Whether the page scrolls to what takes focus.
#[derive(Clone, Copy, PartialEq)]
enum Scroll {
    There,
    Nowhere,
}

/// Focuses what a selector finds; where that is inside something closed, what opens it.
fn focus(root: &Element, selector: &str, scroll: Scroll) {
    let found = root.query_selector(selector).ok().flatten();
    let closed = found.as_ref().and_then(|found| found.closest("details:not([open])").ok()?);
    let opener = closed.and_then(|closed| closed.query_selector("summary").ok()?);
    if let Some(element) = opener.or(found).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(scroll == Scroll::Nowhere);
        // A node that has just been removed can't take focus: then there is nothing to do.
        let _ = element.focus_with_options(&options);
    }
}

/// Where nothing has focus any more, moves it to what takes the change back, else to what was changed, else to the
/// profile's name. What is closed away can't take it.
fn find_again(root: &Element) {
    for target in [".bp-moved button", "[data-touched]", ".bp-summary .bp-heading"] {
        if root.query_selector(":focus").ok().flatten().is_some() {
            return;
        }
        focus(root, target, Scroll::There);
    }
}

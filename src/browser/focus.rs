//! What an effect does on the page: it moves focus, or opens rows; only after an action of the visitor.

use crate::assessment::Effect;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlFormElement, HtmlInputElement};

/// Carries out an effect inside `root`; a no-op if its target doesn't exist.
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
                // A text area has the same `select` method as an input.
                text.unchecked_ref::<HtmlInputElement>().select();
            }
        }
        Effect::FocusChange => find_again(root),
        Effect::FocusPlan => {
            for target in [".bp-planned [data-touched]", ".bp-part--plan .bp-part__heading"] {
                if has_focus(root) {
                    break;
                }
                focus(root, target, Scroll::Nowhere);
            }
        }
        Effect::FocusPart(part) => {
            focus(root, &[".bp-part--", part.as_str(), " .bp-part__heading"].concat(), Scroll::There);
        }
        Effect::OpenRows => open_rows(root),
        // These are facts: there is nothing to focus.
        Effect::Started | Effect::Entered | Effect::Completed | Effect::Restarted => {}
    }
}

/// Opens all disclosures of the result.
fn open_rows(root: &Element) {
    for row in super::elements(root, ".bp-parts details:not([open])") {
        // Fails only for invalid names.
        let _ = row.set_attribute("open", "");
    }
}

/// Resets the elements that questions share: closes the help, and resets the boxes to the stored answer or to
/// none, dropping what the visitor chose on an earlier page.
fn begin_question(root: &Element) {
    if let Some(open) = root.query_selector(".bp-help[open]").ok().flatten() {
        let _ = open.remove_attribute("open");
    }
    let form = root.query_selector(".bp-question").ok().flatten();
    if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        form.reset();
    }
}

/// Whether the host page scrolls to the focused element.
#[derive(Clone, Copy, PartialEq)]
enum Scroll {
    There,
    Nowhere,
}

/// Focuses the first match of a selector; if that is inside closed details, focuses their summary instead.
fn focus(root: &Element, selector: &str, scroll: Scroll) {
    let found = root.query_selector(selector).ok().flatten();
    let closed = found.as_ref().and_then(|found| found.closest("details:not([open])").ok()?);
    let opener = closed.and_then(|closed| closed.query_selector("summary").ok()?);
    if let Some(element) = opener.or(found).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(scroll == Scroll::Nowhere);
        // Fails if the node has just been removed: then there is nothing to do.
        let _ = element.focus_with_options(&options);
    }
}

/// If nothing has focus any more, moves it to the first of these that can take it: the undo button, what was
/// changed, the name of the profile.
fn find_again(root: &Element) {
    for target in [".bp-moved button", "[data-touched]", ".bp-summary .bp-heading"] {
        if has_focus(root) {
            return;
        }
        focus(root, target, Scroll::There);
    }
}

fn has_focus(root: &Element) -> bool {
    root.query_selector(":focus").ok().flatten().is_some()
}

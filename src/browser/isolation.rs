//! A place of its own for the widget in somebody else's page.

use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// An empty element inside a shadow root of `place`, with these styles.
///
/// Where an element can't have a shadow root, `place` itself is returned; the styles are then missing.
pub fn isolated_container(place: &Element, styles: &str) -> Element {
    isolate(place, styles).unwrap_or_else(|_| place.clone())
}

fn isolate(place: &Element, styles: &str) -> Result<Element, JsValue> {
    let document = place.owner_document().ok_or(JsValue::UNDEFINED)?;
    let container = document.create_element("div")?;
    container.set_class_name("bp-root");
    let root = place.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    // A constructed sheet is allowed under every policy.
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(styles)?;
    adopt(&root, &sheet);
    root.append_child(&container)?;
    Ok(container)
}

fn adopt(root: &ShadowRoot, sheet: &CssStyleSheet) {
    root.set_adopted_style_sheets(&js_sys::Array::of1(sheet));
}

//! Isolates the widget from the host page.

use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// Creates an empty element inside a shadow root of `place`, with these styles.
///
/// If that fails, returns `place` itself, without the styles.
pub fn isolated_container(place: &Element, styles: &str) -> Element {
    isolate(place, styles).unwrap_or_else(|_| place.clone())
}

fn isolate(place: &Element, styles: &str) -> Result<Element, JsValue> {
    let document = place.owner_document().ok_or(JsValue::UNDEFINED)?;
    let container = document.create_element("div")?;
    container.set_class_name("bp-root");
    let root = place.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    // Every content security policy allows constructed style sheets.
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(styles)?;
    adopt(&root, &sheet);
    root.append_child(&container)?;
    Ok(container)
}

fn adopt(root: &ShadowRoot, sheet: &CssStyleSheet) {
    root.set_adopted_style_sheets(&js_sys::Array::of1(sheet));
}

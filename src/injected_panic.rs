//! A panic on demand, for tests of how the element handles one.

use wasm_bindgen::JsValue;

/// The property of the global object that holds how many more times drawing panics.
const WANTED: &str = "panicsWanted";

/// Panics if the host page asks for it.
pub(crate) fn strike() {
    let (global, name) = (js_sys::global(), JsValue::from_str(WANTED));
    let wanted =
        js_sys::Reflect::get(&global, &name).ok().and_then(|wanted| wanted.as_f64()).unwrap_or_default();
    if wanted > 0.0 {
        let _ = js_sys::Reflect::set(&global, &name, &JsValue::from_f64(wanted - 1.0));
        panic!("this panic was wanted");
    }
}

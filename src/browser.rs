//! All calls to the browser other than drawing. None of them panics.

mod double_click;
mod file;
mod focus;
mod forms;
mod isolation;
mod number_keys;
mod place;

use wasm_bindgen::JsCast;
use web_sys::Element;

pub use file::read_file;
pub use isolation::isolated_container;
pub use place::Place;

/// The elements that a selector finds; none for an invalid one.
fn elements(root: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = root.query_selector_all(selector).ok();
    found.into_iter().flat_map(|list| {
        (0..list.length()).filter_map(move |place| list.get(place)?.dyn_into::<Element>().ok())
    })
}

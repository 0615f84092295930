//! The page around the widget: every call to the browser that isn't drawing lives here. None of it panics.

mod double_click;
mod file;
mod focus;
mod forms;
mod isolation;
mod number_keys;

pub use file::read_file;
pub use focus::perform;
pub use isolation::isolated_container;

use gloo::events::EventListener;
use web_sys::Element;

/// Listens inside the widget's place to what the views don't hear, for as long as the listeners live.
pub fn listen(place: &Element) -> [EventListener; 3] {
    [
        double_click::ignore_double_clicks(place),
        number_keys::listen_to_number_keys(place),
        forms::send_forms(place),
    ]
}

//! The page around the widget: every call to the browser that isn't drawing lives here. None of it panics.

mod double_click;
mod focus;
mod forms;
mod isolation;
mod number_keys;

pub use double_click::ignore_double_clicks;
pub use focus::perform;
pub use forms::send_forms;
pub use isolation::isolated_container;
pub use number_keys::listen_to_number_keys;

//! The page around the widget: every call to the browser that isn't drawing lives here. None of it panics.

mod focus;
mod number_keys;

pub use focus::perform;
pub use number_keys::listen_to_number_keys;

//! All calls to the browser other than drawing. None of them panics.

mod double_click;
mod file;
mod focus;
mod forms;
mod isolation;
mod number_keys;
mod place;

pub use file::read_file;
pub use isolation::isolated_container;
pub use place::Place;

//! What overflows, is cut off, moves, or is too small a target.

use serde_json::Value;

use crate::Widget;

/// Everything in the widget that overflows, is cut off, or is too small a target.
#[track_caller]
pub fn faults(widget: Widget) -> Vec<String> {
    lines(&widget.run(include_str!("layout.js"), Value::Null))
}

/// Every element in the widget that has an animation or a transition: its name and what it does.
#[track_caller]
pub fn motion(widget: Widget) -> Vec<String> {
    lines(&widget.run(include_str!("motion.js"), Value::Null))
}

fn lines(found: &Value) -> Vec<String> {
    let found = found.as_array().expect("the script returns a list");
    found.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

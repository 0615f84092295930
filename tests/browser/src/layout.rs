//! What sticks out, is cut off, moves, or is too small to hit.

use serde_json::Value;

use crate::Widget;

/// Everything of the widget that sticks out, is cut off, or is too small to hit.
#[track_caller]
pub fn faults(widget: Widget) -> Vec<String> {
    lines(&widget.run(include_str!("layout.js"), Value::Null))
}

/// Every element of the widget that moves, or would: its name with what it does.
#[track_caller]
pub fn motion(widget: Widget) -> Vec<String> {
    lines(&widget.run(include_str!("motion.js"), Value::Null))
}

fn lines(found: &Value) -> Vec<String> {
    let found = found.as_array().expect("the script returns a list");
    found.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

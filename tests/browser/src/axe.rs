//! Accessibility checks with axe-core.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::Widget;

/// The rules to check: WCAG 2.2 up to AA, best practices, and axe's experimental rules.
const TAGS: [&str; 8] =
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice", "experimental"];

/// Checks the whole page, including the widget; `what` names it in messages.
#[track_caller]
pub fn check(widget: Widget, what: &str) {
    let is_loaded = widget.run("return typeof axe === 'object'", Value::Null) == true;
    if !is_loaded {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(file).expect("axe-core is installed; cargo xtask test installs it");
        widget.run(&axe, Value::Null);
    }
    let found = widget.run(include_str!("axe.js"), json!(TAGS));
    let violations = found["violations"].as_array().expect("axe lists violations");
    let lines: Vec<&str> = violations.iter().filter_map(Value::as_str).collect();
    assert!(lines.is_empty(), "axe finds on {what}:\n{}", lines.join("\n"));
    // Without this, a check that examined nothing would pass.
    assert!(found["passes"].as_u64() > Some(15), "axe passed few rules on {what}: {}", found["passes"]);
    assert_eq!(found["sawWidget"], true, "axe examined the widget on {what}");
}

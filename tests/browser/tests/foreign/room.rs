//! Parents of all kinds: the element has a width in each, and the same on all its pages.

use browser_tests::{Answer, Browser, Engine, Site, Widget, in_every_engine};
use serde_json::Value;

use super::SHEET;

in_every_engine!(the_element_is_as_wide_as_its_parent_lets_it_be);

fn the_element_is_as_wide_as_its_parent_lets_it_be(browser: &Browser) {
    // Only Chromium's window can be as narrow as a phone.
    let widths: &[u32] = if browser.engine() == Engine::Chromium { &[1024, 600, 320] } else { &[1024, 600] };
    for &width in widths {
        browser.resize(width, 800);
        for root in ["100%", "200%"] {
            check(browser, &format!("html {{ font-size: {root}; overflow-y: scroll }}"), width);
        }
    }
}

fn check(browser: &Browser, style: &str, width: u32) {
    let head = format!("<style>{style}</style>");
    let body = "<b2b-b2c-profile lang='nl'></b2b-b2c-profile>";
    browser.site().add("/room", Answer::html(&Site::page(&head, body)));
    browser.open("/room");
    let widget = Widget::coming(browser, 0);
    let before = measured(widget, "the first page before the engine", width);
    widget.touch();
    browser.wait("the widget", || widget.is_running(), || widget.look());
    let keys = SHEET.keys();
    let pages = [("", "the first page"), ("5", "a question"), (&keys[1..], "the result")];
    for (keys, what) in pages {
        widget.fill(keys);
        assert_eq!(measured(widget, what, width), before, "{what} is as wide as the first page, at {width}");
    }
}

/// The element's widths by parent.
#[track_caller]
fn measured(widget: Widget, what: &str, width: u32) -> Value {
    let mut found = widget.run(include_str!("room.js"), Value::Null);
    let faults: Vec<&str> = found[1].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(faults.is_empty(), "{what}, at {width} pixels:\n{}", faults.join("\n"));
    found[0].take()
}

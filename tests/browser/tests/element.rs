//! The element as a page's script uses it: properties, methods and events.

mod analytics;
mod call_to_action;
mod events;
mod form;
mod keep;
mod looks;
mod methods;
mod panic;
mod privacy_panel;
mod properties;

use std::sync::LazyLock;

use browser_tests::{Answer, Browser, Sheet, Site, Widget, questionnaire, report};
use serde_json::Value;

/// The table of the element's interface.
static API: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../api/element.json")).expect("the table is JSON")
});

/// Answers that lead to a profile with a side.
const SHEET: Sheet = Sheet::new("512432145324", "2415");

/// Opens a Dutch page with this in its head before the element's script, and this body.
#[track_caller]
fn open<'a>(browser: &'a Browser, head: &str, body: &str) -> Widget<'a> {
    browser.site().add("/element", Answer::html(&Site::page(head, body)));
    Widget::open(browser, "/element")
}

/// Answers the remaining questions, and compares the result with the core's.
#[track_caller]
fn finish(widget: Widget, items: &str) {
    widget.fill(&format!("{items}{}", SHEET.foundations));
    expect_result(widget);
}

/// Checks that the page shows the core's result for the sheet.
#[track_caller]
fn expect_result(widget: Widget) {
    let (instrument, texts) = questionnaire("nl");
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
}

/// The Dutch heading of the item at an index.
fn question(place: usize) -> String {
    let (instrument, texts) = questionnaire("nl");
    texts.item(instrument.items()[place].id).question.to_string()
}

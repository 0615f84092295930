//! The element as a page's own script meets it: what can be set, called and heard.

mod panic;

use browser_tests::{Sheet, Widget, questionnaire, report};

/// Answers that lead to a profile with a side.
const SHEET: Sheet = Sheet::new("512432145324", "2415");

/// Answers what is left to answer, and compares the result with the core's.
#[track_caller]
fn finish(widget: Widget, items: &str) {
    widget.fill(&format!("{items}{}", SHEET.foundations));
    let (instrument, texts) = questionnaire("nl");
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
}

/// The Dutch heading of the item at a place, from 0.
fn question(place: usize) -> String {
    let (instrument, texts) = questionnaire("nl");
    texts.item(instrument.items()[place].id).question.to_string()
}

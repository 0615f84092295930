//! The height of a result before anything is opened, and what can be seen without scrolling.

use browser_tests::{Browser, RESULTS, Widget, languages};
use serde_json::Value;

/// The maximum height of a result by width, in pixels.
const MOST: [(u32, f64); 2] = [(390, 3_400.0), (1280, 2_200.0)];
/// Where the marks of the first tactic end at the latest, so that they are on a phone's first screen.
const MARKS_END: f64 = 800.0;

#[test]
fn a_result_is_not_longer_than_designed() {
    let browser = Browser::start();
    let mut faults = Vec::new();
    for language in &languages() {
        let body = format!(
            "<style>body {{ margin: 0 }}</style><b2b-b2c-profile lang='{language}'></b2b-b2c-profile>"
        );
        browser.site().add_html("/element", &body);
        for (width, most) in MOST {
            browser.resize(width, 844);
            for shown in RESULTS {
                let widget = shown.open(&browser, "/element");
                check(widget, &format!("{} in {language} at {width}", shown.name), width, most, &mut faults);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    browser.finish();
}

fn check(widget: Widget, what: &str, width: u32, most: f64, faults: &mut Vec<String>) {
    let measured = widget.run(
        "const { top, height } = host.getBoundingClientRect();
         const marks = one('.bp-card .bp-marks')?.getBoundingClientRect().bottom - top;
         return [height, marks || 0, all('.bp-result details[open]').length]",
        Value::Null,
    );
    let number = |place: usize| measured[place].as_f64().expect("it is a number");
    let (height, marks, open) = (number(0), number(1), number(2));
    assert_eq!(open, 0.0, "{what}: nothing is open yet");
    if height > most {
        faults.push(format!("{what}: {height} high, not {most}"));
    }
    // With contradictions, what to check comes first.
    if width == 390 && marks > MARKS_END && !what.starts_with("contradictory") {
        faults.push(format!("{what}: the first marks end at {marks}"));
    }
}

//! Walks through every kind of page.

use browser_tests::{Browser, Widget, in_every_engine, layout};
use serde_json::json;

/// Answers to all questions, and the kind of result for them.
const RESULTS: [(&str, &str); 5] = [
    ("5115511551151111", "a B2B result with weak foundations"),
    ("1551155115515555", "a B2C result with strong foundations"),
    ("3333333333330000", "a result in the middle"),
    ("5544122155014150", "a provisional, contradictory result"),
    ("0000000000003333", "a result without a profile"),
];

in_every_engine!(every_kind_of_page_keeps_its_shape);

fn every_kind_of_page_keeps_its_shape(browser: &Browser) {
    walk(browser, "/", |widget, what| {
        let faults = layout::faults(widget);
        assert!(faults.is_empty(), "on {what}:\n{}", faults.join("\n"));
    });
}

/// Calls `check` for every kind of page of the site at `path`.
#[track_caller]
pub(crate) fn walk(browser: &Browser, path: &str, mut check: impl FnMut(Widget, &str)) {
    let widget = Widget::open(browser, path);
    check(widget, "the intro");
    widget.sell_to("both");
    check(widget, "the intro with groups");
    widget.sell_to("companies");
    widget.click(".bp-start");
    browser.wait("a question", || widget.is_there(".bp-question"), || widget.look());
    check(widget, "a question");
    widget.click(".bp-next");
    widget.expect_focus(".bp-error");
    check(widget, "a question with what is wrong");
    widget.choose('2');
    widget.open_all();
    check(widget, "an answered question with help");
    widget.fill("111551");
    check(widget, "the halfway page");
    widget.fill("155115");
    check(widget, "a foundation");
    widget.click(".bp-next");
    widget.expect_focus(".bp-error");
    check(widget, "a foundation with what is wrong");

    for (keys, what) in RESULTS {
        let widget = Widget::open(browser, path);
        widget.sell_to("consumers");
        widget.fill(keys);
        check(widget, what);
        widget.open_all();
        check(widget, &format!("{what}, all open"));
    }

    let widget = Widget::open(browser, path);
    widget.fill(RESULTS[0].0);
    let marks = "for (const [place, mark] of args.entries()) {
        all('.bp-card')[place].querySelector(`[data-id='${mark}']`).click(); await drawn(); }";
    widget.run(
        &format!("return (async () => {{ {marks} }})()"),
        json!(["will-do", "will-do", "already-do", "not-for-us"]),
    );
    widget.open_all();
    check(widget, "a plan");
    widget.run(
        "return (async () => { const rest = '.bp-card .bp-marks:not(:has([aria-pressed=\"true\"])) .bp-mark';
          while (one(rest)) { one(rest).click(); await drawn(); } })()",
        json!(null),
    );
    check(widget, "a plan of everything");

    let widget = Widget::open(browser, path);
    widget.sell_to("both");
    widget.fill("511551155115");
    check(widget, "the handover");
    widget.fill("4551215221511234");
    check(widget, "a comparison");
    widget.click(".bp-result__actions .bp-link:last-of-type");
    browser.wait("the intro", || widget.is_there(".bp-start"), || widget.look());
    check(widget, "the intro after a new beginning");
}

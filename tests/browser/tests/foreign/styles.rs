//! Hostile style sheets and obstructive layouts.

use browser_tests::{Browser, Widget, in_every_engine};
use serde_json::{Value, json};

use super::{Host, question, run};

const ELEMENT: &str = "<b2b-b2c-profile lang='nl'></b2b-b2c-profile>";

const HOSTILE: [Host; 4] = [
    Host { path: "/reset", head: "<style>* { all: unset !important }</style>", body: ELEMENT },
    Host {
        path: "/inherited",
        head: "<style>body { text-transform: uppercase; white-space: pre; text-indent: 9em; letter-spacing: 1em; \
               word-spacing: 2em; line-height: 4; text-align: right; font: italic 900 40px/3 cursive; cursor: none; \
               list-style: square; color: red; font-variant: small-caps; text-shadow: 0 0 9px red; \
               word-break: break-all; hyphens: auto; tab-size: 40; quotes: none; -webkit-user-select: none; \
               user-select: none; border-spacing: 9px }</style>",
        body: ELEMENT,
    },
    Host {
        path: "/forced",
        head: "<style>* { letter-spacing: 1em !important; text-transform: uppercase !important; \
               line-height: 4 !important; color: red !important; transform: none !important }
               body, body * { font-size: 40px !important }
               input, button, label, fieldset, legend, p, ul, svg, h2 { display: none !important }</style>",
        body: ELEMENT,
    },
    Host {
        path: "/names",
        head: "<style>.bp, .bp-root, .bp-page, .bp-button, [class^=bp], #bp, slot { display: none !important; \
               visibility: hidden !important; pointer-events: none !important } \
               :root { --_accent: red; --_body: 99px; --_gap-4: 9em } @layer base { * { color: red } }</style>",
        body: ELEMENT,
    },
];

/// The looks that must be the same on every page: of the text, and of a choice.
const LOOKS: &str = "const style = (selector, ...names) => names.map((name) => getComputedStyle(one(selector))[name]);
    return [
      ...style('.bp', 'textTransform', 'textIndent', 'whiteSpace', 'letterSpacing', 'wordSpacing', 'textAlign', 'fontSize',
        'fontWeight', 'fontStyle', 'fontVariant', 'lineHeight', 'color', 'direction', 'visibility', 'textShadow', 'wordBreak', 'userSelect', 'cursor'),
      ...style('.bp-choice', 'display', 'float', 'fontSize', 'paddingTop'),
      ...style('.bp-choices__list', 'gridTemplateColumns'),
      ...style('.bp-button', 'display', 'fontSize', 'letterSpacing', 'color'),
    ]";

in_every_engine!(
    hostile_style_sheets_change_nothing_inside,
    the_size_of_the_roots_text_changes_nothing_inside,
    a_page_from_right_to_left_changes_nothing_inside,
    a_header_that_sticks_hides_no_heading,
);

/// The widget's looks on a plain page, 1024 pixels wide.
#[track_caller]
fn usual_looks(browser: &Browser) -> Value {
    let style = "<style>body { margin: 0 }</style>";
    let widget = Host { path: "/usual", head: style, body: ELEMENT }.open(browser);
    browser.heed();
    widget.run(LOOKS, Value::Null)
}

#[track_caller]
fn expect_usual_looks(widget: Widget, usual: &Value) {
    // The page's margins don't belong to the widget.
    widget.run("document.body.style.setProperty('margin', '0', 'important')", Value::Null);
    let looks = || widget.run(LOOKS, Value::Null);
    widget.browser().wait("the usual looks", || looks() == *usual, || format!("{}, not {usual}", looks()));
}

fn hostile_style_sheets_change_nothing_inside(browser: &Browser) {
    let usual = usual_looks(browser);
    for host in HOSTILE {
        let widget = host.open(browser);
        expect_usual_looks(widget, &usual);
        run(widget);
        browser.heed();
    }
}

fn the_size_of_the_roots_text_changes_nothing_inside(browser: &Browser) {
    let usual = usual_looks(browser);
    let head = "<style>html { font-size: 62.5% } body { font-size: 1.6rem }</style>";
    let widget = Host { path: "/small-root", head, body: ELEMENT }.open(browser);
    expect_usual_looks(widget, &usual);
    run(widget);
}

fn a_page_from_right_to_left_changes_nothing_inside(browser: &Browser) {
    let usual = usual_looks(browser);
    let body = "<div dir='rtl' lang='ar'><b2b-b2c-profile lang='nl'></b2b-b2c-profile></div>";
    let widget = Host { path: "/right-to-left", head: "", body }.open(browser);
    expect_usual_looks(widget, &usual);
    run(widget);
}

fn a_header_that_sticks_hides_no_heading(browser: &Browser) {
    let head = "<style>header { position: sticky; top: 0; height: 150px; background: teal; z-index: 9 } \
                div { height: 900px }</style>";
    let body = "<header>Kop</header><div></div><b2b-b2c-profile lang='nl'></b2b-b2c-profile><div></div>";
    let widget = Host { path: "/sticky", head, body }.open(browser);
    widget.click(".bp-start");
    for (place, key) in "5115".chars().enumerate() {
        widget.expect_page(&question(place));
        let covered = "const { x, y, width, height } = one('.bp-heading').getBoundingClientRect();
            const top = document.querySelector('header').getBoundingClientRect().bottom;
            return [y >= top && y + height <= innerHeight && width > 0 && x >= 0, y, top]";
        let seen = widget.run(covered, Value::Null);
        assert_eq!(seen[0], true, "the heading {} is at {}, below a header of {}", place, seen[1], seen[2]);
        widget.choose(key);
        // Scrolls so that the next heading will be above the visible part.
        widget.run("scrollBy(0, one('.bp-next').getBoundingClientRect().top - 160)", json!(null));
        widget.run("return turn('.bp-next')", Value::Null);
    }
}

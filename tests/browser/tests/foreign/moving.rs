//! Elements that are moved or changed by the page.

use browser_tests::{Browser, Widget, in_every_engine};
use serde_json::{Value, json};

use super::{Host, SHEET, finish, question, run};

in_every_engine!(
    an_element_that_is_moved_or_put_back_keeps_its_place,
    an_element_goes_into_a_frame_and_back_with_its_answers,
    an_element_that_leaves_before_it_is_ready_starts_when_it_is_back,
    attributes_may_change_at_any_time,
);

const BODY: &str = "<main></main><b2b-b2c-profile></b2b-b2c-profile>";

fn an_element_that_is_moved_or_put_back_keeps_its_place(browser: &Browser) {
    let widget = Host { path: "/moved", head: "", body: BODY }.open(browser);
    widget.fill(&SHEET.items[..2]);
    widget.choose('2');
    widget.run("document.querySelector('main').append(host)", Value::Null);
    assert_eq!((widget.heading(), widget.chosen()), (question(2), "2".to_owned()));
    widget.click(".bp-next");
    widget.expect_page(&question(3));
    widget.choose('4');

    widget.run("window.kept = host; host.remove(); return drawn()", Value::Null);
    widget.run("document.body.prepend(window.kept); return drawn()", Value::Null);
    assert_eq!((widget.heading(), widget.chosen()), (question(3), "4".to_owned()));
    widget.click(".bp-next");
    widget.expect_page(&question(4));
    finish(widget, &SHEET.items[4..]);
    assert_eq!(browser.site().times_asked(&browser.site().module()), 1);
}

fn an_element_goes_into_a_frame_and_back_with_its_answers(browser: &Browser) {
    browser.site().add_html("/frame", "");
    let body = "<b2b-b2c-profile></b2b-b2c-profile><iframe src='/frame' width='900' height='700'></iframe>";
    let widget = Host { path: "/around", head: "", body }.open(browser);
    widget.fill(&SHEET.items[..2]);
    widget.choose('2');
    let radius = || widget.read("return getComputedStyle(one('.bp')).borderStartStartRadius");
    let usual = radius();
    assert_ne!(usual, "0px");

    widget.run(
        "document.querySelector('iframe').contentDocument.body.append(host); return drawn()",
        Value::Null,
    );
    browser.enter_frame(0);
    let inside = Widget::on_page(browser, 0);
    assert_eq!((inside.heading(), inside.chosen()), (question(2), "2".to_owned()));
    assert_eq!(radius(), usual, "the style sheet applies in the frame");
    // By script, because drivers can't access elements from another document.
    inside.run("return turn('.bp-next')", Value::Null);
    inside.expect_page(&question(3));
    inside.run("one('input[value=\"4\"]').click(); return drawn()", Value::Null);
    assert_eq!(inside.chosen(), "4");

    browser.leave_frames();
    let back = "document.body.prepend(document.querySelector('iframe').contentDocument.querySelector('b2b-b2c-profile')); return drawn()";
    browser.run(0, back, Value::Null);
    assert_eq!((widget.heading(), widget.chosen()), (question(3), "4".to_owned()));
    assert_eq!(radius(), usual, "the style sheet applies again");
    widget.click(".bp-next");
    widget.expect_page(&question(4));
    finish(widget, &SHEET.items[4..]);
}

fn an_element_that_leaves_before_it_is_ready_starts_when_it_is_back(browser: &Browser) {
    browser.site().add_html("/early", "<main></main>");
    browser.open("/early");
    let make = "window.kept = document.createElement('b2b-b2c-profile');
        document.body.append(window.kept); window.kept.remove(); return drawn()";
    browser.run(0, make, Value::Null);
    browser.run(0, "document.querySelector('main').append(window.kept); return drawn()", Value::Null);
    run(Widget::on_page(browser, 0));
}

/// Attribute values that a page may set, valid or not; `None` removes the attribute.
const CHANGES: [(&str, [Option<&str>; 4]); 15] = [
    ("lang", [Some("en"), Some("nl-BE"), Some("xx"), None]),
    ("theme", [Some("dark"), Some("light"), Some("pink"), None]),
    ("accent", [Some("#0b5a8a"), Some("#fff"), Some("url(x)"), None]),
    ("variant", [Some("compact"), Some("full"), Some("huge"), None]),
    ("start", [Some("question"), Some("intro"), Some("end"), None]),
    ("group-first", [Some("Bakkers"), Some(""), Some("<b>"), None]),
    ("group-second", [Some("Buren"), Some(" "), Some("\u{202e}x"), None]),
    ("persist", [Some("none"), Some("ask"), Some("always"), None]),
    ("loading", [Some("lazy"), Some("eager"), Some("never"), None]),
    ("analytics", [Some("datalayer"), Some("matomo"), Some("none"), None]),
    (
        "cta-href",
        [Some("https://example.org/?p={profile}&c={code}"), Some("javascript:alert(1)"), Some(""), None],
    ),
    ("cta-text", [Some("Bel ons"), Some(""), Some("&amp;"), None]),
    ("answers", [Some(""), Some("false"), Some("answers"), None]),
    ("name", [Some("code"), Some(""), Some("a b"), None]),
    ("fallback-href", [Some("/lijst"), Some("javascript:alert(1)"), Some(""), None]),
];

fn attributes_may_change_at_any_time(browser: &Browser) {
    for seed in 1..=3 {
        let widget = Host { path: "/changing", head: "", body: BODY }.open(browser);
        let mut numbers = numbers(seed);
        let mut below = move |end: usize| numbers.next().map_or(0, |number| number % end);
        let mut change = |widget: Widget| {
            let (name, values) = CHANGES[below(CHANGES.len())];
            let script = "const [name, value] = args;
                if (value === null) host.removeAttribute(name); else host.setAttribute(name, value);";
            widget.run(script, json!([name, values[below(values.len())]]));
        };
        for key in SHEET.items.chars() {
            (0..3).for_each(|_| change(widget));
            widget.fill(&key.to_string());
            (0..3).for_each(|_| change(widget));
        }
        widget.run("host.lang = 'nl'", Value::Null);
        browser.wait("Dutch", || widget.is_there(".bp[lang='nl']"), || widget.look());
        finish(widget, "");
        browser.allow_console("b2b-b2c-profile: unknown");
        browser.heed();
    }
}

/// Pseudo-random numbers (xorshift).
fn numbers(seed: u32) -> impl Iterator<Item = usize> {
    let step = |state: &u32| {
        let mut state = *state;
        state ^= state << 13;
        state ^= state >> 17;
        Some(state ^ (state << 5))
    };
    std::iter::successors(Some(seed), step).skip(1).map(|number| number as usize)
}

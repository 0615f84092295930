//! The element as a form control.

use browser_tests::{Browser, Widget, in_every_engine};
use serde_json::{Value, json};

use super::{SHEET, open, question};

in_every_engine!(a_form_submits_the_code_and_nothing_before_there_is_one, a_form_that_is_reset_begins_again);

const FORM: &str = "<form id='quote'><input name='who' value='me'>\
    <b2b-b2c-profile name='profile'></b2b-b2c-profile></form>\
    <b2b-b2c-profile form='quote' name='second'></b2b-b2c-profile><b2b-b2c-profile></b2b-b2c-profile>";

/// The entries that the form would submit.
#[track_caller]
fn submitted(browser: &Browser) -> Value {
    browser.run(0, "return [...new FormData(document.forms[0])]", Value::Null)
}

fn a_form_submits_the_code_and_nothing_before_there_is_one(browser: &Browser) {
    let widget = open(browser, "", FORM);
    let second = Widget::on_page(browser, 1);
    let nothing = json!([["who", "me"]]);
    let value = |widget: Widget| widget.read("return host.value");
    assert_eq!((submitted(browser), value(widget)), (nothing.clone(), String::new()));
    widget.fill(SHEET.items);
    assert_eq!(
        (submitted(browser), value(widget)),
        (nothing.clone(), String::new()),
        "no result is shown yet"
    );
    widget.fill(SHEET.foundations);
    let code = widget.text(".bp-code");
    assert_eq!(code.len(), "ABCD-EFGH-JKMN-PQRS".len(), "{code}");
    assert_eq!(
        (submitted(browser), value(widget)),
        (json!([["who", "me"], ["profile", code]]), code.clone())
    );

    second.fill(&SHEET.keys());
    let both = json!([["who", "me"], ["profile", code], ["second", code]]);
    assert_eq!(submitted(browser), both, "the same answers have the same code");
    second.run("host.name = 'other'", Value::Null);
    assert_eq!(submitted(browser)[2], json!(["other", code]), "the name may change");
    second.run("host.removeAttribute('name')", Value::Null);
    assert_eq!(
        submitted(browser),
        json!([["who", "me"], ["profile", code]]),
        "without a name nothing is sent"
    );

    let kind = "return [host.form?.id ?? null, host.type, document.forms[0].elements.length]";
    for (place, form) in [(0, json!("quote")), (1, json!("quote")), (2, Value::Null)] {
        assert_eq!(browser.run(place, kind, Value::Null), json!([form, "b2b-b2c-profile", 3]));
    }
    let written = "try { host.value = 'x'; host.form = null; host.type = 'x' } catch {} return host.value";
    assert_eq!(widget.read(written), code, "a read-only property stays");

    // The code is that of the last result shown; after a restart there is none.
    widget.click(".bp-result__actions .bp-button--back");
    browser.wait("the last question", || widget.is_there(".bp-question"), || widget.look());
    assert_eq!(value(widget), code);
    widget.fill("1");
    assert_ne!(value(widget), code);
    assert_eq!(value(widget), widget.text(".bp-code"));
    widget.run("host.restart()", Value::Null);
    browser.wait("no code", || value(widget).is_empty(), || value(widget));
    assert_eq!(submitted(browser), nothing);
}

fn a_form_that_is_reset_begins_again(browser: &Browser) {
    let widget = open(browser, "", FORM);
    widget.fill(SHEET.items);
    widget.run("document.forms[0].reset()", Value::Null);
    let is_new = "return Boolean(one('.bp-start')) && host.result() === null";
    browser.wait("the intro", || widget.run(is_new, Value::Null) == true, || widget.look());
    widget.fill("4");
    widget.expect_page(&question(1));
}

#[test]
fn nothing_inside_the_element_sends_the_form_around_it() {
    let browser = Browser::start();
    let widget = open(&browser, "", FORM);
    widget.run("window.sent = 0; addEventListener('submit', () => { sent += 1; })", Value::Null);
    widget.sell_to("both");
    widget.click("#bp-group-name-first");
    browser.press(browser_tests::Key::Enter);
    widget.expect_page(&question(0));
    widget.fill(SHEET.items);
    assert_eq!(widget.run("return sent", Value::Null), 0);
    assert_eq!(browser.path(), "/element");
    browser.finish();
}

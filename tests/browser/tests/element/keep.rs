//! Answers kept on the device, where the host offers it and the visitor wants it.

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

use super::{SHEET, expect_result, finish, open, question};

in_every_engine!(
    a_visitor_who_wants_it_goes_on_where_the_last_visit_ended,
    unasked_nothing_is_kept,
    storage_that_is_full_is_said_until_there_is_room_again,
);

const OFFERED: &str = "<b2b-b2c-profile persist='ask'></b2b-b2c-profile>";
const BOX: &str = ".bp-keep input";

fn label(label: Label) -> String {
    questionnaire("nl").1.label(label).to_string()
}

/// The keys in the page's storage.
#[track_caller]
fn keys(widget: Widget) -> Value {
    widget.run("return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]", Value::Null)
}

/// Ticks or unticks the box, and waits for the effect.
#[track_caller]
fn choose(widget: Widget, is_wanted: bool) {
    widget.click(BOX);
    let expected = if is_wanted { json!(["b2b-b2c-profile"]) } else { json!([]) };
    widget.browser().wait("the storage", || keys(widget) == expected, || keys(widget).to_string());
    assert_eq!(widget.is_there(&format!("{BOX}:checked")), is_wanted);
}

/// Opens the page again, like a returning visitor.
#[track_caller]
fn come_back(browser: &Browser) -> Widget<'_> {
    Widget::open(browser, "/element")
}

fn a_visitor_who_wants_it_goes_on_where_the_last_visit_ended(browser: &Browser) {
    let widget = open(browser, "", OFFERED);
    choose(widget, true);
    widget.fill(&SHEET.items[..3]);
    widget.choose('2');
    let widget = come_back(browser);
    assert_eq!((widget.heading(), widget.chosen()), (question(3), "2".to_owned()));
    let notice = [Label::Resumed, Label::Continue, Label::Restart].map(label).join(" ");
    assert_eq!(widget.text(".bp-note"), notice);
    assert_eq!(widget.read("return nameOf(focused())"), "body", "focus stays on the page");
    widget.click(".bp-next");
    widget.expect_page(&question(4));
    assert_eq!(widget.text(".bp-note"), "", "the notice disappears on the next page");
    // Kept answers stay kept, without another choice.
    let widget = come_back(browser);
    assert_eq!(widget.heading(), question(4));
    widget.click_on(&label(Label::Restart));
    widget.expect_page(&questionnaire("nl").1.about.title);
    assert!(widget.is_there(&format!("{BOX}:checked")), "a restart keeps the choice");
    let widget = come_back(browser);
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());

    // At the result, the choice can be withdrawn.
    finish(widget, SHEET.items);
    let widget = come_back(browser);
    expect_result(widget);
    choose(widget, false);
    let widget = come_back(browser);
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
    assert!(!widget.is_there(&format!("{BOX}:checked")));
    assert_eq!(widget.text(".bp-note"), "");
}

fn unasked_nothing_is_kept(browser: &Browser) {
    for settings in ["", "persist='none'", "persist='always'", "persist='ask'"] {
        let widget = open(browser, "", &format!("<b2b-b2c-profile {settings}></b2b-b2c-profile>"));
        assert_eq!(widget.is_there(BOX), settings == "persist='ask'", "{settings}");
        finish(widget, SHEET.items);
        assert_eq!(widget.is_there(BOX), settings == "persist='ask'", "{settings}");
        assert_eq!(keys(widget), json!([]), "{settings}");
        browser.allow_console("unknown persist \"always\"");
        browser.heed();
    }
    // Kept answers stay untouched where the host doesn't offer to keep them.
    let widget = open(browser, "", OFFERED);
    choose(widget, true);
    widget.fill(&SHEET.items[..2]);
    let kept = "return localStorage.getItem('b2b-b2c-profile')";
    let before = widget.read(kept);
    let widget = open(browser, "", "<b2b-b2c-profile></b2b-b2c-profile>");
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
    widget.fill(&SHEET.items[..1]);
    assert_eq!(widget.read(kept), before);
}

fn storage_that_is_full_is_said_until_there_is_room_again(browser: &Browser) {
    let widget = open(browser, "", OFFERED);
    choose(widget, true);
    widget.fill(&SHEET.items[..2]);
    let close = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }";
    widget.run(&format!("window.write = Storage.prototype.setItem; {close}"), Value::Null);
    widget.choose('4');
    let notice = label(Label::StorageFailed);
    browser.wait("the notice", || widget.text(".bp-note") == notice, || widget.look());
    assert_eq!(widget.chosen(), "4");
    finish(widget, &SHEET.items[2..]);
    assert_eq!(widget.text(".bp-note"), notice, "the notice stays as long as storage is full");
    assert!(widget.is_there(&format!("{BOX}:checked")), "the choice stays");
    // When there is room again, everything is kept.
    widget.run("Storage.prototype.setItem = window.write; one('.bp-double input').click()", Value::Null);
    browser.wait("no notice", || widget.text(".bp-note") != notice, || widget.look());
    let widget = come_back(browser);
    browser.wait("the result", || widget.is_there(".bp-result"), || widget.look());
}

#[test]
fn unreadable_kept_answers_are_no_obstacle() {
    let browser = Browser::start();
    for kept in ["", "nonsense", "b2b-b2c 99\n\n", "\u{0}\u{202e}{}[]", &"x".repeat(100_000)] {
        open(&browser, "", OFFERED);
        browser.run(0, "localStorage.setItem('b2b-b2c-profile', args)", json!(kept));
        let widget = open(&browser, "", OFFERED);
        assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
        finish(widget, SHEET.items);
    }
    browser.finish();
}

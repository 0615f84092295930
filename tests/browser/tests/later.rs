//! The part of the program that only results need: it comes with the first answer, and may come late or not at all.

use b2b_b2c_profile::content::Label;
use browser_tests::{Answer, Browser, Sheet, Site, Widget, in_every_engine, questionnaire, report};
use serde_json::{Value, json};

in_every_engine!(
    a_result_that_cant_be_loaded_is_tried_again,
    a_late_result_gets_focus_and_is_told_once,
    what_takes_the_later_part_waits_for_it,
);

const SHEET: Sheet = Sheet::new("511551155115", "1234");
const CODE: &str = "11AC-F8BK-RS41-87VM-0H6C-CNGS";
const HURRY: &str = "<script src='/hurry.js'></script>";

fn label(label: Label) -> String {
    questionnaire("nl").1.label(label).to_string()
}

/// The name of the file.
fn part(browser: &Browser) -> String {
    browser.site().later_part()
}

/// Opens the landing page and listens to what the element tells.
#[track_caller]
fn open<'a>(browser: &'a Browser, path: &str) -> Widget<'a> {
    let widget = Widget::open(browser, path);
    let told = "window.told = []; for (const name of ['step', 'complete'])
        addEventListener(name, ({ detail }) => told.push(name === 'step' ? detail.page : name))";
    widget.run(told, Value::Null);
    widget
}

/// Answers everything, by pointer where the result comes next.
#[track_caller]
fn answer(widget: Widget) {
    widget.fill(SHEET.items);
    let (last, others) = SHEET.foundations.split_at(SHEET.foundations.len() - 1);
    widget.fill(last);
    widget.choose(others.chars().next().expect("there is a last one"));
    widget.click(".bp-next");
}

#[track_caller]
fn expect_result(widget: Widget) {
    let (instrument, texts) = questionnaire("nl");
    let outcome = SHEET.outcome(&instrument);
    widget.expect_page(&texts.headline(&outcome));
    report::check(widget, &texts, &instrument, &outcome, None);
}

#[track_caller]
fn expect_missing(widget: Widget) {
    let missing = format!("{} {}", label(Label::ResultMissing), label(Label::TryAgain));
    let shown = || widget.text(".bp-page [role='status']");
    widget.browser().wait(&missing, || shown() == missing, shown);
}

fn told(widget: Widget) -> Value {
    widget.run("return told.slice(-2)", Value::Null)
}

fn a_result_that_cant_be_loaded_is_tried_again(browser: &Browser) {
    browser.site().answer_instead(&part(browser), Answer::status(404));
    let widget = open(browser, "/");
    answer(widget);
    widget.expect_page(&label(Label::ResultComing));
    expect_missing(widget);
    // Loaded with the first answer, and tried again when there should be a result.
    browser.wait(
        "two tries",
        || browser.site().times_asked(&part(browser)) == 4,
        || browser.site().asked().join(" "),
    );
    browser.allow_console("no result can be shown: not-found");
    browser.allow_console(&part(browser));
    assert_eq!(widget.run("return [host.result(), host.value]", Value::Null), json!([null, ""]));
    assert_ne!(told(widget)[1], "complete", "there is no result to tell of");
    // The way back is open, and nothing is lost on it.
    widget.click_on(&label(Label::Back));
    browser.wait("the last answer", || widget.chosen() == "4", || widget.look());
    assert_eq!(told(widget), json!(["foundation", "foundation"]), "a result that nobody saw is not told");
    widget.click(".bp-next");
    widget.expect_page(&label(Label::ResultComing));
    let again = widget.run("return host.restore(args)", json!(CODE));
    assert_eq!(again, "unavailable");

    browser.site().answer_rightly();
    widget.click_on(&label(Label::TryAgain));
    expect_result(widget);
    assert_eq!(told(widget)[1], "complete");
    assert_ne!(widget.run("return host.value", Value::Null), "");
}

fn a_late_result_gets_focus_and_is_told_once(browser: &Browser) {
    browser.site().hold(&part(browser));
    let widget = open(browser, "/");
    answer(widget);
    widget.expect_page(&label(Label::ResultComing));
    assert!(widget.is_there("[aria-busy]"));
    assert_eq!(widget.text(".bp-page .bp-note"), label(Label::ResultComingText));
    browser.site().release();
    expect_result(widget);
    assert!(!widget.is_there("[aria-busy]"));
    assert_eq!(told(widget), json!(["result", "complete"]));
    let completed = widget.run("return told.filter((name) => name === 'complete').length", Value::Null);
    assert_eq!(completed, 1);
    assert_eq!(browser.site().times_asked(&part(browser)), 1);
}

fn what_takes_the_later_part_waits_for_it(browser: &Browser) {
    browser.site().hold(&part(browser));
    browser.site().answer_instead(&part(browser), Answer::status(503));
    let widget = open(browser, "/");
    widget.click(".bp-bring-in > summary");
    widget.run("one('.bp-bring input').focus()", Value::Null);
    browser.press(CODE);
    widget.click(".bp-bring [type='submit']");
    let missing = format!("{} {}", label(Label::ResultMissing), label(Label::TryAgain));
    let note = || widget.text(".bp-status .bp-note");
    let coming = label(Label::ResultComingText);
    browser.wait(&coming, || note() == coming, note);
    browser.site().release();
    browser.wait(&missing, || note() == missing, note);
    browser.expect_console("no result can be shown: http");
    browser.allow_console(&part(browser));
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
    assert_eq!(widget.read("return one('.bp-bring input').value"), CODE);
    browser.site().answer_rightly();
    widget.click_on(&label(Label::TryAgain));
    browser.wait("the result", || widget.is_there(".bp-shared"), || widget.look());
    assert!(!widget.is_there(".bp-status .bp-note .bp-link"), "nothing is missing any more");
}

#[test]
fn who_waits_too_long_is_told_so_and_can_try_again() {
    let browser = Browser::start();
    let site = browser.site();
    site.add("/hurry.js", Answer::script(include_str!("foreign/hurry.js")));
    site.add("/slow", Answer::html(&Site::page(HURRY, "<b2b-b2c-profile></b2b-b2c-profile>")));
    site.hold(&part(&browser));
    let widget = open(&browser, "/slow");
    answer(widget);
    widget.expect_page(&label(Label::ResultComing));
    let missing = || widget.text(".bp-page .bp-note");
    browser.wait("the word for it", || missing().starts_with(&label(Label::ResultMissing)), missing);
    widget.run("window.isPatient = true", Value::Null);
    site.release();
    // The download that stalled is given up for a new one, or has come by now.
    browser.wait(
        "the result",
        || {
            widget.run("one('.bp-page .bp-note .bp-link')?.click()", Value::Null);
            widget.is_there(".bp-result")
        },
        || widget.look(),
    );
    browser.allow_console("no result can be shown");
    // The first part is told to hurry, too.
    browser.allow_console("could not start: stalled");
    browser.finish();
}

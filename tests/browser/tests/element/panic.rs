//! A panic in one widget: it restarts once, and other widgets are unaffected.

use b2b_b2c_profile::content::Label;
use browser_tests::{Answer, Browser, Site, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

use super::{SHEET, finish, question};

in_every_engine!(
    a_widget_that_panics_comes_back_with_its_answers_and_the_other_one_goes_on,
    a_second_panic_shows_the_fallback_and_who_tries_again_has_the_answers_still,
    a_widget_that_panics_as_it_starts_starts_again,
    a_widget_that_always_panics_at_its_start_leaves_the_pages_own_content,
);

const ERRORS: &str = "<script>window.codes = [];
    addEventListener('error', ({ detail }) => { if (detail?.code) codes.push(detail.code); })</script>";
/// The console messages of each panic: from the runtime and from the element.
const TOLD: [&str; 2] = ["this panic was wanted", "b2b-b2c-profile: the widget crashed"];

/// Serves a page whose widgets panic on demand.
fn add_page(browser: &Browser, head: &str, body: &str) {
    browser.site().add_fixture("panicking");
    let page = Site::page(&format!("{ERRORS}{head}"), body);
    let page = page.replace("/b2b-b2c-profile.js", "/panicking/b2b-b2c-profile.js");
    browser.site().add("/panicking", Answer::html(&page));
}

/// Makes the next drawing panic, which is that of the next page.
#[track_caller]
fn panic_at_next(widget: Widget) {
    widget.run("window.panicsWanted = 1; one('.bp-next').click()", Value::Null);
    TOLD.iter().for_each(|part| widget.browser().expect_console(part));
}

/// Waits until the widget is back at this item, with this box chosen and a notice.
#[track_caller]
fn expect_recovered(widget: Widget, place: usize, key: &str) {
    let recovered = questionnaire("nl").1.label(Label::Recovered).to_string();
    let is_back = || widget.is_running() && widget.text(".bp-note") == recovered;
    widget.browser().wait("the widget to be back", is_back, || widget.look());
    assert_eq!((widget.heading(), widget.chosen()), (question(place), key.to_owned()));
}

/// The codes of the error events on the page.
#[track_caller]
fn codes(browser: &Browser) -> Value {
    browser.run(0, "return codes", Value::Null)
}

fn a_widget_that_panics_comes_back_with_its_answers_and_the_other_one_goes_on(browser: &Browser) {
    add_page(browser, "", &"<b2b-b2c-profile></b2b-b2c-profile>".repeat(2));
    let (first, second) = (Widget::open(browser, "/panicking"), Widget::on_page(browser, 1));
    first.fill(&SHEET.items[..3]);
    second.fill(&SHEET.items[..2]);
    second.choose('2');
    first.choose('4');
    panic_at_next(first);
    expect_recovered(first, 3, "4");
    assert_eq!((second.heading(), second.chosen()), (question(2), "2".to_owned()));
    browser.heed();

    finish(first, &SHEET.items[3..]);
    assert_eq!(first.text(".bp-note"), "", "the notice disappears on the next page");
    second.click(".bp-next");
    second.expect_page(&question(3));
    second.click(".bp-button--back");
    second.expect_page(&question(2));
    finish(second, &SHEET.items[2..]);
    assert_eq!(codes(browser), json!([]));
}

fn a_second_panic_shows_the_fallback_and_who_tries_again_has_the_answers_still(browser: &Browser) {
    add_page(browser, "", &"<b2b-b2c-profile></b2b-b2c-profile>".repeat(2));
    let (first, second) = (Widget::open(browser, "/panicking"), Widget::on_page(browser, 1));
    first.fill(&SHEET.items[..3]);
    first.choose('4');
    panic_at_next(first);
    expect_recovered(first, 3, "4");
    panic_at_next(first);
    browser.wait("the fallback", || first.is_there(".bp-failure button"), || first.look());
    browser.expect_console("could not start: crashed:");
    assert!(!first.is_there(".bp-heading"), "no partial page is left");
    assert_eq!(codes(browser), json!(["crashed"]));
    browser.heed();

    // Calls by the page have no effect now, and the other widget is unaffected.
    let asked = "host.lang = 'en'; host.lang = 'nl'; return host.result()";
    assert_eq!(first.run(asked, Value::Null), Value::Null);
    second.fill(SHEET.items);
    finish(second, "");
    first.click(".bp-failure button");
    expect_recovered(first, 3, "4");
    finish(first, &SHEET.items[3..]);
}

fn a_widget_that_panics_as_it_starts_starts_again(browser: &Browser) {
    add_page(browser, "<script>window.panicsWanted = 1</script>", "<b2b-b2c-profile></b2b-b2c-profile>");
    let widget = Widget::open(browser, "/panicking");
    TOLD.iter().for_each(|part| browser.expect_console(part));
    widget.click(".bp-start");
    finish(widget, SHEET.items);
    assert_eq!(codes(browser), json!([]));
}

fn a_widget_that_always_panics_at_its_start_leaves_the_pages_own_content(browser: &Browser) {
    let body = "<b2b-b2c-profile><p>Vul de lijst op papier in.</p></b2b-b2c-profile>";
    add_page(browser, "<script>window.panicsWanted = 2</script>", body);
    browser.open("/panicking");
    Widget::coming(browser, 0).touch();
    let is_told = || codes(browser) == json!(["crashed"]);
    browser.wait("the error", is_told, || codes(browser).to_string());
    let is_shown = "return host.firstElementChild.checkVisibility() && !one('.bp')";
    assert_eq!(browser.run(0, is_shown, Value::Null), true);
    TOLD.into_iter().chain(TOLD).for_each(|part| browser.expect_console(part));
    browser.expect_console("could not start: crashed:");
    browser.heed();

    browser.run(0, "return host.retry()", Value::Null);
    let widget = Widget::on_page(browser, 0);
    widget.click(".bp-start");
    finish(widget, SHEET.items);
}

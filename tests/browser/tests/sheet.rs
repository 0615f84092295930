//! Answers from a paper questionnaire, typed in with the number keys.

use b2b_b2c_profile::content::Label;
use browser_tests::{
    Browser, Key, Sheet, Widget, axe, in_every_engine, languages, layout, questionnaire, report,
};
use serde_json::Value;
use std::time::{Duration, Instant};

in_every_engine!(a_sheet_is_typed_in_ten_seconds);

const SHEET: Sheet = Sheet::new("512432145324", "2415");
/// The maximum time to type in a sheet.
const MOST: Duration = Duration::from_secs(10);

fn open<'a>(browser: &'a Browser, language: &str) -> Widget<'a> {
    Widget::open(browser, if language == "nl" { "/" } else { "/en/" })
}

fn field(widget: Widget) -> String {
    widget.read("return one('.bp-sheet__field').value")
}

fn said(widget: Widget) -> String {
    widget.text(".bp-sheet__form [role='status']")
}

fn a_sheet_is_typed_in_ten_seconds(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let widget = open(browser, "nl");
    let begin = Instant::now();
    widget.tab_to(".bp-sheet summary");
    browser.press(Key::Enter);
    widget.tab_to(".bp-sheet__field");
    browser.press(format!("{}{}", SHEET.keys(), Key::Enter.value()));
    browser.wait("the result", || widget.is_there(".bp-result"), || widget.look());
    assert!(begin.elapsed() < MOST, "it took {:?}", begin.elapsed());
    widget.expect_page(&texts.headline(&SHEET.outcome(&instrument)));
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
}

#[test]
fn what_is_typed_is_followed_in_words() {
    let browser = Browser::start();
    for language in &languages() {
        let (instrument, texts) = questionnaire(language);
        let widget = open(&browser, language);
        widget.click(".bp-sheet summary");
        widget.click(".bp-sheet__field");
        let expect = |text: String| browser.wait(&text, || said(widget) == text, || said(widget));
        let next = |count: &str, number: &str, next: &str| {
            let values = [("count", count), ("of", "16"), ("number", number), ("next", next)];
            texts.fill(Label::SheetNext, &values)
        };
        let item = |place: usize| {
            let item = texts.item(instrument.items()[place].id);
            format!("{} – {}", item.first_short, item.second_short)
        };
        expect(next("0", "1", &item(0)));
        browser.press("12");
        expect(next("2", "3", &item(2)));
        browser.press("7");
        expect(texts.fill(Label::SheetWrong, &[("number", "3")]));
        browser.press(Key::Enter);
        expect(texts.fill(Label::SheetWrong, &[("number", "3")]));
        assert_eq!(field(widget), "127", "the input stays");
        assert!(widget.has_focus(".bp-sheet__field[aria-invalid]"));
        axe::check(widget, "a sheet with a fault");

        browser.press(Key::Backspace);
        browser.press("3 0? -45 12 5");
        let name = |place: usize| {
            let statement = texts.foundation(instrument.foundations()[place].id).statement;
            statement.split_once(':').map_or_else(String::new, |(name, _)| name.to_owned())
        };
        expect(next("11", "12", &item(11)));
        browser.press("44");
        expect(next("13", "14", &name(1)));
        browser.press("444");
        expect(texts.fill(Label::SheetFull, &[("of", "16")]));
        browser.press("4");
        expect(texts.fill(Label::SheetTooMany, &[("of", "16")]));
        browser.press(Key::Backspace);
        browser.press(Key::Enter);
        browser.wait("the result", || widget.is_there(".bp-result"), || widget.look());
    }
    browser.finish();
}

#[test]
fn an_empty_sheet_is_asked_for() {
    let browser = Browser::start();
    let (_, texts) = questionnaire("nl");
    let widget = open(&browser, "nl");
    widget.click(".bp-sheet summary");
    widget.click(".bp-sheet__form button");
    let text = texts.label(Label::Error);
    browser.wait("what is missing", || said(widget) == text.as_str(), || said(widget));
    widget.click(".bp-sheet__field");
    browser.press("5");
    widget.click(".bp-sheet__form button");
    browser.wait("the result", || widget.is_there(".bp-result"), || widget.look());
    browser.finish();
}

#[test]
fn the_field_is_for_narrow_pages_too() {
    let browser = Browser::start();
    browser.resize(320, 800);
    let widget = open(&browser, "en");
    widget.open_all();
    assert_eq!(layout::faults(widget), Vec::<String>::new());
    axe::check(widget, "the intro with everything open");
    browser.finish();
}

#[test]
fn digits_choose_no_box_of_a_question() {
    let browser = Browser::start();
    let widget = open(&browser, "nl");
    widget.click(".bp-sheet summary");
    widget.click(".bp-sheet__field");
    browser.press("123");
    assert_eq!(field(widget), "123");
    assert_eq!(widget.run("return all(':checked').length", Value::Null), 0);
    browser.finish();
}

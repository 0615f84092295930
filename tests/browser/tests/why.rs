//! Why the result is what it is, and changing answers in it.

use b2b_b2c_profile::assessment::{Change, Instrument, ItemId, Outcome, Pole, Response};
use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::{Browser, Key, Sheet, Widget, axe, in_every_engine, layout, questionnaire, report};
use serde_json::{Value, json};

/// More B2B than B2C; a single change of an answer would change the profile.
const SHEET: Sheet = Sheet::new("414442214414", "2415");
const BEFORE: &str = SHEET.items;

in_every_engine!(
    an_answer_is_changed_by_keyboard_and_taken_back,
    every_list_shows_what_was_answered_also_after_undo,
    a_named_change_is_tried_out_and_taken_back,
    at_most_two_dimensions_count_double,
);

fn core(items: &str) -> Outcome {
    let (instrument, _) = questionnaire("nl");
    Outcome::of(&instrument, &Sheet { items: leak(items), ..SHEET }.answers(&instrument))
}

/// Keys that live as long as the test run.
fn leak(keys: &str) -> &'static str {
    Box::leak(keys.to_owned().into_boxed_str())
}

/// The keys with one of them replaced.
fn with(items: &str, place: usize, key: char) -> String {
    items.chars().enumerate().map(|(at, known)| if at == place { key } else { known }).collect()
}

fn open<'a>(browser: &'a Browser, path: &str, keys: &str) -> Widget<'a> {
    let widget = Widget::open(browser, path);
    widget.fill(keys);
    widget
}

/// The expected text of the bar.
fn moved(texts: &Texts, before: &Outcome, now: &Outcome) -> String {
    let (profile, more) = texts.moved(before, now);
    format!("{profile} {more}").trim().to_owned()
}

#[track_caller]
fn expect_bar(widget: Widget, words: &str) {
    let bar = || widget.text(".bp-moved__words");
    widget.browser().wait("the bar's words", || bar() == words, bar);
    assert_eq!(widget.is_there(".bp-moved button"), !words.is_empty());
}

/// Opens the row of an item's dimension.
fn open_row(widget: Widget, item: ItemId) {
    let script = "one(`#bp-answer-${args}`).closest('.bp-dimension').querySelector('summary').focus()";
    widget.run(script, json!(item.as_str()));
    widget.browser().press(Key::Enter);
    let is_open =
        || widget.run("return one(`#bp-answer-${args}`).checkVisibility()", json!(item.as_str())) == true;
    widget.browser().wait("an open row", is_open, || widget.look());
}

fn list(item: ItemId) -> String {
    format!("#bp-answer-{item}")
}

/// The values of the lists, in the order of items.
fn values(widget: Widget, instrument: &Instrument) -> String {
    let value = |id: ItemId| widget.run("return one(args).value", json!(list(id)));
    instrument.items().iter().map(|item| value(item.id).as_str().unwrap_or("-").to_owned()).collect()
}

fn an_answer_is_changed_by_keyboard_and_taken_back(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let widget = open(browser, "/", &SHEET.keys());
    let item = instrument.items()[0].id;
    let (before, after) = (core(BEFORE), core(&with(BEFORE, 0, '5')));
    report::check(widget, &texts, &instrument, &before, None);
    expect_bar(widget, "");

    open_row(widget, item);
    browser.press(Key::Tab);
    assert!(widget.has_focus(&list(item)), "{}", widget.look());
    let named = widget.run("return one(args).labels[0].textContent", json!(list(item)));
    assert_eq!(named, texts.item(item).question.as_str());
    browser.press(Key::Down);
    expect_bar(widget, &moved(&texts, &before, &after));
    assert!(widget.has_focus(&list(item)), "focus stays: {}", widget.look());
    report::check(widget, &texts, &instrument, &after, None);
    browser.press(Key::Up);
    expect_bar(widget, &moved(&texts, &before, &before));
    assert!(widget.has_focus(&list(item)), "focus stays: {}", widget.look());

    widget.run("one('.bp-moved button').focus()", Value::Null);
    browser.press(Key::Enter);
    expect_bar(widget, &moved(&texts, &before, &after));
    assert!(widget.has_focus(".bp-moved button"), "there are more changes to undo: {}", widget.look());
    browser.press(Key::Enter);
    expect_bar(widget, "");
    widget.expect_focus(&list(item));
    report::check(widget, &texts, &instrument, &before, None);
}

fn every_list_shows_what_was_answered_also_after_undo(browser: &Browser) {
    let (instrument, texts) = questionnaire("en");
    let widget = open(browser, "/en/", "412302");
    widget.click_on(&texts.label(Label::HalfwayResult));
    widget.expect_page(&texts.headline(&core("412302")));
    assert_eq!(values(widget, &instrument), "412302", "the unanswered ones have no value");
    widget.open_all();
    let choose = |place: usize, key: &str| {
        let id = list(instrument.items()[place].id);
        let script = "const list = one(args[0]); list.value = args[1]; \
                      list.dispatchEvent(new Event('change', { bubbles: true })); return drawn()";
        widget.run(script, json!([id, key]));
    };
    let undo = || widget.run("one('.bp-moved button').click(); return drawn()", Value::Null);
    let shown = |expected: &str| {
        let now = || values(widget, &instrument);
        browser.wait("the lists' values", || now() == expected, now);
        let texts =
            widget.run("return all('select').map((list) => list.selectedOptions[0]?.text)", Value::Null);
        assert!(!texts.to_string().contains("null"), "every list shows something: {texts}");
    };
    choose(0, "2");
    shown("212302");
    choose(7, "5");
    shown("2123025");
    choose(7, "0");
    choose(7, "1");
    shown("2123021");
    undo();
    undo();
    shown("2123025");
    undo();
    shown("212302");
    undo();
    shown("412302");
    expect_bar(widget, "");
}

fn a_named_change_is_tried_out_and_taken_back(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let before = core(BEFORE);
    let Some((item, to)) =
        [Pole::B2c, Pole::B2b].into_iter().find_map(|pole| match before.changes.towards(pole) {
            Some(Change::Single { item, to }) => Some((item, to)),
            _ => None,
        })
    else {
        panic!("no single answer changes the profile")
    };
    let mut answers = SHEET.answers(&instrument);
    answers.set_item(&instrument, item, Some(Response::At(to))).expect("the item exists");
    let after = Outcome::of(&instrument, &answers);
    let widget = open(browser, "/", &SHEET.keys());
    let sentence = texts.turning(
        instrument.item(item).expect("the item exists"),
        to,
        after.profile.expect("the profile is still named"),
    );
    assert!(widget.text(".bp-turns").contains(&sentence), "{}", widget.text(".bp-turns"));
    let button = format!("#bp-try-{item}");
    widget.run("one(args).focus()", json!(button));
    browser.press(Key::Enter);
    expect_bar(widget, &moved(&texts, &before, &after));
    widget.expect_focus(".bp-moved button");
    report::check(widget, &texts, &instrument, &after, None);
    browser.press(Key::Enter);
    expect_bar(widget, "");
    widget.expect_focus(&button);
    report::check(widget, &texts, &instrument, &before, None);
}

fn at_most_two_dimensions_count_double(browser: &Browser) {
    let (instrument, texts) = questionnaire("en");
    let widget = open(browser, "/en/", &SHEET.keys());
    widget.open_all();
    let boxes: Vec<String> =
        instrument.dimensions().iter().map(|dimension| format!("#bp-double-{}", dimension.id)).collect();
    let mut answers = SHEET.answers(&instrument);
    let before = Outcome::of(&instrument, &answers);
    for place in [0, 4] {
        widget.run("one(args).focus()", json!(boxes[place]));
        browser.press(" ");
        answers
            .double(&instrument, instrument.dimensions()[place].id)
            .expect("two dimensions can count double");
        let now = Outcome::of(&instrument, &answers);
        expect_bar(widget, &moved(&texts, &before, &now));
        assert!(widget.has_focus(&format!("{}:checked", boxes[place])), "{}", widget.look());
        report::check(widget, &texts, &instrument, &now, None);
    }
    for (place, id) in boxes.iter().enumerate() {
        let is_doubled = [0, 4].contains(&place);
        assert_eq!(widget.is_there(&format!("{id}:disabled")), !is_doubled, "{id}");
        let said =
            widget.run("return one(`#${one(args).getAttribute('aria-describedby')}`).textContent", json!(id));
        let label = if is_doubled { Label::CountsDoubleText } else { Label::CountsDoubleMost };
        assert_eq!(said, texts.label(label).as_str(), "{id}");
    }
    assert_eq!(widget.texts(".bp-dimension__name .bp-tag"), [texts.label(Label::CountsDouble).as_str(); 2]);
    widget.run("one(args).focus()", json!(boxes[0]));
    browser.press(" ");
    browser.wait("a third", || !widget.is_there(".bp-double :disabled"), || widget.look());
    widget.click(".bp-moved button");
    browser.wait("the limit again", || widget.is_there(".bp-double :disabled"), || widget.look());
    assert!(widget.is_there(&format!("{}:checked", boxes[0])), "the box shows what counts");
}

#[test]
fn a_foundation_is_changed_where_it_stands_and_focus_stays() {
    let browser = Browser::start();
    let widget = open(&browser, "/", &SHEET.keys());
    let (instrument, texts) = questionnaire("nl");
    widget.open_all();
    let id = "#bp-answer-quality";
    widget.run("one(args).focus()", json!(id));
    for (key, foundations) in [("1", "1415"), ("5", "5415"), ("0", "0415")] {
        let script = "const list = one(args[0]); list.value = args[1]; \
                      list.dispatchEvent(new Event('change', { bubbles: true })); return drawn()";
        widget.run(script, json!([id, key]));
        let sheet = Sheet { items: BEFORE, foundations };
        let order = widget
            .run("return [...ids('.bp-foundation'), ...ids('.bp-unknown > ul > li')].length", json!(null));
        assert_eq!(order, 4);
        report::check(widget, &texts, &instrument, &sheet.outcome(&instrument), None);
        assert!(widget.has_focus(id), "{}", widget.look());
    }
    browser.finish();
}

#[test]
fn with_two_groups_a_change_is_taken_back_in_the_report_it_was_made_in() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    widget.sell_to("both");
    widget.fill(&format!("{BEFORE}{}", SHEET.keys()));
    widget.open_all();
    let item = instrument.items()[0].id;
    let script = "const list = one(args); list.value = '5'; list.focus(); \
                  list.dispatchEvent(new Event('change', { bubbles: true })); return drawn()";
    widget.run(script, json!(list(item)));
    let group = texts.label(Label::GroupFirst);
    let words = moved(&texts, &core(BEFORE), &core(&with(BEFORE, 0, '5')));
    expect_bar(widget, &format!("{group} {words}"));
    let tab = texts.label(Label::GroupSecond).to_string();
    widget.click_on(&tab);
    browser.wait("the other report", || widget.text(".bp-tab[aria-pressed='true']") == tab, || widget.look());
    assert_eq!(values(widget, &instrument), BEFORE, "the change was in the other group");
    widget.click(".bp-moved button");
    expect_bar(widget, "");
    assert_ne!(widget.text(".bp-tab[aria-pressed='true']"), tab, "the report with the change is open");
    assert_eq!(values(widget, &instrument), BEFORE);
    assert!(!widget.has_focus("body"), "{}", widget.look());
    browser.finish();
}

#[test]
fn the_bar_never_covers_what_has_focus() {
    let browser = Browser::start();
    browser.resize(320, 640);
    let widget = open(&browser, "/", &SHEET.keys());
    widget.open_all();
    let script = "const list = one('select'); list.value = '5'; list.focus(); \
                  list.dispatchEvent(new Event('change', { bubbles: true })); return drawn()";
    widget.run(script, Value::Null);
    browser.wait("the bar", || widget.is_there(".bp-moved--shown"), || widget.look());
    for _ in 0..25 {
        browser.press(Key::Tab);
        let covered = widget.run(
            "const [bar, box] = [one('.bp-moved'), focused()].map((one) => one.getBoundingClientRect()); \
             return box.bottom > bar.top + 1 && box.top < bar.bottom",
            Value::Null,
        );
        assert_eq!(covered, false, "{}", widget.look());
    }
    browser.finish();
}

#[test]
fn an_opened_and_changed_result_has_no_fault() {
    for (path, scheme, width) in [("/", "dark", 320), ("/en/", "light", 1024)] {
        let browser = Browser::start();
        browser.resize(width, 800);
        browser.emulate(&[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]);
        let widget = open(&browser, path, &SHEET.keys());
        widget.open_all();
        for id in ["#bp-double-pace", "#bp-double-criterion", "[id^='bp-try-']"] {
            widget.run("one(args).click(); return drawn()", json!(id));
        }
        browser.wait("the bar", || widget.is_there(".bp-moved--shown"), || widget.look());
        axe::check(widget, "a changed result");
        let faults = layout::faults(widget);
        assert!(faults.is_empty(), "at {width}:\n{}", faults.join("\n"));
        browser.finish();
    }
}

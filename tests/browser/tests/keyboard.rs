//! The keyboard alone.

use b2b_b2c_profile::content::Label;
use browser_tests::{Answer, Browser, Key, Sheet, Widget, in_every_engine, questionnaire, report};
use serde_json::{Value, json};

const SHEET: Sheet = Sheet::new("512432145324", "2415");

in_every_engine!(
    all_questions_in_dutch_lead_to_the_profile_of_the_core,
    next_without_an_answer_leads_to_the_summary_and_from_there_to_the_first_box,
    number_keys_choose_on_the_scale_only,
    keyboards_whose_digits_need_shift_choose_without_it,
    loading_the_page_takes_no_focus_and_does_not_scroll,
);

fn all_questions_in_dutch_lead_to_the_profile_of_the_core(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    let (instrument, texts) = questionnaire("nl");

    widget.tab_to("[name='bp-opener']");
    browser.press(" ");
    browser.press(Key::Down);
    assert!(widget.has_focus("[value='opener-consumers']:checked"), "{}", widget.look());
    browser.press(Key::Enter);

    for (place, (item, key)) in instrument.items().iter().zip(SHEET.items.chars()).enumerate() {
        if place == 6 {
            widget.expect_page(&texts.label(Label::Halfway));
            widget.tab_to(".bp-button--primary");
            browser.press(Key::Enter);
        }
        widget.expect_page(&texts.item(item.id).question);
        let number = (place + 1).to_string();
        assert_eq!(widget.progress(), texts.fill(Label::Progress, &[("number", &number), ("of", "12")]));
        answer(widget, place, key);
    }
    for (place, (foundation, key)) in
        instrument.foundations().iter().zip(SHEET.foundations.chars()).enumerate()
    {
        widget.expect_page(&texts.foundation(foundation.id).statement);
        let number = (place + 1).to_string();
        assert_eq!(
            widget.progress(),
            texts.fill(Label::ProgressFoundations, &[("number", &number), ("of", "4")])
        );
        answer(widget, place, key);
    }

    let outcome = SHEET.outcome(&instrument);
    assert!(outcome.profile.is_some_and(|profile| profile.side().is_some()), "the answers point to a side");
    widget.expect_page(&texts.headline(&outcome));
    report::check(widget, &texts, &instrument, &outcome, None);
}

/// Answers the current question and goes on, in turn with a number, down from the first box, and up from the
/// last.
#[track_caller]
fn answer(widget: Widget, turn: usize, key: char) {
    let browser = widget.browser();
    let heading = widget.heading();
    widget.tab_to(".bp-question__group input");
    let number = key.to_digit(10).expect("a key is a digit");
    match turn % 3 {
        0 => browser.press(key.to_string()),
        1 => {
            browser.press(" ");
            (1..number).for_each(|_| browser.press(Key::Down));
        }
        // "Don't know" follows the fifth box; only some browsers wrap around from the last box to the first.
        _ => {
            browser.press(" ");
            (1..6).for_each(|_| browser.press(Key::Down));
            (number..6).for_each(|_| browser.press(Key::Up));
        }
    }
    assert_eq!(widget.chosen(), key.to_string(), "{}", widget.look());
    assert_eq!(widget.heading(), heading, "a choice alone never leads to the next page");
    if turn.is_multiple_of(2) {
        browser.press(Key::Enter);
    } else {
        widget.tab_to(".bp-next");
        browser.press(" ");
    }
}

fn next_without_an_answer_leads_to_the_summary_and_from_there_to_the_first_box(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    for keys_before in ["5", "12432145324"] {
        widget.fill(keys_before);
        let heading = widget.heading();
        widget.tab_to(".bp-next");
        browser.press(Key::Enter);
        widget.expect_focus(".bp-error");
        assert_eq!(widget.heading(), heading);
        browser.press(Key::Tab);
        assert!(widget.has_focus(".bp-error button"), "{}", widget.look());
        browser.press(Key::Enter);
        widget.expect_focus("#bp-box-1");
        assert_eq!(widget.chosen(), "", "nothing is chosen for the visitor");
        browser.press("0");
        browser.wait("an answer without a summary", || !widget.is_there(".bp-error"), || widget.look());
        assert_eq!(widget.chosen(), "0");
    }
}

fn number_keys_choose_on_the_scale_only(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    widget.tab_to("[name='bp-opener']");
    browser.press("2");
    assert!(!widget.is_there(":checked"), "number keys choose nothing on the intro");
    widget.fill("5");
    assert!(widget.has_focus(".bp-heading"), "{}", widget.look());
    let heading = widget.heading();
    for elsewhere in [".bp-heading", ".bp-help summary", ".bp-button--back", ".bp-next"] {
        if !widget.has_focus(elsewhere) {
            widget.tab_to(elsewhere);
        }
        browser.press("3");
        assert_eq!(widget.chosen(), "", "on {elsewhere}");
    }
    assert_eq!(widget.heading(), heading);
    widget.tab_to(".bp-languages__button");
    browser.press("3");
    assert_eq!(widget.chosen(), "");
    widget.tab_to(".bp-question__group input");
    browser.press("6789");
    assert_eq!(widget.chosen(), "", "the scale ends at 5");
    browser.press("3");
    assert_eq!(widget.chosen(), "3");
    assert!(widget.has_focus("[value='3']"), "{}", widget.look());
}

#[test]
fn a_key_that_is_held_down_changes_one_page_only() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    widget.fill("51");
    let (heading, progress) = (widget.heading(), widget.progress());
    widget.tab_to(".bp-button--back");
    hold(&browser, "Enter", 13);
    browser.wait("the page before", || widget.heading() != heading, || widget.look());
    widget.expect_focus(".bp-heading");
    assert_ne!(widget.progress(), progress);
    assert_eq!(widget.chosen(), "1");
    widget.tab_to(".bp-next");
    hold(&browser, "Enter", 13);
    widget.expect_page(&heading);
    widget.tab_to(".bp-question__group input");
    hold(&browser, "4", 52);
    assert_eq!(widget.chosen(), "4");
    assert_eq!(widget.progress(), progress);
    browser.finish();
}

/// Holds a key down until it has repeated ten times.
#[track_caller]
fn hold(browser: &Browser, key: &str, code: u32) {
    let text = if key == "Enter" { "\r" } else { key };
    let event = |kind: &str, is_repeat: bool| serde_json::json!({ "type": kind, "key": key, "text": text, "windowsVirtualKeyCode": code, "autoRepeat": is_repeat });
    browser.command("Input.dispatchKeyEvent", event("keyDown", false));
    for _ in 0..10 {
        browser.command("Input.dispatchKeyEvent", event("keyDown", true));
    }
    browser.command("Input.dispatchKeyEvent", event("keyUp", false));
}

fn loading_the_page_takes_no_focus_and_does_not_scroll(browser: &Browser) {
    browser.resize(500, 400);
    let widget = Widget::open(browser, "/");
    assert!(widget.has_focus("body"), "{}", widget.look());
    assert_eq!(widget.run("return scrollY", Value::Null), 0);
}

fn keyboards_whose_digits_need_shift_choose_without_it(browser: &Browser) {
    // The first pages, before the engine is loaded.
    let site = browser.site();
    site.add_html("/early", "<b2b-b2c-profile start='question'></b2b-b2c-profile>");
    site.answer_instead(&site.module(), Answer::file("application/wasm", []).without_end());
    browser.open("/early");
    expect_keys(Widget::coming(browser, 0));
    site.answer_rightly();

    let widget = Widget::open(browser, "/");
    widget.fill("55");
    expect_keys(widget);
}

/// Each case: the character of a key, its physical position, a modifier, and the expected box.
#[track_caller]
fn expect_keys(widget: Widget) {
    for (key, place, held, chosen) in [
        ("&", "Digit1", "", "1"),
        ("é", "Digit2", "", "2"),
        ("\"", "Digit3", "", "3"),
        ("'", "Digit4", "", "4"),
        ("(", "Digit5", "", "5"),
        ("à", "Digit0", "", "0"),
        ("!", "Digit1", "shiftKey", "1"),
        ("١", "Numpad1", "", "1"),
        ("4", "Digit4", "shiftKey", "4"),
        ("3", "KeyX", "", "3"),
        ("-", "Digit6", "", ""),
        ("6", "Digit1", "", ""),
        ("ArrowLeft", "Numpad4", "", ""),
        ("Dead", "Digit2", "", ""),
        ("a", "KeyQ", "", ""),
        ("+", "NumpadAdd", "", ""),
        ("&", "Digit1", "ctrlKey", ""),
        ("&", "Digit1", "altKey", ""),
        ("&", "Digit1", "metaKey", ""),
        ("~", "Digit2", "modifierAltGraph", ""),
        ("2", "Digit2", "modifierAltGraph", ""),
    ] {
        let press = "const [key, code, held] = args;
            const boxes = [...host.shadowRoot.querySelectorAll('.bp-question__group input')];
            for (const box of boxes) box.checked = false;
            const options = { key, code, bubbles: true, cancelable: true, composed: true, [held]: true };
            const event = new KeyboardEvent('keydown', options);
            // WebKit reports this modifier for real keys only.
            if (held === 'modifierAltGraph') event.getModifierState = (name) => name === 'AltGraph';
            const isLeft = boxes[0].dispatchEvent(event);
            return [boxes.find((box) => box.checked)?.value ?? '', isLeft];";
        let found = widget.run(press, json!([key, place, held]));
        assert_eq!(found, json!([chosen, chosen.is_empty()]), "{key} at {place}, {held}");
    }
}

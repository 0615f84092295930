//! Unexpected input by pages and visitors.

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Widget, questionnaire};
use serde_json::Value;

/// The Dutch heading of the item at an index.
fn question(place: usize) -> String {
    let (instrument, texts) = questionnaire("nl");
    texts.item(instrument.items()[place].id).question.to_string()
}

#[test]
fn unknown_attribute_values_fall_back_with_one_warning_each() {
    let browser = Browser::start();
    browser.site().add_html("/unknown", r#"<b2b-b2c-profile lang="xx" theme="pink"></b2b-b2c-profile>"#);
    let widget = Widget::open(&browser, "/unknown");
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
    assert_eq!(widget.read("return host.theme"), "auto");
    // One warning per value is enough.
    widget.run("host.theme = 'dark'; host.theme = 'pink'; host.lang = 'nl'; host.lang = 'xx'", Value::Null);
    browser.expect_console("unknown lang \"xx\"");
    browser.expect_console("unknown theme \"pink\"");
    browser.finish();
}

#[test]
fn a_host_chooses_the_theme_and_sets_the_tokens() {
    let browser = Browser::start();
    let page = r#"<b2b-b2c-profile lang="nl" theme="dark"></b2b-b2c-profile>"#;
    browser.site().add_html("/themed", page);
    let widget = Widget::open(&browser, "/themed");
    let style = |selector: &str, property: &str| {
        widget.read(&format!("return getComputedStyle(one('{selector}')).{property}"))
    };
    let dark = style(".bp", "backgroundColor");
    widget.run("host.theme = 'light'", Value::Null);
    assert_ne!(style(".bp", "backgroundColor"), dark);

    let tokens = [
        ("--bp-accent", "rgb(0, 80, 60)", ".bp-start", "backgroundColor"),
        ("--bp-on-accent", "rgb(255, 250, 240)", ".bp-start", "color"),
        ("--bp-surface", "rgb(250, 250, 255)", ".bp", "backgroundColor"),
        ("--bp-text", "rgb(20, 0, 40)", ".bp", "color"),
        ("--bp-muted", "rgb(60, 60, 90)", ".bp-hint", "color"),
        ("--bp-border", "rgb(200, 190, 180)", ".bp-choice", "borderTopColor"),
        ("--bp-control", "rgb(110, 100, 90)", "input", "borderTopColor"),
        ("--bp-radius", "6px", ".bp", "borderTopLeftRadius"),
        ("--bp-font", "monospace", ".bp", "fontFamily"),
    ];
    for (token, value, selector, property) in tokens {
        widget.run(&format!("host.style.setProperty('{token}', '{value}')"), Value::Null);
        // A transition from the previous colour may still be running.
        widget.run("host.shadowRoot.getAnimations().forEach((one) => one.finish())", Value::Null);
        assert_eq!(style(selector, property), value, "{token}");
    }
    browser.finish();
}

#[test]
fn a_double_click_never_skips_a_page() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    let halfway = texts.label(Label::Halfway).to_string();
    let items = instrument.items().iter().map(|item| texts.item(item.id).question.to_string());
    let foundations =
        instrument.foundations().iter().map(|known| texts.foundation(known.id).statement.to_string());
    let mut pages: Vec<String> = items.chain(foundations).collect();
    pages.insert(6, halfway.clone());

    browser.double_click(&widget.element(".bp-start"));
    for (place, page) in pages.iter().enumerate() {
        browser.wait(page, || widget.heading() == *page, || widget.look());
        assert_eq!(widget.chosen(), "", "a double click answers nothing: {page}");
        if *page == halfway {
            browser.double_click(&widget.element(".bp-interlude .bp-button--primary"));
        } else {
            widget.choose('4');
            if place + 1 < pages.len() {
                browser.double_click(&widget.element(".bp-next"));
            }
        }
    }
    browser.finish();
}

#[test]
fn two_clicks_before_the_page_is_drawn_are_as_good_as_one() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    widget.run("one('.bp-start').click(); one('.bp-start').click(); return drawn()", Value::Null);
    assert_eq!(widget.heading(), question(0));
    widget.choose('5');
    widget.run(
        "const next = one('.bp-next'); next.click(); next.click(); next.click(); return drawn()",
        Value::Null,
    );
    assert_eq!(widget.heading(), question(1));
    assert_eq!(widget.chosen(), "");
    browser.finish();
}

#[test]
fn back_pressed_rapidly_ends_at_the_intro_and_loses_nothing() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    widget.fill("5115511551151234");
    widget
        .run("for (let i = 0; i < 50; i += 1) one('.bp-button--back')?.click(); return drawn()", Value::Null);
    widget.run("return (async () => { while (one('.bp-button--back')) { one('.bp-button--back').click(); await drawn(); } })()", Value::Null);
    assert!(widget.is_there(".bp-start"), "{}", widget.look());
    widget.run("return turn('.bp-start')", Value::Null);
    for (place, key) in "511551".chars().enumerate() {
        widget.expect_page(&question(place));
        assert_eq!(widget.chosen(), key.to_string());
        widget.run("return turn('.bp-next')", Value::Null);
    }
    browser.finish();
}

#[test]
fn the_host_pages_address_and_history_stay_as_they_are() {
    let browser = Browser::start();
    browser.site().add_html("/host", "<b2b-b2c-profile></b2b-b2c-profile>");
    let widget = Widget::open(&browser, "/host#here");
    let entries = widget.run("return history.length", Value::Null);
    widget.fill("5115511551151234");
    widget.click(".bp-languages__button[lang='en']");
    browser.wait("English", || widget.is_there(".bp[lang='en']"), || widget.look());
    assert_eq!(browser.path(), "/host#here");
    assert_eq!(widget.run("return history.length", Value::Null), entries);
    browser.finish();
}

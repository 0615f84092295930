//! Pages and visitors that do what nobody foresaw.

use b2b_b2c_profile::content::Label;
use browser_tests::{Answer, Browser, Widget, questionnaire};
use serde_json::Value;

/// The Dutch heading of the item at a place, from 0.
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
    // Said once is enough.
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
        // A colour may still be on its way from the one before.
        widget.run("host.shadowRoot.getAnimations().forEach((one) => one.finish())", Value::Null);
        assert_eq!(style(selector, property), value, "{token}");
    }
    browser.finish();
}

#[test]
fn a_page_that_resets_everything_changes_nothing_inside() {
    let browser = Browser::start();
    let style =
        "* { all: unset !important } body { text-transform: uppercase; white-space: pre; text-indent: 9em }";
    let page = format!(r#"<style>{style}</style><b2b-b2c-profile lang="nl"></b2b-b2c-profile>"#);
    browser.site().add_html("/reset", &page);
    let widget = Widget::open(&browser, "/reset");
    let style = |selector: &str, property: &str| {
        widget.read(&format!("return getComputedStyle(one('{selector}')).{property}"))
    };
    assert_eq!(style(".bp", "textTransform"), "none");
    assert_eq!(style(".bp", "textIndent"), "0px");
    assert_eq!(style(".bp", "whiteSpace"), "normal");
    let columns = style(".bp-choices__list", "gridTemplateColumns");
    assert_eq!(columns.split(' ').count(), 4, "the wide layout: {columns}");
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
fn an_element_that_is_moved_or_put_back_keeps_its_place() {
    let browser = Browser::start();
    browser.site().add_html("/moved", r#"<main></main><b2b-b2c-profile></b2b-b2c-profile>"#);
    let widget = Widget::open(&browser, "/moved");
    widget.fill("51");
    widget.choose('4');
    widget.run("document.querySelector('main').append(host)", Value::Null);
    assert_eq!((widget.heading(), widget.chosen()), (question(2), "4".to_owned()));
    widget.click(".bp-next");
    widget.expect_page(&question(3));
    widget.choose('2');

    widget.run("window.kept = host; host.remove(); return drawn()", Value::Null);
    widget.run("document.body.prepend(window.kept); return drawn()", Value::Null);
    assert_eq!((widget.heading(), widget.chosen()), (question(3), "2".to_owned()));
    widget.click(".bp-next");
    widget.expect_page(&question(4));
    assert_eq!(browser.site().times_asked(".wasm"), 1);
    browser.finish();
}

#[test]
fn an_element_that_leaves_before_it_is_ready_starts_when_it_is_back() {
    let browser = Browser::start();
    browser.site().add_html("/early", "<main></main>");
    browser.open("/early");
    let make = "window.kept = document.createElement('b2b-b2c-profile');
        document.body.append(window.kept); window.kept.remove(); return drawn()";
    browser.run(0, make, Value::Null);
    browser.run(0, "document.querySelector('main').append(window.kept); return drawn()", Value::Null);
    let widget = Widget::on_page(&browser, 0);
    widget.fill("5");
    widget.expect_page(&question(1));
    browser.finish();
}

#[test]
fn ten_widgets_on_one_page_are_independent_and_share_one_download() {
    let browser = Browser::start();
    browser.site().add_html("/ten", &"<b2b-b2c-profile></b2b-b2c-profile>".repeat(10));
    browser.open("/ten");
    let widgets: Vec<Widget> = (0..10).map(|place| Widget::on_page(&browser, place)).collect();
    for (place, widget) in widgets.iter().enumerate() {
        widget.fill(&"51155"[..place % 6]);
    }
    for (place, widget) in widgets.iter().enumerate().filter(|(place, _)| place % 6 > 0) {
        assert_eq!(widget.heading(), question(place % 6), "of widget {place}");
    }
    widgets[3].click("label:has([value='2'])");
    widgets[9].click("label:has([value='4'])");
    assert_eq!((widgets[3].chosen(), widgets[9].chosen()), ("2".to_owned(), "4".to_owned()));
    widgets[2].run("host.lang = 'en'", Value::Null);
    browser.wait("English in one", || widgets[2].is_there(".bp[lang='en']"), || widgets[2].look());
    assert!(widgets[3].is_there(".bp[lang='nl']"));
    for file in [".wasm", "b2b-b2c-profile.js"] {
        assert_eq!(browser.site().times_asked(file), 1, "{file}");
    }
    browser.finish();
}

#[test]
fn the_script_may_be_loaded_twice() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    widget.fill("51");
    let again = "const script = document.createElement('script');
        const loaded = new Promise((resolve, reject) => { script.onload = resolve; script.onerror = reject; });
        script.type = 'module'; script.src = '/b2b-b2c-profile.js?again'; document.head.append(script);
        return loaded.then(() => 'loaded')";
    assert_eq!(widget.read(again), "loaded");
    assert_eq!(browser.site().times_asked("b2b-b2c-profile.js"), 2);
    assert_eq!(widget.heading(), question(2));
    browser.finish();
}

#[test]
fn without_its_module_the_element_shows_its_children_and_can_try_again() {
    let browser = Browser::start();
    browser.site().answer_instead(".wasm", Answer::status(404));
    browser.open("/");
    let is_failed = || browser.site().times_asked(".wasm") > 0;
    browser.wait("the request", is_failed, || format!("{:?}", browser.site().asked()));
    let fallback =
        "const child = host.firstElementChild; return child.checkVisibility() && child.offsetHeight > 0";
    assert_eq!(browser.run(0, fallback, Value::Null), true);
    assert_eq!(browser.run(0, "return Boolean(one('.bp'))", Value::Null), false);
    // The element says it once; the browser has words of its own for a file that isn't there.
    browser.expect_console("the widget could not start");
    browser.allow_console(".wasm");
    browser.heed();
    assert_eq!(browser.run(0, fallback, Value::Null), true);

    browser.site().answer_rightly();
    browser.run(0, "host.parentElement.append(host)", Value::Null);
    let widget = Widget::on_page(&browser, 0);
    assert_eq!(widget.run("return host.firstElementChild.checkVisibility()", Value::Null), false);
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

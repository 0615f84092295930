//! The first pages before the wasm has loaded: what visitors do on them counts.

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Widget, in_every_engine, languages, questionnaire};
use serde_json::{Value, json};

/// A page whose markup has the first pages, and one where the script inserts them.
const PAGES: [&str; 2] = ["/", "/embedded"];
const EMBEDDED: &str = "<b2b-b2c-profile lang='nl'></b2b-b2c-profile>";

in_every_engine!(
    an_answer_and_next_are_taken_over,
    a_choice_keeps_its_place_and_focus,
    next_without_an_answer_asks_back,
    the_widget_draws_what_was_there_before,
    a_switch_of_language_keeps_the_answer,
);

/// Opens a page whose wasm is held back.
#[track_caller]
fn open<'a>(browser: &'a Browser, path: &str) -> Widget<'a> {
    browser.site().add_html("/embedded", EMBEDDED);
    open_held(browser, path)
}

#[track_caller]
fn open_held<'a>(browser: &'a Browser, path: &str) -> Widget<'a> {
    browser.site().hold(".wasm");
    browser.open(path);
    let widget = Widget::coming(browser, 0);
    let told = "window.told = []; for (const name of ['start', 'step'])
        addEventListener(name, ({ detail }) => told.push([name, detail.id ?? null]))";
    widget.run(told, Value::Null);
    let is_served = || widget.run("return Boolean(one('.bp-root').firstPages)", Value::Null) == true;
    browser.wait("the first page to be served", is_served, || widget.look());
    widget
}

/// Touches the widget, releases the wasm, and waits for the widget.
#[track_caller]
fn release(browser: &Browser, widget: &Widget) {
    assert!(!widget.is_running());
    widget.touch();
    browser.site().release();
    browser.wait("the widget", || widget.is_running(), || widget.look());
}

/// The Dutch heading of the item at an index.
fn question(place: usize) -> String {
    let (instrument, texts) = questionnaire("nl");
    texts.item(instrument.items()[place].id).question.to_string()
}

fn id(place: usize) -> String {
    questionnaire("nl").0.items()[place].id.to_string()
}

fn an_answer_and_next_are_taken_over(browser: &Browser) {
    for path in PAGES {
        let widget = open(browser, path);
        widget.run("one('[value=opener-companies]').click()", Value::Null);
        browser.click(&widget.element(".bp-start"));
        assert_eq!(widget.heading(), question(0));
        widget.expect_focus(".bp-heading");
        widget.choose('4');
        browser.click(&widget.element(".bp-next"));
        assert_eq!((widget.heading(), widget.chosen()), (question(0), "4".to_owned()));
        assert_eq!(widget.run("return one('.bp-next').ariaBusy", Value::Null), "true");

        release(browser, &widget);
        widget.expect_page(&question(1));
        assert_eq!(widget.chosen(), "", "the next question is not answered");
        assert_eq!(widget.run("return told", Value::Null), json!([["start", null], ["step", id(1)]]));
        widget.click(".bp-button--back");
        widget.expect_page(&question(0));
        assert_eq!(widget.chosen(), "4");
        widget.click(".bp-button--back");
        browser.wait("the intro", || widget.is_there(".bp-start"), || widget.look());
        let opener = widget.read("return one('.bp-choices input:checked').value");
        assert_eq!(opener, "opener-companies");
        browser.heed();
    }
}

fn a_choice_keeps_its_place_and_focus(browser: &Browser) {
    for path in PAGES {
        let widget = open(browser, path);
        browser.click(&widget.element(".bp-start"));
        widget.choose('2');
        widget.run("one('.bp-help').open = true", Value::Null);
        let place = "const { top } = one('.bp-scale').getBoundingClientRect(); return [top, scrollY]";
        let before = widget.run(place, Value::Null);
        release(browser, &widget);
        assert_eq!((widget.heading(), widget.chosen()), (question(0), "2".to_owned()));
        assert_eq!(widget.run("return focused().value", Value::Null), "2");
        assert_eq!(widget.run(place, Value::Null), before, "nothing has moved");
        assert!(widget.is_there(".bp-help[open]"));
        widget.click(".bp-next");
        widget.expect_page(&question(1));
        browser.heed();
    }
}

fn next_without_an_answer_asks_back(browser: &Browser) {
    let widget = open(browser, "/");
    browser.click(&widget.element(".bp-start"));
    browser.click(&widget.element(".bp-next"));
    release(browser, &widget);
    browser.wait("the summary", || widget.is_there(".bp-error"), || widget.look());
    widget.expect_focus(".bp-error");
    browser.heed();
}

fn a_switch_of_language_keeps_the_answer(browser: &Browser) {
    let widget = open(browser, "/embedded");
    browser.click(&widget.element(".bp-start"));
    widget.choose('5');
    browser.click(&widget.element(".bp-languages__button[lang='en']"));
    let (instrument, texts) = questionnaire("en");
    let english = texts.item(instrument.items()[0].id).question.to_string();
    assert_eq!((widget.heading(), widget.chosen()), (english.clone(), "5".to_owned()));
    release(browser, &widget);
    assert_eq!((widget.heading(), widget.chosen()), (english, "5".to_owned()));
    browser.heed();
}

/// With all settings, the first pages have exactly the markup that the widget draws, and look the same with
/// only the first style sheet. The pointer is outside the page, because hovering changes looks.
fn the_widget_draws_what_was_there_before(browser: &Browser) {
    const START: &str = "one('.bp-start').click()";
    let page = "const copy = one('.bp').cloneNode(true);
        for (const late of copy.querySelectorAll(':is(.bp-panel, .bp-sheet, .bp-bring-in) > :not(summary)')) late.remove();
        const corner = one('.bp').getBoundingClientRect();
        const looks = (element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(element);
          return [x - corner.x, y - corner.y, width, height, color, backgroundColor, borderColor, fontSize, fontWeight].join();
        };
        const shown = all('.bp, .bp *').filter((element) => element.checkVisibility());
        return [copy.outerHTML, ...shown.map(looks)].join('\\n')";
    let mut settings = Vec::new();
    for language in &languages() {
        for variant in ["full", "compact"] {
            for persist in ["none", "ask"] {
                for start in ["intro", "question"] {
                    settings.push(format!(
                        "lang='{language}' variant='{variant}' persist='{persist}' start='{start}'"
                    ));
                }
            }
        }
    }
    for (number, settings) in settings.iter().enumerate() {
        for is_started in [false, true] {
            if is_started && settings.ends_with("'question'") {
                continue;
            }
            let path = format!("/set-{number}");
            browser.site().add_html(&path, &format!("<b2b-b2c-profile {settings}></b2b-b2c-profile>"));
            let widget = open_held(browser, &path);
            if is_started {
                widget.run(START, Value::Null);
            }
            let before = widget.read(page);
            release(browser, &widget);
            assert_eq!(widget.read(page), before, "{settings}, started: {is_started}");
        }
    }
    for (path, is_started) in [("/", false), ("/", true), ("/en/", false), ("/en/", true)] {
        let widget = open_held(browser, path);
        if is_started {
            widget.run(START, Value::Null);
        }
        let before = widget.read(page);
        release(browser, &widget);
        assert_eq!(widget.read(page), before, "{path}, started: {is_started}");
    }
    browser.heed();
}

#[test]
fn the_landing_page_never_shifts() {
    let browser = Browser::start();
    let widget = open(&browser, "/");
    let watch = "window.shifts = 0;
        new PerformanceObserver((seen) => { for (const { value } of seen.getEntries()) shifts += value; })
            .observe({ type: 'layout-shift', buffered: true })";
    widget.run(watch, Value::Null);
    release(&browser, &widget);
    assert_eq!(widget.run("return drawn().then(() => shifts)", Value::Null), 0);
    assert!(widget.run("return window.__ready", Value::Null).as_f64().is_some_and(|ready| ready > 0.0));
    browser.finish();
}

#[test]
fn a_returning_visitor_does_not_see_the_intro_first() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    widget.run("one('.bp-keep input').click(); return drawn()", Value::Null);
    widget.fill("51");
    browser.site().hold(".wasm");
    browser.open("/");
    let widget = Widget::coming(&browser, 0);
    assert_eq!(
        widget.run("return one('.bp').checkVisibility({ opacityProperty: true })", Value::Null),
        false
    );
    release(&browser, &widget);
    assert_eq!(widget.heading(), question(2));
    assert_eq!(widget.read("return nameOf(focused())"), "body", "focus stays on the page");
    let resumed = questionnaire("nl").1.label(Label::Resumed).to_string();
    assert!(widget.text(".bp-note").starts_with(&resumed), "{}", widget.text(".bp-note"));
    browser.finish();
}

#[test]
fn a_lazy_element_loads_when_it_comes_near_or_is_pointed_at() {
    let browser = Browser::start();
    let far = "<p style='height: 4000px'>Far above</p>";
    let lazy = "<b2b-b2c-profile lang='nl' loading='lazy'></b2b-b2c-profile>";
    browser.site().add_html("/far", &format!("{far}{lazy}"));
    browser.open("/far");
    let widget = Widget::coming(&browser, 0);
    widget.run("return drawn()", Value::Null);
    assert_eq!(browser.site().times_asked(".wasm"), 0, "the element is not near the window");
    widget.run("one('.bp-start').focus({ preventScroll: true })", Value::Null);
    browser.wait("the widget", || widget.is_running(), || widget.look());
    assert_eq!(browser.site().times_asked(".wasm"), 1);

    browser.open("/far");
    let widget = Widget::coming(&browser, 0);
    widget.run("host.scrollIntoView()", Value::Null);
    browser.wait("the widget", || widget.is_running(), || widget.look());
    browser.finish();
}

//! Switching languages at any moment keeps answers, page and focus.

use b2b_b2c_profile::assessment::ItemId;
use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::{Answer, Browser, Sheet, Widget, questionnaire, report};
use serde_json::{Value, json};

const SHEET: Sheet = Sheet::new("511551155115", "1234");
const SWITCHES: [&str; 2] = ["en", "nl"];

/// Switches with the widget's own button, which keeps focus.
#[track_caller]
fn switch(widget: Widget, code: &str) {
    let button = format!(".bp-languages__button[lang='{code}']");
    widget.click(&button);
    let shown = format!(".bp[lang='{code}']");
    widget.browser().wait(&shown, || widget.is_there(&shown), || widget.look());
    widget.expect_focus(&format!("{button}[aria-pressed='true']"));
}

/// Switches there and back; each time, the page must have this heading and the same box chosen.
#[track_caller]
fn there_and_back(widget: Widget, heading: impl Fn(&Texts) -> String) {
    let chosen = widget.chosen();
    for code in SWITCHES {
        switch(widget, code);
        let (_, texts) = questionnaire(code);
        assert_eq!(widget.heading(), heading(&texts), "in {code}");
        assert_eq!(widget.chosen(), chosen, "in {code}");
    }
}

/// Waits for the item in that language, and expects its fourth box to be chosen.
#[track_caller]
fn expect_answered(widget: Widget, code: &str, item: ItemId) {
    let (_, texts) = questionnaire(code);
    widget.browser().wait(
        "the question",
        || widget.heading() == texts.item(item).question.as_str(),
        || widget.look(),
    );
    assert_eq!(widget.chosen(), "4");
}

#[test]
fn every_kind_of_page_keeps_answers_place_and_focus() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, _) = questionnaire("nl");
    let first = instrument.items()[0].id;

    widget.sell_to("companies");
    there_and_back(widget, |texts| texts.about.title.to_string());
    assert!(widget.is_there("[value='opener-companies']:checked"), "the opener's answer stays");

    widget.click(".bp-start");
    there_and_back(widget, |texts| texts.item(first).question.to_string());
    widget.click(".bp-next");
    widget.expect_focus(".bp-error");
    there_and_back(widget, |texts| texts.item(first).question.to_string());
    assert!(widget.is_there(".bp-error"), "the error stays");
    widget.choose('5');
    there_and_back(widget, |texts| texts.item(first).question.to_string());
    widget.click(".bp-next");

    widget.fill(&SHEET.items[1..6]);
    there_and_back(widget, |texts| texts.label(Label::Halfway).to_string());
    widget.fill(&SHEET.items[6..]);
    let foundation = instrument.foundations()[0].id;
    widget.choose('2');
    there_and_back(widget, |texts| texts.foundation(foundation).statement.to_string());
    widget.fill(SHEET.foundations);
    let outcome = SHEET.outcome(&instrument);
    there_and_back(widget, |texts| texts.headline(&outcome));
    for code in SWITCHES {
        switch(widget, code);
        report::check(widget, &questionnaire(code).1, &instrument, &outcome, None);
    }
    browser.finish();
}

/// The landing page's texts by name, with its language and title.
#[track_caller]
fn landing(widget: Widget) -> Value {
    widget.run(
        "const texts = [...document.querySelectorAll('[data-text]')].map((text) => [text.dataset.text, text.textContent]);
         return { texts, lang: document.documentElement.lang, title: document.title };",
        Value::Null,
    )
}

/// Waits for these texts on the landing page, at this address.
#[track_caller]
fn expect_landing(widget: Widget, expected: &Value, address: &str) {
    let browser = widget.browser();
    browser.wait(
        "the page's other language",
        || landing(widget) == *expected,
        || landing(widget).to_string(),
    );
    browser.wait("the address", || browser.path() == address, || browser.path());
}

#[test]
fn the_landing_page_follows_the_widget() {
    let browser = Browser::start();
    let english = landing(Widget::open(&browser, "/en/"));
    let widget = Widget::open(&browser, "/");
    let dutch = landing(widget);
    assert_ne!(dutch["texts"], english["texts"]);
    let link = || widget.read("return new URL(document.querySelector('.site__language').href).pathname");
    let address = link();
    widget.fill("51");
    switch(widget, "en");
    expect_landing(widget, &english, &address);
    let address = link();
    switch(widget, "nl");
    expect_landing(widget, &dutch, &address);
    let (instrument, texts) = questionnaire("nl");
    assert_eq!(widget.heading(), texts.item(instrument.items()[2].id).question.as_str());
    browser.finish();
}

#[test]
fn the_pages_own_link_keeps_the_answers_too() {
    let browser = Browser::start();
    let english = landing(Widget::open(&browser, "/en/"));
    let widget = Widget::open(&browser, "/");
    let dutch = landing(widget);
    let item = questionnaire("nl").0.items()[2].id;
    widget.fill("51");
    widget.choose('4');
    for (code, page) in [("en", &english), ("nl", &dutch)] {
        let link = "return document.querySelector('.site__language')";
        let address = widget.read(&format!("{link}.pathname"));
        browser.click(&browser.find(0, link, Value::Null));
        expect_landing(widget, page, &address);
        expect_answered(widget, code, item);
        assert!(widget.has_focus(".site__language"), "{}", widget.look());
    }
    browser.finish();
}

#[test]
fn the_landing_pages_link_keeps_what_stands_behind_the_address() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/?utm_source=x&b=%26#top");
    let place = || widget.read("return location.pathname + location.search + location.hash");
    for path in ["/en/index.html", "/index.html", "/en/index.html"] {
        widget.run("document.querySelector('.site__language').click()", Value::Null);
        let expected = format!("{path}?utm_source=x&b=%26#top");
        browser.wait(&expected, || place() == expected, place);
    }
    // Opened in another tab, the address is the same.
    widget.run(
        "document.querySelector('.site__language').dispatchEvent(new PointerEvent('pointerdown'))",
        Value::Null,
    );
    let link = widget
        .read("const { search, hash } = document.querySelector('.site__language'); return search + hash");
    assert_eq!(link, "?utm_source=x&b=%26#top");
    browser.finish();
}

#[test]
fn the_attribute_changes_the_language_from_outside() {
    let browser = Browser::start();
    browser.site().add_html("/attribute", r#"<b2b-b2c-profile lang="en-GB"></b2b-b2c-profile>"#);
    let widget = Widget::open(&browser, "/attribute");
    let item = questionnaire("nl").0.items()[1].id;
    widget.fill("5");
    widget.choose('4');
    let expect = |code: &str| expect_answered(widget, code, item);
    expect("en");
    widget.run("host.lang = args", json!("nl"));
    expect("nl");
    widget.run("host.lang = args", json!("EN"));
    expect("en");
    // Without the attribute, the element uses the page's language, which is Dutch here.
    widget.run("host.removeAttribute('lang')", Value::Null);
    expect("nl");
    browser.finish();
}

/// How often the texts of a language were requested.
fn times_asked(browser: &Browser, code: &str) -> usize {
    let start = format!("/b2b-b2c-profile-{code}-");
    browser.site().asked().iter().filter(|path| path.starts_with(&start) && path.ends_with(".txt")).count()
}

#[test]
fn a_languages_texts_are_asked_for_once_and_only_when_they_are_wanted() {
    let browser = Browser::start();
    browser.site().add_html("/ten", &"<b2b-b2c-profile></b2b-b2c-profile>".repeat(10));
    browser.open("/ten");
    let widgets: Vec<Widget> = (0..10).map(|place| Widget::on_page(&browser, place)).collect();
    assert_eq!((times_asked(&browser, "nl"), times_asked(&browser, "en")), (1, 0));
    widgets[0].fill("5");
    widgets[0].choose('4');
    switch(widgets[0], "en");
    let item = questionnaire("en").0.items()[1].id;
    expect_answered(widgets[0], "en", item);
    for &widget in &widgets[1..] {
        switch(widget, "en");
    }
    switch(widgets[3], "nl");
    assert_eq!((times_asked(&browser, "nl"), times_asked(&browser, "en")), (1, 1));
    browser.finish();
}

#[test]
fn an_element_that_begins_in_the_other_language_loads_no_first_one() {
    let browser = Browser::start();
    browser.site().add_html("/english", r#"<b2b-b2c-profile lang="en-GB"></b2b-b2c-profile>"#);
    let widget = Widget::open(&browser, "/english");
    assert_eq!(widget.heading(), questionnaire("en").1.about.title.as_str());
    assert_eq!((times_asked(&browser, "nl"), times_asked(&browser, "en")), (0, 1));
    browser.finish();
}

#[test]
fn a_language_that_fails_to_load_keeps_the_old_one_and_can_be_chosen_again() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    widget.fill("5");
    browser.site().answer_instead(".txt", Answer::status(404));
    for times in [2, 4] {
        widget.click(".bp-languages__button[lang='en']");
        // Each try is two requests: the second finds out the reason.
        let is_tried = || times_asked(&browser, "en") == times;
        browser.wait("two requests", is_tried, || format!("{:?}", browser.site().asked()));
    }
    // One warning is enough; the browser logs the missing file in its own words.
    browser.expect_console("no texts in \"en\", shown in nl: not-found: ");
    browser.allow_console(".txt");
    assert!(widget.is_there(".bp[lang='nl']"), "{}", widget.look());
    assert_eq!(widget.read("return host.lang"), "nl");
    assert_eq!(widget.read("return String(host.matches(':has(.bp-failure)'))"), "false");

    browser.site().answer_rightly();
    switch(widget, "en");
    let item = questionnaire("en").0.items()[1].id;
    assert_eq!(widget.heading(), questionnaire("en").1.item(item).question.as_str());
    browser.finish();
}

#[test]
fn of_two_choices_the_later_one_counts() {
    let browser = Browser::start();
    browser.site().add_html("/choices", r#"<b2b-b2c-profile lang="nl"></b2b-b2c-profile>"#);
    let widget = Widget::open(&browser, "/choices");
    let press = "for (const code of ['en', 'nl']) one(`.bp-languages__button[lang='${code}']`).click();
        return drawn()";
    widget.run(press, Value::Null);
    let is_loaded = "return String(performance.getEntriesByType('resource')
        .some(({ name, responseEnd }) => name.includes('-en-') && responseEnd > 0))";
    browser.wait(
        "the texts",
        || widget.read(is_loaded) == "true",
        || format!("{:?}", browser.site().asked()),
    );
    widget.run("return drawn().then(drawn)", Value::Null);
    assert!(widget.is_there(".bp[lang='nl']"), "{}", widget.look());
    switch(widget, "en");
    browser.finish();
}

//! A language that the element's script doesn't contain.

use super::*;

in_every_engine!(a_further_languages_first_pages_are_a_file_that_only_it_loads);

/// The fixture has a language whose first pages are not in the script: `fy`, English with accented vowels.
fn a_further_languages_first_pages_are_a_file_that_only_it_loads(browser: &Browser) {
    browser.site().add_fixture("panicking");
    let page = |language: &str| {
        let embed = format!("<b2b-b2c-profile lang='{language}'></b2b-b2c-profile>");
        Site::page(LISTENER, &embed).replace("/b2b-b2c-profile.js", "/panicking/b2b-b2c-profile.js")
    };
    for language in ["nl", "en", "fy"] {
        browser.site().add(&format!("/in-{language}"), Answer::html(&page(language)));
    }
    let first_pages = || browser.site().asked().iter().filter(|path| path.contains("-first-pages-")).count();
    for language in ["nl", "en"] {
        browser.open(&format!("/in-{language}"));
        Widget::coming(browser, 0).run("return host.whenReady()", Value::Null);
    }
    assert_eq!(first_pages(), 0);
    browser.open("/in-fy");
    let widget = Widget::coming(browser, 0);
    widget.run("return host.whenReady()", Value::Null);
    let (instrument, texts) = questionnaire("en");
    assert_eq!(widget.heading(), in_further_language(&texts.about.title));
    assert_eq!(told(widget), json!([["ready", null]]));
    assert_eq!(first_pages(), 1);
    let is_other = |path: &String| [".wasm", ".txt"].iter().any(|ending| path.ends_with(ending));
    assert!(!browser.site().asked().iter().any(is_other), "{:?}", browser.site().asked());

    browser.click(&widget.element(".bp-start"));
    expect_running(widget);
    widget.choose('4');
    widget.click(".bp-next");
    widget.expect_page(&in_further_language(&texts.item(instrument.items()[1].id).question));
    // It is loaded when it is chosen on the first page.
    browser.site().hold(".wasm");
    browser.open("/in-nl");
    let widget = Widget::coming(browser, 0);
    browser.click(&widget.element(".bp-languages__button[lang='fy']"));
    let heading = || widget.heading() == in_further_language(&texts.about.title);
    browser.wait("the other language", heading, || widget.look());
    browser.site().release();
    expect_running(widget);
    assert_eq!(widget.heading(), in_further_language(&texts.about.title));
}

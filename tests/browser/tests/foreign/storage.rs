//! Storage that the page may not access.

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Widget, in_every_engine, questionnaire};
use serde_json::Value;

use super::{Host, run};

const BODY: &str = "<b2b-b2c-profile persist='ask'></b2b-b2c-profile>";

const CLOSED: [Host; 3] = [
    Host {
        path: "/no-storage",
        head: "<script>for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
            Object.defineProperty(window, name, { get() { throw new DOMException('closed', 'SecurityError'); } });
          }</script>",
        body: BODY,
    },
    Host {
        path: "/closed-storage",
        head: "<script>for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key']) {
            Storage.prototype[name] = () => { throw new DOMException('full', 'QuotaExceededError'); };
          }</script>",
        body: BODY,
    },
    Host {
        path: "/null-storage",
        head: "<script>Object.defineProperty(window, 'localStorage', { value: null });</script>",
        body: BODY,
    },
];

in_every_engine!(storage_that_throws_is_survived, a_sandbox_without_an_origin_is_survived);

fn storage_that_throws_is_survived(browser: &Browser) {
    let (_, texts) = questionnaire("nl");
    for host in CLOSED {
        let widget = host.open(browser);
        run(widget);
        // Visitors who choose to keep their answers are told that it isn't possible, and can go on.
        widget.run("one('.bp-keep input').click()", Value::Null);
        let told = texts.label(Label::StorageFailed);
        browser.wait("the notice", || widget.text(".bp-note") == told.as_str(), || widget.look());
        assert!(!widget.is_there(".bp-keep :checked"), "nothing is kept");
        widget.click_on(&texts.label(Label::Restart));
        widget.expect_page(&texts.about.title);
        browser.heed();
    }
}

fn a_sandbox_without_an_origin_is_survived(browser: &Browser) {
    // A page without an origin may only read files shared with all origins.
    browser.site().share();
    browser.site().add_html("/inside", BODY);
    browser.site().add_html(
        "/outside",
        "<iframe sandbox='allow-scripts' src='/inside' width='900' height='700'></iframe>",
    );
    browser.open("/outside");
    browser.enter_frame(0);
    let widget = Widget::on_page(browser, 0);
    assert_eq!(widget.read("return origin"), "null");
    run(widget);
}

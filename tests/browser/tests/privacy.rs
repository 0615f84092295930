//! What stays with the visitor, and the strictest policy.

use browser_tests::{Answer, Browser, Sheet, Site, Widget, in_every_engine, questionnaire, report};
use serde_json::{Value, json};

const SHEET: Sheet = Sheet::new("511551155115", "1234");
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

in_every_engine!(a_full_run_leaves_nothing_behind, the_strictest_policy_is_never_violated);

fn a_full_run_leaves_nothing_behind(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    // The browser asks for the icon when it likes.
    let asked = || {
        let asked = browser.site().asked().into_iter();
        asked.filter(|path| path != "/icon.svg").collect::<Vec<_>>()
    };
    let before = asked();
    widget.fill(&SHEET.keys());
    widget.open_all();
    let left = widget.run(
        "return (async () => ({
           cookies: document.cookie,
           local: localStorage.length,
           session: sessionStorage.length,
           databases: (await indexedDB.databases()).length,
           caches: (await caches.keys()).length,
           workers: (await navigator.serviceWorker.getRegistrations()).length,
         }))()",
        Value::Null,
    );
    let nothing =
        json!({ "cookies": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0 });
    assert_eq!(left, nothing);
    assert_eq!(asked(), before, "answers ask for nothing");
}

fn the_strictest_policy_is_never_violated(browser: &Browser) {
    let page = Site::page("", "<b2b-b2c-profile></b2b-b2c-profile>");
    browser.site().add("/strict", Answer::html(&page).with_policy(POLICY));
    let widget = Widget::open(browser, "/strict");
    widget.fill(&SHEET.keys());
    widget.open_all();
    let (instrument, texts) = questionnaire("nl");
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
    widget.click(".bp-languages__button[lang='en']");
    browser.wait("English", || widget.is_there(".bp[lang='en']"), || widget.look());
    let radius = "return getComputedStyle(one('.bp-card')).borderStartStartRadius";
    assert_ne!(widget.read(radius), "0px", "the style sheet counts under the policy");
    browser.heed();

    // The recorder sees what is against the policy.
    widget.run("document.body.setAttribute('style', 'color: red'); return drawn()", Value::Null);
    browser.expect_violation("style-src-attr");
}

//! What stays with the visitor, and the strictest policy.

use browser_tests::{Browser, Page, Sheet, Widget, questionnaire, report};
use serde_json::{Value, json};

const SHEET: Sheet = Sheet::new("511551155115", "1234");
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

#[test]
fn a_full_run_leaves_nothing_behind() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
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
    browser.finish();
}

#[test]
fn the_strictest_policy_is_never_violated() {
    let browser = Browser::start();
    let watch = "window.violations = [];
        addEventListener('securitypolicyviolation', (event) => {
          violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
        });";
    let page = "<!doctype html><html lang='nl'><head><meta charset='utf-8'><title>Strict</title>
        <link rel='icon' href='/icon.svg'><script src='/watch.js'></script>
        <script type='module' src='/b2b-b2c-profile.js'></script></head>
        <body><b2b-b2c-profile></b2b-b2c-profile></body></html>";
    browser.site().add(Page {
        path: "/watch.js",
        content_type: "text/javascript",
        text: watch,
        policy: None,
    });
    browser.site().add(Page { path: "/strict", content_type: "text/html", text: page, policy: Some(POLICY) });
    let widget = Widget::open(&browser, "/strict");
    widget.fill(&SHEET.keys());
    widget.open_all();
    let (instrument, texts) = questionnaire("nl");
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
    widget.click(".bp-languages__button[lang='en']");
    browser.wait("English", || widget.is_there(".bp[lang='en']"), || widget.look());
    assert_eq!(widget.run("return violations", Value::Null), json!([]));
    let radius = "return getComputedStyle(one('.bp-card')).borderStartStartRadius";
    assert_ne!(widget.read(radius), "0px", "the style sheet counts under the policy");

    // The watch sees what is against the policy.
    widget.run("document.body.setAttribute('style', 'color: red'); return drawn()", Value::Null);
    let seen = || widget.run("return violations.length", Value::Null) == 1;
    browser.wait("the violation", seen, || widget.run("return violations", Value::Null).to_string());
    browser.expect_console("violates the following Content Security Policy");
    browser.finish();
}

//! What stays private.

use browser_tests::{Browser, Sheet, Widget, in_every_engine};
use serde_json::{Value, json};

/// Two visitors with very different answers.
const SHEETS: [Sheet; 2] = [Sheet::new("511551155115", "1234"), Sheet::new("155115511551", "5555")];

in_every_engine!(a_full_run_leaves_nothing_behind);

fn a_full_run_leaves_nothing_behind(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    let before = asked(browser);
    widget.fill(&SHEETS[0].keys());
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
    assert_eq!(asked(browser), before, "answers cause no requests");
}

#[test]
fn whatever_is_answered_the_same_is_loaded() {
    let loaded = SHEETS.map(|sheet| {
        let browser = Browser::start();
        let widget = Widget::open(&browser, "/");
        widget.fill(&sheet.keys());
        widget.open_all();
        // The order of simultaneous requests is up to the browser.
        let mut loaded = asked(&browser);
        loaded.sort();
        browser.finish();
        loaded
    });
    assert_eq!(loaded[0], loaded[1]);
}

/// All requests so far, except for the icon, whose time is up to the browser.
fn asked(browser: &Browser) -> Vec<String> {
    browser.site().asked().into_iter().filter(|path| path != "/icon.svg").collect()
}

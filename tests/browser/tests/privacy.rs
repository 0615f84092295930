//! What stays with the visitor.

use browser_tests::{Browser, Sheet, Widget, in_every_engine};
use serde_json::{Value, json};

const SHEET: Sheet = Sheet::new("511551155115", "1234");

in_every_engine!(a_full_run_leaves_nothing_behind);

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

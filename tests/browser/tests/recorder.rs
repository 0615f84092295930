//! The tests notice when something goes wrong on a page.

use browser_tests::{Answer, Browser, Site, in_every_engine};
use serde_json::Value;
use std::cell::RefCell;

in_every_engine!(whatever_goes_wrong_on_a_page_or_in_its_frame_is_seen);

/// An error, a rejection, a console message, a request to another site, and a policy violation.
const WRONGS: &str = "setTimeout(() => { throw new Error('thrown'); });
    Promise.reject(new Error('rejected'));
    console.error('said', new Error('told'));
    fetch('http://elsewhere.test/').catch(() => {});
    document.body.setAttribute('style', 'color: red');";
/// A part of the record of each.
const SEEN: [&str; 5] = ["thrown", "rejected", "told", "elsewhere", "style-src-attr"];

fn whatever_goes_wrong_on_a_page_or_in_its_frame_is_seen(browser: &Browser) {
    let site = browser.site();
    let policy = "style-src 'self'";
    site.add("/wrongs.js", Answer::script(WRONGS));
    let wrong = Site::page("", "<script src='/wrongs.js'></script>");
    site.add("/wrong", Answer::html(&wrong).with_policy(policy));
    site.add_html("/around", "<iframe src='/wrong'></iframe>");
    for path in ["/wrong", "/around"] {
        browser.open(path);
        let seen = RefCell::new(Vec::new());
        let has_all = || {
            seen.borrow_mut().extend(browser.surprises());
            SEEN.iter().all(|part| seen.borrow().iter().any(|said: &String| said.contains(part)))
        };
        browser.wait("all of it", has_all, || seen.borrow().join("\n"));
        // Some engines report violations twice.
        browser.run(0, "return drawn()", Value::Null);
        browser.surprises();
        assert!(browser.surprises().is_empty(), "entries are reported once");
    }
    browser.allow_console("");
}

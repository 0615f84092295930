//! The strictest content security policy.

use browser_tests::{Answer, Browser, Site, Widget, in_every_engine};
use serde_json::Value;

use super::run;

/// Only what the README asks for.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      connect-src 'self'; require-trusted-types-for 'script'";

in_every_engine!(the_strictest_policy_is_never_violated);

fn the_strictest_policy_is_never_violated(browser: &Browser) {
    let page = Site::page("", "<b2b-b2c-profile></b2b-b2c-profile>")
        .replace("<link rel='icon' href='/icon.svg'>", "");
    browser.site().add("/strict", Answer::html(&page).with_policy(POLICY));
    // Browsers request the page's icon, which the policy forbids.
    browser.allow_violation("/favicon.ico");
    let widget = Widget::open(browser, "/strict");
    run(widget);
    widget.open_all();
    widget.click(".bp-languages__button[lang='en']");
    browser.wait("English", || widget.is_there(".bp[lang='en']"), || widget.look());
    let radius = "return getComputedStyle(one('.bp-marks')).borderStartStartRadius";
    assert_ne!(widget.read(radius), "0px", "the style sheet counts under the policy");
    browser.heed();

    // Checks that the recorder sees violations of the policy.
    widget.run("document.body.setAttribute('style', 'color: red'); return drawn()", Value::Null);
    browser.expect_violation("style-src-attr");
}

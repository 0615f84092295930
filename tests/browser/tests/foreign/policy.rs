//! The strictest content security policy.

use browser_tests::{Answer, Browser, Site, Widget, in_every_engine};
use serde_json::Value;

use super::run;

/// Nothing but what the README asks for.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      connect-src 'self'; require-trusted-types-for 'script'";

in_every_engine!(the_strictest_policy_is_never_violated);

fn the_strictest_policy_is_never_violated(browser: &Browser) {
    let page = Site::page("", "<b2b-b2c-profile></b2b-b2c-profile>")
        .replace("<link rel='icon' href='/icon.svg'>", "");
    browser.site().add("/strict", Answer::html(&page).with_policy(POLICY));
    // Browsers look for the page's own icon, which it forbids.
    browser.allow_violation("/favicon.ico");
    let widget = Widget::open(browser, "/strict");
    run(widget);
    widget.open_all();
    widget.click(".bp-languages__button[lang='en']");
    browser.wait("English", || widget.is_there(".bp[lang='en']"), || widget.look());
    let radius = "return getComputedStyle(one('.bp-card')).borderStartStartRadius";
    assert_ne!(widget.read(radius), "0px", "the style sheet counts under the policy");
    browser.heed();

    // The recorder sees what is against the policy.
    widget.run("document.body.setAttribute('style', 'color: red'); return drawn()", Value::Null);
    browser.expect_violation("style-src-attr");
}

//! The lines for a policy that the builder writes.

use super::*;

#[test]
fn each_source_of_the_policy_is_needed() {
    let browser = Browser::start();
    browser.site().add_html("/empty", "");
    let (snippet, lines) = written(&browser, "module");
    let [scripts, connections] = &lines[..] else { panic!("not two lines: {lines:?}") };
    let folder = format!(" {}/", browser.site().origin());
    for (fewer, violated) in [
        (vec![scripts.replace(&folder, ""), connections.clone()], "script-src-elem"),
        (vec![scripts.replace(" 'wasm-unsafe-eval'", ""), connections.clone()], "wasm-eval"),
        (vec![scripts.clone()], "connect-src"),
    ] {
        paste(&browser, &snippet, &fewer);
        if violated == "connect-src" {
            // The script has loaded, and now needs its files.
            Widget::coming(&browser, 0).touch();
        }
        let is_there = || browser.run(0, "return Boolean(one('.bp-heading'))", Value::Null) == true;
        browser.wait("the fallback", || !is_there(), || format!("a first page, under {fewer:?}"));
        browser.expect_violation(violated);
        // The element tries twice, with three files each.
        browser.allow_violation(violated);
        browser.allow_console("b2b-b2c-profile");
        browser.heed();
    }
    browser.finish();
}

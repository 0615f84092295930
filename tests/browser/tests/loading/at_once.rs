//! What loads or fails without a touch, and the script that contains everything.

use super::*;

#[test]
fn returning_visitors_and_links_need_no_touch() {
    let browser = Browser::start();
    let kept = "<b2b-b2c-profile lang='nl' persist='ask'></b2b-b2c-profile>";
    let widget = open(&browser, kept);
    widget.click(".bp-keep input");
    widget.fill("51");
    let widget = open(&browser, kept);
    expect_running(widget);
    assert_eq!(widget.heading(), question(2));
    assert_eq!(told(widget), json!([["ready", null]]), "the page that was left is ready");

    let linked = "<b2b-b2c-profile lang='nl' link='hash'></b2b-b2c-profile>";
    browser.site().add("/linked", Answer::html(&Site::page(LISTENER, linked)));
    browser.open(&format!("/linked#result={CODE}"));
    let widget = Widget::coming(&browser, 0);
    expect_running(widget);
    assert!(widget.is_there(".bp-shared"));
    browser.finish();
}

#[test]
fn a_policy_without_webassembly_is_found_out_at_once() {
    let browser = Browser::start();
    let page = Site::page("", "<b2b-b2c-profile><p id='own'>Op papier</p></b2b-b2c-profile>");
    browser.site().add("/blocked", Answer::html(&page).with_policy("script-src 'self'"));
    browser.open("/blocked");
    let is_shown = || browser.run(0, "return host.firstElementChild.checkVisibility()", Value::Null) == true;
    browser.wait("the page's own words", is_shown, String::new);
    assert_eq!(loaded(&browser), Vec::<String>::new());
    browser.expect_console("could not start: blocked:");
    browser.allow_violation("wasm-eval");
    browser.finish();
}

#[test]
fn a_script_with_everything_inside_compiles_at_the_first_touch() {
    let browser = Browser::start();
    let count = "<script>window.compiled = 0; const { compile } = WebAssembly;
        WebAssembly.compile = (...given) => { compiled += 1; return compile.apply(WebAssembly, given); }</script>";
    let page = Site::page(count, EMBED)
        .replace("type='module' src='/b2b-b2c-profile.js'", "defer src='/b2b-b2c-profile.classic.js'");
    browser.site().add("/classic", Answer::html(&page));
    browser.open("/classic");
    let widget = Widget::coming(&browser, 0);
    widget.run("return host.whenReady()", Value::Null);
    assert_eq!(widget.run("return compiled", Value::Null), 0);
    browser.click(&widget.element(".bp-start"));
    expect_running(widget);
    assert_eq!(widget.run("return compiled", Value::Null), 1);
    browser.finish();
}

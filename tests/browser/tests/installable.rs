//! The landing page without internet: only on request, complete or not at all, and removed on request.

use browser_tests::{Answer, Browser, Widget};
use serde_json::{Value, json};

const WORKER: &str = "/service-worker.js";

/// The registrations and caches that the browser keeps of the site. The caches are not opened: opened during
/// deletion, one would be created again, empty.
#[track_caller]
fn kept(browser: &Browser) -> Value {
    let script = "return (async () => {
        const names = await caches.keys();
        const registrations = await navigator.serviceWorker.getRegistrations();
        return { workers: registrations.length, caches: names.length };
      })()";
    browser.run(0, script, Value::Null)
}

#[track_caller]
fn expect_nothing(browser: &Browser) {
    let nothing = json!({ "workers": 0, "caches": 0 });
    browser.wait("nothing to be kept", || kept(browser) == nothing, || kept(browser).to_string());
}

#[track_caller]
fn shows(widget: Widget, selector: &str) -> bool {
    widget.run("return Boolean(document.querySelector(args)?.checkVisibility())", json!(selector)) == true
}

#[track_caller]
fn expect_shown(widget: Widget, selector: &str) {
    let section = || widget.read("return document.querySelector('.offline').innerText");
    widget.browser().wait(selector, || shows(widget, selector), section);
}

#[track_caller]
fn press(widget: Widget, selector: &str) {
    let browser = widget.browser();
    expect_shown(widget, selector);
    browser.click(&browser.find(0, "return document.querySelector(args)", json!(selector)));
}

/// Opens the landing page and installs it for use without internet.
#[track_caller]
fn install<'a>(browser: &'a Browser, path: &str) -> Widget<'a> {
    let widget = Widget::open(browser, path);
    press(widget, "[data-do='install']");
    expect_shown(widget, "[role='status'] [data-states='on']");
    widget
}

/// Replaces the built service worker.
fn serve_worker(browser: &Browser, text: &str) {
    browser.site().add(WORKER, Answer::script(text));
}

/// The text of a file of the site.
#[track_caller]
fn file(browser: &Browser, path: &str) -> String {
    let text = browser.run(0, "return fetch(args).then((response) => response.text())", json!(path));
    text.as_str().expect("the file exists").to_owned()
}

#[test]
fn nothing_is_registered_before_the_visitor_asks() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    expect_shown(widget, "[data-do='install']");
    widget.fill("5115511551151234");
    expect_nothing(&browser);
    assert_eq!(browser.site().times_asked(WORKER), 0);
    browser.finish();
}

#[test]
fn once_asked_for_the_page_works_without_the_network() {
    let browser = Browser::start();
    browser.site().add_html("/en/nowhere", "Not kept");
    install(&browser, "/");
    assert_eq!(kept(&browser)["workers"], 1);
    assert_eq!(kept(&browser)["caches"], 1);
    browser.site().answer_instead("", Answer::none());
    let before = browser.site().asked().len();
    for (path, language) in
        [("/", "nl"), ("/en/", "en"), ("/index.html?utm=1#x", "nl"), ("/en/nowhere", "en")]
    {
        let widget = Widget::open(&browser, path);
        assert_eq!(widget.read("return document.documentElement.lang"), language, "{path}");
        widget.fill("5115511551151234");
        assert!(widget.is_there(".bp-result"), "{path}: {}", widget.look());
        widget.run("document.querySelector('.embed').scrollIntoView()", Value::Null);
        expect_shown(widget, ".builder");
    }
    let asked = browser.site().asked().split_off(before);
    // Only files that aren't kept, and the check for a new version, are requested.
    let asked: Vec<_> =
        asked.into_iter().filter(|path| ![WORKER, "/en/nowhere"].contains(&path.as_str())).collect();
    assert!(asked.is_empty(), "{asked:?}");
    browser.site().answer_rightly();
    browser.allow_console("net::ERR_");
    browser.finish();
}

#[test]
fn one_missing_or_changed_file_stops_the_installation() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    browser.site().answer_instead("en/index.html", Answer::status(404));
    press(widget, "[data-do='install']");
    expect_shown(widget, "[role='status'] [data-states='failed']");
    expect_nothing(&browser);
    browser.site().answer_rightly();

    browser.site().add("/builder.js", Answer::script("export {};"));
    press(widget, "[data-do='install']");
    browser.wait("the file", || browser.site().times_asked("/builder.js") > 0, || widget.look());
    expect_shown(widget, "[role='status'] [data-states='failed']");
    expect_nothing(&browser);
    browser.allow_console("404");
    browser.allow_console("integrity");
    browser.finish();
}

#[test]
fn a_new_version_is_offered_and_taken_only_on_a_press() {
    let browser = Browser::start();
    install(&browser, "/");
    let worker = file(&browser, WORKER);
    let widget = Widget::open(&browser, "/");
    assert!(!shows(widget, ".update"));
    widget.fill("51");
    let question = widget.heading();

    serve_worker(&browser, &format!("{worker}\n// Another version."));
    widget.run(
        "return navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => null)",
        Value::Null,
    );
    expect_shown(widget, ".update button");
    assert_eq!(widget.heading(), question, "nothing happens without a press");
    widget.run("window.isOld = true", Value::Null);
    press(widget, ".update button");
    browser.wait(
        "the reload",
        || widget.run("return window.isOld ?? false", Value::Null) == false,
        || widget.look(),
    );
    let widget = Widget::on_page(&browser, 0);
    assert!(!shows(widget, ".update"), "it is offered once");
    assert_eq!(kept(&browser)["caches"], 1);
    // A later visit runs the new version, and offers one again that was not taken.
    serve_worker(&browser, &format!("{worker}\n// A third version."));
    let widget = Widget::open(&browser, "/");
    expect_shown(widget, ".update button");
    let widget = Widget::open(&browser, "/en/");
    expect_shown(widget, ".update button");
    browser.finish();
}

#[test]
fn the_kill_switch_clears_everything_and_leaves_the_page_alone() {
    let browser = Browser::start();
    install(&browser, "/");
    let widget = Widget::open(&browser, "/");
    widget.fill("51");
    let question = widget.heading();
    // Other caches on the same host are left alone.
    widget.run("return caches.open('another site').then(() => null)", Value::Null);
    let kill = file(&browser, "/service-worker-kill.js");
    serve_worker(&browser, &kill);
    widget.run(
        "return navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => null)",
        Value::Null,
    );
    let is_clear = || kept(&browser) == json!({ "workers": 0, "caches": 1 });
    browser.wait("the end of it", is_clear, || kept(&browser).to_string());
    assert_eq!(widget.heading(), question);
    let widget = Widget::open(&browser, "/");
    expect_shown(widget, "[data-do='install']");
    browser.finish();
}

#[test]
fn the_visitor_can_remove_it_again() {
    let browser = Browser::start();
    let widget = install(&browser, "/en/");
    press(widget, "[data-do='remove']");
    expect_shown(widget, "[data-do='install']");
    assert_eq!(widget.run("return document.activeElement.dataset.do", Value::Null), "install");
    expect_nothing(&browser);
    install(&browser, "/");
    let widget = Widget::open(&browser, "/?no-worker");
    expect_shown(widget, "[data-do='install']");
    expect_nothing(&browser);
    browser.finish();
}

#[test]
fn an_embed_and_a_framed_page_register_nothing() {
    let browser = Browser::start();
    browser.site().add_html("/embed", "<b2b-b2c-profile persist='ask'></b2b-b2c-profile>");
    let widget = Widget::open(&browser, "/embed");
    widget.fill("5115511551151234");
    expect_nothing(&browser);
    // Not even where access to service workers throws.
    for sandbox in ["", "sandbox='allow-scripts'"] {
        let frame = format!("<iframe id='framed' src='/index.html' {sandbox}></iframe>");
        browser.site().add_html("/framing", &frame);
        browser.open("/framing");
        let asked = || browser.site().times_asked("/landing.js") > 0;
        browser.wait("the page in the frame", asked, || format!("{:?}", browser.site().asked()));
        expect_nothing(&browser);
    }
    browser.allow_console("CORS");
    browser.allow_console("Failed to load resource");
    assert_eq!(browser.site().times_asked(WORKER), 0);
    browser.finish();
}

#[test]
fn every_language_has_a_manifest_that_fits_its_page() {
    let browser = Browser::start();
    for (path, language) in [("/", "nl"), ("/en/", "en")] {
        let widget = Widget::open(&browser, path);
        let manifest = browser.command("Page.getAppManifest", json!({}));
        assert_eq!(manifest["errors"], json!([]), "{path}");
        let text: Value =
            serde_json::from_str(manifest["data"].as_str().unwrap_or_default()).expect("it is JSON");
        assert_eq!(text["lang"], language);
        assert_eq!(text["display"], "standalone");
        let address = "const link = document.querySelector('link[rel=manifest]').href;
            return [new URL(args.start_url, link).pathname, new URL(args.scope, link).pathname]";
        let [start, scope] = [0, 1].map(|place| widget.run(address, text.clone())[place].clone());
        assert_eq!(scope, "/", "{path}");
        assert_eq!(start, format!("{path}index.html"));
    }
    browser.finish();
}

//! The privacy panel: all requests, all stored keys, and a paragraph to copy.

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

use super::open;

in_every_engine!(the_panel_lists_what_was_loaded_and_what_is_kept, the_paragraph_can_be_copied);

const PANEL: &str = ".bp-panel";
const KEEP: &str = ".bp-keep input";

fn label(label: Label) -> String {
    questionnaire("nl").1.label(label).to_string()
}

/// The panel's lists: requests and stored keys.
#[track_caller]
fn lists(widget: Widget) -> [Vec<String>; 2] {
    [".bp-sources:not(.bp-sources ~ *)", ".bp-sources ~ .bp-sources"]
        .map(|list| widget.texts(&format!("{PANEL} > {list} > li")))
}

/// Opens the panel with the pointer and waits for its lists.
#[track_caller]
fn open_panel(widget: Widget) {
    widget.click(&format!("{PANEL} > summary"));
    let is_open = || widget.is_there(&format!("{PANEL}[open] li"));
    widget.browser().wait("the panel", is_open, || widget.look());
}

/// Ticks or unticks the box that keeps the answers, and waits until the panel has these keys.
#[track_caller]
fn keep(widget: Widget, keys: &[String]) {
    widget.click(KEEP);
    widget.browser().wait("the keys", || lists(widget)[1] == keys, || format!("{:?}", lists(widget)));
}

fn the_panel_lists_what_was_loaded_and_what_is_kept(browser: &Browser) {
    let widget = open(browser, "", "<b2b-b2c-profile persist='ask'></b2b-b2c-profile>");
    assert!(!widget.is_there(&format!("{PANEL}[open]")), "it is closed at first");
    open_panel(widget);
    let made = || {
        let asked = browser.site().asked().into_iter();
        let mut asked: Vec<String> = asked
            .filter(|path| !matches!(path.as_str(), "/element" | "/icon.svg" | "/favicon.ico"))
            .map(|path| format!("{}{path}", browser.site().origin()))
            .collect();
        asked.sort();
        asked
    };
    let listed = || {
        let [mut requests, _] = lists(widget);
        requests.sort();
        requests
    };
    assert_eq!(listed().len(), 4, "script, module, texts and styles: {:?}", listed());
    assert_eq!(listed(), made());
    let nothing = [label(Label::PanelNone)];
    assert_eq!(lists(widget)[1], nothing);
    keep(widget, &["b2b-b2c-profile".to_owned()]);
    assert_eq!(widget.run("return Object.keys(localStorage)", Value::Null), json!(["b2b-b2c-profile"]));
    keep(widget, &nothing);
    assert_eq!(widget.run("return Object.keys(localStorage)", Value::Null), json!([]));

    // Another language adds a request.
    widget.click(".bp-languages__button[lang='en']");
    browser.wait("English", || widget.is_there(".bp[lang='en']"), || widget.look());
    assert!(widget.is_there(&format!("{PANEL}[open]")), "it stays open");
    browser.wait("five requests", || listed().len() == 5, || format!("{:?}", listed()));
    assert_eq!(listed(), made());
}

/// The sentences of the privacy paragraph for these settings.
fn sentences(is_keeping: bool, analytics: &str) -> String {
    let kept = if is_keeping { Label::PrivacyKept } else { Label::PrivacyNotKept };
    let mut sentences = [Label::Privacy, kept, Label::PrivacyCode].map(label).to_vec();
    if !analytics.is_empty() {
        sentences.push(questionnaire("nl").1.fill(Label::PanelAnalytics, &[("analytics", analytics)]));
    }
    sentences.join(" ")
}

fn the_paragraph_can_be_copied(browser: &Browser) {
    let settings = [
        ("", sentences(false, "")),
        ("persist='ask'", sentences(true, "")),
        ("analytics='matomo'", sentences(false, "matomo")),
    ];
    for (settings, paragraph) in settings {
        // Captures what is copied, in whichever way the browser allows.
        let head = "<script>addEventListener('copy', () => { window.copied = getSelection().toString(); });
            const write = navigator.clipboard?.writeText;
            if (write) navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };
            </script>";
        let widget = open(browser, head, &format!("<b2b-b2c-profile {settings}></b2b-b2c-profile>"));
        open_panel(widget);
        let shown = widget.text(".bp-privacy");
        assert_eq!(shown, paragraph.trim(), "{settings}");
        widget.click_on(&label(Label::CopyPrivacy));
        let done = label(Label::Copied);
        let is_done = || widget.text(&format!("{PANEL} .bp-ways__done")) == done;
        browser.wait("the word for it", is_done, || widget.look());
        assert_eq!(widget.read("return window.copied"), shown);
    }
}

#[test]
fn the_clipboard_has_the_paragraph_and_a_page_without_one_says_so_too() {
    let browser = Browser::start();
    let origin = browser.site().origin().to_owned();
    let permissions =
        json!({ "origin": origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    browser.command("Browser.grantPermissions", permissions);
    let closed = "<script>Object.defineProperty(navigator, 'clipboard', { value: undefined })</script>";
    for head in ["", closed] {
        let widget = open(&browser, head, "<b2b-b2c-profile></b2b-b2c-profile>");
        open_panel(widget);
        browser.run(
            0,
            "return Navigator.prototype.__lookupGetter__('clipboard').call(navigator).writeText('')",
            Value::Null,
        );
        let button = label(Label::CopyPrivacy);
        widget.click_on(&button);
        let read = "return Navigator.prototype.__lookupGetter__('clipboard').call(navigator).readText()";
        let paragraph = sentences(false, "");
        browser.wait("the clipboard", || widget.read(read) == paragraph, || widget.read(read));
        let focused = widget.read("return words(focused())");
        assert_eq!(focused, button, "focus stays on the button");
    }
    browser.finish();
}

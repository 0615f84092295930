//! The frame's language follows the page around it.

use browser_tests::{Browser, Widget, in_every_engine};
use serde_json::{Value, json};

use super::{Frame, Source, open};

const RESIZER: &str = "<script src='/frame-resizer.js'></script>";

in_every_engine!(
    a_frame_speaks_the_language_around_it,
    an_address_or_the_visitor_decides_before_the_page,
    the_nearest_language_counts_through_shadow_roots,
);

/// A frame whose address has no language.
fn silent(browser: &Browser, id: &'static str) -> String {
    let frame = Frame { id, sandbox: Some("allow-scripts"), source: Source::Far };
    frame.markup(browser, "").replace("?lang=nl", "?").replace("lazy", "eager")
}

/// Waits for the language of the widget in a frame.
#[track_caller]
fn expect(browser: &Browser, place: u16, code: &str) {
    browser.enter_frame(place);
    let widget = Widget::on_page(browser, 0);
    let spoken = "return [host.shadowRoot.querySelector('.bp').lang, document.documentElement.lang]";
    let spoken = || widget.run(spoken, Value::Null);
    browser.wait(
        &format!("{code} in frame {place}"),
        || spoken() == json!([code, code]),
        || spoken().to_string(),
    );
    browser.leave_frames();
}

/// Changes the language of the page around, and gives frames time to follow.
#[track_caller]
fn set(browser: &Browser, script: &str) {
    let wait = "return (async () => {
        for (let frames = 0; frames < 20; frames += 1) await new Promise(requestAnimationFrame);
      })()";
    browser.run(0, &format!("{script}; {wait}"), Value::Null);
}

fn a_frame_speaks_the_language_around_it(browser: &Browser) {
    open(browser, RESIZER, &silent(browser, "silent"));
    expect(browser, 0, "nl");
    set(browser, "document.documentElement.lang = 'en-GB'");
    expect(browser, 0, "en");
    for unknown in ["xx", "", "english", "constructor", "__proto__"] {
        set(browser, &format!("document.documentElement.lang = '{unknown}'"));
        expect(browser, 0, "en");
    }
    set(browser, "document.body.lang = 'NL'");
    expect(browser, 0, "nl");
    set(browser, "document.querySelector('iframe').lang = 'en'");
    expect(browser, 0, "en");
    set(browser, "document.querySelector('iframe').removeAttribute('lang')");
    expect(browser, 0, "nl");
}

fn an_address_or_the_visitor_decides_before_the_page(browser: &Browser) {
    let named = Frame { id: "named", sandbox: None, source: Source::Far }
        .markup(browser, "")
        .replace("lazy", "eager");
    open(browser, RESIZER, &format!("{}{named}", silent(browser, "silent")));
    set(browser, "document.documentElement.lang = 'en'");
    expect(browser, 0, "en");
    expect(browser, 1, "nl");

    browser.enter_frame(0);
    Widget::on_page(browser, 0).click(".bp-languages__button[lang='nl']");
    browser.leave_frames();
    expect(browser, 0, "nl");
    set(browser, "document.documentElement.lang = 'nl'; document.documentElement.lang = 'en'");
    expect(browser, 0, "nl");
}

fn the_nearest_language_counts_through_shadow_roots(browser: &Browser) {
    let add = "const host = document.createElement('div');
        host.id = 'host';
        const inner = document.createElement('form');
        // A form field with this name is not a language.
        const field = document.createElement('input');
        field.name = 'lang';
        const frame = document.createElement('iframe');
        frame.src = args;
        frame.title = 'Test';
        frame.dataset.b2bB2cProfile = '';
        inner.append(field, frame);
        host.attachShadow({ mode: 'open' }).append(inner);
        document.body.append(host);";
    open(browser, RESIZER, "");
    browser.run(0, add, json!("/frame.html"));
    browser.run(
        0,
        "window.frameIn = document.querySelector('#host').shadowRoot.querySelector('iframe')",
        Value::Null,
    );
    expect_within(browser, "nl");
    set(browser, "document.querySelector('#host').lang = 'en'");
    expect_within(browser, "en");
    set(browser, "frameIn.parentNode.setAttribute('lang', 'nl-BE')");
    expect_within(browser, "nl");
    set(browser, "frameIn.parentNode.removeAttribute('lang'); document.documentElement.lang = 'nl'");
    expect_within(browser, "en");
}

/// Waits for the language of the frame in the shadow root, which drivers can't enter.
#[track_caller]
fn expect_within(browser: &Browser, code: &str) {
    let spoken = || browser.run(0, "return frameIn.contentDocument.documentElement.lang", Value::Null);
    browser.wait(&format!("{code} in the shadow root"), || spoken() == code, || spoken().to_string());
}

//! A module or texts that can't be loaded: the fallback, an event with a code, and a retry.

use browser_tests::{Answer, Browser, Site, Widget, in_every_engine};
use serde_json::{Value, json};

use super::run;

/// One element with fallback content of the page, and one without.
const BODY: &str = "<b2b-b2c-profile loading='eager'><p>Vul de lijst in op <a href='/lijst'>papier</a>.</p></b2b-b2c-profile>\
                    <b2b-b2c-profile loading='eager'></b2b-b2c-profile>";
const WITHOUT_WASM: &str = "<script>delete globalThis.WebAssembly</script>";
const HURRY: &str = "<script src='/hurry.js'></script>";
const FORBIDDEN: &str = "script-src 'self'";
const ALLOWED: &str = "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'";

/// The codes of errors that a retry can't fix.
const LASTING: [&str; 2] = ["no-wasm", "blocked"];

const WASM: &str = ".wasm";
/// The page is Dutch.
const TEXTS: &str = "-nl-";
const STYLES: &str = "-styles-";

/// A fault of a file, and the error code for it.
struct Trouble {
    code: &'static str,
    /// A part of the file's name.
    file: &'static str,
    head: &'static str,
    policy: &'static str,
    /// The answer instead of the file, made from its bytes.
    answer: fn(Vec<u8>) -> Answer,
}

impl Trouble {
    const fn with(code: &'static str, answer: fn(Vec<u8>) -> Answer) -> Trouble {
        Trouble { code, file: WASM, head: "", policy: ALLOWED, answer }
    }

    /// The same for the later style sheet.
    const fn in_styles(self) -> Trouble {
        Trouble { file: STYLES, ..self }
    }

    /// The same for the texts.
    const fn in_texts(self) -> Trouble {
        Trouble { file: TEXTS, ..self }
    }
}

fn wasm(bytes: impl Into<Vec<u8>>) -> Answer {
    Answer::file("application/wasm", bytes)
}

fn half(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len() / 2]
}

fn changed(mut bytes: Vec<u8>) -> Vec<u8> {
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    bytes
}

const TROUBLES: [Trouble; 18] = [
    Trouble { head: WITHOUT_WASM, ..Trouble::with("no-wasm", wasm) },
    Trouble { policy: FORBIDDEN, ..Trouble::with("blocked", wasm) },
    Trouble::with("not-found", |_| Answer::status(404)),
    Trouble::with("not-found", |_| Answer::status(410)),
    Trouble::with("http", |_| Answer::status(503)),
    Trouble::with("not-wasm", |_| Answer::html("<!doctype html><title>Not here</title>")),
    Trouble::with("truncated", |bytes| wasm(half(&bytes))),
    Trouble::with("integrity", |bytes| wasm(changed(bytes))),
    Trouble::with("network", |bytes| wasm(half(&bytes)).cut_off()),
    Trouble::with("network", |_| Answer::none()),
    Trouble { head: HURRY, ..Trouble::with("stalled", |bytes| wasm(half(&bytes)).without_end()) },
    Trouble { head: HURRY, ..Trouble::with("stalled", |_| wasm([]).without_end()) },
    Trouble::with("not-found", |_| Answer::status(404)).in_texts(),
    Trouble::with("truncated", |bytes| Answer::file("text/plain", half(&bytes))).in_texts(),
    Trouble::with("integrity", |bytes| Answer::file("text/plain", changed(bytes))).in_texts(),
    Trouble { head: HURRY, ..Trouble::with("stalled", |_| Answer::file("text/plain", []).without_end()) }
        .in_texts(),
    Trouble::with("not-found", |_| Answer::status(404)).in_styles(),
    Trouble::with("integrity", |bytes| Answer::file("text/plain", changed(bytes))).in_styles(),
];

in_every_engine!(
    every_trouble_has_its_code_and_a_fallback,
    retrying_shows_the_widget,
    the_fallback_leads_to_a_whole_address_or_to_our_own,
);

fn the_fallback_leads_to_a_whole_address_or_to_our_own(browser: &Browser) {
    open(browser, 0, &TROUBLES[0]);
    expect_failures(browser, &TROUBLES[0]);
    let origin = browser.site().origin();
    let address = |text: &str| {
        let fail = "const element = document.createElement('b2b-b2c-profile');
            element.setAttribute('fallback-href', args);
            element.loading = 'eager';
            return new Promise((resolve) => {
              element.addEventListener('error', () => {
                resolve(element.shadowRoot.querySelector('.bp-failure__link').href);
                element.remove();
              });
              document.body.append(element);
            });";
        browser.run(0, fail, json!(text))
    };
    let whole = [
        ("https://x.example/list?a#b", "https://x.example/list?a#b".to_owned()),
        (" HTTPS://x.example ", "https://x.example/".to_owned()),
        ("/list", format!("{origin}/list")),
        ("list#a:b", format!("{origin}/list#a:b")),
    ];
    for (text, expected) in whole {
        assert_eq!(address(text), expected, "{text}");
    }
    for text in [
        "",
        " ",
        "https://",
        "https:// ",
        "https://?",
        "https://#",
        "https:///x",
        "https:x",
        "https:/x",
        "https://:443",
        "https://@",
        "https://%20",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,x",
        "mailto:",
        "mailto:?subject=x",
        "tel:",
        "blob:https://x/1",
        "ftp://x/",
    ] {
        assert_eq!(address(text), format!("{origin}/offline.html"), "{text:?}");
    }
    browser.allow_console("b2b-b2c-profile");
    browser.heed();
}

fn every_trouble_has_its_code_and_a_fallback(browser: &Browser) {
    for (number, trouble) in TROUBLES.iter().enumerate() {
        open(browser, number, trouble);
        expect_failures(browser, trouble);
    }
}

fn retrying_shows_the_widget(browser: &Browser) {
    for (number, trouble) in
        TROUBLES.iter().enumerate().filter(|(_, trouble)| !LASTING.contains(&trouble.code))
    {
        open(browser, number, trouble);
        expect_failures(browser, trouble);
        browser.site().answer_rightly();
        browser.run(0, "window.isPatient = true; host.retry()", Value::Null);
        run(Widget::on_page(browser, 0));
        assert!(is_hidden(browser, 0), "its children are hidden");
        // The other element has its own retry button.
        let button = browser.find(1, "return one('.bp-failure button')", Value::Null);
        browser.click(&button);
        run(Widget::on_page(browser, 1));
        for place in [0, 1] {
            let names =
                "return seen.filter((event) => event.place === place).map(({ name }) => name).slice(-2)";
            let told = browser.run(place, names, Value::Null);
            assert_eq!(told, json!(["error", "ready"]), "widget {place} is ready once the error is over");
        }
        browser.heed();
    }
}

/// Opens a page with the fault.
#[track_caller]
fn open(browser: &Browser, number: usize, trouble: &Trouble) {
    let site = browser.site();
    site.add("/witness.js", Answer::script(include_str!("witness.js")));
    site.add("/hurry.js", Answer::script(include_str!("hurry.js")));
    let file = file(site, trouble);
    site.answer_instead(&file, (trouble.answer)(site.file(&file, "")));
    let head = format!("<script src='/witness.js'></script>{}", trouble.head);
    let path = format!("/{}-{number}", trouble.code);
    site.add(&path, Answer::html(&Site::page(&head, BODY)).with_policy(trouble.policy));
    browser.open(&path);
}

/// The name of the faulty file.
#[track_caller]
fn file(site: &Site, trouble: &Trouble) -> String {
    match trouble.file {
        WASM => site.module(),
        part => site.name(&format!("b2b-b2c-profile{part}"), ".txt"),
    }
}

/// Checks that both elements fail with the code, within a second of the cause, and show a fallback.
#[track_caller]
fn expect_failures(browser: &Browser, trouble: &Trouble) {
    let seen = || browser.run(0, "return seen", Value::Null);
    let errors = "return seen.filter(({ name }) => name === 'error').length";
    let is_told = || browser.run(0, errors, Value::Null) == 2;
    browser.wait(trouble.code, is_told, || seen().to_string());
    let told = |name: &str| -> Vec<Value> {
        let seen = seen();
        let seen = seen.as_array().into_iter().flatten().filter(|event| event["name"] == name);
        seen.map(|event| json!([event["place"], event["code"], event["isSound"]])).collect()
    };
    assert_eq!(told("error"), [0, 1].map(|place| json!([place, trouble.code, true])));
    // With WebAssembly, the first page may have been usable before.
    let ready = if LASTING.contains(&trouble.code) { 0 } else { 2 };
    assert!(told("ready").len() <= ready);
    let late = browser.run(0, include_str!("late.js"), json!(file(browser.site(), trouble)));
    assert!(late.as_f64().is_some_and(|late| late < 1000.0), "{} took {late} ms", trouble.code);

    assert!(!is_hidden(browser, 0), "the page's own content is shown");
    assert_eq!(browser.run(0, "return Boolean(one('.bp, .bp-failure'))", Value::Null), false);
    let notice = browser.run(
        1,
        "return [one('.bp-failure p').textContent, one('.bp-failure a').href, one('.bp-failure').lang]",
        Value::Null,
    );
    let shown = browser.run(1, "return one('.bp-failure').offsetHeight > 0", Value::Null);
    assert_eq!((&shown, &notice[2]), (&json!(true), &json!("nl")), "{notice}");
    assert!(notice[0].as_str().is_some_and(|text| text.len() > 20), "{notice}");
    assert!(notice[1].as_str().is_some_and(|link| link.starts_with("http")), "{notice}");

    for _ in 0..2 {
        browser.expect_console(&format!("could not start: {}:", trouble.code));
    }
    // Browsers log missing or invalid files in their own words.
    browser.allow_console(trouble.file);
    if trouble.code == "blocked" {
        browser.allow_violation("wasm-eval");
    }
    browser.heed();
}

/// Whether the children of an element are hidden.
#[track_caller]
fn is_hidden(browser: &Browser, place: usize) -> bool {
    let script =
        "const child = host.firstElementChild; return !child.checkVisibility() || !child.offsetHeight";
    browser.run(place, script, Value::Null) == true
}

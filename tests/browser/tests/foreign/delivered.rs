//! Delivery of scripts and files: content types, encodings and ways to load them.

use browser_tests::{Answer, Browser, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

use super::run;

in_every_engine!(
    a_server_may_send_the_module_as_any_type,
    a_script_may_come_from_a_blob_or_data_address,
    a_classic_script_says_the_same_in_every_encoding,
);

fn a_server_may_send_the_module_as_any_type(browser: &Browser) {
    browser.site().add_html("/delivered", "<b2b-b2c-profile></b2b-b2c-profile>");
    let module = browser.site().file("b2b-b2c-profile-", ".wasm");
    let types = [
        "application/wasm; charset=utf-8",
        "Application/WASM",
        "application/wasm ;x=y",
        "application/octet-stream",
        "text/html; charset=windows-1252",
    ];
    for kind in types {
        browser.site().answer_instead(".wasm", Answer::file(kind, module.clone()));
        let widget = Widget::open(browser, "/delivered");
        assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str(), "{kind}");
        // Some browsers warn about these types.
        browser.allow_console("wasm");
    }
}

/// Fetches a script and runs it from another address.
const FROM_ELSEWHERE: &str = "<script type='module'>
    const text = await (await fetch(SCRIPT)).text();
    const script = document.createElement('script');
    if (KIND) script.type = KIND;
    script.src = ADDRESS;
    document.head.append(script);
    </script>";
const ADDRESSES: [&str; 2] = [
    "URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))",
    "`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`",
];

fn a_script_may_come_from_a_blob_or_data_address(browser: &Browser) {
    let body = "<b2b-b2c-profile lang='nl'><p>Onze eigen woorden.</p></b2b-b2c-profile>\
                <b2b-b2c-profile lang='nl'></b2b-b2c-profile>";
    let codes =
        "<script>window.codes = []; addEventListener('error', ({ detail }) => codes.push(detail?.code));
        addEventListener('unhandledrejection', () => codes.push('unhandled'));</script>";
    for address in ADDRESSES {
        for (script, kind, without, code) in [
            ("'/b2b-b2c-profile.classic.js'", "''", "", None),
            (
                "'/b2b-b2c-profile.classic.js'",
                "''",
                "<script>delete globalThis.WebAssembly</script>",
                Some("no-wasm"),
            ),
            ("'/b2b-b2c-profile.js'", "'module'", "", Some("not-found")),
        ] {
            let loader =
                FROM_ELSEWHERE.replace("SCRIPT", script).replace("KIND", kind).replace("ADDRESS", address);
            let page = format!(
                "<!doctype html><html lang='nl'><meta charset='utf-8'><title>Test</title>
                <link rel='icon' href='/icon.svg'>{codes}{without}{body}{loader}"
            );
            browser.site().add("/delivered", Answer::html(&page));
            browser.open("/delivered");
            let Some(code) = code else {
                run(Widget::on_page(browser, 0));
                continue;
            };
            // A module requests its files when it is touched, and finds them missing.
            let touch = "for (const one of document.querySelectorAll('b2b-b2c-profile')) {
                one.shadowRoot?.querySelector('.bp-root')?.dispatchEvent(new Event('change', { bubbles: true }));
              } return codes";
            let told = || browser.run(0, touch, Value::Null);
            browser.wait("both codes", || told() == json!([code, code]), || told().to_string());
            let own = "return [getComputedStyle(document.querySelector('p')).display !== 'none'
                && host.shadowRoot.querySelector('slot').hidden === false]";
            assert_eq!(browser.run(0, own, Value::Null), json!([true]), "the page's own content is shown");
            let words = browser.run(1, "return words(one('.bp-failure'))", Value::Null);
            assert!(words.as_str().is_some_and(|words| !words.is_empty()), "{words}");
            let link = browser.run(1, "return one('.bp-failure__link')?.href ?? ''", Value::Null);
            assert_eq!(link, "", "the address of a whole page is unknown");
            browser.allow_console("could not start");
            browser.heed();
        }
    }
}

fn a_classic_script_says_the_same_in_every_encoding(browser: &Browser) {
    let page = "<html lang=nl><title>Test</title><link rel=icon href=/icon.svg>\
                <script src=/b2b-b2c-profile.classic.js></script><b2b-b2c-profile></b2b-b2c-profile>";
    for charset in ["windows-1252", "iso-8859-5", "shift_jis", "koi8-r"] {
        browser.site().add("/delivered", Answer::file(&format!("text/html; charset={charset}"), page));
        browser.open("/delivered");
        let widget = Widget::coming(browser, 0);
        let text = widget.text(".bp-lede");
        assert_eq!(text, questionnaire("nl").1.about.text.as_str(), "{charset}");
        run(Widget::on_page(browser, 0));
        // Some browsers warn about legacy encodings.
        browser.allow_console("");
        browser.heed();
    }
    let scripts = ["b2b-b2c-profile.classic.js", "frame-resizer.js"];
    assert!(scripts.iter().all(|name| browser.site().file(name, "").is_ascii()));
}

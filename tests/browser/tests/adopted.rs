//! What a visitor does on the first pages has the same effect before and after the engine is loaded.

use std::cell::RefCell;

use browser_tests::{Answer, Browser, Site, Widget, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(every_path_leads_where_it_leads_with_the_engine);

/// Each word is an action of a visitor or a page.
const PATHS: [&str; 16] = [
    "",
    "companies",
    "both",
    "keep",
    "companies start",
    "start 5",
    "unknown start 2 next",
    "start next",
    "consumers start 4 back",
    "start 1 back start",
    "start 0 back companies start next",
    "keep en start",
    "companies keep start 3 en nl",
    "en companies start 5 next",
    "companies start 4 restart",
    "companies restart keep start 2",
];

const DO: &str = "const click = (selector) => one(selector)?.click();
    const ways = {
      start: () => click('.bp-start'), next: () => click('.bp-next'), back: () => click('.bp-button--back'),
      keep: () => click('.bp-keep input'), restart: () => host.restart(),
      en: () => click('.bp-languages__button[lang=en]'), nl: () => click('.bp-languages__button[lang=nl]'),
    };
    const deed = ways[args] ?? (() => click(`[value='opener-${args}'], .bp-question__group [value='${args}']`));
    deed();
    return drawn()";

const STATE: &str = "return { heading: words(one('.bp-heading')), language: one('.bp').lang,
    chosen: all('input:checked').map(({ value }) => value), error: Boolean(one('.bp-error')),
    undo: words(one('.bp-note')), kept: Boolean(localStorage.getItem('b2b-b2c-profile')), value: host.value,
    result: host.result()?.results.map(({ answered }) => answered) ?? null }";

fn every_path_leads_where_it_leads_with_the_engine(browser: &Browser) {
    let embed = "<b2b-b2c-profile persist='ask'></b2b-b2c-profile>";
    browser.site().add("/adopted", Answer::html(&Site::page("", embed)));
    for path in PATHS {
        let states = [true, false].map(|is_running| {
            browser.site().answer_rightly();
            if !is_running {
                browser.site().hold(".wasm");
            }
            browser.open("/adopted");
            let widget = if is_running { Widget::on_page(browser, 0) } else { Widget::coming(browser, 0) };
            for deed in path.split_whitespace() {
                widget.run(DO, json!(deed));
            }
            if !is_running {
                widget.touch();
                browser.site().release();
            }
            browser.wait("the widget", || widget.is_running(), || widget.look());
            // Events may follow later, so the state must be the same twice.
            let state = || widget.run(STATE, Value::Null);
            let last = RefCell::new(Value::Null);
            let is_calm = || {
                let now = state();
                last.replace(now.clone()) == now
            };
            browser.wait("a state that stays", is_calm, || state().to_string());
            let state = state();
            widget.run("localStorage.clear()", Value::Null);
            state
        });
        assert_eq!(states[1], states[0], "{path}: without the engine, and with it");
    }
}

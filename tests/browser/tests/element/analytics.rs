//! Analytics: only where the host asks for it, and only event, step and profile.

use b2b_b2c_profile::assessment::Profile;
use browser_tests::{Browser, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

use super::{SHEET, finish, open};

in_every_engine!(unasked_nothing_is_counted, event_step_and_profile_are_counted_and_nothing_else);

/// Lists of the host that can't be appended to.
const BAD_LISTS: [&str; 6] = [
    "delete window[name]; Object.defineProperty(window, name, { value: undefined })",
    "window[name] = Object.freeze([])",
    "window[name] = { push() { throw new Error('full') } }",
    "window[name] = { push: 'no function' }",
    "window[name] = 7",
    "Object.defineProperty(window, name, { get() { throw new Error('closed') } })",
];

/// The names of the page's globals.
const GLOBALS: &str = "return Object.getOwnPropertyNames(window).sort()";

/// Completes a run and restarts.
#[track_caller]
fn run_and_restart(widget: Widget) {
    widget.fill(&SHEET.keys());
    widget.run("return turn('.bp-result__actions .bp-link:last-of-type')", Value::Null);
}

fn unasked_nothing_is_counted(browser: &Browser) {
    for settings in ["", "analytics='none'", "analytics='google'"] {
        let widget = open(browser, "", &format!("<b2b-b2c-profile {settings}></b2b-b2c-profile>"));
        let before = widget.run(GLOBALS, Value::Null);
        run_and_restart(widget);
        assert_eq!(widget.run(GLOBALS, Value::Null), before, "{settings}");
        assert_eq!(widget.run("return typeof dataLayer + typeof _paq", Value::Null), "undefinedundefined");
        browser.allow_console("unknown analytics \"google\"");
        browser.heed();
    }
}

fn event_step_and_profile_are_counted_and_nothing_else(browser: &Browser) {
    let (instrument, _) = questionnaire("nl");
    let profile = SHEET.outcome(&instrument).profile.map(Profile::as_str);
    let mut events = vec![("start", None)];
    let items = (1..=instrument.items().len()).map(|number| format!("item {number}"));
    let foundations = (1..=instrument.foundations().len()).map(|number| format!("foundation {number}"));
    let mut steps: Vec<String> = items.chain(foundations).chain(["result".to_owned()]).collect();
    steps.insert(6, "halfway".to_owned());
    events.extend(steps.iter().map(|step| ("step", Some(step.as_str()))));
    events.extend([("complete", profile), ("restart", None), ("step", Some("intro"))]);

    let to_datalayer = |&(event, value): &(&str, Option<&str>)| {
        let mut entry = json!({ "event": format!("b2b_b2c_profile_{event}") });
        let field = if event == "step" { "step" } else { "profile" };
        if let Some(value) = value {
            entry[field] = json!(value);
        }
        entry
    };
    let to_matomo = |&(event, value): &(&str, Option<&str>)| {
        json!(["trackEvent", "b2b-b2c-profile", event, value.unwrap_or_default()])
    };
    let lists: [(&str, &str, Vec<Value>); 2] = [
        ("datalayer", "dataLayer", events.iter().map(to_datalayer).collect()),
        ("matomo", "_paq", events.iter().map(to_matomo).collect()),
    ];
    for (kind, list, expected) in &lists {
        // The host's own entries stay; a missing list is created.
        for head in ["", &format!("<script>window.{list} = ['own']</script>")] {
            let widget =
                open(browser, head, &format!("<b2b-b2c-profile analytics='{kind}'></b2b-b2c-profile>"));
            run_and_restart(widget);
            let length =
                || widget.run("return window[args].filter((entry) => entry !== 'own').length", json!(list));
            browser.wait("all events", || length() == expected.len(), || length().to_string());
            let counted = widget.run("return window[args].filter((entry) => entry !== 'own')", json!(list));
            // As the host's script would send it: JSON leaves out undefined values.
            let counted: Vec<Value> = counted
                .as_array()
                .into_iter()
                .flatten()
                .cloned()
                .map(|mut entry| {
                    if let Some(fields) = entry.as_object_mut() {
                        fields.retain(|_, value| !value.is_null());
                    }
                    entry
                })
                .collect();
            assert_eq!(counted, *expected, "{kind}");
            let own = widget.run("return window[args].indexOf('own')", json!(list));
            assert_eq!(own, if head.is_empty() { -1 } else { 0 });
            let other = if *list == "_paq" { "dataLayer" } else { "_paq" };
            assert_eq!(widget.run("return args in window", json!(other)), false, "{other}");
        }
    }
}

#[test]
fn a_list_that_cannot_be_appended_to_does_no_harm() {
    let browser = Browser::start();
    for (kind, list) in [("datalayer", "dataLayer"), ("matomo", "_paq")] {
        for bad in BAD_LISTS {
            let head = format!("<script>{{ const name = '{list}'; {bad} }}</script>");
            let body = format!("<b2b-b2c-profile analytics='{kind}'></b2b-b2c-profile>");
            let widget = open(&browser, &head, &body);
            finish(widget, SHEET.items);
            browser.heed();
        }
    }
    browser.finish();
}

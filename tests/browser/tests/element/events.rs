//! The events: their order and details.

use std::collections::BTreeSet;

use b2b_b2c_profile::assessment::Profile;
use b2b_b2c_profile::content::Label;
use browser_tests::{Answer, Browser, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

use super::{API, SHEET, open};

in_every_engine!(a_whole_run_is_told_in_order);

/// Opens a page that listens to all events, with an element with these settings.
#[track_caller]
fn listening<'a>(browser: &'a Browser, settings: &str) -> Widget<'a> {
    add_listener(browser);
    open(browser, &listener(), &format!("<b2b-b2c-profile {settings}></b2b-b2c-profile>"))
}

fn add_listener(browser: &Browser) {
    browser.site().add("/listener.js", Answer::script(include_str!("listener.js")));
}

fn listener() -> String {
    let names: Vec<&str> = names().into_iter().collect();
    format!("<script src='/listener.js' data-names='{}'></script>", names.join(" "))
}

/// The names of all events in the table of the interface.
fn names() -> BTreeSet<&'static str> {
    let events = API["events"].as_array().expect("the table has events");
    events.iter().filter_map(|event| event["name"].as_str()).collect()
}

/// Waits for this event, which must come last, and returns all events so far: names and details.
#[track_caller]
fn take_heard(browser: &Browser, last: &str) -> Vec<(String, Value)> {
    let run = |script: &str| browser.run(0, script, Value::Null);
    browser.wait(last, || run("return heard.at(-1)?.name") == last, || run("return heard").to_string());
    let heard = run("return heard.splice(0)");
    let event = |event: &Value| {
        assert_eq!(event["isSound"], true, "it bubbles, crosses shadow roots and is frozen: {event}");
        assert_eq!(event["detail"]["version"], 1, "{event}");
        (event["name"].as_str().unwrap_or_default().to_owned(), event["detail"].clone())
    };
    heard.as_array().into_iter().flatten().map(event).collect()
}

fn told(name: &str, detail: Value) -> (String, Value) {
    let mut detail = detail;
    detail["version"] = json!(1);
    (name.to_owned(), detail)
}

/// The step of a page without a number.
fn page(page: &str) -> (String, Value) {
    told("step", json!({ "page": page, "id": null, "number": null, "of": null, "run": 1 }))
}

/// The step of a question.
fn asked(page: &str, id: &str, number: usize, of: usize) -> (String, Value) {
    told("step", json!({ "page": page, "id": id, "number": number, "of": of, "run": 1 }))
}

fn a_whole_run_is_told_in_order(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let widget = listening(browser, "");
    assert_eq!(take_heard(browser, "ready"), [told("ready", json!({ "language": "nl" }))]);

    widget.fill(&SHEET.keys());
    let mut expected = vec![told("start", json!({}))];
    let (items, foundations) = (instrument.items(), instrument.foundations());
    expected.extend(
        items.iter().zip(1..).map(|(item, number)| asked("item", item.id.as_str(), number, items.len())),
    );
    // The halfway page comes between the items.
    expected.insert(7, page("halfway"));
    expected.extend(
        foundations
            .iter()
            .zip(1..)
            .map(|(known, number)| asked("foundation", known.id.as_str(), number, foundations.len())),
    );
    expected.push(page("result"));
    let mut heard = take_heard(browser, "complete");
    let (_, complete) = heard.pop().expect("the last one was heard");
    assert_eq!(heard, expected);
    expect_result(&complete);
    assert_eq!(widget.run("return host.result()", Value::Null), complete);
    assert!(complete.get("code").is_none(), "the host didn't ask for the code: {complete}");
    assert!(complete.get("foundations").is_none(), "the host didn't ask for answers: {complete}");
    assert!(complete["results"][0].get("answers").is_none(), "the host didn't ask for answers: {complete}");

    widget.click_on(&texts.label(Label::CopyCode));
    assert_eq!(take_heard(browser, "share"), [told("share", json!({ "what": "code", "method": "copy" }))]);
    widget.click_on(&texts.label(Label::Download));
    let heard = take_heard(browser, "download");
    let name = heard[0].1["name"].as_str().unwrap_or_default();
    let stem = texts.label(Label::DownloadName);
    assert!(name.starts_with(&format!("{}-20", &*stem)) && name.ends_with(".json"), "{name}");
    assert_eq!(heard, [told("download", json!({ "format": "json", "name": name }))]);
    let file = widget.run("return files.at(-1).text().then(JSON.parse)", Value::Null);
    assert_eq!(file, widget.run("return host.result({ answers: true })", Value::Null));

    // A changed answer leads to a different result.
    widget.click(".bp-result__actions .bp-button--back");
    let last = foundations.last().expect("there are foundations");
    let place = foundations.len();
    assert_eq!(take_heard(browser, "step"), [asked("foundation", last.id.as_str(), place, place)]);
    widget.fill("1");
    let heard = take_heard(browser, "complete");
    assert_eq!(heard[0], page("result"));
    assert_eq!(heard.len(), 2, "{heard:?}");

    widget.click_on(&texts.label(Label::Restart));
    assert_eq!(take_heard(browser, "step"), [told("restart", json!({})), page("intro")]);
    // Nothing is dispatched on the page that isn't in the table.
    let dispatched = widget.run("return dispatched", Value::Null);
    let dispatched = dispatched.as_array().into_iter().flatten().filter_map(Value::as_str);
    assert_eq!(dispatched.filter(|name| !names().contains(name)).count(), 0);
}

/// Checks that the detail is that of the core's result.
#[track_caller]
fn expect_result(complete: &Value) {
    let (instrument, _) = questionnaire("nl");
    let outcome = SHEET.outcome(&instrument);
    let result = &complete["results"][0];
    assert_eq!(complete["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(result["profile"], json!(outcome.profile.map(Profile::as_str)));
    assert_eq!(result["points"], json!(outcome.scores.points()));
    assert_eq!((&complete["language"], &complete["provisional"]), (&json!("nl"), &json!(false)));
}

#[test]
fn the_answers_are_told_only_where_the_host_asks_for_them() {
    let browser = Browser::start();
    let widget = listening(&browser, "answers");
    widget.fill(&SHEET.keys());
    let (_, complete) = take_heard(&browser, "complete").pop().expect("the last one was heard");
    expect_result(&complete);
    let (instrument, _) = questionnaire("nl");
    for (item, key) in instrument.items().iter().zip(SHEET.items.bytes()) {
        assert_eq!(complete["results"][0]["answers"][item.id.as_str()], json!(key - b'1'), "{}", item.id);
    }
    for (known, key) in instrument.foundations().iter().zip(SHEET.foundations.bytes()) {
        assert_eq!(complete["foundations"][known.id.as_str()], json!(key - b'1'), "{}", known.id);
    }
    assert_eq!(complete["code"], json!(widget.text(".bp-code")));
    assert_eq!(complete["code"], json!(widget.read("return host.value")));
    browser.finish();
}

#[test]
fn every_event_of_the_table_is_told_as_its_built_schema_says() {
    let browser = Browser::start();
    let mut heard = Vec::new();
    for settings in ["", "answers"] {
        let widget = listening(&browser, settings);
        widget.sell_to("both");
        widget.fill(&format!("{}{}", SHEET.items, SHEET.keys()));
        heard.extend(take_heard(&browser, "complete"));
        let (_, texts) = questionnaire("nl");
        for (label, name) in
            [(Label::CopyCode, "share"), (Label::Download, "download"), (Label::Restart, "step")]
        {
            widget.click_on(&texts.label(label));
            heard.extend(take_heard(&browser, name));
        }
    }
    browser.site().answer_instead(".wasm", Answer::status(404));
    browser.open("/element");
    Widget::coming(&browser, 0).touch();
    heard.extend(take_heard(&browser, "error"));
    browser.expect_console("could not start: not-found:");
    browser.allow_console(".wasm");

    for (name, detail) in &heard {
        let script = "return fetch(`/schemas/${args}.json`).then((answer) => answer.json())";
        let schema = browser.run(0, script, json!(name));
        let validator = jsonschema::draft202012::new(&schema).expect("the schema is valid");
        if let Err(error) = validator.validate(detail) {
            panic!("{name}: {}: {error}: {detail}", error.instance_path());
        }
    }
    let heard: BTreeSet<&str> = heard.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(heard, names());
    browser.finish();
}

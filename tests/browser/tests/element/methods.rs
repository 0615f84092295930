//! The methods that a page's script calls.

use b2b_b2c_profile::assessment::{Event, Grouping, RunState, SellsTo, Session};
use b2b_b2c_profile::exchange::ResultCode;
use browser_tests::{Answer, Browser, Sheet, Site, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

use super::{API, SHEET, open, question};

in_every_engine!(
    a_result_is_available_from_the_first_answer_on,
    a_new_beginning_that_the_host_asks_for_moves_no_focus,
    a_new_beginning_at_the_same_question_leaves_nothing_chosen,
    a_code_brings_its_result_back_and_a_faulty_one_changes_nothing,
    both_scripts_give_the_same_code_for_the_same_answers,
);

const ELEMENT: &str = "<b2b-b2c-profile></b2b-b2c-profile>";

#[track_caller]
fn result(widget: Widget, options: &str) -> Value {
    widget.run(&format!("return host.result({options})"), Value::Null)
}

#[track_caller]
fn restored(widget: Widget, code: &str) -> String {
    let restored = widget.run("return host.restore(args)", json!(code));
    restored.as_str().unwrap_or_default().to_owned()
}

/// Restarts by script, and waits for the intro.
#[track_caller]
fn restart(widget: Widget) {
    widget.run("host.restart()", Value::Null);
    let is_new = || widget.is_there(".bp-start") && result(widget, "") == Value::Null;
    widget.browser().wait("the intro", is_new, || widget.look());
}

/// Waits for the result page with this result.
#[track_caller]
fn expect_shown(widget: Widget, shown: &Value) {
    let is_shown = || widget.is_there(".bp-result") && result(widget, "{ answers: true }") == *shown;
    widget.browser().wait("the result", is_shown, || widget.look());
}

fn a_result_is_available_from_the_first_answer_on(browser: &Browser) {
    let widget = open(browser, "", ELEMENT);
    assert_eq!(result(widget, ""), Value::Null);
    widget.fill(&SHEET.items[..1]);
    // The module that it needs is loaded with the first answer.
    browser.wait("a result", || result(widget, "") != Value::Null, || widget.look());
    let first = result(widget, "");
    assert_eq!(
        (&first["results"][0]["answered"], &first["results"][0]["profile"]),
        (&json!(1), &Value::Null)
    );
    widget.fill(&format!("{}{}", &SHEET.items[1..], SHEET.foundations));
    let (plain, full) = (result(widget, ""), result(widget, "{ answers: true }"));
    for options in ["null", "{}", "{ answers: false }"] {
        assert_eq!(result(widget, options), plain, "{options}");
    }
    assert_eq!(full["code"], json!(widget.text(".bp-code")));
    // With the answers, the result is the same with further fields.
    let mut less = full.clone();
    for field in ["code", "foundations", "plan"] {
        assert!(less.as_object_mut().is_some_and(|fields| fields.remove(field).is_some()), "{field}");
    }
    for field in ["name", "answers", "doubled"] {
        let fields = less["results"][0].as_object_mut();
        assert!(fields.is_some_and(|fields| fields.remove(field).is_some()), "{field}");
    }
    assert_eq!(less, plain);
    let frozen = "const frozen = (value) => typeof value !== 'object' || value === null
        || (Object.isFrozen(value) && Object.values(value).every(frozen));
        return frozen(host.result()) && frozen(host.result({ answers: true }))";
    assert_eq!(widget.run(frozen, Value::Null), true);
}

fn a_new_beginning_that_the_host_asks_for_moves_no_focus(browser: &Browser) {
    let widget = open(browser, "", &format!("{ELEMENT}<button id='host'>Opnieuw</button>"));
    widget.fill(&SHEET.keys());
    widget.run("document.querySelector('#host').focus()", Value::Null);
    let place = widget.run("return scrollY", Value::Null);
    restart(widget);
    assert!(widget.has_focus("#host"), "{}", widget.look());
    assert!(widget.run("return scrollY", Value::Null).as_f64() <= place.as_f64());
    // The answers can be restored, as after a restart by the visitor.
    widget.click(".bp-note button");
    browser.wait("the result", || widget.is_there(".bp-result"), || widget.look());
    browser.wait("the answers", || result(widget, "") != Value::Null, || widget.look());
}

fn a_new_beginning_at_the_same_question_leaves_nothing_chosen(browser: &Browser) {
    let widget = open(browser, "", "<b2b-b2c-profile start='question'></b2b-b2c-profile>");
    widget.choose('4');
    widget.run("host.restart()", Value::Null);
    browser.wait("an empty question", || widget.chosen().is_empty(), || widget.look());
    widget.click(".bp-note button");
    browser.wait("the answer", || widget.chosen() == "4", || widget.look());
}

fn a_code_brings_its_result_back_and_a_faulty_one_changes_nothing(browser: &Browser) {
    let widget = open(browser, "", &format!("{ELEMENT}<button id='host'>Terug</button>"));
    widget.fill(&SHEET.keys());
    let (code, shown) = (widget.text(".bp-code"), result(widget, "{ answers: true }"));
    let heading = widget.heading();
    restart(widget);
    widget.run("document.querySelector('#host').focus()", Value::Null);
    widget.fill(&SHEET.items[..2]);
    widget.choose('2');
    let before = result(widget, "{ answers: true }");
    let faults: Vec<&str> = faulty_codes(&code).iter().map(|(_, fault)| *fault).collect();
    // `unavailable` is tested with the loading of the engine.
    assert_eq!(API["$defs"]["restored"]["enum"], json!([&["restored"], &*faults, &["unavailable"]].concat()));
    for (faulty, fault) in faulty_codes(&code) {
        assert_eq!(restored(widget, &faulty), fault, "{faulty}");
        assert_eq!((widget.heading(), widget.chosen()), (question(2), "2".to_owned()), "{fault}");
        assert_eq!(result(widget, "{ answers: true }"), before, "{fault}");
    }
    let nothing = widget.run("return Promise.all([host.restore(), host.restore(null)])", Value::Null);
    assert!(!nothing.to_string().contains("restored"), "{nothing}");
    assert_eq!(widget.heading(), question(2));

    widget.run("document.querySelector('#host').focus()", Value::Null);
    assert_eq!(restored(widget, &code), "restored");
    expect_shown(widget, &shown);
    assert_eq!(widget.heading(), heading);
    assert!(widget.has_focus("#host"), "focus stays on the page: {}", widget.look());
    assert_eq!(widget.read("return host.value"), code);
    // The way people type it.
    let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    restart(widget);
    assert_eq!(restored(widget, &format!("  {typed} ")), "restored");
    expect_shown(widget, &shown);
}

/// A text for each fault of a code, and the word for the fault.
fn faulty_codes(code: &str) -> Vec<(String, &'static str)> {
    let (instrument, _) = questionnaire("nl");
    let mut session = Session::new(instrument);
    session.apply(Event::SellsToGiven(SellsTo::Companies));
    let wrong = if code.ends_with('0') { '1' } else { '0' };
    vec![
        (" - ".to_owned(), "empty"),
        ("A".repeat(300), "too-long"),
        (code.replacen('1', "?", 1), "character"),
        (format!("{}{wrong}", &code[..code.len() - 1]), "checksum"),
        (code[..9].to_owned(), "length"),
        // The first digit is the format version; the last three are check digits.
        ("2100-0000-0000-0DYE".to_owned(), "newer"),
        (ResultCode::of(2, &session), "other-version"),
        ("0".repeat(16), "malformed"),
    ]
}

/// The core's code for the sheet.
fn sheets_code() -> String {
    let (instrument, _) = questionnaire("nl");
    let run = |answers| RunState { name: String::new(), answers };
    // The answers on foundations are the same in both runs.
    let other = Sheet::new("", SHEET.foundations);
    let runs = [run(SHEET.answers(&instrument)), run(other.answers(&instrument))];
    let session =
        Session::restored(instrument, None, Grouping::default(), runs).expect("they fit the instrument");
    ResultCode::grouped(&ResultCode::of(1, &session))
}

fn both_scripts_give_the_same_code_for_the_same_answers(browser: &Browser) {
    let mut codes = Vec::new();
    let module = Site::page("", ELEMENT);
    let classic = module.replace(
        "<script type='module' src='/b2b-b2c-profile.js'>",
        "<script src='/b2b-b2c-profile.classic.js'>",
    );
    assert_ne!(module, classic);
    for page in [module, classic] {
        browser.site().add("/door", Answer::html(&page));
        let widget = Widget::open(browser, "/door");
        widget.fill(&SHEET.keys());
        codes.push((widget.text(".bp-code"), result(widget, "{ answers: true }")));
    }
    assert_eq!(codes[0], codes[1]);
    assert_eq!(codes[0].0, sheets_code());
    assert_eq!(browser.site().times_asked("classic.js"), 1);
}

#[test]
fn before_the_engine_is_there_it_is_ready_and_what_it_is_asked_for_comes_in_order() {
    let browser = Browser::start();
    browser.site().hold(".wasm");
    browser.site().add_html("/held", ELEMENT);
    browser.open("/held");
    let widget = Widget::coming(&browser, 0);
    let code = sheets_code();
    let wait = "window.order = [];
        host.whenReady().then((nothing) => order.push(nothing === undefined ? 'ready' : 'something'));
        host.restore(args).then((answer) => order.push(answer, host.value));
        order.push(host.result()); host.restart()";
    widget.run(wait, json!(code));
    assert_eq!(widget.run("return drawn().then(() => order)", Value::Null), json!([null, "ready"]));
    browser.site().release();
    let order = || widget.run("return order", Value::Null);
    let is_there = || order().as_array().is_some_and(|order| order.len() == 4);
    browser.wait("all of it", is_there, || order().to_string());
    assert_eq!(order(), json!([null, "ready", "restored", code]));
    // The restart was called after the restore.
    let value = || widget.read("return host.value");
    browser.wait("no code", || value().is_empty(), value);
    browser.wait("the intro", || widget.is_there(".bp-start"), || widget.look());
    widget.click(".bp-note button");
    browser.wait("the result", || widget.is_there(".bp-result"), || widget.look());
    // Later calls resolve at once.
    assert_eq!(widget.run("return host.whenReady().then(() => 'ready')", Value::Null), "ready");
    browser.finish();
}

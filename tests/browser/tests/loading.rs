//! When the engine loads: at the first touch, or when something needs it. Earlier calls are carried out then.

mod at_once;
mod further_language;

use b2b_b2c_profile::content::Label;
use browser_tests::{
    Answer, Browser, Key, Sheet, Site, Widget, in_every_engine, in_further_language, questionnaire, report,
};
use serde_json::{Value, json};

in_every_engine!(
    an_untouched_embed_loads_its_script_alone,
    passing_pointers_and_scrolling_start_nothing,
    each_interaction_starts_the_engine,
    without_the_network_the_visit_goes_on_to_the_result,
    where_the_engine_fails_what_was_answered_stays,
    what_is_asked_for_early_is_carried_out,
    a_code_that_is_restored_first_is_the_first_page,
    without_an_engine_nothing_is_restored,
);

const EMBED: &str = "<b2b-b2c-profile lang='nl'></b2b-b2c-profile>";
/// Records events, with the properties that the page can read at that moment.
const LISTENER: &str = "<script>window.told = [];
    for (const name of ['ready', 'start', 'step', 'complete', 'restart', 'error']) {
      addEventListener(name, ({ target, detail }) => {
        if (detail?.version) told.push([name, detail.code ?? detail.id ?? detail.page ?? null, target.value]);
      });
    }</script>";
const SHEET: Sheet = Sheet::new("511551155115", "1234");
const CODE: &str = "11R1-FKS9-7103-GBNB";

/// Opens a page with this body, and waits for its first widget without touching it.
#[track_caller]
fn open<'a>(browser: &'a Browser, body: &str) -> Widget<'a> {
    browser.site().add("/loading", Answer::html(&Site::page(LISTENER, body)));
    browser.open("/loading");
    let widget = Widget::coming(browser, 0);
    widget.run("return drawn()", Value::Null);
    widget
}

/// The requested files of the widget, except its script, which the page requests.
#[track_caller]
fn loaded(browser: &Browser) -> Vec<String> {
    let is_loaded = |path: &String| ![".js", ".svg"].iter().any(|ending| path.ends_with(ending));
    browser.site().asked().into_iter().filter(|path| path.starts_with("/b2b") && is_loaded(path)).collect()
}

#[track_caller]
fn expect_running(widget: Widget) {
    widget.browser().wait("the widget", || widget.is_running(), || widget.look());
}

/// The Dutch heading of the item at an index.
fn question(place: usize) -> String {
    let (instrument, texts) = questionnaire("nl");
    texts.item(instrument.items()[place].id).question.to_string()
}

#[track_caller]
fn told(widget: Widget) -> Value {
    widget.run("return told.map(([name, what]) => [name, what])", Value::Null)
}

fn an_untouched_embed_loads_its_script_alone(browser: &Browser) {
    let widget = open(browser, EMBED);
    widget.run("return host.whenReady()", Value::Null);
    assert_eq!(told(widget), json!([["ready", null]]));
    widget.run("host.setAttribute('variant', 'compact'); host.result(); return drawn()", Value::Null);
    assert!(widget.is_there(".bp--compact"));
    // The visit hasn't started, so a restart does nothing.
    widget.run("host.restart(); return drawn()", Value::Null);
    assert_eq!(loaded(browser), Vec::<String>::new());
    let scripts = browser.site().asked().iter().filter(|path| path.ends_with(".js")).count();
    assert_eq!(scripts, 1);
    assert!(!widget.is_running());
}

fn passing_pointers_and_scrolling_start_nothing(browser: &Browser) {
    let widget = open(browser, EMBED);
    // A page that scrolls under a resting mouse, a finger that scrolls, and a mouse that passes through.
    let passing = "const target = one('.bp-start');
        const tell = (name, pointerType, screenX) => target.dispatchEvent(new PointerEvent(name, {
          bubbles: name !== 'pointerleave', composed: true, pointerType, screenX, screenY: 9 }));
        for (const name of ['pointerover', 'pointermove', 'pointermove']) tell(name, 'mouse', 5);
        host.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
        for (const name of ['pointerover', 'pointermove']) tell(name, 'mouse', 50);
        host.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
        for (const [place, name] of ['pointerover', 'pointerdown', 'pointermove', 'pointermove', 'pointercancel'].entries()) {
          tell(name, 'touch', place);
        }
        return drawn()";
    widget.run(passing, Value::Null);
    assert_eq!(loaded(browser), Vec::<String>::new());
}

fn each_interaction_starts_the_engine(browser: &Browser) {
    let composed = |event: &str| format!("one('.bp-start').dispatchEvent(new {event})");
    let deeds = [
        "one('.bp-start').click()".to_owned(),
        "one('input').click()".to_owned(),
        "host.click()".to_owned(),
        "one('input').focus()".to_owned(),
        composed("KeyboardEvent('keydown', { key: 'x', bubbles: true, composed: true })"),
        composed("InputEvent('input', { bubbles: true, composed: true })"),
        composed("Event('change', { bubbles: true })"),
        composed("PointerEvent('pointerup', { bubbles: true, composed: true, pointerType: 'touch' })"),
        "for (const screenX of [1, 2]) one('.bp').dispatchEvent(new PointerEvent('pointermove', {
            bubbles: true, composed: true, pointerType: 'mouse', screenX }))"
            .to_owned(),
    ];
    for deed in deeds {
        let widget = open(browser, EMBED);
        assert!(!widget.is_running());
        widget.run(&deed, Value::Null);
        expect_running(widget);
        browser.heed();
    }
    // Module, texts and styles load in parallel, once each.
    let widget = open(browser, EMBED);
    let before = loaded(browser).len();
    browser.press(Key::Tab);
    expect_running(widget);
    // File names end in a digest.
    let mut names: Vec<String> = loaded(browser)[before..]
        .iter()
        .filter_map(|path| Some(path.rsplit_once('-')?.0.to_owned()))
        .collect();
    names.sort();
    assert_eq!(names, ["/b2b-b2c-profile", "/b2b-b2c-profile-nl", "/b2b-b2c-profile-styles"]);
}

#[test]
fn a_page_scrolled_past_by_wheel_or_finger_loads_nothing_and_a_tap_does() {
    let browser = Browser::start();
    let far = "<p style='height: 1500px'>Far</p>";
    let widget = open(&browser, &format!("{far}{EMBED}{far}"));
    let command = |method: &str, parameters: Value| browser.command(method, parameters);
    let mouse = |kind: &str| json!({ "type": kind, "x": 400, "y": 300, "deltaX": 0, "deltaY": 900 });
    command("Input.dispatchMouseEvent", mouse("mouseMoved"));
    let scrolled = || widget.run("return scrollY", Value::Null).as_f64().unwrap_or_default();
    for turn in 1..4 {
        command("Input.dispatchMouseEvent", mouse("mouseWheel"));
        browser.wait("the wheel", || scrolled() > f64::from(turn) * 500.0, || scrolled().to_string());
    }
    widget.run("scrollTo(0, 1400); return drawn()", Value::Null);
    command("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    let touch = |kind: &str, y: Option<i32>| {
        let points: Vec<Value> = y.iter().map(|y| json!({ "x": 400, "y": y })).collect();
        command("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }));
    };
    touch("touchStart", Some(600));
    (1..10).for_each(|step| touch("touchMove", Some(600 - 50 * step)));
    touch("touchEnd", None);
    browser.wait("the finger", || scrolled() > 1700.0, || scrolled().to_string());
    assert_eq!(loaded(&browser), Vec::<String>::new());

    widget.run("host.scrollIntoView({ block: 'start' }); return drawn()", Value::Null);
    command("Input.synthesizeTapGesture", json!({ "x": 300, "y": 60, "gestureSourceType": "touch" }));
    expect_running(widget);
    browser.finish();
}

fn without_the_network_the_visit_goes_on_to_the_result(browser: &Browser) {
    let widget = open(browser, EMBED);
    browser.click(&widget.element(".bp-start"));
    expect_running(widget);
    browser.site().vanish();
    let before = browser.site().asked().len();
    widget.fill(&SHEET.keys());
    let (instrument, texts) = questionnaire("nl");
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
    widget.open_all();
    assert_eq!(browser.site().asked().len(), before, "{:?}", browser.site().asked());
}

fn where_the_engine_fails_what_was_answered_stays(browser: &Browser) {
    browser.site().answer_instead(".wasm", Answer::status(503));
    // With fallback content, the page would show that and hide the answers.
    let widget = open(browser, "<b2b-b2c-profile lang='nl'><p>Op papier</p></b2b-b2c-profile>");
    browser.click(&widget.element(".bp-start"));
    widget.choose('4');
    browser.click(&widget.element(".bp-next"));
    let note = || widget.text(".bp-page .bp-note");
    let begun = "De test kan nu niet verder. Wat u hebt gekozen, blijft staan.Probeer opnieuw";
    browser.wait(begun, || note() == begun, note);
    browser.expect_console("could not start: http:");
    browser.allow_console(".wasm");
    assert_eq!((widget.heading(), widget.chosen()), (question(0), "4".to_owned()));
    assert_eq!(widget.read("return one('.bp-next').ariaBusy"), "false", "nothing is loading");
    assert_eq!(told(widget), json!([["ready", null], ["error", "http"]]));
    // The notice stays when going back.
    browser.click(&widget.element(".bp-button--back"));
    assert_eq!(widget.text(".bp-status .bp-note"), begun);
    browser.click(&widget.element(".bp-start"));
    assert_eq!(widget.chosen(), "4");
    browser.click(&widget.element(".bp-next"));

    browser.site().answer_rightly();
    browser.click(&widget.element(".bp-page .bp-note button"));
    widget.expect_page(&question(1));
    assert!(!widget.is_there(".bp-page .bp-note"));
    widget.click(".bp-button--back");
    widget.expect_page(&question(0));
    assert_eq!(widget.chosen(), "4");

    // On the intro, a retry does nothing else.
    browser.site().answer_instead(".wasm", Answer::status(503));
    let widget = open(browser, EMBED);
    widget.run("one('[value=opener-companies]').click()", Value::Null);
    browser.wait("the words", || widget.is_there(".bp-status .bp-note"), || widget.look());
    browser.expect_console("could not start: http:");
    browser.allow_console(".wasm");
    browser.site().answer_rightly();
    browser.click(&widget.element(".bp-status .bp-note button"));
    expect_running(widget);
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
    assert_eq!(widget.read("return one('.bp-choices input:checked').value"), "opener-companies");
}

fn what_is_asked_for_early_is_carried_out(browser: &Browser) {
    browser.site().hold(".wasm");
    let widget = open(browser, &format!("<form>{EMBED}</form>"));
    browser.click(&widget.element(".bp-start"));
    widget.choose('4');
    // Settings from before the engine is loaded, and a form reset.
    widget.run("host.lang = 'en'; host.setAttribute('group-first', 'Bakers')", Value::Null);
    widget.run("document.forms[0].reset()", Value::Null);
    browser.site().release();
    expect_running(widget);
    let (_, texts) = questionnaire("en");
    browser.wait("a new beginning", || widget.heading() == *texts.about.title, || widget.look());
    assert!(!widget.is_there(":checked"));
    widget.click_on(&texts.label(Label::UndoRestart));
    let (instrument, _) = questionnaire("en");
    widget.expect_page(&texts.item(instrument.items()[0].id).question);
    assert_eq!(widget.chosen(), "4", "the answers can be restored");
}

fn a_code_that_is_restored_first_is_the_first_page(browser: &Browser) {
    let script = format!(
        "<main></main><script type='module'>
           const host = document.createElement('b2b-b2c-profile');
           document.querySelector('main').append(host);
           window.restored = host.restore('{CODE}').then((told) =>
             [told, host.value, host.result({{ answers: true }}).code, Boolean(host.shadowRoot.querySelector('.bp-result'))]);
         </script>"
    );
    let widget = open(browser, &script);
    let restored = widget.run("return restored", Value::Null);
    assert_eq!(restored, json!(["restored", CODE, CODE, true]));
    expect_running(widget);
    assert_eq!(told(widget), json!([["ready", null], ["step", "result"], ["complete", null]]));
    // No other page was shown first.
    assert_eq!(widget.run("return told[0][2]", Value::Null), CODE);

    // An invalid code also loads the engine, and changes nothing.
    let widget = open(browser, EMBED);
    assert_eq!(widget.run("return host.restore('1111')", Value::Null), "length");
    expect_running(widget);
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
}

fn without_an_engine_nothing_is_restored(browser: &Browser) {
    browser.site().answer_instead(".wasm", Answer::status(404));
    let widget = open(browser, EMBED);
    assert_eq!(widget.run("return host.restore(args)", json!(CODE)), "unavailable");
    browser.expect_console("could not start: not-found:");
    browser.allow_console(".wasm");
    assert!(widget.is_there(".bp-failure"), "there are no answers to lose");
    browser.site().answer_rightly();
    widget.run("return host.retry()", Value::Null);
    expect_running(widget);
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
}

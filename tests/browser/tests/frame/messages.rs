//! The messages between frame and page, and messages that both ignore.

use browser_tests::{Answer, Browser, Widget, in_every_engine};
use serde_json::{Value, json};

use super::{Frame, Source, expect_fit, open};

const RESIZER: &str = "<script src='/frame-resizer.js'></script>";
/// A page that imitates the frame, and sends whatever the test wants through the port.
const PUPPET: &str = "<!doctype html><title>Puppet</title><script>
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.port = port1; };
    const name = new URLSearchParams(location.search).get('name');
    top.postMessage({ b2bB2cProfile: 1, name }, '*', [port2]);
    </script>";

in_every_engine!(
    a_height_is_a_whole_number_in_a_range,
    only_the_elements_own_events_get_to_the_page,
    the_page_hears_only_its_own_frames,
    the_frame_hears_only_the_page_around_it,
);

fn a_height_is_a_whole_number_in_a_range(browser: &Browser) {
    pull(
        browser,
        "for (const height of [300, 300.5, '400', NaN, Infinity, null, true, [500], {}, undefined, -600, 99, 101,
            20000, 20001, 2 ** 60]) port.postMessage({ height });
        port.postMessage({ event: 'ready', detail: '{}' });",
    );
    let mut heights: Vec<u64> = Vec::new();
    let told = browser.run(0, "return window.heights.map(([, height]) => height)", Value::Null);
    heights.extend(told.as_array().into_iter().flatten().filter_map(Value::as_u64));
    heights.dedup();
    assert_eq!(heights, [300, 100, 101, 20000]);
}

fn only_the_elements_own_events_get_to_the_page(browser: &Browser) {
    let events = pull(
        browser,
        "for (const event of ['load', 'b2b-b2c-profile', '', 0, null, ['ready']]) port.postMessage({ event, detail: '{}' });
        for (const detail of ['{', undefined, null, {}, 5, JSON.stringify('x'.repeat(20000))]) {
          port.postMessage({ event: 'ready', detail });
        }
        for (const message of [null, 'ready', 5, []]) port.postMessage(message);
        port.postMessage({ event: 'share', detail: '{\"version\":1,\"deep\":[{\"deeper\":[1]}]}' });",
    );
    let detail = json!({ "version": 1, "deep": [{ "deeper": [1] }] });
    let expected = json!([{ "target": "puppet", "type": "share", "detail": detail, "isFrozen": true }]);
    assert_eq!(events, expected);
    assert_eq!(browser.run(0, "return window.heights", Value::Null), json!([]));
}

/// Makes a frame of another origin send messages, the last of which is an event; returns the events that the
/// page received.
#[track_caller]
fn pull(browser: &Browser, script: &str) -> Value {
    let far = browser.far_site();
    far.add("/puppet", Answer::html(PUPPET));
    open(
        browser,
        RESIZER,
        &format!(
            "<iframe data-b2b-b2c-profile id='puppet' frameborder='0' src='{}/puppet' title='Puppet'></iframe>",
            far.origin()
        ),
    );
    browser.enter_frame(0);
    let is_heard = || browser.run(0, "return Boolean(window.port)", Value::Null) == true;
    browser.wait("an answer to the offer", is_heard, || "none".to_owned());
    browser.run(0, script, Value::Null);
    browser.leave_frames();
    let events = || browser.run(0, "return window.events", Value::Null);
    browser.wait("an event", || events() != json!([]), || "none".to_owned());
    events()
}

fn the_page_hears_only_its_own_frames(browser: &Browser) {
    let (near, far) = (browser.site(), browser.far_site());
    near.add("/puppet", Answer::html(PUPPET));
    far.add("/puppet", Answer::html(PUPPET));
    far.add(
        "/nest",
        Answer::html("<!doctype html><title>Nest</title><iframe src='/puppet?name=nested'></iframe>"),
    );
    let moving = format!("<script>location.replace('{}/puppet?name=moved')</script>", near.origin());
    far.add("/moving", Answer::html(&moving));
    far.add("/nobody", Answer::html(PUPPET).with_policy("sandbox allow-scripts"));
    far.add("/mute", Answer::html(&PUPPET.replace(", [port2]", "")));
    far.add("/newer", Answer::html(&PUPPET.replace("Profile: 1", "Profile: 2")));
    far.add("/wordy", Answer::html(&PUPPET.replace("Profile: 1", "Profile: '1'")));
    let addresses = [
        "/puppet?name=puppet",
        "/nest",
        "/moving",
        "/nobody?name=nobody",
        "/mute?name=mute",
        "/newer?name=newer",
        "/wordy?name=wordy",
    ];
    let frame = |address: &str| {
        format!("<iframe data-b2b-b2c-profile src='{}{address}' title='Frame'></iframe>", far.origin())
    };
    let sandboxed = frame("/puppet?name=sandboxed").replace("<iframe", "<iframe sandbox='allow-scripts'");
    let frames: String = addresses.into_iter().map(frame).collect();
    open(browser, RESIZER, &format!("{frames}{sandboxed}"));
    let own = "const { port2 } = new MessageChannel();
        postMessage({ b2bB2cProfile: 1, name: 'itself' }, '*', [port2]);
        postMessage({ b2bB2cProfile: 1, name: 'itself, mute', height: 5000 }, '*');";
    browser.run(0, own, Value::Null);

    let names = |list: &str| browser.run(0, &format!("return window.{list}.sort()"), Value::Null);
    let offers = json!([
        "itself",
        "itself, mute",
        "moved",
        "mute",
        "nested",
        "newer",
        "nobody",
        "puppet",
        "sandboxed",
        "wordy",
    ]);
    browser.wait("all offers", || names("offers") == offers, || names("offers").to_string());
    assert_eq!(names("taken"), json!(["puppet", "sandboxed"]));
    assert_eq!(names("heights"), json!([]));
}

fn the_frame_hears_only_the_page_around_it(browser: &Browser) {
    browser.site().add("/puppet", Answer::html("<!doctype html><title>Beside</title>"));
    let frame = Frame { id: "far", sandbox: Some("allow-scripts"), source: Source::Far };
    let beside = "<iframe id='beside' src='/puppet' title='Beside'></iframe>";
    open(browser, RESIZER, &(frame.markup(browser, "") + beside));
    browser.enter_frame(0);
    let widget = Widget::on_page(browser, 0);
    expect_fit(widget, "the intro");
    browser.leave_frames();
    let offers = || browser.run(0, "return window.offers", Value::Null);
    assert_eq!(offers().as_array().map(Vec::len), Some(1));
    let expected = json!({ "b2bB2cProfile": 1, "version": env!("CARGO_PKG_VERSION") });
    assert_eq!(offers()[0], expected, "an offer says nothing about the visitor");

    browser.enter_frame(1);
    browser.run(0, "parent.frames[0].postMessage({ b2bB2cProfile: 1 }, '*')", Value::Null);
    browser.leave_frames();
    let ask =
        "for (const message of [null, 1, 'b2bB2cProfile', {}, { b2bB2cProfile: 2 }, { b2bB2cProfile: 1 }]) {
          frames[0].postMessage(message, '*');
        }";
    browser.run(0, ask, Value::Null);
    let answered = json!([expected, expected]);
    browser.wait("another offer", || offers() == answered, || offers().to_string());

    // After the new port is taken, messages through the old one are ignored.
    let taken = || browser.run(0, "return window.taken.length", Value::Null);
    browser.wait("an answer to it", || taken() == 2, || taken().to_string());
    browser.enter_frame(0);
    widget.click(".bp-start");
    browser.wait("a question", || widget.is_there(".bp-question"), || widget.look());
    expect_fit(widget, "a question");
    browser.leave_frames();
    let kinds = browser.run(0, "return window.events.map(({ type }) => type)", Value::Null);
    assert_eq!(kinds, json!(["ready", "start", "step"]));
    assert_eq!(offers(), answered);
}

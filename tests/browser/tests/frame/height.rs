//! The frame's height, which follows its content.

use browser_tests::{Answer, Browser, Widget, in_every_engine};
use serde_json::{Value, json};

use super::{Frame, Source, changes, expect_fit, open, settle};

const FRAMES: [Frame; 5] = [
    Frame { id: "far-sandboxed", sandbox: Some("allow-scripts"), source: Source::Far },
    Frame { id: "far", sandbox: None, source: Source::Far },
    Frame { id: "far-same-origin", sandbox: Some("allow-scripts allow-same-origin"), source: Source::Far },
    Frame { id: "near-sandboxed", sandbox: Some("allow-scripts"), source: Source::Near },
    Frame { id: "near", sandbox: None, source: Source::Near },
];
const RESIZER: &str = "<script src='/frame-resizer.js'></script>";
/// Makes the frame wide when it is high, and narrow when it is not.
const SWING: &str = "<script src='/swing.js' defer></script>";

in_every_engine!(
    frames_of_every_kind_are_as_high_as_their_content,
    a_resizer_that_comes_after_the_frames_finds_them,
    a_page_that_answers_a_height_with_a_width_comes_to_rest,
);

fn frames_of_every_kind_are_as_high_as_their_content(browser: &Browser) {
    let body: String =
        FRAMES.iter().map(|frame| frame.markup(browser, "").replace("lazy", "eager")).collect();
    open(browser, RESIZER, &body);
    expect_heights(browser);
    settle(browser);
    for place in 0..FRAMES.len() {
        use_frame(browser, place);
    }

    let address = format!("{}/frame.html?lang=en", browser.far_site().origin());
    let add = "const frame = document.createElement('iframe');
        frame.id = 'late';
        frame.width = '100%';
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.src = args;
        document.body.append(frame);";
    browser.run(0, add, json!(address));
    expect_heights(browser);
    use_frame(browser, FRAMES.len());
    settle(browser);
}

fn a_resizer_that_comes_after_the_frames_finds_them(browser: &Browser) {
    let body: String = FRAMES[..2].iter().map(|frame| frame.markup(browser, "")).collect();
    open(browser, "", &body);
    for place in 0..2 {
        browser.enter_frame(place);
        let widget = Widget::on_page(browser, 0);
        assert_eq!(widget.run("return document.documentElement.clientHeight", Value::Null), 640);
        browser.leave_frames();
    }
    assert_eq!(browser.run(0, "return window.heights", Value::Null), json!([]), "there is no resizer");

    let load =
        "const policy = window.trustedTypes?.createPolicy('late', { createScriptURL: (address) => address });
        const script = document.createElement('script');
        script.src = policy?.createScriptURL(args) ?? args;
        document.head.append(script);";
    browser.run(0, load, json!(format!("{}/frame-resizer.js", browser.far_site().origin())));
    expect_heights(browser);
    for place in 0..2 {
        use_frame(browser, place);
    }
}

fn a_page_that_answers_a_height_with_a_width_comes_to_rest(browser: &Browser) {
    let swing = "const [frame] = document.querySelectorAll('iframe');
        frame.width = 320;
        const swing = () => { frame.width = frame.clientHeight > 850 ? 900 : 320; };
        new ResizeObserver(() => requestAnimationFrame(swing)).observe(frame);";
    browser.site().add("/swing.js", Answer::script(swing));
    let frame = Frame { id: "swinging", sandbox: Some("allow-scripts"), source: Source::Far };
    open(browser, &format!("{RESIZER}{SWING}"), &frame.markup(browser, ""));
    let has_swung = || changes(browser, "swinging") > 4;
    browser.wait("a frame that swings", has_swung, || changes(browser, "swinging").to_string());
    settle(browser);
    let times = changes(browser, "swinging");
    assert!(times < 40, "{times} heights");
}

/// Waits until every frame has a height of its own; also those far below the window, which browsers don't draw.
#[track_caller]
fn expect_heights(browser: &Browser) {
    let heights = || {
        let heights =
            "return Array.from(document.querySelectorAll('iframe'), (frame) => parseInt(frame.style.height))";
        browser.run(0, heights, Value::Null)
    };
    let is_high = |height: &Value| height.as_u64() > Some(300);
    let are_high = || heights().as_array().is_some_and(|heights| heights.iter().all(is_high));
    browser.wait("heights", are_high, || heights().to_string());
}

/// Goes on to the first question in a frame, and back out of it.
#[track_caller]
fn use_frame(browser: &Browser, place: usize) {
    // Outside the window, a browser may leave a frame as it was.
    browser.run(0, "document.querySelectorAll('iframe')[args].scrollIntoView()", json!(place));
    browser.enter_frame(u16::try_from(place).expect("there are few frames"));
    let widget = Widget::on_page(browser, 0);
    expect_fit(widget, "the intro");
    widget.click(".bp-start");
    browser.wait("a question", || widget.is_there(".bp-question"), || widget.look());
    expect_fit(widget, "a question");
    browser.leave_frames();
}

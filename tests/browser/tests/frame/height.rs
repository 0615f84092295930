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
/// Makes a high frame wide and a low frame narrow.
const SWING: &str = "<script src='/swing.js' defer></script>";

in_every_engine!(
    frames_of_every_kind_are_as_high_as_their_content,
    a_resizer_that_comes_after_the_frames_finds_them,
    a_page_that_answers_a_height_with_a_width_comes_to_rest,
    a_page_that_gets_lower_again_and_again_is_followed,
    borders_and_padding_are_no_part_of_the_contents_height,
    a_frame_gets_no_higher_than_it_may,
    a_frame_that_is_not_shown_keeps_its_height,
);

fn a_page_that_gets_lower_again_and_again_is_followed(browser: &Browser) {
    let frame = Frame { id: "walked", sandbox: Some("allow-scripts"), source: Source::Far };
    open(browser, RESIZER, &frame.markup(browser, "").replace("lazy", "eager"));
    browser.enter_frame(0);
    let widget = Widget::on_page(browser, 0);
    expect_fit(widget, "the intro");
    // No pointer, no keys, no events: only the content changes.
    for round in 0..30 {
        for hidden in [false, true] {
            let hide = "host.style.minHeight = args ? '' : '1300px'; return drawn()";
            widget.run(hide, json!(hidden));
            expect_fit(widget, &format!("round {round}, hidden: {hidden}"));
        }
    }
}

fn borders_and_padding_are_no_part_of_the_contents_height(browser: &Browser) {
    let styles = "iframe { margin: 10px; } .wide { border: 7px solid; border-top-width: 1.5px; padding: 11px 5px 3.5px; }
        .whole { box-sizing: border-box; } .none { border: 0; } .zoomed { transform: scale(0.5); }";
    browser.site().add("/boxes.css", Answer::file("text/css", styles));
    let kinds = ["", "none", "wide", "whole", "wide whole", "none whole", "wide whole zoomed"];
    let frame = Frame { id: "boxed", sandbox: None, source: Source::Near };
    let body: String = kinds
        .into_iter()
        .map(|kind| {
            frame
                .markup(browser, "")
                .replace("<iframe", &format!("<iframe class='{kind}'"))
                .replace("lazy", "eager")
        })
        .collect();
    open(browser, &format!("{RESIZER}<link rel='stylesheet' href='/boxes.css'>"), &body);
    expect_heights(browser);
    for (place, kind) in (0..).zip(kinds) {
        browser.run(0, "document.querySelectorAll('iframe')[args].scrollIntoView()", json!(place));
        browser.enter_frame(place);
        expect_fit(Widget::on_page(browser, 0), kind);
        browser.leave_frames();
    }
}

fn a_frame_gets_no_higher_than_it_may(browser: &Browser) {
    let most = |id: &'static str, most: &str| {
        let frame =
            Frame { id, sandbox: None, source: Source::Near }.markup(browser, "").replace("lazy", "eager");
        frame.replace("<iframe", &format!("<iframe data-max-height='{most}'"))
    };
    let frames = [
        ("low", "350"),
        ("bad", "300px"),
        ("empty", ""),
        ("none", "0"),
        ("less", "-300"),
        ("endless", "Infinity"),
    ];
    let body: String = frames.into_iter().map(|(id, text)| most(id, text)).collect();
    open(browser, RESIZER, &body);
    expect_heights(browser);
    settle(browser);
    let heights = "return Array.from(document.querySelectorAll('iframe'), (frame) => frame.offsetHeight)";
    let heights = browser.run(0, heights, Value::Null);
    assert_eq!(heights[0], 350, "with its borders");
    for place in 1..frames.len() {
        assert!(heights[place].as_u64() > Some(400), "{}: {heights}", frames[place].0);
    }
}

fn a_frame_that_is_not_shown_keeps_its_height(browser: &Browser) {
    browser.site().add(
        "/hidden.css",
        Answer::file("text/css", ".hidden { display: none; } .flat { width: 0; overflow: hidden; }"),
    );
    let frame = Frame { id: "hidden", sandbox: None, source: Source::Near }
        .markup(browser, "")
        .replace("lazy", "eager");
    for kind in ["hidden", "flat"] {
        let body = format!("<div class='{kind}'>{frame}</div>");
        open(browser, &format!("{RESIZER}<link rel='stylesheet' href='/hidden.css'>"), &body);
        let still = "return (async () => {
            for (let frames = 0; frames < 30; frames += 1) await new Promise(requestAnimationFrame);
            return document.querySelector('iframe').style.height;
          })()";
        assert_eq!(browser.run(0, still, Value::Null), "", "{kind}");
        browser.run(0, "document.querySelector('div').className = ''", Value::Null);
        expect_heights(browser);
        use_frame(browser, 0);
        let height = || browser.run(0, still, Value::Null);
        let before = height();
        browser.run(0, "document.querySelector('div').className = args", json!(kind));
        assert_eq!(height(), before, "{kind}");
    }
}

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
        frame.dataset.b2bB2cProfile = '';
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

/// Waits until every frame has its own height, including those far below the window, which browsers don't
/// draw.
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

/// Goes to the first question in a frame, and back out of the frame.
#[track_caller]
fn use_frame(browser: &Browser, place: usize) {
    // Browsers may not update a frame outside the window.
    browser.run(0, "document.querySelectorAll('iframe')[args].scrollIntoView()", json!(place));
    browser.enter_frame(u16::try_from(place).expect("there are few frames"));
    let widget = Widget::on_page(browser, 0);
    expect_fit(widget, "the intro");
    widget.click(".bp-start");
    browser.wait("a question", || widget.is_there(".bp-question"), || widget.look());
    expect_fit(widget, "a question");
    browser.leave_frames();
}

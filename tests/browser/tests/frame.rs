//! The page for an `<iframe>`, and the script of the page around it.

mod height;
mod language;
mod messages;
mod served;

use browser_tests::{Answer, Browser, Sheet, Widget, in_every_engine, questionnaire, report};
use serde_json::{Value, json};

/// Answers that lead to a profile with a side.
const SHEET: Sheet = Sheet::new("512432145324", "2415");
/// The maximum size of the resizer, in bytes.
const MOST: usize = 2000;
/// The table of the element's interface.
const API: &str = include_str!("../../../api/element.json");
/// An address with all attributes of the element, and with other parameters.
const ATTRIBUTES: &str = "/frame.html?lang=en&theme=dark&accent=%230b5a8a&variant=compact&start=question\
    &group-first=Bakers&group-second=%3Cb%3E&persist=ask&cta-href=https%3A%2F%2Fshop.example%2F&cta-text=Shop\
    &answers=&loading=lazy&analytics=matomo&name=code&fallback-href=%2Felsewhere\
    &onclick=alert(1)&style=color%3Ared&id=x&class=x&hidden=";

in_every_engine!(
    a_complete_run_in_a_sandbox_is_told_to_the_page_around,
    attributes_come_from_the_address_and_nothing_else_does,
);

fn a_complete_run_in_a_sandbox_is_told_to_the_page_around(browser: &Browser) {
    let resizer = browser.site().file("frame-resizer", ".js");
    assert!(resizer.len() <= MOST, "the resizer is too big: {} bytes", resizer.len());
    // As in the documentation.
    let frame = Frame { id: "far", sandbox: Some("allow-scripts"), source: Source::Far };
    let body =
        format!("{}<script src='/frame-resizer.js' async></script>", frame.markup(browser, "&answers"));
    // Many pages use `border-box`, where the borders are part of a frame's height.
    browser.site().add("/reset.css", Answer::file("text/css", "* { box-sizing: border-box; }"));
    open(browser, "<link rel='stylesheet' href='/reset.css'>", &body);
    browser.enter_frame(0);
    let widget = Widget::on_page(browser, 0);
    assert_eq!(widget.read("return origin"), "null", "nothing is shared with other pages");
    expect_fit(widget, "the intro");
    widget.sell_to("consumers");
    widget.click(".bp-start");
    browser.wait("a question", || widget.is_there(".bp-question"), || widget.look());
    expect_fit(widget, "the first question");
    widget.choose('3');
    for key in SHEET.keys().chars() {
        widget.fill(&key.to_string());
        expect_fit(widget, &widget.look());
    }
    let (instrument, texts) = questionnaire("nl");
    let outcome = SHEET.outcome(&instrument);
    report::check(widget, &texts, &instrument, &outcome, None);
    widget.open_all();
    expect_fit(widget, "the result, all open");
    let result = widget.run("return host.result({ answers: true })", Value::Null);

    browser.leave_frames();
    let heard = browser.run(0, "return window.events", Value::Null);
    let events: Vec<&Value> = heard.as_array().into_iter().flatten().collect();
    for event in &events {
        assert_eq!(event["target"], "far", "{event}");
        assert_eq!(event["isFrozen"], true, "{event}");
    }
    let kinds: Vec<&str> = events.iter().filter_map(|event| event["type"].as_str()).collect();
    // Twelve items, halfway, four foundations, and the result.
    let expected = [&["ready", "start"][..], &["step"; 18], &["complete"]].concat();
    assert_eq!(kinds, expected);
    assert_eq!(events.last().expect("there are events")["detail"], result);

    // About one height per page; sometimes more, when a page is drawn in two steps.
    let times = changes(browser, "far");
    assert!((10..=3 * kinds.len()).contains(&times), "{times} heights for {} pages", kinds.len());
    settle(browser);
}

fn attributes_come_from_the_address_and_nothing_else_does(browser: &Browser) {
    // Browsers request the page's icon, which the policy forbids.
    browser.allow_violation("/favicon.ico");
    browser.open(ATTRIBUTES);
    let widget = Widget::on_page(browser, 0);
    let api: Value = serde_json::from_str(API).expect("the element's interface is JSON");
    let attributes = api["attributes"].as_array().expect("the element has attributes");
    let told = |attribute: &&Value| attribute["frame"] == true;
    let mut expected: Vec<&str> =
        attributes.iter().filter(told).filter_map(|one| one["name"].as_str()).collect();
    expected.sort_unstable();
    assert_eq!(widget.run("return host.getAttributeNames().sort()", Value::Null), json!(expected));
    let values = "return [host.lang, host.accent, host.groupSecond, host.ctaHref]";
    let expected = json!(["en", "#0b5a8a", "<b>", "https://shop.example/"]);
    assert_eq!(widget.run(values, Value::Null), expected);
    assert!(widget.is_there(".bp-question"), "it begins as it was told: {}", widget.look());

    let page = || {
        let page =
            "const page = document.documentElement; return [page.lang, page.dataset.theme, document.title]";
        widget.run(page, Value::Null)
    };
    let english = page();
    assert_eq!((&english[0], &english[1]), (&json!("en"), &json!("dark")));
    widget.click(".bp-languages__button[lang='nl']");
    browser.wait("the page in Dutch", || page()[0] == "nl", || page().to_string());
    assert_ne!(page()[2], english[2], "the title follows");
}

/// A frame on the page.
#[derive(Clone, Copy)]
struct Frame {
    id: &'static str,
    /// The permissions of its sandbox; `None` for no sandbox.
    sandbox: Option<&'static str>,
    source: Source,
}

/// The source of a frame's page.
#[derive(Clone, Copy)]
enum Source {
    /// The origin of the page around it.
    Near,
    /// Another origin.
    Far,
}

impl Frame {
    /// The markup of a Dutch frame; `settings` are appended to its address.
    fn markup(self, browser: &Browser, settings: &str) -> String {
        let Frame { id, sandbox, source } = self;
        let sandbox = sandbox.map(|allowed| format!(" sandbox='{allowed}'")).unwrap_or_default();
        let origin = match source {
            Source::Near => browser.site().origin(),
            Source::Far => browser.far_site().origin(),
        };
        format!(
            "<iframe data-b2b-b2c-profile id='{id}'{sandbox} src='{origin}/frame.html?lang=nl{}' title='{id}' width='100%' height='640' \
             loading='lazy'></iframe>",
            settings.replace('&', "&amp;")
        )
    }
}

/// Opens a page with frames; its policy allows only these and the scripts of both sites.
#[track_caller]
fn open(browser: &Browser, head: &str, body: &str) {
    let far = browser.far_site().origin();
    let policy = format!(
        "default-src 'none'; script-src 'self' {far}; style-src 'self'; img-src 'self'; frame-src 'self' {far}; \
         require-trusted-types-for 'script'"
    );
    let page = format!(
        "<!doctype html><html lang='nl'><head><meta charset='utf-8'><title>Around</title>\
         <link rel='icon' href='/icon.svg'><script src='/watch.js'></script>{head}</head><body>{body}</body></html>"
    );
    browser.site().add("/watch.js", Answer::script(include_str!("frame/watch.js")));
    browser.site().add("/around", Answer::html(&page).with_policy(&policy));
    browser.open("/around");
    // Waits for all frames, because a frame that loads later would interrupt the visit.
    let are_there = "const frames = document.querySelectorAll('iframe[src*=\"frame.html\"]');
        return window.offers.length >= frames.length";
    let what = || browser.run(0, "return window.offers", Value::Null).to_string();
    browser.wait("frames", || browser.run(0, are_there, Value::Null) == true, what);
}

/// Waits until the frame is exactly as high as its widget, without scrolling.
#[track_caller]
fn expect_fit(widget: Widget, what: &str) {
    let heights = || {
        let heights = "const { clientHeight, scrollHeight } = document.documentElement;
            return [host.getBoundingClientRect().height, clientHeight, scrollHeight]";
        let heights = widget.run(heights, Value::Null);
        [0, 1, 2].map(|place| heights[place].as_f64().expect("a height is a number"))
    };
    let fits = || {
        let [content, frame, scrolled] = heights();
        (0.0..=1.0).contains(&(frame - content)) && scrolled <= frame
    };
    widget.browser().wait(&format!("a frame that fits {what}"), fits, || format!("{:?}", heights()));
}

/// How often the height of a frame has changed.
#[track_caller]
fn changes(browser: &Browser, id: &str) -> usize {
    let heights = browser.run(0, "return window.heights.filter(([id]) => id === args)", json!(id));
    heights.as_array().map_or(0, Vec::len)
}

/// Waits until no frame changes its height any more.
#[track_caller]
fn settle(browser: &Browser) {
    let still = "return (async () => {
        let before = window.heights.length;
        for (let frames = 0, still = 0; frames < 500 && still < 30; frames += 1) {
          await new Promise(requestAnimationFrame);
          still = window.heights.length === before ? still + 1 : 0;
          before = window.heights.length;
          if (still === 30) return true;
        }
        return window.heights.slice(-10);
      })()";
    assert_eq!(browser.run(0, still, Value::Null), true, "the heights keep changing");
}

//! The result on paper: a report of two pages, or everything, in a frame of its own.

mod contents;

use b2b_b2c_profile::assessment::{Instrument, Pole};
use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::printed::{self, Pdf, Printed};
use browser_tests::{Answer, Browser, Site, Widget, in_every_engine, languages, questionnaire};
use serde_json::{Value, json};

in_every_engine!(
    a_report_of_the_result_is_printed,
    marks_at_an_end_are_whole_on_paper,
    it_prints_under_the_strictest_policy
);

/// Answers for each kind of profile, as the steps of each dimension towards B2B.
const ANSWERS: [(&str, [i8; 6]); 6] = [
    ("b2b-strong", [2, 2, 2, 2, 2, 2]),
    ("b2b-lean", [1, 1, 1, 1, 0, 1]),
    ("hybrid", [1, -1, 0, 1, -1, 0]),
    ("split", [2, 2, 2, -2, -2, -2]),
    ("b2c-lean", [-1, -1, -1, -1, 0, -1]),
    ("b2c-strong", [-2, -2, -2, -2, -2, -2]),
];

/// The keys that move each dimension this many steps towards B2B.
fn keys(instrument: &Instrument, steps: [i8; 6]) -> String {
    let key = |dimension| {
        let place =
            instrument.dimensions().iter().position(|known| known.id == dimension).unwrap_or_default();
        steps[place]
    };
    let keys = instrument.items().iter().map(|item| {
        let towards = if item.first == Pole::B2b { -key(item.dimension) } else { key(item.dimension) };
        char::from(b"12345"[usize::from((towards + 2).unsigned_abs())])
    });
    keys.collect()
}

fn element<'a>(browser: &'a Browser, language: &str) -> Widget<'a> {
    browser.site().add_html("/element", &format!("<b2b-b2c-profile lang='{language}'></b2b-b2c-profile>"));
    Widget::open(browser, "/element")
}

/// Prints the current result.
#[track_caller]
fn print(widget: Widget, texts: &Texts) -> Printed {
    print_by(widget, &texts.label(Label::Print))
}

/// Prints with a button.
#[track_caller]
fn print_by(widget: Widget, button: &str) -> Printed {
    printed::watch(widget, true);
    widget.click_on(button);
    printed::take(widget)
}

fn a_report_of_the_result_is_printed(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let widget = element(browser, "nl");
    widget.fill(&keys(&instrument, ANSWERS[1].1));
    widget.fill("1234");
    let script = "-export-";
    assert!(!browser.site().asked().iter().any(|path| path.contains(script)), "the script is not loaded yet");
    let printed = print(widget, &texts);
    assert!(browser.site().asked().iter().any(|path| path.contains(script)));
    assert!(printed.title.starts_with("b2b-b2c-profiel-20"), "{}", printed.title);
    for text in [widget.heading(), widget.text(".bp-because"), widget.text(".bp-code")] {
        assert!(printed.html().contains(&text), "{text} in {}", printed.html());
    }
    assert!(!printed.html().contains("<button"), "there are no buttons on paper");
    widget.run("afterPrint()", Value::Null);
    assert!(!widget.is_there("iframe"), "the frame is gone");
}

fn marks_at_an_end_are_whole_on_paper(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    for steps in [2, -2] {
        let widget = element(browser, "nl");
        widget.fill(&keys(&instrument, [steps; 6]));
        widget.fill("1234");
        let printed = print(widget, &texts);
        browser.site().add("/printed", Answer::html(printed.html()));
        browser.open("/printed");
        // The room on each side of the point and of the nodes, with their strokes, up to the paper's edge, the words
        // beside them, and whatever clips what is in it.
        let script = "const reach = (mark) => {
              const { left, right } = mark.getBoundingClientRect();
              const [middle, { r, strokeWidth }] = [(left + right) / 2, getComputedStyle(mark)];
              const radius = parseFloat(r) + parseFloat(strokeWidth) / 2;
              return [middle - radius, middle + radius];
            };
            const marks = [...document.querySelectorAll('.bp-line__point, .bp-line__plot > circle')];
            const words = [...document.querySelectorAll('.bp-line__word, .bp-line__end')];
            const room = marks.map((mark) => {
              const [from, to] = reach(mark);
              const sides = [from, document.body.clientWidth - to];
              const row = mark.getBoundingClientRect();
              for (const word of words) {
                const range = document.createRange();
                range.selectNodeContents(word);
                const { left, right, top, bottom } = range.getBoundingClientRect();
                if (bottom > row.top && top < row.bottom) sides.push(left < from ? from - right : left - to);
              }
              for (let box = mark.parentElement; box; box = box.parentElement) {
                const { left, right } = box.getBoundingClientRect();
                if (getComputedStyle(box).overflowX !== 'visible') sides.push(from - left, right - to);
              }
              return Math.min(...sides);
            });
            return [marks.length, Math.min(...room)]";
        let found = browser.run(0, script, Value::Null);
        assert_eq!(found[0], 7, "the point and six nodes");
        assert!(found[1].as_f64().is_some_and(|room| room >= 0.0), "{steps}: {found}");
    }
}

#[test]
fn every_profile_is_two_pages_at_most() {
    let browser = Browser::start();
    for language in &languages() {
        let (instrument, texts) = questionnaire(language);
        for (name, steps) in ANSWERS {
            let widget = element(&browser, language);
            widget.fill(&keys(&instrument, steps));
            widget.fill("1304");
            check_pages(&print(widget, &texts), &browser, &format!("{name}-{language}"), 2);
        }
    }
    browser.finish();
}

/// The texts on paper that lie over each other.
const OVERLAPS: &str = "document.body.style.inlineSize = '180mm';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const boxes = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // Lines may be closer than their boxes are high.
        const inset = (bottom - top) / 4;
        boxes.push([left + 1, right - 1, top + inset, bottom - inset, walker.currentNode.data]);
      }
    }
    const over = ([left, right, top, bottom], [from, to, above, below]) =>
      left < to && from < right && top < below && above < bottom;
    return boxes.filter((box) => boxes.some((other) => other[4] !== box[4] && over(box, other))).map((box) => box[4])";

/// Checks the maximum number of pages, that no word is missing or over another, and that no page ends with a heading.
#[track_caller]
fn check_pages(printed: &Printed, browser: &Browser, name: &str, most: usize) {
    let pages = printed.pdf(browser).pages();
    assert!(pages.len() <= most, "{name}: {} pages", pages.len());
    assert_eq!(browser.run(0, OVERLAPS, Value::Null), json!([]), "{name}: texts over each other");
    let script = "const headings = [...document.querySelectorAll('h2, h3, h4')].map(words);
        return [headings, [document.body.innerText]]";
    let found = browser.run(0, script, Value::Null);
    let texts = |place: usize| found[place].as_array().into_iter().flatten().filter_map(Value::as_str);
    // Columns change the order of words, so letters are compared.
    let mut read: Vec<char> = pages.iter().flatten().flat_map(|line| line.chars()).collect();
    for char in texts(1).flat_map(str::chars).filter(|char| !char.is_whitespace()) {
        let place = read.iter().position(|known| *known == char);
        read.swap_remove(place.unwrap_or_else(|| panic!("{name}: a {char} is missing on paper\n{pages:#?}")));
    }
    for page in &pages {
        // The last line is the page number.
        let last = page.iter().rev().nth(1).expect("a page has lines");
        let rest = texts(0).fold(last.clone(), |rest, heading| rest.replace(heading, ""));
        assert!(!rest.trim().is_empty(), "{name}: a heading at the end of a page: {last}");
    }
}

#[test]
fn paper_is_white_whatever_the_page_looks_like() {
    let browser = Browser::start();
    let settings =
        "theme='dark' accent='#ffd400' style='--bp-b2b: #bfe3ff; --bp-surface: #111; --bp-text: #eee'";
    browser.site().add_html("/element", &format!("<b2b-b2c-profile {settings}></b2b-b2c-profile>"));
    let widget = Widget::open(&browser, "/element");
    let (instrument, texts) = questionnaire("nl");
    widget.fill(&keys(&instrument, ANSWERS[0].1));
    widget.fill("1304");
    let printed = print(widget, &texts);
    browser.emulate(&[("prefers-color-scheme", "dark")]);
    browser.site().add("/printed.html", Answer::html(printed.html()));
    browser.open("/printed.html");
    let script = "const colour = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
        const [ground, ...inks] = [colour('body', 'backgroundColor'), colour('body', 'color'),
          colour('.bp-heading', 'color'), colour('.bp-reach__bar', 'fill')];
        const light = (text) => text.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
        return [light(ground), ...inks.map(light)]";
    let found = browser.run(0, script, Value::Null);
    let found: Vec<f64> = found.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert_eq!(found[0], 255.0);
    assert!(found[1..].iter().all(|ink| *ink < 128.0), "{found:?}");
    browser.finish();
}

/// Only what the README asks for.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      connect-src 'self'; require-trusted-types-for 'script'";

fn it_prints_under_the_strictest_policy(browser: &Browser) {
    let page = Site::page("", "<b2b-b2c-profile></b2b-b2c-profile>")
        .replace("<link rel='icon' href='/icon.svg'>", "");
    browser.site().add("/strict", Answer::html(&page).with_policy(POLICY));
    // Browsers request the page's icon, which the policy forbids.
    browser.allow_violation("/favicon.ico");
    let widget = Widget::open(browser, "/strict");
    let (instrument, texts) = questionnaire("nl");
    widget.fill(&keys(&instrument, ANSWERS[5].1));
    widget.fill("1304");
    let printed = print(widget, &texts);
    assert!(printed.html().contains("<main"), "{}", printed.html());
}

#[test]
fn where_a_page_may_not_print_it_says_so() {
    let browser = Browser::start();
    browser.site().add_html("/frames", "<iframe sandbox='allow-scripts' src='/frame.html'></iframe>");
    browser.site().share();
    browser.open("/frames");
    browser.enter_frame(0);
    let widget = Widget::on_page(&browser, 0);
    let (instrument, texts) = questionnaire("nl");
    widget.fill(&keys(&instrument, ANSWERS[0].1));
    widget.fill("1304");
    browser.allow_console("The document is sandboxed");
    browser.expect_console("may not print");
    widget.click_on(&texts.label(Label::Print));
    expect_failure(widget, &texts);
    assert!(!widget.is_there("iframe"), "nothing is left behind");
    browser.finish();
}

#[test]
fn a_missing_script_is_reported_and_requested_again() {
    let browser = Browser::start();
    let widget = element(&browser, "nl");
    let (instrument, texts) = questionnaire("nl");
    widget.fill(&keys(&instrument, ANSWERS[0].1));
    widget.fill("1304");
    let script = browser.site().name("b2b-b2c-profile-export-", ".js");
    browser.site().answer_instead(&script, Answer::status(503));
    browser.allow_console("-export-");
    browser.expect_console("result not exported");
    widget.click_on(&texts.label(Label::Print));
    expect_failure(widget, &texts);

    browser.site().answer_rightly();
    let printed = print(widget, &texts);
    assert!(printed.html().contains("<main"), "{}", printed.html());
    browser.wait("no more of it", || status(widget).is_empty(), || widget.look());
    widget.open_all();
    let asked = widget.texts(".bp-panel li").iter().filter(|line| line.contains("-export-")).count();
    assert_eq!(asked, 2, "the panel lists every request");
    browser.finish();
}

/// The status next to the buttons.
fn status(widget: Widget) -> String {
    widget.text(".bp-take-along > .bp-ways [role='status']")
}

#[track_caller]
fn expect_failure(widget: Widget, texts: &Texts) {
    let text = texts.label(Label::HandOutFailed);
    widget.browser().wait("the word that it failed", || status(widget) == text.as_str(), || widget.look());
    assert_eq!(
        widget.read("return words(focused())"),
        texts.label(Label::Print).as_str(),
        "focus stays where it was"
    );
}

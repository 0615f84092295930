//! The result on paper: a report of one or two pages, in a frame of its own.

use b2b_b2c_profile::assessment::{Instrument, Pole};
use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::printed::{self, Printed};
use browser_tests::{Answer, Browser, Site, Widget, in_every_engine, languages, questionnaire};
use serde_json::Value;

in_every_engine!(
    a_report_of_the_result_is_printed,
    a_point_at_an_end_is_whole_on_paper,
    it_prints_under_the_strictest_policy
);

/// What a result can come to, as how far each dimension is towards B2B, in steps.
const ANSWERS: [(&str, [i8; 6]); 6] = [
    ("b2b-strong", [2, 2, 2, 2, 2, 2]),
    ("b2b-lean", [1, 1, 1, 1, 0, 1]),
    ("hybrid", [1, -1, 0, 1, -1, 0]),
    ("split", [2, 2, 2, -2, -2, -2]),
    ("b2c-lean", [-1, -1, -1, -1, 0, -1]),
    ("b2c-strong", [-2, -2, -2, -2, -2, -2]),
];

/// The keys that come to so many steps towards B2B in each dimension.
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

/// Has the result printed that is shown.
#[track_caller]
fn print(widget: Widget, texts: &Texts) -> Printed {
    printed::watch(widget, true);
    widget.click_on(&texts.label(Label::Print));
    printed::take(widget)
}

fn a_report_of_the_result_is_printed(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let widget = element(browser, "nl");
    widget.fill(&keys(&instrument, ANSWERS[1].1));
    widget.fill("1234");
    let script = "-export-";
    assert!(!browser.site().asked().iter().any(|path| path.contains(script)), "nobody has asked for it yet");
    let printed = print(widget, &texts);
    assert!(browser.site().asked().iter().any(|path| path.contains(script)));
    assert!(printed.title.starts_with("b2b-b2c-profiel-20"), "{}", printed.title);
    for text in [widget.heading(), widget.text(".bp-because"), widget.text(".bp-code")] {
        assert!(printed.html().contains(&text), "{text} in {}", printed.html());
    }
    assert!(!printed.html().contains("<button"), "nothing on paper can be pressed");
    widget.run("afterPrint()", Value::Null);
    assert!(!widget.is_there("iframe"), "the frame is gone");
}

fn a_point_at_an_end_is_whole_on_paper(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    for steps in [2, -2] {
        let widget = element(browser, "nl");
        widget.fill(&keys(&instrument, [steps; 6]));
        widget.fill("1234");
        let printed = print(widget, &texts);
        browser.site().add("/printed", Answer::html(printed.html()));
        browser.open("/printed");
        // With its edge; a shape's box may leave that out.
        let sides =
            "const { left, width } = document.querySelector('.bp-spectrum__point').getBoundingClientRect();
            const middle = left + width / 2;
            return [middle - 13.25, document.body.clientWidth - middle - 13.25]";
        let sides = browser.run(0, sides, Value::Null);
        let is_whole = |place: usize| sides[place].as_f64().is_some_and(|room| room >= 0.0);
        assert!(is_whole(0) && is_whole(1), "{steps}: {sides}");
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

#[test]
fn two_groups_are_compared_on_a_page_of_their_own() {
    let browser = Browser::start();
    for language in &languages() {
        let (instrument, texts) = questionnaire(language);
        let widget = element(&browser, language);
        widget.sell_to("both");
        let [companies, .., consumers] = ANSWERS.map(|(_, steps)| keys(&instrument, steps));
        widget.fill(&format!("{companies}{consumers}1304"));
        let printed = print(widget, &texts);
        check_pages(&printed, &browser, "two groups", 4);
        let pages = printed.pdf(&browser).pages();
        let heading = texts.label(Label::Compare);
        assert!(pages[0].iter().any(|line| line.contains(heading.as_str())), "{:?}", pages[0]);
    }
    browser.finish();
}

/// The document has so many pages at most, none of its words is missing there, and no page ends with a heading.
#[track_caller]
fn check_pages(printed: &Printed, browser: &Browser, name: &str, most: usize) {
    let pages = printed.pdf(browser).pages();
    assert!(pages.len() <= most, "{name}: {} pages", pages.len());
    let script = "const headings = [...document.querySelectorAll('h2, h3, h4')].map(words);
        return [headings, [document.body.innerText]]";
    let found = browser.run(0, script, Value::Null);
    let texts = |place: usize| found[place].as_array().into_iter().flatten().filter_map(Value::as_str);
    // Columns mix the order of the words, and letters are enough to see that none of them is missing.
    let mut read: Vec<char> = pages.iter().flatten().flat_map(|line| line.chars()).collect();
    for char in texts(1).flat_map(str::chars).filter(|char| !char.is_whitespace()) {
        let place = read.iter().position(|known| *known == char);
        read.swap_remove(place.unwrap_or_else(|| panic!("{name}: a {char} is not on paper\n{pages:#?}")));
    }
    for page in &pages {
        // The last line is the page's number.
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
          colour('.bp-heading', 'color'), colour('.bp-bar__reach', 'fill')];
        const light = (text) => text.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
        return [light(ground), ...inks.map(light)]";
    let found = browser.run(0, script, Value::Null);
    let found: Vec<f64> = found.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert_eq!(found[0], 255.0);
    assert!(found[1..].iter().all(|ink| *ink < 128.0), "{found:?}");
    browser.finish();
}

/// Nothing but what the README asks for.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      connect-src 'self'; require-trusted-types-for 'script'";

fn it_prints_under_the_strictest_policy(browser: &Browser) {
    let page = Site::page("", "<b2b-b2c-profile></b2b-b2c-profile>")
        .replace("<link rel='icon' href='/icon.svg'>", "");
    browser.site().add("/strict", Answer::html(&page).with_policy(POLICY));
    // Browsers look for the page's own icon, which it forbids.
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
fn a_script_that_does_not_come_is_said_and_asked_for_again() {
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

/// What is said beside the buttons.
fn status(widget: Widget) -> String {
    widget.text(".bp-ways:not(:has(.bp-code)) ~ .bp-ways [role='status']")
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

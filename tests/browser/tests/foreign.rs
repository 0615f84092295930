//! Third-party pages: each allows a complete run or shows a fallback that says why, and stays unaffected
//! itself.

mod delivered;
mod loading;
mod moving;
mod policy;
mod prototypes;
mod room;
mod scripts;
mod storage;
mod styles;
mod yew_app;

use browser_tests::{Answer, Browser, Sheet, Site, Widget, questionnaire, report};

/// Answers that lead to a profile with a side.
const SHEET: Sheet = Sheet::new("512432145324", "2415");

/// A host page: its path, what its head has before the element's script, and its body.
#[derive(Clone, Copy, Debug)]
struct Host {
    /// The path at which it is served.
    path: &'static str,
    head: &'static str,
    body: &'static str,
}

impl Host {
    /// Serves the page.
    fn add(self, browser: &Browser) {
        browser.site().add(self.path, Answer::html(&Site::page(self.head, self.body)));
    }

    /// Opens the page and waits for its first widget.
    #[track_caller]
    fn open(self, browser: &Browser) -> Widget<'_> {
        self.add(browser);
        Widget::open(browser, self.path)
    }
}

/// Answers all questions in Dutch, the first with the pointer, and compares the result with the core's.
#[track_caller]
fn run(widget: Widget) {
    let browser = widget.browser();
    widget.click(".bp-start");
    browser.wait("a question", || widget.is_there(".bp-question"), || widget.look());
    let (first, others) = SHEET.items.split_at(1);
    widget.choose(first.chars().next().expect("there is an answer"));
    widget.click(".bp-next");
    browser.wait("the next question", || widget.chosen().is_empty(), || widget.look());
    finish(widget, others);
}

/// Answers the remaining questions, and compares the result with the core's.
#[track_caller]
fn finish(widget: Widget, items: &str) {
    widget.fill(&format!("{items}{}", SHEET.foundations));
    let (instrument, texts) = questionnaire("nl");
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
}

/// The Dutch heading of the item at an index.
fn question(place: usize) -> String {
    let (instrument, texts) = questionnaire("nl");
    texts.item(instrument.items()[place].id).question.to_string()
}

//! The element as a visitor sees it.

use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use crate::Browser;

/// One `<b2b-b2c-profile>` on the page.
#[derive(Clone, Copy, Debug)]
pub struct Widget<'a> {
    browser: &'a Browser,
    place: usize,
}

/// Finds the button or summary with the text in `args`.
const CONTROL: &str = "all('button, summary').find((control) => words(control).replace('← ', '') === args)";

impl<'a> Widget<'a> {
    /// Opens a page and waits for its first widget.
    #[track_caller]
    pub fn open(browser: &'a Browser, path: &str) -> Widget<'a> {
        browser.open(path);
        Widget::on_page(browser, 0)
    }

    /// Waits for the running widget at an index, not just its first pages. Starts what a visitor's first
    /// touch starts.
    #[track_caller]
    pub fn on_page(browser: &'a Browser, place: usize) -> Widget<'a> {
        let widget = Widget::coming(browser, place);
        widget.touch();
        browser.wait("a widget", || widget.is_running(), || widget.look());
        widget
    }

    /// Waits for the first pages at an index, whether or not the widget is running.
    #[track_caller]
    pub fn coming(browser: &'a Browser, place: usize) -> Widget<'a> {
        let widget = Widget { browser, place };
        browser.wait("a first page", || widget.is_there(".bp-heading"), || widget.look());
        widget
    }

    /// Whether the widget is running, not just its first pages.
    #[track_caller]
    pub fn is_running(&self) -> bool {
        self.is_there(".bp-heading")
            && self.run("return one('.bp-root').firstPages === undefined", Value::Null) == true
    }

    /// Starts the engine like a visitor's first touch, without any other effect: a change event in a shadow
    /// root isn't composed.
    #[track_caller]
    pub fn touch(&self) {
        self.run("one('.bp-root').dispatchEvent(new Event('change', { bubbles: true }))", Value::Null);
    }

    /// The browser of the page.
    pub fn browser(&self) -> &'a Browser {
        self.browser
    }

    /// Runs a script about this element; `page.js` has its helpers.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Value) -> Value {
        self.browser.run(self.place, script, arguments)
    }

    /// The result of a script as text; empty if there is none.
    #[track_caller]
    pub fn read(&self, script: &str) -> String {
        self.run(script, Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// The text of the first element that matches a selector; empty if there is none.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.run("return words(one(args))", json!(selector)).as_str().unwrap_or_default().to_owned()
    }

    /// The texts of all elements that match a selector.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let texts = self.run("return all(args).map(words)", json!(selector));
        let text = |text: &Value| text.as_str().map(str::to_owned);
        texts.as_array().map(|texts| texts.iter().filter_map(text).collect()).unwrap_or_default()
    }

    /// Whether any element matches a selector.
    #[track_caller]
    pub fn is_there(&self, selector: &str) -> bool {
        self.run("return Boolean(one(args))", json!(selector)) == true
    }

    /// The element that matches a selector.
    #[track_caller]
    pub fn element(&self, selector: &str) -> WebElement {
        self.browser.find(self.place, "return one(args)", json!(selector))
    }

    /// The button, link, tab or summary with this text.
    #[track_caller]
    pub fn control(&self, text: &str) -> WebElement {
        self.browser.find(self.place, &format!("return {CONTROL}"), json!(text))
    }

    /// Clicks the middle of the element that matches a selector.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        self.run("bare(one(args)); return drawn()", json!(selector));
        self.browser.click(&self.element(selector));
    }

    /// Clicks the button, link, tab or summary with this text.
    #[track_caller]
    pub fn click_on(&self, text: &str) {
        self.run(&format!("bare({CONTROL}); return drawn()"), json!(text));
        self.browser.click(&self.control(text));
    }

    /// Clicks the box for a key, by its text: 1 to 5 on the scale, 0 for "don't know".
    #[track_caller]
    pub fn choose(&self, key: char) {
        self.click(&format!(".bp-question__group label:has([value='{key}']) span"));
        let key = key.to_string();
        self.browser.wait("the choice", || self.chosen() == key, || self.look());
    }

    /// The key of the chosen box; empty if there is none.
    #[track_caller]
    pub fn chosen(&self) -> String {
        self.read("return one('.bp-question__group :checked')?.value")
    }

    /// The heading of the page.
    #[track_caller]
    pub fn heading(&self) -> String {
        self.text(".bp-heading")
    }

    /// The visitor's progress, in words.
    #[track_caller]
    pub fn progress(&self) -> String {
        self.text(".bp-progress__words")
    }

    /// Waits for the page with this heading, and for focus on it.
    #[track_caller]
    pub fn expect_page(&self, heading: &str) {
        let script = "return words(one('.bp-heading')) === args && focused() === one('.bp-heading')";
        let what = format!("the page “{heading}” with focus on its heading");
        self.browser.wait(&what, || self.run(script, json!(heading)) == true, || self.look());
    }

    /// Waits until the element with focus matches a selector.
    #[track_caller]
    pub fn expect_focus(&self, selector: &str) {
        let what = format!("focus on {selector}");
        self.browser.wait(&what, || self.has_focus(selector), || self.look());
    }

    /// Whether the element with focus matches a selector.
    #[track_caller]
    pub fn has_focus(&self, selector: &str) -> bool {
        self.run("return Boolean(focused()?.matches(args))", json!(selector)) == true
    }

    /// Presses Tab until the element with focus matches a selector.
    #[track_caller]
    pub fn tab_to(&self, selector: &str) {
        for _ in 0..40 {
            self.browser.press(Key::Tab);
            if self.has_focus(selector) {
                return;
            }
        }
        panic!("Tab doesn't lead to {selector}; there is {}", self.look());
    }

    /// Answers with these keys by script, starting from the intro if needed, and passes the pages between
    /// questions. For tests of later pages.
    #[track_caller]
    pub fn fill(&self, keys: &str) {
        self.run("return fill(args)", json!(keys));
    }

    /// Chooses a file with this text by script, for pages where a driver can't access the field.
    #[track_caller]
    pub fn give_file(&self, text: &str) {
        let script = "const chosen = new DataTransfer();
            chosen.items.add(new File([args], 'result.json'));
            const field = one('.bp-file input');
            field.files = chosen.files;
            field.dispatchEvent(new Event('change', { __proto__: null, bubbles: true }))";
        self.run(script, json!(text));
    }

    /// Answers the opener by script: `companies`, `consumers`, `both` or `unknown`.
    #[track_caller]
    pub fn sell_to(&self, whom: &str) {
        let script = "one(`[value='opener-${args}']`).click(); return drawn()";
        self.run(script, json!(whom));
    }

    /// Opens all disclosures of the page.
    #[track_caller]
    pub fn open_all(&self) {
        self.run("for (const details of all('details')) details.open = true; return drawn()", Value::Null);
    }

    /// The page's content and the element with focus, for error messages.
    #[track_caller]
    pub fn look(&self) -> String {
        self.read(
            "return `“${words(one('.bp-heading'))}”, ${words(one('.bp-progress')) || 'no progress'}, \
             focus on ${nameOf(focused())}, chosen ${nameOf(one(':checked'))}`",
        )
    }
}

//! One Chromium with one page.

use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{Capabilities, TypingData, WebDriver, WebElement};

use crate::chromedriver::Chromedriver;
use crate::{RUNTIME, Site};

/// How long a page may take for anything that a test waits for.
const PATIENCE: Duration = Duration::from_secs(10);
/// How soon a condition is looked at again.
const PAUSE: Duration = Duration::from_millis(5);

/// A browser of its own with the site to go with it; both end when it is dropped.
#[derive(Debug)]
pub struct Browser {
    session: WebDriver,
    site: Site,
    /// What the console was to say, each once: parts of the messages.
    expected: RefCell<Vec<String>>,
    /// What the console may say, as often as it likes.
    allowed: RefCell<Vec<String>>,
    is_finished: Cell<bool>,
    // Dropped last: the session is gone by then.
    _driver: Chromedriver,
}

impl Browser {
    /// Serves the site and starts a browser with an empty page, 1024 pixels wide.
    #[track_caller]
    pub fn start() -> Browser {
        let site = Site::serve();
        let driver = Chromedriver::start();
        let capabilities = match driver.capabilities() {
            Value::Object(capabilities) => Capabilities::from(capabilities),
            _ => Capabilities::from(Map::new()),
        };
        let session = done(RUNTIME.block_on(WebDriver::new(driver.address(), capabilities)));
        let (expected, allowed) = (RefCell::default(), RefCell::default());
        Browser { session, site, expected, allowed, is_finished: Cell::new(false), _driver: driver }
    }

    /// The site it looks at.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Goes to a path of the site.
    #[track_caller]
    pub fn open(&self, path: &str) {
        let address = format!("{}{path}", self.site.origin());
        done(RUNTIME.block_on(self.session.goto(address)));
    }

    /// Where it is, from the first slash on.
    #[track_caller]
    pub fn path(&self) -> String {
        let address = done(RUNTIME.block_on(self.session.current_url()));
        address.as_str().strip_prefix(self.site.origin()).unwrap_or(address.as_str()).to_owned()
    }

    /// Runs a script about the element at a place on the page, and gives what it returns.
    #[track_caller]
    pub fn run(&self, place: usize, script: &str, arguments: Value) -> Value {
        self.execute(place, script, arguments).json().clone()
    }

    /// The element that a script finds.
    #[track_caller]
    pub fn find(&self, place: usize, script: &str, arguments: Value) -> WebElement {
        let what = format!("{script} with {arguments}");
        match self.execute(place, script, arguments).element() {
            Ok(element) => element,
            Err(error) => panic!("not on the page: {what}: {error}"),
        }
    }

    #[track_caller]
    fn execute(&self, place: usize, script: &str, arguments: Value) -> ScriptRet {
        let prelude = include_str!("page.js");
        let script = format!("const [place, args] = arguments;\n{prelude}\n{script}");
        done(RUNTIME.block_on(self.session.execute(script, vec![json!(place), arguments])))
    }

    /// Waits until a condition holds; `what` says for what, `state` what is there instead.
    #[track_caller]
    pub fn wait(&self, what: &str, mut holds: impl FnMut() -> bool, state: impl FnOnce() -> String) {
        let deadline = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < deadline, "waited in vain for {what}; there is {}", state());
            thread::sleep(PAUSE);
        }
    }

    /// Clicks the middle of an element with the pointer.
    #[track_caller]
    pub fn click(&self, element: &WebElement) {
        done(RUNTIME.block_on(element.click()));
    }

    /// Clicks an element twice as fast as a pointer can.
    #[track_caller]
    pub fn double_click(&self, element: &WebElement) {
        done(RUNTIME.block_on(element.scroll_into_view()));
        let quick = self.session.action_chain_with_delay(None, Some(Duration::ZERO));
        done(RUNTIME.block_on(quick.double_click_element(element).perform()));
    }

    /// Presses keys, one after another.
    #[track_caller]
    pub fn press(&self, keys: impl Into<TypingData>) {
        done(RUNTIME.block_on(self.session.action_chain().send_keys(keys).perform()));
    }

    /// Sends a command of Chromium's own protocol.
    #[track_caller]
    pub fn command(&self, method: &str, parameters: Value) -> Value {
        done(RUNTIME.block_on(self.session.cdp().send_raw(method, parameters)))
    }

    /// Makes the page so many pixels wide and high.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size);
    }

    /// Sets media features, such as `prefers-color-scheme` to `dark`; all others are as usual.
    #[track_caller]
    pub fn emulate(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.command("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// A picture of a part of the page as PNG, also of what lies outside the window.
    #[track_caller]
    pub fn picture(&self, x: f64, y: f64, width: f64, height: f64) -> Vec<u8> {
        let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
        let parameters = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
        let picture = self.command("Page.captureScreenshot", parameters);
        let picture = picture["data"].as_str().expect("a screenshot has data");
        done(BASE64_STANDARD.decode(picture))
    }

    /// The console must say this, once: a part of the message.
    pub fn expect_console(&self, part: &str) {
        self.expected.borrow_mut().push(part.to_owned());
    }

    /// The console may say this: a part of the message.
    pub fn allow_console(&self, part: &str) {
        self.allowed.borrow_mut().push(part.to_owned());
    }

    /// Waits until the console has said what was expected; it must have said nothing else.
    #[track_caller]
    pub fn heed_console(&self) {
        let mut expected = self.expected.take();
        let mut surprises = Vec::new();
        let mut heed = || {
            for (level, message) in self.log("browser") {
                match expected.iter().position(|part| message.contains(part)) {
                    Some(place) => drop(expected.remove(place)),
                    None if !matches!(level.as_str(), "SEVERE" | "WARNING") => {}
                    None if self.allowed.borrow().iter().any(|part| message.contains(part)) => {}
                    None => surprises.push(message),
                }
            }
            expected.is_empty()
        };
        let deadline = Instant::now() + PATIENCE;
        while !heed() && Instant::now() < deadline {
            thread::sleep(PAUSE);
        }
        assert!(surprises.is_empty(), "the console says:\n{}", surprises.join("\n"));
        assert!(expected.is_empty(), "the console doesn't say:\n{}", expected.join("\n"));
    }

    /// Ends the test: the console said nothing but what was expected, no error went through the page, and only
    /// the site's own files were asked for.
    #[track_caller]
    pub fn finish(self) {
        self.is_finished.set(true);
        self.heed_console();
        let foreign: Vec<String> =
            self.requests().into_iter().filter(|address| !self.site.has(address)).collect();
        assert!(foreign.is_empty(), "asked for what isn't the site's:\n{}", foreign.join("\n"));
    }

    /// What the page asked for over the network, wherever that is.
    #[track_caller]
    fn requests(&self) -> Vec<String> {
        let address = |(_, message): (String, String)| {
            let event: Value = serde_json::from_str(&message).ok()?;
            let is_request = event["message"]["method"] == "Network.requestWillBeSent";
            let request = &event["message"]["params"];
            let address = request["request"]["url"].as_str()?;
            // The browser's own first page is not ours; what stands in the page itself needs no network.
            let is_ours = !request["documentURL"].as_str()?.starts_with("chrome:");
            let is_inside = ["data:", "about:", "blob:"].iter().any(|scheme| address.starts_with(scheme));
            (is_request && is_ours && !is_inside).then(|| address.to_owned())
        };
        self.log("performance").into_iter().filter_map(address).collect()
    }

    /// The entries of a log since it was last read: level and message.
    #[track_caller]
    fn log(&self, name: &str) -> Vec<(String, String)> {
        let entries = done(RUNTIME.block_on(self.session.get_log(name)));
        entries.into_iter().map(|entry| (entry.level, entry.message)).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver's end ends the session too.
        let _ = self.session.clone().leak();
        if !thread::panicking() {
            assert!(self.is_finished.get(), "a test ends with Browser::finish");
        }
    }
}

/// What the browser answered; when it can't do something, the test ends.
#[track_caller]
fn done<T, E: Debug>(answer: Result<T, E>) -> T {
    answer.unwrap_or_else(|error| panic!("the browser can't do that: {error:?}"))
}

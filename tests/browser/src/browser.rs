//! A browser with one page.

mod record;
mod start;

use std::cell::{Cell, OnceCell, RefCell};
use std::fmt::Debug;
use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{TypingData, WebDriver, WebElement};

use crate::driver::Driver;
use crate::{Engine, RUNTIME, Site};
use record::Record;
use start::open_session;

/// How long a test waits for anything on a page.
const PATIENCE: Duration = Duration::from_secs(10);
/// The error of WebKit's driver when it has lost the result of a script.
const LOST: &str = "Could not parse script result";
/// How often a condition is checked.
const PAUSE: Duration = Duration::from_millis(5);

/// A browser with a site of its own; both end when it is dropped.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    session: WebDriver,
    site: Site,
    far_site: OnceCell<Site>,
    record: RefCell<Record>,
    /// The address opened last.
    opened: RefCell<String>,
    is_finished: Cell<bool>,
    // Dropped last, after the session has ended.
    driver: Driver,
}

impl Browser {
    /// Serves the site and starts Chromium with an empty page, 1024 pixels wide.
    #[track_caller]
    pub fn start() -> Browser {
        Browser::start_in(Engine::Chromium)
    }

    /// Serves the site and starts a browser of this engine with an empty page, 1024 pixels wide.
    #[track_caller]
    pub fn start_in(engine: Engine) -> Browser {
        let site = Site::serve();
        let (driver, session) = open_session(engine, &site.proxy());
        Browser {
            engine,
            session,
            site,
            far_site: OnceCell::new(),
            record: RefCell::default(),
            opened: RefCell::default(),
            is_finished: Cell::new(false),
            driver,
        }
    }

    /// The engine of the browser.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The site that it visits.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The same files from another origin; served from the first call on.
    pub fn far_site(&self) -> &Site {
        self.far_site.get_or_init(Site::serve)
    }

    /// Opens a path of the site. The records of the previous page are kept for [`Browser::heed`].
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.go_to(&format!("{}{path}", self.site.origin()));
    }

    /// Opens an address outside the site, such as that of a file.
    #[track_caller]
    pub fn open_address(&self, address: &str) {
        self.allow_request(address);
        self.go_to(address);
    }

    #[track_caller]
    fn go_to(&self, address: &str) {
        self.listen();
        self.opened.replace(address.to_owned());
        done(RUNTIME.block_on(self.session.goto(address)));
    }

    /// The current address, from the first slash of its path.
    #[track_caller]
    pub fn path(&self) -> String {
        let address = done(RUNTIME.block_on(self.session.current_url()));
        address.as_str().strip_prefix(self.site.origin()).unwrap_or(address.as_str()).to_owned()
    }

    /// Enters a frame of the page, by index: scripts, keys and clicks now apply inside it.
    #[track_caller]
    pub fn enter_frame(&self, place: u16) {
        done(RUNTIME.block_on(self.session.enter_frame(place)));
    }

    /// Returns to the page itself.
    #[track_caller]
    pub fn leave_frames(&self) {
        done(RUNTIME.block_on(self.session.enter_default_frame()));
    }

    /// Runs a script about the element at an index, and returns its result.
    #[track_caller]
    pub fn run(&self, place: usize, script: &str, arguments: Value) -> Value {
        // As text, because the drivers can't cope with pages that change the prototypes of built-in types.
        let script = format!("return (async () => textOf(await (() => {{\n{script}\n}})()))()");
        let text = self.execute(place, &script, arguments).json().as_str().map(str::to_owned);
        done(serde_json::from_str(&text.unwrap_or_default()))
    }

    /// The element that a script returns.
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
        let execute =
            || RUNTIME.block_on(self.session.execute(script.clone(), vec![json!(place), arguments.clone()]));
        match execute() {
            // On a busy machine, WebKit's driver sometimes loses the result of a script.
            Err(error) if error.to_string().contains(LOST) => done(execute()),
            answer => done(answer),
        }
    }

    /// Waits until a condition holds. In the error, `what` names it and `state` describes what is there
    /// instead.
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

    /// Moves the pointer onto an element.
    #[track_caller]
    pub fn point_at(&self, element: &WebElement) {
        done(RUNTIME.block_on(element.scroll_into_view()));
        done(RUNTIME.block_on(self.session.action_chain().move_to_element_center(element).perform()));
    }

    /// Presses the pointer's button on an element and holds it.
    #[track_caller]
    pub fn hold(&self, element: &WebElement) {
        done(RUNTIME.block_on(self.session.action_chain().click_and_hold_element(element).perform()));
    }

    /// Chooses a file with this text in a file field.
    #[track_caller]
    pub fn choose_file(&self, field: &WebElement, name: &str, text: &str) {
        // In this browser's own folder, because the same test may be writing the same name for another
        // browser.
        let path = self.driver.profile().join(name);
        done(fs::write(&path, text));
        done(RUNTIME.block_on(field.send_keys(path.display().to_string())));
    }

    /// Clicks an element twice, faster than a pointer can. Chromium only. The second click is marked as one:
    /// on a busy machine two clicks may be too far apart for a double click.
    #[track_caller]
    pub fn double_click(&self, element: &WebElement) {
        done(RUNTIME.block_on(element.scroll_into_view()));
        let place = done(RUNTIME.block_on(element.rect()));
        let scrolled = self.run(0, "return [scrollX, scrollY]", Value::Null);
        let middle = |start: f64, size: f64, scrolled: &Value| {
            start + size / 2.0 - scrolled.as_f64().unwrap_or_default()
        };
        let x = middle(place.x, place.width, &scrolled[0]);
        let y = middle(place.y, place.height, &scrolled[1]);
        for count in [1, 2] {
            for kind in ["mousePressed", "mouseReleased"] {
                let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": count });
                self.command("Input.dispatchMouseEvent", event);
            }
        }
    }

    /// Presses keys, one after another.
    #[track_caller]
    pub fn press(&self, keys: impl Into<TypingData>) {
        done(RUNTIME.block_on(self.session.action_chain().send_keys(keys).perform()));
    }

    /// Sends a command of the Chrome DevTools Protocol.
    #[track_caller]
    pub fn command(&self, method: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "only Chromium has {method}");
        done(RUNTIME.block_on(self.session.cdp().send_raw(method, parameters)))
    }

    /// Sets the size of the page in pixels; only Chromium's can be narrower than 500.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        if self.engine == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.command("Emulation.setDeviceMetricsOverride", size);
            return;
        }
        let frame = self.run(0, "return [outerWidth - innerWidth, outerHeight - innerHeight]", Value::Null);
        let side =
            |place: usize, inner: u32| frame[place].as_u64().map_or(inner, |frame| frame as u32 + inner);
        let window = self.session.set_window_rect(0, 0, side(0, width), side(1, height));
        done(RUNTIME.block_on(window));
        let size = || self.run(0, "return [innerWidth, innerHeight]", Value::Null);
        self.wait("the page's size", || size() == json!([width, height]), || size().to_string());
    }

    /// Emulates media features, such as `prefers-color-scheme` as `dark`, and resets all others. Chromium
    /// only.
    #[track_caller]
    pub fn emulate(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.command("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// A PNG picture of a part of the page, including what is outside the window. Chromium only.
    #[track_caller]
    pub fn picture(&self, x: f64, y: f64, width: f64, height: f64) -> Vec<u8> {
        let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
        let parameters = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
        let picture = self.command("Page.captureScreenshot", parameters);
        let picture = picture["data"].as_str().expect("a screenshot has data");
        done(BASE64_STANDARD.decode(picture))
    }

    /// Ends the test: checks that the pages logged only what was expected, that no error was uncaught, and
    /// that only the site's own files were requested.
    #[track_caller]
    pub fn finish(self) {
        self.is_finished.set(true);
        self.heed();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Also after a failure. The browser may be gone already.
        let _ = RUNTIME.block_on(self.session.clone().quit());
        if thread::panicking() {
            eprintln!("it was in {}, on {}", self.engine, self.opened.borrow());
        } else {
            assert!(self.is_finished.get(), "a test ends with Browser::finish");
        }
    }
}

/// The browser's answer; the test fails if there is an error.
#[track_caller]
fn done<T, E: Debug>(answer: Result<T, E>) -> T {
    answer.unwrap_or_else(|error| panic!("the browser can't do that: {error:?}"))
}

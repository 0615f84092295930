//! Records of what happened on the pages, and what was expected.

use std::thread;
use std::time::Instant;

use serde_json::Value;

use super::{Browser, PATIENCE, PAUSE, done};
use crate::{Engine, RECORDER, RUNTIME};

/// What was recorded on a browser's pages, and what was expected.
#[derive(Debug, Default)]
pub(super) struct Record {
    entries: Vec<Entry>,
    /// Entries that must occur once each: kinds, and parts of their texts.
    expected: Vec<(Kind, String)>,
    /// Entries that may occur any number of times.
    allowed: Vec<(Kind, String)>,
}

#[derive(Clone, Debug)]
struct Entry {
    kind: Kind,
    text: String,
    /// Whether it comes from a frame of another origin.
    is_far: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    /// A warning or an error on the console.
    Console,
    /// An uncaught error.
    Error,
    /// A request for a file, from any site.
    Request,
    /// A violation of the page's policy.
    Violation,
}

impl Browser {
    /// Expects this console message, once; a part of it is enough.
    pub fn expect_console(&self, part: &str) {
        self.record.borrow_mut().expected.push((Kind::Console, part.to_owned()));
    }

    /// Allows this console message; a part of it is enough.
    pub fn allow_console(&self, part: &str) {
        self.record.borrow_mut().allowed.push((Kind::Console, part.to_owned()));
    }

    /// Expects this violation of the page's policy, once: a part of the directive and what it forbids.
    pub fn expect_violation(&self, part: &str) {
        self.allow_console("Content Security");
        self.record.borrow_mut().expected.push((Kind::Violation, part.to_owned()));
    }

    /// Allows this violation of the page's policy: a part of the directive and what it forbids.
    pub fn allow_violation(&self, part: &str) {
        self.allow_console("Content Security");
        self.record.borrow_mut().allowed.push((Kind::Violation, part.to_owned()));
    }

    /// Allows requests to this address outside the site.
    pub fn allow_request(&self, address: &str) {
        self.record.borrow_mut().allowed.push((Kind::Request, address.to_owned()));
    }

    /// Starts recording on a page that isn't served by a test site; requests made before are included.
    #[track_caller]
    pub fn record(&self) {
        self.run(0, RECORDER, Value::Null);
    }

    /// Waits for all expected entries, then clears the expectations. Fails if anything else was recorded,
    /// including requests for files outside the site.
    #[track_caller]
    pub fn heed(&self) {
        let deadline = Instant::now() + PATIENCE;
        let mut surprises = Vec::new();
        loop {
            surprises.extend(self.surprises());
            if self.record.borrow().expected.is_empty() || Instant::now() > deadline {
                break;
            }
            thread::sleep(PAUSE);
        }
        let record = self.record.take();
        assert!(surprises.is_empty(), "unexpected on the page:\n{}", surprises.join("\n"));
        assert!(record.expected.is_empty(), "expected, but not on the page: {:?}", record.expected);
    }

    /// The entries since the last call that were neither expected nor allowed.
    #[track_caller]
    pub fn surprises(&self) -> Vec<String> {
        self.listen();
        self.record.borrow_mut().surprises(|address| {
            self.site.has(address) || self.far_site.get().is_some_and(|site| site.has(address))
        })
    }

    /// Collects the entries since the last call; frames have sent theirs to the page.
    #[track_caller]
    pub(super) fn listen(&self) {
        self.leave_frames();
        let mut entries = self.recorded();
        if self.engine == Engine::Chromium {
            // Chromium's own logs are more complete: they include what happens before the first line, across
            // pages and in workers, but not in frames with a process of their own.
            entries.retain(|entry| entry.is_far || !matches!(entry.kind, Kind::Console | Kind::Request));
            entries.extend(self.log("browser").into_iter().filter_map(said));
            entries.extend(self.log("performance").into_iter().filter_map(asked));
        }
        let elsewhere = self.site.asked_elsewhere().into_iter();
        entries.extend(elsewhere.map(|text| Entry { kind: Kind::Request, text, is_far: false }));
        self.record.borrow_mut().entries.extend(entries);
    }

    /// The recorder's entries; every page of the site has the recorder.
    #[track_caller]
    fn recorded(&self) -> Vec<Entry> {
        let script = "if (typeof recorded === 'function') return recorded();
            return location.origin === arguments[0] && !navigator.serviceWorker?.controller ? 'missing' : ''";
        let script = self.session.execute(script, vec![self.site.origin().into()]);
        let text = done(RUNTIME.block_on(script)).json().as_str().unwrap_or_default().to_owned();
        assert_ne!(text, "missing", "no recorder on {}", self.path());
        let entry = |line: &str| {
            let (kind, text) = line.split_once('\t')?;
            let kind_near = kind.strip_prefix("far-");
            let is_far = kind_near.is_some();
            let kind = match kind_near.unwrap_or(kind) {
                "console" => Kind::Console,
                "request" => Kind::Request,
                "violation" => Kind::Violation,
                _ => Kind::Error,
            };
            Some(Entry { kind, text: text.to_owned(), is_far })
        };
        text.lines().filter_map(entry).collect()
    }

    /// The new entries of one of Chromium's logs: level and message.
    #[track_caller]
    fn log(&self, name: &str) -> Vec<(String, String)> {
        let entries = done(RUNTIME.block_on(self.session.get_log(name)));
        entries.into_iter().map(|entry| (entry.level, entry.message)).collect()
    }
}

impl Record {
    /// Removes expected and allowed entries, and returns the rest.
    fn surprises(&mut self, is_own: impl Fn(&str) -> bool) -> Vec<String> {
        let entries = std::mem::take(&mut self.entries);
        let is_surprise = |entry: &Entry| {
            let fits = |(kind, part): &(Kind, String)| *kind == entry.kind && entry.text.contains(part);
            if let Some(place) = self.expected.iter().position(fits) {
                self.expected.remove(place);
                return false;
            }
            // Content inside the page needs no network.
            let is_inside = ["data:", "about:", "blob:"].iter().any(|scheme| entry.text.starts_with(scheme));
            let is_quiet = entry.kind == Kind::Request && (is_inside || is_own(&entry.text));
            !is_quiet && !self.allowed.iter().any(fits)
        };
        let surprises = entries.into_iter().filter(is_surprise);
        surprises.map(|entry| format!("{:?}: {}", entry.kind, entry.text)).collect()
    }
}

/// An entry of Chromium's console log.
fn said((level, message): (String, String)) -> Option<Entry> {
    let is_heard = matches!(level.as_str(), "SEVERE" | "WARNING");
    is_heard.then(|| Entry { kind: Kind::Console, text: message.replace("\\\"", "\""), is_far: false })
}

/// A request in Chromium's performance log.
fn asked((_, message): (String, String)) -> Option<Entry> {
    let event: Value = serde_json::from_str(&message).ok()?;
    let is_request = event["message"]["method"] == "Network.requestWillBeSent";
    let request = &event["message"]["params"];
    let address = request["request"]["url"].as_str()?;
    // Requests by the browser's own start page don't count.
    let is_ours = !request["documentURL"].as_str()?.starts_with("chrome:");
    (is_request && is_ours).then(|| Entry { kind: Kind::Request, text: address.to_owned(), is_far: false })
}

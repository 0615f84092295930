//! What happened on the pages, and what was to happen.

use std::thread;
use std::time::Instant;

use serde_json::Value;

use super::{Browser, PATIENCE, PAUSE, done};
use crate::{Engine, RECORDER, RUNTIME};

/// What a browser's pages said, and what they were to say.
#[derive(Debug, Default)]
pub(super) struct Record {
    entries: Vec<Entry>,
    /// Each once: kinds, and parts of the texts.
    expected: Vec<(Kind, String)>,
    /// As often as it happens.
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
    /// An error that nobody caught.
    Error,
    /// Something for a file, wherever that is.
    Request,
    /// Something that the page's policy forbids.
    Violation,
}

impl Browser {
    /// The console must say this, once: a part of the message.
    pub fn expect_console(&self, part: &str) {
        self.record.borrow_mut().expected.push((Kind::Console, part.to_owned()));
    }

    /// The console may say this: a part of the message.
    pub fn allow_console(&self, part: &str) {
        self.record.borrow_mut().allowed.push((Kind::Console, part.to_owned()));
    }

    /// The page's policy must be violated so, once: a part of the directive with what it forbids.
    pub fn expect_violation(&self, part: &str) {
        self.allow_console("Content Security");
        self.record.borrow_mut().expected.push((Kind::Violation, part.to_owned()));
    }

    /// The page's policy may be violated so: a part of the directive with what it forbids.
    pub fn allow_violation(&self, part: &str) {
        self.allow_console("Content Security");
        self.record.borrow_mut().allowed.push((Kind::Violation, part.to_owned()));
    }

    /// The page may ask for this address, which isn't the site's.
    pub fn allow_request(&self, address: &str) {
        self.record.borrow_mut().allowed.push((Kind::Request, address.to_owned()));
    }

    /// Writes down what happens from now on, and what was asked for before, on a page that no site of the tests
    /// serves.
    #[track_caller]
    pub fn record(&self) {
        self.run(0, RECORDER, Value::Null);
    }

    /// Waits until the pages have said what was expected; they must have said nothing else, and have asked for
    /// the site's own files only. What comes next is expected anew.
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
        assert!(surprises.is_empty(), "the page surprises:\n{}", surprises.join("\n"));
        assert!(record.expected.is_empty(), "the page doesn't say: {:?}", record.expected);
    }

    /// What the pages have said since this was last asked, but for what they were to or may say.
    #[track_caller]
    pub fn surprises(&self) -> Vec<String> {
        self.listen();
        self.record.borrow_mut().surprises(|address| {
            self.site.has(address) || self.far_site.get().is_some_and(|site| site.has(address))
        })
    }

    /// Takes over what the page has said since it was last listened to; frames hand theirs to the page.
    #[track_caller]
    pub(super) fn listen(&self) {
        self.leave_frames();
        let mut entries = self.recorded();
        if self.engine == Engine::Chromium {
            // Its own logs see more than a script does: before the first line, across pages, and in workers; but
            // nothing of frames that have a process of their own.
            entries.retain(|entry| entry.is_far || !matches!(entry.kind, Kind::Console | Kind::Request));
            entries.extend(self.log("browser").into_iter().filter_map(said));
            entries.extend(self.log("performance").into_iter().filter_map(asked));
        }
        let elsewhere = self.site.asked_elsewhere().into_iter();
        entries.extend(elsewhere.map(|text| Entry { kind: Kind::Request, text, is_far: false }));
        self.record.borrow_mut().entries.extend(entries);
    }

    /// What the recorder wrote down, which stands on every page of the site.
    #[track_caller]
    fn recorded(&self) -> Vec<Entry> {
        let script = "if (typeof recorded === 'function') return recorded();
            return location.origin === arguments[0] && !navigator.serviceWorker?.controller ? 'missing' : ''";
        let script = self.session.execute(script, vec![self.site.origin().into()]);
        let text = done(RUNTIME.block_on(script)).json().as_str().unwrap_or_default().to_owned();
        assert_ne!(text, "missing", "nothing records what happens on {}", self.path());
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

    /// The entries of a log of Chromium's since it was last read: level and message.
    #[track_caller]
    fn log(&self, name: &str) -> Vec<(String, String)> {
        let entries = done(RUNTIME.block_on(self.session.get_log(name)));
        entries.into_iter().map(|entry| (entry.level, entry.message)).collect()
    }
}

impl Record {
    /// Ticks off what was expected, passes over what is allowed, and gives the rest.
    fn surprises(&mut self, is_own: impl Fn(&str) -> bool) -> Vec<String> {
        let entries = std::mem::take(&mut self.entries);
        let is_surprise = |entry: &Entry| {
            let fits = |(kind, part): &(Kind, String)| *kind == entry.kind && entry.text.contains(part);
            if let Some(place) = self.expected.iter().position(fits) {
                self.expected.remove(place);
                return false;
            }
            // What stands in the page itself needs no network.
            let is_inside = ["data:", "about:", "blob:"].iter().any(|scheme| entry.text.starts_with(scheme));
            let is_quiet = entry.kind == Kind::Request && (is_inside || is_own(&entry.text));
            !is_quiet && !self.allowed.iter().any(fits)
        };
        let surprises = entries.into_iter().filter(is_surprise);
        surprises.map(|entry| format!("{:?}: {}", entry.kind, entry.text)).collect()
    }
}

/// What Chromium's console says, as the page said it.
fn said((level, message): (String, String)) -> Option<Entry> {
    let is_heard = matches!(level.as_str(), "SEVERE" | "WARNING");
    is_heard.then(|| Entry { kind: Kind::Console, text: message.replace("\\\"", "\""), is_far: false })
}

/// What a page asked for over the network.
fn asked((_, message): (String, String)) -> Option<Entry> {
    let event: Value = serde_json::from_str(&message).ok()?;
    let is_request = event["message"]["method"] == "Network.requestWillBeSent";
    let request = &event["message"]["params"];
    let address = request["request"]["url"].as_str()?;
    // The browser's own first page is not ours.
    let is_ours = !request["documentURL"].as_str()?.starts_with("chrome:");
    (is_request && is_ours).then(|| Entry { kind: Kind::Request, text: address.to_owned(), is_far: false })
}

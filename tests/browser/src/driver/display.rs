//! A screen that nobody sees, for the browser that can't do without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// The screen of all browsers that are open at the same time.
static SHARED: Mutex<Weak<Display>> = Mutex::new(Weak::new());

/// An X server without a screen; it ends when it is dropped.
#[derive(Debug)]
pub(super) struct Display {
    process: Child,
    number: u32,
}

impl Display {
    /// The one that is there, else a new one.
    pub(super) fn shared() -> Arc<Display> {
        // A test that failed to start it leaves nothing half done.
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let display = Arc::new(Display::start());
            *shared = Arc::downgrade(&display);
            display
        })
    }

    /// Starts it under a free number, which it says once it can be used.
    fn start() -> Display {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            // Should this program be killed, the server ends a while after the last browser has.
            .args(["-terminate", "60"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is on the path; cargo xtask test installs it");
        let output = process.stdout.take().expect("its output is piped");
        let line = BufReader::new(output).lines().next().and_then(Result::ok).unwrap_or_default();
        let number = line.trim().parse().expect("Xvfb says its display's number");
        Display { process, number }
    }

    /// What programs call it.
    pub(super) fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! A virtual display for the browser that needs one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// The display shared by all browsers that are open at the same time.
static SHARED: Mutex<Weak<Display>> = Mutex::new(Weak::new());

/// A virtual X server; it ends when it is dropped.
#[derive(Debug)]
pub(super) struct Display {
    process: Child,
    number: u32,
}

impl Display {
    /// The running display, or a new one.
    pub(super) fn shared() -> Arc<Display> {
        // If a test panicked while starting it, there is no partial state.
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let display = Arc::new(Display::start());
            *shared = Arc::downgrade(&display);
            display
        })
    }

    /// Starts a server with a free display number, which it prints when it is ready.
    fn start() -> Display {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            // If this program is killed, the server ends some time after the last browser.
            .args(["-terminate", "60"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is on the path; cargo xtask test installs it");
        let output = process.stdout.take().expect("its output is piped");
        let line = BufReader::new(output).lines().next().and_then(Result::ok).unwrap_or_default();
        let number = line.trim().parse().expect("Xvfb prints its display number");
        Display { process, number }
    }

    /// The display's name for other programs.
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

//! Chromium and chromedriver.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::{Driver, announced, on_path};
use crate::Engine;

/// Names of the browser; the first one found is used.
const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "chromium-browser"];

/// No requests of its own, and the same glyphs on every machine.
const FLAGS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--window-size=1024,800",
];

pub(super) fn start(profile: PathBuf) -> Driver {
    let port = |line: &str| line.split_once("on port ")?.1.trim_end_matches('.').parse().ok();
    let (process, output, port) = announced(Command::new("chromedriver").arg("--port=0"), port);
    Driver { engine: Engine::Chromium, process, port, profile, _output: Some(output), _display: None }
}

/// The browser with its flags, logging everything.
pub(super) fn capabilities(profile: &Path) -> Value {
    let browser = on_path(&BROWSERS).expect("Chromium is on the path; cargo xtask test installs it");
    let profile = format!("--user-data-dir={}", profile.display());
    let flags: Vec<&str> = FLAGS.into_iter().chain([profile.as_str()]).collect();
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": {
            "binary": browser,
            "args": flags,
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        },
    })
}

//! Firefox and geckodriver.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use super::{Driver, announced, on_path};
use crate::Engine;

/// Names of the browser; the first one found is used.
const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];

/// Settings that keep the browser from making requests of its own.
const SILENT: [&str; 15] = [
    "app.normandy.enabled",
    "app.update.enabled",
    "browser.newtabpage.activity-stream.feeds.system.topstories",
    "browser.newtabpage.activity-stream.feeds.topsites",
    "browser.region.update.enabled",
    "browser.safebrowsing.downloads.enabled",
    "browser.safebrowsing.malware.enabled",
    "browser.safebrowsing.phishing.enabled",
    "browser.search.update",
    "datareporting.healthreport.uploadEnabled",
    "datareporting.policy.dataSubmissionEnabled",
    "dom.push.connection.enabled",
    "extensions.update.enabled",
    "network.captive-portal-service.enabled",
    "network.connectivity-service.enabled",
];

pub(super) fn start(profile: PathBuf) -> Driver {
    // Its WebSocket port is fixed by default, so a second driver wouldn't start.
    let mut driver = Command::new("geckodriver");
    driver.args(["--port", "0", "--websocket-port", "0", "--profile-root"]).arg(&profile);
    driver.env("HOME", &profile).env("MOZ_CRASHREPORTER_DISABLE", "1");
    // Only with this does the browser obey geckodriver's setting not to contact Mozilla's servers.
    driver.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    let port = |line: &str| line.split_once("Listening on ")?.1.rsplit_once(':')?.1.parse().ok();
    let (process, output, port) = announced(&mut driver, port);
    Driver { engine: Engine::Firefox, process, port, profile, _output: Some(output), _display: None }
}

pub(super) fn capabilities() -> Value {
    let browser = on_path(&BROWSERS).expect("Firefox is on the path; cargo xtask test installs it");
    let mut settings: Vec<(&str, Value)> = SILENT.into_iter().map(|name| (name, json!(false))).collect();
    settings.extend([
        // geckodriver lets pages on disk read each other, unlike a visitor's browser.
        ("security.fileuri.strict_origin_policy", json!(true)),
        ("browser.shell.checkDefaultBrowser", json!(false)),
    ]);
    let settings: serde_json::Map<String, Value> =
        settings.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless", "--width=1024", "--height=886"],
            "prefs": settings,
        },
    })
}

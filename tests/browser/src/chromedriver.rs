//! Chromium's driver: a process of its own for each browser.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{self, Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

/// The browsers that will do, the first one found is taken.
const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "chromium-browser"];

/// Quiet on a closed network, and the same letter shapes everywhere.
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

static PROFILES: AtomicU32 = AtomicU32::new(0);

/// A running driver; it ends with its browser when it is dropped, also after a panic.
#[derive(Debug)]
pub(crate) struct Chromedriver {
    process: Child,
    port: u16,
    profile: PathBuf,
    /// Kept open: a driver that can't write might end.
    _output: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// Starts the driver on a free port.
    pub(crate) fn start() -> Chromedriver {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is on the path; cargo xtask test installs it");
        let output = process.stdout.take().expect("its output is piped");
        let mut output = BufReader::new(output);
        // First it repeats the port that it was asked for, which is none.
        let port = |line: String| line.split_once("on port ")?.1.trim_end_matches('.').parse().ok();
        let mut ports = output.by_ref().lines().map_while(Result::ok).filter_map(port);
        let port = ports.find(|&port| port != 0).expect("the driver says its port");
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        let profile = env::temp_dir().join(format!("browser-tests-{}-{number}", process::id()));
        Chromedriver { process, port, profile, _output: output }
    }

    /// Where the driver listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What a session is to be: the browser, its flags, and a log of everything.
    pub(crate) fn capabilities(&self) -> Value {
        let profile = format!("--user-data-dir={}", self.profile.display());
        let flags: Vec<&str> = FLAGS.into_iter().chain([profile.as_str()]).collect();
        json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "goog:chromeOptions": {
                "binary": browser(),
                "args": flags,
                "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
            },
        })
    }

    /// Asks the driver to end, which ends its browser too.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        // It answers once the browser has ended.
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        if self.shut_down().is_err() {
            // It is gone already, or hangs.
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

fn browser() -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut found = BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    found.find(|program| program.is_file()).expect("Chromium is on the path; cargo xtask test installs it")
}

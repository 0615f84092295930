//! The drivers of the engines: each browser has a driver process of its own.

mod chromium;
mod display;
mod firefox;
mod webkit;

use std::env;
use std::fs;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{self, Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use crate::Engine;
use display::Display;

static PROFILES: AtomicU32 = AtomicU32::new(0);

/// A running driver; it ends when it is dropped, even after a panic.
#[derive(Debug)]
pub(crate) struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// A folder for everything that the browser reads and writes.
    profile: PathBuf,
    /// Kept open, because a driver that can't write might end.
    _output: Option<BufReader<ChildStdout>>,
    /// The display, if the browser needs one.
    _display: Option<Arc<Display>>,
}

impl Driver {
    /// Starts an engine's driver on a free port.
    pub(crate) fn start(engine: Engine) -> Driver {
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        let profile = env::temp_dir().join(format!("browser-tests-{}-{number}", process::id()));
        fs::create_dir_all(&profile).expect("a temporary folder can be created");
        match engine {
            Engine::Chromium => chromium::start(profile),
            Engine::Firefox => firefox::start(profile),
            Engine::WebKit => webkit::start(profile),
        }
    }

    /// The address of the driver.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The folder for everything that the browser reads and writes.
    pub(crate) fn profile(&self) -> &Path {
        &self.profile
    }

    /// The capabilities of a session: the browser, its settings, its logs, and the proxy for all other sites.
    pub(crate) fn capabilities(&self, proxy: &str) -> Value {
        let mut capabilities = match self.engine {
            Engine::Chromium => chromium::capabilities(&self.profile),
            Engine::Firefox => firefox::capabilities(),
            Engine::WebKit => webkit::capabilities(),
        };
        // Chromium logs every request itself.
        if self.engine != Engine::Chromium {
            capabilities["proxy"] = json!({
                "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["127.0.0.1"],
            });
        }
        capabilities
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The browser has already ended with its session.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// Starts a driver that prints its port, and waits for that.
fn announced(
    command: &mut Command,
    port: impl Fn(&str) -> Option<u16>,
) -> (Child, BufReader<ChildStdout>, u16) {
    use std::io::BufRead;
    let name = command.get_program().display().to_string();
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    for _ in 0..5 {
        let mut process =
            command.spawn().unwrap_or_else(|_| panic!("{name} is on the path; cargo xtask test installs it"));
        let mut output = BufReader::new(process.stdout.take().expect("its output is piped"));
        let mut ports = output.by_ref().lines().map_while(Result::ok).filter_map(|line| port(&line));
        // A driver may first repeat the requested port, which is 0.
        if let Some(port) = ports.find(|&port| port != 0) {
            return (process, output, port);
        }
        // A driver ends without a port if another program took the port that it had chosen.
        let _ = process.kill();
        let _ = process.wait();
    }
    panic!("{name} doesn't print its port")
}

/// The first of these programs that is on the path.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut found = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    found.find(|program| Path::is_file(program))
}

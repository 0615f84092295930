//! The engines' drivers: a process of its own for each browser.

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

/// A running driver; it ends when it is dropped, also after a panic.
#[derive(Debug)]
pub(crate) struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// A folder of its own for all that the browser writes and reads.
    profile: PathBuf,
    /// Kept open: a driver that can't write might end.
    _output: Option<BufReader<ChildStdout>>,
    /// What the browser draws on, if it needs something to draw on.
    _display: Option<Arc<Display>>,
}

impl Driver {
    /// Starts an engine's driver on a free port.
    pub(crate) fn start(engine: Engine) -> Driver {
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        let profile = env::temp_dir().join(format!("browser-tests-{}-{number}", process::id()));
        fs::create_dir_all(&profile).expect("a folder for temporary files can be made");
        match engine {
            Engine::Chromium => chromium::start(profile),
            Engine::Firefox => firefox::start(profile),
            Engine::WebKit => webkit::start(profile),
        }
    }

    /// Where the driver listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The folder for what the browser writes, and for what it is to read.
    pub(crate) fn profile(&self) -> &Path {
        &self.profile
    }

    /// What a session is to be: the browser, its settings, what it writes down, and what it takes for the rest of
    /// the world.
    pub(crate) fn capabilities(&self, proxy: &str) -> Value {
        let mut capabilities = match self.engine {
            Engine::Chromium => chromium::capabilities(&self.profile),
            Engine::Firefox => firefox::capabilities(),
            Engine::WebKit => webkit::capabilities(),
        };
        // Chromium's own log sees every request.
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
        // Its browser has ended with the session.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// Starts a driver that says its port, and waits for that.
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
        // First a driver may repeat the port that it was asked for, which is none.
        if let Some(port) = ports.find(|&port| port != 0) {
            return (process, output, port);
        }
        // It ends without a port where another program was faster to take the one that it had chosen.
        let _ = process.kill();
        let _ = process.wait();
    }
    panic!("{name} doesn't say its port")
}

/// The first of these programs that is on the path.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut found = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    found.find(|program| Path::is_file(program))
}

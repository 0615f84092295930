//! WebKit's GTK port: MiniBrowser and WebKitWebDriver.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::{Display, Driver};
use crate::Engine;

/// The browser, relative to the libraries' folder; it isn't on the path.
const BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

/// Starts the driver on a free port; if another program takes it first, on another one.
pub(super) fn start(profile: PathBuf) -> Driver {
    let display = Display::shared();
    for _ in 0..5 {
        let port = free_port();
        let mut process = command(&profile, &display, port)
            .spawn()
            .expect("WebKitWebDriver is on the path; cargo xtask test installs it");
        if listens(&mut process, port) {
            let engine = Engine::WebKit;
            return Driver { engine, process, port, profile, _output: None, _display: Some(display) };
        }
        let _ = process.kill();
        let _ = process.wait();
    }
    panic!("WebKitWebDriver doesn't listen on any port");
}

fn command(profile: &Path, display: &Display, port: u16) -> Command {
    let mut command = Command::new("WebKitWebDriver");
    command.arg(format!("--port={port}"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Everything it writes goes into the profile, and it uses nothing of the desktop that the tests run on.
    command.envs(["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"].map(|name| (name, profile)));
    command.env("DISPLAY", display.name()).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
    command.env("NO_AT_BRIDGE", "1").env("GSETTINGS_BACKEND", "memory").env("LIBGL_ALWAYS_SOFTWARE", "1");
    command
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("the listener has an address").port()
}

/// Waits until the driver, which prints nothing, accepts connections; false if it has ended.
fn listens(process: &mut Child, port: u16) -> bool {
    for _ in 0..1000 {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return true;
        }
        if !matches!(process.try_wait(), Ok(None)) {
            return false;
        }
        thread::sleep(Duration::from_millis(10));
    }
    false
}

pub(super) fn capabilities() -> Value {
    let browser =
        browser().expect("WebKit's MiniBrowser is in its library's folder; cargo xtask test installs it");
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
    })
}

/// Debian has a library folder for each architecture; other systems have one for all.
fn browser() -> Option<PathBuf> {
    let kinds = fs::read_dir("/usr/lib").into_iter().flatten().filter_map(Result::ok);
    let mut folders =
        vec![PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib"), PathBuf::from("/usr/lib64")];
    folders.extend(kinds.map(|folder| folder.path()));
    folders.into_iter().map(|folder| folder.join(BROWSER)).find(|program| program.is_file())
}

//! What the commands need from the machine: looked for, and installed where that can be done without asking.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::process::{is_on_path, read, run};

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "chromium-browser"];

/// Sees to the compiler's WebAssembly target; a compiler without rustup must bring it along.
pub(crate) fn wasm_target() -> Result<()> {
    if !is_on_path("rustup") {
        return Ok(());
    }
    // From the root, where the toolchain file says which compiler is meant.
    let rustup = |arguments: &[&str]| {
        let mut command = Command::new("rustup");
        command.args(arguments).current_dir(crate::root());
        command
    };
    let installed = read(&mut rustup(&["target", "list", "--installed"]))?;
    match installed.lines().any(|target| target == WASM_TARGET) {
        true => Ok(()),
        false => run(&mut rustup(&["target", "add", WASM_TARGET])),
    }
}

/// Sees to what the browser tests need: Chromium with its driver, and axe-core as the lock file pins it.
pub(crate) fn browser_tests() -> Result<()> {
    if !(BROWSERS.into_iter().any(is_on_path) && is_on_path("chromedriver")) {
        install(
            &["chromium", "chromium-driver", "fonts-dejavu-core"],
            "Chromium and chromedriver (Debian: apt install chromium chromium-driver; \
             Fedora: dnf install chromium chromedriver; macOS: brew install --cask google-chrome chromedriver)",
        )?;
    }
    let folder = crate::root().join("tests/browser");
    if folder.join("node_modules/axe-core/axe.min.js").is_file() {
        return Ok(());
    }
    if !is_on_path("npm") {
        install(
            &["npm"],
            "npm (Debian: apt install npm; Fedora: dnf install nodejs-npm; macOS: brew install node)",
        )?;
    }
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))
}

/// Installs Debian packages; where that needs a password or another system's tool, the error says what to install.
fn install(packages: &[&str], wanted: &str) -> Result<()> {
    if !is_on_path("apt-get") || !(is_root() || is_sudo_open()) {
        bail!("not installed: {wanted}");
    }
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn apt_get() -> Command {
    let mut command = Command::new(if is_root() { "env" } else { "sudo" });
    if !is_root() {
        command.args(["--non-interactive", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}

fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Whether sudo works without a password.
fn is_sudo_open() -> bool {
    let mut sudo = Command::new("sudo");
    sudo.args(["--non-interactive", "true"]).stderr(Stdio::null());
    sudo.status().is_ok_and(|status| status.success())
}

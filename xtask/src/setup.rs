//! What the commands need from the machine: looked for, and installed where that can be done without asking.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::{self, cargo, is_on_path, read, run};
use crate::wasm;

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
    match installed.lines().any(|target| target == wasm::TARGET) {
        true => Ok(()),
        false => run(&mut rustup(&["target", "add", wasm::TARGET])),
    }
}

/// Which browsers the tests are to run in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Browsers {
    Chromium,
    All,
}

/// A program that the browser tests need, and what brings it.
struct Program {
    /// What it is called; the first one found will do.
    names: &'static [&'static str],
    /// The Debian packages that bring it.
    packages: &'static [&'static str],
    /// How to get it elsewhere.
    elsewhere: &'static str,
}

const CHROMIUM: [Program; 2] = [
    Program {
        names: &["chromium", "google-chrome", "chromium-browser"],
        packages: &["chromium", "fonts-dejavu-core"],
        elsewhere: "Chromium (Fedora: dnf install chromium; macOS: brew install --cask google-chrome)",
    },
    Program {
        names: &["chromedriver"],
        packages: &["chromium-driver"],
        elsewhere: "chromedriver (Fedora: dnf install chromedriver; macOS: brew install chromedriver)",
    },
];

const OTHERS: [Program; 4] = [
    Program {
        names: &["firefox-esr", "firefox"],
        packages: &["firefox-esr"],
        elsewhere: "Firefox (Fedora: dnf install firefox; macOS: brew install --cask firefox)",
    },
    Program {
        names: &["WebKitWebDriver"],
        packages: &["webkit2gtk-driver"],
        elsewhere: "WebKitWebDriver (Fedora: dnf install webkit2gtk4.1; it runs on Linux only)",
    },
    Program {
        names: &[MINI_BROWSER],
        packages: &["libwebkit2gtk-4.1-0"],
        elsewhere: "WebKit's MiniBrowser (Fedora: dnf install webkit2gtk4.1; it runs on Linux only)",
    },
    Program {
        names: &["Xvfb"],
        packages: &["xvfb"],
        elsewhere: "Xvfb (Fedora: dnf install xorg-x11-server-Xvfb)",
    },
];

/// Reads the PDFs that are printed.
const POPPLER: Program = Program {
    names: &["pdftotext"],
    packages: &["poppler-utils"],
    elsewhere: "poppler’s tools (Fedora: dnf install poppler-utils; macOS: brew install poppler)",
};

const NPM: Program = Program {
    names: &["npm"],
    packages: &["npm"],
    elsewhere: "npm (Fedora: dnf install nodejs-npm; macOS: brew install node)",
};

/// WebKit's small browser within the folder of its library, which no path leads to.
const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

/// Drives Firefox; Debian has no package of it.
const GECKODRIVER: &str = "geckodriver@0.37.1";

/// Sees to what the browser tests need: browsers with their drivers, npm, and axe-core as the lock file pins it.
pub(crate) fn browser_tests(browsers: Browsers) -> Result<()> {
    let others = OTHERS.iter().filter(|_| browsers == Browsers::All);
    install(CHROMIUM.iter().chain(others).chain([&POPPLER]))?;
    if browsers == Browsers::All && !is_on_path("geckodriver") {
        run(&mut cargo(["install", "--locked", GECKODRIVER]))?;
    }
    npm_packages("tests/browser")
}

/// Sees to what checks the scripts, and gives the folder that its programs and their settings lie in.
pub(crate) fn javascript_checks() -> Result<PathBuf> {
    npm_packages("tests/javascript")?;
    Ok(crate::root().join("tests/javascript"))
}

/// Sees to what the bench needs: a browser, and its peers and tools as the lock file pins them.
pub(crate) fn bench() -> Result<()> {
    install([&CHROMIUM[0]])?;
    npm_packages("bench")
}

/// Where the browser for the bench lies.
pub(crate) fn chromium() -> Result<PathBuf> {
    let found = CHROMIUM[0].names.iter().find_map(|name| process::find(name));
    found.with_context(|| format!("not installed: {}", CHROMIUM[0].elsewhere))
}

/// Sees to a folder's packages of npm, as its lock file pins them.
fn npm_packages(folder: &str) -> Result<()> {
    let folder = crate::root().join(folder);
    let written = |file| fs::metadata(folder.join(file)).and_then(|file| file.modified()).ok();
    if written("node_modules/.package-lock.json") > written("package-lock.json") {
        return Ok(());
    }
    install([&NPM])?;
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))
}

fn is_there(program: &Program) -> bool {
    program.names.iter().any(|name| is_on_path(name) || *name == MINI_BROWSER && is_beside_a_library(name))
}

/// Whether a folder of libraries holds this; Debian has one for each kind of processor.
fn is_beside_a_library(name: &str) -> bool {
    let folders = fs::read_dir("/usr/lib").into_iter().flatten().filter_map(Result::ok);
    let folders = folders.map(|folder| folder.path());
    let all = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from).into_iter().chain(folders);
    all.into_iter().any(|folder| folder.join(name).is_file())
}

/// Installs the Debian packages of programs that aren't there; where that needs a password or another system's tool, the
/// error says what to install.
fn install<'a>(needed: impl IntoIterator<Item = &'a Program>) -> Result<()> {
    let missing: Vec<&Program> = needed.into_iter().filter(|program| !is_there(program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|program| program.packages).copied().collect();
    if !is_on_path("apt-get") || !(is_root() || is_sudo_open()) {
        let elsewhere: Vec<&str> = missing.iter().map(|program| program.elsewhere).collect();
        bail!("not installed: {}; Debian: apt install {}", elsewhere.join("; "), packages.join(" "));
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

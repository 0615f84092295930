//! The programs that the commands need: found on this machine, or installed if that needs no password.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use fs_err as fs;

use crate::process::{self, cargo, is_on_path, read, run};
use crate::wasm;

/// Installs the compiler's WebAssembly target if it is missing. Without rustup, the compiler must already have it.
pub(crate) fn wasm_target() -> Result<()> {
    if !is_on_path("rustup") {
        return Ok(());
    }
    // In the root, where the toolchain file selects the compiler.
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

/// The browsers that the tests run in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Browsers {
    Chromium,
    All,
}

/// A program that the browser tests need, and how to install it.
struct Program {
    /// Its possible names; one of them is enough.
    names: &'static [&'static str],
    /// The Debian packages that contain it.
    packages: &'static [&'static str],
    /// How to install it on other systems.
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

/// Reads the printed PDFs.
const POPPLER: Program = Program {
    names: &["pdftotext"],
    packages: &["poppler-utils"],
    elsewhere: "Poppler's tools (Fedora: dnf install poppler-utils; macOS: brew install poppler)",
};

const NPM: Program = Program {
    names: &["npm"],
    packages: &["npm"],
    elsewhere: "npm (Fedora: dnf install nodejs-npm; macOS: brew install node)",
};

/// WebKit's small browser, in the folder of its library, which is not on the path.
const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

/// The WebDriver server of Firefox. Debian has no package of it.
const GECKODRIVER: &str = "geckodriver@0.37.1";

/// Installs what the browser tests need: browsers with their drivers, npm, and axe-core in the locked version.
pub(crate) fn browser_tests(browsers: Browsers) -> Result<()> {
    let others = OTHERS.iter().filter(|_| browsers == Browsers::All);
    install(CHROMIUM.iter().chain(others).chain([&POPPLER]))?;
    if browsers == Browsers::All && !is_on_path("geckodriver") {
        run(&mut cargo(["install", "--locked", GECKODRIVER]))?;
    }
    npm_packages("tests/browser")
}

/// Installs the tools that check the scripts. Returns the folder of these tools and their settings.
pub(crate) fn javascript_checks() -> Result<PathBuf> {
    npm_packages("tests/javascript")?;
    Ok(crate::root().join("tests/javascript"))
}

/// Installs what the bench needs: a browser, and the peers and tools in their locked versions.
pub(crate) fn bench() -> Result<()> {
    install([&CHROMIUM[0]])?;
    npm_packages("bench")
}

/// The path of the browser for the bench.
pub(crate) fn chromium() -> Result<PathBuf> {
    let found = CHROMIUM[0].names.iter().find_map(|name| process::find(name));
    found.with_context(|| format!("not installed: {}", CHROMIUM[0].elsewhere))
}

/// Installs a folder's npm packages in their locked versions, unless they are up to date.
fn npm_packages(folder: &str) -> Result<()> {
    let folder = crate::root().join(folder);
    let written = |file| fs::metadata(folder.join(file)).and_then(|file| file.modified()).ok();
    if written("node_modules/.package-lock.json") > written("package-lock.json") {
        return Ok(());
    }
    install([&NPM])?;
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))
}

fn is_installed(program: &Program) -> bool {
    program.names.iter().any(|name| is_on_path(name) || *name == MINI_BROWSER && is_in_library_folder(name))
}

/// Whether a library folder contains this file. Debian has one such folder for each processor architecture.
fn is_in_library_folder(file: &str) -> bool {
    let folders =
        fs::read_dir("/usr/lib").into_iter().flatten().filter_map(|folder| Some(folder.ok()?.path()));
    folders
        .chain(["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from))
        .any(|it| it.join(file).is_file())
}

/// Installs the Debian packages of the missing programs. If that needs a password, or on another system, the error says
/// what to install.
fn install<'a>(needed: impl IntoIterator<Item = &'a Program>) -> Result<()> {
    let missing: Vec<&Program> = needed.into_iter().filter(|program| !is_installed(program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|program| program.packages).copied().collect();
    if !is_on_path("apt-get") || !(is_root() || has_sudo()) {
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

/// Whether sudo needs no password.
fn has_sudo() -> bool {
    let mut sudo = Command::new("sudo");
    sudo.args(["--non-interactive", "true"]).stderr(Stdio::null());
    sudo.status().is_ok_and(|status| status.success())
}

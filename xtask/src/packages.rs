//! The npm package as its users have it: installed from the archive, typed, and in a page of each bundler.
//!
//! The pages are left in folders below `target/packages`, for the browser tests.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::doors::{Files, NAME};
use crate::process::{read, run};
use crate::{doors, folder, site};

const SOURCES: &str = "tests/packages";
const BUNDLERS: [Bundler; 4] = [
    Bundler {
        name: "vite",
        command: "vite build --logLevel warn --base ./ --emptyOutDir --outDir {}",
        page: None,
    },
    Bundler {
        name: "webpack",
        command: "webpack --mode production --stats errors-only --entry ./define.js --output-path {}",
        page: Some(r#"<script defer src="main.js"></script>"#),
    },
    Bundler {
        name: "esbuild",
        command: "esbuild inline.js --bundle --minify --format=esm --log-level=warning --outfile={}/main.js",
        page: Some(r#"<script type="module" src="main.js"></script>"#),
    },
    Bundler {
        name: "rollup",
        command: "rollup inline.js --silent --plugin @rollup/plugin-node-resolve --format es --file {}/main.js",
        page: Some(r#"<script type="module" src="main.js"></script>"#),
    },
];
/// A page in which frameworks set the element; its component is compiled first.
const FRAMEWORKS: &str =
    "esbuild frameworks.js --bundle --format=esm --log-level=warning --outfile={}/main.js";
/// A page that uses the package's own files, without any bundler.
const PLAIN: &str = r#"<script type="module" src="b2b-b2c-profile/define.js"></script>"#;
/// Makes a bundle of a script that imports the class and doesn't use it.
const UNUSED: &str = "esbuild unused.js --bundle --format=esm --minify --log-level=error";
/// The most that such a bundle may measure, in bytes.
const NOTHING: usize = 100;

/// A program that makes one script from many, without any configuration.
struct Bundler {
    name: &'static str,
    /// How it is called; `{}` stands for the folder that it writes to.
    command: &'static str,
    /// The script's tag, where it makes no page of its own.
    page: Option<&'static str>,
}

/// Installs the built package, checks every export and its types, and builds a page with each bundler.
pub(crate) fn build() -> Result<()> {
    let target = crate::root().join("target/packages");
    let workshop = target.join("workshop");
    install_tools(&workshop)?;
    install_package(&workshop)?;
    run(node(&workshop).arg("resolve.js"))?;
    run(&mut npx(&workshop, "tsc", &workshop))?;
    check_unused(&workshop)?;
    for bundler in BUNDLERS {
        let folder = target.join(bundler.name);
        clear(&folder)?;
        run(&mut npx(&workshop, bundler.command, &folder))
            .with_context(|| format!("page not built: {}", bundler.name))?;
        if let Some(script) = bundler.page {
            write_page(&folder, script)?;
        }
        check_traces(&folder)?;
    }
    run(node(&workshop).arg("compile.js"))?;
    let frameworks = target.join("frameworks");
    run(&mut npx(&workshop, FRAMEWORKS, &frameworks))?;
    let page = r#"<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><script type="module" src="main.js"></script>"#;
    fs::write(frameworks.join("index.html"), page)?;
    let plain = target.join("plain");
    folder::write(&plain.join(NAME), &installed(&workshop)?)?;
    write_page(&plain, PLAIN)
}

/// Copies the sources there, and installs what the lock file pins unless it is there already.
fn install_tools(workshop: &Path) -> Result<()> {
    let sources = crate::root().join(SOURCES);
    let lock = "package-lock.json";
    let is_installed = fs::read(workshop.join(lock)).ok() == fs::read(sources.join(lock)).ok()
        && workshop.join("node_modules").is_dir();
    fs::create_dir_all(workshop)?;
    for entry in fs::read_dir(&sources)? {
        let path = entry?.path();
        let name = path.file_name().context("a file has a name")?;
        // Whoever tries things out beside the sources has installed them there.
        if path.is_file() {
            fs::copy(&path, workshop.join(name))?;
        }
    }
    if is_installed { Ok(()) } else { run(&mut npm(workshop, "ci")) }
}

/// Installs the archive; what npm makes of it must be the package's folder.
fn install_package(workshop: &Path) -> Result<()> {
    let archive = site::folder().join(format!("{NAME}-{}.tgz", doors::VERSION));
    ensure!(archive.is_file(), "no package in dist; cargo xtask build");
    // The version stays the same while the package changes: npm would see nothing to do.
    clear(&workshop.join("node_modules").join(NAME))?;
    run(npm(workshop, "install --no-save --no-package-lock").arg(&archive))?;
    for (name, bytes) in installed(workshop)? {
        let built = site::folder().join("npm").join(&name);
        ensure!(fs::read(&built).is_ok_and(|built| built == bytes), "not as it was packed: {name}");
    }
    Ok(())
}

/// The installed package's files, by their path in it.
fn installed(workshop: &Path) -> Result<Files> {
    folder::read(&workshop.join("node_modules").join(NAME))
}

/// Fails if a built page says where it was built.
fn check_traces(folder: &Path) -> Result<()> {
    let root = crate::root().display().to_string();
    for (name, bytes) in folder::read(folder)? {
        let says_so = bytes.windows(root.len()).any(|part| part == root.as_bytes());
        ensure!(!says_so, "names the builder's folder {root}: {}/{name}", folder.display());
    }
    Ok(())
}

/// Fails if anything of the package stays in a bundle that doesn't use it.
fn check_unused(workshop: &Path) -> Result<()> {
    let bundle = read(&mut npx(workshop, UNUSED, workshop))?;
    ensure!(
        bundle.len() <= NOTHING,
        "the class has side effects: {} bytes of it stay in a bundle",
        bundle.len()
    );
    Ok(())
}

fn write_page(folder: &Path, script: &str) -> Result<()> {
    let page = fs::read_to_string(crate::root().join(SOURCES).join("index.html"))?;
    let own = r#"<script type="module" src="./define.js"></script>"#;
    ensure!(page.contains(own), "script's tag not found: {SOURCES}/index.html");
    Ok(fs::write(folder.join("index.html"), page.replace(own, script))?)
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

fn npm(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments.split(' ')).args(["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]);
    command.current_dir(folder);
    command
}

/// A program that is installed in the workshop; `{}` in a word of the command stands for `output`.
fn npx(workshop: &Path, command: &str, output: &Path) -> Command {
    let mut words = command.split(' ').map(|word| word.replace("{}", &output.display().to_string()));
    let mut command = Command::new(workshop.join("node_modules/.bin").join(words.next().unwrap_or_default()));
    command.args(words).current_dir(workshop);
    command
}

fn node(folder: &Path) -> Command {
    let mut command = Command::new("node");
    command.current_dir(folder);
    command
}

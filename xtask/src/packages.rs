//! Tests of the npm package as its users get it: installed from the archive, type-checked, and built into a page with
//! each bundler.
//!
//! The pages stay in folders below `target/packages`, for the browser tests. The commands of the tools are the npm
//! scripts in `tests/packages/package.json`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::doors::{Files, NAME};
use crate::process::{read, run};
use crate::{doors, folder, site};

const SOURCES: &str = "tests/packages";
/// The page that Vite builds from; its script's tag is replaced where a bundler builds only a script.
const PAGE: &str = include_str!("../../tests/packages/index.html");
/// The bundlers by the names of their npm scripts, and the tag of the script that each builds. Vite builds the page
/// too.
const BUNDLERS: [(&str, Option<&str>); 4] = [
    ("vite", None),
    ("webpack", Some(r#"<script defer src="main.js"></script>"#)),
    ("esbuild", Some(r#"<script type="module" src="main.js"></script>"#)),
    ("rollup", Some(r#"<script type="module" src="main.js"></script>"#)),
];
/// A page that uses the package's own files, without any bundler.
const PLAIN: &str = r#"<script type="module" src="b2b-b2c-profile/define.js"></script>"#;
/// A page in which several frameworks create the element.
const FRAMEWORKS: &str = r#"<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><script type="module" src="main.js"></script>"#;
/// The maximum size of a bundle that imports the class and doesn't use it, in bytes.
const UNUSED_LIMIT: usize = 100;

/// Installs the built package, checks every export and its types, and builds a page with each bundler.
pub(crate) fn build() -> Result<()> {
    let target = crate::root().join("target/packages");
    let workshop = target.join("workshop");
    install_tools(&workshop)?;
    install_package(&workshop)?;
    for check in ["resolve", "types"] {
        run(&mut script(&workshop, check))?;
    }
    let unused = read(&mut script(&workshop, "unused"))?.len();
    ensure!(unused <= UNUSED_LIMIT, "the class has side effects: {unused} bytes of it stay in a bundle");
    for (bundler, tag) in BUNDLERS {
        let folder = target.join(bundler);
        folder::delete(&folder)?;
        run(&mut script(&workshop, bundler)).with_context(|| format!("page not built: {bundler}"))?;
        if let Some(tag) = tag {
            write_page(&folder, tag)?;
        }
        check_paths(&folder)?;
    }
    run(&mut script(&workshop, "compile"))?;
    run(&mut script(&workshop, "frameworks"))?;
    fs::write(target.join("frameworks/index.html"), FRAMEWORKS)?;
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
        let entry = entry?;
        // A developer may have installed the tools next to the sources too.
        if entry.path().is_file() {
            fs::copy(entry.path(), workshop.join(entry.file_name()))?;
        }
    }
    if is_installed { Ok(()) } else { run(&mut npm(workshop, &["ci"])) }
}

/// Installs the archive; the result must be the same as the package's folder.
fn install_package(workshop: &Path) -> Result<()> {
    let archive = site::folder().join(format!("{NAME}-{}.tgz", doors::VERSION));
    ensure!(archive.is_file(), "no package in dist; run `cargo xtask build`");
    // The version stays the same while the package changes: npm would see nothing to do.
    folder::delete(&workshop.join("node_modules").join(NAME))?;
    run(npm(workshop, &["install", "--no-save", "--no-package-lock"]).arg(&archive))?;
    for (name, bytes) in installed(workshop)? {
        let built = fs::read(site::folder().join("npm").join(&name));
        ensure!(
            built.is_ok_and(|built| built == bytes),
            "installed file differs from the packed one: {name}"
        );
    }
    Ok(())
}

/// The installed package's files, by their path in it.
fn installed(workshop: &Path) -> Result<Files> {
    folder::read(&workshop.join("node_modules").join(NAME))
}

/// Fails if a built page contains the path of the folder that it was built in.
fn check_paths(folder: &Path) -> Result<()> {
    let root = crate::root().display().to_string();
    for (name, bytes) in folder::read(folder)? {
        let is_named = bytes.windows(root.len()).any(|part| part == root.as_bytes());
        ensure!(!is_named, "contains the path {root}: {}/{name}", folder.display());
    }
    Ok(())
}

fn write_page(folder: &Path, tag: &str) -> Result<()> {
    let own = r#"<script type="module" src="./define.js"></script>"#;
    ensure!(PAGE.contains(own), "script's tag not found: {SOURCES}/index.html");
    Ok(fs::write(folder.join("index.html"), PAGE.replace(own, tag))?)
}

/// The command that runs one of the npm scripts.
fn script(workshop: &Path, name: &str) -> Command {
    npm(workshop, &["run", name])
}

fn npm(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).args(["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]);
    command.current_dir(folder);
    command
}

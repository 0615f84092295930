//! All checks of the sources other than tests.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::process::{cargo, read, run};
use crate::{api, licences, setup};

/// The packages and feature sets that Clippy checks, with its arguments.
const CLIPPY: [(&str, &str); 10] = [
    ("core", "--lib --no-default-features"),
    ("content", "--lib --no-default-features --features content"),
    ("json", "--lib --no-default-features --features json"),
    ("json,bundled", "--all-targets --no-default-features --features json,bundled"),
    ("check,bundled,ssr", "--all-targets --no-default-features --features check,bundled,ssr"),
    ("web", "--lib --bins"),
    ("web for WebAssembly", "--lib --bin b2b-b2c-profile --target wasm32-unknown-unknown"),
    ("xtask", "--all-targets --package xtask"),
    ("core benches", "--all-targets --package core-benches"),
    ("browser tests", "--all-targets --package browser-tests"),
];

/// The checks of the scripts: npm programs with their arguments, and the file of their settings.
const SCRIPTS: [(&str, &str, &str); 3] = [
    ("types", "tsc --project", "tsconfig.json"),
    ("types of the service worker", "tsc --project", "tsconfig.worker.json"),
    ("lints", "oxlint --deny-warnings element frame offline site --config", "oxlintrc.json"),
];

type Check = Box<dyn FnOnce() -> Result<()>>;

/// Runs all checks, even after a failure. The error lists the checks that failed.
pub(crate) fn lint() -> Result<()> {
    setup::wasm_target()?;
    let javascript = setup::javascript_checks()?;
    let mut failed = Vec::new();
    for (name, check) in checks(&javascript) {
        let start = Instant::now();
        let outcome = check();
        let seconds = start.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => println!("ok      {name} ({seconds:.1} s)"),
            Err(error) => {
                println!("FAILED  {name} ({seconds:.1} s)\n{error:#}");
                failed.push(name);
            }
        }
    }
    ensure!(failed.is_empty(), "checks failed: {}", failed.join("; "));
    Ok(())
}

fn checks(javascript: &Path) -> Vec<(String, Check)> {
    let mut checks = vec![command("format", cargo(["fmt", "--all", "--check"]))];
    for (name, arguments) in CLIPPY {
        let mut clippy = cargo(["clippy", "--quiet"]);
        clippy.args(arguments.split(' ')).args(["--", "--deny", "warnings"]);
        checks.push(command(&format!("clippy: {name}"), clippy));
    }
    for (name, words, settings) in SCRIPTS {
        let mut words = words.split(' ');
        let program = words.next().unwrap_or_default();
        let mut check = Command::new(javascript.join("node_modules/.bin").join(program));
        check.args(words).arg(javascript.join(settings)).current_dir(crate::root());
        checks.push(command(&format!("scripts: {name}"), check));
    }
    let mut doc =
        cargo(["doc", "--quiet", "--no-deps", "--no-default-features", "--features", "check,bundled,ssr"]);
    doc.env("RUSTDOCFLAGS", "--deny warnings");
    checks.push(command("documentation", doc));
    checks.push(("layers: the core has no dependencies".to_owned(), Box::new(core_has_no_dependencies)));
    checks.push(("the element's interface".to_owned(), Box::new(|| api::update(true))));
    checks.push(("third-party licences".to_owned(), Box::new(|| licences::update(true))));
    checks
}

fn command(name: &str, mut command: Command) -> (String, Check) {
    (name.to_owned(), Box::new(move || run(&mut command)))
}

/// Fails if the core has any dependency, even on one operating system only.
fn core_has_no_dependencies() -> Result<()> {
    let question =
        ["tree", "--no-default-features", "--edges", "normal", "--target", "all", "--prefix", "none"];
    let tree = read(&mut cargo(question))?;
    let dependencies: Vec<_> = tree.lines().skip(1).collect();
    ensure!(dependencies.is_empty(), "the core depends on other packages:\n{}", dependencies.join("\n"));
    Ok(())
}

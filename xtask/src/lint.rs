//! Every check of the sources that runs no test.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail, ensure};

use crate::process::{cargo, run};
use crate::{api, licences, setup};

/// What the assessment itself may never depend on.
const ABOVE_THE_CORE: [&str; 5] = ["js-sys", "serde", "wasm-bindgen", "web-sys", "yew"];

/// The packages and feature sets that clippy sees, each with its arguments.
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

/// The checks of the scripts: programs of npm, each with its settings and what else it is given.
const SCRIPTS: [(&str, &str, &str); 3] = [
    ("types", "tsc --project", "tsconfig.json"),
    ("types of the service worker", "tsc --project", "tsconfig.worker.json"),
    ("lints", "oxlint --deny-warnings element frame offline site --config", "oxlintrc.json"),
];

type Check = Box<dyn FnOnce() -> Result<()>>;

/// Runs all checks, also after one has failed, and then names those that failed.
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
    for name in ABOVE_THE_CORE {
        checks.push((format!("layers: the core knows no {name}"), Box::new(|| core_does_without(name))));
    }
    checks.push(("the element's interface".to_owned(), Box::new(api::check)));
    checks.push(("third-party licences".to_owned(), Box::new(licences::check)));
    checks
}

fn command(name: &str, mut command: Command) -> (String, Check) {
    (name.to_owned(), Box::new(move || run(&mut command)))
}

/// Asks cargo who depends on the package; an answer, even for one operating system only, is a fault.
fn core_does_without(name: &str) -> Result<()> {
    let question =
        ["tree", "--no-default-features", "--edges", "normal", "--target", "all", "--invert", name];
    let answer = cargo(question).output()?;
    let (found, complaint) =
        (String::from_utf8_lossy(&answer.stdout), String::from_utf8_lossy(&answer.stderr));
    match answer.status.success() {
        true if found.trim().is_empty() => Ok(()),
        true => bail!("the core depends on {name}:\n{}", found.trim_end()),
        false if complaint.contains("did not match any packages") => Ok(()),
        false => bail!("cargo tree failed: {}", complaint.trim_end()),
    }
}

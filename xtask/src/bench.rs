//! A comparison of the widget with its peers, and the speed of the core.
//!
//! This is our own code because lab tools such as Lighthouse measure a single page: they don't answer a questionnaire,
//! and they don't compare pages within one run, which the goals are based on. Criterion measures the core.

mod core;
mod goals;
mod report;
mod visits;

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::process::{read, run};
use crate::{setup, site};
use visits::Measured;

/// The file of the report, from the repository's root.
const FILE: &str = "docs/performance.md";

/// Options of the command.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The number of visits to each page on each profile
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Visit each page once, on the slow profile only and without waiting for a quiet machine, and write nothing
    #[arg(long, conflicts_with = "runs")]
    quick: bool,
    /// Measure the core alone, without a browser, and write nothing
    #[arg(long, conflicts_with_all = ["runs", "quick"])]
    core: bool,
}

/// Builds and measures everything, and prints and writes the report.
pub(crate) fn bench(options: Options) -> Result<()> {
    if options.core {
        print!("{}", report::core(&core::measure()?));
        return Ok(());
    }
    setup::bench()?;
    site::build()?;
    run(node("build.js").stdout(Stdio::null()))?;
    let measured = measure(&options)?;
    let core = if options.quick { String::new() } else { report::core(&core::measure()?) };
    let compiler = read(Command::new("rustc").arg("--version"))?;
    let page = report::page(&measured, &command(&options), compiler.trim(), &core)?;
    if !options.quick {
        fs::write(crate::root().join(FILE), &page)?;
    }
    print!("{page}");
    ensure!(measured.faults.is_empty(), "faults during the bench: {}", measured.faults.join("; "));
    Ok(())
}

/// The command line with these options.
fn command(options: &Options) -> String {
    match options {
        Options { quick: true, .. } => "cargo xtask bench --quick".to_owned(),
        Options { runs: 7, .. } => "cargo xtask bench".to_owned(),
        Options { runs, .. } => format!("cargo xtask bench --runs {runs}"),
    }
}

fn measure(options: &Options) -> Result<Measured> {
    let mut node = node("measure.js");
    node.arg(site::folder()).arg(setup::chromium()?).args(["--runs", &options.runs.to_string()]);
    if options.quick {
        node.arg("--once");
    }
    let visits = read(node.stderr(Stdio::inherit()))?;
    let raw = folder().join("dist/visits.json");
    fs::write(&raw, &visits)?;
    serde_json::from_str(&visits).with_context(|| format!("unexpected format: {}", raw.display()))
}

fn node(script: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(script).current_dir(folder());
    node
}

/// The folder of the bench's own package.
pub(crate) fn folder() -> PathBuf {
    crate::root().join("bench")
}

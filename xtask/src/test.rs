//! Every test of the project.

use anyhow::Result;

use crate::process::{cargo, run};
use crate::{setup, site, throughput};

/// Which tests to run.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Leave out the tests in a browser
    #[arg(long)]
    quick: bool,
}

/// Runs the tests of the library, the views, these commands and the built site, and stops at the first that fail.
pub(crate) fn test(options: Options) -> Result<()> {
    run(&mut cargo(["test", "--no-default-features", "--features", "json,bundled,ssr"]))?;
    run(&mut cargo(["test", "--package", "xtask"]))?;
    throughput::measure()?;
    if options.quick {
        return Ok(());
    }
    prepare_browser()?;
    run(&mut cargo(["test", "--package", "browser-tests"]))
}

/// Builds the site and takes pictures of it.
pub(crate) fn screenshots() -> Result<()> {
    prepare_browser()?;
    run(&mut cargo(["run", "--package", "browser-tests", "--bin", "screenshots"]))
}

fn prepare_browser() -> Result<()> {
    setup::browser_tests()?;
    site::build()
}

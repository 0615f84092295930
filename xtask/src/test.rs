//! Every test of the project.

use anyhow::Result;

use crate::process::{cargo, path, run};
use crate::setup::{self, Browsers};
use crate::{fixtures, packages, reproducible, site, throughput};

/// Options of the command.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Leave out Firefox, WebKit and the second build
    #[arg(long)]
    quick: bool,
}

/// Runs the tests of the library, the views, these commands and the built site. Stops at the first failure.
pub(crate) fn test(options: Options) -> Result<()> {
    run(&mut cargo(["test", "--no-default-features", "--features", "check,bundled,ssr"]))?;
    run(&mut cargo(["test", "--package", "xtask"]))?;
    throughput::measure()?;
    prepare_browsers(if options.quick { Browsers::Chromium } else { Browsers::All })?;
    fixtures::build()?;
    packages::build()?;
    if !options.quick {
        reproducible::check()?;
    }
    let mut tests = cargo(["test", "--package", "browser-tests"]);
    if options.quick {
        // The names of tests in other browsers end like this.
        tests.args(["--", "--skip", "::in_firefox", "--skip", "::in_webkit"]);
    }
    run(tests.env("PATH", path()?))
}

/// Builds the site and takes screenshots of it.
pub(crate) fn screenshots() -> Result<()> {
    prepare_browsers(Browsers::Chromium)?;
    run(&mut cargo(["run", "--package", "browser-tests", "--bin", "screenshots"]))
}

fn prepare_browsers(browsers: Browsers) -> Result<()> {
    setup::browser_tests(browsers)?;
    site::build()
}

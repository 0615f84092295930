//! The project's commands. `cargo xtask` lists them.

mod api;
mod bench;
mod bundle;
mod digest;
mod doors;
mod fixtures;
mod folder;
mod glue;
mod icons;
mod landing;
mod licences;
mod lint;
mod mutants;
mod packages;
mod page;
mod process;
mod questionnaire;
mod reproducible;
mod script;
mod serve;
mod setup;
mod site;
mod size;
mod styles;
mod template;
mod test;
mod throughput;
mod wasm;
mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand};

/// The commands of this project, for developers and CI
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Build the widget and the landing page into dist/, and print what a visit loads
    Build,
    /// Build, then serve dist/ on this machine
    Serve(serve::Options),
    /// Build the example, a Yew app that contains the widget, and serve it on this machine
    Example,
    /// Check format, lints, documentation, layers and licences
    Lint,
    /// Run all tests, including those in browsers, and install what they need
    Test(test::Options),
    /// Build what the browser tests need in addition to the site, to run a single one of them
    Fixtures,
    /// Run mutation tests on the core: each of many small changes must make a test fail. Takes hours
    Mutants(mutants::Options),
    /// Check the questionnaire's files in content/
    Content,
    /// Score answer sets from standard input, one JSON object per line
    Score,
    /// Compare the widget with other frameworks, measure the core, and write docs/performance.md
    Bench(bench::Options),
    /// Write THIRD-PARTY.md, the third-party packages in the widget and their licences
    Licences {
        /// Write nothing, but fail if the file is out of date
        #[arg(long)]
        check: bool,
    },
    /// Write docs/reference.md, the element's attributes, events and the rest, from api/element.json
    Api {
        /// Write nothing, but fail if the file is out of date
        #[arg(long)]
        check: bool,
    },
    /// Build, then install the npm package and build a page with each bundler in target/packages
    Packages,
    /// Build twice, from two folders, and fail if any file differs
    Reproducible,
    /// Print the sizes of the files that a visit loads, and of all others
    Size(size::Options),
    /// Build, then take screenshots of the site in a browser
    Screenshots,
}

fn main() -> ExitCode {
    run(Arguments::parse()).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        None => Arguments::command().print_help()?,
        Some(Command::Build) => site::build()?,
        Some(Command::Serve(options)) => serve::serve(options)?,
        Some(Command::Example) => fixtures::serve_example()?,
        Some(Command::Lint) => lint::lint()?,
        Some(Command::Test(options)) => test::test(options)?,
        Some(Command::Fixtures) => fixtures::build()?,
        Some(Command::Mutants(options)) => mutants::mutants(&options)?,
        Some(Command::Content) => return questionnaire::check(),
        Some(Command::Score) => return questionnaire::score(),
        Some(Command::Bench(options)) => bench::bench(options)?,
        Some(Command::Licences { check }) => licences::update(check)?,
        Some(Command::Api { check }) => api::update(check)?,
        Some(Command::Packages) => {
            site::build()?;
            packages::build()?;
        }
        Some(Command::Reproducible) => reproducible::check()?,
        Some(Command::Size(options)) => size::report(options)?,
        Some(Command::Screenshots) => test::screenshots()?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The repository's root folder.
fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("this package is in the repository").to_owned()
}

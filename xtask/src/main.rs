//! The project's commands; `cargo xtask` lists them.

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

/// The commands of this project: what people and the build server run.
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
    /// Build the example, a Yew app with the widget in it, and serve it on this machine
    Example,
    /// Check format, lints, documentation, layers and licences
    Lint,
    /// Run all tests, those in a browser too; installs what they need
    Test(test::Options),
    /// Build what the browser tests need besides the site, to run one of them by itself
    Fixtures,
    /// Change the core's sources in many small ways; each time a test must fail. Takes hours
    Mutants(mutants::Options),
    /// Check the questionnaire's files in content/
    Content,
    /// Score answer sets from standard input, one JSON object a line
    Score,
    /// Measure the widget beside other frameworks, and the core, and write docs/performance.md
    Bench(bench::Options),
    /// Write THIRD-PARTY.md: what the widget holds of others, and its licences
    Licences {
        /// Fail if the file is out of date, and leave it
        #[arg(long)]
        check: bool,
    },
    /// Write docs/reference.md, the element's attributes, events and the rest, from api/element.json
    Api {
        /// Fail if it is out of date, and leave it
        #[arg(long)]
        check: bool,
    },
    /// Build, then install the npm package and build a page with each bundler in target/packages
    Packages,
    /// Build twice, from two folders, and fail if any file differs
    Reproducible,
    /// Print what the files of a visit and of the other doors weigh
    Size(size::Options),
    /// Build, then take pictures of the site in a browser
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
    package.parent().expect("this package lies in the repository").to_owned()
}

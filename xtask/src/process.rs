//! Other programs: how they are found and run.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use cargo_metadata::{Message, MetadataCommand, Package};

/// A cargo command in the repository's root. It uses the cargo that runs this program, or else the one on the path.
pub(crate) fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(crate::root());
    command
}

/// Every package in the workspace's dependency graph, for all systems and features.
pub(crate) fn packages() -> Result<Vec<Package>> {
    let metadata = MetadataCommand::new().current_dir(crate::root()).exec();
    Ok(metadata.context("cargo metadata failed")?.packages)
}

/// Runs a command. If it doesn't exit successfully, the error contains the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("program not started: {}", line(command)))?;
    if !status.success() {
        bail!("{status}: {}", line(command));
    }
    Ok(())
}

/// Runs a command without printing anything and returns its standard output. The error contains its standard error.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("program not started: {}", line(command)))?;
    if !output.status.success() {
        bail!("{}: {}\n{}", output.status, line(command), String::from_utf8_lossy(&output.stderr).trim_end());
    }
    String::from_utf8(output.stdout).with_context(|| format!("output is not UTF-8: {}", line(command)))
}

/// Runs a `cargo build` and returns the path of the program that it built.
pub(crate) fn built(build: &mut Command) -> Result<PathBuf> {
    build.arg("--message-format=json-render-diagnostics").stderr(Stdio::inherit());
    let messages = read(build)?;
    let program = |message| match message {
        Ok(Message::CompilerArtifact(artifact)) => artifact.executable,
        _ => None,
    };
    // Build scripts come before the program that they belong to.
    let program = Message::parse_stream(messages.as_bytes()).filter_map(program).last();
    Ok(program.with_context(|| format!("no program built: {}", line(build)))?.into())
}

/// Whether a program of this name is on the path.
pub(crate) fn is_on_path(name: &str) -> bool {
    find(name).is_some()
}

/// The path of the program of this name.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    folders().into_iter().map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The value of `PATH`, with the folder of `cargo install` at its end.
pub(crate) fn path() -> Result<OsString> {
    env::join_paths(folders()).context("a folder in PATH contains a separator")
}

fn folders() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let home = || Some(PathBuf::from(env::var_os("HOME")?).join(".cargo"));
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home);
    env::split_paths(&path).chain(cargo.map(|folder| folder.join("bin"))).collect()
}

/// The command as typed in a shell, without the folder of the program.
fn line(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

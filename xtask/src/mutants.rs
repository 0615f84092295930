//! Mutation tests: cargo-mutants changes the sources in many small ways, and a test must fail each time.
//!
//! This takes hours, so it runs in shards. A shard that has finished for the same sources and tests is not run again.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;
use fs_err as fs;

use crate::process::{cargo, is_on_path, run};
use crate::{digest, folder};

const TOOL: &str = "cargo-mutants@27.1.0";
/// The minimum share of viable mutants that the tests catch, in percent.
const MINIMUM: usize = 97;
/// The file that gives a reason for each mutant that no test catches.
const REASONS: &str = "docs/mutants.md";

/// A folder of `src`, and the tests that concern it.
struct Area {
    name: &'static str,
    /// Only one mutant in this many is tried.
    one_of: usize,
    features: &'static str,
    tests: &'static str,
}

const AREAS: [Area; 3] = [
    Area {
        name: "assessment",
        one_of: 1,
        // Not `bundled`: then build.rs would use these sources, and a mutant that fails there would never be tested.
        features: "check",
        tests: "advice change conformance effects foundations giving_way groups oracles plan properties restored \
                revision saved scoring session structure wandering",
    },
    Area {
        name: "exchange",
        one_of: 10,
        features: "json,bundled",
        tests: "batch code code_form code_slips conformance detail file letter link named_results paper saved \
                score_command table",
    },
    Area { name: "content", one_of: 10, features: "check", tests: "content structure" },
];

/// Options of the command.
#[derive(Args)]
pub(crate) struct Options {
    /// The number of shards
    #[arg(long, default_value_t = 16)]
    shards: usize,
    /// Run only this shard, counted from 0
    #[arg(long)]
    shard: Option<usize>,
}

/// Runs the mutants. Fails if too few are caught, or if a missed one is not explained in [`REASONS`].
pub(crate) fn mutants(options: &Options) -> Result<()> {
    if !is_on_path("cargo-mutants") {
        run(&mut cargo(["install", "--locked", TOOL]))?;
    }
    let results = crate::root().join("target/mutants").join(sources()?);
    let (mut caught, mut missed) = (0, Vec::new());
    for area in &AREAS {
        for shard in 0..options.shards {
            if options.shard.is_none_or(|only| only == shard) {
                let folder = area.run(&results, shard, options.shards)?;
                caught += lines(&folder, "caught")?.len() + lines(&folder, "timeout")?.len();
                missed.extend(lines(&folder, "missed")?);
            }
        }
    }
    let viable = caught + missed.len();
    println!("{caught} of {viable} viable mutants caught; missed:\n{}", missed.join("\n"));
    ensure!(100 * caught >= MINIMUM * viable, "fewer than {MINIMUM} % of the viable mutants were caught");
    let reasons = fs::read_to_string(crate::root().join(REASONS))?;
    missed.retain(|mutant| !reasons.contains(&without_place(mutant)));
    ensure!(missed.is_empty(), "no reason in {REASONS}:\n{}", missed.join("\n"));
    Ok(())
}

impl Area {
    /// Runs one shard unless it is done, and returns the folder with its results.
    fn run(&self, results: &Path, shard: usize, shards: usize) -> Result<PathBuf> {
        let folder = results.join(format!("{}-{shard}-of-{shards}", self.name));
        let done = folder.join("done");
        if !done.exists() {
            fs::create_dir_all(&folder)?;
            let mut command = cargo(["mutants", "--package", "b2b-b2c-profile", "--no-default-features"]);
            command.args(["--features", self.features, "--file", &format!("src/{}/**/*.rs", self.name)]);
            command.args(["--shard", &format!("{}/{}", shard * self.one_of, shards * self.one_of)]);
            command
                .args(["--sharding", "round-robin", "--minimum-test-timeout", "60", "--output"])
                .arg(&folder);
            command.args(["--", "--lib"]).args(self.tests.split(' ').flat_map(|test| ["--test", test]));
            command.env("CARGO_PROFILE_DEV_DEBUG", "0");
            // Each run copies the sources, but all share one target directory, so that dependencies compile once.
            // To run two shards at the same time, give each its own.
            if env::var_os("CARGO_TARGET_DIR").is_none() {
                command.env("CARGO_TARGET_DIR", results.with_file_name("build"));
            }
            run_to_end(&mut command)?;
            fs::write(&done, "")?;
        }
        Ok(folder)
    }
}

/// Runs the tool. Exit codes for missed mutants and timeouts are not errors.
fn run_to_end(command: &mut Command) -> Result<()> {
    let status = command.status().context("program not started: cargo mutants")?;
    ensure!(matches!(status.code(), Some(0 | 2 | 3)), "{status}: cargo mutants");
    Ok(())
}

/// The mutants in one of the lists that the tool writes.
fn lines(folder: &Path, what: &str) -> Result<Vec<String>> {
    let text = fs::read_to_string(folder.join("mutants.out").join(what).with_extension("txt"))?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// A mutant without its line and column, which change with every edit: `src/a.rs: replace f with ()`.
fn without_place(mutant: &str) -> String {
    let mut parts = mutant.splitn(4, ':');
    let (file, what) = (parts.next().unwrap_or_default(), parts.nth(2).unwrap_or_default());
    format!("{file}:{what}")
}

/// A digest of the sources that these tests compile, and of the tests.
fn sources() -> Result<String> {
    let root = crate::root();
    let mut bytes = Vec::new();
    for part in
        ["src/assessment", "src/content", "src/exchange", "content", "tests/conformance", "tests/support"]
    {
        for (name, text) in folder::read(&root.join(part))? {
            bytes.extend([name.into_bytes(), text].concat());
        }
    }
    for test in AREAS.iter().flat_map(|area| area.tests.split(' ')) {
        bytes.extend(fs::read(root.join("tests").join(test).with_extension("rs"))?);
    }
    Ok(digest::sha256(&bytes)[..12].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutant_is_named_without_its_place() {
        let mutant = "src/assessment/answers.rs:177:9: replace Answers::take_foundations with ()";
        assert_eq!(
            without_place(mutant),
            "src/assessment/answers.rs: replace Answers::take_foundations with ()"
        );
    }
}

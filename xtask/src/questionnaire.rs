//! Commands for the questionnaire: check its files, and score answers.

use std::process::ExitCode;

use anyhow::{Context, Result};
use b2b_b2c_profile::content;
use fs_err as fs;

use crate::process::cargo;

/// Checks the files in content/ and prints every fault, one per line. If there are none, writes the schemas for
/// editors.
pub(crate) fn check() -> Result<ExitCode> {
    let folder = crate::root().join("content");
    match content::check_folder(&folder) {
        Ok(summary) => {
            for (name, schema) in content::schemas(&folder)? {
                fs::write(folder.join("schema").join(name), schema)?;
            }
            println!("content: {} languages, all checks passed", summary.languages.len());
            Ok(ExitCode::SUCCESS)
        }
        Err(faults) => {
            eprintln!("{faults}");
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Scores answer sets from standard input. The exit code is that of the scorer.
pub(crate) fn score() -> Result<ExitCode> {
    let mut scorer = cargo(["run", "--release", "--quiet", "--no-default-features"]);
    scorer.args(["--features", "json,bundled", "--bin", "score"]);
    let code = scorer.status().context("program not started: cargo")?.code();
    Ok(code.and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}

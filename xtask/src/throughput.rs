//! A minimum for the batch scorer's speed. `cargo xtask bench --core` measures the speed precisely.

use std::io::{BufWriter, Write as _};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::process::{built, cargo};

/// The minimum number of answer sets per second on one core, in a release build.
const MINIMUM: f64 = 50_000.0;
/// How often the reference answer sets are repeated, so that the time to start the process is negligible.
const ROUNDS: usize = 500;

/// Measures the scorer and prints its speed. Fails if it is below [`MINIMUM`].
pub(crate) fn measure() -> Result<()> {
    let sets = fs::read(crate::root().join("tests/conformance/answers.ndjson"))?;
    let count = ROUNDS * sets.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).count();
    let build =
        ["build", "--release", "--no-default-features", "--features", "json,bundled", "--bin", "score"];
    let mut scorer = Command::new(built(&mut cargo(build))?);
    let start = Instant::now();
    let mut child =
        scorer.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().context("scorer not started")?;
    let mut input = BufWriter::new(child.stdin.take().context("the scorer has no standard input")?);
    for _ in 0..ROUNDS {
        input.write_all(&sets)?;
    }
    drop(input);
    ensure!(child.wait()?.success(), "scoring failed: tests/conformance/answers.ndjson");
    let speed = count as f64 / start.elapsed().as_secs_f64();
    println!("score: {speed:.0} answer sets a second on one core");
    ensure!(
        speed >= MINIMUM,
        "scoring is too slow: {speed:.0} answer sets a second, the minimum is {MINIMUM}"
    );
    Ok(())
}

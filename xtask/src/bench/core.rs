//! The speed of the core, which the package in `benches/` measures.

use anyhow::{Context, Result};
use fs_err as fs;
use serde_json::Value;

use crate::process::{cargo, run};

/// The benchmarks: name in `benches/core.rs`, description, and number of operations in one iteration.
const MEASURED: [(&str, &str, f64); 6] = [
    ("score", "scoring one answer set", 1.0),
    ("outcome", "everything that a result shows", 1.0),
    ("change", "the change search at its longest", 1.0),
    ("code-write", "writing a result code", 1.0),
    ("code-read", "reading a result code", 1.0),
    ("million/json", "one million answer sets, from JSON to JSON", 1e6),
];

/// The duration of one iteration of a benchmark.
#[derive(Debug)]
pub(super) struct Speed {
    pub(super) what: &'static str,
    nanoseconds: f64,
    count: f64,
}

impl Speed {
    pub(super) fn time(&self) -> String {
        match self.nanoseconds {
            time if time < 1e3 => format!("{time:.0} ns"),
            time if time < 1e6 => format!("{:.2} µs", time / 1e3),
            time if time < 1e9 => format!("{:.2} ms", time / 1e6),
            time => format!("{:.2} s", time / 1e9),
        }
    }

    /// The operations per second, in two digits, because more would differ from run to run.
    pub(super) fn per_second(&self) -> String {
        let rate = self.count * 1e9 / self.nanoseconds;
        let unit = 10_f64.powf(rate.log10().floor() - 1.0);
        let digits = format!("{:.0}", (rate / unit).round() * unit);
        let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
        groups.iter().map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(",")
    }
}

/// Runs the benchmarks of the core and reads their medians.
pub(super) fn measure() -> Result<Vec<Speed>> {
    let folder = super::folder().join("dist/criterion");
    run(cargo(["bench", "--package", "core-benches"]).env("CRITERION_HOME", &folder))?;
    let speed = |(name, what, count): (&str, &'static str, f64)| {
        let file = folder.join(name).join("new/estimates.json");
        let estimates: Value = serde_json::from_slice(&fs::read(&file)?)?;
        let median = estimates["median"]["point_estimate"].as_f64();
        let nanoseconds = median.with_context(|| format!("no median: {}", file.display()))?;
        Ok(Speed { what, nanoseconds, count })
    };
    MEASURED.into_iter().map(speed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(nanoseconds: f64, count: f64, time: &str, per_second: &str) {
        let speed = Speed { what: "", nanoseconds, count };
        assert_eq!((speed.time().as_str(), speed.per_second().as_str()), (time, per_second));
    }

    #[test]
    fn times_are_written_in_a_unit_that_fits() {
        check(123.4, 1.0, "123 ns", "8,100,000");
        check(4_567.0, 1.0, "4.57 µs", "220,000");
        check(9.5e9, 1e6, "9.50 s", "110,000");
        check(2.5e6, 1.0, "2.50 ms", "400");
    }
}

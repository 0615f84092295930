//! What a visit loads: the size table and the budget.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::{Context, Result, ensure};

/// The most that a first visit to the landing page may load, in bytes after compression with brotli at its best.
pub(crate) const BUDGET: usize = 135_000;

/// A file's length as it is, and after compression with brotli at its best, in bytes.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    brotli: usize,
}

/// What a first visit to the landing page in the main language loads, beside the WebAssembly module.
const FIRST_VISIT: [&str; 5] = ["b2b-b2c-profile.js", "icon.svg", "index.html", "landing.js", "page.css"];

/// The sizes of all files as a table, in units of 1000 bytes, first those that a first visit loads.
///
/// Fails if those are more than [`BUDGET`] together.
pub(crate) fn table(files: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    let mut first = Size::default();
    let mut lines = format!("{:<40} {:>8} {:>8}\n", "first visit, kB", "raw", "brotli");
    let mut others = String::from("not counted\n");
    for (name, bytes) in files {
        let size = Size {
            raw: bytes.len(),
            brotli: compressed(bytes).with_context(|| format!("not compressed: {name}"))?,
        };
        if FIRST_VISIT.contains(&name.as_str()) || is_module(name) {
            first = Size { raw: first.raw + size.raw, brotli: first.brotli + size.brotli };
            lines += &line(name, size);
        } else {
            others += &line(name, size);
        }
    }
    lines += &line(&format!("total (budget {} kB)", BUDGET / 1000), first);
    let table = lines + &others;
    ensure!(
        first.brotli <= BUDGET,
        "{table}over the budget: a first visit loads {} bytes, {} more than {BUDGET}",
        first.brotli,
        first.brotli - BUDGET
    );
    Ok(table)
}

/// Whether a file is the WebAssembly module that stands beside the scripts.
fn is_module(name: &str) -> bool {
    name.ends_with(".wasm") && !name.contains('/')
}

fn line(name: &str, size: Size) -> String {
    let mut line = String::new();
    let kilo = |bytes: usize| bytes as f64 / 1000.0;
    writeln!(line, "  {name:<38} {:>8.1} {:>8.1}", kilo(size.raw), kilo(size.brotli))
        .expect("a string takes all");
    line
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(length: usize) -> BTreeMap<String, Vec<u8>> {
        let mut state = 1_u32;
        let mut noise = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        BTreeMap::from([
            ("page.css".to_owned(), (0..length).map(|_| noise()).collect()),
            ("x/b.wasm".to_owned(), vec![0; 5000]),
        ])
    }

    #[test]
    fn only_what_a_visit_loads_is_counted() {
        let table = table(&files(1000)).unwrap();
        let total = table.lines().find(|line| line.contains("total")).unwrap();
        assert_eq!(
            total.split_whitespace().collect::<Vec<_>>(),
            ["total", "(budget", "135", "kB)", "1.0", "1.0"]
        );
    }

    #[test]
    fn more_than_the_budget_is_an_error() {
        let error = table(&files(BUDGET + 10_000)).unwrap_err();
        assert!(error.to_string().lines().last().unwrap().starts_with("over the budget: "));
    }
}

//! What a visit loads: the size table and the budget.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::{Context, Result, ensure};

use crate::doors::{Files, MAIN_LANGUAGE, NAME};

/// The most that a first visit to the landing page may load, in bytes after compression with brotli at its best.
pub(crate) const BUDGET: usize = 125_000;

/// A file's length as it is, and after compression with brotli at its best, in bytes.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    brotli: usize,
}

/// What a first visit to the landing page in the main language loads, beside the WebAssembly module.
const FIRST_VISIT: [&str; 4] = ["b2b-b2c-profile.js", "icon.svg", "index.html", "landing.js"];

/// The sizes of all files as a table, in units of 1000 bytes: first those that a first visit loads, then the other
/// doors and pages, then each folder as one.
///
/// Fails if a first visit loads more than [`BUDGET`].
pub(crate) fn table(files: &Files) -> Result<String> {
    let mut first = Size::default();
    let mut folders: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut visit = format!("{:<40} {:>8} {:>8}\n", "first visit, kB", "raw", "brotli");
    let mut others = String::from("other doors and pages\n");
    for (name, bytes) in files {
        if let Some((folder, _)) = name.split_once('/') {
            let (count, raw) = folders.entry(folder).or_default();
            (*count, *raw) = (*count + 1, *raw + bytes.len());
            continue;
        }
        let brotli = compressed(bytes).with_context(|| format!("not compressed: {name}"))?;
        let size = Size { raw: bytes.len(), brotli };
        if FIRST_VISIT.contains(&name.as_str()) || is_loaded(name) {
            first = Size { raw: first.raw + size.raw, brotli: first.brotli + size.brotli };
            visit += &line(name, size);
        } else {
            others += &line(name, size);
        }
    }
    visit += &line(&format!("total (budget {} kB)", BUDGET / 1000), first);
    let folders = folders.into_iter().map(|(name, (count, raw))| {
        format!("  {:<38} {:>8.1}\n", format!("{name}/, {count} files"), kilo(raw))
    });
    let table = visit + &others + &folders.collect::<String>();
    ensure!(
        first.brotli <= BUDGET,
        "{table}over the budget: a first visit loads {} bytes, {} more than {BUDGET}",
        first.brotli,
        first.brotli - BUDGET
    );
    Ok(table)
}

/// Whether a file in the root is the WebAssembly module that the scripts load, or the main language's texts.
fn is_loaded(name: &str) -> bool {
    name.ends_with(".wasm") || name.starts_with(&format!("{NAME}-{MAIN_LANGUAGE}-"))
}

fn line(name: &str, size: Size) -> String {
    let mut line = String::new();
    writeln!(line, "  {name:<38} {:>8.1} {:>8.1}", kilo(size.raw), kilo(size.brotli))
        .expect("a string takes all");
    line
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

/// How many bytes are left after compression with brotli at its best.
pub(crate) fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(length: usize) -> Files {
        let mut state = 1_u32;
        let mut noise = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        Files::from([
            ("landing.js".to_owned(), (0..length).map(|_| noise()).collect()),
            ("x/b.wasm".to_owned(), vec![0; 5000]),
        ])
    }

    #[test]
    fn only_what_a_visit_loads_is_counted() {
        let table = table(&files(1000)).unwrap();
        let total = table.lines().find(|line| line.contains("total")).unwrap();
        assert_eq!(
            total.split_whitespace().collect::<Vec<_>>(),
            ["total", "(budget", "125", "kB)", "1.0", "1.0"]
        );
    }

    #[test]
    fn a_folder_is_one_line() {
        let files = ["npm/a", "npm/b/c"].map(|name| (name.to_owned(), vec![0; 500]));
        let table = table(&files.into_iter().collect()).unwrap();
        let line = table.lines().last().unwrap().split_whitespace().collect::<Vec<_>>();
        assert_eq!(line, ["npm/,", "2", "files", "1.0"]);
    }

    #[test]
    fn more_than_the_budget_is_an_error() {
        let error = table(&files(BUDGET + 10_000)).unwrap_err();
        assert!(error.to_string().lines().last().unwrap().starts_with("over the budget: "));
    }
}

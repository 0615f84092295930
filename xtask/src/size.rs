//! The sizes of what a visit loads.
//!
//! This is our own code because ready-made size budgets measure files or folders, not the few files of a first visit,
//! whose names change with each build; and they would make every build need Node.

mod budget;

use std::collections::BTreeMap;
use std::io::Write as _;

use anyhow::Result;

use crate::doors::{Files, MAIN_LANGUAGE, NAME};
use crate::site;
use crate::wasm::{self, Program};
use budget::Visit;

/// What a first visit to the landing page in the main language loads before it reaches the result, except what scripts
/// load.
const FIRST_VISIT: [&str; 4] = ["b2b-b2c-profile.js", "icon.svg", "index.html", "landing.js"];

/// Options of the command.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Write the current sizes of a first visit to xtask/budget.json, as the new budget
    #[arg(long)]
    accept: bool,
}

/// Prints the sizes of the files, and checks the budget or replaces it.
pub(crate) fn report(options: Options) -> Result<()> {
    let files = site::assemble(&crate::root(), wasm::build(Program::Widget)?)?;
    if options.accept { budget::accept(&print(&files)?) } else { check(&files) }
}

/// Prints the sizes of a site's files. Fails if a first visit is over the budget.
pub(crate) fn check(files: &Files) -> Result<()> {
    budget::check(&print(files)?)
}

fn print(files: &Files) -> Result<Visit> {
    let (table, visit) = measure(files)?;
    print!("{table}");
    Ok(visit)
}

/// All sizes as a table, and what a first visit loads. The table is in units of 1000 bytes: first the files of a first
/// visit, then the other doors and pages, then each folder in one line.
fn measure(files: &Files) -> Result<(String, Visit)> {
    let line = |name: &str, raw: usize, brotli: usize| {
        format!("  {name:<46} {:>8.1} {:>8.1}\n", kilo(raw), kilo(brotli))
    };
    let (mut visit, mut raw) = (Visit::new(), 0);
    let mut folders: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut table = format!("{:<48} {:>8} {:>8}\n", "first visit, kB", "raw", "brotli");
    let mut others = String::from("other doors and pages\n");
    for (name, bytes) in files {
        if let Some((folder, _)) = name.split_once('/') {
            let (count, raw) = folders.entry(folder).or_default();
            (*count, *raw) = (*count + 1, *raw + bytes.len());
            continue;
        }
        let brotli = compressed(bytes)?;
        if FIRST_VISIT.contains(&name.as_str()) || is_loaded(name) {
            visit.insert(budget::lasting(name), brotli);
            raw += bytes.len();
            table += &line(name, bytes.len(), brotli);
        } else {
            others += &line(name, bytes.len(), brotli);
        }
    }
    table += &line("total", raw, visit.values().sum());
    table += &others;
    for (name, (count, raw)) in folders {
        table += &format!("  {:<46} {:>8.1}\n", format!("{name}/, {count} files"), kilo(raw));
    }
    Ok((table, visit))
}

/// Whether scripts load a file in the root: the WebAssembly module, the later pages' styles, the main language's texts.
fn is_loaded(name: &str) -> bool {
    let is = |what: &str| name.starts_with(&format!("{NAME}-{what}-"));
    name.ends_with(".wasm") || is("styles") || is(MAIN_LANGUAGE)
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

/// The number of bytes after compression with brotli at its best.
fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that can't be compressed.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn only_what_a_visit_loads_is_counted() {
        let names = [
            "landing.js",
            "b2b-b2c-profile-styles-1f.txt",
            "b2b-b2c-profile-nl-1f.txt",
            "b2b-b2c-profile-en-1f.txt",
            "builder.css",
            "x/b.wasm",
        ];
        let (table, visit) = measure(&names.map(|name| (name.to_owned(), noise(1000))).into()).unwrap();
        let total = table.lines().find(|line| line.contains("total")).unwrap();
        assert_eq!(total.split_whitespace().collect::<Vec<_>>(), ["total", "3.0", "3.0"]);
        assert!((3000..3020).contains(&visit.values().sum::<usize>()));
    }

    #[test]
    fn a_folder_is_one_line() {
        let files = ["npm/a", "npm/b/c"].map(|name| (name.to_owned(), vec![0; 500]));
        let (table, _) = measure(&files.into()).unwrap();
        let line = table.lines().last().unwrap().split_whitespace().collect::<Vec<_>>();
        assert_eq!(line, ["npm/,", "2", "files", "1.0"]);
    }
}

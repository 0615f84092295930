//! What a visit loads: the table of the files.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result};

use super::budget::Visit;
use super::compressed;
use crate::doors::{Files, MAIN_LANGUAGE, NAME};

/// What a first visit to the landing page in the main language loads to the result, beside what scripts load.
const FIRST_VISIT: [&str; 4] = ["b2b-b2c-profile.js", "icon.svg", "index.html", "landing.js"];

/// The sizes of a site's files.
pub(crate) struct Sizes {
    /// All as a table, in units of 1000 bytes: first those that a first visit loads, then the other doors and pages,
    /// then each folder as one.
    pub(crate) table: String,
    /// What a first visit loads.
    pub(crate) visit: Visit,
}

impl Sizes {
    pub(crate) fn of(files: &Files) -> Result<Sizes> {
        let mut visit = Visit::default();
        let mut raw = 0;
        let mut folders: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let mut table = format!("{:<48} {:>8} {:>8}\n", "first visit, kB", "raw", "brotli");
        let mut others = String::from("other doors and pages\n");
        for (name, bytes) in files {
            if let Some((folder, _)) = name.split_once('/') {
                let (count, raw) = folders.entry(folder).or_default();
                (*count, *raw) = (*count + 1, *raw + bytes.len());
                continue;
            }
            let brotli = compressed(bytes).with_context(|| format!("not compressed: {name}"))?;
            if FIRST_VISIT.contains(&name.as_str()) || is_loaded(name) {
                visit.add(name, brotli);
                raw += bytes.len();
                table += &line(name, bytes.len(), brotli);
            } else {
                others += &line(name, bytes.len(), brotli);
            }
        }
        table += &line("total", raw, visit.total());
        table += &others;
        for (name, (count, raw)) in folders {
            table += &format!("  {:<46} {:>8.1}\n", format!("{name}/, {count} files"), kilo(raw));
        }
        Ok(Sizes { table, visit })
    }
}

/// Whether scripts load a file in the root: the WebAssembly module, the later pages' styles, the main language's texts.
fn is_loaded(name: &str) -> bool {
    let is = |what: &str| name.starts_with(&format!("{NAME}-{what}-"));
    name.ends_with(".wasm") || is("styles") || is(MAIN_LANGUAGE)
}

fn line(name: &str, raw: usize, brotli: usize) -> String {
    let mut line = String::new();
    writeln!(line, "  {name:<46} {:>8.1} {:>8.1}", kilo(raw), kilo(brotli)).expect("a string takes all");
    line
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
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
        let sizes = Sizes::of(&names.map(|name| (name.to_owned(), noise(1000))).into()).unwrap();
        let total = sizes.table.lines().find(|line| line.contains("total")).unwrap();
        assert_eq!(total.split_whitespace().collect::<Vec<_>>(), ["total", "3.0", "3.0"]);
        assert!((3000..3020).contains(&sizes.visit.total()));
    }

    #[test]
    fn a_folder_is_one_line() {
        let files = ["npm/a", "npm/b/c"].map(|name| (name.to_owned(), vec![0; 500]));
        let table = Sizes::of(&files.into()).unwrap().table;
        let line = table.lines().last().unwrap().split_whitespace().collect::<Vec<_>>();
        assert_eq!(line, ["npm/,", "2", "files", "1.0"]);
    }
}

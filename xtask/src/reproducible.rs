//! A check that the same sources give the same files, in any folder and whatever was compiled before.

use anyhow::{Result, ensure};

use crate::doors::Files;
use crate::wasm::{self, Program};
use crate::{folder, site};

/// Builds the site here, and again from a copy of the sources in another folder with an empty target directory. Fails
/// if any file differs.
pub(crate) fn check() -> Result<()> {
    let root = crate::root();
    let other = root.join("target/reproducible");
    folder::delete(&other)?;
    let copy = other.join("another place");
    folder::write(&copy, &folder::sources(&root)?)?;
    let here = site::assemble(&root, wasm::build(Program::Widget)?)?;
    let there = site::assemble(&copy, wasm::build_at(&copy, &other.join("compiled"), Program::Widget)?)?;
    let differing = differing(&here, &there);
    ensure!(differing.is_empty(), "two builds differ in: {}", differing.join(", "));
    println!("reproducible: {} files are the same from two folders", here.len());
    folder::delete(&other)
}

/// The names of the files that differ or exist only in one of the two.
fn differing<'a>(one: &'a Files, other: &'a Files) -> Vec<&'a str> {
    let changed = one.iter().filter(|(name, bytes)| other.get(name.as_str()) != Some(*bytes));
    let added = other.iter().filter(|(name, _)| !one.contains_key(*name));
    changed.chain(added).map(|(name, _)| name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_is_named() {
        let files = |files: [(&str, &str); 2]| -> Files {
            files.map(|(name, text)| (name.to_owned(), text.into())).into_iter().collect()
        };
        let one = files([("a", "1"), ("b", "2")]);
        assert!(differing(&one, &one.clone()).is_empty());
        assert_eq!(differing(&one, &files([("a", "1"), ("b", "3")])), ["b"]);
        assert_eq!(differing(&one, &files([("b", "2"), ("c", "3")])), ["a", "c"]);
    }
}

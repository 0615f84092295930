//! The whole site: the widget's files and the landing page.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

use crate::doors::{self, Files, Parts};
use crate::wasm::{self, Program, Wasm};
use crate::{digest, folder, page, size};

/// Where the built site lies.
pub(crate) fn folder() -> PathBuf {
    crate::root().join("dist")
}

/// Builds the site and prints its sizes; a build that fails leaves the last one in place.
pub(crate) fn build() -> Result<()> {
    let files = assemble(&crate::root(), wasm::build(Program::Widget)?)?;
    size::check(&files)?;
    folder::write(&folder(), &files)
}

/// All files of the site with their check sums, from the sources below `root` and a compiled module.
pub(crate) fn assemble(root: &Path, wasm: Wasm) -> Result<Files> {
    let parts = Parts::new(root, wasm)?;
    let mut files = doors::files(&parts)?;
    page::add(&parts, &mut files)?;
    // Whoever hands the widget on hands these on with it.
    for licence in ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.md"] {
        files.insert(format!("licences/{licence}"), fs::read(root.join(licence))?);
    }
    files.insert("SHA256SUMS".to_owned(), check_sums(&files).into_bytes());
    Ok(files)
}

/// The files' check sums as `sha256sum --check` reads them.
fn check_sums(files: &Files) -> String {
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", digest::sha256(bytes))).collect()
}

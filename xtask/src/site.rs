//! The complete site: the widget's files and the landing page.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

use crate::doors::{self, Files, LICENCES, Parts};
use crate::wasm::{self, Program, Wasm};
use crate::{digest, folder, page, size};

/// The folder of the built site.
pub(crate) fn folder() -> PathBuf {
    crate::root().join("dist")
}

/// Builds the site and prints its sizes. A build that fails leaves the previous one in place.
pub(crate) fn build() -> Result<()> {
    let files = assemble(&crate::root(), wasm::build(Program::Widget)?)?;
    size::check(&files)?;
    folder::write(&folder(), &files)
}

/// All files of the site with their checksums, from the sources below `root` and a compiled module.
pub(crate) fn assemble(root: &Path, wasm: Wasm) -> Result<Files> {
    let parts = Parts::new(root, wasm)?;
    let mut files = doors::files(&parts)?;
    page::add(&parts, &mut files)?;
    for licence in LICENCES {
        files.insert(format!("licences/{licence}"), fs::read(root.join(licence))?);
    }
    files.insert("SHA256SUMS".to_owned(), checksums(&files).into_bytes());
    Ok(files)
}

/// The files' checksums in the format that `sha256sum --check` reads.
fn checksums(files: &Files) -> String {
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", digest::sha256(bytes))).collect()
}

//! The first door: scripts that define the element, and the module that they load.

use std::path::Path;

use anyhow::Result;

use super::loaded::Bytes;
use super::parts::Parts;
use super::{Files, NAME, generated};
use crate::bundle::{Built, bundle};
use crate::script::{self, Kind};

/// The modules that others begin with.
pub(super) const DEFINE: &str = "element/define.js";
pub(super) const CLASS: &str = "element/element.js";

/// Two modules with what they load, and a classic script with everything inside.
pub(super) fn files(parts: &Parts) -> Result<Files> {
    let mut files = parts.loaded();
    files.extend([
        (format!("{NAME}.js"), module(parts, DEFINE, Bytes::Fetched)?.into_bytes()),
        (format!("{NAME}.element.js"), module(parts, CLASS, Bytes::Fetched)?.into_bytes()),
        (format!("{NAME}.classic.js"), classic(parts)?.into_bytes()),
        (parts.export_name(), parts.export.clone().into_bytes()),
    ]);
    Ok(files)
}

/// Has Chromium compile a script's functions while it loads, off the page's thread, and not when each is first called.
const COMPILED_WHILE_LOADING: &str = "//# allFunctionsCalledOnLoad";

/// An ES module in one file; it exports what the entry exports.
pub(super) fn module(parts: &Parts, entry: &str, bytes: Bytes) -> Result<String> {
    let script = bundle(Kind::Module, &parts.root, entry, &generated::modules(parts, bytes)?)?;
    Ok(format!("{COMPILED_WHILE_LOADING}\n{script}"))
}

/// The module that prints and draws.
pub(super) fn export(parts: &Parts) -> Result<String> {
    bundle(Kind::Module, &parts.root, "element/export/export.js", &generated::texts(parts)?)
}

/// The script that serves the first pages where they stand in the landing page's markup.
pub(crate) fn first_pages_script(root: &Path) -> Result<String> {
    let script = bundle(Kind::Classic, root, "element/first-pages/landing-page.js", &Built::new())?;
    script::inline("index.html", &script)
}

/// A script for pages and files that can't use modules: nothing else is loaded.
pub(super) fn classic(parts: &Parts) -> Result<String> {
    bundle(Kind::Classic, &parts.root, "element/classic.js", &generated::modules(parts, Bytes::Inlined)?)
}

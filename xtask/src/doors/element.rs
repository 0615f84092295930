//! The first door: the scripts that define the element, and the files that they load.

use anyhow::Result;

use super::loaded::Bytes;
use super::parts::Parts;
use super::{Files, NAME, generated};
use crate::bundle::bundle;
use crate::script::Kind;

/// The entry modules.
pub(super) const DEFINE: &str = "element/define.js";
pub(super) const CLASS: &str = "element/element.js";

/// Two modules with the files that they load, and a classic script that contains everything.
pub(super) fn files(parts: &Parts) -> Result<Files> {
    let mut files = parts.loaded();
    files.extend([
        (format!("{NAME}.js"), module(parts, DEFINE, Bytes::Fetched)?.into_bytes()),
        (format!("{NAME}.element.js"), module(parts, CLASS, Bytes::Fetched)?.into_bytes()),
        (format!("{NAME}.classic.js"), classic(parts)?.into_bytes()),
        (parts.export.name.clone(), parts.export.bytes.clone()),
    ]);
    Ok(files)
}

/// Makes Chromium compile a script's functions while it loads, on another thread, instead of each at its first call.
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

/// A script for pages and files that can't use modules: nothing else is loaded.
pub(super) fn classic(parts: &Parts) -> Result<String> {
    bundle(Kind::Classic, &parts.root, "element/classic.js", &generated::modules(parts, Bytes::Inlined)?)
}

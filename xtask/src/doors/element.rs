//! The first door: scripts that define the element, and the module that they load.

use std::path::Path;

use anyhow::Result;

use super::loaded::Bytes;
use super::parts::Parts;
use super::{Files, HAND_OUT, NAME};
use crate::bundle::{Built, bundle};
use crate::script::{self, Kind};

/// The element's hand-written modules.
const FOLDER: &str = "element";

/// Two modules with what they load, and a classic script with everything inside.
pub(super) fn files(parts: &Parts) -> Result<Files> {
    let mut files = parts.loaded();
    files.extend([
        (format!("{NAME}.js"), module(parts, "define.js", Bytes::Fetched)?.into_bytes()),
        (format!("{NAME}.element.js"), module(parts, "element.js", Bytes::Fetched)?.into_bytes()),
        (format!("{NAME}.classic.js"), classic(parts)?.into_bytes()),
        (parts.hand_out_name(), parts.hand_out.clone().into_bytes()),
    ]);
    Ok(files)
}

/// Has Chromium compile a script's functions while it loads, off the page's thread, and not when each is first called.
const COMPILED_WHILE_LOADING: &str = "//# allFunctionsCalledOnLoad";

/// An ES module in one file; it exports what the entry exports.
pub(super) fn module(parts: &Parts, entry: &str, bytes: Bytes) -> Result<String> {
    let bundled = bundle(&parts.root.join(FOLDER), entry, &parts.modules(bytes)?)?;
    let script = script::minify(Kind::Module, &format!("{FOLDER}/{entry}, bundled"), &bundled.module())?;
    Ok(format!("{COMPILED_WHILE_LOADING}\n{script}"))
}

/// The module that prints and draws.
pub(super) fn hand_out(parts: &Parts) -> Result<String> {
    let built = Built::from([("printed.js", parts.printed())]);
    let bundled = bundle(&parts.root.join(FOLDER), HAND_OUT, &built)?;
    script::minify(Kind::Module, &format!("{FOLDER}/{HAND_OUT}, bundled"), &bundled.module())
}

/// The script that serves the first pages where they stand in the landing page's markup.
pub(crate) fn early_script(root: &Path) -> Result<String> {
    script::inline("index.html", &page_script(&root.join(FOLDER), "early-page.js", &Built::new())?)
}

/// A script for pages and files where modules can't be had: nothing else is loaded.
pub(super) fn classic(parts: &Parts) -> Result<String> {
    page_script(&parts.root.join(FOLDER), "classic.js", &parts.modules(Bytes::Inlined)?)
}

/// A classic script in one file, small.
pub(super) fn page_script(folder: &Path, entry: &str, built: &Built) -> Result<String> {
    let name = format!("{}/{entry}, bundled", folder.display());
    script::minify(Kind::Classic, &name, &bundle(folder, entry, built)?.script())
}

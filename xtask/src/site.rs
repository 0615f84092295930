//! The whole site: the widget's files and the landing page.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::wasm::{self, Wasm};
use crate::{bundle, digest, landing, script, setup, sizes, styles};

const NAME: &str = "b2b-b2c-profile";

/// Where the built site lies.
pub(crate) fn folder() -> PathBuf {
    crate::root().join("dist")
}

/// Builds the site and prints its sizes; a build that fails leaves the last one in place.
pub(crate) fn build() -> Result<()> {
    let root = crate::root();
    setup::wasm_target()?;
    let wasm = wasm::build()?;
    let hash = &digest::sha256(&wasm.module)[..16];
    let wasm_name = format!("{NAME}-{hash}.wasm");
    let sheet = styles::bundle(&root.join("styles/main.css"))?;
    let mut files = BTreeMap::new();
    files.insert(
        format!("{NAME}.js"),
        element(&root.join("element"), &wasm, &wasm_name, &sheet)?.into_bytes(),
    );
    files.insert(wasm_name, wasm.module);
    files.insert("page.css".to_owned(), styles::bundle(&root.join("styles/page.css"))?.into_bytes());
    files.insert("icon.svg".to_owned(), read(&root.join("assets/icon.svg"))?.into_bytes());
    // Whoever hands the widget on hands these on with it.
    for licence in ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.md"] {
        files.insert(format!("licences/{licence}"), read(&root.join(licence))?.into_bytes());
    }
    if let Some(script) = landing_script(&root.join("element/landing.js"))? {
        files.insert("landing.js".to_owned(), script.into_bytes());
    }
    files.extend(landing::pages(&root)?.into_iter().map(|(path, page)| (path, page.into_bytes())));
    // The root holds what the main language's page loads, folders hold the other pages.
    let table = sizes::table(&files, |name| !name.contains('/'))?;
    files.insert("SHA256SUMS".to_owned(), check_sums(&files).into_bytes());
    write(&folder(), &files)?;
    print!("{table}");
    Ok(())
}

/// The widget's one ES module.
fn element(folder: &Path, wasm: &Wasm, wasm_name: &str, sheet: &str) -> Result<String> {
    let built = BTreeMap::from([
        ("built.js", built(wasm, sheet)?),
        ("wasm.js", fetched(&wasm.module, wasm_name)),
        ("source.js", read(&folder.join("fetched.js"))?),
    ]);
    script::minify(&format!("{NAME}.js"), &bundle::bundle(folder, "define.js", &built)?)
}

/// The module `built.js`, which the hand-written ones import.
///
/// Each call of `createRuntime` gives a start function of its own; instances of one compiled module stay apart. It is
/// called with a function that every instance's exports go through.
fn built(wasm: &Wasm, sheet: &str) -> Result<String> {
    let fallback = serde_json::to_string(&landing::section(&crate::root(), "failure")?)?;
    Ok(format!(
        "export function createRuntime(guard) {{\n{}\nreturn wasm_bindgen;\n}}\n\
         export const VERSION = {};\n\
         export const CSS = {};\n\
         export const FALLBACK = {fallback};\n",
        wasm.glue,
        quoted(env!("CARGO_PKG_VERSION")),
        quoted(sheet),
    ))
}

/// The module `wasm.js` where the WebAssembly stands in a file beside the script.
fn fetched(module: &[u8], wasm_name: &str) -> String {
    format!(
        "export const WASM = {{\n  url: new URL({}, import.meta.url).href,\n  integrity: {},\n  length: {},\n  \
         script: import.meta.url,\n  fallback: new URL(\"offline.html\", import.meta.url).href,\n}};\n",
        quoted(wasm_name),
        quoted(&digest::integrity(module)),
        module.len(),
    )
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn landing_script(path: &Path) -> Result<Option<String>> {
    if !path.exists() {
        return Ok(None);
    }
    script::minify("landing.js", &read(path)?).map(Some)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("file not read: {}", path.display()))
}

/// The files' check sums as `sha256sum --check` reads them.
fn check_sums(files: &BTreeMap<String, Vec<u8>>) -> String {
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", digest::sha256(bytes))).collect()
}

fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("folder not emptied: {}", folder.display()))?;
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&path, bytes).with_context(|| format!("file not written: {}", path.display()))?;
    }
    Ok(())
}

//! What the doors are made of: the WebAssembly module, its glue, the style sheet and the texts.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};

use super::{MAIN_LANGUAGE, NAME, Screens};
use crate::api::Api;
use crate::bundle::Built;
use crate::wasm::Wasm;
use crate::{digest, styles};

/// The widget's version, that of all packages of this project.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

const STRUCTURE: &str = "instrument";

/// Everything that is made once and goes into several doors.
pub(crate) struct Parts {
    /// The repository's root.
    pub(crate) root: PathBuf,
    /// The element's interface.
    pub(crate) api: Api,
    /// The module and its glue.
    pub(crate) wasm: Wasm,
    /// The first pages.
    pub(crate) screens: Screens,
    /// The content files by language.
    pub(crate) content: BTreeMap<String, Value>,
    sheet: String,
    deflated: String,
}

/// Where a script takes the WebAssembly module from.
#[derive(Clone, Copy)]
pub(crate) enum Bytes {
    /// The file beside it.
    Fetched,
    /// The file beside it, wherever a bundler puts that.
    Bundled,
    /// Its own text.
    Inlined,
}

impl Parts {
    /// Makes them from the sources below `root` and a compiled module.
    pub(crate) fn new(root: &Path, wasm: Wasm) -> Result<Parts> {
        let sheet = styles::bundle(&root.join("styles/main.css"))?;
        let deflated = BASE64_STANDARD.encode(deflate(&wasm.module)?);
        let content = content(&root.join("content"))?;
        let screens = Screens::draw()?;
        Ok(Parts { root: root.to_owned(), api: Api::read(root)?, wasm, screens, content, sheet, deflated })
    }

    /// The module's file name, which changes with its bytes.
    pub(crate) fn wasm_name(&self) -> String {
        format!("{NAME}-{}.wasm", &digest::sha256(&self.wasm.module)[..16])
    }

    /// A text of the landing page, by language.
    pub(crate) fn page_text(&self, key: &str) -> Result<BTreeMap<&str, &str>> {
        self.content
            .iter()
            .map(|(language, file)| {
                let text = file["landing"][key].as_str();
                let text =
                    text.with_context(|| format!("content/{language}.json: text missing: landing.{key}"))?;
                Ok((language.as_str(), text))
            })
            .collect()
    }

    /// The modules that the element's hand-written ones import.
    pub(crate) fn modules(&self, bytes: Bytes) -> Result<Built> {
        let (source, wasm) = match bytes {
            Bytes::Fetched => ("fetched.js", self.fetched("import.meta.url")),
            // A bundler may write the place of the package on its own machine there.
            Bytes::Bundled => ("fetched.js", self.fetched("''")),
            Bytes::Inlined => ("inlined.js", self.inlined()),
        };
        let source = read(&self.root.join("element").join(source))?;
        let screens = self.screens.module();
        Ok(Built::from([
            ("built.js", self.built()),
            ("screens.js", screens),
            ("source.js", source),
            ("wasm.js", wasm),
        ]))
    }

    /// Each call of `createRuntime` gives a start function of its own; instances of one compiled module stay apart. It
    /// is called with a function that every instance's exports go through.
    fn built(&self) -> String {
        let mut fallback: Vec<_> = self.content.iter().map(|(code, file)| (code, &file["failure"])).collect();
        fallback.sort_by_key(|(code, _)| *code != MAIN_LANGUAGE);
        format!(
            "export function createRuntime(guard) {{\n{}\nreturn wasm_bindgen;\n}}\n\
             export const CSS = {};\n\
             export const VERSION = {};\n\
             export const FALLBACK = {};\n\
             export const SETTINGS = {};\n",
            self.wasm.glue,
            text(&self.sheet),
            text(VERSION),
            json!(fallback),
            self.api.settings(),
        )
    }

    /// In this form of words, bundlers see that the file belongs to the script; `script` is where that one lies.
    fn fetched(&self, script: &str) -> String {
        format!(
            "export const WASM = {{\n  url: new URL({}, import.meta.url).href,\n  integrity: {},\n  length: {},\n  \
             script: {script},\n}};\n",
            text(&format!("./{}", self.wasm_name())),
            text(&digest::integrity(&self.wasm.module)),
            self.wasm.module.len(),
        )
    }

    /// Packed, it takes less than half the room; every supported browser can unpack it.
    ///
    /// `script` is where the script lies, if it is a file of its own.
    fn inlined(&self) -> String {
        format!(
            "export const WASM = {{\n  base64: {},\n  packing: 'deflate-raw',\n  \
             script: globalThis.document?.currentScript?.src ?? '',\n}};\n",
            text(&self.deflated),
        )
    }
}

/// A JavaScript string that says this.
pub(crate) fn text(text: &str) -> String {
    Value::from(text).to_string()
}

/// A source file's text.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("file not read: {}", path.display()))
}

/// The bytes as a raw deflate stream, as small as it gets.
fn deflate(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish().context("wasm not packed")
}

fn content(folder: &Path) -> Result<BTreeMap<String, Value>> {
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir(folder).context("folder not read: content")? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "json") && stem != STRUCTURE {
            let file = serde_json::from_str(&read(&path)?);
            languages.insert(stem, file.with_context(|| format!("content not read: {}", path.display()))?);
        }
    }
    Ok(languages)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn packed_bytes_come_back() {
        let bytes: Vec<u8> = (0..100_000_u32).map(|n| (n.wrapping_mul(n) >> 5) as u8).collect();
        let packed = deflate(&bytes).unwrap();
        let mut unpacked = Vec::new();
        flate2::read::DeflateDecoder::new(packed.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert!(unpacked == bytes);
    }
}

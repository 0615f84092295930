//! What the doors are made of: the WebAssembly module, its glue, the style sheets and the texts.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use b2b_b2c_profile::content::pack_folder;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};

use super::{Files, HAND_OUT, MAIN_LANGUAGE, NAME, Screens, element, paper};
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
    /// The texts that the widget loads: by language, the main one first.
    texts: Vec<(String, String)>,
    /// The style sheet of the first pages.
    pub(crate) first_sheet: String,
    /// That of all others.
    later_sheet: String,
    /// The questions by language, as they stand on paper.
    questions: Value,
    /// The sheet of what is printed.
    printed_sheet: String,
    /// The script that prints and draws, which other scripts load when it is asked for.
    pub(crate) hand_out: String,
}

/// Where a script takes the WebAssembly module and all else from that only a touched widget needs.
#[derive(Clone, Copy)]
pub(crate) enum Bytes {
    /// The files beside it.
    Fetched,
    /// The files beside it, wherever a bundler puts them.
    Bundled,
    /// Its own text.
    Inlined,
}

impl Parts {
    /// Makes them from the sources below `root` and a compiled module.
    pub(crate) fn new(root: &Path, wasm: Wasm) -> Result<Parts> {
        let sheet = |name: &str| styles::bundle(&root.join("styles").join(name));
        let (first_sheet, later_sheet) = (sheet("first-pages.css")?, sheet("later-pages.css")?);
        let folder = root.join("content");
        let (content, packs) = (content(&folder)?, pack_folder(&folder)?);
        let (api, screens) = (Api::read(root)?, Screens::draw(&folder)?);
        styles::later::check(&first_sheet, &later_sheet, screens.classes())?;
        let printed_sheet = printed_sheet(root)?;
        let root = root.to_owned();
        let questions = paper::questions(&content, &instrument(&folder)?);
        let (texts, hand_out) = (packs.texts, String::new());
        let mut parts = Parts {
            root,
            api,
            wasm,
            screens,
            content,
            texts,
            first_sheet,
            later_sheet,
            questions,
            printed_sheet,
            hand_out,
        };
        parts.hand_out = element::hand_out(&parts)?;
        Ok(parts)
    }

    /// The module's file name, which changes with its bytes.
    pub(crate) fn wasm_name(&self) -> String {
        hashed(NAME, &self.wasm.module, "wasm")
    }

    /// The file name of the later pages' style sheet.
    fn styles_name(&self) -> String {
        hashed(NAME, self.later_sheet.as_bytes(), "css")
    }

    /// The file name of the script that prints and draws, which changes with its text.
    pub(crate) fn hand_out_name(&self) -> String {
        hashed(&format!("{NAME}-hand-out"), self.hand_out.as_bytes(), "js")
    }

    /// The files that a script with [`Bytes::Fetched`] loads.
    pub(crate) fn loaded(&self) -> Files {
        let texts = self.texts.iter().map(|(code, pack)| (texts_name(code, pack), pack.clone().into_bytes()));
        let module = (self.wasm_name(), self.wasm.module.clone());
        texts.chain([module, (self.styles_name(), self.later_sheet.clone().into_bytes())]).collect()
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
        let source = match bytes {
            Bytes::Fetched | Bytes::Bundled => "fetched.js",
            Bytes::Inlined => "inlined.js",
        };
        let source = read(&self.root.join("element").join(source))?;
        Ok(Built::from([
            ("built.js", self.built()),
            ("printed.js", self.printed()),
            ("screens.js", self.screens.module()),
            ("source.js", source),
            ("wasm.js", self.wasm(bytes)?),
        ]))
    }

    /// The module `printed.js`: what the script that prints and draws knows of the content.
    pub(crate) fn printed(&self) -> String {
        let words: Vec<_> = self.content.iter().map(|(code, file)| (code, &file["printed"])).collect();
        format!(
            "export const SHEET = {};\nexport const WORDS = {};\nexport const QUESTIONS = {};\n",
            text(&self.printed_sheet),
            json!(words),
            self.questions,
        )
    }

    /// How the script that prints and draws is loaded, and where it lies, if that is known.
    fn hand_out_source(&self, bytes: Bytes) -> String {
        match bytes {
            Bytes::Fetched => format!(
                "url: new URL({}, import.meta.url).href, load: (address) => import(address)",
                text(&format!("./{}", self.hand_out_name()))
            ),
            // In this form of words, bundlers see that it belongs to the script.
            Bytes::Bundled => format!("url: '', load: () => import('./{HAND_OUT}')"),
            Bytes::Inlined => String::new(),
        }
    }

    /// The module `wasm.js`: where module, styles and texts are, and where the script lies, if that is known.
    fn wasm(&self, bytes: Bytes) -> Result<String> {
        let script = match bytes {
            Bytes::Fetched => "import.meta.url",
            // A bundler may write the place of the package on its own machine there.
            Bytes::Bundled => "''",
            Bytes::Inlined => "globalThis.document?.currentScript?.src ?? ''",
        };
        let file = |name: &str, contents: &[u8]| match bytes {
            Bytes::Fetched | Bytes::Bundled => Ok(fetched(name, contents)),
            Bytes::Inlined => inlined(contents),
        };
        let module = file(&self.wasm_name(), &self.wasm.module)?;
        let styles = file(&self.styles_name(), self.later_sheet.as_bytes())?;
        let texts = self.texts.iter().map(|(code, pack)| {
            Ok(format!("[{}, {{ {} }}]", text(code), file(&texts_name(code, pack), pack.as_bytes())?))
        });
        let texts = texts.collect::<Result<Vec<_>>>()?.join(", ");
        Ok(format!(
            "export const WASM = {{ {module}, script: {script} }};\nexport const TEXTS = [{texts}];\n\
             export const STYLES = {{ {styles} }};\nexport const HAND_OUT = {{ {} }};\n",
            self.hand_out_source(bytes),
        ))
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
            text(&self.first_sheet),
            text(VERSION),
            json!(fallback),
            self.api.settings(),
        )
    }
}

/// A file's name with a digest in it, so that it changes with what the file holds.
fn hashed(stem: &str, bytes: &[u8], ending: &str) -> String {
    format!("{stem}-{}.{ending}", &digest::sha256(bytes)[..16])
}

/// The name of a language's file of texts, which changes with them.
///
/// They are text, so that servers compress them.
fn texts_name(code: &str, pack: &str) -> String {
    hashed(&format!("{NAME}-{code}"), pack.as_bytes(), "txt")
}

/// In this form of words, bundlers see that the file belongs to the script.
fn fetched(name: &str, contents: &[u8]) -> String {
    format!(
        "url: new URL({}, import.meta.url).href, integrity: {}, length: {}",
        text(&format!("./{name}")),
        text(&digest::integrity(contents)),
        contents.len(),
    )
}

/// Packed, it takes less than half the room; every supported browser can unpack it.
fn inlined(contents: &[u8]) -> Result<String> {
    Ok(format!("base64: {}", text(&BASE64_STANDARD.encode(deflate(contents)?))))
}

/// The sheet of what is printed. It is a document's own, and has the tokens of the element's.
fn printed_sheet(root: &Path) -> Result<String> {
    let sheet = styles::bundle(&root.join("styles/printed.css"))?;
    Ok(sheet.replace(":host(", ":root:is(").replace(":host", ":root"))
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
    packer.finish().context("file not packed")
}

fn instrument(folder: &Path) -> Result<Value> {
    serde_json::from_str(&read(&folder.join(format!("{STRUCTURE}.json")))?).context("structure not read")
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

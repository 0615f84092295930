//! The parts that the doors are made from: the WebAssembly module, its glue, the style sheets and the texts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use b2b_b2c_profile::content::pack_checked;
use fs_err as fs;
use serde_json::Value;

use super::loaded::Loaded;
use super::{Files, MAIN_LANGUAGE, NAME, Screens, element, paper};
use crate::api::Api;
use crate::styles;
use crate::wasm::Wasm;

/// The widget's version, which is the version of all packages of this project.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

const STRUCTURE: &str = "instrument";

/// The content files by language.
pub(crate) type Content = BTreeMap<String, Value>;

/// Everything that is made once and used by several doors.
pub(crate) struct Parts {
    /// The repository's root.
    pub(crate) root: PathBuf,
    /// The element's interface.
    pub(crate) api: Api,
    /// The module; every runtime is an instance of it.
    pub(super) module: Loaded,
    /// Its glue.
    pub(super) glue: String,
    /// The first pages.
    pub(crate) screens: Screens,
    pub(crate) content: Content,
    /// The texts that the widget loads, by language, the main one first.
    pub(super) texts: Vec<(String, Loaded)>,
    /// The first pages in the languages that the element's script doesn't contain.
    pub(super) first_pages: Vec<(String, Loaded)>,
    /// The style sheet of the first pages.
    pub(crate) first_sheet: String,
    /// The style sheet of all other pages.
    pub(super) later_sheet: Loaded,
    /// The questions by language, as they are printed on paper.
    pub(super) questions: Value,
    /// The scoring key on paper.
    pub(super) key: Value,
    /// The style sheet for print.
    pub(super) printed_sheet: String,
    /// The script that prints and draws, which other scripts load on demand.
    pub(super) export: Loaded,
}

impl Parts {
    /// Makes the parts from the sources below `root` and a compiled module.
    pub(crate) fn new(root: &Path, wasm: Wasm) -> Result<Parts> {
        let sheet = |name: &str| styles::bundle(&root.join("styles").join(name));
        let (first_sheet, later_sheet) = (sheet("first-pages.css")?, sheet("later-pages.css")?);
        let folder = root.join("content");
        let (content, packs) = (content(&folder)?, pack_checked(&folder)?);
        let (api, screens) = (Api::read(root)?, Screens::draw(&folder)?);
        let printed_sheet = printed_sheet(root)?;
        let root = root.to_owned();
        let instrument = instrument(&folder)?;
        let (questions, key) = (paper::questions(&content, &instrument), paper::key(&instrument));
        // Servers compress files with these extensions.
        let of = |code: &str, what: &str, ending: &str, text: String| {
            (code.to_owned(), Loaded::new(&format!("{NAME}-{code}{what}"), ending, text.into_bytes()))
        };
        let texts = packs.texts.into_iter().map(|(code, pack)| of(&code, "", "txt", pack)).collect();
        let first_pages = screens.on_their_own().map(|(code, pages)| of(code, "-first-pages", "json", pages));
        let first_pages = first_pages.collect();
        let mut parts = Parts {
            root,
            api,
            module: Loaded::new(NAME, "wasm", wasm.module),
            glue: wasm.glue,
            screens,
            content,
            texts,
            first_pages,
            first_sheet,
            // Not `.css`: bundlers rewrite style sheets, and the file would no longer match its integrity value.
            later_sheet: Loaded::new(&format!("{NAME}-styles"), "txt", later_sheet.into_bytes()),
            questions,
            key,
            printed_sheet,
            export: Loaded::default(),
        };
        let export = element::export(&parts)?;
        parts.export = Loaded::new(&format!("{NAME}-export"), "js", export.into_bytes());
        Ok(parts)
    }

    /// The files that a script with [`Bytes::Fetched`] loads.
    pub(crate) fn loaded(&self) -> Files {
        let by_language = self.texts.iter().chain(&self.first_pages).map(|(_, file)| file);
        let files = by_language.chain([&self.module, &self.later_sheet]);
        files.map(|file| (file.name.clone(), file.bytes.clone())).collect()
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
}

/// The style sheet for print. It is for a document, but imports the tokens, which are written for the element.
fn printed_sheet(root: &Path) -> Result<String> {
    let sheet = styles::bundle(&root.join("styles/printed.css"))?;
    Ok(sheet.replace(":host(", ":root:is(").replace(":host", ":root"))
}

/// The text as a JavaScript string literal.
pub(crate) fn text(text: &str) -> String {
    Value::from(text).to_string()
}

fn instrument(folder: &Path) -> Result<Value> {
    serde_json::from_str(&fs::read_to_string(folder.join(format!("{STRUCTURE}.json")))?)
        .context("not JSON: content/instrument.json")
}

/// The language files in a folder: all files but the structure.
fn content(folder: &Path) -> Result<Content> {
    let mut languages = Content::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "json") && stem != STRUCTURE {
            let file = serde_json::from_str(&fs::read_to_string(&path)?);
            languages.insert(stem, file.with_context(|| format!("not JSON: {}", path.display()))?);
        }
    }
    Ok(languages)
}

/// The languages' codes, the main one first.
pub(crate) fn codes(content: &Content) -> Vec<&str> {
    let mut codes: Vec<_> = content.keys().map(String::as_str).collect();
    codes.sort_by_key(|code| *code != MAIN_LANGUAGE);
    codes
}

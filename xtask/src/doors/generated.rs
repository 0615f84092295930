//! The modules that stand in no file, since the build writes them; their types lie in `generated/`.

use anyhow::Result;
use serde_json::{Value, json};

use super::EXPORT;
use super::loaded::{Bytes, Loaded};
use super::parts::{Parts, VERSION, read, text};
use crate::bundle::Built;

/// All modules of a script that takes what it loads from there.
pub(super) fn modules(parts: &Parts, bytes: Bytes) -> Result<Built> {
    let mut modules = texts(parts)?;
    modules.extend([
        ("generated/files.js", files(parts, bytes)?),
        ("generated/first-pages.js", first_pages(parts)),
        ("generated/glue.js", glue(parts)),
    ]);
    if let Bytes::Inlined = bytes {
        let inlined = read(&parts.root.join("element/loading/inlined-files.js"))?;
        modules.insert("element/loading/fetched-files.js", inlined);
    }
    Ok(modules)
}

/// Those that name no file: what scripts know of the interface and of the content.
pub(super) fn texts(parts: &Parts) -> Result<Built> {
    Ok(Built::from([
        ("generated/interface.js", interface(parts)),
        ("generated/printed.js", printed(parts)),
        ("generated/texts.js", page_texts(parts)?),
    ]))
}

fn interface(parts: &Parts) -> String {
    let api = &parts.api;
    format!(
        "export const VERSION = {};\nexport const SETTINGS = {};\n\
         export const FRAME_ATTRIBUTES = {};\nexport const EVENTS = {};\n",
        text(VERSION),
        api.settings(),
        json!(api.frame_attributes()),
        json!(api.event_names()),
    )
}

fn page_texts(parts: &Parts) -> Result<String> {
    let titles = json!(parts.page_text("title")?);
    let failures = section(parts, "failure");
    Ok(format!("export const TITLES = {titles};\nexport const FAILURE_TEXTS = {failures};\n"))
}

/// A section of the content, by language.
fn section(parts: &Parts, name: &str) -> Value {
    parts.content.iter().map(|(code, file)| (code.clone(), file[name].clone())).collect()
}

fn printed(parts: &Parts) -> String {
    format!(
        "export const PRINTED_SHEET = {};\nexport const PRINTED_TEXTS = {};\nexport const QUESTIONS = {};\n",
        text(&parts.printed_sheet),
        section(parts, "printed"),
        parts.questions,
    )
}

fn first_pages(parts: &Parts) -> String {
    let sheet = text(&parts.first_sheet);
    format!(
        "export const FIRST_PAGES = {};\nexport const FIRST_SHEET = {sheet};\n",
        parts.screens.in_script()
    )
}

/// Each call of `createRuntime` gives a start function of its own; instances of one compiled module stay apart. It is
/// called with a function that every instance's exports go through.
fn glue(parts: &Parts) -> String {
    format!("export function createRuntime(guard) {{\n{}\nreturn wasm_bindgen;\n}}\n", parts.glue)
}

fn files(parts: &Parts, bytes: Bytes) -> Result<String> {
    let script = match bytes {
        Bytes::Fetched => "import.meta.url",
        // A bundler may write the place of the package on its own machine there.
        Bytes::Bundled => "''",
        Bytes::Inlined => "globalThis.document?.currentScript?.src ?? ''",
    };
    // A script from a `blob:` or `data:` address has nothing beside it.
    let beside = "const beside = (name) => { try { return new URL(name, import.meta.url).href; } \
                  catch { return ''; } };\n";
    let export = match bytes {
        Bytes::Fetched => format!(
            "url: beside({}), load: (address) => import(address)",
            text(&format!("./{}", parts.export_name()))
        ),
        // In this form of words, bundlers see that it belongs to the script.
        Bytes::Bundled => format!("url: '', load: () => import('./{EXPORT}')"),
        Bytes::Inlined => String::new(),
    };
    Ok(format!(
        "{}export const SCRIPT_ADDRESS = {script};\n\
         export const WASM_FILE = {{ {} }};\n\
         export const TEXT_FILES = {};\n\
         export const STYLES_FILE = {{ {} }};\n\
         export const FIRST_PAGE_FILES = {};\n\
         export const EXPORT_SCRIPT = {{ {export} }};\n",
        if let Bytes::Fetched = bytes { beside } else { "" },
        parts.module.source(bytes)?,
        Loaded::by_language(&parts.texts, bytes)?,
        parts.later_sheet.source(bytes)?,
        Loaded::by_language(&parts.first_pages, bytes)?,
    ))
}

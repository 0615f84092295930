//! The modules that have no source file because the build writes them. Their types are in `generated/`.

use anyhow::Result;
use fs_err as fs;
use serde_json::{Value, json};

use super::EXPORT;
use super::loaded::{Bytes, Loaded};
use super::parts::{Parts, VERSION, text};
use crate::bundle::Built;

/// All modules of a script that gets its files from there.
pub(super) fn modules(parts: &Parts, bytes: Bytes) -> Result<Built> {
    let mut modules = texts(parts)?;
    let first_pages = [("FIRST_PAGES", parts.screens.in_script()), ("FIRST_SHEET", json!(parts.first_sheet))];
    // Each call returns a separate start function, so that instances of one compiled module share no state. `guard`
    // wraps the exports of each instance.
    let glue = format!("export function createRuntime(guard) {{\n{}\nreturn wasm_bindgen;\n}}\n", parts.glue);
    modules.extend([
        ("generated/files.js", files(parts, bytes)?),
        ("generated/first-pages.js", constants(first_pages)),
        ("generated/glue.js", glue),
    ]);
    if let Bytes::Inlined = bytes {
        let inlined = fs::read_to_string(parts.root.join("element/loading/inlined-files.js"))?;
        modules.insert("element/loading/fetched-files.js", inlined);
    }
    Ok(modules)
}

/// The modules that contain no file names: the interface and the content as scripts see them.
pub(super) fn texts(parts: &Parts) -> Result<Built> {
    let languages: Value = parts.texts.iter().map(|(code, _)| code.as_str()).collect();
    let section = |name: &str| -> Value {
        parts.content.iter().map(|(code, file)| (code.clone(), file[name].clone())).collect()
    };
    let interface = [
        ("VERSION", json!(VERSION)),
        ("SETTINGS", parts.api.settings()),
        ("FRAME_ATTRIBUTES", parts.api.frame_attributes()),
        ("EVENTS", parts.api.event_names()),
    ];
    let printed = [
        ("PRINTED_SHEET", json!(parts.printed_sheet)),
        ("PRINTED_TEXTS", section("printed")),
        ("QUESTIONS", parts.questions.clone()),
        ("SCORING_KEY", parts.key.clone()),
    ];
    let texts = [
        ("LANGUAGES", languages),
        ("TITLES", json!(parts.page_text("title")?)),
        ("FAILURE_TEXTS", section("failure")),
    ];
    Ok(Built::from([
        ("generated/interface.js", constants(interface)),
        ("generated/printed.js", constants(printed)),
        ("generated/texts.js", constants(texts)),
    ]))
}

fn constants<const N: usize>(values: [(&str, Value); N]) -> String {
    values.map(|(name, value)| format!("export const {name} = {value};\n")).concat()
}

fn files(parts: &Parts, bytes: Bytes) -> Result<String> {
    let (script, export) = match bytes {
        Bytes::Fetched => {
            let name = text(&format!("./{}", parts.export.name));
            ("import.meta.url", format!("url: beside({name}), load: (address) => import(address)"))
        }
        // No `import.meta.url`, which a bundler may replace with a path on its own machine. Bundlers recognize this
        // form of `import` and include the file.
        Bytes::Bundled => ("''", format!("url: '', load: () => import('./{EXPORT}')")),
        Bytes::Inlined => ("globalThis.document?.currentScript?.src ?? ''", String::new()),
    };
    // A script from a `blob:` or `data:` address has no files next to it.
    let beside = "const beside = (name) => { try { return new URL(name, import.meta.url).href; } \
                  catch { return ''; } };\n";
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

//! The WebAssembly module and its JavaScript glue.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use cargo_metadata::Message;
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::process::{self, cargo};

const TARGET: &str = "wasm32-unknown-unknown";

/// The names that Yew gives to its own properties on DOM nodes and events.
const YEW_PROPERTIES: [&str; 3] = ["__yew_listener_id", "__yew_subtree_cache_key", "__yew_subtree_id"];

/// What wasm-bindgen writes, and what the widget needs in its place: calls that never throw into the page, and objects
/// that take over nothing from a page that adds to everyone's prototype.
const SAFEGUARDS: [(&str, &str); 2] = [
    ("wasm = instance.exports;", "wasm = guard(instance.exports);"),
    ("const ret = new Object();", "const ret = { __proto__: null };"),
];

/// What can be compiled for the browser.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Program {
    /// The widget.
    Widget,
    /// The widget as tests need it: it panics while drawing when its page says so.
    PanickingWidget,
    /// The example: another Yew app with the component in it.
    Example,
}

impl Program {
    fn name(self) -> &'static str {
        match self {
            Program::Widget | Program::PanickingWidget => "b2b-b2c-profile",
            Program::Example => "yew_app",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Program::Widget => &["--bin"],
            Program::PanickingWidget => &["--features", "injected-panic", "--bin"],
            Program::Example => &["--example"],
        }
    }
}

/// A module ready for the browser.
pub(crate) struct Wasm {
    /// The module; every runtime is an instance of it.
    pub(crate) module: Vec<u8>,
    /// Statements that leave the runtime's start function in `wasm_bindgen`; run again, they give another runtime.
    pub(crate) glue: String,
}

/// Compiles the program and writes its glue; equal sources give equal bytes, wherever they lie.
pub(crate) fn build(program: Program) -> Result<Wasm> {
    finish(program, &compile(program, &mut cargo(["build"]))?)
}

/// The same from the sources in one folder, with what is compiled on the way kept in another.
pub(crate) fn build_at(sources: &Path, compiled: &Path, program: Program) -> Result<Wasm> {
    let mut build = cargo(["build"]);
    build.current_dir(sources).env("CARGO_TARGET_DIR", compiled);
    finish(program, &compile(program, &mut build)?)
}

fn finish(program: Program, compiled: &Path) -> Result<Wasm> {
    let mut output = bind(compiled, false)?;
    let glue = match program {
        Program::Widget | Program::PanickingWidget => isolate(output.js())?,
        Program::Example => output.js().to_owned(),
    };
    Ok(Wasm { module: output.wasm_mut().emit_wasm(), glue })
}

/// The same module, with the names of its functions at its end.
pub(crate) fn with_names(program: Program) -> Result<Vec<u8>> {
    Ok(bind(&compile(program, &mut cargo(["build"]))?, true)?.wasm_mut().emit_wasm())
}

fn bind(compiled: &Path, has_names: bool) -> Result<Output> {
    let output = Bindgen::new()
        .input_path(compiled)
        .no_modules(true)?
        .typescript(false)
        .demangle(false)
        .remove_name_section(!has_names)
        .remove_producers_section(true)
        .generate_output();
    output.with_context(|| format!("wasm-bindgen failed: {}", compiled.display()))
}

fn compile(program: Program, build: &mut Command) -> Result<PathBuf> {
    let name = program.name();
    let mut child = build
        .args(["--profile", "wasm", "--target", TARGET])
        .args(program.arguments())
        .arg(name)
        .arg("--message-format=json-render-diagnostics")
        .env("CARGO_ENCODED_RUSTFLAGS", path_remapping()?)
        .stdout(Stdio::piped())
        .spawn()
        .context("program not started: cargo")?;
    let stdout = child.stdout.take().context("cargo has no standard output")?;
    let mut built = None;
    for message in Message::parse_stream(std::io::BufReader::new(stdout)) {
        if let Message::CompilerArtifact(artifact) = message.context("cargo's messages are unreadable")?
            && artifact.target.name == name
        {
            built = artifact.filenames.into_iter().find(|file| file.extension() == Some("wasm")).or(built);
        }
    }
    ensure!(child.wait()?.success(), "build failed: {name} for {TARGET}");
    Ok(built.with_context(|| format!("cargo built no wasm file: {name}"))?.into())
}

/// The compiler flags that keep the builder's folders out of the panic messages, in cargo's encoding.
fn path_remapping() -> Result<String> {
    let packages = process::packages()?;
    let folders: BTreeSet<_> = packages
        .iter()
        .filter(|package| package.source.is_some())
        .filter_map(|package| package.manifest_path.parent()?.parent())
        .collect();
    let flags: Vec<_> = folders.iter().map(|folder| format!("--remap-path-prefix={folder}/=")).collect();
    Ok(flags.join("\x1f"))
}

/// Gives each runtime its own symbols for Yew's properties on DOM nodes and events.
///
/// With shared names, two Yew apps of which one stands inside the other take each other's ids for their own, and a
/// click runs unrelated handlers. Fails if a name is missing or any other appears, as after a change in Yew.
fn isolate(glue: &str) -> Result<String> {
    let mut isolated = glue.to_owned();
    for name in YEW_PROPERTIES {
        let (access, own) = (format!(".{name}"), format!("[{name}]"));
        ensure!(isolated.contains(&access), "property of Yew not found: {name} in wasm-bindgen's glue");
        isolated = isolated.replace(&access, &own);
    }
    if let Some(at) = isolated.find(".__yew_") {
        let name: String =
            isolated[at + 1..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        bail!("property of Yew not known: {name} in wasm-bindgen's glue");
    }
    for (found, safe) in SAFEGUARDS {
        ensure!(isolated.contains(found), "place of a safeguard not found: {found} in wasm-bindgen's glue");
        isolated = isolated.replace(found, safe);
    }
    let symbols = YEW_PROPERTIES.map(|name| format!("{name} = Symbol()")).join(", ");
    Ok(format!("const {symbols};\n{isolated}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "a.__yew_listener_id; a.__yew_subtree_cache_key; a.__yew_subtree_id = 1; \
        __wbg___yew_subtree_id; const ret = new Object(); wasm = instance.exports;";

    #[test]
    fn yew_properties_become_symbols_and_imports_keep_their_names() {
        let isolated = isolate(GLUE).unwrap();
        assert!(isolated.contains("a[__yew_subtree_id] = 1"));
        assert!(isolated.contains("__wbg___yew_subtree_id"));
        assert!(isolated.starts_with("const __yew_listener_id = Symbol()"));
    }

    #[test]
    fn a_missing_or_a_new_yew_property_is_an_error() {
        let missing = isolate(&GLUE.replace("a.__yew_listener_id", "")).unwrap_err();
        assert_eq!(
            missing.to_string(),
            "property of Yew not found: __yew_listener_id in wasm-bindgen's glue"
        );
        let new = isolate(&format!("{GLUE}; a.__yew_new")).unwrap_err();
        assert_eq!(new.to_string(), "property of Yew not known: __yew_new in wasm-bindgen's glue");
    }

    #[test]
    fn exports_go_through_the_guard_and_objects_have_no_prototype() {
        let isolated = isolate(GLUE).unwrap();
        assert!(isolated.contains("const ret = { __proto__: null }; wasm = guard(instance.exports);"));
        let missing = isolate(&GLUE.replace("wasm = instance.exports;", "")).unwrap_err();
        let expected = "place of a safeguard not found: wasm = instance.exports; in wasm-bindgen's glue";
        assert_eq!(missing.to_string(), expected);
    }
}

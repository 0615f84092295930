//! The WebAssembly module and its JavaScript glue.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::glue::{self, ShortNames};
use crate::process::{self, cargo};
use crate::setup;

/// The compilation target.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// How readily functions are taken into their callers. Less leaves more calls than code, more repeats code: of all
/// limits from 0 to 110 that were tried, this one gives the fewest bytes (docs/lab-notebook.md).
const INLINING: &str = "-Cllvm-args=--inline-threshold=30";

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
    /// The arguments by which cargo builds it.
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Program::Widget => &["--bin", "b2b-b2c-profile"],
            Program::PanickingWidget => &["--bin", "b2b-b2c-profile", "--features", "injected-panic"],
            Program::Example => &["--example", "yew_app"],
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

/// Compiles the program and writes its glue. The same sources give the same bytes in every folder.
pub(crate) fn build(program: Program) -> Result<Wasm> {
    build_with(&mut cargo(["build"]), program)
}

/// The same from the sources in one folder, with cargo's target directory in another.
pub(crate) fn build_at(sources: &Path, target: &Path, program: Program) -> Result<Wasm> {
    build_with(cargo(["build"]).current_dir(sources).env("CARGO_TARGET_DIR", target), program)
}

fn build_with(build: &mut Command, program: Program) -> Result<Wasm> {
    setup::wasm_target()?;
    let mut flags = path_remapping()?;
    flags.push(INLINING.to_owned());
    build.args(["--profile", "wasm", "--target", TARGET]).args(program.arguments());
    let compiled = process::built(build.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")))?;
    let mut output = bind(&compiled)?;
    let glue = output.js().to_owned();
    let glue = match program {
        Program::Example => glue,
        _ => glue::fit(&glue, &shorten(&mut output))?,
    };
    Ok(Wasm { module: output.wasm_mut().emit_wasm(), glue })
}

/// Gives short names to what passes between module and glue, and takes away what only compilers read.
fn shorten(output: &mut Output) -> ShortNames {
    let module = output.wasm_mut();
    module.customs.remove_raw("target_features");
    let mut names = ShortNames::default();
    for import in module.imports.iter_mut() {
        import.name = names.import(&import.name);
        import.module = names.module(&import.module);
    }
    for export in module.exports.iter_mut() {
        export.name = names.export(&export.name);
    }
    names
}

fn bind(compiled: &Path) -> Result<Output> {
    let output = Bindgen::new()
        .input_path(compiled)
        .no_modules(true)?
        .typescript(false)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output();
    output.with_context(|| format!("wasm-bindgen failed: {}", compiled.display()))
}

/// The compiler flags that keep the builder's folders out of the panic messages.
fn path_remapping() -> Result<Vec<String>> {
    let packages = process::packages()?;
    let folders: BTreeSet<_> = packages
        .iter()
        .filter(|package| package.source.is_some())
        .filter_map(|package| package.manifest_path.parent()?.parent())
        .collect();
    let packages = folders.iter().map(|folder| format!("--remap-path-prefix={folder}/="));
    Ok(packages.chain([standard_library_remapping()?]).collect())
}

/// Where the standard library's sources are installed too, the compiler names them where they lie; elsewhere, by the
/// name that they get here.
fn standard_library_remapping() -> Result<String> {
    let rustc =
        |arguments: &[&str]| process::read(Command::new("rustc").args(arguments).current_dir(crate::root()));
    let (sysroot, version) = (rustc(&["--print", "sysroot"])?, rustc(&["--version", "--verbose"])?);
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let commit = commit.context("rustc names no commit: rustc --version --verbose")?;
    Ok(format!("--remap-path-prefix={}/lib/rustlib/src/rust=/rustc/{commit}", sysroot.trim_end()))
}

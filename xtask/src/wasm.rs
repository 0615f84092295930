//! The WebAssembly module and its JavaScript glue.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::glue::{self, ShortNames, shorten};
use crate::process::{self, cargo};
use crate::setup;

/// The compilation target.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// How large a function may be to be inlined. A lower limit leaves more calls, a higher one duplicates more code. Of
/// all limits from 0 to 110 that were tried, this one gives the fewest bytes (docs/lab-notebook.md).
const INLINING: &str = "-Cllvm-args=--inline-threshold=30";

/// The programs that are compiled for the browser.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Program {
    /// The widget.
    Widget,
    /// The widget for tests: it panics while drawing if its page asks for it.
    PanickingWidget,
    /// The example, a Yew app that contains the widget as a component.
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
    /// Statements that define `wasm_bindgen`, a function that starts a runtime. To get another runtime, run them again.
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
        _ => glue::adapt(&glue, &shorten_names(&mut output))?,
    };
    Ok(Wasm { module: output.wasm_mut().emit_wasm(), glue })
}

/// Gives short names to imports and exports, and removes a section that only compilers read.
fn shorten_names(output: &mut Output) -> ShortNames {
    let module = output.wasm_mut();
    module.customs.remove_raw("target_features");
    let mut names = ShortNames::default();
    for import in module.imports.iter_mut() {
        import.name = shorten(&mut names.imports, &import.name);
        import.module = shorten(&mut names.modules, &import.module);
    }
    for export in module.exports.iter_mut() {
        export.name = shorten(&mut names.exports, &export.name);
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

/// The compiler flags that keep the paths of this machine out of the panic messages.
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

/// If the standard library's sources are installed, the compiler writes their path on this machine; otherwise it writes
/// the path that this flag sets.
fn standard_library_remapping() -> Result<String> {
    let rustc =
        |arguments: &[&str]| process::read(Command::new("rustc").args(arguments).current_dir(crate::root()));
    let (sysroot, version) = (rustc(&["--print", "sysroot"])?, rustc(&["--version", "--verbose"])?);
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let commit = commit.context("no commit hash in the output of: rustc --version --verbose")?;
    Ok(format!("--remap-path-prefix={}/lib/rustlib/src/rust=/rustc/{commit}", sysroot.trim_end()))
}

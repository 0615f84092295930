//! The WebAssembly module and its JavaScript glue.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use cargo_metadata::Message;
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::glue::{self, ShortNames};
use crate::process::{self, cargo};

const TARGET: &str = "wasm32-unknown-unknown";

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
    let mut output = bind(compiled)?;
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

fn compile(program: Program, build: &mut Command) -> Result<PathBuf> {
    let name = program.name();
    let mut flags = path_remapping()?;
    flags.push(INLINING.to_owned());
    let mut child = build
        .args(["--profile", "wasm", "--target", TARGET])
        .args(program.arguments())
        .arg(name)
        .arg("--message-format=json-render-diagnostics")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
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

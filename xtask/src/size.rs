//! Where the bytes of a visit are: the WebAssembly module by package and section, and the files.

mod budget;
mod files;
mod module;
mod origin;

use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::Result;

use crate::wasm::{self, Program};
use crate::{setup, site};
pub(crate) use files::Sizes;
use module::{Module, Part};

/// What the report is for.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Take what a first visit loads now as the budget, in xtask/budget.json
    #[arg(long)]
    accept: bool,
}

/// What is smaller than this is told as one, in bytes.
const SMALL: usize = 600;

/// Prints what the module consists of and what the files measure, or takes their sizes as the budget.
pub(crate) fn report(options: Options) -> Result<()> {
    setup::wasm_target()?;
    let root = crate::root();
    if !options.accept {
        let named = wasm::with_names(Program::Widget)?;
        print!("{}", table(&Module::read(&named)?)?);
    }
    let sizes = Sizes::of(&site::assemble(&root, wasm::build(Program::Widget)?)?)?;
    print!("{}", sizes.table);
    if options.accept { sizes.visit.accept(&root) } else { sizes.visit.check(&root) }
}

/// How many bytes are left after compression with brotli at its best.
fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

/// The parts of a module with their bytes, and with how many bytes fewer it would have after compression without them.
///
/// Parts are like each other, so these are less than the whole together.
fn table(module: &Module) -> Result<String> {
    let whole = compressed(module.bytes())?;
    let mut table = format!("{:<40} {:>9} {:>8} {:>8}\n", "module, bytes", "functions", "raw", "brotli");
    let (large, small): (Vec<_>, Vec<_>) =
        module.origins.iter().chain(&module.sections).partition(|part| part.size() >= SMALL);
    for part in large {
        let brotli = whole.saturating_sub(compressed(&module.without(part))?);
        table += &line(&part.name, part.functions, part.size(), brotli.to_string());
    }
    let sum = |of: fn(&Part) -> usize| small.iter().map(|part| of(part)).sum();
    let name = format!("{} smaller parts", small.len());
    table += &line(&name, sum(|part| part.functions), sum(Part::size), String::new());
    table += &line(
        "all",
        module.origins.iter().map(|part| part.functions).sum(),
        module.bytes().len(),
        whole.to_string(),
    );
    Ok(table)
}

fn line(name: &str, functions: usize, raw: usize, brotli: String) -> String {
    let mut line = String::new();
    let functions = if functions == 0 { String::new() } else { functions.to_string() };
    writeln!(line, "  {name:<38} {functions:>9} {raw:>8} {brotli:>8}").expect("a string takes all");
    line
}

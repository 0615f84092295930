//! Where the bytes of a visit are: the WebAssembly module by package and section, and the files.

mod module;
mod origin;

use std::fmt::Write as _;

use anyhow::Result;

use crate::sizes::compressed;
use crate::wasm::{self, Program};
use crate::{setup, site};
use module::{Module, Part};

/// What is smaller than this is told as one, in bytes.
const SMALL: usize = 600;

/// Builds the site and prints what its module consists of, and its files.
pub(crate) fn report() -> Result<()> {
    setup::wasm_target()?;
    let named = wasm::with_names(Program::Widget)?;
    print!("{}", table(&Module::read(&named)?)?);
    site::build()
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

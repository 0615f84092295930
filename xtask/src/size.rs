//! What a visit weighs.
//!
//! It stays of our own: ready-made budgets weigh files or folders, not the few that a first visit loads, whose names
//! change with each build; and they would bring Node into every build.

mod budget;
mod files;

use std::io::Write as _;

use anyhow::Result;

use crate::site;
use crate::wasm::{self, Program};
pub(crate) use files::Sizes;

/// What the report is for.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Take what a first visit loads now as the budget, in xtask/budget.json
    #[arg(long)]
    accept: bool,
}

/// Prints what the files measure, or takes their sizes as the budget.
pub(crate) fn report(options: Options) -> Result<()> {
    let root = crate::root();
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

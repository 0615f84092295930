//! Checks `content/` and packs it, so that a fault in the content fails the build.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    reason = "the build needs only a part of the shared modules"
)]

use std::path::PathBuf;
use std::process::ExitCode;

/// The library's own model and content modules: one reading of the files, at build time and in the tests.
#[path = "src"]
mod package {
    pub mod assessment;
    pub mod content {
        mod check;
        mod instrument_file;
        mod labels;
        mod packed;
        mod source;
        mod table;
        mod texts;

        pub use check::ContentErrors;
        pub use labels::Label;
        pub use packed::Questionnaire;
        pub use source::pack_folder;
        pub use table::{PerPole, Table, Text};
        pub use texts::Texts;
    }
}
use package::{assessment, content};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_BUNDLED").is_none() {
        return ExitCode::SUCCESS;
    }
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("content");
    let packed = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("questionnaire.bin");
    let bytes = match content::pack_folder(&folder) {
        Ok(bytes) => bytes,
        Err(errors) => {
            for fault in errors.faults() {
                println!("cargo::error=content/{fault}");
            }
            return ExitCode::FAILURE;
        }
    };
    match std::fs::write(&packed, bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={}: {error}", packed.display());
            ExitCode::FAILURE
        }
    }
}

//! Checks and packs `content/`, so that faulty content fails the build; joins `styles/` for the component.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    reason = "the build needs only a part of the shared modules"
)]

use std::path::PathBuf;
use std::process::ExitCode;

/// The library's own model and content modules, so the build and the tests read the files the same way.
#[path = "src"]
mod package {
    pub mod assessment;
    pub mod content {
        mod check;
        mod instrument_file;
        mod labels;
        mod questionnaire;
        mod reader;
        mod source;
        mod structure;
        mod table;
        mod texts;
        mod writer;

        pub use check::ContentErrors;
        pub use labels::Label;
        pub use questionnaire::{PackError, Questionnaire};
        pub use source::pack_folder;
        pub use structure::{Language, Structure};
        pub use table::{PerPole, Table, Text};
        pub use texts::Texts;
    }
}
use package::{assessment, content};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    let is_on = |feature: &str| std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    let written = if is_on("BUNDLED") { pack_content() } else { Ok(()) };
    match written.and_then(|()| if is_on("WEB") { join_styles() } else { Ok(()) }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn pack_content() -> Result<(), Vec<String>> {
    println!("cargo::rerun-if-changed=content");
    let packs = content::pack_folder(&root().join("content"));
    let faults = |errors: content::ContentErrors| {
        errors.faults().iter().map(|fault| format!("content/{fault}")).collect::<Vec<_>>()
    };
    let packs = packs.map_err(faults)?;
    let texts: Vec<String> = packs.texts.into_iter().map(|(_, pack)| pack).collect();
    write("structure.txt", packs.structure.as_bytes())?;
    write("texts.txt", texts.join("\0").as_bytes())
}

/// The style sheet that an embed loads first, and the one that follows.
const SHEETS: [&str; 2] = ["styles/first-pages.css", "styles/later-pages.css"];

/// Joins both style sheets and inlines their imports, which constructed style sheets ignore.
fn join_styles() -> Result<(), Vec<String>> {
    println!("cargo::rerun-if-changed=styles");
    let mut sheet = String::new();
    for entry in SHEETS {
        for line in read(entry)?.lines() {
            let import = line.strip_prefix("@import \"").and_then(|rest| rest.split_once("\" layer("));
            match import.and_then(|(file, rest)| Some((file, rest.strip_suffix(");")?))) {
                Some((file, layer)) => {
                    let rules = read(&format!("styles/{file}"))?;
                    sheet += &format!("@layer {layer} {{\n{rules}}}\n");
                }
                None if line.contains("@import") => {
                    return Err(vec![format!(
                        "{entry}: import not of the form \"file\" layer(name): {line}"
                    )]);
                }
                None => sheet += &format!("{line}\n"),
            }
        }
    }
    write("styles.css", sheet.as_bytes())
}

fn root() -> PathBuf {
    PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default())
}

fn read(file: &str) -> Result<String, Vec<String>> {
    std::fs::read_to_string(root().join(file)).map_err(|error| vec![format!("{file}: {error}")])
}

fn write(file: &str, bytes: &[u8]) -> Result<(), Vec<String>> {
    let path = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join(file);
    std::fs::write(&path, bytes).map_err(|error| vec![format!("{}: {error}", path.display())])
}

//! What the browser tests need in addition to the site, in folders below `target/fixtures`.

mod further_language;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::doors::Files;
use crate::wasm::{self, Program};
use crate::{folder, serve, site};

const PAGE: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A Yew app</title>
    <link rel="icon" href="data:,">
    <script type="module" src="yew_app.js"></script>
  </head>
  <body></body>
</html>
"#;

/// Builds the widget for tests, and the example.
pub(crate) fn build() -> Result<()> {
    folder::write(&place("panicking"), &panicking()?)?;
    folder::write(&place("example"), &example()?)
}

/// Builds the example and serves it until the process is stopped.
pub(crate) fn serve_example() -> Result<()> {
    folder::write(&place("example"), &example()?)?;
    serve::serve_folder(&place("example"))
}

fn place(name: &str) -> PathBuf {
    crate::root().join("target/fixtures").join(name)
}

/// A complete site whose widget panics if its page asks for it, and which has a further language. One compilation
/// serves both purposes, because no test is disturbed by the other one.
fn panicking() -> Result<Files> {
    let copy = place("sources");
    folder::write(&copy, &with_further_language(&crate::root())?)?;
    // In the usual target directory, so that dependencies are compiled once. Cargo treats the copy as the same package
    // as the original. That does no harm, because nothing else is compiled with this feature.
    let wasm = wasm::build_at(&copy, &crate::root().join("target"), Program::PanickingWidget)?;
    site::assemble(&copy, wasm)
}

/// The sources of the repository at `root` with the texts of one more language.
fn with_further_language(root: &Path) -> Result<Files> {
    let mut sources = folder::sources(root)?;
    let english = sources.get("content/en.json").context("file missing: content/en.json")?;
    let file = further_language::file(english)?;
    sources.insert(format!("content/{}.json", further_language::CODE), file.into_bytes());
    Ok(sources)
}

/// The example as a site: a page, the app's script, its module.
fn example() -> Result<Files> {
    let app = wasm::build(Program::Example)?;
    let script = format!(
        "{}\nawait wasm_bindgen({{ module_or_path: new URL('yew_app.wasm', import.meta.url) }});\n",
        app.glue
    );
    Ok(Files::from([
        ("index.html".to_owned(), PAGE.into()),
        ("yew_app.js".to_owned(), script.into_bytes()),
        ("yew_app.wasm".to_owned(), app.module),
    ]))
}

//! What the browser tests need besides the site, in folders below `target/fixtures`.

use std::path::PathBuf;

use anyhow::Result;

use crate::doors::{self, Files, Parts};
use crate::wasm::{self, Program};
use crate::{folder, serve, setup};

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

/// Builds the widget that panics when its page says so, and the example.
pub(crate) fn build() -> Result<()> {
    setup::wasm_target()?;
    let panicking = Parts::new(&crate::root(), wasm::build(Program::PanickingWidget)?)?;
    folder::write(&folder("panicking"), &doors::element_files(&panicking)?)?;
    folder::write(&folder("example"), &example()?)
}

/// Builds the example and serves it until it is stopped.
pub(crate) fn serve_example() -> Result<()> {
    setup::wasm_target()?;
    folder::write(&folder("example"), &example()?)?;
    serve::serve_folder(&folder("example"))
}

fn folder(name: &str) -> PathBuf {
    crate::root().join("target/fixtures").join(name)
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

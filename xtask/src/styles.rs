//! The style sheets: imports inlined, minified.

use std::path::Path;

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Features, Targets};

/// The sheet that starts at this file, in one line of text; what the supported browsers know is left as written.
pub(crate) fn bundle(entry: &Path) -> Result<String> {
    let failed = |error: String| anyhow!("style sheet not built: {error}");
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| failed(error.to_string()))?;
    let minify = MinifyOptions { targets: targets(), ..MinifyOptions::default() };
    sheet.minify(minify).map_err(|error| failed(error.to_string()))?;
    let print = PrinterOptions { minify: true, targets: targets(), ..PrinterOptions::default() };
    Ok(sheet.to_css(print).map_err(|error| failed(error.to_string()))?.code)
}

/// Browsers that know cascade layers, container queries and `light-dark()`.
///
/// `light-dark()` is never rewritten: its substitute needs custom properties that a host page could disturb.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    let browsers = Browsers {
        chrome: version(120, 0),
        edge: version(120, 0),
        firefox: version(128, 0),
        safari: version(17, 5),
        ios_saf: version(17, 5),
        ..Browsers::default()
    };
    Targets { browsers: Some(browsers), exclude: Features::LightDark, ..Targets::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_inlined_and_modern_css_stays() {
        let folder = std::env::temp_dir().join(format!("xtask-styles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let entry = folder.join("entry.css");
        std::fs::write(&entry, "@layer a, b;\n@import './part.css' layer(b);").unwrap();
        let part =
            ":host { color: light-dark(#000, #fff) }\n@container (width > 30rem) { p { inset-inline: 0 } }";
        std::fs::write(folder.join("part.css"), part).unwrap();
        let css = bundle(&entry);
        std::fs::remove_dir_all(&folder).unwrap();
        let expected = "@layer a;@layer b{:host{color:light-dark(#000,#fff)}\
            @container (width>30rem){p{inset-inline:0}}}";
        assert_eq!(css.unwrap(), expected);
    }
}

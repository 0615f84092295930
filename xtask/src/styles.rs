//! Style sheets, with their imports inlined, and minified.

use std::path::Path;

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Features, Targets};

/// The style sheet that starts at this file, in one line. Features that the supported browsers have stay as they are.
pub(crate) fn bundle(entry: &Path) -> Result<String> {
    let failed = |error: String| anyhow!("style sheet not built: {error}");
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| failed(error.to_string()))?;
    let minify = MinifyOptions { targets: targets(), ..MinifyOptions::default() };
    sheet.minify(minify).map_err(|error| failed(error.to_string()))?;
    let print = PrinterOptions { minify: true, targets: targets(), ..PrinterOptions::default() };
    Ok(with_plain_colours(sheet.to_css(print).map_err(|error| failed(error.to_string()))?.code))
}

/// Adds a fallback for browsers without `light-dark()`: the light colours, and the dark ones if the theme is set to
/// dark. These browsers can't tell whether the host page is dark.
fn with_plain_colours(mut sheet: String) -> String {
    let (host, dark_host) = match sheet.contains(":host{") {
        true => (":host", ":host([theme=dark])"),
        false => (":root", ":root[data-theme=dark]"),
    };
    let (mut light, mut dark) = (String::new(), String::new());
    for (before, after) in
        sheet.match_indices(":light-dark(").map(|(at, found)| (&sheet[..at], &sheet[at + found.len()..]))
    {
        let name = before.rsplit(['{', ';']).next().unwrap_or_default();
        let colours = after.split_once(')').and_then(|(colours, _)| colours.split_once(','));
        if let (true, Some((first, second))) = (name.starts_with("--"), colours) {
            light += &format!("{name}:{first};");
            dark += &format!("{name}:{second};");
        }
    }
    if !light.is_empty() {
        sheet +=
            &format!("@supports not (color:light-dark(red,red)){{{host}{{{light}}}{dark_host}{{{dark}}}}}");
    }
    sheet
}

/// The browsers with cascade layers, container queries and constructed style sheets. They ignore other features that
/// they don't have, which does no harm.
///
/// `light-dark()` is never compiled away here: that would need custom properties, which a host page could overwrite.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    let browsers = Browsers {
        chrome: version(111, 0),
        edge: version(111, 0),
        firefox: version(110, 0),
        safari: version(16, 4),
        ios_saf: version(16, 4),
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

    #[test]
    fn pairs_of_colours_have_a_substitute() {
        let sheet =
            ":host{--a:light-dark(#fff,#000);--b:1px;--c:light-dark(#123,#456)}p{color:light-dark(red,blue)}";
        let expected = "@supports not (color:light-dark(red,red)){:host{--a:#fff;--c:#123;}\
            :host([theme=dark]){--a:#000;--c:#456;}}";
        assert_eq!(with_plain_colours(sheet.to_owned()).strip_prefix(sheet), Some(expected));
        assert_eq!(with_plain_colours(":root{--a:#fff}".to_owned()), ":root{--a:#fff}");
    }
}

//! The landing page: one template, one page per language.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::doors::MAIN_LANGUAGE;
use crate::template::{Fault, Values, escape, fill};

const TEMPLATE: &str = "index.html";
const INSTRUMENT: &str = "instrument";
/// Names that stand for no text: the page's language, and the way to the site's root.
const RESERVED: [&str; 2] = ["lang", "root"];

/// A language's texts by key.
type Texts = BTreeMap<String, String>;

/// The page in every language by its path in the site: the main language's at the root, the others' in a folder each.
pub(crate) fn pages(root: &Path) -> Result<BTreeMap<String, String>> {
    let template =
        fs::read_to_string(root.join(TEMPLATE)).with_context(|| format!("file not read: {TEMPLATE}"))?;
    let mut pages = BTreeMap::new();
    let mut faults = Vec::new();
    for (language, texts) in section(root, "landing")? {
        let (path, prefix) = match language.as_str() {
            MAIN_LANGUAGE => (TEMPLATE.to_owned(), ""),
            _ => (format!("{language}/{TEMPLATE}"), "../"),
        };
        match render(&template, &language, prefix, &texts) {
            Ok(page) => drop(pages.insert(path, page)),
            Err(found) => faults.extend(found),
        }
    }
    if !faults.is_empty() {
        bail!("landing page not built:\n{}", faults.join("\n"));
    }
    Ok(pages)
}

/// A section of texts from every language's file, the main language's first.
pub(crate) fn section(root: &Path, section: &str) -> Result<Vec<(String, Texts)>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(root.join("content")).context("folder not read: content")? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "json") && stem != INSTRUMENT {
            let texts = texts(&path, section)
                .with_context(|| format!("texts not read: {section} in content/{stem}.json"))?;
            languages.push((stem, texts));
        }
    }
    languages.sort_by_key(|(language, _)| (language != MAIN_LANGUAGE, language.clone()));
    Ok(languages)
}

fn texts(path: &Path, section: &str) -> Result<Texts> {
    let mut content: Value = serde_json::from_slice(&fs::read(path)?)?;
    let texts = content.get_mut(section).map(Value::take).context("section missing")?;
    serde_json::from_value(texts).context("not a flat map of texts")
}

/// Fills every `{{key}}` with its text, escaped for HTML.
///
/// `{{lang}}` is the language, `{{root}}` the way to the site's root. The error lists each placeholder without a text
/// and each text without a placeholder, by file and key.
fn render(template: &str, language: &str, root: &str, texts: &Texts) -> Result<String, Vec<String>> {
    let mut values: Values = texts.iter().map(|(key, text)| (key.as_str(), escape(text))).collect();
    let reserved = RESERVED.iter().filter(|name| texts.contains_key(**name));
    let faults: Vec<String> =
        reserved.map(|name| format!("content/{language}.json: name is reserved: {name}")).collect();
    for (name, value) in RESERVED.into_iter().zip([language, root]) {
        // Not every page needs them.
        if template.contains(&format!("{{{{{name}}}}}")) {
            values.insert(name, value.to_owned());
        }
    }
    let filled = fill(template, &values).map_err(|found| {
        found.into_iter().map(|fault| match fault {
            Fault::NotClosed(rest) => format!("{TEMPLATE}: placeholder not closed: {rest}"),
            Fault::Missing(key) => format!("content/{language}.json: text missing: {key}"),
            Fault::Unused(key) => format!("content/{language}.json: text not used by {TEMPLATE}: {key}"),
        })
    });
    match (filled, faults.is_empty()) {
        (Ok(page), true) => Ok(page),
        (found, _) => Err(faults.into_iter().chain(found.err().into_iter().flatten()).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, texts: &[(&str, &str)], expected: Result<&str, &[&str]>) {
        let texts = texts.iter().map(|(key, text)| (key.to_string(), text.to_string())).collect();
        let rendered = render(template, "en", "../", &texts);
        let expected =
            expected.map(str::to_owned).map_err(|faults| faults.iter().map(|f| f.to_string()).collect());
        assert_eq!(rendered, expected);
    }

    #[test]
    fn texts_are_filled_in_and_escaped() {
        check(
            "<p title=\"{{ t }}\">{{t}}",
            &[("t", "a<\"b\"&c")],
            Ok("<p title=\"a&lt;&quot;b&quot;&amp;c\">a&lt;&quot;b&quot;&amp;c"),
        );
    }

    #[test]
    fn language_and_root_need_no_text() {
        check("{{lang}} {{root}}page.css", &[], Ok("en ../page.css"));
        check("{{lang}}", &[("lang", "x")], Err(&["content/en.json: name is reserved: lang"]));
    }

    #[test]
    fn every_missing_and_every_unused_text_is_listed() {
        let missing = "content/en.json: text missing: a";
        let unused = "content/en.json: text not used by index.html: b";
        check("{{a}} {{c}}", &[("b", ""), ("c", "")], Err(&[missing, unused]));
    }

    #[test]
    fn an_open_placeholder_is_an_error() {
        check("{{a", &[], Err(&["index.html: placeholder not closed: a"]));
    }
}

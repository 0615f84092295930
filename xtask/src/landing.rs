//! The landing page's files with texts: one template of each, one file per language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::doors::MAIN_LANGUAGE;
use crate::template::{Fault, Values, escape, fill};

/// The templates by their name in the site: in its root for the main language, in a folder each for the others.
const TEMPLATES: [(&str, &str); 3] = [
    ("index.html", "index.html"),
    ("builder.html", "site/builder.html"),
    ("manifest.webmanifest", "site/manifest.webmanifest"),
];
const INSTRUMENT: &str = "instrument";
/// Names that stand for no text: the page's language, and the way to the site's root.
const RESERVED: [&str; 2] = ["lang", "root"];

/// What else is put into a page as it is, by name.
pub(crate) type Made = BTreeMap<&'static str, String>;

/// A language's texts by key.
type Texts = BTreeMap<String, String>;

/// A file of the repository, with `{{key}}` where a text belongs.
struct Template {
    file: &'static str,
    text: String,
}

/// The files in every language by their path in the site; `made` gives what is put into them as it is.
pub(crate) fn pages(root: &Path, made: impl Fn(&str) -> Result<Made>) -> Result<BTreeMap<String, String>> {
    let mut templates = BTreeMap::new();
    for (name, file) in TEMPLATES {
        let text = fs::read_to_string(root.join(file)).with_context(|| format!("file not read: {file}"))?;
        templates.insert(name, Template { file, text });
    }
    let mut pages = BTreeMap::new();
    let mut faults = Vec::new();
    for (language, texts) in languages(&root.join("content"))? {
        let (folder, prefix) = match language.as_str() {
            MAIN_LANGUAGE => (String::new(), ""),
            _ => (format!("{language}/"), "../"),
        };
        let made = made(&language)?;
        for (name, template) in &templates {
            match template.render(&language, prefix, &texts, &made) {
                Ok(page) => drop(pages.insert(format!("{folder}{name}"), page)),
                Err(found) => faults.extend(found),
            }
        }
        let used: BTreeSet<&str> = templates.values().flat_map(Template::names).collect();
        let unused = texts.keys().filter(|key| !used.contains(key.as_str()));
        faults.extend(unused.map(|key| format!("content/{language}.json: text not used by any page: {key}")));
    }
    if !faults.is_empty() {
        bail!("landing page not built:\n{}", faults.join("\n"));
    }
    Ok(pages)
}

fn languages(content: &Path) -> Result<BTreeMap<String, Texts>> {
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir(content).context("folder not read: content")? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "json") && stem != INSTRUMENT {
            let file = format!("content/{stem}.json");
            let texts = texts(&path).with_context(|| format!("landing texts not read: {file}"))?;
            languages.insert(stem, texts);
        }
    }
    Ok(languages)
}

fn texts(path: &Path) -> Result<Texts> {
    let mut content: Value = serde_json::from_slice(&fs::read(path)?)?;
    let landing = content.get_mut("landing").map(Value::take).context("section missing: landing")?;
    serde_json::from_value(landing).context("not a flat map of texts: landing")
}

impl Template {
    /// The names of its placeholders.
    fn names(&self) -> impl Iterator<Item = &str> {
        let places = self.text.split("{{").skip(1);
        places.filter_map(|place| place.split_once("}}")).map(|(name, _)| name.trim())
    }

    /// Fills every `{{key}}` with its text, escaped for the kind of file.
    ///
    /// `{{lang}}` is the language, `{{root}}` the way to the site's root. The error lists each placeholder without a
    /// text, by file and key.
    fn render(&self, language: &str, root: &str, texts: &Texts, made: &Made) -> Result<String, Vec<String>> {
        let escape = if self.file.ends_with(".html") { escape } else { escape_json };
        let mut values = Values::new();
        for name in self.names() {
            match (name, texts.get(name)) {
                ("lang", None) => drop(values.insert(name, language.to_owned())),
                ("root", None) => drop(values.insert(name, root.to_owned())),
                (_, Some(text)) => drop(values.insert(name, escape(text))),
                (_, None) => drop(made.get(name).map(|made| values.insert(name, made.clone()))),
            }
        }
        let reserved = RESERVED.iter().filter(|name| texts.contains_key(**name));
        let faults: Vec<String> =
            reserved.map(|name| format!("content/{language}.json: name is reserved: {name}")).collect();
        let filled = fill(&self.text, &values).map_err(|found| {
            found.into_iter().map(|fault| match fault {
                Fault::NotClosed(rest) => format!("{}: placeholder not closed: {rest}", self.file),
                Fault::Missing(key) => format!("content/{language}.json: text missing: {key}"),
                Fault::Unused(key) => {
                    format!("content/{language}.json: text not used by {}: {key}", self.file)
                }
            })
        });
        match (filled, faults.is_empty()) {
            (Ok(page), true) => Ok(page),
            (found, _) => Err(faults.into_iter().chain(found.err().into_iter().flatten()).collect()),
        }
    }
}

/// What stands between the quotation marks of a JSON string.
fn escape_json(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &'static str, text: &str, texts: &[(&str, &str)], expected: Result<&str, &[&str]>) {
        let texts = texts.iter().map(|(key, text)| (key.to_string(), text.to_string())).collect();
        let rendered = Template { file, text: text.to_owned() }.render("en", "../", &texts, &Made::new());
        let expected =
            expected.map(str::to_owned).map_err(|faults| faults.iter().map(|f| f.to_string()).collect());
        assert_eq!(rendered, expected);
    }

    #[test]
    fn texts_are_filled_in_and_escaped() {
        check(
            "index.html",
            "<p title=\"{{ t }}\">{{t}}",
            &[("t", "a<\"b\"&c"), ("elsewhere", "")],
            Ok("<p title=\"a&lt;&quot;b&quot;&amp;c\">a&lt;&quot;b&quot;&amp;c"),
        );
        check("a.webmanifest", "\"{{t}}\"", &[("t", "a<\"b\"")], Ok("\"a<\\\"b\\\"\""));
    }

    #[test]
    fn language_and_root_need_no_text() {
        check("index.html", "{{lang}} {{root}}page.css", &[], Ok("en ../page.css"));
        check("index.html", "{{lang}}", &[("lang", "x")], Err(&["content/en.json: name is reserved: lang"]));
    }

    #[test]
    fn every_missing_text_is_listed() {
        let missing = ["content/en.json: text missing: a", "content/en.json: text missing: b"];
        check("index.html", "{{a}} {{c}} {{b}}", &[("c", "")], Err(&missing));
    }

    #[test]
    fn an_open_placeholder_is_an_error() {
        check("index.html", "{{a", &[], Err(&["index.html: placeholder not closed: a"]));
    }
}

//! The landing page's files with texts. Each has one template, and one file per language.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use fs_err as fs;
use minijinja::context;
use minijinja::value::Value;

use crate::doors::{Content, MAIN_LANGUAGE, codes};
use crate::template::{Texts, Values, fill};

/// The templates by file name. The main language has its files in the root of the site, each other one in a folder.
const TEMPLATES: [(&str, &str); 3] = [
    ("index.html", "index.html"),
    ("builder.html", "site/builder.html"),
    ("manifest.webmanifest", "site/manifest.webmanifest"),
];

/// The files in every language by their path in the site. `made` returns further values for `index.html`.
pub(crate) fn pages<'a>(
    root: &Path,
    content: &Content,
    made: impl Fn(&str) -> Result<Values<'a>>,
) -> Result<BTreeMap<String, String>> {
    let mut pages = BTreeMap::new();
    let mut faults = Vec::new();
    let languages = languages(content);
    for (language, file) in content {
        let texts = serde_json::from_value(file["landing"].clone());
        let texts = Texts::new(
            texts.with_context(|| format!("not a map of texts: landing in content/{language}.json"))?,
        );
        let before = faults.len();
        for (name, template) in TEMPLATES {
            let mut values = Values::from([
                ("lang", language.as_str().into()),
                ("root", if language == MAIN_LANGUAGE { "" } else { "../" }.into()),
                ("t", Value::from_dyn_object(Arc::clone(&texts))),
            ]);
            if name.ends_with(".html") {
                values.insert("languages", languages.clone());
            }
            if name == "index.html" {
                values.extend(made(language)?);
            }
            match fill(template, &fs::read_to_string(root.join(template))?, &values) {
                Ok(page) => drop(pages.insert(path(language, name), page)),
                Err(error) => faults.push(format!("{error:#}")),
            }
        }
        // If a page has a fault, it is unknown which texts it would have used.
        if faults.len() == before {
            faults
                .extend(texts.faults().into_iter().map(|fault| format!("content/{language}.json: {fault}")));
        }
    }
    if !faults.is_empty() {
        bail!("landing page not built:\n{}", faults.join("\n"));
    }
    Ok(pages)
}

/// The code of every language, its own name for itself, and the path of its landing page.
fn languages(content: &Content) -> Value {
    let language = |code| {
        context! { code, name => content[code]["name"].as_str(), path => path(code, "index.html") }
    };
    codes(content).into_iter().map(language).collect::<Vec<_>>().into()
}

fn path(language: &str, name: &str) -> String {
    if language == MAIN_LANGUAGE { name.to_owned() } else { format!("{language}/{name}") }
}

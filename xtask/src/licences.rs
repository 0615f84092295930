//! The list of third-party packages in the widget, with their licences.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use cargo_metadata::Package;
use fs_err as fs;
use spdx::{Expression, LicenseId, ParseMode};

use crate::folder;
use crate::process::{self, cargo, read};

const FILE: &str = "THIRD-PARTY.md";
const LICENCE_FILES: [&str; 5] = ["COPYING", "LICENCE", "LICENSE", "NOTICE", "UNLICENSE"];

/// Writes the list to the repository's root. With `check`, writes nothing, but fails if it is out of date.
pub(crate) fn update(check: bool) -> Result<()> {
    folder::update(FILE, &list()?, check, "licences")
}

fn list() -> Result<String> {
    let packages = linked()?;
    let mut texts: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    let mut without = Vec::new();
    for package in &packages {
        let mut found = licence_texts(package)?;
        if found.is_empty() {
            found = canonical_texts(package.license.as_deref().unwrap_or_default());
        }
        if found.is_empty() {
            without.push(format!("{} {}", package.name, package.version));
        }
        for text in found {
            // The same licence often has other line breaks.
            let key = text.split_whitespace().collect::<Vec<_>>().join(" ");
            texts.entry(key).or_insert((text, BTreeSet::new())).1.insert(package.name.to_string());
        }
    }
    ensure!(without.is_empty(), "no licence text for: {}", without.join(", "));
    Ok(page(&packages, texts.into_values().collect()))
}

/// The standard texts of the licences in an expression, for a package without a licence file. None if the expression is
/// invalid or a text is unknown.
///
/// If Apache 2.0 is enough, only that: unlike others, its text is complete without the name of a copyright holder.
fn canonical_texts(expression: &str) -> Vec<String> {
    let Ok(expression) = Expression::parse_mode(expression, ParseMode::LAX) else { return Vec::new() };
    let apache = spdx::license_id("Apache-2.0");
    let is_enough = expression.evaluate(|one| one.license.id() == apache);
    let needed = expression.requirements().map(|one| one.req.license.id());
    let needed: Option<Vec<_>> = needed.filter(|id| !is_enough || *id == apache).collect();
    let text = |id: LicenseId| id.text().trim_matches('\n').to_owned();
    needed.into_iter().flatten().map(text).collect()
}

/// The packages in the WebAssembly module, by name and version, without macros, build and test dependencies.
fn linked() -> Result<Vec<Package>> {
    let edges = ["--edges", "normal,no-proc-macro", "--target", "wasm32-unknown-unknown"];
    let tree = read(cargo(["tree", "--prefix", "none", "--format", "{p}"]).args(edges))?;
    let linked: BTreeSet<_> = tree.lines().filter_map(name_and_version).collect();
    let mut packages = process::packages()?;
    let is_linked = |p: &Package| linked.contains(&(p.name.as_str(), p.version.to_string().as_str()));
    packages.retain(|package| package.source.is_some() && is_linked(package));
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(packages)
}

/// The name and version in a line such as `yew v0.23.0 (*)`.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split(' ');
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

fn licence_texts(package: &Package) -> Result<Vec<String>> {
    let folder = package.manifest_path.parent().context("a manifest has no folder")?;
    let mut files: Vec<_> = folder.read_dir_utf8()?.collect::<Result<_, _>>()?;
    files.retain(|file| {
        let name = file.file_name().to_uppercase();
        LICENCE_FILES.iter().any(|start| name.starts_with(start)) && file.path().is_file()
    });
    files.sort_by(|a, b| a.file_name().cmp(b.file_name()));
    let text = |path: &cargo_metadata::camino::Utf8Path| {
        let text = fs::read_to_string(path)?;
        Ok(text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned())
    };
    files.iter().map(|file| text(file.path())).collect()
}

fn page(packages: &[Package], mut texts: Vec<(String, BTreeSet<String>)>) -> String {
    let mut page = String::from(
        "# Third-party licences\n\n\
         The WebAssembly module holds parts of these packages, and of Rust's standard library\n\
         (MIT OR Apache-2.0, <https://github.com/rust-lang/rust>). `cargo xtask licences` writes this list. A package that\n\
         brings no text has that of its licence.\n\n\
         | package | version | licence |\n|---|---|---|\n",
    );
    for Package { name, version, license, repository, .. } in packages {
        let name = match repository {
            Some(address) => format!("[{name}]({address})"),
            None => name.to_string(),
        };
        let licence = license.as_deref().unwrap_or("in its text below");
        page += &format!("| {name} | {version} | {licence} |\n");
    }
    texts.sort_by(|(_, a), (_, b)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    for (text, names) in texts {
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        page += &format!("\n## Text for {names}\n\n```text\n{text}\n```\n");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_without_a_text_has_that_of_its_licence_or_is_a_fault() {
        let texts = canonical_texts("MIT OR Apache-2.0");
        assert!(texts.len() == 1 && texts[0].contains("Apache License"), "{texts:?}");
        assert_eq!(canonical_texts("MIT/Apache-2.0"), texts);
        assert_eq!(canonical_texts("(MIT OR Apache-2.0) AND Unicode-3.0").len(), 3);
        assert!(canonical_texts("MIT")[0].contains("Permission is hereby granted"));
        for unknown in ["", "LicenseRef-own", "MIT AND LicenseRef-own", "a licence"] {
            assert!(canonical_texts(unknown).is_empty(), "{unknown}");
        }
    }

    #[test]
    fn every_package_that_is_shipped_has_a_text() {
        let written = list().unwrap();
        let texts = written.split("\n## Text for ").skip(1).filter_map(|text| text.lines().next());
        let named: BTreeSet<&str> = texts.flat_map(|names| names.split(", ")).collect();
        for package in linked().unwrap() {
            assert!(named.contains(package.name.as_str()), "{}", package.name);
        }
    }

    #[test]
    fn lines_of_the_tree_give_name_and_version() {
        assert_eq!(name_and_version("yew v0.23.0 (*)"), Some(("yew", "0.23.0")));
        assert_eq!(name_and_version("yew v0.23.0"), Some(("yew", "0.23.0")));
        assert_eq!(name_and_version(""), None);
    }
}

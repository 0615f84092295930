//! The element's public interface: one table, and everything that is made from it.

mod manifest;
mod readme;
mod schemas;
mod types;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::doors;
pub(crate) use manifest::Modules;

const FILE: &str = "api/element.json";
const README: &str = "README.md";

/// The table in `api/element.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Api {
    tag: String,
    class: String,
    summary: String,
    attributes: Vec<Attribute>,
    properties: Vec<Property>,
    methods: Vec<Method>,
    events: Vec<Event>,
    slots: Vec<Named>,
    parts: Vec<Named>,
    #[serde(rename = "customProperties")]
    custom_properties: Vec<Tokens>,
    /// The forms of the events' details: JSON Schema.
    #[serde(rename = "$defs")]
    definitions: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Attribute {
    name: String,
    property: String,
    #[serde(rename = "type")]
    kind: AttributeType,
    /// Whether every HTML element has the property already.
    #[serde(default)]
    native: bool,
    /// What may stand in a text, in words.
    values: Option<String>,
    default: String,
    description: String,
    /// Whether the frame takes it from its own address.
    frame: bool,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum AttributeType {
    /// `string`, `boolean` or `colour`, which is `#rgb` or `#rrggbb`.
    Simple(String),
    /// One of these words.
    Words(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Property {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    description: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Method {
    name: String,
    parameters: Vec<Parameter>,
    returns: String,
    description: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameter {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    optional: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    name: String,
    description: String,
    detail: Value,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
    description: String,
}

/// Custom properties that are explained together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tokens {
    names: Vec<String>,
    description: String,
}

impl Api {
    /// Reads the table of the project at `root`; the names in braces stand for the languages of its content.
    pub(crate) fn read(root: &Path) -> Result<Api> {
        let content = doors::content(&root.join("content"))?;
        let languages: Vec<_> = doors::codes(&content).iter().map(|code| format!("`{code}`")).collect();
        let text = doors::read(&root.join(FILE))?
            .replace("{languages}", &languages.join(", "))
            .replace("{language}", &format!("`{}`", doors::MAIN_LANGUAGE));
        serde_json::from_str(&text).with_context(|| format!("not as expected: {FILE}"))
    }

    /// The attributes that the frame takes from its address.
    pub(crate) fn frame_attributes(&self) -> Vec<&str> {
        self.attributes.iter().filter(|one| one.frame).map(|one| one.name.as_str()).collect()
    }

    /// The element's own attributes as its script reads them: pairs of a name and what it may hold, which is a list of
    /// words, the first of which is the default, or `string`, `boolean` or `colour`.
    pub(crate) fn settings(&self) -> Value {
        let own = self.attributes.iter().filter(|one| !one.native);
        own.map(|one| match &one.kind {
            AttributeType::Words(words) => json!([one.name, words]),
            AttributeType::Simple(kind) => json!([one.name, kind]),
        })
        .collect()
    }

    /// The names of all events.
    pub(crate) fn event_names(&self) -> Vec<&str> {
        self.events.iter().map(|event| event.name.as_str()).collect()
    }

    /// The manifest that editors and documentation tools read.
    pub(crate) fn manifest(&self, modules: Modules) -> String {
        manifest::manifest(self, modules)
    }

    /// The TypeScript declarations.
    pub(crate) fn types(&self) -> Result<String> {
        types::types(self)
    }

    /// A JSON Schema for each event's detail, by file name.
    pub(crate) fn schemas(&self) -> Result<BTreeMap<String, String>> {
        schemas::schemas(self)
    }

    /// A page with the tables between its markers brought up to date.
    pub(crate) fn fill_tables(&self, page: &str) -> Result<String> {
        readme::fill(self, page)
    }
}

/// Writes the tables of the README.
pub(crate) fn write() -> Result<()> {
    let root = crate::root();
    let filled = Api::read(&root)?.fill_tables(&page(&root)?)?;
    fs::write(root.join(README), filled).with_context(|| format!("file not written: {README}"))
}

/// Fails if the README's tables say something else than the table.
pub(crate) fn check() -> Result<()> {
    let root = crate::root();
    let api = Api::read(&root)?;
    let written = page(&root)?;
    ensure!(api.fill_tables(&written)? == written, "out of date, run `cargo xtask api`: {README}");
    Ok(())
}

fn page(root: &Path) -> Result<String> {
    fs::read_to_string(root.join(README)).with_context(|| format!("file not read: {README}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn project() -> Api {
        Api::read(&crate::root()).unwrap()
    }

    #[test]
    fn the_table_is_as_expected_and_names_nothing_twice() {
        let api = project();
        let names = [
            api.attributes.iter().map(|one| &one.name).collect::<Vec<_>>(),
            api.attributes
                .iter()
                .map(|one| &one.property)
                .chain(api.properties.iter().map(|one| &one.name))
                .collect(),
            api.events.iter().map(|one| &one.name).collect(),
            api.parts.iter().map(|one| &one.name).collect(),
            api.custom_properties.iter().flat_map(|one| &one.names).collect(),
        ];
        for mut names in names {
            let all = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), all, "{names:?}");
        }
    }

    #[test]
    fn a_property_is_its_attribute_in_camel_case() {
        for Attribute { name, property, .. } in &project().attributes {
            let mut words = name.split('-');
            let first = words.next().unwrap().to_owned();
            let camel = words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..]);
            assert_eq!(property, &camel);
        }
    }

    #[test]
    fn the_readme_shows_the_table() {
        let page = page(&crate::root()).unwrap();
        assert!(project().fill_tables(&page).unwrap() == page, "run `cargo xtask api`");
    }
}

//! The element's public interface: one table, and everything that is made from it.

#[cfg(test)]
mod details;
mod schemas;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use minijinja::value::{Serde, Value as Filled};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::template::{Values, fill};

const FILE: &str = "api/element.json";
const REFERENCE: &str = "docs/reference.md";
const REFERENCE_HEAD: &str =
    "# The element\n\nMade from [api/element.json](../api/element.json) by `cargo xtask api`.\n\n";

/// The table in `api/element.json`.
#[derive(Debug, Deserialize, Serialize)]
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

#[derive(Debug, Deserialize, Serialize)]
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

#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged)]
enum AttributeType {
    /// `string`, `boolean` or `colour`, which is `#rgb` or `#rrggbb`.
    Simple(String),
    /// One of these words.
    Words(Vec<String>),
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Property {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    description: String,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Method {
    name: String,
    parameters: Vec<Parameter>,
    returns: String,
    description: String,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Parameter {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    optional: bool,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Event {
    name: String,
    description: String,
    detail: Value,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
    description: String,
}

/// Custom properties that are explained together.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Tokens {
    names: Vec<String>,
    description: String,
}

impl Api {
    /// Reads the table of the project at `root`.
    pub(crate) fn read(root: &Path) -> Result<Api> {
        serde_json::from_str(&fs::read_to_string(root.join(FILE))?)
            .with_context(|| format!("not as expected: {FILE}"))
    }

    /// The attributes that the frame takes from its address.
    pub(crate) fn frame_attributes(&self) -> Vec<&str> {
        self.attributes.iter().filter(|one| one.frame).map(|one| one.name.as_str()).collect()
    }

    /// The element's own attributes as its script reads them: pairs of a name and what it may hold, which is a list of
    /// words, the first of which is the default, or `string`, `boolean` or `colour`.
    pub(crate) fn settings(&self) -> Value {
        let own = self.attributes.iter().filter(|one| !one.native);
        own.map(|one| json!([one.name, one.kind])).collect()
    }

    /// The names of all events.
    pub(crate) fn event_names(&self) -> Vec<&str> {
        self.events.iter().map(|event| event.name.as_str()).collect()
    }

    /// The manifest that editors and documentation tools read; it names the script with the class alone, and the one
    /// that defines the element too.
    pub(crate) fn manifest(&self, class: &str, define: &str) -> Result<String> {
        let modules = [("class", class.into()), ("define", define.into())];
        let text =
            self.fill("custom-elements.json", include_str!("../../api/custom-elements.json"), modules)?;
        let manifest: Value = serde_json::from_str(&text).context("manifest is no JSON")?;
        Ok(format!("{manifest:#}\n"))
    }

    /// The TypeScript declarations.
    pub(crate) fn types(&self) -> Result<String> {
        self.fill("types.d.ts", include_str!("../../api/types.d.ts"), [])
    }

    /// A JSON Schema for each event's detail, by file name.
    pub(crate) fn schemas(&self) -> Result<BTreeMap<String, String>> {
        schemas::schemas(self)
    }

    /// Everything in words and tables, as Markdown.
    pub(crate) fn reference(&self) -> Result<String> {
        self.fill("reference.md", include_str!("../../api/reference.md"), [])
    }

    fn fill<const N: usize>(&self, file: &str, text: &str, more: [(&str, Filled); N]) -> Result<String> {
        let mut values = Values::from(more);
        values.insert("api", Serde(self).into());
        fill(&format!("api/{file}"), text, &values)
    }
}

/// Writes the reference.
pub(crate) fn write() -> Result<()> {
    let root = crate::root();
    Ok(fs::write(root.join(REFERENCE), page(&root)?)?)
}

/// Fails if the reference says something else than the table.
pub(crate) fn check() -> Result<()> {
    let root = crate::root();
    let written = fs::read_to_string(root.join(REFERENCE))?;
    ensure!(page(&root)? == written, "out of date, run `cargo xtask api`: {REFERENCE}");
    Ok(())
}

fn page(root: &Path) -> Result<String> {
    Ok(REFERENCE_HEAD.to_owned() + &Api::read(root)?.reference()?)
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
    fn the_reference_shows_the_table() {
        check().unwrap();
    }

    #[test]
    fn what_may_be_left_out_has_a_mark_and_lines_stay_whole() {
        let page = project().reference().unwrap();
        for line in [
            "| `step` | Another page is shown. | `page`, `id`, `number`, `of`, `run` |",
            "| `form` | `HTMLFormElement \\| null` | The form that the element belongs to. |",
        ] {
            assert!(page.lines().any(|written| written == line), "{line} is not in\n{page}");
        }
        assert!(page.contains("`results`, `code?`, ") && page.contains("| `result(options?)` | "), "{page}");
    }

    #[test]
    fn the_manifest_has_all_that_the_table_has() {
        let api = project();
        let manifest: Value = serde_json::from_str(&api.manifest("a.js", "b.js").unwrap()).unwrap();
        let class = &manifest["modules"][0]["declarations"][0];
        let count = |field: &str| class[field].as_array().unwrap().len();
        assert_eq!(class["tagName"], "b2b-b2c-profile");
        assert_eq!(count("attributes"), api.attributes.len());
        assert_eq!(count("events"), api.events.len());
        // `lang` belongs to every element.
        assert_eq!(count("members"), api.attributes.len() - 1 + api.properties.len() + api.methods.len());
        assert_eq!(manifest["modules"][1]["exports"][0]["declaration"]["module"], "a.js");
        assert_eq!(class["attributes"][1]["default"], "'auto'");
    }

    #[test]
    fn the_class_its_events_and_its_details_are_typed() {
        let types = project().types().unwrap();
        for line in [
            "export class B2bB2cProfile extends HTMLElement {",
            "  theme: 'auto' | 'light' | 'dark';",
            "  readonly value: string;",
            "  result(options?: { answers?: boolean }): B2bB2cProfileResult | null;",
            "  step: CustomEvent<B2bB2cProfileStep>;",
            "export type B2bB2cProfileComplete = B2bB2cProfileResult;",
            "  readonly range: readonly [B2bB2cProfilePoints, B2bB2cProfilePoints];",
            "  readonly code?: string;",
            "  readonly pole: 'b2b' | 'b2c' | null;",
            "  readonly answers?: { readonly [id: string]: B2bB2cProfileAnswer };",
            "    'b2b-b2c-profile': B2bB2cProfile;",
        ] {
            assert!(types.lines().any(|written| written == line), "{line} is not in\n{types}");
        }
    }

    #[test]
    fn a_form_without_a_type_is_an_error() {
        let mut api = project();
        api.definitions.insert("odd".to_owned(), serde_json::json!({ "not": {} }));
        assert!(format!("{:?}", api.types()).contains("undefined"));
    }
}

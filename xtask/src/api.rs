//! The element's public interface: one table, and everything that is generated from it.

#[cfg(test)]
mod details;
mod schemas;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;
use minijinja::value::{Serde, Value as Filled};
use serde_json::{Value, json};

use crate::folder;
use crate::template::{Values, fill};

const FILE: &str = "api/element.json";
const REFERENCE: &str = "docs/reference.md";
const REFERENCE_HEAD: &str =
    "# The element\n\nMade from [api/element.json](../api/element.json) by `cargo xtask api`.\n\n";

/// The table in `api/element.json`. A test validates it against `api/schema.json`.
pub(crate) struct Api(Value);

impl Api {
    /// Reads the table of the project at `root`.
    pub(crate) fn read(root: &Path) -> Result<Api> {
        let table = serde_json::from_slice(&fs::read(root.join(FILE))?);
        Ok(Api(table.with_context(|| format!("not JSON: {FILE}"))?))
    }

    fn entries(&self, list: &str) -> impl Iterator<Item = &Value> {
        self.0[list].as_array().into_iter().flatten()
    }

    /// The names of the attributes that the frame reads from its address.
    pub(crate) fn frame_attributes(&self) -> Value {
        self.entries("attributes").filter(|one| one["frame"] == true).map(|one| one["name"].clone()).collect()
    }

    /// The element's own attributes as its script reads them: pairs of a name and its valid values, which are a list of
    /// words, the first of which is the default, or `string`, `boolean` or `colour`.
    pub(crate) fn settings(&self) -> Value {
        let own = self.entries("attributes").filter(|one| one["native"] != true);
        own.map(|one| json!([one["name"], one["type"]])).collect()
    }

    /// The names of all events.
    pub(crate) fn event_names(&self) -> Value {
        self.entries("events").map(|event| event["name"].clone()).collect()
    }

    /// The manifest for editors and documentation tools. `class` is the script that only exports the class, `define`
    /// the one that also defines the element.
    pub(crate) fn manifest(&self, class: &str, define: &str) -> Result<String> {
        let modules = [("class", class.into()), ("define", define.into())];
        let text =
            self.fill("custom-elements.json", include_str!("../../api/custom-elements.json"), modules)?;
        let manifest: Value = serde_json::from_str(&text).context("not JSON: api/custom-elements.json")?;
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

    /// The reference, in Markdown.
    pub(crate) fn reference(&self) -> Result<String> {
        self.fill("reference.md", include_str!("../../api/reference.md"), [])
    }

    fn fill<const N: usize>(&self, file: &str, text: &str, more: [(&str, Filled); N]) -> Result<String> {
        let mut values = Values::from(more);
        values.insert("api", Serde(&self.0).into());
        fill(&format!("api/{file}"), text, &values)
    }
}

/// Writes the reference. With `check`, writes nothing, but fails if it differs from the table.
pub(crate) fn update(check: bool) -> Result<()> {
    let reference = Api::read(&crate::root())?.reference()?;
    folder::update(REFERENCE, &format!("{REFERENCE_HEAD}{reference}"), check, "api")
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn project() -> Api {
        Api::read(&crate::root()).unwrap()
    }

    fn names(api: &Api, list: &str, key: &str) -> Vec<String> {
        api.entries(list).map(|one| one[key].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn the_table_keeps_to_its_schema() {
        let schema = serde_json::from_str(include_str!("../../api/schema.json")).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let faults = |table: &Value| -> Vec<String> {
            validator.iter_errors(table).map(|error| format!("{}: {error}", error.instance_path())).collect()
        };
        let mut table = project().0;
        assert_eq!(faults(&table), Vec::<String>::new());
        table["attributes"][0]["natvie"] = json!(true);
        table["events"][0]["name"] = json!(1);
        assert_eq!(faults(&table).len(), 2);
    }

    #[test]
    fn the_table_names_nothing_twice() {
        let api = project();
        let tokens = api.entries("customProperties").flat_map(|one| one["names"].as_array().unwrap());
        let lists = [
            names(&api, "attributes", "name"),
            [names(&api, "attributes", "property"), names(&api, "properties", "name")].concat(),
            names(&api, "events", "name"),
            names(&api, "parts", "name"),
            tokens.map(ToString::to_string).collect(),
        ];
        for mut names in lists {
            let all = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), all, "{names:?}");
        }
    }

    #[test]
    fn a_property_is_its_attribute_in_camel_case() {
        let api = project();
        let attributes = names(&api, "attributes", "name");
        for (name, property) in attributes.iter().zip(names(&api, "attributes", "property")) {
            let mut words = name.split('-');
            let first = words.next().unwrap().to_owned();
            let camel = words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..]);
            assert_eq!(property, camel);
        }
    }

    #[test]
    fn the_reference_shows_the_table() {
        update(true).unwrap();
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
        let [attributes, events, properties, methods] =
            ["attributes", "events", "properties", "methods"].map(|list| api.entries(list).count());
        assert_eq!((count("attributes"), count("events")), (attributes, events));
        // `lang` belongs to every element.
        assert_eq!(count("members"), attributes - 1 + properties + methods);
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
        api.0["$defs"]["odd"] = json!({ "not": {} });
        assert!(format!("{:?}", api.types()).contains("undefined"));
    }
}

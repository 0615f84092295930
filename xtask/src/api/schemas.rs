//! `schemas/*.json`: each event's detail as a JSON Schema that stands alone.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::Api;

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
const DEFINITIONS: &str = "#/$defs/";

/// The schemas by file name.
pub(super) fn schemas(api: &Api) -> Result<BTreeMap<String, String>> {
    let schema = |event: &super::Event| {
        let mut needed = BTreeSet::new();
        collect(api, &event.detail, &mut needed)
            .with_context(|| format!("no schema for the event: {}", event.name))?;
        let definitions: Map<_, _> =
            needed.iter().map(|name| (name.clone(), api.definitions[name].clone())).collect();
        let mut schema = json!({
            "$schema": DIALECT,
            "title": format!("{}: detail of the event “{}”", api.tag, event.name),
            "description": event.description,
        });
        schema["$ref"] = event.detail["$ref"].clone();
        schema["$defs"] = definitions.into();
        Ok((format!("{}.json", event.name), format!("{schema:#}\n")))
    };
    api.events.iter().map(schema).collect()
}

/// Adds the names of all definitions that a form refers to, directly or not.
fn collect(api: &Api, form: &Value, needed: &mut BTreeSet<String>) -> Result<()> {
    match form {
        Value::Object(fields) => {
            if let Some(path) = fields.get("$ref").and_then(Value::as_str) {
                let name = name_of(path)?;
                let definition =
                    api.definitions.get(name).with_context(|| format!("definition missing: {name}"))?;
                if needed.insert(name.to_owned()) {
                    collect(api, definition, needed)?;
                }
            }
            fields.values().try_for_each(|value| collect(api, value, needed))
        }
        Value::Array(items) => items.iter().try_for_each(|value| collect(api, value, needed)),
        _ => Ok(()),
    }
}

/// The definition's name in a reference.
pub(super) fn name_of(path: &str) -> Result<&str> {
    path.strip_prefix(DEFINITIONS).with_context(|| format!("reference leads out of the table: {path}"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::project;
    use super::*;

    #[test]
    fn a_schema_holds_what_it_refers_to_and_no_more() {
        let schemas = schemas(&project()).unwrap();
        let names = |event: &str| {
            let schema: Value = serde_json::from_str(&schemas[&format!("{event}.json")]).unwrap();
            assert_eq!(schema["$schema"], DIALECT);
            schema["$defs"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(names("start"), ["start", "version"]);
        assert_eq!(
            names("complete"),
            ["answer", "complete", "dimension", "points", "profile", "result", "run", "slug", "version"]
        );
        assert_eq!(schemas.len(), project().events.len());
    }

    #[test]
    fn every_definition_is_used_and_every_object_is_closed() {
        let api = project();
        let mut used = BTreeSet::from(["restored".to_owned()]);
        api.events.iter().for_each(|event| collect(&api, &event.detail, &mut used).unwrap());
        assert_eq!(used.iter().collect::<Vec<_>>(), api.definitions.keys().collect::<Vec<_>>());
        for (name, form) in &api.definitions {
            if form["type"] == "object" {
                assert_eq!(form["additionalProperties"], false, "{name}");
            }
        }
    }
}

//! `schemas/*.json`: a self-contained JSON Schema for the detail of each event.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Api;

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schemas by file name.
pub(super) fn schemas(api: &Api) -> Result<BTreeMap<String, String>> {
    let schema = |event: &Value| {
        let name = event["name"].as_str().context("an event has no name")?;
        let definitions =
            needed(api, &event["detail"]).with_context(|| format!("no schema for the event: {name}"))?;
        let schema = json!({
            "$schema": DIALECT,
            "title": format!("{}: detail of the event “{name}”", api.0["tag"].as_str().unwrap_or_default()),
            "description": event["description"],
            "$ref": event["detail"]["$ref"],
            "$defs": definitions,
        });
        Ok((format!("{name}.json"), format!("{schema:#}\n")))
    };
    api.entries("events").map(schema).collect()
}

/// All definitions that a form refers to, directly or not.
fn needed<'a>(api: &'a Api, form: &'a Value) -> Result<BTreeMap<&'a str, &'a Value>> {
    let (mut needed, mut waiting) = (BTreeMap::new(), vec![form]);
    while let Some(form) = waiting.pop() {
        if let Some(path) = form["$ref"].as_str() {
            let name = path.trim_start_matches("#/$defs/");
            let definition =
                api.0["$defs"].get(name).with_context(|| format!("definition missing: {path}"))?;
            if needed.insert(name, definition).is_none() {
                waiting.push(definition);
            }
        }
        waiting.extend(form.as_array().into_iter().flatten());
        waiting.extend(form.as_object().into_iter().flat_map(|fields| fields.values()));
    }
    Ok(needed)
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
        assert_eq!(schemas.len(), project().entries("events").count());
    }

    #[test]
    fn every_definition_is_used_and_every_object_is_closed() {
        let api = project();
        let details =
            api.entries("events").flat_map(|event| needed(&api, &event["detail"]).unwrap().into_keys());
        let mut used: Vec<_> = details.chain(["restored"]).collect();
        used.sort_unstable();
        used.dedup();
        let definitions = api.0["$defs"].as_object().unwrap();
        let mut defined: Vec<_> = definitions.keys().collect();
        defined.sort();
        assert_eq!(used, defined);
        for (name, form) in definitions {
            if form["type"] == "object" {
                assert_eq!(form["additionalProperties"], false, "{name}");
            }
        }
    }
}

//! `schemas/*.json`: each event's detail as a JSON Schema that stands alone.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Api;

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schemas by file name.
pub(super) fn schemas(api: &Api) -> Result<BTreeMap<String, String>> {
    let schema = |event: &super::Event| {
        let definitions =
            needed(api, &event.detail).with_context(|| format!("no schema for the event: {}", event.name))?;
        let schema = json!({
            "$schema": DIALECT,
            "title": format!("{}: detail of the event “{}”", api.tag, event.name),
            "description": event.description,
            "$ref": event.detail["$ref"],
            "$defs": definitions,
        });
        Ok((format!("{}.json", event.name), format!("{schema:#}\n")))
    };
    api.events.iter().map(schema).collect()
}

/// All definitions that a form refers to, directly or not.
fn needed<'a>(api: &'a Api, form: &'a Value) -> Result<BTreeMap<&'a str, &'a Value>> {
    let (mut needed, mut waiting) = (BTreeMap::new(), vec![form]);
    while let Some(form) = waiting.pop() {
        if let Some(path) = form["$ref"].as_str() {
            let name = path.strip_prefix("#/$defs/").unwrap_or(path);
            let found = api.definitions.get_key_value(name);
            let (name, definition) = found.with_context(|| format!("definition missing: {path}"))?;
            if needed.insert(name.as_str(), definition).is_none() {
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
        assert_eq!(schemas.len(), project().events.len());
    }

    #[test]
    fn every_definition_is_used_and_every_object_is_closed() {
        let api = project();
        let details = api.events.iter().flat_map(|event| needed(&api, &event.detail).unwrap().into_keys());
        let mut used: Vec<_> = details.chain(["restored"]).collect();
        used.sort_unstable();
        used.dedup();
        assert_eq!(used, api.definitions.keys().collect::<Vec<_>>());
        for (name, form) in &api.definitions {
            if form["type"] == "object" {
                assert_eq!(form["additionalProperties"], false, "{name}");
            }
        }
    }
}

//! `custom-elements.json`: the interface in the form that editors and documentation tools read.

use serde_json::{Value, json};

use super::{Api, Attribute, AttributeType, Method};
use crate::api::types::detail_type;

/// The version of the form, see <https://github.com/webcomponents/custom-elements-manifest>.
const SCHEMA_VERSION: &str = "2.1.0";

/// The scripts of the place where a manifest stands.
#[derive(Clone, Copy)]
pub(crate) struct Modules {
    /// The class alone.
    pub(crate) class: &'static str,
    /// Class and definition.
    pub(crate) define: &'static str,
}

pub(super) fn manifest(api: &Api, modules: Modules) -> String {
    let declaration = json!({ "name": api.class, "module": modules.class });
    let export = json!({ "kind": "js", "name": api.class, "declaration": declaration });
    let manifest = json!({
        "schemaVersion": SCHEMA_VERSION,
        "modules": [
            {
                "kind": "javascript-module",
                "path": modules.class,
                "declarations": [class(api)],
                "exports": [export],
            },
            {
                "kind": "javascript-module",
                "path": modules.define,
                "declarations": [],
                "exports": [
                    { "kind": "custom-element-definition", "name": api.tag, "declaration": declaration },
                    export,
                ],
            },
        ],
    });
    format!("{manifest:#}\n")
}

fn class(api: &Api) -> Value {
    let fields = api.attributes.iter().filter(|one| !one.native).map(reflected);
    let properties = api.properties.iter().map(|one| {
        json!({
            "kind": "field", "name": one.name, "type": text(&one.kind), "readonly": true,
            "description": one.description,
        })
    });
    let events = api.events.iter().map(|event| {
        let kind = format!("CustomEvent<{}>", detail_type(api, event));
        json!({ "name": event.name, "type": text(&kind), "description": event.description })
    });
    let tokens = api.custom_properties.iter().flat_map(|tokens| {
        tokens.names.iter().map(|name| json!({ "name": name, "description": tokens.description }))
    });
    let named = |one: &super::Named| json!({ "name": one.name, "description": one.description });
    json!({
        "kind": "class",
        "customElement": true,
        "name": api.class,
        "tagName": api.tag,
        "description": api.summary,
        "superclass": { "name": "HTMLElement" },
        "attributes": api.attributes.iter().map(attribute).collect::<Vec<_>>(),
        "members": fields.chain(properties).chain(api.methods.iter().map(method)).collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": api.slots.iter().map(named).collect::<Vec<_>>(),
        "cssParts": api.parts.iter().map(named).collect::<Vec<_>>(),
        "cssProperties": tokens.collect::<Vec<_>>(),
    })
}

fn attribute(one: &Attribute) -> Value {
    let mut value = json!({
        "name": one.name, "type": text(&one.kind.typescript()), "description": one.description,
        "fieldName": one.property,
    });
    if let Some(default) = one.default_value() {
        value["default"] = default.into();
    }
    value
}

fn reflected(one: &Attribute) -> Value {
    json!({
        "kind": "field", "name": one.property, "type": text(&one.kind.typescript()),
        "description": one.description, "attribute": one.name, "reflects": true,
    })
}

fn method(one: &Method) -> Value {
    let parameters = one.parameters.iter().map(|parameter| {
        json!({ "name": parameter.name, "type": text(&parameter.kind), "optional": parameter.optional })
    });
    json!({
        "kind": "method", "name": one.name, "parameters": parameters.collect::<Vec<_>>(),
        "return": { "type": text(&one.returns) }, "description": one.description,
    })
}

fn text(kind: &str) -> Value {
    json!({ "text": kind })
}

impl AttributeType {
    /// The type in TypeScript.
    pub(super) fn typescript(&self) -> String {
        match self {
            AttributeType::Simple(kind) if kind == "colour" => "string".to_owned(),
            AttributeType::Simple(kind) => kind.clone(),
            AttributeType::Words(words) => {
                words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" | ")
            }
        }
    }
}

impl Attribute {
    /// The default as it would be written in TypeScript, where it is a fixed value.
    fn default_value(&self) -> Option<String> {
        match &self.kind {
            AttributeType::Words(_) => Some(format!("'{}'", self.default)),
            AttributeType::Simple(kind) => (kind == "boolean").then(|| "false".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::project;
    use super::*;

    #[test]
    fn the_manifest_has_all_that_the_table_has() {
        let api = project();
        let manifest = api.manifest(Modules { class: "a.js", define: "b.js" });
        let manifest: Value = serde_json::from_str(&manifest).unwrap();
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
}

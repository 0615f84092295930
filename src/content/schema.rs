//! JSON Schemas of the content files, derived from the types that read them, for the check and for editors.

use super::check::article_points;
use super::instrument_file::InstrumentFile;
use super::{Label, Text, Texts};
use crate::assessment::Kind;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// The maximum length of a language code, a language name or a box of a scale, in characters.
const WORD: usize = 30;
/// The maximum length of a phrase of the interface, in characters.
const PHRASE: usize = 150;
/// The maximum length of other texts without their own limit, such as points of the article, in characters.
const SENTENCE: usize = 160;
/// The maximum length of a text on the landing page or on paper, in characters.
const PARAGRAPH: usize = 400;

/// The schema of `instrument.json`.
pub(crate) fn of_instrument() -> Value {
    generated::<InstrumentFile>()
}

/// The schema of a language file: a text for everything in the instrument, and no others.
pub(crate) fn of_language(instrument: &InstrumentFile) -> Value {
    let schema = &mut generated::<Texts>();
    let inferred = instrument.dimensions.iter().filter(|dimension| dimension.inferred.is_some());
    entries(schema, "interface", Label::ALL.map(Label::as_str), PHRASE);
    entries(schema, "dimensions", instrument.dimensions.iter().map(|one| one.id.as_str()), SENTENCE);
    entries(schema, "items", instrument.items.iter().map(|one| one.id.as_str()), SENTENCE);
    entries(schema, "foundations", instrument.foundations.iter().map(|one| one.id.as_str()), SENTENCE);
    entries(schema, "profiles", instrument.profiles.iter().map(|slug| slug.as_str()), SENTENCE);
    entries(schema, "tactics", instrument.tactics.iter().map(|one| one.id.as_str()), SENTENCE);
    entries(schema, "advice", instrument.advice.iter().map(|one| one.id.as_str()), SENTENCE);
    entries(schema, "inferences", inferred.map(|one| one.id.as_str()), SENTENCE);
    entries(schema, "sources", article_points(), SENTENCE);
    // Shared media have a variant for each pole; all other tactics have one first step.
    for tactic in instrument.tactics.iter().filter(|one| Kind::from_slug(&one.kind) == Some(Kind::Media)) {
        schema["properties"]["tactics"]["properties"][&*tactic.id] = reference("media");
    }
    schema["$defs"]["media"] = schema["$defs"]["tactics"].clone();
    narrow(&mut schema["$defs"]["media"], "variants", &["start", "condition"]);
    narrow(&mut schema["$defs"]["tactics"], "start", &["variants"]);
    let texts = &mut schema["properties"];
    texts["language"]["maxLength"] = json!(WORD);
    texts["name"] = text(WORD);
    texts["lead"]["properties"]["group"]["allOf"] = json!([placeholder("group")]);
    texts["scale"] = list([Some("first"), Some("first"), None, Some("second"), Some("second")], WORD);
    texts["foundationScale"] = list([None; 5], 16);
    for (name, most) in [("failure", SENTENCE), ("landing", PARAGRAPH), ("printed", PARAGRAPH)] {
        texts[name] = json!({ "type": "object", "additionalProperties": text(most) });
    }
    let all = required(texts);
    texts["$schema"] = json!({ "type": "string", "description": "Where editors find this schema." });
    schema["required"] = all;
    schema["additionalProperties"] = json!(false);
    schema.take()
}

/// Requires one more text, and removes others.
fn narrow(texts: &mut Value, wanted: &str, unwanted: &[&str]) {
    texts["required"].as_array_mut().into_iter().for_each(|required| required.push(json!(wanted)));
    let properties = texts["properties"].as_object_mut();
    properties
        .into_iter()
        .for_each(|properties| properties.retain(|name, _| !unwanted.contains(&name.as_str())));
}

fn generated<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = Value::from(settings.into_generator().into_root_schema_for::<T>());
    spread(&mut schema, None);
    schema
}

/// Moves the maximum length of a group to each text that has none of its own, and turns nullable types into
/// plain ones.
fn spread(schema: &mut Value, most: Option<Value>) {
    let Value::Object(keywords) = schema else { return };
    if let Some(Value::Array(types)) = keywords.get("type") {
        keywords.insert("type".to_owned(), types[0].clone());
    }
    if let Some(Value::Array(choices)) = keywords.remove("anyOf") {
        keywords.extend(
            choices.into_iter().next().and_then(|first| first.as_object().cloned()).unwrap_or_default(),
        );
    }
    keywords.remove("default");
    let most = keywords.get("maxLength").cloned().or(most);
    if keywords.get("type") == Some(&json!("string")) {
        keywords.extend(most.map(|most| ("maxLength".to_owned(), most)));
    } else {
        keywords.remove("maxLength");
        keywords.values_mut().for_each(|value| spread(value, most.clone()));
    }
}

/// Defines the entries of a table, one per id; `most` is the maximum length of texts without their own.
fn entries<T: Into<String>>(schema: &mut Value, name: &str, ids: impl IntoIterator<Item = T>, most: usize) {
    let table = &mut schema["properties"][name];
    let mut entry = table["additionalProperties"].take();
    spread(&mut entry, Some(json!(most)));
    let entries: Map<String, Value> = ids.into_iter().map(|id| (id.into(), reference(name))).collect();
    table["properties"] = entries.into();
    table["required"] = required(&table["properties"]);
    table["additionalProperties"] = json!(false);
    schema["$defs"][name] = entry;
}

/// The names of all properties, for `required`; sorted, since the order of object keys is up to the parser.
fn required(properties: &Value) -> Value {
    let mut names: Vec<&String> = properties.as_object().into_iter().flat_map(Map::keys).collect();
    names.sort_unstable();
    json!(names)
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// The boxes of a scale, some with a required placeholder.
fn list(boxes: [Option<&str>; 5], most: usize) -> Value {
    let boxes = boxes.map(|name| {
        let mut text = text(most);
        if let Some(name) = name {
            text["allOf"] = json!([placeholder(name)]);
        }
        text
    });
    json!({ "type": "array", "minItems": boxes.len(), "maxItems": boxes.len(), "prefixItems": boxes })
}

fn placeholder(name: &str) -> Value {
    json!({ "pattern": format!("\\{{{name}\\}}") })
}

fn text(most: usize) -> Value {
    let mut text = Value::from(Text::json_schema(&mut SchemaGenerator::default()));
    text["maxLength"] = json!(most);
    text
}

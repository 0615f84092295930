//! JSON Schema, as far as the details of the events use it. A keyword that isn't known here is a fault.

use serde_json::{Map, Value};

/// What in a value is not as the form says, each with its place; `definitions` is what `$ref` leads to.
pub(crate) fn faults(definitions: &Value, form: &Value, value: &Value) -> Vec<String> {
    let mut check = Check { definitions, faults: Vec::new() };
    check.value(form, value, "$");
    check.faults
}

struct Check<'a> {
    definitions: &'a Value,
    faults: Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, form: &Value, value: &Value, place: &str) {
        for (keyword, wanted) in form.as_object().expect("a form is an object") {
            let is_right = match keyword.as_str() {
                "$ref" => {
                    let name = wanted.as_str().and_then(|path| path.strip_prefix("#/$defs/"));
                    let form = &self.definitions[name.expect("a reference stays inside")];
                    assert!(form.is_object(), "no definition: {wanted}");
                    self.value(form, value, place);
                    true
                }
                "properties" | "required" | "additionalProperties" => true,
                "items" => {
                    let items = value.as_array().into_iter().flatten().enumerate();
                    items.for_each(|(at, item)| self.value(wanted, item, &format!("{place}[{at}]")));
                    true
                }
                "anyOf" => list(wanted).iter().any(|form| faults(self.definitions, form, value).is_empty()),
                _ => holds(keyword, wanted, value),
            };
            if !is_right {
                self.faults.push(format!("{place}: {value} is not {keyword} {wanted}"));
            }
        }
        if let Some(fields) = value.as_object() {
            self.fields(form, fields, place);
        }
    }

    fn fields(&mut self, form: &Value, fields: &Map<String, Value>, place: &str) {
        let required = form["required"].as_array().into_iter().flatten();
        let missing = required.filter(|name| !fields.contains_key(name.as_str().unwrap_or_default()));
        self.faults.extend(missing.map(|name| format!("{place}: {name} is missing")));
        for (name, value) in fields {
            let place = format!("{place}.{name}");
            match (&form["properties"][name], &form["additionalProperties"]) {
                (Value::Null, Value::Bool(false)) => self.faults.push(format!("{place} is not known")),
                (Value::Null, Value::Object(_)) => self.value(&form["additionalProperties"], value, &place),
                (Value::Null, _) => {}
                (form, _) => self.value(form, value, &place),
            }
        }
    }
}

/// Whether a value keeps to a keyword that looks at nothing inside it.
fn holds(keyword: &str, wanted: &Value, value: &Value) -> bool {
    let length = value.as_array().map(|items| items.len() as i64);
    match keyword {
        "description" => true,
        "const" => value == wanted,
        "enum" => list(wanted).contains(value),
        "type" => match wanted {
            Value::Array(kinds) => kinds.iter().any(|kind| is_of(kind, value)),
            kind => is_of(kind, value),
        },
        "minimum" => value.as_i64() >= wanted.as_i64(),
        "maximum" => value.as_i64() <= wanted.as_i64(),
        "minItems" => length >= wanted.as_i64(),
        "maxItems" => length <= wanted.as_i64(),
        "pattern" => {
            assert_eq!(wanted, "^[a-z0-9]+(-[a-z0-9]+)*$", "the one pattern that is known here");
            let is_word = |word: &str| {
                !word.is_empty()
                    && word.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit())
            };
            value.as_str().is_some_and(|text| text.split('-').all(is_word))
        }
        other => panic!("keyword not known: {other}"),
    }
}

fn is_of(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("a kind is a word") {
        "array" => value.is_array(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64(),
        "null" => value.is_null(),
        "object" => value.is_object(),
        "string" => value.is_string(),
        other => panic!("kind not known: {other}"),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("the keyword has a list")
}

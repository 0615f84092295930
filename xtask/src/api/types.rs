//! `b2b-b2c-profile.d.ts`: the interface in TypeScript.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use super::schemas::name_of;
use super::{Api, Event};

/// The declarations of class, events and details.
pub(super) fn types(api: &Api) -> Result<String> {
    let class = &api.class;
    let mut text = format!("// Made from api/element.json.\n\n{}", class_types(api));
    write!(text, "\nexport interface {class}EventMap {{\n")?;
    for event in &api.events {
        writeln!(text, "  /** {} */", event.description)?;
        writeln!(text, "  {}: CustomEvent<{}>;", event.name, detail_type(api, event))?;
    }
    text += "}\n";
    for (name, form) in &api.definitions {
        text.push('\n');
        text += &definition(api, name, form).with_context(|| format!("no type for $defs.{name}"))?;
    }
    write!(text, "\n/** The attributes, for JSX and templates. */\nexport interface {class}Attributes {{\n")?;
    for attribute in &api.attributes {
        writeln!(text, "  '{}'?: {};", attribute.name, attribute.kind.typescript())?;
    }
    write!(
        text,
        "}}\n\ndeclare global {{\n  interface HTMLElementTagNameMap {{\n    '{}': {class};\n  }}\n}}\n",
        api.tag
    )?;
    Ok(text)
}

/// The type of an event's detail.
pub(super) fn detail_type(api: &Api, event: &Event) -> String {
    let name = event.detail["$ref"].as_str().and_then(|path| name_of(path).ok()).unwrap_or_default();
    type_name(api, name)
}

fn class_types(api: &Api) -> String {
    let mut members = String::new();
    let mut member = |description: &str, line: String| {
        members += &format!("  /** {description} */\n  {line};\n");
    };
    for one in api.attributes.iter().filter(|one| !one.native) {
        member(&one.description, format!("{}: {}", one.property, one.kind.typescript()));
    }
    for one in &api.properties {
        member(&one.description, format!("readonly {}: {}", one.name, one.kind));
    }
    for one in &api.methods {
        let parameters = one.parameters.iter().map(|parameter| {
            let mark = if parameter.optional { "?" } else { "" };
            format!("{}{mark}: {}", parameter.name, parameter.kind)
        });
        let parameters = parameters.collect::<Vec<_>>().join(", ");
        member(&one.description, format!("{}({parameters}): {}", one.name, one.returns));
    }
    for verb in ["add", "remove"] {
        members += &listening(&api.class, verb);
    }
    format!("/** {} */\nexport class {} extends HTMLElement {{\n{members}}}\n", api.summary, api.class)
}

/// The overloads by which a listener knows its event's detail.
fn listening(class: &str, verb: &str) -> String {
    let options = match verb {
        "add" => "boolean | AddEventListenerOptions",
        _ => "boolean | EventListenerOptions",
    };
    let typed = |map: &str| {
        format!(
            "  {verb}EventListener<K extends keyof {map}>(type: K, \
             listener: (this: {class}, event: {map}[K]) => unknown, options?: {options}): void;\n"
        )
    };
    format!(
        "{}{}  {verb}EventListener(type: string, listener: EventListenerOrEventListenerObject, \
         options?: {options}): void;\n",
        typed(&format!("{class}EventMap")),
        typed("HTMLElementEventMap"),
    )
}

fn definition(api: &Api, name: &str, form: &Value) -> Result<String> {
    let name = type_name(api, name);
    let comment = comment(form, "");
    let fields = form["properties"].as_object();
    match fields {
        Some(fields) => Ok(format!("{comment}export interface {name} {}\n", object(api, form, fields, "")?)),
        None => Ok(format!("{comment}export type {name} = {};\n", expression(api, form, "")?)),
    }
}

/// A form as a type; every value is frozen.
fn expression(api: &Api, form: &Value, indent: &str) -> Result<String> {
    if let Some(path) = form["$ref"].as_str() {
        return Ok(type_name(api, name_of(path)?));
    }
    if let Some(value) = form.get("const") {
        return Ok(literal(value));
    }
    if let Some(values) = form["enum"].as_array() {
        return Ok(values.iter().map(literal).collect::<Vec<_>>().join(" | "));
    }
    if let Some(forms) = form["anyOf"].as_array() {
        let types = forms.iter().map(|form| expression(api, form, indent)).collect::<Result<Vec<_>>>()?;
        return Ok(types.join(" | "));
    }
    match &form["type"] {
        Value::String(kind) => simple(api, kind, form, indent),
        Value::Array(kinds) => {
            let one = |kind: &Value| simple(api, kind.as_str().unwrap_or_default(), form, indent);
            Ok(kinds.iter().map(one).collect::<Result<Vec<_>>>()?.join(" | "))
        }
        _ => bail!("form not known: {form}"),
    }
}

fn simple(api: &Api, kind: &str, form: &Value, indent: &str) -> Result<String> {
    Ok(match kind {
        "string" | "boolean" | "null" => kind.to_owned(),
        "integer" | "number" => "number".to_owned(),
        "array" => {
            let item = expression(api, &form["items"], indent)?;
            match (form["minItems"].as_u64(), form["maxItems"].as_u64()) {
                (Some(least), Some(most)) if least == most => {
                    format!("readonly [{}]", vec![item; usize::try_from(least)?].join(", "))
                }
                _ => format!("readonly {}[]", if item.contains(' ') { format!("({item})") } else { item }),
            }
        }
        "object" => match form["properties"].as_object() {
            Some(fields) => object(api, form, fields, indent)?,
            None => {
                let value = expression(api, &form["additionalProperties"], indent)?;
                format!("{{ readonly [id: string]: {value} }}")
            }
        },
        other => bail!("type not known: {other}"),
    })
}

fn object(api: &Api, form: &Value, fields: &Map<String, Value>, indent: &str) -> Result<String> {
    let inner = format!("{indent}  ");
    let mut text = String::from("{\n");
    for (name, field) in fields {
        let required = form["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name));
        let mark = if required { "" } else { "?" };
        let kind = expression(api, field, &inner)?;
        writeln!(text, "{}{inner}readonly {name}{mark}: {kind};", comment(field, &inner))?;
    }
    Ok(text + indent + "}")
}

fn comment(form: &Value, indent: &str) -> String {
    form["description"].as_str().map(|words| format!("{indent}/** {words} */\n")).unwrap_or_default()
}

fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => format!("'{text}'"),
        other => other.to_string(),
    }
}

/// `result` becomes `B2bB2cProfileResult`.
fn type_name(api: &Api, name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    api.class.chars().chain(first).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::project;
    use super::*;

    #[test]
    fn the_class_its_events_and_its_details_are_typed() {
        let types = types(&project()).unwrap();
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
        assert_eq!(types(&api).unwrap_err().to_string(), "no type for $defs.odd");
    }
}

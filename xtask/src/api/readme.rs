//! The tables in Markdown pages, between `<!-- api:name -->` and `<!-- /api -->`.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};

use super::{Api, AttributeType, Method};

const OPEN: &str = "<!-- api:";
const OPEN_END: &str = " -->\n";
const CLOSE: &str = "<!-- /api -->";

/// The page with a fresh table between each pair of markers; the rest stays as it is.
pub(super) fn fill(api: &Api, page: &str) -> Result<String> {
    let mut filled = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (name, after) = after.split_once(OPEN_END).context("marker not ended: api")?;
        let (old, after) =
            after.split_once(CLOSE).with_context(|| format!("table not closed: api:{name}"))?;
        ensure!(!old.contains(OPEN), "table not closed: api:{name}");
        filled += &format!("{before}{OPEN}{name}{OPEN_END}{}{CLOSE}", table(api, name)?);
        rest = after;
    }
    ensure!(!rest.contains(CLOSE), "table not opened: a marker `{CLOSE}` too many");
    Ok(filled + rest)
}

fn table(api: &Api, name: &str) -> Result<String> {
    Ok(match name {
        "attributes" => attributes(api),
        "properties" => {
            let row = |p: &super::Property| [code(&p.name), code(&p.kind), p.description.clone()];
            rows(["property, read only", "type", "what for"], api.properties.iter().map(row))
        }
        "methods" => {
            let row = |method: &Method| [code(&signature(method)), method.description.clone()];
            rows(["method", "what it does"], api.methods.iter().map(row))
        }
        "events" => {
            let row = |event: &super::Event| {
                [code(&event.name), event.description.clone(), fields(api, event).join(", ")]
            };
            rows(["event", "when", "its `detail`"], api.events.iter().map(row))
        }
        "parts" => {
            rows(["part", "what it is"], api.parts.iter().map(|p| [code(&p.name), p.description.clone()]))
        }
        "custom-properties" => {
            let row = |tokens: &super::Tokens| {
                let names: Vec<_> = tokens.names.iter().map(|name| code(name)).collect();
                [names.join(", "), tokens.description.clone()]
            };
            rows(["property", "what for"], api.custom_properties.iter().map(row))
        }
        other => bail!("table not known: api:{other}"),
    })
}

fn attributes(api: &Api) -> String {
    let row = |attribute: &super::Attribute| {
        let values = match &attribute.kind {
            AttributeType::Words(words) => words.iter().map(|word| code(word)).collect::<Vec<_>>().join(", "),
            AttributeType::Simple(kind) => {
                let words = if kind == "boolean" { "present or absent" } else { "text" };
                attribute.values.clone().unwrap_or_else(|| words.to_owned())
            }
        };
        let default = match &attribute.kind {
            AttributeType::Words(_) => code(&attribute.default),
            AttributeType::Simple(_) => attribute.default.clone(),
        };
        [code(&attribute.name), values, default, attribute.description.clone()]
    };
    rows(["attribute", "values", "default", "what for"], api.attributes.iter().map(row))
}

/// A method as it is called.
fn signature(method: &Method) -> String {
    let parameters = method.parameters.iter().map(|one| match one.optional {
        true => format!("{}?", one.name),
        false => one.name.clone(),
    });
    format!("{}({})", method.name, parameters.collect::<Vec<_>>().join(", "))
}

/// The names of a detail's fields, optional ones with a question mark.
fn fields(api: &Api, event: &super::Event) -> Vec<String> {
    let mut form = &event.detail;
    while let Some(name) = form["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        let Some(next) = api.definitions.get(name) else { break };
        form = next;
    }
    let required = |name: &str| form["required"].as_array().is_some_and(|all| all.iter().any(|n| n == name));
    let names = form["properties"].as_object().into_iter().flat_map(|fields| fields.keys());
    names
        .filter(|name| *name != "version")
        .map(|name| if required(name) { code(name) } else { code(&format!("{name}?")) })
        .collect()
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

fn rows<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut table = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(N));
    for row in rows {
        let cells = row.map(|cell| cell.replace('|', "\\|"));
        writeln!(table, "| {} |", cells.join(" | ")).expect("a string takes all");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::tests::project;
    use super::*;

    #[test]
    fn what_stands_between_markers_is_replaced_and_the_rest_stays() {
        let page = "a\n<!-- api:parts -->\nold\n<!-- /api -->\nb";
        let filled = fill(&project(), page).unwrap();
        assert!(filled.starts_with("a\n<!-- api:parts -->\n| part | what it is |\n|---|---|\n| `root` |"));
        assert!(filled.ends_with("|\n<!-- /api -->\nb") && !filled.contains("old"));
        assert_eq!(fill(&project(), &filled).unwrap(), filled);
    }

    #[test]
    fn markers_that_do_not_pair_or_are_not_known_are_errors() {
        let error = |page: &str| fill(&project(), page).unwrap_err().to_string();
        assert_eq!(error("<!-- api:parts -->\n"), "table not closed: api:parts");
        assert_eq!(error("<!-- /api -->"), "table not opened: a marker `<!-- /api -->` too many");
        assert_eq!(error("<!-- api:x -->\n<!-- /api -->"), "table not known: api:x");
        let nested = "<!-- api:parts -->\n<!-- api:events -->\n<!-- /api -->";
        assert_eq!(error(nested), "table not closed: api:parts");
    }

    #[test]
    fn fields_are_listed_in_their_order() {
        let page = fill(&project(), "<!-- api:events -->\n<!-- /api -->").unwrap();
        assert!(
            page.contains("| `step` | Another page is shown. | `page`, `id`, `number`, `of`, `run` |"),
            "{page}"
        );
        assert!(page.contains("`results`, `code?`, "), "{page}");
    }
}

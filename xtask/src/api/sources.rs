//! What the element's scripts themselves observe and dispatch, compared with the table.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use oxc::allocator::Allocator;
use oxc::ast::ast::{
    Argument, ArrayExpression, ArrayExpressionElement, BindingPattern, CallExpression, Expression,
    NewExpression, PropertyDefinition, VariableDeclarator,
};
use oxc::ast_visit::{Visit, walk};

use super::Api;
use crate::doors::read;
use crate::script::{self, Kind};

const FOLDER: &str = "element";
/// The functions and constructors whose first argument names an event.
const DISPATCHERS: [&str; 3] = ["CustomEvent", "tell", "dispatch"];

/// Fails if an attribute is observed that the table lacks, or the other way round; and so for events.
pub(super) fn check(api: &Api, root: &Path) -> Result<()> {
    let mut found = Found::default();
    for file in scripts(&root.join(FOLDER))? {
        found.read(&file)?;
    }
    let attributes = api.attributes.iter().map(|one| one.name.as_str()).collect();
    let events = api.event_names().into_iter().collect();
    let faults: Vec<_> = found.compare(attributes, events);
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

fn scripts(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("folder not read: {FOLDER}"))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "js"));
    files.sort();
    Ok(files)
}

/// What scripts say, with the texts of their constant lists by name.
#[derive(Debug, Default)]
struct Found {
    lists: Vec<(String, Vec<String>)>,
    observed: Option<Observed>,
    dispatched: BTreeSet<String>,
}

#[derive(Debug)]
enum Observed {
    Words(Vec<String>),
    List(String),
    Unreadable,
}

impl Found {
    fn read(&mut self, file: &Path) -> Result<()> {
        let source = read(file)?;
        let allocator = Allocator::default();
        let parsed = script::parse(&allocator, Kind::Module, &file.display().to_string(), &source)?;
        self.visit_program(&parsed.program);
        Ok(())
    }

    fn compare(&self, attributes: BTreeSet<&str>, events: BTreeSet<&str>) -> Vec<String> {
        let mut faults = Vec::new();
        match self.observed() {
            Ok(observed) => {
                let observed: BTreeSet<_> = observed.iter().map(String::as_str).collect();
                let missing = attributes.difference(&observed);
                faults.extend(missing.map(|name| format!("attribute not observed by {FOLDER}/: {name}")));
                let surplus = observed.difference(&attributes);
                faults.extend(surplus.map(|name| format!("attribute not in {}: {name}", super::FILE)));
            }
            Err(error) => faults.push(error.to_string()),
        }
        let dispatched = self.dispatched.iter().filter(|name| !events.contains(name.as_str()));
        faults.extend(dispatched.map(|name| format!("event not in {}: {name}", super::FILE)));
        faults
    }

    fn observed(&self) -> Result<&[String]> {
        match &self.observed {
            Some(Observed::Words(words)) => Ok(words),
            Some(Observed::List(name)) => {
                let list = self.lists.iter().find(|(list, _)| list == name);
                Ok(&list.with_context(|| format!("not a list of texts: {name} in {FOLDER}/"))?.1)
            }
            Some(Observed::Unreadable) => bail!("not a list of texts: observedAttributes in {FOLDER}/"),
            None => bail!("not found: observedAttributes in {FOLDER}/"),
        }
    }

    fn call(&mut self, name: Option<&str>, arguments: &[Argument]) {
        if let (Some(name), Some(Argument::StringLiteral(event))) = (name, arguments.first())
            && DISPATCHERS.contains(&name)
        {
            self.dispatched.insert(event.value.to_string());
        }
    }
}

impl<'a> Visit<'a> for Found {
    fn visit_property_definition(&mut self, property: &PropertyDefinition<'a>) {
        if property.r#static && property.key.static_name().is_some_and(|name| name == "observedAttributes") {
            self.observed = Some(match &property.value {
                Some(Expression::ArrayExpression(list)) => {
                    texts(list).map_or(Observed::Unreadable, Observed::Words)
                }
                Some(Expression::Identifier(list)) => Observed::List(list.name.to_string()),
                _ => Observed::Unreadable,
            });
        }
        walk::walk_property_definition(self, property);
    }

    fn visit_variable_declarator(&mut self, variable: &VariableDeclarator<'a>) {
        if let (BindingPattern::BindingIdentifier(name), Some(Expression::ArrayExpression(list))) =
            (&variable.id, &variable.init)
            && let Some(texts) = texts(list)
        {
            self.lists.push((name.name.to_string(), texts));
        }
        walk::walk_variable_declarator(self, variable);
    }

    fn visit_call_expression(&mut self, call: &CallExpression<'a>) {
        let name = match &call.callee {
            Expression::Identifier(function) => Some(function.name.as_str()),
            Expression::StaticMemberExpression(member) => Some(member.property.name.as_str()),
            Expression::PrivateFieldExpression(member) => Some(member.field.name.as_str()),
            _ => None,
        };
        self.call(name, &call.arguments);
        walk::walk_call_expression(self, call);
    }

    fn visit_new_expression(&mut self, new: &NewExpression<'a>) {
        let name = match &new.callee {
            Expression::Identifier(class) => Some(class.name.as_str()),
            Expression::StaticMemberExpression(member) => Some(member.property.name.as_str()),
            _ => None,
        };
        self.call(name, &new.arguments);
        walk::walk_new_expression(self, new);
    }
}

/// A list's texts; nothing if it has anything else.
fn texts(list: &ArrayExpression) -> Option<Vec<String>> {
    let text = |element: &ArrayExpressionElement| match element {
        ArrayExpressionElement::StringLiteral(text) => Some(text.value.to_string()),
        _ => None,
    };
    list.elements.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let mut found = Found::default();
        let allocator = Allocator::default();
        found.visit_program(&script::parse(&allocator, Kind::Module, "a.js", source).unwrap().program);
        assert_eq!(found.compare(["lang"].into(), ["step"].into()), expected);
    }

    #[test]
    fn the_observed_attributes_are_those_of_the_table() {
        check("class A { static observedAttributes = ['lang']; }", &[]);
        check("const ALL = ['lang']; class A { static observedAttributes = ALL; }", &[]);
        check(
            "class A { static observedAttributes = ['x']; }",
            &["attribute not observed by element/: lang", "attribute not in api/element.json: x"],
        );
    }

    #[test]
    fn a_list_that_cannot_be_read_is_an_error() {
        check("class A {}", &["not found: observedAttributes in element/"]);
        let unreadable = "not a list of texts: observedAttributes in element/";
        check("class A { static observedAttributes = f(); }", &[unreadable]);
        check("class A { static observedAttributes = B; }", &["not a list of texts: B in element/"]);
    }

    #[test]
    fn an_event_that_the_table_lacks_is_an_error() {
        let class = "class A { static observedAttributes = ['lang']; ";
        check(
            &format!("{class} f() {{ this.#tell('step'); new CustomEvent('step'); }} #tell() {{}} }}"),
            &[],
        );
        check(&format!("{class} f() {{ new CustomEvent('x'); }} }}"), &["event not in api/element.json: x"]);
    }
}

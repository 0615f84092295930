//! Page templates, filled by minijinja. A name without a value is an error, and so is a text that no page uses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, ensure};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Object, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, escape_formatter};

/// The values of a template by name.
pub(crate) type Values<'a> = BTreeMap<&'a str, Value>;

/// Fills a template. The extension of its file determines how values are escaped.
///
/// The error lists every name without a value and every value that the template doesn't use.
pub(crate) fn fill(file: &str, text: &str, values: &Values) -> Result<String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let mut syntax = SyntaxConfig::builder();
    environment.set_syntax(syntax.keep_trailing_newline(true).trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_auto_escape_callback(|file| match file.rsplit_once('.') {
        Some((_, "html")) => AutoEscape::Html,
        Some((_, "json" | "webmanifest")) => AutoEscape::Json,
        _ => AutoEscape::None,
    });
    // Minijinja's own HTML escaping also escapes every slash.
    environment.set_formatter(|out, state, value| match (state.auto_escape(), value.as_str()) {
        (AutoEscape::Html, Some(text)) if !value.is_safe() => Ok(out.write_str(&escape(text))?),
        _ => escape_formatter(out, state, value),
    });
    environment.add_template(file, text).with_context(|| format!("not a template: {file}"))?;
    let template = environment.get_template(file)?;
    let mut names = template.undeclared_variables(false);
    names.retain(|name| environment.globals().all(|(known, _)| known != name));
    let missing: BTreeSet<&String> =
        names.iter().filter(|name| !values.contains_key(name.as_str())).collect();
    let unused = values.keys().filter(|name| !names.contains(**name));
    let faults = missing.into_iter().map(|name| format!("{file}: no value for {name}"));
    let faults: Vec<String> =
        faults.chain(unused.map(|name| format!("{file}: value not used: {name}"))).collect();
    ensure!(faults.is_empty(), faults.join("\n"));
    template.render(values).with_context(|| format!("template not filled: {file}"))
}

/// A value that is inserted unescaped.
pub(crate) fn ready(text: impl Into<String>) -> Value {
    Value::from_safe_string(text.into())
}

/// The texts of a language, with a record of the texts that templates used.
#[derive(Debug)]
pub(crate) struct Texts {
    texts: BTreeMap<String, String>,
    used: Mutex<BTreeSet<String>>,
}

impl Texts {
    pub(crate) fn new(texts: BTreeMap<String, String>) -> Arc<Texts> {
        Arc::new(Texts { texts, used: Mutex::default() })
    }

    /// Every text that a template used and that doesn't exist, and every text that no template used.
    pub(crate) fn faults(&self) -> Vec<String> {
        let used = self.used.lock().expect("no thread panics while it has the lock");
        let missing = used.iter().filter(|key| !self.texts.contains_key(*key));
        let unused = self.texts.keys().filter(|key| !used.contains(*key));
        let missing = missing.map(|key| format!("text missing: {key}"));
        missing.chain(unused.map(|key| format!("text not used by any page: {key}"))).collect()
    }
}

impl Object for Texts {
    /// An empty text if it is missing, so that one run finds all missing texts.
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let key = key.as_str()?;
        self.used.lock().expect("no thread panics while it has the lock").insert(key.to_owned());
        Some(self.texts.get(key).map(String::as_str).unwrap_or_default().into())
    }
}

/// Escapes a text for HTML, between tags or in a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let escape = |text: String, (from, to)| text.replace(from, to);
    [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\'', "&#39;")]
        .into_iter()
        .fold(text.into(), escape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, template: &str, expected: Result<&str, &str>) {
        let values = Values::from([("a", "1/<'2\"".into()), ("b", ready("<b>"))]);
        let filled = fill(file, template, &values).map_err(|error| error.to_string());
        assert_eq!(filled.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn values_are_escaped_for_the_kind_of_file_unless_they_are_ready() {
        check("x.html", "{{ a }} {{b}}\n", Ok("1/&lt;&#39;2&quot; <b>\n"));
        check("x.webmanifest", "{{ a }} {{ b }}", Ok(r#""1/<'2\"" <b>"#));
        check("x.md", "{{ a }} {{ b }}", Ok("1/<'2\" <b>"));
    }

    #[test]
    fn whatever_does_not_fit_is_listed() {
        let faults = "x.html: no value for c\nx.html: no value for d\nx.html: value not used: a";
        check("x.html", "{{ b }} {{ d }} {{ c }}", Err(faults));
        check("x.html", "{{ a }} {{ b", Err("not a template: x.html"));
    }

    #[test]
    fn texts_know_what_is_missing_and_what_is_unused() {
        let texts =
            Texts::new([("a-b", "1"), ("c", "2")].map(|(key, text)| (key.into(), text.into())).into());
        let values = Values::from([("t", Value::from_dyn_object(Arc::clone(&texts)))]);
        let template = "{{ t['a-b'] }}{% for key in ['d', 'e'] %}{{ t[key] }}{% endfor %}";
        assert_eq!(fill("x.html", template, &values).unwrap(), "1");
        let faults = ["text missing: d", "text missing: e", "text not used by any page: c"];
        assert_eq!(texts.faults(), faults);
    }
}

//! Page templates: `{{key}}` stands for a value.

use std::collections::{BTreeMap, BTreeSet};

/// What stands for a placeholder; or nothing, as for a name that is not known.
pub(crate) type Values<'a> = BTreeMap<&'a str, String>;

/// What a template and its values have to say about each other, if they do not fit.
#[derive(Debug, PartialEq)]
pub(crate) enum Fault {
    /// A placeholder that has no end, with what follows.
    NotClosed(String),
    /// A placeholder without a value.
    Missing(String),
    /// A value without a placeholder.
    Unused(String),
}

/// Puts the values in, as they are: who makes them escapes them.
pub(crate) fn fill(template: &str, values: &Values) -> Result<String, Vec<Fault>> {
    let mut page = String::new();
    let mut faults = Vec::new();
    let mut unused: BTreeSet<&str> = values.keys().copied().collect();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        page.push_str(before);
        let Some((key, after)) = after.split_once("}}") else {
            faults.push(Fault::NotClosed(after.chars().take(20).collect()));
            break;
        };
        let key = key.trim();
        unused.remove(key);
        match values.get(key) {
            Some(value) => page.push_str(value),
            None => faults.push(Fault::Missing(key.to_owned())),
        }
        rest = after;
    }
    faults.extend(unused.into_iter().map(|key| Fault::Unused(key.to_owned())));
    page.push_str(rest);
    if faults.is_empty() { Ok(page) } else { Err(faults) }
}

/// A text as it stands between tags or in a quoted attribute.
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
    fn check(template: &str, expected: Result<&str, &[Fault]>) {
        let filled = fill(template, &Values::from([("a", "1<2".to_owned())]));
        assert_eq!(filled.as_deref().map_err(Vec::as_slice), expected);
    }

    #[test]
    fn values_stand_as_they_are() {
        check("x {{a}} {{ a }} y", Ok("x 1<2 1<2 y"));
    }

    #[test]
    fn whatever_does_not_fit_is_listed() {
        check("{{b}}", Err(&[Fault::Missing("b".to_owned()), Fault::Unused("a".to_owned())]));
        check("{{a}} {{a", Err(&[Fault::NotClosed("a".to_owned())]));
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape("a<\"b\"&'c'>"), "a&lt;&quot;b&quot;&amp;&#39;c&#39;&gt;");
    }
}

//! Pages that hold the widget and little else.

use anyhow::Result;
use fs_err as fs;
use minijinja::value::Value;

use super::MAIN_LANGUAGE;
use super::parts::Parts;
use crate::template::{self, Values, escape, ready};

/// A page's template, by its place in the repository, and its policy.
pub(super) struct Page<'a> {
    pub(super) template: &'a str,
    pub(super) policy: String,
}

/// Fills a template with what all of them need (language, title, policy, and a text for browsers without scripts in
/// every language), and with more values, which stand in it as they are.
pub(super) fn fill<'a>(
    parts: &Parts,
    page: &Page,
    more: impl IntoIterator<Item = (&'a str, String)>,
) -> Result<String> {
    // Before its script has run, a page speaks the main language.
    let titles = parts.page_text("title")?;
    let fallbacks = parts.page_text("fallback")?.into_iter();
    let fallbacks = fallbacks.map(|(code, text)| format!("<p lang=\"{code}\">{}</p>", escape(text)));
    let mut values = Values::from([
        ("lang", MAIN_LANGUAGE.into()),
        ("title", titles.get(MAIN_LANGUAGE).copied().map(Value::from).unwrap_or_default()),
        ("policy", ready(page.policy.as_str())),
        ("fallbacks", ready(fallbacks.collect::<String>())),
    ]);
    values.extend(more.into_iter().map(|(name, text)| (name, ready(text))));
    template::fill(page.template, &fs::read_to_string(parts.root.join(page.template))?, &values)
}

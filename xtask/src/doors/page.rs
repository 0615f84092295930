//! Pages that contain the widget and little else.

use anyhow::Result;
use fs_err as fs;
use minijinja::value::Value;

use super::MAIN_LANGUAGE;
use super::parts::Parts;
use crate::template::{self, Values, escape, ready};

/// Fills a template, by its path in the repository, with the values that all pages need (language, title, and a text in
/// every language for browsers without scripts), and with further values, which are inserted unescaped.
pub(super) fn fill<'a>(
    parts: &Parts,
    template: &str,
    more: impl IntoIterator<Item = (&'a str, String)>,
) -> Result<String> {
    // Until its script runs, a page is in the main language.
    let titles = parts.page_text("title")?;
    let fallbacks = parts.page_text("fallback")?.into_iter();
    let fallbacks = fallbacks.map(|(code, text)| format!("<p lang=\"{code}\">{}</p>", escape(text)));
    let mut values = Values::from([
        ("lang", MAIN_LANGUAGE.into()),
        ("title", titles.get(MAIN_LANGUAGE).copied().map(Value::from).unwrap_or_default()),
        ("fallbacks", ready(fallbacks.collect::<String>())),
    ]);
    values.extend(more.into_iter().map(|(name, text)| (name, ready(text))));
    template::fill(template, &fs::read_to_string(parts.root.join(template))?, &values)
}

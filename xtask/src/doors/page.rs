//! Pages that hold the widget and little else.

use anyhow::{Result, anyhow};

use super::MAIN_LANGUAGE;
use super::parts::{Parts, read};
use crate::template::{self, Values, escape};

/// A page's template, by its place in the repository, and its policy.
pub(super) struct Page<'a> {
    pub(super) template: &'a str,
    pub(super) policy: String,
}

/// Fills a template with what all of them need (language, title, policy, and a text for browsers without scripts in
/// every language), and with more values.
pub(super) fn fill<'a>(
    parts: &Parts,
    page: &Page,
    more: impl IntoIterator<Item = (&'a str, String)>,
) -> Result<String> {
    let titles = parts.page_text("title")?;
    let fallbacks = parts.page_text("fallback")?.into_iter();
    let fallbacks = fallbacks.map(|(code, text)| format!("<p lang=\"{code}\">{}</p>", escape(text)));
    let mut values = Values::from([
        ("lang", MAIN_LANGUAGE.to_owned()),
        ("title", titles.get(MAIN_LANGUAGE).map(|title| escape(title)).unwrap_or_default()),
        ("policy", page.policy.clone()),
        ("fallbacks", fallbacks.collect()),
    ]);
    values.extend(more);
    template::fill(&read(&parts.root.join(page.template))?, &values)
        .map_err(|faults| anyhow!("{} does not fit its values: {faults:?}", page.template))
}

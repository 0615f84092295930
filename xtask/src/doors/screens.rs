//! The first pages, which the element's script and the landing page show before the widget runs.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::MAIN_LANGUAGE;
use crate::process::{cargo, read};
use crate::template::escape;

/// The HTML elements without an end tag that the views write.
const VOID: [&str; 1] = ["input"];

/// The languages whose first pages are in the element's script. Every embed loads these, whatever its language, so the
/// first pages in any other language are in a separate file, which only embeds in that language load.
const IN_SCRIPT: [&str; 2] = [MAIN_LANGUAGE, "en"];

/// The first pages by language and name, the main language's first.
pub(crate) struct Screens(Vec<(String, Value)>);

impl Screens {
    /// Draws them with the content in a folder; the views do this in a program of the library.
    pub(crate) fn draw(content: &Path) -> Result<Screens> {
        let mut program = cargo(["run", "--quiet", "--no-default-features"]);
        program.args(["--features", "json,bundled,ssr", "--bin", "screens", "--"]).arg(content);
        Ok(Screens(
            serde_json::from_str(&read(&mut program)?).context("the program `screens` printed no JSON")?,
        ))
    }

    /// The pages in the element's script, by language.
    pub(crate) fn in_script(&self) -> Value {
        json!(self.0.iter().filter(|(code, _)| is_in_script(code)).collect::<Vec<_>>())
    }

    /// The pages in separate files, by language.
    pub(crate) fn on_their_own(&self) -> impl Iterator<Item = (&str, String)> {
        let others = self.0.iter().filter(|(code, _)| !is_in_script(code));
        others.map(|(code, pages)| (code.as_str(), pages.to_string()))
    }

    /// A page as HTML.
    pub(crate) fn html(&self, language: &str, name: &str) -> Result<String> {
        let pages = self.0.iter().find(|(code, _)| code == language).map(|(_, pages)| pages);
        let page = pages.and_then(|pages| pages.get(name));
        let mut html = String::new();
        write(page.with_context(|| format!("no first page: {name} in {language}"))?, &mut html)?;
        Ok(html)
    }
}

fn is_in_script(code: &str) -> bool {
    IN_SCRIPT.contains(&code)
}

fn write(node: &Value, html: &mut String) -> Result<()> {
    if let Some(text) = node.as_str() {
        html.push_str(&escape(text));
        return Ok(());
    }
    let parts = node.as_array().context("first page is not an element")?;
    let (name, attributes) = parts.first().zip(parts.get(1)).context("element without a name")?;
    let name = name.as_str().context("element without a name")?;
    *html += &format!("<{name}");
    for pair in attributes.as_array().context("element without attributes")?.chunks(2) {
        let text = |value: &Value| value.as_str().map(escape).unwrap_or_default();
        ensure!(pair.len() == 2, "attribute without a value: {pair:?}");
        *html += &format!(" {}=\"{}\"", text(&pair[0]), text(&pair[1]));
    }
    html.push('>');
    for child in &parts[2..] {
        write(child, html)?;
    }
    if !VOID.contains(&name) {
        *html += &format!("</{name}>");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_written_as_html() {
        let page = json!(["p", ["class", "a\"b"], "1 < 2", ["input", ["type", "radio"]]]);
        let screens = Screens(vec![("nl".to_owned(), json!({ "intro": page }))]);
        let expected = "<p class=\"a&quot;b\">1 &lt; 2<input type=\"radio\"></p>";
        assert_eq!(screens.html("nl", "intro").unwrap(), expected);
        assert!(screens.html("xx", "intro").is_err());
    }

    #[test]
    fn the_script_has_two_languages_and_any_other_a_file() {
        let pages = |code: &str| (code.to_owned(), json!({ "intro": ["p", [], code] }));
        let screens = Screens(["nl", "en", "fy"].map(pages).into());
        let expected = json!([["nl", { "intro": ["p", [], "nl"] }], ["en", { "intro": ["p", [], "en"] }]]);
        assert_eq!(screens.in_script(), expected);
        let others: Vec<_> = screens.on_their_own().collect();
        assert_eq!(others, [("fy", r#"{"intro":["p",[],"fy"]}"#.to_owned())]);
    }
}

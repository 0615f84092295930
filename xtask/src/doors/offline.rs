//! The third door: a single file to open from disk, which contains everything.

use anyhow::{Result, ensure};
use fs_err as fs;

use super::page;
use super::parts::Parts;
use super::{Files, element, generated};
use crate::bundle::bundle;
use crate::script::{Kind, inline};
use crate::{digest, styles};

const FILE: &str = "offline.html";
/// The maximum size of the file in bytes, so that it can be sent by e-mail.
const LIMIT: usize = 400_000;

pub(super) fn files(parts: &Parts) -> Result<Files> {
    let page = page(parts)?;
    ensure!(page.len() <= LIMIT, "too large: {FILE} has {} bytes, the limit is {LIMIT}", page.len());
    Ok(Files::from([(FILE.to_owned(), page.into_bytes())]))
}

fn page(parts: &Parts) -> Result<String> {
    let texts = generated::texts(parts)?;
    let page = inline(FILE, &bundle(Kind::Classic, &parts.root, "offline/offline.js", &texts)?)?;
    let widget = inline(FILE, &element::classic(parts)?)?;
    let style = styles::bundle(&parts.root.join("offline/offline.css"))?;
    let policy = policy(&[&page, &widget], &style);
    let icon = address(&fs::read_to_string(parts.root.join("assets/icon.svg"))?);
    let values = [("policy", policy), ("icon", icon), ("style", style), ("page", page), ("widget", widget)];
    page::fill(parts, "offline/offline.html", values)
}

/// Allows only this file's own scripts and style, and no connections.
fn policy(scripts: &[&str], style: &str) -> String {
    let hash = |text: &str| format!("'{}'", digest::hash_source(text.as_bytes()));
    let scripts: Vec<_> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
        scripts.join(" "),
        hash(style),
    )
}

/// The text as part of an address: characters that are not valid there are percent-encoded.
fn address(text: &str) -> String {
    let escape = |char: char| match char {
        ' '..='~' if !"\"#%<>&'".contains(char) => char.to_string(),
        other => other.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect(),
    };
    text.trim_end().chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_stands_in_an_address() {
        assert_eq!(address("<a b=\"#1\"/>\n"), "%3Ca%20b=%22%231%22/%3E".replace("%20", " "));
    }

    #[test]
    fn the_policy_names_every_script_and_allows_no_connection() {
        let policy = policy(&["a", "b"], "c");
        assert!(policy.starts_with(
            "default-src 'none'; script-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=' 'sha256-"
        ));
        assert!(!policy.contains("connect-src") && !policy.contains("unsafe-inline"));
    }
}

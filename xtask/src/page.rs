//! The landing page's own files. They are made last: its scripts name what else is built, by version and integrity.

use anyhow::Result;
use fs_err as fs;
use serde_json::{Value, json};

use crate::bundle::{Built, bundle};
use crate::doors::{self, Files, Parts, VERSION};
use crate::script::Kind;
use crate::template::{Values, ready};
use crate::{digest, icons, landing, styles};

/// What the snippets of the embed builder name together with its integrity.
const RELEASED: [&str; 3] = ["b2b-b2c-profile.js", "b2b-b2c-profile.classic.js", "frame-resizer.js"];
/// What the installed page does without: it stands elsewhere, or is for people who build something.
const NOT_INSTALLED: [&str; 7] =
    ["SHA256SUMS", ".classic.js", ".d.ts", ".element.js", "custom-elements.json", ".tgz", "offline.html"];
/// Folders and families of files of the same kind; a frame stands on pages that are not here.
const NOT_INSTALLED_FAMILIES: [&str; 4] = ["frame", "licences/", "npm/", "schemas/"];

/// Adds pages, sheets, pictures and scripts of the landing page to a site's other files.
pub(crate) fn add(parts: &Parts, files: &mut Files) -> Result<()> {
    let root = &parts.root;
    let sheet = |name: &str| styles::bundle(&root.join("styles").join(name));
    files.insert("builder.css".to_owned(), sheet("builder.css")?.into_bytes());
    files.insert("icon.svg".to_owned(), fs::read(root.join("assets/icon.svg"))?);
    files.extend(icons::icons(root)?);
    let page_style = sheet("page.css")?;
    let early_script = doors::first_pages_script(root)?;
    let made = |language: &str| {
        let screen = |name: &str| parts.screens.html(language, name);
        // Nothing is asked for before the first question can be answered: all that it takes stands in the page.
        let early = format!(
            "<template shadowrootmode=\"open\"><style>{}</style><slot hidden></slot>\
             <div class=\"bp-root\">{}</div><template>{}</template></template>",
            parts.first_sheet,
            screen("intro")?,
            screen("question")?,
        );
        Ok(Values::from([
            ("style", ready(page_style.clone())),
            ("early", ready(early)),
            ("script", ready(early_script.clone())),
        ]))
    };
    let pages = landing::pages(root, &parts.content, made)?;
    files.extend(pages.into_iter().map(|(path, page)| (path, page.into_bytes())));
    let built = Built::from([("generated/release.js", release(&doors::codes(&parts.content), files))]);
    for name in ["landing.js", "builder.js"] {
        let script = bundle(Kind::Module, root, &format!("site/{name}"), &built)?;
        files.insert(name.to_owned(), script.into_bytes());
    }
    // A classic script, which every browser takes as a service worker.
    let built = Built::from([("generated/precache.js", precache(files))]);
    for name in ["service-worker.js", "service-worker-kill.js"] {
        let script = bundle(Kind::Classic, root, &format!("site/{name}"), &built)?;
        files.insert(name.to_owned(), script.into_bytes());
    }
    Ok(())
}

/// The module `generated/release.js`: the version, its languages, and the integrity of each file that a snippet loads.
fn release(languages: &[&str], files: &Files) -> String {
    let integrity =
        |name: &str| files.get(name).map(|bytes| (name.to_owned(), digest::integrity(bytes).into()));
    let integrities: serde_json::Map<String, Value> = RELEASED.into_iter().filter_map(integrity).collect();
    let release = json!({ "version": VERSION, "languages": languages, "files": integrities });
    format!("export const RELEASE = {release};\n")
}

/// The module `generated/precache.js`: what the installed page keeps, with its integrity, and a version that changes with it.
fn precache(files: &Files) -> String {
    let is_kept = |name: &str| {
        !NOT_INSTALLED.iter().any(|ending| name.ends_with(ending))
            && !NOT_INSTALLED_FAMILIES.iter().any(|family| name.starts_with(family))
    };
    let kept = files.iter().filter(|(name, _)| is_kept(name));
    let kept: Vec<Value> = kept.map(|(name, bytes)| json!([name, digest::integrity(bytes)])).collect();
    let list = Value::from(kept).to_string();
    let version = &digest::sha256(list.as_bytes())[..16];
    format!("export const PRECACHE = {list};\nexport const VERSION = \"{version}\";\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_release_names_what_is_there() {
        let files = Files::from([
            ("frame-resizer.js".to_owned(), Vec::new()),
            ("builder.css".to_owned(), Vec::new()),
        ]);
        let release = release(&["nl"], &files);
        assert!(release.contains("\"frame-resizer.js\":\"sha384-OLBgp1Gs"), "{release}");
        assert!(!release.contains("builder.css"), "{release}");
    }

    #[test]
    fn the_version_changes_with_what_is_kept_and_with_nothing_else() {
        let files = |names: [&str; 2]| names.map(|name| (name.to_owned(), Vec::new())).into_iter().collect();
        let usual = precache(&files(["builder.css", "licences/a"]));
        assert!(usual.contains("builder.css") && !usual.contains("licences"), "{usual}");
        assert_eq!(precache(&files(["builder.css", "npm/b.js"])), usual);
        assert_ne!(precache(&files(["builder.css", "landing.js"])), usual);
    }
}

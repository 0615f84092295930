//! The landing page's own files. They are made last because its scripts contain the integrity values of the others.

use anyhow::Result;
use fs_err as fs;
use serde_json::{Value, json};

use crate::bundle::{Built, bundle};
use crate::doors::{self, Files, Parts, VERSION};
use crate::script::{Kind, inline};
use crate::template::{Values, ready};
use crate::{digest, icons, landing, styles};

/// The files that the embed builder's snippets load, with their integrity values.
const RELEASED: [&str; 3] = ["b2b-b2c-profile.js", "b2b-b2c-profile.classic.js", "frame-resizer.js"];
/// The ends of names of files that the installed page does not store: they are for other pages or for developers.
const NOT_INSTALLED: [&str; 7] =
    ["SHA256SUMS", ".classic.js", ".d.ts", ".element.js", "custom-elements.json", ".tgz", "offline.html"];
/// The starts of names and paths of such files. The frame is for pages of other sites.
const NOT_INSTALLED_FAMILIES: [&str; 4] = ["frame", "licences/", "npm/", "schemas/"];

/// Adds the pages, style sheets, images and scripts of the landing page to the site's other files.
pub(crate) fn add(parts: &Parts, files: &mut Files) -> Result<()> {
    let root = &parts.root;
    let sheet = |name: &str| styles::bundle(&root.join("styles").join(name));
    files.insert("builder.css".to_owned(), sheet("builder.css")?.into_bytes());
    files.insert("icon.svg".to_owned(), fs::read(root.join("assets/icon.svg"))?);
    files.extend(icons::icons(root)?);
    let page_style = sheet("page.css")?;
    let first_pages = bundle(Kind::Classic, root, "element/first-pages/landing-page.js", &Built::new())?;
    let first_pages = inline("index.html", &first_pages)?;
    let made = |language: &str| {
        let screen = |name: &str| parts.screens.html(language, name);
        // The page contains all that the first question needs, so it can be answered before anything else is loaded.
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
            ("script", ready(first_pages.clone())),
        ]))
    };
    let pages = landing::pages(root, &parts.content, made)?;
    files.extend(pages.into_iter().map(|(path, page)| (path, page.into_bytes())));
    let built = Built::from([("generated/release.js", release(&doors::codes(&parts.content), files))]);
    for name in ["landing.js", "builder.js"] {
        let script = bundle(Kind::Module, root, &format!("site/{name}"), &built)?;
        files.insert(name.to_owned(), script.into_bytes());
    }
    // A classic script, because not every browser accepts a module as a service worker.
    let built = Built::from([("generated/precache.js", precache(files))]);
    for name in ["service-worker.js", "service-worker-kill.js"] {
        let script = bundle(Kind::Classic, root, &format!("site/{name}"), &built)?;
        files.insert(name.to_owned(), script.into_bytes());
    }
    Ok(())
}

/// The module `generated/release.js`: the version, its languages, and the integrity value of each file that a snippet
/// loads.
fn release(languages: &[&str], files: &Files) -> String {
    let integrity =
        |name: &str| files.get(name).map(|bytes| (name.to_owned(), digest::integrity(bytes).into()));
    let integrities: serde_json::Map<String, Value> = RELEASED.into_iter().filter_map(integrity).collect();
    let release = json!({ "version": VERSION, "languages": languages, "files": integrities });
    format!("export const RELEASE = {release};\n")
}

/// The module `generated/precache.js`: the files that the installed page stores, with their integrity values, and a
/// version that changes with them.
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

//! The doors: the ways in which the widget gets into a page. All are made from the same parts.

mod element;
mod frame;
mod generated;
mod loaded;
mod npm;
mod offline;
mod page;
mod paper;
mod parts;
mod screens;
mod tarball;

use std::collections::BTreeMap;

use anyhow::Result;

pub(crate) use parts::{Content, Parts, VERSION, codes};
pub(crate) use screens::Screens;

/// The widget's name: its tag, and the start of its files' names.
pub(crate) const NAME: &str = "b2b-b2c-profile";

/// The language that comes first in every list, and the fallback for a language without texts.
pub(crate) const MAIN_LANGUAGE: &str = "nl";

/// The name in the npm package of the script that prints and draws.
pub(crate) const EXPORT: &str = "export.js";

/// Files by their path below `dist`.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The licences that every copy of the widget must come with, in the repository's root.
pub(crate) const LICENCES: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.md"];

/// The files of every door.
pub(crate) fn files(parts: &Parts) -> Result<Files> {
    let mut files = element::files(parts)?;
    files.extend(frame::files(parts)?);
    files.extend(offline::files(parts)?);
    files.extend(npm::files(parts)?);
    let modules = ["b2b-b2c-profile.element.js", "b2b-b2c-profile.js"];
    files.extend(interface(parts, modules, &format!("{NAME}.d.ts"))?);
    Ok(files)
}

/// The files that describe the element to tools. `class` and `define` are the names of its modules, `types` is that of
/// its TypeScript declarations.
fn interface(parts: &Parts, [class, define]: [&str; 2], types: &str) -> Result<Files> {
    let mut files = Files::from([
        ("custom-elements.json".to_owned(), parts.api.manifest(class, define)?.into_bytes()),
        (types.to_owned(), parts.api.types()?.into_bytes()),
    ]);
    let schemas = parts.api.schemas()?.into_iter();
    files.extend(schemas.map(|(name, schema)| (format!("schemas/{name}"), schema.into_bytes())));
    Ok(files)
}

//! The doors through which the widget reaches a page, and what all of them are made of.

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

pub(crate) use element::first_pages_script;
pub(crate) use parts::{Content, Parts, VERSION, codes};
pub(crate) use screens::Screens;

/// The widget's name: its tag, and the start of its files' names.
pub(crate) const NAME: &str = "b2b-b2c-profile";

/// The language that comes first, and that is used where the one wanted isn't there.
pub(crate) const MAIN_LANGUAGE: &str = "nl";

/// The script that prints and draws, as the package names it.
pub(crate) const EXPORT: &str = "export.js";

/// Files by their path below `dist`.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Every door's files.
pub(crate) fn files(parts: &Parts) -> Result<Files> {
    let mut files = element::files(parts)?;
    files.extend(frame::files(parts)?);
    files.extend(offline::files(parts)?);
    files.extend(npm::files(parts)?);
    let modules = ["b2b-b2c-profile.element.js", "b2b-b2c-profile.js"];
    files.extend(interface(parts, modules, &format!("{NAME}.d.ts"))?);
    Ok(files)
}

/// What tells tools about the element: it is in these modules, and its types in a file of that name.
fn interface(parts: &Parts, [class, define]: [&str; 2], types: &str) -> Result<Files> {
    let mut files = Files::from([
        ("custom-elements.json".to_owned(), parts.api.manifest(class, define)?.into_bytes()),
        (types.to_owned(), parts.api.types()?.into_bytes()),
    ]);
    let schemas = parts.api.schemas()?.into_iter();
    files.extend(schemas.map(|(name, schema)| (format!("schemas/{name}"), schema.into_bytes())));
    Ok(files)
}

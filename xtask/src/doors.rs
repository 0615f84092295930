//! The doors through which the widget reaches a page, and what all of them are made of.

mod element;
mod frame;
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

pub(crate) use element::early_script;
pub(crate) use parts::{Content, Parts, VERSION, codes, read};
pub(crate) use screens::Screens;

/// The widget's name: its tag, and the start of its files' names.
pub(crate) const NAME: &str = "b2b-b2c-profile";

/// The language that comes first, and that is used where the one wanted isn't there.
pub(crate) const MAIN_LANGUAGE: &str = "nl";

/// The script that prints and draws, as the element's folder and the package name it.
pub(crate) const HAND_OUT: &str = "hand-out.js";

/// Files by their path below `dist`.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Every door's files.
pub(crate) fn files(parts: &Parts) -> Result<Files> {
    let mut files = element::files(parts)?;
    files.extend(frame::files(parts)?);
    files.extend(offline::files(parts)?);
    files.extend(npm::files(parts)?);
    files.extend(interface(parts)?);
    Ok(files)
}

/// What tells tools about the element.
fn interface(parts: &Parts) -> Result<Files> {
    let manifest = parts.api.manifest("b2b-b2c-profile.element.js", "b2b-b2c-profile.js")?;
    let mut files = Files::from([
        ("custom-elements.json".to_owned(), manifest.into_bytes()),
        (format!("{NAME}.d.ts"), parts.api.types()?.into_bytes()),
    ]);
    let schemas = parts.api.schemas()?.into_iter();
    files.extend(schemas.map(|(name, schema)| (format!("schemas/{name}"), schema.into_bytes())));
    Ok(files)
}

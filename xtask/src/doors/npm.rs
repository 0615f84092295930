//! The fourth door: the package for npm, as a folder and as the archive that is published.

use anyhow::Result;
use fs_err as fs;

use super::element::{CLASS, DEFINE, module};
use super::loaded::Bytes;
use super::parts::{Parts, VERSION, codes};
use super::{EXPORT, Files, LICENCES, NAME, interface, tarball};
use crate::script::{self, Kind};
use crate::template::{Values, fill};

const FOLDER: &str = "npm";

pub(super) fn files(parts: &Parts) -> Result<Files> {
    let package = package(parts)?;
    let archive = tarball::pack("package", &package)?;
    let mut files: Files =
        package.into_iter().map(|(name, bytes)| (format!("{FOLDER}/{name}"), bytes)).collect();
    files.insert(format!("{NAME}-{VERSION}.tgz"), archive);
    Ok(files)
}

/// The package's files by their path in it.
fn package(parts: &Parts) -> Result<Files> {
    let folder = parts.root.join(FOLDER);
    let values = Values::from([("version", VERSION.into()), ("wasm", parts.module.name.as_str().into())]);
    let description = fill("npm/package.json", &fs::read_to_string(folder.join("package.json"))?, &values)?;
    let languages = codes(&parts.content).into_iter().filter_map(|code| parts.content[code]["name"].as_str());
    let languages = languages.collect::<Vec<_>>().join(", ");
    let values =
        Values::from([("languages", languages.into()), ("reference", parts.api.reference()?.into())]);
    let readme = fill("npm/README.md", &fs::read_to_string(folder.join("README.md"))?, &values)?;
    // Not bundled: it imports the class from the file next to it.
    let define = script::minify(Kind::Module, "define.js", &fs::read_to_string(parts.root.join(DEFINE))?)?;
    let texts = [
        ("package.json", description),
        ("README.md", readme),
        ("element.js", module(parts, CLASS, Bytes::Bundled)?),
        ("define.js", define),
        ("inline.js", module(parts, DEFINE, Bytes::Inlined)?),
    ];
    let mut files: Files =
        texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    files.extend(interface(parts, ["element.js", "define.js"], "index.d.ts")?);
    for licence in LICENCES {
        files.insert(licence.to_owned(), fs::read(parts.root.join(licence))?);
    }
    files.insert(EXPORT.to_owned(), parts.export.bytes.clone());
    files.extend(parts.loaded());
    Ok(files)
}

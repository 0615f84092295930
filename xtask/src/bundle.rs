//! A bundler for the project's own ES modules.
//!
//! This is our own code because rolldown, a full bundler, needs a newer Rust version than the project. It supports only
//! what these modules use: imports and exports are by name, nothing is renamed, and all modules share one scope.
//! Anything else is an error.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use oxc::allocator::Allocator;
use oxc::ast::ast::{ExportSpecifier, ImportDeclarationSpecifier, Statement};
use oxc::span::{GetSpan, Span};

use crate::script::{self, Kind};

/// The text of modules by their path from the folder: those that the build writes, also in place of a file.
pub(crate) type Built = BTreeMap<&'static str, String>;

/// Joins the entry, a path from the folder, with the modules it imports, each once and before its first importer, and
/// minifies the result.
///
/// A module exports what the entry exports; a classic script exports nothing and declares no global variable.
pub(crate) fn bundle(kind: Kind, folder: &Path, entry: &str, built: &Built) -> Result<String> {
    script::minify(kind, &format!("{entry}, bundled"), &join(kind, folder, entry, built)?)
}

fn join(kind: Kind, folder: &Path, entry: &str, built: &Built) -> Result<String> {
    let mut bundle = Bundle { folder, built, exports: BTreeMap::new(), text: String::new() };
    bundle.require(entry, &[])?;
    let Bundle { text, exports, .. } = bundle;
    Ok(match kind {
        Kind::Module => {
            let exports: Vec<_> = exports[entry].iter().map(String::as_str).collect();
            format!("{text}export {{ {} }};\n", exports.join(", "))
        }
        Kind::Classic => format!("(() => {{\n'use strict';\n{text}}})();\n"),
    })
}

struct Bundle<'a> {
    folder: &'a Path,
    built: &'a Built,
    /// The exports of the modules that have been added, by file.
    exports: BTreeMap<String, BTreeSet<String>>,
    text: String,
}

impl Bundle<'_> {
    /// Adds a module unless it is there already; it must export these names.
    fn require(&mut self, file: &str, names: &[String]) -> Result<()> {
        if !self.exports.contains_key(file) {
            // Until all its imports are added, a module exports nothing, so a circular import is an error.
            self.exports.insert(file.to_owned(), BTreeSet::new());
            let exports = self.add(file).with_context(|| format!("module not bundled: {file}"))?;
            self.exports.insert(file.to_owned(), exports);
        }
        let missing: Vec<_> =
            names.iter().filter(|name| !self.exports[file].contains(*name)).map(String::as_str).collect();
        ensure!(missing.is_empty(), "not exported: {} by {file}", missing.join(", "));
        Ok(())
    }

    /// Adds a module's text without its imports and exports, after the modules that it imports. Returns its exports.
    fn add(&mut self, file: &str) -> Result<BTreeSet<String>> {
        let source = match self.built.get(file) {
            Some(text) => text.clone(),
            None => fs_err::read_to_string(self.folder.join(file))?,
        };
        let allocator = Allocator::default();
        let module = script::parse(&allocator, Kind::Module, file, &source)?;
        let (mut text, mut rest) = (String::new(), 0);
        for statement in &module.program.body {
            let (from, names, cut) = match statement {
                Statement::ImportDeclaration(import) => {
                    let names = import.specifiers.iter().flatten().map(imported).collect::<Result<_>>()?;
                    (Some(&import.source), names, import.span)
                }
                Statement::ExportFromDeclaration(export) => {
                    (Some(&export.source), exported(&export.specifiers)?, export.span)
                }
                Statement::ExportNamedDeclaration(export) => {
                    (None, exported(&export.specifiers)?, export.span)
                }
                Statement::ExportDeclaration(export) => {
                    let keyword = Span::new(export.span.start, export.declaration.span().start);
                    (None, Vec::new(), keyword)
                }
                Statement::ExportDefaultDeclaration(_) => bail!("default export, which has no name"),
                Statement::ExportAllDeclaration(export) => {
                    bail!("export without names: * from {}", export.source.value)
                }
                _ => continue,
            };
            if let Some(from) = from {
                self.require(&resolved(file, &from.value)?, &names)?;
            }
            text += &source[rest..cut.start as usize];
            rest = cut.end as usize;
        }
        self.text += &format!("{text}{}\n", &source[rest..]);
        Ok(module.module_record.exported_bindings.keys().map(ToString::to_string).collect())
    }
}

/// The path of an imported module. This path and the importer's are relative to the folder.
fn resolved(importer: &str, source: &str) -> Result<String> {
    ensure!(source.starts_with("./") || source.starts_with("../"), "import is not relative: {source}");
    let mut parts: Vec<&str> = importer.split('/').collect();
    parts.pop();
    for part in source.split('/').filter(|part| *part != ".") {
        match part {
            ".." => drop(parts.pop().with_context(|| format!("import from outside the folder: {source}"))?),
            name => parts.push(name),
        }
    }
    Ok(parts.join("/"))
}

fn imported(specifier: &ImportDeclarationSpecifier) -> Result<String> {
    match specifier {
        ImportDeclarationSpecifier::ImportSpecifier(one)
            if one.imported.name() == one.local.name.as_str() =>
        {
            Ok(one.local.name.to_string())
        }
        other => bail!("import is renamed: {}", other.local().name),
    }
}

fn exported(specifiers: &[ExportSpecifier]) -> Result<Vec<String>> {
    let name = |one: &ExportSpecifier| {
        ensure!(one.local.name() == one.exported.name(), "export is renamed: {}", one.local.name());
        Ok(one.exported.name().to_string())
    };
    specifiers.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(entry: &str, expected: Result<&str, &str>) {
        let built = BTreeMap::from([
            ("entry.js", entry.to_owned()),
            ("part.js", "import { x } from './base.js';\nexport const y = x;".to_owned()),
            ("base.js", "export const x = 1;".to_owned()),
            ("room/inner.js", "import { x } from '../base.js';\nexport const z = x;".to_owned()),
            ("room/outer.js", "import { z } from './inner.js';\nexport const w = z;".to_owned()),
        ]);
        let joined = join(Kind::Module, Path::new("nowhere"), "entry.js", &built);
        let bundled = joined.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        assert_eq!(bundled.as_deref().map_err(|error| format!("{error:#}")), expected.map_err(str::to_owned));
    }

    #[test]
    fn modules_stand_once_and_before_their_importers() {
        check(
            "import { y } from './part.js';\nimport { x } from './base.js';\nexport { y };\nx + y;",
            Ok("const x = 1; const y = x; x + y; export { y };"),
        );
        check("export { y } from './part.js';", Ok("const x = 1; const y = x; export { y };"));
    }

    #[test]
    fn a_module_stands_once_from_whichever_folder_it_is_imported() {
        check(
            "import { w } from './room/outer.js';\nimport { x } from './room/../base.js';\nw + x;",
            Ok("const x = 1; const z = x; const w = z; w + x; export { };"),
        );
    }

    #[test]
    fn an_import_from_elsewhere_is_an_error() {
        check("import 'lib';", Err("module not bundled: entry.js: import is not relative: lib"));
        let outside = "module not bundled: entry.js: import from outside the folder: ../base.js";
        check("import { x } from '../base.js';", Err(outside));
    }

    #[test]
    fn a_script_leaves_no_name_behind() {
        let built = Built::from([("entry.js", "export const x = 1;".to_owned())]);
        let script = join(Kind::Classic, Path::new("nowhere"), "entry.js", &built).unwrap();
        assert_eq!(script, "(() => {\n'use strict';\nconst x = 1;\n})();\n");
    }

    #[test]
    fn what_would_need_renaming_is_an_error() {
        check(
            "import { x as z } from './base.js';",
            Err("module not bundled: entry.js: import is renamed: z"),
        );
        check("const a = 1; export { a as b };", Err("module not bundled: entry.js: export is renamed: a"));
        check("export default 1;", Err("module not bundled: entry.js: default export, which has no name"));
    }

    #[test]
    fn a_circle_is_an_error() {
        let circle = "import { a } from './entry.js';\nexport const a = 1;";
        check(circle, Err("module not bundled: entry.js: not exported: a by entry.js"));
    }

    #[test]
    fn an_import_that_is_not_exported_is_an_error() {
        check(
            "import { z } from './base.js';",
            Err("module not bundled: entry.js: not exported: z by base.js"),
        );
    }
}

//! One file from the hand-written ES modules.
//!
//! A bundler proper, rolldown, needs a newer Rust than the project's. The modules are few and ours, so this small one
//! is strict instead of clever: imports and exports go by name, nothing is renamed, and all modules share one scope;
//! whatever does not fit is an error.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use oxc::allocator::Allocator;
use oxc::ast::ast::{ImportDeclaration, ImportDeclarationSpecifier, ModuleExportName, Statement};
use oxc::span::{GetSpan, Span};

use crate::script::{self, Kind};

/// Modules that stand in no file, or in the place of one, by their path from the folder.
pub(crate) type Built = BTreeMap<&'static str, String>;

/// Modules joined in one scope.
pub(crate) struct Bundled {
    text: String,
    exports: BTreeSet<String>,
}

impl Bundled {
    /// As an ES module that exports what the entry exports.
    pub(crate) fn module(&self) -> String {
        let exports = self.exports.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        format!("{}export {{ {exports} }};\n", self.text)
    }

    /// As a classic script, which leaves no name behind; what the entry exports is lost.
    pub(crate) fn script(&self) -> String {
        format!("(() => {{\n'use strict';\n{}}})();\n", self.text)
    }
}

/// Joins the entry, a path from the folder, with the modules it imports, each once and before its first importer.
pub(crate) fn bundle(folder: &Path, entry: &str, built: &Built) -> Result<Bundled> {
    let mut bundle = Bundle { folder, built, exports: BTreeMap::new(), text: String::new() };
    bundle.add(entry)?;
    let exports = bundle.exports.remove(entry).unwrap_or_default();
    Ok(Bundled { text: bundle.text, exports })
}

struct Bundle<'a> {
    folder: &'a Path,
    built: &'a Built,
    exports: BTreeMap<String, BTreeSet<String>>,
    text: String,
}

impl Bundle<'_> {
    fn add(&mut self, file: &str) -> Result<()> {
        if self.exports.contains_key(file) {
            return Ok(());
        }
        // A module that is reached from itself exports nothing yet, so a circle ends in an error.
        self.exports.insert(file.to_owned(), BTreeSet::new());
        let source = self.read(file)?;
        let allocator = Allocator::default();
        let path = self.folder.join(file);
        let module = script::parse(&allocator, Kind::Module, &path.display().to_string(), &source)?;
        let mut exports: BTreeSet<_> =
            module.module_record.exported_bindings.keys().map(|k| k.to_string()).collect();
        let mut cuts = Vec::new();
        for statement in &module.program.body {
            cuts.extend(
                self.cut(file, statement, &mut exports)
                    .with_context(|| format!("module not bundled: {file}"))?,
            );
        }
        self.text.push_str(&without(&source, &cuts));
        self.exports.insert(file.to_owned(), exports);
        Ok(())
    }

    fn read(&self, file: &str) -> Result<String> {
        if let Some(text) = self.built.get(file) {
            return Ok(text.clone());
        }
        let path = self.folder.join(file);
        std::fs::read_to_string(&path).with_context(|| format!("module not read: {}", path.display()))
    }

    /// The part of a statement that one shared scope makes superfluous; adds the modules that it names.
    fn cut(
        &mut self,
        file: &str,
        statement: &Statement,
        exports: &mut BTreeSet<String>,
    ) -> Result<Option<Span>> {
        match statement {
            Statement::ImportDeclaration(import) => {
                let names = imported(import)?;
                self.require(&resolved(file, &import.source.value)?, &names)?;
                Ok(Some(import.span))
            }
            Statement::ExportFromDeclaration(export) => {
                let pairs = export.specifiers.iter().map(|s| same_name(&s.local, &s.exported));
                let names = pairs.collect::<Result<Vec<_>>>()?;
                self.require(&resolved(file, &export.source.value)?, &names)?;
                exports.extend(names);
                Ok(Some(export.span))
            }
            Statement::ExportNamedDeclaration(export) => {
                export.specifiers.iter().try_for_each(|s| same_name(&s.local, &s.exported).map(drop))?;
                Ok(Some(export.span))
            }
            Statement::ExportDeclaration(export) => {
                Ok(Some(Span::new(export.span.start, export.declaration.span().start)))
            }
            Statement::ExportDefaultDeclaration(_) => bail!("export has no name: default"),
            Statement::ExportAllDeclaration(export) => {
                bail!("export names nothing: * from {}", export.source.value)
            }
            _ => Ok(None),
        }
    }

    fn require(&mut self, file: &str, names: &[String]) -> Result<()> {
        self.add(file)?;
        let exports = self.exports.get(file).cloned().unwrap_or_default();
        let missing: Vec<_> =
            names.iter().filter(|name| !exports.contains(*name)).map(String::as_str).collect();
        ensure!(missing.is_empty(), "not exported: {} by {file}", missing.join(", "));
        Ok(())
    }
}

/// The path of what a module imports; both are from the folder.
fn resolved(importer: &str, source: &str) -> Result<String> {
    ensure!(source.starts_with("./") || source.starts_with("../"), "import is not relative: {source}");
    let mut parts: Vec<&str> = importer.split('/').collect();
    parts.pop();
    for part in source.split('/').filter(|part| *part != ".") {
        match part {
            ".." => drop(parts.pop().with_context(|| format!("import leaves the folder: {source}"))?),
            name => parts.push(name),
        }
    }
    Ok(parts.join("/"))
}

fn imported(import: &ImportDeclaration) -> Result<Vec<String>> {
    let specifiers = import.specifiers.iter().flatten();
    specifiers
        .map(|specifier| match specifier {
            ImportDeclarationSpecifier::ImportSpecifier(one)
                if one.imported.name() == one.local.name.as_str() =>
            {
                Ok(one.local.name.to_string())
            }
            other => bail!("import is renamed: {}", other.local().name),
        })
        .collect()
}

fn same_name(local: &ModuleExportName, exported: &ModuleExportName) -> Result<String> {
    ensure!(local.name() == exported.name(), "export is renamed: {}", local.name());
    Ok(exported.name().to_string())
}

fn without(source: &str, cuts: &[Span]) -> String {
    let mut text = String::new();
    let mut from = 0;
    for cut in cuts {
        text.push_str(&source[from..cut.start as usize]);
        from = cut.end as usize;
    }
    text + &source[from..] + "\n"
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
        let bundled = bundle(Path::new("nowhere"), "entry.js", &built);
        let bundled =
            bundled.map(|bundled| bundled.module().split_whitespace().collect::<Vec<_>>().join(" "));
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
        let outside = "module not bundled: entry.js: import leaves the folder: ../base.js";
        check("import { x } from '../base.js';", Err(outside));
    }

    #[test]
    fn a_script_leaves_no_name_behind() {
        let built = Built::from([("entry.js", "export const x = 1;".to_owned())]);
        let script = bundle(Path::new("nowhere"), "entry.js", &built).unwrap().script();
        assert_eq!(script, "(() => {\n'use strict';\nconst x = 1;\n})();\n");
    }

    #[test]
    fn what_would_need_renaming_is_an_error() {
        check(
            "import { x as z } from './base.js';",
            Err("module not bundled: entry.js: import is renamed: z"),
        );
        check("const a = 1; export { a as b };", Err("module not bundled: entry.js: export is renamed: a"));
        check("export default 1;", Err("module not bundled: entry.js: export has no name: default"));
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

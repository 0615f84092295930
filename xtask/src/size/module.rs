//! What a WebAssembly module consists of: its sections, and its functions by where they come from.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

use super::origin::origin;

/// The code of a function that does nothing but end the program, for one that is thought away.
const NOTHING: [u8; 3] = [0, 0, 0x0b];

/// A module taken apart.
pub(crate) struct Module<'a> {
    /// As it is shipped. The names are no part of it: they only tell whose code it is.
    bytes: &'a [u8],
    /// What it has besides code.
    pub(crate) sections: Vec<Part>,
    /// Its functions by their origin, those with most bytes first.
    pub(crate) origins: Vec<Part>,
}

/// A part of a module.
pub(crate) struct Part {
    pub(crate) name: String,
    /// How many functions it has; none for a section.
    pub(crate) functions: usize,
    places: Vec<Range<usize>>,
}

impl<'a> Module<'a> {
    /// Takes a module apart that ends with a section of names.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Module<'a>> {
        let mut sections = Vec::new();
        let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
        let mut end = bytes.len();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload.context("not a WebAssembly module")?;
            if let Some(section) = section(&payload) {
                sections.push(section);
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.range()),
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(section) = custom.as_known() {
                        end = bodies.last().map_or(end, |body| body.end).max(sections_end(&sections));
                        names = function_names(section)?;
                    }
                }
                _ => {}
            }
        }
        let mut origins: BTreeMap<String, Vec<Range<usize>>> = BTreeMap::new();
        for (index, place) in (imported..).zip(bodies) {
            origins.entry(origin(names.get(&index).copied().unwrap_or_default())).or_default().push(place);
        }
        let part = |(name, places): (String, Vec<_>)| Part { name, functions: places.len(), places };
        let mut origins: Vec<Part> = origins.into_iter().map(part).collect();
        origins.sort_by_key(|part| std::cmp::Reverse(part.size()));
        Ok(Module { bytes: &bytes[..end], sections, origins })
    }

    /// The module as it is shipped.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.bytes
    }

    /// The module with nothing in the place of a part.
    pub(crate) fn without(&self, part: &Part) -> Vec<u8> {
        let mut rest = Vec::with_capacity(self.bytes.len());
        let mut from = 0;
        for place in &part.places {
            rest.extend(&self.bytes[from..place.start]);
            if part.functions > 0 {
                rest.extend(NOTHING);
            }
            from = place.end;
        }
        rest.extend(&self.bytes[from..]);
        rest
    }
}

impl Part {
    /// How many bytes it takes in the module.
    pub(crate) fn size(&self) -> usize {
        self.places.iter().map(Range::len).sum()
    }
}

/// A section other than code, which is told apart by function.
fn section(payload: &Payload) -> Option<Part> {
    let name = match payload {
        Payload::TypeSection(_) => "types",
        Payload::ImportSection(_) => "imports",
        Payload::FunctionSection(_) => "functions",
        Payload::TableSection(_) => "tables",
        Payload::GlobalSection(_) => "globals",
        Payload::ExportSection(_) => "exports",
        Payload::ElementSection(_) => "elements",
        Payload::DataSection(_) => "data",
        _ => return None,
    };
    let (_, range) = payload.as_section()?;
    Some(Part { name: name.to_owned(), functions: 0, places: vec![range] })
}

fn sections_end(sections: &[Part]) -> usize {
    sections.iter().flat_map(|part| &part.places).map(|place| place.end).max().unwrap_or_default()
}

fn function_names(section: NameSectionReader<'_>) -> Result<BTreeMap<u32, &str>> {
    let mut names = BTreeMap::new();
    for subsection in section {
        if let Name::Function(functions) = subsection? {
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name);
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One import, two functions, and their names.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01a\x01b\0\0\
        \x03\x03\x02\0\0\
        \x0a\x09\x02\x02\0\x0b\x04\0\x01\x01\x0b\
        \0\x1c\x04name\x01\x15\x02\x01\x09core::one\x02\x07yew::xy";

    #[test]
    fn functions_are_told_apart_by_origin() {
        let module = Module::read(MODULE).unwrap();
        let told: Vec<_> =
            module.origins.iter().map(|part| (part.name.as_str(), part.functions, part.size())).collect();
        assert_eq!(told, [("yew", 1, 4), ("core::one", 1, 2)]);
        let sections: Vec<_> = module.sections.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(sections, ["types", "imports", "functions"]);
    }

    #[test]
    fn names_are_not_shipped_and_a_part_can_be_thought_away() {
        let module = Module::read(MODULE).unwrap();
        assert!(MODULE.starts_with(module.bytes()) && module.bytes().ends_with(b"\0\x01\x01\x0b"));
        let without = module.without(&module.origins[0]);
        assert!(without.ends_with(b"\x02\0\x0b\x04\0\0\x0b"), "{without:x?}");
    }
}

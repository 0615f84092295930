//! One module made two: what every visit needs at once, and what only a result needs, which comes later.
//!
//! The second module is no program of its own. Its functions work in the first one's memory and stand in the first
//! one's table; it takes from there whatever it calls. Until it is there, their places in the table are empty, and a
//! call is an error: the widget never makes one (`src/view/widget.rs`).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::{self, Call, Instr, InstrSeqId, RefFunc, ReturnCall, Value, Visitor};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind, ImportKind,
    ImportedFunction, LocalFunction, Module, ModuleConfig, TableId, TypeId,
};

/// What the names of the ways into the second module have in them: each is a function of a Rust module called `later`.
const WAY_IN: &str = "::later::";

/// Rust modules that are reached by no other way. What of them stands in the table alone, such as a closure, would else
/// stay in the first module.
const BEHIND: [&str; 4] = [
    "b2b_b2c_profile::exchange::letter::",
    "b2b_b2c_profile::exchange::table::",
    "b2b_b2c_profile::view::account::",
    "b2b_b2c_profile::view::result::",
];

/// What the second module calls the first one.
const FIRST: &str = "a";

/// Two modules that are one program.
pub(crate) struct Split {
    /// Runs by itself.
    pub(crate) first: Vec<u8>,
    /// Is instantiated with the first one's exports.
    pub(crate) second: Vec<u8>,
}

/// What becomes of the functions' names.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Names {
    /// They stand at the modules' ends, for a report.
    Kept,
    Removed,
}

/// Splits a module that has its functions' names. What is called through a Rust module named `later`, and by nothing
/// else, goes into the second one. Fails where something in the first one calls it in any other way.
pub(crate) fn split(bytes: &[u8], names: Names) -> Result<Split> {
    let mut first = parse(bytes, names)?;
    let mut second = parse(bytes, names)?;
    Plan::of(&first)?.keep_first(&mut first)?;
    Plan::of(&second)?.keep_second(&mut second)?;
    for module in [&mut first, &mut second] {
        walrus::passes::gc::run(module);
    }
    Ok(Split { first: first.emit_wasm(), second: second.emit_wasm() })
}

/// Parsed twice, the same bytes give the same plan.
fn parse(bytes: &[u8], names: Names) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(names == Names::Kept).generate_producers_section(false);
    config.parse(bytes).context("module not read")
}

/// What goes where.
struct Plan {
    /// The functions of the second module.
    later: BTreeSet<FunctionId>,
    /// Those of them that the first module calls, with their new places in the table.
    entrances: BTreeMap<FunctionId, i32>,
    /// The functions of the first module that the second one calls, with the names they get for that.
    shared: BTreeMap<FunctionId, String>,
    /// The table of functions.
    table: TableId,
    /// How large the table becomes.
    size: u64,
    /// What else the second module takes from the first: memories, tables and globals, with their names.
    items: Vec<(ExportItem, String)>,
}

impl Plan {
    fn of(module: &Module) -> Result<Plan> {
        let calls: BTreeMap<FunctionId, Calls> =
            module.funcs.iter_local().map(|(id, function)| (id, Calls::of(function))).collect();
        let named = named(module, &calls);
        let now = reached(module, &named, &calls);
        let later: BTreeSet<FunctionId> = calls.keys().copied().filter(|id| !now.contains(id)).collect();
        for id in module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        }) {
            ensure!(!later.contains(&id), "exported, and yet needed later: {:?}", module.funcs.get(id).name);
        }

        let mut tables = module.tables.iter();
        let table = tables.find(|table| table.element_ty == walrus::RefType::FUNCREF);
        let table = table.context("the module has no table of functions")?;
        let mut size = table.initial;
        let mut entrances = BTreeMap::new();
        let mut shared = BTreeMap::new();
        let mut names = (0..).map(name);
        for (caller, calls) in &calls {
            let is_later = later.contains(caller);
            for &called in &calls.called {
                match (is_later, later.contains(&called)) {
                    (false, true) => {
                        let name = name_of(module, called);
                        let by = name_of(module, *caller);
                        ensure!(name.contains(WAY_IN), "called before it is there: {name} by {by}");
                        entrances.entry(called).or_insert_with(|| {
                            size += 1;
                            size as i32 - 1
                        });
                    }
                    (true, false) => {
                        shared.entry(called).or_insert_with(|| names.next().expect("there are always more"));
                    }
                    _ => {}
                }
            }
            ensure!(
                calls.referred.is_empty(),
                "a function’s address is taken: {:?}",
                module.funcs.get(*caller).name
            );
        }
        let memories = module.memories.iter().map(|memory| ExportItem::Memory(memory.id()));
        let tables = module.tables.iter().map(|table| ExportItem::Table(table.id()));
        let globals = module.globals.iter().map(|global| ExportItem::Global(global.id()));
        let items = memories.chain(tables).chain(globals).zip(names).collect();
        Ok(Plan { later, entrances, shared, table: table.id(), size, items })
    }

    fn keep_first(&self, module: &mut Module) -> Result<()> {
        let types: BTreeMap<FunctionId, TypeId> =
            self.entrances.keys().map(|&id| (id, module.funcs.get(id).ty())).collect();
        for (id, function) in module.funcs.iter_local_mut() {
            if !self.later.contains(&id) {
                self.call_through_table(function, &types);
            }
        }
        self.set_elements(module, |id| !self.later.contains(&id), &BTreeMap::new())?;
        for (&id, name) in &self.shared {
            module.exports.add(name, id);
        }
        for (item, name) in &self.items {
            module.exports.add(name, *item);
        }
        Ok(())
    }

    fn keep_second(&self, module: &mut Module) -> Result<()> {
        let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
        exports.into_iter().for_each(|id| module.exports.delete(id));
        let data: Vec<_> = module.data.iter().map(|data| data.id()).collect();
        data.into_iter().for_each(|id| module.data.delete(id));
        for memory in module.memories.iter_mut() {
            memory.data_segments.clear();
        }
        let imports: Vec<_> = module.imports.iter().map(|import| import.id()).collect();
        module.start = None;
        self.set_elements(module, |id| self.later.contains(&id), &self.entrances)?;
        for (&id, name) in &self.shared {
            let import = module.imports.add(FIRST, name, id);
            let ty = module.funcs.get(id).ty();
            module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
        for (item, name) in &self.items {
            match *item {
                ExportItem::Memory(id) => {
                    module.memories.get_mut(id).import = Some(module.imports.add(FIRST, name, id));
                }
                ExportItem::Table(id) => {
                    module.tables.get_mut(id).import = Some(module.imports.add(FIRST, name, id));
                }
                ExportItem::Global(id) => {
                    let import = module.imports.add(FIRST, name, id);
                    module.globals.get_mut(id).kind = GlobalKind::Import(import);
                }
                ExportItem::Function(_) | ExportItem::Tag(_) => bail!("not to be shared: {item:?}"),
            }
        }
        for id in imports {
            // What the page gives, the second module has from the first one as well.
            if let ImportKind::Function(function) = module.imports.get(id).kind
                && !self.shared.contains_key(&function)
            {
                module.funcs.delete(function);
            }
            module.imports.delete(id);
        }
        Ok(())
    }

    /// Calls the second module's functions by their places in the table.
    fn call_through_table(&self, function: &mut LocalFunction, types: &BTreeMap<FunctionId, TypeId>) {
        for block in blocks(function) {
            let block = function.block_mut(block);
            if !block.instrs.iter().any(|(instr, _)| self.entrance(instr).is_some()) {
                continue;
            }
            block.instrs = std::mem::take(&mut block.instrs)
                .into_iter()
                .flat_map(|(instr, place)| match self.entrance(&instr) {
                    Some((called, entrance)) => {
                        let entrance = Instr::from(ir::Const { value: Value::I32(entrance) });
                        let call = ir::CallIndirect { ty: types[&called], table: self.table };
                        vec![(entrance, place), (Instr::from(call), place)]
                    }
                    None => vec![(instr, place)],
                })
                .collect();
        }
    }

    fn entrance(&self, instr: &Instr) -> Option<(FunctionId, i32)> {
        match instr {
            Instr::Call(Call { func }) => self.entrances.get(func).map(|&place| (*func, place)),
            _ => None,
        }
    }

    /// Leaves those functions in the table that belong to a module, in their places, and adds others.
    fn set_elements(
        &self,
        module: &mut Module,
        is_kept: impl Fn(FunctionId) -> bool,
        added: &BTreeMap<FunctionId, i32>,
    ) -> Result<()> {
        let mut places: BTreeMap<i32, FunctionId> = added.iter().map(|(&id, &place)| (place, id)).collect();
        let mut segments = Vec::new();
        for element in module.elements.iter() {
            let ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(start)) } = &element.kind
            else {
                bail!("a segment of a table has no fixed place")
            };
            ensure!(*table == self.table, "functions stand in two tables");
            let ElementItems::Functions(functions) = &element.items else {
                bail!("a segment of a table has no functions")
            };
            places.extend((*start..).zip(functions.iter().copied()).filter(|&(_, id)| is_kept(id)));
            segments.push(element.id());
        }
        segments.into_iter().for_each(|id| module.elements.delete(id));
        let mut runs: Vec<(i32, Vec<FunctionId>)> = Vec::new();
        for (place, id) in places {
            match runs.last_mut() {
                Some((start, run)) if *start + run.len() as i32 == place => run.push(id),
                _ => runs.push((place, vec![id])),
            }
        }
        let mut added = Vec::new();
        for (start, run) in runs {
            let offset = ConstExpr::Value(Value::I32(start));
            let kind = ElementKind::Active { table: self.table, offset };
            added.push(module.elements.add(kind, ElementItems::Functions(run)));
        }
        let table = module.tables.get_mut(self.table);
        table.elem_segments = added.into_iter().collect();
        table.initial = self.size;
        table.maximum = table.maximum.map(|maximum| maximum.max(self.size));
        Ok(())
    }
}

/// The functions that belong to the second module by their names, and what stands in the table to call one of those
/// behind the ways in: the shim of a closure has no name of its own.
fn named(module: &Module, calls: &BTreeMap<FunctionId, Calls>) -> BTreeSet<FunctionId> {
    let of = |is_of: fn(&str) -> bool| -> BTreeSet<FunctionId> {
        calls.keys().copied().filter(|&id| is_of(&name_of(module, id))).collect()
    };
    let behind = of(|name| BEHIND.iter().any(|module| name.contains(module)));
    let shims =
        listed(module).filter(|id| calls.get(id).is_some_and(|calls| !calls.called.is_disjoint(&behind)));
    let mut named = of(|name| name.contains(WAY_IN));
    named.extend(shims);
    named.extend(behind);
    named
}

/// The functions that stand in tables.
fn listed(module: &Module) -> impl Iterator<Item = FunctionId> {
    module.elements.iter().flat_map(|element| match &element.items {
        ElementItems::Functions(functions) => functions.clone(),
        ElementItems::Expressions(..) => Vec::new(),
    })
}

/// A function's name as Rust writes it.
fn name_of(module: &Module, id: FunctionId) -> String {
    let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
    format!("{:#}", rustc_demangle::demangle(name))
}

/// The functions that can be reached before the second module is there.
fn reached(
    module: &Module,
    named: &BTreeSet<FunctionId>,
    calls: &BTreeMap<FunctionId, Calls>,
) -> BTreeSet<FunctionId> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    });
    let mut open: Vec<FunctionId> = exported.chain(module.start).chain(listed(module)).collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !named.contains(&id) && reached.insert(id) {
            open.extend(calls.get(&id).into_iter().flat_map(|calls| &calls.called));
        }
    }
    reached
}

/// What a function calls by name, and whose address it takes.
#[derive(Default)]
struct Calls {
    called: BTreeSet<FunctionId>,
    referred: BTreeSet<FunctionId>,
}

impl Calls {
    fn of(function: &LocalFunction) -> Calls {
        let mut calls = Calls::default();
        ir::dfs_in_order(&mut calls, function, function.entry_block());
        calls
    }
}

impl Visitor<'_> for Calls {
    fn visit_call(&mut self, call: &Call) {
        self.called.insert(call.func);
    }

    fn visit_return_call(&mut self, call: &ReturnCall) {
        self.referred.insert(call.func);
    }

    fn visit_ref_func(&mut self, reference: &RefFunc) {
        self.referred.insert(reference.func);
    }
}

/// A function's blocks of instructions.
fn blocks(function: &LocalFunction) -> Vec<InstrSeqId> {
    struct Blocks(Vec<InstrSeqId>);
    impl<'instr> Visitor<'instr> for Blocks {
        fn start_instr_seq(&mut self, block: &'instr ir::InstrSeq) {
            self.0.push(block.id());
        }
    }
    let mut blocks = Blocks(Vec::new());
    ir::dfs_in_order(&mut blocks, function, function.entry_block());
    blocks.0
}

/// The name with that number: 0, 1, … 9, 00, … Those that the glue uses begin with letters.
fn name(mut number: usize) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut name = String::from(char::from(DIGITS[number % 10]));
    number /= 10;
    while number > 0 {
        number -= 1;
        name.push(char::from(DIGITS[number % 36]));
        number /= 36;
    }
    name
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, RefType};

    use super::*;

    /// A program with functions by these names that call each other so; the first one is exported, and those listed
    /// stand in the table from place 1 on.
    fn program(functions: &[(&str, &[&str])], listed: &[&str]) -> Vec<u8> {
        let mut module = Module::default();
        let ids: BTreeMap<&str, FunctionId> = functions
            .iter()
            .map(|(name, _)| {
                let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
                builder.name((*name).to_owned());
                (*name, builder.finish(Vec::new(), &mut module.funcs))
            })
            .collect();
        for (name, called) in functions {
            let FunctionKind::Local(function) = &mut module.funcs.get_mut(ids[name]).kind else { continue };
            let mut body = function.builder_mut().func_body();
            called.iter().for_each(|called| {
                body.call(ids[called]);
            });
        }
        module.exports.add("main", ids[functions[0].0]);
        let table = module.tables.add_local(false, listed.len() as u64 + 1, None, RefType::FUNCREF);
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(1)) };
        let listed = listed.iter().map(|name| ids[name]).collect();
        let element = module.elements.add(kind, ElementItems::Functions(listed));
        module.tables.get_mut(table).elem_segments.insert(element);
        module.emit_wasm()
    }

    /// The names of a module's own functions, in the order of the alphabet.
    fn own(bytes: &[u8]) -> Vec<String> {
        let module = Module::from_buffer(bytes).unwrap();
        let mut names: Vec<String> =
            module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect();
        names.sort();
        names
    }

    /// Where the functions of a module stand in the table.
    fn places(bytes: &[u8]) -> Vec<(i32, usize)> {
        let module = Module::from_buffer(bytes).unwrap();
        let place = |element: &walrus::Element| match (&element.kind, &element.items) {
            (
                ElementKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. },
                ElementItems::Functions(functions),
            ) => (*start, functions.len()),
            other => panic!("{other:?}"),
        };
        module.elements.iter().map(place).collect()
    }

    #[test]
    fn what_only_a_way_in_calls_comes_later() {
        let functions: [(&str, &[&str]); 5] = [
            ("main", &["both", "a::later::way"]),
            ("both", &[]),
            ("a::later::way", &["only", "both"]),
            ("only", &["deep"]),
            ("deep", &["both"]),
        ];
        let Split { first, second } = split(&program(&functions, &[]), Names::Kept).unwrap();
        assert_eq!(own(&first), ["both", "main"]);
        assert_eq!(own(&second), ["a::later::way", "deep", "only"]);
        // The way in has a place in the table, which the second module fills.
        assert_eq!((places(&first), places(&second)), (vec![], vec![(1, 1)]));
        let (first, second) = [&first, &second].map(|bytes| Module::from_buffer(bytes).unwrap()).into();
        let exports: BTreeSet<&str> = first.exports.iter().map(|export| export.name.as_str()).collect();
        for import in second.imports.iter() {
            assert_eq!(import.module, FIRST);
            assert!(exports.contains(&*import.name), "{} is not to be had", import.name);
        }
        assert_eq!(second.imports.iter().count(), 2, "a function and the table");
    }

    #[test]
    fn functions_keep_their_places_in_the_table() {
        let functions: [(&str, &[&str]); 4] = [
            ("main", &["a::later::way"]),
            ("now", &[]),
            ("a::later::way", &[]),
            ("b2b_b2c_profile::view::result::closure", &[]),
        ];
        let listed = ["now", "b2b_b2c_profile::view::result::closure", "now"];
        let Split { first, second } = split(&program(&functions, &listed), Names::Kept).unwrap();
        assert_eq!(places(&first), [(1, 1), (3, 1)]);
        assert_eq!(places(&second), [(2, 1), (4, 1)]);
    }

    #[test]
    fn the_shim_of_a_later_closure_goes_along() {
        let functions: [(&str, &[&str]); 4] = [
            ("main", &["a::later::way"]),
            ("a::later::way", &[]),
            ("shim", &["b2b_b2c_profile::view::result::closure"]),
            ("b2b_b2c_profile::view::result::closure", &[]),
        ];
        let Split { first, second } = split(&program(&functions, &["shim"]), Names::Kept).unwrap();
        assert_eq!(own(&first), ["main"]);
        assert_eq!(own(&second).len(), 3);
    }

    #[test]
    fn a_call_past_the_ways_in_is_an_error() {
        let functions: [(&str, &[&str]); 3] = [
            ("main", &["b2b_b2c_profile::view::result::rows", "a::later::way"]),
            ("b2b_b2c_profile::view::result::rows", &[]),
            ("a::later::way", &[]),
        ];
        let error = split(&program(&functions, &[]), Names::Kept).err().unwrap();
        let expected = "called before it is there: b2b_b2c_profile::view::result::rows by main";
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn names_never_come_twice_and_begin_with_a_digit() {
        let names: BTreeSet<String> = (0..2000).map(name).collect();
        assert_eq!(names.len(), 2000);
        assert!(names.iter().all(|name| name.starts_with(|char: char| char.is_ascii_digit())));
    }
}

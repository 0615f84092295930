//! One module made two: what every visit needs at once, and what only a result needs, which comes later.
//!
//! The second module is no program of its own. Its functions work in the first one's memory and stand in the first
//! one's table; it takes from there whatever it calls. Until it is there, their places in the table are empty, and a
//! call is an error: the widget never makes one (`src/view/widget.rs`).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::{self, Call, Instr, InstrSeqId, RefFunc, ReturnCall, Value, Visitor};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, GlobalKind, ImportKind, LocalFunction,
    Module, ModuleConfig, TableId, TypeId,
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
    Plan::of(&second)?.keep_second(&mut second)?;
    walrus::passes::gc::run(&mut second);
    let needed = second.imports.iter().map(|import| import.name.clone()).collect();
    Plan::of(&first)?.keep_first(&mut first, &needed)?;
    walrus::passes::gc::run(&mut first);
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
    /// What one module calls of the other, with its place in the table, old or new. (An export and an import for each
    /// would make every instance slower to start, and weigh more.)
    crossings: BTreeMap<FunctionId, i32>,
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
        for id in exported(module) {
            ensure!(!later.contains(&id), "exported, and yet needed later: {:?}", module.funcs.get(id).name);
        }

        let mut tables = module.tables.iter();
        let table = tables.find(|table| table.element_ty == walrus::RefType::FUNCREF);
        let table = table.context("the module has no table of functions")?;
        let mut size = table.initial;
        let mut crossings = BTreeMap::new();
        for (caller, calls) in &calls {
            let by = name_of(module, *caller);
            for &called in calls.called.iter().filter(|id| later.contains(id) != later.contains(caller)) {
                let name = name_of(module, called);
                let is_ready = !later.contains(&called) || name.contains(WAY_IN);
                ensure!(is_ready, "called before it is there: {name} by {by}");
                crossings.entry(called).or_insert_with(|| {
                    size += 1;
                    size as i32 - 1
                });
            }
            ensure!(calls.referred.is_empty(), "a function’s address is taken by {by}");
        }
        let memories = module.memories.iter().map(|memory| ExportItem::Memory(memory.id()));
        let tables = module.tables.iter().map(|table| ExportItem::Table(table.id()));
        let globals = module.globals.iter().map(|global| ExportItem::Global(global.id()));
        let items = memories.chain(tables).chain(globals).enumerate().map(|(number, item)| {
            let known = module.exports.iter().find(|export| is_same(&export.item, &item));
            // The names that the glue uses begin with letters.
            (item, known.map_or(number.to_string(), |export| export.name.clone()))
        });
        let items = items.collect();
        Ok(Plan { later, crossings, table: table.id(), size, items })
    }

    /// Keeps what runs at once, and exports what the second module needs of it.
    fn keep_first(&self, module: &mut Module, needed: &BTreeSet<String>) -> Result<()> {
        self.keep(module, |id| !self.later.contains(&id))?;
        let known: BTreeSet<String> = module.exports.iter().map(|export| export.name.clone()).collect();
        for (item, name) in &self.items {
            if needed.contains(name) && !known.contains(name) {
                module.exports.add(name, *item);
            }
        }
        Ok(())
    }

    /// Keeps what comes later, and imports what that needs.
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
        self.keep(module, |id| self.later.contains(&id))?;
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
            if let ImportKind::Function(function) = module.imports.get(id).kind {
                module.funcs.delete(function);
            }
            module.imports.delete(id);
        }
        Ok(())
    }

    /// Leaves a module its own functions in the table, and has it call the other one's by their places there.
    fn keep(&self, module: &mut Module, is_own: impl Fn(FunctionId) -> bool) -> Result<()> {
        let types: BTreeMap<FunctionId, TypeId> =
            self.crossings.keys().map(|&id| (id, module.funcs.get(id).ty())).collect();
        for (id, function) in module.funcs.iter_local_mut() {
            if is_own(id) {
                self.call_through_table(function, |called| types.get(&called).filter(|_| !is_own(called)));
            }
        }
        self.set_elements(module, is_own)
    }

    /// Calls functions that have such types by their places.
    fn call_through_table<'a>(
        &self,
        function: &mut LocalFunction,
        type_of: impl Fn(FunctionId) -> Option<&'a TypeId>,
    ) {
        for block in blocks(function) {
            let block = function.block_mut(block);
            let called = |instr: &Instr| match instr {
                Instr::Call(Call { func }) => Some((self.crossings.get(func)?, type_of(*func)?)),
                _ => None,
            };
            block.instrs = std::mem::take(&mut block.instrs)
                .into_iter()
                .flat_map(|(instr, origin)| match called(&instr) {
                    Some((&place, &ty)) => {
                        let place = Instr::from(ir::Const { value: Value::I32(place) });
                        let call = Instr::from(ir::CallIndirect { ty, table: self.table });
                        vec![(place, origin), (call, origin)]
                    }
                    None => vec![(instr, origin)],
                })
                .collect();
        }
    }

    /// Leaves those functions in the table that belong to a module, in their places, and adds what the other one calls.
    fn set_elements(&self, module: &mut Module, is_own: impl Fn(FunctionId) -> bool) -> Result<()> {
        let added = self.crossings.iter().map(|(&id, &place)| (place, id));
        let mut places: BTreeMap<i32, FunctionId> = added.filter(|&(_, id)| is_own(id)).collect();
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
            places.extend((*start..).zip(functions.iter().copied()).filter(|&(_, id)| is_own(id)));
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

/// The functions that are exported.
fn exported(module: &Module) -> impl Iterator<Item = FunctionId> {
    module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    })
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
    let mut open: Vec<FunctionId> = exported(module).chain(module.start).chain(listed(module)).collect();
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

/// Whether two items of one module are the same.
fn is_same(one: &ExportItem, other: &ExportItem) -> bool {
    match (one, other) {
        (ExportItem::Memory(one), ExportItem::Memory(other)) => one == other,
        (ExportItem::Table(one), ExportItem::Table(other)) => one == other,
        (ExportItem::Global(one), ExportItem::Global(other)) => one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests;

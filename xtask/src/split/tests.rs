use walrus::{FunctionBuilder, FunctionKind, RefType};

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
    // What crosses from one to the other has a place in the table, which the module fills that has it.
    assert_eq!((places(&first), places(&second)), (vec![(2, 1)], vec![(1, 1)]));
    let [first, second] = [first, second].map(|bytes| Module::from_buffer(&bytes).unwrap());
    let exports: BTreeSet<&str> = first.exports.iter().map(|export| export.name.as_str()).collect();
    for import in second.imports.iter() {
        assert_eq!(import.module, FIRST);
        assert!(exports.contains(&*import.name), "{} is not to be had", import.name);
    }
    assert_eq!(second.imports.iter().count(), 1, "the table");
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

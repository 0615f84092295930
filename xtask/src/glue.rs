//! wasm-bindgen's glue, made fit for a page that is not ours, and small.

use std::collections::BTreeMap;

use anyhow::{Result, bail, ensure};

/// The names that Yew gives to its own properties on DOM nodes and events.
const YEW_PROPERTIES: [&str; 3] = ["__yew_listener_id", "__yew_subtree_cache_key", "__yew_subtree_id"];

/// What wasm-bindgen writes, and what the widget needs in its place: calls that never throw into the page, and objects
/// that take over nothing from a page that adds to everyone's prototype.
const SAFEGUARDS: [(&str, &str); 2] = [
    ("wasm = instance.exports;", "wasm = guard(instance.exports);"),
    ("const ret = new Object();", "const ret = { __proto__: null };"),
];

/// Where wasm-bindgen writes what the widget doesn't need, from and to, and what stands there instead: it is only ever
/// started with a compiled module, and by browsers that can write text into memory.
const SURPLUS: [(&str, &str, &str); 3] = [
    ("let script_src;", "/**", "/**"),
    ("if (!('encodeInto' in cachedTextEncoder)) {", "let WASM_VECTOR_LEN", "let WASM_VECTOR_LEN"),
    (
        "async function __wbg_load(",
        "return Object.assign(__wbg_init, { initSync }, exports);",
        "async function start(module) {\n\
         const instance = await WebAssembly.instantiate(module, __wbg_get_imports());\n\
         __wbg_finalize_init(instance, module);\n}\n\
         return Object.assign(start, exports);",
    ),
];

/// Describes a value at length; that happens in the message of a crash alone, and in no module without such messages.
const DESCRIPTION: (&str, &str, &str) = (
    "function debugString(val) {",
    "#description",
    "function debugString(val) {\n{\n\
     return val instanceof Error ? `${val.name}: ${val.message}\\n${val.stack}` : toString.call(val);",
);

/// The glue as the widget needs it: statements that leave a function in `wasm_bindgen` which starts a runtime from a
/// compiled module. `names` are those that were given in the module.
pub(crate) fn fit(glue: &str, names: &ShortNames) -> Result<String> {
    names.replace(&without_surplus(&isolated(glue)?)?)
}

/// Gives each runtime its own symbols for Yew's properties on DOM nodes and events.
///
/// With shared names, two Yew apps of which one stands inside the other take each other's ids for their own, and a
/// click runs unrelated handlers. Fails if a name is missing or any other appears, as after a change in Yew.
fn isolated(glue: &str) -> Result<String> {
    let mut isolated = glue.to_owned();
    for name in YEW_PROPERTIES {
        let (access, own) = (format!(".{name}"), format!("[{name}]"));
        ensure!(isolated.contains(&access), "property of Yew not found: {name} in wasm-bindgen's glue");
        isolated = isolated.replace(&access, &own);
    }
    if let Some(at) = isolated.find(".__yew_") {
        bail!("property of Yew not known: {} in wasm-bindgen's glue", word(&isolated[at + 1..]));
    }
    for (found, safe) in SAFEGUARDS {
        ensure!(isolated.contains(found), "place of a safeguard not found: {found} in wasm-bindgen's glue");
        isolated = isolated.replace(found, safe);
    }
    let symbols = YEW_PROPERTIES.map(|name| format!("{name} = Symbol()")).join(", ");
    Ok(format!("const {symbols};\n{isolated}"))
}

fn without_surplus(glue: &str) -> Result<String> {
    let mut rest = glue.to_owned();
    for (from, to, instead) in SURPLUS {
        ensure!(cut(&mut rest, from, to, instead), "not found: {from} … {to} in wasm-bindgen's glue");
    }
    let (from, to, instead) = DESCRIPTION;
    cut(&mut rest, from, to, instead);
    Ok(rest)
}

/// Replaces what stands from one text to another, if it stands there.
fn cut(text: &mut String, from: &str, to: &str, instead: &str) -> bool {
    let place = text.find(from).and_then(|start| Some((start, start + text[start..].find(to)? + to.len())));
    if let Some((start, end)) = place {
        text.replace_range(start..end, instead);
    }
    place.is_some()
}

/// Names for what passes between module and glue: nobody else reads them, and they come twice.
#[derive(Default)]
pub(crate) struct ShortNames {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
    modules: BTreeMap<String, String>,
}

impl ShortNames {
    pub(crate) fn import(&mut self, name: &str) -> String {
        short_for(&mut self.imports, name)
    }

    pub(crate) fn export(&mut self, name: &str) -> String {
        short_for(&mut self.exports, name)
    }

    pub(crate) fn module(&mut self, name: &str) -> String {
        short_for(&mut self.modules, name)
    }

    /// The glue with these names. Fails if it doesn't give an import, or asks for what isn't exported.
    fn replace(&self, glue: &str) -> Result<String> {
        let mut text = glue.to_owned();
        for (name, short) in &self.modules {
            text = once(&text, &format!("\"{name}\": "), &format!("{short}: "))?;
        }
        for (name, short) in &self.imports {
            text = once(&text, &format!("\n{name}: "), &format!("\n{short}: "))
                .or_else(|_| once(&text, &format!(" {name}: function"), &format!(" {short}: function")))?;
        }
        let mut replaced = String::new();
        for (number, part) in text.split("wasm.").enumerate() {
            if number == 0 {
                replaced.push_str(part);
                continue;
            }
            let name = word(part);
            let Some(short) = self.exports.get(name) else {
                bail!("not exported: {name}, which wasm-bindgen's glue asks for")
            };
            replaced.push_str("wasm.");
            replaced.push_str(short);
            replaced.push_str(&part[name.len()..]);
        }
        Ok(replaced)
    }
}

/// The text with a part replaced that stands there once.
fn once(text: &str, part: &str, instead: &str) -> Result<String> {
    ensure!(text.matches(part).count() == 1, "not there once: {} in wasm-bindgen's glue", part.trim());
    Ok(text.replace(part, instead))
}

fn short_for(known: &mut BTreeMap<String, String>, name: &str) -> String {
    let next = known.len();
    known.entry(name.to_owned()).or_insert_with(|| short(next)).clone()
}

/// The name with that number: a, b, … z, aa, ba, …
pub(crate) fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// The name that a text begins with.
fn word(text: &str) -> &str {
    text.split(|char: char| !char.is_alphanumeric() && char != '_' && char != '$').next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "a.__yew_listener_id; a.__yew_subtree_cache_key; a.__yew_subtree_id = 1; \
        __wbg___yew_subtree_id; const ret = new Object(); wasm = instance.exports;";

    #[test]
    fn yew_properties_become_symbols_and_imports_keep_their_names() {
        let isolated = isolated(GLUE).unwrap();
        assert!(isolated.contains("a[__yew_subtree_id] = 1"));
        assert!(isolated.contains("__wbg___yew_subtree_id"));
        assert!(isolated.starts_with("const __yew_listener_id = Symbol()"));
    }

    #[test]
    fn a_missing_or_a_new_yew_property_is_an_error() {
        let missing = isolated(&GLUE.replace("a.__yew_listener_id", "")).unwrap_err();
        assert_eq!(
            missing.to_string(),
            "property of Yew not found: __yew_listener_id in wasm-bindgen's glue"
        );
        let new = isolated(&format!("{GLUE}; a.__yew_new")).unwrap_err();
        assert_eq!(new.to_string(), "property of Yew not known: __yew_new in wasm-bindgen's glue");
    }

    #[test]
    fn exports_go_through_the_guard_and_objects_have_no_prototype() {
        let safe = isolated(GLUE).unwrap();
        assert!(safe.contains("const ret = { __proto__: null }; wasm = guard(instance.exports);"));
        let missing = isolated(&GLUE.replace("wasm = instance.exports;", "")).unwrap_err();
        let expected = "place of a safeguard not found: wasm = instance.exports; in wasm-bindgen's glue";
        assert_eq!(missing.to_string(), expected);
    }

    #[test]
    fn the_loader_of_files_makes_way_for_one_of_modules() {
        let glue = "let script_src; gone /** a */ b; function debugString(val) { gone #description\n}\n} \
                    if (!('encodeInto' in cachedTextEncoder)) { gone } let WASM_VECTOR_LEN = 0; \
                    async function __wbg_load() { gone } return Object.assign(__wbg_init, { initSync }, exports);";
        let rest = without_surplus(glue).unwrap();
        assert!(rest.starts_with("/** a */ b; function debugString(val)"), "{rest}");
        assert!(rest.contains("let WASM_VECTOR_LEN = 0; async function start(module)"), "{rest}");
        assert!(!rest.contains("gone"), "{rest}");
        let missing = without_surplus("let script_src; /**").unwrap_err();
        assert!(missing.to_string().starts_with("not found: if (!('encodeInto'"), "{missing}");
    }

    #[test]
    fn names_become_short_on_both_sides() {
        let mut names = ShortNames::default();
        assert_eq!(["f", "g", "f"].map(|name| names.import(name)), ["a", "b", "a"]);
        assert_eq!((names.export("malloc"), names.module("./x.js")), ("a".to_owned(), "a".to_owned()));
        let glue = |call: &str| format!("{{\nf: function() {{}},\ng: 1, \"./x.js\": m }} {call}(1)");
        assert_eq!(
            names.replace(&glue("wasm.malloc")).unwrap(),
            "{\na: function() {},\nb: 1, a: m } wasm.a(1)"
        );
        let error = names.replace(&glue("wasm.free")).unwrap_err();
        assert_eq!(error.to_string(), "not exported: free, which wasm-bindgen's glue asks for");
        names.import("h");
        assert!(names.replace(&glue("")).is_err(), "an import that the glue doesn't give");
    }

    #[test]
    fn short_names_never_come_twice() {
        let names: std::collections::BTreeSet<String> = (0..1000).map(short).collect();
        assert_eq!(names.len(), 1000);
        assert_eq!([0, 25, 26, 701, 702].map(short), ["a", "z", "aa", "zz", "aaa"]);
    }
}

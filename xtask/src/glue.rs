//! Changes to the glue that wasm-bindgen writes: it must not disturb the host page, and it must be small.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};

/// The properties that Yew sets on DOM nodes and events.
const YEW_PROPERTIES: [&str; 3] = ["__yew_listener_id", "__yew_subtree_cache_key", "__yew_subtree_id"];

/// Code of wasm-bindgen and its replacement: exports that never throw into the host page, and objects that inherit
/// nothing from a page that extends `Object.prototype`.
const SAFEGUARDS: [(&str, &str); 2] = [
    ("wasm = instance.exports;", "wasm = guard(instance.exports);"),
    ("const ret = new Object();", "const ret = { __proto__: null };"),
];

/// The start and the end of code that the widget doesn't need, and its replacement: the widget always starts from a
/// compiled module, and all supported browsers have `TextEncoder.encodeInto`.
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

/// The same for the function that describes a value at length. Only panic messages need it, so it is missing from the
/// glue of a module without them.
const DESCRIPTION: (&str, &str, &str) = (
    "function debugString(val) {",
    "#description",
    "function debugString(val) {\n{\n\
     return val instanceof Error ? `${val.name}: ${val.message}\\n${val.stack}` : toString.call(val);",
);

/// Adapts the glue to the widget. The result is statements that define `wasm_bindgen`, a function that starts a runtime
/// from a compiled module. `names` are the short names used in that module.
pub(crate) fn adapt(glue: &str, names: &ShortNames) -> Result<String> {
    let adapted =
        isolated(glue).and_then(|glue| without_surplus(&glue)).and_then(|glue| names.replace(&glue));
    adapted.context("wasm-bindgen's glue is not as expected")
}

/// Gives each runtime its own symbols for Yew's properties on DOM nodes and events.
///
/// If two Yew apps shared the property names and one was inside the other, each would read the other's ids, and a click
/// would run unrelated handlers. Fails if a property is missing or unknown, as it may be after an update of Yew.
fn isolated(glue: &str) -> Result<String> {
    let mut isolated = glue.to_owned();
    for name in YEW_PROPERTIES {
        isolated = replaced(&isolated, &format!(".{name}"), &format!("[{name}]"))?;
    }
    if let Some(at) = isolated.find(".__yew_") {
        bail!("unknown property of Yew: {}", word(&isolated[at + 1..]));
    }
    for (found, safe) in SAFEGUARDS {
        isolated = replaced(&isolated, found, safe)?;
    }
    let symbols = YEW_PROPERTIES.map(|name| format!("{name} = Symbol()")).join(", ");
    Ok(format!("const {symbols};\n{isolated}"))
}

/// Replaces every occurrence; there must be at least one.
fn replaced(text: &str, found: &str, replacement: &str) -> Result<String> {
    ensure!(text.contains(found), "not found: {found}");
    Ok(text.replace(found, replacement))
}

fn without_surplus(glue: &str) -> Result<String> {
    let mut rest = glue.to_owned();
    for (from, to, replacement) in SURPLUS {
        ensure!(cut(&mut rest, from, to, replacement), "not found: {from} … {to}");
    }
    let (from, to, replacement) = DESCRIPTION;
    cut(&mut rest, from, to, replacement);
    Ok(rest)
}

/// Replaces the text from one place to the end of another. Returns whether both were found.
fn cut(text: &mut String, from: &str, to: &str, replacement: &str) -> bool {
    let place = text.find(from).and_then(|start| Some((start, start + text[start..].find(to)? + to.len())));
    if let Some((start, end)) = place {
        text.replace_range(start..end, replacement);
    }
    place.is_some()
}

/// Short names by the original ones.
pub(crate) type Names = BTreeMap<String, String>;

/// Short names for the imports and exports of the module and for the modules that it imports from. Only the glue uses
/// these names, and each occurs in both files.
#[derive(Default)]
pub(crate) struct ShortNames {
    pub(crate) imports: Names,
    pub(crate) exports: Names,
    pub(crate) modules: Names,
}

impl ShortNames {
    /// The glue with these names. Fails if it lacks an import, or uses something that isn't exported.
    fn replace(&self, glue: &str) -> Result<String> {
        let mut text = glue.to_owned();
        for (name, short) in &self.modules {
            text = once(&text, &format!("\"{name}\": "), &format!("{short}: "))?;
        }
        for (name, short) in &self.imports {
            text = once(&text, &format!("\n{name}: "), &format!("\n{short}: "))
                .or_else(|_| once(&text, &format!(" {name}: function"), &format!(" {short}: function")))?;
        }
        let mut parts = text.split("wasm.");
        let mut replaced = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let name = word(part);
            let short = self.exports.get(name).with_context(|| format!("not exported: {name}"))?;
            replaced += &format!("wasm.{short}{}", &part[name.len()..]);
        }
        Ok(replaced)
    }
}

/// Replaces a part that must occur exactly once.
fn once(text: &str, part: &str, replacement: &str) -> Result<String> {
    let count = text.matches(part).count();
    ensure!(count == 1, "found {count} times instead of once: {}", part.trim());
    Ok(text.replace(part, replacement))
}

/// The short name for a name, which is a new one if it has none yet.
pub(crate) fn shorten(names: &mut Names, name: &str) -> String {
    let next = names.len();
    names.entry(name.to_owned()).or_insert_with(|| short(next)).clone()
}

/// The name with this number: a, b, … z, aa, ba, …
fn short(mut number: usize) -> String {
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

/// The name at the start of a text.
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
        assert_eq!(missing.to_string(), "not found: .__yew_listener_id");
        let new = isolated(&format!("{GLUE}; a.__yew_new")).unwrap_err();
        assert_eq!(new.to_string(), "unknown property of Yew: __yew_new");
    }

    #[test]
    fn exports_go_through_the_guard_and_objects_have_no_prototype() {
        let safe = isolated(GLUE).unwrap();
        assert!(safe.contains("const ret = { __proto__: null }; wasm = guard(instance.exports);"));
        let missing = isolated(&GLUE.replace("wasm = instance.exports;", "")).unwrap_err();
        assert_eq!(missing.to_string(), "not found: wasm = instance.exports;");
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
        assert_eq!(["f", "g", "f"].map(|name| shorten(&mut names.imports, name)), ["a", "b", "a"]);
        assert_eq!(shorten(&mut names.exports, "malloc"), "a");
        assert_eq!(shorten(&mut names.modules, "./x.js"), "a");
        let glue = |call: &str| format!("{{\nf: function() {{}},\ng: 1, \"./x.js\": m }} {call}(1)");
        assert_eq!(
            names.replace(&glue("wasm.malloc")).unwrap(),
            "{\na: function() {},\nb: 1, a: m } wasm.a(1)"
        );
        let error = names.replace(&glue("wasm.free")).unwrap_err();
        assert_eq!(error.to_string(), "not exported: free");
        shorten(&mut names.imports, "h");
        assert!(names.replace(&glue("")).is_err(), "an import that the glue doesn't give");
    }

    #[test]
    fn short_names_never_come_twice() {
        let names: std::collections::BTreeSet<String> = (0..1000).map(short).collect();
        assert_eq!(names.len(), 1000);
        assert_eq!([0, 25, 26, 701, 702].map(short), ["a", "z", "aa", "zz", "aaa"]);
    }
}

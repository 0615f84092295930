//! The project's layers and conventions, checked in the sources.

#![cfg(feature = "json")]

use b2b_b2c_profile::content::Label;
use std::fs;
use std::path::{Path, PathBuf};

/// All files with this extension below a folder of the project; there must be at least one.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let found = found(folder, ending);
    assert!(!found.is_empty(), "no .{ending} file in {folder}");
    found
}

fn found(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the project has this folder") {
            let path = entry.expect("a folder can be listed").path();
            match path.is_dir() {
                true if path.ends_with("node_modules") => {}
                true => folders.push(path),
                false if path.extension().is_some_and(|extension| extension == ending) => found.push(path),
                false => {}
            }
        }
    }
    found
}

/// Checks that no line of code in these files contains one of the words. Files whose path ends in one of
/// `but` are exempt.
#[track_caller]
fn check_none(folder: &str, ending: &str, words: &[&str], but: &[&str]) {
    let mut found = Vec::new();
    for file in files(folder, ending) {
        if but.iter().any(|spared| file.ends_with(spared)) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source is text");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            found.extend(
                words
                    .iter()
                    .filter(|word| line.contains(**word))
                    .map(|word| format!("{}: `{word}` in: {}", file.display(), line.trim())),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_core_names_no_framework_no_browser_no_clock_and_no_format() {
    let words =
        ["yew", "web_sys", "wasm_bindgen", "js_sys", "gloo", "serde", "std::time", "std::fs", "std::io"];
    check_none("src/assessment", "rs", &words, &[]);
    check_none(
        "src/assessment",
        "rs",
        &["crate::content", "crate::view", "crate::browser", "crate::exchange"],
        &[],
    );
}

#[test]
fn floats_appear_only_where_fractions_are_written() {
    check_none("src/assessment", "rs", &["f32", "f64"], &["fraction.rs"]);
    check_none("src/view", "rs", &["f32", "f64", "to_f64"], &[]);
}

#[test]
fn content_and_exchange_use_no_view_and_no_browser() {
    let above = ["crate::view", "crate::browser", "yew", "web_sys", "js_sys", "wasm_bindgen"];
    check_none("src/content", "rs", &above, &[]);
    check_none("src/exchange", "rs", &above, &[]);
}

#[test]
fn views_do_not_access_the_page() {
    let words = ["crate::browser", "gloo", "wasm_bindgen", "js_sys", "window()", "document()", "inner_html"];
    check_none("src/view", "rs", &words, &[]);
    check_none("src/view", "rs", &["from_html_unchecked", "style="], &[]);
}

#[test]
fn every_phrase_of_the_interface_is_used() {
    let sources =
        ["src/view", "src/content", "src/exchange"].into_iter().flat_map(|folder| files(folder, "rs"));
    let code: String = sources.map(|file| fs::read_to_string(file).expect("a source is text")).collect();
    let name = |rest: &str| rest.split(|char: char| !char.is_alphanumeric()).next().unwrap_or("").to_owned();
    let said: Vec<String> = code.split("Label::").skip(1).map(name).collect();
    let unused: Vec<&Label> =
        Label::ALL.iter().filter(|label| !said.contains(&format!("{label:?}"))).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn nothing_unwraps_or_stays_unfinished() {
    check_none("src", "rs", &[".unwrap()", "todo!", "unimplemented!", "dbg!"], &[]);
    check_none("src", "rs", &["panic!"], &["injected_panic.rs"]);
}

#[test]
fn colours_are_defined_in_the_tokens_only() {
    let colours =
        ["#0", "#1", "#2", "#3", "#4", "#5", "#6", "#7", "#8", "#9", "#a", "#b", "#c", "#d", "#e", "#f"];
    check_none("styles", "css", &colours, &["tokens.css", "page-base.css"]);
    check_none("styles", "css", &["rgb(", "hsl(", "oklch(", "light-dark("], &["tokens.css", "page-base.css"]);
}

/// A browser looks up a font for each further weight before it shows the first page.
#[test]
fn texts_have_two_weights() {
    for weight in [100, 200, 300, 500, 600, 800, 900] {
        let (alone, among) = (format!("font-weight: {weight}"), format!("font: {weight}"));
        check_none("styles", "css", &[&alone, &among], &[]);
    }
}

#[test]
fn style_sheets_use_no_important_and_no_ids() {
    check_none("styles", "css", &["!important"], &[]);
    check_none("styles", "css", &["url(", "@font-face"], &[]);
}

#[test]
fn scripts_evaluate_nothing_and_write_no_markup() {
    let words = ["innerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"];
    for folder in ["element", "frame", "offline", "site"] {
        check_none(folder, "js", &words, &[]);
    }
}

/// Modules are easier to find in the folder for their purpose.
#[test]
fn few_modules_of_the_element_are_outside_its_rooms() {
    let flat = files("element", "js")
        .into_iter()
        .filter(|file| file.parent().is_some_and(|it| it.ends_with("element")));
    assert!(flat.count() <= 12);
}

#[test]
fn only_one_module_stores_anything() {
    let words = ["localStorage", "sessionStorage", "indexedDB", "cookie"];
    for folder in ["element", "frame", "offline", "site"] {
        check_none(folder, "js", &words, &["storage/browser-storage.js"]);
    }
    check_none("src", "rs", &["local_storage", "session_storage"], &[]);
}

#[test]
fn no_source_is_longer_than_300_lines() {
    let folders = ["src", "xtask/src", "tests", "element", "frame", "offline", "site", "styles"];
    for folder in folders {
        for file in ["rs", "js", "css"].into_iter().flat_map(|ending| found(folder, ending)) {
            let lines = fs::read_to_string(&file).expect("a source is text").lines().count();
            assert!(lines <= 300, "{}: {lines} lines", file.display());
        }
    }
}

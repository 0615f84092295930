//! The content and its check: the shipped files are sound, and whatever is wrong with others is named.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::content::{check_folder, read_files};
use serde_json::{Value, json};
use support::{content, content_folder};

/// The shipped files, to be changed for the worse.
struct Files(Vec<(String, String)>);

impl Files {
    fn text(&mut self, name: &str) -> &mut String {
        let file = self.0.iter_mut().find(|(known, _)| known == name);
        &mut file.expect("it is one of the shipped files").1
    }

    /// Changes the text of a file.
    fn rewrite(&mut self, name: &str, from: &str, to: &str) {
        let text = self.text(name);
        assert!(text.contains(from), "{from} stands in {name}");
        *text = text.replacen(from, to, 1);
    }

    fn edit(&mut self, name: &str, change: impl FnOnce(&mut Value)) {
        let text = self.text(name);
        let mut value = serde_json::from_str(text).expect("the shipped files are JSON");
        change(&mut value);
        *text = value.to_string();
    }

    /// Puts a value at a path such as `items.audience-list.first`; what has an id is found by it.
    fn set(&mut self, name: &str, path: &str, value: Value) {
        self.edit(name, |file| match path.rsplit_once('.') {
            Some((parent, key)) => *at(at_path(file, parent), key) = value,
            None => file[path] = value,
        });
    }

    /// Takes away what stands at a path.
    fn remove(&mut self, name: &str, parent: &str, key: &str) {
        self.edit(name, |file| match at_path(file, parent) {
            Value::Object(entries) => assert!(entries.remove(key).is_some(), "{key} is there"),
            Value::Array(entries) => entries.retain(|entry| entry["id"] != key && *entry != *key),
            other => panic!("nothing stands in {other}"),
        });
    }
}

fn at_path<'a>(value: &'a mut Value, path: &str) -> &'a mut Value {
    path.split('.').fold(value, at)
}

fn at<'a>(value: &'a mut Value, key: &str) -> &'a mut Value {
    match value {
        Value::Array(entries) => match key.parse::<usize>() {
            Ok(place) => &mut entries[place],
            Err(_) => entries.iter_mut().find(|entry| entry["id"] == key).expect("an entry has that id"),
        },
        value => &mut value[key],
    }
}

/// Each expected fault is the beginning of the fault found: file, place and what, in order.
#[track_caller]
fn check(change: impl FnOnce(&mut Files), expected: &[&str]) {
    let mut files = Files(content());
    change(&mut files);
    let errors = read_files(files.0).expect_err("the content has faults");
    let found: Vec<String> = errors.faults().iter().map(ToString::to_string).collect();
    let is_expected = found.len() == expected.len();
    let is_expected = is_expected && found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected));
    assert!(is_expected, "expected\n{}\nfound\n{}", expected.join("\n"), found.join("\n"));
    assert_eq!(errors.to_string(), found.join("\n"));
}

#[test]
fn the_shipped_content_is_sound() {
    let summary = check_folder(&content_folder()).expect("the shipped content has no fault");
    assert_eq!((summary.languages, summary.items), (vec!["nl".to_owned(), "en".to_owned()], 12));
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let errors = check_folder(&content_folder().join("none")).expect_err("there is no such folder");
    assert!(errors.faults()[0].file.ends_with("none"));
}

// Files.

#[test]
fn a_missing_file_is_named() {
    check(|files| files.0.retain(|(name, _)| name != "instrument.json"), &["instrument.json: file is missing"]);
    check(|files| files.0.retain(|(name, _)| name == "instrument.json"), &["nl.json: file is missing"]);
}

#[test]
fn a_syntax_error_is_named() {
    check(|files| files.text("en.json").truncate(200), &["en.json: EOF"]);
    check(|files| files.rewrite("instrument.json", "[", ","), &["instrument.json: "]);
}

#[test]
fn a_doubled_key_is_named() {
    check(|files| files.rewrite("en.json", "\"about\": {", "\"about\": {\"title\": \"One\","), &[
        "en.json: about.title: stands here twice",
    ]);
    check(|files| files.rewrite("instrument.json", "\"version\"", "\"version\": 1, \"version\""), &[
        "instrument.json: duplicate field `version`",
    ]);
}

#[test]
fn an_unknown_key_in_the_structure_is_named() {
    check(|files| files.set("instrument.json", "items.audience-list.weight", json!(2)), &[
        "instrument.json: unknown field `weight`",
    ]);
}

#[test]
fn a_language_must_be_called_as_its_file() {
    check(|files| files.set("en.json", "language", json!("fr")), &["en.json: language: must be the file's name"]);
}

#[test]
fn another_language_needs_no_change_here() {
    let mut files = Files(content());
    let french = files.text("en.json").replace("\"language\": \"en\"", "\"language\": \"fr\"");
    files.0.push(("fr.json".to_owned(), french));
    let questionnaire = read_files(files.0).expect("a third language is welcome");
    let languages: Vec<&str> = questionnaire.languages.iter().map(|texts| texts.language.as_str()).collect();
    assert_eq!(languages, ["nl", "en", "fr"]);
}

// Texts.

#[test]
fn an_id_that_its_texts_do_not_share_is_named() {
    check(|files| files.set("instrument.json", "items.audience-size.id", json!("audience-extent")), &[
        "nl.json: items.audience-extent: text is missing",
        "nl.json: items.audience-size: text for nothing that exists",
        "en.json: items.audience-extent: text is missing",
        "en.json: items.audience-size: text for nothing that exists",
    ]);
}

#[test]
fn a_missing_text_is_named_once() {
    check(|files| files.remove("en.json", "items.audience-size", "help"), &[
        "en.json: items.audience-size.help: text is missing",
    ]);
    check(|files| files.remove("en.json", "interface", "back"), &["en.json: interface.back: text is missing"]);
    check(|files| files.remove("en.json", "tactics.newsletter", "condition"), &[
        "en.json: tactics.newsletter.condition: text is missing",
    ]);
}

#[test]
fn a_surplus_text_is_named() {
    check(|files| files.set("en.json", "items.none", json!("text")), &[
        "en.json: items.none: text for nothing that exists",
    ]);
    check(|files| files.set("en.json", "tactics.webinar.condition", json!("if")), &[
        "en.json: tactics.webinar.condition: text that the first language doesn't have",
    ]);
}

#[test]
fn a_text_of_another_form_is_named() {
    check(|files| files.set("en.json", "about.title", json!(1)), &[
        "en.json: about.title: must be a text",
        "en.json: about.title: text is missing",
    ][..1]);
    check(|files| files.set("en.json", "missing", json!([])), &["en.json: missing: must be an object"][..1]);
}

#[test]
fn a_text_that_is_too_long_is_named() {
    check(|files| files.set("en.json", "about.title", json!("é".repeat(71))), &[
        "en.json: about.title: text is too long: 71 characters, at most 70",
    ]);
    let mut files = Files(content());
    files.set("en.json", "about.title", json!("é".repeat(70)));
    assert!(read_files(files.0).is_ok());
}

#[test]
fn an_empty_text_is_named() {
    check(|files| files.set("en.json", "items.audience-size.help", json!(" ")), &[
        "en.json: items.audience-size.help: text is empty",
    ]);
}

#[test]
fn a_missing_placeholder_is_named() {
    check(|files| files.set("en.json", "scale.0", json!("Clearly")), &[
        "en.json: scale.0: placeholder {first} is missing",
        "en.json: scale.0: placeholders must be {first}, as in the first language",
    ]);
}

#[test]
fn a_placeholder_of_another_language_is_named() {
    check(|files| files.set("en.json", "interface.towards", json!("{points} to {pool}")), &[
        "en.json: interface.towards: placeholders must be {points, pole}",
    ]);
    check(|files| files.set("en.json", "interface.back", json!("Back to {page}")), &[
        "en.json: interface.back: placeholders must be {}",
    ]);
}

#[test]
fn faults_in_several_files_are_all_named() {
    check(
        |files| {
            files.set("instrument.json", "version", json!(2));
            files.remove("instrument.json", "foundationOrder.middle", "brand");
            files.set("nl.json", "about.title", json!(""));
            files.set("nl.json", "language", json!("be"));
            files.text("en.json").truncate(100);
        },
        &[
            "instrument.json: does not name every foundation once: foundationOrder.middle",
            "nl.json: about.title: text is empty",
            "nl.json: language: must be",
            "en.json: EOF",
        ],
    );
}

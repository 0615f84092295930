//! The content check: the shipped files have no faults, and every fault in changed files is reported.
#![cfg(feature = "check")]

mod support;

use b2b_b2c_profile::content::{check_folder, read_files, schemas};
use serde_json::json;
use support::files::{Files, check};
use support::{content, content_folder, languages};

#[test]
fn the_shipped_content_is_sound() {
    let summary = check_folder(&content_folder()).expect("the shipped content has no fault");
    // All files but the instrument are languages.
    assert_eq!((summary.languages[0].as_str(), summary.languages.len()), ("nl", content().len() - 1));
    assert_eq!(summary.items, 12);
}

#[test]
fn the_schemas_for_editors_are_those_of_the_check() {
    for (name, schema) in schemas(&content_folder()).expect("the structure can be read") {
        let file = content_folder().join("schema").join(name);
        let written = std::fs::read_to_string(&file).expect("the schemas are there");
        // The order of keys is up to the parser, so values are compared.
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("a schema is JSON");
        assert!(value(&written) == value(&schema), "out of date, run `cargo xtask content`: {name}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let errors = check_folder(&content_folder().join("none")).expect_err("the folder doesn't exist");
    assert!(errors.faults()[0].file.ends_with("none"));
}

// Files.

#[test]
fn a_missing_file_is_named() {
    check(
        |files| files.0.retain(|(name, _)| name != "instrument.json"),
        &["instrument.json: file is missing"],
    );
    check(|files| files.0.retain(|(name, _)| name == "instrument.json"), &["nl.json: file is missing"]);
}

#[test]
fn a_syntax_error_is_named() {
    check(|files| files.text("en.json").truncate(200), &["en.json: EOF"]);
    check(|files| files.rewrite("instrument.json", "[", ","), &["instrument.json: "]);
}

#[test]
fn a_doubled_key_is_named() {
    check(
        |files| files.rewrite("en.json", "\"about\": {", "\"about\": {\"title\": \"One\","),
        &["en.json: about.title: stands here twice"],
    );
    check(
        |files| files.rewrite("instrument.json", "\"version\"", "\"version\": 1, \"version\""),
        &["instrument.json: duplicate field `version`"],
    );
}

#[test]
fn an_unknown_key_in_the_structure_is_named() {
    check(
        |files| files.set("instrument.json", "items.audience-list.weight", json!(2)),
        &["instrument.json: unknown field `weight`"],
    );
}

#[test]
fn a_language_must_be_called_as_its_file() {
    check(
        |files| files.set("en.json", "language", json!("fr")),
        &["en.json: language: must be the file's name"],
    );
}

#[test]
fn another_language_needs_no_change_here() {
    let mut files = Files(content());
    let further = files.text("en.json").replace("\"language\": \"en\"", "\"language\": \"xx\"");
    files.0.push(("xx.json".to_owned(), further));
    let questionnaire = read_files(files.0).expect("another language is no fault");
    let found: Vec<&str> = questionnaire.languages.iter().map(|language| language.code.as_str()).collect();
    assert_eq!(found, [languages().iter().map(String::as_str).collect(), vec!["xx"]].concat());
}

// Texts.

#[test]
fn an_id_without_texts_is_named() {
    check(
        |files| files.set("instrument.json", "items.audience-size.id", json!("audience-extent")),
        &[
            "nl.json: items.audience-extent: text is missing",
            "nl.json: items.audience-size: text for nothing that exists",
            "en.json: items.audience-extent: text is missing",
            "en.json: items.audience-size: text for nothing that exists",
        ],
    );
}

#[test]
fn a_missing_text_is_named_once() {
    check(
        |files| files.remove("en.json", "items.audience-size", "help"),
        &["en.json: items.audience-size.help: text is missing"],
    );
    check(
        |files| files.remove("en.json", "interface", "back"),
        &["en.json: interface.back: text is missing"],
    );
    check(
        |files| files.remove("en.json", "tactics.newsletter", "condition"),
        &["en.json: tactics.newsletter.condition: text is missing"],
    );
}

#[test]
fn a_text_that_the_first_language_lacks_is_named_once() {
    check(
        |files| files.remove("nl.json", "items.audience-size", "help"),
        &["nl.json: items.audience-size.help: text is missing"],
    );
    check(
        |files| files.remove("nl.json", "interface", "back"),
        &["nl.json: interface.back: text is missing"],
    );
    check(|files| files.set("nl.json", "about.title", json!(1)), &["nl.json: about.title: must be a text"]);
}

#[test]
fn a_text_that_every_language_lacks_is_named_for_each() {
    check(
        |files| ["nl.json", "en.json"].iter().for_each(|name| files.remove(name, "about", "closing")),
        &["nl.json: about.closing: text is missing", "en.json: about.closing: text is missing"],
    );
}

#[test]
fn a_surplus_text_is_named() {
    check(
        |files| files.set("en.json", "items.none", json!("text")),
        &["en.json: items.none: text for nothing that exists"],
    );
    check(
        |files| files.set("en.json", "tactics.webinar.condition", json!("if")),
        &["en.json: tactics.webinar.condition: text that the first language doesn't have"],
    );
}

#[test]
fn a_text_of_another_form_is_named() {
    check(|files| files.set("en.json", "about.title", json!(1)), &["en.json: about.title: must be a text"]);
    check(
        |files| files.set("en.json", "landing.title", json!({})),
        &["en.json: landing.title: must be a text"],
    );
}

#[test]
fn a_text_that_is_too_long_is_named() {
    check(
        |files| files.set("en.json", "about.title", json!("é".repeat(71))),
        &["en.json: about.title: text is too long: 71 characters, at most 70"],
    );
    let mut files = Files(content());
    files.set("en.json", "about.title", json!("é".repeat(70)));
    assert!(read_files(files.0).is_ok());
}

#[test]
fn an_empty_text_is_named() {
    check(
        |files| files.set("en.json", "items.audience-size.help", json!(" ")),
        &["en.json: items.audience-size.help: text is empty"],
    );
}

#[test]
fn a_missing_placeholder_is_named() {
    check(
        |files| files.set("en.json", "scale.0", json!("Clearly")),
        &["en.json: scale.0: placeholder {first} is missing"],
    );
}

#[test]
fn a_placeholder_of_another_language_is_named() {
    check(
        |files| files.set("en.json", "interface.towards", json!("{points} to {pool}")),
        &["en.json: interface.towards: placeholders must be {points, pole}"],
    );
    check(
        |files| files.set("en.json", "interface.back", json!("Back to {page}")),
        &["en.json: interface.back: placeholders must be {}"],
    );
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
            "instrument.json: foundationOrder.middle: must name every foundation once",
            "nl.json: about.title: text is empty",
            "nl.json: language: must be",
            "en.json: EOF",
        ],
    );
}

//! The file that the widget writes, read back: what is taken from it, and what is told of a file that is none.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Run, Session};
use b2b_b2c_profile::exchange::detail::{self, Edition, Extent};
use b2b_b2c_profile::exchange::{CodeError, FileError, LARGEST_FILE, Place, ResultCode, ResultFile};
use proptest::prelude::*;
use std::rc::Rc;
use support::SHIPPED;
use support::generated::{cases, restored};
use support::walk::after;

const EDITION: Edition = Edition { id: "b2b-b2c", version: 1, language: "nl" };

/// All twelve items, with the halfway page between.
const RUN: &str = "go*6 next go*6";

fn read(text: &str) -> Result<Session, FileError> {
    ResultFile::read(text, &Rc::new(SHIPPED.clone()), (EDITION.id, EDITION.version))
}

fn written(session: &Session) -> String {
    detail::complete(session, EDITION, Extent::WithAnswers)
}

/// A file with one group.
fn file() -> String {
    written(&after(&format!("start {RUN} 4 next ? next 1 next go*3")))
}

#[track_caller]
fn check(text: &str, expected: FileError) {
    assert_eq!(read(text).map(drop), Err(expected), "{text}");
}

/// The file with something else in it.
#[track_caller]
fn changed(from: &str, to: &str) -> String {
    let file = file();
    assert!(file.contains(from), "{from} isn't in {file}");
    file.replacen(from, to, 1)
}

const fn at(line: usize, column: usize) -> Place {
    Place { line, column }
}

#[test]
fn the_edition_is_the_shipped_questionnaires() {
    let shipped = b2b_b2c_profile::content::Questionnaire::bundled();
    assert_eq!((shipped.id, shipped.version), (EDITION.id, EDITION.version));
}

#[test]
fn a_file_is_read_with_the_names_of_its_groups() {
    let session =
        after(&format!("both start {RUN} next {RUN} go*4")).named(["Bakers", "2"].map(str::to_owned));
    let read = read(&written(&session)).expect("the widget wrote it");
    assert_eq!(ResultCode::of(1, &read), ResultCode::of(1, &session));
    assert_eq!(read.run(Run::First).name, session.run(Run::First).name);
}

#[test]
fn blanks_other_keys_and_a_byte_order_mark_are_passed_over() {
    let spread = changed(
        r#""language":"nl","#,
        "\r\n\t \"language\" : [ -1.5e+3, {\"a\": true}, \"\\u00e9\\ud83d\\ude00\" ] ,",
    );
    assert!(read(&format!("\u{feff}\n{spread}\n ")).is_ok());
}

#[test]
fn a_name_is_text_and_nothing_else() {
    let named = changed(r#""name":null"#, r#""name":"<script>\u0000\u202e\ud83d\ude00é""#);
    assert_eq!(read(&named).expect("it is a file").run(Run::First).name, "<script>😀é");
    let long = changed(r#""name":null"#, &format!(r#""name":"{}""#, "x".repeat(100)));
    assert_eq!(read(&long).expect("it is a file").run(Run::First).name.len(), 40);
}

#[test]
fn what_is_no_json_is_named_with_its_place() {
    let syntax = |line, column| FileError::Syntax { at: at(line, column) };
    check("", syntax(1, 1));
    check("\n\n  x", syntax(3, 3));
    check(&file()[..40], syntax(1, 41));
    check(&format!("{} {{}}", file()), syntax(1, file().chars().count() + 2));
    check("{\n  \"é\": 01}", syntax(2, 8));
    check("{\"a\":1,}", syntax(1, 8));
    check("{'a':1}", syntax(1, 2));
    check("[1 2]", syntax(1, 4));
    check("[nul]", syntax(1, 2));
    check("[+1]", syntax(1, 2));
    check("[1.]", syntax(1, 4));
    check("[1e]", syntax(1, 4));
    check("[\"\n\"]", syntax(1, 3));
    check("[\"\\x\"]", syntax(1, 3));
    check("[\"\\ud83d\"]", syntax(1, 9));
    check("[\"\\udc00\"]", syntax(1, 3));
    check("[\"\\u+123\"]", syntax(1, 3));
    check("\u{1f}{}", syntax(1, 1));
}

#[test]
fn what_is_nested_deeply_or_is_a_megabyte_is_refused() {
    check(&"[".repeat(100_000), FileError::Syntax { at: at(1, 17) });
    let depth = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    check(&depth(16), FileError::Foreign);
    check(&depth(17), FileError::Syntax { at: at(1, 17) });
    check(&" ".repeat(1 << 20), FileError::TooLarge);
    assert!(read(&format!("{}{}", file(), " ".repeat(LARGEST_FILE - file().len()))).is_ok());
    let keys: Vec<String> = (0..300).map(|number| format!("\"{number}\":0")).collect();
    assert!(matches!(read(&format!("{{{}}}", keys.join(","))), Err(FileError::Syntax { .. })));
}

#[test]
fn a_key_for_the_second_time_is_named_with_its_place() {
    check("{\"a\":1,\n \"a\":1}", FileError::Twice { at: at(2, 2) });
    check("{\"code\":1,\"c\\u006fde\":1}", FileError::Twice { at: at(1, 11) });
    check(
        &changed(r#""provisional":"#, r#""version":1,"provisional":"#),
        FileError::Twice { at: at(1, changed_at(r#""provisional":"#)) },
    );
}

/// Where something stands in the file, from 1.
fn changed_at(text: &str) -> usize {
    file().find(text).expect("it is in the file") + 1
}

#[test]
fn a_file_of_something_else_says_so() {
    for text in ["1", "null", "[]", "{}", "{\"version\":1}", "{\"version\":\"1\",\"instrument\":{}}"] {
        check(text, FileError::Foreign);
    }
    check(&changed(r#""id":"b2b-b2c""#, r#""id":"other""#), FileError::Foreign);
    check(&changed(r#""version":1,"#, r#""version":2,"#), FileError::Code(CodeError::NewerFormat));
    let other = CodeError::OtherInstrument { version: 7 };
    check(&changed(r#"b2b-b2c","version":1"#, r#"b2b-b2c","version":7"#), FileError::Code(other));
    let result = detail::complete(&after(&format!("start {RUN}")), EDITION, Extent::Result);
    check(&result, FileError::NoCode);
}

#[test]
fn what_is_wrong_with_the_code_is_named() {
    let file = file();
    let code =
        file.split(r#""code":""#).nth(1).and_then(|rest| rest.split('"').next()).expect("it has a code");
    let with = |code_: &str| file.replacen(code, code_, 1);
    check(&with(""), FileError::Code(CodeError::Empty));
    check(&with("1100-0000-0000-RMYZ"), FileError::Code(CodeError::Empty));
    check(&with(&code[..12]), FileError::Code(CodeError::Length));
    check(&with("1111-1111-1111-1111"), FileError::Code(CodeError::Checksum));
    check(&with("\\u0000"), FileError::Code(CodeError::Character { at: 1, char: '\0' }));
}

#[test]
fn answers_that_are_not_the_codes_are_named_with_their_place() {
    let differs = |column| FileError::Differs { at: at(1, column) };
    let item = format!(r#""{}":"#, SHIPPED.items()[0].id);
    let place = changed_at(&item) + item.len();
    let given = &file()[place - 1..place];
    for other in ["null", "\"dont-know\"", "9", "-1", "1.0", "true", "[]", "4294967296"] {
        check(&changed(&format!("{item}{given}"), &format!("{item}{other}")), differs(place));
    }
    check(&changed(&item, r#""nobody-knows":"#), differs(changed_at(&item) + 15));
    let doubled = changed_at(r#""doubled":["#) + r#""doubled":"#.len();
    check(&changed(r#""doubled":[]"#, r#""doubled":["decision-time"]"#), differs(doubled));
    check(&changed(r#""name":null"#, r#""name":1"#), differs(changed_at(r#""name":null"#) + 7));
    let results = changed_at(r#""results":["#) + r#""results":"#.len();
    check(&changed(r#""results":["#, r#""results":[{},"#), differs(results));
    let foundation = changed_at(r#""quality":4"#) + r#""quality":"#.len();
    check(&changed(r#""quality":4"#, r#""quality":3"#), differs(foundation));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_file_that_is_written_is_read_back_as_it_was(session in restored()) {
        let read = read(&written(&session));
        if session.has_answers() {
            let read = read.expect("the widget wrote it");
            prop_assert_eq!(ResultCode::of(1, &read), ResultCode::of(1, &session));
            for &run in session.runs() {
                prop_assert_eq!(&read.run(run).name, &session.run(run).name);
            }
        } else {
            prop_assert_eq!(read.map(drop), Err(FileError::Code(CodeError::Empty)));
        }
    }

    #[test]
    fn what_is_read_as_json_is_json(text in r#"[\[\]{},:"\\u0-9a-f.eE+ tn-]{0,30}"#) {
        // Where another reader finds fault, so does this one.
        let is_json = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        let is_read = !matches!(read(&text), Err(FileError::Syntax { .. } | FileError::Twice { .. }));
        prop_assert!(is_json || !is_read, "{}", text);
    }
}

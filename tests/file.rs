//! Reading back the file that the widget writes, and the errors for other files.
#![cfg(all(feature = "json", feature = "bundled"))]

mod support;

use b2b_b2c_profile::assessment::{Run, Session};
use b2b_b2c_profile::exchange::detail::{self, Edition, Extent};
use b2b_b2c_profile::exchange::{CodeError, FileError, Place, ResultCode, ResultFile};
use proptest::prelude::*;
use serde_json::Value;
use std::rc::Rc;
use support::SHIPPED;
use support::generated::{cases, restored};
use support::walk::after;

const EDITION: Edition = Edition { id: "b2b-b2c", version: 1, language: "nl" };

/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

fn session(file: &ResultFile) -> Result<Session, FileError> {
    file.session(&Rc::new(SHIPPED.clone()), (EDITION.id, EDITION.version))
}

/// The parts of the file for a session that matter, as a browser passes them.
fn file(session: &Session, extent: Extent) -> ResultFile {
    let file: Value = serde_json::from_str(&detail::complete(session, EDITION, extent)).expect("it is JSON");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let number = |value: &Value| value.as_u64().and_then(|number| number.try_into().ok());
    ResultFile {
        id: text(&file["instrument"]["id"]).expect("it is a text"),
        version: number(&file["instrument"]["version"]).expect("it is a number"),
        form: number(&file["version"]).expect("it is a number"),
        code: text(&file["code"]),
        names: [0, 1].map(|place| text(&file["results"][place]["name"]).unwrap_or_default()),
    }
}

/// A file with one group.
fn good() -> ResultFile {
    file(&after(&format!("start {RUN} 4 next ? next 1 next go*3")), Extent::WithAnswers)
}

#[track_caller]
fn check(file: &ResultFile, expected: FileError) {
    assert_eq!(session(file).map(drop), Err(expected), "{file:?}");
}

#[test]
fn the_edition_is_the_shipped_questionnaires() {
    let shipped = b2b_b2c_profile::content::Questionnaire::bundled();
    assert_eq!((shipped.id, shipped.version), (EDITION.id, EDITION.version));
}

#[test]
fn a_file_is_read_with_the_names_of_its_groups() {
    let written =
        after(&format!("both start {RUN} next {RUN} go*4")).named(["Bakers", "2"].map(str::to_owned));
    let read = session(&file(&written, Extent::WithAnswers)).expect("the widget wrote the file");
    assert_eq!(ResultCode::of(1, &read), ResultCode::of(1, &written));
    for run in [Run::First, Run::Second] {
        assert_eq!(read.run(run).name, written.run(run).name);
    }
}

#[test]
fn a_name_is_text_and_nothing_else() {
    let named = |name: &str| ResultFile { names: [name, "a second"].map(str::to_owned), ..good() };
    let read = session(&named("<script>\0\u{202e}😀é")).expect("it is a file");
    assert_eq!(read.run(Run::First).name, "<script>😀é");
    assert_eq!(read.run(Run::Second).name, "", "there is one group");
    let long = session(&named(&"x".repeat(100))).expect("it is a file");
    assert_eq!(long.run(Run::First).name.len(), 40);
}

#[test]
fn a_file_of_something_else_says_so() {
    check(&ResultFile::default(), FileError::Foreign);
    check(&ResultFile { id: "other".to_owned(), form: 2, version: 7, ..good() }, FileError::Foreign);
    check(&ResultFile { form: 2, version: 7, ..good() }, FileError::Code(CodeError::NewerFormat));
    let other = CodeError::OtherInstrument { version: 7 };
    check(&ResultFile { version: 7, ..good() }, FileError::Code(other));
    let result = file(&after(&format!("start {RUN}")), Extent::Result);
    check(&result, FileError::NoCode);
}

#[test]
fn what_is_wrong_with_the_code_is_named() {
    let check = |code: &str, error: CodeError| {
        check(&ResultFile { code: Some(code.to_owned()), ..good() }, FileError::Code(error));
    };
    check("", CodeError::Empty);
    check("1100-0000-0000-RMYZ", CodeError::Empty);
    check(&good().code.expect("it has a code")[..12], CodeError::Length);
    check("1111-1111-1111-1111", CodeError::Checksum);
    check("\0", CodeError::Character { at: 1, char: '\0' });
}

#[track_caller]
fn check_place(message: &str, expected: Option<(u32, u32)>) {
    assert_eq!(Place::in_message(message).map(|at| (at.line, at.column)), expected, "{message}");
}

#[test]
fn a_browser_says_where_a_text_is_no_json() {
    check_place("JSON.parse: unexpected character at line 3 column 14 of the JSON data", Some((3, 14)));
    check_place("Unterminated string in JSON at position 20 (line 1 column 21)", Some((1, 21)));
    check_place(
        "Unexpected non-whitespace character after JSON at position 4 (line 2 column 3)",
        Some((2, 3)),
    );
}

#[test]
fn no_other_message_says_where() {
    for message in [
        "",
        "Unexpected end of JSON input",
        "JSON Parse error: Unexpected EOF",
        "JSON Parse error: Unexpected identifier \"x\"",
        "Maximum call stack size exceeded",
        "too much recursion",
        "Unexpected token 'x', \"x line 5 column 6 \" is not valid JSON",
        "line 1 column 99999999999",
        "line 1",
        "7",
        "at (line 1 and column 2)",
    ] {
        check_place(message, None);
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_file_that_is_written_is_read_back_as_it_was(written in restored()) {
        let read = session(&file(&written, Extent::WithAnswers));
        if written.has_answers() {
            let read = read.expect("the widget wrote the file");
            prop_assert_eq!(ResultCode::of(1, &read), ResultCode::of(1, &written));
            for &run in written.runs() {
                prop_assert_eq!(&read.run(run).name, &written.run(run).name);
            }
        } else {
            prop_assert_eq!(read.map(drop), Err(FileError::Code(CodeError::Empty)));
        }
    }
}

//! The `score` command: lines in, results out, and an exit code that says whether every line could be scored.
#![cfg(all(feature = "json", feature = "bundled"))]

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs the command on this input.
fn score(input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_score"));
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command was built with the tests");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    // The command writes results while it still reads, so writing and reading need two threads.
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(input.as_bytes()).expect("the command reads it all"));
        child.wait_with_output().expect("the command ends")
    })
}

#[track_caller]
fn check(input: &str, code: i32, results: usize, errors: &str) {
    let output = score(input);
    let text = |bytes| String::from_utf8(bytes).expect("it writes UTF-8");
    let (results_found, errors_found) = (text(output.stdout), text(output.stderr));
    assert_eq!((output.status.code(), errors_found.as_str()), (Some(code), errors), "{input}");
    assert_eq!(results_found.lines().count(), results, "{input}");
    for line in results_found.lines() {
        serde_json::from_str::<serde_json::Value>(line).expect("each result is JSON");
    }
}

#[test]
fn it_exits_with_zero_when_every_line_is_scored() {
    check("{\"answers\":{}}\n{\"answers\":{\"pace-length\":2}}\n", 0, 2, "");
    check("", 0, 0, "");
}

#[test]
fn files_from_other_systems_are_read() {
    check("\u{feff}{\"answers\":{}}\r\n{\"answers\":{\"pace-length\":2.0}}\r\n", 0, 2, "");
}

#[test]
fn it_exits_with_one_on_a_bad_line_and_scores_the_others() {
    check(
        "{\"answers\":{}}\n{\"answers\":{\"pace\":2}}\n{\"answers\":{}}",
        1,
        3,
        "line 2: pace: unknown item\n",
    );
}

#[test]
fn an_error_names_the_line_and_the_column() {
    let cut = r#"{"answers":{"pace-length":0},}"#;
    check(&format!("\n{{\"answers\":{{}}}}\n{cut}\n"), 1, 2, "line 3: trailing comma at column 30\n");
    check("{\"answers\":{\n", 1, 1, "line 1: EOF while parsing an object at column 12\n");
}

#[test]
fn an_id_cannot_look_like_an_error_line() {
    check(r#"{"answers":{"a\nline 2: b":1}}"#, 1, 1, "line 1: a\\nline 2: b: unknown item\n");
    let doubled = r#"{"answers":{"\nx\u001b":1,"\nx\u001b":1}}"#;
    check(doubled, 1, 1, "line 1: \\nx\\u{1b}: stands there twice\n");
}

#[test]
fn the_shipped_answer_sets_are_all_scored() {
    check(include_str!("conformance/answers.ndjson"), 0, 400, "");
}

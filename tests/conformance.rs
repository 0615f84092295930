//! The 400 answer sets of `conformance/` give the expected results next to them, to 1e-9 and with the same
//! keys.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::Outcome;
use b2b_b2c_profile::exchange::{AnswerSet, OutcomeJson};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::SHIPPED;

const TOLERANCE: f64 = 1e-9;
const ANSWERS: &str = include_str!("conformance/answers.ndjson");
const PROFILES: &str = include_str!("conformance/profiles.ndjson");

/// Every path at which two values differ, with both values.
fn differences(path: &str, expected: &Value, found: &Value) -> Vec<String> {
    let other = || vec![format!("{path}: expected {expected}, found {found}")];
    match (expected, found) {
        (Value::Object(one), Value::Object(other)) => {
            let keys: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            let differ = |key: &String| match (one.get(key), other.get(key)) {
                (Some(expected), Some(found)) => differences(&format!("{path}.{key}"), expected, found),
                (Some(_), None) => vec![format!("{path}.{key}: is missing")],
                (None, _) => vec![format!("{path}.{key}: is not expected")],
            };
            keys.into_iter().flat_map(differ).collect()
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other).enumerate();
            pairs
                .flat_map(|(place, (one, other))| differences(&format!("{path}[{place}]"), one, other))
                .collect()
        }
        (Value::Number(one), Value::Number(found)) => match (one.as_f64(), found.as_f64()) {
            (Some(one), Some(found)) if (one - found).abs() <= TOLERANCE => Vec::new(),
            _ => other(),
        },
        _ if expected == found => Vec::new(),
        _ => other(),
    }
}

#[track_caller]
fn check(lines: impl Iterator<Item = (usize, &'static str, &'static str)>) {
    let mut failures = Vec::new();
    for (number, answers, profile) in lines {
        let set = AnswerSet::from_json(answers).and_then(|set| set.to_answers(&SHIPPED));
        let answers = set.unwrap_or_else(|error| panic!("answers.ndjson, line {number}: {error}"));
        let found =
            serde_json::to_value(OutcomeJson(&Outcome::of(&SHIPPED, &answers))).expect("a report is JSON");
        let expected = serde_json::from_str(profile).expect("profiles.ndjson holds JSON");
        failures
            .extend(differences("$", &expected, &found).iter().map(|one| format!("line {number}: {one}")));
    }
    assert!(failures.is_empty(), "{} differences\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_answer_set_gives_its_expected_result() {
    check(
        (1..)
            .zip(ANSWERS.lines())
            .zip(PROFILES.lines())
            .map(|((number, set), profile)| (number, set, profile)),
    );
}

#[test]
fn there_are_as_many_results_as_answer_sets() {
    assert_eq!((ANSWERS.lines().count(), PROFILES.lines().count()), (400, 400));
}

#[track_caller]
fn check_differences(expected: Value, found: Value, paths: &[&str]) {
    let differences = differences("$", &expected, &found);
    let found: Vec<&str> = differences.iter().filter_map(|one| Some(one.split_once(':')?.0)).collect();
    assert_eq!(found, paths);
}

#[test]
fn every_difference_is_named_by_its_path() {
    let (one, other) =
        (json!({"a": {"b": 1, "c": [1, "x"]}, "d": null}), json!({"a": {"b": 2, "c": [1, "y"]}, "e": 0}));
    check_differences(one, other, &["$.a.b", "$.a.c[1]", "$.d", "$.e"]);
}

#[test]
fn a_list_of_another_length_is_a_difference() {
    check_differences(json!([1, 2]), json!([1]), &["$"]);
}

#[test]
fn numbers_differ_beyond_the_tolerance_only() {
    check_differences(json!(0.5), json!(0.5 + 1e-10), &[]);
    check_differences(json!(0.5), json!(0.5 + 1e-8), &["$"]);
    check_differences(json!(0), json!(null), &["$"]);
}

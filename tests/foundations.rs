//! Rule 11 of the model: how foundation answers are read, and the order of the advice on them.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{
    FoundationId, FoundationOutcome, FoundationReading, Fraction, Outcome, Response,
};
use support::{SHIPPED, answers, at};

const B2B: &str = "BB BB BB oo oo oo";
const B2C: &str = "CC CC CC oo oo oo";
const MIDDLE: &str = "oo oo oo oo oo oo";
const UNNAMED: &str = "BB BB BB .. .. ..";

/// The report for quality, service, relation and brand: their positions, `?` for "don't know", `.` for no
/// answer.
fn report(given: &str, foundations: &str) -> FoundationOutcome {
    let mut answers = answers(&SHIPPED, given);
    for (foundation, letter) in SHIPPED.foundations().iter().zip(foundations.chars()) {
        let response = match letter {
            '.' => None,
            '?' => Some(Response::DontKnow),
            digit => digit.to_digit(5).and_then(|digit| u8::try_from(digit).ok()).map(at),
        };
        answers.set_foundation(&SHIPPED, foundation.id, response).expect("a shipped foundation");
    }
    Outcome::of(&SHIPPED, &answers).foundations
}

fn slugs(ids: &[FoundationId]) -> Vec<&'static str> {
    ids.iter().map(|id| id.as_str()).collect()
}

#[track_caller]
fn check_order(given: &str, foundations: &str, expected: &[&str]) {
    assert_eq!(slugs(&report(given, foundations).order), expected, "{given}, {foundations}");
}

#[test]
fn towards_b2b_equal_foundations_begin_with_quality_and_relation() {
    check_order(B2B, "2222", &["quality", "relation", "service", "brand"]);
}

#[test]
fn towards_b2c_equal_foundations_begin_with_service() {
    check_order(B2C, "2222", &["service", "quality", "brand", "relation"]);
}

#[test]
fn in_the_middle_equal_foundations_begin_with_quality_and_service() {
    check_order(MIDDLE, "2222", &["quality", "service", "relation", "brand"]);
    check_order(UNNAMED, "2222", &["quality", "service", "relation", "brand"]);
}

#[test]
fn the_least_arranged_comes_before_any_order() {
    check_order(B2B, "4320", &["brand", "relation", "service", "quality"]);
    check_order(B2C, "1331", &["quality", "brand", "service", "relation"]);
}

#[track_caller]
fn check_first(foundations: &str, expected: &[&str]) {
    assert_eq!(slugs(&report(B2B, foundations).first), expected, "{foundations}");
}

#[test]
fn not_yet_and_a_start_come_first() {
    check_first("1204", &["relation", "quality"]);
    check_first("1111", &["quality", "relation", "service", "brand"]);
}

#[test]
fn fair_does_not_come_first() {
    check_first("2222", &[]);
    check_first("??..", &[]);
}

#[track_caller]
fn check_unknown(foundations: &str, expected: &[&str]) {
    let report = report(B2B, foundations);
    assert_eq!(slugs(&report.unknown), expected, "{foundations}");
    assert!(!report.order.iter().any(|id| report.unknown.contains(id)), "{foundations}");
}

#[test]
fn dont_know_and_unanswered_are_to_find_out_in_content_order() {
    check_unknown(".3?0", &["quality", "relation"]);
    check_unknown("?..?", &["quality", "service", "relation", "brand"]);
    check_unknown("0000", &[]);
}

#[track_caller]
fn check_reading(foundations: &str, expected: Option<(i32, i32, FoundationReading)>) {
    let report = report(B2B, foundations);
    assert_eq!(report.score, expected.map(|(part, of, _)| Fraction::new(part, of)), "{foundations}");
    assert_eq!(report.reading(), expected.map(|(.., reading)| reading), "{foundations}");
}

#[test]
fn below_a_half_basics_come_first() {
    check_reading("2221", Some((7, 16, FoundationReading::BasicsFirst)));
    check_reading("0000", Some((0, 1, FoundationReading::BasicsFirst)));
}

#[test]
fn a_half_is_fair() {
    check_reading("4400", Some((1, 2, FoundationReading::Fair)));
    check_reading("3332", Some((11, 16, FoundationReading::Fair)));
}

#[test]
fn three_quarters_are_in_place() {
    check_reading("4442", Some((14, 16, FoundationReading::InPlace)));
    check_reading("3333", Some((3, 4, FoundationReading::InPlace)));
}

#[test]
fn only_what_is_answered_is_read() {
    check_reading("3?.?", Some((3, 4, FoundationReading::InPlace)));
    check_reading("3?.1", Some((1, 2, FoundationReading::Fair)));
    check_reading("??..", None);
}

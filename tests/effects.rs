//! The effects of an event: first facts, then where focus goes; and the page as plain values.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Effect, Run, Step};
use support::walk::{after, walk};

/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

const ENTERED: [Effect; 2] = [Effect::Entered, Effect::FocusHeading];
const COMPLETED: [Effect; 3] = [Effect::Entered, Effect::Completed, Effect::FocusHeading];

/// Checks the effects of the last word of a script.
#[track_caller]
fn check(script: &str, expected: &[Effect]) {
    let (before, last) = script.rsplit_once(' ').unwrap_or(("", script));
    assert_eq!(walk(&mut after(before), last), expected, "{script}");
}

#[test]
fn beginning_is_told_before_the_first_page() {
    check("start", &[Effect::Started, Effect::Entered, Effect::FocusHeading]);
}

#[test]
fn every_page_is_told_whichever_way_it_is_entered() {
    check("start 0 next", &ENTERED);
    check("start go*6", &ENTERED);
    check("start go back", &ENTERED);
    check("start back", &ENTERED);
    check(&format!("both start {RUN}"), &ENTERED);
    check("start go*6 result next", &ENTERED);
    check("start go*6 result foundations", &ENTERED);
    check("start go*6 result review:pace-length", &ENTERED);
}

#[test]
fn the_result_is_told_each_time_it_is_entered() {
    check("start go*6 result", &COMPLETED);
    check(&format!("start {RUN} go*4"), &COMPLETED);
    check(&format!("start {RUN} go result"), &COMPLETED);
    check("start go*6 result review:pace-length go", &COMPLETED);
    check("start go*6 result review:pace-length back", &COMPLETED);
    check("start go*6 result restart undo", &COMPLETED);
}

#[test]
fn a_new_beginning_is_told_before_its_page() {
    check("start restart", &[Effect::Restarted, Effect::Entered, Effect::FocusHeading]);
    check("start restart undo", &ENTERED);
    check("restart", &[]);
    check("start restart start restart", &[Effect::Restarted, Effect::Entered, Effect::FocusHeading]);
}

#[test]
fn events_that_stay_on_the_page_report_nothing() {
    check("both", &[]);
    check("start 3", &[]);
    check("start next", &[Effect::FocusError]);
    check("both start go*6 result open-2", &[]);
    check("start undo", &[]);
    check("back", &[]);
}

// The page as plain values.

#[track_caller]
fn check_step(script: &str, page: &'static str, question: Option<(&'static str, usize, usize)>, run: Run) {
    let (id, number, of) = (question.map(|one| one.0), question.map(|one| one.1), question.map(|one| one.2));
    assert_eq!(after(script).step(), Step { page, id, number, of, run }, "{script}");
}

#[test]
fn pages_without_a_question_have_no_id_and_no_number() {
    check_step("", "intro", None, Run::First);
    check_step("start go*6", "halfway", None, Run::First);
    check_step(&format!("both start {RUN}"), "handover", None, Run::First);
    check_step(&format!("both start {RUN} next go*6"), "halfway", None, Run::Second);
    check_step("start go*6 result", "result", None, Run::First);
    check_step("both start go*6 result open-2", "result", None, Run::Second);
}

#[test]
fn questions_have_their_id_and_number() {
    check_step("start", "item", Some(("audience-size", 1, 12)), Run::First);
    check_step("start go*6 next next", "item", Some(("audience-list", 7, 12)), Run::First);
    check_step(&format!("both start {RUN} next"), "item", Some(("audience-size", 1, 12)), Run::Second);
    check_step("start go*6 result review:audience-list", "item", Some(("audience-list", 7, 12)), Run::First);
    check_step(&format!("start {RUN} go"), "foundation", Some(("service", 2, 4)), Run::First);
}

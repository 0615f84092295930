//! Two customer groups in one session; the visitor's expectation; undoing a restart.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Event, Expectation, GROUP_NAME_LENGTH, Grouping, Pole, Response, Run};
use support::walk::{after, page, session, walk};
use support::{SHIPPED, at, outcome};

const RUN: &str = "go*6 next go*6";

#[track_caller]
fn check(script: &str, expected: &str) {
    assert_eq!(page(&after(script)), expected, "{script}");
}

// Groups.

#[test]
fn both_per_group_is_two_runs_then_foundations_then_the_result() {
    check(&format!("both per-group start {RUN}"), "handover");
    check(&format!("both per-group start {RUN} next"), "2 audience-size");
    check(&format!("both per-group start {RUN} next go*6"), "2 halfway");
    check(&format!("both per-group start {RUN} next {RUN}"), "quality");
    check(&format!("both per-group start {RUN} next {RUN} go*4"), "1 result");
    check(&format!("both per-group start {RUN} next {RUN} go*4 open-2"), "2 result");
    assert_eq!(after("both").runs(), [Run::First, Run::Second]);
}

#[test]
fn both_together_is_one_run() {
    check(&format!("both together start {RUN}"), "quality");
    assert_eq!(after("both together").runs(), [Run::First]);
}

#[test]
fn the_grouping_counts_for_both_only() {
    check(&format!("both per-group companies start {RUN}"), "quality");
    check(&format!("start {RUN}"), "quality");
}

#[test]
fn each_group_has_answers_of_its_own() {
    let session = after(&format!("both start {RUN} next 4 next"));
    let answer = |run| session.run(run).answers.item(&SHIPPED, SHIPPED.items()[0].id);
    assert_eq!((answer(Run::First), answer(Run::Second)), (Some(at(0)), Some(at(4))));
    assert_eq!(session.outcome(Run::Second).answered, 1);
}

#[test]
fn the_foundations_are_the_same_for_both_groups() {
    let session = after(&format!("both start {RUN} next {RUN} 3 next ? next"));
    for run in [Run::First, Run::Second] {
        let answers =
            SHIPPED.foundations().iter().map(|one| session.run(run).answers.foundation(&SHIPPED, one.id));
        assert_eq!(answers.collect::<Vec<_>>(), [Some(at(3)), Some(Response::DontKnow), None, None]);
    }
}

#[test]
fn back_from_the_second_group_leads_to_the_handover() {
    check(&format!("both start {RUN} next back"), "handover");
    check(&format!("both start {RUN} next back*2"), "1 judgement-feeling");
}

#[track_caller]
fn check_name(typed: &str, expected: &str) {
    let mut session = session();
    session.apply(Event::GroupNamed(Run::Second, typed.to_owned()));
    assert_eq!(
        (session.run(Run::First).name.as_str(), session.run(Run::Second).name.as_str()),
        ("", expected)
    );
}

#[test]
fn control_characters_are_dropped_from_a_groups_name() {
    check_name("Cafés\n\u{7} & \tbars\u{85}", "Cafés & bars");
}

#[test]
fn what_does_not_show_or_turns_the_text_around_is_dropped_from_a_groups_name() {
    let invisible = ['\u{ad}', '\u{200b}', '\u{200f}', '\u{2028}', '\u{2029}', '\u{2060}', '\u{feff}'];
    let turning = ['\u{200e}', '\u{202a}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2069}'];
    for char in invisible.into_iter().chain(turning) {
        check_name(&format!("Ca{char}fés{char}"), "Cafés");
        check_name(&char.to_string(), "");
    }
    check_name(&format!("{}bc", "\u{202e}a".repeat(39)), &format!("{}b", "a".repeat(39)));
    check_name("Кафе, カフェ & مقهى\u{a0}– №\u{202f}1", "Кафе, カフェ & مقهى\u{a0}– №\u{202f}1");
}

#[test]
fn a_groups_name_is_cut_at_forty_characters() {
    check_name(&"é".repeat(GROUP_NAME_LENGTH), &"é".repeat(40));
    check_name(&"é".repeat(41), &"é".repeat(40));
    check_name(&format!("{}\n{}", "a".repeat(39), "bc"), &format!("{}b", "a".repeat(39)));
}

// Expectations.

#[track_caller]
fn check_expectation(script: &str, given: &str, expected: Option<Expectation>) {
    assert_eq!(after(script).expectation(&outcome(given)), expected, "{script}, {given}");
}

const TO_B2B: &str = "BB BB oo oo oo oo";
const TO_B2C: &str = "CC CC oo oo oo oo";
const MIDDLE: &str = "oo oo oo oo oo oo";

#[test]
fn an_expectation_is_met() {
    check_expectation("companies", TO_B2B, Some(Expectation::Met(Some(Pole::B2b))));
    check_expectation("consumers", TO_B2C, Some(Expectation::Met(Some(Pole::B2c))));
    check_expectation("both together", MIDDLE, Some(Expectation::Met(None)));
}

#[test]
fn an_expectation_is_not_met() {
    let different = |expected, found| Some(Expectation::Different { expected, found });
    check_expectation("companies", TO_B2C, different(Some(Pole::B2b), Some(Pole::B2c)));
    check_expectation("consumers", MIDDLE, different(Some(Pole::B2c), None));
    check_expectation("both together", TO_B2B, different(None, Some(Pole::B2b)));
}

#[test]
fn there_is_no_expectation_without_an_opener_a_single_run_and_a_profile() {
    check_expectation("", TO_B2B, None);
    check_expectation("unknown", TO_B2B, None);
    check_expectation("both per-group", TO_B2B, None);
    check_expectation("companies", "BB BB BB .. .. ..", None);
}

// Restarting.

#[test]
fn starting_again_begins_with_nothing() {
    let mut fresh = after(&format!("both start {RUN} restart"));
    assert!(!fresh.can_step_back());
    assert_eq!((fresh.sells_to(), fresh.grouping()), (None, Grouping::PerGroup));
    assert_eq!(fresh.unasked(Run::First).len(), 12);
    walk(&mut fresh, "start undo");
    assert_eq!(page(&fresh), "1 audience-size");
}

#[test]
fn taking_it_back_restores_everything() {
    for script in ["start next", "both together start go*6 result", "both start go*6 next go*6 next go*8"] {
        assert_eq!(after(&format!("{script} restart undo")), after(script), "{script}");
    }
}

#[test]
fn starting_again_twice_keeps_what_was_put_aside() {
    let script = "both start go*6 result";
    let mut session = after(&format!("{script} restart"));
    let once = session.clone();
    assert_eq!(walk(&mut session, "restart*3"), []);
    assert_eq!(session, once);
    assert_eq!(after(&format!("{script} restart restart undo")), after(script));
}

#[test]
fn at_the_intro_there_is_nothing_to_start_again() {
    for script in ["", "both", "start go*3 back*4"] {
        assert_eq!(after(&format!("{script} restart")), after(script), "{script}");
        assert_eq!(after(&format!("{script} restart undo")), after(script), "{script}");
    }
}

#[test]
fn a_restart_cannot_be_undone_once_the_test_has_begun() {
    let session = after("start go*6 restart start back undo");
    assert_eq!((page(&session).as_str(), session.unasked(Run::First).len()), ("intro", 12));
}

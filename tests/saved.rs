//! A saved session is restored completely: page, way back, answers and names.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Event, Mark, Plan, Run, Session};
use b2b_b2c_profile::exchange::{SavedError, SavedSession};
use proptest::prelude::*;
use std::rc::Rc;
use support::SHIPPED;
use support::dice::Dice;
use support::generated::{cases, restored};
use support::walk::{after, page, session, walk, way_back};
use support::wandering::{visit, wander};

const VERSION: u32 = 1;
/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

fn save(session: &Session) -> String {
    SavedSession::save(session, VERSION)
}

fn load(text: &str) -> Result<Session, SavedError> {
    SavedSession::load(text, &Rc::new(SHIPPED.clone()), VERSION)
}

/// A session with two named groups, in a review that was begun at the second report.
fn rich() -> Session {
    let mut session = after("both");
    session.apply(Event::GroupNamed(Run::First, "Bakers & <b>co</b>".to_owned()));
    session.apply(Event::GroupNamed(Run::Second, " \u{1f35e} 面包 ".to_owned()));
    walk(&mut session, &format!("start {RUN} next {RUN} ? next 4 next result open-2"));
    for (tactic, mark) in Plan::tactics(&SHIPPED).zip([Mark::WillDo, Mark::AlreadyDo, Mark::NotForUs]) {
        session.apply(Event::TacticMarked(tactic.id, Some(mark)));
    }
    walk(&mut session, "review:pace-length,audience-list,pace-impulse");
    session
}

// The format. Devices have stored these texts: a change here needs a new format version.

#[test]
fn a_known_session_has_its_known_text() {
    let mut session = after("both");
    session.apply(Event::GroupNamed(Run::First, "Bakers".to_owned()));
    walk(&mut session, "start 0 next 4 next ?");
    let expected = "session 1 1\nboth per-group\n04?--------- 111111\n------------ 111111\n----\n-------------\nBakers\n\n\
                    intro\nitem 1 audience-size\nitem 1 relationship-length\nitem 1 pace-length";
    assert_eq!(save(&session), expected);
    assert_eq!(load(expected), Ok(session));
}

#[test]
fn every_kind_of_page_has_its_words() {
    let text = save(&rich());
    let pages: Vec<&str> = text.lines().skip(8).collect();
    assert_eq!(pages.len(), 1 + 13 + 1 + 13 + 3 + 1 + 1);
    for line in
        ["halfway 1", "handover", "item 2 audience-size", "halfway 2", "foundation quality", "result 2"]
    {
        assert!(pages.contains(&line), "{line} in {text}");
    }
    assert_eq!(pages.last(), Some(&"review 2 pace-length audience-list pace-impulse"));
}

#[test]
fn a_new_session_comes_back_as_one() {
    assert_eq!(load(&save(&session())), Ok(session()));
}

#[test]
fn doubled_dimensions_come_back() {
    let text = save(&session()).replacen("111111", "121112", 1);
    let found = load(&text).expect("it is a session");
    let doubled: Vec<&str> = found.run(Run::First).answers.doubled(&SHIPPED).map(|id| id.as_str()).collect();
    assert_eq!(doubled, ["audience", "judgement"]);
    assert_eq!(save(&found), text);
}

#[test]
fn a_review_goes_on_where_it_was() {
    let mut found = load(&save(&rich())).expect("it is a session");
    walk(&mut found, "3 next");
    assert_eq!(page(&found), "2 again audience-list");
    walk(&mut found, "go*2");
    assert_eq!(page(&found), "2 result");
}

#[test]
fn a_replaced_session_is_not_saved() {
    let text = save(&after("both start go*3 restart"));
    assert_eq!(text, save(&session()));
}

#[test]
fn a_restored_question_does_not_prompt() {
    let found = load(&save(&after("start next"))).expect("it is a session");
    assert_eq!(page(&found), "1 audience-size");
}

// What isn't a saved session.

#[track_caller]
fn check_error(text: &str, expected: SavedError) {
    assert_eq!(load(text), Err(expected), "{text:.200}");
}

/// The text of the rich session with one line changed.
fn with_line(number: usize, line: &str) -> String {
    let text = save(&rich());
    let mut lines: Vec<&str> = text.split('\n').collect();
    lines[number - 1] = line;
    lines.join("\n")
}

#[track_caller]
fn check_line(number: usize, line: &str) {
    check_error(&with_line(number, line), SavedError::Malformed { line: number });
}

#[test]
fn another_version_is_told() {
    check_error(&with_line(1, "session 2 1"), SavedError::NewerFormat);
    check_error("session 4294967295 1", SavedError::NewerFormat);
    check_error(&with_line(1, "session 1 2"), SavedError::OtherInstrument { version: 2 });
    check_error(&SavedSession::save(&rich(), 33), SavedError::OtherInstrument { version: 33 });
}

#[test]
fn a_line_that_can_not_be_read_is_named() {
    for line in
        ["", "session", "session 1", "session 0 1", "session 1 x", "session 1 1 1", "Session 1 1", "{}"]
    {
        check_line(1, line);
    }
    for line in ["", "both", "both together now", "both  together", "all per-group", "both each"] {
        check_line(2, line);
    }
    let runs = [
        "",
        "004 111111",
        "000000000000",
        "0000000000000 111111",
        "000000000005 111111",
        "00000000000é 111111",
    ];
    for line in runs {
        check_line(3, line);
    }
    for line in ["000000000000 222111", "000000000000 11111", "000000000000 1111111", "000000000000 111110"] {
        check_line(4, line);
    }
    for line in ["", "000", "00000", "000x"] {
        check_line(5, line);
    }
    for line in ["", "------------", "--------------", "x------------", "W------------"] {
        check_line(6, line);
    }
    let pages = [
        "",
        "intro 1",
        "item",
        "item 1",
        "item 3 pace-length",
        "item 1 pace",
        "item 1 pace-length ",
        "review 1",
        "review 1 pace-length pace",
        "halfway",
        "halfway 3",
        "handover 1",
        "foundation",
        "foundation price",
        "result",
        "result 0",
        "result 1 1",
        "Intro",
        "\u{feff}intro",
    ];
    for line in pages {
        check_line(10, line);
    }
}

#[test]
fn missing_lines_are_told() {
    let text = save(&rich());
    let lines: Vec<&str> = text.split('\n').collect();
    check_error("", SavedError::Malformed { line: 1 });
    for count in 1..9 {
        check_error(&lines[..count].join("\n"), SavedError::Malformed { line: count + 1 });
    }
    check_error(&format!("{text}\n"), SavedError::Malformed { line: lines.len() + 1 });
    check_error(&text.replace('\n', "\r\n"), SavedError::Malformed { line: 1 });
}

#[test]
fn pages_that_do_not_go_together_are_told() {
    check_error(&with_line(2, "companies per-group"), SavedError::Contradictory);
    check_error(&with_line(10, "intro"), SavedError::Contradictory);
    check_error(&with_line(10, "item 1 pace-length"), SavedError::Contradictory);
    check_error(&with_line(10, "review 1 pace-length pace-length"), SavedError::Contradictory);
    check_error(&format!("{}\nintro", save(&rich())), SavedError::Contradictory);
}

#[test]
fn a_megabyte_is_refused_or_read() {
    let text = save(&rich());
    let page = "\nreview 1 pace-length".repeat(50_000);
    check_error(&format!("{text}{page}"), SavedError::Contradictory);
    let review = format!("\nreview 1{}", " pace-length".repeat(90_000));
    check_error(&format!("{text}{review}"), SavedError::Contradictory);
    check_error(&"session ".repeat(130_000), SavedError::Malformed { line: 1 });
    let name = load(&with_line(7, &"n".repeat(1 << 20))).expect("a long name is cut off");
    assert_eq!(name.run(Run::First).name, "n".repeat(40));
}

#[test]
fn every_error_has_its_slug_and_its_words() {
    let errors = [
        (SavedError::NewerFormat, "newer", "newer"),
        (SavedError::OtherInstrument { version: 7 }, "other-version", "version 7"),
        (SavedError::Malformed { line: 9 }, "malformed", "line 9"),
        (SavedError::Contradictory, "malformed", "pages"),
    ];
    for (error, slug, words) in errors {
        assert_eq!(error.as_str(), slug);
        assert!(error.to_string().contains(words), "{error}");
    }
}

// Any session, any text.

/// Checks that a session has the same page and the same way back after saving and loading.
#[track_caller]
fn check(session: &Session) {
    let text = save(session);
    let found = load(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(page(&found), page(session).trim_end_matches('!'));
    assert_eq!(way_back(&found), way_back(session));
    assert_eq!(found.trail(), session.trail());
    assert_eq!((found.sells_to(), found.grouping()), (session.sells_to(), session.grouping()));
    for run in [Run::First, Run::Second] {
        assert_eq!(found.run(run), session.run(run));
    }
    assert_eq!(save(&found), text);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_session_on_the_way_comes_back(visit in visit()) {
        let instrument = Rc::new(SHIPPED.clone());
        let mut last = None;
        wander(&visit, |_, _, after| {
            let text = save(after);
            let found = SavedSession::load(&text, &instrument, VERSION);
            assert_eq!(found.map(|found| save(&found)), Ok(text));
            last = Some(after.clone());
        });
        if let Some(last) = last {
            check(&last);
        }
    }

    #[test]
    fn every_restored_session_comes_back(session in restored()) {
        check(&session);
        prop_assert_eq!(load(&save(&session)), Ok(session));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(?s).{0,200}") {
        let _ = load(&text);
        let _ = load(&format!("session 1 1\n{text}"));
    }
}

#[test]
fn a_mutated_text_is_a_session_or_refused() {
    let mut dice = Dice::new(5);
    let texts = [rich(), after("start next"), after(&format!("both start {RUN} next go*6 result"))]
        .map(|one| save(&one));
    let instrument = Rc::new(SHIPPED.clone());
    for round in 0..20_000 {
        let text = dice.mutated(&texts[round % texts.len()]);
        if let Ok(mut session) = SavedSession::load(&text, &instrument, VERSION) {
            assert_eq!(
                SavedSession::load(&save(&session), &instrument, VERSION),
                Ok(session.clone()),
                "{text:?}"
            );
            walk(&mut session, "next result back*2 go start");
        }
    }
}

//! Neither typing errors nor manipulation get through: a code that can be read gives the answers it was made
//! from.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Answers, Session};
use b2b_b2c_profile::exchange::{CodeError, ResultCode};
use proptest::prelude::*;
use std::rc::Rc;
use support::SHIPPED;
use support::dice::Dice;
use support::generated::{cases, restored};
use support::walk::after;
use support::word::{ALPHABET, word};

const VERSION: u32 = 1;

fn read(text: &str) -> Result<Session, CodeError> {
    ResultCode::read(text, &Rc::new(SHIPPED.clone()), VERSION)
}

fn code(session: &Session) -> String {
    ResultCode::of(VERSION, session)
}

/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

/// A session with two groups and every question answered.
fn two_groups() -> Session {
    after(&format!("both start {RUN} next 4 next ? next 1 next go*3 next go*6 go*4"))
}

// Typing errors.

#[track_caller]
fn check_found(code: &str, slip: &[char]) {
    let slip: String = slip.iter().collect();
    if slip != code {
        assert_eq!(read(&slip), Err(CodeError::Checksum), "{slip} for {code}");
    }
}

#[test]
fn every_wrong_character_is_found() {
    for session in [after(&format!("start {RUN}")), two_groups()] {
        let code = code(&session);
        let right: Vec<char> = code.chars().collect();
        for place in 0..right.len() {
            for char in ALPHABET.chars() {
                let mut slip = right.clone();
                slip[place] = char;
                check_found(&code, &slip);
            }
        }
    }
}

#[test]
fn every_two_swapped_characters_are_found() {
    for session in [after(&format!("start {RUN}")), two_groups()] {
        let code = code(&session);
        let right: Vec<char> = code.chars().collect();
        for place in 0..right.len() {
            for other in 0..place {
                let mut slip = right.clone();
                slip.swap(place, other);
                check_found(&code, &slip);
            }
        }
    }
}

#[test]
fn two_or_three_wrong_characters_are_found() {
    let mut dice = Dice::new(16);
    let letters: Vec<char> = ALPHABET.chars().collect();
    for session in [after(&format!("start {RUN}")), two_groups()] {
        let code = code(&session);
        for _ in 0..10_000 {
            let mut slip: Vec<char> = code.chars().collect();
            for _ in 0..2 + dice.below(2) {
                let place = dice.below(slip.len());
                slip[place] = letters[dice.below(32)];
            }
            check_found(&code, &slip);
        }
    }
}

// Any state, any text.

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_code_reads_as_the_answers_it_was_made_of(session in restored()) {
        let code = code(&session);
        if code.is_empty() {
            prop_assert!(!session.has_answers() && session.sells_to().is_none());
            return Ok(());
        }
        let found = read(&code).expect("it is a code");
        prop_assert_eq!(found.sells_to(), session.sells_to());
        prop_assert_eq!(found.runs(), session.runs());
        for &run in session.runs() {
            prop_assert_eq!(&found.run(run).answers, &session.run(run).answers);
            prop_assert_eq!(found.run(run).name.as_str(), "");
            prop_assert_eq!(found.outcome(run), session.outcome(run));
        }
        prop_assert_eq!(ResultCode::of(VERSION, &found), code);
    }

    #[test]
    fn different_states_have_different_codes(one in restored(), other in restored()) {
        let state = |session: &Session| {
            let runs: Vec<Answers> = session.runs().iter().map(|&run| session.run(run).answers.clone()).collect();
            (session.sells_to(), runs)
        };
        prop_assert_eq!(state(&one) == state(&other), code(&one) == code(&other));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,40}") {
        if let Ok(session) = read(&text) {
            prop_assert!(!code(&session).is_empty());
        }
    }

    #[test]
    fn any_row_of_letters_is_read_or_refused(text in "[0-9A-Za-z -]{10,36}") {
        let _ = read(&text);
    }
}

/// A text, normalised like a code.
fn normalized(text: &str) -> String {
    let kept = text.chars().filter(|char| char.is_ascii_alphanumeric());
    kept.collect::<String>().to_uppercase().replace(['I', 'L'], "1").replace('O', "0")
}

#[test]
fn a_mutated_code_is_refused_or_reproduced() {
    let mut dice = Dice::new(3);
    let codes = [after("start go"), after(&format!("both together start {RUN} go*4")), two_groups()]
        .map(|s| code(&s));
    let instrument = Rc::new(SHIPPED.clone());
    for round in 0..100_000 {
        let text = dice.mutated(&codes[round % codes.len()]);
        if let Ok(session) = ResultCode::read(&text, &instrument, VERSION) {
            assert_eq!(code(&session), normalized(&text), "{text:?}");
        }
    }
}

#[test]
fn every_valid_word_is_refused_or_reproduced() {
    let mut dice = Dice::new(4);
    let digit = |dice: &mut Dice| u8::try_from(dice.below(32)).expect("it is below 32");
    let mut read_well = 0;
    for round in 0..100 {
        let length = if round % 2 == 0 { 11 } else { 19 };
        let digits: Vec<u8> = [1, 1].into_iter().chain((0..length).map(|_| digit(&mut dice))).collect();
        let text = word(&digits);
        if let Ok(session) = read(&text) {
            assert_eq!(code(&session), text);
            read_well += 1;
        }
    }
    assert!(read_well > 0, "some words are codes");
}

//! The format of the result code, computed a second time from its definition.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{
    Answers, Grouping, Instrument, Mark, Parts, Plan, RunState, SellsTo, Session,
};
use b2b_b2c_profile::exchange::{CodeError, ResultCode};
use std::rc::Rc;
use support::codes::{RUN, check_error, code, read, two_groups, written};
use support::walk::after;
use support::word::{core, packed, word};
use support::{SHIPPED, at};

// The format from its definition.

const NONE: ([u128; 12], [u128; 4]) = ([0; 12], [0; 4]);

#[test]
fn the_form_is_as_written_down() {
    let go = |count| std::array::from_fn(|place| if place < count { 2 } else { 0 });
    let word = |core: &[u8]| word(&[&[1, 1], core].concat());
    assert_eq!(code(&after("unknown")), word(&core(NONE.0, NONE.1, 0, 3, 0)));
    assert_eq!(code(&after("companies start go*6 result")), word(&core(go(6), NONE.1, 0, 1, 0)));
    let together = after(&format!("both together start {RUN} ? next go*2 4"));
    assert_eq!(code(&together), word(&core([2; 12], [1, 2, 2, 6], 0, 4, 0)));
    // The fourth and fifth of six dimensions: after the empty set, six singles and twelve pairs.
    assert_eq!(code(&written(".. .. .. ..* ..* ..")), word(&core(NONE.0, NONE.1, 1 + 6 + 12, 0, 0)));
    let second: Vec<(u128, u128)> = [6, 1, 3].into_iter().chain([2; 9]).map(|value| (value, 7)).collect();
    let both = [core([2; 12], [2; 4], 0, 5, 0), packed(&[second, vec![(0, 22)]].concat(), 8)].concat();
    assert_eq!(code(&two_groups()), word(&both));
    // The first tactic is marked "will do", the second "already do", the last "not for us".
    let plan = planned(two_groups(), &[Mark::WillDo, Mark::AlreadyDo]);
    let marks: Vec<(u128, u128)> =
        [1, 2].into_iter().chain([0; 10]).chain([3]).map(|mark| (mark, 4)).collect();
    let extended = core([2; 12], [2; 4], 0, 5, 1);
    assert_eq!(code(&plan), word(&[extended, both[11..].to_vec(), packed(&marks, 6)].concat()));
}

#[test]
fn a_plan_makes_a_code_longer_and_its_absence_does_not() {
    for (session, length) in [(after("start go"), 16), (two_groups(), 24)] {
        assert_eq!(code(&session).len(), length);
        let planned = planned(session, &[Mark::NotForUs]);
        let code = code(&planned);
        assert_eq!(code.len(), length + 6);
        assert_eq!(read(&code).map(|session| session.plan().clone()), Ok(planned.plan().clone()));
    }
}

/// The session with these marks on its first tactics, and the last one marked "not for us".
fn planned(session: Session, marks: &[Mark]) -> Session {
    let instrument = session.instrument().clone();
    let mut plan = Plan::blank(&instrument);
    let last = Plan::tactics(&instrument).last().map(|tactic| (tactic, &Mark::NotForUs));
    for (tactic, mark) in Plan::tactics(&instrument).zip(marks).chain(last) {
        plan.set_mark(&instrument, tactic.id, Some(*mark)).expect("it can be marked");
    }
    session.with_plan(plan).expect("it fits the instrument")
}

#[test]
fn a_newer_format_is_reported() {
    let digits = core(NONE.0, NONE.1, 0, 1, 0);
    for format in [2, 31] {
        check_error(&word(&[&[format, 1], &*digits].concat()), CodeError::NewerFormat);
        check_error(&word(&[&[format, 9], &*digits, &[1, 2, 3, 4]].concat()), CodeError::NewerFormat);
    }
    for extension in 2..8 {
        check_error(
            &word(&[&[1, 1], &*core(NONE.0, NONE.1, 0, 1, extension)].concat()),
            CodeError::NewerFormat,
        );
        let longer = [&[1, 1], &*core(NONE.0, NONE.1, 0, 1, extension), &[5; 8]].concat();
        check_error(&word(&longer), CodeError::NewerFormat);
    }
}

#[test]
fn a_valid_word_without_a_session_is_malformed() {
    check_error(&word(&[&[0, 1], &*core(NONE.0, NONE.1, 0, 1, 0)].concat()), CodeError::Malformed);
    check_error(&word(&[&[1, 1], &*core(NONE.0, NONE.1, 0, 0, 0)].concat()), CodeError::Malformed);
    check_error(&word(&[&[1, 1], &[31; 11][..]].concat()), CodeError::Malformed);
    check_error(&word(&[&[1, 1], &*core(NONE.0, NONE.1, 0, 5, 0), &[31; 8]].concat()), CodeError::Malformed);
    check_error(&"0".repeat(16), CodeError::Malformed);
}

#[test]
fn the_opener_decides_on_the_length() {
    check_error(&word(&[&[1, 1], &*core(NONE.0, NONE.1, 0, 5, 0)].concat()), CodeError::Length);
    check_error(&word(&[&[1, 1], &*core(NONE.0, NONE.1, 0, 1, 0), &[0; 8]].concat()), CodeError::Length);
    check_error(&word(&[1, 1]), CodeError::Length);
}

// Other instruments.

#[test]
fn sizes_follow_from_the_instrument() {
    let mut parts: Parts = SHIPPED.to_parts();
    parts.items.truncate(9);
    let smaller = Rc::new(Instrument::new(parts).expect("dimensions of one item can be scored"));
    let run = RunState { name: String::new(), answers: Answers::blank(&smaller) };
    let session =
        Session::restored(Rc::clone(&smaller), Some(SellsTo::Both), Grouping::PerGroup, [run.clone(), run]);
    let session = session.expect("they fit the instrument");
    let code = ResultCode::of(1, &session);
    assert_eq!(code.len(), 2 + 10 + 6 + 3);
    assert_eq!(ResultCode::read(&code, &smaller, 1), Ok(session));
}

#[test]
fn an_instrument_too_large_for_a_code_has_none() {
    let mut parts: Parts = SHIPPED.to_parts();
    for place in 0..30 {
        let id = String::leak(format!("more-{place}"));
        let mut foundation = parts.foundations[0].clone();
        foundation.id = b2b_b2c_profile::assessment::FoundationId::new(id);
        for order in [
            &mut parts.foundation_order.b2b,
            &mut parts.foundation_order.b2c,
            &mut parts.foundation_order.middle,
        ] {
            order.push(foundation.id);
        }
        parts.foundations.push(foundation);
    }
    let larger = Rc::new(Instrument::new(parts).expect("more foundations can be asked"));
    let mut session = Session::new(Rc::clone(&larger));
    support::walk::walk(&mut session, "companies start go");
    assert_eq!(ResultCode::of(1, &session), "");
    let code = code(&after("start go"));
    assert_eq!(ResultCode::read(&code, &larger, 1), Err(CodeError::OtherInstrument { version: 1 }));
}

#[test]
fn positions_are_told_apart() {
    let codes: Vec<String> = (0..5)
        .map(|position| {
            let mut answers = Answers::blank(&SHIPPED);
            answers
                .set_item(&SHIPPED, SHIPPED.items()[11].id, Some(at(position)))
                .expect("it fits the instrument");
            let runs = [(); 2].map(|()| RunState { name: String::new(), answers: answers.clone() });
            let session = Session::restored(Rc::new(SHIPPED.clone()), None, Grouping::default(), runs);
            code(&session.expect("they fit the instrument"))
        })
        .collect();
    for (place, code) in codes.iter().enumerate() {
        assert!(!codes[..place].contains(code));
    }
}

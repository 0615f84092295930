//! Fuzzing of the readers for external text: none panics, and whatever is read is a complete session.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Instrument, Session};
use b2b_b2c_profile::exchange::{ResultCode, ResultLink, SavedSession};
use std::rc::Rc;
use support::SHIPPED;
use support::dice::Dice;
use support::walk::after;

/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

/// Sessions of all kinds: with one and two groups, finished and unfinished, with names.
fn sessions() -> Vec<Session> {
    let scripts = [
        format!("start {RUN} 4 next ? next 1 next go*3"),
        format!("both start {RUN} next {RUN} go*4"),
        "companies start go*6 result".to_owned(),
        format!("both together start {RUN} go*2 result"),
    ];
    let names = ["Bakers & <b>", "Über “2”"].map(str::to_owned);
    scripts.map(|script| after(&script).named(names.clone())).to_vec()
}

/// Mutates texts and passes them to a reader. Some must be accepted, so that more than the first check is
/// exercised.
#[track_caller]
fn spoil(times: usize, seed: u64, texts: &[String], mut read: impl FnMut(&str, &Rc<Instrument>) -> bool) {
    let instrument = Rc::new(SHIPPED.clone());
    for text in texts {
        assert!(read(text, &instrument), "the original can't be read: {text}");
    }
    let mut dice = Dice::new(seed);
    let mut through = 0;
    for _ in 0..times {
        let text = &texts[dice.below(texts.len())];
        let spoilt = match dice.below(16) {
            0 => dice.cut(text),
            1 => dice.joined(texts),
            _ => dice.mutated(text),
        };
        through += usize::from(read(&spoilt, &instrument));
    }
    assert!(through > 0 && through < times / 2, "{through} of {times} accepted");
}

/// Checks that a session is complete: written and read again, it is the same.
#[track_caller]
fn is_whole(session: &Session, instrument: &Rc<Instrument>) -> bool {
    let text = SavedSession::save(session, 1);
    let again = SavedSession::load(&text, instrument, 1).expect("a saved session can be read");
    assert_eq!(SavedSession::save(&again, 1), text);
    true
}

#[test]
fn spoilt_codes() {
    let codes: Vec<String> = sessions().iter().map(|session| ResultCode::of(1, session)).collect();
    spoil(330_000, 1, &codes, |text, instrument| {
        ResultCode::read(text, instrument, 1).is_ok_and(|session| is_whole(&session, instrument))
    });
}

#[test]
fn spoilt_links() {
    let code = |session: &Session| ResultCode::grouped(&ResultCode::of(1, session));
    let links: Vec<String> = (sessions().iter())
        .map(|session| ResultLink::to("https://x.example/a?b=c", &code(session)).replace("-0", "%2D0"))
        .collect();
    spoil(250_000, 2, &links, |text, instrument| {
        ResultLink::read(text, instrument, 1).is_ok_and(|session| is_whole(&session, instrument))
    });
}

#[test]
fn spoilt_sessions() {
    let saved: Vec<String> = sessions().iter().map(|session| SavedSession::save(session, 1)).collect();
    spoil(200_000, 3, &saved, |text, instrument| {
        SavedSession::load(text, instrument, 1).is_ok_and(|session| is_whole(&session, instrument))
    });
}

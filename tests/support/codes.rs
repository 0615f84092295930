//! Result codes of the shipped questionnaire, and sessions to make them from.

use super::walk::after;
use super::{SHIPPED, answers};
use b2b_b2c_profile::assessment::{Answers, Grouping, RunState, Session};
use b2b_b2c_profile::exchange::{CodeError, ResultCode};
use std::rc::Rc;

pub(crate) const VERSION: u32 = 1;

pub(crate) fn read(text: &str) -> Result<Session, CodeError> {
    ResultCode::read(text, &Rc::new(SHIPPED.clone()), VERSION)
}

pub(crate) fn code(session: &Session) -> String {
    ResultCode::of(VERSION, session)
}

/// A session of one run, with answers written by dimension.
pub(crate) fn written(dimensions: &str) -> Session {
    let run = RunState { name: String::new(), answers: answers(&SHIPPED, dimensions) };
    let other = RunState { name: String::new(), answers: Answers::blank(&SHIPPED) };
    let instrument = Rc::new(SHIPPED.clone());
    Session::restored(instrument, None, Grouping::default(), [run, other]).expect("they fit the instrument")
}

/// Answers all twelve items and passes the halfway page.
pub(crate) const RUN: &str = "go*6 next go*6";

/// A session with two groups and every question answered.
pub(crate) fn two_groups() -> Session {
    after(&format!("both start {RUN} next 4 next ? next 1 next go*3 next go*6 go*4"))
}

/// Checks that a text is refused with this error.
#[track_caller]
pub(crate) fn check_error(text: &str, expected: CodeError) {
    assert_eq!(read(text), Err(expected), "{text:.40}");
}

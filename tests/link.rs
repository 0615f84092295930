//! A result as the end of an address: how it is written, and what is read of what mail and people make of it.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::Session;
use b2b_b2c_profile::exchange::{CodeError, ResultCode, ResultLink};
use proptest::prelude::*;
use std::rc::Rc;
use support::SHIPPED;
use support::generated::{cases, restored};

/// A code that is out in the world.
const CODE: &str = "11R1-FKS9-7103-GBNB";

fn read(text: &str) -> Result<Session, CodeError> {
    ResultLink::read(text, &Rc::new(SHIPPED.clone()), 1)
}

#[track_caller]
fn check(text: &str, expected: Result<(), CodeError>) {
    let code = read(text).map(|session| ResultCode::grouped(&ResultCode::of(1, &session)));
    assert_eq!(code, expected.map(|()| CODE.to_owned()), "{text:?}");
}

fn unknown(at: usize, char: char) -> Result<(), CodeError> {
    Err(CodeError::Character { at, char })
}

#[test]
fn a_link_is_the_page_and_the_code_behind_its_hash() {
    let link = ResultLink::to("https://x.example/a?b=c#d", CODE);
    assert_eq!(link, format!("https://x.example/a?b=c#result={CODE}"));
    check(&link, Ok(()));
    check(&ResultLink::to("file:///a%20b/offline.html", CODE), Ok(()));
}

#[test]
fn the_end_of_an_address_and_a_bare_code_are_read_too() {
    check(&format!("#result={CODE}"), Ok(()));
    check(&format!("#top&result={CODE}&x"), Ok(()));
    check(CODE, Ok(()));
    check(&format!("  {CODE}\n"), Ok(()));
}

#[test]
fn what_mail_and_people_make_of_a_code_is_read() {
    check("#result=11r1-fks9-7103-gbnb", Ok(()));
    check("#result=11r1fks97103gbnb", Ok(()));
    check("#result=11R1%2DFKS9%20-7103%2dGBNB%20", Ok(()));
    check("#result=%31%31R1-FKS9-7103-GBNB", Ok(()));
    check("#result=11R1%E2%80%93FKS9 7103-GBNB", Ok(()));
    check("#result=ILRI-FKS9-7IO3-GBNB", Ok(()));
}

#[test]
fn what_is_wrong_with_a_link_is_named() {
    check("", Err(CodeError::Empty));
    check("#", Err(CodeError::Empty));
    check("#embed", Err(CodeError::Empty));
    check("#result=", Err(CodeError::Empty));
    check("https://x.example/?result=1", unknown(6, ':'));
    check("#result=11R1-FKS9-7103-GBN", Err(CodeError::Length));
    check("#result=11R1-FKS9-7103-GBNC", Err(CodeError::Checksum));
    check(&format!("#result={CODE}&result={CODE}"), Err(CodeError::Length));
    check(&format!("#result={CODE}."), unknown(20, '.'));
    check(&format!("#result={CODE}%00"), unknown(20, '\0'));
    check(&format!("#result={CODE}%"), unknown(20, '%'));
    check(&format!("#result={CODE}%2"), unknown(20, '%'));
    check(&format!("#result=%GG{CODE}"), unknown(1, '%'));
    check(&format!("#result=%E2%80{CODE}"), unknown(1, '%'));
    check(&format!("#result=%252D{CODE}"), unknown(1, '%'));
    check(&format!("#result=<script>{CODE}"), unknown(1, '<'));
    check(&format!("#result={}", "%20".repeat(400)), Err(CodeError::TooLong));
    check(&format!("#result={}", "1".repeat(1 << 20)), Err(CodeError::TooLong));
}

#[test]
fn a_code_without_answers_is_no_result() {
    check("#result=1100-0000-0000-RMYZ", Err(CodeError::Empty));
}

#[test]
fn a_code_of_another_version_says_so() {
    let error = ResultLink::read(CODE, &Rc::new(SHIPPED.clone()), 2).map(drop);
    assert_eq!(error, Err(CodeError::OtherInstrument { version: 1 }));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_link_leads_to_its_result_and_no_other(session in restored(), page in "[ -~]{0,80}") {
        let code = ResultCode::of(1, &session);
        let link = ResultLink::to(&page, &ResultCode::grouped(&code));
        let read = read(&link).map(|session| ResultCode::of(1, &session));
        prop_assert_eq!(read, if session.has_answers() { Ok(code) } else { Err(CodeError::Empty) });
    }

    #[test]
    fn no_text_is_read_as_anything_but_a_whole_result(text in "(#result=|%|[0-9A-Z-]|.){0,60}") {
        if let Ok(session) = read(&text) {
            prop_assert!(session.has_answers());
        }
    }
}

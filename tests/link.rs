//! Result links: how they are written, and how links are read that mail programs and people have altered.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::Session;
use b2b_b2c_profile::exchange::{CodeError, ResultCode, ResultLink};
use proptest::prelude::*;
use std::rc::Rc;
use support::SHIPPED;
use support::generated::{cases, restored};

/// A code that visitors have.
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
fn codes_altered_by_mail_programs_and_people_are_read() {
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
    check("https://x.example/?other=1", unknown(6, ':'));
    check("https://x.example/?result=1", Err(CodeError::Length));
    check("#result=11R1-FKS9-7103-GBN", Err(CodeError::Length));
    check("#result=11R1-FKS9-7103-GBNC", Err(CodeError::Checksum));
    check(&format!("#result={CODE}%00"), unknown(20, '\0'));
    check(&format!("#result={CODE}%"), unknown(20, '%'));
    check(&format!("#result={CODE}%2"), unknown(20, '%'));
    check(&format!("#result=%GG{CODE}"), unknown(1, '%'));
    check(&format!("#result=%E2%80{CODE}"), unknown(1, '\u{fffd}'));
    check(&format!("#result=<script>{CODE}"), unknown(1, '<'));
    check(&format!("#result={}", "%20".repeat(400)), Err(CodeError::Empty));
    check(&format!("#result={}", "1".repeat(1 << 20)), Err(CodeError::TooLong));
}

#[test]
fn a_code_is_found_where_mail_programs_put_it() {
    let code = "11R1-FKS9-7103-GBNB";
    let encoded = format!("https%3A%2F%2Fx.example%2Fa%3Fb%3Dc%23result%3D{code}");
    let twice = encoded.replace('%', "%25");
    let dashed = encoded.replace('-', "-2D").replace('%', "-").replace("-2F", "_");
    for text in [
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url={encoded}&data=05%7C01%7C%FF&reserved=0"
        ),
        format!("https://eur01.safelinks.protection.outlook.com/?url={encoded}&amp;data=05%7C01"),
        format!("https://urldefense.com/v3/__https://x.example/*result={code}__;Iw!!Ab1_c!xyz$"),
        format!("https://urldefense.proofpoint.com/v2/url?u={dashed}&d=DwMFaQ&c=a-1"),
        format!("https://www.google.com/url?q={encoded}&sa=D&source=editors"),
        format!("https://l.example/l.php?u={twice}&h=AT0"),
        format!("https://linkprotect.example/url?a={}&c=E,1,x", encoded.to_lowercase()),
        format!("https://secure-web.example/1abc/{encoded}"),
        format!("https://one.example/?url={}", encoded.replace("-", "%2D").replace('%', "%25")),
        format!("HTTPS://X.EXAMPLE/#RESULT={code}"),
        format!("https://x.example/?result=no#result={code}"),
        format!("https://x.example/?myresult=1#result={code}"),
    ] {
        check(&text, Ok(()));
    }
}

#[test]
fn a_code_is_found_in_what_is_written_around_it() {
    for text in
        [CODE, "https://x.example/#result=11R1-FKS9-7103-GBNB", "11r1fks97103gbnb", "11R1 FKS9 7103 GBNB"]
    {
        for around in [
            "{}.",
            "{},",
            "{};",
            "{}:",
            "{}!",
            "({})",
            "[{}]",
            "<{}>",
            "\"{}\"",
            "'{}'",
            "“{}”",
            "„{}“",
            "«{}»",
            "‘{}’",
            "{}).",
            "{}…",
            "*{}*",
            "`{}`",
            "See {} for it.",
            "My code is {}, yours?",
            "Code:\n\n{}\n\nRegards,\nAn",
            "{} thanks",
            "Look: {}\u{a0}\u{200b}",
            "<a href=\"{}\">result</a>",
            "| {} |",
            "- {}",
            "{} ({})",
            "{} <{}>",
            "> My result:\n> {}\n",
            "{} 2026-11-23",
        ] {
            check(&around.replace("{}", text), Ok(()));
        }
    }
    check("https://x.example/#result=11R1-FKS9-\n7103-GBNB\nRegards", Ok(()));
    check("> https://x.example/#result=11R1-FKS9-\r\n> > 7103-GBNB", Ok(()));
    check(&format!("#result={CODE}&result={CODE}"), Ok(()));
    check(&format!("{} {CODE} {}", "word ".repeat(300), "word ".repeat(300)), Ok(()));
}

#[test]
fn two_different_codes_are_ambiguous() {
    let other = "118W-ZBQN-GNHE-0XFF";
    for text in [
        format!("#result={CODE}&result={other}"),
        format!("{CODE}, {other}"),
        format!("#result={CODE} #result={other}"),
    ] {
        check(&text, Err(CodeError::Length));
    }
}

#[test]
fn a_typing_error_is_reported_wherever_the_code_is() {
    for text in [
        "See 11R1-FKS9-7103-GBNC for it.",
        "<11R1-FKS9-7103-GBNC>",
        "#result=11R1-FKS9-7103-GBNC, thanks",
        "https://urldefense.com/v3/__https://x.example/*result=11R1-FKS9-7103-GBNC__;Iw!!Ab",
        "https://x.outlook.example/?url=https%3A%2F%2Fx%23result%3D11R1-FKS9-7103-GBNC&data=0",
    ] {
        check(text, Err(CodeError::Checksum));
    }
    check("#result=11R1-FKS9!7103-GBNB", unknown(10, '!'));
    check("11R1-FKS9-71\u{301}03-GBNB", unknown(13, '\u{301}'));
    check("11R1-FKS9-7103-GBN.", Err(CodeError::Length));
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

//! The result code: its format, its contents, how it may be typed, and errors for texts that aren't codes.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Run, RunState, Session};
use b2b_b2c_profile::exchange::{CodeError, ResultCode, named};
use std::rc::Rc;
use support::SHIPPED;
use support::codes::{RUN, check_error, code, read, two_groups, written};
use support::walk::{after, page, session};

// The format. Visitors have these codes: a change here needs a new format version.

#[track_caller]
fn check(session: &Session, expected: &str) {
    assert_eq!(ResultCode::grouped(&code(session)), expected);
    assert_eq!(code(&read(expected).expect("it is a code")), expected.replace('-', ""));
}

#[test]
fn known_sessions_have_their_known_codes() {
    check(&after("unknown"), "1100-0000-0000-RMYZ");
    check(&after("start go"), "118W-ZBQN-GNHE-0XFF");
    check(&after("companies start go*6 result"), "11AC-F5F0-FQ1G-808H");
    check(&after(&format!("both together start {RUN} go*4")), "11AC-F8BK-RS41-0KD1");
    check(&written("BB bo o? c.* CC* .."), "11R1-FKS9-7103-GBNB");
    check(&two_groups(), "11AC-F8BK-RS41-87VM-0H6C-CNGS");
}

#[test]
fn a_core_result_has_sixteen_characters_and_two_groups_have_eight_more() {
    assert_eq!(code(&after(&format!("companies start {RUN} go*4"))).len(), 16);
    assert_eq!(code(&two_groups()).len(), 24);
}

#[test]
fn without_an_answer_and_a_choice_there_is_no_code() {
    assert_eq!(code(&session()), "");
    assert_eq!(code(&after("start")), "");
    assert_eq!(code(&after("together")), "", "it has no effect without `both`");
    assert_eq!(ResultCode::grouped(""), "");
}

#[test]
fn one_digit_holds_the_questionnaires_version() {
    let session = after("start go");
    assert_eq!(&ResultCode::of(31, &session)[..2], "1Z");
    assert!(ResultCode::read(&ResultCode::of(31, &session), &Rc::new(SHIPPED.clone()), 31).is_ok());
    for version in [0, 32, 33, u32::MAX] {
        assert_eq!(ResultCode::of(version, &session), "");
    }
}

#[test]
fn groups_are_of_four_and_stay_the_same() {
    assert_eq!(ResultCode::grouped("ABCDEFGHJKMNPQRS"), "ABCD-EFGH-JKMN-PQRS");
    assert_eq!(ResultCode::grouped("ABCD-EFGH JKMNP"), "ABCD-EFGH-JKMN-P");
}

// What a code contains.

#[test]
fn a_restored_session_stands_at_its_result() {
    let restored = read(&code(&two_groups())).expect("it is a code");
    assert_eq!(page(&restored), "1 result");
    assert_eq!(restored.trail().len(), 1 + 13 + 1 + 13 + 4);
    assert_eq!(page(&read(&code(&after("both"))).expect("it is a code")), "intro");
}

#[test]
fn names_and_the_page_are_not_encoded() {
    let plain = two_groups();
    let mut named = plain.clone();
    named.apply(b2b_b2c_profile::assessment::Event::SteppedBack);
    let runs = [Run::First, Run::Second]
        .map(|run| RunState { name: "webshop".to_owned(), ..plain.run(run).clone() });
    let other = Session::restored(Rc::new(SHIPPED.clone()), plain.sells_to(), plain.grouping(), runs);
    assert_eq!(code(&named), code(&plain));
    assert_eq!(code(&other.expect("they fit the instrument")), code(&plain));
}

#[test]
fn a_missing_second_run_is_not_encoded() {
    let mut session = two_groups();
    support::walk::walk(&mut session, "back*60 companies");
    let restored = read(&code(&session)).expect("it is a code");
    assert_eq!(code(&session).len(), 16);
    assert_eq!(restored.unasked(Run::Second).len(), 12);
}

// How a code may be typed.

#[test]
fn case_blanks_and_hyphens_do_not_matter() {
    let session = two_groups();
    let code = code(&session);
    let expected = read(&code);
    assert!(expected.is_ok());
    let grouped = ResultCode::grouped(&code);
    let spaced: String = code.chars().flat_map(|char| [char, ' ']).collect();
    let typed =
        [code.to_lowercase(), grouped.replace('-', "\u{2011}"), grouped.replace('-', "\t\u{a0}\n"), spaced];
    for text in [grouped, format!("  {code}--")].iter().chain(&typed) {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn invisible_characters_dashes_and_spaces_are_ignored() {
    let grouped = ResultCode::grouped(&code(&two_groups()));
    let expected = read(&grouped);
    assert!(expected.is_ok());
    let unseen = "\u{ad}\u{34f}\u{61c}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202c}\u{202e}\u{2060}\
        \u{2061}\u{2064}\u{2066}\u{2069}\u{206a}\u{3164}\u{fe0f}\u{feff}\u{e0041}";
    for char in unseen.chars() {
        let typed = [
            format!("{char}{grouped}"),
            format!("{grouped}{char}"),
            grouped.replace('-', &char.to_string()),
            grouped.chars().flat_map(|own| [own, char]).collect(),
        ];
        for text in typed {
            assert_eq!(read(&text), expected, "U+{:04X}", char as u32);
        }
        assert_eq!(ResultCode::grouped(&format!("{char}{grouped}{char}")), grouped);
        check_error(&char.to_string(), CodeError::Empty);
    }
    let between = "\t\n\u{b}\u{85}\u{a0}\u{1680}\u{2003}\u{2009}\u{2028}\u{202f}\u{205f}\u{3000}\u{58a}\u{2010}\u{2013}\
        \u{2014}\u{2015}\u{207b}\u{2212}\u{2e3a}\u{301c}\u{fe58}\u{fe63}\u{ff0d}";
    for char in between.chars() {
        assert_eq!(read(&grouped.replace('-', &char.to_string())), expected, "U+{:04X}", char as u32);
    }
}

#[test]
fn full_width_characters_are_read_in_either_case() {
    let grouped = ResultCode::grouped(&code(&two_groups()));
    let wide =
        |char: char| char::from_u32(char as u32 + 0xfee0).expect("each character has a full-width form");
    for text in [&grouped, &grouped.to_lowercase()] {
        assert_eq!(read(&text.chars().map(wide).collect::<String>()), read(&grouped));
    }
}

#[test]
fn letters_that_look_like_digits_are_read_as_digits() {
    let code = code(&after("companies start go*6 result"));
    assert!(code.contains('1') && code.contains('0'), "{code}");
    for (one, zero) in [("I", "O"), ("L", "O"), ("i", "o"), ("l", "o")] {
        assert_eq!(read(&code.replace('1', one).replace('0', zero)), read(&code));
    }
}

// What isn't a code.

#[test]
fn nothing_is_no_code() {
    for text in ["", " ", "-", " \u{2014}\t-\n"] {
        check_error(text, CodeError::Empty);
    }
}

#[test]
fn what_is_too_long_is_refused_at_once() {
    let code = code(&after("start go"));
    check_error(&code.repeat(2), CodeError::TooLong);
    for endless in ["0", " ", "-", &code, "\u{1f600}", "U"] {
        check_error(&endless.repeat(1 << 20), CodeError::TooLong);
    }
}

#[test]
fn a_character_of_no_code_is_named_with_its_position() {
    let code = code(&after("start go"));
    for char in "Uu!%*=_./+&<\u{0}\u{7f}\u{661}\u{3b1}\u{e9}\u{301}\u{ff01}\u{ff35}\u{1f600}".chars() {
        for place in [0, 7, 16] {
            let mut text: Vec<char> = code.chars().collect();
            text.insert(place, char);
            check_error(&text.iter().collect::<String>(), CodeError::Character { at: place + 1, char });
        }
    }
    check_error("10 -\u{e9}", CodeError::Character { at: 5, char: '\u{e9}' });
    check_error("10\u{200b}\u{ad}!", CodeError::Character { at: 3, char: '!' });
    check_error("%31%31", CodeError::Character { at: 1, char: '%' });
}

#[test]
fn partial_and_multiple_codes_are_reported() {
    for session in [after("start go"), two_groups()] {
        let code = code(&session);
        for length in 1..code.len() {
            // A part with the length of another valid code may also be a mistyped one: one group, or one
            // group with a plan.
            let expected = if [16, 22].contains(&length) { CodeError::Checksum } else { CodeError::Length };
            check_error(&code[..length], expected);
        }
        check_error(&format!("{code}7"), CodeError::Length);
    }
}

#[test]
fn a_code_of_another_version_is_told_before_it_is_read() {
    let code = ResultCode::of(7, &after("start go"));
    check_error(&code, CodeError::OtherInstrument { version: 7 });
    check_error(&code.replace('7', "8"), CodeError::Checksum);
}

#[test]
fn every_error_has_its_slug_and_its_words() {
    let errors = [
        (CodeError::Empty, "empty"),
        (CodeError::TooLong, "too-long"),
        (CodeError::Character { at: 3, char: '\u{202e}' }, "character"),
        (CodeError::Checksum, "checksum"),
        (CodeError::Length, "length"),
        (CodeError::NewerFormat, "newer"),
        (CodeError::OtherInstrument { version: 2 }, "other-version"),
        (CodeError::Malformed, "malformed"),
    ];
    for (error, slug) in errors {
        assert_eq!(error.as_str(), slug);
        assert!(error.to_string().chars().all(|char| !char.is_control() && char.is_ascii()), "{error}");
    }
    assert_eq!(errors[2].0.to_string(), "`U+202E` at 3 is not a character of a code");
}

#[test]
fn a_character_is_named_by_its_number_where_it_would_not_be_seen() {
    for seen in "Uu!%é\u{3b1}\u{661}\u{2019}\u{20ac}\u{ff01}\u{5b57}\u{1f600}".chars() {
        assert_eq!(named(seen), seen.to_string());
    }
    let unseen = [
        ('\0', "U+0000"),
        ('\u{7f}', "U+007F"),
        ('\u{85}', "U+0085"),
        ('\u{ad}', "U+00AD"),
        ('\u{301}', "U+0301"),
        ('\u{489}', "U+0489"),
        ('\u{20dd}', "U+20DD"),
        ('\u{200b}', "U+200B"),
        ('\u{202e}', "U+202E"),
        ('\u{2800}', "U+2800"),
        ('\u{e000}', "U+E000"),
        ('\u{fffe}', "U+FFFE"),
        ('\u{1f1f3}', "U+1F1F3"),
        ('\u{10ffff}', "U+10FFFF"),
    ];
    for (char, name) in unseen {
        assert_eq!(named(char), name);
    }
}

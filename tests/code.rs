//! The result code: its form, what is in it, how it is typed, and what is told of a text that is none.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{
    Answers, Grouping, Instrument, Mark, Parts, Plan, Run, RunState, SellsTo, Session,
};
use b2b_b2c_profile::exchange::{CodeError, ResultCode, named};
use std::rc::Rc;
use support::walk::{after, page, session};
use support::word::{core, packed, word};
use support::{SHIPPED, answers, at};

const VERSION: u32 = 1;

fn read(text: &str) -> Result<Session, CodeError> {
    ResultCode::read(text, &Rc::new(SHIPPED.clone()), VERSION)
}

fn code(session: &Session) -> String {
    ResultCode::of(VERSION, session)
}

/// One run with answers written by dimension.
fn written(dimensions: &str) -> Session {
    let run = RunState { name: String::new(), answers: answers(&SHIPPED, dimensions) };
    let other = RunState { name: String::new(), answers: Answers::blank(&SHIPPED) };
    let instrument = Rc::new(SHIPPED.clone());
    Session::restored(instrument, None, Grouping::default(), [run, other]).expect("they are the instrument's")
}

/// All twelve items, with the halfway page between.
const RUN: &str = "go*6 next go*6";

/// A session with two groups, everything answered.
fn two_groups() -> Session {
    after(&format!("both start {RUN} next 4 next ? next 1 next go*3 next go*6 go*4"))
}

// The form. These codes are out in the world: a change here needs another form version.

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
    assert_eq!(code(&after("together")), "", "without `both` it has no effect");
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

// What is in it.

#[test]
fn a_restored_session_stands_at_its_result() {
    let restored = read(&code(&two_groups())).expect("it is a code");
    assert_eq!(page(&restored), "1 result");
    assert_eq!(restored.trail().len(), 1 + 13 + 1 + 13 + 4);
    assert_eq!(page(&read(&code(&after("both"))).expect("it is a code")), "intro");
}

#[test]
fn names_and_the_page_are_not_in_it() {
    let plain = two_groups();
    let mut named = plain.clone();
    named.apply(b2b_b2c_profile::assessment::Event::SteppedBack);
    let runs = [Run::First, Run::Second]
        .map(|run| RunState { name: "webshop".to_owned(), ..plain.run(run).clone() });
    let other = Session::restored(Rc::new(SHIPPED.clone()), plain.sells_to(), plain.grouping(), runs);
    assert_eq!(code(&named), code(&plain));
    assert_eq!(code(&other.expect("they are the instrument's")), code(&plain));
}

#[test]
fn a_second_run_that_is_not_there_is_not_in_it() {
    let mut session = two_groups();
    support::walk::walk(&mut session, "back*60 companies");
    let restored = read(&code(&session)).expect("it is a code");
    assert_eq!(code(&session).len(), 16);
    assert_eq!(restored.unasked(Run::Second).len(), 12);
}

// How it is typed.

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
fn what_nobody_sees_and_every_dash_and_space_is_passed_over() {
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
    let wide = |char: char| char::from_u32(char as u32 + 0xfee0).expect("there is one of each");
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

// What is no code.

#[track_caller]
fn check_error(text: &str, expected: CodeError) {
    assert_eq!(read(text), Err(expected), "{text:.40}");
}

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
fn a_character_that_stands_in_no_code_is_named_with_its_place() {
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
fn a_part_of_a_code_or_more_than_one_is_told() {
    for session in [after("start go"), two_groups()] {
        let code = code(&session);
        for length in 1..code.len() {
            // A part as long as another code could be one that was mistyped: one group's, and that with a plan.
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

// The form a second time, by its definition.

const NONE: ([u128; 12], [u128; 4]) = ([0; 12], [0; 4]);

#[test]
fn the_form_is_as_written_down() {
    let go = |count| std::array::from_fn(|place| if place < count { 2 } else { 0 });
    let word = |core: &[u8]| word(&[&[1, 1], core].concat());
    assert_eq!(code(&after("unknown")), word(&core(NONE.0, NONE.1, 0, 3, 0)));
    assert_eq!(code(&after("companies start go*6 result")), word(&core(go(6), NONE.1, 0, 1, 0)));
    let together = after(&format!("both together start {RUN} ? next go*2 4"));
    assert_eq!(code(&together), word(&core([2; 12], [1, 2, 2, 6], 0, 4, 0)));
    // The fourth and the fifth of six dimensions: behind the six single ones and twelve pairs, and the empty set.
    assert_eq!(code(&written(".. .. .. ..* ..* ..")), word(&core(NONE.0, NONE.1, 1 + 6 + 12, 0, 0)));
    let second: Vec<(u128, u128)> = [6, 1, 3].into_iter().chain([2; 9]).map(|value| (value, 7)).collect();
    let both = [core([2; 12], [2; 4], 0, 5, 0), packed(&[second, vec![(0, 22)]].concat(), 8)].concat();
    assert_eq!(code(&two_groups()), word(&both));
    // The first tactic will be done, the second is done, the last isn't wanted.
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

/// The session with these marks on its first tactics, and the last one not wanted.
fn planned(session: Session, marks: &[Mark]) -> Session {
    let instrument = session.instrument().clone();
    let mut plan = Plan::blank(&instrument);
    let last = Plan::tactics(&instrument).last().map(|tactic| (tactic, &Mark::NotForUs));
    for (tactic, mark) in Plan::tactics(&instrument).zip(marks).chain(last) {
        plan.set_mark(&instrument, tactic.id, Some(*mark)).expect("it can be marked");
    }
    session.with_plan(plan).expect("it is the instrument's")
}

#[test]
fn a_newer_form_is_told() {
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
fn a_sound_word_that_no_session_has_is_malformed() {
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
    let session = session.expect("they are the instrument's");
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
                .expect("it is the instrument's");
            let runs = [(); 2].map(|()| RunState { name: String::new(), answers: answers.clone() });
            let session = Session::restored(Rc::new(SHIPPED.clone()), None, Grouping::default(), runs);
            code(&session.expect("they are the instrument's"))
        })
        .collect();
    for (place, code) in codes.iter().enumerate() {
        assert!(!codes[..place].contains(code));
    }
}

//! Answers typed in from the printed questionnaire.
#![cfg(all(feature = "json", feature = "bundled"))]

mod support;

use b2b_b2c_profile::assessment::{Answers, Event, Response, Session, Stage};
use b2b_b2c_profile::content::Questionnaire;
use b2b_b2c_profile::exchange::{Next, PaperAnswers, PaperError};
use support::dice::Dice;

/// The answers as they could be typed: one character per question.
fn written(answers: &Answers) -> String {
    let instrument = Questionnaire::bundled().instrument;
    let char = |response: Option<Response>| match response {
        Some(Response::At(position)) => char::from(b'1' + position.get()),
        Some(Response::DontKnow) => '0',
        None => '-',
    };
    let items = instrument.items().iter().map(|item| char(answers.item(&instrument, item.id)));
    let foundations = instrument.foundations().iter();
    items.chain(foundations.map(|known| char(answers.foundation(&instrument, known.id)))).collect()
}

#[track_caller]
fn check(typed: &str, expected: Result<(&str, usize), PaperError>) {
    let read = PaperAnswers::read(typed, &Questionnaire::bundled().instrument);
    let read = read.map(|sheet| (written(&sheet.answers), sheet.count));
    assert_eq!(read, expected.map(|(answers, count)| (answers.to_owned(), count)), "{typed:?}");
}

#[test]
fn every_box_is_its_number_whatever_the_keying() {
    check("123451234512 1234", Ok(("1234512345121234", 16)));
}

#[test]
fn what_is_not_typed_yet_is_missing() {
    check("", Ok(("----------------", 0)));
    check("5", Ok(("5---------------", 1)));
    check("555555555555", Ok(("555555555555----", 12)));
}

#[test]
fn dont_know_and_no_answer_have_characters_of_their_own() {
    check("0?-1", Ok(("00-1------------", 4)));
    check("–−—‐－", Ok(("----------------", 5)));
    check("？؟", Ok(("00--------------", 2)));
}

#[test]
fn separators_between_numbers_are_ignored() {
    for between in
        [",", ";", ".", "/", "\t", "\r\n", " ", ", ", " ; ", "|", "\u{2003}", "，", "、", "،", "\u{200b}"]
    {
        check(&["1", "2", "0", "-", "5", ""].join(between), Ok(("120-5-----------", 5)));
    }
    check(" 1 2\t3\u{a0}4\r\n5 ", Ok(("12345-----------", 5)));
}

#[test]
fn digits_of_other_keyboards_are_read() {
    check("０１２３４５", Ok(("012345----------", 6)));
    check("٠١٢٣٤٥", Ok(("012345----------", 6)));
    check("۰۱۲۳۴۵", Ok(("012345----------", 6)));
}

#[test]
fn an_invalid_answer_is_reported_with_its_number() {
    check("6", Err(PaperError::NoAnswer(1)));
    check("12 3x45", Err(PaperError::NoAnswer(4)));
    check("1\u{0}", Err(PaperError::NoAnswer(2)));
    check("1, 2, 6", Err(PaperError::NoAnswer(3)));
    check("1٦", Err(PaperError::NoAnswer(2)));
    check("1\u{301}2", Err(PaperError::NoAnswer(2)));
    check("1<script>", Err(PaperError::NoAnswer(2)));
}

#[test]
fn more_answers_than_questions_are_too_many() {
    check("1234512345121234 ", Ok(("1234512345121234", 16)));
    check("12345123451212345", Err(PaperError::TooMany));
    check(&"1".repeat(1_000_000), Err(PaperError::TooMany));
    check(&format!("1{}", "x".repeat(1_000_000)), Err(PaperError::NoAnswer(2)));
}

#[test]
fn the_next_question_is_known_up_to_the_last() {
    let instrument = Questionnaire::bundled().instrument;
    let next =
        |typed: &str| PaperAnswers::read(typed, &instrument).expect("it can be read").next(&instrument);
    assert_eq!(next(""), Some(Next::Item(instrument.items()[0].id)));
    assert_eq!(next("-0"), Some(Next::Item(instrument.items()[2].id)));
    assert_eq!(next("111111111111"), Some(Next::Foundation(instrument.foundations()[0].id)));
    assert_eq!(next("1111111111111111"), None);
}

#[test]
fn written_answers_are_read_back_unchanged() {
    let mut dice = Dice::new(7);
    for _ in 0..2_000 {
        let length = dice.below(17);
        let typed: String = (0..length).map(|_| char::from(b"012345-"[dice.below(7)])).collect();
        let expected = format!("{typed:-<16}");
        check(&typed, Ok((&expected, length)));
    }
}

#[test]
fn nothing_that_is_typed_panics() {
    let instrument = Questionnaire::bundled().instrument;
    let mut dice = Dice::new(11);
    for _ in 0..100_000 {
        let length = dice.below(24);
        let char = |dice: &mut Dice| match dice.below(3) {
            0 => char::from_u32(dice.below(0x11_0000) as u32).unwrap_or(' '),
            _ => char::from(b"0123456-? "[dice.below(10)]),
        };
        let typed: String = (0..length).map(|_| char(&mut dice)).collect();
        if let Ok(sheet) = PaperAnswers::read(&typed, &instrument) {
            assert!(sheet.count <= 16, "{typed:?}");
        }
    }
}

#[test]
fn a_sheet_leads_from_the_intro_to_its_result() {
    let instrument = Questionnaire::bundled().instrument;
    let sheet = PaperAnswers::read("1234512345121234", &instrument).expect("it can be read");
    let mut session = Session::new(instrument);
    session.apply(Event::PaperAnswersGiven(sheet.answers.clone()));
    assert!(matches!(session.stage(), Stage::Result { .. }));
    assert_eq!(session.run(Default::default()).answers, sheet.answers);
}

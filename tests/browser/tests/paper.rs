//! The questionnaire on paper, and the key to its score.

use b2b_b2c_profile::assessment::{Answers, Instrument, Outcome, Position, Profile, Response};
use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::printed::{self, Printed};
use browser_tests::{Browser, Widget, in_every_engine, languages, questionnaire};
use serde_json::Value;

in_every_engine!(the_questionnaire_is_printed_at_the_intro);

#[track_caller]
fn print(widget: Widget, texts: &Texts) -> Printed {
    printed::watch(widget, true);
    widget.click(".bp-sheet summary");
    widget.click_on(&texts.label(Label::PaperPrint));
    printed::take(widget)
}

fn open<'a>(browser: &'a Browser, language: &str) -> Widget<'a> {
    Widget::open(browser, if language == "nl" { "/" } else { "/en/" })
}

fn the_questionnaire_is_printed_at_the_intro(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let printed = print(open(browser, "nl"), &texts);
    assert_eq!(printed.title, "b2b-b2c-profiel-vragenlijst");
    let mut rest = printed.html();
    for item in instrument.items() {
        let item = texts.item(item.id);
        for text in [item.question, item.first, item.second] {
            rest = rest.split_once(text.as_str()).unwrap_or_else(|| panic!("not there: {}", text.as_str())).1;
        }
    }
    assert!(rest.contains(texts.foundation(instrument.foundations()[0].id).statement.as_str()));
}

#[test]
fn the_landing_page_prints_it_too() {
    let browser = Browser::start();
    for (language, stem) in [("nl", "b2b-b2c-profiel-vragenlijst"), ("en", "b2b-b2c-profile-questionnaire")] {
        let widget = open(&browser, language);
        printed::watch(widget, true);
        widget.run("document.querySelector('[data-do=\"print\"]').click()", Value::Null);
        assert_eq!(printed::take(widget).title, stem);
    }
    browser.finish();
}

#[test]
fn it_is_two_pages_of_questions_and_one_with_the_key() {
    let browser = Browser::start();
    for language in &languages() {
        let (instrument, texts) = questionnaire(language);
        let printed = print(open(&browser, language), &texts);
        let pages = printed.pdf(&browser).pages();
        assert_eq!(pages.len(), 3, "{pages:#?}");
        let boxes = "return document.querySelectorAll('.bp-paper__box').length";
        let all = instrument.items().len() + instrument.foundations().len();
        assert_eq!(browser.run(0, boxes, Value::Null), all * 6);
        let has = |page: usize, text: &str| pages[page].iter().any(|line| line.contains(text));
        assert!(has(2, &texts.profile(Profile::Split).name), "{:#?}", pages[2]);
        assert!(has(1, &format!("{all}. ")), "the last question is on the second page: {:#?}", pages[1]);
    }
    browser.finish();
}

/// The values of each item's boxes as the key has them, with the number of the item.
fn key(browser: &Browser) -> Vec<(usize, [i32; 5])> {
    let script = "const number = (cell) => Number(cell.textContent.replace('−', '-'));
        return [...document.querySelectorAll('.bp-key__values tbody tr')].map((row) =>
          [...row.querySelectorAll('td')].slice(0, 6).map(number))";
    let rows = browser.run(0, script, Value::Null);
    let row = |row: &Value| {
        let cell =
            |place: usize| row[place].as_i64().and_then(|cell| i32::try_from(cell).ok()).expect("a number");
        (cell(0) as usize, [1, 2, 3, 4, 5].map(cell))
    };
    rows.as_array().into_iter().flatten().map(row).collect()
}

/// The profile and the points as somebody counts them who has only the key; in half points and hundredths.
fn counted(
    instrument: &Instrument,
    key: &[(usize, [i32; 5])],
    boxes: &[Option<usize>],
) -> (Option<Profile>, f64) {
    let value = |number: usize| {
        let (_, values) = key.iter().find(|(known, _)| *known == number).expect("the key has every item");
        boxes[number - 1].map(|place| f64::from(values[place]))
    };
    let means = instrument.dimensions().iter().filter_map(|dimension| {
        let numbers = instrument.items().iter().zip(1..).filter(|(item, _)| item.dimension == dimension.id);
        let values: Vec<f64> = numbers.filter_map(|(_, number)| value(number)).collect();
        (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
    });
    let means: Vec<f64> = means.collect();
    let side = |sign: f64| means.iter().map(|mean| (mean * sign).max(0.0)).sum::<f64>();
    let (b2b, b2c, count) = (side(1.0), side(-1.0), means.len() as f64);
    let difference = b2b - b2c;
    let is_named = boxes.iter().flatten().count() >= 6 && means.len() >= 4;
    let [lean, strong, split] = [0.4, 1.0, 0.5].map(|line| line * count + 1e-9);
    let profile = match difference {
        found if found > strong => Profile::StrongB2b,
        found if found > lean => Profile::LeanB2b,
        found if found < -strong => Profile::StrongB2c,
        found if found < -lean => Profile::LeanB2c,
        _ if b2b.min(b2c) + 2e-9 >= split => Profile::Split,
        _ => Profile::Hybrid,
    };
    (is_named.then_some(profile), if count > 0.0 { difference / count * 50.0 } else { 0.0 })
}

#[test]
fn counting_by_hand_comes_to_what_the_core_says() {
    let browser = Browser::start();
    let (instrument, texts) = questionnaire("en");
    print(open(&browser, "en"), &texts).pdf(&browser);
    let key = key(&browser);
    assert_eq!(key.len(), instrument.items().len());
    let mut state = 1_u64;
    for _ in 0..5_000 {
        let boxes: Vec<Option<usize>> = instrument
            .items()
            .iter()
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let thrown = (state >> 33) as usize % 6;
                (thrown < 5).then_some(thrown)
            })
            .collect();
        let mut answers = Answers::blank(&instrument);
        for (item, place) in instrument.items().iter().zip(&boxes) {
            let position = place.and_then(|place| Position::new(place as u8));
            answers.set_item(&instrument, item.id, position.map(Response::At)).expect("the item is known");
        }
        let outcome = Outcome::of(&instrument, &answers);
        let (profile, points) = counted(&instrument, &key, &boxes);
        assert_eq!(profile, outcome.profile, "{boxes:?}");
        let exact = outcome.scores.points().map_or(0.0, f64::from);
        assert!((points - exact).abs() <= 0.5 + 1e-9, "{points} and {exact}: {boxes:?}");
    }
    browser.finish();
}

//! The questionnaire on paper, and its scoring key.

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
            rest = rest.split_once(text.as_str()).unwrap_or_else(|| panic!("missing: {}", text.as_str())).1;
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

/// The values of each item's boxes in the key, with the number of the item.
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

/// A line of the key: a profile, for this number of answered dimensions.
struct Line {
    profile: Profile,
    dimensions: usize,
    text: String,
    numbers: Vec<f64>,
}

/// The English table from differences to profiles.
fn levels(browser: &Browser, texts: &Texts) -> Vec<Line> {
    let script = "const [head, ...rows] = document.querySelectorAll('.bp-key__levels tr');
        const counts = [...head.cells].slice(1).map((cell) => parseInt(cell.textContent));
        return [...rows].flatMap(({ cells: [name, ...cells] }) => cells.map((cell, at) =>
          [name.textContent, counts[at], cell.textContent.replaceAll('−', '-')]))";
    let rows = browser.run(0, script, Value::Null);
    let line = |row: &Value| {
        let text = row[2].as_str().expect("a text").to_owned();
        let profile = Profile::ALL.into_iter().find(|one| row[0] == *texts.profile(*one).name);
        Line {
            profile: profile.expect("the key names profiles"),
            dimensions: row[1].as_u64().expect("a number") as usize,
            numbers: text.split(' ').filter_map(|word| word.parse().ok()).collect(),
            text,
        }
    };
    rows.as_array().into_iter().flatten().map(line).collect()
}

impl Line {
    /// Whether the sums of both sides match the words of this line.
    fn holds(&self, b2b: f64, b2c: f64) -> bool {
        const EXACT: f64 = 1e-9;
        let difference = b2b - b2c;
        let second = || self.numbers.get(1).copied();
        match self.text.split(' ').next() {
            Some("more") => {
                difference > self.numbers[0] + EXACT && second().is_none_or(|high| difference <= high + EXACT)
            }
            Some("less") => {
                difference < self.numbers[0] - EXACT && second().is_none_or(|low| difference >= low - EXACT)
            }
            Some("the") => b2b.min(b2c) >= self.numbers[0] - EXACT,
            _ => (self.numbers[0] - EXACT..=self.numbers[1] + EXACT).contains(&difference),
        }
    }
}

/// The profile and points as somebody counts them with the key alone, in half points and hundredths.
fn counted(
    instrument: &Instrument,
    key: &[(usize, [i32; 5])],
    levels: &[Line],
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
    let (b2b, b2c) = (side(1.0), side(-1.0));
    let is_named = boxes.iter().flatten().count() >= 6;
    let found = levels.iter().filter(|line| line.dimensions == means.len() && line.holds(b2b, b2c));
    let found: Vec<Profile> = found.map(|line| line.profile).collect();
    // "The same" refers to the row above: a hybrid profile with much on both sides is split.
    let profile = match found[..] {
        [Profile::Hybrid, Profile::Split] => Some(Profile::Split),
        _ => found.into_iter().find(|&profile| profile != Profile::Split),
    };
    let points = if means.is_empty() { 0.0 } else { (b2b - b2c) / means.len() as f64 * 50.0 };
    (profile.filter(|_| is_named), points)
}

#[test]
fn counting_by_hand_comes_to_what_the_core_says() {
    let browser = Browser::start();
    let (instrument, texts) = questionnaire("en");
    print(open(&browser, "en"), &texts).pdf(&browser);
    let key = key(&browser);
    assert_eq!(key.len(), instrument.items().len());
    let levels = levels(&browser, &texts);
    assert_eq!(levels.len(), 3 * Profile::ALL.len());
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
            answers.set_item(&instrument, item.id, position.map(Response::At)).expect("the item exists");
        }
        let outcome = Outcome::of(&instrument, &answers);
        let (profile, points) = counted(&instrument, &key, &levels, &boxes);
        assert_eq!(profile, outcome.profile, "{boxes:?}");
        let exact = outcome.scores.points().map_or(0.0, f64::from);
        assert!((points - exact).abs() <= 0.5 + 1e-9, "{points} and {exact}: {boxes:?}");
    }
    browser.finish();
}

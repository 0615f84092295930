//! The result as a picture for slides and posts.

use b2b_b2c_profile::assessment::{Instrument, Outcome, Pole};
use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::{Browser, Sheet, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

in_every_engine!(a_picture_of_the_result_is_saved, nodes_are_at_their_scores_in_their_colours);

/// Answers that lead to a profile with a side, two of them missing.
const SHEET: Sheet = Sheet::new("502432145320", "2415");
/// The size of a picture.
const SIZE: [f64; 2] = [1200.0, 675.0];

/// A saved picture.
struct Picture {
    name: String,
    /// In drawing order.
    texts: Vec<Drawn>,
}

/// A text in a picture.
struct Drawn {
    text: String,
    left: f64,
    right: f64,
    /// The baseline.
    base: f64,
    is_bold: bool,
}

fn open<'a>(browser: &'a Browser, settings: &str) -> Widget<'a> {
    browser.site().add_html("/element", &format!("<b2b-b2c-profile {settings}></b2b-b2c-profile>"));
    Widget::open(browser, "/element")
}

/// Saves a picture of the current result.
#[track_caller]
fn save(widget: Widget, texts: &Texts) -> Picture {
    widget.run(include_str!("picture.js"), Value::Null);
    widget.click_on(&texts.label(Label::Picture));
    let is_told = || widget.run("return window.told?.format", Value::Null) == "png";
    widget.browser().wait("a picture", is_told, || widget.look());
    let name = widget.read("return saved.at(-1).name");
    assert_eq!(
        widget.run("return told", Value::Null),
        json!({ "version": 1, "format": "png", "name": name })
    );
    let size = "return createImageBitmap(saved.at(-1).blob).then(({ width, height }) => [width, height])";
    assert_eq!(widget.run(size, Value::Null), json!([1200, 675]));
    let drawn = widget.run("return drawnTexts", Value::Null);
    let number = |value: &Value| value.as_f64().expect("a place is a number");
    let text = |one: &Value| Drawn {
        text: one["text"].as_str().unwrap_or_default().to_owned(),
        left: number(&one["left"]),
        right: number(&one["right"]),
        base: number(&one["y"]),
        is_bold: one["font"].as_str().is_some_and(|font| font.starts_with("bold") || font.starts_with("700")),
    };
    Picture { name, texts: drawn.as_array().into_iter().flatten().map(text).collect() }
}

/// The colours of the last picture at these places, as red, green and blue.
#[track_caller]
fn pixels(widget: Widget, places: &[(f64, f64)]) -> Vec<[f64; 3]> {
    let script = "const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d', { willReadFrequently: true });
        return createImageBitmap(saved.at(-1).blob).then((bitmap) => {
          [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
          context.drawImage(bitmap, 0, 0);
          return args.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3));
        })";
    let found = widget.run(script, json!(places));
    serde_json::from_value(found).expect("a pixel has three channels")
}

/// Whether two colours look alike.
fn is_like(one: [f64; 3], other: [f64; 3]) -> bool {
    one.iter().zip(other).all(|(one, other)| (one - other).abs() < 10.0)
}

impl Picture {
    /// All texts, in drawing order.
    fn words(&self) -> String {
        self.texts.iter().map(|drawn| drawn.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn find(&self, text: &str) -> &Drawn {
        let found = self.texts.iter().find(|drawn| drawn.text == text);
        found.unwrap_or_else(|| panic!("{text} in {}", self.words()))
    }

    /// The places where the nodes of an outcome should be, beside the words of their tracks.
    #[track_caller]
    fn nodes(
        &self,
        instrument: &Instrument,
        texts: &Texts,
        outcome: &Outcome,
    ) -> Vec<(f64, f64, Option<Pole>)> {
        let words = instrument.dimensions().iter().map(|dimension| texts.dimension(dimension.id));
        let words: Vec<(&Drawn, &Drawn)> = words.map(|of| (self.find(&of.b2c), self.find(&of.b2b))).collect();
        let left = words.iter().map(|(word, _)| word.right).fold(0.0, f64::max) + 30.0;
        let right = words.iter().map(|(_, word)| word.left).fold(SIZE[0], f64::min) - 30.0;
        let rows = words.iter().zip(&outcome.scores.dimensions);
        rows.filter_map(|((word, _), dimension)| {
            let score = dimension.score?;
            let place = f64::from(score.to_place()) / 10_000.0;
            Some((left + place * (right - left), word.base - 8.0, Pole::of_sign(score.signum())))
        })
        .collect()
    }

    /// Checks that no text is cut off, and that no two texts on a line overlap.
    #[track_caller]
    fn check_room(&self) {
        for Drawn { text, left, right, base, .. } in &self.texts {
            assert!(*left >= 40.0 && *right <= SIZE[0] - 40.0, "{text}: {left} to {right}");
            assert!(*base >= 40.0 && *base <= SIZE[1] - 20.0, "{text}: {base}");
            for other in &self.texts {
                let is_beside = (base - other.base).abs() < 12.0 && *text != other.text;
                let is_apart = other.right <= *left || *right <= other.left;
                assert!(!is_beside || is_apart, "{text} and {}", other.text);
            }
        }
    }
}

fn a_picture_of_the_result_is_saved(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let widget = open(browser, "");
    widget.fill(&SHEET.keys());
    let picture = save(widget, &texts);
    assert!(
        picture.name.starts_with("b2b-b2c-profiel-20") && picture.name.ends_with(".png"),
        "{}",
        picture.name
    );
    picture.check_room();
    let outcome = SHEET.outcome(&instrument);
    let mut expected = vec![texts.headline(&outcome), texts.because(&outcome)];
    expected.extend(outcome.scores.points().map(|points| texts.towards(points)));
    for dimension in instrument.dimensions() {
        let words = texts.dimension(dimension.id);
        expected.extend([words.b2c.to_string(), words.b2b.to_string()]);
    }
    for words in expected {
        assert!(picture.words().contains(&words), "{words} in {}", picture.words());
    }
    // The script that draws was the only request.
    assert!(browser.site().asked().iter().any(|path| path.contains("-export-")));
}

fn nodes_are_at_their_scores_in_their_colours(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let sheets = [Sheet::new("412523243233", "4313"), Sheet::new("152341514241", "4313"), SHEET];
    let outcomes = sheets.map(|sheet| sheet.outcome(&instrument));
    for (drawn, sheet) in sheets.iter().enumerate() {
        let widget = open(browser, "theme='light'");
        widget.fill(&sheet.keys());
        let picture = save(widget, &texts);
        for (place, outcome) in outcomes.iter().enumerate() {
            let nodes = picture.nodes(&instrument, &texts, outcome);
            let places: Vec<(f64, f64)> = nodes.iter().map(|(x, y, _)| (x.round(), *y)).collect();
            let found = pixels(widget, &places);
            let are_there = nodes.iter().zip(&found).all(|((.., side), pixel)| is_like(*pixel, ink(*side)));
            assert_eq!(are_there, place == drawn, "{drawn}, {place}: {nodes:?}, {found:?}");
        }
        for (dimension, score) in instrument.dimensions().iter().zip(&outcomes[drawn].scores.dimensions) {
            let won = score.score.and_then(|score| Pole::of_sign(score.signum()));
            let words = texts.dimension(dimension.id);
            for (pole, word) in [(Pole::B2c, words.b2c), (Pole::B2b, words.b2b)] {
                assert_eq!(picture.find(&word).is_bold, won == Some(pole), "{}", &*word);
            }
        }
    }
}

/// The colour of a side in the light theme.
fn ink(side: Option<Pole>) -> [f64; 3] {
    let ink = match side {
        Some(Pole::B2b) => [0x0b, 0x5a, 0x8a],
        Some(Pole::B2c) => [0xb0, 0x4a, 0x12],
        None => [0x74, 0x7b, 0x82],
    };
    ink.map(f64::from)
}

#[test]
fn two_groups_have_both_lines_with_their_names() {
    let browser = Browser::start();
    for language in ["nl", "en"] {
        let (_, texts) = questionnaire(language);
        let widget = open(&browser, &format!("lang='{language}'"));
        widget.sell_to("both");
        widget.fill("4125232432331451145135414313");
        let expected = widget.texts(".bp-group__name, .bp-group__profile, .bp-because");
        assert_eq!(expected.len(), 5);
        let picture = save(widget, &texts);
        picture.check_room();
        for text in &expected {
            picture.find(text);
        }
    }
    browser.finish();
}

#[test]
fn every_profile_fits_in_both_languages() {
    let browser = Browser::start();
    for (language, keys) in [
        ("nl", "555151115511"),
        ("nl", "111515551155"),
        ("en", "333333333333"),
        ("nl", "155151115111"),
        ("en", "040404040404"),
        ("nl", "000000000000"),
    ] {
        let (_, texts) = questionnaire(language);
        let widget = open(&browser, &format!("lang='{language}'"));
        widget.fill(&format!("{keys}1234"));
        let picture = save(widget, &texts);
        picture.check_room();
    }
    browser.finish();
}

#[test]
fn colours_and_font_are_those_of_the_page() {
    let browser = Browser::start();
    let settings = "theme='dark' accent='#a01040' style='--bp-b2b: #00c8ff; --bp-font: serif'";
    let widget = open(&browser, settings);
    widget.fill(&SHEET.keys());
    let (instrument, texts) = questionnaire("nl");
    let picture = save(widget, &texts);
    picture.check_room();
    let end = picture.find(&texts.dimension(instrument.dimensions()[0].id).b2b).left - 30.0;
    let found = pixels(widget, &[(20.0, 660.0), (end - 6.0, 344.0)]);
    assert!(is_like(found[0], [0x1c, 0x25, 0x2e].map(f64::from)), "the dark panel: {found:?}");
    assert!(is_like(found[1], [0x00, 0xc8, 0xff].map(f64::from)), "the page's own blue: {found:?}");
    browser.finish();
}

//! The result as a picture for slides and posts.

use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::{Browser, Sheet, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

in_every_engine!(a_picture_of_the_result_is_saved);

/// Answers that lead to a profile with a side, two of them missing.
const SHEET: Sheet = Sheet::new("502432145320", "2415");
/// What a picture measures.
const SIZE: [f64; 2] = [1200.0, 675.0];

/// A picture as it was saved.
struct Picture {
    name: String,
    /// The texts, in the order drawn, each with its left, its right and its base.
    texts: Vec<(String, f64, f64, f64)>,
}

fn open<'a>(browser: &'a Browser, settings: &str) -> Widget<'a> {
    browser.site().add_html("/element", &format!("<b2b-b2c-profile {settings}></b2b-b2c-profile>"));
    Widget::open(browser, "/element")
}

/// Has the result saved that is shown.
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
    let text = |one: &Value| {
        let text = one["text"].as_str().unwrap_or_default().to_owned();
        (text, number(&one["left"]), number(&one["right"]), number(&one["y"]))
    };
    Picture { name, texts: drawn.as_array().into_iter().flatten().map(text).collect() }
}

impl Picture {
    /// All its words, in the order drawn.
    fn words(&self) -> String {
        self.texts.iter().map(|(text, ..)| text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// No text is cut off, and no two on one line run into each other.
    #[track_caller]
    fn check_room(&self) {
        for (text, left, right, base) in &self.texts {
            assert!(*left >= 40.0 && *right <= SIZE[0] - 40.0, "{text}: {left} to {right}");
            assert!(*base >= 40.0 && *base <= SIZE[1] - 20.0, "{text}: {base}");
            for (other, from, to, at) in &self.texts {
                let is_beside = base == at && text != other;
                assert!(!is_beside || to <= left || right <= from, "{text} and {other}");
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
    for (dimension, score) in instrument.dimensions().iter().zip(&outcome.scores.dimensions) {
        expected.push(texts.dimension(dimension.id).name.to_string());
        expected.extend(score.points.map(|points| texts.towards(points)));
    }
    for words in expected {
        assert!(picture.words().contains(&words), "{words} in {}", picture.words());
    }
    // Nothing was asked of any server but the script that draws.
    assert!(browser.site().asked().iter().any(|path| path.contains("-export-")));
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
    let (_, texts) = questionnaire("nl");
    save(widget, &texts).check_room();
    let script = "const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d', { willReadFrequently: true });
        const channels = (x, y) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
        return createImageBitmap(saved.at(-1).blob).then((bitmap) => {
          [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
          context.drawImage(bitmap, 0, 0);
          return [channels(600, 300), channels(1130, 337)];
        })";
    let found = widget.run(script, Value::Null);
    assert_eq!(found[0], json!([0x15, 0x1c, 0x23]), "the dark ground");
    let blue = |place: usize| found[1][place].as_i64().unwrap_or_default();
    assert!(
        blue(0) < 20 && (blue(1) - 0xc8).abs() < 8 && (blue(2) - 0xff).abs() < 8,
        "the host's own: {found}"
    );
    browser.finish();
}

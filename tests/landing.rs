//! The landing page's example is real: the core computes it from the answers of a coffee wholesaler.

#![cfg(all(feature = "json", feature = "bundled"))]

use b2b_b2c_profile::assessment::{Answers, Outcome, Position, Response};
use b2b_b2c_profile::content::{Label, Questionnaire};
use serde_json::Value;

/// The positions of the example's answers, in the order asked.
const ANSWERS: [u8; 12] = [3, 0, 1, 4, 1, 2, 1, 3, 2, 1, 2, 2];

#[test]
fn the_example_is_what_the_core_makes_of_its_answers() {
    let questionnaire = Questionnaire::bundled();
    let instrument = &questionnaire.instrument;
    let mut answers = Answers::blank(instrument);
    for (item, position) in instrument.items().iter().zip(ANSWERS) {
        let position = Position::new(position).expect("the example is on the scale");
        answers.set_item(instrument, item.id, Some(Response::At(position))).expect("the item is asked");
    }
    let outcome = Outcome::of(instrument, &answers);
    for texts in questionnaire.all_texts() {
        let landing = landing(&texts.language);
        let tactic = texts.tactic(outcome.ranking.recommended[0]);
        let start = tactic.start.expect("recommended tactics have a first step");
        let expected = [
            ("example-profile", texts.headline(&outcome)),
            ("example-because", texts.because(&outcome)),
            ("example-points", texts.towards(outcome.scores.points().expect("there are answers"))),
            ("example-tactic", tactic.title.to_string()),
            ("example-tactic-text", format!("{} {start}", texts.label(Label::ThisWeek))),
        ];
        for (key, expected) in expected {
            assert_eq!(landing[key], expected, "{}: {key}", texts.language);
        }
    }
}

fn landing(language: &str) -> Value {
    let file = format!("{}/content/{language}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).expect("every language has its file");
    serde_json::from_str::<Value>(&text).expect("the content is sound")["landing"].take()
}

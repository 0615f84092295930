//! A visitor's answers.

use b2b_b2c_profile::assessment::{Answers, Instrument, Outcome, Position, Response};

/// Answers as the keys that choose them, in the order asked: 1 to 5 for the boxes, 0 for "don't know".
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// The items' keys.
    pub items: &'static str,
    /// The foundations' keys.
    pub foundations: &'static str,
}

impl Sheet {
    /// A sheet with these keys for items and foundations; the remaining questions are unanswered.
    pub const fn new(items: &'static str, foundations: &'static str) -> Sheet {
        Sheet { items, foundations }
    }

    /// All keys, in the order asked.
    pub fn keys(&self) -> String {
        format!("{}{}", self.items, self.foundations)
    }

    /// The same as answers to the instrument.
    pub fn answers(&self, instrument: &Instrument) -> Answers {
        let mut answers = Answers::blank(instrument);
        for (item, key) in instrument.items().iter().zip(self.items.chars()) {
            answers
                .set_item(instrument, item.id, Some(response(key)))
                .expect("the item is in the instrument");
        }
        for (foundation, key) in instrument.foundations().iter().zip(self.foundations.chars()) {
            let set = answers.set_foundation(instrument, foundation.id, Some(response(key)));
            set.expect("the foundation is in the instrument");
        }
        answers
    }

    /// The core's outcome for the answers.
    pub fn outcome(&self, instrument: &Instrument) -> Outcome {
        Outcome::of(instrument, &self.answers(instrument))
    }
}

fn response(key: char) -> Response {
    let number = key.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).expect("a key is a digit");
    match number.checked_sub(1) {
        Some(position) => Response::At(Position::new(position).expect("a key is 0 to 5")),
        None => Response::DontKnow,
    }
}

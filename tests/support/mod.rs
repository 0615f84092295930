//! What the tests share: the shipped instrument, and short notations for answers.
#![allow(dead_code, reason = "each test file uses a part of this")]

pub(crate) mod codes;
pub(crate) mod dice;
#[cfg(feature = "check")]
pub(crate) mod files;
pub(crate) mod generated;
pub(crate) mod reference;
#[cfg(feature = "ssr")]
pub(crate) mod shown;
pub(crate) mod walk;
pub(crate) mod wandering;
pub(crate) mod word;

use b2b_b2c_profile::assessment::{Answers, Instrument, Outcome, Position, Response};
use b2b_b2c_profile::content::read_folder;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The shipped instrument, read from `content/`.
pub(crate) static SHIPPED: LazyLock<Instrument> = LazyLock::new(|| {
    let questionnaire = read_folder(&content_folder()).expect("the shipped content is sound");
    Instrument::clone(&questionnaire.instrument)
});

/// The shipped content files: names and texts.
pub(crate) fn content() -> Vec<(String, String)> {
    let mut files: Vec<_> = std::fs::read_dir(content_folder())
        .expect("the content can be listed")
        .map(|file| file.expect("the content can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| (path.file_name().unwrap_or_default().display().to_string(), path))
        .map(|(name, path)| (name, std::fs::read_to_string(path).expect("the content can be read")))
        .collect();
    // In the order of the build: the main language first.
    files.sort_by_key(|(name, _)| (name != "nl.json", name.clone()));
    files
}

/// The language codes of the shipped content, the main language first.
pub(crate) fn languages() -> Vec<String> {
    let questionnaire = read_folder(&content_folder()).expect("the shipped content is sound");
    questionnaire.languages.iter().map(|language| language.code.to_string()).collect()
}

/// The folder of the shipped content.
pub(crate) fn content_folder() -> PathBuf {
    // The tests in other packages use this too, from their own folders.
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.ancestors().find(|folder| folder.join("content").is_dir());
    root.expect("the tests are in the repository").join("content")
}

/// The response at a position.
pub(crate) fn at(position: u8) -> Response {
    Response::At(Position::new(position).expect("a position is 0 to 4"))
}

/// The position of a value x on an item with that key: the model's formula, solved for the position.
pub(crate) fn position_of(key: i32, value: i32) -> u8 {
    u8::try_from(2 - key * value).expect("x is -2 to 2")
}

/// Answers by dimension, in dimension order. Within a group, in item order: `B b o c C` are x = 2 … −2, `?`
/// is "don't know", `.` is no answer. A `*` after a group makes its dimension count double.
pub(crate) fn answers(instrument: &Instrument, written: &str) -> Answers {
    let groups: Vec<&str> = written.split_whitespace().collect();
    assert_eq!(groups.len(), instrument.dimensions().len(), "one group per dimension: {written}");
    let mut answers = Answers::blank(instrument);
    for (dimension, group) in instrument.dimensions().iter().zip(groups) {
        if group.ends_with('*') {
            answers.double(instrument, dimension.id).expect("at most two dimensions count double");
        }
        for (item, letter) in instrument.items_of(dimension.id).zip(group.chars()) {
            let response = match letter {
                '.' => continue,
                '?' => Response::DontKnow,
                letter => {
                    let place = "CcobB".find(letter).expect("one of B b o c C ? .");
                    let value = i32::try_from(place).expect("there are five letters") - 2;
                    at(position_of(item.first.sign(), value))
                }
            };
            answers.set_item(instrument, item.id, Some(response)).expect("the item is in the instrument");
        }
    }
    answers
}

/// The outcome of answers in this notation, on the shipped instrument.
pub(crate) fn outcome(written: &str) -> Outcome {
    Outcome::of(&SHIPPED, &answers(&SHIPPED, written))
}

/// A set of answers by index: positions in item and foundation order, and the dimensions that count double.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    /// The positions, in item order.
    pub(crate) items: Vec<Option<u8>>,
    /// The indexes of the dimensions that count double.
    pub(crate) doubled: Vec<usize>,
    /// The positions, in foundation order.
    pub(crate) foundations: Vec<Option<u8>>,
}

impl Given {
    /// The same as answers to an instrument.
    pub(crate) fn to_answers(&self, instrument: &Instrument) -> Answers {
        let mut answers = Answers::blank(instrument);
        for (item, position) in instrument.items().iter().zip(&self.items) {
            answers.set_item(instrument, item.id, position.map(at)).expect("the item is in the instrument");
        }
        for (foundation, position) in instrument.foundations().iter().zip(&self.foundations) {
            let set = answers.set_foundation(instrument, foundation.id, position.map(at));
            set.expect("the foundation is in the instrument");
        }
        for &place in &self.doubled {
            let dimension = instrument.dimensions()[place].id;
            answers.double(instrument, dimension).expect("at most two dimensions count double");
        }
        answers
    }

    /// The outcome on an instrument.
    pub(crate) fn outcome(&self, instrument: &Instrument) -> Outcome {
        Outcome::of(instrument, &self.to_answers(instrument))
    }

    /// The same with one position changed.
    pub(crate) fn with(&self, item: usize, position: Option<u8>) -> Given {
        let mut changed = self.clone();
        changed.items[item] = position;
        changed
    }
}

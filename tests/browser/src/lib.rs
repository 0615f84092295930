//! The built site in a real browser: what the tests and the screenshots share.
//!
//! Everything here blocks and panics at the caller's line, so that a test reads as what a visitor does.
//!
//! - [`Site`] serves the built files and remembers what was asked for.
//! - [`Browser`] is a browser of its own with one page, in one of three [`Engine`]s; [`Browser::finish`] checks
//!   that the page kept quiet.
//! - [`Widget`] is the element on the page as a visitor sees it.
//! - [`Sheet`] is what a visitor answers, [`report`] what must come of it.
//! - [`printed`] takes what the widget prints.
//! - [`axe`] and [`layout`] check a page for accessibility and for what sticks out.

pub mod axe;
mod browser;
mod driver;
mod engine;
pub mod layout;
pub mod printed;
pub mod report;
mod sheet;
mod site;
mod widget;

pub use browser::Browser;
pub use engine::Engine;
pub use sheet::Sheet;
pub use site::{Answer, Site};
pub use thirtyfour::Key;
pub use widget::Widget;

use b2b_b2c_profile::assessment::Instrument;
use b2b_b2c_profile::content::{Questionnaire, Texts};
use std::rc::Rc;
use std::sync::LazyLock;
use tokio::runtime::{Builder, Runtime};

/// The script that writes down what happens on a page; the pages of a [`Site`] begin with it.
pub const RECORDER: &str = include_str!("recorder.js");

/// Runs every server and every conversation with a browser.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads can be started")
});

/// What the core asks, and its words in a language.
pub fn questionnaire(language: &str) -> (Rc<Instrument>, Rc<Texts>) {
    let questionnaire = Questionnaire::bundled();
    let texts = questionnaire.texts(language).expect("the language is there");
    (Rc::clone(&questionnaire.instrument), Rc::clone(texts))
}

/// The codes of the languages that the site speaks.
pub fn languages() -> Vec<String> {
    Questionnaire::bundled().languages.iter().map(|language| language.code.to_string()).collect()
}

/// An English text in the language `fy`, which only the fixtures' site speaks: with other vowels.
pub fn in_further_language(english: &str) -> String {
    let vowels = [('a', 'á'), ('e', 'é'), ('i', 'í'), ('o', 'ó'), ('u', 'ú')];
    let vowel = |char| vowels.iter().find(|(plain, _)| *plain == char).map_or(char, |(_, other)| *other);
    english.chars().map(vowel).collect()
}

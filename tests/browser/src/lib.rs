//! The built site in real browsers: what the tests and the screenshots share.
//!
//! Everything here blocks, and panics at the caller's line, so that a test reads like a visit.
//!
//! - [`Site`] serves the built files and records requests.
//! - [`Browser`] is a browser with one page and one of the [`Engine`]s; [`Browser::finish`] checks its record.
//! - [`Widget`] is the element on the page as a visitor sees it.
//! - [`Sheet`] is a visitor's answers, [`report`] checks the result.
//! - [`RESULTS`] are the states of a result.
//! - [`printed`] captures what the widget prints.
//! - [`axe`] and [`layout`] check the accessibility and layout of a page.

pub mod axe;
mod browser;
mod driver;
mod engine;
pub mod layout;
pub mod printed;
pub mod report;
mod results;
mod sheet;
mod site;
mod widget;

pub use browser::Browser;
pub use engine::Engine;
pub use results::{RESULTS, Shown};
pub use sheet::Sheet;
pub use site::{Answer, Site};
pub use thirtyfour::Key;
pub use widget::Widget;

use b2b_b2c_profile::assessment::Instrument;
use b2b_b2c_profile::content::{Questionnaire, Texts};
use std::rc::Rc;
use std::sync::LazyLock;
use tokio::runtime::{Builder, Runtime};

/// The script that records what happens on a page; the pages of a [`Site`] load it first.
pub const RECORDER: &str = include_str!("recorder.js");

/// Runs all servers and all communication with browsers.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads can be started")
});

/// The instrument, and its texts in a language.
pub fn questionnaire(language: &str) -> (Rc<Instrument>, Rc<Texts>) {
    let questionnaire = Questionnaire::bundled();
    let texts = questionnaire.texts(language).expect("the language exists");
    (Rc::clone(&questionnaire.instrument), Rc::clone(texts))
}

/// The language codes of the site.
pub fn languages() -> Vec<String> {
    Questionnaire::bundled().languages.iter().map(|language| language.code.to_string()).collect()
}

/// An English text as in the language `fy`, which only the fixture's site has: with accents on the vowels.
pub fn in_further_language(english: &str) -> String {
    let vowels = [('a', 'á'), ('e', 'é'), ('i', 'í'), ('o', 'ó'), ('u', 'ú')];
    let vowel = |char| vowels.iter().find(|(plain, _)| *plain == char).map_or(char, |(_, other)| *other);
    english.chars().map(vowel).collect()
}

//! Checks the structure, and defines the faults: each names its file and place.

use super::instrument_file::InstrumentFile;
use crate::assessment::{Instrument, Kind, Parts, Pole, Profile, Section};
use std::fmt;

/// One fault in the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The name of the file.
    pub file: String,
    /// The place in the file, such as `items.audience-size.help`; empty for the whole file.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

impl Fault {
    pub(super) fn new(file: &str, place: &str, what: &str) -> Fault {
        Fault { file: file.to_owned(), place: place.to_owned(), what: what.to_owned() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.as_str() {
            "" => write!(f, "{}: {}", self.file, self.what),
            place => write!(f, "{}: {place}: {}", self.file, self.what),
        }
    }
}

/// All faults in the content; displays one per line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentErrors(Vec<Fault>);

impl ContentErrors {
    pub(super) fn new(faults: Vec<Fault>) -> ContentErrors {
        ContentErrors(faults)
    }

    pub(super) fn of(file: &str, place: &str, what: &str) -> ContentErrors {
        ContentErrors(vec![Fault::new(file, place, what)])
    }

    /// The faults, in the order they were found.
    pub fn faults(&self) -> &[Fault] {
        &self.0
    }
}

impl fmt::Display for ContentErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(Fault::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for ContentErrors {}

/// The points of the article: `S0`–`S19` in its text, `K1`–`K6` in its B2B list, `C1`–`C5` in its B2C list.
pub(super) fn article_points() -> impl Iterator<Item = String> {
    let ids = |letter: char, numbers: std::ops::RangeInclusive<u8>| {
        numbers.map(move |number| format!("{letter}{number}"))
    };
    ids('S', 0..=19).chain(ids('K', 1..=6)).chain(ids('C', 1..=5))
}

/// Checks the file of the structure.
pub(super) fn instrument(file: &str, source: &InstrumentFile, faults: &mut Vec<Fault>) {
    let (parts, unknown) = source.to_parts();
    let mut report = |place: &str, what: &str| faults.push(Fault::new(file, place, what));
    for (place, word) in unknown {
        report(&place, &format!("unknown word `{word}`"));
    }
    for error in Instrument::new(parts.clone()).err().unwrap_or_default() {
        report(&error.place(), &error.what());
    }
    if source.id.trim().is_empty() {
        report("id", "must not be empty");
    }
    if source.version == 0 {
        report("version", "must be 1 or more");
    }
    if source.poles.iter().map(|pole| pole.as_str()).ne(Pole::ALL.map(Pole::as_str)) {
        report("poles", "must be b2b, b2c");
    }
    if source.profiles.iter().map(|slug| slug.as_str()).ne(Profile::ALL.map(Profile::as_str)) {
        report("profiles", "must name the six profiles, from B2B to B2C");
    }
    keying(&parts, &mut report);
    inferences(source, &parts, &mut report);
    references(source, &mut report);
    for kind in Kind::ALL.into_iter().filter(|kind| kind.is_ranked()) {
        if parts.tactics.iter().filter(|tactic| tactic.kind == kind).count() < 3 {
            report("tactics", &format!("three are needed of kind {}", kind.as_str()));
        }
    }
}

/// Keying must be balanced: one item each way in each dimension, and equally many each way in the core.
fn keying(parts: &Parts, report: &mut impl FnMut(&str, &str)) {
    for dimension in &parts.dimensions {
        let place = format!("dimensions.{}", dimension.id);
        let items: Vec<_> = parts.items.iter().filter(|item| item.dimension == dimension.id).collect();
        if items.len() != 2 {
            report(&place, &format!("has {} items, must have two", items.len()));
        } else if items[0].first == items[1].first {
            report(&place, "keying is unbalanced: both items put the same pole first");
        }
        if items.iter().filter(|item| item.section == Section::Core).count() != 1 {
            report(&place, "must have one item in the core");
        }
    }
    let core = parts.items.iter().filter(|item| item.section == Section::Core);
    if core.map(|item| item.first.sign()).sum::<i32>() != 0 {
        report("items", "keying of the core is unbalanced: one pole comes first more often");
    }
    if !parts.items.is_sorted_by_key(|item| item.section == Section::Rest) {
        report("items", "the core's items must come before the others");
    }
}

/// A pole without a point of the article must be marked as our inference.
fn inferences(source: &InstrumentFile, parts: &Parts, report: &mut impl FnMut(&str, &str)) {
    for (dimension, written) in parts.dimensions.iter().zip(&source.dimensions) {
        let place = format!("dimensions.{}", dimension.id);
        if written.inferred.is_some() && dimension.inferred.is_none() {
            report(&format!("{place}.inferred"), "must be b2b or b2c");
        }
        for pole in Pole::ALL {
            if dimension.sources(pole).is_empty() && dimension.inferred != Some(pole) {
                report(&place, "a pole without a point of the article must be marked as inferred");
            }
        }
    }
    for item in parts.items.iter().filter(|item| item.is_inferred) {
        let dimension = parts.dimensions.iter().find(|dimension| dimension.id == item.dimension);
        if dimension.is_some_and(|dimension| dimension.inferred.is_none()) {
            report(&format!("items.{}", item.id), "is marked as inferred, but its dimension is not");
        }
    }
}

/// Every reference must name a point of the article, and every point must be used.
fn references(source: &InstrumentFile, report: &mut impl FnMut(&str, &str)) {
    let mut uses: Vec<(String, &[super::Text])> = vec![("about".to_owned(), &source.about.refs)];
    for dimension in &source.dimensions {
        uses.push((format!("dimensions.{}.refs.b2b", dimension.id), &dimension.refs.b2b));
        uses.push((format!("dimensions.{}.refs.b2c", dimension.id), &dimension.refs.b2c));
    }
    uses.extend(source.items.iter().map(|item| (format!("items.{}", item.id), &*item.refs)));
    uses.extend(source.foundations.iter().map(|one| (format!("foundations.{}", one.id), &*one.refs)));
    uses.extend(source.tactics.iter().map(|tactic| (format!("tactics.{}", tactic.id), &*tactic.refs)));
    uses.extend(source.advice.iter().map(|advice| (format!("advice.{}", advice.id), &*advice.refs)));
    let points: Vec<String> = article_points().collect();
    for (place, refs) in &uses {
        for unknown in refs.iter().filter(|id| !points.iter().any(|point| point == id.as_str())) {
            report(place, &format!("unknown point of the article `{unknown}`"));
        }
    }
    for point in points {
        if !uses.iter().any(|(_, refs)| refs.iter().any(|id| id.as_str() == point)) {
            report("", &format!("nothing uses the article's point {point}"));
        }
    }
}

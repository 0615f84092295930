//! The full check of the content files: the texts against their schema and against each other.

use super::check::{ContentErrors, Fault};
use super::instrument_file::InstrumentFile;
use super::source::{self, Packs};
use super::{Questionnaire, Table, schema};
use jsonschema::error::ValidationErrorKind::{
    AdditionalProperties, MaxItems, MaxLength, MinItems, Not, Pattern, Required, Type,
};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;
use serde_json::value::RawValue;
use std::path::Path;

/// A summary of content without faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The language codes, Dutch first.
    pub languages: Vec<String>,
    /// The number of items.
    pub items: usize,
}

/// Checks the content in a folder, texts included.
pub fn check_folder(folder: &Path) -> Result<Summary, ContentErrors> {
    let questionnaire = read_files(source::files_in(folder)?)?;
    Ok(Summary {
        languages: questionnaire.languages.iter().map(|language| language.code.to_string()).collect(),
        items: questionnaire.instrument.items().len(),
    })
}

/// Checks files, given as name and text; returns all faults, not only the first.
pub fn read_files(files: Vec<(String, String)>) -> Result<Questionnaire, ContentErrors> {
    source::unpack(source::pack(files, languages)?)
}

/// The schemas of a folder's structure and languages for editors, with their file names below `schema/`.
pub fn schemas(folder: &Path) -> Result<[(&'static str, String); 2], ContentErrors> {
    let mut faults = Vec::new();
    let instrument = source::instrument(&source::files_in(folder)?, &mut faults);
    let instrument = instrument.ok_or_else(|| ContentErrors::new(faults))?;
    let written = |schema| format!("{schema:#}\n");
    Ok([
        ("instrument.json", written(schema::of_instrument())),
        ("language.json", written(schema::of_language(&instrument))),
    ])
}

/// Checks all content in a folder, then packs it.
pub fn pack_checked(folder: &Path) -> Result<Packs, ContentErrors> {
    source::pack(source::files_in(folder)?, languages)
}

/// The place of a text, and the text.
type Found = (String, String);

/// Checks the language files against the structure and against each other.
fn languages(instrument: &InstrumentFile, files: &[(String, &'static str)], faults: &mut Vec<Fault>) {
    let validator = jsonschema::validator_for(&schema::of_language(instrument)).expect("the schema is sound");
    let mut first: Option<Vec<Found>> = None;
    for (file, text) in files {
        let mut own = Vec::new();
        let mut report = |place: &str, what: &str| own.push(Fault::new(file, place, what));
        let (raw, value) =
            match (serde_json::from_str::<&RawValue>(text), serde_json::from_str::<Value>(text)) {
                (Ok(raw), Ok(value)) => (raw, value),
                (Err(error), _) | (_, Err(error)) => {
                    faults.push(Fault::new(file, "", &error.to_string()));
                    continue;
                }
            };
        doubled(raw, "", &mut report);
        check(&validator, &value, &mut report);
        if value["language"].as_str().is_some_and(|language| format!("{language}.json") != *file) {
            report("language", "must be the file's name without its extension");
        }
        faults.append(&mut own);
        let mut found = Vec::new();
        collect(&value, "", &mut found);
        match &first {
            Some(first) => agree(file, first, &found, faults),
            None => first = Some(found),
        }
    }
}

fn check(validator: &Validator, value: &Value, report: &mut impl FnMut(&str, &str)) {
    for error in validator.iter_errors(value) {
        let place = error.instance_path().to_string().trim_start_matches('/').replace('/', ".");
        match error.kind() {
            Required { property } => {
                report(&join(&place, property.as_str().unwrap_or_default()), "text is missing");
            }
            AdditionalProperties { unexpected } => {
                unexpected.iter().for_each(|key| report(&join(&place, key), "text for nothing that exists"));
            }
            _ => report(&place, &what(&error)),
        }
    }
}

/// A validation error in our own words.
fn what(error: &ValidationError) -> String {
    let length = || error.instance().as_str().map_or(0, |text| text.chars().count());
    let items = || error.instance().as_array().map_or(0, Vec::len);
    match error.kind() {
        Type { kind } => {
            let kind = format!("{kind:?}").to_lowercase();
            let kinds = [("string", "must be a text"), ("array", "must be a list of texts")];
            kinds
                .into_iter()
                .find(|(name, _)| kind.contains(name))
                .map_or("must be an object", |(_, what)| what)
                .to_owned()
        }
        MaxLength { limit } => format!("text is too long: {} characters, at most {limit}", length()),
        MinItems { limit } | MaxItems { limit } => format!("has {} texts, must have {limit}", items()),
        Not { .. } => "text has a control character, such as a line break".to_owned(),
        Pattern { pattern } if pattern == "\\S" => "text is empty".to_owned(),
        Pattern { pattern } => format!("placeholder {} is missing", pattern.replace('\\', "")),
        _ => error.to_string(),
    }
}

/// Every language must have the same texts, optional and free ones included, with the same placeholders.
///
/// Adds no fault if either file already has one at that place or above it.
fn agree(file: &str, first: &[Found], found: &[Found], faults: &mut Vec<Fault>) {
    let mut new = Vec::new();
    for (place, text) in first {
        match found.iter().find(|(known, _)| known == place) {
            None => new.push(Fault::new(file, place, "text is missing")),
            Some((_, own)) if placeholders(own) != placeholders(text) => {
                let wanted = placeholders(text).join(", ");
                let what = format!("placeholders must be {{{wanted}}}, as in the first language");
                new.push(Fault::new(file, place, &what));
            }
            Some(_) => {}
        }
    }
    let surplus = found.iter().filter(|(place, _)| !first.iter().any(|(known, _)| known == place));
    new.extend(
        surplus.map(|(place, _)| Fault::new(file, place, "text that the first language doesn't have")),
    );
    let is_said = |place: &str| {
        let is_above = |said: &str| place.strip_prefix(said).is_some_and(|rest| rest.starts_with('.'));
        faults.iter().any(|fault| fault.place == place || is_above(&fault.place))
    };
    new.retain(|fault| !is_said(&fault.place));
    faults.extend(new);
}

/// The names in braces, sorted and without duplicates.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Collects all texts with their places.
fn collect(value: &Value, place: &str, found: &mut Vec<Found>) {
    match value {
        Value::String(text) if place != "$schema" => found.push((place.to_owned(), text.clone())),
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(at, value)| collect(value, &join(place, &at.to_string()), found));
        }
        Value::Object(entries) => {
            entries.iter().for_each(|(key, value)| collect(value, &join(place, key), found))
        }
        _ => {}
    }
}

fn join(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

/// Reports repeated keys of an object; a parser would silently take the last.
fn doubled(raw: &'static RawValue, place: &str, report: &mut impl FnMut(&str, &str)) {
    let Ok(entries) = serde_json::from_str::<Table<&RawValue>>(raw.get()) else { return };
    for (number, (key, value)) in entries.iter().enumerate() {
        let place = join(place, &key);
        if entries.iter().take(number).any(|(known, _)| known == key) {
            report(&place, "stands here twice");
        }
        doubled(value, &place, report);
    }
}

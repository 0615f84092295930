//! The content's files, read and checked.

use super::check::{self, ContentErrors, Fault};
use super::instrument_file::InstrumentFile;
use super::{Language, Questionnaire, Texts, writer};
use serde::Deserialize;
use std::fmt;
use std::path::Path;

/// The structure's file; every other `.json` beside it holds one language.
const INSTRUMENT: &str = "instrument.json";
/// The language that comes first, and is used where a wanted one isn't there.
const FIRST_LANGUAGE: &str = "nl.json";

/// What a check found in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The languages' codes, Dutch first.
    pub languages: Vec<String>,
    /// How many items there are.
    pub items: usize,
}

/// Reads and checks the content of a folder.
pub fn check_folder(folder: &Path) -> Result<Summary, ContentErrors> {
    let questionnaire = read_files(read_folder(folder)?)?;
    Ok(Summary {
        languages: questionnaire.languages.iter().map(|language| language.code.to_string()).collect(),
        items: questionnaire.instrument.items().len(),
    })
}

/// A questionnaire packed: in the browser, the texts come only in the languages that are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packs {
    /// What [`Structure::unpack`](super::Structure::unpack) reads.
    pub structure: String,
    /// By the language's code, Dutch first: what [`Structure::texts`](super::Structure::texts) reads.
    pub texts: Vec<(String, String)>,
}

/// Checks files, given as name and text; the errors are all that were found, not the first.
pub fn read_files(files: Vec<(String, String)>) -> Result<Questionnaire, ContentErrors> {
    let packs = pack(files)?;
    let texts: Vec<&'static str> = packs.texts.into_iter().map(|(_, pack)| &*pack.leak()).collect();
    Questionnaire::unpack(packs.structure.leak(), &texts).map_err(unusable)
}

/// Packs a folder's content, checked.
pub fn pack_folder(folder: &Path) -> Result<Packs, ContentErrors> {
    pack(read_folder(folder)?)
}

fn unusable(error: impl fmt::Display) -> ContentErrors {
    ContentErrors::of("content", "", &error.to_string())
}

fn read_folder(folder: &Path) -> Result<Vec<(String, String)>, ContentErrors> {
    let unreadable =
        |error: std::io::Error| ContentErrors::of(&folder.display().to_string(), "", &error.to_string());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, std::fs::read_to_string(&path).map_err(unreadable)?));
        }
    }
    files.sort_by(|(one, _), (other, _)| (one != FIRST_LANGUAGE, one).cmp(&(other != FIRST_LANGUAGE, other)));
    Ok(files)
}

fn pack(files: Vec<(String, String)>) -> Result<Packs, ContentErrors> {
    let mut faults = Vec::new();
    let (instruments, languages): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(name, _)| name == INSTRUMENT);
    let instrument: Option<InstrumentFile> = match instruments.into_iter().next() {
        Some((name, text)) => parse(&name, String::leak(text), &mut faults),
        None => {
            faults.push(Fault::new(INSTRUMENT, "", "file is missing"));
            None
        }
    };
    if languages.is_empty() {
        faults.push(Fault::new(FIRST_LANGUAGE, "", "file is missing: at least one language is needed"));
    }
    let languages: Vec<(String, &'static str)> =
        languages.into_iter().map(|(name, text)| (name, &*String::leak(text))).collect();
    let Some(instrument) = instrument else { return Err(ContentErrors::new(faults)) };
    check::instrument(INSTRUMENT, &instrument, &mut faults);
    check::languages(&instrument, &languages, &mut faults);
    if !faults.is_empty() {
        return Err(ContentErrors::new(faults));
    }
    let (mut names, mut texts) = (Vec::new(), Vec::new());
    for (name, text) in &languages {
        names.extend(parse::<Language>(name, text, &mut faults));
        texts.extend(parse::<Texts>(name, text, &mut faults));
    }
    match writer::pack(&instrument, names, &texts) {
        _ if !faults.is_empty() => Err(ContentErrors::new(faults)),
        Some(packs) => Ok(packs),
        None => Err(unusable("too much of something to be packed")),
    }
}

fn parse<T: Deserialize<'static>>(name: &str, text: &'static str, faults: &mut Vec<Fault>) -> Option<T> {
    let parsed = serde_json::from_str(text);
    parsed.map_err(|error| faults.push(Fault::new(name, "", &error.to_string()))).ok()
}

//! Reads, checks and packs the content files.

use super::check::{self, ContentErrors, Fault};
use super::instrument_file::InstrumentFile;
use super::{Language, Questionnaire, Texts, writer};
use serde::Deserialize;
use std::fmt;
use std::path::Path;

/// The file of the structure; every other `.json` file next to it holds one language.
const INSTRUMENT: &str = "instrument.json";
/// The file of the first language, the fallback for missing languages.
const FIRST_LANGUAGE: &str = "nl.json";

/// A packed questionnaire, with its languages apart: a browser loads only those it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packs {
    /// The structure, for [`Structure::unpack`](super::Structure::unpack).
    pub structure: String,
    /// Language codes and texts for [`Structure::texts`](super::Structure::texts), Dutch first.
    pub texts: Vec<(String, String)>,
}

/// Checks the texts of the language files, each given as name and text.
pub(super) type CheckLanguages = fn(&InstrumentFile, &[(String, &'static str)], &mut Vec<Fault>);

/// Reads the content in a folder. Of its texts, checks only that none is missing.
pub fn read_folder(folder: &Path) -> Result<Questionnaire, ContentErrors> {
    unpack(pack_folder(folder)?)
}

/// Reads the questionnaire back from its packs.
pub(super) fn unpack(packs: Packs) -> Result<Questionnaire, ContentErrors> {
    let texts: Vec<&'static str> = packs.texts.into_iter().map(|(_, pack)| &*pack.leak()).collect();
    Questionnaire::unpack(packs.structure.leak(), &texts).map_err(unusable)
}

/// Packs the content in a folder. Of its texts, checks only that none is missing.
pub fn pack_folder(folder: &Path) -> Result<Packs, ContentErrors> {
    pack(files_in(folder)?, |_, _, _| {})
}

pub(super) fn unusable(error: impl fmt::Display) -> ContentErrors {
    ContentErrors::of("content", "", &error.to_string())
}

pub(super) fn files_in(folder: &Path) -> Result<Vec<(String, String)>, ContentErrors> {
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

pub(super) fn pack(
    files: Vec<(String, String)>,
    check_languages: CheckLanguages,
) -> Result<Packs, ContentErrors> {
    let mut faults = Vec::new();
    let instrument = instrument(&files, &mut faults);
    let languages: Vec<_> = files.into_iter().filter(|(name, _)| name != INSTRUMENT).collect();
    if languages.is_empty() {
        faults.push(Fault::new(FIRST_LANGUAGE, "", "file is missing: at least one language is needed"));
    }
    let languages: Vec<(String, &'static str)> =
        languages.into_iter().map(|(name, text)| (name, &*String::leak(text))).collect();
    let Some(instrument) = instrument else { return Err(ContentErrors::new(faults)) };
    check::instrument(INSTRUMENT, &instrument, &mut faults);
    check_languages(&instrument, &languages, &mut faults);
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
        None => Err(unusable("a text is missing, or a list is too long: run cargo xtask content")),
    }
}

/// Parses the file of the structure; adds a fault and returns `None` if it is missing or invalid.
pub(super) fn instrument(files: &[(String, String)], faults: &mut Vec<Fault>) -> Option<InstrumentFile> {
    let Some((name, text)) = files.iter().find(|(name, _)| name == INSTRUMENT) else {
        faults.push(Fault::new(INSTRUMENT, "", "file is missing"));
        return None;
    };
    parse(name, text.clone().leak(), faults)
}

fn parse<T: Deserialize<'static>>(name: &str, text: &'static str, faults: &mut Vec<Fault>) -> Option<T> {
    let parsed = serde_json::from_str(text);
    parsed.map_err(|error| faults.push(Fault::new(name, "", &error.to_string()))).ok()
}

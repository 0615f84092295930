//! The questionnaire with texts in one or more languages.

use super::{Language, Structure, Texts};
use crate::assessment::Instrument;
use std::fmt;
use std::rc::Rc;

/// A checked questionnaire with texts in at least one of its languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    /// Its name in result codes and exports.
    pub id: &'static str,
    /// Its version, raised when items, keying or drivers change.
    pub version: u32,
    /// What is asked.
    pub instrument: Rc<Instrument>,
    /// All languages, Dutch first; texts may be missing for some.
    pub languages: Vec<Language>,
    /// The texts available; never empty.
    texts: Vec<Rc<Texts>>,
}

/// Why packed content can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// It is not a packed questionnaire in this version's format, or it can't be scored.
    Unreadable,
    /// There are no texts.
    Wordless,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PackError::Unreadable => "packed questionnaire can't be read",
            PackError::Wordless => "packed questionnaire has no texts",
        })
    }
}

impl std::error::Error for PackError {}

impl Questionnaire {
    /// A structure with the texts available, the default language first; `None` without texts.
    pub fn new(structure: &Structure, texts: Vec<Rc<Texts>>) -> Option<Questionnaire> {
        (!texts.is_empty()).then(|| Questionnaire {
            id: structure.id.as_str(),
            version: structure.version,
            instrument: Rc::clone(&structure.instrument),
            languages: structure.languages.clone(),
            texts,
        })
    }

    /// A questionnaire from its packed structure and packed texts.
    pub fn unpack(structure: &'static str, texts: &[&'static str]) -> Result<Questionnaire, PackError> {
        let structure = Structure::unpack(structure)?;
        let texts = texts.iter().map(|pack| structure.texts(pack).map(Rc::new));
        let texts = texts.collect::<Option<_>>().ok_or(PackError::Unreadable)?;
        Questionnaire::new(&structure, texts).ok_or(PackError::Wordless)
    }

    /// The texts in all available languages, the default language first.
    pub fn all_texts(&self) -> &[Rc<Texts>] {
        &self.texts
    }

    /// The texts for a language tag such as `nl` or `en-GB`; `None` if that language has no texts.
    pub fn texts(&self, tag: &str) -> Option<&Rc<Texts>> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        self.texts.iter().find(|texts| texts.language.eq_ignore_ascii_case(language))
    }

    /// The texts for a language tag; falls back to the first language.
    pub fn texts_or_default(&self, tag: &str) -> &Rc<Texts> {
        self.texts(tag).unwrap_or(&self.texts[0])
    }
}

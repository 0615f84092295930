//! The questionnaire with texts in one language or more.

use super::{Language, Structure, Texts};
use crate::assessment::Instrument;
use std::fmt;
use std::rc::Rc;

/// A checked questionnaire with texts in at least one of its languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    /// Its name in codes and exports.
    pub id: &'static str,
    /// Its version; a change of items, keying or weights raises it.
    pub version: u32,
    /// What is asked.
    pub instrument: Rc<Instrument>,
    /// Every language there is, Dutch first; the texts of some may not be there.
    pub languages: Vec<Language>,
    /// The texts that are there; never none.
    texts: Vec<Rc<Texts>>,
}

/// Why packed content could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// It is not a packed questionnaire of this version, or none that can be scored.
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
    /// A structure with the texts that are there, those first that stand in for others; none without any.
    pub fn new(structure: &Structure, texts: Vec<Rc<Texts>>) -> Option<Questionnaire> {
        (!texts.is_empty()).then(|| Questionnaire {
            id: structure.id.as_str(),
            version: structure.version,
            instrument: Rc::clone(&structure.instrument),
            languages: structure.languages.clone(),
            texts,
        })
    }

    /// A structure with texts, from their packed forms.
    pub fn unpack(structure: &'static str, texts: &[&'static str]) -> Result<Questionnaire, PackError> {
        let structure = Structure::unpack(structure)?;
        let texts = texts.iter().map(|pack| structure.texts(pack).map(Rc::new));
        let texts = texts.collect::<Option<_>>().ok_or(PackError::Unreadable)?;
        Questionnaire::new(&structure, texts).ok_or(PackError::Wordless)
    }

    /// The texts in every language that is there, those first that stand in for others.
    pub fn all_texts(&self) -> &[Rc<Texts>] {
        &self.texts
    }

    /// The texts for a language tag such as `nl` or `en-GB`; none if the language isn't there.
    pub fn texts(&self, tag: &str) -> Option<&Rc<Texts>> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        self.texts.iter().find(|texts| texts.language.eq_ignore_ascii_case(language))
    }

    /// The texts for a language tag, those of the first language if it isn't there.
    pub fn texts_or_default(&self, tag: &str) -> &Rc<Texts> {
        self.texts(tag).unwrap_or(&self.texts[0])
    }
}

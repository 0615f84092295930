//! The questionnaire, packed by `build.rs` and unpacked once in the browser.

use super::Texts;
use super::instrument_file::InstrumentFile;
use crate::assessment::Instrument;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::rc::Rc;

/// The packed form: postcard, as small as it gets before compression.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Pack {
    pub(super) instrument: InstrumentFile,
    pub(super) languages: Vec<Texts>,
}

/// A checked questionnaire with its texts in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    /// Its name in codes and exports.
    pub id: &'static str,
    /// Its version; a change of items, keying or weights raises it.
    pub version: u32,
    /// What is asked.
    pub instrument: Rc<Instrument>,
    /// The texts, Dutch first.
    pub languages: Vec<Rc<Texts>>,
}

/// Why packed content could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes are not a packed questionnaire of this version.
    Unreadable,
    /// The questionnaire is not one that can be scored, or has no texts.
    Unusable,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PackError::Unreadable => "packed questionnaire can't be read",
            PackError::Unusable => "packed questionnaire can't be used",
        })
    }
}

impl std::error::Error for PackError {}

impl Questionnaire {
    /// Unpacks a questionnaire; its texts are used in place.
    pub fn unpack(bytes: &'static [u8]) -> Result<Questionnaire, PackError> {
        match postcard::take_from_bytes(bytes) {
            Ok((pack, [])) => Questionnaire::from_pack(pack),
            _ => Err(PackError::Unreadable),
        }
    }

    pub(super) fn from_pack(pack: Pack) -> Result<Questionnaire, PackError> {
        let (parts, unknown) = pack.instrument.to_parts();
        let instrument = Instrument::new(parts).map_err(|_| PackError::Unusable)?;
        let is_covered = pack.languages.iter().all(|texts| texts.cover(&instrument));
        if !unknown.is_empty() || pack.languages.is_empty() || !is_covered {
            return Err(PackError::Unusable);
        }
        Ok(Questionnaire {
            id: pack.instrument.id.as_str(),
            version: pack.instrument.version,
            instrument: Rc::new(instrument),
            languages: pack.languages.into_iter().map(Rc::new).collect(),
        })
    }

    /// The texts for a language tag such as `nl` or `en-GB`; none if the language isn't there.
    pub fn texts(&self, tag: &str) -> Option<&Rc<Texts>> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        self.languages.iter().find(|texts| texts.language.eq_ignore_ascii_case(language))
    }

    /// The texts for a language tag, those of the first language if it isn't there.
    pub fn texts_or_default(&self, tag: &str) -> &Rc<Texts> {
        self.texts(tag).unwrap_or(&self.languages[0])
    }
}

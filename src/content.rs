//! The questionnaire as data: one structure, and texts per language, checked at build time.
//!
//! In `content/`, `instrument.json` holds the structure, and every other file the texts of one language.
//! `build.rs` reads and checks them with this module and packs the structure and each language's texts
//! separately, so faulty content fails the build and never reaches a visitor. To add a language, add a file.

#[cfg(feature = "json")]
mod check;
#[cfg(feature = "json")]
mod instrument_file;
mod labels;
#[cfg(feature = "check")]
mod language_files;
mod questionnaire;
mod reader;
#[cfg(feature = "check")]
mod schema;
mod sentences;
#[cfg(feature = "json")]
mod source;
mod structure;
mod table;
mod texts;
#[cfg(feature = "json")]
mod writer;

#[cfg(feature = "json")]
pub use check::{ContentErrors, Fault};
pub use labels::Label;
#[cfg(feature = "check")]
pub use language_files::{Summary, check_folder, pack_checked, read_files, schemas};
pub use questionnaire::{PackError, Questionnaire};
#[cfg(feature = "json")]
pub use source::{Packs, pack_folder, read_folder};
pub use structure::{Language, Structure};
pub use table::{PerPole, Table, Text};
#[cfg(feature = "view")]
pub(crate) use texts::fill;
pub use texts::{
    About, AdviceTexts, DimensionTexts, FoundationTexts, ItemTexts, Lead, MissingTexts, ProfileTexts,
    TacticTexts, Texts, Variant,
};

#[cfg(feature = "bundled")]
impl Structure {
    /// The structure bundled in this binary, from `content/`.
    pub fn bundled() -> Structure {
        const PACK: &str = include_str!(concat!(env!("OUT_DIR"), "/structure.txt"));
        Structure::of_checked(PACK).expect("build.rs has checked and packed the content")
    }
}

#[cfg(feature = "bundled")]
impl Questionnaire {
    /// The questionnaire bundled in this binary, with its texts in every language, from `content/`.
    pub fn bundled() -> Questionnaire {
        /// The packs of all languages, separated by a character that no text contains.
        const PACKS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.txt"));
        let structure = Structure::bundled();
        let texts =
            PACKS.split('\0').filter_map(|pack| structure.texts(pack)).map(std::rc::Rc::new).collect();
        Questionnaire::new(&structure, texts).expect("build.rs has checked and packed the content")
    }
}

//! The questionnaire as data: structure once, texts per language, checked before anything is built.
//!
//! The files stand in `content/`: `instrument.json` holds the structure, every other file the texts of one
//! language. `build.rs` reads and checks them with this very module and packs them into the binary, so a
//! fault in the content fails the build and never reaches a visitor. To add a language, add a file.

#[cfg(feature = "json")]
mod check;
mod instrument_file;
mod labels;
mod packed;
mod sentences;
#[cfg(feature = "json")]
mod source;
mod table;
mod texts;

#[cfg(feature = "json")]
pub use check::{ContentErrors, Fault};
pub use labels::Label;
pub use packed::{PackError, Questionnaire};
#[cfg(feature = "json")]
pub use source::{Summary, check_folder, pack_folder, read_files};
pub use table::{PerPole, Table, Text};
#[cfg(feature = "view")]
pub(crate) use texts::fill;
pub use texts::{
    About, AdviceTexts, DimensionTexts, FoundationTexts, ItemTexts, Lead, MissingTexts, ProfileTexts,
    TacticTexts, Texts, Variant,
};

#[cfg(feature = "bundled")]
impl Questionnaire {
    /// The questionnaire in this binary, from `content/`.
    pub fn bundled() -> Questionnaire {
        const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/questionnaire.bin"));
        Questionnaire::unpack(BYTES).expect("build.rs has checked and packed the content")
    }
}

//! The questionnaire without its texts: what it asks, and its languages.

use super::reader::{Packed, Reader};
use super::{PackError, Text, Texts};
use crate::assessment::{
    Advice, AdviceId, Dimension, DimensionId, Driver, Foundation, FoundationId, FoundationOrder, Instrument,
    Item, ItemId, Kind, Parts, Pole, Profile, Section, SourceId, Tactic, TacticId,
};
use serde::Deserialize;
use std::rc::Rc;

/// Added to the value of a driver, so that the packed number is never negative.
pub(super) const DRIVER_ZERO: i32 = 5;

/// A language of the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Language {
    /// Its code, such as `nl`.
    #[serde(rename = "language")]
    pub code: Text,
    /// Its name in the language itself.
    pub name: Text,
}

/// The structure shared by all languages; their texts are added to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// The questionnaire's name in result codes and exports.
    pub id: Text,
    /// Its version, raised when items, keying or drivers change.
    pub version: u32,
    /// What is asked.
    pub instrument: Rc<Instrument>,
    /// All languages, Dutch first.
    pub languages: Vec<Language>,
    /// The points of the article that the texts describe, in order.
    pub(super) points: Vec<SourceId>,
}

impl Structure {
    /// Reads and checks a packed structure.
    pub fn unpack(pack: &'static str) -> Result<Structure, PackError> {
        let checked = |parts| Instrument::new(parts).ok();
        Structure::read(pack, checked).ok_or(PackError::Unreadable)
    }

    /// Reads a packed structure that was checked before packing.
    #[cfg(feature = "bundled")]
    pub(super) fn of_checked(pack: &'static str) -> Option<Structure> {
        Structure::read(pack, |parts| Some(Instrument::of_checked(parts)))
    }

    /// Reads the packed texts of one language; `None` if they don't match this structure.
    pub fn texts(&self, pack: &'static str) -> Option<Texts> {
        let mut reader = Reader::new(pack);
        let texts = Texts::read(&mut reader, self);
        let is_known = self.languages.iter().any(|language| language.code == texts.language);
        (is_known && reader.has_read_all()).then_some(texts)
    }

    fn read(pack: &'static str, assemble: impl FnOnce(Parts) -> Option<Instrument>) -> Option<Structure> {
        let from = &mut Reader::new(pack);
        let (id, version) = (Text::read(from), from.text().parse().ok()?);
        let languages = from.list(|from| Language { code: Text::read(from), name: Text::read(from) });
        let points = from.list(|from| SourceId::new(from.text()));
        let parts = parts(from, &points);
        if !from.has_read_all() {
            return None;
        }
        Some(Structure { id, version, instrument: Rc::new(assemble(parts)?), languages, points })
    }
}

fn parts(from: &mut Reader, points: &[SourceId]) -> Parts {
    let sources = from.some_of(points);
    let dimensions = from.list(|from| Dimension {
        id: DimensionId::new(from.text()),
        b2b_sources: from.some_of(points),
        b2c_sources: from.some_of(points),
        inferred: from.some_of(&Pole::ALL).pop(),
    });
    let dimension_ids: Vec<DimensionId> = dimensions.iter().map(|dimension| dimension.id).collect();
    let items = from.list(|from| item(from, &dimension_ids, points));
    let foundations =
        from.list(|from| Foundation { id: FoundationId::new(from.text()), sources: from.some_of(points) });
    let foundation_ids: Vec<FoundationId> = foundations.iter().map(|foundation| foundation.id).collect();
    let foundation_order = FoundationOrder {
        b2b: from.some_of(&foundation_ids),
        b2c: from.some_of(&foundation_ids),
        middle: from.some_of(&foundation_ids),
    };
    let tactics = from.list(|from| tactic(from, &dimension_ids, points));
    let advice = from.list(|from| Advice {
        id: AdviceId::new(from.text()),
        profiles: from.some_of(&Profile::ALL),
        on_border: from.number() == 1,
        sources: from.some_of(points),
    });
    Parts { sources, dimensions, items, foundations, foundation_order, tactics, advice }
}

fn item(from: &mut Reader, dimensions: &[DimensionId], points: &[SourceId]) -> Item {
    Item {
        id: ItemId::new(from.text()),
        dimension: dimension(from, dimensions),
        first: from.one_of(&Pole::ALL).unwrap_or(Pole::B2b),
        section: if from.number() == 1 { Section::Core } else { Section::Rest },
        is_inferred: from.number() == 1,
        sources: from.some_of(points),
    }
}

fn tactic(from: &mut Reader, dimensions: &[DimensionId], points: &[SourceId]) -> Tactic {
    Tactic {
        id: TacticId::new(from.text()),
        kind: from.one_of(&Kind::ALL).unwrap_or(Kind::Media),
        is_incentive: from.number() == 1,
        drivers: from.list(|from| Driver {
            dimension: dimension(from, dimensions),
            value: from.number() as i32 - DRIVER_ZERO,
        }),
        sources: from.some_of(points),
    }
}

fn dimension(from: &mut Reader, dimensions: &[DimensionId]) -> DimensionId {
    from.one_of(dimensions).unwrap_or(DimensionId::new(""))
}

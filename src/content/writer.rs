//! Packs content for `reader` and the modules next to it. Only the build and the tests use this.

use super::check::article_points;
use super::instrument_file::InstrumentFile;
use super::reader::{MOST, ZERO};
use super::source::Packs;
use super::structure::DRIVER_ZERO;
use super::{Language, Structure, Texts};
use crate::assessment::{
    Dimension, DimensionId, Instrument, Item, Kind, Parts, Pole, Profile, Section, SourceId, Tactic,
};
use std::rc::Rc;

/// Packs checked content; `None` if a text is missing or a number is too large for a pack.
pub(super) fn pack(file: &InstrumentFile, languages: Vec<Language>, texts: &[Texts]) -> Option<Packs> {
    let (parts, _) = file.to_parts();
    let structure = Structure {
        id: file.id,
        version: file.version,
        instrument: Rc::new(Instrument::new(parts.clone()).ok()?),
        languages,
        points: article_points().map(|point| SourceId::new(point.leak())).collect(),
    };
    let texts = texts.iter().map(|texts| {
        let lines = texts.in_order(&structure)?.into_iter().map(|text| format!("{text}\n"));
        Some((texts.language.to_string(), lines.collect()))
    });
    Some(Packs {
        texts: texts.collect::<Option<_>>()?,
        structure: Writer::default().structure(&structure, &parts)?,
    })
}

/// The content packed so far; invalid once a number was too large.
#[derive(Default)]
struct Writer {
    text: String,
    is_full: bool,
}

impl Writer {
    fn structure(mut self, structure: &Structure, parts: &Parts) -> Option<String> {
        self.text(&structure.id);
        self.text(&structure.version.to_string());
        self.list(&structure.languages, |to, Language { code, name }| [code, name].map(|text| to.text(text)));
        self.list(&structure.points, |to, point| to.text(point.as_str()));
        self.parts(parts, &structure.points);
        (!self.is_full).then_some(self.text)
    }

    fn parts(&mut self, parts: &Parts, points: &[SourceId]) {
        let dimensions: Vec<DimensionId> = parts.dimensions.iter().map(|one| one.id).collect();
        let foundations: Vec<_> = parts.foundations.iter().map(|one| one.id).collect();
        self.some_of(&parts.sources, points);
        self.list(&parts.dimensions, |to, dimension| to.dimension(dimension, points));
        self.list(&parts.items, |to, item| to.item(item, &dimensions, points));
        self.list(&parts.foundations, |to, foundation| {
            to.text(foundation.id.as_str());
            to.some_of(&foundation.sources, points);
        });
        let order = &parts.foundation_order;
        for side in [&order.b2b, &order.b2c, &order.middle] {
            self.some_of(side, &foundations);
        }
        self.list(&parts.tactics, |to, tactic| to.tactic(tactic, &dimensions, points));
        self.list(&parts.advice, |to, advice| {
            to.text(advice.id.as_str());
            to.some_of(&advice.profiles, &Profile::ALL);
            to.number(usize::from(advice.on_border));
            to.some_of(&advice.sources, points);
        });
    }

    fn dimension(&mut self, dimension: &Dimension, points: &[SourceId]) {
        self.text(dimension.id.as_str());
        self.some_of(&dimension.b2b_sources, points);
        self.some_of(&dimension.b2c_sources, points);
        self.some_of(dimension.inferred.as_slice(), &Pole::ALL);
    }

    fn item(&mut self, item: &Item, dimensions: &[DimensionId], points: &[SourceId]) {
        self.text(item.id.as_str());
        self.one_of(&item.dimension, dimensions);
        self.one_of(&item.first, &Pole::ALL);
        self.number(usize::from(item.section == Section::Core));
        self.number(usize::from(item.is_inferred));
        self.some_of(&item.sources, points);
    }

    fn tactic(&mut self, tactic: &Tactic, dimensions: &[DimensionId], points: &[SourceId]) {
        self.text(tactic.id.as_str());
        self.one_of(&tactic.kind, &Kind::ALL);
        self.number(usize::from(tactic.is_incentive));
        self.list(&tactic.drivers, |to, driver| {
            to.one_of(&driver.dimension, dimensions);
            to.number(usize::try_from(driver.value + DRIVER_ZERO).unwrap_or(MOST));
        });
        self.some_of(&tactic.sources, points);
    }

    fn text(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn number(&mut self, number: usize) {
        match u8::try_from(number) {
            Ok(number) if usize::from(number) < MOST => self.text.push(char::from(ZERO + number)),
            _ => self.is_full = true,
        }
    }

    fn one_of<T: PartialEq>(&mut self, one: &T, all: &[T]) {
        self.number(all.iter().position(|known| known == one).unwrap_or(MOST));
    }

    fn list<T, R>(&mut self, entries: &[T], mut write: impl FnMut(&mut Writer, &T) -> R) {
        self.number(entries.len());
        for entry in entries {
            write(self, entry);
        }
    }

    fn some_of<T: PartialEq>(&mut self, some: &[T], all: &[T]) {
        self.list(some, |to, one| to.one_of(one, all));
    }
}

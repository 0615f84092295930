//! The texts of one language, structured like its file.

mod groups;

use super::reader::{Packed, Reader};
use super::{Label, Structure, Table, Text};
use crate::assessment::{AdviceId, DimensionId, FoundationId, ItemId, Profile, SourceId, TacticId};
use serde::Deserialize;

pub use groups::{
    About, AdviceTexts, DimensionTexts, FoundationTexts, ItemTexts, Lead, MissingTexts, ProfileTexts,
    TacticTexts, Variant,
};

/// All texts in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", bound(deserialize = "'de: 'static"))]
pub struct Texts {
    /// The language code, such as `nl`.
    pub language: Text,
    /// The introduction of the questionnaire.
    pub about: About,
    /// The lead-in above a question.
    pub lead: Lead,
    /// The boxes of an item's scale, with the placeholders `{first}` and `{second}`.
    pub scale: [Text; 5],
    /// The boxes of a foundation's scale.
    pub foundation_scale: [Text; 5],
    /// The "don't know" choice next to a scale.
    pub missing: MissingTexts,
    /// The phrases of the interface, in the order of [`Label::ALL`].
    pub interface: Table<Text>,
    /// The dimensions.
    pub dimensions: Table<DimensionTexts>,
    /// The items.
    pub items: Table<ItemTexts>,
    /// The foundations.
    pub foundations: Table<FoundationTexts>,
    /// The profiles.
    pub profiles: Table<ProfileTexts>,
    /// The tactics.
    pub tactics: Table<TacticTexts>,
    /// The advice.
    pub advice: Table<AdviceTexts>,
    /// For each dimension with a pole that the article doesn't name: the note that it is our inference.
    pub inferences: Table<Text>,
    /// The points of the article, in words.
    pub sources: Table<Text>,
}

impl Texts {
    /// Reads the texts for everything in a structure, so that no look-up can fail.
    pub(super) fn read(from: &mut Reader, structure: &Structure) -> Texts {
        let instrument = &structure.instrument;
        let (dimensions, tactics) = (instrument.dimensions().iter(), instrument.tactics().iter());
        let inferred = dimensions.clone().filter(|one| one.inferred.is_some());
        Texts {
            language: Packed::read(from),
            about: Packed::read(from),
            lead: Packed::read(from),
            scale: Packed::read(from),
            foundation_scale: Packed::read(from),
            missing: Packed::read(from),
            interface: Table::read(from, Label::ALL.map(|_| "").into_iter()),
            dimensions: Table::read(from, dimensions.map(|one| one.id.as_str())),
            items: Table::read(from, instrument.items().iter().map(|one| one.id.as_str())),
            foundations: Table::read(from, instrument.foundations().iter().map(|one| one.id.as_str())),
            profiles: Table::read(from, Profile::ALL.into_iter().map(Profile::as_str)),
            tactics: Table::read(from, tactics.map(|one| one.id.as_str())),
            advice: Table::read(from, instrument.advice().iter().map(|one| one.id.as_str())),
            inferences: Table::read(from, inferred.map(|one| one.id.as_str())),
            sources: Table::read(from, structure.points.iter().map(|point| point.as_str())),
        }
    }

    /// All texts in the order in which [`Texts::read`] reads them; `None` if one is missing.
    #[allow(dead_code, reason = "only where content is packed")]
    pub(super) fn in_order(&self, structure: &Structure) -> Option<Vec<Text>> {
        let instrument = &structure.instrument;
        let (dimensions, tactics) = (instrument.dimensions().iter(), instrument.tactics().iter());
        let inferred = dimensions.clone().filter(|one| one.inferred.is_some());
        let mut to = Vec::new();
        self.language.write(&mut to);
        self.about.write(&mut to);
        self.lead.write(&mut to);
        self.scale.write(&mut to);
        self.foundation_scale.write(&mut to);
        self.missing.write(&mut to);
        self.interface.write(&mut to, Label::ALL.map(Label::as_str))?;
        self.dimensions.write(&mut to, dimensions.map(|one| one.id.as_str()))?;
        self.items.write(&mut to, instrument.items().iter().map(|one| one.id.as_str()))?;
        self.foundations.write(&mut to, instrument.foundations().iter().map(|one| one.id.as_str()))?;
        self.profiles.write(&mut to, Profile::ALL.into_iter().map(Profile::as_str))?;
        self.tactics.write(&mut to, tactics.map(|one| one.id.as_str()))?;
        self.advice.write(&mut to, instrument.advice().iter().map(|one| one.id.as_str()))?;
        self.inferences.write(&mut to, inferred.map(|one| one.id.as_str()))?;
        self.sources.write(&mut to, structure.points.iter().map(|point| point.as_str()))?;
        Some(to)
    }

    /// A phrase of the interface.
    pub fn label(&self, label: Label) -> Text {
        self.interface.at(label as usize).copied().unwrap_or_default()
    }

    /// A phrase with its `{placeholders}` filled in.
    pub fn fill(&self, label: Label, values: &[(&str, &str)]) -> String {
        fill(&self.label(label), values)
    }

    /// The texts of a dimension.
    pub fn dimension(&self, id: DimensionId) -> &DimensionTexts {
        self.dimensions.checked(id.as_str())
    }

    /// The texts of an item.
    pub fn item(&self, id: ItemId) -> &ItemTexts {
        self.items.checked(id.as_str())
    }

    /// The texts of a foundation.
    pub fn foundation(&self, id: FoundationId) -> &FoundationTexts {
        self.foundations.checked(id.as_str())
    }

    /// The texts of a profile.
    pub fn profile(&self, profile: Profile) -> &ProfileTexts {
        self.profiles.checked(profile.as_str())
    }

    /// The texts of a tactic.
    pub fn tactic(&self, id: TacticId) -> &TacticTexts {
        self.tactics.checked(id.as_str())
    }

    /// The texts of a piece of advice.
    pub fn advice(&self, id: AdviceId) -> &AdviceTexts {
        self.advice.checked(id.as_str())
    }

    /// The text of a point of the article.
    pub fn source(&self, id: SourceId) -> Text {
        *self.sources.checked(id.as_str())
    }

    /// The note on our inference in a dimension, if there is one.
    pub fn inference(&self, id: DimensionId) -> Option<Text> {
        self.inferences.get(id.as_str()).copied()
    }
}

/// A text with its `{placeholders}` filled in; placeholders without a value stay unchanged.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        match value {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn placeholders_are_filled_and_others_stay() {
        assert_eq!(fill("{a} of {b}, {c}", &[("a", "1"), ("b", "{a}")]), "1 of {a}, {c}");
        assert_eq!(fill("{", &[]), "{");
    }
}
